"""Any sequence of edits, allowed or refused: what always holds of a tree holds after each of them."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sakip.errors import SakipError
from sakip.model import (
    SIMPUL,
    AnySimpul,
    Indikator,
    Jabatan,
    JenisInstansi,
    JenisRelasi,
    JenisUjung,
    Komponen,
    Relasi,
    Ujung,
)
from sakip.pohon import PohonKinerja, may_stand_under
from sakip.serialization import dumps
from strategies_pohon import jenis_instansi, pohon

NODES = st.sampled_from([f"N{number}" for number in range(9)])
PLACES = st.none() | NODES
POSTS = st.sampled_from(["J0", "J1", "J2", "J3"])
INDIKATOR = st.lists(st.sampled_from([f"IK{number}" for number in range(6)]), max_size=2)
KINDS = st.sampled_from(sorted(SIMPUL))
ENDS = st.one_of(
    st.builds(Ujung, st.just(JenisUjung.SIMPUL), NODES),
    st.builds(Ujung, st.just(JenisUjung.INDIKATOR), st.sampled_from(["IK0", "IK1", "N0-IK0"])),
    st.builds(Ujung, st.just(JenisUjung.JABATAN), POSTS),
    st.just(Ujung(JenisUjung.LUAR, "Bappeda")),
)


def panjang(node: AnySimpul) -> int:
    """A measure that replacing a node changes."""
    return 1 + 10 * len(node.indikator)


def make_node(id: str, jenis: str, kpi: list[str]) -> AnySimpul:
    return SIMPUL[jenis](id, indikator=[Indikator(id=name, nama="Persentase") for name in kpi])


class Suntingan(RuleBasedStateMachine):
    """Edits of one tree, each of which does all it says or nothing."""

    tree: PohonKinerja
    sums: Any

    @initialize(tree=pohon(ringan=True), kind=jenis_instansi(), fresh=st.booleans())
    def begin(self, tree: PohonKinerja, kind: JenisInstansi, fresh: bool) -> None:  # noqa: FBT001  # drawn
        self.tree = PohonKinerja("Contoh", jenis=kind) if fresh else tree
        self.sums = self.tree.roll_up(panjang)

    def edit(self, work: Callable[[], object]) -> None:
        """Do an edit; where it is refused, see that nothing changed, down to the order of the links."""
        before, text, totals = self.tree.copy(), dumps(self.tree), dict(self.sums)
        refused: SakipError | None = None
        try:
            work()
        except SakipError as error:
            refused = error
        if refused is not None:
            assert str(refused)
            assert self.tree == before
            assert dumps(self.tree) == text
            assert dict(self.sums) == totals

    @rule(id=NODES, jenis=KINDS, kpi=INDIKATOR, under=PLACES, before=PLACES)
    def add(self, id: str, jenis: str, kpi: list[str], under: str | None, before: str | None) -> None:
        self.edit(lambda: self.tree.add(make_node(id, jenis, kpi), under))
        self.edit(lambda: self.tree.add(make_node(f"{id}-2", jenis, []), under, before=before))

    @rule(rows=st.lists(st.tuples(st.builds(make_node, NODES, KINDS, INDIKATOR), PLACES), max_size=4))
    def add_many(self, rows: list[tuple[AnySimpul, str | None]]) -> None:
        size = len(self.tree)
        self.edit(lambda: self.tree.add_many(rows))
        assert len(self.tree) in {size, size + len(rows)}

    @rule(id=NODES, under=PLACES, before=PLACES)
    def move(self, id: str, under: str | None, before: str | None) -> None:
        self.edit(lambda: self.tree.move(id, under))
        self.edit(lambda: self.tree.move(id, under, before=before))

    @rule(id=NODES, jenis=KINDS, kpi=INDIKATOR)
    def replace(self, id: str, jenis: str, kpi: list[str]) -> None:
        self.edit(lambda: self.tree.replace(make_node(id, jenis, kpi)))

    @rule(id=NODES, jenis=KINDS, kpi=INDIKATOR)
    def translate(self, id: str, jenis: str, kpi: list[str]) -> None:
        node: Any = make_node(id, jenis, kpi)
        old = next((item for item in self.tree if item.id == id), None)
        self.edit(lambda: self.tree.translate(id, node))
        if old is not None and isinstance(self.tree[id], Komponen) and not isinstance(old, Komponen):
            assert self.tree[id].indikator[: len(old.indikator)] == old.indikator
            assert self.tree[id].uraian == old.uraian

    @rule(id=NODES, below=st.sampled_from(("refuse", "remove", "lift")))
    def remove(self, id: str, below: Any) -> None:
        size, links = len(self.tree), set(self.tree.relasi)
        gone: list[Any] = []
        self.edit(lambda: gone.append(self.tree.remove(id, below=below)))
        for taken in gone:
            assert len(self.tree) + len(taken.simpul) == size
            assert set(self.tree.relasi) | set(taken.relasi) == links
            assert not set(self.tree.relasi) & set(taken.relasi)

    @rule(other=pohon(ringan=True, max_size=3), under=PLACES)
    def graft(self, other: PohonKinerja, under: str | None) -> None:
        before = dumps(other)
        self.edit(lambda: self.tree.graft(other, under))
        assert dumps(other) == before

    @rule(id=NODES)
    def subtree(self, id: str) -> None:
        if id in self.tree:
            part = self.tree.subtree(id)
            assert list(part) == list(self.tree.walk(id))
            assert set(part.relasi) <= set(self.tree.relasi)

    @rule(id=POSTS, atasan=POSTS, new=st.booleans())
    def put_jabatan(self, id: str, atasan: str, new: bool) -> None:  # noqa: FBT001  # drawn
        post = Jabatan(id=id, nama="Kepala", atasan=atasan)
        self.edit(lambda: self.tree.add_jabatan(post) if new else self.tree.replace_jabatan(post))

    @rule(id=POSTS)
    def remove_jabatan(self, id: str) -> None:
        self.edit(lambda: self.tree.remove_jabatan(id))
        self.edit(lambda: self.tree.add_jabatan(Jabatan(id=id, nama="Kepala")))

    @rule(id=NODES, post=POSTS, peran=st.sampled_from(("utama", "pendukung", "ketua")))
    def assign(self, id: str, post: str, peran: str) -> None:
        self.edit(lambda: self.tree.assign(id, post, peran))

    @rule(id=NODES, post=POSTS)
    def unassign(self, id: str, post: str) -> None:
        self.edit(lambda: self.tree.unassign(id, post))

    @rule(jenis=st.sampled_from(JenisRelasi), dari=ENDS, ke=ENDS, peran=st.sampled_from(("", "utama")))
    def add_relasi(self, jenis: JenisRelasi, dari: Ujung, ke: Ujung, peran: str) -> None:
        link = Relasi(jenis=jenis, dari=dari, ke=ke, peran=peran)
        self.edit(lambda: self.tree.add_relasi(link))

    @rule(which=st.integers(0, 9), change=st.booleans())
    def remove_relasi(self, which: int, change: bool) -> None:  # noqa: FBT001  # drawn
        for link in self.tree.relasi[which : which + 1]:
            gone = attrs.evolve(link, tempat="tidak ada") if change else link
            self.edit(lambda gone=gone: self.tree.remove_relasi(gone))  # type: ignore[misc]
            assert (link in self.tree.relasi) == change

    # --- what always holds

    @invariant()
    def places_are_sound(self) -> None:
        """One parent each, no circle, every node reached once, every place one that is allowed."""
        tree = self.tree
        walked = [item.id for item in tree]
        assert len(walked) == len(set(walked)) == len(tree)
        assert set(tree._graf) == set(walked) == set(tree._simpul)
        assert all(degree <= 1 for _, degree in tree._graf.in_degree())
        assert {item.id for item in tree.roots} == {
            id for id, degree in tree._graf.in_degree() if degree == 0
        }
        for node in tree:
            above = tree.parent(node.id)
            assert may_stand_under(node.jenis, "" if above is None else above.jenis, tree.jenis)
            assert above is None or node in tree.children(above.id)

    @invariant()
    def graph_order_puts_parents_first(self) -> None:
        """The graph lists a parent before its children, which sums over its edges rely on."""
        place = {id: index for index, id in enumerate(self.tree._graf)}
        assert all(place[above] < place[below] for above, below in self.tree._graf.edges)

    @invariant()
    def indikator_are_found(self) -> None:
        """The index has each indikator once, at the node it stands at, and no other."""
        stand = [(kpi.id, node.id) for node in self.tree for kpi in node.indikator]
        assert self.tree._pemilik == dict(stand)
        assert len(stand) == len(self.tree._pemilik)
        assert all(self.tree.indikator(kpi) in self.tree[node].indikator for kpi, node in stand)

    @invariant()
    def links_have_their_ends(self) -> None:
        """Every end of every link is in the tree, and is found from there; one main owner at most."""
        tree = self.tree
        there = {
            JenisUjung.SIMPUL: {item.id for item in tree},
            JenisUjung.INDIKATOR: {kpi.id for node in tree for kpi in node.indikator},
            JenisUjung.JABATAN: set(tree.jabatan),
            JenisUjung.LUAR: {end.id for link in tree.relasi for end in (link.dari, link.ke)},
        }
        for link in tree.relasi:
            for end in (link.dari, link.ke):
                assert end.id in there[end.jenis]
                assert link in tree.relasi_of(end)
        assert {link for links in tree._relasi._by_end.values() for link in links} == set(tree.relasi)
        owners = Counter(
            link.dari.id
            for link in tree.relasi
            if link.jenis is JenisRelasi.PENUGASAN and link.peran == "utama"
        )
        assert all(count == 1 for count in owners.values())

    @invariant()
    def nobody_is_their_own_superior(self) -> None:
        """The chain of superiors of every post ends, and does not come back to it."""
        for id, post in self.tree.jabatan.items():
            chain: list[str] = []
            while (above := post.atasan) in self.tree.jabatan:
                assert above not in {id, *chain}
                post = self.tree.jabatan[str(above)]  # noqa: PLW2901  # one step up
                chain.append(post.id)
            assert [item.id for item in self.tree.jabatan.atasan(id)] == chain

    @invariant()
    def sums_are_live(self) -> None:
        """The live sums are what counting anew gives."""
        tree = self.tree
        anew = {node.id: sum(map(panjang, tree.walk(node.id))) for node in tree}
        assert dict(self.sums) == anew
        assert tree.roll_up(panjang) is self.sums

    @invariant()
    def pickles_are_equal(self) -> None:
        """A tree comes back equal from a pickle."""
        assert pickle.loads(pickle.dumps(self.tree)) == self.tree  # noqa: S301


TestSuntingan = Suntingan.TestCase
TestSuntingan.settings = settings(max_examples=50, stateful_step_count=30, deadline=None)
