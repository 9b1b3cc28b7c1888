"""Penjenjangan Kinerja: the five stages."""

from __future__ import annotations

from sakip.dokumen._penjenjangan.formulir import FORMULIR

__all__ = ["FORMULIR"]
