"""The matrix of roles and results: what each subordinate gives to each result of a superior."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from sakip.berkas import Rekaman
from sakip.model import AnySimpul, Jabatan
from sakip.pohon import Peran, PohonKinerja
from sakip.teks import Tampilan, render_html, render_tabel


@attrs.frozen
class Kontribusi:
    """What one post gives to a result.

    Attributes:
        simpul: What it owns or supports.
        peran: Whether it owns it.

    >>> from sakip import CSF
    >>> print(Kontribusi(CSF("C1", uraian="Meningkatnya layanan"), Peran.PENDUKUNG))
    Meningkatnya layanan (mendukung)
    """

    simpul: AnySimpul
    peran: Peran

    def __str__(self) -> str:
        words = self.simpul.uraian or self.simpul.label
        return words if self.peran is Peran.UTAMA else f"{words} (mendukung)"


@attrs.frozen
class MatriksPeran(Tampilan, Rekaman):
    """Who contributes what to each result of a superior.

    Attributes:
        hasil: The results, which are the columns.
        baris: For each post its contributions to each result, in the order of the columns.

    >>> print(MatriksPeran((), ()))
    Jabatan
    ───────
    """

    hasil: tuple[AnySimpul, ...]
    baris: tuple[tuple[Jabatan, tuple[tuple[Kontribusi, ...], ...]], ...]

    def _rows(self) -> list[tuple[str, ...]]:
        return [(post.nama, *("; ".join(map(str, cell)) for cell in cells)) for post, cells in self.baris]

    @property
    def _head(self) -> tuple[str, ...]:
        return ("Jabatan", *(item.uraian or item.label for item in self.hasil))

    def to_records(self) -> list[dict[str, str]]:
        """One record for each contribution: post, result, contribution, by their ids, and the role."""
        return [
            {
                "jabatan": post.id,
                "hasil": result.id,
                "kontribusi": item.simpul.id,
                "peran": item.peran.value,
            }
            for post, cells in self.baris
            for result, cell in zip(self.hasil, cells, strict=True)
            for item in cell
        ]

    def __str__(self) -> str:
        return render_tabel(self._head, self._rows())

    def _repr_html_(self) -> str:
        return render_html(self._head, self._rows())


def make_matriks_peran(pohon: PohonKinerja, atasan: str, *, bertingkat: bool = False) -> MatriksPeran:
    """The matrix of roles and results of a superior: his results by his subordinates' contributions.

    A contribution is what a subordinate owns below a result, or supports at it or below it,
    as near to it as there is. A subordinate without any has an empty row.

    Args:
        pohon: The tree.
        atasan: The id of the superior's post.
        bertingkat: Whether the subordinates' own subordinates stand in it too, down to the last.

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
    [{'jabatan': 'kabid', 'hasil': 'O1', 'kontribusi': 'C1', 'peran': 'utama'}]
    """
    pohon.jabatan[atasan]
    results = tuple(item for item in pohon if _owner_id(pohon, item.id) == atasan)
    posts = _subordinates(pohon, atasan, bertingkat=bertingkat)
    columns = [_contributions(pohon, result, {post.id for post in posts}) for result in results]
    rows = tuple((post, tuple(tuple(found.get(post.id, ())) for found in columns)) for post in posts)
    return MatriksPeran(results, rows)


def _owner_id(pohon: PohonKinerja, simpul: str) -> str | None:
    owner = pohon.owner(simpul)
    return None if owner is None else owner.id


def _subordinates(pohon: PohonKinerja, atasan: str, *, bertingkat: bool) -> list[Jabatan]:
    found: list[Jabatan] = []
    stack = list(reversed(pohon.jabatan.bawahan(atasan)))
    while stack:
        post = stack.pop()
        found.append(post)
        if bertingkat:
            stack += reversed(pohon.jabatan.bawahan(post.id))
    return found


def _contributions(pohon: PohonKinerja, hasil: AnySimpul, jabatan: set[str]) -> dict[str, list[Kontribusi]]:
    """For each post what it owns or supports nearest below a result, and at the result what it supports."""
    found: dict[str, list[Kontribusi]] = {}
    stack: list[tuple[AnySimpul, frozenset[str]]] = [(hasil, frozenset())]
    while stack:
        node, above = stack.pop()
        here = {post: peran for post, peran in _roles(pohon, node) if post in jabatan and post not in above}
        for post, peran in here.items():
            found.setdefault(post, []).append(Kontribusi(node, peran))
        met = above | here.keys()
        stack += [(child, met) for child in reversed(pohon.children(node.id))]
    return found


def _roles(pohon: PohonKinerja, simpul: AnySimpul) -> Iterator[tuple[str, Peran]]:
    """The posts of a node, the owner last, so that its role stands where it supports too."""
    for post in pohon.supporters(simpul.id):
        yield post.id, Peran.PENDUKUNG
    owner = pohon.owner(simpul.id)
    if owner is not None:
        yield owner.id, Peran.UTAMA
