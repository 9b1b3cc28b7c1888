"""The review of the five documents of the examples: what is found in each was counted by hand, and nothing else is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from sakip.dokumen import read_dokumen, read_struktur
from sakip.pohon import PohonKinerja
from sakip.reviu import ATURAN, check
from sakip.temuan import Temuan, Tingkat

FOLDER = Path(__file__).parents[1] / "examples"
Tempat: TypeAlias = Callable[[str], list[str]]


def place_of(temuan: Temuan) -> str:
    return temuan.tempat.indikator or temuan.tempat.simpul or temuan.tempat.nama


def places(temuan: tuple[Temuan, ...]) -> Tempat:
    """The places of the findings of a code."""
    return lambda kode: [place_of(item) for item in temuan if item.kode == kode]


def read_tree(path: str) -> PohonKinerja:
    tree: PohonKinerja = read_dokumen(FOLDER / path).dokumen.to_pohon()
    return tree


@pytest.fixture(scope="module")
def kotim() -> PohonKinerja:
    """The penjenjangan of Kotawaringin Timur."""
    return read_struktur(FOLDER / "dinsos-kotawaringin-timur-2025" / "struktur.csv").dokumen


@pytest.fixture(scope="module")
def kemenag() -> PohonKinerja:
    """The rencana aksi of an office of the Kemenag."""
    return read_tree("rencana-aksi-kemenag-2024/rencana-aksi.csv")


@pytest.fixture(scope="module")
def kesbangpol() -> PohonKinerja:
    """The rencana aksi of the Kesbangpol of Maluku."""
    return read_tree("rencana-aksi-kesbangpol-maluku-2023/rencana-aksi.csv")


@pytest.fixture(scope="module")
def badung() -> PohonKinerja:
    """The IKI of the Disdukcapil of Badung."""
    return read_tree("iki-disdukcapil-badung-2021-2026/iki.csv")


@pytest.fixture(scope="module")
def kukar() -> PohonKinerja:
    """The IKI of the Dinas Sosial of Kutai Kartanegara."""
    return read_tree("iki-dinsos-kutai-kartanegara-2023/iki.csv")


def test_kotawaringin_timur(kotim: PohonKinerja) -> None:
    found = check(kotim)
    at = places(found)
    money = ["SKP706", "SKP703", "SKP705", "SKP701", "SKP704", "SKP701"]
    assert [item.kode for item in found if item.tingkat is Tingkat.KESALAHAN] == money
    assert at("SKP004") == ["KA1"]  # Pengamanan TMP: a condition that no sub kegiatan delivers
    assert at("SKP005") == ["K14"]  # the kegiatan without a card, which is without indikator too
    assert at("SKP401") == ["K14", "SD1"]  # the sasaran of the RPJMD has none either
    assert at("SKP507") == ["IK-S20", "IK-TR1"]  # a target of 1; five of a name that says no unit
    assert at("SKP403") == [f"IK-K{number}" for number in range(1, 14)]  # 13 that count, with % targets
    assert at("SKP204") == [
        *("S5", "P2"),  # Terpebuhinya; Proram
        *("S25", "S26", "S27"),  # Tersediannya, three times
        *("K11", "IK-K12"),  # Adminstrasi; Jualah
    ]
    assert at("SKP206") == ["CSF2"]  # Restorasi Nilai Nilai Sosial
    assert at("SKP003") == ["CSF3"]  # a CSF with a single child
    assert at("SKP405") == ["IK-P5"]  # the same indikator at CSF II and at its condition
    assert at("SKP008") == ["S8", "S19"]  # Penyediaan Sandang and Pemberian Layanan Rujukan, used twice
    assert at("SKP007") == ["S6", "S19"]  # two conditions worded as another is
    assert at("SKP416") == ["IK-S19"]  # an indikator used twice
    assert at("SKP411") == ["IK-S20"]  # a sasaran of families, measured by Jumlah Panti Sosial
    assert at("SKP202") == ["IK-S12", "IK-TR1"]  # two names that say no measure
    assert at("SKP406") == ["SR1"]  # six indikator
    assert at("SKP009") == ["SR1", "SD1"]  # the sasaran of the plans, linked with nothing
    assert at("SKP502") == ["IK-O1", "IK-CSF1", "IK-CSF2", "IK-KA1", "IK-CSF3", "IK-TD1"]
    operational = [item.id for item in kotim if item.jenis == "sub_kegiatan" or item.id == "KA1"]
    assert at("SKP601") == operational  # the matriks ends with the kegiatan
    assert len(operational) == 44
    assert len(at("SKP603")) == 4  # no superior of a post is printed
    assert len(found) == 1 + 6 + 1 + 1 + 2 + 2 + 13 + 7 + 1 + 1 + 1 + 2 + 2 + 1 + 2 + 1 + 2 + 6 + 44 + 4


BARIS = [*range(11, 42), *range(43, 71), *range(72, 97), *range(98, 120)]
"""The lines of the Kemenag's source that the 106 steps stand in, from the first to the last."""


@pytest.fixture(scope="module")
def baris_kemenag(kemenag: PohonKinerja) -> Callable[[str], list[int]]:
    """The lines of the source that the findings of a code stand in."""
    steps = [item.id for item in kemenag if item.jenis == "aktivitas"]
    line = dict(zip(steps, BARIS, strict=True))
    found = check(kemenag)
    return lambda kode: [line[item.tempat.simpul] for item in found if item.kode == kode]


@pytest.mark.parametrize(
    ("kode", "baris"),
    [
        # Triwulan that don't make the year: 12 mixed with Data, 12 with Keg, 61 against 60, 1174 against 1176
        # twice, 708 against 308, 2 against one 1.
        ("SKP304", [35, 38, 54, 59, 60, 62, 66]),
        ("SKP510", [68, 69, 70, 72, 73, 82, 83, 84, 85]),  # each triwulan repeats the year: no error
        ("SKP511", [39, 40, 41, 43, 44, 81]),  # no figure for the year; 40 is 41 printed twice
        ("SKP512", [24, 92]),  # no triwulan
        ("SKP508", [35, 38, 53, 64]),  # units that drift within a line
        ("SKP507", [14, 15, 47, 48, 61, 62, 100, 101, 102]),  # no unit
        ("SKP013", [41, 107]),  # the line of 40, and that of 104, a second time
    ],
)
def test_the_lines_of_the_kemenag(
    kode: str, baris: list[int], baris_kemenag: Callable[[str], list[int]]
) -> None:
    assert baris_kemenag(kode) == baris


def test_what_the_kemenag_repeats_each_triwulan_is_said_to_be_a_level(kemenag: PohonKinerja) -> None:
    first = next(item for item in check(kemenag) if item.kode == "SKP510")
    assert first.tingkat is Tingkat.SARAN
    assert first.pesan.endswith("2024, 5 dok; dibaca sebagai keadaan pada akhir periode.")
    assert "nilai akhir" in first.saran


def test_the_rest_of_the_kemenag(kemenag: PohonKinerja) -> None:
    """17 IKI and 29 indikator below have no target, for only steps have; 17 + 2 of them name no measure."""
    found = check(kemenag)
    at = places(found)
    measured = [item.id for node in kemenag for item in node.indikator if not item.tersirat]
    assert at("SKP502") == measured
    assert len(measured) == 17 + 29
    heads = [item.id for node in kemenag.roots for item in node.indikator]
    assert len(heads) == 17
    assert sorted(at("SKP202")) == sorted([*heads, "S1.1.IK1", "S3.1.IK1"])  # Data …; Menyalurkan …
    assert at("SKP204") == ["S1.1", "S1.2", "S1.3", "S1.4", "S2.1"]  # Terlaksanannya, five times
    assert at("SKP201") == ["S6.1"]  # Melaksanakan penyuluhan …
    counts = Counter(item.kode for item in found)
    known = {"SKP304": 7, "SKP510": 9, "SKP511": 6, "SKP512": 2, "SKP508": 4, "SKP507": 9, "SKP013": 2}
    assert counts == known | {"SKP502": 46, "SKP202": 19, "SKP204": 5, "SKP201": 1}


def test_the_kesbangpol_of_maluku(kesbangpol: PohonKinerja) -> None:
    """Every sub kegiatan has the unit Bulan and targets in percent; two sasaran are their own indikator."""
    found = check(kesbangpol)
    at = places(found)
    sub = [item for item in kesbangpol if item.jenis == "sub_kegiatan"]
    assert at("SKP508") == [item.id for node in sub for item in node.indikator]
    assert len(at("SKP508")) == 27
    assert {item.pesan.partition(": ")[2] for item in found if item.kode == "SKP508"} == {"Bulan, %."}
    assert at("SKP203") == ["S4.1", "S5.1"]
    assert at("SKP201") == ["S4", "S5"]  # Pemberdayaan dan Pembinaan …, Pembinaan dan Pengembangan …
    every = [item for node in kesbangpol for item in node.indikator]
    assert at("SKP202") == [item.id for item in every if not item.nama.startswith("Jumlah")]
    assert (len(every), len(at("SKP202"))) == (34, 33)
    assert at("SKP403") == ["SK1.1"]  # the one that counts
    assert at("SKP206") == ["SK27"]  # Pelaksanaan Pelaksanaan Forum
    assert len(found) == 27 + 2 + 2 + 33 + 1 + 1


def test_the_disdukcapil_of_badung(badung: PohonKinerja) -> None:
    """Two that count have fractions times 100 %; three names are read without a blank, one without a letter.

    Of the eight names used twice a ninth would be one, but for a stray word of the scan in its cell; four of
    the five words written twice may be the scan's as well.
    """
    found = check(badung)
    at = places(found)
    fractions = [badung.indikator(id).nama for id in at("SKP412")]
    assert [nama.split(maxsplit=2)[:2] for nama in fractions] == [
        ["Jumlah", "penerbitan"],
        ["Jumlah", "surat"],
    ]
    slips = [badung.indikator(id).nama.split(maxsplit=1)[0] for id in at("SKP204")]
    assert slips == ["Persentasecakupan", "Persenase", "Jumlahdesa/kelurahan", "Jumlahdesa/kelurah"]
    assert [badung.indikator(id).nama.split()[0] for id in at("SKP202")] == [
        "ayanan"
    ]  # its beginning is lost
    assert [len(badung[id].indikator) for id in at("SKP406")] == [9, 6, 14, 7, 6]
    counts = Counter(item.kode for item in found)
    assert counts == {
        "SKP603": 47, "SKP416": 8, "SKP206": 5, "SKP406": 5, "SKP204": 4, "SKP007": 3, "SKP412": 2, "SKP202": 1,
        "SKP417": 1,
    }  # fmt: skip


def test_the_dinas_sosial_of_kutai_kartanegara(kukar: PohonKinerja) -> None:
    """20 + 18 percentages, 6 counts and 1 nilai of 89 say what they measure; 44 don't."""
    found = check(kukar)
    at = places(found)
    assert len(at("SKP202")) == 89 - 20 - 18 - 6 - 1
    begins = [kukar[id].uraian.split()[0].rstrip(",") for id in at("SKP201")]
    assert begins == ["Penatausahaan", "Mengelompokan", "Melakukan", "Mendokumentasikan", "Menerima"]
    assert [kukar[id].uraian.split()[0] for id in at("SKP204")] == ["Tersedianaya"]
    assert [len(kukar[id].indikator) for id in at("SKP406")] == [7, 7, 6, 6]
    counts = Counter(item.kode for item in found)
    assert counts == {
        "SKP416": 7,
        "SKP202": 44,
        "SKP603": 18,
        "SKP201": 5,
        "SKP007": 5,
        "SKP406": 4,
        "SKP204": 1,
        "SKP417": 20,
    }
    posts = Counter(place.rpartition(".S")[0] for place in at("SKP417"))
    assert sorted(posts.values()) == [6, 7, 7]  # "Jumlah … x 100%", of three posts


def test_what_has_to_be_chosen_is_counted_on_the_documents(
    kotim: PohonKinerja,
    kemenag: PohonKinerja,
    kesbangpol: PohonKinerja,
    badung: PohonKinerja,
    kukar: PohonKinerja,
) -> None:
    """The reference page tells how often each is right: 26 of 96, and 2 of 2."""
    trees = (kotim, kemenag, kesbangpol, badung, kukar)
    assert [len(check(tree, [ATURAN["SKP402"]])) for tree in trees] == [8, 5, 3, 55, 25]
    alike = [ATURAN["SKP011"], ATURAN["SKP415"]]
    assert [len(check(tree, alike)) for tree in trees] == [0, 0, 0, 2, 0]
