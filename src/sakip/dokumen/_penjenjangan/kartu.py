"""Stage 5 of a Penjenjangan: the cards of programs, kegiatan and sub kegiatan, or a table of them."""

from __future__ import annotations

import re

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import BARIS_TERBELAH, KARTU_BERBEDA
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.komponen import guess_kelas, read_kode
from sakip.dokumen._bagian.versi import parse_waktu
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._penjenjangan.bagan import Bunyi, Ukuran
from sakip.dokumen._penjenjangan.isian import (
    Label,
    join_pagu,
    put_target,
    read_label,
    take_bunyi,
    take_ukuran,
    to_pagu,
    to_tingkat,
)
from sakip.dokumen._penjenjangan.urai import Alinea, BarisLepas, BarisTabel, Potongan
from sakip.kode import AnyKode
from sakip.model import AnySimpul, Kegiatan, Pagu, Program, SubKegiatan
from sakip.periode import Periode

_JUDUL = re.compile(
    r"(?P<program>program\b.*?)?\s*(?:\(?\s*kegiatan\s*:\s*(?P<kegiatan>.+?)\)?)?", re.IGNORECASE | re.DOTALL
)
"""The line above the cards of a page: the program, and the kegiatan in brackets."""
_TERPANJANG = 600
"""Characters that such a line has at most."""


@attrs.define(eq=False)
class Kartu:
    """What is gathered of a component.

    Attributes:
        kelas: Its kind.
        tempat: Where it is printed.
        program: The program that it belongs to, by its name.
        kegiatan: The kegiatan that it belongs to, by its name.
    """

    kelas: type[AnySimpul]
    tempat: str
    nama: Bunyi | None = None
    sasaran: Bunyi | None = None
    ukuran: list[Ukuran] = attrs.field(factory=list)
    pagu: tuple[Pagu, ...] = ()
    kode: AnyKode | None = None
    id: str = ""
    keterangan: str = ""
    program: Bunyi | None = None
    kegiatan: Bunyi | None = None
    lain: list[tuple[str, str]] = attrs.field(factory=list)

    @property
    def label(self) -> str:
        """What a reader knows it by."""
        return self.nama.teks if self.nama else self.sasaran.teks if self.sasaran else self.id


@attrs.define
class PembacaKartu:
    """Reads cards, line by line or row by row.

    Attributes:
        bacaan: The reading.
        periode: The year of targets and money that name none.
        kartu: The cards so far.
        judul: The lines above cards so far, with the program and the kegiatan that each names.
    """

    bacaan: Bacaan
    periode: Periode | None = None
    kartu: list[Kartu] = attrs.field(factory=list)
    judul: list[tuple[Bunyi | None, Bunyi | None]] = attrs.field(factory=list)
    _program: Bunyi | None = None
    _kegiatan: Bunyi | None = None
    _akhir: tuple[BarisLepas, Label] | None = None

    def read(self, potongan: Potongan) -> bool:
        """Take a piece where it is of a card, or of the line above cards."""
        if isinstance(potongan, BarisTabel):
            if potongan.jenis != "kartu":
                return False
            self._row(potongan)
            return True
        if isinstance(potongan, BarisLepas):
            label = read_label(potongan.sel)
            if label is not None:
                self._line(potongan, label)
            return label is not None
        return self._continues(potongan) or self._heading(potongan)

    # --- cards ----------------------------------------------------------------

    def _line(self, baris: BarisLepas, label: Label) -> None:
        if label.isi == "nama" or not self.kartu:
            self._open(label.tingkat or Program, baris.bagian.nama)
        card = self.kartu[-1]
        place = baris.petak(label.kolom)
        for column, _ in baris.sel:
            self.bacaan.buku.put(Nasib.ISI if column == label.kolom else Nasib.PERABOT, baris.petak(column))
        self._akhir = (baris, label)
        if label.teks:
            self._fill(card, label, Bunyi(label.teks, baris.bagian.nama, (place,)))

    def _fill(self, card: Kartu, label: Label, bunyi: Bunyi) -> None:
        """Put what a line says where it belongs."""
        place = bunyi.petak[0]
        match label.isi:
            case "nama":
                card.nama = bunyi
                self._enter(card)
            case "sasaran" if card.sasaran is None:
                card.sasaran = bunyi
            case "indikator":
                card.ukuran.append(Ukuran([bunyi]))
            case "target":
                saat = parse_waktu(label.tahun, "", self.periode)
                put_target(self.bacaan, self._last(card, bunyi.tempat), saat, bunyi.teks, place)
            case "satuan" if not self._last(card, bunyi.tempat).satuan:
                card.ukuran[-1].satuan = bunyi.teks
            case "pagu":
                saat = parse_waktu(label.tahun, "", self.periode)
                self._put_pagu(card, to_pagu(self.bacaan, bunyi.teks, place, saat, card.lain), place)
            case "kode" if card.kode is None:
                card.kode = read_kode(self.bacaan, bunyi.teks, place)
            case "keterangan" if not card.keterangan:
                card.keterangan = bunyi.teks
            case _:
                self.bacaan.note(KARTU_BERBEDA, place, teks=bunyi.teks, lama=f"{label.isi} pada kartu ini")

    def _put_pagu(self, card: Kartu, pagu: tuple[Pagu, ...], place: Petak) -> None:
        """Add money; of two amounts for one year the first stands."""
        card.pagu = join_pagu(self.bacaan, card.pagu, pagu, place)

    def _last(self, card: Kartu, tempat: str) -> Ukuran:
        """The indikator that a target is of; one without a name where none was printed."""
        if not card.ukuran:
            card.ukuran.append(Ukuran([Bunyi("", tempat)]))
        return card.ukuran[-1]

    def _continues(self, alinea: Alinea) -> bool:
        """Whether a paragraph goes on with the value of the line above, in its column."""
        if self._akhir is None:
            return False
        baris, label = self._akhir
        first = alinea.petak[0]
        if first.kolom == 1 or (first.lembar, first.baris, first.kolom) != (
            baris.kisi.nama,
            baris.baris + 1,
            label.kolom,
        ):
            return False
        card = self.kartu[-1]
        known = {"nama": card.nama, "sasaran": card.sasaran}.get(label.isi)
        if label.isi == "indikator" and card.ukuran:
            known = card.ukuran[-1].bunyi[0]
        if known is None:
            return False
        whole = Bunyi(f"{known.teks} {alinea.teks}", known.tempat, (*known.petak, *alinea.petak))
        if label.isi == "indikator":
            card.ukuran[-1].bunyi[0] = whole
        elif label.isi == "nama":
            card.nama = whole
            self._enter(card)
        else:
            card.sasaran = whole
        self.bacaan.buku.put(Nasib.ISI, *alinea.petak)
        for place in alinea.petak:
            self.bacaan.note(BARIS_TERBELAH, place, teks=alinea.teks, sebab=f"{label.isi} berlanjut")
        return True

    # --- what cards belong to -------------------------------------------------

    def _open(self, kelas: type[AnySimpul], tempat: str) -> Kartu:
        card = Kartu(kelas, tempat)
        if kelas is not Program:
            card.program = self._program
        if kelas is SubKegiatan:
            card.kegiatan = self._kegiatan
        self.kartu.append(card)
        return card

    def _enter(self, card: Kartu) -> None:
        """The cards that follow belong to this one."""
        if card.kelas is Program:
            self._program, self._kegiatan = card.nama, None
        elif card.kelas is Kegiatan:
            self._kegiatan = card.nama

    def _heading(self, alinea: Alinea) -> bool:
        """The line above cards that names their program, their kegiatan, or both."""
        match = _JUDUL.fullmatch(alinea.teks) if len(alinea.teks) <= _TERPANJANG else None
        if alinea.bagian.tahap not in {0, 5} or match is None:
            return False
        program, kegiatan = match["program"], match["kegiatan"]
        if not kegiatan and not alinea.bagian.tahap:
            return False
        self.bacaan.buku.put(Nasib.ISI, *alinea.petak)
        if program:
            self._program, self._kegiatan = Bunyi(program.strip(), alinea.bagian.nama, alinea.petak), None
        if kegiatan:
            self._kegiatan = Bunyi(kegiatan.strip(), alinea.bagian.nama, alinea.petak)
        self.judul.append((self._program, self._kegiatan))
        return True

    # --- tables ---------------------------------------------------------------

    def _row(self, baris: BarisTabel) -> None:
        larik, tempat = baris.larik, baris.bagian.nama
        id = self.bacaan.take(larik, "id")
        nama = take_bunyi(self.bacaan, larik, "nama", tempat)
        sasaran = take_bunyi(self.bacaan, larik, "sasaran", tempat)
        kode = self._take_kode(larik)
        tingkat = self.bacaan.take(larik, "tingkat")
        if self._is_new(nama, sasaran, id):
            card = self._open(
                to_tingkat(tingkat) or guess_kelas(kode, "" if nama is None else nama.teks, larik), tempat
            )
            card.nama, card.sasaran, card.kode, card.id = nama, sasaran, kode, id
            self._enter(card)
        card = self.kartu[-1]
        ukuran = take_ukuran(self.bacaan, larik, self.periode, tempat)
        if ukuran is not None:
            card.ukuran.append(ukuran)
        headers = {item.kolom: item.judul for item in larik.kolom}
        for bagian, place, teks in self.bacaan.take_periode(larik, "pagu"):
            saat = parse_waktu(bagian, headers[place.kolom], self.periode)
            self._put_pagu(card, to_pagu(self.bacaan, teks, place, saat, card.lain, bagian), place)
        card.keterangan = card.keterangan or self.bacaan.take(larik, "keterangan")
        card.lain += self.bacaan.take_lain(larik)

    def _is_new(self, nama: Bunyi | None, sasaran: Bunyi | None, id: str) -> bool:
        """Whether a row begins a component, and is no further indikator of the one above."""
        if not self.kartu:
            return True
        last = self.kartu[-1]
        if id:
            return id != last.id
        if nama is not None:
            return last.nama is None or nama.teks != last.nama.teks or bool(sasaran)
        return bool(sasaran)

    def _take_kode(self, larik: Larik) -> AnyKode | None:
        teks, place = self.bacaan.take(larik, "kode"), larik.petak("kode")
        return None if not teks or place is None else read_kode(self.bacaan, teks, place)
