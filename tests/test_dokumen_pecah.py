"""Several indikator in one cell, and columns below a group: each figure goes where it belongs, or is told."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from sakip import read_dokumen, write_dokumen
from sakip.model import Indikator

KEPALA = ["No", "Sasaran", "Indikator", "Satuan", "Target", "TW I", "Keterangan", "Prioritas"]
NAMA = "1. Persentase PPKS\nyang tertangani\n2. Indeks layanan"


def read(tmp_path: Path, judul: str, *rows: list[str]) -> Any:
    path = tmp_path / "a.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([[judul], *rows])
    hasil = read_dokumen(path)
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    write_dokumen(hasil.dokumen, tmp_path / "lagi.csv")
    assert read_dokumen(tmp_path / "lagi.csv").dokumen == hasil.dokumen
    return hasil


def facts(indikator: Indikator) -> tuple[str, str, list[str], str]:
    targets = [f"{item.periode} {item.nilai}" for item in indikator.target]
    return indikator.nama, indikator.satuan, targets, indikator.keterangan


# --- several indikator in one cell ----------------------------------------------------


@pytest.mark.parametrize(
    ("satuan", "target", "tw"),
    [
        ("1. %\n2. Indeks", "1. 80\n2. 3,5", "1. 20\n2. 3"),
        ("%\nIndeks", "80\n3,5", "20\n\n3"),
        ("a. %\nb. Indeks", "(1) 80\n(2) 3,5", "a) 20\nb) 3"),
    ],
)
def test_cells_that_list_as_many_are_dealt_out(tmp_path: Path, satuan: str, target: str, tw: str) -> None:
    hasil = read(
        tmp_path,
        "PERJANJIAN KINERJA TAHUN 2025",
        KEPALA,
        ["1", "Tertangani", NAMA, satuan, target, tw, "IKU", "ya"],
        ["2", "Terdata", "Nilai data", "Nilai", "90", "", "", ""],
    )
    first, second = hasil.dokumen.sasaran
    assert list(map(facts, first.indikator)) == [
        ("Persentase PPKS yang tertangani", "%", ["2025 80", "2025-TW1 20"], "IKU"),
        ("Indeks layanan", "Indeks", ["2025 3,5", "2025-TW1 3"], "IKU"),
    ]
    assert [item.lain for item in first.indikator] == [(("Prioritas", "ya"),), ()]
    assert list(map(facts, second.indikator)) == [("Nilai data", "Nilai", ["2025 90"], "")]
    assert [item.kode for item in hasil.temuan] == ["SKP107", "SKP136"]


def test_a_figure_that_lists_none_is_nobody_s(tmp_path: Path) -> None:
    """It is kept beside the first, under a header that no reader takes for a target."""
    rows = [KEPALA, ["1", "Tertangani", NAMA, "%", "", "80%", "", ""]]
    hasil = read(tmp_path, "PERJANJIAN KINERJA TAHUN 2025", *rows)
    (sasaran,) = hasil.dokumen.sasaran
    assert [(item.satuan, item.target) for item in sasaran.indikator] == [("%", ()), ("%", ())]
    assert [item.lain for item in sasaran.indikator] == [(("TW I (bersama)", "80%"),), ()]
    assert [item.kode for item in hasil.temuan] == ["SKP107", "SKP136", "SKP105"]


@pytest.mark.parametrize("nama", ["2. Indeks\n3. Nilai", "Tahun\n2. Nilai", "Indeks\nlayanan"])
def test_what_numbers_no_items_is_one_indikator(tmp_path: Path, nama: str) -> None:
    rows = [KEPALA, ["1", "Tertangani", nama, "%", "80", "", "", ""]]
    (sasaran,) = read(tmp_path, "PERJANJIAN KINERJA TAHUN 2025", *rows).dokumen.sasaran
    assert [item.nama for item in sasaran.indikator] == [nama]


def test_measurements_are_dealt_out_too(tmp_path: Path) -> None:
    hasil = read(
        tmp_path,
        "PENGUKURAN KINERJA TAHUN 2025",
        ["No", "Sasaran", "Indikator Kinerja", "Target", "Realisasi", "Capaian", "Kendala"],
        ["1", "Tertangani", NAMA, "80\n3,5", "60\n3,6", "75\n102,86", "anggaran"],
    )
    assert [str(item.nilai) for item in hasil.dokumen.realisasi] == ["60", "3,6"]
    assert [item.kendala for item in hasil.dokumen.realisasi] == ["anggaran", "anggaran"]
    assert [str(item.capaian) for item in hasil.dokumen.tercetak] == ["75", "102,86"]


# --- groups of columns ---------------------------------------------------------------


@pytest.mark.parametrize("judul", ["MONITORING KINERJA TAHUN 2025", "MONITORING RENCANA AKSI TAHUN 2025"])
def test_what_stands_below_a_triwulan_is_of_it(tmp_path: Path, judul: str) -> None:
    """A percentage there is no capaian of the year; what was reached makes it a measurement, whatever it is called."""
    hasil = read(
        tmp_path,
        judul,
        [
            "No",
            "Sasaran",
            "Indikator Kinerja",
            "Target Tahunan",
            "Keterangan",
            "TW I",
            "",
            "",
            "TW II",
            "",
            "",
        ],
        ["", "", "", "", "", "Target", "Realisasi", "%", "Target", "Realisasi", "%"],
        ["1", "Tertangani", "Persentase PPKS", "80", "", "20", "19", "95", "40", "38", "95"],
    )
    (indikator,) = hasil.dokumen.sasaran[0].indikator
    assert facts(indikator)[2] == ["2025 80", "2025-TW1 20", "2025-TW2 40"]
    realisasi = {str(item.periode): str(item.nilai) for item in hasil.dokumen.realisasi}
    assert realisasi == {"2025-TW1": "19", "2025-TW2": "38"}
    assert [item.capaian for item in hasil.dokumen.tercetak] == []
    assert indikator.lain == (("TW I / %", "95"), ("TW II / %", "95"))


def test_what_stands_below_money_is_no_capaian(tmp_path: Path) -> None:
    """Money beside the indikator, as reports print it: its percentage comes second to the column Capaian."""
    hasil = read(
        tmp_path,
        "PENGUKURAN KINERJA TAHUN 2024",
        [
            "No",
            "Sasaran",
            "Indikator Kinerja",
            "Target",
            "Realisasi",
            "Capaian",
            "Program",
            "Anggaran",
            "",
            "",
        ],
        ["", "", "", "", "", "", "", "Pagu", "Realisasi", "%"],
        ["1", "Tertangani", "Persentase PPKS", "80", "75", "93,75", "Rehabilitasi", "1.000", "900", "90"],
    )
    assert [str(item.nilai) for item in hasil.dokumen.realisasi] == ["75"]
    assert [str(item.capaian) for item in hasil.dokumen.tercetak] == ["93,75"]
    assert hasil.dokumen.sasaran[0].indikator[0].lain == (
        ("Program", "Rehabilitasi"),
        ("Anggaran / Pagu", "1.000"),
        ("Anggaran / Realisasi", "900"),
        ("Anggaran / %", "90"),
    )
