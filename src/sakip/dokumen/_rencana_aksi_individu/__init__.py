"""Rencana Aksi Individu: a chain of results down to the steps of one post."""

from __future__ import annotations

from sakip.dokumen._rencana_aksi_individu.formulir import FORMULIR

__all__ = ["FORMULIR"]
