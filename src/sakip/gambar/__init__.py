"""Trees and figures, drawn: text, Mermaid, DOT, SVG that is fitted to paper, plots, and a page of HTML.

A `Pandangan` says what of a tree is drawn and what colours its boxes, a `Halaman`
says on which paper; every picture of a tree takes the same ones.
"""

from __future__ import annotations

from sakip.gambar._bagi import draw_halaman
from sakip.gambar._dot import draw_dot
from sakip.gambar._halaman import Halaman
from sakip.gambar._html import draw_html, write_html
from sakip.gambar._mermaid import draw_mermaid
from sakip.gambar._pandangan import SKALA_NETRAL, Arah, Pandangan
from sakip.gambar._plot_cakupan import plot_cakupan
from sakip.gambar._plot_kuadran import plot_kuadran
from sakip.gambar._plot_predikat import plot_predikat
from sakip.gambar._plot_tahun import plot_tahun
from sakip.gambar._plot_triwulan import plot_triwulan
from sakip.gambar._svg import draw_svg
from sakip.gambar._tata import Penata
from sakip.gambar._teks import draw_teks
from sakip.gambar._tulis import AKHIRAN, write_gambar
from sakip.kertas import Kertas

__all__ = [
    "AKHIRAN",
    "SKALA_NETRAL",
    "Arah",
    "Halaman",
    "Kertas",
    "Pandangan",
    "Penata",
    "draw_dot",
    "draw_halaman",
    "draw_html",
    "draw_mermaid",
    "draw_svg",
    "draw_teks",
    "plot_cakupan",
    "plot_kuadran",
    "plot_predikat",
    "plot_tahun",
    "plot_triwulan",
    "write_gambar",
    "write_html",
]
