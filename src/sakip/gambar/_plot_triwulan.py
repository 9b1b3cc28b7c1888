"""Capaian of each triwulan."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sakip.capaian import BarisCapaian, Cakupan, LaporanCapaian
from sakip.errors import ModelError
from sakip.gambar._plot_dasar import (
    BIRU_TUA,
    KELABU,
    PENANDA,
    WARNA,
    Gaya,
    add_catatan,
    bungkus,
    choose_baris,
    gaya_pita,
    group_alasan,
    latar,
    open_axes,
    set_angka,
    set_judul,
    set_kategori,
    to_titik,
)
from sakip.periode import JenisPeriode, Periode

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BANYAK = len(PENANDA)
"""Lines that can be told apart by their markers."""


def plot_triwulan(laporan: LaporanCapaian, indikator: str | None = None, *, ax: Axes | None = None) -> Axes:
    """Draw the capaian of each triwulan.

    One indikator is drawn as bars, each with its figure and its predikat; several as lines, each
    with a marker of its own. A triwulan without a figure has no bar and no point, and its
    reason in words.

    Args:
        laporan: A report of several triwulan, such as one of ``compute_capaian(pohon, terukur,
            ["2025-TW1", "2025-TW2"])``; what it holds of other periods is left out.
        indikator: The id of one indikator; without it, all those of the report, eight at most.
        ax: Where to draw; without it, in a new figure of pyplot.

    Returns:
        The axes.

    Raises:
        EkstraError: matplotlib is not installed (``sakip[plot]``).
        ModelError: The report has no triwulan, or more indikator than can be told apart.
        TidakAdaError: There is no such indikator.

    >>> from sakip import Indikator, Outcome, PohonKinerja, Realisasi, compute_capaian
    >>> from matplotlib.figure import Figure
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[
    ...     Indikator(id="IK1", nama="Jumlah", target={"2025-TW1": 10, "2025-TW2": 20})]))
    >>> laporan = compute_capaian(pohon, [Realisasi("IK1", "2025-TW1", 9)], ["2025-TW1", "2025-TW2"])
    >>> ax = plot_triwulan(laporan, ax=Figure().subplots())
    >>> [float(bar.get_height()) for bar in ax.patches], [text.get_gid() for text in ax.texts]
    ([90.0], ['angka', 'tanpa angka'])
    """
    ids = list(dict.fromkeys(row.indikator.id for row in laporan)) if indikator is None else [indikator]
    if len(ids) > _BANYAK:
        what = f"{_BANYAK} indikator at most: name one, or choose with select(),"
        raise ModelError("plot_triwulan", "laporan", f"{len(ids)} indikator", what)
    found = (_triwulan(choose_baris(laporan, id, "plot_triwulan")) for id in ids)
    series = [rows for rows in found if rows]
    when = sorted({row.periode for rows in series for row in rows})
    if not when:
        raise ModelError(
            "plot_triwulan", "laporan", str(len(laporan)), "a report of triwulan, such as 2025-TW1"
        )
    axes = open_axes(ax)
    set_kategori(axes.xaxis, [item.label for item in when], 13)
    axes.set_xlabel("Triwulan")
    axes.set_xlim(-0.6, len(when) - 0.4)
    until = any(row.rincian.cakupan is Cakupan.KUMULATIF for rows in series for row in rows)
    set_angka(axes.yaxis, "Capaian sampai dengan triwulan (%)" if until else "Capaian (%)")
    axes.axhline(100, color=KELABU, linestyle=":", linewidth=1, gid="seratus")
    axes.margins(y=0.2)
    if len(series) == 1:
        _draw_bars(axes, series[0], when)
    else:
        _draw_lines(axes, series, when)
    return axes


def _triwulan(rows: Sequence[BarisCapaian]) -> list[BarisCapaian]:
    return [row for row in rows if row.periode.jenis is JenisPeriode.TRIWULAN]


def _draw_bars(ax: Axes, rows: Sequence[BarisCapaian], when: Sequence[Periode]) -> None:
    """One indikator: a bar for each triwulan that has a figure."""
    set_judul(ax, f"{rows[0].indikator.id}: {rows[0].indikator.nama}")
    for row in rows:
        place = when.index(row.periode)
        if row.nilai is None:
            reason = row.alasan.kalimat if row.alasan else ""
            ax.text(
                place,
                0.02,
                bungkus(reason, 16),
                transform=ax.get_xaxis_transform(),
                ha="center",
                va="bottom",
                style="italic",
                fontsize="small",
                gid="tanpa angka",
            )
            continue
        pita, height = row.capaian.predikat, to_titik(row.nilai)
        skala = row.capaian.kebijakan.skala
        style = Gaya(BIRU_TUA) if pita is None or skala is None else gaya_pita(skala)[pita]
        ax.bar(place, height, 0.6, **style.isian())
        label = str(row) if pita is None else f"{row}\n{bungkus(pita.label, 16)}"
        ax.annotate(
            label,
            (place, height),
            xytext=(0, 4 if height >= 0 else -4),
            textcoords="offset points",
            ha="center",
            va="bottom" if height >= 0 else "top",
            fontsize="small",
            bbox=latar(ax),
            gid="angka",
        )


def _draw_lines(ax: Axes, series: Sequence[Sequence[BarisCapaian]], when: Sequence[Periode]) -> None:
    """Several indikator: a line for each, broken where there is no figure."""
    set_judul(ax, "Capaian per triwulan")
    missing = []
    for number, rows in enumerate(series):
        figures = {row.periode: row.nilai for row in rows}
        heights = [math.nan if (figure := figures.get(item)) is None else to_titik(figure) for item in when]
        indikator = rows[0].indikator
        ax.plot(
            range(len(when)),
            heights,
            color=WARNA[number],
            marker=PENANDA[number],
            label=bungkus(f"{indikator.id}: {indikator.nama}"),
            gid=indikator.id,
        )
        missing += [(f"{indikator.id} {row.periode}", row.alasan) for row in rows if row.alasan is not None]
    ax.legend(fontsize="small", loc="center left", bbox_to_anchor=(1.01, 0.5))
    add_catatan(ax, group_alasan(missing))
