"""Roll-up on tables: on every engine, node by node what the scalar engine gives."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import product
from typing import Any

import duckdb
import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sakip
from mesin import MESIN, Mesin, from_spark, to_duckdb, to_spark
from sakip.alasan import Kekosongan
from sakip.capaian import CapaianSimpul, CaraGabung, compute_capaian
from sakip.errors import ModelError, TabelError, TipeError
from sakip.model import Indikator, JenisInstansi, Outcome, Realisasi
from sakip.pohon import PohonKinerja
from sakip.tabel import add_capaian, roll_up
from strategies_tabel import Daun, Pohonan, pohonan

KOLOM = ["simpul", "induk", "tingkat", "capaian", "alasan", "asal", "terhitung", "banyak"]
CARA = list(product(CaraGabung, [None, *CaraGabung], Kekosongan))
Pilihan = tuple[CaraGabung, CaraGabung | None, Kekosongan]

# --- the same tree for both engines ---------------------------------------------------------------


def _scalar(tree: Pohonan, pilihan: Pilihan) -> dict[str, CapaianSimpul]:
    """What the scalar engine makes of it: of 100, a realisasi is its own capaian."""
    pohon = PohonKinerja("Uji", jenis=JenisInstansi.BEBAS)
    measured: list[Realisasi] = []
    for node, above in tree.induk.items():
        items: list[Indikator] = []
        for row in tree.daun:
            if row.simpul == node:
                target = {} if row.alasan == "tanpa_target" else {2025: 100}
                items.append(Indikator(id=row.id, nama="Persentase", target=target))
                if row.nilai is not None:
                    measured.append(Realisasi(row.id, 2025, row.nilai))
        pohon.add(Outcome(node, indikator=items), under=above)
    weights = {row.id: row.bobot for row in tree.daun} | tree.bobot
    indikator, anak, kosong = pilihan
    hasil = sakip.roll_up(
        pohon,
        compute_capaian(pohon, measured, 2025),
        indikator=indikator,
        anak=anak,
        kosong=kosong,
        bobot={id: nilai for id, nilai in weights.items() if nilai is not None},
    )
    return {row.simpul.id: row for row in hasil}


def _float(nilai: Decimal | None) -> float | None:
    return None if nilai is None else float(nilai)


def _rows(tree: Pohonan) -> pl.DataFrame:
    data = [(row.simpul, _float(row.nilai), row.alasan, _float(row.bobot)) for row in tree.daun]
    schema = {"simpul": pl.String, "capaian": pl.Float64, "alasan": pl.String, "bobot": pl.Float64}
    return pl.DataFrame(data, schema=schema, orient="row")


def _nodes(tree: Pohonan, *, level: bool = False) -> pl.DataFrame:
    data = [(node, above, _float(tree.bobot[node]), tree.level(node)) for node, above in tree.induk.items()]
    schema = {"simpul": pl.String, "induk": pl.String, "bobot": pl.Float64, "tingkat": pl.Int64}
    frame = pl.DataFrame(data, schema=schema, orient="row")
    return frame if level else frame.drop("tingkat")


def _agree(tree: Pohonan, pilihan: Pilihan, found: list[dict[str, Any]]) -> None:
    wanted = _scalar(tree, pilihan)
    assert sorted(row["simpul"] for row in found) == sorted(wanted)
    for row in found:
        one = wanted[row["simpul"]]
        alasan = None if one.alasan is None else one.alasan.value
        assert row["alasan"] == alasan, (row, one, tree)
        assert (row["asal"] or "") == one.asal
        assert (row["terhitung"], row["banyak"]) == (one.terhitung, one.banyak)
        assert (row["induk"], row["tingkat"]) == (tree.induk[row["simpul"]], tree.level(row["simpul"]))
        if one.nilai is None:
            assert row["capaian"] is None
        else:
            near = 1e-9 * max(1.0, abs(float(one.nilai)))
            assert row["capaian"] == pytest.approx(float(one.nilai), rel=0, abs=near), (row, one, tree)


def _run(mesin: Mesin, rows: pl.DataFrame, nodes: pl.DataFrame, pilihan: Pilihan) -> list[dict[str, Any]]:
    make, read = mesin
    indikator, anak, kosong = pilihan
    return read(roll_up(make(rows), make(nodes), indikator=indikator, anak=anak, kosong=kosong))


@settings(max_examples=40, deadline=None)
@given(pohonan(), st.sampled_from(CARA))
def test_any_tree_under_any_way(tree: Pohonan, pilihan: Pilihan) -> None:
    """Columns and the scalar engine agree, whether the levels are given or not, in any order of rows."""
    found = _run(MESIN["polars"], _rows(tree), _nodes(tree), pilihan)
    _agree(tree, pilihan, found)
    again = _run(MESIN["polars"], _rows(tree).reverse(), _nodes(tree, level=True).reverse(), pilihan)
    _agree(tree, pilihan, again)


def _angka(*teks: str) -> list[Decimal | None]:
    return [None if item == "-" else Decimal(item) for item in teks]


def _grown() -> Pohonan:
    """Four levels with every kind of node: no rows, one, several; no number, zero, below zero."""
    induk: dict[str, str | None] = {"A": None, "B": "A", "C": "A", "D": "B", "E": "B", "F": "C", "G": "D"}
    induk |= {"H": "D", "I": "D", "J": None, "K": "J", "L": "J", "M": "E", "Z": None, "Y": "Z", "X": "Z"}
    figures = {"G": ("94", "87"), "H": ("-", "80"), "I": ("-",), "F": ("0", "50"), "K": ("-5", "10")}
    figures |= {"L": ("120",), "M": ("-", "-"), "C": ("85.09", "92.24", "76.31"), "Y": ("90",), "X": ("90",)}
    weight = Decimal("1.5")
    rows = [
        Daun(
            f"{node}{number}",
            node,
            nilai,
            None if nilai is not None else "belum_ada_realisasi",
            weight + number,
        )
        for node, items in figures.items()
        for number, nilai in enumerate(_angka(*items))
    ]
    return Pohonan(induk, {node: Decimal(ord(node) % 4) for node in induk}, rows)


@pytest.mark.parametrize("level", [False, True], ids=["without levels", "with levels"])
def test_every_engine_gives_what_the_scalar_engine_gives(mesin: Mesin, level: bool) -> None:  # noqa: FBT001
    tree = _grown()
    for pilihan in CARA[level::7]:
        _agree(tree, pilihan, _run(mesin, _rows(tree), _nodes(tree, level=level), pilihan))


@pytest.mark.parametrize("pilihan", CARA, ids=str)
def test_every_way_with_every_kind_of_node(pilihan: Pilihan) -> None:
    tree = _grown()
    _agree(tree, pilihan, _run(MESIN["polars"], _rows(tree), _nodes(tree), pilihan))


@pytest.mark.spark
@pytest.mark.parametrize("level", [False, True], ids=["without levels", "with levels"])
def test_spark_gives_what_the_scalar_engine_gives(spark: Any, level: bool) -> None:  # noqa: FBT001
    tree = _grown()
    rows, nodes = to_spark(spark, _rows(tree)), to_spark(spark, _nodes(tree, level=level))
    hasil = roll_up(rows, nodes, indikator="geometrik", anak="tertimbang")
    assert type(hasil).__module__.startswith("pyspark.sql")
    _agree(tree, (CaraGabung.GEOMETRIK, CaraGabung.TERTIMBANG, Kekosongan.LEWATI), from_spark(hasil))


# --- published figures ----------------------------------------------------------------------------


def test_the_nested_example_of_pmk_22_2021(mesin: Mesin) -> None:
    """A geometric mean of means: of the goals of a perspective, then of the perspectives."""
    make, read = mesin
    goals = {"S1": (94.0, 87.0), "S2": (76.31,), "S3": (85.09, 92.24)}
    tree = {"simpul": ["O", *goals], "induk": [None, *["O"] * 3]}
    data = [(goal, value) for goal, values in goals.items() for value in values]
    rows = pl.DataFrame(data, schema=["simpul", "capaian"], orient="row")
    hasil = read(roll_up(make(rows), make(pl.DataFrame(tree)), indikator="geometrik", anak="geometrik"))
    found = {row["simpul"]: row["capaian"] for row in hasil}
    first, third = (94 * 87) ** 0.5, (85.09 * 92.24) ** 0.5
    assert found["S1"] == pytest.approx(first, abs=1e-9)
    assert found["S3"] == pytest.approx(third, abs=1e-9)
    assert found["O"] == pytest.approx((first * 76.31 * third) ** (1 / 3), abs=1e-9)
    assert round(found["S1"], 2) == 90.43


def test_after_add_capaian(mesin: Mesin) -> None:
    """A table of targets and realisasi goes straight up its tree, in one chain."""
    make, read = mesin
    rows = pl.DataFrame(
        {"simpul": ["C1", "C1", "C2"], "target": [50.0, 10.0, 4.0], "realisasi": [40.0, 10.0, None]}
    )
    nodes = pl.DataFrame({"simpul": ["O", "C1", "C2"], "induk": [None, "O", "O"]})
    hasil = read(roll_up(add_capaian(make(rows)), make(nodes), anak="rata_rata"))
    found = {row["simpul"]: (row["capaian"], row["alasan"], row["terhitung"], row["banyak"]) for row in hasil}
    assert found == {
        "O": (90.0, None, 1, 2),
        "C1": (90.0, None, 2, 2),
        "C2": (None, "belum_ada_realisasi", 0, 1),
    }


# --- what is asked of the tables themselves -------------------------------------------------------

SATU = pl.DataFrame({"simpul": ["A"], "capaian": [80.0]})


def _tree(*pairs: tuple[str | None, str | None]) -> pl.DataFrame:
    return pl.DataFrame(pairs, schema={"simpul": pl.String, "induk": pl.String}, orient="row")


def test_the_columns_and_their_types(mesin: Mesin) -> None:
    make, _ = mesin
    hasil = nw.from_native(roll_up(make(SATU), make(_tree(("A", None), ("B", "A")))))
    schema = hasil.collect_schema()
    assert schema.names() == KOLOM
    types = [nw.Int64, nw.Float64, nw.String, nw.String, nw.Int64, nw.Int64]
    assert [schema[name] for name in KOLOM[2:]] == types


def test_lazy_stays_lazy() -> None:
    nodes = _tree(("A", None), ("B", "A"))
    assert isinstance(roll_up(SATU.lazy(), nodes.lazy()), pl.LazyFrame)
    assert isinstance(roll_up(to_duckdb(SATU), to_duckdb(nodes)), duckdb.DuckDBPyRelation)
    with_levels = nodes.with_columns(tingkat=pl.Series([0, 1]))
    assert isinstance(roll_up(SATU.lazy(), with_levels.lazy(), anak="terlemah"), pl.LazyFrame)


def test_a_tree_without_a_node(mesin: Mesin) -> None:
    make, read = mesin
    for nodes in (_tree(), _tree().with_columns(tingkat=pl.lit(0))):
        assert read(roll_up(make(SATU.clear()), make(nodes), anak="tertimbang")) == []


def test_a_tree_without_a_row(mesin: Mesin) -> None:
    make, read = mesin
    hasil = read(roll_up(make(SATU.clear()), make(_tree(("A", None), ("B", "A"))), anak="geometrik"))
    found = {row["simpul"]: (row["alasan"], row["asal"], row["banyak"]) for row in hasil}
    assert found == {"A": ("tanpa_indikator", "anak", 1), "B": ("tanpa_indikator", None, 0)}


def test_a_tree_of_roots_whose_parents_have_no_type(mesin: Mesin) -> None:
    """A column of nothing has no type, and in pandas the type of numbers."""
    make, read = mesin
    nodes = pl.DataFrame({"simpul": ["A", "B"], "induk": [None, None]})
    hasil = read(roll_up(make(SATU), make(nodes), anak="rata_rata"))
    assert {row["simpul"]: (row["capaian"], row["induk"]) for row in hasil} == {
        "A": (80, None),
        "B": (None, None),
    }


def test_ids_that_are_numbers(mesin: Mesin) -> None:
    make, read = mesin
    nodes = pl.DataFrame({"simpul": [1, 2, 3], "induk": [None, 1, 2]})
    rows = pl.DataFrame({"simpul": [3, 3], "capaian": [80.0, 90.0]})
    hasil = read(roll_up(make(rows), make(nodes), anak="rata_rata"))
    assert [(row["simpul"], row["capaian"]) for row in sorted(hasil, key=lambda row: int(row["simpul"]))] == [
        (1, 85),
        (2, 85),
        (3, 85),
    ]


def test_a_row_that_holds_no_number(mesin: Mesin) -> None:
    """What is infinite, or no number at all, is a part without a number."""
    make, read = mesin
    rows = pl.DataFrame({"simpul": ["A"] * 3, "capaian": [float("inf"), float("nan"), 80.0]})
    (row,) = read(roll_up(make(rows), make(_tree(("A", None)))))
    assert (row["capaian"], row["terhitung"], row["banyak"]) == (80, 1, 3)


WRONG = {
    "orphan": (_tree(("A", None), ("B", "X")), "induk is given for 1 nodes that no root leads to"),
    "circle": (_tree(("A", None), ("B", "C"), ("C", "B")), "induk is given for 2 nodes"),
    "itself": (_tree(("A", "A")), "induk is given for 1 nodes"),
    "circle through a node that stands twice": (
        _tree(("A", None), ("B", "A"), ("A", "B")),
        "simpul is 'A': an id that no other node has",
    ),
    "twice": (_tree(("A", None), ("B", None), ("B", "A")), "simpul is 'B'"),
    "without an id": (_tree(("A", None), (None, "A")), "simpul is empty"),
}


@pytest.mark.parametrize(("nodes", "words"), WRONG.values(), ids=WRONG)
def test_what_is_no_tree(mesin: Mesin, nodes: pl.DataFrame, words: str) -> None:
    make, _ = mesin
    with pytest.raises(ModelError, match=words):
        roll_up(make(SATU), make(nodes))


@pytest.mark.parametrize(
    ("nodes", "levels", "words"),
    [
        (_tree(("A", None), ("B", "A")), [0, 2], "tingkat is wrong at 'B'"),
        (_tree(("A", None), ("B", "A")), [1, 2], "tingkat is wrong at 'A'"),
        (_tree(("A", None), ("B", "A")), [0, None], "tingkat is wrong at 'B'"),
        (_tree(("A", None), ("B", "X")), [0, 1], "tingkat is wrong at 'B'"),
        (_tree(("A", None), ("A", None)), [0, 0], "simpul is 'A'"),
    ],
)
def test_levels_that_are_not_those_of_the_tree(
    mesin: Mesin, nodes: pl.DataFrame, levels: list[int | None], words: str
) -> None:
    """Else a figure would be left out of the node above without a word."""
    make, _ = mesin
    with pytest.raises(ModelError, match=words):
        roll_up(make(SATU), make(nodes.with_columns(tingkat=pl.Series(levels))))


@pytest.mark.parametrize("level", [False, True])
def test_a_tree_that_is_too_deep(level: bool) -> None:  # noqa: FBT001
    names = ["A", *(f"N{number}" for number in range(1, 34))]
    nodes = _tree(*zip(names, [None, *names], strict=False))
    if level:
        nodes = nodes.with_columns(tingkat=pl.Series(range(34)))
    with pytest.raises(ModelError, match="tingkat is 33: at most 32 is expected"):
        roll_up(SATU, nodes)
    made = roll_up(SATU.with_columns(simpul=pl.lit("N32")), nodes.head(33), anak="rata_rata")
    assert set(made["capaian"]) == {80}


def test_a_row_at_a_node_that_the_tree_has_not(mesin: Mesin) -> None:
    """An eager table is refused; of a lazy one, whose rows nobody has seen, it is left out."""
    make, read = mesin
    rows, nodes = make(SATU.with_columns(simpul=pl.lit("X"))), make(_tree(("A", None)))
    if isinstance(rows, pl.LazyFrame | duckdb.DuckDBPyRelation):
        assert [row["alasan"] for row in read(roll_up(rows, nodes))] == ["tanpa_indikator"]
        return
    with pytest.raises(ModelError, match="simpul is 'X': the id of a node of the tree is expected"):
        roll_up(rows, nodes)


def test_an_unknown_way() -> None:
    nodes = _tree(("A", None))
    wrong: list[tuple[str, Callable[[], object]]] = [
        ("indikator", lambda: roll_up(SATU, nodes, indikator="median")),
        ("anak", lambda: roll_up(SATU, nodes, anak="median")),
        ("kosong", lambda: roll_up(SATU, nodes, kosong="nol")),
    ]
    for name, call in wrong:
        with pytest.raises(ModelError, match=rf"roll_up\.{name} is"):
            call()


def test_tables_that_are_none_or_of_two_kinds() -> None:
    nodes = _tree(("A", None))
    with pytest.raises(TipeError, match="list is refused"):
        roll_up([1], nodes)
    with pytest.raises(
        TipeError, match="lazy polars and polars is refused: roll_up expects two tables of one"
    ):
        roll_up(SATU.lazy(), nodes)
    with pytest.raises(TipeError, match="pandas and polars is refused"):
        roll_up(pd.DataFrame({"simpul": ["A"], "capaian": [1.0]}), nodes)


def test_a_column_that_is_missing_or_of_another_type() -> None:
    nodes = _tree(("A", None))
    with pytest.raises(TabelError, match="roll_up: looked for the columns simpul and capaian"):
        roll_up(nodes, nodes)
    with pytest.raises(TabelError, match="roll_up: looked for the columns simpul and induk"):
        roll_up(SATU, SATU)
    with pytest.raises(TipeError, match="expects the column 'capaian' to hold numbers"):
        roll_up(SATU.with_columns(capaian=pl.lit("80 %")), nodes)
    with pytest.raises(TipeError, match="expects the column 'tingkat' to hold numbers"):
        roll_up(SATU, nodes.with_columns(tingkat=pl.lit("0")))
