"""From a tree and its measurements to a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from sakip.alasan import Alasan, Kekosongan
from sakip.angka import Angka, Isian, Kosong
from sakip.capaian._baris import BarisCapaian, Rincian, implied_rumus, shown, unit_of
from sakip.capaian._laporan import LaporanCapaian
from sakip.capaian._temuan import REALISASI_GANDA, REALISASI_TAHUN_BERBEDA, REALISASI_TANPA_INDIKATOR
from sakip.capaian._waktu import (
    Cakupan,
    CaraPeriode,
    Pembanding,
    Terhimpun,
    choose_cara,
    gather,
    list_window,
    plan,
)
from sakip.kebijakan import LKJIP, Capaian, Kebijakan, Polaritas, Rujukan
from sakip.model import AnySimpul, Indikator, Realisasi, Target
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.pilihan import to_enum
from sakip.pohon import PohonKinerja
from sakip.rumus import Indeks, Predikat, Rumus
from sakip.temuan import Tempat, Temuan

Terukur = Mapping[Periode, list[Realisasi]]
"""The measurements of one indikator, by period."""


def compute_capaian(
    pohon: PohonKinerja,
    realisasi: Iterable[Realisasi],
    periode: Periode | int | str | Iterable[Periode | int | str],
    kebijakan: Kebijakan | None = None,
    *,
    versi: str | None = None,
    cakupan: Cakupan | str = Cakupan.PERIODE,
    pembanding: Pembanding | str | None = None,
    kosong: Kekosongan | str = Kekosongan.TOLAK,
) -> LaporanCapaian:
    """Compare the measurements of a period with the targets of a tree.

    A year whose own realisasi was not reported is put together from its
    semesters, triwulan or months, as the indikator's ``agregasi`` says, and so is
    its target. Percentages are never added up, unless the plan itself spreads a
    hundred over the periods.

    Args:
        pohon: The tree.
        realisasi: Measurements; those of other periods are passed over.
        periode: The period, or several.
        kebijakan: The policy that turns target and realisasi into a capaian; by
            default the tree's own, and LKJIP where it has none.
        versi: The version of the plan; without it, for each target the one in
            force on the last day of the period.
        cakupan: ``periode`` measures the period alone, ``kumulatif`` all of the
            year up to its end.
        pembanding: The target that it is compared with: that of the ``periode``, that up
            to its end (``kumulatif``), or that of the year (``tahun``); by default
            the one that the cakupan asks for.
        kosong: What is done where a planned period is not filled: ``tolak`` gives a
            reason, ``lewati`` rests the figure on the periods there are.

    Returns:
        One row for each indikator and period, in tree order. A figure that can't be
        computed has its reason; a measurement that can't be used has its `Temuan`.

    Raises:
        PeriodeError: It names no period.
        ModelError: An unknown cakupan, pembanding or kosong.
        TargetNolError: A target is zero and the policy asks for an error.

    >>> from sakip import Indikator, Outcome, PohonKinerja, Realisasi
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[
    ...     Indikator(id="IK1", nama="Persentase PPKS yang tertangani", target={"2025": "93,59 %"})]))
    >>> laporan = compute_capaian(pohon, [Realisasi("IK1", "2025", "88 %")], "2025")
    >>> print(laporan["IK1"])
    94,03 %
    >>> print(laporan)
    Capaian Dinas Contoh, Tahun 2025, kebijakan LKJIP
    <BLANKLINE>
    Id   Indikator                         Target  Realisasi  Capaian
    ───  ───────────────────────────────  ───────  ─────────  ───────
    IK1  Persentase PPKS yang tertangani  93,59 %       88 %  94,03 %
    <BLANKLINE>
    1 dari 1 indikator terhitung.
    """
    measured = _by_indikator(realisasi)
    hitung = _Hitung(
        pohon,
        kebijakan or pohon.kebijakan or LKJIP,
        versi,
        to_enum(Cakupan, cakupan, "compute_capaian", "cakupan"),
        _to_pembanding(pembanding, cakupan),
        to_enum(Kekosongan, kosong, "compute_capaian", "kosong"),
    )
    times = _to_periods(periode)
    rows = [
        hitung.row(simpul, item, measured.get(item.id, {}), when)
        for simpul in pohon
        for item in simpul.indikator
        for when in times
    ]
    temuan = [*_check(pohon, measured, times), *hitung.temuan]
    return LaporanCapaian(pohon.nama, times, hitung.kebijakan, tuple(rows), tuple(temuan))


def _to_periods(periode: Periode | int | str | Iterable[Periode | int | str]) -> tuple[Periode, ...]:
    if isinstance(periode, Periode | int | str):
        return (to_periode(periode),)
    return tuple(dict.fromkeys(to_periode(item) for item in periode))


def _to_pembanding(pembanding: Pembanding | str | None, cakupan: Cakupan | str) -> Pembanding:
    if pembanding is None:
        stretch = to_enum(Cakupan, cakupan, "compute_capaian", "cakupan")
        return Pembanding.KUMULATIF if stretch is Cakupan.KUMULATIF else Pembanding.PERIODE
    return to_enum(Pembanding, pembanding, "compute_capaian", "pembanding")


def _by_indikator(realisasi: Iterable[Realisasi]) -> dict[str, dict[Periode, list[Realisasi]]]:
    measured: dict[str, dict[Periode, list[Realisasi]]] = {}
    for item in realisasi:
        measured.setdefault(item.indikator, {}).setdefault(item.periode, []).append(item)
    return measured


def _check(
    pohon: PohonKinerja, measured: Mapping[str, Terukur], times: tuple[Periode, ...]
) -> Iterator[Temuan]:
    """Measurements of these periods that have no indikator, or that stand twice."""
    known = {item.id for simpul in pohon for item in simpul.indikator}
    for id, periods in measured.items():
        for when, items in periods.items():
            if not any(when in _year(time) for time in times):
                continue
            place = Tempat(indikator=id)
            if id not in known:
                yield REALISASI_TANPA_INDIKATOR.temuan(place, periode=str(when), indikator=id)
            elif len(items) > 1:
                yield REALISASI_GANDA.temuan(place, periode=str(when), banyak=len(items))


def _year(periode: Periode) -> Periode:
    """The year that a period belongs to; a span of years itself."""
    return periode if periode.jenis is JenisPeriode.RENTANG else Periode(periode.tahun)


class _Hitung:
    """One report in the making: what all its rows share."""

    def __init__(
        self,
        pohon: PohonKinerja,
        kebijakan: Kebijakan,
        versi: str | None,
        cakupan: Cakupan,
        pembanding: Pembanding,
        kosong: Kekosongan,
    ) -> None:
        self.pohon = pohon
        self.kebijakan = kebijakan
        self.versi = versi
        self.cakupan = cakupan
        self.pembanding = pembanding
        self.kosong = kosong
        self.temuan: list[Temuan] = []
        self._jalur: dict[str, tuple[str, ...]] = {}

    def row(self, simpul: AnySimpul, indikator: Indikator, measured: Terukur, when: Periode) -> BarisCapaian:
        """The row of one indikator in one period."""
        tahun = _year(when)
        printed = indikator.target_for(when, self.versi) or indikator.target_for(tahun, self.versi)
        rumus = indikator.rumus or implied_rumus(indikator, printed or _any_target(indikator))
        satuan = unit_of(indikator, printed or _any_target(indikator))
        cara = choose_cara(indikator, rumus, satuan, tahun, measured)
        target, bagian, halangan = plan(indikator, self._planned(when, tahun), cara, self.versi, when.akhir)
        kumulatif = self.cakupan is Cakupan.KUMULATIF
        himpun = gather(indikator, rumus, list_window(when, kumulatif), measured, cara, self.kosong)
        self._check_parts(indikator, rumus, when, measured, cara, himpun)
        capaian = self._compare(indikator, target, halangan, himpun)
        gathered = himpun.cara is not None or len(bagian) > 1
        return BarisCapaian(
            simpul,
            indikator,
            target,
            himpun.bahan[0] if len(himpun.bahan) == 1 else None,
            capaian,
            self.pohon.owner(simpul.id),
            periode=when,
            jalur=self._path(simpul.id),
            rincian=Rincian(
                cakupan=self.cakupan,
                pembanding=self.pembanding,
                bahan=himpun.bahan,
                kosong=himpun.kosong,
                bagian_target=bagian,
                cara=cara if gathered else None,
            ),
        )

    def _planned(self, when: Periode, tahun: Periode) -> tuple[Periode, ...]:
        if self.pembanding is Pembanding.TAHUN:
            return (tahun,)
        return list_window(when, self.pembanding is Pembanding.KUMULATIF)

    def _path(self, id: str) -> tuple[str, ...]:
        if id not in self._jalur:
            above = self.pohon.parent(id)
            self._jalur[id] = (id,) if above is None else (*self._path(above.id), id)
        return self._jalur[id]

    def _compare(
        self,
        indikator: Indikator,
        target: Target | None,
        halangan: Alasan | None,
        himpun: Terhimpun,
    ) -> Capaian:
        planned: Isian = Kosong() if target is None else target.nilai
        arah, rujukan = indikator.polaritas, refer(indikator, target)
        if not isinstance(himpun.nilai, Alasan):
            capaian = self.kebijakan.compare(planned, himpun.nilai, arah, rujukan)
            if halangan is None:
                return capaian
            return self.kebijakan.without_number(planned, himpun.nilai, capaian.polaritas, halangan)
        # What is wrong with the target is said before what is wrong with the realisasi.
        empty = self.kebijakan.compare(planned, Kosong(), arah, rujukan)
        reported = himpun.bahan[0].nilai if len(himpun.bahan) == 1 else None
        alasan = halangan or (himpun.nilai if empty.alasan is Alasan.BELUM_ADA_REALISASI else empty.alasan)
        return self.kebijakan.without_number(
            planned, reported or Kosong(), empty.polaritas, alasan or himpun.nilai
        )

    def _check_parts(
        self,
        indikator: Indikator,
        rumus: Rumus | None,
        when: Periode,
        measured: Terukur,
        cara: CaraPeriode | None,
        himpun: Terhimpun,
    ) -> None:
        """A realisasi that was reported whole and in parts, which say something else."""
        if when not in measured or not isinstance(himpun.nilai, Angka) or cara is None:
            return
        below = {item: rows for item, rows in measured.items() if item != when and item in when}
        if not below:
            return
        parts = gather(indikator, rumus, (when,), below, cara, Kekosongan.TOLAK)
        if isinstance(parts.nilai, Angka) and parts.nilai.nilai != himpun.nilai.nilai:
            self.temuan.append(
                REALISASI_TAHUN_BERBEDA.temuan(
                    Tempat(indikator=indikator.id, nama=indikator.nama),
                    periode=str(when),
                    tercatat=shown(himpun.nilai),
                    cara=cara.agregasi.kalimat,
                    himpunan=shown(parts.nilai),
                )
            )


def _any_target(indikator: Indikator) -> Target | None:
    """Some target, for its unit, where the period has none."""
    return indikator.target[0] if indikator.target else None


def refer(indikator: Indikator, target: Target | None) -> Rujukan:
    """What is known of an indikator that only some comparisons need."""
    rumus = indikator.rumus
    ends = rumus.skala if isinstance(rumus, Indeks) else None
    best: Decimal | None = None
    if ends is not None:
        best = ends[0] if indikator.polaritas is Polaritas.TURUN else ends[1]
    awal: dt.date | None = None if target is None else target.periode.mulai
    return Rujukan(
        terburuk=indikator.terburuk,
        terbaik=best if indikator.terbaik is None else indikator.terbaik,
        urutan=rumus.urutan if isinstance(rumus, Predikat) else None,
        awal=awal,
    )
