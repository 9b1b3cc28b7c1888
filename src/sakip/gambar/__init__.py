"""Trees and figures, drawn."""

from __future__ import annotations

from sakip.gambar._plot_cakupan import plot_cakupan
from sakip.gambar._plot_kuadran import plot_kuadran
from sakip.gambar._plot_predikat import plot_predikat
from sakip.gambar._plot_tahun import plot_tahun
from sakip.gambar._plot_triwulan import plot_triwulan
from sakip.gambar._teks import draw_teks

__all__ = [
    "draw_teks",
    "plot_cakupan",
    "plot_kuadran",
    "plot_predikat",
    "plot_tahun",
    "plot_triwulan",
]
