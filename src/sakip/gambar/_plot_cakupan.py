"""How many have a figure, of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip.angka import format_angka
from sakip.capaian import LaporanCapaian
from sakip.gambar._plot_dasar import (
    BIRU_TUA,
    KOSONG,
    Gaya,
    add_catatan,
    open_axes,
    set_banyak,
    set_judul,
    set_kategori,
)
from sakip.model import NAMA_JENIS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_BANYAK = 40
"""Groups that are drawn; how many more there are is said."""


def plot_cakupan(laporan: LaporanCapaian, kelompok: str = "jenis", *, ax: Axes | None = None) -> Axes:
    """Draw how many rows of a report have a figure, of how many, group by group.

    Args:
        laporan: The report.
        kelompok: What they are grouped by, a column of ``laporan.to_records()``: ``jenis`` for
            the level, ``jabatan``, ``periode``, ``tingkat``, …
        ax: Where to draw; without it, in a new figure of pyplot.

    Returns:
        The axes.

    Raises:
        EkstraError: matplotlib is not installed (``sakip[plot]``).
        TidakAdaError: There is no such column.

    >>> from sakip import Indikator, Outcome, PohonKinerja, Realisasi, compute_capaian
    >>> from matplotlib.figure import Figure
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[
    ...     Indikator(id=f"IK{n}", nama="Jumlah", target={2025: 10}) for n in (1, 2, 3)]))
    >>> ax = plot_cakupan(compute_capaian(pohon, [Realisasi("IK1", 2025, 9)], 2025), ax=Figure().subplots())
    >>> [text.get_text() for text in ax.texts]
    ['1 dari 3', '1 dari 3 punya angka.']
    """
    groups = laporan.group(kelompok)
    shown = dict(list(groups.items())[:_BANYAK])
    axes = open_axes(ax, tinggi=1.8 + 0.45 * len(shown))
    names = [_name(kelompok, key) for key in shown]
    counts = [(part.terhitung, len(part)) for part in shown.values()]
    for place, (filled, total) in enumerate(counts):
        axes.annotate(
            f"{format_angka(filled)} dari {format_angka(total)}",
            (total, place),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
        )
    if counts:
        places = range(len(counts))
        filled_of = [filled for filled, _ in counts]
        axes.barh(places, filled_of, 0.7, label="punya angka", **Gaya(BIRU_TUA).isian())
        empty = [total - filled for filled, total in counts]
        axes.barh(places, empty, 0.7, left=filled_of, label="tanpa angka", **KOSONG)
        axes.legend(fontsize="small")
    set_kategori(axes.yaxis, names)
    axes.invert_yaxis()
    set_banyak(axes.xaxis, "Banyak baris" if len(laporan.periode) > 1 else "Banyak indikator")
    axes.margins(x=0.25)
    axes.set_xlim(left=0)
    times = ", ".join(item.label for item in laporan.periode)
    set_judul(axes, f"Cakupan capaian {laporan.nama}, {times}")
    rest = len(groups) - len(shown)
    hidden = [f"… dan {format_angka(rest)} kelompok lagi."] if rest else []
    add_catatan(
        axes, [f"{format_angka(laporan.terhitung)} dari {format_angka(len(laporan))} punya angka.", *hidden]
    )
    return axes


def _name(kelompok: str, key: object) -> str:
    """What a group is called; one of rows that have nothing there says so."""
    if kelompok == "jenis":
        return NAMA_JENIS[str(key)]
    if key in ("", None):
        return "(tanpa pemilik)" if "jabatan" in kelompok else "(kosong)"
    if isinstance(key, bool):
        return "ya" if key else "tidak"
    return str(key)
