"""The Rencana Aksi of a post, derived from a tree: for each thing it owns, the components that serve it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TypeVar

import attrs

from sakip.bentuk import BarisAksi, RencanaAksi
from sakip.model import Aktivitas, AnySimpul, Kegiatan, Komponen, Program, Sasaran, SubKegiatan
from sakip.penjenjangan._turunan import Tahun, find_owned, make_kepala, to_rencana, to_sasaran
from sakip.periode import Periode
from sakip.pohon import PohonKinerja

K = TypeVar("K", bound=Komponen)
_BERKOLOM = (Program, Kegiatan, SubKegiatan, Aktivitas)
"""The components that the form has a column for."""


def derive_rencana_aksi(
    pohon: PohonKinerja,
    jabatan: str,
    tahun: Periode | int | str,
    *,
    versi: str | None = None,
    pada: dt.date | None = None,
) -> RencanaAksi:
    """The Rencana Aksi of a post for a year: for each thing it owns, the components that serve it.

    A component stands under the nearest thing above it that the post owns, and under the
    indikator of that which it answers to (``untuk_indikator``). What is owned and is a
    component itself stands in its own row with the program and kegiatan that it is part of;
    the row of a condition names what is below it alone.
    What a further row names again has its indikator and its money in the first one alone.
    The form has no column for KRO and RO.

    Args:
        pohon: The tree.
        jabatan: The id of the post.
        tahun: The year.
        versi: The version of the plan; without one, the one in force at the end of the year.
        pada: The day that it is signed.

    Raises:
        TidakAdaError: There is no such post.
        TipeError: It is no year.

    Acuan: PermenPANRB 53/2014.

    >>> from sakip import Indikator, Jabatan, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Sejahtera", indikator=[Indikator(id="IK1", nama="Indeks")]))
    >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    >>> pohon.assign("O1", "kadis")
    >>> [baris.sasaran.id for baris in derive_rencana_aksi(pohon, "kadis", 2025).baris]
    ['O1']
    """
    year = Tahun.of(tahun, versi, pada)
    owned = find_owned(pohon, jabatan)
    penyusun = _Penyusun(pohon, year, {item.id for item in owned})
    rows = tuple(row for simpul in owned for row in penyusun.rows(simpul))
    return RencanaAksi(kepala=make_kepala(pohon, year), baris=rows)


@attrs.define
class _Baris:
    """A row in the making: what it names, from the program down to the steps."""

    program: Program | None = None
    kegiatan: Kegiatan | None = None
    sub: list[SubKegiatan] = attrs.field(factory=list)
    aksi: list[Aktivitas] = attrs.field(factory=list)

    @classmethod
    def of(cls, jalur: tuple[AnySimpul, ...]) -> _Baris:
        """The row that names one thing alone, by its path from the root down."""
        row = cls()
        for simpul in jalur:
            match simpul:
                case Program():
                    row = cls(simpul)
                case Kegiatan():
                    row = cls(row.program, simpul)
                case SubKegiatan():
                    row = cls(row.program, row.kegiatan, [simpul])
                case Aktivitas():
                    row = cls(row.program, row.kegiatan, row.sub, [simpul])
        return row

    def names(self, id: str) -> bool:
        """Whether it names a thing."""
        parts = (self.program, self.kegiatan, *self.sub, *self.aksi)
        return any(item is not None and item.id == id for item in parts)

    def absorb(self, more: _Baris) -> bool:
        """Take the thing that another row names alone, where it has a place beside what stands here."""
        if self.program != more.program:
            return False
        if self.kegiatan is None and not (self.sub or self.aksi) and not more.aksi:
            self.kegiatan, self.sub = more.kegiatan, more.sub
            return True
        if self.kegiatan != more.kegiatan:
            return False
        if more.aksi:
            fits = self.sub[-1:] == more.sub
            self.aksi += more.aksi if fits else []
            return fits
        fits = not self.aksi
        self.sub += more.sub if fits else []
        return fits


@attrs.define
class _Penyusun:
    """Puts the rows of one post together.

    Attributes:
        pohon: The tree.
        tahun: The year.
        mine: The ids of what the post owns.
        tercetak: The components that a row has with all they say.
    """

    pohon: PohonKinerja
    tahun: Tahun
    mine: set[str]
    tercetak: set[str] = attrs.field(factory=set, init=False)

    def rows(self, simpul: AnySimpul) -> Iterator[BarisAksi]:
        """The rows of one thing that is owned: first what answers to no indikator of it in particular."""
        whole = to_sasaran(simpul, self.tahun)
        groups = self._group(simpul)
        alone = [_Baris.of(self.pohon.path(simpul.id) if isinstance(simpul, _BERKOLOM) else ())]
        if (
            isinstance(simpul, _BERKOLOM)
            and groups
            and not any(row.names(simpul.id) for rows in groups.values() for row in rows)
        ):
            groups[""] = [*alone, *groups.get("", [])]
        rest = tuple(item for item in whole.indikator if item.id not in groups)
        named = [item for item in whole.indikator if item.id in groups]
        general = groups.get("", [])
        if rest or not named:
            yield from self._make(attrs.evolve(whole, indikator=rest), general or alone)
            general = []
        for item in named:
            yield from self._make(attrs.evolve(whole, indikator=item), [*general, *groups[item.id]])
            general = []

    def _group(self, simpul: AnySimpul) -> dict[str, list[_Baris]]:
        """The rows below a thing, by the indikator of it that they answer to; "" for none in particular."""
        known = {item.id for item in simpul.indikator}
        above = 0 if isinstance(simpul, _BERKOLOM) else self.pohon.level(simpul.id)
        groups: dict[str, list[_Baris]] = {}
        for child in self.pohon.children(simpul.id):
            answer = child.untuk_indikator if child.untuk_indikator in known else ""
            for node in self._below(child):
                found = _Baris.of(self.pohon.path(node.id)[above:])
                rows = groups.setdefault(answer, [])
                if not rows or not rows[-1].absorb(found):
                    rows.append(found)
        return groups

    def _below(self, simpul: AnySimpul) -> Iterator[AnySimpul]:
        """The components at and below a thing that a row has a place for, as far as the post owns none."""
        stack = [simpul]
        while stack:
            node = stack.pop()
            if node.id in self.mine:
                continue
            if isinstance(node, _BERKOLOM):
                yield node
            stack += reversed(self.pohon.children(node.id))

    def _make(self, sasaran: Sasaran, rows: list[_Baris]) -> Iterator[BarisAksi]:
        for row in rows:
            yield BarisAksi(
                sasaran=sasaran,
                program=None if row.program is None else self._print(row.program),
                kegiatan=None if row.kegiatan is None else self._print(row.kegiatan),
                sub_kegiatan=tuple(self._print(item) for item in row.sub),
                aksi=tuple(self._print(item) for item in row.aksi),
            )

    def _print(self, simpul: K) -> K:
        """A component with all it says, once; what is a sasaran of the form has its indikator there."""
        made = to_rencana(simpul, self.tahun)
        again = simpul.id in self.tercetak
        self.tercetak.add(simpul.id)
        if again:
            made = attrs.evolve(made, indikator=(), pagu=())
        return attrs.evolve(made, indikator=()) if simpul.id in self.mine else made
