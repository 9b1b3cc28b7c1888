"""Matrices of a whole tree into one: components side by side, and lists of levels.

Side by side, a blank cell says the same as above, and what stands right of something hangs
below it. In a list a node hangs below the nearest one before it of a higher level.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from sakip.bentuk import Penjenjangan
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.register import BARIS_TERBELAH, ISIAN_TAK_DIKENAL, KARTU_BERBEDA
from sakip.dokumen._baca.tabel import Larik, Tabel, find_tabel
from sakip.dokumen._bagian.butir import continues
from sakip.dokumen._bagian.kata import LEVEL, URUT_JENIS, lookup, tight
from sakip.dokumen._bagian.kepala import read_kepala
from sakip.dokumen._bagian.komponen import read_kode
from sakip.dokumen._bagian.padanan import to_kunci
from sakip.dokumen._bagian.versi import parse_waktu
from sakip.dokumen._penjenjangan.bagan import Bagan, Bunyi, Cabang, Ukuran
from sakip.dokumen._penjenjangan.isian import join_pagu, put_target, take_bunyi, to_pagu
from sakip.dokumen._penjenjangan.kolom_matriks import DAFTAR, KELAS, SAMPING, SAMPING_SASARAN
from sakip.model import SIMPUL, AnySimpul, Jabatan, KondisiAntara, Outcome
from sakip.periode import Periode

JUDUL = "MATRIKS KINERJA"
_JENJANG = lookup(
    {
        "tematik": ("pohon kinerja tematik", "tema"),
        "sub_tematik": ("subtematik",),
        "sub_sub_tematik": ("sub subtematik",),
        "super_sub_tematik": ("super subtematik",),
        "strategic": ("strategis", "kinerja strategis", "strategic pemda"),
        "tactical": ("taktis", "taktikal", "kinerja manajerial", "tactical pemda"),
        "operational": ("operasional", "kinerja operasional", "operational pemda"),
    }
)
"""Levels by what applications call them, from the top; Outcome for the themes, conditions below."""


def fit_matriks(bacaan: Bacaan) -> int:
    """How many columns of a matrix a file has; 0 where it is none."""
    return max((_count(table) for table in _tables(bacaan)), default=0)


def _tables(bacaan: Bacaan) -> list[Tabel]:
    sheets = (find_tabel(kisi, SAMPING, SAMPING_SASARAN, DAFTAR) for kisi in bacaan.kisi)
    return [table for sheet in sheets for tables in sheet for table in tables if _count(table)]


def _count(tabel: Tabel) -> int:
    """How many columns are known; 0 for a table that has indikator of one component only."""
    keys = {item.kunci for item in tabel.kolom if item.kunci}
    if "tingkat" in keys:
        return len(keys)
    components = [key for key in KELAS if f"{key}.nama" in keys]
    measured = [key for key in components if f"{key}.indikator" in keys]
    return len(keys) if len(measured) > 1 else 0


def read_matriks(bacaan: Bacaan) -> HasilBaca[Penjenjangan]:
    """A tree from the matrices of one file."""
    found = bacaan.find(SAMPING, SAMPING_SASARAN, DAFTAR)
    kepala = read_kepala(bacaan, bacaan.outside([table for tables in found for table in tables]), JUDUL)
    bagan = Bagan(bacaan)
    samping, daftar = _Samping(bagan, kepala.periode), _Daftar(bagan, kepala.periode)
    rows: tuple[Callable[[Larik], None], ...] = (samping.row, samping.row, daftar.row)
    for tables, read_row in zip(found, rows, strict=True):
        for table in tables:
            for larik in table.larik:
                read_row(larik)
    pohon, ids = bagan.make(kepala.instansi or Penjenjangan.jenis, kepala.periode)
    for id, nama in (samping.jabatan | daftar.jabatan).items():
        pohon.add_jabatan(Jabatan(id=id, nama=nama))
    for node, id in ids.items():
        if node.jabatan:
            pohon.assign(id, node.jabatan)
    return bacaan.finish(Penjenjangan(kepala=kepala, pohon=pohon))


@attrs.define
class _Pembaca:
    """What both kinds of matrices have: indikator with targets, and posts."""

    bagan: Bagan
    periode: Periode | None
    jabatan: dict[str, str] = attrs.field(factory=dict)

    @property
    def bacaan(self) -> Bacaan:
        return self.bagan.bacaan

    def measure(self, node: Cabang, larik: Larik, awalan: str) -> Ukuran | None:
        """The indikator of a row, with its targets; one that the node has already gets what is new."""
        bunyi = take_bunyi(self.bacaan, larik, f"{awalan}indikator", "")
        satuan = self.bacaan.take(larik, f"{awalan}satuan")
        targets = self.bacaan.take_periode(larik, f"{awalan}target")
        if bunyi is None and not (satuan or targets):
            return None
        ukuran = self._find(node, bunyi)
        if ukuran is None:
            ukuran = Ukuran([bunyi or Bunyi("", "")])
            node.ukuran.append(ukuran)
        if satuan and ukuran.satuan and satuan != ukuran.satuan:
            place = larik.petak(f"{awalan}satuan")
            self.bacaan.note(KARTU_BERBEDA, place, teks=satuan, lama=ukuran.satuan)
        ukuran.satuan = ukuran.satuan or satuan
        for bagian, place, teks in targets:
            put_target(self.bacaan, ukuran, parse_waktu(bagian, "", self.periode), teks, place)
        return ukuran

    def _find(self, node: Cabang, bunyi: Bunyi | None) -> Ukuran | None:
        """The indikator of the same name, or without a name the last one."""
        if bunyi is None:
            return node.ukuran[-1] if node.ukuran else None
        known = to_kunci(bunyi.teks)
        return next((row for row in node.ukuran if to_kunci(row.nama) == known), None)

    def join(self, larik: Larik, milik: Callable[[str], Cabang | None]) -> bool:
        """Whether a row is but the rest of the texts above, broken off by the end of a page; then they are joined.

        Args:
            larik: The row.
            milik: The node that was read last, by the group of a column.
        """
        keys = [item.kunci.rpartition(".") for item, _ in larik.terisi]
        above = [_rest_of(milik(group), isi) for group, _, isi in keys]
        if not all(above) or not all(continues(teks) for _, teks in larik.terisi):
            return False
        for (item, teks), (_, _, isi), rows in zip(larik.terisi, keys, above, strict=True):
            place = larik.kisi.petak(larik.baris, item.kolom)
            self.bacaan.note(BARIS_TERBELAH, place, teks=teks, sebab=f"{isi} berlanjut")
            rows[-1] = attrs.evolve(rows[-1], teks=f"{rows[-1].teks} {teks}")
        return True

    def own(self, node: Cabang, larik: Larik, kunci: str) -> None:
        """The post that answers for a node; of two the first stands."""
        nama = self.bacaan.take(larik, kunci)
        id = tight(nama)
        if not id:
            return
        self.jabatan.setdefault(id, nama)
        if node.jabatan and node.jabatan != id:
            self.bacaan.note(KARTU_BERBEDA, larik.petak(kunci), teks=nama, lama=self.jabatan[node.jabatan])
        node.jabatan = node.jabatan or id

    def remark(self, node: Cabang, larik: Larik) -> None:
        """What a row says of a node besides."""
        self.bacaan.skip(larik, "nomor")
        teks = self.bacaan.take(larik, "keterangan")
        if teks and teks not in node.keterangan.split("\n"):
            node.keterangan = f"{node.keterangan}\n{teks}".strip()
        node.lain += self.bacaan.take_lain(larik)


@attrs.define
class _Samping(_Pembaca):
    """Reads components side by side."""

    _akhir: dict[str, Cabang] = attrs.field(factory=dict)

    def row(self, larik: Larik) -> None:
        """Read one row: each group goes on with what it had, or begins something."""
        if self.join(larik, self._akhir.get):
            return
        for key, kelas in KELAS.items():
            self._group(larik, key, kelas)
        if self._akhir:
            lowest = [self._akhir[key] for key in KELAS if key in self._akhir][-1]
            self.remark(lowest, larik)

    def _group(self, larik: Larik, key: str, kelas: type[AnySimpul]) -> None:
        nama = take_bunyi(self.bacaan, larik, f"{key}.nama", "")
        uraian = take_bunyi(self.bacaan, larik, f"{key}.uraian", "")
        kode, place = self.bacaan.take(larik, f"{key}.kode"), larik.petak(f"{key}.kode")
        node = self._akhir.get(key)
        if (nama or uraian or kode) and (node is None or self._is_new(node, nama, uraian)):
            node = self._begin(key, kelas)
        if node is None:
            self._lost(larik, key)
            return
        if nama is not None and all(to_kunci(item.teks) != to_kunci(nama.teks) for item in node.nama):
            self.bagan.name(node, nama)
        if uraian is not None and not node.bunyi:
            self.bagan.word(node, uraian)
        if kode and place is not None and node.kode is None:
            node.kode = read_kode(self.bacaan, kode, place)
        self.measure(node, larik, f"{key}.")
        for bagian, where, teks in self.bacaan.take_periode(larik, f"{key}.pagu"):
            pagu = to_pagu(self.bacaan, teks, where, parse_waktu(bagian, "", self.periode), node.lain)
            node.pagu = join_pagu(self.bacaan, node.pagu, pagu, where)
        self.own(node, larik, f"{key}.jabatan")

    def _is_new(self, node: Cabang, nama: Bunyi | None, uraian: Bunyi | None) -> bool:
        """Whether a name, or where there is none a sasaran, is another one than that above."""
        if nama is not None and node.nama:
            return to_kunci(nama.teks) != to_kunci(node.nama[0].teks)
        return uraian is not None and bool(node.bunyi) and to_kunci(uraian.teks) != to_kunci(node.uraian)

    def _begin(self, key: str, kelas: type[AnySimpul]) -> Cabang:
        """A new node below what stands left of it; what stood right of it is of another one."""
        keys = list(KELAS)
        above = [self._akhir[item] for item in keys[: keys.index(key)] if item in self._akhir]
        for item in keys[keys.index(key) :]:
            self._akhir.pop(item, None)
        node = self._akhir[key] = self.bagan.add(kelas, None, above[-1] if above else None)
        return node

    def _lost(self, larik: Larik, key: str) -> None:
        """Cells of a group that no component stands in."""
        for item, teks in larik.terisi:
            if item.kunci.startswith(f"{key}."):
                place = larik.kisi.petak(larik.baris, item.kolom)
                self.bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab="komponennya tidak tertulis")


def _rest_of(node: Cabang | None, isi: str) -> list[Bunyi]:
    """The wordings that a text may go on with: of the name, the sasaran or the last indikator of a node."""
    if node is None:
        return []
    measured = node.ukuran[-1].bunyi if node.ukuran else []
    return {"nama": node.nama, "uraian": node.bunyi, "kinerja": node.bunyi, "indikator": measured}.get(
        isi, []
    )


@attrs.define
class _Daftar(_Pembaca):
    """Reads lists of levels."""

    _jalur: list[tuple[int, Cabang]] = attrs.field(factory=list)
    _tingkat: str = ""

    def row(self, larik: Larik) -> None:
        """Read one row: a node, or a further indikator of the one above."""
        if self.join(larik, lambda _: self._jalur[-1][1] if self._jalur else None):
            return
        printed = self.bacaan.take(larik, "tingkat")
        bunyi = take_bunyi(self.bacaan, larik, "kinerja", "")
        node = self._jalur[-1][1] if self._jalur else None
        same = bunyi is None or (node is not None and to_kunci(bunyi.teks) == to_kunci(node.uraian))
        if node is None or not same or (printed and printed != self._tingkat):
            self._tingkat = printed or self._tingkat
            node = self._begin(larik, bunyi)
        ukuran = self.measure(node, larik, "")
        sumber, place = self.bacaan.take(larik, "sumber"), larik.petak("sumber")
        if ukuran is not None and sumber and sumber not in ukuran.sumber:
            ukuran.sumber.append(sumber)
        elif sumber and ukuran is None:
            self.bacaan.note(ISIAN_TAK_DIKENAL, place, teks=sumber, sebab="indikatornya tidak tertulis")
        self.own(node, larik, "jabatan")
        self.remark(node, larik)

    def _begin(self, larik: Larik, bunyi: Bunyi | None) -> Cabang:
        rank, kelas = self._level(larik)
        while self._jalur and self._jalur[-1][0] >= rank:
            self._jalur.pop()
        node = self.bagan.add(kelas, bunyi, self._jalur[-1][1] if self._jalur else None)
        header = next((item.judul for item in larik.kolom if item.kunci == "tingkat"), "")
        if self._tingkat:
            node.lain.append((header, self._tingkat))
        self._jalur.append((rank, node))
        return node

    def _level(self, larik: Larik) -> tuple[int, type[AnySimpul]]:
        """How high a level stands, and the kind of its nodes; one that is not known stands below all."""
        word = tight(self._tingkat)
        jenjang = list(dict.fromkeys(_JENJANG.values()))
        if name := _JENJANG.get(word):
            place = jenjang.index(name)
            return place, Outcome if name.endswith("tematik") else KondisiAntara
        kind = LEVEL.get(word, "")
        if kind in URUT_JENIS:
            return len(jenjang) + URUT_JENIS.index(kind), SIMPUL[kind]
        if self._tingkat:
            pilihan = ", ".join(jenjang)
            self.bacaan.note(
                ISIAN_TAK_DIKENAL,
                larik.petak("tingkat"),
                teks=self._tingkat,
                sebab=f"tingkat bukan {pilihan}",
            )
        return len(jenjang) + len(URUT_JENIS), KondisiAntara
