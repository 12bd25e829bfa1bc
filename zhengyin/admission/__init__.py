"""准入、退出、报备: how a county's lists come to change."""
