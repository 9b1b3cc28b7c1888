"""Exports of SIPD: read only."""

from __future__ import annotations

from sakip.dokumen._sipd.formulir import FORMULIR

__all__ = ["FORMULIR"]
