"""One row of an export of SIPD, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from sakip.angka import Angka, Isian, Kosong, read_nilai
from sakip.bentuk import BarisSIPD, IndikatorSIPD, KomponenSIPD, UangSIPD
from sakip.dokumen._baca.register import ISIAN_TAK_DIKENAL, PAGU_TAK_TERBACA
from sakip.dokumen._datar.kolom import Kolom
from sakip.dokumen._datar.lembar import Baris
from sakip.dokumen._datar.sel import Note, Sel
from sakip.dokumen._sipd.kolom import KELOMPOK, LEVEL, OUTPUT, SKPD, SUB, TIPE, UMUM, KelompokIndikator
from sakip.errors import PeriodeError
from sakip.kode import LevelKode
from sakip.periode import Periode

_TAHUN = re.compile(r"(?:19|2\d)\d\d")
REALISASI, TARGET = "realisasi_bulan_1", "target_1"
"""The columns that findings stand at whose cells don't say which indikator they are of."""
_KINERJA, _UANG = "realisasi_bulan", "realisasi_anggaran_bulan"


@attrs.define
class Catatan:
    """What is taken to be so in rows, and what measures nothing: how often, and where first.

    Attributes:
        dianggap: By the column whose owner was taken to be so, and the level of that indikator.
        tanpa: By the column of figures that no indikator has.
    """

    dianggap: dict[tuple[str, LevelKode], tuple[int, int]] = attrs.field(factory=dict)
    tanpa: dict[str, tuple[int, int]] = attrs.field(factory=dict)


def _count(store: dict[Any, tuple[int, int]], key: Any, nomor: int) -> None:
    banyak, pertama = store.get(key, (0, nomor))
    store[key] = banyak + 1, pertama


@attrs.define
class PembacaBaris:
    """Reads the rows of one table.

    Attributes:
        kolom: Its columns.
        note: Where findings go.
        catatan: What is told once for the whole table.
    """

    kolom: frozenset[str]
    note: Note
    catatan: Catatan = attrs.field(factory=Catatan)
    _pakai_sub: bool = attrs.field(init=False)

    @_pakai_sub.default
    def _has_sub(self) -> bool:
        """Whether sub kegiatan have columns of their own, so that the others are of the kegiatan."""
        own = {
            SUB.nama,
            SUB.satuan,
            *(f"{kind}_{n}" for kind in ("target_sub", "pagu_sub") for n in range(1, 6)),
        }
        return bool(self.kolom & own)

    def read(self, baris: Baris[Kolom]) -> BarisSIPD | None:
        """A row; None where it names no level."""
        sel = Sel(baris, self.note)
        cells = {kolom.kunci: teks for kolom, teks in baris.sel.items() if kolom.kunci}
        lain = {kolom.judul: teks for kolom, teks in baris.sel.items() if not kolom.kunci}
        komponen = tuple(self._komponen(cells))
        if not komponen:
            return None
        lowest = komponen[-1].level
        made = _Baris(self, sel, cells, lain)
        indikator = made.indikator(lowest)
        return BarisSIPD(
            nomor=baris.nomor,
            **{name: cells.get(name, "").strip() for name in SKPD},
            komponen=komponen,
            tahun=made.tahun(),
            tahun_awal=made.year("tahun_awal"),
            tahun_akhir=made.year("tahun_akhir"),
            indikator=indikator,
            uang=tuple(made.uang(lowest)),
            lain=tuple(lain.items()),
        )

    def _komponen(self, cells: Mapping[str, str]) -> Iterator[KomponenSIPD]:
        for level, word in LEVEL.items():
            kode, nama = cells.get(f"kode_{word}", ""), cells.get(f"nama_{word}", "")
            if kode.strip() or nama.strip():
                yield KomponenSIPD(level=level, kode=kode.strip(), nama=nama.strip())

    def level_of(self, item: KelompokIndikator, lowest: LevelKode) -> LevelKode:
        """The level whose indikator a group of columns speaks of."""
        if item.level is not None:
            return item.level
        if item is UMUM and self._pakai_sub:
            return LevelKode.KEGIATAN
        return lowest

    def money_level(self, lowest: LevelKode) -> LevelKode:
        """The level whose money ``pagu_1`` and the like are."""
        return LevelKode.KEGIATAN if self._pakai_sub and lowest is LevelKode.SUB_KEGIATAN else lowest


@attrs.define
class _Baris:
    """The cells of one row while they are taken."""

    pembaca: PembacaBaris
    sel: Sel
    cells: dict[str, str]
    lain: dict[str, str]

    # --- time ---------------------------------------------------------------------

    def tahun(self) -> Periode | None:
        """The year of the row; what is none is kept with a finding."""
        teks = self.cells.get("tahun_anggaran", "").strip()
        if not teks:
            return None
        try:
            return Periode.parse(teks)
        except PeriodeError as error:
            self._refuse("tahun_anggaran", error.kalimat)
            return None

    def year(self, kunci: str) -> int | None:
        """A year of the plan."""
        teks = self.cells.get(kunci, "").strip()
        if not teks:
            return None
        if _TAHUN.fullmatch(teks):
            return int(teks)
        self._refuse(kunci, "itu bukan tahun")
        return None

    def _refuse(self, kunci: str, sebab: str) -> None:
        teks = self.cells[kunci]
        self.sel.note(ISIAN_TAK_DIKENAL, self.sel.baris.nomor, kunci, teks=teks, sebab=sebab)
        self.lain[kunci] = teks

    # --- values ---------------------------------------------------------------------

    def _nilai(self, kunci: str) -> Isian | None:
        teks = self.cells.get(kunci, "")
        return self.sel.nilai(Kolom(kunci), teks) if teks else None

    def _rupiah(self, kunci: str) -> Isian | None:
        """An amount; what can't be read is kept as printed, with a finding."""
        teks = self.cells.get(kunci, "")
        if not teks or isinstance(read_nilai(teks), Kosong):
            return read_nilai(teks) if teks else None
        jumlah = self.sel.rupiah(Kolom(kunci), teks, PAGU_TAK_TERBACA)
        return read_nilai(teks) if jumlah is None else Angka(jumlah, "", teks)

    def _numbered(
        self, awalan: str, most: int, read: Callable[[str], Isian | None]
    ) -> tuple[tuple[int, Isian], ...]:
        found = ((number, read(f"{awalan}_{number}")) for number in range(1, most + 1))
        return tuple((number, nilai) for number, nilai in found if nilai is not None)

    # --- indikator ------------------------------------------------------------------

    def indikator(self, lowest: LevelKode) -> tuple[IndikatorSIPD, ...]:
        """The indikator of the row; what is measured belongs to one of them."""
        found = self._found(lowest)
        measured = self._numbered(_KINERJA, 12, self._nilai)
        id, rumus = self._text("id_indikator"), self._text("id_rumus_indikator")
        tipe = self._tipe()
        if not (measured or id or rumus):
            return tuple(found)
        place = self._choose(found, tipe)
        if place is None and tipe is not None and id:
            found.append(IndikatorSIPD(level=tipe))  # named by its id alone
            place = len(found) - 1
        if place is None:
            self._leave(measured)
            return tuple(found)
        found[place] = attrs.evolve(found[place], id=id, rumus=rumus, realisasi=measured)
        return tuple(found)

    def _found(self, lowest: LevelKode) -> list[IndikatorSIPD]:
        """The indikator that the groups of columns name; targets without a name are of the one beside them."""
        made = {item: kpi for item in KELOMPOK if (kpi := self._one(item, lowest)) is not None}
        output, rest = made.get(OUTPUT), made.get(UMUM)
        if output is not None and rest is not None and not rest.nama and rest.level is output.level:
            _count(self.pembaca.catatan.dianggap, (TARGET, rest.level), self.sel.baris.nomor)
            made[OUTPUT] = attrs.evolve(
                output,
                satuan=output.satuan or rest.satuan,
                target=output.target or rest.target,
                target_ke=rest.target_ke,
                awal=rest.awal,
                akhir=rest.akhir,
            )
            del made[UMUM]
            for kunci, own, taken in (
                (UMUM.satuan, output.satuan, rest.satuan),
                (UMUM.target, output.target, rest.target),
            ):
                if own and taken:
                    self.lain[kunci] = self.cells[kunci]
        return list(made.values())

    def _one(self, item: KelompokIndikator, lowest: LevelKode) -> IndikatorSIPD | None:
        level = self.pembaca.level_of(item, lowest)
        target = self._nilai(item.target)
        numbered = self._numbered(item.ke, 5, self._nilai) if item.ke else ()
        ends: dict[str, Any] = (
            {"awal": self._nilai("target_awal"), "akhir": self._nilai("target_akhir")} if item is UMUM else {}
        )
        nama, satuan = self._text(item.nama), self._text(item.satuan)
        if not (nama or satuan or target or numbered or any(ends.values())):
            return None
        return IndikatorSIPD(level=level, nama=nama, satuan=satuan, target=target, target_ke=numbered, **ends)

    def _text(self, kunci: str) -> str:
        return self.cells.get(kunci, "").strip()

    def _tipe(self) -> LevelKode | None:
        """The level that ``tipe_indikator`` names."""
        teks = self._text("tipe_indikator")
        if not teks:
            return None
        found = TIPE.get(teks)
        if found is None:
            self._refuse("tipe_indikator", f"pakai salah satu: {', '.join(TIPE)}")
        self.lain["tipe_indikator"] = teks
        return found

    def _choose(self, found: list[IndikatorSIPD], tipe: LevelKode | None) -> int | None:
        """Which indikator the figures of the months are of."""
        places = [place for place, kpi in enumerate(found) if tipe in (None, kpi.level)]
        if len(places) == 1:
            return places[0]
        if not places:
            return None
        lowest = max((found[place].level for place in places), key=lambda level: level.value)
        places = [place for place in places if found[place].level is lowest]
        if len(places) > 1:
            return None
        _count(self.pembaca.catatan.dianggap, (REALISASI, lowest), self.sel.baris.nomor)
        return places[0]

    def _leave(self, measured: tuple[tuple[int, Isian], ...]) -> None:
        """Keep figures that measure nothing known as further cells."""
        for kunci in ("id_indikator", "id_rumus_indikator"):
            if teks := self.cells.get(kunci):
                self.lain[kunci] = teks
        for bulan, _ in measured:
            self.lain[f"{_KINERJA}_{bulan}"] = self.cells[f"{_KINERJA}_{bulan}"]
        if measured:
            _count(self.pembaca.catatan.tanpa, f"{_KINERJA}_{measured[0][0]}", self.sel.baris.nomor)

    # --- money ------------------------------------------------------------------------

    def uang(self, lowest: LevelKode) -> Iterator[UangSIPD]:
        """The money of the row, level by level."""
        yearly, spent = self._rupiah("pagu"), self._numbered(_UANG, 12, self._rupiah)
        found: dict[LevelKode, UangSIPD] = {}
        if yearly is not None or spent:
            found[lowest] = UangSIPD(level=lowest, pagu=yearly, realisasi=spent)
        for level, awalan in (
            (self.pembaca.money_level(lowest), "pagu"),
            (LevelKode.SUB_KEGIATAN, "pagu_sub"),
        ):
            if numbered := self._numbered(awalan, 5, self._rupiah):
                old = found.get(level, UangSIPD(level=level))
                found[level] = attrs.evolve(old, pagu_ke=numbered)
        yield from found.values()
