"""How the periods of records lie within the one that is asked for."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable

import attrs

from sakip.model import RealisasiAnggaran
from sakip.periode import JenisPeriode, Periode


@functools.lru_cache(maxsize=4096)
def _days(periode: Periode) -> tuple[int, int]:
    """The first and the last day, as numbers."""
    return periode.mulai.toordinal(), periode.akhir.toordinal()


def order_key(periode: Periode) -> tuple[int, int]:
    """Where a period stands among others: as `Periode` sorts, and fast."""
    first, last = _days(periode)
    return first, -last


@functools.lru_cache(maxsize=4096)
def is_within(part: Periode, whole: Periode) -> bool:
    return _days(whole)[0] <= _days(part)[0] and _days(part)[1] <= _days(whole)[1]


@attrs.frozen
class Letak:
    """How periods lie within a longer one: whether two overlap, and whether they fill it."""

    tumpang_tindih: bool
    penuh: bool


@functools.lru_cache(maxsize=4096)
def layout(whole: Periode, parts: frozenset[Periode]) -> Letak:
    days = sorted(_days(part) for part in parts)
    overlap = any(after[0] <= before[1] for before, after in itertools.pairwise(days))
    first, last = _days(whole)
    return Letak(overlap, not overlap and sum(end - begin + 1 for begin, end in days) == last - first + 1)


@functools.lru_cache(maxsize=4096)
def missing(whole: Periode, parts: frozenset[Periode]) -> tuple[Periode, ...]:
    """What of a period none of its parts covers, in periods as long as the shortest part."""
    kinds = [part.jenis for part in parts if part.jenis is not JenisPeriode.RENTANG]
    kind = min(kinds, key=lambda jenis: jenis.bulan, default=JenisPeriode.TAHUN)
    return tuple(item for item in whole.parts(kind) if not any(is_within(item, part) for part in parts))


def join_periods(items: Iterable[Periode]) -> str:
    """Periods of one kind in words; three or more in a row by the first and the last."""
    rows: list[list[Periode]] = []
    for item in items:
        if rows and _days(rows[-1][-1])[1] + 1 == _days(item)[0]:
            rows[-1].append(item)
        else:
            rows.append([item])
    return ", ".join(
        f"{row[0]} s.d. {row[-1]}" if len(row) > 2 else ", ".join(str(item) for item in row) for row in rows
    )


def periods(records: Iterable[RealisasiAnggaran]) -> frozenset[Periode]:
    return frozenset(item.periode for item in records)
