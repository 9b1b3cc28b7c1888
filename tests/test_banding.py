"""Differences: what is found can be put into force, and then there is none left."""

from __future__ import annotations

import copy
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kalimat import find_english
from sakip.banding import (
    Beda,
    JenisPerubahan,
    Kunci,
    Perihal,
    Perubahan,
    apply_all,
    apply_beda,
    compare_dokumen,
    compare_pohon,
    diff,
)
from sakip.bentuk import Kepala, PerjanjianKinerja
from sakip.errors import BedaError, PohonError, SakipError
from sakip.model import (
    CSF,
    Indikator,
    Jabatan,
    KondisiAntara,
    Outcome,
    Program,
    RealisasiAnggaran,
    Relasi,
    Sasaran,
)
from sakip.pohon import PohonKinerja
from strategies import indikator, realisasi
from strategies_pohon import pohon as any_pohon

LAMBAT = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def example() -> PohonKinerja:
    """An outcome with two CSF, one of them with a condition, an owner and a link."""
    tree = PohonKinerja("Dinas Contoh", periode="2025-2029")
    tree.add_many(
        [
            (Outcome("O1", uraian="Meningkatnya kesejahteraan sosial"), None),
            (
                CSF(
                    "C1",
                    uraian="Pelayanan",
                    indikator=[Indikator(id="IK1", nama="Jumlah", target={2025: 50})],
                ),
                "O1",
            ),
            (CSF("C2", uraian="Pemberdayaan"), "O1"),
            (KondisiAntara("K1", uraian="Tersedianya sandang"), "C1"),
        ]
    )
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    tree.assign("O1", "kadis")
    return tree


def kinds(beda: Beda) -> list[tuple[str, str]]:
    return [(item.jenis.value, item.tempat) for item in beda]


@LAMBAT
@given(any_pohon(), st.data())
def test_a_tree_becomes_the_other_by_what_differs(one: PohonKinerja, data: st.DataObject) -> None:
    """Whatever two trees are, the differences lead from the one to the other."""
    other = data.draw(any_pohon())
    assert apply_beda(one, compare_pohon(one, other)) == other


@LAMBAT
@given(any_pohon())
def test_a_tree_does_not_differ_from_its_copy(tree: PohonKinerja) -> None:
    assert len(compare_pohon(tree, tree.copy())) == 0
    assert apply_beda(tree, Beda(())) == tree


@LAMBAT
@given(indikator("IK1"), indikator("IK1"))
def test_a_value_becomes_the_other_by_what_differs(one: Indikator, other: Indikator) -> None:
    assert apply_all(one, compare_dokumen(one, other)) == other


@LAMBAT
@given(st.lists(realisasi("IK1"), max_size=3), st.lists(realisasi("IK2"), max_size=3))
def test_measurements_are_known_by_indikator_and_period(one: list[Any], other: list[Any]) -> None:
    """Where one indikator has two for a period, the list changes as a whole, and still leads to the other."""
    before, after = tuple(one), tuple(other + one)
    assert apply_all(before, compare_dokumen(before, after)) == after


def test_every_kind_of_change_is_told() -> None:
    before, after = example(), example()
    after.replace(attrs.evolve(after["C2"], uraian="Pemberdayaan sosial"))
    after.move("K1", "C2")
    after.add(CSF("C3", uraian="Perlindungan"), under="O1", before="C1")
    after.remove_relasi(after.relasi[0])
    after.nama = "Dinas Sosial"
    after.replace_jabatan(Jabatan(id="kadis", nama="Kepala Dinas Sosial"))
    assert kinds(compare_pohon(before, after)) == [
        ("diubah", "nama"),
        ("baru", "C3"),
        ("diubah", "C2 uraian"),
        ("dipindah", "K1 induk"),
        ("diurutkan", "O1 anak"),
        ("diubah", "jabatan kadis nama"),
        ("hilang", "relasi penugasan simpul:O1 jabatan:kadis"),
    ]
    assert apply_beda(before, compare_pohon(before, after)) == after


def test_a_target_is_known_by_its_period_and_version() -> None:
    before, after = example(), example()
    own = after["C1"].indikator[0]
    after.replace(attrs.evolve(after["C1"], indikator=[attrs.evolve(own, target={2025: 60, 2026: 70})]))
    found = compare_pohon(before, after)
    assert kinds(found) == [
        ("diubah", "C1 indikator IK1 target 2025 murni nilai"),
        ("baru", "C1 indikator IK1 target 2026 murni"),
    ]
    assert [item.pesan for item in found] == ['"50" menjadi "60"', 'baru: "70"']


def test_a_translated_condition_is_one_change() -> None:
    before, after = example(), example()
    after.translate("K1", Program("K1", nama="Rehabilitasi Sosial", kode="1.06.04"))
    found = compare_pohon(before, after)
    assert kinds(found) == [("diubah", "K1")]
    assert apply_beda(before, found) == after


def test_changes_may_be_chosen() -> None:
    """A planner takes one change and leaves the other."""
    before, after = example(), example()
    after.replace(attrs.evolve(after["C1"], uraian="Pelayanan sosial"))
    after.replace(attrs.evolve(after["C2"], uraian="Pemberdayaan sosial"))
    first, _ = compare_pohon(before, after)
    chosen = apply_beda(before, [first])
    assert (chosen["C1"].uraian, chosen["C2"].uraian) == ("Pelayanan sosial", "Pemberdayaan")


def test_an_edited_form_updates_the_tree_it_came_from() -> None:
    """What the form knows of a node is put on the tree's; the head of the form is the form's own."""
    tree = PohonKinerja("Dinas Contoh")
    sasaran = Sasaran(
        "S1", uraian="Tertangani", indikator=[Indikator(id="IK1", nama="Jumlah", target={2025: 50})]
    )
    tree.add(sasaran)
    form = PerjanjianKinerja(kepala=Kepala(instansi="Dinas Contoh"), sasaran=tree.roots)
    own = attrs.evolve(sasaran.indikator[0], target={2025: 55})
    edited = attrs.evolve(
        form, kepala=Kepala(instansi="Dinas Sosial"), sasaran=[attrs.evolve(sasaran, indikator=[own])]
    )
    found = compare_dokumen(form, edited)
    assert kinds(found) == [
        ("diubah", "kepala instansi"),
        ("diubah", "S1 indikator IK1 target 2025 murni nilai"),
    ]
    updated = apply_beda(tree, found)
    assert str(updated["S1"].indikator[0].target_for(2025)) == "55"
    assert updated.nama == "Dinas Contoh"


UBAH = JenisPerubahan.DIUBAH
BARU = JenisPerubahan.BARU
HILANG = JenisPerubahan.HILANG


@pytest.mark.parametrize(
    "perubahan",
    [
        Perubahan(UBAH, ("uraian",), "lain", "baru", "C1"),
        Perubahan(UBAH, ("uraian",), "lain", "baru", "X9"),
        Perubahan(UBAH, ("tidak_ada",), "", "baru", "C1"),
        Perubahan(UBAH, ("indikator", Kunci("X9"), "nama"), "", "baru", "C1"),
        Perubahan(BARU, ("indikator", Kunci("IK1")), None, Indikator(id="IK1", nama="Lain"), "C1"),
        Perubahan(JenisPerubahan.DIURUTKAN, ("indikator",), ("IK1",), ("IK1", "IK2"), "C1"),
        Perubahan(BARU, (), None, CSF("C1"), "C1", "O1"),
        Perubahan(BARU, (), None, CSF("C9"), "C9", "X9"),
        Perubahan(HILANG, (), CSF("C1", uraian="lain"), None, "C1"),
        Perubahan(
            HILANG, ("relasi", Kunci("x")), Relasi(jenis="dukungan", dari="simpul:C1", ke="simpul:C2"), None
        ),
        Perubahan(UBAH, ("nama",), "lain", "baru"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(perubahan: Perubahan) -> None:
    """What somebody else has changed since is not overwritten."""
    tree = example()
    with pytest.raises(BedaError) as caught:
        apply_beda(tree, [perubahan])
    assert "tidak cocok" in caught.value.kalimat
    assert not find_english(caught.value.kalimat)
    assert tree == example()


def test_a_node_whose_children_stay_is_not_dropped_in_silence() -> None:
    tree = example()
    with pytest.raises(SakipError):
        apply_beda(tree, [Perubahan(HILANG, (), tree["C1"], None, "C1")])


def test_the_rules_of_the_tree_hold() -> None:
    tree = example()
    with pytest.raises(PohonError):
        apply_beda(tree, [Perubahan(BARU, (), None, CSF("C9"), "C9", "K1")])


def test_the_table_of_changes() -> None:
    before, after = example(), copy.deepcopy(example())
    after.replace(attrs.evolve(after["C2"], uraian="<b>"))
    found = compare_pohon(before, after)
    assert "Pemberdayaan" in str(found)
    assert "&lt;b&gt;" in found._repr_html_()
    assert found.to_records() == [
        {
            "perihal": "berganti nama",
            "jenis": "diubah",
            "simpul": "C2",
            "tempat": "C2 uraian",
            "sebelum": "Pemberdayaan",
            "sesudah": "<b>",
            "pesan": '"Pemberdayaan" menjadi "<b>"',
        }
    ]
    assert str(Beda(())) == "Tidak ada yang berubah."


@pytest.mark.parametrize(
    ("perubahan", "pesan"),
    [
        (Perubahan(HILANG, ("satuan",), "Orang", None), 'satuan: hilang: "Orang"'),
        (
            Perubahan(JenisPerubahan.DIPINDAH, ("induk",), "C1", None, "K1"),
            'K1 induk: dipindah dari bawah "C1" ke bawah ""',
        ),
        (
            Perubahan(JenisPerubahan.DIURUTKAN, ("anak",), ("a", "b"), ("b", "a"), "O1"),
            "O1 anak: urutan a; b menjadi b; a",
        ),
        (Perubahan(BARU, ("polaritas",), None, JenisPerubahan.BARU), 'polaritas: baru: "baru"'),
    ],
)
def test_each_kind_of_change_has_its_sentence(perubahan: Perubahan, pesan: str) -> None:
    assert str(perubahan) == pesan


def test_money_spent_is_known_by_node_and_period() -> None:
    before = (RealisasiAnggaran("P1", "2025-TW1", "1.000"),)
    after = (RealisasiAnggaran("P1", "2025-TW1", "2.000"),)
    assert [item.tempat for item in compare_dokumen(before, after)] == ["P1 2025-TW1 jumlah"]


def test_a_planner_asks_what_a_change_is_about() -> None:
    """Each of: added, removed, moved, renamed, retargeted, re-owned, pagu changed; and of indikator."""
    before = example()
    before.add(Program("P1", nama="Rehabilitasi", pagu={2025: 100}), under="K1")
    before.add(CSF("C4", uraian="Data"), under="O1")
    before.add_jabatan(Jabatan(id="sekretaris", nama="Sekretaris"))
    after = before.copy()
    after.add(CSF("C3", uraian="Perlindungan"), under="O1")
    after.remove("C4")
    after.move("K1", "C2")
    after.replace(attrs.evolve(after["C2"], uraian="Pemberdayaan sosial"))
    own = after["C1"].indikator[0]
    more = Indikator(id="IK2", nama="Indeks")
    changed = attrs.evolve(own, nama="Jumlah PPKS", target={2025: 60}, satuan="Orang")
    after.replace(attrs.evolve(after["C1"], indikator=[changed, more]))
    after.unassign("O1", "kadis")
    after.assign("O1", "sekretaris")
    after.replace(Program("P1", nama="Rehabilitasi", pagu={2025: 90}))
    found = diff(before, after)
    assert [(item.perihal.value, str(item)) for item in found] == [
        ("simpul hilang", 'C4: hilang: "Data"'),
        ("indikator berganti nama", 'C1 indikator IK1 nama: "Jumlah" menjadi "Jumlah PPKS"'),
        ("lainnya", 'C1 indikator IK1 satuan: "" menjadi "Orang"'),
        ("target berubah", 'C1 indikator IK1 target 2025 murni nilai: "50" menjadi "60"'),
        ("indikator baru", 'C1 indikator IK2: baru: "Indeks"'),
        ("berganti nama", 'C2 uraian: "Pemberdayaan" menjadi "Pemberdayaan sosial"'),
        ("pindah tempat", 'K1 induk: dipindah dari bawah "C1" ke bawah "C2"'),
        ("pagu berubah", 'P1 pagu 2025 murni jumlah: "100" menjadi "90"'),
        ("simpul baru", 'C3: baru: "Perlindungan"'),
        ("pemilik berubah", 'O1 relasi pemilik: "kadis" menjadi "sekretaris"'),
    ]
    assert apply_beda(before, found) == after
    assert found.banyak[Perihal.PEMILIK] == 1
    assert list(found.banyak) == [item for item in Perihal if item in found.banyak]
    assert [item.simpul for item in found.about(Perihal.PAGU, Perihal.TARGET)] == ["C1", "P1"]
    assert str(found).endswith("1 lainnya.")
    assert {row["perihal"] for row in found.to_records()} == {item.value for item in found.banyak}


@pytest.mark.parametrize(
    ("perubahan", "perihal"),
    [
        (Perubahan(HILANG, ("indikator", Kunci("IK1")), Indikator(id="IK1", nama="x"), None, "C1"), Perihal.INDIKATOR_HILANG),
        (Perubahan(UBAH, ("indikator",), (), (), "C1"), Perihal.LAIN),
        (Perubahan(JenisPerubahan.DIURUTKAN, ("anak",), ("a", "b"), ("b", "a"), "C1"), Perihal.LAIN),
        (Perubahan(UBAH, ("nama",), "a", "b"), Perihal.LAIN),
        (Perubahan(UBAH, ("keterangan",), "a", "b", "C1"), Perihal.LAIN),
        (Perubahan(UBAH, (), KondisiAntara("K1"), Program("K1"), "K1"), Perihal.JENIS),
        (
            Perubahan(BARU, ("relasi", Kunci("x")), None, Relasi(jenis="dukungan", dari="C1", ke="C2")),
            Perihal.LAIN,
        ),
        (
            Perubahan(
                HILANG, ("relasi", Kunci("x")), Relasi(jenis="penugasan", dari="C1", ke="jabatan:kadis"), None
            ),
            Perihal.PEMILIK,
        ),
    ],
)  # fmt: skip
def test_what_other_changes_are_about(perubahan: Perubahan, perihal: Perihal) -> None:
    assert perubahan.perihal is perihal
    assert str(perubahan)


def test_forms_differ_as_trees_do() -> None:
    one = PerjanjianKinerja(pihak_pertama="Kepala Dinas")
    assert [str(item) for item in diff(one, attrs.evolve(one, pihak_pertama="Sekretaris"))] == [
        'pihak_pertama: "Kepala Dinas" menjadi "Sekretaris"'
    ]
