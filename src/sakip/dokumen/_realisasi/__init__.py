"""Measurements: read, and the table that they are filled in with."""

from __future__ import annotations

from sakip.dokumen._realisasi.formulir import FORMULIR

__all__ = ["FORMULIR"]
