"""Where a rule speaks and where it is silent: the case beside each rule's examples."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from sakip.model import (
    CSF,
    KRO,
    Aktivitas,
    AnySimpul,
    Atasan,
    Indikator,
    Instansi,
    Jabatan,
    Kegiatan,
    KondisiAntara,
    Outcome,
    Program,
    Realisasi,
    Relasi,
    Sasaran,
    SubKegiatan,
    Tujuan,
    Urusan,
)
from sakip.pohon import PohonKinerja
from sakip.reviu import ATURAN, Setelan, check
from sakip.reviu._contoh import bersih, with_indikator, with_simpul, with_steps
from sakip.rumus import Jumlah, Persen, Predikat

TW = [f"2025-TW{number}" for number in range(1, 5)]


def found(kode: str, pohon: PohonKinerja, **opsi: Any) -> list[str]:
    """The places of the findings of one code, by the rule that makes them."""
    rule = next(item for item in ATURAN.values() if kode in item.kode)
    temuan = check(pohon, [rule], **opsi)
    return [
        item.tempat.indikator or item.tempat.simpul or item.tempat.nama
        for item in temuan
        if item.kode == kode
    ]


# --- the shape ------------------------------------------------------------------


def test_kinds_are_called_what_readers_call_them() -> None:
    """An abbreviation keeps its capitals, within a sentence too."""
    (empty,) = check(with_simpul("C1", uraian=" "), [ATURAN["SKP010"]])
    assert empty.pesan == "CSF ini tidak menyatakan apa pun."
    (bare,) = check(ATURAN["SKP009"].buruk(), [ATURAN["SKP009"]])
    assert "di bawah CSF ini" in bare.pesan


def test_a_condition_that_a_link_translates_is_delivered() -> None:
    tree = bersih()
    tree.add(KondisiAntara("K9", uraian="Amannya area makam"), under="K4")
    assert found("SKP004", tree) == ["K9"]
    tree.add_relasi(Relasi(jenis="penerjemahan", dari="S4", ke="K9"))
    assert found("SKP004", tree) == []


def test_a_factor_without_anything_below_is_told_once() -> None:
    """It is a result without a component, not a condition without one."""
    tree = ATURAN["SKP009"].buruk()
    assert (found("SKP004", tree), found("SKP009", tree)) == ([], ["C9"])


def test_a_sasaran_beside_the_outcome_is_reached_by_what_it_is_linked_with() -> None:
    tree = bersih()
    tree.add(Sasaran("SR1", uraian="Meningkatnya PMKS yang tertangani"))
    assert found("SKP009", tree) == ["SR1"]
    tree.add_relasi(Relasi(jenis="penerjemahan", dari="SR1", ke="C1"))
    assert found("SKP009", tree) == []


def test_a_component_without_the_one_above_it_has_a_level_skipped() -> None:
    """Where other sub kegiatan stand below a kegiatan, and other kegiatan below a program."""
    tree = bersih()
    tree.add(KondisiAntara("N1", uraian="Siaganya relawan"), under="C1")
    tree.add(SubKegiatan("S9", nama="Pelatihan", uraian="Terlatihnya relawan"), under="N1")
    tree.add(Kegiatan("K9", nama="Kesiapsiagaan", uraian="Siapnya logistik"), under="C2")
    tree.add(KondisiAntara("N2", uraian="Tertatanya gudang"), under="K1")
    tree.add(SubKegiatan("S8", nama="Penataan", uraian="Rapinya gudang"), under="N2")
    said = {item.tempat.simpul: item.pesan for item in check(tree, [ATURAN["SKP002"]])}
    assert said == {
        "S9": "Sub kegiatan ini langsung di bawah kondisi; kegiatan di antaranya tidak ada.",
        "K9": "Kegiatan ini langsung di bawah CSF; program di antaranya tidak ada.",
    }


def test_a_form_without_a_level_skips_none() -> None:
    tree = PohonKinerja("Dinas")
    tree.add_many([(CSF("C1", uraian="Layanan"), None), (KondisiAntara("N1", uraian="Siap"), "C1")])
    tree.add_many([(Kegiatan("K1", nama="Dasar"), "C1"), (SubKegiatan("S1", nama="Pangan"), "N1")])
    assert found("SKP002", tree) == []


@pytest.mark.parametrize(
    ("bawah", "terlewat"),
    [(CSF("X"), []), (KondisiAntara("X"), ["X"]), (Program("X"), []), (Sasaran("X"), [])],
)
def test_a_condition_is_never_that_of_an_outcome_alone(bawah: AnySimpul, terlewat: list[str]) -> None:
    """A form that has no CSF may hang its programs under the outcome; a pohon kinerja has them."""
    tree = PohonKinerja("Dinas")
    tree.add(Outcome("O1", uraian="Meningkatnya kesejahteraan"))
    tree.add(bawah, under="O1")
    assert found("SKP002", tree) == terlewat


def urusan() -> PohonKinerja:
    """An outcome, and beside it a bidang urusan with two programs, one of which has a kegiatan."""
    tree = PohonKinerja("Dinas")
    tree.add_many(
        [
            (Outcome("O1", uraian="Meningkatnya kesejahteraan"), None),
            (CSF("C1", uraian="Meningkatnya layanan"), "O1"),
            (Urusan("U1", kode="1", nama="Wajib"), None),
            (Urusan("U2", kode="1.06", nama="Sosial"), "U1"),
            (Program("P1", kode="1.06.04", nama="Rehabilitasi"), "U2"),
            (Kegiatan("K1", kode="1.06.04.2.01", nama="Dasar"), "P1"),
            (Program("P2", kode="1.06.05", nama="Perlindungan"), "U2"),
        ]
    )
    return tree


@pytest.mark.parametrize(
    ("dari", "ke", "jenis", "sendiri"),
    [
        ("", "", "", ["P1", "P2"]),
        ("P1", "C1", "dukungan", ["P2"]),
        ("C1", "K1", "penerjemahan", ["P2"]),  # by what is below it
        ("O1", "U2", "penerjemahan", []),  # the whole bidang
        ("P1", "P2", "dukungan", ["P1", "P2"]),  # each other is no result
        ("P1", "C1", "crosscutting", ["P1", "P2"]),
        ("P1", "luar:dinkes/P1", "dukungan", ["P1", "P2"]),
    ],
)
def test_a_program_under_its_urusan_supports_a_result_by_a_link(
    dari: str, ke: str, jenis: str, sendiri: list[str]
) -> None:
    tree = urusan()
    if jenis:
        tree.add_relasi(Relasi(jenis=jenis, dari=dari, ke=ke))
    assert found("SKP006", tree) == sendiri


def test_a_tree_of_components_alone_has_no_result_to_support() -> None:
    tree = PohonKinerja("Dinas")
    tree.add_many([(Urusan("U1", kode="1.06"), None), (Program("P1", kode="1.06.04"), "U1")])
    assert found("SKP006", tree) == []


def test_larger_components_stand_above_smaller_ones() -> None:
    """Only a tree of the free kind lets them stand otherwise."""
    tree = PohonKinerja("Bebas", jenis="bebas")
    tree.add_many(
        [(SubKegiatan("S1"), None), (Program("P1"), "S1"), (Outcome("O1"), "P1"), (CSF("C1"), "O1")]
    )
    assert found("SKP012", tree) == ["P1", "O1"]
    assert found("SKP012", with_simpul("P1", uraian="")) == []


def test_the_sasaran_of_a_ministry_stand_below_its_programs() -> None:
    tree = PohonKinerja("Kementerian", jenis="kementerian_lembaga")
    tree.add_many(
        [
            (Sasaran("SS1"), None),
            (Program("P1"), "SS1"),
            (Sasaran("SP1"), "P1"),
            (Kegiatan("K1"), "SP1"),
            (Sasaran("SK1"), "K1"),
            (KRO("R1"), "SK1"),
        ]
    )
    assert found("SKP012", tree) == []
    tree.replace(Sasaran("SP1", uraian="Tersedianya layanan"))
    assert found("SKP201", tree) == []  # an output of a program


def test_a_condition_on_its_way_is_not_out_of_order() -> None:
    """A condition below a component with nothing below it is one that no component delivers, said elsewhere."""
    tree = bersih()
    tree.add(KondisiAntara("K9", uraian="Amannya area makam"), under="K4")
    assert found("SKP012", tree) == []


def test_a_step_is_doubled_where_words_and_targets_are_the_same_nearby() -> None:
    tree = with_steps()
    twin = tree["A1"]
    tree.replace(attrs.evolve(tree["A4"], uraian=twin.uraian))  # further on, under the same parent
    assert found("SKP013", tree) == ["A4"]
    tree.replace(attrs.evolve(tree["A4"], indikator=[measured_again("A4", {2025: "1 Orang"})]))
    assert found("SKP013", tree) == []  # another target: another step
    far = with_steps()
    far.add(
        attrs.evolve(twin, id="B1", indikator=[measured_again("B1", twin.indikator[0].target)]), under="S3"
    )
    assert found("SKP013", far) == []  # far away and under another parent
    near = with_steps()
    last = near["A5"]
    near.add(
        attrs.evolve(last, id="B1", indikator=[measured_again("B1", last.indikator[0].target)]), under="S2"
    )
    assert found("SKP013", near) == ["B1"]  # the next line of the form


def measured_again(id: str, target: Any) -> Indikator:
    return Indikator(id=f"{id}.1", nama="langkah", tersirat=True, agregasi="jumlah", target=target)


def test_steps_may_be_worded_alike_and_conditions_may_not() -> None:
    tree = with_steps()
    tree.add(Aktivitas("B1", uraian=tree["A1"].uraian), under="S2")
    assert found("SKP007", tree) == []
    assert found("SKP007", with_simpul("S2", uraian="Tersedianya permakanan")) == ["S2"]


@pytest.mark.parametrize("kode", ["SKP005", "SKP401"])
def test_a_form_without_such_a_column_is_not_blamed(kode: str) -> None:
    """Where no kegiatan says it, the form asks nothing of kegiatan; a condition always says it."""
    tree = bersih()
    for node in list(tree):
        if isinstance(node, Kegiatan):
            tree.replace(attrs.evolve(node, uraian="", indikator=()))
    assert found(kode, tree) == []
    assert found("SKP401", with_simpul("O1", indikator=())) == ["O1"]


# --- words ----------------------------------------------------------------------


def sasaran(uraian: str, under: str | None = None) -> PohonKinerja:
    tree = PohonKinerja("Dinas")
    tree.add(Tujuan("T1", uraian="Meningkatnya kesejahteraan"))
    tree.add(Sasaran("S1", uraian="Menguatnya layanan"), under="T1")
    tree.add(Sasaran("SX", uraian=uraian), under=under)
    return tree


@pytest.mark.parametrize(
    ("uraian", "under", "salah"),
    [
        ("Melaksanakan pembinaan", None, True),
        ("Melaksanakan pembinaan", "S1", True),
        ("Tersedianya dokumen kepegawaian", None, False),  # of one post alone: an output is in order
        ("Tersedianya dokumen kepegawaian", "S1", False),  # below another sasaran
        ("Tersedianya dokumen kepegawaian", "T1", True),  # the institution's own
        ("Meningkatkan pelayanan", "T1", False),
        ("Terwujudnya pelayanan", "T1", False),
    ],
)
def test_outputs_are_in_order_below_the_outcome(uraian: str, under: str | None, *, salah: bool) -> None:
    tree = PohonKinerja("Dinas", jenis="bebas")
    for node in sasaran("x"):
        if node.id != "SX":
            above = "T1" if node.id == "S1" else None
            tree.add(node, under=above)
    tree.add(Sasaran("SX", uraian=uraian), under=under)
    assert found("SKP201", tree) == ["SX"] * salah


def test_an_output_is_no_outcome_and_no_factor() -> None:
    assert found("SKP201", with_simpul("C1", uraian="Tersedianya mutu pelayanan sosial")) == ["C1"]
    assert (
        found("SKP201", with_simpul("S1", uraian="Melaksanakan penyaluran")) == []
    )  # a component is asked nothing


def test_a_sasaran_with_something_below_is_the_institutions_own() -> None:
    tree = PohonKinerja("Dinas")
    tree.add_many(
        [(Sasaran("S1", uraian="Tersedianya layanan"), None), (Program("P1", nama="Layanan"), "S1")]
    )
    assert found("SKP201", tree) == ["S1"]


@pytest.mark.parametrize(
    ("nama", "maksud"),
    [
        ("Jumlahdesa yang didata", "jumlah desa"),
        ("Persentasecakupan layanan", "persentase cakupan"),
        ("Persenase cakupan layanan", "persentase"),
        ("Jumlahnya penduduk", None),
        ("Jumlah desa yang didata", None),
        ("Prosentase cakupan", None),
    ],
)
def test_a_word_that_sticks_to_the_next_is_a_slip(nama: str, maksud: str | None) -> None:
    tree = with_indikator("S1.1", nama=nama)
    said = [item.parameter for item in check(tree, [ATURAN["SKP204"]])]
    assert said == ([] if maksud is None else [(("kata", nama.split(maxsplit=1)[0]), ("maksud", maksud))])
    assert (found("SKP202", tree) == []) is (nama != "Jumlahnya penduduk")


def test_one_slip_of_a_node_is_told_once() -> None:
    tree = with_simpul("S1", uraian="Tersediannya permakanan", nama="Tersediannya permakanan")
    assert found("SKP204", tree) == ["S1"]


def test_words_are_doubled_only_where_they_stand_beside_each_other() -> None:
    for nama, doubled in (("Jumlah anak-anak yang aman", 0), ("Jumlah barang barang", 1), ("RT RT", 0)):
        assert len(found("SKP206", with_indikator("S1.1", nama=nama))) == doubled


# --- whether an indikator fits ----------------------------------------------------


@pytest.mark.parametrize(
    ("uraian", "nama", "salah"),
    [
        # Kotawaringin Timur: families, measured by panti.
        ("Terpenuhinya keluarga penerima manfaat", "Jumlah Panti Sosial yang diberikan bantuan", True),
        # Kotawaringin Timur: people, and a place that they are not in.
        ("Tersedianya perbekalan di luar panti", "Jumlah orang yang terpenuhi kebutuhannya", False),
        ("Meningkatnya mutu panti", "Jumlah panti yang terakreditasi", False),
        ("Meningkatnya mutu panti bagi anak", "Jumlah anak yang terlayani", False),
        ("Meningkatnya tata kelola", "Jumlah panti yang terakreditasi", False),
        ("Terpenuhinya keluarga penerima manfaat", "Jumlah laporan panti", True),
        ("Terpenuhinya keluarga penerima manfaat", "Indeks panti", False),
        ("Terpenuhinya keluarga penerima manfaat", "Jumlah kunjungan ke panti yang terjadwal", True),
        ("Terpenuhinya keluarga penerima manfaat", "Jumlah bantuan dari panti", False),
    ],
)
def test_what_is_counted_is_what_the_sasaran_is_about(uraian: str, nama: str, *, salah: bool) -> None:
    item = Indikator(id="IK", nama=nama)
    tree = PohonKinerja("Dinas")
    tree.add(Outcome("O1", uraian=uraian, indikator=[item]))
    assert found("SKP411", tree) == ["IK"] * salah
    assert found("SKP411", tree, setelan=Setelan(subjek=())) == []


@pytest.mark.parametrize(
    ("nama", "rumus", "satuan", "target", "kode"),
    [
        ("Persentase PPKS yang mandiri", None, "", "80 persen", None),
        ("Persentase PPKS yang mandiri", None, "Persen", "80", None),
        ("Persentase PPKS yang mandiri", None, "", "80 Orang", "SKP404"),
        ("Jumlah PPKS yang mandiri", None, "", "80 persen", "SKP403"),
        ("Jumlah PPKS yang mandiri", None, "Orang", "80 %", "SKP403"),
        ("PPKS yang mandiri", Jumlah(), "%", "80", "SKP403"),
        ("PPKS yang mandiri", Jumlah(), "Orang", "80", None),
        ("PPKS yang mandiri", Persen("mandiri", "seluruh PPKS"), "Orang", "80", "SKP404"),
        ("Persentase PPKS yang mandiri", Jumlah(), "%", "80 %", None),  # its formula is another finding
    ],
)
def test_the_unit_fits_the_name_and_the_formula(
    nama: str, rumus: Any, satuan: str, target: str, kode: str | None
) -> None:
    tree = with_indikator("P1.1", nama=nama, rumus=rumus, satuan=satuan, target={2025: target})
    assert [each for each in ("SKP403", "SKP404") if found(each, tree)] == ([] if kode is None else [kode])


def test_a_unit_is_told_with_what_is_printed() -> None:
    tree = with_indikator("S1.1", satuan="Orang", target={2025: "93,59 %"})
    (temuan,) = check(tree, [ATURAN["SKP403"]])
    assert temuan.pesan == 'Indikator ini menghitung jumlah, tetapi target 2025 "93,59 %" bersatuan persen.'


def test_a_copy_of_what_is_divided_is_left_out_of_the_total() -> None:
    tree = with_indikator("K1.1", nama="Persentase PPKS yang mandiri")
    assert found("SKP405", tree) == ["K1.1"]
    tree.add_relasi(
        Relasi(jenis="indikator_turunan", dari="indikator:K2.1", ke="indikator:P1.1", peran="wilayah")
    )
    assert found("SKP405", tree) == []
    assert found("SKP414", tree) == ["K1.1"]


def test_the_same_indikator_elsewhere_is_declared() -> None:
    tree = with_indikator("S2.1", nama="Jumlah penerima permakanan")
    assert found("SKP416", tree) == ["S2.1"]
    tree.add_relasi(Relasi(jenis="indikator_sama", dari="indikator:S2.1", ke="indikator:S1.1"))
    assert found("SKP416", tree) == []
    assert found("SKP416", with_indikator("K1.1", nama="Persentase PPKS yang mandiri")) == []  # from above


# --- targets ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "over"),
    [
        ("Persentase PPKS yang mandiri", True),
        ("Persentase kenaikan PPKS yang mandiri", False),
        ("Persentase pertumbuhan usaha yang dibina", False),
        ("Persentase penyelesaian", False),
        ("Indeks layanan yang mandiri", False),
    ],
)
def test_a_share_by_its_name_is_never_more_than_the_whole(nama: str, *, over: bool) -> None:
    tree = with_indikator("P1.1", nama=nama, target={2025: "120 %"})
    assert found("SKP506", tree) == ["P1.1"] * over


def test_predicates_are_easier_by_their_scale() -> None:
    opini = Predikat(("TMP", "TW", "WDP", "WTP"))
    tree = with_indikator("C1.1", rumus=opini, satuan="", baseline=None, target={2025: "WDP"})
    assert found("SKP503", tree, realisasi=[Realisasi("C1.1", 2024, "WTP")]) == ["C1.1"]
    assert found("SKP503", tree, realisasi=[Realisasi("C1.1", 2024, "TW")]) == []
    assert found("SKP503", tree, realisasi=[Realisasi("C1.1", 2024, "Baik")]) == []
    assert found("SKP503", tree, realisasi=[Realisasi("C1.1", 2024, "95 %")]) == []


@pytest.mark.parametrize(
    ("polaritas", "target", "lalu"), [("naik", "60 %", "70 %"), ("turun", "70 %", "60 %")]
)
def test_advice_on_an_easy_target_holds_whichever_way_is_better(
    polaritas: str, target: str, lalu: str
) -> None:
    """Where less is better an easy target is the higher one, and raising it makes it easier still."""
    tree = with_indikator("P1.1", polaritas=polaritas, target={2025: target}, baseline=None)
    (temuan,) = check(tree, [ATURAN["SKP503"]], realisasi=[Realisasi("P1.1", 2024, lalu)])
    assert temuan.saran == "Perketat targetnya, atau jelaskan mengapa lebih mudah."


@pytest.mark.parametrize(
    ("polaritas", "bagian", "arah"),
    [
        ("naik", (20, 60, 40, 80), "makin tinggi makin baik"),
        ("naik", (80, 60, 40, 20), "makin tinggi makin baik"),
        ("naik", (20, 20, 40, 80), None),
        ("turun", (80, 40, 60, 20), "makin rendah makin baik"),
        ("turun", (80, 40, 40, 20), None),
        ("stabil", (20, 60, 40, 80), None),
        # Nobody has said which way is better: one way it has to go.
        (None, (20, 60, 40, 80), "seharusnya bergerak searah"),
        (None, (20, 40, 60, 80), None),
        (None, (80, 60, 40, 20), None),
        (None, (80, 80, 80, 80), None),
    ],
)
def test_cumulative_targets_go_one_way(
    polaritas: str | None, bagian: tuple[int, ...], arah: str | None
) -> None:
    plan = {when: f"{nilai} %" for when, nilai in zip(TW, bagian, strict=True)}
    tree = with_indikator("P1.1", polaritas=polaritas, agregasi="nilai_akhir", target=plan)
    said = [item.pesan for item in check(tree, [ATURAN["SKP509"]])]
    assert [pesan.endswith(f"dinilai dari akhir tahun dan {arah}.") for pesan in said] == [True] * (
        arah is not None
    )


@pytest.mark.parametrize(
    ("nama", "silent"),
    [("Jumlah panti", False), ("Persentase panti", True), ("Indeks panti", True), ("Nilai SAKIP", True)],
)
def test_a_name_may_say_the_unit(nama: str, *, silent: bool) -> None:
    tree = with_indikator("S1.1", nama=nama, satuan="", target={2025: "1"})
    assert found("SKP507", tree) == ([] if silent else ["S1.1"])


@pytest.mark.parametrize(
    ("bagian", "salah"),
    [
        # Kesbangpol of Maluku, 2023: all of these make a hundred.
        (("26 %", "26 %", "25 %", "23 %"), False),
        (("79 %", "9 %", "8 %", "4 %"), False),
        (("-", "100 %", "-", "-"), False),
        (("98 %", "2 %", "-", "-"), False),
        # Near a hundred, and not it.
        (("26 %", "26 %", "25 %", "22 %"), True),
        (("98 %", "3 %", "-", "-"), True),
        # A level that rises or is kept is no share.
        (("25 %", "50 %", "75 %", "100 %"), False),
        (("24 %", "24 %", "24 %", "24 %"), False),
        (("100 %", "-", "-", "-"), False),
        # Other units are no shares.
        (("26 Orang", "26 Orang", "25 Orang", "22 Orang"), False),
    ],
)
def test_shares_of_a_year_make_a_hundred(bagian: tuple[str, ...], *, salah: bool) -> None:
    plan = dict(zip(TW, bagian, strict=True))
    tree = with_indikator("P1.1", satuan="", agregasi=None, target=plan)
    assert found("SKP513", tree) == ["P1.1"] * salah


def test_where_shares_are_usual_any_other_sum_is_asked_about() -> None:
    """Beside three that make a hundred, one that makes seventy and falls; not one that rises."""
    tree = bersih()
    parts = [("25 %", "25 %", "25 %", "25 %")] * 3 + [("40 %", "10 %", "10 %", "10 %")]
    for number, bagian in enumerate(parts, start=1):
        own = attrs.evolve(
            tree[f"K{number}"].indikator[0], agregasi=None, target=dict(zip(TW, bagian, strict=True))
        )
        tree.replace(attrs.evolve(tree[f"K{number}"], indikator=[own]))
    assert found("SKP513", tree) == ["K4.1"]
    rising = attrs.evolve(
        tree["K4"].indikator[0], target=dict(zip(TW, ("10 %", "20 %", "30 %", "40 %"), strict=True))
    )
    tree.replace(attrs.evolve(tree["K4"], indikator=[rising]))
    assert found("SKP513", tree) == []


def test_a_year_is_missed_only_where_most_have_one() -> None:
    """The Kesbangpol's form has triwulan alone, and nothing is missing from it."""
    only_parts = dict.fromkeys(TW, "15 Orang")
    every = {f"A{number}": only_parts for number in range(1, 6)}
    assert found("SKP511", with_steps(**every)) == []
    assert found("SKP511", with_steps(A2=only_parts)) == ["A2.1"]
    assert found("SKP512", with_steps(A2={2025: "60 Orang"})) == ["A2.1"]
    assert found("SKP512", with_steps(A2={2025: "60 Orang", "2025-TW1": "-"})) == []  # said not to be planned
    assert found("SKP512", with_steps(A2={2025: "60 Orang", "2025-TW1": ""})) == ["A2.1"]
    assert found("SKP512", bersih()) == []


def test_what_is_repeated_each_triwulan_is_asked_about_where_nobody_says() -> None:
    plan = {2025: "5 dok"} | dict.fromkeys(TW, "5 dok")
    tree = with_indikator("S1.1", agregasi=None, target=plan)
    assert found("SKP510", tree) == ["S1.1"]
    for silent in (
        {"agregasi": "nilai_akhir"},
        {"target": {2025: "100 %"} | dict.fromkeys(TW, "100 %")},
        {"target": {2025: "0 dok"} | dict.fromkeys(TW, "0 dok")},
        {"target": {2025: "5 dok", TW[0]: "5 dok"}},
        {"target": dict.fromkeys(TW, "5 dok")},
    ):
        own = {"agregasi": None, "target": plan} | silent
        assert found("SKP510", with_indikator("S1.1", **own)) == [], silent


# --- posts and codes --------------------------------------------------------------


def test_the_line_of_owners_meets() -> None:
    """The owner of what stands above is the same, a superior, or one of the same superior; else it is asked."""
    tree = bersih()
    assert found("SKP604", tree) == []
    tree.replace_jabatan(Jabatan(id="pengampu-P1", nama="Pengampu P1", atasan=Atasan.TIDAK_DIKETAHUI))
    assert found("SKP604", tree) == []  # nobody knows
    tree.replace_jabatan(Jabatan(id="pengampu-P1", nama="Pengampu P1", atasan="camat"))
    assert found("SKP604", tree) == ["P1", "K1"]
    tree.unassign("P1", "pengampu-P1")
    assert found("SKP604", tree) == []


def test_the_fields_of_an_institution_are_read_from_its_code() -> None:
    tree = bersih()
    for kode, salah in (("", 0), ("1.06", 0), ("1.06.0.00.0.00.01.0000", 0), ("1.03.2.22.0.00.01.0000", 4)):
        tree.instansi = Instansi(nama="Dinas", kode=kode)
        assert len(found("SKP807", tree)) == salah
    bare = with_simpul("P1", kode="X.XX.01")
    bare.instansi = Instansi(nama="Dinas", kode="1.06.0.00.0.00.01.0000")
    assert found("SKP807", bare) == []
    assert found("SKP806", bare) == ["P1"]


def test_codes_are_held_against_what_is_above_through_conditions() -> None:
    tree = PohonKinerja("Dinas")
    tree.add_many(
        [
            (CSF("C1"), None),
            (Program("P1", kode="1.06.04"), "C1"),
            (KondisiAntara("N1"), "P1"),
            (Kegiatan("K1", kode="1.06.05.2.01"), "N1"),
        ]
    )
    assert found("SKP801", tree) == ["K1"]
