"""Facts of the example, counted by hand from the scanned document."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from sakip import read_dokumen
from sakip.bentuk import DaftarIKI
from sakip.dokumen import HasilBaca
from sakip.model import Indikator
from sakip.rumus import Persen
from sakip.temuan import Tingkat

FOLDER = Path(__file__).parents[1] / "examples" / "iki-dinsos-kutai-kartanegara-2023"

POS = [
    ("Sekretaris", "program", 3),
    ("Perencana Muda / Sub Koordinator Penyusunan Program dan Keuangan", "sub kegiatan", 9),
    ("Bendahara Pengeluaran", "aktivitas", 5),
    ("Verifikator Keuangan", "aktivitas", 4),
    ("Pengadministrasi Keuangan", "aktivitas", 5),
    ("Pengolah Daftar Gaji", "aktivitas", 4),
    ("Pengadministrasi Perencanaan dan Program", "aktivitas", 4),
    ("Pengolah Data", "aktivitas", 4),
    (
        "Penyuluh sosial muda / Sub Koordinator Pemberdayaan masyarakat dan kelembagaan sosial",
        "sub kegiatan",
        4,
    ),
    ("PENGELOLA FASILITAS SOSIAL DAN UMUM", "aktivitas", 7),
    ("PENGELOLA DATA", "aktivitas", 7),
    (
        "PENYULUH SOSIAL / SUB. KOORDINATOR PEMBERDAYAAN POTENSI KESETIAKAWANAN DAN RESTORASI SOSIAL",
        "sub kegiatan",
        11,
    ),
    ("Analis Sumber Daya Manusia Aparatur Ahli Muda Sub Koordinator Bagian Kepegawaian", "sub kegiatan", 3),
    ("Pengadministrasi Umum", "sub kegiatan", 3),
    ("Pengelola Kepegawaian", "sub kegiatan", 3),
    ("Pengelola Data", "sub kegiatan", 3),
    ("Analis Program Pemberdayaan Masyarakat Dalam Penanganan Masalah Sosial", "aktivitas", 6),
    ("ANALIS MASALAH SOSIAL", "aktivitas", 4),
]
"""The posts, what their sasaran are of, and how many indikator they have."""


@pytest.fixture(scope="module")
def hasil() -> HasilBaca[DaftarIKI]:
    """The example, read."""
    found: HasilBaca[DaftarIKI] = read_dokumen(FOLDER / "iki.csv")
    assert isinstance(found.dokumen, DaftarIKI)
    return found


def rows(hasil: HasilBaca[DaftarIKI]) -> list[Indikator]:
    return [row for iki in hasil.dokumen.iki for item in iki.sasaran for row in item.indikator]


def test_the_eighteen_posts(hasil: HasilBaca[DaftarIKI]) -> None:
    found = [
        (iki.jabatan.nama, iki.tingkat, sum(len(item.indikator) for item in iki.sasaran))
        for iki in hasil.dokumen.iki
    ]
    assert found == POS
    assert len({iki.jabatan.id for iki in hasil.dokumen.iki}) == 18
    assert len(rows(hasil)) == 89


def test_every_cell_has_its_place_and_nothing_is_an_error(hasil: HasilBaca[DaftarIKI]) -> None:
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    assert [item for item in hasil.temuan if item.tingkat is Tingkat.KESALAHAN] == []
    assert (hasil.dokumen.kepala.instansi, str(hasil.dokumen.kepala.periode)) == (
        "DINAS SOSIAL KABUPATEN KUTAI KARTANEGARA",
        "2023",
    )


def test_every_fraction_is_one(hasil: HasilBaca[DaftarIKI]) -> None:
    """Fifteen are printed; the one whose factor reads 445 instead of 100 stays a text, and a finding says so."""
    fractions = [row for row in rows(hasil) if "———" in row.formulasi or "dibagi dengan" in row.formulasi]
    assert len(fractions) == 15
    plain = [row for row in fractions if not isinstance(row.rumus, Persen)]
    assert [row.nama for row in plain] == ["Persentase Aset Kantor yang layak fungsi"]
    assert "445" in plain[0].formulasi
    assert [item.kode for item in hasil.temuan if "445" in item.pesan] == ["SKP133"]
    assert sum(isinstance(row.rumus, Persen) for row in rows(hasil)) == 14


def test_terms_that_stand_alone_are_no_fraction(hasil: HasilBaca[DaftarIKI]) -> None:
    """31 counts times 100 % and 4 counts a year: each is kept as printed, and named."""
    alone = [row for row in rows(hasil) if re.search(r"(?:100\s*%|/ Tahun)$", row.formulasi)]
    alone = [row for row in alone if row.rumus is None]
    assert len(alone) == 35
    assert sum(item.kode == "SKP132" for item in hasil.temuan) == 35


def test_the_first_post_word_by_word(hasil: HasilBaca[DaftarIKI]) -> None:
    first, second, third = (item.indikator[0] for item in hasil.dokumen.iki[0].sasaran)
    assert first.rumus == Persen(
        "Jumlah Kegiatan Yang Terealisasi", "Jumlah Kegiatan Yang Harus Dilaksanakan"
    )
    assert len(first.sumber_data) == 8
    assert second.sumber_data[0] == "LHKPN/LHKSN"
    assert third.nama == "Nilai Akuntabilitas Kinerja"
    assert third.formulasi == "Perhitungan dari Tim Evaluasi dan Penilaian LKjIP Inspektorat"


def test_no_person_is_in_the_example() -> None:
    with (FOLDER / "iki.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [
        cell for cell in cells if re.search(r"\bNIP\b|\d{8,}|\bPembina\b|\bPenata\b|disamarkan", cell)
    ]


def test_the_readme_counts_the_same() -> None:
    """The table of posts, and every uncertain reading belongs to one of them."""
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    counts = re.findall(
        r"^\| (\d+) \| [^|`]+ \| (Program|Sub Kegiatan|Aktivitas) \| (\d+) \|$", text, re.MULTILINE
    )
    assert [(level.lower(), int(count)) for _, level, count in counts] == [
        (level, count) for _, level, count in POS
    ]
    notes = re.findall(r"^\| (\d+) \| .*`", text, re.MULTILINE)
    assert {int(number) for number in notes} <= set(range(1, 19))
