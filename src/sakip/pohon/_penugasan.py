"""Who answers for what: the posts of a tree, their assignments, and its other links."""

from __future__ import annotations

import enum
from collections.abc import Container, Iterator, Mapping

import networkx as nx

from sakip.errors import PohonError, TidakAdaError
from sakip.kebijakan import Kebijakan
from sakip.kode import AnyKode, to_kode
from sakip.model import (
    AnySimpul,
    Instansi,
    Jabatan,
    JenisInstansi,
    JenisRelasi,
    JenisUjung,
    Komponen,
    Relasi,
    Ujung,
)
from sakip.periode import Periode
from sakip.pohon._bacaan import Bacaan
from sakip.pohon._jabatan import SusunanJabatan
from sakip.pohon._relasi import DaftarRelasi


class Peran(enum.Enum):
    """The role of a jabatan at a node.

    >>> Peran("utama").name
    'UTAMA'
    """

    UTAMA = "utama"
    PENDUKUNG = "pendukung"


class Penugasan(Bacaan):
    """The posts and the links that are no tree edges."""

    def __init__(
        self,
        nama: str,
        *,
        instansi: Instansi | None = None,
        periode: Periode | int | str | None = None,
        jenis: JenisInstansi | str = JenisInstansi.PEMDA,
        kebijakan: Kebijakan | None = None,
    ) -> None:
        """Begin with no post and no link."""
        super().__init__(nama, instansi=instansi, periode=periode, jenis=jenis, kebijakan=kebijakan)
        self._jabatan = SusunanJabatan()
        self._relasi = DaftarRelasi()

    @property
    def jabatan(self) -> SusunanJabatan:
        """The posts by id, with their hierarchy. Read-only."""
        return self._jabatan

    def add_jabatan(self, jabatan: Jabatan) -> None:
        """Add a post.

        Raises:
            PohonError: The id is taken, or the post would be its own superior.
        """
        if jabatan.id in self._jabatan:
            raise PohonError(
                jabatan.id, "the id is taken by another jabatan", "id ini sudah dipakai jabatan lain"
            )
        self._jabatan._put(jabatan)

    def replace_jabatan(self, jabatan: Jabatan) -> Jabatan:
        """Put a post in the place of the one with the same id; give back the old one.

        Raises:
            PohonError: The post would be its own superior.
            TidakAdaError: There is no post with this id.
        """
        old = self._jabatan[jabatan.id]
        self._jabatan._put(jabatan)
        return old

    def remove_jabatan(self, id: str) -> None:
        """Take a post out.

        Raises:
            PohonError: It owns nodes or has posts below it; change those first.
            TidakAdaError: There is no such post.
        """
        if links := self._relasi.of(Ujung(JenisUjung.JABATAN, self._jabatan[id].id)):
            raise PohonError(
                id,
                f"{len(links)} relasi end at this jabatan: remove them first",
                f"masih ada {len(links)} relasi ke jabatan ini; cabut dahulu",
            )
        self._jabatan._drop(id)

    def assign(self, simpul: str, jabatan: str, peran: Peran | str = Peran.UTAMA) -> None:
        """Make a post the owner of a node, or one of its supporters.

        Args:
            simpul: The node.
            jabatan: The post.
            peran: ``utama`` (one only) or ``pendukung``.

        Raises:
            PohonError: The node has another main owner, or has this one already.
            TidakAdaError: There is no such node or post.

        >>> from sakip import Jabatan, Outcome, PohonKinerja
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
        >>> _ = pohon.add(Outcome("O1"))
        >>> pohon.assign("O1", "kadis")
        >>> pohon.owner("O1").nama
        'Kepala Dinas'
        """
        try:
            role = Peran(peran)
        except ValueError:
            raise PohonError(
                simpul,
                f'peran is "utama" or "pendukung", not {peran!r}',
                f'peran harus "utama" atau "pendukung", bukan {peran!r}',
            ) from None
        self.add_relasi(
            Relasi(
                jenis=JenisRelasi.PENUGASAN,
                dari=Ujung(JenisUjung.SIMPUL, self[simpul].id),
                ke=Ujung(JenisUjung.JABATAN, self._jabatan[jabatan].id),
                peran=role.value,
            )
        )

    def unassign(self, simpul: str, jabatan: str) -> None:
        """Undo an assignment, whatever the role.

        Raises:
            PohonError: The post is not assigned to the node.
            TidakAdaError: There is no such node or post.
        """
        post = self._jabatan[jabatan]
        found = [link for link in self._assignments(simpul) if link.ke.id == post.id]
        if not found:
            raise PohonError(
                simpul,
                f"the jabatan {jabatan!r} is not assigned to it",
                f"simpul ini tidak ditugaskan kepada jabatan {jabatan!r}",
            )
        for link in found:
            self._relasi.remove(link)

    def owner(self, id: str) -> Jabatan | None:
        """The one post that answers for a node, or None.

        Raises:
            TidakAdaError: There is no such node.
        """
        found = (link for link in self._assignments(id) if link.peran == Peran.UTAMA.value)
        link = next(found, None)
        return None if link is None else self._jabatan[link.ke.id]

    def supporters(self, id: str) -> tuple[Jabatan, ...]:
        """The posts that support a node.

        Raises:
            TidakAdaError: There is no such node.
        """
        links = self._assignments(id)
        return tuple(self._jabatan[link.ke.id] for link in links if link.peran != Peran.UTAMA.value)

    def _assignments(self, id: str) -> list[Relasi]:
        end = Ujung(JenisUjung.SIMPUL, self[id].id)
        return [link for link in self._relasi.of(end) if _is_assignment(link) and link.dari == end]

    def assigned_to(self, jabatan: str) -> tuple[AnySimpul, ...]:
        """The nodes that a post owns or supports, in the order of assignment.

        Raises:
            TidakAdaError: There is no such post.
        """
        end = Ujung(JenisUjung.JABATAN, self._jabatan[jabatan].id)
        ids = dict.fromkeys(link.dari.id for link in self._relasi.of(end) if _is_assignment(link))
        return tuple(self._simpul[id] for id in ids)

    @property
    def relasi(self) -> tuple[Relasi, ...]:
        """The links that are no tree edges, in the order they were added."""
        return tuple(self._relasi)

    def relasi_of(self, ujung: Ujung | str) -> tuple[Relasi, ...]:
        """The links that have this end.

        >>> from sakip import PohonKinerja
        >>> PohonKinerja("Dinas Contoh").relasi_of("luar:Bappeda")
        ()
        """
        return self._relasi.of(Ujung.parse(ujung))

    def add_relasi(self, relasi: Relasi) -> None:
        """Add a link.

        Raises:
            PohonError: It is there already; or it is an assignment and does not
                lead from a node to a post, or the node has a main owner.
            TidakAdaError: An end is not in the tree.
        """
        for end in (relasi.dari, relasi.ke):
            if not self._has_end(end):
                raise TidakAdaError(end.jenis.value, end.id, f"the tree {self.nama!r}")
        if relasi.jenis is JenisRelasi.PENUGASAN:
            if not _is_assignment(relasi):
                raise PohonError(
                    str(relasi.dari),
                    "a penugasan leads from a simpul to a jabatan",
                    "penugasan harus dari sebuah simpul ke sebuah jabatan",
                )
            owner = self.owner(relasi.dari.id)
            if relasi.peran == Peran.UTAMA.value and owner is not None:
                raise PohonError(
                    relasi.dari.id,
                    f"it has a main owner already: {owner.id!r}",
                    f"simpul ini sudah punya pemilik utama, yaitu {owner.id}",
                )
        self._relasi.add(relasi)

    def remove_relasi(self, relasi: Relasi) -> None:
        """Take a link out.

        Raises:
            TidakAdaError: There is no such link.
        """
        self._relasi.remove(relasi)

    def _has_end(self, end: Ujung) -> bool:
        known: Mapping[JenisUjung, Container[str]] = {
            JenisUjung.SIMPUL: self._simpul,
            JenisUjung.INDIKATOR: self._pemilik,
            JenisUjung.JABATAN: self._jabatan,
        }
        return end.jenis is JenisUjung.LUAR or end.id in known[end.jenis]

    def find(
        self,
        *,
        jenis: str | None = None,
        kode: AnyKode | str | None = None,
        teks: str | None = None,
        jabatan: str | None = None,
    ) -> tuple[AnySimpul, ...]:
        """The nodes that fulfil every condition given, in order.

        Args:
            jenis: The kind of node, such as ``program``.
            kode: The code; both widths of a sub kegiatan find the same.
            teks: A text in its condition, name, indikator or other wordings, in any letter case.
            jabatan: The id of a post that owns or supports it.

        Raises:
            KodeError: *kode* is no code.
            TidakAdaError: There is no such jabatan.

        >>> from sakip import PohonKinerja, SubKegiatan
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> _ = pohon.add(SubKegiatan("S1", kode="1.06.04.2.01.0002", nama="Penyediaan Sandang"))
        >>> [item.id for item in pohon.find(teks="sandang", kode="1.06.04.2.01.02")]
        ['S1']
        """
        code = to_kode(kode)
        words = None if teks is None else teks.casefold()
        held = None if jabatan is None else {item.id for item in self.assigned_to(jabatan)}
        return tuple(
            item
            for item in self.walk()
            if (jenis is None or item.jenis == jenis)
            and (code is None or (isinstance(item, Komponen) and item.kode == code))
            and (words is None or any(words in text.casefold() for text in _wordings(item)))
            and (held is None or item.id in held)
        )

    def to_networkx(self, *, relasi: bool = False) -> nx.DiGraph[str]:
        """A copy of the graph: ids as nodes, each with its ``simpul``.

        Args:
            relasi: Whether the links between nodes come along, as edges with a
                ``relasi``; it is then a `networkx.MultiDiGraph`, and no tree.

        >>> import networkx as nx
        >>> from sakip import CSF, Outcome, PohonKinerja
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> pohon.add_many([(Outcome("O1"), None), (CSF("C1"), "O1")])
        >>> nx.is_arborescence(pohon.to_networkx())
        True
        """
        graf: nx.DiGraph[str] = nx.MultiDiGraph() if relasi else nx.DiGraph()
        graf.add_nodes_from((item.id, {"simpul": item}) for item in self.walk())
        graf.add_edges_from((above, item.id) for item in self.walk() if (above := self._parent_id(item.id)))
        if relasi:
            nodes = {JenisUjung.SIMPUL}
            links = (link for link in self._relasi if {link.dari.jenis, link.ke.jenis} == nodes)
            graf.add_edges_from((link.dari.id, link.ke.id, {"relasi": link}) for link in links)
        return graf


def _is_assignment(link: Relasi) -> bool:
    ends = (link.dari.jenis, link.ke.jenis)
    return link.jenis is JenisRelasi.PENUGASAN and ends == (JenisUjung.SIMPUL, JenisUjung.JABATAN)


def _wordings(simpul: AnySimpul) -> Iterator[str]:
    yield simpul.uraian
    if isinstance(simpul, Komponen):
        yield simpul.nama
    for item in simpul.sebutan:
        yield item.teks
    for kpi in simpul.indikator:
        yield kpi.nama
        for item in kpi.sebutan:
            yield item.teks
