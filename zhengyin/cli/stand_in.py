"""An environment in which Django starts and reaches nothing: for checks that need no database."""

STAND_IN = {
    "DATABASE_URL": "postgresql://nobody@/none",
    "ZHENGYIN_MASTER_KEY": "0" * 64,
    "ZHENGYIN_DJANGO_KEY": "none",
    "ZHENGYIN_SIGNING_PASSPHRASE": "none",
    "ZHENGYIN_SERVED": "/nonexistent",
    "ZHENGYIN_FONTS": "/nonexistent",
    "ZHENGYIN_POOL": "0",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}
