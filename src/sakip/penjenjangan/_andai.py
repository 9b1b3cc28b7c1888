"""What if: other targets, other measurements, another structure, and what that changes all the way up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from sakip.angka import KONTEKS, format_angka
from sakip.banding import Beda, compare_pohon
from sakip.capaian import (
    BedaLaporan,
    CapaianSimpul,
    CaraGabung,
    LaporanCapaian,
    LaporanSimpul,
    compare_laporan,
    compute_capaian,
    derive_realisasi,
    roll_up,
)
from sakip.kebijakan import Kebijakan
from sakip.model import Komponen, Realisasi, Target
from sakip.penjenjangan._pembagian import check_pembagian
from sakip.periode import Periode, to_periode
from sakip.pohon import PohonKinerja
from sakip.teks import Tampilan, render_html, render_tabel
from sakip.temuan import Temuan


@attrs.frozen
class BedaSimpul:
    """The capaian of one node as it is, and as it would be.

    Attributes:
        sebelum: As it is; None where there is no such node.
        sesudah: As it would be; None where there would be no such node.

    >>> BedaSimpul(None, None).selisih is None
    True
    """

    sebelum: CapaianSimpul | None
    sesudah: CapaianSimpul | None

    @property
    def id(self) -> str:
        """The id of the node."""
        row = self.sesudah or self.sebelum
        return "" if row is None else row.simpul.id

    @property
    def selisih(self) -> Decimal | None:
        """What it would gain, in percentage points; None where either has no number."""
        before = None if self.sebelum is None else self.sebelum.nilai
        after = None if self.sesudah is None else self.sesudah.nilai
        return None if before is None or after is None else KONTEKS.subtract(after, before)


@attrs.frozen
class Andai(Tampilan):
    """What would be otherwise.

    Attributes:
        pohon: The tree as it would be.
        beda: What is changed in the tree.
        capaian: What becomes of each capaian.
        simpul: The nodes whose rolled-up capaian changes, from the changed ones up, in tree order.
        pagu: For each node whose money changes: its id, the sum below it before and after.
        temuan: What was handed down and would no longer add up, and did before.

    >>> from sakip.capaian import BedaLaporan
    >>> Andai(PohonKinerja("Dinas"), Beda(()), BedaLaporan("", ()), (), (), ()).pagu
    ()
    """

    pohon: PohonKinerja
    beda: Beda
    capaian: BedaLaporan
    simpul: tuple[BedaSimpul, ...]
    pagu: tuple[tuple[str, int, int], ...]
    temuan: tuple[Temuan, ...]

    def __str__(self) -> str:
        return render_tabel(_KEPALA, self._rows(), lebar=(0, 0, 60))

    def _repr_html_(self) -> str:
        return render_html(_KEPALA, self._rows())

    def _rows(self) -> list[tuple[str, str, str]]:
        rows = [(f"capaian {item.id}", *_shown(item.sebelum, item.sesudah)) for item in self.simpul]
        rows += [(f"pagu {id}", format_angka(before), format_angka(after)) for id, before, after in self.pagu]
        return rows + [(str(item.tempat), "", item.pesan) for item in self.temuan]


_KEPALA = ("Yang berubah", "Semula", "Menjadi")


def _shown(sebelum: CapaianSimpul | None, sesudah: CapaianSimpul | None) -> tuple[str, str]:
    return "—" if sebelum is None else str(sebelum), "—" if sesudah is None else str(sesudah)


def suppose(
    pohon: PohonKinerja,
    realisasi: Iterable[Realisasi],
    periode: Periode | int | str,
    *,
    ubah: Callable[[PohonKinerja], object] = lambda _: None,
    target: Mapping[str, Any] | None = None,
    terukur: Iterable[Realisasi] = (),
    kebijakan: Kebijakan | None = None,
    anak: CaraGabung | str | None = CaraGabung.RATA_RATA,
) -> Andai:
    """Change a copy of a tree, or the measurements, and see what comes of it all the way up.

    An indikator that is made up of others and has no measurement of its own is derived from
    theirs, both times.

    Args:
        pohon: The tree; it stays as it is.
        realisasi: The measurements as they are.
        periode: The period.
        ubah: Changes the copy that it is given: structure, money, posts, anything.
        target: Other targets of the period, by the id of the indikator.
        terukur: Measurements that would stand in the place of those of the same indikator
            and period.
        kebijakan: The policy; without it the tree's own.
        anak: How the nodes directly below make one that has no indikator; None leaves it open.

    Raises:
        SakipError: What *ubah* does breaks a rule of the tree; there is no such indikator.

    >>> from sakip import CSF, Indikator, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1"))
    >>> _ = pohon.add(CSF("C1", indikator=[Indikator(id="IK1", nama="Jumlah", target={2025: 50})]), under="O1")
    >>> andai = suppose(pohon, [Realisasi("IK1", 2025, 40)], 2025, terukur=[Realisasi("IK1", 2025, 45)])
    >>> [str(baris["selisih"]) for baris in andai.capaian.to_records()]
    ['10']
    >>> [(beda.id, str(beda.sebelum), str(beda.sesudah)) for beda in andai.simpul]
    [('O1', '80,00 %', '90,00 %'), ('C1', '80,00 %', '90,00 %')]
    """
    rows, when = list(realisasi), to_periode(periode)
    instead = {(item.indikator, item.periode): item for item in terukur}
    kept = [item for item in rows if (item.indikator, item.periode) not in instead]
    other = pohon.copy()
    for id, nilai in (target or {}).items():
        _retarget(other, id, when, nilai)
    ubah(other)
    before = _measure(pohon, rows, when, kebijakan)
    after = _measure(other, [*kept, *instead.values()], when, kebijakan)
    known = set(check_pembagian(pohon))
    return Andai(
        other,
        compare_pohon(pohon, other),
        compare_laporan(before, after),
        tuple(_compare(roll_up(pohon, before, anak=anak), roll_up(other, after, anak=anak))),
        tuple(_money(pohon, other, when)),
        tuple(item for item in check_pembagian(other) if item not in known),
    )


def _retarget(pohon: PohonKinerja, id: str, periode: Periode, nilai: Any) -> None:
    """Another target of one period, in the version that is in force at its end."""
    node, item = pohon.simpul_of(id), pohon.indikator(id)
    old = item.target_for(periode)
    new = Target(periode, nilai) if old is None else attrs.evolve(old, nilai=nilai)
    targets = [row for row in item.target if row != old]
    made = attrs.evolve(item, target=[*targets, new])
    pohon.replace(attrs.evolve(node, indikator=[made if row.id == id else row for row in node.indikator]))


def _measure(
    pohon: PohonKinerja, realisasi: list[Realisasi], periode: Periode, kebijakan: Kebijakan | None
) -> LaporanCapaian:
    """The report, in which what is made up of others and was not measured is derived, level by level."""
    rows = list(realisasi)
    laporan = compute_capaian(pohon, rows, periode, kebijakan)
    known = {row.indikator.id for row in laporan if row.rincian.bahan}
    while True:
        derived = (item.realisasi for item in derive_realisasi(pohon, laporan))
        made = [item for item in derived if item is not None and item.indikator not in known]
        if not made:
            return laporan
        known.update(item.indikator for item in made)
        rows += made
        laporan = compute_capaian(pohon, rows, periode, kebijakan)


def _compare(sebelum: LaporanSimpul, sesudah: LaporanSimpul) -> Iterator[BedaSimpul]:
    first, second = ({row.simpul.id: row for row in laporan} for laporan in (sebelum, sesudah))
    for id in dict.fromkeys([*second, *first]):
        before, after = first.get(id), second.get(id)
        if before is None or after is None or (before.nilai, before.alasan) != (after.nilai, after.alasan):
            yield BedaSimpul(before, after)


def _money(sebelum: PohonKinerja, sesudah: PohonKinerja, periode: Periode) -> Iterator[tuple[str, int, int]]:
    before, after = _sums(sebelum, periode), _sums(sesudah, periode)
    for id in dict.fromkeys([*(node.id for node in sesudah), *(node.id for node in sebelum)]):
        first, second = before.get(id, 0), after.get(id, 0)
        if first != second:
            yield id, first, second


def _sums(pohon: PohonKinerja, periode: Periode) -> dict[str, int]:
    """For each node the money of the lowest components at or below it that have any."""
    sums: dict[str, int] = {}
    for node in reversed(list(pohon)):
        below = sum(sums[child.id] for child in pohon.children(node.id))
        pagu = node.pagu_for(periode) if isinstance(node, Komponen) else None
        own = 0 if pagu is None or pagu.jumlah is None else pagu.jumlah
        sums[node.id] = below or own
    return sums
