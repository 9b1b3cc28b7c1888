"""Capaian on the table that the user has: pandas, Polars, PyArrow, DuckDB, PySpark.

One expression, written once with narwhals, says what a row's capaian is; the engine
of the table computes it where the data is, and a lazy table stays lazy. Needs
``pip install 'sakip[tabel]'``.

The scalar engine of `sakip.kebijakan` counts with 34 decimal digits and explains each
figure; a table counts with Float64. The two agree in value to nine digits, and in
reason and band exactly, where the inputs have at most 15 significant digits and the
figure is below 100.000 %: bands and rounding see it settled to ten decimals, as the
scalar engine does. Above 900.000 % the tenth decimal is more than a Float64 can hold,
and nothing is rounded.

A table holds numbers. What a document prints otherwise (a predicate, a ratio, a date,
a bound such as ``< 20``, a unit that differs) is no number in a column: turn it into
one, or give its reason in the column ``halangan``.

`aggregate_periode` agrees with `sakip.compute_capaian` where a year is told in periods of
one kind; where the way they are put together is stated, or all their parts are known;
and where the cells are numbers of one unit, a part beside no value of its own. The
scalar engine also reads the way from the rumus, from a target of the year or
from a percentage, and refuses a reported value that its parts contradict; the table
does neither. Of a year of which nothing is filled it counts the periods that
were to be filled, where the scalar engine counts the year as one.
"""

from __future__ import annotations

from sakip.tabel._capaian import add_capaian
from sakip.tabel._gulung import roll_up
from sakip.tabel._periode import aggregate_periode
from sakip.tabel._pohon import TabelPohon, from_laporan, from_pohon, from_realisasi

__all__ = [
    "TabelPohon",
    "add_capaian",
    "aggregate_periode",
    "from_laporan",
    "from_pohon",
    "from_realisasi",
    "roll_up",
]
