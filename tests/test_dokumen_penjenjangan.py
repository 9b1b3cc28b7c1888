"""Penjenjangan Kinerja as agencies print it: stages as lines, tables and cards, in any order."""

from __future__ import annotations

import csv
import datetime as dt
import time
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip.bentuk import Kepala, Penjenjangan
from sakip.dokumen import HasilBaca, read_dokumen, write_dokumen
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._buka.kisi import Kisi
from sakip.dokumen._penjenjangan.formulir import read
from sakip.dokumen._penjenjangan.tulis import to_naskah
from sakip.dokumen._tulis.teks import to_csv
from sakip.errors import BentukError
from sakip.model import (
    CSF,
    Atasan,
    Indikator,
    Jabatan,
    Kegiatan,
    KondisiAntara,
    Outcome,
    Pagu,
    Program,
    Relasi,
    Sasaran,
    Sebutan,
    SubKegiatan,
    Target,
    Tujuan,
)
from sakip.pohon import PohonKinerja
from strategies_bentuk import penjenjangan

JUDUL = "PENJENJANGAN KINERJA\nDINAS CONTOH\nTAHUN 2025\n"
TAHAP_1 = """
TAHAP 1

Tentukan Outcome /Hasil yang Akan Dijabarkan

MENINGKATNYA KESEJAHTERAAN PETANI

Sesuai Ekspetasi Masyarakat	Sesuai Mandat	Sesuai Dengan Isu Strategis
Keterangan Pengisian: solusi	Keterangan Pengisian: undang-undang	Keterangan Pengisian: Renstra
1. Bantuan benih	1. Pertanian a. Benih b. Pupuk	1. Lahan menyempit
2. Jalan usaha tani		2. Harga jatuh
"""
TAHAP_2 = """
TAHAP 2

Menentukan CSF (Critical Success Factor)

OUTCOME :
Meningkatnya Kesejahteraan
Petani

CSF I:

Meningkatnya produksi pangan

CSF II:

Meningkatnya akuntabilitas kinerja
"""
TAHAP_3 = """
TAHAP 3

Menguraikan CSF kepada kondisi-kondisi antara sampai kepada kondisi paling teknis/operasional

Faktor Penyebab/Pembentuk (CSF 1)	Kondisi yang diperlukan
Meningkatnya produksi pangan	Terwujudnya panen yang cukup
	Terwujudnya pengairan sawah

TAHAP 3

Kondisi Antara CSF (Critical Success Factor) 1	Kondisi yang diperlukan
Terwujudnya panen yang cukup	Terpenuhinya benih bagi petani

TAHAP 3

Kondisi Antara (Terwujudnya panen yang cukup)	Kondisi yang diperlukan
Terpenuhinya benih bagi petani	Tersedianya benih padi kewenangan kab/kota
	Tersalurkannya pupuk bersubsidi
"""
TAHAP_4 = """
TAHAP 4

**Menyusun Pohon
Kinerja (Disesuaikan
dengan Jumlah
Komponen Sasaran/
Kinerja)**

Note:

- **Tujuan berdasarkan hasil identifikasi Outcome**

Meningkatnya Kesejahteraan Petani

Nilai tukar petani

Meningkatnya produksi pangan

Jumlah produksi padi

Terwujudnya panen yang cukup

Persentase panen yang cukup

Tersedianya benih padi kewenangan Kabupaten/Kota

Jumlah benih padi yang tersalurkan
"""
KARTU = """
TAHAP 5

2. Menetapkan Kinerja Manajerial Sebagai Sasaran Program dan Kegiatan

PROGRAM PENYEDIAAN SARANA PERTANIAN

Nama Program	:	Program Penyediaan Sarana Pertanian
Sasaran Program	:	Terwujudnya Panen Yang Cukup
Indikator Program	:	Presentase panen yang cukup
Target Program	:	90 %
Anggaran	:	500.000.000
Nama Kegiatan	:	Pengadaan Benih
Sasaran Kegiatan	:	Terpenuhinya benih untuk petani
Indikator Kegiatan	:	Jumlah petani penerima benih
Target Kegiatan	:	1.200 Orang
Anggaran	:	500.000.000

TAHAP 5

3. Menetapkan Kinerja Operasional Sebagai Sasaran Subkegiatan

PROGRAM PENYEDIAAN SARANA PERTANIAN
(Kegiatan : Pengadaan Benih)

Nama Sub Kegiatan	:	Pengadaan Benih Padi
Sasaran Sub Kegiatan	:	Tersedianya benih padi
Indikator Sub Kegiatan	:	Jumlah benih padi yang tersalurkan
Target Sub Kegiatan	:	40 Ton
Anggaran	:	300.000.000
"""
MATRIKS = """
Tahap 5 Mendistribusikan Pohon Kinerja Ke Setiap Jabatan

LEVEL KINERJA

KINERJA JABATAN

Kinerja Strategis Daerah	Meningkatnya ekonomi daerah		Tujuan RPJMD	PK Bupati
	Laju pertumbuhan ekonomi		Indikator Tujuan RPJMD
	Meningkatnya pendapatan		Sasaran RPJMD
Kinerja Strategis	Meningkatnya produksi pangan	Meningkatnya akuntabilitas kinerja	Sasaran Renstra	PK Kepala Dinas
	Jumlah produksi padi	Nilai SAKIP	Indikator Sasaran
Kinerja Manajerial	Program Penyediaan Sarana Pertanian		Program	PK Eselon 3
	Persentase panen cukup		Indikator Program
"""
SEMUA = JUDUL + TAHAP_1 + TAHAP_2 + TAHAP_3 + TAHAP_4 + KARTU + MATRIKS


def baca(tmp_path: Path, teks: str, *, bentuk: str | None = "penjenjangan") -> HasilBaca[Penjenjangan]:
    """Read a pasted text; every cell of it is accounted for."""
    path = tmp_path / "dokumen.txt"
    path.write_text(teks, encoding="utf-8")
    return periksa(read_dokumen(path, bentuk=bentuk))


def baca_baris(tmp_path: Path, rows: Iterable[Sequence[str]]) -> HasilBaca[Penjenjangan]:
    """Read rows of a CSV."""
    path = tmp_path / "dokumen.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return periksa(read_dokumen(path, bentuk="penjenjangan"))


def periksa(hasil: HasilBaca[Penjenjangan]) -> HasilBaca[Penjenjangan]:
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    return hasil


def gambar(pohon: PohonKinerja) -> list[str]:
    """The tree as indented lines: kind and label."""
    return [f"{'  ' * pohon.level(item.id)}{item.jenis}: {item.label}" for item in pohon]


def kode(hasil: HasilBaca[Penjenjangan]) -> list[str]:
    return [item.kode for item in hasil.temuan]


# --- the whole document -------------------------------------------------------

UTUH = [
    "outcome: Meningkatnya Kesejahteraan Petani",
    "  csf: Meningkatnya produksi pangan",
    "    program: Program Penyediaan Sarana Pertanian",
    "      kegiatan: Pengadaan Benih",
    "        sub_kegiatan: Pengadaan Benih Padi",
    "        kondisi_antara: Tersalurkannya pupuk bersubsidi",
    "    kondisi_antara: Terwujudnya pengairan sawah",
    "  csf: Meningkatnya akuntabilitas kinerja",
    "tujuan: Meningkatnya ekonomi daerah",
    "  sasaran: Meningkatnya pendapatan",
]


def test_five_stages_make_one_tree(tmp_path: Path) -> None:
    """Conditions stay where no component delivers them; the year of the head is that of targets and money."""
    hasil = baca(tmp_path, SEMUA, bentuk=None)
    pohon = hasil.to_pohon()
    assert gambar(pohon) == UTUH
    sub = next(item for item in pohon if isinstance(item, SubKegiatan))
    assert sub.uraian == "Tersedianya benih padi"
    assert sub.pagu == (Pagu(2025, 300_000_000),)
    assert [str(item) for item in sub.indikator[0].target] == ["40 Ton"]
    assert [(item.teks, item.tempat) for item in sub.sebutan] == [
        ("Tersedianya benih padi kewenangan kab/kota", "Tahap 3"),
        ("Tersedianya benih padi kewenangan Kabupaten/Kota", "Tahap 4"),
    ]
    assert hasil.dokumen.kepala == Kepala(
        instansi="DINAS CONTOH", periode=2025, judul=("PENJENJANGAN KINERJA", "DINAS CONTOH", "TAHUN 2025")
    )


def test_the_grounds_are_nested_lists(tmp_path: Path) -> None:
    (outcome,) = baca(tmp_path, JUDUL + TAHAP_1 + TAHAP_2).dokumen.tahap_1
    dasar = outcome.dasar
    assert [item.teks for item in dasar.ekspektasi] == ["Bantuan benih", "Jalan usaha tani"]
    assert [(item.nomor, item.teks) for item in dasar.mandat[0].rincian] == [("a", "Benih"), ("b", "Pupuk")]
    assert [item.nomor for item in dasar.isu_strategis] == ["1", "2"]


def test_stage_one_to_three_alone_give_conditions(tmp_path: Path) -> None:
    hasil = baca(tmp_path, JUDUL + TAHAP_1 + TAHAP_2 + TAHAP_3)
    assert Counter(item.jenis for item in hasil.to_pohon()) == {"outcome": 1, "csf": 2, "kondisi_antara": 5}
    assert set(kode(hasil)) == {"SKP112"}  # a statement over two lines


def test_stage_three_alone_makes_its_factors(tmp_path: Path) -> None:
    """Without stage 2 the first column says the factors, and nothing is wrong with that."""
    hasil = baca(tmp_path, JUDUL + TAHAP_3)
    assert gambar(hasil.to_pohon())[0] == "csf: Meningkatnya produksi pangan"
    assert kode(hasil) == []


def test_posts_answer_for_the_level_that_the_matrix_gives_them(tmp_path: Path) -> None:
    hasil = baca(tmp_path, SEMUA)
    pohon = hasil.to_pohon()
    owners = {item.label: owner.nama for item in pohon if (owner := pohon.owner(item.id))}
    assert owners == {
        "Meningkatnya ekonomi daerah": "Bupati",
        "Meningkatnya pendapatan": "Bupati",
        "Meningkatnya produksi pangan": "Kepala Dinas",
        "Meningkatnya akuntabilitas kinerja": "Kepala Dinas",
        "Program Penyediaan Sarana Pertanian": "Eselon 3",
    }
    assert pohon.jabatan["eselon_3"].keterangan == "Kinerja Manajerial; PK Eselon 3"
    (csf,) = [item for item in pohon if item.label.startswith("Meningkatnya akuntabilitas")]
    assert [item.nama for item in csf.indikator] == ["Nilai SAKIP"]


# --- variants -----------------------------------------------------------------

RINGKAS = """
TAHAP 3

ID	Kondisi yang dibutuhkan	Kondisi Antara CSF 1	Catatan rapat
	Terpenuhinya benih bagi petani	Terwujudnya panen yang cukup	dibahas ulang
	Terpenuhinya pupuk bagi petani
"""


def test_columns_may_stand_elsewhere_and_be_headed_otherwise(tmp_path: Path) -> None:
    """An unknown column is reported; a blank first column is the same as above."""
    teks = JUDUL + "\nTAHAP 2\n\nCSF I: Meningkatnya produksi pangan\n" + RINGKAS
    hasil = baca(tmp_path, teks.replace("CSF 1", "(Meningkatnya produksi pangan)"))
    assert gambar(hasil.to_pohon()) == [
        "csf: Meningkatnya produksi pangan",
        "  kondisi_antara: Terwujudnya panen yang cukup",
        "    kondisi_antara: Terpenuhinya benih bagi petani",
        "    kondisi_antara: Terpenuhinya pupuk bagi petani",
    ]
    assert kode(hasil) == ["SKP107", "SKP158", "SKP109"]


TABEL_KARTU = [
    ["TAHAP 5"],
    ["Anggaran", "Nama Program/Kegiatan/Sub Kegiatan", "Sasaran", "Indikator Kinerja", "Target", "Komponen"],
    [
        "500.000.000",
        "Sarana Pertanian",
        "Terwujudnya panen yang cukup",
        "Persentase panen",
        "90 %",
        "Program",
    ],
    ["", "", "", "Persentase panen raya", "80 %", ""],
    [
        "500.000.000",
        "Pengadaan Benih",
        "Terpenuhinya benih bagi petani",
        "Jumlah petani",
        "1.200",
        "Kegiatan",
    ],
    [
        "300.000.000",
        "Pengadaan Benih Padi",
        "Tersedianya benih padi",
        "Jumlah benih",
        "40 Ton",
        "Sub-Kegiatan",
    ],
]


def test_cards_may_be_the_rows_of_a_table(tmp_path: Path) -> None:
    """A row without a name is a further indikator of the component above."""
    rows = [line.split("\t") for line in (JUDUL + TAHAP_1 + TAHAP_2 + TAHAP_3).splitlines()]
    hasil = baca_baris(tmp_path, [*rows, *TABEL_KARTU])
    pohon = hasil.to_pohon()
    assert [line.strip() for line in gambar(pohon) if "kondisi" not in line][2:5] == [
        "program: Sarana Pertanian",
        "kegiatan: Pengadaan Benih",
        "sub_kegiatan: Pengadaan Benih Padi",
    ]
    program = next(item for item in pohon if isinstance(item, Program))
    assert [(item.nama, str(item.target[0])) for item in program.indikator] == [
        ("Persentase panen", "90 %"),
        ("Persentase panen raya", "80 %"),
    ]


def test_a_table_for_each_level_says_the_level_in_its_header(tmp_path: Path) -> None:
    """Or in the code, or in the name."""
    hasil = baca_baris(
        tmp_path,
        [
            ["PENJENJANGAN KINERJA TAHUN 2025"],
            ["TAHAP 5"],
            ["Nama Kegiatan", "Sasaran Kegiatan", "Anggaran"],
            ["Pengadaan Benih", "Terpenuhinya benih", "5.000"],
            [],
            ["Kode", "Nama", "Pagu 2024", "Pagu 2025"],
            ["1.06.04.2.01.0001", "Permakanan", "1.000", "2.000"],
            ["", "Sub Kegiatan Sandang", "", "3.000"],
            ["salah", "Entah", "", "x"],
        ],
    )
    pohon = hasil.to_pohon()
    assert [type(item) for item in pohon] == [Program, Kegiatan, SubKegiatan, SubKegiatan]
    assert [item.jumlah for item in pohon["S1"].pagu] == [1000, 2000]  # type: ignore[union-attr]
    assert kode(hasil) == ["SKP105", "SKP103"]


def test_cards_in_one_cell_or_two(tmp_path: Path) -> None:
    """``label : value`` in a cell, in two, or in three; values that go on below."""
    rows = [
        ["PENJENJANGAN KINERJA TAHUN 2025"],
        ["TAHAP 5"],
        ["Nama Program : Sarana Pertanian"],
        ["Sasaran Program: Terwujudnya panen"],
        ["Kode Program", "1.06.04"],
        ["Nama Kegiatan :", "Pengadaan"],
        ["", "Benih"],
        ["Sasaran", ": Terpenuhinya"],
        ["", "benih"],
        ["Indikator", ":", "Jumlah"],
        ["", "", "petani"],
        ["Satuan", ":", "Orang"],
        ["Target 2026", ":", "12"],
        ["Anggaran Kegiatan Tahun 2026", ":", "1.000"],
        ["Anggaran Kegiatan Tahun 2026", ":", "2.000"],
        ["", "", "tidak jelas"],
        ["Keterangan", ":", "Hibah"],
        ["Nama Kegiatan", ":", ""],
        ["Target", ":", "7"],
    ]
    hasil = baca_baris(tmp_path, rows)
    program, kegiatan, tanpa = hasil.to_pohon()
    assert isinstance(program, Program)
    assert (program.uraian, str(program.kode)) == ("Terwujudnya panen", "1.06.04")
    assert isinstance(kegiatan, Kegiatan)
    assert (kegiatan.nama, kegiatan.uraian) == ("Pengadaan Benih", "Terpenuhinya benih")
    assert (kegiatan.keterangan, kegiatan.pagu) == ("Hibah", (Pagu(2026, 1000),))
    (item,) = kegiatan.indikator
    assert (item.nama, item.satuan, item.target) == ("Jumlah petani", "Orang", (Target(2026, "12"),))
    assert [str(row.target[0]) for row in tanpa.indikator] == ["7"]
    assert Counter(kode(hasil)) == {"SKP112": 3, "SKP154": 1, "SKP109": 1}


def test_a_card_that_is_printed_again_must_say_the_same(tmp_path: Path) -> None:
    """What is new is added, what differs is reported, and the first stands."""
    lain = KARTU.replace("TAHAP 5", "Halaman berikut", 1)
    lain = lain.replace("Terwujudnya Panen Yang Cukup", "Terjaganya harga")
    lain = lain.replace("90 %", "80 %").replace(":\t500.000.000\nNama", ":\t1.000\nNama")
    lain = lain.replace("Jumlah petani penerima benih", "Jumlah kelompok tani")
    hasil = baca(tmp_path, JUDUL + TAHAP_2 + TAHAP_3 + KARTU + lain[: lain.index("TAHAP 5")])
    program = next(item for item in hasil.to_pohon() if isinstance(item, Program))
    assert program.uraian == "Terwujudnya Panen Yang Cukup"
    assert program.pagu == (Pagu(2025, 500_000_000),)
    assert Counter(kode(hasil))["SKP154"] == 4


def test_stage_five_places_a_component_where_stage_three_does_not(tmp_path: Path) -> None:
    """Stage 5's place counts; what stage 3 said stays as a relasi, unless it only says less."""
    pindah = KARTU + (
        "\nPROGRAM PENGAIRAN\n(Kegiatan : Pembangunan Irigasi)\n\n"
        "Nama Sub Kegiatan\t:\tPupuk\nSasaran Sub Kegiatan\t:\tTersalurkannya pupuk bersubsidi\n"
    )
    hasil = baca(tmp_path, JUDUL + TAHAP_2 + TAHAP_3 + pindah)
    pohon = hasil.to_pohon()
    pupuk = next(item for item in pohon if item.label == "Pupuk")
    assert [item.label for item in pohon.path(pupuk.id)] == [
        "PROGRAM PENGAIRAN",
        "Pembangunan Irigasi",
        "Pupuk",
    ]
    (link,) = pohon.relasi
    assert (pohon[link.ke.id].label, link.tempat) == ("Pengadaan Benih", "Tahap 3")
    assert {"SKP152", "SKP153"} <= set(kode(hasil))


def test_a_sasaran_that_matches_nothing_hangs_below_its_kegiatan(tmp_path: Path) -> None:
    asing = KARTU.replace("Tersedianya benih padi", "Terbangunnya gudang").replace("Benih Padi", "Gudang")
    asing = asing.replace("benih padi yang tersalurkan", "gudang")
    hasil = baca(tmp_path, JUDUL + TAHAP_2 + TAHAP_3 + asing)
    pohon = hasil.to_pohon()
    gudang = next(item for item in pohon if isinstance(item, SubKegiatan))
    above = pohon.parent(gudang.id)
    assert above is not None
    assert above.label == "Pengadaan Benih"
    (temuan,) = [item for item in hasil.temuan if item.kode == "SKP151"]
    assert "Terbangunnya gudang" in temuan.pesan


@pytest.mark.parametrize(
    ("lama", "baru", "sebab"),
    [
        (
            "Sasaran Sub Kegiatan\t:\tTersedianya benih padi",
            "Sasaran Sub Kegiatan\t:\tTerbangunnya gudang",
            "indikator",
        ),
        (
            "Sasaran Kegiatan\t:\tTerpenuhinya benih untuk petani",
            "Sasaran Kegiatan\t:\tTertibnya gudang",
            "di bawahnya",
        ),
        (
            "Sasaran Program\t:\tTerwujudnya Panen Yang Cukup",
            "Sasaran Program\t:\tTertibnya gudang",
            "di bawahnya",
        ),
    ],
)
def test_other_evidence_finds_a_condition_and_is_reported(
    tmp_path: Path, lama: str, baru: str, sebab: str
) -> None:
    """The indikator names the condition, or the components below stand under it."""
    kartu = KARTU.replace(lama, baru).replace("Pengadaan Benih Padi", "Belanja")
    kartu = kartu.replace(
        "Jumlah benih padi yang tersalurkan", "Jumlah tersedianya benih padi kewenangan kab/kota"
    )
    hasil = baca(tmp_path, JUDUL + TAHAP_2 + TAHAP_3 + kartu)
    assert [line.split(":")[0].strip() for line in gambar(hasil.to_pohon())][:5] == [
        "outcome",
        "csf",
        "program",
        "kegiatan",
        "sub_kegiatan",
    ]
    (temuan,) = [item for item in hasil.temuan if item.kode == "SKP159"]
    assert sebab in temuan.pesan


def test_stage_four_as_a_table(tmp_path: Path) -> None:
    """Years in the header; a blank kinerja is the same as above; what no stage has is added below its factor."""
    tabel = """
TAHAP 4

Sasaran	Indikator	Satuan	Target 2025	Target 2026	Rapat
Meningkatnya produksi pangan	Jumlah produksi padi	Ton	10	12	I
	Jumlah produksi jagung	Ton	5	6	II
Terjaganya harga pangan	Laju inflasi	%	3	2
"""
    hasil = baca(tmp_path, JUDUL + TAHAP_2 + TAHAP_3 + tabel)
    pohon = hasil.to_pohon()
    csf = next(item for item in pohon if isinstance(item, CSF))
    assert [(item.nama, item.satuan, len(item.target)) for item in csf.indikator] == [
        ("Jumlah produksi padi", "Ton", 2),
        ("Jumlah produksi jagung", "Ton", 2),
    ]
    assert csf.lain == (("Rapat", "I"), ("Rapat", "II"))
    baru = next(item for item in pohon if item.label == "Terjaganya harga pangan")
    assert pohon.parent(baru.id) == csf
    assert "SKP158" in kode(hasil)


def test_an_indikator_whose_condition_is_missing_is_kept(tmp_path: Path) -> None:
    hasil = baca(tmp_path, f"{JUDUL}\nTAHAP 4\n\nKinerja\tIndikator\n\tJumlah panen\n")
    (simpul,) = hasil.to_pohon()
    assert (simpul.uraian, [item.nama for item in simpul.indikator]) == ("", ["Jumlah panen"])


def test_one_outcome_may_be_worded_anew_in_stage_two(tmp_path: Path) -> None:
    """One stands there and one here: the same, and stage 2 says how it is worded."""
    hasil = baca(tmp_path, JUDUL + TAHAP_1 + TAHAP_2.replace("Kesejahteraan\nPetani", "taraf hidup"))
    (outcome,) = hasil.dokumen.tahap_1
    assert outcome.uraian == "Meningkatnya taraf hidup"
    assert [item.teks for item in outcome.sebutan] == ["MENINGKATNYA KESEJAHTERAAN PETANI"]
    assert kode(hasil) == ["SKP150"]


def test_stage_four_without_the_others(tmp_path: Path) -> None:
    """Its conditions stand as roots; an indikator before any condition is reported."""
    stage = "\nTAHAP 4\n\nPersentase tanpa kondisi\n\nTerwujudnya panen\n\nJumlah panen\n\nTerjaganya harga\n"
    hasil = baca(tmp_path, f"{JUDUL}\nTAHAP 3\n{stage}")
    assert gambar(hasil.to_pohon()) == [
        "kondisi_antara: Terwujudnya panen",
        "kondisi_antara: Terjaganya harga",
    ]
    assert kode(hasil) == ["SKP109", "SKP158"]


# --- what documents have wrong ------------------------------------------------


def test_lines_of_stage_four_that_break_or_vary(tmp_path: Path) -> None:
    """A statement over two lines; of two indikator known, the one most alike; a third is new."""
    stage = (
        "\nTAHAP 4\n\nMeningkatnya produksi\npangan\n\nJumlah produksi padi\n\nPersentase lahan yang panen\n"
        "\nMeningkatnya produksi pangan\n\nPersentase lahan yang dipanen\n"
        "\nMeningkatnya produksi pangan\n\nIndeks ketahanan pangan\n"
    )
    hasil = baca(tmp_path, JUDUL + TAHAP_2 + stage)
    csf = next(item for item in hasil.to_pohon() if isinstance(item, CSF))
    assert [(item.nama, [word.teks for word in item.sebutan]) for item in csf.indikator] == [
        ("Jumlah produksi padi", []),
        ("Persentase lahan yang panen", ["Persentase lahan yang dipanen"]),
        ("Indeks ketahanan pangan", []),
    ]
    assert Counter(kode(hasil)) == {"SKP112": 2, "SKP150": 1}


def test_a_factor_that_stage_two_does_not_have_is_added(tmp_path: Path) -> None:
    """Its number counts where its wording doesn't fit; a new one is reported."""
    tabel = (
        "\nFaktor Penyebab (CSF 2)\tKondisi yang diperlukan\nTertibnya laporan\tTersusunnya laporan\n"
        "\nFaktor Penyebab (CSF 7)\tKondisi yang diperlukan\nTerjaganya lahan\tTersedianya peta\n"
        "\nKondisi Antara\tKondisi yang diperlukan\nTerbukanya pasar\tTersedianya kios\n\tTersedianya kios\n"
    )
    hasil = baca(tmp_path, JUDUL + TAHAP_2 + "\nTAHAP 3\n" + tabel)
    assert gambar(hasil.to_pohon()) == [
        "outcome: Meningkatnya Kesejahteraan Petani",
        "  csf: Meningkatnya produksi pangan",
        "  csf: Meningkatnya akuntabilitas kinerja",
        "    kondisi_antara: Tersusunnya laporan",
        "  csf: Terjaganya lahan",
        "    kondisi_antara: Tersedianya peta",
        "kondisi_antara: Terbukanya pasar",
        "  kondisi_antara: Tersedianya kios",
    ]
    assert Counter(kode(hasil)) == {"SKP112": 1, "SKP150": 1, "SKP158": 2}


def test_outcomes_and_factors_as_tables(tmp_path: Path) -> None:
    """Printed again they are the same; grounds that go on in the next row are joined."""
    hasil = baca_baris(
        tmp_path,
        [
            ["TAHAP 1"],
            ["Mandat", "Isu strategis"],
            ["1. Pertanian a. Benih c. Bukan butir", "Lahan menyempit"],
            ["dan pupuk", "Harga jatuh"],
            ["TAHAP 2"],
            ["Outcome", "CSF"],
            ["Petani sejahtera", "Panen cukup"],
            ["", "Panen cukup"],
            ["", "Harga terjaga"],
            ["Nelayan sejahtera", ""],
            ["(tanpa induk)", "Tertib"],
        ],
    )
    assert gambar(hasil.to_pohon()) == [
        "outcome: ",
        "outcome: Petani sejahtera",
        "  csf: Panen cukup",
        "  csf: Harga terjaga",
        "outcome: Nelayan sejahtera",
        "csf: Tertib",
    ]
    dasar = hasil.dokumen.tahap_1[0].dasar
    assert [item.teks for item in dasar.mandat] == ["Pertanian dan pupuk"]
    assert [item.teks for item in dasar.isu_strategis] == ["Lahan menyempit", "Harga jatuh"]
    assert kode(hasil) == ["SKP112"]


def test_lines_of_the_first_stages_that_say_nothing_known_are_reported(tmp_path: Path) -> None:
    stage = "\nTAHAP 1\n\nDINAS CONTOH\n\nPetani sejahtera\n\nCatatan rapat\n\nTAHAP 2\n\nCatatan lain\n"
    label = "\nCSF: Panen cukup\n\nTerwujudnya tertib\n\n**\n"
    hasil = baca(tmp_path, JUDUL + stage + label)
    assert gambar(hasil.to_pohon()) == [
        "outcome: Petani sejahtera",
        "  csf: Panen cukup",
        "  csf: Terwujudnya tertib",
    ]
    assert kode(hasil) == ["SKP109", "SKP109"]


def test_factors_without_an_outcome(tmp_path: Path) -> None:
    """The first statement of stage 2 is the outcome where no stage and no label says it."""
    hasil = baca(
        tmp_path,
        JUDUL + "\nPROGRAM PANGAN\n\nTAHAP 2\n\nTerwujudnya sejahtera\n\nTerwujudnya panen\n\nTAHAP 3\n",
    )
    assert gambar(hasil.to_pohon()) == ["outcome: Terwujudnya sejahtera", "  csf: Terwujudnya panen"]


def test_ids_that_do_not_fit_are_reported(tmp_path: Path) -> None:
    """An unknown parent, an id that is used elsewhere, an indikator's id that is used twice."""
    hasil = baca_baris(
        tmp_path,
        [
            ["TAHAP 3"],
            ["Kondisi Antara CSF", "Kondisi yang diperlukan", "ID Induk", "ID"],
            ["(tanpa induk)", "Terwujudnya panen", "", "A"],
            ["Terwujudnya panen", "Terpenuhinya benih", "A", "B"],
            ["", "Terpenuhinya benih unggul", "", "B"],
            ["", "Terpenuhinya pupuk", "Z", "C"],
            ["", "Terpenuhinya air", "B", "A"],
            ["", "", "A", "C"],
            ["", "", "B", "KA1"],
            ["", "", "B", "KA1"],
            ["Terwujudnya panen", "", "A", ""],
            ["1", "2", "3", "4"],
            ["TAHAP 4"],
            ["Kinerja", "Indikator", "ID", "ID Indikator"],
            ["Terpenuhinya benih", "Jumlah benih", "B", "I"],
            ["Terpenuhinya pupuk", "Jumlah pupuk", "C", "I"],
        ],
    )
    assert [(item.id, item.label) for item in hasil.to_pohon()] == [
        ("A", "Terwujudnya panen"),
        ("B", "Terpenuhinya benih"),
        ("KA2", "Terpenuhinya air"),
        ("KA1", ""),
        ("C", "Terpenuhinya pupuk"),
    ]
    assert Counter(kode(hasil)) == {"SKP105": 3, "SKP150": 1}
    assert [item.id for item in hasil.to_pohon()["C"].indikator] == ["IK-C"]


def test_cells_of_the_matrix_that_fit_nothing_are_reported(tmp_path: Path) -> None:
    """A program, a sasaran, and an indikator that stands under neither; a blank post is the one above."""
    matriks = """
TAHAP 5

Mendistribusikan Pohon Kinerja Ke Setiap Jabatan

Meningkatnya produksi pangan	Terjaganya laut	Sasaran Renstra	PK Kepala Dinas
Jumlah padi	Jumlah ikan	Indikator Sasaran
Program Kelautan	Kegiatan Kelautan	Program
Kinerja Manajerial	Kegiatan Kelautan	Kegiatan
Meningkatnya apa pun	Tujuan Renstra
"""
    hasil = baca(tmp_path, JUDUL + TAHAP_2 + matriks)
    assert Counter(kode(hasil)) == {"SKP112": 1, "SKP156": 6}
    csf = next(item for item in hasil.to_pohon() if isinstance(item, CSF))
    assert [item.nama for item in csf.indikator] == ["Jumlah padi"]


def test_a_table_of_posts(tmp_path: Path) -> None:
    """By id or by wording; of two posts for one node, of two names for one post, the first stands."""
    hasil = baca_baris(
        tmp_path,
        [
            ["TAHAP 2"],
            ["Outcome", "CSF"],
            ["Petani sejahtera", "Panen cukup"],
            ["TAHAP 5"],
            ["Mendistribusikan Pohon Kinerja Ke Setiap Jabatan"],
            ["Level Kinerja", "Kinerja Jabatan", "Jabatan", "ID Jabatan"],
            ["Strategis", "Petani sejahtera", "Kepala Dinas", ""],
            ["Strategis", "Petani sejahtera", "Sekretaris", ""],
            ["Strategis", "Panen cukup", "Kepala Bidang", "sekretaris"],
            ["Strategis", "Laut lestari", "", ""],
        ],
    )
    pohon = hasil.to_pohon()
    assert {item.id: owner.id for item in pohon if (owner := pohon.owner(item.id))} == {
        "O1": "kepala_dinas",
        "CSF1": "sekretaris",
    }
    assert kode(hasil) == ["SKP154", "SKP154", "SKP156"]


def test_rows_of_the_annex_that_speak_of_nothing_are_reported(tmp_path: Path) -> None:
    hasil = baca_baris(
        tmp_path,
        [
            ["PENJENJANGAN KINERJA"],
            ["TAHAP 2"],
            ["Outcome", "CSF"],
            ["Petani sejahtera", "Panen cukup"],
            ["LAMPIRAN: BUNYI LAIN DAN KAITAN"],
            ["Bunyi Lain", "Bagian", "Tempat", "Milik", "ID"],
            ["Petani makmur", "uraian", "Tahap 4", "kinerja", "X1"],
            [],
            ["Jenis Kaitan", "Dari", "Ke"],
            ["dukungan", "simpul:O1", "simpul:X1"],
        ],
    )
    assert kode(hasil) == ["SKP105", "SKP105"]


def test_a_card_that_is_printed_again_may_add_what_was_missing(tmp_path: Path) -> None:
    """Sasaran, code and remark; a second wording of them is reported."""
    rows = [
        ["TAHAP 5"],
        ["Nama Program", ":", "Pangan"],
        ["Indikator Program", ":", "Jumlah panen"],
        ["Target Program 2025", ":", "1"],
        ["Nama Program", ":", "Pangan"],
        ["Sasaran Program", ":", "Panen cukup"],
        ["Sasaran Program", ":", "Panen lebih"],
        ["Indikator Program", ":", "Jumlah panen"],
        ["Target Program 2026", ":", "2"],
        ["Keterangan", ":", "Hibah"],
        ["Kode Program", ":", "1.06.04"],
        ["Kode Program", ":", "1.06.05"],
        ["Nama Program", ":", "Pangan"],
        ["Keterangan", ":", "Utang"],
        ["Satuan", ":", "Ton"],
        ["Satuan", ":", "Kuintal"],
    ]
    hasil = baca_baris(tmp_path, rows)
    (program,) = hasil.to_pohon()
    assert isinstance(program, Program)
    assert (program.uraian, str(program.kode), program.keterangan) == ("Panen cukup", "1.06.04", "Hibah")
    assert [str(item.periode) for item in program.indikator[0].target] == ["2025", "2026"]
    assert Counter(kode(hasil)) == {"SKP154": 5}


def test_a_component_is_never_placed_below_itself(tmp_path: Path) -> None:
    """A sasaran that is the condition above its own kegiatan: the sub kegiatan stands below it all the same."""
    kartu = KARTU.replace("Tersedianya benih padi\n", "Terpenuhinya benih bagi petani\n")
    kartu = kartu.replace("Terpenuhinya benih untuk petani", "Tersedianya benih padi kewenangan kab/kota")
    kartu = kartu.replace("Pengadaan Benih Padi", "Belanja").replace("Pengadaan Benih", "Hibah")
    hasil = baca(tmp_path, JUDUL + TAHAP_2 + TAHAP_3 + kartu)
    pohon = hasil.to_pohon()
    sub = next(item for item in pohon if isinstance(item, SubKegiatan))
    assert [item.jenis for item in pohon.path(sub.id)][-2:] == ["kegiatan", "sub_kegiatan"]
    assert "SKP151" in kode(hasil)


def test_conditions_without_a_place_take_that_of_their_component(tmp_path: Path) -> None:
    """From a root they move without a word; a factor is no condition that a kegiatan could take."""
    tahap_3 = (
        "\nTAHAP 3\n\nFaktor Penyebab (CSF 1)\tKondisi yang diperlukan\n"
        "Meningkatnya produksi pangan\tTersalurkannya pupuk\n(tanpa induk)\tTerbukanya pasar\n"
    )
    kartu = """
TAHAP 5

Nama Program	:	Pangan
Nama Kegiatan	:	Belanja
Nama Sub Kegiatan	:	Urea
Sasaran Sub Kegiatan	:	Tersalurkannya pupuk
Nama Sub Kegiatan	:	Kios
Sasaran Sub Kegiatan	:	Terbukanya pasar
Nama Program	:	Pangan
Indikator Program	:	Jumlah pangan
"""
    hasil = baca(tmp_path, JUDUL + TAHAP_2 + tahap_3 + kartu)
    assert gambar(hasil.to_pohon())[-4:] == [
        "program: Pangan",
        "  kegiatan: Belanja",
        "    sub_kegiatan: Urea",
        "    sub_kegiatan: Kios",
    ]
    assert Counter(kode(hasil)) == {"SKP112": 1, "SKP153": 1}


def test_a_workbook_may_name_the_stages_in_its_sheets(tmp_path: Path) -> None:
    """Where no line says the stage, the sheet does; a title that each sheet repeats is furniture."""
    xlsxwriter = pytest.importorskip("xlsxwriter")
    path = tmp_path / "buku.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for nama, rows in {
            "Sampul": [["PENJENJANGAN KINERJA"], ["DINAS CONTOH"]],
            "Tahap 1": [["PENJENJANGAN KINERJA"], [], ["Petani sejahtera"]],
            "Tahap 2": [["PENJENJANGAN KINERJA"], [], ["CSF 1: Panen cukup"]],
            "Tahap 3": [
                ["Faktor Penyebab (CSF 1)", "Kondisi yang diperlukan"],
                ["1", "2", "3"],
                ["Panen cukup", "Benih ada"],
            ],
        }.items():
            sheet = book.add_worksheet(nama)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    hasil = periksa(read_dokumen(path))
    assert gambar(hasil.to_pohon()) == [
        "outcome: Petani sejahtera",
        "  csf: Panen cukup",
        "    kondisi_antara: Benih ada",
    ]
    assert kode(hasil) == []


def test_who_signs_is_not_kept(tmp_path: Path) -> None:
    """Neither below the stages nor in a finding."""
    hasil = baca(tmp_path, SEMUA + "\nKota Contoh, 2 Januari 2025\n\nKepala Dinas Contoh\n\nOrang Contoh\n")
    assert Counter(kode(hasil))["SKP111"] == 2
    assert hasil.dokumen.kepala.tempat == "Kota Contoh"
    assert not any("Orang Contoh" in item.pesan for item in hasil.temuan)


# --- written and read again ---------------------------------------------------


def test_a_version_since_a_day_that_there_is_not_is_told_and_kept(tmp_path: Path) -> None:
    hasil = baca_baris(
        tmp_path,
        [
            ["PENJENJANGAN KINERJA TAHUN 2025"],
            ["TAHAP 5"],
            ["Nama", "Indikator", "Target 2025 (berlaku 31-02-2025)", "Anggaran 2025 (berlaku 31-02-2025)"],
            ["Program Rehabilitasi", "Persentase", "80", "2.000"],
        ],
    )
    (node,) = hasil.dokumen.tahap_5
    assert isinstance(node, Program)
    assert (node.pagu, node.indikator[0].target) == ((), ())
    assert [teks for _, teks in (*node.indikator[0].lain, *node.lain)] == ["80", "2.000"]
    assert {item.tempat.sel for item in hasil.temuan if item.kode == "SKP105"} == {"C4", "D4"}


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@settings(max_examples=20, deadline=None)
@given(form=penjenjangan())
def test_written_and_read_again_it_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, ending: str, form: Penjenjangan
) -> None:
    """As a table of stages every form of the clean kind comes back, with nothing to find but figures."""
    path = tmp_path_factory.mktemp("tulis") / f"penjenjangan{ending}"
    write_dokumen(form, path)
    hasil = periksa(read_dokumen(path))
    assert hasil.dokumen == form
    assert {item.kode for item in hasil.temuan} <= {"SKP103", "SKP107"}


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_document_read_and_written_is_the_same(tmp_path: Path, ending: str) -> None:
    hasil = baca(tmp_path, SEMUA)
    path = tmp_path / f"tulis{ending}"
    write_dokumen(hasil.dokumen, path)
    assert periksa(read_dokumen(path)).dokumen == hasil.dokumen


def test_plans_posts_wordings_and_links_are_written(tmp_path: Path) -> None:
    """Two sasaran below a tujuan, roots of every kind, a post without nodes, a supporter, an outside party."""
    pohon = PohonKinerja("Dinas Contoh", periode=2025)
    pohon.add(Outcome("O1", uraian="Sejahtera", sebutan=[Sebutan("Makmur", "Tahap 4")]))
    pohon.add(CSF("C1", uraian="Terlayani"))
    pohon.add(KondisiAntara("K1", uraian="Terdata"))
    pohon.add(Tujuan("T1", uraian="Meningkatkan layanan"))
    for number in (1, 2):
        kpi = Indikator(
            id=f"I{number}", nama="Persentase", target={2024: "1 %", 2025: "2 %"}, sebutan=[Sebutan("Persen")]
        )
        pohon.add(Sasaran(f"S{number}", uraian=f"Meningkatnya layanan {number}", indikator=[kpi]), under="T1")
    for id in ("kadis", "sekretaris", "staf"):
        pohon.add_jabatan(Jabatan(id=id, nama=id.title()))
    pohon.assign("C1", "kadis")
    pohon.assign("C1", "sekretaris", "pendukung")
    pohon.add_relasi(Relasi(jenis="dukungan", dari="K1", ke="luar:Bappeda", bobot="0.5", keterangan="data"))
    kepala = Kepala(
        instansi="Dinas Contoh",
        periode=2025,
        tempat="Contoh",
        tanggal=dt.date(2025, 1, 2),
        catatan=["SmartID"],
    )
    form = Penjenjangan(kepala=kepala, pohon=pohon)
    for ending in (".csv", ".xlsx"):
        path = tmp_path / f"tulis{ending}"
        write_dokumen(form, path)
        hasil = periksa(read_dokumen(path))
        assert hasil.dokumen == form
        assert kode(hasil) == []


def bertingkat() -> Penjenjangan:
    """Three posts on three levels, each with its superior, the lowest with two results."""
    pohon = PohonKinerja("Dinas Contoh", periode=2025)
    pohon.add_many(
        [
            (Outcome("O1", uraian="Sejahtera"), None),
            (CSF("C1", uraian="Terlayani"), "O1"),
            (Program("P1", nama="Program Layanan", uraian="Tertangani"), "C1"),
            (Kegiatan("K1", nama="Kegiatan Pendataan", uraian="Terdata"), "P1"),
        ]
    )
    pohon.add_jabatan(Jabatan(id="bupati", nama="Bupati", jenjang="kepala_daerah", atasan=Atasan.TIDAK_ADA))
    pohon.add_jabatan(
        Jabatan(
            id="kadis",
            nama="Kepala Dinas",
            jenjang="jpt_pratama",
            atasan="bupati",
            keterangan="Kinerja Strategis",
        )
    )
    pohon.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", jenjang="Eselon III", atasan="kadis"))
    for node, post in (("O1", "bupati"), ("C1", "kadis"), ("P1", "kabid"), ("K1", "kabid")):
        pohon.assign(node, post)
    return Penjenjangan(kepala=Kepala(instansi="Dinas Contoh", periode=2025), pohon=pohon)


MATRIKS_TERTULIS = [
    ["Level Kinerja", "Kinerja Jabatan", "Jabatan", "Level Jabatan", "Atasan", "ID", "ID Jabatan"],
    ["", "Sejahtera", "Bupati", "Kepala Daerah", "-", "O1", "bupati"],
    ["Kinerja Strategis", "Terlayani", "Kepala Dinas", "JPT Pratama", "Bupati", "C1", "kadis"],
    ["", "Program Layanan", "Kepala Bidang", "Eselon III", "Kepala Dinas", "P1", "kabid"],
    ["", "Kegiatan Pendataan", "Kepala Bidang", "Eselon III", "Kepala Dinas", "K1", "kabid"],
]


def test_the_matrix_has_the_level_and_the_superior_of_each_post(tmp_path: Path) -> None:
    form = bertingkat()
    for ending in (".csv", ".xlsx"):
        path = tmp_path / f"tulis{ending}"
        write_dokumen(form, path)
        hasil = periksa(read_dokumen(path))
        assert hasil.dokumen == form
        assert kode(hasil) == []
    rows = list(csv.reader((tmp_path / "tulis.csv").read_text(encoding="utf-8").splitlines()))
    begin = rows.index(MATRIKS_TERTULIS[0])
    assert rows[begin : begin + 5] == MATRIKS_TERTULIS


def test_rows_of_a_post_that_differ_and_superiors_in_a_circle_are_reported(tmp_path: Path) -> None:
    head, bupati, kadis, program, kegiatan = MATRIKS_TERTULIS
    rows = [
        head,
        [*bupati[:4], "Kepala Dinas", *bupati[5:]],
        kadis,
        program,
        ["Kinerja Operasional", *kegiatan[1:3], "Pengawas", "Bupati", *kegiatan[5:]],
    ]
    path = tmp_path / "tulis.csv"
    write_dokumen(bertingkat(), path)
    whole = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    hasil = baca_baris(tmp_path, [*whole[: whole.index(head)], *rows])
    posts = hasil.to_pohon().jabatan
    assert [posts[id].atasan for id in ("bupati", "kadis", "kabid")] == [
        Atasan.TIDAK_DIKETAHUI,
        Atasan.TIDAK_DIKETAHUI,
        "kadis",
    ]
    assert (posts["kabid"].jenjang, posts["kabid"].keterangan) == ("Eselon III", "")
    assert Counter(kode(hasil)) == {"SKP144": 2, "SKP154": 3}


def test_a_superior_outside_of_the_tree_keeps_its_name(tmp_path: Path) -> None:
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(Outcome("O1", uraian="Sejahtera"))
    pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas", atasan="bupati"))
    path = tmp_path / "tulis.csv"
    write_dokumen(Penjenjangan(pohon=pohon), path)
    assert read_dokumen(path).dokumen.pohon.jabatan["kadis"].atasan == "bupati"


@pytest.mark.parametrize("ending", ["md", "html", "docx"])
def test_pages_print_all_five_stages(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"tulis.{ending}"
    write_dokumen(baca(tmp_path, SEMUA).dokumen, path)
    text = path.read_bytes() if ending != "docx" else zipfile.ZipFile(path).read("word/document.xml")
    for words in (
        *(f"TAHAP {number}" for number in range(1, 6)),
        "Sesuai Ekspektasi Masyarakat",
        "Jalan usaha tani",
        "CSF (Critical Success Factor)",
        "Terwujudnya pengairan sawah",
        "Nilai tukar petani",
        "Pengadaan Benih Padi",
        "Rp300.000.000",
        "Kinerja Manajerial; PK Eselon 3",
    ):
        assert words in text.decode("utf-8")


@pytest.mark.parametrize("name", ["form.csv", "form.xlsx"])
def test_who_signs_below_stage_four_is_none_of_its_lines(tmp_path: Path, name: str) -> None:
    """The lines from place and day on say nothing of a condition, dotted or not."""
    tree = PohonKinerja("Dinas Contoh", periode=2025)
    tree.add(Outcome("O", uraian="Meningkatnya kesejahteraan"))
    for tempat in ("", "Kota Contoh"):
        head = Kepala(instansi="Dinas Contoh", periode=2025, tempat=tempat, atas_nama="BUPATI CONTOH")
        form = Penjenjangan(kepala=head, pohon=tree)
        write_dokumen(form, tmp_path / name)
        assert read_dokumen(tmp_path / name, bentuk="penjenjangan").dokumen == form


def test_a_form_without_nodes_still_has_its_head(tmp_path: Path) -> None:
    form = Penjenjangan(kepala=Kepala(catatan=["SmartID"]), pohon=PohonKinerja("penjenjangan"))
    path = tmp_path / "kosong.csv"
    write_dokumen(form, path)
    assert "SmartID" in path.read_text(encoding="utf-8")


def test_targets_and_money_without_a_year_are_kept(tmp_path: Path) -> None:
    """Read, written, and read again: where the head names no year they stay as printed."""
    hasil = baca(tmp_path, SEMUA.replace("TAHUN 2025", "SETIAP TAHUN"))
    sub = next(item for item in hasil.to_pohon() if isinstance(item, SubKegiatan))
    assert sub.lain == (("anggaran", "300.000.000"),)
    assert sub.indikator[0].lain == (("target", "40 Ton"),)
    path = tmp_path / "tulis.csv"
    write_dokumen(hasil.dokumen, path)
    assert periksa(read_dokumen(path)).dokumen.pohon == hasil.dokumen.pohon


def test_an_edited_export_adds_what_is_new(tmp_path: Path) -> None:
    """A row without an id is a new condition; the others are known by theirs, whatever they say."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add_many([(Outcome("O1", uraian="Sejahtera"), None), (CSF("C1", uraian="Terlayani"), "O1")])
    pohon.add(KondisiAntara("K1", uraian="Terbantu"), under="C1")
    path = tmp_path / "penjenjangan.csv"
    write_dokumen(Penjenjangan(kepala=Kepala(instansi="Dinas Contoh"), pohon=pohon), path)
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    (place,) = [number for number, row in enumerate(rows) if row[:2] == ["Terlayani", "Terbantu"]]
    rows[place][1] = "Terbantu dengan baik"
    rows.insert(place + 1, ["", "Terdata", "", ""])
    hasil = baca_baris(tmp_path, rows)
    assert [(item.id, item.label) for item in hasil.to_pohon()][2:] == [
        ("K1", "Terbantu dengan baik"),
        ("KA1", "Terdata"),
    ]


def test_the_template_has_an_example_that_reads_back(tmp_path: Path) -> None:
    from sakip.dokumen._penjenjangan.formulir import FORMULIR  # noqa: PLC0415  # the entry of this form alone

    path = tmp_path / "contoh.csv"
    write_dokumen(FORMULIR.contoh(), path)
    hasil = periksa(read_dokumen(path))
    assert hasil.dokumen == FORMULIR.contoh()
    assert hasil.temuan == ()


def test_what_is_no_penjenjangan_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lain.csv"
    path.write_text("Tahap 1,selesai\nTahap 2,mulai\n1,2\n", encoding="utf-8")
    with pytest.raises(BentukError):
        read_dokumen(path, bentuk="penjenjangan")


# --- anything -----------------------------------------------------------------

_SEL = (
    "", "", "", "TAHAP 1", "TAHAP 2", "Tahap III", "TAHAP 4", "TAHAP 5", "2. Menetapkan Kinerja", "Mendistribusikan",
    "OUTCOME :", "CSF I:", "CSF", "Outcome", "Mandat", "Isu Strategis", "Faktor Penyebab (CSF 1)", "Kondisi Antara (Terwujudnya a b)",
    "Kondisi yang diperlukan", "ID", "ID Induk", "ID Indikator", "Kinerja", "Indikator", "Target", "Target 2025", "Satuan", "Keterangan",
    "Nama Program", "Nama Kegiatan", "Sasaran Program", "Indikator Program", "Anggaran", "Anggaran 2025", "Nama", "Komponen", "Sasaran",
    "Nama Sub Kegiatan : Benih", ":", "(Kegiatan : Benih)", "PROGRAM PANGAN", "Program", "Tujuan RPJMD", "Indikator Tujuan RPJMD",
    "Sasaran Renstra", "PK Kepala Dinas", "Jabatan", "ID Jabatan", "Bunyi Lain", "Tempat", "Jenis Kaitan", "Dari", "Ke", "LAMPIRAN: BUNYI LAIN",
    "Terwujudnya a b", "Terwujudnya a b c", "Terpenuhinya benih", "Jumlah benih", "1. Satu a. Dua", "dan tiga", "A", "B", "A", "1", "2", "3",
    "93,59 %", "1.000", "13.2918.000", "2025", "1.06.04", "dukungan", "simpul:A", "Kota, 2 Januari 2025", "**", "x" * 500,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_SEL), max_size=5), max_size=25))
def test_no_cell_is_lost_whatever_stands_where(rows: list[list[str]]) -> None:
    """The reader never raises, and every cell is in the form, furniture, or named by a finding."""
    kisi = Kisi("", tuple(map(tuple, [["PENJENJANGAN KINERJA TAHUN 2025"], *rows])))
    hasil = periksa(read(Bacaan("acak.csv", (kisi,))))
    lines = "".join(to_csv(to_naskah(hasil.dokumen))).splitlines()
    assert lines[0].startswith(("PENJENJANGAN", "DRAF"))


def test_a_long_document_takes_no_long_time(tmp_path: Path) -> None:
    """Thousands of conditions and cards that are like none: wordings are compared within limits."""
    rows: list[list[str]] = [["TAHAP 3"], ["Kondisi Antara CSF", "Kondisi yang diperlukan"]]
    rows += [[f"Terwujudnya hal {number}", f"Terpenuhinya butir {number:x}"] for number in range(1500)]
    rows += [["TAHAP 4"], *([f"Terjaganya perkara {number * 7}"] for number in range(500))]
    rows += [["TAHAP 5"]]
    for number in range(1500):
        rows += [
            ["Nama Program", ":", f"Pangan {number}"],
            ["Sasaran", ":", f"Tertibnya urusan {number * 3}"],
        ]
    begin = time.perf_counter()
    baca_baris(tmp_path, rows)
    assert time.perf_counter() - begin < 60


def test_a_stray_row_of_two_cells_is_named(tmp_path: Path) -> None:
    """It stands in no table, and nobody signs there."""
    from sakip.dokumen._penjenjangan.formulir import FORMULIR  # noqa: PLC0415  # the entry of this form alone

    write_dokumen(FORMULIR.contoh(), tmp_path / "a.csv")
    text = (tmp_path / "a.csv").read_text(encoding="utf-8")
    (tmp_path / "b.csv").write_text(
        text.replace("TAHAP 2\n", "TAHAP 2\n\nCatatan,perlu dibahas\n", 1), encoding="utf-8"
    )
    hasil = read_dokumen(tmp_path / "b.csv")
    assert hasil.dokumen == read_dokumen(tmp_path / "a.csv").dokumen
    named = {dict(item.parameter)["teks"] for item in hasil.temuan if item.kode == "SKP109"}
    assert named == {"Catatan", "perlu dibahas"}
