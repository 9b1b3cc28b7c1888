"""Target and realisasi over the years."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from sakip.alasan import Alasan
from sakip.angka import Angka, Batas, Isian, JenisKosong, Kosong, Rentang, Tanda, convert_satuan
from sakip.capaian import BarisCapaian, LaporanCapaian, LaporanTahun
from sakip.capaian._baris import shown
from sakip.errors import ModelError
from sakip.gambar._plot_dasar import (
    BIRU_TUA,
    JINGGA_TUA,
    add_catatan,
    choose_baris,
    open_axes,
    set_angka,
    set_judul,
    to_titik,
)
from sakip.periode import JenisPeriode

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@attrs.frozen
class _Seri:
    """One of the two lines: what it is called and how it is drawn."""

    nama: str
    warna: str
    penanda: str
    garis: str
    isi: str


_TARGET = _Seri("target", JINGGA_TUA, "s", "--", "none")
_REALISASI = _Seri("realisasi", BIRU_TUA, "o", "-", BIRU_TUA)
_BATAS = (
    ((Tanda.MINIMAL, Tanda.LEBIH), "^", "paling sedikit"),
    ((Tanda.MAKSIMAL, Tanda.KURANG), "v", "paling banyak"),
)


@attrs.frozen
class _Sel:
    """What stands in one year, and where that is on the axis.

    Attributes:
        tahun: The year.
        isi: What stands there, or why nothing does.
        ujung: One height, or both ends of a range; empty where it has none.
    """

    tahun: int
    isi: Isian | Alasan
    ujung: tuple[float, ...]

    @classmethod
    def of(cls, tahun: int, isi: Isian | Alasan, unit: str) -> _Sel:
        """Place a cell on an axis of a unit."""
        figures: tuple[Decimal, ...] = ()
        if isinstance(isi, Angka | Batas):
            figures = (isi.nilai,)
        elif isinstance(isi, Rentang):
            figures = (isi.bawah, isi.atas)
        printed = "" if isinstance(isi, Alasan) else getattr(isi, "satuan", "")
        converted = [convert_satuan(figure, printed, unit) for figure in figures]
        return cls(tahun, isi, tuple(to_titik(figure) for figure in converted if figure is not None))

    @property
    def teks(self) -> str:
        """As printed."""
        return "" if isinstance(self.isi, Alasan) else shown(self.isi)


def plot_tahun(
    laporan: LaporanCapaian | LaporanTahun, indikator: str | None = None, *, ax: Axes | None = None
) -> Axes:
    """Draw target and realisasi of an indikator over the years.

    A year without a figure is a gap, and a note says why; it is never drawn as zero.
    A target that is a range is a bar from end to end, one that is a bound a triangle that points
    to the side that meets it. What is no number on a line (a predicate, a ratio, a day, another
    unit) is named in the notes.

    Args:
        laporan: A report of several years, or what `compare_tahun` gives.
        indikator: The id of the indikator; it may be left out where the report has only one.
        ax: Where to draw; without it, in a new figure of pyplot.

    Returns:
        The axes.

    Raises:
        EkstraError: matplotlib is not installed (``sakip[plot]``).
        ModelError: The report is of no year, or has several indikator and none is named.
        TidakAdaError: There is no such indikator.

    >>> from sakip import Indikator, Outcome, PohonKinerja, Realisasi, compute_capaian
    >>> from matplotlib.figure import Figure
    >>> pohon = PohonKinerja("Dinas Contoh", periode="2024-2026")
    >>> _ = pohon.add(Outcome("O1", indikator=[
    ...     Indikator(id="IK1", nama="Persentase PPKS", satuan="%", target={2024: "80 %", 2025: "85 %"})]))
    >>> laporan = compute_capaian(pohon, [Realisasi("IK1", 2025, "84 %")], [2024, 2025])
    >>> ax = plot_tahun(laporan, "IK1", ax=Figure().subplots())
    >>> print([text.get_text() for text in ax.texts][-1])
    Realisasi 2024: belum ada realisasi
    """
    report = laporan.seri if isinstance(laporan, LaporanTahun) else laporan
    rows = [
        row
        for row in choose_baris(report, indikator, "plot_tahun")
        if row.periode.jenis is JenisPeriode.TAHUN
    ]
    if not rows:
        raise ModelError("plot_tahun", "laporan", str(len(report.periode)), "a report of one year or several")
    axes = open_axes(ax)
    unit = rows[0].satuan
    years = [row.periode.tahun for row in rows]
    reached = [_Sel.of(row.periode.tahun, row.rincian.utuh, unit) for row in rows]
    planned = [_Sel.of(row.periode.tahun, _target(row), unit) for row in rows]
    notes = [*_draw(axes, _REALISASI, reached, planned), *_draw(axes, _TARGET, planned, reached)]
    axes.set_xticks(years, [str(year) for year in years])
    axes.set_xlim(years[0] - 0.5, years[-1] + 0.5)
    axes.set_xlabel("Tahun")
    set_angka(axes.yaxis, f"Nilai ({unit})" if unit else "Nilai")
    axes.margins(y=0.18)
    axes.grid(axis="y", alpha=0.3)
    set_judul(axes, f"{rows[0].indikator.id}: {rows[0].indikator.nama}")
    if axes.get_legend_handles_labels()[1]:
        axes.legend()
    add_catatan(axes, notes)
    return axes


def _target(row: BarisCapaian) -> Isian | Alasan:
    """The target of a row, or why it has none."""
    target = row.capaian.target
    if not isinstance(target, Kosong):
        return target
    return Alasan.TIDAK_DIRENCANAKAN if target.jenis is JenisKosong.STRIP else Alasan.TANPA_TARGET


def _draw(ax: Axes, seri: _Seri, cells: Sequence[_Sel], others: Sequence[_Sel]) -> list[str]:
    """Draw a line with what is a number on it; give the notes on what is not."""
    line = [cell.ujung[0] if isinstance(cell.isi, Angka) and cell.ujung else math.nan for cell in cells]
    if not all(map(math.isnan, line)):
        ax.plot(
            [cell.tahun for cell in cells],
            line,
            seri.garis,
            color=seri.warna,
            marker=seri.penanda,
            markerfacecolor=seri.isi,
            label=seri.nama,
            gid=seri.nama,
        )
    drawn = [cell for cell in cells if cell.ujung]
    _draw_ranges(ax, seri, [cell for cell in drawn if isinstance(cell.isi, Rentang)])
    for tanda, marker, name in _BATAS:
        bounds = [cell for cell in drawn if isinstance(cell.isi, Batas) and cell.isi.tanda in tanda]
        _draw_bounds(ax, seri, bounds, marker, f"{seri.nama} ({name})")
    for cell, other in zip(cells, others, strict=True):
        if cell.ujung:
            _label(ax, seri, cell, is_above=not other.ujung or cell.ujung[-1] > other.ujung[-1])
    return list(_notes(seri, [cell for cell in cells if not cell.ujung]))


def _draw_ranges(ax: Axes, seri: _Seri, cells: Sequence[_Sel]) -> None:
    """Bars from end to end."""
    if cells:
        years = [cell.tahun for cell in cells]
        low, high = [cell.ujung[0] for cell in cells], [cell.ujung[1] for cell in cells]
        name = f"{seri.nama} (rentang)"
        ax.vlines(years, low, high, colors=seri.warna, linewidth=9, alpha=0.55, label=name, gid=name)


def _draw_bounds(ax: Axes, seri: _Seri, cells: Sequence[_Sel], marker: str, name: str) -> None:
    """Triangles that point to the side that meets the bound."""
    if cells:
        years, heights = [cell.tahun for cell in cells], [cell.ujung[0] for cell in cells]
        (line,) = ax.plot(years, heights, marker, color=seri.warna, label=name, gid=name)
        line.set(markersize=10, markerfacecolor="none")


def _label(ax: Axes, seri: _Seri, cell: _Sel, *, is_above: bool) -> None:
    """What is printed, beside its mark, on the side that is not the other line's."""
    ax.annotate(
        cell.teks.replace("$", r"\$"),
        (cell.tahun, cell.ujung[-1] if is_above else cell.ujung[0]),
        xytext=(0, 8 if is_above else -8),
        textcoords="offset points",
        ha="center",
        va="bottom" if is_above else "top",
        fontsize="small",
        color=seri.warna,
        gid=f"label {seri.nama}",
    )


def _notes(seri: _Seri, cells: Sequence[_Sel]) -> Iterator[str]:
    """Why years have no mark, those of one reason together."""
    groups: dict[str, list[str]] = {}
    for cell in cells:
        reason = (
            cell.isi.kalimat if isinstance(cell.isi, Alasan) else f'"{cell.teks}" bukan angka pada sumbu ini'
        )
        groups.setdefault(reason, []).append(str(cell.tahun))
    for reason, years in groups.items():
        yield f"{seri.nama.capitalize()} {', '.join(years)}: {reason}"
