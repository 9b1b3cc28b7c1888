"""A tree as plain text, with its owners and its money."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from sakip.anggaran import BarisPagu, compute_pagu
from sakip.angka import format_angka
from sakip.model import AnySimpul, name_simpul
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.teks import render_tabel


def draw_teks(pohon: PohonKinerja, periode: Periode | int | str | None = None, *, lebar: int = 72) -> str:
    """A tree as text: each node with its kind, id and owner, and its money in a year.

    Args:
        pohon: The tree.
        periode: The year whose pagu is shown, printed and summed up from directly
            below; without it no money is shown. A sum that differs from what is
            printed is marked ``≠``; an amount that can't be read stands in quotes.
        lebar: Characters for the tree itself; longer texts are wrapped.

    >>> from sakip import Kegiatan, PohonKinerja, Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial", pagu={"2025": 5_000_000}))
    >>> _ = pohon.add(Kegiatan("K1", nama="Rehabilitasi Dasar", pagu={"2025": 4_000_000}), under="P1")
    >>> print(draw_teks(pohon, 2025, lebar=40))
    Pohon kinerja                      Pemilik  Pagu tercetak  Jumlah di bawah
    ─────────────────────────────────  ───────  ─────────────  ───────────────
    Program P1 Rehabilitasi Sosial                  5.000.000      4.000.000 ≠
    └─ Kegiatan K1 Rehabilitasi Dasar               4.000.000
    """
    rekap = None if periode is None else compute_pagu(pohon, periode)
    rows = []
    for simpul, first, rest in _branches(pohon):
        owner = pohon.owner(simpul.id)
        cells = [_label(simpul, first, rest, lebar), "" if owner is None else owner.nama]
        rows.append(cells if rekap is None else [*cells, *_money(rekap.get(simpul.id))])
    header = ["Pohon kinerja", "Pemilik"]
    if rekap is not None:
        header += ["Pagu tercetak", "Jumlah di bawah"]
    return render_tabel(header, rows, kanan=(2, 3))


def _branches(pohon: PohonKinerja) -> Iterator[tuple[AnySimpul, str, str]]:
    """Each node with the lines drawn before its first line and before its further ones."""
    stack = [(root, "", "") for root in reversed(pohon.roots)]
    while stack:
        simpul, first, rest = stack.pop()
        yield simpul, first, rest
        below = pohon.children(simpul.id)
        for place, child in enumerate(reversed(below)):
            last = place == 0
            stack.append((child, rest + ("└─ " if last else "├─ "), rest + ("   " if last else "│  ")))


def _label(simpul: AnySimpul, first: str, rest: str, lebar: int) -> str:
    text = f"{name_simpul(simpul)} {simpul.label}"
    lines = textwrap.wrap(text, max(lebar - len(first), 24))
    return "\n".join((first if place == 0 else rest) + line for place, line in enumerate(lines))


def _money(row: BarisPagu | None) -> tuple[str, str]:
    if row is None:
        return "", ""
    printed = f'"{row.teks}"' if row.teks else ("" if row.tercetak is None else format_angka(row.tercetak))
    below = "" if row.bawah is None else format_angka(row.bawah)
    return printed, f"{below} ≠" if row.selisih else below
