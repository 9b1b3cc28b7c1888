"""The report as one file of HTML, for people who have a browser and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterable

from sakip.anggaran import RekapSerapan
from sakip.berkas import write_text
from sakip.capaian import LaporanCapaian, LaporanSimpul
from sakip.gambar._html.bahan import gather
from sakip.gambar._html.halaman import render
from sakip.memori import paused_collector
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.temuan import Temuan


def draw_html(
    pohon: PohonKinerja,
    *,
    laporan: LaporanCapaian | None = None,
    gulungan: LaporanSimpul | None = None,
    serapan: RekapSerapan | None = None,
    temuan: Iterable[Temuan] | None = None,
    periode: Periode | int | str | None = None,
    judul: str | None = None,
    catatan: str | Iterable[str] = (),
) -> str:
    """A tree with its figures, its money and its findings as one page of HTML.

    The page asks the network for nothing and runs no script but its own. With scripts
    off everything on it can be read, and on paper everything is unfolded. The same
    arguments give the same page, to the byte.

    Args:
        pohon: The tree.
        laporan: The capaian of its indikator; of several periods, each has its row.
        gulungan: The capaian of its nodes, see `sakip.capaian.roll_up`. Without it a node shows
            the figure of its indikator where it has one only.
        serapan: The money spent.
        temuan: The findings, of reading, of measuring and of the review; those that *laporan*
            and *serapan* carry are added. None says that nobody looked, an empty list that
            nothing was found.
        periode: The year whose pagu is shown; by default that of the figures, else of the tree.
        judul: The title; by default the name of the tree.
        catatan: What a reader has to know first, such as that the figures are invented.

    Raises:
        TipeError: An argument is of another type.
        TidakAdaError: The figures or the money speak of a node that the tree does not have.
        PeriodeError: *periode* names no period.

    >>> from sakip import Indikator, Outcome, PohonKinerja, Realisasi, compute_capaian
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah PPKS", target={"2025": 50})]))
    >>> laporan = compute_capaian(pohon, [Realisasi("IK1", "2025", 40)], "2025")
    >>> halaman = draw_html(pohon, laporan=laporan)
    >>> "80,00 %" in halaman, "http" in halaman.replace("http-equiv", "")
    (True, False)
    """
    with paused_collector():
        return "".join(render(gather(pohon, laporan, gulungan, serapan, temuan, periode, judul, catatan)))


def write_html(  # noqa: PLR0913  # a keyword for each thing that the page shows
    pohon: PohonKinerja,
    path: str | os.PathLike[str],
    *,
    laporan: LaporanCapaian | None = None,
    gulungan: LaporanSimpul | None = None,
    serapan: RekapSerapan | None = None,
    temuan: Iterable[Temuan] | None = None,
    periode: Periode | int | str | None = None,
    judul: str | None = None,
    catatan: str | Iterable[str] = (),
) -> None:
    """Write the page of `draw_html` to a file.

    Args:
        pohon: The tree.
        path: The file, which is complete or absent.
        laporan: The capaian of its indikator.
        gulungan: The capaian of its nodes.
        serapan: The money spent.
        temuan: The findings.
        periode: The year whose pagu is shown.
        judul: The title.
        catatan: What a reader has to know first.

    Raises:
        BerkasError: The file can't be written.
        TipeError: An argument is of another type.
        TidakAdaError: The figures or the money speak of a node that the tree does not have.
        PeriodeError: *periode* names no period.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from sakip import Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Meningkatnya kesejahteraan sosial"))
    >>> berkas = Path(tempfile.mkdtemp()) / "laporan.html"
    >>> write_html(pohon, berkas, temuan=[])
    >>> berkas.read_text(encoding="utf-8") == draw_html(pohon, temuan=[])
    True
    """
    with paused_collector():
        write_text(path, render(gather(pohon, laporan, gulungan, serapan, temuan, periode, judul, catatan)))
