"""Hypothesis strategies for matrices of components side by side: a tree first, then the rows that print it."""

from __future__ import annotations

from typing import TypeAlias

import attrs
from hypothesis import strategies as st

Fakta: TypeAlias = dict[str, tuple[str, list[str], str]]
"""By the name of each component: its sasaran, its indikator with their targets, the name of what it stands under."""

TINGKAT = ("Program", "Kegiatan", "Sub Kegiatan")


@attrs.frozen
class Cetakan:
    """A matrix.

    Attributes:
        baris: Its rows, the header first.
        gabungan: Merged ranges: first row, column, last row, column, counted from 1.
        fakta: What it says.
    """

    baris: list[list[str]]
    gabungan: list[tuple[int, int, int, int]]
    fakta: Fakta


@attrs.frozen
class _Cabang:
    nama: str
    sasaran: str
    indikator: list[tuple[str, str]]
    anak: list[_Cabang]

    @property
    def tinggi(self) -> int:
        """How many rows it takes."""
        return max(len(self.indikator), sum(item.tinggi for item in self.anak), 1)


@st.composite
def _cabang(draw: st.DrawFn, tingkat: int, nomor: str) -> _Cabang:
    measured = [
        (f"Jumlah {nomor} {place}", draw(st.sampled_from(("5", "80 %", "12 Orang"))))
        for place in range(draw(st.integers(1, 3)))
    ]
    below = range(draw(st.integers(0, 2))) if tingkat < len(TINGKAT) - 1 else range(0)
    children = [draw(_cabang(tingkat + 1, f"{nomor}{place}")) for place in below]
    return _Cabang(f"Layanan {nomor}", f"Terwujudnya {nomor}", measured, children)


@st.composite
def matriks(draw: st.DrawFn) -> Cetakan:
    """A matrix whose cells are merged, left blank, or filled down."""
    roots = [draw(_cabang(0, str(number))) for number in range(draw(st.integers(1, 3)))]
    again = draw(st.booleans())
    header = [
        f"{isi} {tingkat}" if again and isi != "" else isi or tingkat
        for tingkat in TINGKAT
        for isi in ("", "Sasaran", "Indikator", "Target")
    ]
    made = Cetakan([header], [], {})
    fill = draw(st.booleans())
    for root in roots:
        begin = len(made.baris)
        made.baris.extend([""] * 12 for _ in range(root.tinggi))
        _print(made, root, 0, begin, "", fill=fill)
    return made


def _print(made: Cetakan, item: _Cabang, tingkat: int, baris: int, induk: str, *, fill: bool) -> None:
    kolom = tingkat * 4
    made.fakta[item.nama] = (item.sasaran, [f"{nama}: {target}" for nama, target in item.indikator], induk)
    for place in range(item.tinggi):
        row = made.baris[baris + place]
        if not place or fill:
            row[kolom : kolom + 2] = [item.nama, item.sasaran]
        if place < len(item.indikator):
            row[kolom + 2 : kolom + 4] = item.indikator[place]
    if item.tinggi > 1 and not fill:
        made.gabungan.extend(
            (baris + 1, column, baris + item.tinggi, column) for column in (kolom + 1, kolom + 2)
        )
    for child in item.anak:
        _print(made, child, tingkat + 1, baris, item.nama, fill=fill)
        baris += child.tinggi
