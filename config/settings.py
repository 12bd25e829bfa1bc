"""Django's settings. What differs between machines comes from the environment alone."""

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from psycopg.conninfo import conninfo_to_dict

from config import environment

BASE = Path(__file__).resolve().parents[1]
HERE = environment.read()

ROOMS = (
    "ledger", "documents", "registers", "regions", "people", "catalogue", "admission", "deliberation",
    "guidance", "consultation", "cleanup", "seals", "certificates", "workuse", "verification", "supervision",
    "publication", "archive", "web", "outbox", "reminders",
)  # fmt: skip

DEBUG = False
SECRET_KEY = HERE.django_key
PUBLIC_URL = HERE.public_url.rstrip("/")
SECURE = PUBLIC_URL.startswith("https://")
ALLOWED_HOSTS = [urlsplit(PUBLIC_URL).hostname or "localhost", "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
TRUSTED_PROXIES = HERE.trusted_proxies

DATA_KEY = HERE.data_key
INDEX_KEY = HERE.index_key
SIGNING_PASSPHRASE = HERE.signing_passphrase
FILES_DIR = HERE.home / "files"
CHECKPOINTS_FILE = HERE.home / "checkpoints.jsonl"
CHECKPOINT_KEY_FILE = HERE.home / "checkpoint-key.pem"
FONTS_DIR = HERE.fonts
SMS_SENDER = HERE.sms_sender
EMAIL_HOST, EMAIL_PORT = HERE.mail.host, HERE.mail.port  # no host: no e-mail is offered
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = HERE.mail.user, HERE.mail.password
EMAIL_USE_SSL, EMAIL_USE_TLS = HERE.mail.scheme == "smtps", HERE.mail.scheme == "smtp"
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = HERE.mail.sender
PRACTICE = HERE.practice  # this process serves the practice database and nothing else
# Where the desks' way to practice leads; empty: there is none. Without the key no slip can be signed.
PRACTICE_URL = HERE.practice_url if HERE.practice_key else ""
PRACTICE_KEY = HERE.practice_key

_address = conninfo_to_dict(HERE.database_url)
_named = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
_pool: dict[str, object] = {"pool": {"min_size": 1, "max_size": 16, "timeout": 10}} if HERE.pool else {}
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **{name: _address.get(word, "") for name, word in _named.items()},
        # What else the address says (sslmode, sslrootcert …) counts too.
        "OPTIONS": {word: v for word, v in _address.items() if word not in _named.values()} | _pool,
        "CONN_HEALTH_CHECKS": not HERE.pool,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    *(f"zhengyin.{room}" for room in ROOMS),
]
MIDDLEWARE = [
    "zhengyin.web.middleware.proxies.TrustedProxies",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "zhengyin.web.assets.Assets",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "zhengyin.web.middleware.csrf.Csrf",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "zhengyin.web.account.idle.IdleLimit",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "zhengyin.web.middleware.looks.Looks",
    "zhengyin.web.middleware.guard.Guard",
]
if PRACTICE:
    MIDDLEWARE = [
        "zhengyin.web.middleware.practice.Cookies", *MIDDLEWARE[:-1], "zhengyin.web.middleware.practice.Gate",
        MIDDLEWARE[-1],
    ]  # fmt: skip
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "zhengyin" / room / "templates" for room in ("web", "api", "publication")],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "zhengyin.web.context.page",
            ],
        },
    }
]

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
LOGIN_URL = "/account/login/"
PASSWORD_HASHERS = ["zhengyin.people.hashing.Argon2"]
# Lock-out by account and address prefix together, never by the browser's name.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "zhengyin.web.account.lockout.client_prefix"
AXES_LOCKOUT_CALLABLE = "zhengyin.web.account.lockout.locked"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "zhengyin.web.errors.stale_form"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # documents.files keeps what is kept
    "staticfiles": {"BACKEND": "zhengyin.web.assets.Addressed"},
}

FILE_UPLOAD_HANDLERS = ["zhengyin.documents.memory_uploads.MemoryOnly"]  # nothing in plain on disk

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "zhengyin.web.logs.Discreet"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    # Strangers' files are checked: why one is no good stands in the report, not in the log.
    "loggers": {
        "pyhanko": {"level": "CRITICAL"},
        # Django's own way to stderr, which is open while DEBUG is on, writes whole addresses.
        "django": {"handlers": [], "propagate": True},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
