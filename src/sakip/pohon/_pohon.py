"""`PohonKinerja`: the tree and its edits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias

import attrs

from sakip.errors import PohonError, TidakAdaError, TipeError
from sakip.kebijakan import Kebijakan
from sakip.memori import paused_collector
from sakip.model import (
    AnySimpul,
    Instansi,
    JenisInstansi,
    JenisUjung,
    Komponen,
    Relasi,
    Simpul,
    Ujung,
)
from sakip.periode import Periode
from sakip.pohon._aturan import AKAR, INDUK, check_below, describe_aturan, refuse_circle
from sakip.pohon._gulungan import DaftarGulungan, Gulungan, Ukuran
from sakip.pohon._tampilan import Berpenampilan
from sakip.pohon._terjemah import translated

Below: TypeAlias = Literal["refuse", "remove", "lift"]
"""What happens to what hangs below a node that is removed."""


@attrs.frozen
class Dilepas:
    """What an edit took out of a tree.

    Attributes:
        simpul: The nodes, parents before children.
        relasi: The links that had one of them, or one of their indikator, as an end.

    >>> from sakip import Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1"))
    >>> pohon.remove("O1").relasi
    ()
    """

    simpul: tuple[AnySimpul, ...]
    relasi: tuple[Relasi, ...] = ()


class PohonKinerja(Berpenampilan):
    """A performance tree: nodes in their places, posts, and links beside the tree.

    The only mutable thing of the library. Reading it from several threads is
    safe; while one thread edits it no other may use it.

    Args:
        nama: What the tree is called.
        instansi: The institution.
        periode: The span of the plan.
        jenis: The kind of institution, which decides what may stand under what.
        kebijakan: The policy that its capaian are computed with; None leaves it to the caller.

    Iterating gives the nodes in order, parents before children; ``pohon["P1"]``
    is the node with that id.

    >>> from sakip import CSF, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh", periode="2025-2029")
    >>> _ = pohon.add(Outcome("O1", uraian="Meningkatnya kesejahteraan sosial"))
    >>> _ = pohon.add(CSF("C1", uraian="Meningkatnya pelayanan sosial"), under="O1")
    >>> len(pohon), "C1" in pohon, pohon.parent("C1").id
    (2, True, 'O1')
    """

    def __init__(
        self,
        nama: str,
        *,
        instansi: Instansi | None = None,
        periode: Periode | int | str | None = None,
        jenis: JenisInstansi | str = JenisInstansi.PEMDA,
        kebijakan: Kebijakan | None = None,
    ) -> None:
        """Begin with an empty tree."""
        super().__init__(nama, instansi=instansi, periode=periode, jenis=jenis, kebijakan=kebijakan)
        self._gulungan = DaftarGulungan()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PohonKinerja):
            return NotImplemented
        return self._state() == other._state()

    __hash__ = None  # type: ignore[assignment]  # it can be edited

    def _state(self) -> tuple[object, ...]:
        nodes = [(self._parent_id(item.id), item) for item in self.walk()]
        head = (self.nama, self.instansi, self.periode, self._jenis, self.kebijakan)
        return head, nodes, dict(self._jabatan), frozenset(self._relasi)

    def add(self, simpul: AnySimpul, under: str | None = None, *, before: str | None = None) -> AnySimpul:
        """Add a node, and give it back.

        Args:
            simpul: The node.
            under: The id of its parent; without it the node is a root.
            before: The id of the sibling that it comes before; without it, last.

        Raises:
            PohonError: A rule of the tree would be broken.
            TidakAdaError: There is no such parent or sibling.
        """
        self._check_sibling(under, before)
        self.add_many([(simpul, under)])
        if before is not None:
            self._reorder(under, simpul.id, before)
        return simpul

    def add_many(self, pairs: Iterable[tuple[AnySimpul, str | None]]) -> None:
        """Add many nodes at once, or none.

        Args:
            pairs: Each node with the id of its parent (None for a root), parents
                before their children.

        Raises:
            PohonError: A rule of the tree would be broken.
            TidakAdaError: A parent is neither in the tree nor earlier in *pairs*.

        >>> from sakip import CSF, Outcome, PohonKinerja
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> pohon.add_many([(Outcome("O1"), None), (CSF("C1"), "O1")])
        >>> len(pohon)
        2
        """
        with paused_collector():
            batch = list(pairs)
            fresh, owners = self._check_batch(batch)
            changes = self._gulungan.measure((None, simpul) for simpul in fresh.values())
            self._graf.add_nodes_from(fresh)
            self._graf.add_edges_from((under, simpul.id) for simpul, under in batch if under is not None)
            self._simpul.update(fresh)
        self._akar.update((simpul.id, None) for simpul, under in batch if under is None)
        self._pemilik.update(owners)
        self._gulungan.put(changes, self._upward)

    def _check_batch(
        self, batch: Iterable[tuple[AnySimpul, str | None]]
    ) -> tuple[dict[str, AnySimpul], dict[str, str]]:
        """The new nodes by id and the owners of their indikator, if every rule holds."""
        table, known = INDUK[self._jenis], self._simpul
        fresh: dict[str, AnySimpul] = {}
        owners: dict[str, str] = {}
        for simpul, under in batch:
            _check_simpul(simpul)
            id = simpul.id
            if id in known or id in fresh:
                raise PohonError(
                    id, "the id is taken; ids are unique in a tree", "id ini sudah dipakai di pohon ini"
                )
            if under is None:
                kind = AKAR
            elif (above := fresh.get(under) or known.get(under)) is None:
                raise TidakAdaError("simpul", str(under), f"the tree {self.nama!r} (as parent of {id!r})")
            else:
                kind = above.jenis
            if kind not in table.get(simpul.jenis, ()):
                self._refuse_place(simpul, under, kind)
            fresh[id] = simpul
            if simpul.indikator:
                self._check_indikator(simpul, owners)
        return fresh, owners

    def _refuse_place(self, simpul: AnySimpul, under: str | None, kind: str) -> None:
        rule, larangan = describe_aturan(simpul.jenis, kind, self._jenis)
        raise PohonError(simpul.id, rule if under is None else f"{rule} ({under!r})", larangan)

    def _check_indikator(self, simpul: AnySimpul, owners: dict[str, str]) -> None:
        for item in simpul.indikator:
            owner = owners.get(item.id, self._pemilik.get(item.id))
            if owner is not None and (item.id in owners or owner != simpul.id):
                raise PohonError(
                    item.id,
                    f"the id is taken by an indikator of {owner!r}; ids are unique in a tree",
                    f"id indikator ini sudah dipakai pada simpul {owner}",
                )
            owners[item.id] = simpul.id

    def replace(self, simpul: AnySimpul) -> AnySimpul:
        """Put a node in the place of the one with the same id; give back the old one.

        Raises:
            PohonError: A rule of the tree would be broken, or a link would lose
                its end: remove that relasi first.
            TidakAdaError: There is no node with this id.

        >>> import attrs
        >>> from sakip import Outcome, PohonKinerja
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> _ = pohon.add(Outcome("O1", uraian="Meningkatnya kesejahteran"))
        >>> pohon.replace(attrs.evolve(pohon["O1"], uraian="Meningkatnya kesejahteraan")).uraian
        'Meningkatnya kesejahteran'
        """
        _check_simpul(simpul)
        old = self[simpul.id]
        above = self.parent(simpul.id)
        self._check_place(simpul, above)
        for child in self.children(simpul.id):
            self._check_place(child, simpul)
        owners: dict[str, str] = {}
        self._check_indikator(simpul, owners)
        gone = {item.id for item in old.indikator} - owners.keys()
        for id in sorted(gone):
            if links := self._relasi.of(Ujung(JenisUjung.INDIKATOR, id)):
                raise PohonError(
                    id,
                    f"a relasi {links[0].jenis.value} ends at this indikator: remove it first",
                    f"masih ada relasi {links[0].jenis.value} ke indikator ini; cabut dahulu",
                )
        changes = self._gulungan.measure([(old, simpul)])
        for id in gone:
            del self._pemilik[id]
        self._pemilik.update(owners)
        self._simpul[simpul.id] = simpul
        self._gulungan.put(changes, self._upward)
        return old

    def _check_place(self, simpul: AnySimpul, above: AnySimpul | None) -> None:
        kind = AKAR if above is None else above.jenis
        if kind not in INDUK[self._jenis].get(simpul.jenis, ()):
            self._refuse_place(simpul, None if above is None else above.id, kind)

    def translate(self, id: str, komponen: Komponen) -> AnySimpul:
        """Turn a condition into a planning component, in its place (stage five).

        The node keeps its id, condition, indikator, wordings, children and links;
        it gains name, code and money. A condition worded differently on the
        component becomes a `Sebutan`; indikator and remarks of the component are added.

        Args:
            id: The node.
            komponen: The component, with the same id.

        Raises:
            PohonError: The ids differ, the node is a component already, something of
                either would be lost, or a rule of the tree would be broken.
            TidakAdaError: There is no such node.

        Acuan: PermenPANRB 89/2021, stage five.

        >>> from sakip import KondisiAntara, PohonKinerja, Program
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> _ = pohon.add(KondisiAntara("K1", uraian="Terwujudnya rehabilitasi bagi PPKS"))
        >>> program = pohon.translate("K1", Program("K1", kode="1.06.04", nama="Rehabilitasi Sosial"))
        >>> program.uraian, pohon["K1"].nama
        ('Terwujudnya rehabilitasi bagi PPKS', 'Rehabilitasi Sosial')
        """
        new = translated(self[id], komponen)
        self.replace(new)
        return new

    def move(self, id: str, under: str | None, *, before: str | None = None) -> None:
        """Hang a node, with everything below it, somewhere else.

        Args:
            id: The node.
            under: The id of its new parent; None makes it a root.
            before: The id of the sibling that it comes before; without it, last.

        Raises:
            PohonError: It would come under itself, or where its kind may not stand.
            TidakAdaError: There is no such node, parent or sibling.

        >>> from sakip import CSF, KondisiAntara, PohonKinerja
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> pohon.add_many([(CSF("C1"), None), (CSF("C2"), None), (KondisiAntara("K1"), "C1")])
        >>> pohon.move("K1", "C2")
        >>> pohon.parent("K1").id
        'C2'
        """
        simpul = self[id]
        above = None if under is None else self[under]
        branch = [item.id for item in self.walk(id)]
        if under in branch or before == id:
            raise refuse_circle(id, under or before)
        self._check_place(simpul, above)
        self._check_sibling(under, before)
        self._gulungan.shift(id, -1, self._upward)
        self._hang(branch, under)
        self._gulungan.shift(id, 1, self._upward)
        if before is not None:
            self._reorder(under, id, before)

    def _hang(self, branch: list[str], under: str | None) -> None:
        """Enter a branch again at the end, so that parents stay before children in the graph."""
        edges = [(parent, child) for parent in branch for child in self._graf.successors(parent)]
        self._akar.pop(branch[0], None)
        self._graf.remove_nodes_from(branch)
        self._graf.add_nodes_from(branch)
        self._graf.add_edges_from(edges)
        if under is None:
            self._akar[branch[0]] = None
        else:
            self._graf.add_edge(under, branch[0])

    def _check_sibling(self, under: str | None, before: str | None) -> None:
        if before is None:
            return
        family = self._akar if under is None else self._graf.succ.get(under, {})
        if before not in family:
            raise TidakAdaError(
                "simpul", str(before), "the roots" if under is None else f"the children of {under!r}"
            )

    def _reorder(self, under: str | None, id: str, before: str) -> None:
        """Bring a node that stands last before one of its siblings."""
        family = list(self._akar) if under is None else list(self._graf.successors(under))
        later = [other for other in family[family.index(before) :] if other != id]
        if under is None:
            for other in later:
                self._akar[other] = self._akar.pop(other)
            return
        self._graf.remove_edges_from([(under, other) for other in later])
        self._graf.add_edges_from([(under, other) for other in later])

    def remove(self, id: str, *, below: Below = "refuse") -> Dilepas:
        """Take a node out, and give back all that went with it.

        Args:
            id: The node.
            below: What happens to what hangs below it: ``refuse`` (the default)
                refuses if there is anything, ``remove`` removes it too, ``lift``
                hangs the children where the node stood.

        Raises:
            PohonError: There is something below and nothing was said of it, or
                the children may not stand where they would be lifted to.
            TidakAdaError: There is no such node.

        >>> from sakip import CSF, Outcome, PohonKinerja
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> pohon.add_many([(Outcome("O1"), None), (CSF("C1"), "O1")])
        >>> [item.id for item in pohon.remove("O1", below="remove").simpul]
        ['O1', 'C1']
        """
        children = self.children(id)
        check_below(id, below, len(children))
        if below == "lift":
            self._lift(id, children)
        return self._take(list(self.walk(id)))

    def _lift(self, id: str, children: Iterable[AnySimpul]) -> None:
        above = self._parent_id(id)
        for child in children:
            self._check_place(child, None if above is None else self._simpul[above])
        for child in children:
            self.move(child.id, above, before=id)

    def _take(self, gone: list[AnySimpul]) -> Dilepas:
        """Take nodes out whose ancestors outside of *gone* stay."""
        self._gulungan.shift(gone[0].id, -1, self._upward)
        ends = [Ujung(JenisUjung.SIMPUL, item.id) for item in gone]
        ends += [Ujung(JenisUjung.INDIKATOR, kpi.id) for item in gone for kpi in item.indikator]
        links = tuple(dict.fromkeys(link for end in ends for link in self._relasi.of(end)))
        for link in links:
            self._relasi.remove(link)
        for item in gone:
            del self._simpul[item.id]
            self._akar.pop(item.id, None)
            for kpi in item.indikator:
                del self._pemilik[kpi.id]
        self._gulungan.drop(item.id for item in gone)
        self._graf.remove_nodes_from([item.id for item in gone])
        return Dilepas(tuple(gone), links)

    def graft(self, other: PohonKinerja, under: str | None = None) -> None:
        """Hang a copy of another tree under a node of this one, with its posts and links.

        Args:
            other: The other tree; it stays as it is.
            under: The node; without it the other's roots become roots here.

        Raises:
            PohonError: An id is taken, a jabatan of the same id is another one or
                would be its own superior, or a root of the other may not stand there.
            TidakAdaError: There is no such node.

        >>> from sakip import Outcome, PohonKinerja
        >>> daerah, dinas = PohonKinerja("Kabupaten"), PohonKinerja("Dinas")
        >>> _ = daerah.add(Outcome("D1")), dinas.add(Outcome("O1"))
        >>> daerah.graft(dinas, under="D1")
        >>> daerah.parent("O1").id
        'D1'
        """
        if under is not None:
            self[under]  # refused here even when there is nothing to hang
        posts = self._jabatan._merged(other.jabatan)
        known = set(self._relasi)
        self.add_many([(item, other._parent_id(item.id) or under) for item in other.walk()])
        self._jabatan._jabatan.update(posts)
        for link in other.relasi:
            if link not in known:
                self._relasi.add(link)

    def subtree(self, id: str) -> PohonKinerja:
        """A tree of its own from a node and everything below it.

        Posts come along; links where both ends are in it or are no nodes.

        Raises:
            TidakAdaError: There is no such node.

        >>> from sakip import CSF, Outcome, PohonKinerja
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> pohon.add_many([(Outcome("O1"), None), (CSF("C1"), "O1")])
        >>> [item.id for item in pohon.subtree("C1")]
        ['C1']
        """
        new, root = self._empty(), self[id]
        new.add_many([(item, None if item is root else self._parent_id(item.id)) for item in self.walk(id)])
        new._jabatan._jabatan.update(self._jabatan)
        for link in self._relasi:
            if all(new._has_end(end) for end in (link.dari, link.ke)):
                new._relasi.add(link)
        return new

    def copy(self) -> PohonKinerja:
        """A tree that can be edited apart from this one; the frozen nodes are shared.

        >>> from sakip import Outcome, PohonKinerja
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> salinan = pohon.copy()
        >>> _ = salinan.add(Outcome("O1"))
        >>> len(pohon), len(salinan)
        (0, 1)
        """
        new = self._empty()
        new.__setstate__(self.__getstate__())
        return new

    __copy__ = copy

    def __deepcopy__(self, memo: dict[int, Any]) -> PohonKinerja:
        return self.copy()

    def _empty(self) -> PohonKinerja:
        return PohonKinerja(
            self.nama,
            instansi=self.instansi,
            periode=self.periode,
            jenis=self._jenis,
            kebijakan=self.kebijakan,
        )

    def __getstate__(self) -> dict[str, Any]:
        return {
            "head": (self.nama, self.instansi, self.periode, self._jenis, self.kebijakan),
            "simpul": [(item, self._parent_id(item.id)) for item in self.walk()],
            "jabatan": dict(self._jabatan),
            "relasi": tuple(self._relasi),
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        nama, instansi, periode, jenis, kebijakan = state["head"]
        PohonKinerja.__init__(
            self, nama, instansi=instansi, periode=periode, jenis=jenis, kebijakan=kebijakan
        )
        self.add_many(state["simpul"])
        self._jabatan._jabatan.update(state["jabatan"])
        for link in state["relasi"]:
            self._relasi.add(link)

    def roll_up(self, ukuran: Ukuran) -> Gulungan:
        """For each node, the sum of a measure over it and everything below it.

        The sums follow the tree's edits; asking again with the same function
        gives the same object at once.

        Args:
            ukuran: What one node counts for; a function of the node alone.

        >>> from sakip import CSF, Outcome, PohonKinerja
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> pohon.add_many([(Outcome("O1"), None), (CSF("C1"), "O1"), (CSF("C2"), "O1")])
        >>> jumlah = pohon.roll_up(lambda simpul: 1)
        >>> jumlah["O1"]
        3
        >>> _ = pohon.remove("C2")
        >>> jumlah["O1"]
        2
        """
        return self._gulungan.get(ukuran, lambda asked: Gulungan(asked, self._simpul, self._graf.adjacency()))


def _check_simpul(simpul: object) -> None:
    if not isinstance(simpul, Simpul) or type(simpul) in (Simpul, Komponen):
        raise TipeError(type(simpul).__name__, "pass a node such as Outcome, CSF or Program")
