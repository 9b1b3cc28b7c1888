"""The struktur table as one of the forms: in any kind of file, in and out."""

from __future__ import annotations

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._bagian.pilihan import PILIHAN
from sakip.dokumen._datar.kisi import PASTI, JenisLembar
from sakip.dokumen._datar.kolom import recognise
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._struktur.baca import from_lembar, is_pagu, is_struktur
from sakip.dokumen._struktur.tulis import list_struktur
from sakip.dokumen._tulis.naskah import BarisNaskah, Lajur, Naskah, TabelNaskah
from sakip.model import CSF, Atasan, Baseline, Indikator, Jabatan, Outcome, Program
from sakip.pohon import PohonKinerja
from sakip.rumus import Persen

_LEMBAR = JenisLembar(recognise, is_struktur, is_pagu)
_LEBAR = {"uraian": 44, "nama": 36, "indikator": 36, "formulasi": 30}
"""Characters of the columns that hold sentences."""


def read(bacaan: Bacaan) -> HasilBaca[PohonKinerja]:
    """The tree of a struktur table; of a file without one, a tree without nodes."""
    return _LEMBAR.read(bacaan, from_lembar, PohonKinerja(bacaan.berkas))


def fit(bacaan: Bacaan) -> int:
    """How many columns of such a table a file has; a column of levels makes it one."""
    known = _LEMBAR.known(bacaan)
    return len(known) + PASTI if known else 0


def to_naskah(pohon: PohonKinerja) -> Naskah:
    """The table, one row for each node and further indikator."""
    columns, rows = list_struktur(HasilBaca(pohon))
    lajur = [
        Lajur(str(column), _LEBAR.get(column.kunci, 14), pilihan=PILIHAN.get(column.kunci, ()))
        for column in columns
    ]
    cells = [BarisNaskah([row.get(column, "") for column in columns]) for row in rows]
    tabel = TabelNaskah(lajur, cells)
    return Naskah(bentuk="struktur", isi=(("Struktur", (tabel,)),))


def _contoh() -> PohonKinerja:
    pohon = PohonKinerja("Dinas Contoh", periode="2025-2029")
    pohon.add_jabatan(
        Jabatan(id="kadis", nama="Kepala Dinas", jenjang="jpt_pratama", atasan=Atasan.TIDAK_ADA)
    )
    pohon.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", jenjang="administrator", atasan="kadis"))
    pohon.add(Outcome("O1", uraian="Meningkatnya kesejahteraan sosial", indikator=[_contoh_indikator()]))
    pohon.add(CSF("C1", uraian="Meningkatnya pelayanan sosial"), under="O1")
    program = Program(
        "P1",
        nama="Program Rehabilitasi Sosial",
        kode="1.06.04",
        uraian="Tertanganinya PPKS",
        pagu={2025: 300_000_000},
        indikator=[Indikator(id="IK2", nama="Jumlah PPKS yang pulih", satuan="Orang", target={2025: 200})],
    )
    pohon.add(program, under="C1")
    pohon.assign("O1", "kadis")
    pohon.assign("C1", "kadis")
    pohon.assign("P1", "kabid")
    return pohon


def _contoh_indikator() -> Indikator:
    return Indikator(
        id="IK1",
        nama="Persentase PPKS yang tertangani",
        satuan="%",
        rumus=Persen("PPKS tertangani", "seluruh PPKS"),
        polaritas="naik",
        baseline=Baseline(2024, "90,00"),
        target={2025: "93,59"},
        sumber_data="Data terpadu kesejahteraan sosial",
    )


FORMULIR = Formulir(
    jenis="struktur",
    nama="Struktur pohon kinerja",
    kelas=PohonKinerja,
    cocok=fit,
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Satu baris untuk satu simpul; indikator kedua dan seterusnya ditulis di baris lanjutan dengan id yang sama.",
        "Kolom level menyebut jenis simpulnya, kolom induk id simpul di atasnya.",
        "Level yang dikenal: outcome, csf, kondisi_antara, tujuan, sasaran, program, kegiatan, sub_kegiatan, aktivitas.",
        "Jabatan ditulis di barisnya sendiri (level jabatan); kolom jabatan pada simpul menyebut id pemiliknya.",
        "Target dan pagu berkolom sendiri untuk setiap tahun: target_2025, pagu_2025.",
    ),
)
