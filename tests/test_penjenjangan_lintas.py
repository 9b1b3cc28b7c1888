"""Links across branches and institutions, and what would be if something were otherwise."""

from __future__ import annotations

import attrs
import pytest

from sakip.errors import PohonError
from sakip.model import CSF, Indikator, Jabatan, Kegiatan, KondisiAntara, Outcome, Program, Realisasi, Relasi
from sakip.penjenjangan import check_lintas, find_lintas, graft_instansi, suppose
from sakip.pohon import PohonKinerja


def dinas() -> PohonKinerja:
    """An outcome with two conditions, a head, and a program with money."""
    tree = PohonKinerja("Dinas Sosial")
    ik = Indikator(id="IK1", nama="Jumlah", target={2025: 50})
    tree.add_many(
        [
            (Outcome("O1", uraian="Sejahtera", indikator=[ik]), None),
            (CSF("C1", uraian="Layanan"), "O1"),
            (Program("P1", nama="Rehabilitasi", pagu={2025: 300}), "C1"),
            (Kegiatan("K1", nama="Dasar", pagu={2025: 100}), "P1"),
            (Kegiatan("K2", nama="Lanjut", pagu={2025: 200}, untuk_indikator=""), "P1"),
            (KondisiAntara("N1", uraian="Data"), "C1"),
        ]
    )
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas", atasan="bupati"))
    tree.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", atasan="kadis"))
    tree.assign("O1", "kadis")
    return tree


def link(jenis: str, dari: str, ke: str, **lain: str | int) -> Relasi:
    return Relasi(jenis=jenis, dari=dari, ke=ke, **lain)  # type: ignore[arg-type]  # by name


def codes(tree: PohonKinerja, **trees: PohonKinerja) -> list[str]:
    return [item.kode for item in check_lintas(tree, trees or None)]


def test_links_by_the_state_of_their_agreement() -> None:
    tree = dinas()
    tree.add_relasi(link("crosscutting", "P1", "luar:dinkes/P7", status="menunggu"))
    tree.add_relasi(link("dukungan", "N1", "P1", status="disetujui"))
    assert len(find_lintas(tree)) == 2
    assert [item.ke.id for item in find_lintas(tree, status="menunggu")] == ["dinkes/P7"]
    assert codes(tree) == []


def test_support_that_leads_back_to_itself() -> None:
    tree = dinas()
    for dari, ke in (("K1", "K2"), ("K2", "N1"), ("N1", "K1"), ("P1", "K1"), ("C1", "N1")):
        tree.add_relasi(link("dukungan", dari, ke))
    (temuan,) = check_lintas(tree)
    assert (temuan.kode, temuan.pesan) == ("SKP021", "Dukungan ini kembali ke asalnya: K1 → K2 → N1 → K1.")


def test_support_that_meets_again_is_no_circle() -> None:
    tree = dinas()
    for dari, ke in (("K1", "K2"), ("K1", "N1"), ("K2", "N1")):
        tree.add_relasi(link("dukungan", dari, ke))
    assert codes(tree) == []


def test_links_that_were_refused() -> None:
    tree = dinas()
    tree.add_relasi(
        link("crosscutting", "P1", "luar:dinkes/P7", status="ditolak", keterangan="di luar tugas")
    )
    tree.add_relasi(link("crosscutting", "jabatan:kadis", "luar:dinkes/P8", status="ditolak"))
    first, second = check_lintas(tree)
    assert first.pesan == "Tautan crosscutting ke dinkes/P7 ditolak: di luar tugas."
    assert (second.kode, second.tempat.simpul) == ("SKP023", "")


def test_ends_in_the_trees_of_others() -> None:
    other = PohonKinerja("Dinas Kesehatan")
    other.add(Program("P7", nama="Pencegahan"))
    tree = dinas()
    for ke in ("luar:dinkes/P7", "luar:dinkes/P8", "luar:polres/X", "luar:Bappeda", "N1"):
        tree.add_relasi(link("crosscutting", "P1", ke))
    assert [item.pesan for item in check_lintas(tree, {"dinkes": other})] == [
        "Tautan crosscutting menuju dinkes/P8, yang tidak ada pada pohon instansi itu."
    ]


def test_contributions_that_make_more_than_a_hundred() -> None:
    tree = dinas()
    tree.add_relasi(link("dukungan", "K1", "P1", bobot=70))
    tree.add_relasi(link("dukungan", "K2", "P1", bobot=30))
    assert codes(tree) == []
    tree.add_relasi(link("dukungan", "N1", "P1", bobot=5))
    (temuan,) = check_lintas(tree)
    assert (temuan.kode, temuan.pesan) == ("SKP024", "Bobot kontribusi ke P1 berjumlah 105.")


def test_trees_of_institutions_under_that_of_the_region() -> None:
    """Ids are kept apart; a link to an institution that is grafted leads into it."""
    region = PohonKinerja("Kabupaten", jenis="bebas")
    region.add(Outcome("O1", uraian="Maju"))
    region.add_relasi(link("crosscutting", "O1", "luar:dinsos/P1"))
    whole = graft_instansi(graft_instansi(region, "dinsos", dinas(), "O1"), "dinkes", dinas(), "O1")
    assert len(whole) == 1 + 2 * len(dinas())
    assert whole.parent("dinsos/O1") == region["O1"]
    assert whole.jabatan["dinkes/kabid"].atasan == "dinkes/kadis"
    assert whole.jabatan["dinkes/kadis"].atasan == "bupati"
    owner = whole.owner("dinsos/O1")
    assert owner is not None
    assert owner.id == "dinsos/kadis"
    assert [str(item.ke) for item in find_lintas(whole)] == ["simpul:dinsos/P1"]
    assert len(region) == 1
    with pytest.raises(PohonError):
        graft_instansi(whole, "dinsos", dinas(), "O1")


def test_a_node_answers_to_the_indikator_of_its_own_tree() -> None:
    tree = dinas()
    tree.replace(attrs.evolve(tree["C1"], untuk_indikator="IK1"))
    tree.add_relasi(link("dukungan", "N1", "luar:Bappeda"))
    whole = graft_instansi(PohonKinerja("Kabupaten"), "dinsos", tree)
    assert whole["dinsos/C1"].untuk_indikator == "dinsos/IK1"
    assert [str(item.ke) for item in find_lintas(whole)] == ["luar:Bappeda"]


def test_what_if_targets_money_and_measurements_were_otherwise() -> None:
    tree = dinas()

    def ubah(other: PohonKinerja) -> None:
        own = attrs.evolve(other["O1"].indikator[0], target={2025: 40})
        other.replace(attrs.evolve(other["O1"], indikator=[own]))
        other.replace(Kegiatan("K1", nama="Dasar", pagu={2025: 150}))

    measured = [Realisasi("IK1", 2025, 40), Realisasi("IK1", 2024, 30)]
    andai = suppose(tree, measured, 2025, ubah=ubah)
    assert [item.tempat for item in andai.beda] == [
        "O1 indikator IK1 target 2025 murni nilai",
        "K1 pagu 2025 murni jumlah",
    ]
    assert [(row["sebelum"], row["sesudah"]) for row in andai.capaian.to_records()] == [(80, 100)]
    assert andai.pagu == (("K1", 100, 150), ("P1", 300, 350), ("C1", 300, 350), ("O1", 300, 350))
    same = suppose(tree, measured, 2025)
    assert (len(same.beda), same.pagu) == (0, ())
    better = suppose(tree, measured, 2025, terukur=[Realisasi("IK1", 2025, 50)])
    assert [row["sesudah"] for row in better.capaian.to_records()] == [100]
    assert str(tree["O1"].indikator[0].target_for(2025)) == "50"
