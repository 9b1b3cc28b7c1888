"""What the plots share: axes, figures as Indonesians write them, colours with hatches, notes.

Figures stay `Decimal` up to the edge: `to_titik` makes the floats that are drawn, and
nothing is computed from those.
"""

from __future__ import annotations

import importlib
import math
import textwrap
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from sakip.alasan import Alasan
from sakip.angka import format_angka, settle
from sakip.capaian import BarisCapaian, LaporanCapaian
from sakip.errors import EkstraError, ModelError, TidakAdaError
from sakip.gambar._warna import gaya_of
from sakip.skala import Pita, Skala

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.axis import Axis
    from matplotlib.text import Text

BIRU_TUA, JINGGA_TUA, KELABU = "#0072B2", "#D55E00", "#6B6B6B"
"""Told apart by eyes that see no red or no green, and in grey by their lightness."""
WARNA = (BIRU_TUA, JINGGA_TUA, "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8C6D31", KELABU)
PENANDA = ("o", "s", "^", "D", "v", "P", "X", "*")
"""A colour and a marker for each of several series."""
_ARSIR = ("", "//", "..", "xx", "\\\\", "++", "oo", "--")
_LEBAR_JUDUL, _LEBAR_LABEL, _LEBAR_CATATAN = 60, 26, 66


def open_axes(ax: Axes | None, *, tinggi: float | None = None) -> Axes:
    """The axes to draw on: those given, or those of a new figure.

    Args:
        ax: The axes of the caller; pyplot is then not touched.
        tinggi: The height of a new figure, in inches.

    Raises:
        EkstraError: matplotlib is not installed.
    """
    if ax is not None:
        return ax
    size = None if tinggi is None else (7.5, tinggi)
    made: Axes
    _, made = import_plot("pyplot").subplots(figsize=size, layout="constrained")
    return made


def import_plot(nama: str) -> Any:
    """A module of matplotlib.

    Raises:
        EkstraError: It is not installed.
    """
    try:
        return importlib.import_module(f"matplotlib.{nama}")
    except ImportError:
        raise EkstraError("matplotlib", "plot") from None


def to_titik(nilai: Decimal) -> float:
    """A figure as it is drawn.

    Raises:
        ModelError: It is too large to be drawn.
    """
    point = float(nilai)
    if not math.isfinite(point):
        raise ModelError("plot", "nilai", str(nilai), "a figure that can be drawn")
    return point


def format_titik(nilai: float, _: object = None) -> str:
    """What stands at a tick: dots between thousands, a decimal comma, no digit that says nothing.

    >>> format_titik(1250.0), format_titik(0.1 + 0.2), format_titik(-0.0)
    ('1.250', '0,3', '0')
    """
    figure = settle(Decimal(repr(float(nilai)))).normalize()
    return format_angka(abs(figure) if figure.is_zero() else figure)


def set_angka(axis: Axis, label: str) -> None:
    """Figures at the ticks of an axis, and what they are figures of."""
    axis.set_major_formatter(format_titik)
    axis.set_label_text(bungkus(label, _LEBAR_JUDUL))


def set_banyak(axis: Axis, label: str) -> None:
    """Counts at the ticks of an axis, and what they are counts of."""
    axis.set_major_locator(import_plot("ticker").MaxNLocator(integer=True))
    set_angka(axis, label)


def set_judul(ax: Axes, judul: str) -> None:
    """The title, wrapped to the width of the axes."""
    ax.set_title(bungkus(judul, min(_LEBAR_JUDUL, _muat(ax, 9))), loc="left", fontweight="bold")


def _muat(ax: Axes, per_inci: int) -> int:
    """How many letters the axes are wide, at so many to an inch."""
    return max(24, round(ax.get_window_extent().width / ax.figure.dpi * per_inci))


def set_kategori(axis: Axis, label: Sequence[str], lebar: int = _LEBAR_LABEL) -> None:
    """The names of categories, wrapped, at the whole numbers from 0."""
    axis.set_ticks(range(len(label)), [bungkus(text, lebar) for text in label])


def bungkus(teks: str, lebar: int = _LEBAR_LABEL) -> str:
    r"""A text in lines of a width; a dollar sign stays one.

    >>> bungkus("Persentase PPKS yang tertangani", 16)
    'Persentase PPKS\nyang tertangani'
    """
    return "\n".join(textwrap.wrap(teks, lebar)).replace("$", r"\$")


def latar(ax: Axes) -> dict[str, Any]:
    """A ground for words that lines pass under."""
    return {"facecolor": ax.get_facecolor(), "edgecolor": "none", "alpha": 0.85, "pad": 1}


def add_catatan(ax: Axes, catatan: Iterable[str]) -> Text | None:
    """Notes below the axes, under the label of the horizontal one."""
    width = min(_LEBAR_CATATAN, _muat(ax, 12))
    lines = [bungkus(line, width) for line in catatan]
    if not lines:
        return None
    return ax.annotate(
        "\n".join(lines),
        xy=(0, 0),
        xycoords=("axes fraction", ax.xaxis.label),
        xytext=(0, -6),
        textcoords="offset points",
        ha="left",
        va="top",
        fontsize="small",
        annotation_clip=False,
        gid="catatan",
    )


@attrs.frozen
class Gaya:
    """How an area is drawn: its colour, a hatch for those who print in black, and the ink of that."""

    warna: str
    arsir: str = ""
    tinta: str = "white"

    def isian(self) -> dict[str, Any]:
        """As arguments of a bar."""
        return {"facecolor": self.warna, "edgecolor": self.tinta, "hatch": self.arsir, "linewidth": 0}


KOSONG: dict[str, Any] = {"facecolor": "white", "edgecolor": KELABU, "hatch": "////", "linewidth": 1}
"""How an area without a figure is drawn, as arguments of a bar."""


def gaya_pita(skala: Skala) -> dict[Pita, Gaya]:
    """The colour of each band, as in the pictures of a tree, and a hatch by its rank."""
    return {
        pita: Gaya(gaya.isi, _ARSIR[rank % len(_ARSIR)], gaya.teks)
        for rank, pita in enumerate(skala.pita)
        for gaya in (gaya_of(rank, len(skala.pita)),)
    }


def choose_baris(laporan: LaporanCapaian, indikator: str | None, apa: str) -> tuple[BarisCapaian, ...]:
    """The rows of one indikator, which is named unless there is only one.

    Raises:
        ModelError: There are several, or none.
        TidakAdaError: There is no such indikator.
    """
    ids = list(dict.fromkeys(row.indikator.id for row in laporan))
    if indikator is None:
        if len(ids) != 1:
            raise ModelError(apa, "indikator", f"None of {len(ids)}", "the id of an indikator")
        indikator = ids[0]
    rows = tuple(row for row in laporan if row.indikator.id == indikator)
    if not rows:
        raise TidakAdaError("indikator", str(indikator), f"the report of {laporan.nama!r}")
    return tuple(sorted(rows, key=lambda row: row.periode))


def group_alasan(items: Iterable[tuple[str, Alasan]]) -> list[str]:
    """What has no figure, by the reason: ``TW I, TW II: belum ada realisasi``."""
    groups: dict[Alasan, list[str]] = {}
    for name, alasan in items:
        groups.setdefault(alasan, []).append(name)
    return [f"{', '.join(names)}: {alasan.kalimat}" for alasan, names in groups.items()]
