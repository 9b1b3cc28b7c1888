"""Hypothesis strategies for whole trees: any node, any post, any link, any kind of institution."""

from __future__ import annotations

from hypothesis import strategies as st

from sakip.model import (
    SIMPUL,
    AnySimpul,
    Atasan,
    Indikator,
    Jabatan,
    JenisInstansi,
    JenisRelasi,
    JenisUjung,
    Relasi,
    Ujung,
)
from sakip.pohon import INDUK, PohonKinerja
from strategies import instansi, jabatan, kata, periode, relasi, simpul, teks


def jenis_instansi() -> st.SearchStrategy[JenisInstansi]:
    """A kind of institution."""
    return st.sampled_from(JenisInstansi)


def simpul_ringan(id: str, kelas: type[AnySimpul]) -> st.SearchStrategy[AnySimpul]:
    """A node with little in it, for tests of places and not of contents."""

    def make(uraian: str, many: int) -> AnySimpul:
        kpi = tuple(Indikator(id=f"{id}-IK{number}", nama="Persentase") for number in range(many))
        return kelas(id, uraian=uraian, indikator=kpi)

    return st.builds(make, st.just("") | kata(), st.integers(0, 2))


@st.composite
def susunan_jabatan(draw: st.DrawFn) -> list[Jabatan]:
    """Posts whose superior is unknown, none, one of them, or one that is not among them."""
    posts: list[Jabatan] = []
    for number in range(draw(st.integers(0, 3))):
        named = st.sampled_from([*(item.id for item in posts), "tidak-tercatat"])
        posts.append(draw(jabatan(f"J{number}", draw(st.sampled_from(Atasan) | named))))
    return draw(st.permutations(posts))


@st.composite
def pohon(draw: st.DrawFn, *, ringan: bool = False, max_size: int = 5) -> PohonKinerja:
    """A tree with several roots, posts and links of every kind.

    Args:
        draw: Given by Hypothesis.
        ringan: Nodes with little in them.
        max_size: The greatest number of nodes.
    """
    kind = draw(jenis_instansi())
    tree = PohonKinerja(
        draw(teks()),
        instansi=draw(st.none() | instansi()),
        periode=draw(st.none() | periode()),
        jenis=kind,
    )
    for post in draw(susunan_jabatan()):
        tree.add_jabatan(post)
    for number in range(draw(st.integers(0, max_size))):
        kelas = SIMPUL[draw(st.sampled_from(sorted(INDUK[kind])))]
        places = [item.id for item in tree if item.jenis in INDUK[kind][kelas.jenis]]
        make = simpul_ringan if ringan else simpul
        tree.add(draw(make(f"N{number}", kelas)), under=draw(st.sampled_from([None, *places])))
    for _ in range(draw(st.integers(0, 4))):
        link = draw(_link(tree))
        if link is not None and link not in tree.relasi:
            tree.add_relasi(link)
    return tree


@st.composite
def _link(draw: st.DrawFn, tree: PohonKinerja) -> Relasi | None:
    """A link that the tree can take, unless it has it; None where no node or post is there to assign."""
    nodes = [Ujung(JenisUjung.SIMPUL, item.id) for item in tree]
    kpi = [Ujung(JenisUjung.INDIKATOR, item.id) for node in tree for item in node.indikator]
    posts = [Ujung(JenisUjung.JABATAN, id) for id in tree.jabatan]
    kind = draw(st.sampled_from(JenisRelasi))
    if kind is not JenisRelasi.PENUGASAN:
        ends = st.sampled_from([*nodes, *kpi, *posts, Ujung(JenisUjung.LUAR, "Bappeda: bidang sosial")])
        return draw(relasi(draw(ends), draw(ends), kind))
    if not nodes or not posts:
        return None
    node = draw(st.sampled_from(nodes))
    role = "pendukung" if tree.owner(node.id) else draw(st.sampled_from(("utama", "pendukung")))
    return Relasi(jenis=kind, dari=node, ke=draw(st.sampled_from(posts)), peran=role, status=draw(teks()))
