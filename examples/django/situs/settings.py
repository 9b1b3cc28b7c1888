"""Settings, from the environment where they differ from place to place.

``KUNCI_RAHASIA`` is needed outside of development (``PENGEMBANGAN=1``); ``SITUS`` names the hosts.
With ``PGDATABASE`` set the database is PostgreSQL, and libpq takes the rest
(``PGHOST``, ``PGUSER``, a password file) from where it always does; without it, SQLite.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

DEBUG = os.environ.get("PENGEMBANGAN") == "1"
SECRET_KEY = os.environ.get("KUNCI_RAHASIA") or (
    get_random_secret_key() if DEBUG else ""
)  # Django refuses ""
ALLOWED_HOSTS = os.environ.get("SITUS", "").split()

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "kinerja",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

ROOT_URLCONF = "situs.urls"
WSGI_APPLICATION = "situs.wsgi.application"

_SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "kinerja.sqlite3"}
_POSTGRESQL = {"ENGINE": "django.db.backends.postgresql", "NAME": os.environ.get("PGDATABASE", "")}
DATABASES: dict[str, dict[str, Any]] = {"default": _POSTGRESQL if "PGDATABASE" in os.environ else _SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "kinerja:daftar"

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "static"

if not DEBUG:
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
