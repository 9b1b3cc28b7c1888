"""JSON and back: exact, strict, and every problem listed with its path."""

from __future__ import annotations

import copy
import datetime as dt
import errno
import gc
import json
import os
import pickle
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalimat import find_english
from sakip.angka import Angka, Isian, JenisKosong, Kosong, Sebab, TakTerbaca
from sakip.errors import BerkasError, SakipError, SerialisasiError, VersiError
from sakip.kode import Kode, KodeLain
from sakip.model import (
    CSF,
    SIMPUL,
    AnySimpul,
    Atasan,
    Butir,
    Dasar,
    Indikator,
    Jabatan,
    JenisRelasi,
    JenisUjung,
    Komponen,
    Outcome,
    Pagu,
    Program,
    Relasi,
    SubKegiatan,
    Target,
)
from sakip.pohon import PohonKinerja
from sakip.rumus import RUMUS, Agregasi, Indeks, Predikat
from sakip.serialization import MIGRASI, VERSI, _json, dumps, loads, migrate, read_json, write_json
from strategies import SEDIKIT
from strategies_pohon import pohon

SKEMA = Path(__file__).parent / "data" / "skema"
V0, V1 = sorted((SKEMA / "v0").glob("*.json")), sorted((SKEMA / "v1").glob("*.json"))


def isi(tree: PohonKinerja) -> str:
    """All that a tree holds, to the last digit and in its order; equality forgives 1.0 for 1."""
    places = [(node, tree.parent(node.id)) for node in tree]
    head = (tree.nama, tree.jenis, tree.periode, tree.instansi, tree.kebijakan)
    return repr((head, places, dict(tree.jabatan), tree.relasi))


# --- there and back -------------------------------------------------------------


@given(pohon(max_size=4))
@SEDIKIT
def test_the_short_way_and_the_long_way_give_the_same_tree(tree: PohonKinerja) -> None:
    """A file in order is read the short way; the long way, which says what is wrong, agrees with it."""
    text = dumps(tree)
    short, long = _json._load_quickly(text), _json._build(migrate(_json._parse(text)))
    assert short is not None
    assert isi(short) == isi(long) == isi(tree)


@given(pohon(max_size=4))
@SEDIKIT
def test_any_tree_comes_back(tree: PohonKinerja) -> None:
    """A tree of anything comes back equal, to the last digit, the last remark, the last order."""
    text = dumps(tree)
    back = loads(text)
    assert back == tree
    assert isi(back) == isi(tree)
    assert dumps(back) == text
    assert loads(text.encode()) == tree


@given(pohon(ringan=True, max_size=8), st.randoms(use_true_random=False))
@SEDIKIT
def test_the_order_of_lines_does_not_matter(tree: PohonKinerja, chance: Any) -> None:
    """Children may come before their parents: every node is where it was."""
    document = json.loads(dumps(tree))
    chance.shuffle(document["simpul"])
    back = loads(json.dumps(document))
    assert {node.id: node for node in back} == {node.id: node for node in tree}
    assert {node.id: back.parent(node.id) for node in back} == {n.id: tree.parent(n.id) for n in tree}


def test_children_before_parents() -> None:
    """A file that lists the child first is read, and is written parents first."""
    tree = loads(dokumen([{"jenis": "csf", "id": "C1", "induk": "O1"}, {"jenis": "outcome", "id": "O1"}]))
    assert [node.id for node in tree] == ["O1", "C1"]
    assert dumps(tree).index('"O1"') < dumps(tree).index('"C1"')


@pytest.mark.parametrize(
    "digits", ["1", "1.0", "1.00", "93.590", "0.10", "-0.50", "1E+3", "1E-10", "0.00", "0"]
)
def test_digits_are_kept(digits: str) -> None:
    """A number comes back with the digits it was given, zeros at the end included."""
    tree = PohonKinerja("Contoh")
    kpi = Indikator(
        id="IK",
        nama="Indeks",
        rumus=Indeks({"bagian": max(Decimal(digits), Decimal("1.000"))}),
        target=[Target("2025", Angka(Decimal(digits), "%", "tercetak"))],
    )
    tree.add(Outcome("O1", indikator=kpi))
    back = loads(dumps(tree)).indikator("IK")
    assert repr(back) == repr(kpi)


def test_what_a_document_printed_is_kept() -> None:
    """Printed text, unread values, remarks, versions with their dates, and the width of a code stay."""
    tree = PohonKinerja("Contoh")
    cells: list[Isian] = [
        TakTerbaca("13.2918.000", Sebab.PENGELOMPOKAN),
        Kosong(JenisKosong.STRIP, "–"),
        Kosong(JenisKosong.GALAT, "#DIV/0!"),
    ]
    target = [Target("2025", cell, f"v{number}", dt.date(2025, 2, 28)) for number, cell in enumerate(cells)]
    tree.add(
        SubKegiatan(
            "S1",
            kode="1.06.04.2.01.01",
            indikator=Indikator(id="IK", nama="x", target=target),
            pagu=[
                Pagu("2025", None, teks="1.25O.000"),
                Pagu("2025", 5, versi="p", berlaku=dt.date(2025, 9, 1)),
            ],
            keterangan="baris 12\nhalaman 3",
            lain=[("Kolom", "a"), ("Kolom", "b")],
        )
    )
    tree.add(Program("P1", kode=KodeLain("1.06.04")))
    back = loads(dumps(tree))
    assert isi(back) == isi(tree)
    assert str(back.find(jenis="sub_kegiatan")[0].kode) == "1.06.04.2.01.01"  # type: ignore[union-attr]
    assert [item.id for item in back.find(kode="1.06.04")] == []


def test_unknown_superior_is_not_none() -> None:
    """A superior that is unknown, none, or named comes back as that, whatever its name."""
    tree = PohonKinerja("Contoh")
    for number, superior in enumerate((*Atasan, "tidak_ada", "J0")):
        tree.add_jabatan(Jabatan(id=f"J{number}", nama="Kepala", atasan=superior))
    back = loads(dumps(tree))
    assert [post.atasan for post in back.jabatan.values()] == [*Atasan, "tidak_ada", "J0"]


def test_one_object_a_line() -> None:
    """Each node, post and link has a line of its own, so that versions compare line by line."""
    text = (SKEMA / "v1" / "pemda.json").read_text(encoding="utf-8")
    tree = loads(text)
    rows = [line for line in text.splitlines() if line.startswith("{") and line != "{"]
    assert len(rows) == len(tree) + len(tree.jabatan) + len(tree.relasi)
    node = tree["S2"]
    tree.replace(type(node)("S2", nama="Lain"))  # type: ignore[call-arg]
    changed = set(text.splitlines()) ^ set(dumps(tree).splitlines())
    assert len(changed) == 2


# --- the frozen samples ---------------------------------------------------------


@pytest.mark.parametrize("path", V1, ids=lambda path: path.name)
def test_samples_of_this_version(path: Path) -> None:
    """Each sample is read, and written again byte for byte."""
    assert dumps(read_json(path)).encode() == path.read_bytes()


@pytest.mark.parametrize("path", V0, ids=lambda path: path.name)
def test_samples_of_version_0(path: Path, tmp_path: Path) -> None:
    """Each nested sample is read; every node stands where it was nested; written, it is of this version."""
    tree = read_json(path)
    nested = json.loads(path.read_text(encoding="utf-8"))["simpul"]

    def compare(rows: list[Any], nodes: tuple[AnySimpul, ...]) -> int:
        assert [row["id"] for row in rows] == [node.id for node in nodes]
        below = sum(compare(row.get("anak", []), tree.children(row["id"])) for row in rows)
        return below + len(rows)

    assert compare(nested, tree.roots) == len(tree)
    write_json(tree, tmp_path / "baru.json")
    assert json.loads((tmp_path / "baru.json").read_text(encoding="utf-8"))["versi"] == VERSI
    assert isi(read_json(tmp_path / "baru.json")) == isi(tree)


def test_samples_hold_every_class() -> None:
    """The samples have every kind of node, formula, cell, link and end, so that none can break unseen."""
    trees = [read_json(path) for path in V1]
    nodes = [node for tree in trees for node in tree]
    kpi = [item for node in nodes for item in node.indikator]
    assert {node.jenis for node in nodes} == set(SIMPUL)
    assert {type(item.rumus) for item in kpi} == {*RUMUS.values(), type(None)}
    cells = {type(target.nilai).__name__ for item in kpi for target in item.target}
    assert cells == {"Angka", "Rentang", "Batas", "Rasio", "Kategori", "Tanggal", "Kosong", "TakTerbaca"}
    assert {item.agregasi for item in kpi} >= {Agregasi.GABUNGAN, None}
    assert any(isinstance(item.rumus, Predikat) and item.rumus.nilai for item in kpi)
    assert any(item.terburuk is not None and item.terbaik is not None for item in kpi)
    rules = [tree.kebijakan for tree in trees if tree.kebijakan is not None]
    assert any(rule.skala is not None and rule.konversi is not None for rule in rules)
    links = [link for tree in trees for link in tree.relasi]
    assert {link.jenis for link in links} == set(JenisRelasi)
    assert {end.jenis for link in links for end in (link.dari, link.ke)} == set(JenisUjung)
    assert {tree.jenis.value for tree in trees} == {"pemda", "kementerian_lembaga", "bebas"}
    codes = {type(node.kode) for node in nodes if isinstance(node, Komponen)}
    assert codes == {Kode, KodeLain, type(None)}


# --- what is refused, and where -------------------------------------------------


def dokumen(simpul: object = None, **more: object) -> str:
    head = {"format": "sakip-pohon", "versi": 1, "nama": "Contoh", "simpul": [] if simpul is None else simpul}
    return json.dumps({**head, **more})


def simpul(**more: object) -> str:
    """A document of one outcome with these fields."""
    return dokumen([{"jenis": "outcome", "id": "O1", **more}])


def program(**more: object) -> str:
    return dokumen([{"jenis": "program", "id": "P1", **more}])


def indikator(**more: object) -> str:
    return simpul(indikator=[{"id": "IK", "nama": "x", **more}])


def target(**more: object) -> str:
    row = {"periode": "2025", "nilai": {"isian": "angka", "nilai": "1"}, **more}
    return indikator(target=[row])


def nilai(isian: object) -> str:
    return target(nilai=isian)


def relasi(**more: object) -> str:
    nodes = [{"jenis": "outcome", "id": "O1"}, {"jenis": "outcome", "id": "O2"}]
    return dokumen(nodes, relasi=[{"jenis": "dukungan", "dari": "simpul:O1", "ke": "simpul:O2", **more}])


O1 = {"jenis": "outcome", "id": "O1"}
IK = "$.simpul[0].indikator[0]"
TG = f"{IK}.target[0]"
CACAT: dict[str, tuple[str, list[tuple[str, str]]]] = {
    # not of this format
    "empty": ("", [("$", "it is no JSON: Expecting value")]),
    "broken": ('{"format"', [("$", "it is no JSON")]),
    "list": ("[]", [("$.format", "an object whose format is 'sakip-pohon'")]),
    "number": ("5", [("$.format", "an object whose format")]),
    "other format": ('{"format": "geojson"}', [("$.format", "an object whose format")]),
    "bom": ("\ufeff{}", [("$", "it is no JSON: Unexpected UTF-8 BOM")]),
    "key twice": ('{"a": 1, "b": 2, "a": 1}', [("$", "the field 'a' stands twice in one object")]),
    "nan": ('{"a": NaN}', [("$", "NaN is no number")]),
    "infinity": ('{"a": [-Infinity]}', [("$", "-Infinity is no number")]),
    "too deep": ("[" * 100_000, [("$", "it is nested too deeply")]),
    "too long a number": ('{"versi": ' + "9" * 5000 + "}", [("$", "it is no JSON")]),
    # the head
    "no version": (
        '{"format": "sakip-pohon"}',
        [("$.versi", "a whole number up to 1 is expected, not None")],
    ),
    "version true": (dokumen(versi=True), [("$.versi", "not True")]),
    "version text": (dokumen(versi="1"), [("$.versi", "not '1'")]),
    "version below": (dokumen(versi=-1), [("$.versi", "not -1")]),
    "version float": (dokumen(versi=1.0), [("$.versi", "not 1.0")]),
    "name and nodes missing": (
        '{"format": "sakip-pohon", "versi": 1}',
        [("$.nama", "required field is missing"), ("$.simpul", "required field is missing")],
    ),
    "unknown field": (dokumen(catatan=1), [("$.catatan", "unknown field")]),
    "name": (dokumen(nama=5), [("$.nama", "a text is expected, not 5")]),
    "kind": (dokumen(jenis="kota"), [("$.jenis", "'pemda', 'kementerian_lembaga', 'bebas' is expected")]),
    "kind list": (dokumen(jenis=["pemda"]), [("$.jenis", "not ['pemda']")]),
    "period": (dokumen(periode="kapan"), [("$.periode", "'kapan' is not a period")]),
    "period number": (dokumen(periode=2025), [("$.periode", "a period as text is expected, not 2025")]),
    "period null": (dokumen(periode=None), [("$.periode", "a period as text")]),
    "period loose": (dokumen(periode="TW I 2025"), [("$.periode", "'2025-TW1' is expected")]),
    "institution": (dokumen(instansi="Dinas"), [("$.instansi", "an object is expected, not 'Dinas'")]),
    "institution list": (dokumen(instansi=[]), [("$.instansi", "an object is expected, not []")]),
    "policy": (dokumen(kebijakan="LKJIP"), [("$.kebijakan", "an object is expected, not 'LKJIP'")]),
    "policy null": (dokumen(kebijakan=None), [("$.kebijakan", "an object is expected, not None")]),
    "policy without source": (
        dokumen(kebijakan={"nama": "x"}),
        [("$.kebijakan.acuan", "required field is missing")],
    ),
    "policy setting": (
        dokumen(kebijakan={"nama": "x", "acuan": "", "turun": "x", "stabil": "x", "warna": 1}),
        [
            ("$.kebijakan.turun", "'selisih', 'rasio' is expected"),
            ("$.kebijakan.stabil", "'simpangan', 'batas' is expected"),
            ("$.kebijakan", "unknown field warna"),
        ],
    ),
    "policy bands": (
        dokumen(
            kebijakan={"nama": "x", "acuan": "", "skala": {"nama": "s", "acuan": "", "pita": [{"bawah": 5}]}}
        ),
        [
            ("$.kebijakan.skala.pita[0].bawah", "a number as text is expected, not 5"),
            ("$.kebijakan.skala.pita[0].label", "required field is missing"),
        ],
    ),
    "policy bounds": (
        dokumen(kebijakan={"nama": "x", "acuan": "", "batas_atas": "1", "batas_bawah": "2"}),
        [("$.kebijakan", "Kebijakan.batas_bawah is 2: at most batas_atas (1)")],
    ),
    "unit": (
        dokumen(instansi={"nama": "Dinas", "unit": [{"id": "u"}]}),
        [("$.instansi.unit[0].nama", "required field is missing")],
    ),
    "nodes": (dokumen({"O1": {}}), [("$.simpul", "a list is expected, not {'O1'")]),
    "posts": (dokumen(jabatan="kadis"), [("$.jabatan", "a list is expected, not 'kadis'")]),
    "links": (dokumen(relasi=None), [("$.relasi", "a list is expected, not None")]),
    # nodes
    "node no object": (
        dokumen([5, "outcome", None, []]),
        [
            (f"$.simpul[{number}]", "an object with jenis is expected, one of outcome, ")
            for number in range(4)
        ],
    ),
    "node no kind": (dokumen([{"id": "O1"}]), [("$.simpul[0]", "an object with jenis")]),
    "node unknown kind": (dokumen([{"jenis": "renstra", "id": "R"}]), [("$.simpul[0]", "'renstra'")]),
    "node kind list": (dokumen([{"jenis": ["csf"], "id": "R"}]), [("$.simpul[0]", "an object with jenis")]),
    "node no id": (dokumen([{"jenis": "csf"}]), [("$.simpul[0].id", "required field is missing")]),
    "node id empty": (simpul(id=""), [("$.simpul[0]", "Outcome.id is '': a non-empty text")]),
    "node id number": (simpul(id=7), [("$.simpul[0].id", "a text is expected, not 7")]),
    "node unknown field": (simpul(b=1, a=2), [("$.simpul[0]", "unknown field a, b")]),
    "node field of another kind": (simpul(pagu=[]), [("$.simpul[0]", "unknown field pagu")]),
    "node text null": (simpul(uraian=None), [("$.simpul[0].uraian", "a text is expected, not None")]),
    "parent number": (
        simpul(induk=5),
        [("$.simpul[0].induk", "the id of a node or null is expected, not 5")],
    ),
    "parent list": (simpul(induk=[]), [("$.simpul[0].induk", "not []")]),
    "parent unknown": (simpul(induk="X"), [("$.simpul[0]", "no simpul 'X' in the tree 'Contoh'")]),
    "parent empty": (simpul(induk=""), [("$.simpul[0]", "no simpul ''")]),
    "parent itself": (simpul(induk="O1"), [("$.simpul[0]", "no simpul 'O1'")]),
    "duplicate": (dokumen([O1, O1]), [("$.simpul[1]", "'O1': the id is taken")]),
    "circle": (
        dokumen([{**O1, "induk": "O2"}, {**O1, "id": "O2", "induk": "O1"}, {**O1, "id": "O3"}]),
        [("$.simpul[0]", "no simpul 'O2'"), ("$.simpul[1]", "no simpul 'O1'")],
    ),
    "place": (
        dokumen([{"jenis": "sub_kegiatan", "id": "S1", "induk": "O1"}, O1]),
        [
            (
                "$.simpul[0]",
                "'S1': a sub_kegiatan may stand under kegiatan, kondisi_antara or as a root, not under",
            )
        ],
    ),
    "kind of another institution": (dokumen([{"jenis": "ro", "id": "R"}]), [("$.simpul[0]", "has no ro")]),
    "indikator twice": (
        dokumen([{**O1, "id": id, "indikator": [{"id": "IK", "nama": "x"}]} for id in ("A", "B")]),
        [("$.simpul[1]", "'IK': the id is taken by an indikator of 'A'")],
    ),
    "list of nodes of indikator": (
        simpul(indikator={}),
        [("$.simpul[0].indikator", "a list is expected, not {}")],
    ),
    "list null": (simpul(sebutan=None), [("$.simpul[0].sebutan", "a list is expected, not None")]),
    "pairs as object": (simpul(lain={"ab": "c"}), [("$.simpul[0].lain", "a list is expected")]),
    "pair as text": (simpul(lain=["ab"]), [("$.simpul[0].lain[0]", "a list is expected, not 'ab'")]),
    "pair of three": (
        simpul(lain=[["a", "b", "c"]]),
        [("$.simpul[0].lain[0]", "a list of 2 is expected, not of 3")],
    ),
    "pair of a number": (
        simpul(lain=[["a", "b"], ["a", 5]]),
        [("$.simpul[0].lain[1][1]", "a text is expected")],
    ),
    "grounds": (simpul(dasar=[]), [("$.simpul[0].dasar", "an object is expected, not []")]),
    "grounds deep": (
        simpul(dasar={"mandat": [{"teks": "a", "rincian": [{"teks": "b"}, {"nomor": "1"}]}]}),
        [("$.simpul[0].dasar.mandat[0].rincian[1].teks", "required field is missing")],
    ),
    # components
    "code": (program(kode="1.6.4"), [("$.simpul[0].kode", "'1.6.4' is not a nomenclature code")]),
    "code number": (program(kode=1.06), [("$.simpul[0].kode", "a code as text is expected, not 1.06")]),
    "code loose": (
        program(kode=" 1.06.04. "),
        [("$.simpul[0].kode", "'1.06.04' is expected, not ' 1.06.04. '")],
    ),
    "other code number": (
        program(kode={"teks": 5}),
        [("$.simpul[0].kode", "a code as text is expected, not 5")],
    ),
    "other code field": (program(kode={"teks": "a", "b": 1}), [("$.simpul[0].kode", "a code as text")]),
    "origin of code": (program(asal_kode="x"), [("$.simpul[0].asal_kode", "'tercetak', 'ditetapkan'")]),
    "money text": (
        program(pagu=[{"periode": "2025", "jumlah": "5"}]),
        [("$.simpul[0].pagu[0].jumlah", "whole number")],
    ),
    "money float": (
        program(pagu=[{"periode": "2025", "jumlah": 5.0}]),
        [("$.simpul[0].pagu[0].jumlah", "5.0")],
    ),
    "money true": (
        program(pagu=[{"periode": "2025", "jumlah": True}]),
        [("$.simpul[0].pagu[0].jumlah", "True")],
    ),
    "money huge": (program(pagu=[{"periode": "2025", "jumlah": 10**4000}]), [("$.simpul[0].pagu[0]", "")]),
    "money infinite": (
        program(pagu=[{"periode": "2025", "jumlah": 0}]).replace(": 0}", ": 1e999}"),
        [("$.simpul[0].pagu[0].jumlah", "a whole number is expected, not inf")],
    ),
    "money twice": (
        program(pagu=[{"periode": "2025", "jumlah": 1}, {"periode": "2025", "jumlah": 2}]),
        [("$.simpul[0]", "one value for each period and version")],
    ),
    # indikator, targets, values
    "indikator no object": (simpul(indikator=[5]), [(IK, "an object is expected, not 5")]),
    "flag": (indikator(iku="ya"), [(f"{IK}.iku", "true or false is expected, not 'ya'")]),
    "flag number": (indikator(iku=1), [(f"{IK}.iku", "true or false is expected, not 1")]),
    "direction": (indikator(polaritas="up"), [(f"{IK}.polaritas", "'naik', 'turun', 'stabil', 'rentang'")]),
    "aggregation": (indikator(agregasi="sum"), [(f"{IK}.agregasi", "'jumlah', 'nilai_akhir'")]),
    "texts as text": (indikator(sumber_data="BPS"), [(f"{IK}.sumber_data", "a list is expected, not 'BPS'")]),
    "formula text": (
        indikator(rumus="persen"),
        [(f"{IK}.rumus", "one of persen, jumlah, indeks, ikm, ipm, nilai, predikat")],
    ),
    "formula unknown": (indikator(rumus={"jenis": "akar"}), [(f"{IK}.rumus", "an object with jenis")]),
    "formula list": (indikator(rumus={"jenis": []}), [(f"{IK}.rumus", "an object with jenis")]),
    "formula field": (indikator(rumus={"jenis": "nilai", "x": 1}), [(f"{IK}.rumus", "unknown field x")]),
    "scale of three": (
        indikator(rumus={"jenis": "indeks", "skala": ["1", "2", "3"]}),
        [(f"{IK}.rumus.skala", "a list of 2")],
    ),
    "scale upside down": (
        indikator(rumus={"jenis": "indeks", "skala": ["4", "1"]}),
        [(f"{IK}.rumus", "Indeks.skala")],
    ),
    "scale as text": (
        indikator(rumus={"jenis": "predikat", "skala": "ABC"}),
        [(f"{IK}.rumus.skala", "a list")],
    ),
    "target version": (target(versi=""), [(TG, "Target.versi is ''")]),
    "target period": (target(periode="2025-TW5"), [(f"{TG}.periode", "not a period")]),
    "target period loose": (
        target(periode="2025-Q1"),
        [(f"{TG}.periode", "'2025-TW1' is expected, not '2025-Q1'")],
    ),
    "date": (
        target(berlaku="kemarin"),
        [(f"{TG}.berlaku", "a date such as 2025-01-31 is expected, not 'kemarin'")],
    ),
    "date loose": (target(berlaku="20250131"), [(f"{TG}.berlaku", "a date such as 2025-01-31 is expected")]),
    "date number": (target(berlaku=20250131), [(f"{TG}.berlaku", "a date as text is expected")]),
    "date of no calendar": (
        target(berlaku="2025-02-30"),
        [(f"{TG}.berlaku", "a date such as 2025-01-31 is expected")],
    ),
    "value text": (nilai("93,59"), [(f"{TG}.nilai", "an object with isian is expected, one of angka, ")]),
    "value null": (nilai(None), [(f"{TG}.nilai", "an object with isian")]),
    "value unknown": (nilai({"isian": "kira-kira"}), [(f"{TG}.nilai", "an object with isian")]),
    "value missing": (nilai({"isian": "angka"}), [(f"{TG}.nilai.nilai", "required field is missing")]),
    "number as number": (
        nilai({"isian": "angka", "nilai": 93.59}),
        [(f"{TG}.nilai.nilai", "a number as text")],
    ),
    "number printed": (
        nilai({"isian": "angka", "nilai": "93,59"}),
        [(f"{TG}.nilai.nilai", 'such as "93.59"')],
    ),
    "number of other digits": (
        nilai({"isian": "angka", "nilai": "٣"}),
        [(f"{TG}.nilai.nilai", "number as text")],
    ),
    "number nan": (nilai({"isian": "angka", "nilai": "NaN"}), [(f"{TG}.nilai.nilai", "number as text")]),
    "number huge": (nilai({"isian": "angka", "nilai": "1E999999"}), [(f"{TG}.nilai", "")]),
    "number beyond": (
        nilai({"isian": "angka", "nilai": "1E" + "9" * 30}),
        [(f"{TG}.nilai.nilai", "exponent")],
    ),
    "number of many digits": (nilai({"isian": "angka", "nilai": "9" * 9000}), [(f"{TG}.nilai", "")]),
    "range upside down": (nilai({"isian": "rentang", "bawah": "2", "atas": "1"}), [(f"{TG}.nilai", "")]),
    "sign": (
        nilai({"isian": "batas", "tanda": "=", "nilai": "1"}),
        [(f"{TG}.nilai.tanda", "'≥', '>', '≤', '<'")],
    ),
    "reason": (nilai({"isian": "tak_terbaca", "teks": "x", "sebab": "x"}), [(f"{TG}.nilai.sebab", "one of")]),
    "note": (
        nilai({"isian": "angka", "nilai": "1", "catatan": ["x"]}),
        [(f"{TG}.nilai.catatan[0]", "one of")],
    ),
    # posts
    "posts no object": (
        dokumen(jabatan=[5, []]),
        [("$.jabatan[0]", "an object"), ("$.jabatan[1]", "an object")],
    ),
    "post name": (dokumen(jabatan=[{"id": "J"}]), [("$.jabatan[0].nama", "required field is missing")]),
    "post superior": (
        dokumen(jabatan=[{"id": "J", "nama": "x", "atasan": 5}]),
        [("$.jabatan[0].atasan", "the id of a jabatan")],
    ),
    "post its own": (
        dokumen(jabatan=[{"id": "J", "nama": "x", "atasan": "J"}]),
        [("$.jabatan[0]", "its own atasan")],
    ),
    "post twice": (
        dokumen(jabatan=[{"id": "J", "nama": "x"}, {"id": "K", "nama": "x"}, {"id": "J", "nama": "y"}]),
        [("$.jabatan[2]", "'J': the id is taken")],
    ),
    "posts in a circle": (
        dokumen(jabatan=[{"id": "J", "nama": "x", "atasan": "K"}, {"id": "K", "nama": "x", "atasan": "J"}]),
        [("$.jabatan[1]", "'K': a jabatan may not be its own atasan")],
    ),
    # links
    "end unknown": (relasi(ke="simpul:O9"), [("$.relasi[0]", "no simpul 'O9' in the tree")]),
    "end of no kind": (relasi(ke="O2"), [("$.relasi[0].ke", "'simpul:O2' is expected, not 'O2'")]),
    "end empty": (relasi(ke="jabatan:"), [("$.relasi[0].ke", "Ujung.id is ''")]),
    "end number": (relasi(dari=5), [("$.relasi[0].dari", "an end such as simpul:K1 as text is expected")]),
    "link kind": (relasi(jenis="induk"), [("$.relasi[0].jenis", "'penugasan', 'penerjemahan'")]),
    "weight": (relasi(bobot=0.5), [("$.relasi[0].bobot", "a number as text is expected, not 0.5")]),
    "link of a node to a node": (
        relasi(jenis="penugasan"),
        [("$.relasi[0]", "leads from a simpul to a jabatan")],
    ),
    "link twice": (
        dokumen([O1], relasi=[{"jenis": "dukungan", "dari": "simpul:O1", "ke": "luar:Bappeda"}] * 2),
        [("$.relasi[1]", "already")],
    ),
    # version 0
    "nested children": (
        dokumen([{**O1, "anak": {}}], versi=0),
        [("$.simpul[0].anak", "a list of nodes is expected")],
    ),
    "nested no object": (dokumen([{**O1, "anak": [5]}], versi=0), [("$.simpul[1]", "an object with jenis")]),
    "flat in version 0": (
        dokumen([{**O1, "induk": None}], versi=0),
        [("$.simpul[0]", "unknown field induk")],
    ),
    "nested no id": (
        dokumen([{**O1, "anak": [{"jenis": "csf"}]}], versi=0),
        [("$.simpul[1].id", "required field is missing")],
    ),
}


@pytest.mark.parametrize("nama", CACAT)
def test_every_problem_is_named_with_its_path(nama: str) -> None:
    """A malformed document is refused with exactly these places, each with what is wrong there."""
    text, expected = CACAT[nama]
    with pytest.raises(SerialisasiError) as caught:
        loads(text)
    assert [path for path, _ in caught.value.masalah] == [path for path, _ in expected]
    for (path, message), (_, part) in zip(caught.value.masalah, expected, strict=True):
        assert part in message
        assert message
        assert path in str(caught.value)
        assert path in caught.value.kalimat
    assert len(caught.value.alasan) == len(caught.value.masalah)
    assert not find_english(caught.value.kalimat)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


def test_all_problems_are_listed() -> None:
    """Problems of form come in one list, over nodes, posts and links, and so do broken rules."""
    form = dokumen(
        [{"jenis": "csf"}, {**O1, "uraian": 5, "indikator": [{"id": "IK"}], "x": 1}],
        nama=[],
        jabatan=[{"id": "J"}],
        relasi=[{"jenis": "x", "dari": "simpul:O1", "ke": "simpul:O2"}],
        warna="biru",
    )
    with pytest.raises(SerialisasiError) as caught:
        loads(form)
    assert {path for path, _ in caught.value.masalah} == {
        "$.nama",
        "$.warna",
        "$.simpul[0].id",
        "$.simpul[1]",
        "$.simpul[1].uraian",
        "$.simpul[1].indikator[0].nama",
        "$.jabatan[0].nama",
        "$.relasi[0].jenis",
    }
    assert str(caught.value).startswith("8 problems\n  $.")
    rules = dokumen(
        [O1, O1, {"jenis": "csf", "id": "C1", "induk": "X"}, {"jenis": "csf", "id": "C2", "induk": "O1"}],
        jabatan=[{"id": "J", "nama": "x", "atasan": "J"}],
        relasi=[{"jenis": "dukungan", "dari": "simpul:C2", "ke": "jabatan:J"}],
    )
    with pytest.raises(SerialisasiError) as caught:
        loads(rules)
    paths = [path for path, _ in caught.value.masalah]
    assert paths == ["$.jabatan[0]", "$.simpul[1]", "$.simpul[2]", "$.relasi[0]"]


def test_indexes_are_those_of_the_file() -> None:
    """The number in a path counts the lines as they stand in the file, whatever order they are added in."""
    text = dokumen([{"jenis": "csf", "id": "C1", "induk": "P1"}, {"jenis": "program", "id": "P1"}, O1])
    with pytest.raises(SerialisasiError) as caught:
        loads(text)
    assert [path for path, _ in caught.value.masalah] == ["$.simpul[0]"]


def test_newer_version_is_refused_with_its_number() -> None:
    """A file of the future is refused by version, before its unknown fields are complained about."""
    with pytest.raises(VersiError) as caught:
        loads(dokumen(versi=7, warna="biru"))
    assert (caught.value.versi, caught.value.didukung) == (7, VERSI)
    assert "upgrade sakip" in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


# --- migration ------------------------------------------------------------------


def test_migration_leaves_its_argument_alone() -> None:
    """A document of an old version becomes one of this version, and itself stays what it was."""
    old = json.loads((SKEMA / "v0" / "pemda.json").read_text(encoding="utf-8"))
    before = copy.deepcopy(old)
    new = migrate(old)
    assert old == before
    assert new["versi"] == VERSI
    assert all("anak" not in row for row in new["simpul"])
    assert migrate(new) == new


def test_every_old_version_has_a_migration() -> None:
    """There is a way from every version to this one, and samples of each."""
    assert set(MIGRASI) == set(range(VERSI))
    assert {path.name for path in SKEMA.iterdir()} == {f"v{number}" for number in range(VERSI + 1)}
    assert all((V0, V1))


@given(pohon(max_size=4))
@SEDIKIT
def test_nested_and_flat_are_the_same_tree(tree: PohonKinerja) -> None:
    """A tree nested as version 0 did is the tree itself."""
    document = json.loads(dumps(tree))
    rows = {row["id"]: row for row in document["simpul"]}
    document["simpul"] = [row for row in rows.values() if row["induk"] is None]
    for row in rows.values():
        row["anak"] = [below for below in rows.values() if below.get("induk") == row["id"]]
    for row in rows.values():
        del row["induk"]
    assert isi(loads(json.dumps({**document, "versi": 0}))) == isi(tree)


@pytest.mark.parametrize("rest", [{}, {"simpul": {}}, {"simpul": None}])
def test_version_0_without_nodes(rest: dict[str, Any]) -> None:
    """A list that is not there, or is none, is missed in version 0 too and not made up."""
    with pytest.raises(SerialisasiError) as caught:
        loads(json.dumps({"format": "sakip-pohon", "versi": 0, "nama": "x", **rest}))
    assert [path for path, _ in caught.value.masalah] == ["$.simpul"]


@given(pohon(max_size=4))
@SEDIKIT
def test_lines_are_plain_json(tree: PohonKinerja) -> None:
    """Every line is what any encoder makes of its content: nothing escaped that need not be, no blanks."""
    for line in dumps(tree).splitlines():
        row = line.removesuffix(",")
        if row.startswith("{") and row != "{":
            assert row == json.dumps(json.loads(row), ensure_ascii=False, separators=(",", ":"))


# --- hostile input --------------------------------------------------------------

_SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(sorted(SIMPUL))
)
_KEYS = st.sampled_from(
    [
        "id",
        "jenis",
        "nama",
        "induk",
        "simpul",
        "relasi",
        "dari",
        "ke",
        "indikator",
        "target",
        "isian",
        "nilai",
    ]
)
JSON_VALUES: st.SearchStrategy[Any] = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(_KEYS | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)


def read_or_refuse(text: str | bytes) -> PohonKinerja | None:
    """What was read; nothing but a SakipError leaves, and it says what is wrong."""
    try:
        tree = loads(text)
    except SakipError as error:
        if not str(error):
            pytest.fail("an error without words")
        return None
    return tree


@given(JSON_VALUES)
@SEDIKIT
def test_any_json_value_is_refused_in_words(value: Any) -> None:
    """Whatever JSON holds, alone or in the place of any part, is read or refused."""
    assert read_or_refuse(json.dumps(value)) is None
    for key in ("nama", "jenis", "periode", "instansi", "kebijakan", "jabatan", "simpul", "relasi"):
        read_or_refuse(dokumen(**{key: value}))
        read_or_refuse(dokumen(**{key: [value]}))
    read_or_refuse(dokumen([value], versi=0))


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a JSON value that could hold something else."""
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    found: list[tuple[Any, Any]] = [(value, key) for key in keys]
    for key in keys:
        found += _places(value[key])
    return found


@given(pohon(max_size=2), JSON_VALUES, st.data())
@SEDIKIT
def test_any_part_of_a_tree_may_be_anything(tree: PohonKinerja, value: Any, data: st.DataObject) -> None:
    """A file with one part swapped is refused, or read as a tree that is written and read again."""
    document = json.loads(dumps(tree))
    holder, key = data.draw(st.sampled_from(_places(document)))
    holder[key] = value
    back = read_or_refuse(json.dumps(document))
    if back is not None:
        assert isi(loads(dumps(back))) == isi(back)


@given(st.text() | st.binary())
@SEDIKIT
def test_any_text_or_bytes(text: str | bytes) -> None:
    """Text that is no tree is refused as such."""
    assert read_or_refuse(text) is None


@pytest.mark.parametrize("value", [None, 5, ["{}"], {"format": "sakip-pohon"}])
def test_what_is_no_text_is_refused(value: Any) -> None:
    """loads takes text or bytes and nothing else."""
    with pytest.raises(SerialisasiError, match="it is no JSON"):
        loads(value)


def test_bytes_with_a_mark_are_read() -> None:
    """The mark that some editors put before UTF-8 is passed over; other encodings are refused."""
    tree = read_json(SKEMA / "v1" / "bebas.json")
    text = dumps(tree)
    assert loads(text.encode("utf-8-sig")) == tree
    with pytest.raises(SerialisasiError):
        loads(text.encode("utf-16"))
    with pytest.raises(SerialisasiError):
        loads(b"\xff" + text.encode())


def test_file_with_a_mark_is_read(tmp_path: Path) -> None:
    """A file that begins with that mark is read too."""
    tree = read_json(SKEMA / "v1" / "bebas.json")
    (tmp_path / "a.json").write_bytes(dumps(tree).encode("utf-8-sig"))
    assert read_json(tmp_path / "a.json") == tree


def grounds(depth: int, leaf: str = '{"teks":"z"}') -> str:
    """A document whose grounds are nested, built as text because the encoder would not."""
    rows = '{"teks":"a","rincian":[' * depth + leaf + "]}" * depth
    return dokumen([{**O1, "dasar": {"mandat": [0]}}]).replace("[0]", f"[{rows}]")


def test_nested_grounds() -> None:
    """Grounds nested as no document nests them are read and written; hundreds of levels are refused."""
    tree = loads(grounds(60))
    assert loads(dumps(tree)) == tree
    for depth in (180, 250, 330, 400, 600, 900):
        for leaf in ('{"teks":"z"}', '{"teks":5}', "[]"):
            read_or_refuse(grounds(depth, leaf))
    with pytest.raises(SerialisasiError, match="it is nested too deeply"):
        loads(grounds(600))
    with pytest.raises(SerialisasiError):
        loads(grounds(100_000))


def test_errors_are_short() -> None:
    """A message shows a value as far as a reader needs it, however long or deep the value is."""
    values: list[Any] = ["x" * 10_000, [[["x"] * 1000] * 1000], {"a" * 1000: {"b": {"c": {}}}}, 10**4000]
    for value in values:
        with pytest.raises(SerialisasiError) as caught:
            loads(simpul(uraian=value, indikator=value))
        assert len(str(caught.value)) < 600


def test_little_stack_is_no_wrong_answer() -> None:
    """Called from deep within a program, it reads, or says that it is too deep; a sound file is never at fault."""
    text = simpul(dasar={"mandat": [{"teks": "a", "rincian": [{"teks": "b"}]}]})
    faults: set[str] = set()

    def dive(levels: int) -> None:
        if levels:
            dive(levels - 1)
        else:
            loads(text)

    for levels in range(sys.getrecursionlimit()):
        try:
            dive(levels)
        except RecursionError:
            continue
        except SerialisasiError as error:
            faults |= {message for _, message in error.masalah}
    assert faults <= {"it is nested too deeply"}
    assert gc.isenabled()


def deep_tree() -> PohonKinerja:
    item = Butir("z")
    for _ in range(1500):
        item = Butir("a", rincian=(item,))
    tree = PohonKinerja("Contoh")
    tree.add(CSF("C1"))
    tree.add(Outcome("O1", dasar=Dasar(mandat=(item,))))
    return tree


def test_grounds_too_deep_to_write(tmp_path: Path) -> None:
    """What JSON could not hold is refused by name, and the file stays what it was."""
    path = tmp_path / "pohon.json"
    path.write_text("lama")
    with pytest.raises(SerialisasiError, match="nested too deeply"):
        dumps(deep_tree())
    with pytest.raises(SerialisasiError, match="nested too deeply"):
        write_json(deep_tree(), path)
    assert [(item.name, item.read_text()) for item in tmp_path.iterdir()] == [("pohon.json", "lama")]


def test_lone_surrogates(tmp_path: Path) -> None:
    """Half a character that JSON can spell is kept in memory, and no file is written with it."""
    tree = loads(simpul(uraian="\ud800"))
    assert tree["O1"].uraian == "\ud800"
    assert loads(dumps(tree)) == tree
    with pytest.raises(BerkasError):
        write_json(tree, tmp_path / "a.json")
    assert list(tmp_path.iterdir()) == []


# --- files ----------------------------------------------------------------------


def test_file_is_the_text(tmp_path: Path) -> None:
    """A file holds what dumps gives, as UTF-8 with line feeds."""
    tree = read_json(SKEMA / "v1" / "pemda.json")
    write_json(tree, tmp_path / "a.json")
    assert (tmp_path / "a.json").read_bytes() == dumps(tree).encode()
    write_json(PohonKinerja("Kosong"), str(tmp_path / "a.json"))
    assert read_json(str(tmp_path / "a.json")) == PohonKinerja("Kosong")
    assert [item.name for item in tmp_path.iterdir()] == ["a.json"]


def test_no_rename_no_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the new file cannot take the place of the old one, the old one stays and nothing is left."""
    path = tmp_path / "pohon.json"
    path.write_text("lama")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(BerkasError, match="No space left") as caught:
        write_json(PohonKinerja("Baru"), path)
    assert caught.value.path == str(path)
    assert [(item.name, item.read_text()) for item in tmp_path.iterdir()] == [("pohon.json", "lama")]


def test_a_node_that_cannot_be_written(tmp_path: Path) -> None:
    """An error in the midst of the writing leaves the old file whole and no other beside it."""
    tree = PohonKinerja("Contoh")
    tree.add_many((CSF(f"C{number}", uraian="x" * 100), None) for number in range(2000))
    tree.add(deep_tree()["O1"])
    path = tmp_path / "pohon.json"
    path.write_text("lama")
    with pytest.raises(SerialisasiError):
        write_json(tree, path)
    assert [(item.name, item.read_text()) for item in tmp_path.iterdir()] == [("pohon.json", "lama")]


@pytest.mark.parametrize("name", ["tidak/ada.json", "berkas/a.json", "folder", "nol\0.json"])
def test_places_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    """A folder that is missing, a file for a folder, a folder for a file: refused by the file's name."""
    (tmp_path / "berkas").write_text("x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(BerkasError) as caught:
        write_json(PohonKinerja("Contoh"), tmp_path / name)
    assert caught.value.path == str(tmp_path / name)
    assert sorted(item.name for item in tmp_path.iterdir()) == ["berkas", "folder"]
    assert list((tmp_path / "folder").iterdir()) == []


def test_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without the right to write is an error of the file, not of Python."""

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", denied)
    with pytest.raises(BerkasError, match="Permission denied"):
        write_json(PohonKinerja("Contoh"), tmp_path / "a.json")


@pytest.mark.parametrize(
    ("content", "part"),
    [(None, "No such file"), (b"a\0b", "NUL"), (b"\xff\xfe", "not text in utf-8")],
)
def test_files_that_cannot_be_read(tmp_path: Path, content: bytes | None, part: str) -> None:
    """A file that is missing or is no text is an error of the file."""
    path = tmp_path / "a.json"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BerkasError, match=part):
        read_json(path)


def _fail(_: Path) -> None:
    loads("{")


def _load(_: Path) -> None:
    loads((SKEMA / "v1" / "pemda.json").read_bytes())


def _write(path: Path) -> None:
    write_json(PohonKinerja("x"), path / "a.json")


def _no_write(path: Path) -> None:
    write_json(PohonKinerja("x"), path / "tidak" / "ada.json")


@pytest.mark.parametrize("work", [_fail, _load, _write, _no_write])
@pytest.mark.parametrize("running", [True, False])
def test_collector_is_as_it_was(work: Callable[[Path], None], running: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Reading and writing leave the garbage collector as it was, also where they fail."""
    try:
        (gc.enable if running else gc.disable)()
        if work in {_fail, _no_write}:
            with pytest.raises(SakipError):
                work(tmp_path)
        else:
            work(tmp_path)
        assert gc.isenabled() == running
    finally:
        gc.enable()


@pytest.mark.parametrize("path", [*V0, *V1], ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_read_can_be_pickled(path: Path) -> None:
    """A tree read from a file is a whole tree: it copies, pickles, and takes edits."""
    tree = read_json(path)
    assert isi(pickle.loads(pickle.dumps(tree))) == isi(tree)  # noqa: S301
    assert isi(copy.deepcopy(tree)) == isi(tree)
    tree.add(Outcome("baru"))
    tree.add_relasi(Relasi(jenis="dukungan", dari="baru", ke="luar:Bappeda"))
    assert isi(loads(dumps(tree))) == isi(tree)
