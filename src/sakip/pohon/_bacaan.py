"""What a tree is made of, and how it is read."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from sakip.errors import PohonError, TidakAdaError, TipeError
from sakip.kebijakan import Kebijakan
from sakip.model import AnySimpul, Indikator, Instansi, JenisInstansi
from sakip.periode import Periode, to_periode
from sakip.pohon._nama import strip_pohon


class Bacaan:
    """The nodes in their places. `PohonKinerja` adds posts, links and edits."""

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
        if not isinstance(nama, str):
            raise TipeError(type(nama).__name__, "pass the name of the tree as text")
        if instansi is not None and not isinstance(instansi, Instansi):
            raise TipeError(type(instansi).__name__, "pass an Instansi, such as Instansi(nama=...)")
        self.nama = nama
        self.instansi = instansi
        self.periode = None if periode is None else to_periode(periode)
        self.kebijakan = kebijakan
        self._jenis = _to_jenis(jenis)
        self._graf: nx.DiGraph[str] = nx.DiGraph()
        self._simpul: dict[str, AnySimpul] = {}
        self._akar: dict[str, None] = {}
        self._pemilik: dict[str, str] = {}

    @property
    def kebijakan(self) -> Kebijakan | None:
        """The policy that its capaian are computed with; None leaves it to the caller.

        Raises:
            TipeError: What is assigned is no policy.
        """
        return self._kebijakan

    @kebijakan.setter
    def kebijakan(self, kebijakan: Kebijakan | None) -> None:
        if kebijakan is not None and not isinstance(kebijakan, Kebijakan):
            raise TipeError(type(kebijakan).__name__, "pass a Kebijakan, such as sakip.LKJIP")
        self._kebijakan = kebijakan

    @property
    def nama_instansi(self) -> str:
        """What forms call the institution: by its own name and region, or else by the name of the tree.

        >>> from sakip import Instansi, PohonKinerja
        >>> dinas = Instansi(nama="Dinas Sosial", wilayah="Kabupaten Contoh")
        >>> PohonKinerja("Pohon kinerja 2025", instansi=dinas).nama_instansi
        'Dinas Sosial Kabupaten Contoh'
        >>> PohonKinerja("Pohon kinerja Dinas Sosial").nama_instansi
        'Dinas Sosial'
        """
        return strip_pohon(self.nama) if self.instansi is None else self.instansi.nama_lengkap

    @property
    def jenis(self) -> JenisInstansi:
        """The kind of institution."""
        return self._jenis

    def __getitem__(self, id: str) -> AnySimpul:
        try:
            return self._simpul[id]
        except (KeyError, TypeError):
            raise TidakAdaError("simpul", str(id), f"the tree {self.nama!r}") from None

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and id in self._simpul

    def __len__(self) -> int:
        return len(self._simpul)

    def __iter__(self) -> Iterator[AnySimpul]:
        return self.walk()

    def __repr__(self) -> str:
        return f"PohonKinerja({self.nama!r}, {len(self)} simpul)"

    def walk(self, id: str | None = None) -> Iterator[AnySimpul]:
        """The nodes in order, parents before children.

        Nodes that are removed meanwhile are passed over.

        Args:
            id: Where to begin; without it, all roots.

        Raises:
            TidakAdaError: There is no such node.
        """
        stack = list(reversed(self._akar)) if id is None else [self[id].id]
        while stack:
            here = stack.pop()
            if here in self._simpul:
                stack.extend(reversed(list(self._graf.successors(here))))
                yield self._simpul[here]

    @property
    def roots(self) -> tuple[AnySimpul, ...]:
        """The nodes without a parent, in order."""
        return tuple(self._simpul[id] for id in self._akar)

    def parent(self, id: str) -> AnySimpul | None:
        """The node above, or None for a root.

        Raises:
            TidakAdaError: There is no such node.
        """
        above = self._parent_id(self[id].id)
        return None if above is None else self._simpul[above]

    def _parent_id(self, id: str) -> str | None:
        return next(iter(self._graf.predecessors(id)), None)

    def children(self, id: str) -> tuple[AnySimpul, ...]:
        """The nodes directly below, in order.

        Raises:
            TidakAdaError: There is no such node.
        """
        return tuple(self._simpul[child] for child in self._graf.successors(self[id].id))

    def ancestors(self, id: str) -> tuple[AnySimpul, ...]:
        """The nodes above, nearest first.

        Raises:
            TidakAdaError: There is no such node.
        """
        return tuple(self._simpul[above] for above in self._upward(self[id].id))

    def _upward(self, id: str | None) -> Iterator[str]:
        while id is not None and (id := self._parent_id(id)) is not None:
            yield id

    def path(self, id: str) -> tuple[AnySimpul, ...]:
        """The nodes from the root down to this one, both included.

        Raises:
            TidakAdaError: There is no such node.
        """
        return (*reversed(self.ancestors(id)), self[id])

    def descendants(self, id: str) -> tuple[AnySimpul, ...]:
        """Everything below, in order.

        Raises:
            TidakAdaError: There is no such node.
        """
        return tuple(self.walk(self[id].id))[1:]

    def siblings(self, id: str) -> tuple[AnySimpul, ...]:
        """The other nodes with the same parent (or, for a root, the other roots).

        Raises:
            TidakAdaError: There is no such node.
        """
        above = self._parent_id(self[id].id)
        family = self.roots if above is None else self.children(above)
        return tuple(item for item in family if item.id != id)

    def level(self, id: str) -> int:
        """How deep a node stands; a root is at 0.

        Raises:
            TidakAdaError: There is no such node.
        """
        return len(self.ancestors(id))

    def leaves(self, id: str | None = None) -> tuple[AnySimpul, ...]:
        """The nodes with nothing below them, in order.

        Raises:
            TidakAdaError: There is no such node.
        """
        return tuple(item for item in self.walk(id) if not self._graf.out_degree(item.id))

    def indikator(self, id: str) -> Indikator:
        """The indikator with this id, wherever it stands.

        Raises:
            TidakAdaError: There is no such indikator.
        """
        node = self.simpul_of(id)
        return next(item for item in node.indikator if item.id == id)

    def simpul_of(self, indikator: str) -> AnySimpul:
        """The node that an indikator stands at.

        Raises:
            TidakAdaError: There is no such indikator.
        """
        try:
            return self._simpul[self._pemilik[indikator]]
        except (KeyError, TypeError):
            raise TidakAdaError("indikator", str(indikator), f"the tree {self.nama!r}") from None


def _to_jenis(jenis: JenisInstansi | str) -> JenisInstansi:
    try:
        return JenisInstansi(jenis)
    except ValueError:
        names = ", ".join(item.value for item in JenisInstansi)
        raise PohonError(
            str(jenis),
            f"the kind of institution is one of {names}",
            f"jenis instansi: salah satu dari {names}",
        ) from None
