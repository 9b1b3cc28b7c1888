"""The tree: its places, its posts and links, its edits, and that a refused edit changes nothing."""

from __future__ import annotations

import copy
import gc
import itertools
import pickle
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.errors import KodeError, ModelError, PohonError, SakipError, TidakAdaError, TipeError
from sakip.kode import KodeLain
from sakip.model import (
    CSF,
    KRO,
    RO,
    SIMPUL,
    Aktivitas,
    AnySimpul,
    Atasan,
    Butir,
    Dasar,
    Indikator,
    Instansi,
    Jabatan,
    JenisInstansi,
    JenisRelasi,
    Kegiatan,
    Komponen,
    KondisiAntara,
    Outcome,
    Program,
    Relasi,
    Sasaran,
    Sebutan,
    Simpul,
    SubKegiatan,
    Tujuan,
    Ujung,
    Urusan,
)
from sakip.pohon import INDUK, Dilepas, Peran, PohonKinerja, may_stand_under, parents_first
from sakip.serialization import dumps
from strategies import SEDIKIT
from strategies_pohon import pohon

DUKUNGAN = Relasi(jenis="dukungan", dari="K1", ke="P1")
TURUNAN = Relasi(jenis="indikator_turunan", dari="indikator:IK-C1", ke="indikator:IK-O1")
SILANG = Relasi(jenis="crosscutting", dari="C2", ke="luar:Bappeda", status="menunggu")


def kpi(id: str) -> Indikator:
    return Indikator(id=id, nama=f"Persentase {id}")


def contoh() -> PohonKinerja:
    """A small tree of a dinas: two roots, three posts, six links."""
    tree = PohonKinerja("Dinas Contoh", periode="2025-2029")
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas", atasan=Atasan.TIDAK_ADA))
    tree.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", atasan="kadis"))
    tree.add_jabatan(Jabatan(id="analis", nama="Analis"))
    tree.add_many(
        [
            (Outcome("O1", uraian="Meningkatnya kesejahteraan", indikator=kpi("IK-O1")), None),
            (CSF("C1", uraian="Meningkatnya pelayanan", indikator=kpi("IK-C1")), "O1"),
            (Program("P1", kode="1.06.04", nama="Rehabilitasi Sosial", pagu={"2025": 900}), "C1"),
            (Kegiatan("G1", kode="1.06.04.2.01", nama="Rehabilitasi Dasar", pagu={"2025": 500}), "P1"),
            (SubKegiatan("S1", kode="1.06.04.2.01.0001", nama="Permakanan", pagu={"2025": 300}), "G1"),
            (SubKegiatan("S2", kode="1.06.04.2.01.0002", nama="Sandang", pagu={"2025": 200}), "G1"),
            (Kegiatan("G2", nama="Rehabilitasi Lanjut"), "P1"),
            (CSF("C2", uraian="Meningkatnya tata kelola"), "O1"),
            (KondisiAntara("K1", uraian="Terwujudnya rehabilitasi bagi PPKS"), "C2"),
            (Tujuan("T1", uraian="Meningkatkan kualitas pelayanan"), None),
            (Sasaran("R1", uraian="Meningkatnya PMKS yang tertangani"), "T1"),
        ]
    )
    tree.assign("O1", "kadis")
    tree.assign("P1", "kabid")
    tree.assign("P1", "analis", Peran.PENDUKUNG)
    for link in (DUKUNGAN, TURUNAN, SILANG):
        tree.add_relasi(link)
    return tree


def ids(nodes: Any) -> list[str]:
    return [item.id for item in nodes]


def satu(_: AnySimpul) -> int:
    """One for each node."""
    return 1


def uang(node: AnySimpul) -> int:
    """The pagu of a component, all periods together."""
    return sum(item.jumlah or 0 for item in node.pagu) if isinstance(node, Komponen) else 0


def assert_sums(tree: PohonKinerja, sums: Any, measure: Callable[[AnySimpul], int]) -> None:
    """Each sum is the measure over the node and all that stands below it, and no other node has one."""
    expected = {id: measure(tree[id]) + sum(map(measure, tree.descendants(id))) for id in ids(tree)}
    assert dict(sums) == expected


# --- reading --------------------------------------------------------------------


def test_order_is_depth_first_and_as_added() -> None:
    """The nodes come parents before children, brothers in the order they were added."""
    tree = contoh()
    order = ["O1", "C1", "P1", "G1", "S1", "S2", "G2", "C2", "K1", "T1", "R1"]
    assert ids(tree) == ids(tree.walk()) == order
    assert (len(tree), ids(tree.roots)) == (11, ["O1", "T1"])
    assert ids(tree.walk("P1")) == ["P1", "G1", "S1", "S2", "G2"]


def test_family() -> None:
    """Parent, children, ancestors, path, descendants, siblings, level and leaves agree with the plan."""
    tree = contoh()
    parent = tree.parent("G1")
    assert parent is not None
    assert (parent.id, tree.parent("O1")) == ("P1", None)
    assert ids(tree.children("P1")) == ["G1", "G2"]
    assert ids(tree.ancestors("S1")) == ["G1", "P1", "C1", "O1"]
    assert ids(tree.path("S1")) == ["O1", "C1", "P1", "G1", "S1"]
    assert ids(tree.descendants("P1")) == ["G1", "S1", "S2", "G2"]
    assert ids(tree.siblings("S2")) == ["S1"]
    assert ids(tree.siblings("O1")) == ["T1"]
    assert [tree.level(id) for id in ("O1", "C1", "S1")] == [0, 1, 4]
    assert ids(tree.leaves()) == ["S1", "S2", "G2", "K1", "R1"]
    assert ids(tree.leaves("G1")) == ["S1", "S2"]
    assert ids(tree.leaves("S1")) == ["S1"]


def test_indikator_are_found_wherever_they_stand() -> None:
    """An indikator is found by its id, and so is the node it stands at."""
    tree = contoh()
    assert tree.indikator("IK-C1") == kpi("IK-C1")
    assert tree.simpul_of("IK-C1").id == "C1"


def test_membership_and_text() -> None:
    """A tree knows its ids, refuses to be hashed, and shows its name and size."""
    tree = contoh()
    assert "P1" in tree
    assert "P9" not in tree
    assert 5 not in tree
    assert repr(tree) == "PohonKinerja('Dinas Contoh', 11 simpul)"
    assert tree.jenis is JenisInstansi.PEMDA
    with pytest.raises(TypeError):
        hash(tree)


@pytest.mark.parametrize("id", ["P9", "", 5, None, ["P1"]])
@pytest.mark.parametrize(
    "read",
    [
        PohonKinerja.__getitem__,
        PohonKinerja.parent,
        PohonKinerja.children,
        PohonKinerja.ancestors,
        PohonKinerja.path,
        PohonKinerja.descendants,
        PohonKinerja.siblings,
        PohonKinerja.level,
        PohonKinerja.subtree,
        PohonKinerja.owner,
        PohonKinerja.supporters,
        PohonKinerja.indikator,
        PohonKinerja.simpul_of,
        PohonKinerja.assigned_to,
        lambda tree, post: tree.jabatan[post],
        lambda tree, post: tree.jabatan.atasan(post),
        lambda tree, post: tree.jabatan.bawahan(post),
        lambda tree, node: tree.roll_up(satu)[node],
    ],
)
def test_what_is_not_there_is_named(read: Callable[[PohonKinerja, Any], object], id: Any) -> None:
    """Whatever is asked for and not there is named by the error, which is a KeyError too."""
    with pytest.raises(TidakAdaError) as caught:
        read(contoh(), id)
    assert caught.value.id == str(id)
    assert repr(str(id)) in str(caught.value)
    assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize("id", ["P9", ""])
def test_walk_and_leaves_of_a_node_that_is_not_there(id: str) -> None:
    """Walking from a node that is not there is refused, not an empty walk."""
    with pytest.raises(TidakAdaError):
        list(contoh().walk(id))
    with pytest.raises(TidakAdaError):
        contoh().leaves(id)


def test_nodes_removed_while_walking_are_passed_over() -> None:
    """A loop may remove what it meets: the rest of the walk leaves it out and goes on."""
    tree = contoh()
    met = []
    for node in tree:
        met.append(node.id)
        if node.jenis == "program":
            tree.remove(node.id, below="remove")
    assert met == ["O1", "C1", "P1", "C2", "K1", "T1", "R1"]


@given(pohon(ringan=True, max_size=8))
@SEDIKIT
def test_family_agrees_with_networkx(tree: PohonKinerja) -> None:
    """The graph handed out is a forest, and its own algorithms find the same family."""
    graf = tree.to_networkx()
    assert list(graf) == ids(tree)
    assert len(tree) == 0 or nx.is_branching(graf)
    for node in tree:
        assert set(ids(tree.descendants(node.id))) == nx.descendants(graf, node.id)
        assert set(ids(tree.ancestors(node.id))) == nx.ancestors(graf, node.id)
        assert ids(tree.children(node.id)) == list(graf.successors(node.id))
        assert tree.level(node.id) == len(tree.path(node.id)) - 1 == len(nx.ancestors(graf, node.id))
        assert (node in tree.leaves()) == (graf.out_degree(node.id) == 0)
        above = tree.parent(node.id)
        family = tree.roots if above is None else tree.children(above.id)
        assert [*ids(family)].count(node.id) == 1
        assert len(tree.siblings(node.id)) == len(family) - 1


def test_tree_algorithms_of_networkx_work() -> None:
    """One root makes an arborescence; the handed-out graph can be edited without touching the tree."""
    tree = contoh().subtree("O1")
    graf = tree.to_networkx()
    assert nx.is_arborescence(graf)
    assert nx.dag_longest_path_length(graf) == max(tree.level(id) for id in ids(tree))
    assert nx.lowest_common_ancestor(graf, "S1", "G2") == "P1"
    assert list(nx.dfs_preorder_nodes(graf, "O1")) == ids(tree)
    assert all(graf.nodes[item.id]["simpul"] is item for item in tree)
    graf.remove_node("C1")
    assert "C1" in tree
    assert len(tree.to_networkx()) == len(tree)


def test_links_come_along_on_request() -> None:
    """With relasi the graph has an edge for each link between nodes, and for no other link."""
    tree = contoh()
    tree.add_relasi(Relasi(jenis="penerjemahan", dari="K1", ke="P1"))
    graf = tree.to_networkx(relasi=True)
    assert graf.is_multigraph()
    edges: list[tuple[str, str, Relasi | None]] = list(graf.edges(data="relasi"))
    links = [row for row in edges if row[2] is not None]
    kinds = sorted(link.jenis.value for _, _, link in links if link)
    assert kinds == ["dukungan", "penerjemahan"]
    assert {(dari, ke) for dari, ke, _ in links} == {("K1", "P1")}
    assert graf.number_of_edges() == len(tree) - len(tree.roots) + 2


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ({"jenis": "sub_kegiatan"}, ["S1", "S2"]),
        ({"jenis": "renstra"}, []),
        ({"kode": "1.06.04.2.01.02"}, ["S2"]),
        ({"kode": "1.06.04.2.01"}, ["G1"]),
        ({"kode": KodeLain("1.06.04")}, []),
        ({"teks": "MENINGKATNYA"}, ["O1", "C1", "C2", "R1"]),
        ({"teks": "persentase ik-c1"}, ["C1"]),
        ({"teks": "sandang"}, ["S2"]),
        ({"jabatan": "kabid"}, ["P1"]),
        ({"jabatan": "analis"}, ["P1"]),
        ({"teks": "rehabilitasi", "jenis": "kegiatan"}, ["G1", "G2"]),
        ({"teks": "rehabilitasi", "jabatan": "kadis"}, []),
    ],
)
def test_find(question: dict[str, Any], found: list[str]) -> None:
    """Every condition given has to hold; codes of both widths are the same; letter case is not."""
    assert ids(contoh().find(**question)) == found


def test_find_without_a_condition_is_everything() -> None:
    """No condition is no restriction."""
    tree = contoh()
    assert tree.find() == tuple(tree)


def test_find_looks_into_other_wordings() -> None:
    """What was printed elsewhere, for the node or its indikator, is found too."""
    tree = PohonKinerja("Dinas Contoh")
    other = Indikator(id="I", nama="Persentase", sebutan=Sebutan("Proporsi PPKS"))
    tree.add(CSF("C1", sebutan=Sebutan("Terlayaninya PPKS"), indikator=other))
    assert ids(tree.find(teks="terlayaninya")) == ids(tree.find(teks="proporsi")) == ["C1"]
    assert tree.find(teks="lansia") == ()


def test_find_refuses_what_it_cannot_look_for() -> None:
    """A code that is none and a post that is not there are errors, not an empty answer."""
    with pytest.raises(KodeError):
        contoh().find(kode="1.6")
    with pytest.raises(TidakAdaError):
        contoh().find(jabatan="camat")


# --- places ---------------------------------------------------------------------

_SAH = [
    ("pemda", "sub_kegiatan", "kegiatan"),
    ("pemda", "kegiatan", "program"),
    ("pemda", "program", "csf"),
    ("pemda", "program", "urusan"),
    ("pemda", "kondisi_antara", "sub_kegiatan"),
    ("pemda", "aktivitas", "aktivitas"),
    ("kementerian_lembaga", "kro", "kegiatan"),
    ("kementerian_lembaga", "ro", "kro"),
    ("kementerian_lembaga", "sasaran", "program"),
    ("bebas", "outcome", "ro"),
]
_DITOLAK = [
    ("pemda", "sub_kegiatan", "program"),
    ("pemda", "program", "kegiatan"),
    ("pemda", "program", "program"),
    ("pemda", "outcome", "program"),
    ("pemda", "sasaran", "program"),
    ("pemda", "csf", "kondisi_antara"),
    ("kementerian_lembaga", "ro", "kegiatan"),
    ("kementerian_lembaga", "kro", "program"),
]


@pytest.mark.parametrize(("instansi", "jenis", "induk"), _SAH)
def test_places_that_are_allowed(instansi: str, jenis: str, induk: str) -> None:
    """These are the cascades of the regulations, and conditions on their way."""
    tree = PohonKinerja("Contoh", jenis=instansi)
    tree.add(SIMPUL[induk]("A"))
    tree.add(SIMPUL[jenis]("B"), under="A")
    assert may_stand_under(jenis, induk, JenisInstansi(instansi))


@pytest.mark.parametrize(("instansi", "jenis", "induk"), _DITOLAK)
def test_places_that_are_refused(instansi: str, jenis: str, induk: str) -> None:
    """A component skips no level and stands under none of its own; the message says what was tried."""
    tree = PohonKinerja("Contoh", jenis=instansi)
    tree.add(SIMPUL[induk]("A"))
    with pytest.raises(PohonError) as caught:
        tree.add(SIMPUL[jenis]("B"), under="A")
    assert caught.value.simpul == "B"
    assert caught.value.aturan.startswith(f"a {jenis} may stand under ")
    assert caught.value.aturan.endswith(f"or as a root, not under a {induk} ('A')")
    assert not may_stand_under(jenis, induk, JenisInstansi(instansi))


@pytest.mark.parametrize(
    ("instansi", "kelas"),
    [("pemda", KRO), ("pemda", RO), ("kementerian_lembaga", SubKegiatan)],
)
def test_kinds_that_an_institution_does_not_have(instansi: str, kelas: type[AnySimpul]) -> None:
    """A pemda has no KRO and no RO, a kementerian has no sub kegiatan, not even as a root."""
    with pytest.raises(PohonError, match=f"a tree of the kind {instansi} has no {kelas.jenis}"):
        PohonKinerja("Contoh", jenis=instansi).add(kelas("A"))


@pytest.mark.parametrize("instansi", JenisInstansi)
def test_every_pair_is_taken_as_the_table_says(instansi: JenisInstansi) -> None:
    """For each kind of institution, every pair of kinds: the tree does what `may_stand_under` says."""
    for jenis, induk in itertools.product(SIMPUL, SIMPUL):
        if induk not in INDUK[instansi]:
            continue
        tree = PohonKinerja("Contoh", jenis=instansi)
        tree.add(SIMPUL[induk]("A"))
        if may_stand_under(jenis, induk, instansi):
            tree.add(SIMPUL[jenis]("B"), under="A")
        else:
            with pytest.raises(PohonError):
                tree.add(SIMPUL[jenis]("B"), under="A")


def test_facts_of_the_table() -> None:
    """Free trees take all; what an institution has may be a root; conditions go under components."""
    bebas = INDUK[JenisInstansi.BEBAS]
    assert all(may_stand_under(a, b, JenisInstansi.BEBAS) for a in SIMPUL for b in SIMPUL)
    assert set(bebas) == set(SIMPUL)
    for kind, table in INDUK.items():
        assert all(may_stand_under(jenis, "", kind) for jenis in table)
        assert all(may_stand_under(jenis, induk, JenisInstansi.BEBAS) for jenis in table for induk in table)
        assert all(may_stand_under("kondisi_antara", induk, kind) for induk in set(table) - {"aktivitas"})
        assert all(may_stand_under("aktivitas", induk, kind) for induk in table)
    assert not may_stand_under("renstra", "")


@pytest.mark.parametrize("jenis", ["kabupaten", "", None, 5, ["pemda"]])
def test_kind_of_institution_that_is_none(jenis: Any) -> None:
    """An institution of no known kind is refused with the kinds there are."""
    with pytest.raises(PohonError, match="pemda, kementerian_lembaga, bebas"):
        PohonKinerja("Contoh", jenis=jenis)


@pytest.mark.parametrize("nilai", [{"nama": 5}, {"nama": "x", "instansi": "Dinas Sosial"}])
def test_head_of_a_wrong_type(nilai: dict[str, Any]) -> None:
    """Name and institution of a wrong type are refused at once, not when the tree is written."""
    with pytest.raises(TipeError):
        PohonKinerja(**nilai)


def test_head() -> None:
    """The head holds what was given, the period read from text."""
    tree = PohonKinerja("Contoh", instansi=Instansi(nama="Dinas"), periode="2025", jenis="bebas")
    assert (tree.nama, tree.instansi, str(tree.periode)) == ("Contoh", Instansi(nama="Dinas"), "2025")
    assert PohonKinerja("Contoh").periode is None


# --- edits ----------------------------------------------------------------------


def test_add_gives_the_node_back_and_takes_a_place() -> None:
    """A node is added last, or before a brother, under a node or as a root."""
    tree = contoh()
    node = SubKegiatan("S0")
    assert tree.add(node, under="G1", before="S2") is node
    tree.add(SubKegiatan("S3"), under="G1")
    tree.add(Outcome("O0"), before="O1")
    tree.add(Outcome("O2"), before="T1")
    assert ids(tree.children("G1")) == ["S1", "S0", "S2", "S3"]
    assert ids(tree.roots) == ["O0", "O1", "O2", "T1"]


def test_add_many_takes_parents_from_the_batch_and_the_tree() -> None:
    """A parent may be in the tree or earlier in the batch; a generator will do."""
    tree = contoh()
    rows: list[tuple[AnySimpul, str | None]] = [(Kegiatan("G3"), "P1"), (SubKegiatan("S3"), "G3")]
    tree.add_many(row for row in rows)
    assert ids(tree.path("S3")) == ["O1", "C1", "P1", "G3", "S3"]
    tree.add_many([])
    assert len(tree) == 13


def test_collector_is_as_it_was() -> None:
    """Adding leaves the garbage collector running, also where the batch is refused."""
    assert gc.isenabled()
    with pytest.raises(PohonError):
        contoh().add_many([(Outcome("O1"), None)])
    assert gc.isenabled()


def test_move_takes_everything_below_along() -> None:
    """A branch moves whole, keeps its own order, and comes last or before a brother."""
    tree = contoh()
    tree.move("P1", "C2")
    assert ids(tree.children("C2")) == ["K1", "P1"]
    assert ids(tree.walk("P1")) == ["P1", "G1", "S1", "S2", "G2"]
    tree.move("P1", "C2", before="K1")
    assert ids(tree.children("C2")) == ["P1", "K1"]
    tree.move("P1", None)
    assert ids(tree.roots) == ["O1", "T1", "P1"]
    tree.move("P1", None, before="O1")
    assert ids(tree.roots) == ["P1", "O1", "T1"]
    tree.move("P1", "C1")
    tree.move("C1", "O1")
    assert ids(tree.children("O1")) == ["C2", "C1"]


def test_moving_there_and_back_changes_nothing() -> None:
    """A move undone by its opposite gives an equal tree."""
    tree = contoh()
    tree.move("S1", None)
    assert tree != contoh()
    tree.move("S1", "G1", before="S2")
    assert tree == contoh()


def test_replace_gives_the_old_node_back() -> None:
    """The new node stands where the old one stood, with its children and brothers."""
    tree = contoh()
    old = tree["P1"]
    new = Program("P1", nama="Perlindungan Sosial", indikator=kpi("IK-P1"))
    assert tree.replace(new) is old
    assert tree["P1"] is new
    assert ids(tree) == ids(contoh())
    assert tree.simpul_of("IK-P1") is new
    tree.replace(old)
    assert tree == contoh()
    with pytest.raises(TidakAdaError):
        tree.indikator("IK-P1")


def test_replace_may_change_the_kind_where_it_may_stand() -> None:
    """A condition becomes a statement of a plan, where both its parent and its children allow it."""
    tree = contoh()
    tree.replace(Sasaran("C2"))
    assert ids(tree.path("K1")) == ["O1", "C2", "K1"]


def test_replace_may_take_an_indikator_out() -> None:
    """An indikator that no relasi ends at goes with the old node."""
    tree = PohonKinerja("Contoh")
    tree.add(Outcome("O1", indikator=(kpi("A"), kpi("B"))))
    tree.replace(Outcome("O1", indikator=(kpi("B"), kpi("C"))))
    assert ids(tree["O1"].indikator) == ["B", "C"]
    tree.add(Outcome("O2", indikator=kpi("A")))
    assert tree.simpul_of("A").id == "O2"


def test_translate_keeps_what_the_condition_said() -> None:
    """A condition translated in its place keeps place, words, indikator, children and links."""
    tree = contoh()
    tree.add(Kegiatan("G9"), under="K1")
    tree.replace(
        KondisiAntara(
            "K1",
            uraian="Terwujudnya rehabilitasi bagi PPKS",
            indikator=kpi("IK-K1"),
            sebutan=Sebutan("Tahap 3"),
            untuk_indikator="IK-C2",
            keterangan="lihat lampiran",
            lain={"Kolom": "1"},
        )
    )
    new = tree.translate(
        "K1",
        Program(
            "K1",
            kode="1.06.05",
            nama="Perlindungan",
            uraian="Terlindunginya PPKS",
            indikator=(kpi("IK-K1"), kpi("IK-P")),
            sebutan=Sebutan("Renstra"),
            untuk_indikator="IK-C2",
            keterangan="dari DPA",
            lain={"Kolom": "2"},
            pagu={"2025": 7},
        ),
    )
    assert new == Program(
        "K1",
        kode="1.06.05",
        nama="Perlindungan",
        uraian="Terwujudnya rehabilitasi bagi PPKS",
        indikator=(kpi("IK-K1"), kpi("IK-P")),
        sebutan=(Sebutan("Tahap 3"), Sebutan("Renstra"), Sebutan("Terlindunginya PPKS")),
        untuk_indikator="IK-C2",
        keterangan="lihat lampiran\ndari DPA",
        lain=(("Kolom", "1"), ("Kolom", "2")),
        pagu={"2025": 7},
    )
    assert tree["K1"] is new
    assert ids(tree.path("G9")) == ["O1", "C2", "K1", "G9"]
    assert DUKUNGAN in tree.relasi
    assert tree.simpul_of("IK-P") is new


def test_translate_a_condition_of_few_words() -> None:
    """Where only the component has words, they are the node's, and no other wording comes of them."""
    tree = PohonKinerja("Contoh")
    tree.add(KondisiAntara("K1"))
    component = Program("K1", uraian="Terlindunginya PPKS", keterangan="dari DPA", untuk_indikator="X")
    assert tree.translate("K1", component) == component
    tree.add(KondisiAntara("K2", uraian="Sama", keterangan="sama"))
    assert tree.translate("K2", Program("K2", uraian="Sama", keterangan="sama")).sebutan == ()
    assert tree["K2"].keterangan == "sama"
    tree.add(Outcome("O1"))
    assert tree.translate("O1", Program("O1")).jenis == "program"


def test_remove_a_leaf_gives_back_the_links_it_took() -> None:
    """The links at a node, and at its indikator, go with it and are given back."""
    tree = contoh()
    assert tree.remove("K1") == Dilepas((contoh()["K1"],), (DUKUNGAN,))
    assert DUKUNGAN not in tree.relasi
    assert "K1" not in tree
    taken = tree.remove("C1", below="remove")
    assert ids(taken.simpul) == ["C1", "P1", "G1", "S1", "S2", "G2"]
    assert TURUNAN in taken.relasi
    assert {link.jenis for link in taken.relasi} == {JenisRelasi.PENUGASAN, JenisRelasi.INDIKATOR_TURUNAN}
    assert ids(tree) == ["O1", "C2", "T1", "R1"]
    assert tree.assigned_to("kabid") == ()
    tree.add(Outcome("C1", indikator=kpi("IK-C1")))
    assert tree.remove("C1") == Dilepas((Outcome("C1", indikator=kpi("IK-C1")),))


def test_remove_and_lift() -> None:
    """Lifted children stand where the node stood, in their order."""
    tree = contoh()
    tree.add(CSF("C0"), under="O1", before="C1")
    assert ids(tree.remove("C1", below="lift").simpul) == ["C1"]
    assert ids(tree.children("O1")) == ["C0", "P1", "C2"]
    tree.remove("T1", below="lift")
    assert ids(tree.roots) == ["O1", "R1"]
    tree.remove("O1", below="lift")
    assert ids(tree.roots) == ["C0", "P1", "C2", "R1"]


def test_below_does_not_matter_for_a_leaf() -> None:
    """A leaf goes alike, whatever is said of what is not below it."""
    one, two, three = contoh(), contoh(), contoh()
    assert one.remove("S1") == two.remove("S1", below="remove") == three.remove("S1", below="lift")
    assert one == two == three


def test_graft_brings_nodes_posts_and_links() -> None:
    """A grafted tree hangs under the node, the other stays as it is; shared posts and links are one."""
    other = PohonKinerja("Bidang")
    other.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", atasan="kadis"))
    other.add_jabatan(Jabatan(id="kasi", nama="Kepala Seksi", atasan="kabid"))
    other.add_many([(KondisiAntara("K7"), None), (KondisiAntara("K8"), "K7")])
    other.assign("K8", "kasi")
    shared = Relasi(jenis="crosscutting", dari="jabatan:kabid", ke="luar:Bappeda")
    other.add_relasi(shared)
    before = other.copy()
    tree = contoh()
    tree.add_relasi(shared)
    posts = tree.jabatan
    tree.graft(other, under="C2")
    assert other == before
    assert ids(tree.children("C2")) == ["K1", "K7"]
    assert ids(tree.path("K8")) == ["O1", "C2", "K7", "K8"]
    assert ids(posts.atasan("kasi")) == ["kabid", "kadis"]
    assert ids(tree.assigned_to("kasi")) == ["K8"]
    assert tree.relasi.count(shared) == 1


def test_graft_without_a_place_adds_roots() -> None:
    """Without a node, roots become roots; nothing grafted is nothing changed."""
    tree, other = contoh(), PohonKinerja("Lain")
    other.add(Outcome("O9"))
    tree.graft(other)
    assert ids(tree.roots) == ["O1", "T1", "O9"]
    tree.remove("O9")
    tree.graft(PohonKinerja("Kosong"))
    assert tree == contoh()


def test_subtree_is_a_tree_of_its_own() -> None:
    """A subtree has the nodes below, the posts, and the links whose ends it has."""
    tree = contoh()
    tree.add_relasi(Relasi(jenis="crosscutting", dari="jabatan:kadis", ke="luar:Bappeda"))
    part = tree.subtree("C1")
    assert ids(part) == ["C1", "P1", "G1", "S1", "S2", "G2"]
    assert ids(part.roots) == ["C1"]
    assert dict(part.jabatan) == dict(tree.jabatan)
    assert (part.nama, part.periode, part.jenis) == (tree.nama, tree.periode, tree.jenis)
    assert {link.jenis.value for link in part.relasi} == {"penugasan", "crosscutting"}
    assert len(part.relasi) == 3
    part.remove("P1", below="remove")
    assert "P1" in tree


@given(pohon(ringan=True, max_size=8))
@SEDIKIT
def test_subtrees_of_the_roots_make_the_tree(tree: PohonKinerja) -> None:
    """Every root's subtree grafted into an empty tree gives all nodes in all their places."""
    whole = PohonKinerja(tree.nama, jenis=tree.jenis)
    for root in tree.roots:
        whole.graft(tree.subtree(root.id))
    assert list(whole) == list(tree)
    assert [whole.path(item.id) for item in whole] == [tree.path(item.id) for item in tree]


@given(pohon(max_size=3))
@SEDIKIT
def test_copies_are_equal_and_apart(tree: PohonKinerja) -> None:
    """copy, deepcopy and pickle give an equal tree that can be edited apart."""
    for other in (tree.copy(), copy.copy(tree), copy.deepcopy(tree), pickle.loads(pickle.dumps(tree))):  # noqa: S301
        assert other == tree
        assert dumps(other) == dumps(tree)
        other.add(Outcome("baru"))
        assert other != tree
        assert "baru" not in tree


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_protocol_of_pickle(protocol: int) -> None:
    """Trees, sums and posts survive every protocol that can hold them."""
    tree = contoh()
    tree.roll_up(satu)
    assert pickle.loads(pickle.dumps(tree, protocol)) == tree  # noqa: S301


def test_deepcopy_knows_its_memo() -> None:
    """Two references to one tree stay two references to one copy; the frozen nodes are shared."""
    tree = contoh()
    first, second = copy.deepcopy([tree, tree])
    assert first is second
    assert first is not tree
    assert first["P1"] is tree["P1"]


def test_a_very_deep_tree() -> None:
    """Depth is bounded by memory, not by the interpreter's stack."""
    tree = PohonKinerja("Dalam")
    size = 3000
    tree.add_many((KondisiAntara(f"K{n}"), f"K{n - 1}" if n else None) for n in range(size))
    sums = tree.roll_up(satu)
    assert (tree.level(f"K{size - 1}"), sums["K0"]) == (size - 1, size)
    assert pickle.loads(pickle.dumps(tree)) == tree == copy.deepcopy(tree)  # noqa: S301
    tree.move(f"K{size - 1}", "K0")
    assert sums["K1"] == size - 2
    assert len(tree.remove("K0", below="remove").simpul) == size


# --- equality -------------------------------------------------------------------


@pytest.mark.parametrize(
    "edit",
    [
        lambda tree: tree.add(Outcome("O2")),
        lambda tree: tree.remove("S1"),
        lambda tree: tree.move("S1", "G1"),
        lambda tree: tree.move("K1", None),
        lambda tree: tree.move("T1", None, before="O1"),
        lambda tree: tree.replace(attrs.evolve(tree["O1"], keterangan="x")),
        lambda tree: tree.add_jabatan(Jabatan(id="sekretaris", nama="Sekretaris")),
        lambda tree: tree.replace_jabatan(Jabatan(id="analis", nama="Analis Madya")),
        lambda tree: tree.unassign("O1", "kadis"),
        lambda tree: tree.remove_relasi(DUKUNGAN),
        lambda tree: setattr(tree, "nama", "Dinas Lain"),
        lambda tree: setattr(tree, "periode", None),
        lambda tree: setattr(tree, "instansi", Instansi(nama="Dinas")),
    ],
)
def test_trees_that_differ_in_anything_are_not_equal(edit: Callable[[PohonKinerja], object]) -> None:
    """Content, place, order, posts, links and head all count."""
    tree = contoh()
    edit(tree)
    assert tree != contoh()


def test_equality_with_other_things() -> None:
    """Built alike is equal, in whatever order the links came; another kind or type is not."""
    tree = contoh()
    tree.remove_relasi(DUKUNGAN)
    tree.add_relasi(DUKUNGAN)
    assert tree == contoh()
    assert tree != list(tree)
    assert PohonKinerja("x") != PohonKinerja("x", jenis="bebas")


# --- posts ----------------------------------------------------------------------


def test_posts_are_a_mapping() -> None:
    """Posts are read by id in the order they were added."""
    posts: Mapping[Any, Jabatan] = contoh().jabatan
    assert list(posts) == ["kadis", "kabid", "analis"]
    assert (len(posts), "kadis" in posts, "camat" in posts, 5 in posts) == (3, True, False, False)
    assert ["kadis"] not in posts
    assert posts.get("camat") is None
    assert repr(posts) == "SusunanJabatan(3 jabatan)"


def test_hierarchy_goes_as_far_as_it_is_known() -> None:
    """A superior that is unknown, none, or not recorded ends the chain."""
    tree = contoh()
    tree.add_jabatan(Jabatan(id="staf", nama="Staf", atasan="kabid"))
    tree.add_jabatan(Jabatan(id="ajudan", nama="Ajudan", atasan="bupati"))
    assert ids(tree.jabatan.atasan("staf")) == ["kabid", "kadis"]
    assert tree.jabatan.atasan("kadis") == tree.jabatan.atasan("analis") == ()
    assert tree.jabatan.atasan("ajudan") == ()
    assert ids(tree.jabatan.bawahan("kadis")) == ["kabid"]
    tree.add_jabatan(Jabatan(id="bupati", nama="Bupati"))
    assert ids(tree.jabatan.atasan("ajudan")) == ["bupati"]


def test_posts_change_place() -> None:
    """A post is replaced under its id, and removed when nobody answers to it."""
    tree = contoh()
    assert tree.replace_jabatan(Jabatan(id="analis", nama="Analis", atasan="kabid")).atasan is (
        Atasan.TIDAK_DIKETAHUI
    )
    assert ids(tree.jabatan.bawahan("kabid")) == ["analis"]
    tree.unassign("P1", "analis")
    tree.remove_jabatan("analis")
    assert list(tree.jabatan) == ["kadis", "kabid"]


def test_assignments() -> None:
    """One owner, any number of supporters, found from both ends, undone whatever the role."""
    tree = contoh()
    owner = tree.owner("P1")
    assert owner is not None
    assert (owner.id, tree.owner("C1")) == ("kabid", None)
    assert ids(tree.supporters("P1")) == ["analis"]
    tree.assign("P1", "kabid", "pendukung")
    assert ids(tree.supporters("P1")) == ["analis", "kabid"]
    assert ids(tree.assigned_to("kabid")) == ["P1"]
    tree.unassign("P1", "kabid")
    assert tree.owner("P1") is None
    assert ids(tree.supporters("P1")) == ["analis"]
    tree.assign("P1", "kadis", "utama")
    assert ids(tree.assigned_to("kadis")) == ["O1", "P1"]
    tree.add_relasi(Relasi(jenis="dukungan", dari="jabatan:kadis", ke="P1"))
    assert ids(tree.supporters("P1")) == ["analis"]
    tree.unassign("O1", "kadis")
    assert ids(tree.assigned_to("kadis")) == ["P1"]


# --- links ----------------------------------------------------------------------


def test_links_are_found_from_both_ends() -> None:
    """A link is found by either end, an outside party included."""
    tree = contoh()
    assert tree.relasi[-3:] == (DUKUNGAN, TURUNAN, SILANG)
    assert tree.relasi_of("K1") == tree.relasi_of(Ujung("simpul", "K1")) == (DUKUNGAN,)
    assert DUKUNGAN in tree.relasi_of("P1")
    assert tree.relasi_of("indikator:IK-O1") == (TURUNAN,)
    assert tree.relasi_of("luar:Bappeda") == (SILANG,)
    assert tree.relasi_of("luar:Camat") == ()
    tree.remove_relasi(SILANG)
    assert tree.relasi_of("luar:Bappeda") == tree.relasi_of("C2") == ()


def test_a_link_back_to_where_it_comes_from() -> None:
    """A link whose two ends are one is found once, and can be taken out."""
    tree = contoh()
    link = Relasi(jenis="dukungan", dari="R1", ke="R1")
    tree.add_relasi(link)
    assert tree.relasi_of("R1") == (link,)
    tree.remove_relasi(link)
    assert tree == contoh()
    tree.add_relasi(link)
    assert tree.remove("R1").relasi == (link,)


@pytest.mark.parametrize("jenis", [item for item in JenisRelasi if item is not JenisRelasi.PENUGASAN])
@pytest.mark.parametrize("dari", ["simpul:C1", "indikator:IK-C1", "jabatan:kadis", "luar:Bappeda"])
@pytest.mark.parametrize("ke", ["simpul:C2", "indikator:IK-O1", "jabatan:kabid", "luar:Camat"])
def test_links_of_every_kind_between_ends_of_every_kind(jenis: JenisRelasi, dari: str, ke: str) -> None:
    """Any link but a penugasan may lead from anything to anything that is there."""
    tree = contoh()
    link = Relasi(jenis=jenis, dari=dari, ke=ke, tempat="Lampiran II")
    tree.add_relasi(link)
    assert link in tree.relasi_of(dari)
    assert link in tree.relasi_of(ke)
    tree.remove_relasi(link)
    assert tree == contoh()


# --- refused edits --------------------------------------------------------------


def _beda(tree: PohonKinerja) -> PohonKinerja:
    """Another tree with one new node and a post of the same id that is another one."""
    other = PohonKinerja("Lain")
    other.add(KondisiAntara("K9"))
    other.add_jabatan(attrs.evolve(tree.jabatan["analis"], nama="Analis lain"))
    return other


def _melingkar() -> PohonKinerja:
    """Another tree whose post is below a post here, which is below it."""
    other = PohonKinerja("Lain")
    other.add(KondisiAntara("K9"))
    other.add_jabatan(Jabatan(id="bupati", nama="Bupati", atasan="ajudan"))
    return other


def _lain(*nodes: AnySimpul) -> PohonKinerja:
    other = PohonKinerja("Lain", jenis="bebas")
    other.add_many((node, None) for node in nodes)
    return other


DITOLAK: dict[str, tuple[Callable[[PohonKinerja], object], type[SakipError], str]] = {
    "add: id taken": (lambda t: t.add(Outcome("O1")), PohonError, "'O1': the id is taken"),
    "add: no parent": (lambda t: t.add(CSF("C9"), "O9"), TidakAdaError, r"'O9' .*\(as parent of 'C9'\)"),
    "add: no brother": (lambda t: t.add(CSF("C9"), "O1", before="P1"), TidakAdaError, "children of 'O1'"),
    "add: no root": (lambda t: t.add(Outcome("O9"), before="C1"), TidakAdaError, "'C1' in the roots"),
    "add: before, no parent": (lambda t: t.add(CSF("C9"), "O9", before="C1"), TidakAdaError, "'O9'"),
    "add: place": (lambda t: t.add(CSF("C9"), "S1"), PohonError, "'C9': a csf may stand under"),
    "add: kind": (lambda t: t.add(RO("X")), PohonError, "'X': a tree of the kind pemda has no ro"),
    "add: indikator taken": (
        lambda t: t.add(Outcome("O9", indikator=kpi("IK-C1"))),
        PohonError,
        "'IK-C1': the id is taken by an indikator of 'C1'",
    ),
    "add: indikator twice": (
        lambda t: t.add(Outcome("O9", indikator=(kpi("A"), kpi("A")))),
        PohonError,
        "'A': the id is taken by an indikator of 'O9'",
    ),
    "add: no node": (lambda t: t.add("O9"), TipeError, "str is refused"),  # type: ignore[arg-type]
    "add: base class": (lambda t: t.add(Simpul("O9")), TipeError, "Simpul is refused"),  # type: ignore[arg-type]
    "add: base component": (lambda t: t.add(Komponen("O9")), TipeError, "Komponen"),  # type: ignore[arg-type]
    "add_many: second bad": (
        lambda t: t.add_many([(Outcome("O9"), None), (Outcome("O9"), None)]),
        PohonError,
        "'O9': the id is taken",
    ),
    "add_many: child first": (
        lambda t: t.add_many([(CSF("C9"), "O9"), (Outcome("O9"), None)]),
        TidakAdaError,
        "'O9'",
    ),
    "add_many: indikator twice": (
        lambda t: t.add_many(
            [(Outcome("O8", indikator=kpi("A")), None), (Outcome("O9", indikator=kpi("A")), None)]
        ),
        PohonError,
        "'A': the id is taken by an indikator of 'O8'",
    ),
    "move: under itself": (lambda t: t.move("P1", "P1"), PohonError, "'P1': it cannot stand under"),
    "move: under its own": (lambda t: t.move("P1", "S1"), PohonError, "'P1': it cannot stand under"),
    "move: before itself": (lambda t: t.move("S1", "G1", before="S1"), PohonError, "'S1': it cannot"),
    "move: place": (lambda t: t.move("S1", "P1"), PohonError, r"not under a program \('P1'\)"),
    "move: no node": (lambda t: t.move("S9", "G1"), TidakAdaError, "'S9'"),
    "move: no parent": (lambda t: t.move("S1", "G9"), TidakAdaError, "'G9'"),
    "move: no brother": (lambda t: t.move("S1", "G2", before="S2"), TidakAdaError, "'S2'"),
    "move: no root": (lambda t: t.move("S1", None, before="S2"), TidakAdaError, "'S2' in the roots"),
    "replace: no node": (lambda t: t.replace(Outcome("O9")), TidakAdaError, "'O9'"),
    "replace: place": (lambda t: t.replace(SubKegiatan("C1")), PohonError, "'C1': a sub_kegiatan may"),
    "replace: place of a child": (lambda t: t.replace(Urusan("G1")), PohonError, "'G1'|'S1'"),
    "replace: children": (lambda t: t.replace(KondisiAntara("T1")), PohonError, r"'R1': .*\('T1'\)"),
    "replace: indikator": (
        lambda t: t.replace(Outcome("O1", indikator=kpi("IK-C1"))),
        PohonError,
        "'IK-C1': the id is taken by an indikator of 'C1'",
    ),
    "replace: indikator twice": (
        lambda t: t.replace(Outcome("O1", indikator=(kpi("IK-O1"), kpi("IK-O1")))),
        PohonError,
        "'IK-O1': the id is taken",
    ),
    "replace: link loses its end": (
        lambda t: t.replace(CSF("C1")),
        PohonError,
        "'IK-C1': a relasi indikator_turunan ends at this indikator",
    ),
    "replace: no such type": (lambda t: t.replace(None), TipeError, "NoneType"),  # type: ignore[arg-type]
    "translate: other id": (lambda t: t.translate("K1", Program("P9")), PohonError, "'K1': .*'P9' was given"),
    "translate: no node": (lambda t: t.translate("K9", Program("K9")), TidakAdaError, "'K9'"),
    "translate: place": (lambda t: t.translate("K1", SubKegiatan("K1")), PohonError, "'K1': a sub_kegiatan"),
    "translate: no condition": (lambda t: t.translate("P1", Program("P1")), PohonError, "a program already"),
    "translate: no component": (lambda t: t.translate("K1", CSF("K1")), TipeError, "CSF"),  # type: ignore[arg-type]
    "remove: children": (lambda t: t.remove("P1"), PohonError, "'P1': nodes below it: 2; say"),
    "remove: no node": (lambda t: t.remove("P9"), TidakAdaError, "'P9'"),
    "remove: no such below": (lambda t: t.remove("S1", below="x"), PohonError, "not 'x'"),  # type: ignore[arg-type]
    "remove: lift": (lambda t: t.remove("G1", below="lift"), PohonError, r"'S1': .*\('P1'\)"),
    "graft: id": (lambda t: t.graft(t), PohonError, "'O1': the id is taken"),
    "graft: post": (lambda t: t.graft(_beda(t), "C2"), PohonError, "'analis': both trees have"),
    "graft: posts in a circle": (lambda t: t.graft(_melingkar(), "C2"), PohonError, "its own atasan"),
    "graft: place": (lambda t: t.graft(_lain(CSF("C9")), "S1"), PohonError, "'C9'"),
    "graft: kind": (lambda t: t.graft(_lain(Outcome("O9"), RO("X"))), PohonError, "has no ro"),
    "graft: no node": (lambda t: t.graft(_lain(Outcome("O9")), "O8"), TidakAdaError, "'O8'"),
    "graft: nothing, no node": (lambda t: t.graft(_lain(), "O8"), TidakAdaError, "'O8'"),
    "add_jabatan: taken": (
        lambda t: t.add_jabatan(t.jabatan["kadis"]),
        PohonError,
        "'kadis': the id is taken",
    ),
    "add_jabatan: itself": (
        lambda t: t.add_jabatan(Jabatan(id="x", nama="x", atasan="x")),
        PohonError,
        "'x': a jabatan may not be its own atasan",
    ),
    "add_jabatan: circle": (
        lambda t: t.add_jabatan(Jabatan(id="bupati", nama="Bupati", atasan="ajudan")),
        PohonError,
        "'bupati': a jabatan may not be its own atasan",
    ),
    "replace_jabatan: circle": (
        lambda t: t.replace_jabatan(Jabatan(id="kadis", nama="Kadis", atasan="kabid")),
        PohonError,
        "'kadis': a jabatan may not be its own atasan",
    ),
    "replace_jabatan: none": (
        lambda t: t.replace_jabatan(Jabatan(id="x", nama="x")),
        TidakAdaError,
        "no jabatan 'x'",
    ),
    "remove_jabatan: none": (lambda t: t.remove_jabatan("x"), TidakAdaError, "no jabatan 'x'"),
    "remove_jabatan: owner": (lambda t: t.remove_jabatan("analis"), PohonError, "1 relasi end"),
    "remove_jabatan: superior": (lambda t: t.remove_jabatan("camat"), PohonError, "atasan of 'ajudan'"),
    "assign: no node": (lambda t: t.assign("P9", "kadis"), TidakAdaError, "'P9'"),
    "assign: no post": (lambda t: t.assign("C1", "x"), TidakAdaError, "'x'"),
    "assign: role": (lambda t: t.assign("C1", "kadis", "ketua"), PohonError, "'C1': .*not 'ketua'"),
    "assign: owned": (
        lambda t: t.assign("P1", "kadis"),
        PohonError,
        "'P1': it has a main owner already: 'kabid'",
    ),
    "assign: twice": (lambda t: t.assign("P1", "analis", "pendukung"), PohonError, "already"),
    "unassign: no node": (lambda t: t.unassign("P9", "kadis"), TidakAdaError, "'P9'"),
    "unassign: no post": (lambda t: t.unassign("R1", "x"), TidakAdaError, "'x'"),
    "unassign: not assigned": (lambda t: t.unassign("P1", "kadis"), PohonError, "'P1': .*'kadis' is not"),
    "relasi: twice": (lambda t: t.add_relasi(DUKUNGAN), PohonError, "simpul:K1.*dukungan to simpul:P1"),
    "relasi: no node": (
        lambda t: t.add_relasi(Relasi(jenis="dukungan", dari="K9", ke="P1")),
        TidakAdaError,
        "no simpul 'K9'",
    ),
    "relasi: no indikator": (
        lambda t: t.add_relasi(Relasi(jenis="indikator_sama", dari="K1", ke="indikator:K1")),
        TidakAdaError,
        "no indikator 'K1'",
    ),
    "relasi: no post": (
        lambda t: t.add_relasi(Relasi(jenis="dukungan", dari="jabatan:x", ke="P1")),
        TidakAdaError,
        "no jabatan 'x'",
    ),
    "relasi: assigned to a node": (
        lambda t: t.add_relasi(Relasi(jenis="penugasan", dari="K1", ke="P1")),
        PohonError,
        "leads from a simpul to a jabatan",
    ),
    "relasi: assigned from a post": (
        lambda t: t.add_relasi(Relasi(jenis="penugasan", dari="jabatan:kadis", ke="K1")),
        PohonError,
        "leads from a simpul to a jabatan",
    ),
    "relasi: second owner": (
        lambda t: t.add_relasi(Relasi(jenis="penugasan", dari="P1", ke="jabatan:kadis", peran="utama")),
        PohonError,
        "main owner already",
    ),
    "relasi: not there": (
        lambda t: t.remove_relasi(Relasi(jenis="dukungan", dari="P1", ke="K1")),
        TidakAdaError,
        "no relasi dukungan 'simpul:P1 -> simpul:K1'",
    ),
    "translate: dasar": (lambda t: t.translate("O5", Program("O5")), PohonError, "'O5': .*dasar"),
    "translate: indikator differ": (
        lambda t: t.translate("O6", Program("O6", indikator=Indikator(id="IK-6", nama="Lain"))),
        PohonError,
        "'IK-6': 'O6' has an indikator of this id",
    ),
    "translate: other untuk_indikator": (
        lambda t: t.translate("O6", Program("O6", untuk_indikator="Y")),
        PohonError,
        "'O6': it answers to 'X', the component to 'Y'",
    ),
}


def contoh_ditolak() -> PohonKinerja:
    """The sample tree, with what some refusals need."""
    tree = contoh()
    tree.add_jabatan(Jabatan(id="camat", nama="Camat"))
    tree.add_jabatan(Jabatan(id="ajudan", nama="Ajudan", atasan="camat"))
    tree.replace_jabatan(Jabatan(id="camat", nama="Camat", atasan="bupati"))
    tree.add(Outcome("O5", dasar=Dasar(mandat=Butir("Rehabilitasi Sosial"))))
    tree.add(KondisiAntara("O6", indikator=kpi("IK-6"), untuk_indikator="X"))
    return tree


@pytest.mark.parametrize("nama", DITOLAK)
def test_a_refused_edit_names_its_rule_and_changes_nothing(nama: str) -> None:
    """An edit that is refused says where and why, and leaves the tree equal to its copy before."""
    edit, error, message = DITOLAK[nama]
    tree = contoh_ditolak()
    sums = tree.roll_up(satu)
    before, text, totals = tree.copy(), dumps(tree), dict(sums)
    index = dict(tree._pemilik)
    with pytest.raises(error, match=message):
        edit(tree)
    assert tree == before
    assert dumps(tree) == text
    assert dict(sums) == totals
    assert tree._pemilik == index
    assert list(tree.to_networkx().edges) == list(before.to_networkx().edges)


def test_nodes_are_checked_when_they_are_made() -> None:
    """What no tree could hold is refused before there is a node."""
    with pytest.raises(ModelError):
        Outcome("")


# --- roll-ups -------------------------------------------------------------------


def test_roll_up() -> None:
    """A sum is taken over a node and everything below it; asked again it is the same object."""
    tree = contoh()
    sums = tree.roll_up(uang)
    assert (sums["S1"], sums["G1"], sums["P1"], sums["O1"], sums["T1"]) == (300, 1000, 1900, 1900, 0)
    assert tree.roll_up(uang) is sums
    assert tree.roll_up(satu) is not sums
    assert (len(sums), set(sums), repr(sums)) == (11, set(ids(tree)), "Gulungan(11 simpul)")
    assert sums.get("P9") is None


EDITS: dict[str, Callable[[PohonKinerja], object]] = {
    "add": lambda t: t.add(SubKegiatan("S3", pagu={"2025": 40}), "G1"),
    "add before": lambda t: t.add(SubKegiatan("S3", pagu={"2025": 40}), "G1", before="S1"),
    "add root": lambda t: t.add(Program("P2", pagu={"2025": 40})),
    "add_many": lambda t: t.add_many([(Kegiatan("G3"), "P1"), (SubKegiatan("S3", pagu={"2025": 40}), "G3")]),
    "move": lambda t: t.move("P1", "C2"),
    "move before": lambda t: t.move("P1", "C2", before="K1"),
    "move to the roots": lambda t: t.move("P1", None, before="O1"),
    "move in place": lambda t: t.move("S1", "G1"),
    "replace": lambda t: t.replace(SubKegiatan("S1", pagu={"2025": 1})),
    "replace by less": lambda t: t.replace(SubKegiatan("S1")),
    "translate": lambda t: t.translate("K1", Program("K1", pagu={"2025": 60, "2026": 70})),
    "remove": lambda t: t.remove("S1"),
    "remove below": lambda t: t.remove("P1", below="remove"),
    "remove and lift": lambda t: t.remove("T1", below="lift"),
    "remove a root": lambda t: t.remove("O1", below="remove"),
    "lift below a node": lambda t: t.remove("C1", below="lift"),
    "graft": lambda t: t.graft(_lain(Program("P5", pagu={"2025": 5}), KondisiAntara("K5")), "C2"),
    "graft roots": lambda t: t.graft(_lain(Program("P5", pagu={"2025": 5}))),
    "assign": lambda t: t.assign("G1", "kadis"),
}


@pytest.mark.parametrize("nama", EDITS)
def test_sums_follow_every_edit(nama: str) -> None:
    """After any edit the live sums are those that are counted anew, and the tree is as sound as before."""
    tree = contoh()
    money, count = tree.roll_up(uang), tree.roll_up(satu)
    EDITS[nama](tree)
    assert_sums(tree, money, uang)
    assert_sums(tree, count, satu)
    assert dict(tree.copy().roll_up(uang)) == dict(money)
    order = list(tree._graf)
    assert all(order.index(above) < order.index(below) for above, below in tree._graf.edges)


def test_a_measure_that_fails_changes_nothing() -> None:
    """Where a measure raises at a new node, the edit did not happen."""
    tree = contoh()

    def picky(node: AnySimpul) -> int:
        if node.keterangan:
            raise ZeroDivisionError
        return 1

    sums = tree.roll_up(picky)
    before = dict(sums)
    for edit in (
        lambda: tree.add_many([(Outcome("O8"), None), (Outcome("O9", keterangan="x"), None)]),
        lambda: tree.replace(Kegiatan("G2", keterangan="x")),
    ):
        with pytest.raises(ZeroDivisionError):
            edit()
        assert tree == contoh()
        assert dict(sums) == before


def test_sums_that_nobody_holds_are_let_go() -> None:
    """A tree keeps a few sums at hand, and not every one that was ever asked for."""
    tree = contoh()
    held = tree.roll_up(satu)

    def measures() -> Iterator[Callable[[AnySimpul], int]]:
        for factor in range(50):
            yield lambda _, factor=factor: factor  # type: ignore[misc]

    for measure in measures():
        tree.roll_up(measure)
    gc.collect()
    assert len(tree._gulungan._by_ukuran) < 20
    tree.remove("S1")
    assert held["O1"] == 8
    assert tree.roll_up(satu) is held


# --- threads --------------------------------------------------------------------


def test_reading_from_several_threads() -> None:
    """Threads that read at once all read the same as one that reads alone."""
    tree = contoh()

    def read(_: int) -> object:
        return (
            [[item.id for item in tree.path(node.id)] for node in tree],
            ids(tree.find(teks="rehabilitasi")),
            dict(tree.roll_up(uang)),
            dumps(tree),
            tree == tree.copy(),
            pickle.loads(pickle.dumps(tree)) == tree,  # noqa: S301
            sorted(tree.to_networkx(relasi=True).edges()),
        )

    alone = read(0)
    with ThreadPoolExecutor(8) as pool:
        assert all(found == alone for found in pool.map(read, range(40)))


def test_threads_share_one_live_sum() -> None:
    """Threads that ask for the same sum at once get one object, so that each follows later edits."""
    tree = contoh()
    barrier = threading.Barrier(4)

    def slow(_: AnySimpul) -> int:
        time.sleep(0.001)
        return 1

    def ask(_: int) -> Any:
        barrier.wait()
        return tree.roll_up(slow)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(ask, range(4)))
    tree.remove("S1")
    assert [sums["O1"] for sums in found] == [8, 8, 8, 8]


# --- parents first --------------------------------------------------------------


@given(st.lists(st.integers(0, 10), max_size=9), st.randoms(use_true_random=False))
@SEDIKIT
def test_parents_first_of_any_order(parents: list[int], chance: Any) -> None:
    """Shuffled rows come parents before children, none lost, and can be added to a tree."""
    rows = [(f"K{n}", f"K{parent}" if parent < n else None) for n, parent in enumerate(parents)]
    shuffled = list(rows)
    chance.shuffle(shuffled)
    ordered = parents_first(shuffled, lambda row: row[0], lambda row: row[1])
    assert sorted(ordered) == sorted(rows)
    tree = PohonKinerja("Contoh")
    tree.add_many((KondisiAntara(id), under) for id, under in ordered)
    assert len(tree) == len(rows)


def test_parents_first_keeps_what_is_in_order() -> None:
    """Rows in order stay as they are; unknown parents count as roots; a circle comes last, whole."""
    rows: list[tuple[str, str | None]] = [("a", None), ("b", "a"), ("c", None), ("d", "b")]
    assert parents_first(rows, lambda row: row[0], lambda row: row[1]) == rows
    odd: list[tuple[str, str | None]] = [("x", "y"), ("y", "x"), ("b", "a"), ("a", "hilang")]
    found = parents_first(odd, lambda row: row[0], lambda row: row[1])
    assert found[:2] == [("a", "hilang"), ("b", "a")]
    assert sorted(found[2:]) == [("x", "y"), ("y", "x")]


def test_an_activity_stands_under_anything() -> None:
    """The step of a rencana aksi may hang wherever the work is done."""
    tree = contoh()
    for node in list(tree):
        tree.add(Aktivitas(f"A-{node.id}"), under=node.id)
    assert len(tree) == 22
