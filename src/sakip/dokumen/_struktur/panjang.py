"""Struktur tables in the long layout: the year of target and pagu in a column of its own, parents by their code.

Other applications print ``kode``, ``induk_kode`` and, for each year a row, ``tahun_target``,
``target``, ``target_text``, ``pagu``. Such a table is turned into the wide one, in which each year has
its columns and a node has its id; what can't be turned stays a further cell.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from sakip.dokumen._bagian.kata import tight
from sakip.dokumen._datar.kolom import Kolom
from sakip.dokumen._datar.lembar import Baris, Lembar
from sakip.errors import PeriodeError
from sakip.periode import JenisPeriode, Periode

_TAHUN = ("tahun_target", "tahun")
_INDUK = ("induk_kode", "kode_induk")
_ID, _KODE, _PARENT = Kolom("id"), Kolom("kode"), Kolom("induk")
Sel = Mapping[Kolom, str]


def to_lebar(lembar: Lembar[Kolom]) -> Lembar[Kolom]:
    """A table in the wide layout; one that is in it already stays as it is."""
    unknown = {tight(column.judul): column for column in lembar.kolom if not column.kunci}
    made = _with_ids(lembar, next((unknown[name] for name in _INDUK if name in unknown), None))
    tahun = next((unknown[name] for name in _TAHUN if name in unknown), None)
    if tahun is None or not unknown.keys() & {"target", "target_text", "pagu"}:
        return made
    return _with_years(made, tahun, unknown)


def _with_ids(lembar: Lembar[Kolom], induk: Kolom | None) -> Lembar[Kolom]:
    """The code of a row as its id, and that of its parent as its parent, where no column has ids."""
    if induk is None or {_ID, _PARENT} & set(lembar.kolom) or _KODE not in lembar.kolom:
        return lembar

    def rename(row: Baris[Kolom]) -> Baris[Kolom]:
        sel = {_PARENT if column == induk else column: cell for column, cell in row.sel.items()}
        if kode := row.sel.get(_KODE, "").strip():
            sel = {_ID: kode} | sel
        return attrs.evolve(row, sel=sel)

    columns = (_ID, *(_PARENT if column == induk else column for column in lembar.kolom))
    return attrs.evolve(lembar, kolom=columns, baris=tuple(map(rename, lembar.baris)))


def _with_years(lembar: Lembar[Kolom], tahun: Kolom, unknown: Mapping[str, Kolom]) -> Lembar[Kolom]:
    """The values of each year in columns of their own; rows that differ in these alone become one."""
    merged: list[Baris[Kolom]] = []
    places: dict[frozenset[tuple[Kolom, str]], int] = {}
    left: set[Kolom] = set()
    years: dict[Kolom, None] = {}
    for row in lembar.baris:
        rest, values = _split(row.sel, tahun, unknown)
        years |= dict.fromkeys(values)
        left |= rest.keys()
        key = frozenset(rest.items())
        place = places.get(key)
        if place is None or row.lebih or not values or values.keys() & merged[place].sel.keys():
            places[key] = len(merged)
            merged.append(attrs.evolve(row, sel=rest | values))
        else:
            merged[place] = attrs.evolve(merged[place], sel={**merged[place].sel, **values})
    gone = {tahun, *(unknown[name] for name in ("target", "target_text", "pagu") if name in unknown)} - left
    columns = (*(column for column in lembar.kolom if column not in gone), *years)
    return attrs.evolve(lembar, kolom=columns, baris=tuple(merged))


def _split(sel: Sel, tahun: Kolom, unknown: Mapping[str, Kolom]) -> tuple[dict[Kolom, str], dict[Kolom, str]]:
    """The cells of a row without its year, and the values of that year; all cells where it names none."""
    rest = dict(sel)
    when = _year(sel.get(tahun, ""))
    if when is None:
        return rest, {}
    values: dict[Kolom, str] = {}
    for name, kunci in (("target", "target"), ("target_text", "target"), ("pagu", "pagu")):
        column = Kolom(kunci, when)
        if name in unknown and unknown[name] in rest and values.get(column) in {None, rest[unknown[name]]}:
            values[column] = rest.pop(unknown[name])
    del rest[tahun]
    return rest, values


def _year(teks: str) -> Periode | None:
    try:
        found = Periode.parse(teks.strip())
    except PeriodeError:
        return None
    return found if found.jenis is JenisPeriode.TAHUN else None
