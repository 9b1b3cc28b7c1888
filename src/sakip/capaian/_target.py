"""The plan of an indikator as it stood on a day, and the target of a stretch of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

import attrs

from sakip.alasan import Alasan
from sakip.angka import Isian, JenisKosong, Kosong, TakTerbaca
from sakip.capaian._waktu import CaraPeriode, count_months, cover, spread
from sakip.model import Indikator, Target
from sakip.periode import Periode
from sakip.rumus import Agregasi, NilaiPeriode


def is_blank(nilai: Isian) -> bool:
    """Whether a cell says nothing; a dash says that nothing is planned.

    >>> is_blank(Kosong()), is_blank(Kosong("strip", "-"))
    (True, False)
    """
    return isinstance(nilai, Kosong) and nilai.jenis is not JenisKosong.STRIP


@attrs.frozen
class Rencana:
    """The targets of an indikator in one version: of each period the one in force.

    Attributes:
        target: The target of each period.
        diketahui: The periods of which the plan says something, in order.

    >>> Rencana.of(Indikator(id="IK1", nama="x", target={2025: "", 2024: 5}), None, dt.date(2025, 12, 31)).diketahui
    (Periode(tahun=2024, jenis=<JenisPeriode.TAHUN: 'tahun'>, nomor=1, sampai=2024),)
    """

    target: Mapping[Periode, Target]
    diketahui: tuple[Periode, ...] = attrs.field(init=False)

    @diketahui.default
    def _list_known(self) -> tuple[Periode, ...]:
        known = (when for when, item in self.target.items() if not is_blank(item.nilai))
        return tuple(sorted(known, key=lambda when: (when.mulai, -count_months(when))))

    @staticmethod
    def of(indikator: Indikator, versi: str | None, pada: dt.date) -> Rencana:
        """The plan in one version; without one, as it stood on a day."""
        times = dict.fromkeys(item.periode for item in indikator.target)
        found = {when: indikator.target_for(when, versi, pada=pada) for when in times}
        return Rencana({when: item for when, item in found.items() if item is not None})

    def real(self, periode: Periode) -> Target | None:
        """The target of a period, where something is planned for it."""
        item = self.target.get(periode)
        return None if item is None or isinstance(item.nilai, Kosong) else item

    def is_planned(self, periode: Periode) -> bool:
        """Whether a period was to be filled.

        It was when it has a target of its own, or when the plan says nothing of
        periods of that kind in that year; a dash says that it was not.
        """
        if self.real(periode) is not None:
            return True
        return not any(item.jenis is periode.jenis and item.tahun == periode.tahun for item in self.diketahui)

    def real_within(self, periode: Periode) -> Iterator[Target]:
        """What is planned for a period, or for those that it is told in."""
        found = (self.real(leaf) for leaf in spread(periode, self.diketahui))
        return (item for item in found if item is not None)


def plan(
    rencana: Rencana, window: Sequence[Periode], cara: CaraPeriode | None, sebagai: Periode
) -> tuple[Target | None, tuple[Target, ...], Alasan | None]:
    """The target of a stretch, the targets that it is made of, and why there is none.

    A stretch whose own target is printed has that one; otherwise those of its
    periods are put together as the realisasi is, as a target of the period *sebagai*.
    """
    leaves = cover(window, rencana.diketahui)
    found = (rencana.target.get(leaf) for leaf in leaves)
    targets = [item for item in found if item is not None]
    real = [item for item in targets if not isinstance(item.nilai, Kosong)]
    if len(leaves) == 1 or not real:
        return (targets[-1] if targets else None), (), None
    unreadable = next((item for item in real if isinstance(item.nilai, TakTerbaca)), None)
    if unreadable is not None:
        return unreadable, tuple(real), None
    if len(real) == 1:
        return real[0], (), None
    if cara is None:
        return None, tuple(real), Alasan.AGREGASI_TIDAK_DIKETAHUI
    how = Agregasi.NILAI_AKHIR if cara.agregasi is Agregasi.GABUNGAN else cara.agregasi
    values = [NilaiPeriode(item.nilai, None, count_months(item.periode)) for item in real]
    total = cara.combine(how, values)
    if isinstance(total, Alasan):
        return None, tuple(real), total
    versions = dict.fromkeys(item.versi for item in real)
    made = Target(sebagai, total, "; ".join(versions), max(real, key=_effective).berlaku)
    return made, tuple(real), None


def _effective(target: Target) -> dt.date:
    return target.berlaku or dt.date.min


def has_own_targets(rencana: Rencana, filled: Sequence[Periode]) -> bool:
    """Whether each of the periods that were filled has its own part of the plan."""
    parts = [list(rencana.real_within(when)) for when in filled]
    planned = (bool(part) or not rencana.is_planned(when) for part, when in zip(parts, filled, strict=True))
    return all(planned) and any(parts)
