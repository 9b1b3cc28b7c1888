"""Serapan against capaian, in four quadrants."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from sakip.alasan import Alasan
from sakip.angka import format_angka, format_persen, to_decimal
from sakip.capaian import BarisEfisiensi, LaporanEfisiensi
from sakip.gambar._plot_dasar import (
    KELABU,
    PENANDA,
    WARNA,
    add_catatan,
    latar,
    open_axes,
    set_angka,
    set_judul,
    to_titik,
)
from sakip.model import NAMA_JENIS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BERNAMA = 25
"""Points that are named; of more, only those below the line of capaian."""
_MUAT = (16, 24)
"""Names that the axes have room for, side by side and one above the other."""


@attrs.frozen
class _Titik:
    """A node that has both figures."""

    id: str
    jenis: str
    serapan: Decimal
    capaian: Decimal


def plot_kuadran(
    laporan: LaporanEfisiensi,
    *,
    batas_capaian: Decimal | int | str = 100,
    batas_serapan: Decimal | int | str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw what every node spent against what it reached, in four quadrants.

    The line of capaian is at 100 percent, which is the target. No rule says where that of serapan
    is: without a bound it is their median, and the note says so. Nodes that lack either figure
    are not drawn; the note counts them by the reason.

    Args:
        laporan: What `compare_serapan` gives.
        batas_capaian: Where the line of capaian is, in percent.
        batas_serapan: Where the line of serapan is, in percent; None for the median.
        ax: Where to draw; without it, in a new figure of pyplot.

    Returns:
        The axes.

    Raises:
        EkstraError: matplotlib is not installed (``sakip[plot]``).
        AngkaError, TipeError: A bound is no number.

    >>> from sakip import Indikator, PohonKinerja, Program, Realisasi, compute_capaian, roll_up
    >>> from sakip.anggaran import compute_serapan
    >>> from sakip.capaian import compare_serapan
    >>> from sakip.model import RealisasiAnggaran
    >>> from matplotlib.figure import Figure
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> indikator = Indikator(id="IK1", nama="Jumlah PPKS", target={2025: 50})
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi", pagu={2025: 1000}, indikator=[indikator]))
    >>> simpul = roll_up(pohon, compute_capaian(pohon, [Realisasi("IK1", 2025, 48)], 2025))
    >>> uang = compute_serapan(pohon, [RealisasiAnggaran("P1", 2025, 900)], 2025)
    >>> ax = plot_kuadran(compare_serapan(simpul, uang), batas_serapan=80, ax=Figure().subplots())
    >>> ax.lines[0].get_xydata().tolist(), ax.texts[0].get_text()
    ([[90.0, 96.0]], 'P1')
    """
    upper = to_decimal(batas_capaian)
    fixed = None if batas_serapan is None else to_decimal(batas_serapan)
    points = [point for row in laporan if (point := _point(row)) is not None]
    axes = open_axes(ax, tinggi=5.2)
    right = fixed if fixed is not None else _median(points)
    for number, jenis in enumerate(dict.fromkeys(point.jenis for point in points)):
        found = [point for point in points if point.jenis == jenis]
        axes.plot(
            [to_titik(point.serapan) for point in found],
            [to_titik(point.capaian) for point in found],
            PENANDA[number % len(PENANDA)],
            color=WARNA[number % len(WARNA)],
            alpha=0.8,
            label=NAMA_JENIS[jenis],
            gid=jenis,
        )
    axes.margins(0.15)
    set_angka(axes.xaxis, "Serapan anggaran (%)")
    set_angka(axes.yaxis, "Capaian kinerja (%)")
    set_judul(axes, laporan.judul.replace("Efisiensi", "Capaian dan serapan", 1))
    notes = [*_catatan(laporan, points, right if fixed is None else None)]
    if right is not None:
        notes += _name_points(axes, points, upper)
        _draw_quadrants(axes, points, (right, upper))
        axes.legend(fontsize="small", loc="center left", bbox_to_anchor=(1.01, 0.5))
    add_catatan(axes, notes)
    return axes


def _point(row: BarisEfisiensi) -> _Titik | None:
    reached, spent = row.capaian.nilai, None if row.serapan is None else row.serapan.serapan
    if reached is None or spent is None:
        return None
    return _Titik(row.capaian.simpul.id, row.capaian.simpul.jenis, spent, reached)


def _median(points: Sequence[_Titik]) -> Decimal | None:
    return statistics.median(point.serapan for point in points) if points else None


def _draw_quadrants(ax: Axes, points: Sequence[_Titik], batas: tuple[Decimal, Decimal]) -> None:
    """The two lines, and in each corner the name of the quadrant with its count."""
    right, upper = batas
    ax.axvline(to_titik(right), color=KELABU, linestyle="--", linewidth=1, gid="batas serapan")
    ax.axhline(to_titik(upper), color=KELABU, linestyle="--", linewidth=1, gid="batas capaian")
    counts = Counter((point.serapan >= right, point.capaian >= upper) for point in points)
    for is_right, is_upper in ((False, True), (True, True), (False, False), (True, False)):
        words = (
            f"capaian {'tercapai' if is_upper else 'kurang'}, serapan {'tinggi' if is_right else 'rendah'}"
        )
        ax.text(
            0.99 if is_right else 0.01,
            0.99 if is_upper else 0.01,
            f"{words}: {format_angka(counts[is_right, is_upper])}",
            transform=ax.transAxes,
            ha="right" if is_right else "left",
            va="top" if is_upper else "bottom",
            fontsize="small",
            style="italic",
            bbox=latar(ax),
            gid="kuadran",
        )


def _name_points(ax: Axes, points: Sequence[_Titik], upper: Decimal) -> Iterator[str]:
    """The ids of the points, the lowest first, as far as there is room; give a note where there is not."""
    all_of_them = len(points) <= _BERNAMA
    named = [point for point in points if all_of_them or point.capaian < upper]
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    wide, tall = (right - left) / _MUAT[0], (high - low) / _MUAT[1]
    taken: list[tuple[float, float]] = []
    for point in sorted(named, key=_height):
        x, y = to_titik(point.serapan), to_titik(point.capaian)
        if any(abs(x - other) < wide and abs(y - height) < tall for other, height in taken):
            continue
        taken.append((x, y))
        ax.annotate(
            point.id, (x, y), xytext=(6, 4), textcoords="offset points", fontsize="x-small", gid="titik"
        )
    if len(taken) < len(points):
        where = "" if all_of_them else " di bawah garis capaian"
        yield f"Yang disebut idnya: {len(taken)} dari {len(named)} simpul{where}, sejauh ada tempat."


def _height(point: _Titik) -> Decimal:
    return point.capaian


def _catatan(laporan: LaporanEfisiensi, points: Sequence[_Titik], median: Decimal | None) -> Iterator[str]:
    if median is not None:
        yield f"Garis serapan: median simpul yang digambar, {format_persen(median)}."
    reasons = Counter(reason for row in laporan if (reason := _reason(row)) is not None)
    if reasons:
        words = "; ".join(f"{banyak} {alasan.kalimat}" for alasan, banyak in reasons.most_common())
        yield f"{len(laporan) - len(points)} simpul tidak digambar: {words}."


def _reason(row: BarisEfisiensi) -> Alasan | None:
    """Why a node is not drawn; None where it is."""
    if _point(row) is not None:
        return None
    return row.capaian.alasan or (Alasan.TANPA_PAGU if row.serapan is None else row.serapan.alasan)
