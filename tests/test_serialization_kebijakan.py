"""Policies, results and reports as JSON: in full, exact, and strict where they are read."""

from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.alasan import Alasan
from sakip.angka import Angka
from sakip.capaian import compute_capaian
from sakip.errors import SakipError, SerialisasiError, TipeError
from sakip.kebijakan import KEBIJAKAN, KEMENKEU, LKJIP, Capaian, Kebijakan, Polaritas
from sakip.model import CSF, Indikator, Outcome, Realisasi
from sakip.pohon import PohonKinerja
from sakip.serialization import (
    dumps,
    dumps_capaian,
    dumps_kebijakan,
    dumps_laporan,
    loads,
    loads_capaian,
    loads_kebijakan,
)
from sakip.skala import OPINI_BPK, SKALA_MAGETAN, Konversi, Pita, Skala
from strategies import SEDIKIT, isian, kebijakan, rujukan

SETELAN = [field.name for field in attrs.fields(Kebijakan)]


# --- a policy -----------------------------------------------------------------------


@given(kebijakan(galat=True))
@SEDIKIT
def test_any_policy_comes_back(rule: Kebijakan) -> None:
    """Equal, to the last digit, and every setting of it said."""
    text = dumps_kebijakan(rule)
    back = loads_kebijakan(text)
    assert back == rule
    assert repr(back) == repr(rule)
    assert dumps_kebijakan(back) == text
    assert list(json.loads(text)) == SETELAN


@pytest.mark.parametrize("nama", sorted(KEBIJAKAN))
def test_presets_come_back(nama: str) -> None:
    """Each preset is told whole, its defaults too, since a default may be another one tomorrow."""
    rule = KEBIJAKAN[nama]
    assert loads_kebijakan(dumps_kebijakan(rule)) == rule
    assert json.loads(dumps_kebijakan(rule))["nama"] == nama


def test_a_policy_as_it_is_written() -> None:
    """Golden: every setting by its tag, figures as text, what there is none of as null."""
    assert json.loads(dumps_kebijakan(KEMENKEU)) == {
        "nama": "KEMENKEU",
        "acuan": "KMK 127/2026 hlm. 67-70 sebagaimana diterapkan (naskah aslinya tidak dibaca)",
        "turun": "selisih",
        "batas_atas": "120",
        "batas_bawah": "0",
        "target_negatif": "selisih",
        "digit": 2,
        "stabil": "simpangan",
        "target_nol": "terburuk",
        "realisasi_nol": None,
        "terbaik_tercapai": "120",
        "konversi": {"titik": [["0", "0"], ["90", "100"], ["100", "120"]]},
        "predikat": "peringkat",
        "pembulatan": "tampilan",
        "skala": None,
    }


def test_bands_are_written_in_full() -> None:
    """Also what is a default today: colour, digits, and whether a bound belongs to its band."""
    made = json.loads(dumps_kebijakan(attrs.evolve(LKJIP, nama="Dinas", skala=SKALA_MAGETAN)))["skala"]
    assert list(made) == [field.name for field in attrs.fields(Skala)]
    for band in made["pita"]:
        assert list(band) == [field.name for field in attrs.fields(Pita)]


def test_what_is_left_out_is_the_default() -> None:
    """A policy written by hand needs its name and its source."""
    assert loads_kebijakan('{"nama": "x", "acuan": "y"}') == Kebijakan("x", "y")


CACAT = [
    ("", ["$"]),
    ("{", ["$"]),
    ("NaN", ["$"]),
    ('{"nama": "x", "nama": "y", "acuan": ""}', ["$"]),
    ("null", ["$"]),
    ("[]", ["$"]),
    ("5", ["$"]),
    ('"LKJIP"', ["$"]),
    ("[" * 100_000, ["$"]),
    ("{}", ["$.nama", "$.acuan"]),
    ('{"nama": 5, "acuan": null}', ["$.nama", "$.acuan"]),
    ('{"nama": "x", "acuan": "", "warna": 1}', ["$"]),
    ('{"nama": "x", "acuan": "", "digit": true}', ["$.digit"]),
    ('{"nama": "x", "acuan": "", "digit": 2.0}', ["$.digit"]),
    ('{"nama": "x", "acuan": "", "digit": 99}', ["$"]),
    ('{"nama": "x", "acuan": "", "turun": "lain", "target_nol": null}', ["$.turun", "$.target_nol"]),
    ('{"nama": "x", "acuan": "", "batas_atas": 120}', ["$.batas_atas"]),
    ('{"nama": "x", "acuan": "", "batas_atas": "120,5"}', ["$.batas_atas"]),
    ('{"nama": "x", "acuan": "", "batas_atas": "1", "batas_bawah": "2"}', ["$"]),
    ('{"nama": "x", "acuan": "", "konversi": {"titik": [["0", "1"]]}}', ["$.konversi"]),
    ('{"nama": "x", "acuan": "", "konversi": {"titik": [["0"]]}}', ["$.konversi.titik[0]"]),
    ('{"nama": "x", "acuan": "", "skala": {"nama": "s", "acuan": "", "pita": []}}', ["$.skala"]),
    (
        '{"nama": "x", "acuan": "", "skala": {"pita": [{"label": 1}]}}',
        ["$.skala.nama", "$.skala.acuan", "$.skala.pita[0].bawah", "$.skala.pita[0].label"],
    ),
]


@pytest.mark.parametrize(("text", "paths"), CACAT)
def test_what_is_no_policy_is_refused_by_place(text: str, paths: list[str]) -> None:
    """Every place that is wrong, each once."""
    with pytest.raises(SerialisasiError) as caught:
        loads_kebijakan(text)
    assert [path for path, _ in caught.value.masalah] == paths
    assert all(message for _, message in caught.value.masalah)
    with pytest.raises(SerialisasiError):
        loads_capaian(text)


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["120", "naik", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(SETELAN), inner, max_size=3),
    max_leaves=6,
)


@given(kebijakan(), st.sampled_from(SETELAN), JSON)
@SEDIKIT
def test_any_setting_may_be_anything(rule: Kebijakan, nama: str, value: Any) -> None:
    """A policy with one setting swapped is read or refused in words, here and in a tree."""
    document = json.loads(dumps_kebijakan(rule)) | {nama: value}
    try:
        back = loads_kebijakan(json.dumps(document))
    except SakipError:
        return
    assert loads_kebijakan(dumps_kebijakan(back)) == back


# --- a result -----------------------------------------------------------------------


@given(kebijakan(), isian(), isian(), st.none() | st.sampled_from(Polaritas), rujukan())
@SEDIKIT
def test_any_result_comes_back(
    rule: Kebijakan, target: Any, realisasi: Any, polaritas: Polaritas | None, known: Any
) -> None:
    """With its policy and all that was known, so that it explains itself as it did."""
    made = rule.compare(target, realisasi, polaritas, known)
    text = dumps_capaian(made)
    back = loads_capaian(text)
    assert back == made
    assert repr(back) == repr(made)
    assert back.explain() == made.explain()
    assert list(json.loads(text)["kebijakan"]) == SETELAN


def test_a_result_as_it_is_written() -> None:
    """Golden: cells with their class, the figure before and after the cap, the policy in full."""
    document = json.loads(dumps_capaian(KEMENKEU.capaian("100 %", 150)))
    assert document.pop("kebijakan") == json.loads(dumps_kebijakan(KEMENKEU))
    assert document == {
        "target": {"isian": "angka", "nilai": "100", "satuan": "%", "teks": "100 %"},
        "realisasi": {"isian": "angka", "nilai": "150"},
        "polaritas": "naik",
        "nilai": "120",
        "mentah": "150",
        "alasan": None,
    }


def test_a_result_without_a_number() -> None:
    """The reason comes back as that reason, the scale and the day with it."""
    none = loads_capaian(dumps_capaian(LKJIP.capaian(0, 4)))
    assert (none.nilai, none.alasan) == (None, Alasan.TARGET_NOL)
    opini = LKJIP.capaian("WTP", "WDP", urutan=OPINI_BPK)
    assert loads_capaian(dumps_capaian(opini)).rujukan == opini.rujukan
    hari = LKJIP.capaian("10 April 2025", "12 April 2025", awal=dt.date(2025, 4, 1))
    assert loads_capaian(dumps_capaian(hari)).nilai == 80


@pytest.mark.parametrize(
    ("ubah", "path"),
    [
        ({"alasan": "entah"}, "$.alasan"),
        ({"nilai": 120}, "$.nilai"),
        ({"polaritas": None}, "$.polaritas"),
        ({"target": {"isian": "angka"}}, "$.target.nilai"),
        ({"kebijakan": "LKJIP"}, "$.kebijakan"),
        ({"kebijakan": {"nama": "x"}}, "$.kebijakan.acuan"),
        ({"rujukan": {"awal": "kemarin"}}, "$.rujukan.awal"),
        ({"rujukan": {"urutan": {"label": []}}}, "$.rujukan.urutan"),
        ({"catatan": ""}, "$"),
    ],
)
def test_what_is_no_result_is_refused_by_place(ubah: dict[str, Any], path: str) -> None:
    """The same rules as for a tree."""
    document = json.loads(dumps_capaian(LKJIP.capaian(10, 5))) | ubah
    with pytest.raises(SerialisasiError) as caught:
        loads_capaian(json.dumps(document))
    assert [place for place, _ in caught.value.masalah] == [path]


# --- a tree that has its own policy -------------------------------------------------


def berkebijakan(rule: Kebijakan | None) -> PohonKinerja:
    tree = PohonKinerja("Dinas Contoh", kebijakan=rule)
    tree.add(Outcome("O", indikator=Indikator(id="IK", nama="x", target={2025: 10})))
    tree.add(CSF("C"), under="O")
    return tree


@given(st.none() | kebijakan(galat=True))
@SEDIKIT
def test_the_policy_of_a_tree_stays_with_it(rule: Kebijakan | None) -> None:
    """Written and read, copied, pickled, cut: it is there, and in full."""
    tree = berkebijakan(rule)
    text = dumps(tree)
    back = loads(text)
    assert (back, back.kebijakan, dumps(back)) == (tree, rule, text)
    assert ("kebijakan" in json.loads(text)) is (rule is not None)
    if rule is not None:
        assert json.loads(text)["kebijakan"] == json.loads(dumps_kebijakan(rule))
    again = (tree.copy(), copy.deepcopy(tree), pickle.loads(pickle.dumps(tree)), tree.subtree("O"))  # noqa: S301
    assert all(other.kebijakan == rule for other in again)
    assert all(other == tree for other in again)


@pytest.mark.parametrize("nilai", ["LKJIP", 120, LKJIP.skala is None])
def test_a_tree_takes_nothing_but_a_policy(nilai: object) -> None:
    """When it is made and when it is assigned; what it had before stays."""
    pohon = PohonKinerja("Dinas", kebijakan=KEMENKEU)
    with pytest.raises(TipeError, match="pass a Kebijakan"):
        pohon.kebijakan = nilai  # type: ignore[assignment]
    with pytest.raises(TipeError, match="pass a Kebijakan"):
        PohonKinerja("Dinas", kebijakan=nilai)  # type: ignore[arg-type]
    assert pohon.kebijakan == KEMENKEU
    pohon.kebijakan = None
    assert pohon.kebijakan is None


def test_trees_of_different_policies_differ() -> None:
    """What is computed from them differs too."""
    assert berkebijakan(LKJIP) != berkebijakan(KEMENKEU)
    assert berkebijakan(LKJIP) != berkebijakan(None)
    with pytest.raises(TipeError):
        PohonKinerja("x", kebijakan="LKJIP")  # type: ignore[arg-type]


def test_a_tree_from_a_file_computes_as_it_did() -> None:
    """A policy of one's own, written years ago, still gives its figures."""
    rule = attrs.evolve(
        LKJIP, nama="Dinas", batas_atas=110, konversi=Konversi({0: 0, 100: 100}), skala=SKALA_MAGETAN
    )
    rows = [Realisasi("IK", 2025, 15)]
    before = compute_capaian(berkebijakan(rule), rows, 2025)
    after = compute_capaian(loads(dumps(berkebijakan(rule))), rows, 2025)
    assert before == after
    assert after["IK"].nilai == 110
    assert after.kebijakan == rule


# --- a report -----------------------------------------------------------------------


def test_a_report_is_told_with_its_steps() -> None:
    """The policy once and in full, the rows as records with their steps, the findings."""
    rule = attrs.evolve(KEMENKEU, nama="Dinas", skala=SKALA_MAGETAN)
    tree = berkebijakan(rule)
    rows = [Realisasi("IK", "2025-S1", Decimal("2.5")), Realisasi("X", 2025, 1)]
    laporan = compute_capaian(tree, rows, [2025, "2025-S1"])
    document = json.loads(dumps_laporan(laporan))
    assert list(document) == ["format", "versi", "nama", "periode", "kebijakan", "baris", "temuan"]
    assert (document["format"], document["versi"], document["nama"]) == ("sakip-laporan", 1, "Dinas Contoh")
    assert document["periode"] == ["2025", "2025-S1"]
    assert loads_kebijakan(json.dumps(document["kebijakan"])) == rule
    assert [item["kode"] for item in document["temuan"]] == ["SKP301"]
    for row, told in zip(laporan, document["baris"], strict=True):
        assert [step["teks"] for step in told["langkah"]] == row.explain().split("\n")
        assert [step["kode"] for step in told["langkah"]] == [step.kode for step in row.langkah]
        assert "kebijakan" not in told
        assert set(told) == {*row.to_record(), "langkah"} - {"kebijakan"}


def test_figures_of_a_report_are_text() -> None:
    """So that no digit is lost; what is missing is null, truth is truth."""
    tree = berkebijakan(None)
    told = json.loads(dumps_laporan(compute_capaian(tree, [Realisasi("IK", 2025, Angka("3,3333"))], 2025)))[
        "baris"
    ][0]
    assert (told["capaian"], told["nilai_target"], told["tercapai"], told["tingkat"]) == (
        "33.3330",
        "10",
        False,
        0,
    )
    assert [step["nilai"] for step in told["langkah"] if step["nilai"]] == ["33.3330"]
    empty = json.loads(dumps_laporan(compute_capaian(tree, [], 2025)))["baris"][0]
    assert (empty["capaian"], empty["alasan"], empty["tercapai"]) == (None, "belum_ada_realisasi", None)


def test_classes_of_a_result() -> None:
    """Whoever adds a field to a result finds these tests."""
    assert [field.name for field in attrs.fields(Capaian)] == [
        "target", "realisasi", "polaritas", "kebijakan", "nilai", "mentah", "alasan", "rujukan",
    ]  # fmt: skip
