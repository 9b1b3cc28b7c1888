"""Hypothesis strategies for tables: policies of every setting, rows of every kind."""

from __future__ import annotations

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, TypeAlias

import attrs
from hypothesis import strategies as st

from sakip.angka import (
    Angka,
    Batas,
    Isian,
    JenisKosong,
    Kategori,
    Kosong,
    Rasio,
    Rentang,
    Sebab,
    TakTerbaca,
    Tanda,
    Tanggal,
)
from sakip.kebijakan import (
    Kebijakan,
    MetodePredikat,
    MetodeStabil,
    MetodeTurun,
    Pembulatan,
    Polaritas,
    TargetNegatif,
    TargetNol,
)
from sakip.model import Indikator, JenisInstansi, Outcome, Realisasi
from sakip.pohon import PohonKinerja
from sakip.rumus import Agregasi, Predikat
from sakip.skala import Konversi, Pita, Skala

Sel: TypeAlias = Decimal | str | bool | None
"""What a cell of a table holds."""

Baris: TypeAlias = dict[str, Sel]
"""A row: its cells by their columns."""

PENUH = (
    "target",
    "target_bawah",
    "target_atas",
    "realisasi",
    "pembilang",
    "penyebut",
    "polaritas",
    "direncanakan",
    "terburuk",
    "terbaik",
    "halangan",
)
"""Every column that is read."""

_BENTUK = (
    ("target", "realisasi"),
    ("target", "realisasi", "polaritas"),
    ("target", "realisasi", "polaritas", "terburuk", "terbaik"),
    ("target", "realisasi", "terbaik"),
    ("target", "pembilang", "penyebut", "polaritas"),
    ("target_bawah", "target_atas", "realisasi"),
    ("target_bawah", "target_atas", "realisasi", "polaritas", "terburuk"),
    ("target", "target_bawah", "target_atas", "realisasi", "terbaik"),
    ("target", "realisasi", "direncanakan", "halangan"),
    PENUH,
)
_KALI = [Decimal(item) for item in ("0", "0.5", "0.75", "0.9", "1", "1.005", "1.2", "2", "-1")]


def angka() -> st.SearchStrategy[Decimal]:
    """Numbers of documents: up to nine digits, up to four decimals, often zero or round."""
    return st.one_of(
        st.sampled_from([Decimal(item) for item in ("0", "1", "4", "75", "100", "104.4", "-5")]),
        st.integers(-200, 200).map(Decimal),
        st.decimals(-99_999, 99_999, allow_nan=False, places=4),
    )


def _batas() -> st.SearchStrategy[tuple[Decimal | None, Decimal | None]]:
    def order(ends: tuple[Decimal | None, Decimal | None]) -> tuple[Decimal | None, Decimal | None]:
        low, high = ends
        return (high, low) if low is not None and high is not None and low > high else ends

    edge = st.none() | st.sampled_from([Decimal(item) for item in ("-10", "0", "99.995", "100", "120")])
    return st.tuples(edge, edge).map(order)


@st.composite
def skala(draw: st.DrawFn) -> Skala:
    """Bands with bounds that belong to them or not, some with a lowest band that has no bound."""
    edges = draw(st.lists(st.decimals(-50, 150, places=2), min_size=1, max_size=4, unique=True))
    usual = draw(st.lists(st.sampled_from((50, 75, 90, 100)), max_size=2, unique=True))
    bawah = [*{*edges, *(Decimal(item) for item in usual)}, *draw(st.sampled_from(([], [None])))]
    pita = [
        Pita(edge, f"pita {number}", ("hijau", "merah")[number % 2], termasuk=draw(st.booleans()))
        for number, edge in enumerate(bawah)
    ]
    return Skala("S", "uji", pita, digit=draw(st.none() | st.integers(0, 10)))


@st.composite
def konversi(draw: st.DrawFn) -> Konversi:
    """A line through two to four points."""
    x = sorted(draw(st.lists(st.integers(-50, 200), min_size=2, max_size=4, unique=True)))
    return Konversi([(point, draw(st.integers(-50, 200))) for point in x])


@st.composite
def kebijakan_tabel(draw: st.DrawFn) -> Kebijakan:
    """A convention that a table can follow: every setting, but no target_nol that raises."""
    bawah, atas = draw(_batas())
    return Kebijakan(
        nama="uji",
        acuan="uji",
        turun=draw(st.sampled_from(MetodeTurun)),
        batas_atas=atas,
        batas_bawah=bawah,
        target_negatif=draw(st.sampled_from(TargetNegatif)),
        digit=draw(st.integers(0, 11)),
        stabil=draw(st.none() | st.sampled_from(MetodeStabil)),
        target_nol=draw(st.sampled_from([item for item in TargetNol if item is not TargetNol.GALAT])),
        realisasi_nol=draw(st.none() | st.sampled_from([Decimal(0), Decimal("120.5")])),
        terbaik_tercapai=draw(st.none() | st.just(Decimal(120))),
        konversi=draw(st.none() | konversi()),
        predikat=draw(st.sampled_from(MetodePredikat)),
        pembulatan=draw(st.sampled_from(Pembulatan)),
        skala=draw(st.none() | skala()),
    )


@st.composite
def baris(draw: st.DrawFn, kolom: tuple[str, ...]) -> Baris:
    """A row of these columns; what is not drawn for it is empty."""
    target = draw(st.none() | angka())
    ends = sorted([draw(angka()), draw(angka())])
    anchor = draw(st.sampled_from([item for item in (target, *ends) if item is not None]))
    near = (anchor * draw(st.sampled_from(_KALI))).quantize(Decimal("0.0001"), ROUND_HALF_UP)
    cells: Baris = {
        "target": None if {"target", "target_bawah"} <= {*kolom} and draw(st.booleans()) else target,
        "target_bawah": draw(st.sampled_from((ends[0], ends[0], ends[1], None))),
        "target_atas": draw(st.sampled_from((ends[1], ends[1], ends[1], None))),
        "realisasi": draw(st.one_of(st.just(near), st.just(near), angka(), st.none())),
        "pembilang": draw(st.one_of(st.none(), st.just(near), angka())),
        "penyebut": draw(st.one_of(st.none(), st.just(Decimal(100)), angka())),
        "polaritas": draw(st.none() | st.sampled_from([item.value for item in Polaritas])),
        "direncanakan": draw(st.sampled_from((True, True, True, None, False))),
        "terburuk": draw(st.none() | angka()),
        "terbaik": draw(st.sampled_from((target, None, Decimal(100)))),
        "halangan": draw(st.sampled_from((None, None, None, "bentuk_berbeda"))),
    }
    return {name: cells[name] for name in kolom}


@st.composite
def beberapa_baris(draw: st.DrawFn) -> list[Baris]:
    """Some rows of one table."""
    kolom = draw(st.sampled_from(_BENTUK))
    return draw(st.lists(baris(kolom), min_size=1, max_size=12))


# --- trees of nodes that are numbers --------------------------------------------------------------


@attrs.frozen
class Daun:
    """One row of capaian at a node.

    Attributes:
        id: Of the indikator.
        simpul: The node.
        nilai: The capaian; None where there is none.
        alasan: Why.
        bobot: Its weight.
    """

    id: str
    simpul: str
    nilai: Decimal | None
    alasan: str | None
    bobot: Decimal | None


@attrs.frozen
class Pohonan:
    """A tree as pairs of node and parent, with rows of capaian and weights.

    Attributes:
        induk: The node above each node, in tree order.
        bobot: The weights of the nodes.
        daun: The rows.
    """

    induk: dict[str, str | None]
    bobot: dict[str, Decimal | None]
    daun: list[Daun]

    def level(self, id: str) -> int:
        """How deep a node stands."""
        above = self.induk[id]
        return 0 if above is None else self.level(above) + 1


def _bobot() -> st.SearchStrategy[Decimal | None]:
    """Mostly a weight; sometimes zero, none, or less than nothing."""
    usual = st.integers(1, 40).map(lambda number: Decimal(number) / 4)
    return st.one_of(usual, usual, usual, usual, st.just(Decimal(0)), st.sampled_from([None, Decimal(-1)]))


@st.composite
def pohonan(draw: st.DrawFn, max_size: int = 8) -> Pohonan:
    """A tree of some nodes; each has up to three rows, of which some have no number."""
    induk: dict[str, str | None] = {}
    for number in range(draw(st.integers(0, max_size))):
        induk[f"N{number}"] = draw(st.sampled_from([None, *induk, *list(induk)[-1:]]))
    weighed = draw(st.booleans())
    weight = _bobot() if weighed else st.integers(1, 9).map(Decimal)
    figure = st.one_of(
        st.none(),
        st.sampled_from([Decimal(item) for item in ("0", "100", "120", "-5")]),
        st.integers(1, 200).map(Decimal),
        st.decimals(0, 150, places=2),
    )
    rows: list[Daun] = []
    for node in induk:
        for number in range(draw(st.sampled_from((0, 0, 1, 1, 2, 3)))):
            nilai = draw(figure)
            why = (
                None if nilai is not None else draw(st.sampled_from(("tanpa_target", "belum_ada_realisasi")))
            )
            rows.append(Daun(f"{node}-IK{number}", node, nilai, why, draw(weight)))
    return Pohonan(induk, {node: draw(weight) for node in induk}, rows)


# --- years of several periods ---------------------------------------------------------------------


@attrs.frozen
class Ukuran:
    """What was measured in a period: a value, or its parts."""

    nilai: Decimal | None = None
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None


@attrs.frozen
class Setahun:
    """One indikator over the periods of a year.

    Attributes:
        agregasi: As stated; None where all parts are known.
        satuan: Percent, or nothing.
        polaritas: Which way is better.
        target: Of each period a number, a dash or nothing.
        ukuran: Of each period what was measured, seldom more than once.
    """

    agregasi: str | None
    satuan: str
    polaritas: str | None
    target: list[Decimal | Literal["-"] | None]
    ukuran: list[list[Ukuran]]


def _rencana(draw: st.DrawFn, banyak: int) -> list[Decimal | Literal["-"] | None]:
    """Targets of all periods, of some, or of none; often shares of a hundred."""
    shares = {2: ("40", "60"), 4: ("26", "26", "25", "23"), 12: ("8.3",) * 11 + ("8.7",)}[banyak]
    kind = draw(st.sampled_from(("penuh", "sebaran", "bolong", "kosong")))
    if kind == "sebaran":
        return [Decimal(item) for item in shares]
    number = st.sampled_from([Decimal(item) for item in ("0", "4", "5", "50", "80", "100")]) | st.integers(
        -9, 120
    ).map(Decimal)
    cell: st.SearchStrategy[Decimal | Literal["-"] | None] = number
    dash: st.SearchStrategy[Literal["-"]] = st.just("-")
    if kind == "bolong":
        cell = st.one_of(number, number, dash, st.none())
    if kind == "kosong":
        cell = st.sampled_from((None, None, None, "-"))
    return [draw(cell) for _ in range(banyak)]


@st.composite
def ukuran(draw: st.DrawFn, kind: str) -> Ukuran:
    """A value, parts, parts by zero or some of them."""
    value = st.one_of(st.just(Decimal(0)), st.integers(0, 120).map(Decimal), st.decimals(0, 100, places=2))
    above, below = Decimal(draw(st.integers(0, 50))), Decimal(draw(st.integers(1, 60)))
    match kind:
        case "bagian":
            return Ukuran(None, above, below)
        case "nol":
            return Ukuran(None, above, Decimal(0))
        case "kurang":
            return draw(st.sampled_from([Ukuran(None, above, None), Ukuran(None, None, below)]))
    return Ukuran(draw(value))


@st.composite
def setahun(draw: st.DrawFn, banyak: int = 4) -> Setahun:
    """A year of triwulan, or of other periods."""
    satuan = draw(st.sampled_from(("", "%")))
    usual = ("nilai", "bagian") if satuan else ("nilai",)
    kinds = draw(st.sampled_from((usual[-1:], usual, (*usual, "nol", "kurang") if satuan else usual)))
    gaps = draw(st.sampled_from(((1,), (1, 1, 1, 0), (0, 0, 1), (1, 1, 1, 1, 2), (0,))))
    measured = [
        [draw(ukuran(draw(st.sampled_from(kinds)))) for _ in range(draw(st.sampled_from(gaps)))]
        for _ in range(banyak)
    ]
    pooled = all(
        item.penyebut is not None and item.pembilang is not None for items in measured for item in items
    )
    stated = st.sampled_from([item.value for item in Agregasi])
    return Setahun(
        draw(st.none() | stated if pooled and all(measured) else stated),
        satuan,
        draw(st.none() | st.sampled_from(("naik", "turun"))),
        _rencana(draw, banyak),
        measured,
    )


# --- what two cells of a form may hold ------------------------------------------------------------

_LABEL = ("A", "BB", "B", "CC")
_SATUAN = ("", "%", "hari", "minggu", "bulan", "tahun")


def _pasangan() -> st.SearchStrategy[tuple[Isian, Isian]]:
    """A target and a realisasi of the same form, or of any two."""
    number = st.builds(Angka, angka(), st.sampled_from(_SATUAN))
    plain = st.builds(Angka, angka())
    ends = st.tuples(angka(), angka()).map(sorted)
    ranges = st.tuples(ends, st.sampled_from(_SATUAN)).map(
        lambda item: Rentang(item[0][0], item[0][1], item[1])
    )
    bounds = st.builds(Batas, st.sampled_from(Tanda), angka(), st.sampled_from(_SATUAN))
    small = st.integers(0, 12).map(Decimal)
    ratios = st.builds(Rasio, small, small)
    days = st.dates(dt.date(2024, 12, 25), dt.date(2025, 12, 31)).map(Tanggal)
    scored = st.builds(Kategori, st.sampled_from(_LABEL), st.none() | st.integers(0, 100).map(Decimal))
    words = st.builds(Kategori, st.sampled_from((*_LABEL, "Ya", "Tidak")))
    empty = st.builds(Kosong, st.sampled_from(JenisKosong))
    unread = st.builds(TakTerbaca, st.just("?"), st.sampled_from(Sebab))
    any_form = st.one_of(number, ranges, bounds, ratios, days, scored, empty, unread)
    return st.one_of(
        st.tuples(plain, plain),
        st.tuples(number, number),
        st.tuples(ranges, number),
        st.tuples(bounds, number),
        bounds.flatmap(lambda item: st.tuples(st.just(item), st.just(Angka(item.nilai, item.satuan)))),
        st.tuples(ratios, ratios),
        st.tuples(days, days),
        st.tuples(scored, scored),
        st.tuples(words, words),
        st.tuples(scored, plain),
        st.tuples(plain, scored),
        st.tuples(any_form, any_form),
    )


@st.composite
def pohon_terukur(draw: st.DrawFn) -> tuple[PohonKinerja, list[Realisasi]]:
    """A tree of a few nodes, whose indikator have a target and a realisasi of any form."""
    tree = PohonKinerja("Uji", jenis=JenisInstansi.BEBAS)
    measured: list[Realisasi] = []
    for number in range(draw(st.integers(1, 3))):
        items: list[Indikator] = []
        for count in range(draw(st.integers(1, 2))):
            target, reached = draw(_pasangan())
            item = Indikator(
                id=f"IK{number}-{count}",
                nama="Nilai",
                satuan=draw(st.sampled_from(("", "%"))),
                rumus=draw(st.none() | st.just(Predikat(_LABEL[::-1])))
                if isinstance(target, Kategori)
                else None,
                polaritas=draw(st.none() | st.none() | st.sampled_from(Polaritas)),
                terburuk=draw(st.none() | angka()),
                terbaik=draw(
                    st.sampled_from([None, Decimal(100), getattr(target, "nilai", None)]).map(_decimal)
                ),
                target={2025: target},
            )
            items.append(item)
            measured += [Realisasi(item.id, 2025, reached)] * draw(st.sampled_from((1, 1, 1, 1, 1, 1, 0, 2)))
        above = draw(st.sampled_from([None, *(node.id for node in tree)]))
        tree.add(Outcome(f"N{number}", indikator=items), under=above)
    return tree, measured


def _decimal(nilai: object) -> Decimal | None:
    return nilai if isinstance(nilai, Decimal) else None
