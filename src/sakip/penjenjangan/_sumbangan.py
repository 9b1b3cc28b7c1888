"""What others contribute to a result across branches, each counted once."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from decimal import Decimal

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.angka import KONTEKS
from sakip.capaian import Bagian, CaraGabung, Gabungan, LaporanSimpul, combine_capaian
from sakip.model import JenisUjung, Relasi, Ujung
from sakip.penjenjangan._lintas import StatusTautan, find_lintas
from sakip.pohon import PohonKinerja

_PENUH = Decimal(100)


class SebabTidakDihitung(enum.Enum):
    """Why a contribution is not counted.

    >>> SebabTidakDihitung("sudah_termasuk").name
    'SUDAH_TERMASUK'
    """

    BELUM_DISETUJUI = "belum_disetujui"
    DITOLAK = "ditolak"
    SUDAH_TERMASUK = "sudah_termasuk"


@attrs.frozen
class Sumbangan:
    """One contribution to a result.

    Attributes:
        relasi: The link.
        sebab: Why it is not counted; None where it is.

    >>> link = Relasi(jenis="dukungan", dari="K1", ke="P1", bobot=30)
    >>> Sumbangan(link, None).dihitung
    True
    """

    relasi: Relasi
    sebab: SebabTidakDihitung | None

    @property
    def dihitung(self) -> bool:
        """Whether it is counted."""
        return self.sebab is None


def list_sumbangan(pohon: PohonKinerja, simpul: str) -> tuple[Sumbangan, ...]:
    """What is contributed to a node from elsewhere, and which of it counts.

    A contribution that was refused, or that nobody has agreed to yet, doesn't count. Nor
    does one that is in the result already: from the node's own branch, from above it, where
    the node itself is in what is contributed, from below another one that counts, or by a
    second link of the same contributor.

    Args:
        pohon: The tree, with the trees of the others in it where they are known (`graft_instansi`).
        simpul: The id of the node.

    Raises:
        TidakAdaError: There is no such node.

    >>> from sakip import CSF, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1"), None), (CSF("C1"), "O1"), (CSF("C2"), "O1")])
    >>> for dari in ("C2", "luar:Dinas Kesehatan"):
    ...     pohon.add_relasi(Relasi(jenis="dukungan", dari=dari, ke="C1", bobot=20))
    >>> [str(item.relasi.dari) for item in list_sumbangan(pohon, "C1") if item.dihitung]
    ['simpul:C2', 'luar:Dinas Kesehatan']
    """
    end = Ujung(JenisUjung.SIMPUL, pohon[simpul].id)
    links = [item for item in find_lintas(pohon) if item.ke == end]
    line = {simpul, *(item.id for item in pohon.ancestors(simpul))}
    agreed = {
        item.dari.id
        for item in links
        if item.dari.jenis is JenisUjung.SIMPUL and item.dari.id not in line and _refusal(item) is None
    }
    return tuple(_weigh(pohon, links, agreed, line))


def _weigh(pohon: PohonKinerja, links: list[Relasi], agreed: set[str], line: set[str]) -> Iterator[Sumbangan]:
    met: set[Ujung] = set()
    for item in links:
        sebab = _refusal(item)
        if sebab is None and (item.dari in met or _is_within(pohon, item, agreed, line)):
            sebab = SebabTidakDihitung.SUDAH_TERMASUK
        if sebab is None:
            met.add(item.dari)
        yield Sumbangan(item, sebab)


def _refusal(relasi: Relasi) -> SebabTidakDihitung | None:
    if relasi.status == StatusTautan.DITOLAK.value:
        return SebabTidakDihitung.DITOLAK
    if relasi.status in {"", StatusTautan.DISETUJUI.value}:
        return None
    return SebabTidakDihitung.BELUM_DISETUJUI


def _is_within(pohon: PohonKinerja, relasi: Relasi, agreed: set[str], line: set[str]) -> bool:
    """Whether a contributor is in the line of the result, below the result, or below another contributor.

    Args:
        pohon: The tree.
        relasi: The link.
        agreed: The nodes that contribute and are not in the line.
        line: The result and all that stands above it.
    """
    above = set(_above(pohon, relasi.dari))
    in_line = relasi.dari.jenis is JenisUjung.SIMPUL and relasi.dari.id in line
    return in_line or relasi.ke.id in above or bool(above & agreed)


def _above(pohon: PohonKinerja, ujung: Ujung) -> Iterator[str]:
    """The nodes that an end is part of: those above a node, and of an indikator its own too."""
    if ujung.jenis is JenisUjung.INDIKATOR:
        yield from (item.id for item in pohon.path(pohon.simpul_of(ujung.id).id))
    elif ujung.jenis is JenisUjung.SIMPUL:
        yield from (item.id for item in pohon.ancestors(ujung.id))


def combine_sumbangan(
    pohon: PohonKinerja,
    laporan: LaporanSimpul,
    simpul: str,
    *,
    kosong: Kekosongan | str = Kekosongan.LEWATI,
) -> Gabungan:
    """The capaian of a node together with that of those who contribute to it from elsewhere.

    Each contribution that counts weighs its ``bobot`` of a hundred; the rest is the node's own.
    A roll-up never follows links, so this is another figure beside it, never part of it.

    Args:
        pohon: The tree.
        laporan: The capaian of its nodes, from `sakip.capaian.roll_up`.
        simpul: The id of the node.
        kosong: What is done where a contributor has no number, as one outside has none:
            ``lewati`` or ``tolak``.

    Raises:
        TidakAdaError: There is no such node.
        ModelError: An unknown kosong.

    Returns:
        The figure with its parts; without a number where a contribution has no weight, or
        where they make more than a hundred.

    >>> from sakip import CSF, Indikator, Outcome, Realisasi, compute_capaian, roll_up
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1"))
    >>> for id in ("C1", "C2"):
    ...     _ = pohon.add(CSF(id, indikator=[Indikator(id=f"IK{id}", nama="Jumlah", target={2025: 10})]), under="O1")
    >>> pohon.add_relasi(Relasi(jenis="dukungan", dari="C2", ke="C1", bobot=30))
    >>> terukur = [Realisasi("IKC1", 2025, 10), Realisasi("IKC2", 2025, 5)]
    >>> combine_sumbangan(pohon, roll_up(pohon, compute_capaian(pohon, terukur, 2025)), "C1").nilai
    Decimal('85')
    """
    own = laporan[simpul]
    counted = [item.relasi for item in list_sumbangan(pohon, simpul) if item.dihitung]
    rest = _PENUH
    for item in counted:
        rest = KONTEKS.subtract(rest, item.bobot or Decimal(0))
    parts = [Bagian(simpul, own.nilai, own.alasan, rest)]
    return combine_capaian(
        [*parts, *(_part(laporan, item) for item in counted)], CaraGabung.TERTIMBANG, kosong=kosong
    )


def _part(laporan: LaporanSimpul, relasi: Relasi) -> Bagian:
    """A contributor; one that is no node of the tree has no capaian here."""
    if relasi.dari.jenis is not JenisUjung.SIMPUL:
        return Bagian(relasi.dari.id, None, Alasan.BELUM_ADA_REALISASI, relasi.bobot)
    row = laporan[relasi.dari.id]
    return Bagian(relasi.dari.id, row.nilai, row.alasan, relasi.bobot)
