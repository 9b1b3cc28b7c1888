"""The Rencana Aksi of a perangkat daerah."""

from __future__ import annotations

from sakip.dokumen._rencana_aksi.formulir import FORMULIR

__all__ = ["FORMULIR"]
