"""Tables of sasaran and indikator, which most forms have at their heart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import ClassVar

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._baca.register import BARIS_TERBELAH, ISIAN_TAK_DIKENAL
from sakip.dokumen._baca.tabel import Larik, Tabel
from sakip.dokumen._bagian.butir import continues, join_butir, split_butir, split_nomor, strip_label
from sakip.dokumen._bagian.formulasi import formulasi_isi, read_formulasi
from sakip.dokumen._bagian.kata import new_id
from sakip.dokumen._bagian.nomor import Penomor, list_sebutan
from sakip.dokumen._bagian.pecah import split_larik
from sakip.dokumen._bagian.pilihan import AGREGASI, POLARITAS
from sakip.dokumen._bagian.terencana import JUDUL_RENCANA, Terencana
from sakip.dokumen._bagian.waktu import one_period, parse_bagian
from sakip.dokumen._tulis.naskah import Lajur
from sakip.kebijakan import Polaritas
from sakip.model import Indikator, Sasaran, Sebutan, Tujuan
from sakip.periode import Periode
from sakip.rumus import Agregasi, Rumus

POLA_TAHUN = re.compile(r"(?:target|kinerja)?(?:tahun)?(?P<bagian>(?:19|20)\d\d)")

JUDUL_SASARAN = (
    Judul("nomor", ("no", "nomor", "no urut")),
    Judul(
        "sasaran",
        (
            "sasaran",
            "sasaran kinerja",
            "sasaran strategis",
            "sasaran program",
            "sasaran kegiatan",
            "tujuan/sasaran",
            "kinerja utama",
        ),
        wajib=True,
    ),
    Judul(
        "indikator",
        ("indikator", "indikator kinerja", "indikator kinerja utama", "indikator sasaran"),
        wajib=True,
    ),
    Judul("satuan", ("satuan",)),
    Judul("id_sasaran", ("id sasaran",)),
    Judul("id_indikator", ("id indikator",)),
    *JUDUL_RENCANA,
    Judul("formulasi", ("formulasi", "formula", "cara perhitungan", "rumus perhitungan", "rumus")),
    Judul("sumber_data", ("sumber data", "sumber")),
    Judul("definisi_operasional", ("definisi operasional", "definisi")),
    Judul("penanggung_jawab", ("penanggung jawab", "unit penanggung jawab")),
    Judul("alasan", ("alasan pemilihan", "alasan")),
    Judul("keterangan", ("keterangan", "ket", "catatan")),
)
"""The columns that such tables have."""


_TEKS = ("formulasi", "definisi_operasional", "alasan", "penanggung_jawab", "keterangan")
"""Columns of text that an indikator has one of."""


@attrs.define
class Baris:
    """What is gathered of one indikator while its rows go by."""

    nama: str
    larik: Larik
    id: str = ""
    nomor: str = ""
    satuan: str = ""
    teks: dict[str, str] = attrs.field(factory=dict)
    sumber: list[str] = attrs.field(factory=list)
    rencana: Terencana = attrs.field(factory=Terencana)

    @property
    def lain(self) -> list[tuple[str, str]]:
        """Its further cells."""
        return self.rencana.lain


@attrs.define
class Kelompok:
    """What is gathered of one sasaran, or one tujuan, while its rows go by."""

    uraian: str
    id: str = ""
    nomor: str = ""
    kelas: type[Sasaran | Tujuan] = Sasaran
    baris: list[Baris] = attrs.field(factory=list)


@attrs.define
class PembacaSasaran:
    """Reads the rows of tables of sasaran.

    Attributes:
        bacaan: The reading.
        periode: The year of targets whose header names none.
        awalan: What the ids begin with that are made.
    """

    berteks: ClassVar[frozenset[str]] = frozenset({*_TEKS, "satuan", "sumber_data", "polaritas"})
    """The columns that hold texts and no figures."""

    bacaan: Bacaan
    periode: Periode | None = None
    awalan: str = ""
    kelompok: list[Kelompok] = attrs.field(factory=list)
    _penomor: Penomor = attrs.field(init=False)
    _ids: set[str] = attrs.field(factory=set)

    @_penomor.default
    def _make_penomor(self) -> Penomor:
        return Penomor(self.bacaan)

    def read(self, tabel: Tabel) -> None:
        """Read one table on; its first rows may continue the last sasaran of the one before."""
        for larik in tabel.larik:
            for part in split_larik(self.bacaan, larik, self.berteks):
                self._row(part)

    def _row(self, larik: Larik) -> None:
        begins = bool(self._penomor.take(larik, ulang=self._repeats(larik)))
        self._put_kelompok(larik, "tujuan", Tujuan, begins=begins)
        self._put_kelompok(larik, "sasaran", Sasaran, begins=begins)
        indikator = self.bacaan.take(larik, "indikator")
        if indikator:
            self._put_indikator(larik, indikator, begins=begins)
        if last := self._last():
            self._fill(larik, last, further=not indikator)

    def _repeats(self, larik: Larik) -> bool:
        """Whether a row prints its sasaran again, so that its number may be that of the row above."""
        last = self.kelompok[-1] if self.kelompok else None
        return last is not None and bool(last.uraian) and strip_label(larik.teks("sasaran")) == last.uraian

    def _last(self) -> Baris | None:
        return self.kelompok[-1].baris[-1] if self.kelompok and self.kelompok[-1].baris else None

    def _put_kelompok(self, larik: Larik, kunci: str, kelas: type[Sasaran | Tujuan], *, begins: bool) -> None:
        """Begin a tujuan or a sasaran, unless the row only prints again or continues the one above."""
        teks = strip_label(self.bacaan.take(larik, kunci))
        id = self.bacaan.take(larik, f"id_{kunci}")
        last = self._current(kelas)
        if not teks and (not id or (last is not None and id == last.id)):
            return
        if last is not None and teks == last.uraian and (not id or id in {last.id, ""}):
            return  # printed again at the top of a page, or for a further indikator
        if last is not None and not begins and not id and continues(teks):
            self.bacaan.note(BARIS_TERBELAH, larik.petak(kunci), teks=teks, sebab=f"{kunci} berlanjut")
            last.uraian = f"{last.uraian} {teks}"
            return
        nomor = self._penomor.janggal if kelas is Sasaran else ""
        self.kelompok.append(Kelompok(teks, self._check_id(larik, f"id_{kunci}", id), nomor, kelas))

    def _current(self, kelas: type[Sasaran | Tujuan]) -> Kelompok | None:
        """The group that a row may continue: the last one for a sasaran, the last of its kind for a tujuan."""
        if kelas is Sasaran:
            return self.kelompok[-1] if self.kelompok and self.kelompok[-1].kelas is Sasaran else None
        return next((item for item in reversed(self.kelompok) if item.kelas is Tujuan), None)

    def _check_id(self, larik: Larik, kunci: str, id: str) -> str:
        """An id that no other row has; a copied one is left out, so that a new one is made."""
        if id in self._ids and id:
            self.bacaan.note(
                ISIAN_TAK_DIKENAL, larik.petak(kunci), teks=id, sebab="id ini sudah dipakai baris lain"
            )
            return ""
        self._ids.add(id)
        return id

    def _put_indikator(self, larik: Larik, teks: str, *, begins: bool) -> None:
        if not self.kelompok:
            self.kelompok.append(Kelompok(""))
        last, id = self._last(), self.bacaan.take(larik, "id_indikator")
        if last and not begins and not id and continues(teks):
            self.bacaan.note(
                BARIS_TERBELAH, larik.petak("indikator"), teks=teks, sebab="nama indikator berlanjut"
            )
            last.nama = f"{last.nama} {teks}"
            return
        nomor, nama = ("", teks) if "\n" in teks else split_nomor(teks)
        self.kelompok[-1].baris.append(Baris(nama, larik, self._check_id(larik, "id_indikator", id), nomor))

    def _fill(self, larik: Larik, baris: Baris, *, further: bool) -> None:
        """Take the other cells of a row for the indikator that it speaks of."""
        take = self.bacaan.take
        baris.satuan = self._join(larik, "satuan", baris.satuan, take(larik, "satuan"), further=further)
        for kunci in _TEKS:
            if teks := take(larik, kunci):
                baris.teks[kunci] = self._join(larik, kunci, baris.teks.get(kunci, ""), teks, further=further)
        if teks := take(larik, "sumber_data"):
            baris.sumber += split_butir(teks)
        baris.rencana.take(self.bacaan, larik, self.periode)
        baris.lain.extend(self.bacaan.take_lain(larik))

    def _join(self, larik: Larik, kunci: str, before: str, teks: str, *, further: bool) -> str:
        if not teks or not before:
            return teks or before
        if further:
            self.bacaan.note(
                BARIS_TERBELAH, larik.petak(kunci), teks=teks, sebab=f"{kunci.replace('_', ' ')} berlanjut"
            )
        return f"{before}\n{teks}"

    def _when(self, bagian: str) -> Periode | None:
        year = None if self.periode is None else self.periode.tahun
        if not bagian:
            return one_period(self.periode)
        return parse_bagian(bagian, year)

    def make(self, wrap: Callable[[Indikator], Indikator] = lambda item: item) -> tuple[Sasaran, ...]:
        """The sasaran that were read, with ids where the document has none."""
        return tuple(item for item in self.make_all(wrap) if isinstance(item, Sasaran))

    def make_all(
        self, wrap: Callable[[Indikator], Indikator] = lambda item: item
    ) -> tuple[Sasaran | Tujuan, ...]:
        """The tujuan and the sasaran that were read, in order."""
        return tuple(self._make_all(wrap))

    def _make_all(self, wrap: Callable[[Indikator], Indikator]) -> Iterator[Sasaran | Tujuan]:
        count = {Sasaran: 0, Tujuan: 0}
        used = set(self._ids)
        for group in self.kelompok:
            count[group.kelas] += 1
            own = group.id or new_id(f"{self.awalan}{group.kelas.__name__[0]}{count[group.kelas]}", used)
            used.add(own)
            rows = []
            for place, baris in enumerate(group.baris, start=1):
                id = baris.id or new_id(f"{own}.{place}", used)
                used.add(id)
                rows.append(wrap(self._to_indikator(baris, id)))
            sebutan = list_sebutan(group.uraian, group.nomor)
            yield group.kelas(own, uraian=group.uraian, indikator=rows, sebutan=sebutan)

    def _to_indikator(self, baris: Baris, id: str) -> Indikator:
        rencana = baris.rencana
        return Indikator(
            id=id,
            nama=baris.nama,
            satuan=baris.satuan,
            rumus=self._read_rumus(baris),
            formulasi=baris.teks.get("formulasi", ""),
            definisi_operasional=baris.teks.get("definisi_operasional", ""),
            alasan=baris.teks.get("alasan", ""),
            penanggung_jawab=baris.teks.get("penanggung_jawab", ""),
            keterangan=baris.teks.get("keterangan", ""),
            sumber_data=baris.sumber,
            polaritas=rencana.polaritas,
            agregasi=rencana.agregasi,
            target=rencana.target,
            baseline=rencana.baseline,
            sebutan=[Sebutan(baris.nama, nomor=baris.nomor, bagian="nama")] if baris.nomor else (),
            lain=baris.lain,
        )

    def _read_rumus(self, baris: Baris) -> Rumus | None:
        """The formula as a class; its text is kept as printed, and what is wrong with it is said."""
        teks = baris.teks.get("formulasi", "")
        if not teks:
            return None
        found = read_formulasi(baris.nama, [teks])
        for jenis, parameter in found.temuan:
            self.bacaan.note(jenis, baris.larik.petak("formulasi"), **parameter)
        return found.rumus


# --- writing ------------------------------------------------------------------

LAJUR_ID = (
    Lajur("ID Sasaran", 12, tersembunyi=True),
    Lajur("ID Indikator", 12, tersembunyi=True),
)
"""The columns that a row is known by again when an edited file comes back."""


LAJUR_TEKS = {
    "formulasi": Lajur("Formulasi", 36),
    "definisi_operasional": Lajur("Definisi Operasional", 36),
    "alasan": Lajur("Alasan Pemilihan", 30),
    "sumber_data": Lajur("Sumber Data", 24),
    "penanggung_jawab": Lajur("Penanggung Jawab", 20),
    "polaritas": Lajur("Polaritas", 11, pilihan=POLARITAS, bebas=False),
    "agregasi": Lajur("Agregasi", 12, pilihan=AGREGASI, bebas=False),
    "keterangan": Lajur("Keterangan", 20),
}
"""The columns of text that an indikator may have."""


def nama_isi(indikator: Indikator) -> str:
    """The name of an indikator, behind the number or the letter that is printed before it."""
    found = (item for item in indikator.sebutan if item.bagian == "nama" and item.teks == indikator.nama)
    return f"{next((item.nomor for item in found), '')} {indikator.nama}".strip()


def teks_isi(indikator: Indikator, kunci: str) -> str:
    """What stands in one of those columns."""
    if kunci == "sumber_data":
        return join_butir(indikator.sumber_data)
    if kunci in {"polaritas", "agregasi"}:
        found: Polaritas | Agregasi | None = getattr(indikator, kunci)
        return "" if found is None else found.value
    if kunci == "formulasi":
        return formulasi_isi(indikator)
    return str(getattr(indikator, kunci))
