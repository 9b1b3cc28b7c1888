"""The struktur table: a whole tree, one row for each node and indikator."""

from __future__ import annotations

from sakip.dokumen._struktur.formulir import FORMULIR

__all__ = ["FORMULIR"]
