"""The application."""

from __future__ import annotations

from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    """Trees and measurements."""

    name = "kinerja"
    verbose_name = "Pohon kinerja"
