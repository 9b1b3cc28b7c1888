"""Stage 5 of a Penjenjangan: tujuan and sasaran of the plans, and the matrix of levels and posts."""

from __future__ import annotations

import re

import attrs

from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import (
    ATASAN_MELINGKAR,
    JABATAN_DIBERLAKUKAN,
    KARTU_BERBEDA,
    MATRIKS_TIDAK_PADAN,
)
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.atasan import Susunan
from sakip.dokumen._bagian.jenjang import read_jenjang
from sakip.dokumen._bagian.kata import tight as tight_id
from sakip.dokumen._bagian.padanan import compare
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._penjenjangan.bagan import Bagan, Bunyi, Cabang, Ukuran
from sakip.dokumen._penjenjangan.isian import take_bunyi, take_ukuran
from sakip.dokumen._penjenjangan.urai import BarisLepas, BarisTabel, Potongan
from sakip.model import CSF, AnySimpul, Atasan, Jabatan, Kegiatan, Program, Sasaran, SubKegiatan, Tujuan
from sakip.periode import Periode

_TINGKAT = re.compile(
    r"(?P<indikator>indikator\s+)?(?P<tingkat>tujuan|sasaran|program|kegiatan|sub\s?kegiatan)"
    r"(?:\s+(?P<dokumen>rpjmd|renstra)\b.*)?",
    re.IGNORECASE,
)
"""What the label of a row of the matrix says that the row holds."""
_PK = re.compile(r"(?:pk|perjanjian\s+kinerja)\s+(?P<jabatan>\S.*)", re.IGNORECASE)
_KELAS: dict[str, type[AnySimpul]] = {
    "tujuan": Tujuan,
    "sasaran": Sasaran,
    "program": Program,
    "kegiatan": Kegiatan,
    "subkegiatan": SubKegiatan,
}


@attrs.define
class PembacaRencana:
    """Reads the tables of tujuan and sasaran with their targets.

    Attributes:
        bagan: The tree.
        periode: The year of targets that name none.
    """

    bagan: Bagan
    periode: Periode | None = None
    _tujuan: Cabang | None = None
    _akhir: Cabang | None = None

    def read(self, potongan: Potongan) -> bool:
        """Take a row of such a table."""
        if not isinstance(potongan, BarisTabel) or potongan.jenis not in {"tujuan", "sasaran"}:
            return False
        bacaan, larik, tempat = self.bagan.bacaan, potongan.larik, potongan.bagian.nama
        id = bacaan.take(larik, "id")
        above = self.bagan.by_id(bacaan.take(larik, "id_induk"))
        bunyi = take_bunyi(bacaan, larik, "kinerja", tempat)
        keterangan = bacaan.take(larik, "keterangan")
        node = self._akhir
        if node is None or _is_new(node, bunyi, id):
            node = self._put(potongan.jenis, bunyi, above, id)
        if (ukuran := take_ukuran(bacaan, larik, self.periode, tempat)) is not None:
            node.ukuran.append(ukuran)
        node.keterangan = node.keterangan or keterangan
        node.lain += bacaan.take_lain(larik)
        return True

    def _put(self, jenis: str, bunyi: Bunyi | None, above: Cabang | None, id: str) -> Cabang:
        if jenis == "tujuan":
            node = self._tujuan = self.bagan.add(Tujuan, bunyi, above, id)
        else:
            node = self.bagan.add(Sasaran, bunyi, above or (None if id else self._tujuan), id)
        self._akhir = node
        return node


def _is_new(akhir: Cabang, bunyi: Bunyi | None, id: str) -> bool:
    """Whether a row begins a tujuan or sasaran, and is no further indikator of the one above."""
    if id:
        return id != akhir.id
    return bunyi is not None and bunyi.teks != akhir.uraian


@attrs.frozen
class _Label:
    """What a row of the matrix holds: nodes of a kind, of a document, or their indikator."""

    kelas: type[AnySimpul]
    dokumen: str
    indikator: bool
    kolom: int


@attrs.define
class PembacaMatriks:
    """Reads the matrix of levels and posts, as documents print it and as it is written here.

    Attributes:
        bagan: The tree.
        jabatan: The posts, by id.
    """

    bagan: Bagan
    jabatan: dict[str, Jabatan] = attrs.field(factory=dict)
    _pemilik: str = ""
    _tingkat: str = ""
    _kolom: dict[int, Cabang] = attrs.field(factory=dict)
    _rpjmd: Cabang | None = None
    _sama: list[tuple[type[AnySimpul], str, Petak]] = attrs.field(factory=list)
    _atasan: dict[str, tuple[str, Petak]] = attrs.field(factory=dict)

    def read(self, potongan: Potongan) -> bool:
        """Take a row of the matrix."""
        if isinstance(potongan, BarisTabel) and potongan.jenis == "jabatan":
            self._row(potongan)
            return True
        if not isinstance(potongan, BarisLepas) or (label := _read_label(potongan)) is None:
            return False
        self._read_pemilik(potongan, label)
        cells = [(column, teks) for column, teks in potongan.sel if 1 < column < label.kolom]
        if potongan.sel[0][0] == 1 and not self._is_tingkat(potongan.sel[0][1]):
            cells.insert(0, potongan.sel[0])
        self._take(potongan, label, cells)
        return True

    def finish(self) -> None:
        """Give a post to the nodes of its level that the matrix doesn't print."""
        for kelas, jabatan, place in self._sama:
            more = [node for node in self.bagan.of(kelas) if not node.jabatan]
            for node in more:
                node.jabatan = jabatan
            if more:
                self.bagan.bacaan.note(
                    JABATAN_DIBERLAKUKAN,
                    place,
                    jabatan=self.jabatan[jabatan].nama,
                    banyak=len(more),
                    tingkat=kelas.jenis.replace("_", " "),
                )
        self._link()

    def _link(self) -> None:
        """Give the posts their superiors; those in a circle are left with none that is known."""
        susunan = Susunan.of(tuple(self.jabatan.values()))
        for id, (teks, _) in self._atasan.items():
            post = self.jabatan[id]
            found = susunan.find(teks, post)
            above = found[0] if isinstance(found, tuple) else found
            self.jabatan[id] = attrs.evolve(post, atasan=above)
        for post in Susunan.of(tuple(self.jabatan.values())).circles():
            self.bagan.bacaan.note(ATASAN_MELINGKAR, self._atasan[post.id][1], nama=post.nama)
            self.jabatan[post.id] = attrs.evolve(post, atasan=Atasan.TIDAK_DIKETAHUI)

    # --- the table ------------------------------------------------------------

    def _row(self, baris: BarisTabel) -> None:
        bacaan, larik = self.bagan.bacaan, baris.larik
        tingkat, nama = bacaan.take(larik, "tingkat"), bacaan.take(larik, "jabatan")
        id = bacaan.take(larik, "id_jabatan") or tight_id(nama)
        node = self.bagan.by_id(bacaan.take(larik, "id"))
        place = larik.petak("kinerja")
        teks = bacaan.take(larik, "kinerja")
        if node is None and teks and place is not None:
            node = self._find(list(self.bagan.walk()), teks)
            if node is None:
                bacaan.note(MATRIKS_TIDAK_PADAN, place, teks=teks, tingkat="simpul")
        if not id:
            return
        jenjang = read_jenjang(bacaan.take(larik, "jenjang"))
        known = self.jabatan.setdefault(id, Jabatan(id=id, nama=nama, jenjang=jenjang, keterangan=tingkat))
        self._same(larik, "tingkat", tingkat, known.keterangan)
        self._same(larik, "jabatan", nama, known.nama)
        self._same(larik, "jenjang", jenjang, known.jenjang)
        if (where := larik.petak("atasan")) is not None and (atasan := bacaan.take(larik, "atasan")):
            self._same(larik, "atasan", atasan, self._atasan.setdefault(id, (atasan, where))[0])
        if node is not None and node.jabatan and node.jabatan != id:
            lama = self.jabatan[node.jabatan].nama
            bacaan.note(KARTU_BERBEDA, larik.petak("jabatan"), teks=nama, lama=lama)
        elif node is not None:
            node.jabatan = id

    def _same(self, larik: Larik, kunci: str, teks: str, lama: str) -> None:
        """Report what a further row of a post says otherwise than its first."""
        if teks and teks != lama:
            self.bagan.bacaan.note(KARTU_BERBEDA, larik.petak(kunci), teks=teks, lama=lama)

    # --- the matrix -----------------------------------------------------------

    def _is_tingkat(self, teks: str) -> bool:
        return teks == self._tingkat or teks.casefold().startswith(("kinerja", "level"))

    def _read_pemilik(self, baris: BarisLepas, label: _Label) -> None:
        """The level and the post of a row; blank is the same as above."""
        put = self.bagan.bacaan.buku.put
        put(Nasib.PERABOT, baris.petak(label.kolom))
        column, teks = baris.sel[0]
        if column == 1 and self._is_tingkat(teks):
            self._tingkat = teks
            put(Nasib.ISI, baris.petak(1))
        column, teks = baris.sel[-1]
        if column > label.kolom and (match := _PK.fullmatch(teks)):
            put(Nasib.ISI, baris.petak(column))
            self._pemilik = tight_id(match["jabatan"])
            level = "; ".join(filter(None, (self._tingkat, teks)))
            nama = match["jabatan"]
            self.jabatan.setdefault(self._pemilik, Jabatan(id=self._pemilik, nama=nama, keterangan=level))
        if self._pemilik and not label.indikator and label.dokumen != "rpjmd":
            self._sama.append((label.kelas, self._pemilik, baris.petak(label.kolom)))

    def _take(self, baris: BarisLepas, label: _Label, cells: list[tuple[int, str]]) -> None:
        if not label.indikator:
            self._kolom = {}
        for column, teks in cells:
            bunyi = Bunyi(teks, baris.bagian.nama, (baris.petak(column),))
            if label.indikator:
                self._measure(column, bunyi)
            elif node := self._place(label, bunyi):
                self._kolom[column] = node
                node.jabatan = node.jabatan or self._pemilik

    def _measure(self, kolom: int, bunyi: Bunyi) -> None:
        """The indikator of the node in the same column of the row above."""
        node = self._kolom.get(kolom)
        if node is None:
            self.bagan.bacaan.note(MATRIKS_TIDAK_PADAN, bunyi.petak[0], teks=bunyi.teks, tingkat="kinerja")
        elif not node.ukuran:
            self.bagan.take(bunyi)
            node.ukuran.append(Ukuran([bunyi]))
        else:
            near = max(node.ukuran, key=lambda row: max(compare(bunyi.teks, item.teks) for item in row.bunyi))
            self.bagan.measure(near, bunyi)

    def _place(self, label: _Label, bunyi: Bunyi) -> Cabang | None:
        """The node that a cell is of; tujuan and sasaran of the region are made here."""
        if label.dokumen == "rpjmd":
            return self._put_rpjmd(label, bunyi)
        if label.kelas in {Tujuan, Sasaran}:
            return self._find_rencana(label, bunyi)
        found = self._find(self.bagan.of(label.kelas), bunyi.teks, nama=True)
        if found is None:
            tingkat = label.kelas.jenis.replace("_", " ")
            self.bagan.bacaan.note(MATRIKS_TIDAK_PADAN, bunyi.petak[0], teks=bunyi.teks, tingkat=tingkat)
            return None
        self.bagan.name(found, bunyi)
        return found

    def _put_rpjmd(self, label: _Label, bunyi: Bunyi) -> Cabang:
        node = self.bagan.add(label.kelas, bunyi, self._rpjmd if label.kelas is Sasaran else None)
        if label.kelas is Tujuan:
            self._rpjmd = node
        node.jabatan = self._pemilik
        return node

    def _find_rencana(self, label: _Label, bunyi: Bunyi) -> Cabang | None:
        """A tujuan or sasaran of the Renstra; a critical success factor may be printed as its sasaran."""
        own = [node for node in self.bagan.of(label.kelas) if node is not self._rpjmd]
        kinds = (CSF, label.kelas) if label.kelas is Sasaran else (label.kelas,)
        found = self._find(self.bagan.of(*kinds), bunyi.teks)
        if found is None and label.kelas is Tujuan and len(own) == 1:
            found = own[0]  # one tujuan there and one here
        if found is None:
            tingkat = label.kelas.jenis
            self.bagan.bacaan.note(MATRIKS_TIDAK_PADAN, bunyi.petak[0], teks=bunyi.teks, tingkat=tingkat)
        else:
            self.bagan.word(found, bunyi)
        return found

    def _find(self, rows: list[Cabang], teks: str, *, nama: bool = False) -> Cabang | None:
        def likeness(node: Cabang) -> float:
            words = [*node.nama, *(() if nama else node.bunyi)]
            return max((compare(teks, item.teks) for item in words), default=0.0)

        found = max(rows, key=likeness, default=None)
        return found if found is not None and likeness(found) else None


def _read_label(baris: BarisLepas) -> _Label | None:
    """What a row of the matrix says that it holds: in its last cell, but for the post behind it."""
    cells = list(baris.sel)
    if _PK.fullmatch(cells[-1][1]):
        cells.pop()
    match = _TINGKAT.fullmatch(cells[-1][1]) if len(cells) > 1 else None
    if match is None:
        return None
    kelas = _KELAS["".join(match["tingkat"].casefold().split())]
    return _Label(kelas, (match["dokumen"] or "").casefold(), bool(match["indikator"]), cells[-1][0])
