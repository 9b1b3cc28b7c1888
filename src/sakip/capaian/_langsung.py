"""Indikator that were handed down directly: shares of another one, which count once and not again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from sakip.alasan import Kekosongan
from sakip.angka import to_decimal
from sakip.capaian._gabung import Bagian, CaraGabung, Gabungan, combine_capaian
from sakip.capaian._laporan import LaporanCapaian, check_known
from sakip.pohon import PohonKinerja


def list_langsung(pohon: PohonKinerja) -> dict[str, str]:
    """For each indikator that was handed down directly, the one that it is, or is a share of.

    Acuan: PermenPANRB 8/2021, on direct cascading.

    >>> from sakip import CSF, Indikator, Outcome, PohonKinerja, Relasi
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah PPKS")]))
    >>> _ = pohon.add(CSF("C1", indikator=[Indikator(id="IK1a", nama="Jumlah PPKS")]), under="O1")
    >>> pohon.add_relasi(Relasi(
    ...     jenis="indikator_turunan", dari="indikator:IK1a", ke="indikator:IK1", peran="wilayah"))
    >>> list_langsung(pohon)
    {'IK1a': 'IK1'}
    """
    return {link.dari.id: link.ke.id for link in pohon.relasi if link.langsung}


def find_ganda(indikator: Iterable[str], langsung: Mapping[str, str]) -> dict[str, str]:
    """Of several indikator those that another of them counts already, each with that one.

    Args:
        indikator: Their ids.
        langsung: What each was handed down from, from `list_langsung`.

    >>> find_ganda(["IK1", "IK1a", "IK2a"], {"IK1a": "IK1", "IK2a": "IK2"})
    {'IK1a': 'IK1'}
    """
    order = {id: place for place, id in reversed(list(enumerate(indikator)))}
    pairs = ((id, _source(id, langsung, order)) for id in sorted(order, key=order.__getitem__))
    return {id: above for id, above in pairs if above is not None}


def _source(id: str, langsung: Mapping[str, str], order: Mapping[str, int]) -> str | None:
    """The nearest one that an indikator was handed down from, among those that are put together.

    Where links lead around in a circle, the first of its indikator is the source of the others.
    """
    chain: dict[str, None] = {}
    above = langsung.get(id)
    while above is not None and above != id and above not in chain:
        chain[above] = None
        above = langsung.get(above)
    found = [item for item in chain if item in order]
    if above == id and all(order[id] < order[item] for item in found):
        return None
    return next(iter(found), None)


def combine_laporan(
    pohon: PohonKinerja,
    laporan: LaporanCapaian,
    cara: CaraGabung | str = CaraGabung.RATA_RATA,
    *,
    bobot: Mapping[str, Decimal | int | str] | None = None,
    kosong: Kekosongan | str = Kekosongan.LEWATI,
) -> Gabungan:
    """One figure for a whole report: the mean capaian of its indikator, each counted once.

    An indikator that was handed down directly from another one of the report is that
    one, or a share of it, and is not counted again.

    Args:
        pohon: The tree, which knows how indikator were handed down.
        laporan: The capaian, all of them or those that were selected.
        cara: How they are put together.
        bobot: Weights by id of indikator, for ``tertimbang``.
        kosong: What is done where one has no number: ``lewati`` or ``tolak``.

    Raises:
        ModelError: An unknown way.
        TidakAdaError: A weight of what is not in the report.

    Acuan: PermenPANRB 8/2021, on direct cascading; the mean of all capaian is LKjIP practice.

    >>> import attrs
    >>> from sakip import CSF, Indikator, Outcome, PohonKinerja, Realisasi, Relasi, compute_capaian
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> for id, simpul, target in (("IK1", Outcome("O1"), 10), ("IK1a", CSF("C1"), 5), ("IK2", CSF("C2"), 8)):
    ...     _ = pohon.add(attrs.evolve(simpul, indikator=[Indikator(id=id, nama="Jumlah", target={2025: target})]))
    >>> pohon.add_relasi(Relasi(jenis="indikator_turunan", dari="indikator:IK1a", ke="indikator:IK1", peran="beban"))
    >>> terukur = [Realisasi("IK1", 2025, 5), Realisasi("IK1a", 2025, 5), Realisasi("IK2", 2025, 8)]
    >>> gabungan = combine_laporan(pohon, compute_capaian(pohon, terukur, 2025))
    >>> gabungan.nilai, gabungan.cakupan
    (Decimal('75'), '2 dari 2')
    """
    twice = find_ganda((row.indikator.id for row in laporan), list_langsung(pohon))
    weights = {id: to_decimal(nilai) for id, nilai in (bobot or {}).items()}
    check_known(
        "indikator", weights, {row.indikator.id for row in laporan}, f"the report of {laporan.nama!r}"
    )
    return combine_capaian(
        [
            Bagian(row.indikator.id, row.nilai, row.alasan, weights.get(row.indikator.id))
            for row in laporan
            if row.indikator.id not in twice
        ],
        cara,
        kosong=kosong,
    )
