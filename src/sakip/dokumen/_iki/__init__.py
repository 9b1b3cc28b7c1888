"""Indikator Kinerja Individu."""

from __future__ import annotations

from sakip.dokumen._iki.formulir import FORMULIR

__all__ = ["FORMULIR"]
