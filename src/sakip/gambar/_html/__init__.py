"""The report as one file of HTML."""

from __future__ import annotations

from sakip.gambar._html.laporan import draw_html, write_html

__all__ = ["draw_html", "write_html"]
