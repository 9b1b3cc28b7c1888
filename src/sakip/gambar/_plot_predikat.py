"""How many figures there are in each band, and how many there are none of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from sakip.alasan import Alasan
from sakip.angka import KONTEKS, format_angka, format_persen
from sakip.capaian import LaporanCapaian
from sakip.gambar._plot_dasar import (
    BIRU_TUA,
    JINGGA_TUA,
    KELABU,
    KOSONG,
    Gaya,
    add_catatan,
    gaya_pita,
    open_axes,
    set_banyak,
    set_judul,
    set_kategori,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@attrs.frozen
class _Batang:
    """One bar: its name, how many, and how it is drawn."""

    nama: str
    banyak: int
    gaya: dict[str, Any]


def plot_predikat(laporan: LaporanCapaian, *, ax: Axes | None = None) -> Axes:
    """Draw how many rows of a report are in each band of its policy's scale, highest first.

    Rows without a figure have bars of their own, one for each reason. A policy without a scale
    has two bands: the target was met, and it was not.

    Args:
        laporan: The report.
        ax: Where to draw; without it, in a new figure of pyplot.

    Returns:
        The axes.

    Raises:
        EkstraError: matplotlib is not installed (``sakip[plot]``).

    >>> from sakip import Indikator, Outcome, PohonKinerja, Realisasi, compute_capaian
    >>> from matplotlib.figure import Figure
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[
    ...     Indikator(id=f"IK{n}", nama="Jumlah", target={2025: 10}) for n in (1, 2)]))
    >>> ax = plot_predikat(compute_capaian(pohon, [Realisasi("IK1", 2025, 9)], 2025), ax=Figure().subplots())
    >>> [(label.get_text().replace(chr(10), " "), int(bar.get_width())) for label, bar in zip(ax.get_yticklabels(), ax.patches)]
    [('Tercapai', 0), ('Belum tercapai', 1), ('Tanpa angka: belum ada realisasi', 1)]
    """
    bars = [*_bands(laporan), *_missing(laporan)]
    axes = open_axes(ax, tinggi=1.6 + 0.55 * len(bars))
    for place, bar in enumerate(bars):
        axes.barh(place, bar.banyak, 0.7, **bar.gaya)
        axes.annotate(
            _share(bar.banyak, len(laporan)),
            (bar.banyak, place),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
        )
    set_kategori(axes.yaxis, [bar.nama for bar in bars])
    axes.invert_yaxis()
    set_banyak(axes.xaxis, "Banyak baris" if len(laporan.periode) > 1 else "Banyak indikator")
    axes.margins(x=0.3)
    axes.set_xlim(left=0)
    times = ", ".join(item.label for item in laporan.periode)
    set_judul(axes, f"Sebaran predikat {laporan.nama}, {times}")
    add_catatan(axes, _catatan(laporan))
    return axes


def _bands(laporan: LaporanCapaian) -> Iterator[_Batang]:
    """The bands of the scale, those that nothing is in included."""
    filled = [row for row in laporan if row.nilai is not None]
    skala = laporan.kebijakan.skala
    if skala is None:
        met = Counter(row.capaian.tercapai for row in filled)
        yield _Batang("Tercapai", met[True], Gaya(BIRU_TUA).isian())
        yield _Batang("Belum tercapai", met[False], Gaya(JINGGA_TUA, "//").isian())
        return
    counts = Counter(row.capaian.predikat for row in filled)
    for pita, gaya in gaya_pita(skala).items():
        bound = f" ({pita.syarat})" if pita.syarat else ""
        yield _Batang(f"{pita.label}{bound}", counts[pita], gaya.isian())
    if below := counts[None]:
        yield _Batang("Di bawah skala", below, Gaya(KELABU).isian())


def _missing(laporan: LaporanCapaian) -> Iterator[_Batang]:
    """The reasons why rows have no figure, the most frequent first."""
    reasons: Counter[Alasan] = Counter(row.alasan for row in laporan if row.alasan is not None)
    for alasan, banyak in reasons.most_common():
        yield _Batang(f"Tanpa angka: {alasan.kalimat}", banyak, KOSONG)


def _share(banyak: int, dari: int) -> str:
    """A count, with its part of all in percent."""
    percent = KONTEKS.divide(Decimal(banyak * 100), Decimal(dari or 1))
    return f"{format_angka(banyak)} ({format_persen(percent, 1)})"


def _catatan(laporan: LaporanCapaian) -> Iterator[str]:
    skala = laporan.kebijakan.skala
    yield (
        f"{laporan.terhitung} dari {len(laporan)} punya angka. Kebijakan: {laporan.kebijakan.nama}"
        f"{'' if skala is None else f'; skala: {skala.nama}'}."
    )
