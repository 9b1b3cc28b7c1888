"""The rows of IKI tables: sasaran, and indikator with their formulas over several rows."""

from __future__ import annotations

import re

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import BARIS_TERBELAH, ISIAN_TAK_DIKENAL, SEL_RUSAK
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.butir import continues
from sakip.dokumen._bagian.formulasi import is_persentase, is_suku
from sakip.dokumen._bagian.kata import new_id
from sakip.dokumen._bagian.nomor import Penomor, list_sebutan
from sakip.dokumen._iki.kumpul import Kumpulan, make_indikator, shift_butir
from sakip.dokumen._iki.sel import (
    BarisSel,
    arrange,
    continues_above,
    fill_gabungan,
    is_bergeser,
    is_nomor,
    split_halaman,
)
from sakip.model import Indikator, Sasaran
from sakip.periode import Periode

_KATA = re.compile(r"[^\W\d_]{3,}")
_TERBUKA = re.compile(r"(?:[,(/–-]|\b(?:dan|atau|serta|dari|pada|di|ke|untuk|yang))$", re.IGNORECASE)


@attrs.define
class KelompokIKI:
    """What is gathered of one sasaran while its rows go by."""

    uraian: str
    id: str = ""
    nomor: str = ""
    kumpulan: list[Kumpulan] = attrs.field(factory=list)


@attrs.define
class PembacaIKI:
    """Reads the tables of one post.

    Attributes:
        bacaan: The reading.
        periode: The year of targets whose header names none.
    """

    bacaan: Bacaan
    periode: Periode | None = None
    id_jabatan: str = attrs.field(default="", init=False)
    kelompok: list[KelompokIKI] = attrs.field(factory=list, init=False)
    _penomor: Penomor = attrs.field(init=False)
    _ids: set[str] = attrs.field(factory=set, init=False)

    @_penomor.default
    def _make_penomor(self) -> Penomor:
        return Penomor(self.bacaan)

    def read(self, larik: tuple[Larik, ...]) -> None:
        """Read the rows of a table on; its first ones may continue the table before."""
        for halaman in split_halaman(larik):
            bergeser = is_bergeser(halaman)
            for item in halaman:
                self._row(arrange(self.bacaan, item, bergeser=bergeser))

    def _row(self, baris: BarisSel) -> None:
        begins = self._take_nomor(baris)
        self.id_jabatan = self.id_jabatan or baris.bersih("id_jabatan")
        self._mark(baris, "id_jabatan")
        starts = self._starts(baris, begins=begins)
        self._put_sasaran(baris, begins=begins, starts=starts)
        if starts:
            self._start(baris)
        elif last := self._last():
            self._go_on(baris, last)
        if last := self._last():
            self._fill(baris, last, starts=starts)

    # --- what a row begins ----------------------------------------------------

    def _take_nomor(self, baris: BarisSel) -> bool:
        cell = baris.sel.pop("nomor", None)
        if cell is None:
            return False
        if not is_nomor(cell.bersih):
            self.bacaan.note(SEL_RUSAK, cell.petak, teks=cell.bersih, harapan="nomor")
            return False
        self._penomor.follow(cell.bersih, cell.petak, ber_id=baris.larik.ber_id, ulang=self._repeats(baris))
        return True

    def _repeats(self, baris: BarisSel) -> bool:
        """Whether a row prints its sasaran again, so that its number may be that of the row above."""
        teks = baris.bersih("sasaran")
        return bool(self.kelompok and teks) and teks == self.kelompok[-1].uraian

    def _last(self) -> Kumpulan | None:
        return self.kelompok[-1].kumpulan[-1] if self.kelompok and self.kelompok[-1].kumpulan else None

    def _starts(self, baris: BarisSel, *, begins: bool) -> bool:
        """Whether a row begins an indikator, or goes on with the one above."""
        teks, last = baris.bersih("indikator"), self._last()
        if id := baris.bersih("id_indikator"):
            return begins or last is None or id != last.id
        if not teks:
            return begins and "formulasi" in baris
        if begins or last is None:
            return True
        if not last.nama:
            return False  # the name of the row above was not to be read, and comes here
        return self._looks_new(baris, teks, last)

    def _looks_new(self, baris: BarisSel, teks: str, last: Kumpulan) -> bool:
        if continues(teks):
            return False
        if is_suku(teks) or not _KATA.search(teks):
            return True
        if continues(baris.bersih("formulasi")):
            return False
        sasaran = baris.bersih("sasaran")
        if sasaran and not continues(sasaran) and " " in sasaran:
            return True
        return "formulasi" in baris and not (self._lacks_penyebut(last) and "sumber_data" not in baris)

    @staticmethod
    def _lacks_penyebut(last: Kumpulan) -> bool:
        return len(last.formulasi) == 1 and is_persentase(last.nama[0])

    def _put_sasaran(self, baris: BarisSel, *, begins: bool, starts: bool) -> None:
        teks, id = baris.bersih("sasaran"), baris.bersih("id_sasaran")
        self._mark(baris, "id_sasaran")
        last = self.kelompok[-1] if self.kelompok else None
        if not teks and (not id or (last is not None and id == last.id)):
            return
        if last is None or not self._goes_on(baris, last, begins=begins, starts=starts):
            own = self._check_id(baris, "id_sasaran", id)
            self.kelompok.append(KelompokIKI(teks, own, self._penomor.janggal if begins else ""))
        self._mark(baris, "sasaran")

    def _goes_on(self, baris: BarisSel, last: KelompokIKI, *, begins: bool, starts: bool) -> bool:
        """Whether a sasaran is the one above: printed again, going on, or not to be read."""
        teks, id = baris.bersih("sasaran"), baris.bersih("id_sasaran")
        if id:
            return id == last.id
        if teks == last.uraian:
            return True  # printed again at the top of a page, or for a further indikator
        if begins:
            return False
        if continues(teks) or (not starts and ("indikator" in baris or "formulasi" in baris)):
            self._note_sambung(baris, "sasaran")
            last.uraian = f"{last.uraian} {teks}".strip()
            return True
        if " " not in teks:
            self.bacaan.note(SEL_RUSAK, baris.sel["sasaran"].petak, teks=teks, harapan="sasaran")
            return True
        return False

    def _check_id(self, baris: BarisSel, kunci: str, id: str) -> str:
        """An id that no other row has; a copied one is left out, so that a new one is made."""
        if not id or id not in self._ids:
            self._ids.add(id)
            return id
        self.bacaan.note(
            ISIAN_TAK_DIKENAL, baris.sel[kunci].petak, teks=id, sebab="id ini sudah dipakai baris lain"
        )
        return ""

    # --- the cells of an indikator --------------------------------------------

    def _start(self, baris: BarisSel) -> None:
        if not self.kelompok:
            self.kelompok.append(KelompokIKI(""))
        self._carry(baris)
        id = self._check_id(baris, "id_indikator", baris.bersih("id_indikator"))
        cell = baris.sel.get("indikator")
        place = (cell or baris.sel.get("formulasi") or next(iter(baris.sel.values()))).petak
        fresh = Kumpulan(place, id)
        self.kelompok[-1].kumpulan.append(fresh)
        if cell is None:
            return
        if id or _KATA.search(cell.bersih):
            fresh.nama.append(cell.teks)
            self._mark(baris, "indikator")
        else:
            self.bacaan.note(SEL_RUSAK, cell.petak, teks=cell.bersih, harapan="nama indikator")

    def _carry(self, baris: BarisSel) -> None:
        """Give the beginning of a formula to the indikator above, where a page broke in the middle of it."""
        cell, last = baris.sel.get("formulasi"), self._last()
        if cell is None or last is None or "id_indikator" in baris or not last.formulasi:
            return
        carry, rest = continues_above(cell.teks)
        if carry:
            self.bacaan.note(BARIS_TERBELAH, cell.petak, teks=carry, sebab="formulasi berlanjut")
            last.formulasi.append(carry)
            baris.sel["formulasi"] = attrs.evolve(cell, teks=rest)

    def _go_on(self, baris: BarisSel, last: Kumpulan) -> None:
        if "indikator" in baris:
            if last.nama:
                self._note_sambung(baris, "indikator")
            self._mark(baris, "indikator")
            last.nama.append(baris.sel["indikator"].teks)

    def _fill(self, baris: BarisSel, last: Kumpulan, *, starts: bool) -> None:
        self._fill_formulasi(baris, last, starts=starts)
        self._fill_sumber(baris, last, starts=starts)
        for kunci in ("satuan", "keterangan"):
            if teks := baris.bersih(kunci):
                if last.teks.get(kunci):
                    self._note_sambung(baris, kunci)
                last.teks[kunci] = f"{last.teks.get(kunci, '')} {teks}".strip()
            elif starts and (merged := fill_gabungan(baris, kunci)):
                last.teks[kunci] = " ".join(merged.split())
        for kunci in ("satuan", "keterangan", "id_indikator", "faktor", "formulasi", "sumber_data"):
            self._mark(baris, kunci)
        if not baris.bergeser:
            last.rencana.take(self.bacaan, baris.larik, self.periode)
        last.rencana.lain.extend(self.bacaan.take_lain(baris.larik))

    def _fill_formulasi(self, baris: BarisSel, last: Kumpulan, *, starts: bool) -> None:
        if cell := baris.sel.get("formulasi"):
            if not starts and continues(cell.bersih):
                self._note_sambung(baris, "formulasi")
            last.petak_formulasi = last.petak_formulasi or cell.petak
            last.formulasi.append(cell.teks)
        if "faktor" in baris:
            last.faktor += 1

    def _fill_sumber(self, baris: BarisSel, last: Kumpulan, *, starts: bool) -> None:
        cell = baris.sel.get("sumber_data")
        if cell is None:
            if starts and (merged := fill_gabungan(baris, "sumber_data")):
                last.sumber.append(merged)
            return
        if not _KATA.search(cell.bersih) and last.sumber:
            self.bacaan.note(SEL_RUSAK, cell.petak, teks=cell.bersih, harapan="sumber data")
            return
        if last.sumber:
            self._note_sambung(baris, "sumber_data")
        joins = continues(cell.bersih) or continues(baris.bersih("formulasi"))
        if last.sumber and (joins or _TERBUKA.search(last.sumber[-1].rstrip())):
            last.sumber[-1] = f"{last.sumber[-1]} {cell.teks}"
        else:
            last.sumber.append(cell.teks)

    def _mark(self, baris: BarisSel, kunci: str) -> None:
        """Say of a cell that it is in the result; what a finding named before stays so."""
        if cell := baris.sel.get(kunci):
            self.bacaan.buku.put(Nasib.ISI, cell.petak)

    def _note_sambung(self, baris: BarisSel, kunci: str) -> None:
        sebab = f"{kunci.replace('_', ' ')} berlanjut"
        self.bacaan.note(BARIS_TERBELAH, baris.sel[kunci].petak, teks=baris.bersih(kunci), sebab=sebab)

    # --- the end --------------------------------------------------------------

    def make(self, awalan: str) -> tuple[Sasaran, ...]:
        """The sasaran that were read, with ids where the document has none."""
        shift_butir(self.bacaan, [item for group in self.kelompok for item in group.kumpulan])
        used = set(self._ids)
        return tuple(
            self._make_sasaran(group, group.id or _give(f"{awalan}.S{number}", used), used)
            for number, group in enumerate(self.kelompok, start=1)
        )

    def _make_sasaran(self, group: KelompokIKI, id: str, used: set[str]) -> Sasaran:
        found: list[Indikator] = []
        for item in group.kumpulan:
            for place, indikator in enumerate(make_indikator(self.bacaan, item)):
                own = item.id if item.id and not place else _give(f"{id}.{len(found) + 1}", used)
                found.append(attrs.evolve(indikator, id=own))
        sebutan = list_sebutan(group.uraian, group.nomor)
        return Sasaran(id, uraian=group.uraian, indikator=found, sebutan=sebutan)


def _give(base: str, used: set[str]) -> str:
    """An id that no row of the post has, one further down neither."""
    made = new_id(base, used)
    used.add(made)
    return made
