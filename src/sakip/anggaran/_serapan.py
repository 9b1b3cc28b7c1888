"""Money spent beside the pagu, from the leaves of a tree to its roots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.anggaran._rekap import Uang, printed_pagu
from sakip.anggaran._serapan_baris import Asal, BarisSerapan, RekapSerapan
from sakip.anggaran._serapan_catat import Catatan, read_catatan
from sakip.anggaran._serapan_register import (
    SERAPAN_BAWAH_BERBEDA,
    SERAPAN_BELUM_LENGKAP,
    SERAPAN_LEBIH,
    SERAPAN_TANPA_SIMPUL,
)
from sakip.anggaran._waktu import is_within, join_periods, order_key, periods
from sakip.angka import KONTEKS, format_angka
from sakip.errors import TipeError
from sakip.model import AnySimpul, Komponen, RealisasiAnggaran
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.pilihan import to_enum
from sakip.pohon import PohonKinerja
from sakip.temuan import Tempat, Temuan

_Uang: TypeAlias = Mapping[Periode, int | None]
"""A pagu by the period it is printed for; None where it can't be read."""


@attrs.define
class _Jumlah:
    """Sums over the nearest nodes below that may have money.

    Attributes:
        realisasi: What those that have a figure spent.
        ada: How many have one.
        terisi: How many have all of it.
        banyak: How many carry money.
        kosong: Which of these have not all of it.
        tercatat: Whether anything at all is recorded there or further below.
        pagu: The pagu of all of them; None where there are none.
        pagu_ada: The pagu of those that have a figure; None where none has.
    """

    realisasi: int = 0
    ada: int = 0
    terisi: int = 0
    banyak: int = 0
    kosong: list[str] = attrs.field(factory=list)
    tercatat: bool = False
    pagu: _Uang | None = None
    pagu_ada: _Uang | None = None

    def add(self, more: _Jumlah) -> None:
        """Take in what a child passes up."""
        self.realisasi += more.realisasi
        self.ada += more.ada
        self.terisi += more.terisi
        self.banyak += more.banyak
        self.kosong += more.kosong
        self.tercatat |= more.tercatat
        self.pagu = _plus(self.pagu, more.pagu)
        self.pagu_ada = _plus(self.pagu_ada, more.pagu_ada)

    @property
    def lengkap(self) -> bool:
        return self.terisi == self.banyak


def _plus(first: _Uang | None, second: _Uang | None) -> _Uang | None:
    """The sum of amounts, for the periods that both print one for."""
    if first is None or second is None:
        return second if first is None else first
    return {periode: _add(first[periode], second[periode]) for periode in first if periode in second}


def _add(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else first + second


@attrs.frozen
class _Angka:
    """The realisasi of one node: an amount or a reason, and what it rests on."""

    nilai: int | None
    alasan: Alasan | None
    asal: Asal
    terisi: int
    banyak: int
    kosong: tuple[str, ...] = ()


class _Hitung:
    """One pass over a tree, from the leaves to the roots."""

    def __init__(
        self,
        pohon: PohonKinerja,
        records: Mapping[str, list[RealisasiAnggaran]],
        when: Periode,
        versi: str | None,
        kosong: Kekosongan,
    ) -> None:
        self.pohon = pohon
        self.records = records
        self.when = when
        self.kosong = kosong
        self.uang: dict[Periode, Uang] = {
            basis: printed_pagu(pohon, basis, versi, when.akhir) for basis in _bases(when)
        }
        self.naik: dict[str, _Jumlah] = {}
        self.baris: dict[str, BarisSerapan] = {}
        self.temuan: dict[str, list[Temuan]] = {}
        self.kurang: dict[str, tuple[Periode, ...]] = {}

    def rekap(self, versi: str | None) -> RekapSerapan:
        order = list(self.pohon)
        for item in reversed(order):
            self._visit(item)
        rows = tuple(self.baris[item.id] for item in order if item.id in self.baris)
        unknown = _check_unknown(self.records, self.pohon)
        found = [temuan for item in order for temuan in self.temuan.get(item.id, ())]
        uncovered = self._check_cover([item.id for item in order if item.id in self.kurang])
        return RekapSerapan(self.when, versi, self.kosong, rows, (*unknown, *found, *uncovered))

    def _check_cover(self, ids: list[str]) -> Iterator[Temuan]:
        """One finding for the whole tree: in mid-year it would be the same at every node."""
        if not ids:
            return
        groups: dict[tuple[Periode, ...], list[str]] = {}
        for id in ids:
            groups.setdefault(self.kurang[id], []).append(id)
        words = (f"{join_periods(left)} ({_some(nodes)})" for left, nodes in groups.items())
        yield SERAPAN_BELUM_LENGKAP.temuan(
            Tempat(nama=self.pohon.nama), periode=str(self.when), banyak=len(ids), kurang="; ".join(words)
        )

    def _visit(self, item: AnySimpul) -> None:
        below = _Jumlah()
        for child in self.pohon.children(item.id):
            below.add(self.naik.pop(child.id))
        records = self.records.get(item.id)
        is_component = isinstance(item, Komponen)
        if records is None and not is_component:
            self.naik[item.id] = below  # what is above looks through this node
            if below.pagu is not None:
                self._enter(item, None, below, below.pagu)
            return
        place = Tempat(simpul=item.id, nama=item.label)
        own = None if records is None else read_catatan(place, records, self.when)
        printed = self._printed(item.id) if is_component else below.pagu or {}
        angka, pagu = self._enter(item, own, below, printed)
        self.naik[item.id] = self._pass_up(item, angka, (printed, pagu), below)
        if own is not None and own.kurang:
            self.kurang[item.id] = own.kurang
        found = [*(own.temuan if own else ()), *self._check(place, own, below)]
        if is_component:
            found.extend(self._check_over(place, angka, printed))
        if found:
            self.temuan[item.id] = found

    def _printed(self, id: str) -> _Uang:
        """What a component prints, for the period itself and for its year."""
        found = ((basis, uang[id]) for basis, uang in self.uang.items())
        return {basis: pagu.jumlah for basis, pagu in found if pagu is not None}

    def _enter(
        self, item: AnySimpul, own: Catatan | None, below: _Jumlah, printed: _Uang
    ) -> tuple[_Angka, _Uang]:
        """Make the row of a node; give its realisasi and the pagu that belongs to it."""
        angka = self._from_below(item, below) if own is None else _from_own(own)
        # Spending that leaves some out is held against the pagu of the others only.
        is_partial = own is None and angka.nilai is not None and not below.lengkap
        pagu = below.pagu_ada or {} if is_partial else printed
        basis, amount = self._choose(pagu)
        serapan = _divide(angka, amount)
        self.baris[item.id] = BarisSerapan(
            id=item.id,
            nama=item.label,
            periode=self.when,
            pagu=amount,
            periode_pagu=basis,
            pagu_asal=_origin(amount, is_sum=is_partial or not isinstance(item, Komponen)),
            realisasi=angka.nilai,
            serapan=None if isinstance(serapan, Alasan) else serapan,
            alasan=serapan if isinstance(serapan, Alasan) else None,
            asal=angka.asal,
            terisi=angka.terisi,
            banyak=angka.banyak,
            kosong=angka.kosong,
            catatan=() if own is None else own.isi,
        )
        return angka, pagu

    def _from_below(self, item: AnySimpul, below: _Jumlah) -> _Angka:
        """The sum of what is recorded below, or why there is none."""
        many = below.banyak or int(isinstance(item, Komponen))
        kosong = tuple(below.kosong)
        if not below.ada:
            reason = Alasan.SEMUA_KOSONG if below.tercatat else Alasan.BELUM_ADA_SERAPAN
            return _Angka(None, reason, "", 0, many, kosong)
        if below.lengkap or self.kosong is Kekosongan.LEWATI:
            return _Angka(below.realisasi, None, "bawah", below.terisi, many, kosong)
        return _Angka(None, Alasan.ADA_YANG_KOSONG, "", below.terisi, many, kosong)

    def _choose(self, pagu: _Uang) -> tuple[Periode | None, int | None]:
        """The pagu of the period itself where there is one, else that of its year."""
        for basis in self.uang:
            if basis in pagu:
                return basis, pagu[basis]
        return None, None

    def _pass_up(self, item: AnySimpul, angka: _Angka, uang: tuple[_Uang, _Uang], below: _Jumlah) -> _Jumlah:
        """What a node that may have money stands for in the sum of the one above."""
        printed, pagu = uang
        has = angka.nilai is not None
        is_full = has and angka.terisi == angka.banyak
        carries = bool(printed or item.id in self.records or below.banyak)
        return _Jumlah(
            realisasi=angka.nilai or 0,
            ada=int(has),
            terisi=int(is_full),
            banyak=int(carries),
            kosong=[item.id] if carries and not is_full else [],
            tercatat=item.id in self.records or below.tercatat,
            pagu=printed,
            pagu_ada=pagu if has else None,
        )

    def _check(self, tempat: Tempat, own: Catatan | None, below: _Jumlah) -> Iterator[Temuan]:
        """What is recorded at a node beside the sum below; a sum that leaves some out may be less."""
        if own is None or own.jumlah is None or not below.ada:
            return
        if below.realisasi > own.jumlah or (below.lengkap and below.realisasi != own.jumlah):
            part = "" if below.lengkap else f" (terisi {below.terisi} dari {below.banyak})"
            yield SERAPAN_BAWAH_BERBEDA.temuan(
                tempat,
                periode=str(self.when),
                tercatat=own.jumlah,
                jumlah=below.realisasi,
                catatan=part,
                selisih=own.jumlah - below.realisasi,
            )

    def _check_over(self, tempat: Tempat, angka: _Angka, printed: _Uang) -> Iterator[Temuan]:
        basis, amount = self._choose(printed)
        if angka.nilai is not None and amount is not None and angka.nilai > amount:
            yield SERAPAN_LEBIH.temuan(
                tempat,
                periode=str(self.when),
                realisasi=angka.nilai,
                tahun=str(basis),
                pagu=amount,
                lebih=angka.nilai - amount,
            )


_TERSEBUT = 5
"""How many nodes of one kind a finding names."""


def _some(ids: list[str]) -> str:
    """How many nodes there are, and the first of them."""
    more = ", …" if len(ids) > _TERSEBUT else ""
    return f"{format_angka(len(ids))} simpul: {', '.join(ids[:_TERSEBUT])}{more}"


def _bases(when: Periode) -> tuple[Periode, ...]:
    """The periods whose pagu may be used, the period itself first."""
    if when.jenis in (JenisPeriode.TAHUN, JenisPeriode.RENTANG):
        return (when,)
    return when, Periode(when.tahun)


def _from_own(own: Catatan) -> _Angka:
    if own.jumlah is None:
        return _Angka(None, own.alasan, "", 0, 1)
    return _Angka(own.jumlah, None, "simpul", 1, 1)


def _origin(amount: int | None, *, is_sum: bool) -> Asal:
    if amount is None:
        return ""
    return "bawah" if is_sum else "simpul"


def _divide(angka: _Angka, pagu: int | None) -> Decimal | Alasan:
    """The serapan in percent; what is wrong with the pagu is said first."""
    if pagu is None or pagu < 0:
        return Alasan.TANPA_PAGU
    if pagu == 0:
        return Alasan.PAGU_NOL
    if angka.nilai is None:
        return angka.alasan or Alasan.BELUM_ADA_SERAPAN
    return KONTEKS.divide(Decimal(angka.nilai * 100), Decimal(pagu))


def _check_unknown(records: Mapping[str, list[RealisasiAnggaran]], pohon: PohonKinerja) -> Iterator[Temuan]:
    for id in sorted(set(records) - {item.id for item in pohon}):
        for periode in sorted(periods(records[id]), key=order_key):
            yield SERAPAN_TANPA_SIMPUL.temuan(Tempat(simpul=id), periode=str(periode), simpul=id)


def compute_serapan(
    pohon: PohonKinerja,
    realisasi: Iterable[RealisasiAnggaran],
    periode: Periode | int | str,
    versi: str | None = None,
    *,
    kosong: Kekosongan | str = Kekosongan.TOLAK,
) -> RekapSerapan:
    """How much of the pagu of each node was spent in a period.

    A record is the money spent in its own period, not up to its end. For the
    period asked for, the record of exactly that period counts; without one,
    those of shorter periods within it are added up. Spending recorded at a node
    counts before the sum of what is recorded below it, and where the two do not
    agree there is a finding. A node without a record has no realisasi; it is
    never zero.

    The pagu is the one printed for the period, or else for its year. A node
    that is no component has the sum of the nearest components below, where each
    of them prints one that can be read.

    Args:
        pohon: The tree.
        realisasi: The spending; records of other periods are passed over.
        periode: The period.
        versi: The version of the plan, such as ``murni``; without it, for each
            node the version in force at the end of the period, be it that of its year.
        kosong: What is done where a part of a sum has no realisasi: ``tolak``
            gives a reason, ``lewati`` leaves it out, and its pagu with it.

    Returns:
        The rows in tree order, and what is wrong with the records: first those of
        nodes that the tree does not have, then in tree order, and last in one finding
        what no record covers of a period that was added up.

    Raises:
        PeriodeError: It names no period.
        ModelError: An unknown *kosong*.
        TipeError: Something among the records is no `RealisasiAnggaran`.

    >>> from sakip import Kegiatan, PohonKinerja, SubKegiatan
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Kegiatan("K1", nama="Rehabilitasi", pagu={"2025": 100_000_000}))
    >>> _ = pohon.add(SubKegiatan("S1", nama="Sandang", pagu={"2025": 60_000_000}), under="K1")
    >>> _ = pohon.add(SubKegiatan("S2", nama="Permakanan", pagu={"2025": 40_000_000}), under="K1")
    >>> belanja = [RealisasiAnggaran("S1", "2025", 45_000_000)]
    >>> rekap = compute_serapan(pohon, belanja, 2025)
    >>> rekap["S1"].serapan, rekap["K1"].serapan, rekap["K1"].kosong
    (Decimal('75'), None, ('S2',))
    >>> belanja.append(RealisasiAnggaran("S2", "2025", 0))
    >>> str(compute_serapan(pohon, belanja, 2025)["K1"])
    '45,00 %'
    """
    when = to_periode(periode)
    choice = to_enum(Kekosongan, kosong, "compute_serapan", "kosong")
    records: dict[str, list[RealisasiAnggaran]] = {}
    for item in realisasi:
        if not isinstance(item, RealisasiAnggaran):
            raise TipeError(type(item).__name__, "pass RealisasiAnggaran, one for each node and period")
        if is_within(item.periode, when):
            records.setdefault(item.simpul, []).append(item)
    return _Hitung(pohon, records, when, versi, choice).rekap(versi)
