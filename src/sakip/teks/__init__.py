"""What people are shown: tables of plain text, and the HTML of notebooks."""

from __future__ import annotations

from sakip.teks._html import BATAS_BARIS, render_html, render_langkah, render_lipatan, render_sisa
from sakip.teks._tabel import render_tabel
from sakip.teks._tampilan import Tampilan, TampilanLangkah

__all__ = [
    "BATAS_BARIS",
    "Tampilan",
    "TampilanLangkah",
    "render_html",
    "render_langkah",
    "render_lipatan",
    "render_sisa",
    "render_tabel",
]
