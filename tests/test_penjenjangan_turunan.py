"""The forms of every post, derived from a tree and put back together: nothing is lost and nothing stands twice."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sakip.bentuk import EvaluasiRenja, PengukuranKinerja, PerjanjianKinerja, RekapitulasiRenja, RencanaAksi
from sakip.capaian import compute_capaian
from sakip.dokumen import read_dokumen, read_struktur, write_dokumen
from sakip.errors import TipeError
from sakip.model import (
    CSF,
    KRO,
    SIMPUL,
    Aktivitas,
    AnySimpul,
    Indikator,
    Instansi,
    Jabatan,
    JenisInstansi,
    Kegiatan,
    Komponen,
    KondisiAntara,
    Outcome,
    Pagu,
    Pemangku,
    Program,
    Sasaran,
    SubKegiatan,
    Target,
    Tujuan,
)
from sakip.penjenjangan import derive_iki, derive_iku, derive_perjanjian_kinerja, derive_rencana_aksi
from sakip.pohon import INDUK, PohonKinerja

LAMBAT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KOTIM = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025" / "struktur.csv"
BERKOLOM = (Program, Kegiatan, SubKegiatan, Aktivitas)


# --- the trees ------------------------------------------------------------------


@st.composite
def bertuan(draw: st.DrawFn) -> PohonKinerja:
    """A tree of any kind of institution whose nodes have owners, indikator with targets of two years, and money."""
    jenis = draw(st.sampled_from(JenisInstansi))
    tree = PohonKinerja("Dinas Contoh", jenis=jenis)
    posts = [f"J{number}" for number in range(draw(st.integers(1, 3)))]
    for place, id in enumerate(posts):
        tree.add_jabatan(Jabatan(id=id, nama=f"Jabatan {id}", atasan=posts[place - 1] if place else "bupati"))
    for number in range(draw(st.integers(1, 9))):
        id = f"N{number}"
        above = draw(st.sampled_from([None, *(item.id for item in tree)]))
        kind = "" if above is None else tree[above].jenis
        kelas = SIMPUL[draw(st.sampled_from([name for name, up in INDUK[jenis].items() if kind in up]))]
        tree.add(draw(_simpul(id, kelas, None if above is None else tree[above])), under=above)
        if draw(st.booleans()):
            tree.assign(id, draw(st.sampled_from(posts)))
    return tree


def _simpul(id: str, kelas: type[AnySimpul], above: AnySimpul | None) -> st.SearchStrategy[AnySimpul]:
    answers = [""] if above is None else ["", *(item.id for item in above.indikator)]
    target = st.lists(st.sampled_from(("2025", "2025-TW1", "2025-TW4", "2026")), unique=True).map(
        lambda periods: [Target(when, number) for number, when in enumerate(periods, 1)]
    )
    rows = st.lists(target, max_size=3).map(
        lambda many: [
            Indikator(id=f"{id}.{n}", nama=f"Jumlah {id}.{n}", target=item, iku=bool(n % 2))
            for n, item in enumerate(many)
        ]
    )

    def make(indikator: list[Indikator], untuk: str, pagu: list[Pagu]) -> AnySimpul:
        node = kelas(id, uraian=f"Terwujudnya {id}", indikator=indikator, untuk_indikator=untuk)
        return attrs.evolve(node, pagu=pagu) if isinstance(node, Komponen) else node

    money = st.lists(st.sampled_from((2025, 2026)), unique=True).map(
        lambda years: [Pagu(year, 100 * number) for number, year in enumerate(years, 1)]
    )
    return st.builds(make, rows, st.sampled_from(answers), money)


def owned_by(tree: PohonKinerja, post: str) -> list[AnySimpul]:
    return [node for node in tree if (owner := tree.owner(node.id)) is not None and owner.id == post]


def measured(nodes: Iterable[AnySimpul]) -> Counter[tuple[str, str, str, str]]:
    """Every indikator with every target of 2025 that it has: what a form of that year has to hold."""
    return Counter(
        (node.id, item.id, str(target.periode), str(target))
        for node in nodes
        for item in node.indikator
        for target in item.target
        if target.periode.tahun == 2025
    )


def all_of_year(tree: PohonKinerja) -> Counter[tuple[str, str, str, str]]:
    return measured(node for node in tree if tree.owner(node.id) is not None)


# --- perjanjian kinerja, IKI, IKU ---------------------------------------------------


@LAMBAT
@given(bertuan())
def test_all_promises_together_hold_what_is_owned_once(tree: PohonKinerja) -> None:
    _check_promises(tree)


def _check_promises(tree: PohonKinerja) -> None:
    """Sasaran, indikator and targets of all posts are those of the tree; no money stands in other money."""
    promises = {post: derive_perjanjian_kinerja(tree, post, 2025) for post in tree.jabatan}
    said = [item for pk in promises.values() for item in pk.sasaran]
    owned = [node for node in tree if tree.owner(node.id) is not None]
    assert Counter(item.id for item in said) == Counter(node.id for node in owned)
    assert Counter(item.uraian for item in said) == Counter(node.uraian or node.label for node in owned)
    assert measured(said) == all_of_year(tree)
    for post, pk in promises.items():
        ids = [item.id for item in pk.anggaran]
        for item in pk.anggaran:
            assert not {above.id for above in tree.ancestors(item.id)} & set(ids)
            assert item.pagu == tuple(row for row in tree[item.id].pagu if row.periode.tahun == 2025)  # type: ignore[union-attr]  # a component
        assert len(ids) == len(set(ids))
        under = {below.id for node in owned_by(tree, post) for below in tree.walk(node.id)}
        covered = {below.id for id in ids for below in tree.walk(id)}
        money = (Program, Kegiatan, SubKegiatan)
        assert {id for id in under if isinstance(tree[id], money)} <= covered <= under
        assert {node.id for node in pk.to_pohon()} == {*(item.id for item in pk.sasaran), *ids}


@LAMBAT
@given(bertuan())
def test_all_iki_together_give_the_owners_back(tree: PohonKinerja) -> None:
    daftar = derive_iki(tree, 2025)
    back = daftar.to_pohon()
    assert {node.id: back.owner(node.id) for node in back} == {
        node.id: tree.owner(node.id) for node in tree if tree.owner(node.id) is not None
    }
    assert dict(back.jabatan) == dict(tree.jabatan)
    assert measured(back) == all_of_year(tree)
    one_by_one = [iki for post in tree.jabatan for iki in derive_iki(tree, 2025, post).iki]
    assert tuple(one_by_one) == daftar.iki


@LAMBAT
@given(bertuan())
def test_the_indikator_utama_are_those_marked(tree: PohonKinerja) -> None:
    marked = [item for node in tree for item in node.indikator if item.iku]
    whole = derive_iku(tree)
    assert sorted(item.id for row in whole.sasaran for item in row.indikator) == sorted(
        item.id for item in marked
    )
    back = whole.to_pohon()
    for node in back:
        above = back.parent(node.id)
        assert above is None or any(isinstance(item, Tujuan) for item in tree.path(node.id))
    mine = [row.id for post in tree.jabatan for row in derive_iku(tree, 2025, post).sasaran]
    assert sorted(mine) == sorted(
        node.id
        for node in tree
        if tree.owner(node.id) is not None and any(item.iku for item in node.indikator)
    )
    year = derive_iku(tree, 2025)
    assert {
        target.periode.tahun for row in year.sasaran for item in row.indikator for target in item.target
    } <= {2025}


# --- rencana aksi -------------------------------------------------------------------


@LAMBAT
@given(bertuan())
def test_a_plan_of_action_holds_what_is_owned_and_below_it(tree: PohonKinerja) -> None:
    for post in tree.jabatan:
        _check_aksi(tree, post)


def _check_aksi(tree: PohonKinerja, post: str) -> None:
    """Its tree has every owned thing and every component below with a column, in their places, each once."""
    aksi = derive_rencana_aksi(tree, post, 2025)
    owned = owned_by(tree, post)
    back = aksi.to_pohon()
    below = {item.id for node in owned for item in tree.walk(node.id) if isinstance(item, BERKOLOM)} | {
        node.id for node in owned
    }
    above = {item.id for node in owned if isinstance(node, BERKOLOM) for item in tree.ancestors(node.id)}
    assert below <= {node.id for node in back} <= below | above | _above_of(tree, below)
    assert measured(node for node in back if node.id in below) == measured(tree[id] for id in below)
    for node in back:
        kept = back.parent(node.id)
        assert kept is None or kept.id in {item.id for item in tree.ancestors(node.id)}
    printed = [item for row in aksi.baris for item in row.simpul[1:] if getattr(item, "pagu", ())]
    assert len(printed) == len({item.id for item in printed})


def _above_of(tree: PohonKinerja, ids: set[str]) -> set[str]:
    return {item.id for id in ids for item in tree.ancestors(id) if isinstance(item, BERKOLOM)}


def chain() -> PohonKinerja:
    """A condition with two indikator, a program that answers to one, sub kegiatan under a condition, steps."""
    tree = PohonKinerja("Dinas Contoh")
    two = [Indikator(id=id, nama=id, target={2025: 1}) for id in ("IK1", "IK2")]
    tree.add_many(
        [
            (CSF("C1", uraian="Layanan", indikator=two), None),
            (Program("P1", nama="Rehabilitasi", untuk_indikator="IK2", pagu={2025: 300}), "C1"),
            (Kegiatan("K1", nama="Dasar", pagu={2025: 300}), "P1"),
            (SubKegiatan("S1", nama="Pangan", pagu={2025: 100}), "K1"),
            (Aktivitas("A1", uraian="Membeli beras"), "S1"),
            (Aktivitas("A2", uraian="Membagi beras"), "S1"),
            (KondisiAntara("N1", uraian="Siap"), "K1"),
            (SubKegiatan("S2", nama="Sandang", pagu={2025: 200}), "N1"),
            (Aktivitas("A3", uraian="Rapat"), "K1"),
            (Program("P2", nama="Penunjang"), "C1"),
        ]
    )
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    tree.assign("C1", "kadis")
    return tree


def rows_of(aksi: RencanaAksi) -> list[tuple[list[str], list[str]]]:
    """For each row the indikator of its sasaran, and the components it names."""
    return [
        ([item.id for item in row.sasaran.indikator], [item.id for item in row.simpul[1:]])
        for row in aksi.baris
    ]


def test_rows_follow_the_indikator_and_the_steps_their_component() -> None:
    assert rows_of(derive_rencana_aksi(chain(), "kadis", 2025)) == [
        (["IK1"], ["P2"]),
        (["IK2"], ["P1", "K1", "S1", "A1", "A2"]),
        (["IK2"], ["P1", "K1", "S2"]),
        (["IK2"], ["P1", "K1", "A3"]),
    ]


def test_what_answers_to_none_stands_with_the_first_where_all_are_answered_to() -> None:
    tree = chain()
    tree.replace(attrs.evolve(tree["C1"], indikator=tree["C1"].indikator[1:]))
    rows = rows_of(derive_rencana_aksi(tree, "kadis", 2025))
    assert [names for _, names in rows][:2] == [["P2"], ["P1", "K1", "S1", "A1", "A2"]]
    assert {tuple(ids) for ids, _ in rows} == {("IK2",)}


def test_a_component_that_is_owned_stands_in_its_own_row() -> None:
    tree = chain()
    tree.add_jabatan(Jabatan(id="jf", nama="Pekerja Sosial"))
    tree.assign("S1", "jf")
    tree.assign("A3", "jf")
    aksi = derive_rencana_aksi(tree, "jf", 2025)
    assert [(row.sasaran.id, [item.id for item in row.simpul[1:]]) for row in aksi.baris] == [
        ("S1", ["P1", "K1", "S1", "A1", "A2"]),
        ("A3", ["P1", "K1", "A3"]),
    ]
    assert [row.program.pagu for row in aksi.baris if row.program] == [(Pagu(2025, 300),), ()]


def test_a_kegiatan_over_a_program_keeps_its_name() -> None:
    """A free tree may turn the levels round; what is owned is named before what is below it."""
    tree = PohonKinerja("Bebas", jenis="bebas")
    tree.add(Kegiatan("K1", uraian="Terlaksana"))
    tree.add(Program("P1", uraian="Terwujud"), under="K1")
    tree.add(KRO("R1", uraian="Tersedia"), under="P1")
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala"))
    tree.assign("K1", "kadis")
    assert [names for _, names in rows_of(derive_rencana_aksi(tree, "kadis", 2025))] == [["K1"], ["P1"]]


# --- the document -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def kotim() -> PohonKinerja:
    """The tree of Dinas Sosial Kotawaringin Timur."""
    return read_struktur(KOTIM).dokumen


def test_kotawaringin_timur_comes_back_from_its_promises(kotim: PohonKinerja) -> None:
    _check_promises(kotim)


def test_kotawaringin_timur_comes_back_from_its_plans_and_iki(kotim: PohonKinerja) -> None:
    for post in kotim.jabatan:
        _check_aksi(kotim, post)
    back = derive_iki(kotim, 2025).to_pohon()
    assert measured(back) == all_of_year(kotim)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "docx", "html", "md"])
def test_the_writers_print_all_four_as_they_are(kotim: PohonKinerja, tmp_path: Path, ending: str) -> None:
    forms = (
        derive_perjanjian_kinerja(kotim, next(iter(kotim.jabatan)), 2025),
        derive_rencana_aksi(kotim, next(iter(kotim.jabatan)), 2025),
        derive_iki(kotim, 2025),
        derive_iku(chain_with_iku(), 2025),
    )
    for form in forms:
        path = tmp_path / f"{form.jenis}.{ending}"
        write_dokumen(form, path)
        assert path.stat().st_size


def chain_with_iku() -> PohonKinerja:
    tree = chain()
    marked = [attrs.evolve(item, iku=True) for item in tree["C1"].indikator]
    tree.replace(attrs.evolve(tree["C1"], indikator=marked))
    return tree


def test_a_written_promise_is_read_back_as_it_was_derived(kotim: PohonKinerja, tmp_path: Path) -> None:
    for post in kotim.jabatan:
        pk = derive_perjanjian_kinerja(kotim, post, 2025)
        write_dokumen(pk, tmp_path / "pk.xlsx")
        back = read_dokumen(tmp_path / "pk.xlsx").dokumen
        assert isinstance(back, PerjanjianKinerja)
        assert [item.id for item in back.sasaran] == [item.id for item in pk.sasaran]
        assert [item.id for item in back.anggaran] == [item.id for item in pk.anggaran]
        assert measured(back.sasaran) == measured(pk.sasaran)


# --- how posts are held -----------------------------------------------------------------


def test_how_the_posts_are_held_is_printed_on_the_day_of_signing() -> None:
    tree = PohonKinerja("Dinas Contoh")
    day = dt.date(2025, 1, 20)
    tree.add(Outcome("O1", uraian="Sejahtera"))
    tree.add_jabatan(Jabatan(id="bupati", nama="Bupati", pemangku=Pemangku("pj", dt.date(2024, 9, 1))))
    tree.add_jabatan(
        Jabatan(id="kadis", nama="Kepala Dinas", atasan="bupati", pemangku=Pemangku("plt", day, day))
    )
    tree.assign("O1", "kadis")
    pk = derive_perjanjian_kinerja(tree, "kadis", 2025, pada=day)
    assert (pk.pihak_pertama, pk.pihak_kedua, pk.kepala.tanggal) == ("Plt. Kepala Dinas", "Pj. Bupati", day)
    later = derive_perjanjian_kinerja(tree, "kadis", 2025, pada=dt.date(2025, 1, 21))
    assert (later.pihak_pertama, later.pihak_kedua) == ("Kepala Dinas", "Pj. Bupati")
    plain = derive_perjanjian_kinerja(tree, "kadis", 2025)
    assert (plain.pihak_pertama, plain.pihak_kedua, plain.kepala.tanggal) == ("Kepala Dinas", "Bupati", None)
    for form in (
        derive_rencana_aksi(tree, "kadis", 2025, pada=day),
        derive_iki(tree, 2025, pada=day),
        derive_iku(tree, 2025, pada=day),
        derive_iku(tree, pada=day),
    ):
        assert form.kepala.tanggal == day


def test_only_a_year_has_a_table_of_iku() -> None:
    with pytest.raises(TipeError, match="pass a year"):
        derive_iku(chain(), "2025-TW1")


def test_a_sasaran_under_no_tujuan_stands_before_all_of_them() -> None:
    tree = PohonKinerja("Dinas Contoh")
    utama = [Indikator(id=f"IK{n}", nama="Indeks", iku=True) for n in range(3)]
    tree.add(Tujuan("T1", uraian="Maju", indikator=utama[:1]))
    tree.add(Sasaran("S1", uraian="Tertib", indikator=utama[1:2]), under="T1")
    tree.add(Outcome("O1", uraian="Sejahtera", indikator=utama[2:]))
    form = derive_iku(tree)
    assert [item.id for item in form.sasaran] == ["O1", "T1", "S1"]
    assert form.to_pohon().parent("O1") is None


@pytest.mark.parametrize("instansi", [None, Instansi(nama="Dinas Sosial")])
def test_forms_name_the_institution_and_not_the_tree(instansi: Instansi | None) -> None:
    """A tree may be called Pohon kinerja …; nobody signs for a tree."""
    pohon = PohonKinerja("Pohon Kinerja Dinas Sosial", instansi=instansi, periode="2025-2029")
    laporan = compute_capaian(pohon, (), 2025)
    heads = [
        derive_iku(pohon).kepala,
        derive_iku(pohon, 2025).kepala,
        EvaluasiRenja.from_pohon(pohon, (), (), 2025).kepala,
        RekapitulasiRenja.from_pohon(pohon, (), 2026).kepala,
        PengukuranKinerja.from_laporan(laporan).kepala,
        PengukuranKinerja.from_laporan(laporan, pohon=pohon).kepala,
    ]
    assert {kepala.instansi for kepala in heads} == {"Dinas Sosial"}
