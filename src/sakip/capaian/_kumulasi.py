"""What was reached since a plan began, as the indikator's own way of putting periods together has it."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.angka import Isian
from sakip.capaian._baris import implied_rumus, unit_of
from sakip.capaian._cara import choose_cara
from sakip.capaian._himpun import Terhimpun, Terukur, gather, group_filled, within
from sakip.capaian._hitung import compare_reached, planned_of, refer
from sakip.capaian._tahun import last_target
from sakip.capaian._target import Rencana, plan
from sakip.capaian._waktu import CaraPeriode, list_window
from sakip.errors import ModelError
from sakip.kebijakan import LKJIP, Capaian, Kebijakan
from sakip.model import Indikator, Realisasi, Target
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.rumus import Agregasi


@attrs.frozen
class Kumulasi:
    """What an indikator reached from the beginning of a plan up to the end of a period.

    Attributes:
        nilai: The value, or why there is none.
        capaian: The same against the target at the end of the plan.
        cara: How the years were put together; None where nobody says and nothing had to be.
        bahan: The measurements that it rests on.
        kosong: The periods that were planned and not filled.

    >>> stok = Indikator(id="IK1", nama="Cakupan", satuan="%", target={2022: "80 %"})
    >>> hasil = accumulate(stok, [Realisasi("IK1", 2021, "60 %")], 2021, "2021-2022")
    >>> print(hasil.nilai, hasil.capaian, hasil.berjumlah)
    60 % 75,00 % False
    """

    nilai: Isian | Alasan
    capaian: Capaian
    cara: CaraPeriode | None
    bahan: tuple[Realisasi, ...] = ()
    kosong: tuple[Periode, ...] = ()

    @property
    def berjumlah(self) -> bool:
        """Whether its years add up; otherwise the last one stands for all of them."""
        return self.cara is not None and self.cara.agregasi is Agregasi.JUMLAH


def accumulate(
    indikator: Indikator,
    realisasi: Iterable[Realisasi],
    sampai: Periode | int | str,
    rencana: Periode | int | str,
    kebijakan: Kebijakan = LKJIP,
    *,
    versi: str | None = None,
) -> Kumulasi:
    """What an indikator reached from the beginning of a plan up to the end of a period.

    A flow (``agregasi`` jumlah) adds its years; of anything else the last year counts,
    put together from its periods as the indikator says. A period that was planned and not
    filled leaves a sum without a number: it is not zero.

    Args:
        indikator: The indikator.
        realisasi: Measurements; those of other indikator are passed over.
        sampai: The period that it ends with: a year, or a part of one.
        rencana: The span of the plan, or its only year.
        kebijakan: The policy of the comparison with the end of the plan.
        versi: The version of the plan.

    Raises:
        ModelError: The period is not one of the plan, or is a span.

    >>> layanan = Indikator(id="IK1", nama="Jumlah layanan", satuan="layanan", agregasi="jumlah",
    ...     target={2021: 10, 2022: 20, 2023: 20})
    >>> terukur = [Realisasi("IK1", 2021, 9), Realisasi("IK1", "2022-TW1", 6), Realisasi("IK1", "2022-TW2", 4)]
    >>> hasil = accumulate(layanan, terukur, "2022-TW2", "2021-2023")
    >>> print(hasil.nilai, hasil.capaian)
    19 38,00 %
    """
    when, span = to_periode(sampai), to_periode(rencana)
    if when.jenis is JenisPeriode.RENTANG or when not in span:
        raise ModelError("accumulate", "sampai", str(when), f"a year of the plan {span}, or a part of one")
    hitung = _Hitung(indikator, Rencana.of(indikator, versi, when.akhir), when, span)
    measured = group_filled(item for item in realisasi if item.indikator == indikator.id)
    return hitung.compute(measured.get(indikator.id, {}), kebijakan)


@attrs.frozen
class _Hitung:
    """One accumulation in the making."""

    indikator: Indikator
    rencana: Rencana
    sampai: Periode
    span: Periode

    def compute(self, measured: Terukur, kebijakan: Kebijakan) -> Kumulasi:
        years = tuple(Periode(year) for year in range(self.span.tahun, self.sampai.tahun))
        inside = list_window(self.sampai, kumulatif=True)
        window = (*years, *inside)
        cara = self._choose(self.span, within(measured, window))
        flow = cara is not None and cara.agregasi is Agregasi.JUMLAH
        if flow or cara is None:
            himpun = self._gather(window, within(measured, window), cara)
        else:
            rows = within(measured, inside)
            himpun = self._gather(inside, rows, self._choose(Periode(self.sampai.tahun), rows))
        target, halangan = self._plan(cara)
        rujukan = refer(self.indikator, target)
        arah = self.indikator.polaritas
        capaian = compare_reached(kebijakan, planned_of(target), himpun.nilai, arah, rujukan, halangan)
        return Kumulasi(himpun.nilai, capaian, cara, himpun.bahan, himpun.kosong)

    def _choose(self, tahun: Periode, rows: Terukur) -> CaraPeriode | None:
        target = self._printed()
        rumus = self.indikator.rumus or implied_rumus(self.indikator, target)
        return choose_cara(self.indikator, self.rencana, rumus, unit_of(self.indikator, target), tahun, rows)

    def _gather(self, window: tuple[Periode, ...], rows: Terukur, cara: CaraPeriode | None) -> Terhimpun:
        rumus = self.indikator.rumus or implied_rumus(self.indikator, self._printed())
        return gather(self.rencana, rumus, window, rows, cara, Kekosongan.TOLAK)

    def _printed(self) -> Target | None:
        return self.rencana.real(self.sampai) or self.rencana.real(Periode(self.sampai.tahun))

    def _plan(self, cara: CaraPeriode | None) -> tuple[Target | None, Alasan | None]:
        """The target at the end of the plan: for a flow that of all its years."""
        if cara is None:
            return None, Alasan.AGREGASI_TIDAK_DIKETAHUI
        if cara.agregasi is not Agregasi.JUMLAH:
            return last_target(self.rencana, self.span), None
        target, _, halangan = plan(self.rencana, (self.span,), cara, self.span)
        return target, halangan
