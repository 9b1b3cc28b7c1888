"""Cascading: stages, division, hand-down, and the forms derived for each post."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sakip.angka import Angka
from sakip.errors import ModelError, TidakAdaError, TipeError
from sakip.model import (
    CSF,
    Atasan,
    Baseline,
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
    JENJANG,
    JENJANG_JF_KEGIATAN,
    JENJANG_KEMENAG_KABUPATEN,
    JENJANG_SUB_KOORDINATOR,
    Tahap,
    check_jenjang,
    check_pembagian,
    compute_kepemilikan,
    compute_tahap,
    compute_terjemahan,
    derive_iki,
    derive_iku,
    derive_perjanjian_kinerja,
    derive_rencana_aksi,
    divide_target,
    hand_down,
    hand_down_indirectly,
    make_matriks_peran,
    propose_pemilik,
    read_bobot,
    suppose,
    trace_akuntabilitas,
)
from sakip.pohon import PohonKinerja
from strategies import SEDIKIT
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


@pytest.mark.parametrize(
    ("dari", "ke", "tanpa"),
    [
        ("N1", "N2", ["N1", "N2"]),  # two conditions that nothing delivers deliver each other as little
        ("N1", "P1", ["N2"]),
        ("P1", "N1", ["N2"]),
        ("N1", "C1", ["N2"]),  # what has a component below it
        ("N1", "luar:dinkes/P7", ["N2"]),  # somebody else's
        ("P1", "K1", ["N1", "N2"]),
    ],
)
def test_a_link_translates_where_a_component_is_at_its_other_end(
    dari: str, ke: str, tanpa: list[str]
) -> None:
    tree = example()
    tree.add_many([(KondisiAntara("N1", uraian="Data"), "C2"), (KondisiAntara("N2", uraian="Siap"), "C2")])
    tree.add_relasi(Relasi(jenis="penerjemahan", dari=dari, ke=ke))
    assert [item.id for item in compute_terjemahan(tree).tanpa_komponen] == tanpa


def test_two_components_say_no_condition_for_each_other() -> None:
    tree = example()
    for id in ("P8", "P9"):
        tree.add(Program(id, nama=f"Program {id}"), under="C2")
    tree.add_relasi(Relasi(jenis="penerjemahan", dari="P8", ke="P9"))
    assert [item.id for item in compute_terjemahan(tree).tanpa_kondisi] == ["P8", "P9"]


def test_each_csf_is_a_branch_that_has_come_its_own_way() -> None:
    """One CSF is broken down, the other is not; the root says what is missing for its next stage alone."""
    tree = PohonKinerja("Dinas")
    tree.add(Outcome("O1", uraian="Sejahtera"))
    tree.add(CSF("C1", uraian="Layanan"), under="O1")
    tree.add(CSF("C2", uraian="Keberdayaan"), under="O1")
    tree.add(KondisiAntara("K1", uraian="Tersedianya sandang"), under="C1")
    hasil = compute_tahap(tree)
    (root,) = hasil.cabang
    assert [(item.simpul.id, item.tahap) for item in root.cabang] == [
        ("C1", Tahap.KONDISI),
        ("C2", Tahap.CSF),
    ]
    assert [str(item) for item in root.berikut] == ["C2: belum diuraikan menjadi kondisi"]
    assert [item.simpul for item in root.cabang[0].berikut] == ["C1", "K1"]
    assert str(hasil).splitlines()[-1].split()[:2] == ["C2", "2"]
    assert "kondisi tanpa komponen" in str(compute_terjemahan(tree))


@LAMBAT
@given(any_pohon(ringan=True))
def test_every_tree_has_a_stage(tree: PohonKinerja) -> None:
    assert compute_tahap(tree).tahap in Tahap


# --- division -----------------------------------------------------------------


@SEDIKIT
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


@pytest.mark.parametrize("digits", [1, 27, 33])
def test_shares_of_a_large_target_make_it_to_the_last_digit(digits: int) -> None:
    """As many digits as a number may have, whatever the decimal context of the caller is."""
    whole = Decimal(10**digits + 1)
    for prec in (3, 28):
        with localcontext(prec=prec):
            shares = divide_target(whole, ["a", "b", "c"])
        assert sum(map(int, shares.values())) == whole
        assert max(shares.values()) - min(shares.values()) <= 1


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
    down.replace(
        attrs.evolve(down["O1"], indikator=[attrs.evolve(whole, target={2025: 80, 2026: 75, "2025-TW1": 60})])
    )
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
    ik = Indikator(
        id="IK1",
        nama="Predikat AKIP",
        target=[Target(2025, "BB"), Target(2026, 10), Target(2027, "31 Maret 2027")],
    )
    tree.add_many([(Outcome("O1", indikator=[ik]), None), (CSF("C1"), "O1"), (CSF("C2"), "O1")])
    down = hand_down(tree, "IK1", ["C1", "C2"], cara="aspek")
    assert [str(item) for item in down.indikator("IK1@C1").target] == ["BB", "5", "31 Maret 2027"]
    assert list(check_pembagian(down)) == []


def ten() -> PohonKinerja:
    """Ten tons a year at an outcome, over two regions with their people, and a program with money in each."""
    tree = PohonKinerja("Dinas Contoh")
    ik = Indikator(
        id="IK1",
        nama="Jumlah beras",
        satuan="ton",
        iku=True,
        baseline=Baseline(2024, "9 ton"),
        target={2025: "10 ton", 2026: "12 ton", 2027: "-"},
    )
    tree.add(Outcome("O1", indikator=[ik]))
    for id, people, money in (("U", "1.200 jiwa", 300), ("S", "800 jiwa", 100)):
        tree.add(CSF(f"C{id}", lain={"Jumlah penduduk": people}), under="O1")
        tree.add(Program(f"P{id}", pagu={2025: money}), under=f"C{id}")
    return tree


def shares(tree: PohonKinerja, *ids: str) -> list[list[str]]:
    return [[str(item) for item in tree.indikator(id).target] for id in ids]


def test_by_numbers_by_weights_and_by_another_column() -> None:
    tree = ten()
    numbers: dict[str, dict[str, int | str]] = {
        "CU": {"2025": 7, "2026": "8 ton"},
        "CS": {"2025": 3, "2026": 4},
    }
    by_number = hand_down(tree, "IK1", numbers, cara="aspek")
    assert shares(by_number, "IK1@CU", "IK1@CS") == [["7 ton", "8 ton", "-"], ["3 ton", "4 ton", "-"]]
    assert [item.bobot for item in by_number.relasi] == [None, None]
    people = read_bobot(tree, ["CU", "CS"], "Jumlah penduduk")
    by_people = hand_down(tree, "IK1", people, cara="wilayah")
    assert shares(by_people, "IK1@CU", "IK1@CS") == [["6 ton", "7 ton", "-"], ["4 ton", "5 ton", "-"]]
    money = read_bobot(tree, ["PU", "PS"], "pagu", 2025)
    by_money = hand_down(tree, "IK1", money, desimal=1)
    assert shares(by_money, "IK1@PU", "IK1@PS")[0][:2] == ["7,5 ton", "9 ton"]
    for down in (by_number, by_people, by_money):
        assert list(check_pembagian(down)) == []
        assert all(item.langsung for item in down.relasi)
    own = by_people.indikator("IK1@CU")
    assert (own.iku, own.baseline) == (False, None)


@SEDIKIT
@given(
    st.integers(-(10**6), 10**6),
    st.lists(st.integers(0, 500), min_size=1, max_size=5).filter(any),
    st.sampled_from(("aspek", "wilayah", "beban")),
    st.sampled_from(("sama rata", "bobot", "kolom", "angka")),
    st.integers(0, 2),
)
def test_every_way_of_dividing_makes_the_whole(
    units: int, weights: list[int], cara: str, oleh: str, desimal: int
) -> None:
    """Whatever is divided, in whatever way: the shares add up to the last digit."""
    whole = Decimal(units).scaleb(-desimal)
    tree = PohonKinerja("Dinas Contoh")
    tree.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah", target={2025: whole})]))
    names = [f"C{number}" for number in range(len(weights))]
    for name, weight in zip(names, weights, strict=True):
        tree.add(CSF(name, lain={"Beban": str(weight)}), under="O1")
    if oleh == "angka":
        parts = divide_target(whole, dict(zip(names, weights, strict=True)), desimal=desimal)
        down = hand_down(tree, "IK1", {name: {2025: share} for name, share in parts.items()}, cara=cara)
    else:
        kepada: list[str] | dict[str, int] | dict[str, Decimal] = names
        if oleh == "bobot":
            kepada = dict(zip(names, weights, strict=True))
        elif oleh == "kolom":
            kepada = read_bobot(tree, names, "Beban")
        down = hand_down(tree, "IK1", kepada, cara=cara, desimal=desimal)
    found = [down.indikator(f"IK1@{name}").target[0].nilai for name in names]
    assert sum(item.nilai for item in found if isinstance(item, Angka)) == whole
    assert list(check_pembagian(down)) == []
    assert {item.peran for item in down.relasi} == ({cara} if len(names) > 1 else {"sama"})


@pytest.mark.parametrize(
    ("kepada", "cara", "pesan"),
    [
        (["CU", "CS"], "selera", "cara"),
        ([], "beban", "one node or"),
        (["CU", "CS"], "sama", "one node or"),
        ({"CU": {2025: 7}, "CS": {2025: 2}}, "beban", "shares that make 10"),
        ({"CU": {2025: 7}, "CS": {2026: 2}}, "beban", "a share for 2025"),
        ({"CU": {2025: 7}, "CS": 3}, "beban", "a share for 2025"),
        ({"CU": {2025: "WTP"}, "CS": {2025: 3}}, "beban", "a number"),
    ],
)
def test_hand_downs_that_are_refused(kepada: Any, cara: str, pesan: str) -> None:
    with pytest.raises(ModelError, match=pesan):
        hand_down(ten(), "IK1", kepada, cara=cara)


@pytest.mark.parametrize("target", ["93,59 %", "80-90", "≥ 5", "1:4"])
def test_what_weights_cannot_divide(target: str) -> None:
    """A percentage of two regions is no sum of theirs; nor is a range, a bound, or a ratio."""
    tree = ten()
    tree.replace(attrs.evolve(tree["O1"], indikator=[Indikator(id="IK1", nama="x", target={2025: target})]))
    with pytest.raises(ModelError, match="an amount"):
        hand_down(tree, "IK1", ["CU", "CS"])
    assert shares(hand_down(tree, "IK1", ["CU"]), "IK1@CU") == [[target]]


def test_shares_of_one_denominator_are_given_by_number() -> None:
    tree = ten()
    tree.replace(attrs.evolve(tree["O1"], indikator=[Indikator(id="IK1", nama="x", target={2025: "90 %"})]))
    down = hand_down(tree, "IK1", {"CU": {2025: 60}, "CS": {2025: 30}}, cara="aspek")
    assert shares(down, "IK1@CU", "IK1@CS") == [["60 %"], ["30 %"]]


def test_columns_without_a_number() -> None:
    with pytest.raises(ModelError, match="a column that the node has a number in"):
        read_bobot(ten(), ["CU"], "Luas")
    with pytest.raises(ModelError, match="a column that the node has a number in"):
        read_bobot(ten(), ["PU"], "pagu", 2030)
    with pytest.raises(TidakAdaError):
        hand_down(ten(), "X9", ["CU"])


def test_handed_down_indirectly() -> None:
    """Its own measure: nothing is divided, nothing has to add up, and it counts by itself."""
    narrower = Indikator(id="IK2", nama="Jumlah beras wilayah utara", target={2025: "3 ton"})
    down = hand_down_indirectly(ten(), "IK1", {"CU": narrower}, cara="dipersempit")
    assert down["CU"].indikator == (narrower,)
    assert [(item.peran, item.langsung) for item in down.relasi] == [("dipersempit", False)]
    assert list(check_pembagian(down)) == []
    again = hand_down_indirectly(down, "IK1", {"CU": narrower})
    assert (len(again["CU"].indikator), [item.peran for item in again.relasi]) == (
        1,
        ["dipersempit", "antara"],
    )
    for kepada, cara in (({}, "antara"), ({"CU": narrower}, "beban")):
        with pytest.raises(ModelError):
            hand_down_indirectly(ten(), "IK1", kepada, cara=cara)


def test_what_was_handed_down_and_no_longer_agrees() -> None:
    """Another unit that is the same amount does; a share that is missing, or another target of the same, doesn't."""
    tree = PohonKinerja("Dinas Contoh")
    tree.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Waktu", satuan="hari", target={2025: 14})]))
    tree.add(CSF("C1", indikator=[Indikator(id="IKa", nama="Waktu", target={2025: "1 minggu"})]), under="O1")
    tree.add(CSF("C2", indikator=[Indikator(id="IKb", nama="Waktu", target={2025: "7 hari"})]), under="O1")
    for id in ("IKa", "IKb"):
        tree.add_relasi(
            Relasi(jenis="indikator_turunan", dari=f"indikator:{id}", ke="indikator:IK1", peran="beban")
        )
    assert list(check_pembagian(tree)) == []
    tree.replace(attrs.evolve(tree["C2"], indikator=[Indikator(id="IKb", nama="Waktu")]))
    (missing,) = check_pembagian(tree)
    assert (missing.kode, missing.tempat.indikator) == ("SKP025", "IK1")
    assert "Target 2025 dibagi kepada 2, tetapi IKb" in missing.pesan
    down = hand_down(ten(), "IK1", ["CU"])
    own = attrs.evolve(down.indikator("IK1@CU"), target={2025: "11 ton", 2026: "12 ton"})
    down.replace(attrs.evolve(down["CU"], indikator=[own]))
    (other,) = check_pembagian(down)
    assert (other.kode, other.tempat.simpul) == ("SKP026", "CU")
    assert "targetnya 2025 11 ton, di sana 10 ton" in other.pesan


@pytest.mark.parametrize(
    ("semula", "kepada", "menjadi", "kode"),
    [
        # divided between two: what is planned for the whole becomes more, less, another thing, nothing
        ("10 ton", ["CU", "CS"], {2025: "12 ton"}, ["SKP020"]),
        ("10 ton", ["CU", "CS"], {2025: "10,0 ton"}, []),
        ("10 ton", ["CU", "CS"], {2025: "10 ton", 2026: "12 ton"}, ["SKP025"]),
        ("10 ton", ["CU", "CS"], {2026: "10 ton"}, ["SKP025", "SKP020"]),
        ("10 ton", ["CU", "CS"], {}, ["SKP020"]),
        ("10 ton", ["CU", "CS"], {2025: "-"}, ["SKP020"]),
        ("10 ton", ["CU", "CS"], {2025: "≥ 10 ton"}, []),
        ("10 ton", ["CU", "CS"], {2025: "> 10 ton"}, ["SKP020"]),
        ("10 ton", ["CU", "CS"], {2025: "8-12 ton"}, []),
        ("10 ton", ["CU", "CS"], {2025: "12-14 ton"}, ["SKP020"]),
        ("10 ton", ["CU", "CS"], {2025: "1:4"}, []),  # nobody can tell
        # what is everybody's, and what one has whole
        ("BB", ["CU", "CS"], {2025: "A"}, ["SKP026", "SKP026"]),
        ("BB", ["CU", "CS"], {2025: "bb (72)"}, []),
        ("31 Maret 2025", ["CU", "CS"], {2025: "2025-03-31"}, []),
        ("10 ton", ["CU"], {2025: "10,00 ton"}, []),
        ("10 ton", ["CU"], {2025: "12 ton"}, ["SKP026"]),
        ("10 ton", ["CU"], {2025: "10 ton", 2026: "12 ton"}, ["SKP026"]),
        ("10 ton", ["CU"], {2025: "10 ton", 2026: "-"}, []),
    ],
)
def test_another_target_of_the_whole_shows_what_no_longer_agrees(
    semula: str, kepada: list[str], menjadi: dict[int, str], kode: list[str]
) -> None:
    down = hand_down(whole_of({2025: semula}), "IK1", kepada)
    assert list(check_pembagian(down)) == []
    down.replace(whole_of(menjadi)["O1"])
    assert [item.kode for item in check_pembagian(down)] == kode


def whole_of(target: Any) -> PohonKinerja:
    tree = ten()
    tree.replace(attrs.evolve(tree["O1"], indikator=[Indikator(id="IK1", nama="x", target=target)]))
    return tree


def test_a_revision_of_the_whole_is_held_against_the_shares_in_force() -> None:
    """The finding says of which version; a revision that plans the same is none."""
    for revised, pesan in (
        (
            "12 ton",
            ["Target 2025 (perubahan) yang diturunkan berjumlah 10, sedangkan target yang dibagi 12 ton."],
        ),
        ("10 ton", []),
    ):
        down = hand_down(whole_of({2025: "10 ton"}), "IK1", ["CU", "CS"])
        down.replace(whole_of([Target(2025, "10 ton"), Target(2025, revised, "perubahan")])["O1"])
        assert [item.pesan for item in check_pembagian(down)] == pesan


def test_what_has_no_target_any_more_is_told_so() -> None:
    down = hand_down(whole_of({2025: "10 ton"}), "IK1", ["CU", "CS"])
    down.replace(whole_of({})["O1"])
    (temuan,) = check_pembagian(down)
    assert temuan.pesan == "Target 2025 yang diturunkan berjumlah 10, sedangkan target yang dibagi kosong."


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
    assert (kabid.pihak_kedua, [item.id for item in kabid.anggaran]) == ("Kepala Dinas", ["P1"])
    jf = derive_perjanjian_kinerja(example(), "jf", 2026)
    assert [(item.id, item.pagu) for item in jf.anggaran] == [("S1", ())]
    tree = example()
    tree.replace_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    assert derive_perjanjian_kinerja(tree, "kadis", 2025).pihak_kedua == ""


def test_the_plan_of_action() -> None:
    rows = derive_rencana_aksi(example(), "kadis", 2025).baris
    assert [(row.sasaran.id, row.kegiatan and row.kegiatan.id) for row in rows] == [
        ("O1", None),
        ("C1", "K1"),
    ]
    assert [item.id for item in rows[1].sub_kegiatan] == ["S1", "S2"]
    alone = derive_rencana_aksi(example(), "jf", 2025).baris
    assert [[item.id for item in row.simpul] for row in alone] == [["S1", "P1", "K1", "S1"]]


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


# --- who answers for what -------------------------------------------------------


def test_the_chain_of_accountability() -> None:
    tree = example()
    tree.replace(attrs.evolve(tree["S1"], indikator=[Indikator(id="IKS", nama="Jumlah")]))
    chain = trace_akuntabilitas(tree, "IKS")
    assert [(item.simpul.id, item.pemilik and item.pemilik.id) for item in chain.naik] == [
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
        {"jabatan": "kabid", "hasil": "O1", "kontribusi": "P1", "peran": "utama"},
        {"jabatan": "kabid", "hasil": "C1", "kontribusi": "P1", "peran": "utama"},
    ]
    assert "Mandirinya PPKS" in str(matriks)
    assert "<table" in matriks._repr_html_()


def test_a_matrix_down_to_the_last_and_with_those_who_support() -> None:
    tree = example()
    tree.add_jabatan(Jabatan(id="arsiparis", nama="Arsiparis", atasan="kadis"))
    tree.assign("O1", "arsiparis", "pendukung")
    tree.assign("P1", "arsiparis", "pendukung")
    rows = make_matriks_peran(tree, "kadis", bertingkat=True).to_records()
    assert [(row["jabatan"], row["hasil"], row["kontribusi"], row["peran"]) for row in rows] == [
        ("kabid", "O1", "P1", "utama"),
        ("kabid", "C1", "P1", "utama"),
        ("jf", "O1", "S1", "utama"),
        ("jf", "O1", "S2", "pendukung"),
        ("jf", "C1", "S1", "utama"),
        ("jf", "C1", "S2", "pendukung"),
        ("arsiparis", "O1", "O1", "pendukung"),
        ("arsiparis", "C1", "P1", "pendukung"),
    ]
    assert "(mendukung)" in str(make_matriks_peran(tree, "kadis"))
    tree.assign("S2", "jf")
    assert make_matriks_peran(tree, "kabid").to_records()[-1]["peran"] == "utama"


def test_the_chain_goes_up_to_the_head_of_the_region_and_down_to_the_last() -> None:
    tree = example()
    tree.add_jabatan(Jabatan(id="bupati", nama="Bupati", jenjang="kepala_daerah", atasan=Atasan.TIDAK_ADA))
    rantai = trace_akuntabilitas(tree, "IK1")
    assert rantai.atasan == ("Bupati",)
    assert [(item.simpul.id, item.jarak) for item in rantai.turun] == [
        ("C1", 1),
        ("P1", 2),
        ("K1", 3),
        ("S1", 4),
        ("S2", 4),
        ("C2", 1),
    ]
    assert [item.id for item in rantai.jabatan] == ["kadis", "kabid", "jf"]
    assert [item.simpul.id for item in rantai.putus] == ["S2", "C2"]
    assert str(rantai).splitlines()[2].split() == ["↑", "Bupati"]
    tree.replace(attrs.evolve(tree["C2"], indikator=[Indikator(id="IK5", nama="Jumlah")]))
    tree.replace(attrs.evolve(tree["C1"], untuk_indikator="IKX"))
    assert [item.simpul.id for item in trace_akuntabilitas(tree, "IK1").turun] == ["C2"]
    bare = PohonKinerja("Dinas")
    bare.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah")]))
    assert trace_akuntabilitas(bare, "IK1").atasan == ()


def test_owners_are_proposed_by_rank() -> None:
    tree = example()
    assert [(item.id, post.id) for item, post in propose_pemilik(tree)] == [("S2", "jf"), ("C2", "kadis")]
    assert propose_pemilik(tree, {"csf": "administrator"})[0][1].id == "kabid"
    assert propose_pemilik(tree, {}) == ()


def test_maps_of_ranks_as_the_documents_have_them() -> None:
    """Kotawaringin Timur: the kegiatan on a PK of a JF. Kutai Kartanegara: sekretaris program, JF Muda sub kegiatan."""
    assert JENJANG_JF_KEGIATAN.of("kegiatan") == ("fungsional",)
    assert [JENJANG_SUB_KOORDINATOR.of(jenis)[0] for jenis in ("program", "sub_kegiatan", "aktivitas")] == [
        "administrator",
        "fungsional",
        "pelaksana",
    ]
    assert [JENJANG_KEMENAG_KABUPATEN.of(jenis)[0] for jenis in ("sasaran", "aktivitas")] == [
        "administrator",
        "fungsional",
    ]
    assert all(item.acuan and item.nama == name for name, item in JENJANG.items())


def test_owners_of_another_rank_than_usual() -> None:
    tree = example()
    assert [item.tempat.simpul for item in check_jenjang(tree)] == ["K1"]
    (temuan,) = check_jenjang(tree, JENJANG_JF_KEGIATAN)
    assert temuan.pesan == (
        "Kegiatan ini dimiliki Kepala Bidang, berjenjang administrator; "
        "menurut peta JENJANG_JF_KEGIATAN pemiliknya fungsional."
    )
    assert list(check_jenjang(tree, JENJANG_SUB_KOORDINATOR)) == []
    assert list(check_jenjang(tree, {})) == []


def test_posts_without_work_and_work_without_posts() -> None:
    tree = example()
    tree.add_jabatan(Jabatan(id="arsiparis", nama="Arsiparis", atasan="kadis"))
    milik = compute_kepemilikan(tree)
    assert [post.id for post in milik.tanpa_kinerja] == ["arsiparis"]
    assert [node.id for node in milik.tanpa_pemilik] == ["S2", "C2"]
    rows = [(row["jabatan"], row["simpul"], row["peran"]) for row in milik.to_records()]
    assert rows == [
        ("kadis", "O1", "utama"),
        ("kadis", "C1", "utama"),
        ("kabid", "P1", "utama"),
        ("kabid", "K1", "utama"),
        ("jf", "S1", "utama"),
        ("jf", "S2", "pendukung"),
        ("arsiparis", "", ""),
        ("", "S2", ""),
        ("", "C2", ""),
    ]
    assert "(tanpa pemilik)" in str(milik)
    assert "<table" in milik._repr_html_()
    for id in ("S2", "C2"):
        tree.assign(id, "arsiparis")
    assert "(tanpa pemilik)" not in str(compute_kepemilikan(tree))


def test_a_promise_carries_a_tree_in_which_nothing_stands_twice() -> None:
    """The section head owns programs: they are his sasaran and his money, and one node each."""
    pk = derive_perjanjian_kinerja(example(), "kabid", 2025)
    assert [type(node).__name__ for node in pk.to_pohon()] == ["Program", "Sasaran"]
    bare = attrs.evolve(
        pk, anggaran=[attrs.evolve(pk.anggaran[0], uraian="", indikator=()), *pk.anggaran[1:]]
    )
    assert bare.to_pohon()["P1"].uraian == "Mandirinya PPKS"


def test_every_view_shows_itself_in_a_notebook() -> None:
    """Each has a table there that says what its text says."""
    tree = example()
    for view in (
        compute_tahap(tree),
        compute_terjemahan(tree),
        compute_kepemilikan(tree),
        trace_akuntabilitas(tree, "IK1"),
        make_matriks_peran(tree, "kadis"),
        suppose(tree, [], 2025, target={"IK1": 80}),
    ):
        assert set(view._repr_mimebundle_()) == {"text/html", "text/plain"}
        assert view._repr_html_().count("<th ") == len(str(view).splitlines()[1].split())
