"""The table T-C.29 of a Renja."""

from __future__ import annotations

from sakip.dokumen._rekapitulasi_renja.formulir import FORMULIR

__all__ = ["FORMULIR"]
