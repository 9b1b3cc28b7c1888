"""The Rencana Aksi of a perangkat daerah in files: eleven columns, with targets for each triwulan."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from sakip.bentuk import BarisAksi, Kepala, RencanaAksi
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.kepala import read_kepala
from sakip.dokumen._bagian.komponen import LajurPagu
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.pilihan import SATUAN
from sakip.dokumen._bagian.triwulan import LajurBagian
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._rencana_aksi.catat import Pembuat
from sakip.dokumen._rencana_aksi.kolom import TATA_LETAK
from sakip.dokumen._rencana_aksi.urai import PembacaAksi
from sakip.dokumen._tulis.naskah import BarisNaskah, Isi, Lajur, Naskah, Rupa, TabelNaskah
from sakip.model import Aktivitas, AnySimpul, Indikator, Kegiatan, Program, Sasaran, SubKegiatan
from sakip.periode import Periode

JUDUL = "RENCANA AKSI"
_KOMPONEN = (Program, Kegiatan, SubKegiatan, Aktivitas)


def read(bacaan: Bacaan) -> HasilBaca[RencanaAksi]:
    """A Rencana Aksi from the sheets of one file."""
    sheets = {kisi.nama: number for number, kisi in enumerate(bacaan.kisi)}
    found = [table for tables in bacaan.find(*TATA_LETAK) for table in tables]
    found.sort(key=lambda table: (sheets[table.kisi.nama], table.awal))
    kepala = read_kepala(bacaan, bacaan.outside(found), JUDUL)
    pembaca = PembacaAksi(bacaan, kepala.periode)
    for table in found:
        pembaca.read(table)
    return bacaan.finish(RencanaAksi(kepala=kepala, baris=Pembuat(bacaan).make(pembaca.rangka)))


# --- writing ------------------------------------------------------------------


def to_naskah(aksi: RencanaAksi) -> Naskah:
    """The table: a line for each indikator of a sub kegiatan, with its triwulan in one cell."""
    kepala = aksi.kepala
    isi = (_tabel(aksi), *remarks(kepala), *signature(kepala))
    return Naskah(bentuk=aksi.jenis, judul=title_lines(kepala, JUDUL), isi=(("Rencana Aksi", isi),))


@attrs.frozen
class _Garis:
    """One line of the table: what it names first, an indikator of the sasaran, and one of the lowest thing.

    Attributes:
        sebut: The components that it names.
        pangkal: The first line of a row of the form, which says what it has not.
        ukuran: The indikator of the sasaran.
        milik: The thing that the right half of the line speaks of, where its money, remark
            and further cells stand too.
        rinci: An indikator of that thing.
    """

    sebut: tuple[AnySimpul, ...] = ()
    pangkal: bool = False
    ukuran: Indikator | None = None
    milik: AnySimpul | None = None
    rinci: Indikator | None = None


def _lines(baris: BarisAksi) -> Iterator[_Garis]:
    """The lines of one row of the form."""
    first, *more = baris.sasaran.indikator or (None,)
    rows = list(_component_lines(baris))
    own = baris.sasaran.keterangan or baris.sasaran.lain
    if own or not rows or any(item.penanggung_jawab for item in baris.sasaran.indikator):
        rows.insert(0, _Garis(milik=baris.sasaran))
    yield attrs.evolve(rows[0], pangkal=True, ukuran=first)
    yield from (_Garis(ukuran=item) for item in more)
    yield from rows[1:]


def _component_lines(baris: BarisAksi) -> Iterator[_Garis]:
    """The lines of the components: one that has nothing of its own stands with what follows it."""
    below = baris.simpul[1:]
    waiting: tuple[AnySimpul, ...] = ()
    for number, simpul in enumerate(below):
        waiting = (*waiting, simpul)
        if _stands_alone(simpul, below[number + 1 :]):
            yield _Garis(sebut=waiting, milik=simpul, rinci=(simpul.indikator or (None,))[0])
            yield from (_Garis(milik=simpul, rinci=item) for item in simpul.indikator[1:])
            waiting = ()


def _stands_alone(simpul: AnySimpul, further: tuple[AnySimpul, ...]) -> bool:
    """Whether a component has a line of its own."""
    own = simpul.indikator or simpul.keterangan or simpul.lain or getattr(simpul, "pagu", ())
    return bool(own) or not further or isinstance(further[0], type(simpul))


@attrs.frozen
class _Rancangan:
    """Which columns a table needs, by what its rows hold."""

    target: LajurBagian
    rinci: LajurBagian
    satuan: bool
    aksi: bool
    pagu: LajurPagu | None
    pj: bool
    keterangan: bool
    lain: LajurLain

    @classmethod
    def of(cls, aksi: RencanaAksi) -> _Rancangan:
        nodes = [simpul for baris in aksi.baris for simpul in baris.simpul]
        above = [item for baris in aksi.baris for item in baris.sasaran.indikator]
        below = [item for baris in aksi.baris for simpul in baris.simpul[1:] for item in simpul.indikator]
        funded = [simpul for simpul in nodes if isinstance(simpul, _KOMPONEN) and simpul.pagu]
        return cls(
            LajurBagian.of(above, aksi.kepala.periode),
            LajurBagian.of(below, aksi.kepala.periode),
            any(item.satuan for item in above),
            any(baris.aksi for baris in aksi.baris),
            LajurPagu.of(funded, aksi.kepala.periode) if funded else None,
            any(item.penanggung_jawab for item in (*above, *below)),
            any(simpul.keterangan for simpul in nodes),
            LajurLain.of(simpul.lain for simpul in nodes),
        )

    @property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns."""
        rinci = "RENCANA AKSI" if self.aksi else "SUB KEGIATAN"
        return (
            Lajur("NO", 5, Rupa.TENGAH),
            Lajur(("SASARAN", "URAIAN"), 30),
            Lajur(("SASARAN", "INDIKATOR KINERJA"), 24),
            *([Lajur(("SASARAN", "SATUAN"), 10, Rupa.TENGAH, pilihan=SATUAN)] if self.satuan else []),
            *self.target.lajur("TARGET"),
            Lajur("PROGRAM", 22),
            Lajur("KEGIATAN", 24),
            *([Lajur("SUB KEGIATAN", 28)] if self.aksi else []),
            Lajur((rinci, "URAIAN"), 32),
            Lajur((rinci, "INDIKATOR KINERJA"), 28),
            Lajur((rinci, "SATUAN"), 10, Rupa.TENGAH, pilihan=SATUAN),
            *self.rinci.lajur("TARGET"),
            *(self.pagu.lajur("ANGGARAN") if self.pagu else []),
            *([Lajur("PENANGGUNG JAWAB", 18)] if self.pj else []),
            Lajur("KET", 20 if self.keterangan else 8),
            *self.lain.lajur,
            Lajur("ID Sasaran", 10, tersembunyi=True),
            Lajur("ID Indikator", 10, tersembunyi=True),
            Lajur("ID Program", 10, tersembunyi=True),
            Lajur("ID Kegiatan", 10, tersembunyi=True),
            Lajur("ID Sub Kegiatan", 10, tersembunyi=True),
            *([Lajur("ID Aksi", 10, tersembunyi=True)] if self.aksi else []),
            Lajur("ID Indikator Rinci", 10, tersembunyi=True),
        )

    def row(self, nomor: int, sasaran: Sasaran, garis: _Garis) -> BarisNaskah:
        """The cells of one line."""
        named = {type(simpul): simpul for simpul in garis.sebut}
        levels = (Program, Kegiatan, SubKegiatan, *((Aktivitas,) if self.aksi else ()))
        words = [named[kelas].label if kelas in named else "" for kelas in levels]
        if garis.pangkal:  # a blank cell would mean: as above
            words[:3] = [_kode(named.get(kelas)) or "-" for kelas in levels[:3]]
        else:
            words[:3] = [_kode(named.get(kelas)) for kelas in levels[:3]]
        left = self._left(nomor, sasaran, garis)
        ids = [
            sasaran.id if garis.pangkal else "",
            "" if garis.ukuran is None else garis.ukuran.id,
            *(named[kelas].id if kelas in named else "" for kelas in levels),
            "" if garis.rinci is None else garis.rinci.id,
        ]
        further = self._further(garis)
        blank = (
            []
            if garis.pangkal
            else [number for number, cell in enumerate((*left, *words[:2])) if cell in {None, ""}]
        )
        return BarisNaskah([*left, *words, *self._rinci_cells(garis.rinci), *further, *ids], sambung=blank)

    def _left(self, nomor: int, sasaran: Sasaran, garis: _Garis) -> list[Isi]:
        item = garis.ukuran
        nama = "" if item is None else "-" if item.tersirat else item.nama
        return [
            nomor if garis.pangkal else None,
            (sasaran.uraian or "-") if garis.pangkal else "",
            nama or ("-" if garis.pangkal else ""),
            *([item.satuan if item else ""] if self.satuan else []),
            *self.target.cells(item),
        ]

    def _rinci_cells(self, item: Indikator | None) -> list[Isi]:
        words = ["", ""] if item is None else ["" if item.tersirat else item.nama, item.satuan]
        return [*words, *self.rinci.cells(item)]

    def _further(self, garis: _Garis) -> list[Isi]:
        """Money, who answers for it, remark and further cells; on the first line of their thing only."""
        simpul = garis.milik
        first = simpul is not None and (garis.rinci is None or garis.rinci == simpul.indikator[0])
        cells: list[Isi] = []
        if self.pagu:
            cells += self.pagu.cells(simpul if first and isinstance(simpul, _KOMPONEN) else None)
        if self.pj:
            item = garis.rinci if isinstance(simpul, _KOMPONEN) else garis.ukuran
            cells.append(item.penanggung_jawab if item else "")
        cells.append(simpul.keterangan if simpul is not None and first else "")
        return cells + list(self.lain.cells(simpul.lain if simpul is not None and first else ()))


def _kode(simpul: AnySimpul | None) -> str:
    """The name of a component behind its code."""
    if simpul is None:
        return ""
    kode = getattr(simpul, "kode", None)
    return simpul.label if kode is None else f"{kode} {simpul.label}"


def _tabel(aksi: RencanaAksi) -> TabelNaskah:
    rancangan = _Rancangan.of(aksi)
    rows = [
        rancangan.row(nomor, baris.sasaran, garis)
        for nomor, baris in enumerate(aksi.baris, start=1)
        for garis in _lines(baris)
    ]
    return TabelNaskah(rancangan.lajur, rows, bernomor=True)


def _contoh() -> RencanaAksi:
    shares = {f"2025-TW{number}": f"{share}%" for number, share in ((1, 20), (2, 30), (3, 30), (4, 20))}
    return RencanaAksi(
        kepala=Kepala(instansi="Dinas Contoh", periode=Periode.parse("2025")),
        baris=(
            BarisAksi(
                sasaran=Sasaran(
                    "S1",
                    uraian="Meningkatnya penanganan PPKS",
                    indikator=(
                        Indikator(
                            id="S1.1",
                            nama="Persentase PPKS yang tertangani",
                            target={f"2025-TW{number}": "25%" for number in (1, 2, 3, 4)},
                        ),
                    ),
                ),
                program=Program("P1", nama="Program Rehabilitasi Sosial"),
                kegiatan=Kegiatan("K1", nama="Rehabilitasi Sosial Dasar"),
                sub_kegiatan=(
                    SubKegiatan(
                        "SK1",
                        nama="Penyediaan Permakanan",
                        indikator=(
                            Indikator(
                                id="SK1.1",
                                nama="Jumlah orang yang mendapat permakanan",
                                satuan="Orang",
                                target=shares,
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


FORMULIR = Formulir(
    jenis=RencanaAksi.jenis,
    nama="Rencana Aksi",
    kelas=RencanaAksi,
    judul=TATA_LETAK,
    kata=("rencana aksi",),
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Satu nomor untuk satu sasaran dengan satu indikator, program, dan kegiatan; satu baris untuk satu sub kegiatan.",
        "Sel kosong di kolom nomor sampai kegiatan berarti sama dengan di atasnya; tulis - bila memang tidak ada.",
        "Target triwulan ditulis dalam satu sel, satu baris untuk satu triwulan: TW 1 : 25%. Tulis - bila tidak direncanakan.",
        "Target keempat triwulan yang berupa bagian dari setahun berjumlah 100%.",
    ),
    acuan="PermenPANRB 53/2014",
)
