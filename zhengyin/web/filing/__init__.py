"""备案: what a committee's book of seals files with its township, read and handled at both desks."""
