"""What stands above a table: the year of the form and not of its decree, and which form it is."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from sakip import read_dokumen, write_dokumen

IKU = [
    ["No", "Sasaran Strategis", "Indikator Kinerja Utama", "Formulasi", "Sumber Data"],
    ["1", "Meningkatnya penanganan PPKS", "Persentase PPKS yang tertangani", "jumlah PPKS", "Bidang"],
]


def read(path: Path, rows: list[list[str]], *lines: str) -> Any:
    """A table below some lines."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([*([line] for line in lines), *rows])
    return read_dokumen(path)


@pytest.mark.parametrize(
    ("lines", "periode", "keputusan"),
    [
        (
            ("LAMPIRAN KEPUTUSAN KEPALA DINAS SOSIAL", "NOMOR : 5 TAHUN 2021", "TENTANG IKU TAHUN 2022-2026", "INDIKATOR KINERJA UTAMA"),
            "2022-2026",
            "LAMPIRAN KEPUTUSAN KEPALA DINAS SOSIAL\nNOMOR : 5 TAHUN 2021\nTENTANG IKU TAHUN 2022-2026",
        ),
        (
            ("LAMPIRAN : KEPUTUSAN BUPATI", "NOMOR 188.45/12/2021", "TANGGAL 3 JANUARI 2021", "INDIKATOR KINERJA UTAMA (IKU) 2022"),
            "2022",
            "LAMPIRAN : KEPUTUSAN BUPATI\nNOMOR 188.45/12/2021\nTANGGAL 3 JANUARI 2021",
        ),
        (
            ("Peraturan Bupati Nomor 35 Tahun 2023 tentang IKU", "INDIKATOR KINERJA UTAMA", "TAHUN ANGGARAN 2024"),
            "2024",
            "Peraturan Bupati Nomor 35 Tahun 2023 tentang IKU",
        ),
        (("INDIKATOR KINERJA UTAMA 2024",), "2024", ""),
        (("INDIKATOR KINERJA UTAMA", "TA. 2024"), "2024", ""),
        (("INDIKATOR KINERJA UTAMA", "T.A 2024"), "2024", ""),
        (("INDIKATOR KINERJA UTAMA", "Sesuai Surat Nomor 7 Tahun 2020"), None, ""),
        (("INDIKATOR KINERJA UTAMA", "CONTOH, 3 JANUARI 2024"), None, ""),  # a day is no year of the form
    ],
)  # fmt: skip
def test_the_year_is_the_form_s(
    tmp_path: Path, lines: tuple[str, ...], periode: str | None, keputusan: str
) -> None:
    hasil = read(tmp_path / "iku.csv", IKU, *lines)
    kepala = hasil.dokumen.kepala
    assert (None if kepala.periode is None else str(kepala.periode), kepala.keputusan) == (periode, keputusan)
    assert hasil.cakupan.utuh
    write_dokumen(hasil.dokumen, tmp_path / "lagi.csv")
    assert read_dokumen(tmp_path / "lagi.csv").dokumen == hasil.dokumen


@pytest.mark.parametrize(
    ("nama", "judul"),
    [
        ("Nilai Perjanjian Kinerja tepat waktu", ""),
        ("Persentase evaluasi Renja yang tepat waktu", ""),
        ("Jumlah IKI: indikator kinerja individu", ""),
        ("Jumlah IKI", "INDIKATOR KINERJA UTAMA"),
    ],
)
def test_what_an_indikator_is_called_says_nothing_of_the_form(tmp_path: Path, nama: str, judul: str) -> None:
    rows = [
        ["No", "Sasaran", "Indikator Kinerja Utama", "Satuan", "Target 2024", "Target 2025", "Alasan"],
        ["1", "Meningkatnya akuntabilitas", nama, "Nilai", "1", "2", "RPJMD"],
    ]
    assert read(tmp_path / "a.csv", rows, *filter(None, [judul])).dokumen.jenis == "iku"


def test_realisasi_beside_indikator_kinerja_utama_is_a_measurement(tmp_path: Path) -> None:
    """The header names an IKU, the columns say what was reached."""
    rows = [
        ["NO", "INDIKATOR KINERJA UTAMA", "SATUAN", "TARGET 2024", "REALISASI 2024", "% CAPAIAN", "KATEGORI"],
        ["1", "Indeks Kepuasan Masyarakat", "Indeks", "83", "85,2", "102,65", "Sangat Baik"],
    ]
    hasil = read(tmp_path / "a.csv", rows, "Tabel 3.2 Target dan Realisasi Kinerja Tahun 2024")
    (indikator,) = hasil.dokumen.sasaran[0].indikator
    assert (hasil.dokumen.jenis, indikator.lain) == ("pengukuran_kinerja", ())
    assert str(hasil.dokumen.realisasi[0].nilai) == "85,2"
    assert str(hasil.dokumen.tercetak[0].capaian) == "102,65"
    assert hasil.dokumen.tercetak[0].predikat == "Sangat Baik"


def test_kinerja_utama_is_a_column_of_results(tmp_path: Path) -> None:
    """As many IKI and IKU call it."""
    rows = [
        ["No", "Kinerja Utama", "Indikator Kinerja", "Formulasi Perhitungan", "Sumber Data"],
        ["1", "Tersusunnya dokumen", "Jumlah dokumen", "jumlah dokumen yang disusun", "Laporan"],
    ]
    hasil = read(tmp_path / "a.csv", rows, "INDIKATOR KINERJA INDIVIDU", "1. Jabatan : Kepala Seksi")
    (iki,) = hasil.dokumen.iki
    assert [item.uraian for item in iki.sasaran] == ["Tersusunnya dokumen"]
    assert (iki.jabatan.nama, iki.sasaran[0].indikator[0].formulasi) == (
        "Kepala Seksi",
        "jumlah dokumen yang disusun",
    )
