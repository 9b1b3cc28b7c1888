"""Printed amounts beside the sums of what is printed directly below them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import attrs

from sakip.angka import format_rupiah
from sakip.berkas import Rekaman
from sakip.errors import TidakAdaError
from sakip.model import Komponen, Pagu
from sakip.periode import Periode, to_periode
from sakip.pohon import PohonKinerja
from sakip.teks import Tampilan, render_html, render_tabel


@attrs.frozen
class BarisPagu:
    """The money of one node.

    Attributes:
        id: The node.
        tercetak: The amount printed at it, in rupiah; None where there is none to read.
        teks: The amount as printed, where it can't be read.
        bawah: The sum of the amounts printed directly below it; None where nothing is printed there.
        kosong: The ids of components directly below that print no amount.
        tak_terbaca: The ids of components directly below whose amount can't be read.

    >>> BarisPagu("K1", 5_000, "", 4_000, (), ()).selisih
    1000
    """

    id: str
    tercetak: int | None
    teks: str
    bawah: int | None
    kosong: tuple[str, ...]
    tak_terbaca: tuple[str, ...]

    @property
    def selisih(self) -> int | None:
        """Printed less the sum below; None where either is missing."""
        if self.tercetak is None or self.bawah is None:
            return None
        return self.tercetak - self.bawah


@attrs.frozen
class TotalPagu:
    """What one kind of component prints together.

    Attributes:
        jenis: The kind, such as ``sub_kegiatan``.
        banyak: How many there are.
        jumlah: The sum of the amounts that can be read.
        kosong: How many print none.
        tak_terbaca: How many print one that can't be read.

    >>> TotalPagu("program", 7, 6_312_818_993, 0, 0).banyak
    7
    """

    jenis: str
    banyak: int
    jumlah: int
    kosong: int
    tak_terbaca: int


@attrs.frozen
class RekapPagu(Tampilan, Rekaman, Mapping[str, BarisPagu]):
    """The money of a whole tree, for one year and one version of the plan.

    Indexable by the id of a node, in tree order; printable as a table.

    Attributes:
        periode: The year.
        versi: The version of the plan; None stands for the one that took effect last.
        baris: One row for each node that prints an amount or has amounts below it.
        total: For each kind of component, how many there are, the sum of their
            readable amounts, and how many of those are blank or unreadable.

    >>> from sakip import PohonKinerja, Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial", pagu={"2025": 306_749_630}))
    >>> print(compute_pagu(pohon, 2025))
    Id  Nama                      Tercetak  Di bawahnya  Selisih
    ──  ───────────────────  ─────────────  ───────────  ───────
    P1  Rehabilitasi Sosial  Rp306.749.630
    """

    periode: Periode
    versi: str | None
    baris: tuple[BarisPagu, ...]
    total: tuple[TotalPagu, ...]
    _index: dict[str, BarisPagu] = attrs.field(init=False, repr=False, eq=False, hash=False)
    _nama: dict[str, str] = attrs.field(factory=dict, repr=False, eq=False, hash=False)

    @_index.default
    def _make_index(self) -> dict[str, BarisPagu]:
        return {row.id: row for row in self.baris}

    def __getitem__(self, id: str) -> BarisPagu:
        try:
            return self._index[id]
        except KeyError:
            raise TidakAdaError("simpul", str(id), f"the pagu of {self.periode}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._index)

    def __len__(self) -> int:
        return len(self.baris)

    def to_records(self) -> list[dict[str, object]]:
        """The rows as flat records, for a data frame or a file; amounts in rupiah, None where there is none."""
        return [
            {
                "id_simpul": row.id,
                "uraian": self._nama.get(row.id, ""),
                "tercetak": row.tercetak,
                "teks": row.teks,
                "di_bawahnya": row.bawah,
                "selisih": row.selisih,
                "kosong": "; ".join(row.kosong),
                "tak_terbaca": "; ".join(row.tak_terbaca),
            }
            for row in self.baris
        ]

    def _cells(self) -> list[tuple[str, ...]]:
        return [
            (
                row.id,
                self._nama.get(row.id, ""),
                row.teks or _money(row.tercetak),
                _money(row.bawah),
                _money(row.selisih),
            )
            for row in self.baris
        ]

    def __str__(self) -> str:
        return render_tabel(_HEADER, self._cells(), lebar=(0, 48), kanan=(2, 3, 4))

    def _repr_html_(self) -> str:
        return render_html(_HEADER, self._cells(), kanan=(2, 3, 4))


_HEADER = ("Id", "Nama", "Tercetak", "Di bawahnya", "Selisih")


def _money(amount: int | None) -> str:
    return "" if amount is None else format_rupiah(amount)


# --- what is printed ----------------------------------------------------------

Uang: TypeAlias = dict[str, Pagu | None]
"""The printed amount of every component, by id; None where it prints none."""


def printed_pagu(
    pohon: PohonKinerja, periode: Periode, versi: str | None, pada: dt.date | None = None
) -> Uang:
    """The printed amount of every component, in tree order; without a version, as in force on a day."""
    return {item.id: item.pagu_for(periode, versi, pada=pada) for item in pohon if isinstance(item, Komponen)}


def components_below(pohon: PohonKinerja, id: str, uang: Uang) -> list[str]:
    """The nearest components below a node: conditions between carry no money and are passed."""
    found: list[str] = []
    stack = [item.id for item in reversed(pohon.children(id))]
    while stack:
        here = stack.pop()
        if here in uang:
            found.append(here)
        else:
            stack.extend(item.id for item in reversed(pohon.children(here)))
    return found


def compute_pagu(pohon: PohonKinerja, periode: Periode | int | str, versi: str | None = None) -> RekapPagu:
    """Each node's printed pagu beside the sum of what is printed directly below it.

    Args:
        pohon: The tree.
        periode: The year.
        versi: The version of the plan, such as ``murni``; without it, for each
            node the version that took effect last.

    >>> from sakip import Kegiatan, PohonKinerja, SubKegiatan
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Kegiatan("K1", nama="Rehabilitasi", pagu={"2025": 100_000_000}))
    >>> _ = pohon.add(SubKegiatan("S1", nama="Sandang", pagu={"2025": 60_000_000}), under="K1")
    >>> _ = pohon.add(SubKegiatan("S2", nama="Permakanan"), under="K1")
    >>> rekap = compute_pagu(pohon, 2025)
    >>> rekap["K1"].selisih, rekap["K1"].kosong
    (40000000, ('S2',))
    """
    tahun = to_periode(periode)
    uang = printed_pagu(pohon, tahun, versi)
    rows = [_row(pohon, item.id, uang) for item in pohon]
    shown = tuple(row for row in rows if row.tercetak is not None or row.teks or row.bawah is not None)
    kinds: dict[str, list[Pagu | None]] = {}
    for id, pagu in uang.items():
        kinds.setdefault(pohon[id].jenis, []).append(pagu)
    total = tuple(_total(jenis, amounts) for jenis, amounts in kinds.items())
    return RekapPagu(tahun, versi, shown, total, {row.id: pohon[row.id].label for row in shown})


def _row(pohon: PohonKinerja, id: str, uang: Uang) -> BarisPagu:
    own = uang.get(id)
    below = [(child, uang[child]) for child in components_below(pohon, id, uang)]
    amounts = [pagu.jumlah for _, pagu in below if pagu is not None and pagu.jumlah is not None]
    return BarisPagu(
        id=id,
        tercetak=None if own is None else own.jumlah,
        teks=own.teks if own is not None and own.jumlah is None else "",
        bawah=sum(amounts) if amounts else None,
        kosong=tuple(child for child, pagu in below if pagu is None),
        tak_terbaca=tuple(child for child, pagu in below if pagu is not None and pagu.jumlah is None),
    )


def _total(jenis: str, amounts: Iterable[Pagu | None]) -> TotalPagu:
    rows = list(amounts)
    printed = [pagu for pagu in rows if pagu is not None]
    readable = [pagu.jumlah for pagu in printed if pagu.jumlah is not None]
    return TotalPagu(jenis, len(rows), sum(readable), len(rows) - len(printed), len(printed) - len(readable))
