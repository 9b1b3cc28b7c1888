"""What a page is made of, with a number for everything that something else points at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from sakip.anggaran import RekapPagu, RekapSerapan, compute_pagu
from sakip.capaian import BarisCapaian, LaporanCapaian, LaporanSimpul
from sakip.errors import TidakAdaError, TipeError
from sakip.periksa import to_texts
from sakip.periode import JenisPeriode, Periode, to_periode
from sakip.pohon import PohonKinerja
from sakip.temuan import Temuan, Tingkat


@attrs.frozen(eq=False)
class Bahan:
    """The tree with all that was said of it.

    Attributes:
        pohon: The tree.
        judul: The title.
        catatan: What the reader has to know first.
        laporan: The capaian of its indikator; None where it was not given.
        gulungan: The capaian of its nodes.
        serapan: The money spent.
        pagu: The money planned; None where no year is known.
        temuan: The findings, the most serious first.
        ditinjau: Whether findings on the tree were given at all; none is not the same as not looked for.
        catatan_baris: The rows of the report as flat records.
        nomor: The number of each node by its id.
        baris: The numbers of the rows of each node.
        simpul_temuan: The node of each finding; empty where the tree has none.
        temuan_di: The numbers of the findings at each node.
    """

    pohon: PohonKinerja
    judul: str
    catatan: tuple[str, ...]
    laporan: LaporanCapaian | None
    gulungan: LaporanSimpul | None
    serapan: RekapSerapan | None
    pagu: RekapPagu | None
    temuan: tuple[Temuan, ...]
    ditinjau: bool
    catatan_baris: tuple[Mapping[str, object], ...]
    nomor: Mapping[str, int]
    baris: Mapping[str, list[int]]
    simpul_temuan: tuple[str, ...]
    temuan_di: Mapping[str, list[int]]

    @property
    def rows(self) -> tuple[BarisCapaian, ...]:
        """The rows of the report; none where there is no report."""
        return () if self.laporan is None else self.laporan.baris

    @property
    def beberapa(self) -> bool:
        """Whether the report has several periods."""
        return self.laporan is not None and len(self.laporan.periode) > 1


def gather(
    pohon: PohonKinerja,
    laporan: LaporanCapaian | None,
    gulungan: LaporanSimpul | None,
    serapan: RekapSerapan | None,
    temuan: Iterable[Temuan] | None,
    periode: Periode | int | str | None,
    judul: str | None,
    catatan: str | Iterable[str],
) -> Bahan:
    """Number and look up everything once.

    Raises:
        TipeError: Something is of another type than it should be.
        TidakAdaError: The report, the roll-up or the money speaks of a node that the tree does not have.
        PeriodeError: It names no period.
    """
    for value, kelas in ((laporan, LaporanCapaian), (gulungan, LaporanSimpul), (serapan, RekapSerapan)):
        if value is not None and not isinstance(value, kelas):
            raise TipeError(type(value).__name__, f"pass a {kelas.__name__} or None")
    if not isinstance(pohon, PohonKinerja):
        raise TipeError(type(pohon).__name__, "pass a PohonKinerja")
    nomor = {item.id: place for place, item in enumerate(pohon)}
    baris: dict[str, list[int]] = {}
    for place, row in enumerate(laporan or ()):
        baris.setdefault(row.simpul.id, []).append(place)
    _check_known(pohon, nomor, [*baris, *(row.simpul.id for row in gulungan or ()), *(serapan or ())])
    found = _sorted(temuan, laporan, serapan)
    at = _nodes(pohon, found)
    temuan_di: dict[str, list[int]] = {}
    for number, id in enumerate(at):
        if id:
            temuan_di.setdefault(id, []).append(number)
    tahun = _year(pohon, laporan, serapan, periode)
    return Bahan(
        pohon=pohon,
        judul=judul or pohon.nama,
        catatan=to_texts(catatan),
        laporan=laporan,
        gulungan=gulungan,
        serapan=serapan,
        pagu=None if tahun is None else compute_pagu(pohon, tahun),
        temuan=found,
        ditinjau=temuan is not None,
        catatan_baris=() if laporan is None else tuple(laporan.to_records()),
        nomor=nomor,
        baris=baris,
        simpul_temuan=at,
        temuan_di=temuan_di,
    )


def _check_known(pohon: PohonKinerja, nomor: Mapping[str, int], ids: Iterable[str]) -> None:
    for id in ids:
        if id not in nomor:
            raise TidakAdaError("simpul", id, f"the tree {pohon.nama!r}")


def _year(
    pohon: PohonKinerja,
    laporan: LaporanCapaian | None,
    serapan: RekapSerapan | None,
    periode: Periode | int | str | None,
) -> Periode | None:
    """The year whose pagu is shown: the one asked for, else that of the figures, else that of the tree."""
    if periode is not None:
        return to_periode(periode)
    if serapan is not None:
        named: Periode | None = serapan.periode
    else:
        named = pohon.periode if laporan is None else laporan.periode[-1]
    return named if named is None or named.jenis is JenisPeriode.RENTANG else Periode(named.tahun)


def _sorted(
    temuan: Iterable[Temuan] | None, laporan: LaporanCapaian | None, serapan: RekapSerapan | None
) -> tuple[Temuan, ...]:
    """All findings, each once, the most serious kind first; those of one code stay together, in their order."""
    items = list(temuan or ())
    for item in items:
        if not isinstance(item, Temuan):
            raise TipeError(type(item).__name__, "pass Temuan")
    more = [
        *(laporan.temuan if laporan is not None else ()),
        *(serapan.temuan if serapan is not None else ()),
    ]
    once: dict[tuple[str, str, str], Temuan] = {}
    for item in (*items, *more):
        once.setdefault((item.kode, str(item.tempat), item.pesan), item)
    order = {tingkat: place for place, tingkat in enumerate(Tingkat)}
    return tuple(sorted(once.values(), key=lambda item: (order[item.tingkat], item.kode)))


def _nodes(pohon: PohonKinerja, temuan: Iterable[Temuan]) -> tuple[str, ...]:
    """The node of each finding, be it named itself or by one of its indikator."""
    owners = {kpi.id: item.id for item in pohon for kpi in item.indikator}
    named = (item.tempat.simpul or owners.get(item.tempat.indikator, "") for item in temuan)
    return tuple(id if id in pohon else "" for id in named)
