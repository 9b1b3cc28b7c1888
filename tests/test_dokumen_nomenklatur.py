"""An official list read from a file: CSV or a workbook, its headers as lists print them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakip.dokumen import read_nomenklatur
from sakip.errors import TabelError
from sakip.kode import Kode

CONTOH = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025" / "nomenklatur-1.06.csv"


def test_the_list_of_the_example() -> None:
    """Bidang 1.06 and the program that every bidang has: every row is read, none is left over."""
    hasil = read_nomenklatur(CONTOH)
    lines = CONTOH.read_text(encoding="utf-8").splitlines()
    assert len(hasil.dokumen.baris) == len(lines) - 1
    assert (hasil.temuan, hasil.sisa) == ((), ())
    row = hasil.dokumen.find(Kode.parse("1.06.04"), "KABKOT")
    assert row is not None
    assert row.nama == "PROGRAM REHABILITASI SOSIAL"


def test_a_workbook_gives_the_same(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for line in (
        ("Jenis", "Kode", "Sub Kegiatan", "Kinerja", "Indikator", "Satuan", "Sub Kegiatan Sebelumnya"),
        (
            "KABKOT",
            "1.06.04.2.01.0001",
            "Penyediaan Permakanan",
            "Tersedianya",
            "Jumlah Orang",
            "Orang",
            None,
        ),
        (
            "KABKOT",
            "1.02.02.2.02.0035",
            "Kesehatan Jiwa",
            None,
            None,
            None,
            "1.02.02.2.02.0013 Pelayanan ODMK",
        ),
    ):
        book.active.append(line)
    book.save(tmp_path / "daftar.xlsx")
    first, second = read_nomenklatur(tmp_path / "daftar.xlsx").dokumen.baris
    assert (first.kinerja, first.indikator, first.satuan, first.jenis_pemda) == (
        "Tersedianya",
        "Jumlah Orang",
        "Orang",
        "KABKOT",
    )
    assert str(second.menggantikan) == "1.02.02.2.02.0013"


def test_rows_that_are_no_codes_are_told_and_left_over(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text("kode,nama\n,Tanpa kode\n1.06.04,Ada\n2.1,Nol hilang\n", encoding="utf-8")
    hasil = read_nomenklatur(path)
    assert [row.nama for row in hasil.dokumen.baris] == ["Ada"]
    assert [(item.kode, item.tempat.baris) for item in hasil.temuan] == [("SKP102", 2), ("SKP102", 4)]
    assert [item.baris for item in hasil.sisa] == [2, 4]


def test_another_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lain.csv"
    path.write_text("nama,satuan\nx,y\n", encoding="utf-8")
    with pytest.raises(TabelError):
        read_nomenklatur(path)
