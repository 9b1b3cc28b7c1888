"""Which periods a stretch of time is told in.

Nothing here asks what day it is today.
"""

from __future__ import annotations

import enum
from collections.abc import Collection, Sequence

import attrs

from sakip.alasan import Alasan
from sakip.angka import Isian
from sakip.periode import JenisPeriode, Periode
from sakip.rumus import Agregasi, NilaiPeriode, combine

BAGIAN = (JenisPeriode.TAHUN, JenisPeriode.SEMESTER, JenisPeriode.TRIWULAN, JenisPeriode.BULAN)
"""The kinds that a period may be made of, the longest first."""


SEPERIODE = BAGIAN[1:]
"""The kinds that a year may be made of, the longest first."""


class Cakupan(enum.Enum):
    """Which stretch of the year is measured: the period alone, or all up to its end.

    >>> Cakupan("kumulatif") is Cakupan.KUMULATIF
    True
    """

    PERIODE = "periode"
    KUMULATIF = "kumulatif"


class Pembanding(enum.Enum):
    """Which target it is compared with: the period's, that up to its end, or the year's.

    >>> [item.value for item in Pembanding]
    ['periode', 'kumulatif', 'tahun']
    """

    PERIODE = "periode"
    KUMULATIF = "kumulatif"
    TAHUN = "tahun"


@attrs.frozen
class CaraPeriode:
    """How the periods of an indikator are put together, and how that is known.

    Attributes:
        agregasi: How.
        asal: Where that comes from, in Indonesian: the indikator, its rumus, its plan.
        sebaran: Whether the plan spreads a whole over the periods, so that its
            percentages add up.
        persen: Whether the figures are percentages, also where they print no unit.

    >>> CaraPeriode(Agregasi.JUMLAH, "ditetapkan pada indikator").teks
    'jumlah seluruh periode (ditetapkan pada indikator)'
    """

    agregasi: Agregasi
    asal: str
    sebaran: bool = False
    persen: bool = False

    @property
    def teks(self) -> str:
        """The way in words."""
        return f"{self.agregasi.kalimat} ({self.asal})"

    def combine(self, agregasi: Agregasi, values: Sequence[NilaiPeriode]) -> Isian | Alasan:
        """The values of several periods as one; percentages are added up only where they spread a whole."""
        adds = agregasi is Agregasi.JUMLAH and len(values) > 1
        if adds and self.persen and not self.sebaran:
            return Alasan.PERSEN_DIJUMLAH
        return combine(agregasi, values, sebaran=self.sebaran)


def list_window(periode: Periode, kumulatif: bool) -> tuple[Periode, ...]:  # noqa: FBT001  # two answers, named by the caller
    """The periods of a stretch: the one alone, or those of its year up to it.

    >>> [str(item) for item in list_window(Periode.parse("2025-TW2"), True)]
    ['2025-TW1', '2025-TW2']
    """
    if not kumulatif or periode.jenis in (JenisPeriode.TAHUN, JenisPeriode.RENTANG):
        return (periode,)
    return Periode(periode.tahun).parts(periode.jenis)[: periode.nomor]


def spread(periode: Periode, known: Collection[Periode]) -> tuple[Periode, ...]:
    """The periods that a period is told in: itself, or the longest shorter ones that are known.

    >>> tw = [Periode.parse(f"2025-TW{n}") for n in (1, 2)]
    >>> [str(item) for item in spread(Periode(2025), tw)]
    ['2025-TW1', '2025-TW2', '2025-TW3', '2025-TW4']
    """
    if periode in known:
        return (periode,)
    inside = [item.jenis for item in known if item != periode and item in periode]
    kind = next((kind for kind in BAGIAN if kind in inside), None)
    if kind is None:
        return (periode,)
    return tuple(leaf for part in periode.parts(kind) for leaf in spread(part, known))


def cover(window: Sequence[Periode], known: Collection[Periode]) -> tuple[Periode, ...]:
    """The periods that a stretch is told in: the longest known ones that lie within it.

    >>> tw = [Periode.parse(f"2025-TW{n}") for n in (1, 2, 3)]
    >>> [str(item) for item in cover(tw, [Periode.parse("2025-S1"), *tw])]
    ['2025-S1', '2025-TW3']
    """
    leaves: list[Periode] = []
    rest = list(window)
    while rest:
        part = _longest(rest[0], window[-1], known)
        leaves += spread(part, known)
        rest = [item for item in rest if item not in part]
    return tuple(leaves)


def _longest(first: Periode, last: Periode, known: Collection[Periode]) -> Periode:
    """The longest known period that begins with one of a stretch and does not reach beyond its last one."""
    found, above = first, first.parent
    while above is not None and above.mulai == first.mulai and above.akhir <= last.akhir:
        found = above if above in known else found
        above = above.parent
    return found


def count_months(periode: Periode) -> int:
    """How many months a period has.

    >>> count_months(Periode.parse("2025-TW1")), count_months(Periode.parse("2021-2025"))
    (3, 60)
    """
    return periode.jenis.bulan or 12 * (periode.sampai - periode.tahun + 1)
