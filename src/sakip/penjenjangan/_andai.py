"""What if: other targets, other measurements, another structure, and what that changes all the way up."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from sakip.banding import Beda, compare_pohon
from sakip.capaian import BedaLaporan, compare_laporan, compute_capaian
from sakip.kebijakan import Kebijakan
from sakip.model import Realisasi
from sakip.periode import Periode
from sakip.pohon import PohonKinerja


@attrs.frozen
class Andai:
    """What would be otherwise.

    Attributes:
        pohon: The tree as it would be.
        beda: What is changed in the tree.
        capaian: What becomes of each capaian.
        pagu: For each node whose money changes: its id, the sum below it before and after.

    >>> from sakip.capaian import BedaLaporan
    >>> Andai(PohonKinerja("Dinas"), Beda(()), BedaLaporan("", ()), ()).pagu
    ()
    """

    pohon: PohonKinerja
    beda: Beda
    capaian: BedaLaporan
    pagu: tuple[tuple[str, int, int], ...]


def suppose(
    pohon: PohonKinerja,
    realisasi: Iterable[Realisasi],
    periode: Periode | int | str,
    *,
    ubah: Callable[[PohonKinerja], object] = lambda _: None,
    terukur: Iterable[Realisasi] = (),
    kebijakan: Kebijakan | None = None,
) -> Andai:
    """Change a copy of a tree, or the measurements, and see what comes of it.

    Args:
        pohon: The tree; it stays as it is.
        realisasi: The measurements as they are.
        periode: The period.
        ubah: Changes the copy that it is given.
        terukur: Measurements that would stand in the place of those of the same indikator
            and period.
        kebijakan: The policy; without it the tree's own.

    Raises:
        SakipError: What *ubah* does breaks a rule of the tree.

    >>> from sakip import Indikator, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah", target={2025: 50})]))
    >>> andai = suppose(pohon, [Realisasi("IK1", 2025, 40)], 2025, terukur=[Realisasi("IK1", 2025, 45)])
    >>> [str(baris["selisih"]) for baris in andai.capaian.to_records()]
    ['10']
    """
    rows = list(realisasi)
    instead = {(item.indikator, item.periode): item for item in terukur}
    kept = [item for item in rows if (item.indikator, item.periode) not in instead]
    other = pohon.copy()
    ubah(other)
    before = compute_capaian(pohon, rows, periode, kebijakan)
    after = compute_capaian(other, [*kept, *instead.values()], periode, kebijakan)
    return Andai(
        other,
        compare_pohon(pohon, other),
        compare_laporan(before, after),
        tuple(_money(pohon, other, periode)),
    )


def _money(
    sebelum: PohonKinerja, sesudah: PohonKinerja, periode: Periode | int | str
) -> Iterable[tuple[str, int, int]]:
    before, after = _sums(sebelum, periode), _sums(sesudah, periode)
    for id, amount in after.items():
        if before.get(id, 0) != amount:
            yield id, before.get(id, 0), amount


def _sums(pohon: PohonKinerja, periode: Periode | int | str) -> dict[str, int]:
    """For each node the money of the lowest components at or below it that have any."""
    sums: dict[str, int] = {}
    for node in reversed(list(pohon)):
        below = sum(sums[child.id] for child in pohon.children(node.id))
        pagu = node.pagu_for(periode) if hasattr(node, "pagu_for") else None
        own = 0 if pagu is None or pagu.jumlah is None else pagu.jumlah
        sums[node.id] = below or own
    return sums
