"""Differences: between two trees, two forms, two versions of anything, part by part.

What was written, edited by somebody, and read again is compared with what was
written; the differences are looked at, and put into force on the tree, all or some.
"""

from __future__ import annotations

from sakip.banding._jalur import Jalur, Kunci
from sakip.banding._perubahan import Beda, JenisPerubahan, Perihal, Perubahan, compare_dokumen
from sakip.banding._pohon import apply_beda, compare_pohon, diff
from sakip.banding._terap import apply_all

__all__ = [
    "Beda",
    "Jalur",
    "JenisPerubahan",
    "Kunci",
    "Perihal",
    "Perubahan",
    "apply_all",
    "apply_beda",
    "compare_dokumen",
    "compare_pohon",
    "diff",
]
