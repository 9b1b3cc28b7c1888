"""The table of Indikator Kinerja Utama in files: what an institution is measured by, over the years of its plan."""

from __future__ import annotations

import re

import attrs

from sakip.bentuk import IKU, Kepala
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._baca.judul import Judul
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.kepala import read_kepala
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.nomor import number_rows
from sakip.dokumen._bagian.pilihan import SATUAN
from sakip.dokumen._bagian.sasaran import (
    JUDUL_SASARAN,
    LAJUR_ID,
    LAJUR_TEKS,
    PembacaSasaran,
    nama_isi,
    teks_isi,
)
from sakip.dokumen._bagian.terencana import LajurBaseline, LajurTarget
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._tulis.naskah import BarisNaskah, Isi, Lajur, Naskah, Rupa, TabelNaskah
from sakip.model import Indikator, Sasaran, Tujuan
from sakip.periode import Periode
from sakip.rumus import Persen

JUDUL = "INDIKATOR KINERJA UTAMA"

_IKU = ("indikator kinerja utama", "indikator kinerja utama (iku)", "iku")
_PENGGANTI: dict[str, Judul] = {
    "sasaran": Judul(
        "sasaran",
        (
            "sasaran",
            "sasaran strategis",
            "sasaran kinerja",
            "sasaran renstra",
            "sasaran rpjmd",
            "tujuan/sasaran",
        ),
    ),
    "indikator": Judul(
        "indikator",
        (*_IKU, "indikator", "indikator kinerja", "indikator sasaran", "nama indikator"),
        wajib=True,
    ),
    "formulasi": Judul(
        "formulasi",
        (
            "formulasi",
            "formulasi perhitungan",
            "formulasi/cara perhitungan",
            "penjelasan/formulasi perhitungan",
            "formula",
            "cara perhitungan",
            "cara penghitungan",
            "cara mengukur",
            "metode perhitungan",
            "rumus perhitungan",
            "rumus",
        ),
    ),
    "penanggung_jawab": Judul(
        "penanggung_jawab",
        ("penanggung jawab", "unit penanggung jawab", "perangkat daerah penanggung jawab", "pj", "pelaksana"),
    ),
}
"""The columns that an IKU table heads by more words than other forms do."""

JUDUL_IKU = (
    *(_PENGGANTI.get(item.kunci, item) for item in JUDUL_SASARAN),
    Judul(
        "tujuan",
        ("tujuan", "tujuan strategis", "tujuan renstra", "tujuan rpjmd"),
        pita=re.compile(r"tujuan\s*(?:\d{1,2}|[ivx]{1,5})?\s*[:.]\s*\S", re.IGNORECASE),
    ),
    Judul("id_tujuan", ("id tujuan",)),
)
"""The columns of such a table."""


def _recognised_by(kunci: str, kata: tuple[str, ...] = ()) -> tuple[Judul, ...]:
    """The columns, one of them needed, and headed by some of its words only."""
    return tuple(
        Judul(kunci, kata or item.kata, pola=item.pola, wajib=True) if item.kunci == kunci else item
        for item in JUDUL_IKU
    )


def read(bacaan: Bacaan) -> HasilBaca[IKU]:
    """A table of Indikator Kinerja Utama from the sheets of one file."""
    (tables,) = bacaan.find(JUDUL_IKU)
    kepala = read_kepala(bacaan, bacaan.outside(tables), JUDUL)
    pembaca = PembacaSasaran(bacaan, kepala.periode)
    for table in tables:
        pembaca.read(table)
    return bacaan.finish(IKU(kepala=kepala, sasaran=pembaca.make_all(_mark)))


def _mark(indikator: Indikator) -> Indikator:
    return attrs.evolve(indikator, iku=True)


# --- writing ------------------------------------------------------------------

_TEKS = (
    "formulasi",
    "definisi_operasional",
    "alasan",
    "sumber_data",
    "penanggung_jawab",
    "polaritas",
    "agregasi",
)
"""The columns of text of an indikator, in the order of the form."""
_ADA = ("alasan", "polaritas", "agregasi")
"""Those that stand only where an indikator has any."""


@attrs.frozen
class _Rancangan:
    """Which columns a table needs, by what its indikator hold."""

    ada_tujuan: bool
    teks: tuple[str, ...]
    baseline: LajurBaseline
    target: LajurTarget
    lain: LajurLain
    keterangan: bool

    @classmethod
    def of(cls, iku: IKU) -> _Rancangan:
        rows = [row for item in iku.sasaran for row in item.indikator]
        return cls(
            any(isinstance(item, Tujuan) for item in iku.sasaran),
            tuple(item for item in _TEKS if item not in _ADA or any(getattr(row, item) for row in rows)),
            LajurBaseline.of(rows),
            LajurTarget.of(rows, None),
            LajurLain.of(row.lain for row in rows),
            any(row.keterangan for row in rows),
        )

    @property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns."""
        return (
            Lajur("No", 5, Rupa.TENGAH),
            *([Lajur("Tujuan", 30)] if self.ada_tujuan else []),
            Lajur("Sasaran", 34),
            Lajur("Indikator Kinerja Utama", 36),
            Lajur("Satuan", 11, Rupa.TENGAH, pilihan=SATUAN),
            *(LAJUR_TEKS[kunci] for kunci in self.teks),
            *self.baseline.lajur,
            *self.target.lajur,
            *([Lajur("Keterangan", 20)] if self.keterangan else []),
            *self.lain.lajur,
            *([Lajur("ID Tujuan", 12, tersembunyi=True)] if self.ada_tujuan else []),
            *LAJUR_ID,
        )

    def cells(self, indikator: Indikator | None) -> list[Isi]:
        """What stands from the name of an indikator to its further cells."""
        if indikator is None:
            times = len(self.baseline.periode) + len(self.target.waktu)
            width = len(self.teks) + times + len(self.lain.kunci)
            return [""] * (2 + width + self.keterangan)
        cells: list[Isi] = [nama_isi(indikator), indikator.satuan]
        cells += [teks_isi(indikator, kunci) for kunci in self.teks]
        cells += [*self.baseline.cells(indikator), *self.target.cells(indikator)]
        cells += [indikator.keterangan] if self.keterangan else []
        return cells + list(self.lain.cells(indikator.lain))


def to_naskah(iku: IKU) -> Naskah:
    """The table, with a column for each year of targets."""
    kepala = iku.kepala
    isi = (_tabel(iku), *remarks(kepala), *signature(kepala))
    return Naskah(bentuk=iku.jenis, judul=title_lines(kepala, JUDUL), isi=(("IKU", isi),))


def _tabel(iku: IKU) -> TabelNaskah:
    rancangan = _Rancangan.of(iku)
    return TabelNaskah(rancangan.lajur, _rows(iku, rancangan))


def _rows(iku: IKU, rancangan: _Rancangan) -> list[BarisNaskah]:
    """A row for each indikator; a tujuan with none of its own stands beside the sasaran that follows it."""
    rows: list[BarisNaskah] = []
    tujuan: Tujuan | None = None
    printed = True
    numbers = {
        own.id: nomor for nomor, own in number_rows(item for item in iku.sasaran if isinstance(item, Sasaran))
    }
    for place, item in enumerate(iku.sasaran):
        if isinstance(item, Tujuan):
            tujuan, printed = item, False
            following = iku.sasaran[place + 1 : place + 2]
            if following and isinstance(following[0], Sasaran) and not item.indikator:
                continue
        own = item if isinstance(item, Sasaran) else None
        for number, indikator in enumerate(item.indikator or (None,)):
            rows.append(
                _row(rancangan, (tujuan, own, indikator), numbers.get(item.id, ""), (not printed, not number))
            )
            printed = True
    return rows


def _row(
    rancangan: _Rancangan,
    isi: tuple[Tujuan | None, Sasaran | None, Indikator | None],
    nomor: int | str,
    baru: tuple[bool, bool],
) -> BarisNaskah:
    """One row; *baru* says whether its tujuan and its sasaran are printed for the first time."""
    tujuan, sasaran, indikator = isi
    cells: list[Isi] = [nomor if sasaran else None]
    sambung: list[int] = []
    if rancangan.ada_tujuan:
        cells.append("" if tujuan is None else tujuan.uraian)
        sambung += [1] if tujuan is not None and not baru[0] else []
    cells.append("" if sasaran is None else sasaran.uraian)
    if sasaran is not None and not baru[1]:
        sambung += [0, len(cells) - 1]
    cells += rancangan.cells(indikator)
    if rancangan.ada_tujuan:
        cells.append("" if tujuan is None else tujuan.id)
    cells += ["" if sasaran is None else sasaran.id, "" if indikator is None else indikator.id]
    return BarisNaskah(cells, sambung=sambung)


def _contoh() -> IKU:
    indikator = Indikator(
        id="S1.1",
        nama="Persentase PPKS yang tertangani",
        satuan="%",
        rumus=Persen("Jumlah PPKS yang tertangani", "jumlah seluruh PPKS"),
        formulasi="Jumlah PPKS yang tertangani / jumlah seluruh PPKS x 100 %",
        definisi_operasional="PPKS yang menerima layanan rehabilitasi, jaminan, atau bantuan sosial",
        alasan="Menggambarkan hasil utama urusan sosial",
        sumber_data=("Laporan bidang", "DTKS"),
        penanggung_jawab="Bidang Rehabilitasi Sosial",
        polaritas="naik",
        target={2025: "90", 2026: "93,59"},
        iku=True,
    )
    return IKU(
        kepala=Kepala(instansi="Dinas Contoh", periode=Periode.parse("2025-2026")),
        sasaran=(
            Tujuan("T1", uraian="Meningkatnya kesejahteraan sosial"),
            Sasaran("S1", uraian="Meningkatnya penanganan PPKS", indikator=(indikator,)),
        ),
    )


FORMULIR = Formulir(
    jenis=IKU.jenis,
    nama="Indikator Kinerja Utama",
    kelas=IKU,
    judul=(
        _recognised_by("indikator", _IKU),
        _recognised_by("definisi_operasional"),
        _recognised_by("alasan"),
        _recognised_by("baseline"),
    ),
    kata=("indikator kinerja utama",),
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Satu baris untuk satu indikator; tujuan dan sasaran cukup ditulis pada baris pertamanya.",
        "Target ditulis per tahun dengan koma desimal; satuannya di kolom Satuan.",
        "Kolom Baseline menyebut tahunnya, misalnya Baseline 2024.",
        "Polaritas: naik, turun, stabil, atau rentang.",
    ),
    acuan="PER/20/M.PAN/11/2008",
)
