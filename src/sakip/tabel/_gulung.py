"""Capaian up a tree that is given as a table of nodes and their parents."""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.capaian import CaraGabung
from sakip.errors import ModelError, TipeError
from sakip.pilihan import to_enum
from sakip.tabel._ekspresi import SEMENTARA, TANPA_NILAI, TANPA_TEKS, Bingkai, Syarat, known, only, pick
from sakip.tabel._kolom import Kolom, to_frame
from sakip.tabel._nw import nw

T = TypeVar("T")

PEMAKAI = "roll_up"
TERDALAM = 32
"""The deepest level that a tree may have: each costs an engine two joins."""

_NOL, _SATU = nw.lit(0.0), nw.lit(1.0)
_UKURAN = ("banyak", "terhitung", "jumlah", "bobot", "berat", "tanpa", "rendah", "tinggi", "log", "sebab")
"""What is kept of several capaian; any way of putting them together can be read off it."""


def roll_up(
    frame: T,
    simpul: T,
    *,
    indikator: CaraGabung | str = CaraGabung.RATA_RATA,
    anak: CaraGabung | str | None = None,
    kosong: Kekosongan | str = Kekosongan.LEWATI,
) -> T:
    """The capaian of every node of a tree, level by level, from the deepest up.

    What each node gets is what `sakip.roll_up` gives: a node with rows of its own has
    theirs; one without has none until *anak* says how the nodes below it make one. Links
    are no columns: where indikator were handed down directly, leave out first what counts
    elsewhere (`sakip.capaian.find_ganda`).

    Args:
        frame: The capaian: ``simpul``, the id of the node that a row stands at, and
            ``capaian``; ``bobot`` for ``tertimbang``. `add_capaian` gives such a table.
        simpul: The tree, as a table of the same kind: ``simpul``, the id of a node, and
            ``induk``, that of the node above, null for a root; ``bobot`` of the node
            for ``tertimbang``. With ``tingkat``, how deep it stands (a root at 0), the levels need
            not be looked for.
        indikator: How several rows of one node become one figure.
        anak: How the nodes directly below become one figure; None leaves it open.
        kosong: What is done where a part has no number: ``lewati`` or ``tolak``.

    Returns:
        A table of the same kind, one row for each node: ``simpul``, ``induk``, ``tingkat``,
        ``capaian``, ``alasan``, ``asal`` (``indikator`` or ``anak``; null where it has
        neither), and how many parts of how many it rests on, ``terhitung`` and
        ``banyak``. The order of the rows is not promised. How many levels there are is
        asked of the engine; beyond that a lazy table stays lazy.

    Raises:
        TipeError: One of them is no table, they are of two kinds, or a column holds another type than
            it should.
        TabelError: A needed column is not there.
        ModelError: An unknown way; a node that stands twice, that hangs on no root or in
            a circle, or whose ``tingkat`` is not one more than that of the node above; a row
            at a node that the tree has not (on lazy tables, whose rows can't be looked
            at, such a row is left out).

    >>> import polars as pl
    >>> tree = pl.DataFrame({"simpul": ["O", "C1", "C2"], "induk": [None, "O", "O"]})
    >>> rows = pl.DataFrame({"simpul": ["C1", "C2"], "capaian": [80.0, 100.0]})
    >>> hasil = roll_up(rows, tree, anak="rata_rata").sort("simpul", descending=True)
    >>> hasil["capaian"].to_list(), hasil["asal"].to_list(), hasil["terhitung"].to_list()
    ([90.0, 100.0, 80.0], ['anak', 'indikator', 'indikator'], [2, 1, 1])
    """
    cara = _Cara(
        to_enum(CaraGabung, indikator, PEMAKAI, "indikator"),
        None if anak is None else to_enum(CaraGabung, anak, PEMAKAI, "anak"),
        to_enum(Kekosongan, kosong, PEMAKAI, "kosong"),
    )
    rows, nodes = to_frame(frame), to_frame(simpul)
    _check_kinds(rows, nodes)
    eager = isinstance(nodes, nw.DataFrame) and nodes.implementation.is_polars()
    own = _own(rows.lazy() if eager else rows)
    levels = _levels(nodes)
    _check_rows(rows, nodes)
    made = _climb([level.lazy() if eager else level for level in levels], own, cara)
    columns = ("simpul", "induk", "tingkat", "capaian", "alasan", "asal", "terhitung", "banyak")
    result = made.select(*columns)
    hasil: T = nw.to_native(result.lazy().collect() if eager else result)
    return hasil


@attrs.frozen
class _Cara:
    """How parts become one."""

    indikator: CaraGabung
    anak: CaraGabung | None
    kosong: Kekosongan


def _check_kinds(rows: Bingkai, nodes: Bingkai) -> None:
    """Refuse two tables that no engine can join."""
    one, two = ((item.implementation, isinstance(item, nw.LazyFrame)) for item in (rows, nodes))
    if one != two:
        words = (f"{'lazy ' if lazy else ''}{name.value}" for name, lazy in (one, two))
        raise TipeError(" and ".join(words), f"{PEMAKAI} expects two tables of one kind")


def _check_rows(rows: Bingkai, nodes: Bingkai) -> None:
    """Refuse a row at a node that the tree has not: its figure would be gone without a word."""
    if isinstance(rows, nw.LazyFrame) or isinstance(nodes, nw.LazyFrame):
        return
    strange = rows.join(nodes.select("simpul"), on="simpul", how="anti")
    if len(strange):
        raise ModelError(PEMAKAI, "simpul", repr(strange["simpul"][0]), "the id of a node of the tree")


# --- the parts of a node, as a few sums -----------------------------------------------------------


def _own(rows: Bingkai) -> Bingkai:
    """What the rows of each node come to."""
    kolom = Kolom(rows, PEMAKAI)
    kolom.require(("simpul", "capaian"))
    nilai, bobot = kolom.numbers("capaian").nilai, kolom.numbers("bobot").nilai
    return _sums(rows, "simpul", nilai, bobot, kolom.texts("alasan"))


def _sums(rows: Bingkai, kunci: str, nilai: nw.Expr, bobot: nw.Expr, alasan: nw.Expr | None) -> Bingkai:
    there = ~nilai.is_null()
    weighed = ~bobot.is_null() & known(bobot >= 0)
    positive = known(nilai > 0)
    cells = {
        "banyak": _SATU,
        "terhitung": pick([(there, _SATU)], _NOL),
        "jumlah": nilai.fill_null(0.0),
        "bobot": pick([(there & weighed, bobot)], _NOL),
        "berat": pick([(there & weighed, nilai * bobot)], _NOL),
        "tanpa": pick([(weighed, _NOL)], _SATU),
        "rendah": nilai,
        "tinggi": nilai,
        "log": pick([(positive, pick([(positive, nilai)], _SATU).log())], _NOL),
        "sebab": TANPA_TEKS if alasan is None else alasan,
    }
    rows = rows.with_columns(**{SEMENTARA + name: cell for name, cell in cells.items()})
    totals = [_fold(name) for name in _UKURAN]
    grouped: Bingkai = rows.group_by(kunci).agg(*totals)
    return grouped


def _fold(nama: str) -> nw.Expr:
    cells = nw.col(SEMENTARA + nama)
    if nama == "rendah":
        return cells.min()
    return cells.max() if nama in ("tinggi", "sebab") else cells.sum()


def _cell(nama: str, awalan: str = "") -> nw.Expr:
    return nw.col(SEMENTARA + awalan + nama)


def _combine(cara: CaraGabung, kosong: Kekosongan, awalan: str = "") -> tuple[nw.Expr, nw.Expr]:
    """The figure of several parts, and why there is none."""
    banyak, terhitung = _cell("banyak", awalan), _cell("terhitung", awalan)
    rendah = _cell("rendah", awalan)
    alone = banyak == 1.0
    mean = _cell("jumlah", awalan) / _at_least_one(terhitung)
    equal = rendah == _cell("tinggi", awalan)
    reasons: list[tuple[Syarat, Alasan]] = []
    match cara:
        case CaraGabung.TERLEMAH:
            value = rendah
        case CaraGabung.GEOMETRIK:
            root = (_cell("log", awalan) / _at_least_one(terhitung)).exp()
            value = pick([(known(equal), rendah), (known(rendah == 0), _NOL)], root)
            reasons = [(known(rendah < 0) & ~alone, Alasan.CAPAIAN_NEGATIF)]
        case CaraGabung.TERTIMBANG:
            weight = _cell("bobot", awalan)
            value = _cell("berat", awalan) / pick([(weight == 0.0, _SATU)], weight)
            reasons = [
                (((_cell("tanpa", awalan) > 0.0) & ~alone), Alasan.BOBOT_TIDAK_ADA),
            ]
        case _:
            value = mean
    empty: list[tuple[Syarat, Alasan]] = [(terhitung == 0.0, Alasan.SEMUA_KOSONG)]
    if kosong is Kekosongan.TOLAK:
        empty.append((terhitung < banyak, Alasan.ADA_YANG_KOSONG))
    if cara is CaraGabung.TERTIMBANG:
        reasons = [*reasons, *empty, ((_cell("bobot", awalan) == 0.0) & ~alone, Alasan.BOBOT_NOL)]
    else:
        reasons = [*empty, *reasons]
    alasan = pick([(when, nw.lit(why.value)) for when, why in reasons], TANPA_TEKS)
    # One part that has no number is why its node has none.
    alasan = pick([(alone & (terhitung == 0.0), nw.coalesce(_cell("sebab", awalan), alasan))], alasan)
    nilai = pick([(alone, rendah)], value)
    return only(alasan.is_null(), nilai), alasan


def _at_least_one(banyak: nw.Expr) -> nw.Expr:
    return pick([(known(banyak < 1.0), _SATU)], banyak)


# --- the tree, level by level ---------------------------------------------------------------------


def _levels(nodes: Bingkai) -> list[Bingkai]:
    """The nodes of each level, roots first; of an empty tree, a level of none."""
    kolom = Kolom(nodes, PEMAKAI)
    kolom.require(("simpul", "induk"))
    # An empty column may have no type, and no engine joins by that; no id is null, so this is.
    induk = _nothing_like(nw.col("simpul")) if kolom.is_void("induk") else nw.col("induk")
    columns = {"induk": induk, SEMENTARA + "w": kolom.numbers("bobot").nilai}
    names = ["simpul", *columns]
    if kolom.has("tingkat"):
        columns["tingkat"] = kolom.numbers("tingkat").nilai
    base = nodes.with_columns(**columns).select("simpul", *columns)
    _check_ids(base)
    if not kolom.has("tingkat"):
        return _find_levels(base)
    _check_levels(base)
    deepest = _first(base.sort("tingkat", descending=True), "tingkat")
    many = _few_enough(int(deepest[0]) if deepest else 0)
    return [
        base.filter(nw.col("tingkat") == level).select(*names, nw.lit(level).cast(nw.Int64).alias("tingkat"))
        for level in range(many + 1)
    ]


def _nothing_like(kolom: nw.Expr) -> nw.Expr:
    """A column of nothing, of the type of another one that has no gaps."""
    return nw.when(kolom.is_null()).then(kolom)


def _few_enough(tingkat: int) -> int:
    if tingkat > TERDALAM:
        raise ModelError(PEMAKAI, "tingkat", str(tingkat), f"at most {TERDALAM}")
    return tingkat


def _check_ids(base: Bingkai) -> None:
    """Refuse a node without an id, or that stands twice: what hangs on it would count twice."""
    many = nw.col(SEMENTARA + "n")
    ids = base.group_by("simpul").agg(nw.len().alias(SEMENTARA + "n"))
    for wrong in _first(ids.filter(nw.col("simpul").is_null() | (many > 1))):
        shown = repr(wrong) if isinstance(wrong, str | int) else "empty"
        raise ModelError(PEMAKAI, "simpul", shown, "an id that no other node has")


def _check_levels(base: Bingkai) -> None:
    """Refuse a level that is not that of the node above and one more."""
    atas = base.select(
        nw.col("simpul").alias(SEMENTARA + "atas"), nw.col("tingkat").alias(SEMENTARA + "tingkat")
    )
    joined = base.join(atas, left_on="induk", right_on=SEMENTARA + "atas", how="left")  # type: ignore[arg-type]  # both are of one kind
    level = nw.col("tingkat")
    fits = pick([(nw.col("induk").is_null(), level == 0.0)], level == nw.col(SEMENTARA + "tingkat") + 1.0)
    for wrong in _first(joined.filter(~known(fits))):
        expected = "0 of a root, else that of the node above and one more,"
        raise ModelError(PEMAKAI, "tingkat", f"wrong at {wrong!r}", expected)


def _find_levels(base: Bingkai) -> list[Bingkai]:
    """The levels of a tree that does not say them: those below the last, until there are none."""
    total = int(_scalar(base.select(nw.len())))
    here = base.filter(nw.col("induk").is_null())
    levels: list[Bingkai] = []
    seen = 0
    while (many := int(_scalar(here.select(nw.len())))) or not levels:
        seen += many
        levels.append(here.with_columns(tingkat=nw.lit(_few_enough(len(levels))).cast(nw.Int64)))
        above = here.select(nw.col("simpul").alias(SEMENTARA + "atas"))
        here = base.join(above, left_on="induk", right_on=SEMENTARA + "atas", how="inner")  # type: ignore[arg-type]  # both are of one kind
        here = here.select(*base.collect_schema().names())
    if seen != total:
        raise ModelError(
            PEMAKAI, "induk", f"given for {total - seen} nodes that no root leads to", "the id of a node"
        )
    return levels


def _first(frame: Bingkai, kolom: str = "simpul") -> list[Any]:
    """What stands in the first row of a table; of an empty one, nothing."""
    cells = frame.select(kolom).head(1)
    table = cells.collect() if isinstance(cells, nw.LazyFrame) else cells
    return table[kolom].to_list()


def _scalar(frame: Bingkai) -> Any:
    """The one value of a table of one cell."""
    table = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return table.item()


def _climb(levels: list[Bingkai], own: Bingkai, cara: _Cara) -> Bingkai:
    """Each level with the figures of its own rows, or of the level below."""
    own = own.rename({"simpul": SEMENTARA + "milik"})
    done: list[Bingkai] = []
    below: Bingkai | None = None
    for level in reversed(levels):
        here = level.join(own, left_on="simpul", right_on=SEMENTARA + "milik", how="left")  # type: ignore[arg-type]  # both are of one kind
        here = here.with_columns(**{SEMENTARA + "ada": ~_cell("banyak").is_null()})
        if below is not None:
            sums = _sums(below, "induk", nw.col("capaian"), nw.col(SEMENTARA + "w"), nw.col("alasan"))
            names = {SEMENTARA + name: SEMENTARA + "anak_" + name for name in _UKURAN}
            sums = sums.rename(names | {"induk": SEMENTARA + "milik"})
            here = here.join(sums, left_on="simpul", right_on=SEMENTARA + "milik", how="left")  # type: ignore[arg-type]  # both are of one kind
        below = _level(here, cara, has_children=below is not None)
        done.append(below)
    return nw.concat(done, how="vertical")  # type: ignore[type-var]  # all are of one kind


def _level(here: Bingkai, cara: _Cara, *, has_children: bool) -> Bingkai:
    ada = nw.col(SEMENTARA + "ada")
    own_value, own_reason = _combine(cara.indikator, cara.kosong)
    parent = ~_cell("anak_banyak").is_null() if has_children else nw.lit(value=False)
    value: nw.Expr = TANPA_NILAI
    reason = pick([(parent, nw.lit(Alasan.CARA_TIDAK_DISEBUT.value))], nw.lit(Alasan.TANPA_INDIKATOR.value))
    asal: list[tuple[Syarat, nw.Expr]] = [(ada, nw.lit("indikator"))]
    counts = [(ada, "")]
    if has_children and cara.anak is not None:
        value, below_reason = _combine(cara.anak, cara.kosong, "anak_")
        value = only(parent, value)
        reason = pick([(parent, below_reason)], nw.lit(Alasan.TANPA_INDIKATOR.value))
        asal.append((parent, nw.lit("anak")))
        counts.append((parent, "anak_"))
    return here.select(
        "simpul",
        "induk",
        "tingkat",
        SEMENTARA + "w",
        capaian=pick([(ada, own_value)], value),
        alasan=pick([(ada, own_reason)], reason),
        asal=pick(asal, TANPA_TEKS),
        terhitung=pick([(when, _cell("terhitung", who)) for when, who in counts], _NOL).cast(nw.Int64),
        banyak=pick([(when, _cell("banyak", who)) for when, who in counts], _NOL).cast(nw.Int64),
    )
