"""From a tree and its measurements to a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.angka import Angka, Isian, Kosong, convert_satuan, round_half_up, settle
from sakip.capaian._baris import BarisCapaian, Rincian, implied_rumus, shown, unit_of
from sakip.capaian._cara import choose_cara
from sakip.capaian._himpun import Terhimpun, Terukur, gather, group_filled, reach, within
from sakip.capaian._laporan import LaporanCapaian
from sakip.capaian._target import Rencana, has_own_targets, plan
from sakip.capaian._temuan import REALISASI_GANDA, REALISASI_TAHUN_BERBEDA, REALISASI_TANPA_INDIKATOR
from sakip.capaian._waktu import Cakupan, CaraPeriode, Pembanding, list_window
from sakip.kebijakan import LKJIP, Capaian, Kebijakan, Polaritas, Rujukan
from sakip.model import AnySimpul, Indikator, Realisasi, Target
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.pilihan import to_enum
from sakip.pohon import PohonKinerja
from sakip.rumus import Indeks, Predikat, Rumus
from sakip.temuan import Tempat, Temuan

KOSONG = Kosong()


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
            reason, ``lewati`` rests the figure on the periods there are. A sum over
            fewer periods is compared with the targets of these alone; where they
            have none, or where another stretch is the target, it has a reason.

    Returns:
        One row for each indikator and period, in tree order. A figure that can't be
        computed has its reason; a measurement that can't be used has its `Temuan`.

    Raises:
        PeriodeError: It names no period.
        TipeError: It is no period at all.
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
    listed = list(realisasi)
    measured = group_filled(listed)
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
    temuan = [*_check(pohon, listed, measured, times), *hitung.temuan]
    return LaporanCapaian(pohon.nama, times, hitung.kebijakan, tuple(rows), tuple(temuan))


def _to_periods(periode: Periode | int | str | Iterable[Periode | int | str]) -> tuple[Periode, ...]:
    if isinstance(periode, Periode | str) or not isinstance(periode, Iterable):
        return (to_periode(periode),)
    return tuple(dict.fromkeys(to_periode(item) for item in periode))


def _to_pembanding(pembanding: Pembanding | str | None, cakupan: Cakupan | str) -> Pembanding:
    if pembanding is None:
        stretch = to_enum(Cakupan, cakupan, "compute_capaian", "cakupan")
        return Pembanding.KUMULATIF if stretch is Cakupan.KUMULATIF else Pembanding.PERIODE
    return to_enum(Pembanding, pembanding, "compute_capaian", "pembanding")


def _check(
    pohon: PohonKinerja,
    listed: Iterable[Realisasi],
    measured: Mapping[str, Terukur],
    times: tuple[Periode, ...],
) -> Iterator[Temuan]:
    """Measurements of these periods that have no indikator, or that stand twice."""
    known = {item.id for simpul in pohon for item in simpul.indikator}
    asked = dict.fromkeys(
        (item.indikator, item.periode)
        for item in listed
        if any(item.periode in _year(time) for time in times)
    )
    for id, when in asked:
        place, items = Tempat(indikator=id), measured.get(id, {}).get(when, ())
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
        rencana = Rencana.of(indikator, self.versi, when.akhir)
        printed = rencana.real(when) or rencana.real(_year(when))
        rumus = indikator.rumus or implied_rumus(indikator, printed)
        window = list_window(when, self.cakupan is Cakupan.KUMULATIF)
        rows = within(measured, window)
        himpunan = _Himpunan(indikator, rencana, rumus, unit_of(indikator, printed), _year(when))
        cara = himpunan.choose(rows)
        himpun = gather(rencana, rumus, window, rows, cara, self.kosong)
        target, bagian, halangan, himpun = self._plan(rencana, when, window, cara, himpun)
        self._check_parts(himpunan, when, rows)
        own = himpun.bahan[0] if len(himpun.bahan) == 1 and himpun.bahan[0].periode == when else None
        capaian = compare_reached(
            self.kebijakan,
            planned_of(target),
            himpun.nilai,
            indikator.polaritas,
            refer(indikator, target),
            halangan,
            KOSONG if own is None or own.nilai is None else own.nilai,
        )
        gathered = himpun.cara is not None or len(bagian) > 1
        return BarisCapaian(
            simpul,
            indikator,
            target,
            own,
            capaian,
            self.pohon.owner(simpul.id),
            periode=when,
            jalur=self._path(simpul.id),
            rincian=Rincian(
                cakupan=self.cakupan,
                pembanding=self.pembanding,
                nilai=himpun.nilai,
                bahan=himpun.bahan,
                kosong=himpun.kosong,
                bagian_target=bagian,
                cara=cara if gathered else None,
                sebagian=himpun.bolong,
            ),
        )

    def _plan(
        self,
        rencana: Rencana,
        when: Periode,
        window: tuple[Periode, ...],
        cara: CaraPeriode | None,
        himpun: Terhimpun,
    ) -> tuple[Target | None, tuple[Target, ...], Alasan | None, Terhimpun]:
        """The target, with what was measured: a sum that passes over gaps has the target of its periods."""
        stretch = self._planned(when, _year(when))
        if not himpun.bolong:
            return *plan(rencana, stretch, cara, stretch[-1]), himpun
        filled = [item.periode for item in himpun.bahan]
        if stretch == window and has_own_targets(rencana, filled):
            return *plan(rencana, filled, cara, stretch[-1]), himpun
        # A sum with a hole is no sum of the stretch that the target is for.
        broken = attrs.evolve(himpun, nilai=Alasan.PERIODE_BELUM_LENGKAP)
        return *plan(rencana, stretch, cara, stretch[-1]), broken

    def _planned(self, when: Periode, tahun: Periode) -> tuple[Periode, ...]:
        if self.pembanding is Pembanding.TAHUN:
            return (tahun,)
        return list_window(when, self.pembanding is Pembanding.KUMULATIF)

    def _path(self, id: str) -> tuple[str, ...]:
        if id not in self._jalur:
            above = self.pohon.parent(id)
            self._jalur[id] = (id,) if above is None else (*self._path(above.id), id)
        return self._jalur[id]

    def _check_parts(self, himpunan: _Himpunan, when: Periode, measured: Terukur) -> None:
        """A realisasi that was reported whole and in parts, which say something else."""
        reported = [reach(item, himpunan.rumus) for item in measured.get(when, ())]
        below = {item: rows for item, rows in measured.items() if item != when and item in when}
        if len(reported) != 1 or not below:
            return
        whole, cara = reported[0], himpunan.choose(below)
        if cara is None:
            return
        parts = gather(himpunan.rencana, himpunan.rumus, (when,), below, cara, Kekosongan.TOLAK).nilai
        if isinstance(whole, Angka) and isinstance(parts, Angka) and _differ(whole, parts):
            self.temuan.append(
                REALISASI_TAHUN_BERBEDA.temuan(
                    Tempat(indikator=himpunan.indikator.id, nama=himpunan.indikator.nama),
                    periode=str(when),
                    tercatat=shown(whole),
                    cara=cara.agregasi.kalimat,
                    himpunan=shown(parts),
                )
            )


@attrs.frozen
class _Himpunan:
    """What decides how the periods of one indikator are put together."""

    indikator: Indikator
    rencana: Rencana
    rumus: Rumus | None
    satuan: str
    tahun: Periode

    def choose(self, measured: Terukur) -> CaraPeriode | None:
        """How these measurements are put together."""
        return choose_cara(self.indikator, self.rencana, self.rumus, self.satuan, self.tahun, measured)


def _differ(whole: Angka, parts: Angka) -> bool:
    """Whether a reported figure is another than its parts give, at the digits that it was reported with."""
    nilai = convert_satuan(parts.nilai, parts.satuan, whole.satuan)
    said = settle(whole.nilai)
    exponent = said.as_tuple().exponent
    digits = max(0, -exponent) if isinstance(exponent, int) else 0
    return nilai is not None and round_half_up(nilai, digits) != said


def compare_reached(
    kebijakan: Kebijakan,
    target: Isian,
    nilai: Isian | Alasan,
    polaritas: Polaritas | None,
    rujukan: Rujukan,
    halangan: Alasan | None = None,
    tercatat: Isian = KOSONG,
) -> Capaian:
    """A target against what was reached; where that is a reason, the reason with what was reported."""
    if not isinstance(nilai, Alasan):
        capaian = kebijakan.compare(target, nilai, polaritas, rujukan)
        if halangan is None:
            return capaian
        return kebijakan.without_number(target, nilai, capaian.polaritas, halangan)
    # What is wrong with the target is said before what is wrong with the realisasi.
    empty = kebijakan.compare(target, KOSONG, polaritas, rujukan)
    alasan = halangan or (nilai if empty.alasan is Alasan.BELUM_ADA_REALISASI else empty.alasan)
    return kebijakan.without_number(target, tercatat, empty.polaritas, alasan or nilai)


def planned_of(target: Target | None) -> Isian:
    """What is planned; an empty cell where there is no target."""
    return KOSONG if target is None else target.nilai


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
