"""Cascading: stages, division, hand-down, and the forms derived for each post."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sakip.errors import ModelError, TidakAdaError, TipeError
from sakip.model import (
    CSF,
    Indikator,
    Jabatan,
    Kegiatan,
    KondisiAntara,
    Outcome,
    Program,
    Relasi,
    SubKegiatan,
    Target,
    Tujuan,
)
from sakip.penjenjangan import (
    Tahap,
    check_pembagian,
    compute_tahap,
    compute_terjemahan,
    derive_iki,
    derive_iku,
    derive_perjanjian_kinerja,
    derive_rencana_aksi,
    divide_target,
    hand_down,
    make_matriks_peran,
    propose_pemilik,
    trace_akuntabilitas,
)
from sakip.pohon import PohonKinerja
from strategies_pohon import pohon as any_pohon

LAMBAT = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def example() -> PohonKinerja:
    """An outcome, two CSF, a program with a kegiatan and two sub kegiatan; a head, a section, a fungsional."""
    tree = PohonKinerja("Dinas Contoh", periode="2025-2026")
    ik = Indikator(
        id="IK1", nama="Indeks kesejahteraan", iku=True, target={2025: 70, 2026: 75, "2025-TW1": 60}
    )
    tree.add_many(
        [
            (Outcome("O1", uraian="Meningkatnya kesejahteraan", indikator=[ik]), None),
            (CSF("C1", uraian="Meningkatnya layanan"), "O1"),
            (CSF("C2", uraian="Meningkatnya keberdayaan"), "O1"),
            (Program("P1", nama="Rehabilitasi", uraian="Mandirinya PPKS", pagu={2025: 300, 2026: 400}), "C1"),
            (
                Kegiatan("K1", nama="Rehabilitasi Dasar", uraian="Terpenuhinya kebutuhan", pagu={2025: 300}),
                "P1",
            ),
            (SubKegiatan("S1", nama="Permakanan", uraian="Tersedianya pangan", pagu={2025: 100}), "K1"),
            (SubKegiatan("S2", nama="Sandang", uraian="Tersedianya sandang", pagu={2025: 200}), "K1"),
        ]
    )
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas", atasan="bupati", jenjang="jpt_pratama"))
    tree.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", atasan="kadis", jenjang="administrator"))
    tree.add_jabatan(Jabatan(id="jf", nama="Pekerja Sosial", atasan="kabid", jenjang="fungsional"))
    for simpul, jabatan in (("O1", "kadis"), ("C1", "kadis"), ("P1", "kabid"), ("K1", "kabid"), ("S1", "jf")):
        tree.assign(simpul, jabatan)
    tree.assign("S2", "jf", "pendukung")
    return tree


# --- stages -------------------------------------------------------------------


def test_a_tree_of_conditions_alone_has_come_to_stage_three() -> None:
    tree = PohonKinerja("Dinas")
    tree.add(Outcome("O1", uraian="Sejahtera"))
    assert compute_tahap(tree).tahap is Tahap.HASIL
    tree.add(CSF("C1", uraian="Layanan"), under="O1")
    assert compute_tahap(tree).tahap is Tahap.CSF
    tree.add(KondisiAntara("K1", uraian="Tersedianya sandang"), under="C1")
    assert compute_tahap(tree).tahap is Tahap.KONDISI


def test_indikator_then_components_and_owners() -> None:
    tree = PohonKinerja("Dinas")
    ik = [Indikator(id=f"IK{n}", nama="Jumlah") for n in range(3)]
    tree.add(Outcome("O1", uraian="Sejahtera", indikator=ik[:1]))
    tree.add(CSF("C1", uraian="Layanan", indikator=ik[1:2]), under="O1")
    tree.add(KondisiAntara("K1", uraian="Tersedianya sandang", indikator=ik[2:]), under="C1")
    hasil = compute_tahap(tree)
    assert hasil.tahap is Tahap.INDIKATOR
    assert "belum diterjemahkan menjadi komponen" in str(hasil)
    tree.translate("K1", Program("K1", nama="Rehabilitasi"))
    assert {str(item) for item in compute_tahap(tree).cabang[0].kurang} == {
        f"{id}: belum punya pemilik" for id in ("O1", "C1", "K1")
    }
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    for id in ("O1", "C1", "K1"):
        tree.assign(id, "kadis")
    assert compute_tahap(tree).tahap is Tahap.KOMPONEN
    assert str(compute_tahap(tree)).splitlines()[-1].endswith("—")


@pytest.mark.parametrize(
    ("simpul", "tahap"),
    [
        (Outcome("O1"), Tahap.BELUM),
        (Program("P1", nama="Program"), Tahap.BELUM),
        (Tujuan("T1", uraian="Sejahtera"), Tahap.HASIL),
    ],
)
def test_what_a_root_has_to_be(simpul: Outcome | Program | Tujuan, tahap: Tahap) -> None:
    tree = PohonKinerja("Dinas")
    tree.add(simpul)
    assert compute_tahap(tree).tahap is tahap


def test_an_empty_tree_has_not_begun() -> None:
    assert compute_tahap(PohonKinerja("Dinas")).tahap.sebutan == "belum dimulai"


def test_a_condition_may_be_translated_by_a_link() -> None:
    tree = example()
    tree.add(KondisiAntara("N1", uraian="Tersedianya data"), under="K1")
    tree.add(Program("P9", nama="Tanpa sasaran"), under="C2")
    found = compute_terjemahan(tree)
    assert [item.id for item in found.tanpa_komponen] == ["N1"]
    assert [item.id for item in found.tanpa_kondisi] == ["P9"]
    tree.add_relasi(Relasi(jenis="penerjemahan", dari="simpul:N1", ke="simpul:P9"))
    found = compute_terjemahan(tree)
    assert (found.tanpa_komponen, found.tanpa_kondisi) == ((), ())
    assert "P9" in [item.id for item in found.diterjemahkan]


@LAMBAT
@given(any_pohon())
def test_every_tree_has_a_stage(tree: PohonKinerja) -> None:
    assert compute_tahap(tree).tahap in Tahap


# --- division -----------------------------------------------------------------


@given(
    st.integers(-(10**9), 10**9),
    st.dictionaries(st.text(min_size=1, max_size=4), st.integers(0, 1000), min_size=1, max_size=8),
    st.integers(0, 3),
)
def test_shares_make_the_whole_exactly(units: int, bobot: dict[str, int], desimal: int) -> None:
    """And none is further from what falls to it than one unit."""
    whole = Decimal(units).scaleb(-desimal)
    total = sum(bobot.values())
    if not total:
        with pytest.raises(ModelError):
            divide_target(whole, bobot, desimal=desimal)
        return
    shares = divide_target(whole, bobot, desimal=desimal)
    assert sum(shares.values()) == whole
    for name, share in shares.items():
        assert abs(share - whole * bobot[name] / total) < Decimal(1).scaleb(-desimal)


@pytest.mark.parametrize(
    ("nilai", "bobot", "bagian"),
    [
        (10, ["a", "b"], [5, 5]),  # ten tons, five and five
        (10, {"a": 1, "b": 1, "c": 1}, [4, 3, 3]),
        (7, {"a": 0, "b": 1}, [0, 7]),
        (100, {"a": "33,3", "b": "66,7"}, [33, 67]),
    ],
)
def test_shares(nilai: int, bobot: dict[str, str] | list[str], bagian: list[int]) -> None:
    assert list(divide_target(nilai, bobot).values()) == bagian


@pytest.mark.parametrize(
    ("nilai", "bobot", "desimal"), [(10, [], 0), ("1,5", ["a"], 0), (10, {"a": -1, "b": 2}, 0)]
)
def test_what_cannot_be_divided(nilai: int | str, bobot: dict[str, int] | list[str], desimal: int) -> None:
    with pytest.raises(ModelError):
        divide_target(nilai, bobot, desimal=desimal)


def test_handing_down_and_what_no_longer_adds_up() -> None:
    tree = example()
    down = hand_down(tree, "IK1", {"C1": 1, "C2": 3}, cara="beban", desimal=1)
    assert [str(down.indikator(f"IK1@{id}").target_for(2025)) for id in ("C1", "C2")] == ["17,5", "52,5"]
    assert len(tree["C1"].indikator) == 0
    links = [item for item in down.relasi if item.jenis.value == "indikator_turunan"]
    assert [(item.peran, item.bobot) for item in links] == [("beban", Decimal(1)), ("beban", Decimal(3))]
    assert list(check_pembagian(down)) == []
    whole = down.indikator("IK1")
    down.replace(attrs.evolve(down["O1"], indikator=[attrs.evolve(whole, target={2025: 80})]))
    (temuan,) = check_pembagian(down)
    assert (temuan.kode, temuan.tempat.indikator) == ("SKP020", "IK1")
    assert "berjumlah 70,0, sedangkan target yang dibagi 80" in temuan.pesan


def test_handed_down_whole_to_one() -> None:
    down = hand_down(example(), "IK1", ["C1"])
    assert down.indikator("IK1@C1").target == down.indikator("IK1").target
    assert [item.jenis.value for item in down.relasi if item.dari.id == "IK1@C1"] == ["indikator_sama"]
    assert list(check_pembagian(down)) == []


def test_a_predicate_is_handed_down_as_it_is() -> None:
    tree = PohonKinerja("Dinas")
    ik = Indikator(id="IK1", nama="Predikat AKIP", target=[Target(2025, "BB"), Target(2026, 10)])
    tree.add_many([(Outcome("O1", indikator=[ik]), None), (CSF("C1"), "O1"), (CSF("C2"), "O1")])
    down = hand_down(tree, "IK1", ["C1", "C2"], cara="aspek")
    assert [str(item) for item in down.indikator("IK1@C1").target] == ["BB", "5"]
    assert list(check_pembagian(down)) == []


def test_there_are_four_ways() -> None:
    with pytest.raises(ModelError, match="cara"):
        hand_down(example(), "IK1", ["C1"], cara="selera")
    with pytest.raises(TidakAdaError):
        hand_down(example(), "X9", ["C1"])


# --- forms --------------------------------------------------------------------


def test_the_promise_of_a_head() -> None:
    """His sasaran with the targets of the year, and the program nearest below."""
    pk = derive_perjanjian_kinerja(example(), "kadis", 2025)
    assert (pk.pihak_pertama, pk.pihak_kedua, pk.kepala.instansi) == (
        "Kepala Dinas",
        "bupati",
        "Dinas Contoh",
    )
    assert [item.id for item in pk.sasaran] == ["O1", "C1"]
    assert [str(row.periode) for row in pk.sasaran[0].indikator[0].target] == ["2025", "2025-TW1"]
    assert [(item.id, item.pagu[0].jumlah) for item in pk.anggaran] == [("P1", 300)]


def test_the_promise_of_others() -> None:
    kabid = derive_perjanjian_kinerja(example(), "kabid", 2025)
    assert (kabid.pihak_kedua, [item.id for item in kabid.anggaran]) == ("Kepala Dinas", ["P1", "K1"])
    jf = derive_perjanjian_kinerja(example(), "jf", 2026)
    assert [(item.id, item.pagu) for item in jf.anggaran] == [("S1", ())]
    tree = example()
    tree.replace_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    assert derive_perjanjian_kinerja(tree, "kadis", 2025).pihak_kedua == ""


def test_the_plan_of_action() -> None:
    rows = derive_rencana_aksi(example(), "kadis", 2025).baris
    assert [(row.sasaran.id, row.kegiatan and row.kegiatan.id) for row in rows] == [
        ("O1", "K1"),
        ("C1", "K1"),
    ]
    assert [item.id for item in rows[0].sub_kegiatan] == ["S1", "S2"]
    alone = derive_rencana_aksi(example(), "jf", 2025).baris
    assert [(row.sasaran.id, row.kegiatan) for row in alone] == [("S1", None)]


def test_what_each_post_is_measured_by() -> None:
    daftar = derive_iki(example(), 2025)
    assert [(iki.jabatan.id, iki.tingkat, len(iki.sasaran)) for iki in daftar.iki] == [
        ("kadis", "", 2),
        ("kabid", "", 2),
        ("jf", "sub_kegiatan", 1),
    ]
    assert [iki.jabatan.id for iki in derive_iki(example(), 2025, "jf").iki] == ["jf"]


def test_the_indikator_utama() -> None:
    tree = example()
    tree.add(Tujuan("T1", uraian="Sejahtera", indikator=[Indikator(id="IK9", nama="Indeks", iku=True)]))
    assert [(type(item).__name__, item.id) for item in derive_iku(tree).sasaran] == [
        ("Sasaran", "O1"),
        ("Tujuan", "T1"),
    ]


def test_only_a_year_has_a_promise() -> None:
    with pytest.raises(TipeError, match="pass a year"):
        derive_perjanjian_kinerja(example(), "kadis", "2025-TW1")
    with pytest.raises(TidakAdaError):
        derive_perjanjian_kinerja(example(), "X9", 2025)


@LAMBAT
@given(any_pohon())
def test_all_posts_together_promise_what_is_owned_and_nothing_twice(tree: PohonKinerja) -> None:
    promised = [
        sasaran.id for post in tree.jabatan for sasaran in derive_perjanjian_kinerja(tree, post, 2025).sasaran
    ]
    owned = [node.id for node in tree if tree.owner(node.id) is not None]
    assert sorted(promised) == sorted(owned)
    listed = [sasaran.id for iki in derive_iki(tree, 2025).iki for sasaran in iki.sasaran]
    assert sorted(listed) == sorted(owned)


# --- who answers for what -------------------------------------------------------


def test_the_chain_of_accountability() -> None:
    tree = example()
    tree.replace(attrs.evolve(tree["S1"], indikator=[Indikator(id="IKS", nama="Jumlah")]))
    chain = trace_akuntabilitas(tree, "IKS")
    assert [(item.simpul.id, item.pemilik and item.pemilik.id) for item in chain] == [
        ("S1", "jf"),
        ("K1", "kabid"),
        ("P1", "kabid"),
        ("C1", "kadis"),
        ("O1", "kadis"),
    ]


def test_the_matrix_of_roles_and_results() -> None:
    matriks = make_matriks_peran(example(), "kadis")
    assert [item.id for item in matriks.hasil] == ["O1", "C1"]
    assert matriks.to_records() == [
        {"jabatan": "kabid", "hasil": "O1", "kontribusi": "P1"},
        {"jabatan": "kabid", "hasil": "C1", "kontribusi": "P1"},
    ]
    assert "Mandirinya PPKS" in str(matriks)
    assert "<table" in matriks._repr_html_()


def test_owners_are_proposed_by_rank() -> None:
    tree = example()
    assert [(item.id, post.id) for item, post in propose_pemilik(tree)] == [("S2", "jf"), ("C2", "kadis")]
    assert propose_pemilik(tree, {"csf": "administrator"})[0][1].id == "kabid"
    assert propose_pemilik(tree, {}) == ()


def test_a_promise_carries_a_tree_in_which_nothing_stands_twice() -> None:
    """The section head owns programs: they are his sasaran and his money, and one node each."""
    pk = derive_perjanjian_kinerja(example(), "kabid", 2025)
    assert [type(node).__name__ for node in pk.to_pohon()] == ["Program", "Kegiatan"]
    bare = attrs.evolve(
        pk, anggaran=[attrs.evolve(pk.anggaran[0], uraian="", indikator=()), *pk.anggaran[1:]]
    )
    assert bare.to_pohon()["P1"].uraian == "Mandirinya PPKS"
