"""Reading measurements: every row is a measurement or is left over, and says why."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sakip.angka import Angka, Kosong, TakTerbaca
from sakip.dokumen import HasilBaca, read_realisasi
from sakip.errors import BerkasError, SakipError, TabelError
from sakip.model import Realisasi
from sakip.periode import Periode

CONTOH = (
    Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025" / "realisasi-ilustrasi-2025.csv"
)
Hasil = HasilBaca[tuple[Realisasi, ...]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file called realisasi.csv."""
    return tmp_path / "realisasi.csv"


def read(path: Path, text: str | bytes, periode: Periode | str | None = None) -> Hasil:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_realisasi(path, periode=periode)


def test_the_example_is_read_whole() -> None:
    """67 invented rows, three lines that say they are invented, and no finding."""
    hasil = read_realisasi(CONTOH)
    assert len(hasil.dokumen) == 67
    assert (hasil.temuan, hasil.sisa) == ((), ())
    assert len(hasil.keterangan) == 3
    assert "rekaan" in hasil.keterangan[0]
    assert {str(item.periode) for item in hasil.dokumen} == {"2025"}


def test_value_parts_and_components(path: Path) -> None:
    """A row gives the value, or numerator and denominator, or named parts."""
    hasil = read(
        path,
        "id_indikator,periode,realisasi,pembilang,penyebut,komponen\n"
        'IK1,2025,"88,5 %",,,\nIK2,2025,,880,1.000,\nIK3,2025,,,,"laki-laki=20; perempuan=35,5"\n',
    )
    value, parts, named = hasil.dokumen
    assert isinstance(value.nilai, Angka)
    assert (value.nilai.nilai, value.nilai.satuan) == (Decimal("88.5"), "%")
    assert (parts.nilai, parts.pembilang, parts.penyebut) == (None, Decimal(880), Decimal(1000))
    assert named.komponen == (("laki-laki", Decimal(20)), ("perempuan", Decimal("35.5")))
    assert not hasil.temuan


@pytest.mark.parametrize(
    ("header", "cells", "periode"),
    [
        ("periode", "TW II 2025", "2025-TW2"),
        ("periode,tahun", "Trw. IV,2024", "2024-TW4"),
        ("periode,tahun", "Semester 1,2025", "2025-S1"),
        ("Thn,TW", "2025,III", "2025-TW3"),
        ("tahun,triwulan", "2025,3", "2025-TW3"),
        ("tahun,triwulan", "2025,Triwulan 3", "2025-TW3"),
        ("tahun,triwulan", ",TW 1 2025", "2025-TW1"),
        ("tahun,triwulan", "2025,", "2025"),
        ("tahun,triwulan", "Tahun 2025,", "2025"),
        ("tahun,triwulan", ",", "2023-S2"),
        ("kendala", "", "2023-S2"),
    ],
)
def test_the_period_of_a_row(path: Path, header: str, cells: str, periode: str) -> None:
    """One column, or year and triwulan; where a row names none, the caller's."""
    hasil = read(path, f"id_indikator,realisasi,{header}\nIK1,5,{cells}\n", "2023-S2")
    assert [str(item.periode) for item in hasil.dokumen] == [periode]
    assert not hasil.temuan


@pytest.mark.parametrize(
    ("header", "cells", "sebab"),
    [
        ("periode", "kapan", "kapan"),
        ("periode", "", "periode"),
        ("tahun,triwulan", ",II", "II"),
        ("tahun,triwulan", "2025,V", "triwulan"),
        ("tahun,triwulan", "duaribu,I", "duaribu"),
        ("tahun,triwulan", f"{'9' * 5000},I", "9999"),
        ("tahun,periode", "٣,TW I", "٣"),
        ("periode,pembilang", "2025,banyak", "banyak"),
        ("periode,penyebut", "2025,1.00.0", "1.00.0"),
        ("periode,komponen", "2025,a; b=2", "komponen"),
        ("periode,komponen", "2025,a=dua", "dua"),
    ],
)
def test_a_row_that_cannot_be_read_is_left_over_and_hides_no_other(
    path: Path, header: str, cells: str, sebab: str
) -> None:
    """Its finding names the row and the reason; its cells are kept; the next row is read."""
    blank = "," * header.count(",")
    hasil = read(path, f"id_indikator,realisasi,{header}\nIK1,5,{cells}\nIK2,6,2025{blank}\n")
    assert [item.indikator for item in hasil.dokumen] == ["IK2"]
    (temuan,) = hasil.temuan
    assert (temuan.kode, temuan.tempat.baris, temuan.tempat.berkas) == ("SKP102", 2, "realisasi.csv")
    assert sebab in temuan.pesan
    (left,) = hasil.sisa
    assert left.baris == 2
    assert dict(left.sel)["id_indikator"] == "IK1"


def test_a_row_without_an_indikator_is_left_over(path: Path) -> None:
    """A measurement of nothing is no measurement."""
    hasil = read(path, "id_indikator,periode,realisasi\n,2025,5\n")
    assert hasil.dokumen == ()
    assert "indikator" in hasil.temuan[0].pesan
    assert dict(hasil.sisa[0].sel) == {"periode": "2025", "realisasi": "5"}


def test_a_dash_and_a_blank_are_not_zero(path: Path) -> None:
    """A dash is kept as a dash, a blank as nothing; neither is a finding."""
    hasil = read(path, "id_indikator,periode,realisasi\nIK1,2025,-\nIK2,2025,\nIK3,2025,0\n")
    dash, blank, zero = (item.nilai for item in hasil.dokumen)
    assert isinstance(dash, Kosong)
    assert blank is None
    assert isinstance(zero, Angka)
    assert zero.nilai == 0
    assert not hasil.temuan


def test_a_value_that_cannot_be_read_stays_in_its_row(path: Path) -> None:
    """The measurement is there, its value as printed, with a finding at row and column."""
    hasil = read(path, "id_indikator,periode,realisasi\nIK1,2025,13.2918.000\nIK2,2025,1.234\n")
    assert isinstance(hasil.dokumen[0].nilai, TakTerbaca)
    assert [(item.kode, item.tempat.baris, item.tempat.kolom) for item in hasil.temuan] == [
        ("SKP104", 2, "realisasi"),
        ("SKP106", 3, "realisasi"),
    ]
    assert "dibaca sebagai 1.234" in hasil.temuan[1].pesan


def test_every_text_and_what_has_no_column(path: Path) -> None:
    """Evidence is a list; unknown columns are kept; cells beyond the header are said."""
    hasil = read(
        path,
        "# catatan\nINDIKATOR;periode;nilai;Bukti Dukung;hambatan;faktor;RTL;status;ket;warna\n"
        'IK1;2025;5;"Laporan; ""Foto; video""";k;f;t;diverifikasi;c;merah;lebih\n',
    )
    (item,) = hasil.dokumen
    assert item == Realisasi(
        "IK1",
        "2025",
        "5",
        bukti=("Laporan", "Foto; video"),
        kendala="k",
        faktor="f",
        tindak_lanjut="t",
        status="diverifikasi",
        keterangan="c",
        lain={"warna": "merah"},
    )
    assert [(row.kode, row.tempat.baris, row.tempat.kolom) for row in hasil.temuan] == [
        ("SKP107", 2, "warna"),
        ("SKP108", 3, ""),
    ]
    assert hasil.keterangan == ("catatan",)


@pytest.mark.parametrize("header", ["", "id_indikator,periode", "realisasi,periode", "level,uraian"])
def test_another_table_is_refused(path: Path, header: str) -> None:
    """Without a column for the indikator, or for a value, the table is named as a whole."""
    with pytest.raises(TabelError, match="id_indikator, realisasi atau pembilang atau komponen"):
        read(path, f"{header}\n")


@pytest.mark.parametrize("data", [b"id_indikator,realisasi\0", b'id,nilai\n"a', b"id,nilai\n\x81,1\n"])
def test_what_is_no_text_table_is_a_berkas_error(path: Path, data: bytes) -> None:
    """NUL bytes, a broken quote, bytes of no encoding."""
    with pytest.raises(BerkasError):
        read(path, data)


def test_a_missing_file_is_a_berkas_error(path: Path) -> None:
    """The file is named."""
    with pytest.raises(BerkasError, match=r"realisasi\.csv"):
        read_realisasi(path)


SEL = st.sampled_from(
    (
        "",
        "IK1",
        "2025",
        "TW I",
        "I",
        "5",
        "-",
        "93,59 %",
        "1.2.3",
        "a=1; b=2",
        "a=",
        "=1",
        '"a',
        "a\rb",
        "½",
        "٣",
    )
) | st.text(max_size=8)


@given(
    header=st.permutations(
        ["id_indikator", "realisasi", "tahun", "triwulan", "periode", "pembilang", "komponen"]
    ),
    rows=st.lists(st.lists(SEL, max_size=8), max_size=6),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_is_read(
    tmp_path_factory: pytest.TempPathFactory, header: list[str], rows: list[list[str]]
) -> None:
    """Every row that holds anything is a measurement or is left over, and nothing but SakipError is raised."""
    path = tmp_path_factory.mktemp("t") / "realisasi.csv"
    buffer = io.StringIO()
    csv.writer(buffer).writerows([header, *rows])
    try:
        hasil = read(path, buffer.getvalue().encode("utf-8", "replace"))
    except SakipError:
        assert any("\0" in cell for row in rows for cell in row)
        return
    # Only cells under a header make a row; the others are said to lie beyond it.
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert len(hasil.dokumen) + len(hasil.sisa) == len(filled)
    assert {row.baris for row in hasil.sisa} <= {item.tempat.baris for item in hasil.temuan}


def test_a_row_with_nothing_below_the_header_is_no_row_left_over(path: Path) -> None:
    """Its cells are told in the finding; there is nothing of it that could be kept."""
    hasil = read(path, "id_indikator,realisasi\nIK1,5\n,,tambahan\n", periode="2025")
    assert [(item.kode, item.tempat.baris) for item in hasil.temuan] == [("SKP108", 3)]
    assert (len(hasil.dokumen), hasil.sisa) == (1, ())
