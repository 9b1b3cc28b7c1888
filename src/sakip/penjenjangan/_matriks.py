"""Who answers for what: the chain of accountability, and the matrix of roles and results."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from sakip.model import AnySimpul, Jabatan
from sakip.pohon import PohonKinerja
from sakip.teks import Tampilan, render_html, render_tabel

JENJANG_PEMDA: Mapping[str, str] = {
    "outcome": "kepala_daerah",
    "tujuan": "jpt_pratama",
    "sasaran": "jpt_pratama",
    "csf": "jpt_pratama",
    "program": "administrator",
    "kegiatan": "pengawas",
    "sub_kegiatan": "fungsional",
    "aktivitas": "pelaksana",
}
"""Which rank usually owns which level; a default, since documents differ.

In one the kegiatan is a fungsional's, in another the sub kegiatan, and a pelaksana has an
aktivitas. Pass a map of your own where it is otherwise.

>>> JENJANG_PEMDA["program"]
'administrator'
"""


@attrs.frozen
class MataRantai:
    """One link of the chain of accountability.

    Attributes:
        simpul: The node.
        pemilik: The post that owns it; None where nobody does.

    >>> from sakip import Outcome
    >>> MataRantai(Outcome("O1", uraian="Sejahtera"), None).pemilik is None
    True
    """

    simpul: AnySimpul
    pemilik: Jabatan | None


def trace_akuntabilitas(pohon: PohonKinerja, indikator: str) -> tuple[MataRantai, ...]:
    """From an indikator up to the top: which node, and which post answers for it.

    Raises:
        TidakAdaError: There is no such indikator.

    >>> from sakip import CSF, Indikator, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1"), None), (CSF("C1", indikator=[Indikator(id="IK1", nama="Jumlah")]), "O1")])
    >>> [mata.simpul.id for mata in trace_akuntabilitas(pohon, "IK1")]
    ['C1', 'O1']
    """
    node = pohon.simpul_of(indikator)
    chain = (node, *pohon.ancestors(node.id))
    return tuple(MataRantai(item, pohon.owner(item.id)) for item in chain)


@attrs.frozen
class MatriksPeran(Tampilan):
    """Who contributes what to each result of a superior.

    Attributes:
        hasil: The results, which are the columns.
        baris: For each post its contributions to each result, in the order of the columns.

    >>> print(MatriksPeran((), ()))
    Jabatan
    ───────
    """

    hasil: tuple[AnySimpul, ...]
    baris: tuple[tuple[Jabatan, tuple[tuple[AnySimpul, ...], ...]], ...]

    def _rows(self) -> list[tuple[str, ...]]:
        return [
            (post.nama, *("; ".join(item.uraian or item.label for item in cell) for cell in cells))
            for post, cells in self.baris
        ]

    @property
    def _head(self) -> tuple[str, ...]:
        return ("Jabatan", *(item.uraian or item.label for item in self.hasil))

    def to_records(self) -> list[dict[str, str]]:
        """One record for each contribution: post, result, contribution, by their ids."""
        return [
            {"jabatan": post.id, "hasil": result.id, "kontribusi": item.id}
            for post, cells in self.baris
            for result, cell in zip(self.hasil, cells, strict=True)
            for item in cell
        ]

    def __str__(self) -> str:
        return render_tabel(self._head, self._rows())

    def _repr_html_(self) -> str:
        return render_html(self._head, self._rows())


def make_matriks_peran(pohon: PohonKinerja, atasan: str) -> MatriksPeran:
    """The matrix of roles and results of a superior: his results by his subordinates' contributions.

    A contribution is what a subordinate owns below a result, as near to it as there is.

    Args:
        pohon: The tree.
        atasan: The id of the superior's post.

    Raises:
        TidakAdaError: There is no such post.

    Acuan: PermenPANRB 6/2022, matriks pembagian peran dan hasil.

    >>> from sakip import CSF, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Outcome("O1", uraian="Sejahtera"), None), (CSF("C1", uraian="Layanan"), "O1")])
    >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    >>> pohon.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", atasan="kadis"))
    >>> pohon.assign("O1", "kadis")
    >>> pohon.assign("C1", "kabid")
    >>> make_matriks_peran(pohon, "kadis").to_records()
    [{'jabatan': 'kabid', 'hasil': 'O1', 'kontribusi': 'C1'}]
    """
    pohon.jabatan[atasan]
    results = tuple(item for item in pohon if _owner_id(pohon, item.id) == atasan)
    rows = tuple(
        (post, tuple(_contributions(pohon, result, post.id) for result in results))
        for post in pohon.jabatan.bawahan(atasan)
    )
    return MatriksPeran(results, rows)


def _owner_id(pohon: PohonKinerja, simpul: str) -> str | None:
    owner = pohon.owner(simpul)
    return None if owner is None else owner.id


def _contributions(pohon: PohonKinerja, hasil: AnySimpul, jabatan: str) -> tuple[AnySimpul, ...]:
    found: list[AnySimpul] = []
    stack = list(reversed(pohon.children(hasil.id)))
    while stack:
        node = stack.pop()
        if _owner_id(pohon, node.id) == jabatan:
            found.append(node)
        else:
            stack += reversed(pohon.children(node.id))
    return tuple(found)


def propose_pemilik(
    pohon: PohonKinerja, jenjang: Mapping[str, str] = JENJANG_PEMDA
) -> tuple[tuple[AnySimpul, Jabatan], ...]:
    """Which post would own each node that has no owner, where just one post has the rank of its level.

    Proposals only; nothing is assigned.

    >>> from sakip import Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial"))
    >>> pohon.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", jenjang="administrator"))
    >>> [(simpul.id, jabatan.id) for simpul, jabatan in propose_pemilik(pohon)]
    [('P1', 'kabid')]
    """
    by_rank: dict[str, list[Jabatan]] = {}
    for post in pohon.jabatan.values():
        by_rank.setdefault(post.jenjang, []).append(post)
    found = []
    for node in pohon:
        posts = by_rank.get(jenjang.get(node.jenis, ""), [])
        if len(posts) == 1 and pohon.owner(node.id) is None:
            found.append((node, posts[0]))
    return tuple(found)
