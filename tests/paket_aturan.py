"""A package that brings rules of its own, put where Python looks for installed ones."""

from __future__ import annotations

from pathlib import Path

from sakip import reviu

PAKET = """
from sakip.pohon import PohonKinerja
from sakip.reviu import Aturan
from sakip.temuan import JenisTemuan, Tempat, Tingkat

JENIS = JenisTemuan("DINAS001", Tingkat.SARAN, "nama pohon", "Pohon ini bernama {nama}.")

def periksa(tinjauan):
    if tinjauan.pohon.nama.startswith("Dinas"):
        yield JENIS.temuan(Tempat(), nama=tinjauan.pohon.nama)

aturan = Aturan(
    jenis=(JENIS,), periksa=periksa, buruk=lambda: PohonKinerja("Dinas"), baik=lambda: PohonKinerja("Badan")
)
bukan = "bukan aturan"
"""


def install(folder: Path, points: str) -> None:
    """Put a package with entry points where Python looks for installed ones."""
    (folder / "aturan_dinas.py").write_text(PAKET, encoding="utf-8")
    info = folder / "aturan_dinas-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: aturan-dinas\nVersion: 1.0\n", encoding="utf-8"
    )
    (info / "entry_points.txt").write_text(f"[{reviu.GRUP}]\n{points}\n", encoding="utf-8")
