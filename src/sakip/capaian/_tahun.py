"""One year beside the others: the four comparisons that an evaluation asks for.

The year's target, the realisasi of the years before with their growth, the target at
the end of the plan, and a figure from outside.

Acuan: the criteria of the LKE (PermenPANRB 88/2021) for the LKjIP.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.angka import (
    KONTEKS,
    Angka,
    Isian,
    Kosong,
    clean_satuan,
    convert_satuan,
    format_angka,
    round_half_up,
    to_isian,
)
from sakip.berkas import Rekaman
from sakip.capaian._baris import BarisCapaian, implied_rumus, shown, unit_of
from sakip.capaian._cara import choose_cara
from sakip.capaian._himpun import Terukur, gather, group_filled, within
from sakip.capaian._hitung import compare_reached, compute_capaian, planned_of, refer
from sakip.capaian._laporan import LaporanCapaian, check_known
from sakip.capaian._target import Rencana, is_blank, plan
from sakip.errors import ModelError
from sakip.kebijakan import Capaian, Kebijakan, Polaritas
from sakip.model import Realisasi, Target
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.pohon import PohonKinerja
from sakip.rumus import Agregasi
from sakip.teks import Tampilan, render_html, render_tabel

SERATUS = Decimal(100)


@attrs.frozen
class Pertumbuhan:
    """How a realisasi changed from one year to the next.

    Attributes:
        dari: The year before.
        ke: The year.
        selisih: The change in the indikator's unit, for a percentage in percentage points.
        satuan: The unit of that change.
        persen: The change in percent of the year before; None where it can't be computed.
        alasan: Why not.
        arah: ``membaik``, ``memburuk`` or ``tetap``, as the polaritas has it; empty where it has no say.

    >>> grow(Periode(2024), Periode(2025), Angka(80, "%"), Angka(84, "%"), Polaritas.NAIK).satuan
    'poin persen'
    """

    dari: Periode
    ke: Periode
    selisih: Decimal | None
    satuan: str
    persen: Decimal | None
    alasan: Alasan | None
    arah: str

    def __str__(self) -> str:
        if self.selisih is None:
            return f"— ({self.alasan.kalimat if self.alasan else ''})"
        sign = "+" if self.selisih > 0 else ""
        change = f"{sign}{_short(self.selisih)} {self.satuan}".strip()
        if self.persen is None:
            return change
        plus = "+" if self.persen > 0 else ""
        return f"{change} ({plus}{format_angka(self.persen, 2)} %)"


def _short(nilai: Decimal) -> str:
    """A figure without decimals that say nothing, and with two at most."""
    whole = nilai == nilai.to_integral_value()
    return format_angka(round_half_up(nilai, 0 if whole else 2))


def grow(
    dari: Periode,
    ke: Periode,
    lalu: Isian | Alasan,
    kini: Isian | Alasan,
    polaritas: Polaritas,
    satuan: str = "",
) -> Pertumbuhan:
    """The change between two years: R − R before, and that by the size of R before.

    The year before is taken in the unit of the later one; *satuan* is the unit of a
    figure that prints none.

    >>> print(grow(Periode(2024), Periode(2025), Angka(50), Angka(60), Polaritas.NAIK))
    +10 (+20,00 %)
    >>> print(grow(Periode(2024), Periode(2025), Angka(0), Angka(3), Polaritas.TURUN).arah)
    memburuk
    """
    for value in (lalu, kini):
        if isinstance(value, Alasan):
            return Pertumbuhan(dari, ke, None, "", None, value, "")
    if not isinstance(lalu, Angka) or not isinstance(kini, Angka):
        return Pertumbuhan(dari, ke, None, "", None, Alasan.BUKAN_ANGKA, "")
    unit = kini.satuan or satuan or lalu.satuan
    before = convert_satuan(lalu.nilai, lalu.satuan or satuan, unit)
    if before is None:
        return Pertumbuhan(dari, ke, None, "", None, Alasan.SATUAN_BERBEDA, "")
    selisih = KONTEKS.subtract(kini.nilai, before)
    points = "poin persen" if clean_satuan(unit) == "%" else unit
    arah = _direction(selisih, polaritas)
    if before == 0:
        return Pertumbuhan(dari, ke, selisih, points, None, Alasan.PENYEBUT_NOL, arah)
    persen = KONTEKS.divide(KONTEKS.multiply(selisih, SERATUS), before.copy_abs())
    return Pertumbuhan(dari, ke, selisih, points, persen, None, arah)


def _direction(selisih: Decimal, polaritas: Polaritas) -> str:
    if polaritas not in (Polaritas.NAIK, Polaritas.TURUN):
        return ""
    if selisih == 0:
        return "tetap"
    return "membaik" if (selisih > 0) is (polaritas is Polaritas.NAIK) else "memburuk"


@attrs.frozen(kw_only=True)
class BarisTahun:
    """One indikator in one year beside the others.

    Attributes:
        tahun: The row of the year against its own target.
        deret: The realisasi of each year of the series, in order; a reason where there is none.
        pertumbuhan: The change between each two years that follow each other.
        akhir: The realisasi against the target at the end of the plan.
        cara_akhir: How that was compared, in Indonesian: a stock by its last value,
            a flow by the sum of the years.
        luar: The realisasi against a figure from outside; None where none was given.
        nama_luar: What that figure is.

    >>> from sakip import Indikator, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh", periode="2021-2025")
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(
    ...     id="IK1", nama="Persentase PPKS", satuan="%", target={2024: "82,32 %", 2025: "94,99 %"})]))
    >>> terukur = [Realisasi("IK1", 2023, "80 %"), Realisasi("IK1", 2024, "84 %")]
    >>> baris = compare_tahun(pohon, terukur, 2024)["IK1"]
    >>> print(baris.tahun, "|", baris.pertumbuhan[-1], "|", baris.akhir)
    102,04 % | +4 poin persen (+5,00 %) | 88,43 %
    """

    tahun: BarisCapaian
    deret: tuple[tuple[Periode, Isian | Alasan], ...]
    pertumbuhan: tuple[Pertumbuhan, ...]
    akhir: Capaian
    cara_akhir: str
    luar: Capaian | None = None
    nama_luar: str = ""

    def to_record(self) -> dict[str, object]:
        """The row as one flat record; figures stay exact `Decimal` values."""
        last = self.pertumbuhan[-1] if self.pertumbuhan else None
        years = {f"realisasi_{when}": _text(value) for when, value in self.deret}
        return {
            **self.tahun.to_record(),
            **years,
            "selisih": None if last is None else last.selisih,
            "satuan_selisih": "" if last is None else last.satuan,
            "pertumbuhan": None if last is None else last.persen,
            "arah": "" if last is None else last.arah,
            "target_akhir": shown(self.akhir.target),
            "capaian_akhir": self.akhir.nilai,
            "alasan_akhir": "" if self.akhir.alasan is None else self.akhir.alasan.value,
            "cara_akhir": self.cara_akhir,
            "nama_luar": self.nama_luar,
            "nilai_luar": "" if self.luar is None else shown(self.luar.target),
            "capaian_luar": None if self.luar is None else self.luar.nilai,
        }

    def explain(self) -> str:
        """All four comparisons, each with its figures, in Indonesian."""
        lines = ["1. Terhadap target tahun", self.tahun.explain(), "2. Terhadap tahun-tahun sebelumnya"]
        lines += [f"{item.dari} → {item.ke}: {item}" for item in self.pertumbuhan]
        way, _, _ = self.cara_akhir.partition(" terhadap ")
        lines += [f"3. Terhadap target akhir rencana ({way})", self.akhir.explain()]
        if self.luar is not None:
            lines += [f"4. Terhadap {self.nama_luar}", self.luar.explain()]
        return "\n".join(lines)


def _text(value: Isian | Alasan) -> str:
    return "" if isinstance(value, Alasan) else shown(value)


@attrs.frozen
class LaporanTahun(Tampilan, Rekaman):
    """Every indikator of a tree in one year beside the others, in tree order.

    Attributes:
        laporan: The report of the year itself.
        deret: The years that are shown.
        baris: The rows.
        seri: The report of all those years, each against its own target.

    >>> from sakip import PohonKinerja
    >>> len(compare_tahun(PohonKinerja("Dinas Contoh", periode="2021-2025"), [], 2025))
    0
    """

    laporan: LaporanCapaian
    deret: tuple[Periode, ...]
    baris: tuple[BarisTahun, ...]
    seri: LaporanCapaian

    def __getitem__(self, id: str) -> BarisTahun:
        return self.baris[self.laporan.baris.index(self.laporan[id])]

    def __iter__(self) -> Iterator[BarisTahun]:
        return iter(self.baris)

    def _ipython_key_completions_(self) -> list[str]:
        return [row.tahun.indikator.id for row in self.baris]

    def __len__(self) -> int:
        return len(self.baris)

    def to_records(self) -> list[dict[str, object]]:
        """The rows as flat records, for a data frame or a file."""
        return [row.to_record() for row in self.baris]

    def _table(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        years = tuple(str(when) for when in self.deret)
        header = (
            "Id",
            "Indikator",
            *years,
            "Target",
            "Capaian",
            "Perubahan",
            "Target akhir",
            "Capaian akhir",
        )
        rows = [
            (
                row.tahun.indikator.id,
                row.tahun.indikator.nama,
                *(_text(value) or "—" for _, value in row.deret),
                shown(row.tahun.capaian.target),
                str(row.tahun),
                str(row.pertumbuhan[-1]) if row.pertumbuhan else "—",
                shown(row.akhir.target),
                str(row.akhir),
            )
            for row in self.baris
        ]
        return header, rows

    def __str__(self) -> str:
        header, rows = self._table()
        limits = (0, 36, *(14 for _ in self.deret), 14, 24, 24, 14, 24)
        table = render_tabel(header, rows, lebar=limits, kanan=range(2, len(header)))
        return f"{self.laporan.judul}\n\n{table}"

    def _repr_html_(self) -> str:
        header, rows = self._table()
        return render_html(header, rows, judul=self.laporan.judul, kanan=range(2, len(header)))


def compare_tahun(
    pohon: PohonKinerja,
    realisasi: Iterable[Realisasi],
    tahun: Periode | int | str,
    kebijakan: Kebijakan | None = None,
    *,
    rencana: Periode | str | None = None,
    luar: Mapping[str, tuple[str, Isian | Decimal | int | str]] | None = None,
    versi: str | None = None,
    kosong: Kekosongan | str = Kekosongan.TOLAK,
) -> LaporanTahun:
    """A year against its target, the years before, the end of the plan, and figures from outside.

    Args:
        pohon: The tree.
        realisasi: Measurements of the year and of those before.
        tahun: The year, one of the plan's: what came before has another end, and so
            has what comes after.
        kebijakan: The policy; by default the tree's own, and LKJIP where it has none.
        rencana: The span of the plan, or its only year; by default the tree's own.
        luar: For ids of indikator, what a figure from outside is (such as "rata-rata
            nasional") and its value.
        versi: The version of the plan.
        kosong: What is done where a planned period is not filled.

    Raises:
        ModelError: It is no year, the plan's span is not known or is none, or the year
            is not one of it.
        TidakAdaError: A figure from outside for an indikator that is not there.

    >>> from sakip import PohonKinerja
    >>> compare_tahun(PohonKinerja("Dinas Contoh"), [], 2025)
    Traceback (most recent call last):
    sakip.errors.ModelError: compare_tahun.rencana is None: the span of the plan, such as '2021-2025', is expected
    """
    when = to_periode(tahun)
    if when.jenis is not JenisPeriode.TAHUN:
        raise ModelError("compare_tahun", "tahun", str(when), "a year")
    span = _to_span(pohon, rencana, when)
    rows = list(realisasi)
    laporan = compute_capaian(pohon, rows, when, kebijakan, versi=versi, kosong=kosong)
    outside = {id: (nama, to_isian(nilai)) for id, (nama, nilai) in (luar or {}).items()}
    check_known("indikator", outside, {row.indikator.id for row in laporan}, f"the tree {pohon.nama!r}")
    first = min([span.tahun, *(item.periode.tahun for item in rows)])
    years = tuple(Periode(year) for year in range(first, when.tahun + 1))
    series = compute_capaian(pohon, rows, years, laporan.kebijakan, versi=versi, kosong=kosong)
    by_id: dict[str, list[BarisCapaian]] = {}
    for row in series:
        by_id.setdefault(row.indikator.id, []).append(row)
    measured = group_filled(rows)
    made = tuple(
        _row(row, by_id[row.indikator.id], measured.get(row.indikator.id, {}), span, outside, versi)
        for row in laporan
    )
    return LaporanTahun(laporan, years, made, series)


def _to_span(pohon: PohonKinerja, rencana: Periode | int | str | None, tahun: Periode) -> Periode:
    """The span of the plan, which holds the year."""
    span = pohon.periode if rencana is None else to_periode(rencana)
    if span is None or span.jenis not in (JenisPeriode.RENTANG, JenisPeriode.TAHUN):
        raise ModelError("compare_tahun", "rencana", str(span), "the span of the plan, such as '2021-2025',")
    if tahun not in span:
        raise ModelError("compare_tahun", "tahun", str(tahun), f"a year of the plan {span}")
    return span


def _row(
    row: BarisCapaian,
    series: list[BarisCapaian],
    measured: Terukur,
    span: Periode,
    outside: Mapping[str, tuple[str, Isian]],
    versi: str | None,
) -> BarisTahun:
    deret = tuple((item.periode, item.rincian.utuh) for item in series)
    arah = row.capaian.polaritas
    growth = tuple(grow(one[0], two[0], one[1], two[1], arah, row.satuan) for one, two in pairwise(deret))
    akhir, cara = _against_end(row, measured, span, versi)
    nama, figure = outside.get(row.indikator.id, ("", None))
    luar = None
    if figure is not None:
        rujukan = refer(row.indikator, row.target)
        rule, reached, shown_as = row.capaian.kebijakan, row.rincian.utuh, row.capaian.realisasi
        luar = compare_reached(rule, figure, reached, arah, rujukan, None, shown_as)
    return BarisTahun(
        tahun=row, deret=deret, pertumbuhan=growth, akhir=akhir, cara_akhir=cara, luar=luar, nama_luar=nama
    )


def _against_end(
    row: BarisCapaian, measured: Terukur, span: Periode, versi: str | None
) -> tuple[Capaian, str]:
    """The realisasi so far against the end of the plan: a flow adds its years, a stock has its last."""
    item, rule, when = row.indikator, row.capaian.kebijakan, row.periode
    rencana = Rencana.of(item, versi, when.akhir)
    rumus = item.rumus or implied_rumus(item, row.target)
    so_far = tuple(Periode(year) for year in range(span.tahun, when.tahun + 1))
    rows = within(measured, so_far)
    cara = choose_cara(item, rencana, rumus, unit_of(item, row.target), span, rows)
    if cara is None:
        alasan = Alasan.AGREGASI_TIDAK_DIKETAHUI
        empty = rule.without_number(Kosong(), row.capaian.realisasi, row.capaian.polaritas, alasan)
        return empty, "cara menghimpun tahun tidak diketahui"
    if cara.agregasi is not Agregasi.JUMLAH:
        target = last_target(rencana, span)
        stock = compare_reached(
            rule,
            planned_of(target),
            row.rincian.utuh,
            item.polaritas,
            refer(item, target),
            None,
            row.capaian.realisasi,
        )
        return stock, "nilai terakhir terhadap target akhir rencana"
    himpun = gather(rencana, rumus, so_far, rows, cara, Kekosongan.TOLAK)
    target, _, halangan = plan(rencana, (span,), cara, span)
    rujukan = refer(item, target)
    flow = compare_reached(rule, planned_of(target), himpun.nilai, item.polaritas, rujukan, halangan)
    return flow, "jumlah sejak awal rencana terhadap jumlah target rencana"


def last_target(rencana: Rencana, span: Periode) -> Target | None:
    """The target at the end of the plan: that of the span itself, or of its last year."""
    found = (rencana.target.get(when) for when in (span, Periode(span.sampai)))
    return next((item for item in found if item is not None and not is_blank(item.nilai)), None)
