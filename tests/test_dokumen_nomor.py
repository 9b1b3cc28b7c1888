"""Numbers that are skipped or doubled: kept as printed, and no edit of another row makes one."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from sakip import read_dokumen, write_dokumen
from sakip.model import Sebutan

BENTUK = {
    "PERJANJIAN KINERJA TAHUN 2025": (["No", "Sasaran", "Indikator", "Target"], ["80"]),
    "PENGUKURAN KINERJA TAHUN 2025": (["No", "Sasaran", "Indikator", "Target", "Realisasi"], ["80", "70"]),
    "INDIKATOR KINERJA UTAMA TAHUN 2025": (["No", "Sasaran", "Indikator Kinerja Utama", "Alasan"], ["RPJMD"]),
    "INDIKATOR KINERJA INDIVIDU": (
        ["No", "Sasaran", "Indikator", "Formulasi", "Sumber Data"],
        ["hitungan", "laporan"],
    ),
}
NOMOR = ("1", "2", "2", "5", "6", "")


def save(path: Path, judul: str, nomor: tuple[str, ...]) -> Path:
    header, rest = BENTUK[judul]
    rows = [
        [own, f"Terwujudnya hasil {place}", f"Jumlah hasil {place}", *rest] for place, own in enumerate(nomor)
    ]
    post = [["Jabatan : Kepala Dinas"]] if "INDIVIDU" in judul else []
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([[judul], *post, header, *rows])
    return path


def sasaran(dokumen: Any) -> Any:
    return dokumen.iki[0].sasaran if hasattr(dokumen, "iki") else dokumen.sasaran


@pytest.mark.parametrize("judul", BENTUK)
@pytest.mark.parametrize("akhiran", [".csv", ".xlsx"])
def test_numbers_as_printed_come_back(tmp_path: Path, judul: str, akhiran: str) -> None:
    """The doubled 2 and the 5 after it are kept, and said; 6 follows the 5."""
    hasil = read_dokumen(save(tmp_path / "a.csv", judul, NOMOR))
    assert [item.sebutan for item in sasaran(hasil.dokumen)] == [
        (), (), (Sebutan("Terwujudnya hasil 2", nomor="2."),), (Sebutan("Terwujudnya hasil 3", nomor="5."),), (), (),
    ]  # fmt: skip
    assert [item.kode for item in hasil.temuan].count("SKP114") == 2
    write_dokumen(hasil.dokumen, tmp_path / f"b{akhiran}")
    assert read_dokumen(tmp_path / f"b{akhiran}").dokumen == hasil.dokumen


@pytest.mark.parametrize("judul", BENTUK)
def test_a_row_that_is_taken_out_displaces_no_number(tmp_path: Path, judul: str) -> None:
    """The numbers below it are still those of the file, but were only counted."""
    hasil = read_dokumen(save(tmp_path / "a.csv", judul, ("1", "2", "3", "4")))
    assert not any(item.sebutan for item in sasaran(hasil.dokumen))
    write_dokumen(hasil.dokumen, tmp_path / "b.csv")
    with (tmp_path / "b.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.reader(file) if "Terwujudnya hasil 1" not in row]
    with (tmp_path / "c.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    edited = read_dokumen(tmp_path / "c.csv").dokumen
    assert len(sasaran(edited)) == 3
    assert not any(item.sebutan for item in sasaran(edited))
    gone = (*sasaran(hasil.dokumen)[:1], *sasaran(hasil.dokumen)[2:])
    assert sasaran(edited) == gone
