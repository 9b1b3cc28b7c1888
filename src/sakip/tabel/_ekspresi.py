"""Expressions: conditions that fold, guarded division, settling, rounding, bands.

Nothing here knows what a target is. Each function takes and gives narwhals
expressions, which every engine can run: a choice is always closed by an
``otherwise``, no division meets a zero, and no function is used whose result
depends on the engine, such as ``round``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from operator import add, and_, or_
from typing import Any, TypeAlias

import attrs

from sakip.angka import DESIMAL_MAPAN, round_half_up, settle
from sakip.kebijakan import Kebijakan, Pembulatan
from sakip.skala import Konversi, Pita, Skala
from sakip.tabel._nw import nw

Syarat: TypeAlias = nw.Expr | bool
"""A condition: an expression, or what is known before any row is looked at."""

Bingkai: TypeAlias = "nw.DataFrame[Any] | nw.LazyFrame[Any]"
"""A table as narwhals sees it, of any engine."""

SEMENTARA = "_sakip_"
"""How the names of the columns begin that are gone again in the end."""

TANPA_NILAI = nw.lit(None, nw.Float64)
"""No number."""

TANPA_TEKS = nw.lit(None, nw.String)
"""No text."""

BESAR, KECIL = 1e150, 1e-150
"""No document holds a number beyond these, and no product of two within them overflows."""

_MAPAN = 10.0**DESIMAL_MAPAN
_TERBILANG = 900_000
"""Below this a Float64 counts the units of the tenth decimal."""


def every(*syarat: Syarat) -> Syarat:
    """All of the conditions; what is known already is left out.

    >>> every(True, False, nw.col("a") > 0)
    False
    """
    if any(item is False for item in syarat):
        return False
    parts = [item for item in syarat if item is not True]
    return reduce(and_, parts) if parts else True


def either(*syarat: Syarat) -> Syarat:
    """Any of the conditions; what is known already is left out.

    >>> either(False, nw.col("a") > 0, True)
    True
    """
    if any(item is True for item in syarat):
        return True
    parts = [item for item in syarat if item is not False]
    return reduce(or_, parts) if parts else False


def negate(syarat: Syarat) -> Syarat:
    """The opposite of a condition that is never null.

    >>> negate(True)
    False
    """
    return not syarat if isinstance(syarat, bool) else ~syarat


def known(syarat: nw.Expr) -> nw.Expr:
    """A condition that is false where an engine would say null."""
    return syarat.fill_null(value=False)


def pick(pilihan: Sequence[tuple[Syarat, nw.Expr]], otherwise: nw.Expr) -> nw.Expr:
    """The value of the first condition that holds; branches that can't be reached are not emitted.

    >>> import polars as pl
    >>> tabel = nw.from_native(pl.DataFrame({"a": [1.0, -2.0]}))
    >>> a = nw.col("a")
    >>> tabel.select(pick([(False, a), (a < 0, -a)], a))["a"].to_list()
    [1.0, 2.0]
    """
    rows: list[tuple[nw.Expr, nw.Expr]] = []
    for syarat, nilai in pilihan:
        if syarat is True:
            otherwise = nilai
            break
        if isinstance(syarat, nw.Expr):
            rows.append((syarat, nilai))
    for condition, nilai in reversed(rows):
        chosen = nw.when(condition).then(nilai)
        otherwise = (
            chosen if otherwise is TANPA_NILAI or otherwise is TANPA_TEKS else chosen.otherwise(otherwise)
        )
    return otherwise


def only(syarat: Syarat, nilai: nw.Expr) -> nw.Expr:
    """A number where the condition holds, else null."""
    return nilai if syarat is True else pick([(syarat, nilai)], TANPA_NILAI)


_TAK_ADA = nw.lit(0, nw.Int8)


@attrs.frozen
class Teks:
    """Texts by condition, for one column or for several that share the conditions.

    Attributes:
        kondisi: The first that holds counts; where none does the text is null.
        isi: For each column the texts, one for each condition.
        within: Where to choose at all.
        bertingkat: Whether each condition implies all after it, as those of bands do.
    """

    kondisi: tuple[Syarat, ...]
    isi: dict[str, tuple[str, ...]]
    within: Syarat = True
    bertingkat: bool = False


def add_texts(bingkai: Bingkai, teks: Teks) -> Bingkai:
    """Add columns of text.

    A lazy engine takes one choice among texts for each column. pandas and PyArrow would
    write a whole column of text for each branch; they choose a number once, and take
    the texts by it.

    >>> import polars as pl
    >>> tabel = nw.from_native(pl.DataFrame({"a": [5.0, -5.0, None]}))
    >>> teks = Teks((nw.col("a") > 0, nw.col("a") < 0), {"b": ("lebih", "kurang")})
    >>> add_texts(tabel, teks)["b"].to_list()
    ['lebih', 'kurang', None]
    """
    if isinstance(bingkai, nw.LazyFrame):
        return bingkai.with_columns(**{name: _spell(teks, isi) for name, isi in teks.isi.items()})
    kode = _count_steps(bingkai, teks) if teks.bertingkat else _number(bingkai, teks)
    return bingkai.with_columns(*(_take(kode, name, isi) for name, isi in teks.isi.items()))


def _spell(teks: Teks, isi: tuple[str, ...]) -> nw.Expr:
    pilihan = [(syarat, nw.lit(item)) for syarat, item in zip(teks.kondisi, isi, strict=True)]
    return pick([(teks.within, pick(pilihan, TANPA_TEKS))], TANPA_TEKS)


def _count_steps(bingkai: nw.DataFrame[Any], teks: Teks) -> nw.Series[Any]:
    """The number of the first step that holds, read off how many hold: a sum of flags, and no choice at all."""
    flags = [known(syarat).cast(nw.Int8) for syarat in teks.kondisi if isinstance(syarat, nw.Expr)]
    held = bingkai.select(**{SEMENTARA: reduce(add, flags)})[SEMENTARA]
    first = [0, *range(len(flags), 0, -1)]
    return nw.new_series(SEMENTARA, first, nw.Int8, backend=held.implementation)[held]


def _number(bingkai: nw.DataFrame[Any], teks: Teks) -> nw.Series[Any]:
    """The number of the first condition that holds; 0 for none, and outside of where to choose.

    Where rows are few, only those are asked: a whole column for each condition is
    what costs most where there is hardly a row without a capaian.
    """
    numbered = [(syarat, nw.lit(i, nw.Int8)) for i, syarat in enumerate(teks.kondisi, start=1)]
    chosen = pick(numbered, _TAK_ADA)
    if not isinstance(teks.within, nw.Expr):
        return bingkai.with_columns(**{SEMENTARA: chosen})[SEMENTARA]
    within = bingkai.select(**{SEMENTARA: teks.within})[SEMENTARA]
    few = bingkai.filter(within).with_columns(**{SEMENTARA: chosen})[SEMENTARA]
    # The place of each of them among the few, counted from 1; the others take place 0.
    place = within.cast(nw.Int64).cum_sum() * within.cast(nw.Int64)
    none = nw.new_series(SEMENTARA, [0], nw.Int8, backend=few.implementation)
    return nw.concat([none.to_frame(), few.to_frame()])[SEMENTARA][place]


def _take(kode: nw.Series[Any], nama: str, isi: tuple[str, ...]) -> nw.Series[Any]:
    texts = nw.new_series(nama, [None, *isi], nw.String, backend=kode.implementation)
    return texts[kode]


def is_number(nilai: nw.Expr) -> nw.Expr:
    """Whether there is a number that can be computed with: not null, NaN, infinite or absurd."""
    return nilai.abs() <= BESAR


def divide(atas: nw.Expr, bawah: nw.Expr) -> nw.Expr:
    """A quotient, null where the divisor is zero; no engine gets to divide by it.

    >>> import polars as pl
    >>> tabel = nw.from_native(pl.DataFrame({"a": [1.0, 1.0], "b": [4.0, 0.0]}))
    >>> tabel.select(divide(nw.col("a"), nw.col("b")))["a"].to_list()
    [0.25, None]
    """
    return atas / only(bawah.abs() > KECIL, bawah)


def persen(atas: nw.Expr, bawah: nw.Expr) -> nw.Expr:
    """A share in percent; its divisor is guarded already."""
    return atas * 100.0 / bawah


def _units(besar: nw.Expr) -> nw.Expr:
    """A size in units of the tenth decimal: a whole number that a Float64 holds exactly."""
    return (besar * _MAPAN + 0.5).floor().cast(nw.Float64)


def _share(besar: nw.Expr, pembagi: float) -> nw.Expr:
    """A quotient by a constant, rounded once: Polars would multiply by 1 ÷ constant, which is not the same."""
    return besar / (besar * 0.0 + pembagi)


def _with_sign(nilai: nw.Expr, besar: nw.Expr) -> nw.Expr:
    return nw.when(nilai < 0).then(-besar).otherwise(besar)


def settle_column(nilai: nw.Expr) -> nw.Expr:
    """A figure without the noise of its last digits, as `sakip.angka.settle`: ten decimals.

    >>> import polars as pl
    >>> tabel = nw.from_native(pl.DataFrame({"a": [74.99999999999999, -0.1]}))
    >>> tabel.select(settle_column(nw.col("a")))["a"].to_list()
    [75.0, -0.1]
    """
    return _with_sign(nilai, _share(_units(nilai.abs()), _MAPAN))


def round_column(nilai: nw.Expr, digit: int) -> nw.Expr:
    """A settled figure rounded half away from zero; computed on whole numbers, so that ties are ties.

    A figure beyond 900.000, whose units a Float64 can't count, is left as it is.

    >>> import polars as pl
    >>> tabel = nw.from_native(pl.DataFrame({"a": [1.005, -2.675, 10.0]}))
    >>> tabel.select(round_column(nw.col("a"), 2))["a"].to_list()
    [1.01, -2.68, 10.0]
    """
    if digit >= DESIMAL_MAPAN:
        rounded = settle_column(nilai)
    else:
        step = 10.0 ** (DESIMAL_MAPAN - digit)
        whole = _share(_units(nilai.abs()) + step / 2, step).floor().cast(nw.Float64)
        rounded = _with_sign(nilai, _share(whole, 10.0**digit))
    return nw.when(nilai.abs() < _TERBILANG).then(rounded).otherwise(nilai)


def convert_column(nilai: nw.Expr, konversi: Konversi) -> nw.Expr:
    """A figure read off a line, as `Konversi.convert`; null stays null.

    >>> import polars as pl
    >>> tabel = nw.from_native(pl.DataFrame({"a": [45.0, 95.0, 130.0, None]}))
    >>> line = Konversi({0: 0, 90: 100, 100: 120})
    >>> tabel.select(a=convert_column(nw.col("a"), line))["a"].to_list()
    [50.0, 110.0, 120.0, None]
    """
    (x_first, y_first), (x_last, y_last) = konversi.titik[0], konversi.titik[-1]
    pilihan: list[tuple[Syarat, nw.Expr]] = [
        (nilai <= float(x_first), nw.lit(float(y_first))),
        (nilai >= float(x_last), nw.lit(float(y_last))),
    ]
    for (x0, y0), (x1, y1) in pairwise(konversi.titik):
        slope = float(Fraction(y1 - y0) / Fraction(x1 - x0))
        pilihan.append((nilai <= float(x1), (nilai - float(x0)) * slope + float(y0)))
    return pick(pilihan, TANPA_NILAI)


def bound_column(nilai: nw.Expr, kebijakan: Kebijakan) -> nw.Expr:
    """A figure within the cap and the floor of a policy; what is cut is exactly the bound."""
    pilihan: list[tuple[Syarat, nw.Expr]] = []
    if kebijakan.batas_atas is not None:
        pilihan.append((nilai > float(kebijakan.batas_atas), nw.lit(float(kebijakan.batas_atas))))
    if kebijakan.batas_bawah is not None:
        pilihan.append((nilai < float(kebijakan.batas_bawah), nw.lit(float(kebijakan.batas_bawah))))
    return pick(pilihan, nilai)


def choose_band(nilai: nw.Expr, kebijakan: Kebijakan, skala: Skala) -> Teks:
    """The label and the colour of a figure, as `Kebijakan.pita_for`; null where there is none.

    Args:
        nilai: The figure, not settled.
        kebijakan: Says whether a figure is rounded before it is put in a band.
        skala: The bands.

    >>> import polars as pl
    >>> from sakip import LKJIP
    >>> from sakip.skala import SKALA_MAGETAN
    >>> tabel = nw.from_native(pl.DataFrame({"a": [74.99999999999999, 74.99, None]}))
    >>> add_texts(tabel, choose_band(nw.col("a"), LKJIP, SKALA_MAGETAN))["predikat"].to_list()
    ['Berhasil', 'Cukup Berhasil', None]
    """
    return Teks(
        tuple(_holds(nilai, pita, kebijakan, skala) for pita in skala.pita),
        {
            "predikat": tuple(pita.label for pita in skala.pita),
            "warna": tuple(pita.warna for pita in skala.pita),
        },
        bertingkat=True,
    )


def _holds(nilai: nw.Expr, pita: Pita, kebijakan: Kebijakan, skala: Skala) -> nw.Expr:
    if pita.bawah is None:
        return ~nilai.is_null()
    return nilai >= find_edge(pita.bawah, pita.holds, kebijakan, skala)


def find_edge(bawah: Decimal, holds: Callable[[Decimal], bool], kebijakan: Kebijakan, skala: Skala) -> float:
    """From which figure on, before settling and rounding, a band is reached.

    Settling and rounding keep the order of figures, so asking whether a rounded
    figure reaches a bound is asking whether the figure reaches some other bound.
    That one is found here once, with the rounding of the scalar engine; no column
    has to be rounded, and no engine's rounding matters.

    Args:
        bawah: The lower bound of the band.
        holds: Whether a settled and rounded figure is not below the band.
        kebijakan: Says whether a figure is rounded first.
        skala: Says whether a figure is rounded then.

    >>> from sakip import LKJIP
    >>> from sakip.skala import MUTU_IKM
    >>> pita = MUTU_IKM.pita[1]
    >>> pita.syarat, round(find_edge(pita.bawah, pita.holds, LKJIP, MUTU_IKM), 9)
    ('≥ 76,61', 76.605)
    """

    def reaches(unit: int) -> bool:
        figure = Decimal(unit).scaleb(-DESIMAL_MAPAN)
        if kebijakan.pembulatan is not Pembulatan.TAMPILAN:
            figure = kebijakan.round(figure)
        if skala.digit is not None:
            figure = round_half_up(settle(figure), skala.digit)
        return holds(figure)

    per_one = 10**DESIMAL_MAPAN
    near = int(bawah) * per_one
    units = range(near - 3 * per_one, near + 3 * per_one)  # further than any rounding moves a figure
    first = units[bisect_left(units, True, key=reaches)]  # noqa: FBT003  # the value that is sought
    return float(Fraction(2 * first - 1, 2 * per_one))
