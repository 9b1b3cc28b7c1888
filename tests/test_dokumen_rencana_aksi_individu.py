"""Rencana Aksi Individu: the chain of a Kemenag office as its PDF gave it, other offices, and back to files."""

from __future__ import annotations

import csv
import tempfile
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies_bentuk as bentuk
from sakip import read_dokumen, write_dokumen
from sakip.angka import Angka, Kategori
from sakip.banding import compare_pohon
from sakip.bentuk import Kepala, RantaiAksi, RencanaAksiIndividu, Status
from sakip.capaian import check_target_periode
from sakip.dokumen import CakupanBaca, HasilBaca
from sakip.dokumen._dokumen import FORMULIR
from sakip.errors import BentukError, ModelError, PohonError
from sakip.model import Aktivitas, Indikator, JenisRelasi, Sasaran, Sebutan
from strategies import SEDIKIT

SUMBER = Path(__file__).parent / "data" / "dokumen" / "rencana-aksi-kemenag-2024.txt"
CONTOH = Path(__file__).parents[1] / "examples" / "rencana-aksi-kemenag-2024" / "rencana-aksi.csv"


def read_text(text: str, *, name: str = "rencana.txt") -> HasilBaca[RencanaAksiIndividu]:
    """Read a pasted table whose cells are parted by bars; every cell has to be accounted for."""
    lines = ("\t".join(cell.strip() for cell in line.split("|")) for line in text.strip("\n").splitlines())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        hasil = read_dokumen(file, bentuk="rencana_aksi_individu")
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def write_read(form: RencanaAksiIndividu, suffix: str = ".csv") -> HasilBaca[RencanaAksiIndividu]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"rencana{suffix}"
        write_dokumen(form, file)
        return read_dokumen(file, bentuk=form.jenis)


def rows_of(hasil: HasilBaca[RencanaAksiIndividu], kode: str) -> list[int | None]:
    return [item.tempat.baris for item in hasil.temuan if item.kode == kode]


def codes(hasil: HasilBaca[RencanaAksiIndividu]) -> list[str]:
    return [item.kode for item in hasil.temuan]


def steps(form: RencanaAksiIndividu) -> list[Aktivitas]:
    return [line.aksi for line in form.rantai if line.aksi is not None]


def targets(aksi: Aktivitas) -> dict[str, str]:
    return {str(item.periode): str(item.nilai) for row in aksi.indikator for item in row.target}


def outline(line: RantaiAksi) -> tuple[str, ...]:
    """The texts of a line, from the hasil kerja of the head to the step; empty where it has none."""
    parts = (line.rhk, line.iki, line.rhk_bawahan, line.indikator, line.aksi)
    return tuple(
        "" if item is None else item.nama if isinstance(item, Indikator) else item.uraian for item in parts
    )


# --- the document of the Kemenag office -------------------------------------------

BARIS_LANGKAH = [*range(11, 42), *range(43, 71), *range(72, 97), *range(98, 120)]
"""The rows of the text that hold a step: all between the header and the last line, but for page breaks."""


@pytest.fixture(scope="module")
def kemenag() -> HasilBaca[RencanaAksiIndividu]:
    return read_dokumen(SUMBER)


@pytest.fixture(scope="module")
def langkah(kemenag: HasilBaca[RencanaAksiIndividu]) -> dict[int, RantaiAksi]:
    """The lines of the chain by the row of the text that they stand in."""
    return dict(zip(BARIS_LANGKAH, kemenag.dokumen.rantai, strict=True))


def test_the_whole_chain_is_read(kemenag: HasilBaca[RencanaAksiIndividu]) -> None:
    """10 hasil kerja of the head with 17 indikator, 21 below them with 29, and 106 steps."""
    nodes = kemenag.dokumen.simpul
    heads = [node for node, parent in nodes if parent is None]
    below = [node for node, parent in nodes if isinstance(node, Sasaran) and parent is not None]
    assert [len(item.indikator) for item in heads] == [4, 1, 1, 1, 1, 1, 1, 3, 2, 2]
    assert (len(below), sum(len(item.indikator) for item in below)) == (21, 29)
    assert len(steps(kemenag.dokumen)) == len(BARIS_LANGKAH) == 106
    assert all(
        line.aksi and line.indikator and line.rhk_bawahan and line.iki for line in kemenag.dokumen.rantai
    )
    assert kemenag.cakupan == CakupanBaca(698, 686, 12, 0)


def test_the_head_and_the_lines_below_the_table(kemenag: HasilBaca[RencanaAksiIndividu]) -> None:
    head = kemenag.dokumen.kepala
    assert (str(head.periode), head.status) == ("2024", Status.DRAF)
    assert head.judul == ("DRAF TARGET PERJANJIAN KINERJA TAHUN 2024",)
    assert head.catatan[0] == "KETERANGAN"
    assert len(head.catatan) == 5


def test_indikator_answer_to_what_stands_above_them(langkah: dict[int, RantaiAksi]) -> None:
    """Rows whose cells stand elsewhere than those of the row above, on all four pages."""
    assert outline(langkah[26]) == (
        "Meningkatkan kualitas bimbingan dan penyuluhan",
        "Terwujudnya penyiur agama yang memiliki kompetensi melaksanakan syiar agama yang moderat",
        "Terlaksanannya Kegiatan Pembinaan Penyiur Agama",
        "Jumlah Penyiur Agama yang terbina",
        "Menyusun Laporan Pembinaan Penyiur Agama yang moderat",
    )
    assert outline(langkah[44])[2:4] == (
        "Terlaksananya kegiatan forum dialog inter umat beragama",
        "Jumlah Kegiatan forum dialog intern umat beragama",
    )
    assert outline(langkah[48])[2:4] == (
        outline(langkah[45])[2],
        "Jumlah Kegiatan lintas sektoral dalam bentuk pelayanan doa dan rohaniwan Hindu",
    )
    assert outline(langkah[101])[3] == "Jumlah Tanda Daftar Lembaga yang difasilitasi"
    assert outline(langkah[119])[1].startswith("Terselenggaranya fasilitasi pencegahan stunting")


@pytest.mark.parametrize(
    ("baris", "harapan"),
    [
        (14, {"2024": "180", "2024-TW1": "180 lap"}),
        (17, {"2024": "1 Keg", "2024-TW4": "1 Keg"}),
        (24, {"2024": "1Keg"}),
        (25, {"2024": "50 Orang", "2024-TW1": "50 Orang"}),
        (30, {"2024": "2 Keg", "2024-TW3": "2 Keg"}),
        (39, {"2024-TW4": "12 Lap"}),
        (41, {"2024-TW3": "2 Keg"}),
        (43, {"2024-TW4": "80 Orang"}),
        (47, {"2024": "10", "2024-TW1": "2", "2024-TW2": "3", "2024-TW3": "3", "2024-TW4": "2"}),
        (63, {"2024": "2 keg", "2024-TW2": "1 keg", "2024-TW4": "1 keg"}),
        (66, {"2024": "2keg", "2024-TW2": "1keg"}),
        (92, {"2024": "1lap"}),
        (119, dict.fromkeys(("2024-TW1", "2024-TW2", "2024-TW3", "2024-TW4"), "15 Lap") | {"2024": "60 Lap"}),
    ],
)
def test_targets_are_those_of_their_columns(
    langkah: dict[int, RantaiAksi], baris: int, harapan: dict[str, str]
) -> None:
    aksi = langkah[baris].aksi
    assert aksi is not None
    assert targets(aksi) == harapan


def test_a_unit_glued_to_its_number_is_read(langkah: dict[int, RantaiAksi]) -> None:
    aksi = langkah[24].aksi
    assert aksi is not None
    (row,) = aksi.indikator
    assert row.tersirat
    assert row.nama == aksi.uraian
    assert row.target[0].nilai == Angka(1, "Keg", "1Keg")


def test_letters_and_odd_numbers_are_kept_as_sebutan(langkah: dict[int, RantaiAksi]) -> None:
    """Letters are kept without their dot; of numbers only those that are not the next ones."""
    line = langkah[47]
    assert line.indikator is not None
    assert [item.nomor for item in line.indikator.sebutan] == ["d"]
    assert [item.nomor for item in langkah[68].rhk.sebutan] == ["9"]
    odd = {
        row: line.aksi.sebutan[0].nomor for row, line in langkah.items() if line.aksi and line.aksi.sebutan
    }
    assert odd == {40: "1", 94: "2", 107: "1"}


def test_what_is_broken_in_the_document_is_found(kemenag: HasilBaca[RencanaAksiIndividu]) -> None:
    assert rows_of(kemenag, "SKP127") == [105, 106]  # steps for IKI 14 below the indikator of IKI 15
    assert rows_of(kemenag, "SKP126") == [40, 107]  # again in row 41, and before in row 104
    assert rows_of(kemenag, "SKP114") == [68, 94]  # hasil kerja 9 after 7; two steps with number 2
    assert rows_of(kemenag, "SKP113") == [*range(24, 30), 41, 43, 44, 47, 48, 59, 61]
    assert rows_of(kemenag, "SKP128") == [35, 38, 53, 64]
    assert rows_of(kemenag, "SKP129") == [14, 15, 47, 48, 61, 62, 100, 101, 102]
    assert len(kemenag.temuan) == 2 + 2 + 2 + 13 + 4 + 9


def test_findings_say_what_and_where(kemenag: HasilBaca[RencanaAksiIndividu]) -> None:
    found = {(item.kode, item.tempat.baris): item for item in kemenag.temuan}
    wrong = found["SKP127", 105]
    assert wrong.tempat.sel == "I105"
    assert "Jumlah remaja usia sekolah" in wrong.pesan
    assert "Jumlah calon pengantin" in wrong.pesan
    assert "sel I104" in found["SKP126", 107].pesan
    assert "1 Tahun 60 Lap, Trw I 15 Keg" in found["SKP128", 53].pesan
    assert "kolom Q, tetapi dibaca sebagai Target / Trw IV" in found["SKP113", 43].pesan


def test_years_that_are_not_the_sum_of_their_quarters(
    kemenag: HasilBaca[RencanaAksiIndividu], langkah: dict[int, RantaiAksi]
) -> None:
    """61 for 4 times 15, twice 1174 for 4 times 294, 708 for 4 times 77, 2 for once 1; two mix units."""
    row = {line.aksi.id: number for number, line in langkah.items() if line.aksi}
    found = check_target_periode(kemenag.to_pohon())
    assert [row[item.tempat.simpul] for item in found] == [35, 38, 54, 59, 60, 62, 66]


def test_a_penugasan_is_a_link_to_the_outside(kemenag: HasilBaca[RencanaAksiIndividu]) -> None:
    links = kemenag.to_pohon().relasi
    assert {str(item.ke) for item in links} == {"luar:Kepala Kanwil"}
    assert [item.dari.id for item in links] == [f"S{number}" for number in range(2, 11)]
    assert {item.jenis for item in links} == {JenisRelasi.DUKUNGAN}


def test_the_form_is_recognised_by_its_columns(kemenag: HasilBaca[RencanaAksiIndividu]) -> None:
    assert isinstance(kemenag.dokumen, RencanaAksiIndividu)


# --- the example, and files in general ----------------------------------------------


def test_the_example_is_the_document(kemenag: HasilBaca[RencanaAksiIndividu], tmp_path: Path) -> None:
    assert read_dokumen(CONTOH).dokumen == kemenag.dokumen
    write_dokumen(kemenag.dokumen, tmp_path / "rencana-aksi.csv")
    assert (tmp_path / "rencana-aksi.csv").read_text(encoding="utf-8") == CONTOH.read_text(encoding="utf-8")


def test_the_clean_form_repeats_what_is_wrong_with_the_plan(
    kemenag: HasilBaca[RencanaAksiIndividu],
) -> None:
    """The columns are mended, the contents are not."""
    clean = read_dokumen(CONTOH)
    mended = {"SKP113"}
    assert sorted(set(codes(clean))) == sorted(set(codes(kemenag)) - mended)
    assert clean.cakupan is not None
    assert clean.cakupan.temuan == 0


@SEDIKIT
@given(bentuk.rencana_aksi_individu())
def test_what_is_written_is_read_again(form: RencanaAksiIndividu) -> None:
    hasil = write_read(form)
    assert hasil.dokumen == form
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh


@settings(max_examples=10, deadline=None)
@given(bentuk.rencana_aksi_individu())
def test_a_workbook_is_read_again(form: RencanaAksiIndividu) -> None:
    pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    assert write_read(form, ".xlsx").dokumen == form


def test_the_document_through_a_workbook(kemenag: HasilBaca[RencanaAksiIndividu]) -> None:
    pytest.importorskip("python_calamine")
    pytest.importorskip("xlsxwriter")
    assert write_read(kemenag.dokumen, ".xlsx").dokumen == kemenag.dokumen


def test_an_edited_export_gives_exactly_the_edit(
    kemenag: HasilBaca[RencanaAksiIndividu], tmp_path: Path
) -> None:
    """One target and one step changed by hand in the file, and nothing else in the tree."""
    text = CONTOH.read_text(encoding="utf-8")
    edited = text.replace("459 dok,459 dok", "460 dok,459 dok").replace(
        ",Melaksanakan monitoring penyuluh agama,", ",Melaksanakan pemantauan penyuluh agama,"
    )
    (tmp_path / "edit.csv").write_text(edited, encoding="utf-8")
    changes = compare_pohon(kemenag.to_pohon(), read_dokumen(tmp_path / "edit.csv").to_pohon())
    assert {(item.sebelum, item.sesudah) for item in changes if isinstance(item.sebelum, str)} == {
        ("Melaksanakan monitoring penyuluh agama", "Melaksanakan pemantauan penyuluh agama")
    }
    assert [str(item.sesudah) for item in changes if isinstance(item.sebelum, Angka)] == ["460 dok"]
    assert {item.simpul for item in changes} == {"S1.1.A7", "S8.2.A6"}


def test_rows_that_a_planner_adds_get_ids_of_their_own(tmp_path: Path) -> None:
    """A copied row repeats its ids; a typed one has none, and neither has a number that was used."""
    form = FORMULIR["rencana_aksi_individu"].contoh()
    write_dokumen(form, tmp_path / "asal.csv")
    with (tmp_path / "asal.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    copied, typed = list(rows[-1]), [""] * len(rows[-1])
    copied[7] = "Melaporkan hasil penilaian"
    typed[7], typed[9] = "Menyusun rencana tindak lanjut", "1 dok"
    with (tmp_path / "tambah.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*rows, copied, typed])
    hasil = read_dokumen(tmp_path / "tambah.csv")
    assert [item.uraian for item in steps(hasil.dokumen)] == [
        "Melaksanakan penilaian kinerja penyuluh",
        "Melaporkan hasil penilaian",
        "Menyusun rencana tindak lanjut",
    ]
    ids = [item.id for item in steps(hasil.dokumen)]
    assert len(set(ids)) == 3
    assert ids[0] == "S1.1.A1"
    assert codes(hasil).count("SKP105") == 2  # the id of the step, and that of its target


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_pages_name_every_step(kemenag: HasilBaca[RencanaAksiIndividu], tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"rencana{suffix}"
    write_dokumen(kemenag.dokumen, file)
    page = file.read_text(encoding="utf-8")
    assert page.count("Melaksanakan pembinaan Penyiur Agama yang moderat") == 1
    assert "S8.2.A6" not in page  # ids are for machines


def test_units_of_an_indikator_are_printed_where_the_targets_have_none() -> None:
    row = Indikator(id="IK1", nama="Jumlah penyuluh", satuan="Orang", target={2025: 60, "2025-TW1": "15 org"})
    form = RencanaAksiIndividu(
        kepala=Kepala(periode=2025), simpul=[(Sasaran("S1", uraian="Terbina", indikator=[row]), None)]
    )
    (line,) = write_read(form).dokumen.rantai
    assert line.iki is not None
    assert [str(item.nilai) for item in line.iki.target] == ["60 Orang", "15 org"]


# --- other offices ------------------------------------------------------------------

RAPI = """
RENCANA AKSI INDIVIDU TAHUN 2025
KANTOR CONTOH

NO | RHK Kepala | NO | IKI Kepala | RHK Pegawai | Indikator Individu | NO | Langkah | Target
 | | | | | | | | Setahun | TW 1 | TW 2 | TW 3 | TW 4
1 | Meningkatnya layanan | 1 | Indeks layanan | Terlaksananya layanan | Jumlah layanan | 1 | Menyusun rencana | 4 dok | 1 dok | 1 dok | 1 dok | 1 dok
 | | | | | | 2 | 3 kali pembinaan | 3 Keg | | 3 Keg
 | | | | | Mutu layanan | 1 | Menyusun laporan | 1 lap | | | | 1 lap
 | | 2 | Waktu layanan | Terlaksananya percepatan | Lama layanan | 1 | Memantau antrean | 12 kali | 3 kali | 3 kali | 3 kali | 3 kali
2 | Meningkatnya tertib arsip | 3 | Nilai arsip | Tertatanya arsip | Jumlah arsip | 1 | Menata arsip | sepanjang tahun
"""


def test_an_office_whose_columns_are_in_order() -> None:
    hasil = read_text(RAPI)
    assert [outline(line)[1:] for line in hasil.dokumen.rantai] == [
        ("Indeks layanan", "Terlaksananya layanan", "Jumlah layanan", "Menyusun rencana"),
        ("Indeks layanan", "Terlaksananya layanan", "Jumlah layanan", "3 kali pembinaan"),
        ("Indeks layanan", "Terlaksananya layanan", "Mutu layanan", "Menyusun laporan"),
        ("Waktu layanan", "Terlaksananya percepatan", "Lama layanan", "Memantau antrean"),
        ("Nilai arsip", "Tertatanya arsip", "Jumlah arsip", "Menata arsip"),
    ]
    assert targets(steps(hasil.dokumen)[1]) == {"2025": "3 Keg", "2025-TW2": "3 Keg"}
    assert isinstance(steps(hasil.dokumen)[4].indikator[0].target[0].nilai, Kategori)
    assert hasil.dokumen.kepala.instansi == "KANTOR CONTOH"
    assert codes(hasil) == []
    assert write_read(hasil.dokumen).dokumen == hasil.dokumen


def test_one_row_that_slipped_is_read_and_named() -> None:
    """The same office, one row moved two cells to the right, as an insertion in a sheet does it."""
    hasil = read_text(RAPI.replace(" | | 2 | Waktu", " | | | | 2 | Waktu"))
    again = read_text(RAPI)
    assert [outline(line) for line in hasil.dokumen.rantai] == [
        outline(line) for line in again.dokumen.rantai
    ]
    assert targets(steps(hasil.dokumen)[3]) == targets(steps(again.dokumen)[3])
    (found,) = hasil.temuan
    assert (found.kode, found.tempat.sel) == ("SKP113", "J9")


def test_neither_letters_nor_numbers() -> None:
    """Blank means the same as above; nothing but the columns says what is what."""
    hasil = read_text(
        """
RENCANA AKSI 2025 TAHUN 2025
RHK Pimpinan | IKI Pimpinan | RHK Individu | Indikator Individu | Rencana Aksi | Semester I | Semester II
Meningkatnya layanan | Indeks layanan | Terlaksananya layanan | Jumlah layanan | Menyusun rencana | 5 dok | 5 dok
 | | | | Menyusun laporan | | 2 lap
 | | Terlaksananya pengaduan | Jumlah pengaduan | Memantau pengaduan | 2 keg | 2 keg
"""
    )
    assert [outline(line)[2:] for line in hasil.dokumen.rantai] == [
        ("Terlaksananya layanan", "Jumlah layanan", "Menyusun rencana"),
        ("Terlaksananya layanan", "Jumlah layanan", "Menyusun laporan"),
        ("Terlaksananya pengaduan", "Jumlah pengaduan", "Memantau pengaduan"),
    ]
    assert targets(steps(hasil.dokumen)[1]) == {"2025-S2": "2 lap"}
    assert write_read(hasil.dokumen).dokumen == hasil.dokumen


def pdf(text: str, judul: str = "TARGET TAHUN 2025") -> HasilBaca[RencanaAksiIndividu]:
    """A table whose header lost the cells of its numbers."""
    head = f"""
{judul}
NO | RENCANA HASIL KERJA KEPALA | INDIKATOR KINERJA INDIVIDU KEPALA | RENCANA HASIL KERJA KASI | INDIKATOR INDIVIDU | RENCANA AKSI | Target
 | | | | | | 1 Tahun | Trw I | Trw II | Trw III | Trw IV
"""
    return read_text(head + text.strip("\n"))


def test_from_a_pdf_without_letters_and_without_numbers_of_iki() -> None:
    hasil = pdf(
        """
1 | Meningkatnya layanan | Indeks layanan | Terlaksananya layanan | Jumlah layanan | 1 | Menyusun rencana | 4 dok | 1 dok | 1 dok | 1 dok | 1 dok
 | | | | | 2 | 3 kali pembinaan | 3 Keg | | 3 Keg
 | | | | Mutu layanan | 1 | Menyusun laporan
2 | Meningkatnya arsip | Nilai arsip | Tertatanya arsip | Jumlah arsip | 1 | Menata arsip | 2 | 1 | 1
"""
    )
    assert [outline(line) for line in hasil.dokumen.rantai] == [
        (
            "Meningkatnya layanan",
            "Indeks layanan",
            "Terlaksananya layanan",
            "Jumlah layanan",
            "Menyusun rencana",
        ),
        (
            "Meningkatnya layanan",
            "Indeks layanan",
            "Terlaksananya layanan",
            "Jumlah layanan",
            "3 kali pembinaan",
        ),
        (
            "Meningkatnya layanan",
            "Indeks layanan",
            "Terlaksananya layanan",
            "Mutu layanan",
            "Menyusun laporan",
        ),
        ("Meningkatnya arsip", "Nilai arsip", "Tertatanya arsip", "Jumlah arsip", "Menata arsip"),
    ]
    first, second, third, last = steps(hasil.dokumen)
    assert len(targets(first)) == 5
    assert targets(second) == {"2025": "3 Keg", "2025-TW2": "3 Keg"}
    assert third.indikator == ()
    assert targets(last) == {"2025": "2", "2025-TW1": "1", "2025-TW2": "1"}
    assert codes(hasil) == ["SKP129"]


def test_from_a_pdf_with_a_number_for_iki_only() -> None:
    hasil = pdf(
        """
Meningkatnya layanan | 1 | Indeks layanan | a. Terlaksananya layanan | a. Jumlah layanan | 1 | Menyusun rencana | 1 dok
 | 2 | Waktu layanan | a. Terlaksananya antrean | a. Lama antrean | 1 | Memantau antrean | 1 lap
"""
    )
    (head,) = [node for node, parent in hasil.dokumen.simpul if parent is None]
    assert head.uraian == "Meningkatnya layanan"
    assert [row.nama for row in head.indikator] == ["Indeks layanan", "Waktu layanan"]


def test_a_head_without_steps() -> None:
    """Hasil kerja and indikator of the head alone, by columns and by contents; then all levels and no step."""
    hasil = read_text(
        """
RENCANA AKSI TAHUN 2025
NO | RHK Kepala | NO | IKI Kepala | RHK Kasi | Indikator Kasi | Rencana Aksi | 1 Tahun
1 | Meningkatnya layanan | 1 | Indeks layanan | | | | 80
 | | 2 | Waktu layanan | | | | 3 hari
2 | Meningkatnya arsip | | | Tertatanya arsip
"""
    )
    assert [outline(line)[:3] for line in hasil.dokumen.rantai] == [
        ("Meningkatnya layanan", "Indeks layanan", ""),
        ("Meningkatnya layanan", "Waktu layanan", ""),
        ("Meningkatnya arsip", "", "Tertatanya arsip"),
    ]
    assert hasil.dokumen.simpul[0][0].indikator[0].target[0].nilai == Angka(Decimal(80), "", "80")
    assert write_read(hasil.dokumen).dokumen == hasil.dokumen
    bare = pdf(
        """
1 | Meningkatnya layanan | 1 | Indeks layanan
 | | 2 | Waktu layanan
2 | Meningkatnya arsip | 3 | Nilai arsip | Tertatanya arsip | Jumlah arsip
3 | Meningkatnya mutu | 4 | Nilai mutu | a. | Terjaganya mutu | a. | Jumlah mutu
"""
    )
    assert [outline(line) for line in bare.dokumen.rantai] == [
        ("Meningkatnya layanan", "Indeks layanan", "", "", ""),
        ("Meningkatnya layanan", "Waktu layanan", "", "", ""),
        ("Meningkatnya arsip", "Nilai arsip", "Tertatanya arsip", "Jumlah arsip", ""),
        ("Meningkatnya mutu", "Nilai mutu", "Terjaganya mutu", "Jumlah mutu", ""),
    ]


def test_targets_of_a_head_and_of_an_indikator_without_steps() -> None:
    hasil = pdf(
        """
1 | Meningkatnya layanan | 1 | Indeks layanan | 80 | 20 | 20
2 | Meningkatnya arsip | 2 | Nilai arsip | a. | Tertatanya arsip | a. | Jumlah arsip | 5 dok | 5 dok
"""
    )
    first, second = hasil.dokumen.rantai
    assert first.iki is not None
    assert [str(item) for item in first.iki.target] == ["80", "20", "20"]
    assert second.indikator is not None
    assert [str(item) for item in second.indikator.target] == ["5 dok", "5 dok"]


def test_an_indikator_that_starts_a_new_hasil_kerja_by_its_column() -> None:
    """One text without a letter stands where a hasil kerja stood last."""
    hasil = pdf(
        """
1 | Meningkatnya layanan | 1 | Indeks layanan | Terlaksananya layanan | Jumlah layanan | 1 | Menyusun rencana | 1 dok
 | | | | Terlaksananya pengaduan | | 1 | Memantau pengaduan | 1 dok
 | | | | | Lama pengaduan | 1 | Menindaklanjuti pengaduan | 1 dok
"""
    )
    assert [outline(line)[2:4] for line in hasil.dokumen.rantai] == [
        ("Terlaksananya layanan", "Jumlah layanan"),
        ("Terlaksananya pengaduan", ""),
        ("Terlaksananya pengaduan", "Lama pengaduan"),
    ]


def test_a_numbered_hasil_kerja_without_an_indikator_of_the_head() -> None:
    """Its number is the next one of the hasil kerja, and not of the indikator."""
    hasil = pdf(
        """
1 | Meningkatnya layanan | 1 | Indeks layanan | a. Layanan | a. Jumlah layanan | 1 | Menyusun rencana | 1 dok
 | | 2 | Waktu layanan | a. Antrean | a. Lama antrean | 1 | Memantau antrean | 1 dok
2 | Meningkatnya arsip | a. Arsip | a. Jumlah arsip | 1 | Menata arsip | 1 dok
"""
    )
    assert outline(hasil.dokumen.rantai[-1]) == (
        "Meningkatnya arsip",
        "",
        "Arsip",
        "Jumlah arsip",
        "Menata arsip",
    )


def test_quantities_before_any_step_are_named() -> None:
    hasil = pdf("5 dok | 2 dok")
    assert hasil.dokumen.simpul == ()
    assert codes(hasil) == ["SKP109", "SKP109"]


def test_one_indikator_column_is_of_the_hasil_kerja_left_of_it() -> None:
    hasil = read_text(
        """
RENCANA AKSI TAHUN 2025
NO | RHK Pimpinan | RHK Pegawai | Indikator | Rencana Aksi | Target
1 | Meningkatnya layanan | Terlaksananya layanan | Jumlah layanan | 1. Menyusun rencana | 1 dok
 | | | | 2. Menyusun laporan | 1 lap
"""
    )
    first, second = hasil.dokumen.rantai
    assert outline(first) == (
        "Meningkatnya layanan",
        "",
        "Terlaksananya layanan",
        "Jumlah layanan",
        "Menyusun rencana",
    )
    assert outline(second)[4] == "Menyusun laporan"
    assert codes(hasil) == []


def test_an_indikator_without_hasil_kerja_hangs_on_a_blank_one() -> None:
    hasil = read_text(
        """
RENCANA AKSI TAHUN 2025
NO | RHK | IKI | Indikator Individu | Rencana Aksi | Target
1 | Meningkatnya layanan | Indeks layanan | Jumlah layanan | Menyusun rencana | 1 dok
"""
    )
    (line,) = hasil.dokumen.rantai
    assert outline(line) == (
        "Meningkatnya layanan",
        "Indeks layanan",
        "",
        "Jumlah layanan",
        "Menyusun rencana",
    )
    assert line.rhk_bawahan is not None
    assert write_read(hasil.dokumen).dokumen == hasil.dokumen


def test_steps_without_anything_above_them() -> None:
    hasil = pdf("1 | Menyusun rencana | 4 dok | 4 dok\n2 | Menyusun laporan | 1 lap")
    assert [outline(line) for line in hasil.dokumen.rantai] == [
        ("", "", "", "", "Menyusun rencana"),
        ("", "", "", "", "Menyusun laporan"),
    ]
    assert write_read(hasil.dokumen).dokumen == hasil.dokumen


def test_a_text_that_goes_on_in_the_next_row_is_joined() -> None:
    """By its column where the columns hold, by where that text stood where they don't."""
    joined = "Menyusun rencana kerja tahunan"
    row = "1 | Meningkatnya layanan | 1 | Indeks layanan | a. Layanan | a. Jumlah | 1 | Menyusun rencana | 1 dok"
    hasil = pdf(f"{row}\n | | | | | | | kerja tahunan")
    assert [item.uraian for item in steps(hasil.dokumen)] == [joined]
    assert codes(hasil) == ["SKP112"]
    hasil = read_text(
        """
RENCANA AKSI TAHUN 2025
NO | RHK | IKI | RHK Kasi | Indikator Individu | Rencana Aksi | Target
1 | Meningkatnya | Indeks layanan | Layanan | Jumlah layanan | Menyusun rencana | 1 dok
 | layanan publik | | | yang tuntas | kerja tahunan
"""
    )
    (line,) = hasil.dokumen.rantai
    assert outline(line) == (
        "Meningkatnya layanan publik",
        "Indeks layanan",
        "Layanan",
        "Jumlah layanan yang tuntas",
        joined,
    )
    assert codes(hasil) == ["SKP112"] * 3


def test_a_text_that_goes_on_nowhere_is_named() -> None:
    hasil = pdf(
        "1 | Meningkatnya layanan | 1 | Indeks layanan | a. Layanan | a. Jumlah | 1 | Menyusun | 1 dok\n | | | | | | | | | | lanjutan"
    )
    assert codes(hasil) == ["SKP109"]
    assert outline(hasil.dokumen.rantai[0])[3:] == ("Jumlah", "Menyusun")


def test_what_is_repeated_at_the_top_of_a_page_is_the_same_thing() -> None:
    hasil = read_text(
        """
RENCANA AKSI TAHUN 2025
NO | RHK | IKI | RHK Kasi | Indikator Individu | NO | Rencana Aksi | Target
1 | Meningkatnya layanan | Indeks layanan | a. Layanan | a. Jumlah layanan | 1 | Menyusun rencana | 1 dok

NO | RHK | IKI | RHK Kasi | Indikator Individu | NO | Rencana Aksi | Target
1 | Meningkatnya layanan | Indeks layanan | a. Layanan | a. Jumlah layanan | 2 | Menyusun laporan | 1 lap
1 | Meningkatnya layanan | Indeks layanan | b. Layanan | a. Jumlah layanan | 1 | Menyusun laporan | 1 lap
"""
    )
    assert [node.id for node, _ in hasil.dokumen.simpul] == [
        "S1",
        "S1.1",
        "S1.1.A1",
        "S1.1.A2",
        "S1.2",
        "S1.2.A1",
    ]
    assert codes(hasil) == []


def test_numbers_of_iki_that_begin_anew_below_each_hasil_kerja() -> None:
    hasil = read_text(RAPI.replace("3 | Nilai arsip", "1 | Nilai arsip"))
    assert codes(hasil) == []
    line = hasil.dokumen.rantai[-1]
    assert line.iki is not None
    assert [item.nomor for item in line.iki.sebutan] == ["1"]
    assert write_read(hasil.dokumen).dokumen == hasil.dokumen


def test_steps_that_are_counted_anew_without_an_indikator() -> None:
    """Nothing tells whose they are: they stay where they are printed, and the finding says so."""
    text = RAPI.replace(" | | | | | Mutu layanan | 1 |", " | | | | | | 1 |")
    hasil = read_text(text)
    assert codes(hasil) == ["SKP125"]
    assert 'tetap di bawah "Jumlah layanan"' in hasil.temuan[0].pesan
    assert outline(hasil.dokumen.rantai[2])[3] == "Jumlah layanan"


def test_a_step_printed_twice_in_its_list() -> None:
    hasil = read_text(RAPI.replace("3 kali pembinaan", "Menyusun  Rencana"))
    assert codes(hasil) == ["SKP126"]
    again = read_text(
        RAPI.replace(" | | | | | Mutu layanan | 1 | Menyusun laporan", " | | | | | | 1 | Menyusun rencana")
    )
    assert codes(again) == ["SKP126"]  # the numbers in between go on from no list before
    third = read_text(
        RAPI.replace(
            " | | | | | Mutu layanan | 1 |", " | | | | | Mutu layanan | 1 | Menata meja\n | | | | | | 2 |"
        ).replace(
            "1 | Memantau antrean",
            "1 | Memantau antrean\n | | | | | | 2 | Melayani\n | | | | | | 1 | Memantau antrean",
        )
    )
    assert codes(third) == ["SKP126"]  # number 2 does not go on from number 2


def test_targets_whose_year_nobody_says_are_kept_as_text() -> None:
    hasil = read_text(RAPI.replace(" TAHUN 2025", ""))
    first = steps(hasil.dokumen)[0].indikator[0]
    assert first.target == ()
    assert dict(first.lain) == {"1 Tahun": "4 dok"} | {f"Trw {n}": "1 dok" for n in ("I", "II", "III", "IV")}
    assert codes(hasil) == ["SKP105"]
    assert write_read(hasil.dokumen).dokumen == hasil.dokumen
    extra = pdf("1 | Menyusun | 4 dok | 1 dok\n | | 5 dok | 2 dok | 3 dok", judul="TARGET KINERJA")
    assert steps(extra.dokumen)[0].indikator[0].lain == (
        ("1 Tahun", "4 dok"),
        ("Trw I", "1 dok"),
        ("Trw II", "3 dok"),
    )
    assert codes(extra) == ["SKP105", "SKP109", "SKP109"]
    half = read_text(
        "RHK | IKI | RHK Kasi | Indikator Individu | Rencana Aksi | Semester 2\nLayanan | Indeks | Layanan | Jumlah | Menyusun | 1 dok"
    )
    assert steps(half.dokumen)[0].indikator[0].lain == (("Semester II", "1 dok"),)
    assert write_read(half.dokumen).dokumen == half.dokumen


def test_headers_may_name_their_year() -> None:
    hasil = read_text(
        """
RHK | IKI | RHK Kasi | Indikator Individu | Rencana Aksi | Target 2024 | TW I 2025 | 2024 TW II | Ket | Warna
Layanan | Indeks | Terlayani | Jumlah layanan | Menyusun rencana | 4 dok | 1 dok | 2 dok | lintas seksi | hijau
"""
    )
    (aksi,) = steps(hasil.dokumen)
    assert targets(aksi) == {"2024": "4 dok", "2025-TW1": "1 dok", "2024-TW2": "2 dok"}
    assert (aksi.keterangan, aksi.lain) == ("lintas seksi", (("Warna", "hijau"),))
    assert codes(hasil) == ["SKP107"]


def test_a_second_value_for_one_period_is_named() -> None:
    """A row of quantities alone goes on with the step above; what it has a target for already is not taken."""
    row = "1 | Meningkatnya layanan | 1 | Indeks layanan | a. Layanan | a. Jumlah | 1 | Menyusun | 1 dok | 1 dok"
    hasil = pdf(f"{row}\n | | | | | | | | | 5 dok | 7 dok")
    assert targets(steps(hasil.dokumen)[0]) == {"2025": "1 dok", "2025-TW1": "1 dok", "2025-TW2": "7 dok"}
    assert "SKP109" in codes(hasil)


def test_more_quantities_than_columns() -> None:
    hasil = pdf("1 | Menyusun rencana | 5 lap | 1 lap | 1 lap | 1 lap | 1 lap | 9 lap | 8 lap")
    assert len(targets(steps(hasil.dokumen)[0])) == 5
    assert codes(hasil) == ["SKP109", "SKP109"]


def test_a_target_of_a_hasil_kerja_is_named() -> None:
    """A hasil kerja has no target without an indikator; the cell is not given to another one."""
    hasil = read_text(
        """
RENCANA AKSI TAHUN 2025
NO | RHK | IKI | RHK Kasi | Indikator Individu | Rencana Aksi | Target
1 | Meningkatnya layanan | | | | | 5 dok
"""
    )
    assert codes(hasil) == ["SKP109"]


def test_a_file_with_other_columns_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "lain.csv"
    file.write_text("No,Sasaran,Indikator Kinerja,Target\n1,Tertib,Nilai,80\n", encoding="utf-8")
    with pytest.raises(BentukError):
        read_dokumen(file, bentuk="rencana_aksi_individu")


SEL = st.sampled_from(
    (
        "",
        "1",
        "2",
        "7.",
        "a.",
        "b",
        "15 lap",
        "180",
        "1Keg",
        "-",
        "Menyusun laporan",
        "a. Jumlah penyuluh",
        "2. Menyusun data",
        "lanjutan kalimat",
        "3 kali pembinaan",
        "#REF!",
        "2 dok, 3 lap",
    )
)


@SEDIKIT
@given(st.lists(st.lists(SEL, max_size=13), max_size=8))
def test_whatever_the_rows_hold_every_cell_is_accounted_for(rows: list[list[str]]) -> None:
    """No row is refused, and what was read is written and read again."""
    hasil = pdf("1 | Meningkatnya layanan\n" + "\n".join(" | ".join(row) for row in rows))
    assert write_read(hasil.dokumen).dokumen == hasil.dokumen


ID = st.sampled_from(("", "S1", "S1.1", "S1.IK1", "S1.1.IK1", "A1", "A2"))


@SEDIKIT
@given(st.lists(st.tuples(*[SEL] * 13, *[ID] * 6), min_size=1, max_size=5))
def test_whatever_an_edited_export_holds_every_cell_is_accounted_for(rows: list[tuple[str, ...]]) -> None:
    """Ids that stand twice, numbers that are words, texts under the targets."""
    with CONTOH.open(encoding="utf-8", newline="") as file:
        head = list(csv.reader(file))[:4]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edit.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([*head, ["1", "Meningkatnya layanan"], *rows])
        hasil = read_dokumen(path, bentuk="rencana_aksi_individu")
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    assert write_read(hasil.dokumen).dokumen == hasil.dokumen


# --- the class ----------------------------------------------------------------------

RHK = Sasaran("S1", uraian="Meningkatnya layanan", indikator=[Indikator(id="IK1", nama="Indeks layanan")])


def test_the_lines_of_a_chain() -> None:
    """Steps before hasil kerja; what answers to no indikator first; a line for what nothing answers to."""
    form = RencanaAksiIndividu(
        simpul=[
            [RHK, None],
            (Sasaran("S1.1", uraian="Terlaksana", untuk_indikator="IK1"), "S1"),
            (Aktivitas("A1", uraian="Langsung", untuk_indikator="IK1"), "S1"),
            (Aktivitas("A2", uraian="Tanpa indikator"), "S1"),
            (Aktivitas("A3", uraian="Di bawahnya"), "S1.1"),
            (Sasaran("S2", uraian="Sendiri"), None),
        ]
    )
    assert [outline(line) for line in form.rantai] == [
        ("Meningkatnya layanan", "", "", "", "Tanpa indikator"),
        ("Meningkatnya layanan", "Indeks layanan", "", "", "Langsung"),
        ("Meningkatnya layanan", "Indeks layanan", "Terlaksana", "", "Di bawahnya"),
        ("Sendiri", "", "", "", ""),
    ]
    assert [line.ujung.id for line in form.rantai] == ["A2", "A1", "A3", "S2"]


@pytest.mark.parametrize(
    ("simpul", "pesan"),
    [
        ([("S1", None)], "pairs of a Sasaran or an Aktivitas"),
        ([RHK], "pairs of a Sasaran or an Aktivitas"),
        ([(RHK, 7)], "pairs of a Sasaran or an Aktivitas"),
        ([(Aktivitas("A1"), None)], "each after its parent"),
        ([(Sasaran("S1.1"), "S1"), (RHK, None)], "each after its parent"),
        ([(RHK, None), (Sasaran("S1.1"), "S1"), (Sasaran("S1.2"), "S1.1")], "each after its parent"),
        ([(RHK, None), (Aktivitas("A1"), "S1"), (Aktivitas("A2"), "A1")], "each after its parent"),
        ([(RHK, None), (Aktivitas("A1", untuk_indikator="IK9"), "S1")], "an indikator of the parent"),
        (
            [(RHK, None), (Aktivitas("A1", indikator=[Indikator(id=id, nama="") for id in "xy"]), "S1")],
            "a step with one indikator",
        ),
    ],
)
def test_a_node_that_the_chain_has_no_place_for_is_refused(simpul: list[object], pesan: str) -> None:
    with pytest.raises(ModelError, match=pesan):
        RencanaAksiIndividu(simpul=simpul)


def test_an_id_used_twice_makes_no_tree() -> None:
    with pytest.raises(PohonError):
        RencanaAksiIndividu(simpul=[(RHK, None), (RHK, None)]).to_pohon()


def test_the_example_of_the_template_round_trips() -> None:
    form = FORMULIR["rencana_aksi_individu"].contoh()
    assert write_read(form).dokumen == form
    assert (
        write_read(attrs.evolve(form, kepala=Kepala(periode=2025, tempat="Contoh"))).dokumen.simpul
        == form.simpul
    )


def test_a_letter_printed_for_a_step_is_kept() -> None:
    form = FORMULIR["rencana_aksi_individu"].contoh()
    node, parent = form.simpul[-1]
    lettered = attrs.evolve(node, sebutan=[Sebutan(node.uraian, nomor="a")])
    form = attrs.evolve(form, simpul=(*form.simpul[:-1], (lettered, parent)))
    assert write_read(form).dokumen == form
