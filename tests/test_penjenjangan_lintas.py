"""Links across branches and institutions, and what would be if something were otherwise."""

from __future__ import annotations

import attrs
import pytest

from sakip.alasan import Alasan
from sakip.capaian import compute_capaian, roll_up
from sakip.errors import ModelError, PohonError, TidakAdaError
from sakip.model import CSF, Indikator, Jabatan, Kegiatan, KondisiAntara, Outcome, Program, Realisasi, Relasi
from sakip.penjenjangan import (
    SebabTidakDihitung,
    StatusTautan,
    check_jejaring,
    check_lintas,
    combine_sumbangan,
    decide_tautan,
    find_lintas,
    graft_instansi,
    hand_down,
    list_sumbangan,
    suppose,
)
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


def test_support_that_was_refused_closes_no_circle() -> None:
    tree = dinas()
    tree.add_relasi(link("dukungan", "K1", "K2", status="disetujui"))
    tree.add_relasi(link("dukungan", "K2", "K1", status="ditolak", alasan="di luar tugas"))
    assert codes(tree) == ["SKP023"]


def test_a_long_line_of_support_is_followed_to_its_end() -> None:
    """Ten thousand links in a row, and the last leads back to the first."""
    tree = PohonKinerja("Dinas")
    tree.add_many([(CSF(f"C{number}"), None) for number in range(10_000)])
    for number in range(9_999):
        tree.add_relasi(link("dukungan", f"C{number}", f"C{number + 1}"))
    assert codes(tree) == []
    tree.add_relasi(link("dukungan", "C9999", "C5000"))
    (temuan,) = check_lintas(tree)
    assert temuan.pesan.startswith("Dukungan ini kembali ke asalnya: C5000 → C5001")
    assert temuan.pesan.endswith("C9999 → C5000.")


def test_links_that_were_refused() -> None:
    tree = dinas()
    tree.add_relasi(link("crosscutting", "P1", "luar:dinkes/P7", status="ditolak", alasan="di luar tugas"))
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
    assert andai.pagu == (("O1", 300, 350), ("C1", 300, 350), ("P1", 300, 350), ("K1", 100, 150))
    same = suppose(tree, measured, 2025)
    assert (len(same.beda), same.pagu) == (0, ())
    better = suppose(tree, measured, 2025, terukur=[Realisasi("IK1", 2025, 50)])
    assert [row["sesudah"] for row in better.capaian.to_records()] == [100]
    assert str(tree["O1"].indikator[0].target_for(2025)) == "50"


# --- agreements and contributions ------------------------------------------------


def test_a_link_is_agreed_to_or_refused_with_a_reason() -> None:
    tree = dinas()
    tree.add_relasi(
        link("crosscutting", "P1", "luar:dinkes/P7", peran="pendukung", bobot=20, status="menunggu")
    )
    agreed = decide_tautan(tree, tree.relasi_of("P1")[0], "disetujui")
    assert find_lintas(tree, status=StatusTautan.DISETUJUI) == (agreed,)
    assert (agreed.peran, str(agreed.bobot)) == ("pendukung", "20")
    with pytest.raises(ModelError, match="a reason of the refusal"):
        decide_tautan(tree, agreed, "ditolak", " ")
    with pytest.raises(ModelError, match="status"):
        decide_tautan(tree, agreed, "dipertimbangkan")
    refused = decide_tautan(tree, agreed, StatusTautan.DITOLAK, "di luar tugas")
    with pytest.raises(TidakAdaError):
        decide_tautan(tree, agreed, "disetujui")
    assert [item.pesan for item in check_lintas(tree)] == [
        "Tautan crosscutting ke dinkes/P7 ditolak: di luar tugas."
    ]
    assert tree.relasi_of("P1") == (refused,)


def test_a_status_that_is_none() -> None:
    tree = dinas()
    tree.add_relasi(link("dukungan", "N1", "P1", status="ok"))
    (temuan,) = check_lintas(tree)
    assert (temuan.kode, temuan.tempat.simpul) == ("SKP028", "N1")


def two_branches() -> PohonKinerja:
    """Two conditions measured, the second over two of its own; each node by itself."""
    tree = PohonKinerja("Dinas Sosial")
    tree.add(Outcome("O1"))
    for id, above, target in (("C1", "O1", 10), ("C2", "O1", 10), ("N1", "C2", 10), ("N2", "C1", 10)):
        kelas = CSF if id.startswith("C") else KondisiAntara
        tree.add(
            kelas(id, indikator=[Indikator(id=f"IK{id}", nama="Jumlah", target={2025: target})]), under=above
        )
    return tree


def test_contributions_count_once_and_only_where_they_are_agreed_to() -> None:
    tree = two_branches()
    for dari, lain in (
        ("C2", {"bobot": 30}),
        ("N1", {"bobot": 10}),  # below C2, so in it
        ("N2", {"bobot": 10}),  # below the result itself
        ("luar:dinkes/P7", {"bobot": 10, "status": "menunggu"}),
        ("luar:dinkes/P8", {"bobot": 10, "status": "ditolak"}),
        ("luar:dinkes/P9", {"bobot": 20, "status": "disetujui"}),
    ):
        tree.add_relasi(link("dukungan", dari, "C1", **lain))
    tree.add_relasi(link("crosscutting", "C2", "C1", bobot=5))  # once more
    tree.add_relasi(link("dukungan", "C2", "O1", bobot=50))  # of another result
    sebab = SebabTidakDihitung
    assert [item.sebab for item in list_sumbangan(tree, "C1")] == [
        None,
        sebab.SUDAH_TERMASUK,
        sebab.SUDAH_TERMASUK,
        sebab.BELUM_DISETUJUI,
        sebab.DITOLAK,
        None,
        sebab.SUDAH_TERMASUK,
    ]
    terukur = [Realisasi("IKC1", 2025, 10), Realisasi("IKC2", 2025, 5)]
    laporan = roll_up(tree, compute_capaian(tree, terukur, 2025))
    hasil = combine_sumbangan(tree, laporan, "C1")
    assert [(item.id, item.bobot and int(item.bobot)) for item in hasil.bagian] == [
        ("C1", 50),
        ("C2", 30),
        ("dinkes/P9", 20),
    ]
    assert hasil.nilai == 81.25  # (100 · 50 + 50 · 30) / 80: the outside party has no figure here
    assert combine_sumbangan(tree, laporan, "C1", kosong="tolak").alasan is Alasan.ADA_YANG_KOSONG
    assert combine_sumbangan(tree, laporan, "C2").nilai == 50


def test_what_a_result_is_part_of_contributes_nothing_to_it() -> None:
    """The outcome is made up of the result, and an indikator of the result is its own; what is beside it counts."""
    tree = two_branches()
    tree.add(CSF("C3", indikator=[Indikator(id="IKC3", nama="Jumlah", target={2025: 10})]), under="O1")
    for dari in (
        "O1",
        "indikator:IKC1",
        "indikator:IKN2",
        "C2",
        "indikator:IKN1",
        "indikator:IKC3",
        "jabatan:kadis",
    ):
        if dari.startswith("jabatan"):
            tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
        tree.add_relasi(link("dukungan", dari, "C1", bobot=10))
    counted = [str(item.relasi.dari) for item in list_sumbangan(tree, "C1") if item.dihitung]
    assert counted == ["simpul:C2", "indikator:IKC3", "jabatan:kadis"]


@pytest.mark.parametrize("bobot", [None, 120])
def test_contributions_without_a_weight_or_of_too_much(bobot: int | None) -> None:
    tree = two_branches()
    tree.add_relasi(attrs.evolve(link("dukungan", "C2", "C1"), bobot=bobot))
    laporan = roll_up(tree, compute_capaian(tree, [Realisasi("IKC1", 2025, 10)], 2025))
    assert combine_sumbangan(tree, laporan, "C1").alasan is Alasan.BOBOT_TIDAK_ADA


def test_support_that_goes_around_several_institutions() -> None:
    """Each tree holds by itself; together their support leads back, and one end isn't there."""
    sosial, sehat = dinas(), dinas()
    sosial.add_relasi(link("dukungan", "P1", "luar:dinkes/P1"))
    sehat.add_relasi(link("dukungan", "P1", "luar:dinsos/P1"))
    sehat.add_relasi(link("dukungan", "K1", "luar:dinsos/P9"))
    assert codes(sosial) == codes(sehat) == []
    found = list(check_jejaring({"dinsos": sosial, "dinkes": sehat}))
    assert [(item.kode, item.tempat.simpul) for item in found] == [
        ("SKP021", "dinsos/P1"),
        ("SKP022", "dinkes/K1"),
    ]
    assert "dinsos/P1 → dinkes/P1 → dinsos/P1" in found[0].pesan


def test_each_root_of_an_institution_under_a_result_of_its_own() -> None:
    region = PohonKinerja("Kabupaten")
    region.add(Outcome("R1", uraian="Maju"))
    region.add(Outcome("R2", uraian="Sehat"))
    two = PohonKinerja("Dinas")
    for id in ("O1", "O2", "O3"):
        two.add(Outcome(id))
    whole = graft_instansi(region, "dinsos", two, {"O1": "R2", "O2": "R1"})
    parents = {id: whole.parent(f"dinsos/{id}") for id in ("O1", "O2", "O3")}
    assert {id: node and node.id for id, node in parents.items()} == {"O1": "R2", "O2": "R1", "O3": None}


# --- what if, all the way up ---------------------------------------------------------


def test_another_target_or_measurement_goes_all_the_way_up() -> None:
    """O1 has no indikator, C1 is made up of its shares: one more reached below moves all three."""
    tree = PohonKinerja("Dinas Sosial")
    whole = Indikator(id="IK1", nama="Jumlah", target={2025: 10})
    tree.add_many([(Outcome("O1"), None), (CSF("C1", indikator=[whole]), "O1")])
    tree.add_many([(KondisiAntara("N1"), "C1"), (KondisiAntara("N2"), "C1")])
    tree = hand_down(tree, "IK1", ["N1", "N2"])
    measured = [Realisasi("IK1@N1", 2025, 5), Realisasi("IK1@N2", 2025, 3)]
    andai = suppose(tree, measured, 2025, terukur=[Realisasi("IK1@N2", 2025, 4)])
    assert [(item.id, str(item.sebelum), str(item.sesudah)) for item in andai.simpul] == [
        ("O1", "80,00 %", "90,00 %"),
        ("C1", "80,00 %", "90,00 %"),
        ("N2", "60,00 %", "80,00 %"),
    ]
    assert [item.selisih for item in andai.simpul] == [10, 10, 20]
    assert (andai.temuan, len(andai.beda)) == ((), 0)
    assert "capaian O1" in str(andai)
    other = suppose(tree, measured, 2025, target={"IK1": 16})
    assert [str(item.sesudah) for item in other.simpul] == ["50,00 %", "50,00 %"]
    assert [item.kode for item in other.temuan] == ["SKP020"]
    assert "16" in str(other)
    assert suppose(other.pohon, measured, 2025).temuan == ()
    fresh = suppose(tree, measured, 2025, target={"IK1@N1": 5})
    assert fresh.simpul == ()
    later = suppose(tree, [], 2026, target={"IK1": 7})
    assert str(later.pohon.indikator("IK1").target_for(2026)) == "7"


def test_another_structure() -> None:
    """A branch that is gone takes its figure and its money with it; a new one has none yet."""
    tree = dinas()

    def ubah(other: PohonKinerja) -> None:
        other.remove("P1", below="remove")
        other.add(KondisiAntara("N2"), under="C1")

    andai = suppose(tree, [], 2025, ubah=ubah)
    assert {id: (before, after) for id, before, after in andai.pagu} == {
        "O1": (300, 0),
        "C1": (300, 0),
        "P1": (300, 0),
        "K1": (100, 0),
        "K2": (200, 0),
    }
    changed = {item.id: (item.sebelum is None, item.sesudah is None, item.selisih) for item in andai.simpul}
    assert changed == {
        "N2": (True, False, None),
        "P1": (False, True, None),
        "K1": (False, True, None),
        "K2": (False, True, None),
    }
    assert "capaian N2" in str(andai)
