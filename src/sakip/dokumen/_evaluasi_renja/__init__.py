"""The evaluation form of a Renja."""

from __future__ import annotations

from sakip.dokumen._evaluasi_renja.formulir import FORMULIR

__all__ = ["FORMULIR"]
