"""The table T-C.29 on the page: eleven numbered columns, with the years in their headers."""

from __future__ import annotations

from sakip.angka import Isian
from sakip.bentuk import AngkaRekapitulasi, BarisRekapitulasi, RekapitulasiRenja
from sakip.dokumen._bagian.alasan import join_alasan
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.persen import live_persen, live_sum
from sakip.dokumen._bagian.pilihan import SATUAN
from sakip.dokumen._rekapitulasi_renja.kolom import ANGKA
from sakip.dokumen._tulis.naskah import BarisNaskah, Isi, Lajur, Naskah, Rupa, TabelNaskah
from sakip.periode import JenisPeriode, Periode

JUDUL = "REKAPITULASI EVALUASI HASIL PELAKSANAAN RENJA PERANGKAT DAERAH"
_NAMA = ("kode", "nama", "indikator", "satuan", *ANGKA)
"""The names of the columns that formulas speak of."""


def to_naskah(form: RekapitulasiRenja) -> Naskah:
    """The table."""
    kepala = form.kepala
    isi = (_tabel(form), *remarks(kepala), *signature(kepala))
    return Naskah(bentuk=form.jenis, judul=title_lines(kepala, JUDUL), isi=(("T-C.29", isi),))


def _tabel(form: RekapitulasiRenja) -> TabelNaskah:
    lain = LajurLain.of(row.lain for row in form.baris)
    rows: list[BarisNaskah] = []
    before: BarisRekapitulasi | None = None
    for row in form.baris:
        rows.append(_row(row, before, lain))
        before = row
    return TabelNaskah(_lajur(form.kepala.periode, lain), rows, nama=_NAMA)


def _lajur(periode: Periode | None, lain: LajurLain) -> tuple[Lajur, ...]:
    def when(back: int) -> str:
        known = periode is not None and periode.jenis is JenisPeriode.TAHUN
        year = f"{periode.tahun - back} " if periode is not None and known else ""
        return f"Tahun {year}(n-{back})"

    last, now = f"Renja {when(2)}", f"Perkiraan Realisasi Renstra s.d. {when(1)}"
    head = (
        (("Kode", "", "1"), 18),
        (("Urusan/Bidang Urusan/Program/Kegiatan/Sub Kegiatan", "", "2"), 30),
        (("Indikator Kinerja", "", "3"), 28),
    )
    figures = (
        (("Target Renstra (Akhir Periode)", "", "4"), 10),
        ((f"Realisasi s.d. {when(3)}", "", "5"), 10),
        ((last, f"Target {when(2)}", "6"), 9),
        ((last, f"Realisasi {when(2)}", "7"), 9),
        ((last, "Tingkat Realisasi (%)", "8 = 7/6×100"), 10),
        ((f"Target Renja {when(1)}", "", "9"), 10),
        ((now, "Realisasi Capaian", "10 = 5+7+9"), 10),
        ((now, "Tingkat Capaian (%)", "11 = 10/4×100"), 10),
    )
    return (
        *(Lajur(judul, lebar) for judul, lebar in head),
        Lajur(("Satuan", "", "3"), 9, Rupa.TENGAH, pilihan=SATUAN),
        *(Lajur(judul, lebar, Rupa.TENGAH) for judul, lebar in figures),
        Lajur(("Keterangan", "", "12"), 22),
        *lain.lajur,
        *(
            Lajur(judul, 10, tersembunyi=True)
            for judul in ("ID", "Jenis", "ID Indikator", "Polaritas", "Agregasi")
        ),
    )


def _row(row: BarisRekapitulasi, before: BarisRekapitulasi | None, lain: LajurLain) -> BarisNaskah:
    further = before is not None and row.id == before.id
    item = row.indikator
    cells: list[Isi] = [
        row.kode,
        row.nama,
        "" if item is None else item.nama,
        "" if item is None else item.satuan,
        *_cells(row.angka),
        join_alasan(row.keterangan, row.alasan),
        *lain.cells(row.lain),
        row.id,
        row.jenis,
        "" if item is None else item.id,
        "" if item is None or item.polaritas is None else item.polaritas.value,
        "" if item is None or item.agregasi is None else item.agregasi.value,
    ]
    return BarisNaskah(cells, sambung=[0, 1] if further else [])


def _cells(angka: AngkaRekapitulasi) -> list[Isi]:
    """Columns 4 to 11, with formulas where they give what is printed."""
    plain: list[Isian] = list(angka.kolom.values())
    share = live_persen(plain[4], plain[3], plain[2], ("realisasi_n2", "target_n2"))
    total = live_sum(
        plain[6], [plain[1], plain[3], plain[5]], ["realisasi_lalu", "realisasi_n2", "target_n1"]
    )
    end = live_persen(plain[7], plain[6], plain[0], ("perkiraan", "target_renstra"))
    return [*plain[:4], share, plain[5], total, end]
