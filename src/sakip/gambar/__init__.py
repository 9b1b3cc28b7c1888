"""Trees and figures, drawn."""

from __future__ import annotations

from sakip.gambar._teks import draw_teks

__all__ = ["draw_teks"]
