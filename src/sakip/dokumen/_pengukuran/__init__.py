"""Pengukuran kinerja."""

from __future__ import annotations

from sakip.dokumen._pengukuran.formulir import FORMULIR

__all__ = ["FORMULIR"]
