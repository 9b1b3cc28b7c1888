"""The chain of accountability: from an indikator up to the kepala daerah, and down to the pelaksana."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from sakip.model import AnySimpul, Atasan, Jabatan
from sakip.pohon import PohonKinerja
from sakip.teks import Tampilan, render_html, render_tabel


@attrs.frozen
class MataRantai:
    """One link of the chain of accountability.

    Attributes:
        simpul: The node.
        pemilik: The post that owns it; None where nobody does.
        jarak: How many steps it is away from the indikator: above it less than zero, below it more.

    >>> from sakip import Outcome
    >>> MataRantai(Outcome("O1", uraian="Sejahtera"), None).pemilik is None
    True
    """

    simpul: AnySimpul
    pemilik: Jabatan | None
    jarak: int = 0


@attrs.frozen
class RantaiAkuntabilitas(Tampilan):
    """The chain of one indikator.

    Attributes:
        naik: From the node of the indikator up to the top.
        turun: What is below it, in the order of the tree.
        atasan: The superiors of the post at the top, nearest first, up to the kepala daerah;
            one that the tree doesn't know stands by its id.

    >>> RantaiAkuntabilitas((), (), ()).putus
    ()
    """

    naik: tuple[MataRantai, ...]
    turun: tuple[MataRantai, ...]
    atasan: tuple[str, ...]

    @property
    def putus(self) -> tuple[MataRantai, ...]:
        """The links that nobody answers for."""
        return tuple(item for item in (*self.naik, *self.turun) if item.pemilik is None)

    @property
    def jabatan(self) -> tuple[Jabatan, ...]:
        """The posts of the chain from the top down, each once."""
        chain = (*reversed(self.naik), *self.turun)
        return tuple(dict.fromkeys(item.pemilik for item in chain if item.pemilik is not None))

    def __str__(self) -> str:
        return render_tabel(_KEPALA, self._rows(), lebar=(0, 0, 60))

    def _repr_html_(self) -> str:
        return render_html(_KEPALA, self._rows())

    def _rows(self) -> list[tuple[str, str, str]]:
        above = [(f"↑ {nama}", "", "") for nama in reversed(self.atasan)]
        return [*above, *(_cells(item) for item in (*reversed(self.naik), *self.turun))]


_KEPALA = ("Jabatan", "Id", "Kinerja")


def _cells(item: MataRantai) -> tuple[str, str, str]:
    owner = "(tanpa pemilik)" if item.pemilik is None else item.pemilik.nama
    return owner, item.simpul.id, item.simpul.uraian or item.simpul.label


def trace_akuntabilitas(pohon: PohonKinerja, indikator: str) -> RantaiAkuntabilitas:
    """From an indikator up to the kepala daerah and down to the pelaksana: which node, which post.

    Args:
        pohon: The tree.
        indikator: The id of the indikator. Below it stands what answers to it, or to no
            indikator in particular.

    Raises:
        TidakAdaError: There is no such indikator.

    >>> from sakip import CSF, Indikator, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1"), None), (CSF("C1", indikator=[Indikator(id="IK1", nama="Jumlah")]), "O1")])
    >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas", atasan="bupati"))
    >>> pohon.assign("O1", "kadis")
    >>> rantai = trace_akuntabilitas(pohon, "IK1")
    >>> [mata.simpul.id for mata in rantai.naik], rantai.atasan, [mata.simpul.id for mata in rantai.putus]
    (['C1', 'O1'], ('bupati',), ['C1'])
    """
    node = pohon.simpul_of(indikator)
    chain = (node, *pohon.ancestors(node.id))
    up = tuple(MataRantai(item, pohon.owner(item.id), -steps) for steps, item in enumerate(chain))
    top = next((item.pemilik for item in reversed(up) if item.pemilik is not None), None)
    above = () if top is None else tuple(_superiors(pohon, top))
    return RantaiAkuntabilitas(up, tuple(_below(pohon, node, indikator)), above)


def _below(pohon: PohonKinerja, node: AnySimpul, indikator: str) -> Iterator[MataRantai]:
    answers = [item for item in pohon.children(node.id) if item.untuk_indikator in {"", indikator}]
    depth = pohon.level(node.id)
    for child in answers:
        for item in pohon.walk(child.id):
            yield MataRantai(item, pohon.owner(item.id), pohon.level(item.id) - depth)


def _superiors(pohon: PohonKinerja, jabatan: Jabatan) -> Iterator[str]:
    last = jabatan
    for post in pohon.jabatan.atasan(jabatan.id):
        yield post.nama
        last = post
    if not isinstance(last.atasan, Atasan):
        yield last.atasan
