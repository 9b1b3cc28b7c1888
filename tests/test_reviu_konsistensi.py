"""Documents beside each other: the same indikator, satuan, target, owner, components."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from sakip.bentuk import IKU, BarisAksi, PengukuranKinerja, PerjanjianKinerja, RencanaAksi
from sakip.errors import ModelError
from sakip.model import Indikator, Jabatan, Outcome, Program, Sasaran
from sakip.pohon import PohonKinerja
from sakip.reviu import check_konsistensi


def renstra(**ubah: Any) -> PohonKinerja:
    """A plan with one indikator, its owner and a program."""
    isi: dict[str, Any] = {
        "nama": "Persentase PPKS yang tertangani",
        "satuan": "%",
        "target": {2025: "93,59"},
    }
    tree = PohonKinerja("Dinas")
    tree.add(Outcome("O1", uraian="Sejahtera", indikator=[Indikator(id="IK1", **isi | ubah)]))
    tree.add(Program("P1", nama="Program Rehabilitasi Sosial"), under="O1")
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    tree.assign("O1", "kadis")
    return tree


def pk(
    *, id: str = "IK1", program: str = "Program Rehabilitasi Sosial", pihak: str = "Kepala Dinas", **ubah: Any
) -> PerjanjianKinerja:
    isi: dict[str, Any] = {
        "nama": "Persentase PPKS yang tertangani",
        "satuan": "%",
        "target": {2025: "93,59"},
    }
    return PerjanjianKinerja(
        pihak_pertama=pihak,
        sasaran=[Sasaran("S1", uraian="Sejahtera", indikator=[Indikator(id=id, **isi | ubah)])],
        anggaran=[Program("P1", nama=program)],
    )


def codes(satu: Any, lain: Any, **opsi: Any) -> list[str]:
    return [item.kode for item in check_konsistensi({"Renstra": satu, "PK": lain}, **opsi)]


def test_documents_that_agree() -> None:
    assert codes(renstra(), pk()) == []
    assert codes(renstra(), pk(id="lain")) == []  # another id, the same name


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"target": {2025: "93,60"}}, ["SKP904"]),
        ({"target": {2025: "93,59005"}}, []),
        ({"target": {2026: "1"}}, []),
        ({"satuan": "Orang"}, ["SKP903"]),
        ({"satuan": "persen"}, []),
        ({"satuan": ""}, []),
        ({"nama": "Presentase PPKS yang tertangani"}, ["SKP902"]),
        ({"nama": "Jumlah panti"}, ["SKP901"]),
        ({"id": "lain", "nama": "Persentase PPKS tertangani"}, ["SKP902"]),
        ({"program": "Program Lain"}, ["SKP905"]),
        ({"pihak": "Sekretaris"}, ["SKP906"]),
        ({"pihak": "kepala  dinas"}, []),
    ],
)
def test_what_a_promise_says_otherwise(ubah: dict[str, Any], kode: list[str]) -> None:
    assert codes(renstra(), pk(**ubah)) == kode


def test_how_two_were_paired_is_said() -> None:
    (by_id,) = check_konsistensi({"Renstra": renstra(), "PK": pk(nama="Presentase PPKS yang tertangani")})
    assert by_id.pesan.endswith("dipasangkan menurut id.")
    (alike,) = check_konsistensi({"Renstra": renstra(), "PK": pk(id="x", nama="Persentase PPKS tertangani")})
    assert alike.pesan.endswith("dipasangkan menurut kemiripan nama.")
    assert codes(renstra(), pk(id="x", nama="Persentase PPKS tertangani"), kemiripan=0.99) == ["SKP901"]


def test_predicates_are_compared_as_words() -> None:
    assert codes(renstra(target={2025: "BB"}), pk(target={2025: "bb"})) == []
    assert codes(renstra(target={2025: "BB"}), pk(target={2025: "A"})) == ["SKP904"]


def test_one_document_agrees_with_nothing() -> None:
    with pytest.raises(ModelError, match="two documents or more"):
        check_konsistensi({"Renstra": renstra()})


def test_units_are_read_from_the_targets_where_the_indikator_says_none() -> None:
    assert codes(renstra(), pk(satuan="", target={2025: "93,59 %"})) == []
    assert codes(renstra(), pk(satuan="", target={2025: "93,59 Orang"})) == ["SKP903"]
    assert codes(renstra(satuan=""), pk(satuan="")) == []


def test_the_tolerance_is_the_callers() -> None:
    assert codes(renstra(), pk(target={2025: "93,6"}), toleransi="0.01") == []
    assert codes(renstra(), pk(target={2025: "93,61"}), toleransi="0.01") == ["SKP904"]


@pytest.mark.parametrize(
    ("satu", "lain", "sama"),
    [
        ("80 %", "80,00 %", True),
        ("1 minggu", "7 hari", True),
        ("7 minggu", "7 hari", False),
        ("≥ 80 %", "80 %", True),
        ("≥ 80 %", ">= 80,0 %", True),
        ("≥ 80 %", "≤ 80 %", False),
        ("80-90", "80,0-90", True),
        ("80-90", "80-91", False),
        ("1:4", "1:5", False),
        ("BB", "BB (72)", True),
        ("-", "0", False),
        ("-", "", True),
    ],
)
def test_targets_are_equal_that_are_worth_the_same(satu: str, lain: str, *, sama: bool) -> None:
    found = codes(renstra(satuan="", target={2025: satu}), pk(satuan="", target={2025: lain}))
    assert ("SKP904" not in found) is sama


def test_the_unit_of_an_indikator_is_that_of_its_targets() -> None:
    week = renstra(satuan="minggu", target={2025: "1"})
    assert codes(week, pk(satuan="hari", target={2025: "7"})) == ["SKP903"]
    assert codes(week, pk(satuan="hari", target={2025: "8"})) == ["SKP903", "SKP904"]


def test_a_target_that_is_blank_is_told_so() -> None:
    (temuan,) = check_konsistensi({"Renstra": renstra(target={2025: ""}), "PK": pk()})
    assert temuan.pesan == "Target 2025 kosong di Renstra, 93,59 di PK."


@pytest.mark.parametrize(
    ("nama", "kode", "hilang"),
    [
        ("Rehabilitasi Sosial", None, False),  # without the word for its level
        ("PROGRAM  REHABILITASI SOSIAL", None, False),
        ("Proram Rehabilitasi", "1.06.04", False),  # by its code
        ("Proram Rehabilitasi", "1.06.05", True),
        ("Perlindungan Sosial", None, True),
    ],
)
def test_a_component_is_known_by_its_code_or_its_name(nama: str, kode: str | None, *, hilang: bool) -> None:
    plan = renstra()
    plan.replace(Program("P1", nama="Program Rehabilitasi Sosial", kode="1.06.04"))
    promise = pk()
    twice = [Program("A", nama=nama, kode=kode), Program("B", nama=nama)]
    found = codes(plan, attrs.evolve(promise, anggaran=twice if hilang else twice[:1]))
    assert found == ["SKP905"] * hilang  # told once


def rencana_aksi(*triwulan: str, **ubah: Any) -> RencanaAksi:
    target = {f"2025-TW{n}": nilai for n, nilai in enumerate(triwulan, start=1)}
    item = Indikator(id="IK1", nama="Jumlah PPKS yang tertangani", satuan="Orang", target=target, **ubah)
    return RencanaAksi(baris=[BarisAksi(sasaran=Sasaran("S1", uraian="Tertangani", indikator=[item]))])


def test_the_triwulan_of_a_rencana_aksi_make_the_year_of_the_plan() -> None:
    plan = renstra(nama="Jumlah PPKS yang tertangani", satuan="Orang", target={2025: "60", 2026: "70"})
    assert codes(plan, rencana_aksi("15", "15", "15", "15")) == []
    (temuan,) = check_konsistensi({"Renstra": plan, "Rencana Aksi": rencana_aksi("15", "15", "15", "16")})
    assert (temuan.kode, temuan.pesan) == (
        "SKP907",
        "Target 2025 60 di Renstra, sedangkan target triwulannya di Rencana Aksi (15; 15; 15; 16) berjumlah 61.",
    )


def test_a_table_of_iku_says_who_answers() -> None:
    """The unit that an IKU names is its owner."""
    item = Indikator(
        id="IK1", nama="Persentase PPKS yang tertangani", satuan="%", penanggung_jawab="Bidang Data"
    )
    table = IKU(sasaran=[Sasaran("S1", uraian="Sejahtera", indikator=[item])])
    assert [item.kode for item in check_konsistensi({"Renstra": renstra(), "IKU": table})] == ["SKP906"]


def test_several_documents_are_each_held_against_the_first() -> None:
    report = PengukuranKinerja(
        sasaran=[
            Sasaran(
                "S1",
                uraian="Sejahtera",
                indikator=[
                    Indikator(id="IK1", nama="Persentase PPKS yang tertangani", target={2025: "90 %"})
                ],
            )
        ]
    )
    found = check_konsistensi({"Renstra": renstra(), "PK": pk(), "LKjIP": report})
    assert [(item.kode, item.pesan) for item in found] == [
        ("SKP904", "Target 2025 93,59 di Renstra, 90 % di LKjIP.")
    ]
