"""A chain of results put together from its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs

from sakip.angka import Isian
from sakip.bentuk import Pasangan
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import BARIS_TERBELAH, ISIAN_TAK_DIKENAL, NOMOR_TIDAK_URUT
from sakip.dokumen._bagian.butir import continues
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._rencana_aksi_individu.baris import (
    AKSI,
    BAWAHAN,
    IKI,
    INDIKATOR,
    RHK,
    TINGKAT,
    Baris,
    Harapan,
    Sel,
    Unsur,
)
from sakip.dokumen._rencana_aksi_individu.tabel import find_periode
from sakip.model import Aktivitas, Indikator, Sasaran, Sebutan, Target
from sakip.periode import JenisPeriode, Periode

SETAHUN = "1 Tahun"
_TINGKAT_SIMPUL = (RHK, BAWAHAN, AKSI)


def label_of(periode: Periode) -> str:
    """What the column of a period is headed by, in a form for one year.

    >>> label_of(Periode(2024)), label_of(Periode.parse("2024-TW3")), label_of(Periode.parse("2024-S2"))
    ('1 Tahun', 'Trw III', 'Semester II')
    """
    roman = ("I", "II", "III", "IV")
    if periode.jenis is JenisPeriode.TAHUN:
        return SETAHUN
    name = "Trw" if periode.jenis is JenisPeriode.TRIWULAN else "Semester"
    return f"{name} {roman[periode.nomor - 1]}"


@attrs.define
class Urutan:
    """The numbers of one level: which comes next, and which are printed otherwise.

    >>> urutan = Urutan()
    >>> urutan.take(None), urutan.take(2), urutan.take(9), urutan.take(10)
    (True, True, False, True)
    """

    berikut: int = 1

    def take(self, angka: int | None) -> bool:
        """Count one more; whether the number printed, if any, is the one that was next."""
        good = angka is None or angka == self.berikut
        self.berikut = (self.berikut if angka is None else angka) + 1
        return good


@attrs.define(eq=False)
class Bagian:
    """One thing of the chain while its rows go by: a hasil kerja, an indikator, or a step.

    Attributes:
        tingkat: Its level.
        id: Its id.
        teks: Its text.
        sel: Where it is printed first.
        induk: The node that it is of: the parent of a node, the node of an indikator.
        untuk: The indikator that a node answers to.
        angka: Its number, where one is printed.
        nomor: Its number or letter, where that is not the one that was next.
        ulang: Whether it is a step whose number begins anew with no indikator of its own.
        indikator: The indikator of a hasil kerja.
        id_target: The id of the indikator that has the targets of a step.
        target: Its targets, with their cells.
        keterangan: The remarks.
        lain: Further cells.
    """

    tingkat: str
    id: str
    teks: str
    sel: Sel
    induk: Bagian | None = None
    untuk: Bagian | None = None
    angka: int | None = None
    nomor: str = ""
    ulang: bool = False
    indikator: list[Bagian] = attrs.field(factory=list)
    id_target: str = ""
    target: list[tuple[Periode, Isian, Petak]] = attrs.field(factory=list)
    keterangan: list[str] = attrs.field(factory=list)
    lain: list[tuple[str, str]] = attrs.field(factory=list)
    target_lain: list[tuple[str, str]] = attrs.field(factory=list)

    @property
    def daftar(self) -> Bagian | None:
        """What a step is listed under: its indikator, or else its hasil kerja."""
        return self.untuk or self.induk

    def _sebutan(self, bagian: str = "uraian") -> tuple[Sebutan, ...]:
        return (Sebutan(self.teks, nomor=self.nomor, bagian=bagian),) if self.nomor else ()

    def _target(self) -> list[Target]:
        return sorted((Target(when, value) for when, value, _ in self.target), key=lambda item: item.periode)

    def to_indikator(self) -> Indikator:
        """The indikator that it is."""
        return Indikator(
            id=self.id,
            nama=self.teks,
            sebutan=self._sebutan("nama"),
            target=self._target(),
            keterangan="\n".join(self.keterangan),
            lain=[*self.target_lain, *self.lain],
        )

    def to_pasangan(self) -> Pasangan:
        """The node that it is, with the id of its parent."""
        rows = tuple(item.to_indikator() for item in self.indikator)
        if self.tingkat == AKSI:
            rows = self._tersirat()
        node = (Aktivitas if self.tingkat == AKSI else Sasaran)(
            self.id,
            uraian=self.teks,
            indikator=rows,
            sebutan=self._sebutan(),
            untuk_indikator="" if self.untuk is None else self.untuk.id,
            keterangan="\n".join(self.keterangan),
            lain=self.lain,
        )
        return node, None if self.induk is None else self.induk.id

    def _tersirat(self) -> tuple[Indikator, ...]:
        if not self.id_target:
            return ()
        return (
            Indikator(
                id=self.id_target,
                nama=self.teks,
                tersirat=True,
                target=self._target(),
                lain=self.target_lain,
            ),
        )


@attrs.define
class Rakitan:
    """Puts the rows of one form together.

    Attributes:
        bacaan: The reading.
        periode: The year of the form; None where it says none.
        terpakai: The ids that stand somewhere in the tables.
        simpul: The nodes, in the order of their rows.
    """

    bacaan: Bacaan
    periode: Periode | None
    terpakai: frozenset[str] = frozenset()
    simpul: list[Bagian] = attrs.field(factory=list)
    _kini: dict[str, Bagian] = attrs.field(factory=dict)
    _urutan: dict[str, Urutan] = attrs.field(factory=lambda: {tingkat: Urutan() for tingkat in TINGKAT})
    _kolom: dict[str, int] = attrs.field(factory=dict)
    _id: set[str] = attrs.field(factory=set)
    _anak: Counter[str] = attrs.field(factory=Counter)
    _tanpa_tahun: bool = False

    @property
    def harapan(self) -> Harapan:
        """What the next row may be expected to say."""
        return Harapan({tingkat: item.berikut for tingkat, item in self._urutan.items()}, self._kolom)

    def turn_page(self) -> None:
        """Forget where the levels stood: the columns of the next page may stand elsewhere."""
        self._kolom.clear()

    # --- rows -----------------------------------------------------------------

    def add(self, baris: Baris) -> None:
        """Put a row in its place."""
        last: Bagian | None = None
        for tingkat, unsur in baris.unsur.items():
            last = self._open(tingkat, unsur, alone=not baris.target)
            if unsur.teks:
                self._kolom[tingkat] = unsur.sel.petak.kolom
        last = last or self._last
        if last is not None:
            self._put_target(last, baris)
            self._put_further(last, baris)

    def join(self, sel: Sel) -> bool:
        """Take a cell that is all of a row as the rest of the text above it, if it may be."""
        tingkat = next((item for item, kolom in self._kolom.items() if kolom == sel.petak.kolom), "")
        if tingkat not in self._kini or not continues(sel.teks):
            return False
        self._continue(self._kini[tingkat], sel, sel.teks)
        return True

    @property
    def _last(self) -> Bagian | None:
        return next((self._kini[item] for item in reversed(TINGKAT) if item in self._kini), None)

    def _continue(self, bagian: Bagian, sel: Sel, teks: str) -> None:
        self.bacaan.note(BARIS_TERBELAH, sel.petak, teks=teks, sebab="kalimat berlanjut")
        bagian.teks = f"{bagian.teks} {teks}".strip()

    def _open(self, tingkat: str, unsur: Unsur, *, alone: bool) -> Bagian:
        """The thing that a row names at a level: the one that is open already, or a new one.

        Args:
            tingkat: The level.
            unsur: What the row says there.
            alone: Whether the row has no targets, so that it may be the rest of the row above.
        """
        self.bacaan.buku.put(Nasib.ISI, *unsur.petak)
        now = self._kini.get(tingkat)
        if now is not None and _is_same(now, unsur):
            return now
        if now is not None and alone and not (unsur.nomor or unsur.id) and continues(unsur.teks):
            self._continue(now, unsur.sel, unsur.teks)
            return now
        return self._begin(tingkat, unsur)

    def _begin(self, tingkat: str, unsur: Unsur) -> Bagian:
        place = TINGKAT.index(tingkat)
        first = AKSI not in self._kini
        for lower in TINGKAT[place:]:
            self._kini.pop(lower, None)
        induk = self._parent(tingkat, unsur)
        made = Bagian(tingkat, self._take_id(tingkat, unsur, induk), unsur.teks, unsur.sel, induk)
        made.untuk = self._answers(tingkat)
        self._number(made, unsur, first=first)
        for lower in TINGKAT[place + 1 :]:
            if lower != IKI:
                self._urutan[lower] = Urutan()
        siblings = self.simpul if induk is None or tingkat in _TINGKAT_SIMPUL else induk.indikator
        siblings.append(made)
        self._kini[tingkat] = made
        return made

    def _parent(self, tingkat: str, unsur: Unsur) -> Bagian | None:
        """The node that a new thing is of; one without a text where the document has none."""
        if tingkat == RHK:
            return None
        blank = Unsur(unsur.sel, "")
        rhk = self._kini.get(RHK) or self._begin(RHK, blank)
        if tingkat == INDIKATOR:
            return self._kini.get(BAWAHAN) or self._begin(BAWAHAN, blank)
        return self._kini.get(BAWAHAN, rhk) if tingkat == AKSI else rhk

    def _answers(self, tingkat: str) -> Bagian | None:
        """The indikator that a new node answers to."""
        if tingkat == AKSI and BAWAHAN in self._kini:
            return self._kini.get(INDIKATOR)
        return self._kini.get(IKI) if tingkat in {BAWAHAN, AKSI} else None

    # --- ids and numbers ----------------------------------------------------------

    def _take_id(self, tingkat: str, unsur: Unsur, induk: Bagian | None) -> str:
        if unsur.id and self._is_free(tingkat, unsur.id):
            return self._keep(tingkat, unsur.id)
        stem = {IKI: "IK", INDIKATOR: "IK", AKSI: "A"}.get(tingkat, "")
        own = f"S{stem}" if induk is None else f"{induk.id}.{stem}"
        made = self._make_id(tingkat, own)
        if unsur.id:
            self._note_id(unsur.petak[-1], unsur.id, made)
        return made

    def _note_id(self, petak: Petak, id: str, baru: str) -> None:
        sebab = f"id itu sudah dipakai, jadi diberi id baru {baru}"
        self.bacaan.note(ISIAN_TAK_DIKENAL, petak, teks=id, sebab=sebab)

    def _make_id(self, tingkat: str, awal: str) -> str:
        while True:
            self._anak[awal] += 1
            made = f"{awal}{self._anak[awal]}"
            if made not in self.terpakai and self._is_free(tingkat, made):
                return self._keep(tingkat, made)

    def _is_free(self, tingkat: str, id: str) -> bool:
        return f"{tingkat in _TINGKAT_SIMPUL} {id}" not in self._id

    def _keep(self, tingkat: str, id: str) -> str:
        self._id.add(f"{tingkat in _TINGKAT_SIMPUL} {id}")
        return id

    def _number(self, made: Bagian, unsur: Unsur, *, first: bool) -> None:
        """Keep a number that is not the one that was next, and every letter; the rest a writer counts again."""
        made.angka = unsur.angka
        if made.tingkat in {BAWAHAN, INDIKATOR} or (unsur.nomor and unsur.angka is None):
            made.nomor = unsur.nomor
            return
        urutan = self._urutan[made.tingkat]
        expected = urutan.berikut
        if urutan.take(unsur.angka):
            return
        made.nomor = unsur.nomor
        made.ulang = made.tingkat == AKSI and made.angka == 1 and not first
        if not made.ulang and not _counts_anew(made):
            self.bacaan.note(NOMOR_TIDAK_URUT, unsur.di_nomor, teks=unsur.nomor, harapan=expected)

    # --- targets and remarks --------------------------------------------------------

    def _put_target(self, bagian: Bagian, baris: Baris) -> None:
        """Take the quantities of a row as targets of the last thing that it names, a step or an indikator."""
        if bagian.tingkat in {RHK, BAWAHAN}:
            return
        if bagian.tingkat == AKSI and not bagian.id_target and (baris.target or baris.id_target):
            bagian.id_target = self._take_id_target(bagian, baris)
        for bagian_tahun, cell in baris.target:
            when = find_periode(bagian_tahun, self.periode)
            if when is None:
                self._keep_text(bagian, bagian_tahun, cell)
            elif all(when != other for other, _, _ in bagian.target):
                self.bacaan.buku.put(Nasib.ISI, cell.petak)
                bagian.target.append((when, self.bacaan.nilai(cell.teks, cell.petak), cell.petak))

    def _take_id_target(self, bagian: Bagian, baris: Baris) -> str:
        cell = baris.id_target
        if cell is not None:
            self.bacaan.buku.put(Nasib.ISI, cell.petak)
            if self._is_free(IKI, cell.teks):
                return self._keep(IKI, cell.teks)
        made = self._make_id(IKI, f"{bagian.id}.IK")
        if cell is not None:
            self._note_id(cell.petak, cell.teks, made)
        return made

    def _keep_text(self, bagian: Bagian, bagian_tahun: str, cell: Sel) -> None:
        """Keep a target whose year nobody says as it is printed; one finding speaks for all."""
        period = find_periode(bagian_tahun, Periode(2000))
        label = SETAHUN if period is None else label_of(period)
        if any(label == other for other, _ in bagian.target_lain):
            return
        bagian.target_lain.append((label, cell.teks))
        self.bacaan.buku.put(Nasib.ISI, cell.petak)
        if not self._tanpa_tahun:
            self._tanpa_tahun = True
            self.bacaan.note(
                ISIAN_TAK_DIKENAL, cell.petak, teks=cell.teks, sebab="tahun target tidak tertulis di mana pun"
            )

    def _put_further(self, bagian: Bagian, baris: Baris) -> None:
        if (cell := baris.keterangan) is not None:
            self.bacaan.buku.put(Nasib.ISI, cell.petak)
            bagian.keterangan.append(cell.teks)
        for judul, further in baris.lain:
            self.bacaan.buku.put(Nasib.ISI, further.petak)
            bagian.lain.append((judul, further.teks))

    def pairs(self) -> Iterator[Pasangan]:
        """The nodes that were read, each with the id of its parent."""
        return (item.to_pasangan() for item in self.simpul)


def _is_same(now: Bagian, unsur: Unsur) -> bool:
    """Whether a row names again what is open already; a step is never named twice."""
    if now.tingkat == AKSI:
        return False
    if unsur.id:
        return unsur.id == now.id and unsur.teks in {"", now.teks}
    if unsur.angka is None and unsur.nomor not in {"", now.nomor}:
        return False
    return unsur.teks == now.teks and unsur.angka in {None, now.angka}


def _counts_anew(made: Bagian) -> bool:
    """Whether it is the first indikator of a hasil kerja, where they are counted anew for each."""
    return made.tingkat == IKI and made.angka == 1 and made.induk is not None and not made.induk.indikator
