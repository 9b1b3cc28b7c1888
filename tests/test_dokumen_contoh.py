"""The five real documents in their forms: written, read again, edited by a planner's hands, updated."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from pengolah import Pengolah
from sakip import read_dokumen, write_dokumen
from sakip.banding import apply_beda, compare_pohon

EXAMPLES = Path(__file__).parents[1] / "examples"
CONTOH = {
    "kesbangpol": (EXAMPLES / "rencana-aksi-kesbangpol-maluku-2023" / "rencana-aksi.csv", "rencana_aksi"),
    "kemenag": (EXAMPLES / "rencana-aksi-kemenag-2024" / "rencana-aksi.csv", "rencana_aksi_individu"),
    "badung": (EXAMPLES / "iki-disdukcapil-badung-2021-2026" / "iki.csv", "iki"),
    "kukar": (EXAMPLES / "iki-dinsos-kutai-kartanegara-2023" / "iki.csv", "iki"),
    "kotim": (EXAMPLES / "dinsos-kotawaringin-timur-2025" / "penjenjangan.csv", "penjenjangan"),
}
SUNTINGAN = {
    "kesbangpol": ("Penyediaan Jasa Surat Menyurat", "Penyediaan Jasa Surat-Menyurat"),
    "kemenag": ("Terwujudnya nilai kinerja penyuluh agama", "Meningkatnya nilai kinerja penyuluh"),
    "badung": ("Jumlah standar pelayanan", "Jumlah standar layanan"),
    "kukar": ("Nilai Akuntabilitas Kinerja", "Nilai AKIP"),
    "kotim": ("Program Pemberdayaan Sosial", "Program Pemberdayaan Sosial Baru"),
}
"""One text of each document, and what a planner makes of it."""


def find(path: Path, teks: str) -> tuple[str, str]:
    """The sheet and the cell that hold a text, and nothing else."""
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value or "").strip() == teks:
                    return str(sheet.title), str(cell.coordinate)
    raise AssertionError(teks)


@pytest.mark.parametrize("nama", CONTOH)
@pytest.mark.parametrize("akhiran", [".csv", ".xlsx"])
def test_a_document_comes_back_as_it_was(nama: str, akhiran: str, tmp_path: Path) -> None:
    """Its form is recognised, every cell is accounted for, and what is written reads equal."""
    path, bentuk = CONTOH[nama]
    hasil = read_dokumen(path)
    assert hasil.dokumen.jenis == bentuk
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    write_dokumen(hasil.dokumen, tmp_path / f"lagi{akhiran}")
    assert read_dokumen(tmp_path / f"lagi{akhiran}").dokumen == hasil.dokumen


def edit(libreoffice: Pengolah, asal: Path, tujuan: Path, lama: str, baru: str) -> Any:
    sheet, cell = find(asal, lama)
    libreoffice.edit(asal, tujuan, sheet, cell, baru)
    return read_dokumen(tujuan).dokumen


@pytest.mark.libreoffice
@pytest.mark.parametrize("nama", CONTOH)
def test_one_edit_is_one_change(nama: str, tmp_path: Path, libreoffice: Pengolah) -> None:
    """Export, edit in LibreOffice, import: the change is exactly that edit, and updates the tree."""
    dokumen = read_dokumen(CONTOH[nama][0]).dokumen
    write_dokumen(dokumen, tmp_path / "asal.xlsx")
    lama, baru = SUNTINGAN[nama]
    edited = edit(libreoffice, tmp_path / "asal.xlsx", tmp_path / "kembali.xlsx", lama, baru)
    before, after = dokumen.to_pohon(), edited.to_pohon()
    (beda,) = compare_pohon(before, after)
    assert (lama in str(beda), baru in str(beda)) == (True, True)
    assert apply_beda(before, [beda]) == after


ANGKA = {
    "kesbangpol": (
        "J12",
        "TW 1 : 29% TW 2 : 27% TW 3 : 27% TW 4 : 18%",
        "SK5 indikator SK5.1 target 2023-TW1",
    ),
    "kemenag": ("42 materi", "43 materi", "S1.1.A5 indikator S1.1.A5.IK1 target 2024-TW4"),
    "kotim": ("18400000", "18500000", "S3 pagu 2025 murni jumlah"),
}
"""A figure of each document that has any, and where the change is."""
KOLOM_IKI = {
    "badung formulasi": (
        "kepala-dinas.S3.1",
        "D",
        "Hasil survei kepuasan masyarakat",
        "kepala-dinas.S3 indikator kepala-dinas.S3.1 formulasi",
    ),
    "badung sumber data": (
        "kepala-dinas.S3.1",
        "E",
        "Survei",
        "kepala-dinas.S3 indikator kepala-dinas.S3.1 sumber_data",
    ),
    "kukar formulasi": ("@S9.1", "D", "Jumlah arsip yang tertata", "@S9 indikator @S9.1 formulasi"),
    "kukar sumber data": ("@S9.1", "E", "Agenda surat", "@S9 indikator @S9.1 sumber_data"),
}
"""A cell of an IKI, which has no figures, by the id of its row and its column; what it becomes; where the change is."""
PERENCANA = "perencana-muda-sub-koordinator-penyusunan-program-dan-keuangan"
HAPUS = {
    "kesbangpol": ("Penyediaan Bahan Logistik Kantor", "SK5: hilang"),
    "kemenag": ("S1.1.A10", "S1.1.A10: hilang"),
    "badung": ("kepala-dinas.S2.3", "kepala-dinas.S2 indikator kepala-dinas.S2.3: hilang"),
    "kukar": (f"{PERENCANA}.S9", f"{PERENCANA}.S9: hilang"),
    "kotim": ("Persentase Korban Bencana yang Menerima Bantuan Sosial", "P1 indikator IK-P1 sebutan"),
}
"""A row of each document, by a cell that only it has, and what is gone with it."""
SISIP: dict[str, tuple[str, dict[str, str], str]] = {
    "kesbangpol": (
        "Penyediaan Bahan Logistik Kantor",
        {"G": "Penyediaan Jasa Baru", "H": "Jumlah jasa", "I": "Bulan", "J": "TW 1 : 25%"},
        'baru: "Penyediaan Jasa Baru"',
    ),
    "kemenag": ("S1.1.A10", {"G": "11", "H": "Menyusun laporan akhir", "I": "5 lap"}, "S1.1.A11: baru"),
    "badung": (
        "kepala-dinas.S2.3",
        {"C": "Jumlah layanan baru", "D": "Jumlah layanan baru", "E": "Laporan"},
        'baru: "Jumlah layanan baru"',
    ),
    "kukar": (
        f"{PERENCANA}.S9",
        {"A": "10", "B": "Tersedianya arsip", "C": "Jumlah arsip", "D": "Jumlah arsip", "E": "Agenda"},
        'baru: "Tersedianya arsip"',
    ),
    "kotim": ("IK-CSF1", {"B": "Indeks baru", "D": "80"}, 'CSF1 indikator IK-CSF1-1: baru: "Indeks baru"'),
}
"""A row that is put above another one (below it where it stands last), and what is new with it."""
_IKUT = ("relasi penugasan", "urutan")
"""What changes with a row: who answers for it, and the order of those beside it."""


def differ(asal: Any, path: Path) -> list[str]:
    """What is different, but for what a row takes with it."""
    before, after = asal.to_pohon(), read_dokumen(path).dokumen.to_pohon()
    beda = compare_pohon(before, after)
    assert apply_beda(before, beda) == after
    return [text for item in beda if not any(word in (text := str(item)) for word in _IKUT)]


@pytest.mark.libreoffice
@pytest.mark.parametrize("nama", ANGKA)
def test_one_figure_is_one_change(nama: str, tmp_path: Path, libreoffice: Pengolah) -> None:
    dokumen, path = read_dokumen(CONTOH[nama][0]).dokumen, tmp_path / "asal.xlsx"
    write_dokumen(dokumen, path)
    lama, baru, tempat = ANGKA[nama]
    sheet, cell = ("Rencana Aksi", lama) if nama == "kesbangpol" else find(path, lama)
    libreoffice.edit(path, tmp_path / "kembali.xlsx", sheet, cell, baru)
    (beda,) = differ(dokumen, tmp_path / "kembali.xlsx")
    assert beda.startswith(tempat)


@pytest.mark.libreoffice
@pytest.mark.parametrize("nama", KOLOM_IKI)
def test_one_formula_or_source_is_one_change(nama: str, tmp_path: Path, libreoffice: Pengolah) -> None:
    dokumen, path = read_dokumen(CONTOH[nama.split(maxsplit=1)[0]][0]).dokumen, tmp_path / "asal.xlsx"
    write_dokumen(dokumen, path)
    id, kolom, baru, tempat = (teks.replace("@", f"{PERENCANA}.") for teks in KOLOM_IKI[nama])
    sheet, cell = find(path, id)
    libreoffice.edit(path, tmp_path / "kembali.xlsx", sheet, f"{kolom}{row_of(cell)}", baru)
    (beda,) = differ(dokumen, tmp_path / "kembali.xlsx")
    assert beda.startswith(tempat)
    assert baru in beda


@pytest.mark.libreoffice
@pytest.mark.parametrize("nama", CONTOH)
def test_one_row_less_is_one_change(nama: str, tmp_path: Path, libreoffice: Pengolah) -> None:
    dokumen, path = read_dokumen(CONTOH[nama][0]).dokumen, tmp_path / "asal.xlsx"
    write_dokumen(dokumen, path)
    sel, tempat = HAPUS[nama]
    sheet, cell = find(path, sel)
    libreoffice.delete_row(path, tmp_path / "kembali.xlsx", sheet, row_of(cell))
    (beda,) = differ(dokumen, tmp_path / "kembali.xlsx")
    assert beda.startswith(tempat)


@pytest.mark.libreoffice
@pytest.mark.parametrize("nama", CONTOH)
def test_one_row_more_is_one_change(nama: str, tmp_path: Path, libreoffice: Pengolah) -> None:
    """The row has no id; no other row loses its own to it."""
    dokumen, path = read_dokumen(CONTOH[nama][0]).dokumen, tmp_path / "asal.xlsx"
    write_dokumen(dokumen, path)
    sel, isi, baru = SISIP[nama]
    sheet, cell = find(path, sel)
    below = nama in {"kemenag", "kukar", "kotim"}
    libreoffice.insert_row(path, tmp_path / "kembali.xlsx", sheet, row_of(cell) + below, isi)
    (beda,) = differ(dokumen, tmp_path / "kembali.xlsx")
    assert baru in beda


def row_of(sel: str) -> int:
    return int(sel.strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


@pytest.mark.libreoffice
def test_a_step_is_printed_once_and_says_two_things(tmp_path: Path, libreoffice: Pengolah) -> None:
    """The text of a step is its condition and the name of its implied indikator: one edit changes both."""
    dokumen = read_dokumen(CONTOH["kemenag"][0]).dokumen
    write_dokumen(dokumen, tmp_path / "asal.xlsx")
    lama, baru = "Menyusun Data Penyuluh dan Data Potensi Wilayah Binaan", "Menyusun Data Penyuluh"
    edited = edit(libreoffice, tmp_path / "asal.xlsx", tmp_path / "kembali.xlsx", lama, baru)
    beda = compare_pohon(dokumen.to_pohon(), edited.to_pohon())
    assert [item.tempat for item in beda] == ["S1.1.A1 uraian", "S1.1.A1 indikator S1.1.A1.IK1 nama"]
    assert {(item.sebelum, item.sesudah) for item in beda} == {(lama, baru)}


def test_a_group_that_no_page_holds_begins_where_it_stands(tmp_path: Path) -> None:
    """The first hasil kerja fills more than a page; breaking before it would leave a page with a header alone."""
    write_dokumen(read_dokumen(CONTOH["kemenag"][0]).dokumen, tmp_path / "rai.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "rai.xlsx").worksheets[0]
    assert min((item.id for item in sheet.row_breaks.brk), default=99) > 10
