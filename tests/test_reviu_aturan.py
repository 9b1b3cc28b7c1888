"""Every rule finds what it is for and nothing in a clean tree; rules are chosen, tuned, silenced, added."""

from __future__ import annotations

import builtins
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from paket_aturan import install
from sakip import reviu
from sakip.anggaran import PAGU_TAK_TERBACA
from sakip.angka import Angka, Batas, Kategori, Kosong, Rasio, Rentang, TakTerbaca, Tanggal
from sakip.dokumen import read_struktur
from sakip.errors import EkstraError, ModelError, TipeError
from sakip.model import (
    CSF,
    SIMPUL,
    Indikator,
    Jabatan,
    JenisRelasi,
    JenisUjung,
    Outcome,
    Program,
    Realisasi,
    Relasi,
)
from sakip.periode import JenisPeriode
from sakip.pohon import PohonKinerja
from sakip.reviu import (
    ATURAN,
    Aturan,
    Bungkam,
    Setelan,
    Tinjauan,
    check,
    dumps_sarif,
    dumps_temuan,
    load_aturan,
    review,
)
from sakip.reviu._contoh import bersih, with_indikator, with_simpul
from sakip.reviu._kata import is_one_off
from sakip.rumus import Persen, Predikat
from sakip.temuan import REGISTER, Tempat, Temuan, Tingkat
from strategies import realisasi
from strategies_pohon import pohon as any_pohon

bunyi_mirip = ATURAN["SKP011"]


def codes(temuan: Any) -> list[str]:
    return [item.kode for item in temuan]


@pytest.mark.parametrize("aturan", ATURAN.values(), ids=ATURAN.keys())
def test_a_rule_finds_its_bad_example_and_not_its_good_one(aturan: Aturan) -> None:
    found = codes(aturan(aturan.buruk()))
    assert set(found) & set(aturan.kode)
    assert set(found) <= set(aturan.kode)
    assert codes(aturan(aturan.baik())) == []
    assert aturan.penjelasan.endswith(".")


def test_a_clean_and_complete_tree_gives_no_finding() -> None:
    assert check(bersih()) == ()


def test_every_kind_of_finding_of_a_rule_is_registered_and_says_where_it_comes_from() -> None:
    for aturan in ATURAN.values():
        for jenis in aturan.jenis:
            assert REGISTER[jenis.kode] is jenis
            assert jenis.acuan


def kinds_of(tree: PohonKinerja) -> set[str]:
    """What there is in a tree: kinds of nodes, targets, periods, links, ends of links, superiors."""
    targets = [row for node in tree for item in node.indikator for row in item.target]
    return {
        *(node.jenis for node in tree),
        *(type(row.nilai).__name__ for row in targets),
        *(row.periode.jenis.value for row in targets),
        *(link.jenis.value for link in tree.relasi),
        *(link.dari.jenis.value for link in tree.relasi),
        *(f"atasan {type(post.atasan).__name__}" for post in tree.jabatan.values()),
    }


KINDS = {
    *SIMPUL,
    *(kelas.__name__ for kelas in (Angka, Batas, Kategori, Kosong, Rasio, Rentang, TakTerbaca, Tanggal)),
    *(jenis.value for jenis in (*JenisPeriode, *JenisRelasi, *JenisUjung)),
    "atasan str",
    "atasan Atasan",
}


def test_no_tree_makes_a_rule_raise() -> None:
    """Every rule, over trees of every kind of node, target, period and link: what can be drawn is asserted as well."""
    seen: set[str] = set()

    @settings(max_examples=120, deadline=None, derandomize=True, database=None, suppress_health_check=TENANG)
    @given(any_pohon())
    def run(tree: PohonKinerja) -> None:
        seen.update(kinds_of(tree))
        for temuan in check(tree, ATURAN.values()):
            assert temuan.pesan
            assert temuan.saran
            assert "{" not in temuan.jenis.judul

    run()
    assert seen <= KINDS
    for kind in sorted(KINDS - seen):  # by chance
        tree = find(
            any_pohon(),
            lambda tree, kind=kind: kind in kinds_of(tree),  # type: ignore[misc]
            settings=settings(max_examples=2_000, derandomize=True, database=None, phases=[Phase.generate]),
        )
        check(tree, ATURAN.values())


TENANG = [HealthCheck.too_slow]


@settings(max_examples=40, deadline=None, suppress_health_check=TENANG)
@given(any_pohon(max_size=3), st.data())
def test_no_measurement_makes_a_rule_raise(tree: PohonKinerja, data: st.DataObject) -> None:
    """Whatever was measured of whatever indikator in whatever period: only targets are held against it."""
    ids = [item.id for node in tree for item in node.indikator]
    rows = [data.draw(realisasi(id)) for id in ids[:4]]
    found = check(tree, ATURAN.values(), realisasi=rows)
    others = [item for item in found if item.kode != "SKP503"]
    assert others == [item for item in check(tree, ATURAN.values()) if item.kode != "SKP503"]


def test_rules_that_have_to_be_chosen_are_not_run_unasked() -> None:
    chosen = [aturan for aturan in ATURAN.values() if not aturan.bawaan]
    assert [aturan.kode for aturan in chosen] == [("SKP402",), ("SKP011",), ("SKP415",), ("SKP027",)]
    for aturan in chosen:
        assert check(aturan.buruk()) == ()
        assert codes(check(aturan.buruk(), [aturan]))


def test_rules_on_wording_never_find_an_error() -> None:
    """A document may have its reasons for its words: warnings and remarks, over the whole register."""
    wording = [jenis for kode, jenis in REGISTER.items() if kode.startswith("SKP2")]
    alike = [REGISTER[kode] for kode in ("SKP007", "SKP008", "SKP011", "SKP402", "SKP411", "SKP415")]
    assert len(wording) == 6
    assert Tingkat.KESALAHAN not in {jenis.tingkat for jenis in (*wording, *alike)}


def test_an_empty_tree_has_nothing_to_say() -> None:
    assert check(PohonKinerja("Dinas")) == ()


def test_a_tree_of_conditions_alone_is_in_order() -> None:
    """Stages one to three: no indikator, no program, no post; nothing is missing yet."""
    tree = PohonKinerja("Dinas")
    tree.add_many(
        [
            (Outcome("O1", uraian="Meningkatnya kesejahteraan"), None),
            (CSF("C1", uraian="Meningkatnya layanan"), "O1"),
            (CSF("C2", uraian="Menurunnya beban keluarga"), "O1"),
        ]
    )
    assert check(tree) == ()


def test_findings_are_silenced_at_a_place_with_a_reason() -> None:
    tree = with_simpul("O1", uraian="Melaksanakan pembinaan kesejahteraan sosial masyarakat")
    hasil = review(tree, bungkam=[Bungkam("SKP201", "O1", "bunyi visi")])
    assert hasil.temuan == ()
    assert [(item.kode, why.alasan) for item, why in hasil.dibungkam] == [("SKP201", "bunyi visi")]
    assert codes(check(tree, bungkam=[Bungkam("SKP201", "C1", "lain tempat")])) == ["SKP201"]
    assert check(tree, bungkam=[Bungkam("SKP201", alasan="di mana pun")]) == ()


def test_a_finding_on_a_post_is_silenced_by_the_name_of_the_post() -> None:
    tree = bersih()
    for id, nama in (("arsiparis", "Arsiparis"), ("analis", "Analis")):
        tree.add_jabatan(Jabatan(id=id, nama=nama, jenjang="fungsional", atasan="kadis"))
    hasil = review(tree, bungkam=[Bungkam("SKP602", "Arsiparis", "baru dibentuk")])
    assert [item.tempat.nama for item in hasil.temuan] == ["Analis"]
    named = with_simpul("O1", uraian="Melaksanakan pembinaan kesejahteraan sosial masyarakat")
    label = named["O1"].label
    assert codes(check(named, bungkam=[Bungkam("SKP201", label, "bukan id")])) == ["SKP201"]


def test_silence_needs_a_reason() -> None:
    with pytest.raises(ModelError, match=r"Bungkam\.alasan"):
        Bungkam("SKP201", "O1", " ")


def test_rules_are_tuned() -> None:
    tree = bersih()
    assert codes(check(tree, setelan=Setelan(indikator_terbanyak=0))) == ["SKP406"] * len(tree)
    assert codes(check(tree, setelan=Setelan(wewenang=1))) == ["SKP804"] * 4
    assert codes(check(tree, setelan=Setelan(kata_ukur=("persentase", "jumlah")))) == ["SKP202"] * 3


def test_targets_are_held_against_what_was_measured() -> None:
    tree = bersih()
    easier = [Realisasi("P1.1", 2024, "90 %")]
    assert codes(check(tree, realisasi=easier)) == ["SKP503"]
    assert check(tree, realisasi=[Realisasi("P1.1", 2024, "75 %"), Realisasi("P1.1", 2020, "99 %")]) == ()
    assert check(tree, realisasi=[Realisasi("P1.1", 2024, "90 Orang")]) == ()
    assert check(tree, realisasi=[Realisasi("P1.1", 2024, "-")]) == ()


def test_less_is_better_turns_the_comparison_round() -> None:
    tree = with_indikator("P1.1", polaritas="turun", target={2025: "75 %", 2026: "70 %"})
    assert codes(check(tree)) == ["SKP503"]  # 75 is easier than the 70 of the year before
    falling = with_indikator("P1.1", polaritas="turun", target={2025: "60 %", 2026: "65 %"})
    assert codes(check(falling)) == ["SKP504"]


def test_declared_hand_down_is_no_copy() -> None:
    tree = with_indikator("K1.1", nama="Persentase PPKS yang mandiri")
    tree.add_relasi(Relasi(jenis="indikator_sama", dari="indikator:K1.1", ke="indikator:P1.1"))
    assert "SKP405" not in codes(check(tree))


def test_a_rule_of_ones_own() -> None:
    """A function from a tree to findings is a rule."""

    def own(tree: PohonKinerja) -> list[Temuan]:
        place = Tempat(simpul=tree.roots[0].id)
        return [PAGU_TAK_TERBACA.temuan(place, periode="2025", teks="x")]

    (temuan,) = check(bersih(), [own])
    assert (temuan.kode, temuan.tempat.simpul) == ("SKP701", "O1")


def test_rules_of_other_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is installed brings its rules, and they run beside the library's."""
    install(tmp_path, "nama = aturan_dinas:aturan")
    monkeypatch.syspath_prepend(tmp_path)
    (own,) = load_aturan()
    found = check(PohonKinerja("Dinas Contoh"), [*ATURAN.values(), own])
    assert [(item.kode, item.pesan) for item in found] == [("DINAS001", "Pohon ini bernama Dinas Contoh.")]
    assert codes(own(own.baik())) == []


def test_an_entry_point_that_is_no_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "salah = aturan_dinas:bukan")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(TipeError, match="the entry point 'salah'"):
        load_aturan()


def test_only_trees_are_reviewed() -> None:
    with pytest.raises(TipeError, match="pass a PohonKinerja"):
        check("pohon")  # type: ignore[arg-type]


def test_a_rule_takes_a_tree_or_what_there_is_to_look_at() -> None:
    aturan = ATURAN["SKP010"]
    tree = aturan.buruk()
    assert codes(aturan(tree)) == codes(aturan(Tinjauan(tree)))
    assert attrs.evolve(aturan, periksa=lambda _: ()).penjelasan == ""


def test_findings_for_other_programs() -> None:
    tree = with_simpul("O1", uraian="Melaksanakan pembinaan kesejahteraan sosial masyarakat")
    hasil = review(tree)
    (record,) = json.loads(dumps_temuan(hasil.temuan))
    assert (record["kode"], record["simpul"]) == ("SKP201", "O1")
    silent = review(tree, bungkam=[Bungkam("SKP201", alasan="visi")])
    run = json.loads(dumps_sarif(silent))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["SKP201"]
    assert run["results"][0]["suppressions"] == [{"kind": "external", "justification": "visi"}]
    assert run["results"][0]["level"] == "warning"


def test_findings_of_a_file_point_into_it(tmp_path: Path) -> None:
    path = tmp_path / "dinas.csv"
    path.write_text("level,id,uraian,asing\nlantai,L1,x,\noutcome,O1,Meningkatnya mutu,\n")
    found = read_struktur(path).temuan
    run = json.loads(dumps_sarif(reviu.HasilReviu(found, ())))["runs"][0]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0]["artifactLocation"] == {"uri": "dinas.csv"}
    assert {place["region"]["startLine"] for place in places} == {1, 2}
    whole = attrs.evolve(found[0], tempat=attrs.evolve(found[0].tempat, baris=None))
    run = json.loads(dumps_sarif(reviu.HasilReviu((whole,), ())))["runs"][0]
    assert "region" not in run["results"][0]["locations"][0]["physicalLocation"]
    assert "help" not in run["tool"]["driver"]["rules"][0]


def test_likeness_needs_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refuse(name: str, *rest: Any) -> Any:
        if name.startswith("rapidfuzz"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(EkstraError, match=r"sakip\[reviu\]"):
        list(bunyi_mirip(bersih()))


@pytest.mark.parametrize(
    ("satu", "lain", "beda_satu"),
    [
        ("proram", "program", True),
        ("programm", "program", True),
        ("progrem", "program", True),
        ("program", "program", False),
        ("prgrm", "program", False),
        ("x", "program", False),
    ],
)
def test_words_one_letter_off(satu: str, lain: str, beda_satu: bool) -> None:  # noqa: FBT001  # a case
    assert is_one_off(satu, lain) is beda_satu


def test_wording_that_says_nothing_is_left_alone() -> None:
    tree = PohonKinerja("Dinas")
    tree.add(Program("P1", nama="…", uraian="!", indikator=[Indikator(id="I", nama="?")]))
    assert "SKP204" not in codes(check(tree))


def test_a_wording_may_be_that_of_what_stands_above() -> None:
    """A program that words its sasaran as its CSF does is asked nothing; it may be translated in its place."""
    assert check(with_simpul("P1", uraian="Meningkatnya mutu pelayanan sosial"), [ATURAN["SKP007"]]) == ()


def test_a_share_may_reach_the_whole() -> None:
    rumus = Persen("PPKS mandiri", "seluruh PPKS")
    assert check(with_indikator("P1.1", rumus=rumus, target={2025: "100 %"}), [ATURAN["SKP506"]]) == ()
    growth = Persen("produksi tahun ini", "produksi tahun lalu")
    assert check(with_indikator("P1.1", rumus=growth, target={2025: "120 %"}), [ATURAN["SKP506"]]) == ()


def test_a_predicate_on_its_scale_is_in_order() -> None:
    opini = Predikat(("TMP", "TW", "WDP", "WTP"))
    tree = with_indikator("C1.1", rumus=opini, target={2025: "WTP", 2026: "-"})
    assert check(tree, [ATURAN["SKP505"]]) == ()
