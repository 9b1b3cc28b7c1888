"""Hypothesis strategies for tables: policies of every setting, rows of every kind."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

import attrs
from hypothesis import strategies as st

from sakip.kebijakan import (
    Kebijakan,
    MetodeStabil,
    MetodeTurun,
    Pembulatan,
    Polaritas,
    TargetNegatif,
    TargetNol,
)
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
