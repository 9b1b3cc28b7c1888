"""The evaluation sheet: the national weights, scoring, predicates, local sheets, what a tree evidences."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.errors import ModelError, TidakAdaError
from sakip.lke import (
    LKE_NASIONAL,
    KomponenLKE,
    Kriteria,
    LembarLKE,
    SubKomponen,
    propose_bukti,
    render_bukti,
    score_lke,
)
from sakip.model import Indikator, Jabatan, Outcome, Program, Relasi
from sakip.pohon import PohonKinerja


def all_answers(jawaban: str) -> dict[str, str]:
    return {item.id: jawaban for item in LKE_NASIONAL.kriteria}


def test_the_weights_of_permenpanrb_88_2021() -> None:
    assert [item.bobot for item in LKE_NASIONAL.komponen] == [30, 30, 15, 25]
    assert [part.bobot for part in LKE_NASIONAL.sub[:3]] == [6, 9, 15]
    assert len(LKE_NASIONAL.sub) == 12
    assert LKE_NASIONAL.bobot == 100


def test_seven_criteria_of_a_give_five_point_four() -> None:
    """90 of a hundred of six points."""
    hasil = score_lke(LKE_NASIONAL, {f"1.a.{n}": "A" for n in range(1, 8)})
    assert hasil.sub[0].nilai == Decimal("5.4")
    assert hasil.nilai is None
    assert hasil.cakupan == (7, len(LKE_NASIONAL.kriteria))


@pytest.mark.parametrize(
    ("jawaban", "nilai", "predikat"),
    [
        ("AA", 100, "AA"),
        ("A", 90, "A"),
        ("BB", 80, "BB"),
        ("B", 70, "B"),
        ("CC", 60, "CC"),
        ("C", 50, "C"),
        ("d", 30, "D"),
        ("E", 0, "E"),
    ],
)
def test_lower_bounds_are_exclusive(jawaban: str, nilai: int, predikat: str) -> None:
    """All BB is 80, and 80 is BB and not A."""
    hasil = score_lke(LKE_NASIONAL, all_answers(jawaban))
    assert hasil.nilai == nilai
    assert hasil.pita is not None
    assert hasil.pita.label == predikat


@given(st.lists(st.sampled_from([name for name, _ in LKE_NASIONAL.jawaban]), min_size=80, max_size=80))
def test_a_score_lies_between_its_answers(jawaban: list[str]) -> None:
    worth = dict(LKE_NASIONAL.jawaban)
    answers = {item.id: answer for item, answer in zip(LKE_NASIONAL.kriteria, jawaban, strict=True)}
    hasil = score_lke(LKE_NASIONAL, answers)
    assert hasil.nilai is not None
    assert min(worth[item] for item in jawaban) <= hasil.nilai <= max(worth[item] for item in jawaban)


def test_what_is_not_answered_is_not_a_zero() -> None:
    answers = all_answers("A")
    del answers["4.c.1"]
    hasil = score_lke(LKE_NASIONAL, answers)
    assert (hasil.nilai, hasil.pita) == (None, None)
    assert str(hasil).splitlines()[-1].split()[-4:] == ["—", "79", "dari", "80"]
    assert "<table" in hasil._repr_html_()
    assert [row["terjawab"] for row in hasil.to_records()][-1] == 4


def test_a_local_sheet() -> None:
    """Other answers, other weights: a sheet of one's own."""
    sub = [SubKomponen("1.a", "Semua", 100, [Kriteria("1", bobot=3), Kriteria("2")])]
    lokal = attrs.evolve(
        LKE_NASIONAL, nama="Lokal", komponen=[KomponenLKE("1", "Semua", sub)], jawaban={"Y": 100, "T": 0}
    )
    hasil = score_lke(lokal, {"1": "Y", "2": "T"})
    assert hasil.nilai == 75
    assert str(hasil).splitlines()[-1].split()[:2] == ["Jumlah", "BB"]


def test_sheets_that_do_not_hold() -> None:
    with pytest.raises(ModelError, match="100 points"):
        attrs.evolve(LKE_NASIONAL, komponen=LKE_NASIONAL.komponen[:1])
    twice = [SubKomponen("1.a", "Semua", 100, [Kriteria("1"), Kriteria("1")])]
    with pytest.raises(ModelError, match="each criterion once"):
        attrs.evolve(LKE_NASIONAL, komponen=[KomponenLKE("1", "Semua", twice)])
    weightless = LembarLKE(
        nama="Nol",
        komponen=[KomponenLKE("1", "Semua", [SubKomponen("1.a", "Semua", 100, [Kriteria("1", bobot=0)])])],
        jawaban=[("Y", 100)],
        skala=LKE_NASIONAL.skala,
    )
    with pytest.raises(ModelError, match=r"bobot 1\.a"):
        score_lke(weightless, {"1": "Y"})


def test_answers_that_do_not_fit() -> None:
    with pytest.raises(TidakAdaError):
        score_lke(LKE_NASIONAL, {"9.z.1": "A"})
    with pytest.raises(ModelError, match="one of AA"):
        score_lke(LKE_NASIONAL, {"1.a.1": "bagus"})


def test_what_a_tree_evidences() -> None:
    tree = PohonKinerja("Dinas")
    good = Indikator(
        id="IK1", nama="Indeks", target={"2025-TW1": 5}, formulasi="a/b", sumber_data=["Laporan"]
    )
    tree.add(
        Outcome(
            "O1", uraian="Sejahtera", indikator=[good, Indikator(id="IK2", nama="Jumlah", target={2025: 1})]
        )
    )
    tree.add(Program("P1", nama="Program"), under="O1")
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    tree.assign("O1", "kadis")
    tree.add_relasi(Relasi(jenis="crosscutting", dari="simpul:P1", ke="luar:Dinas Kesehatan"))
    found = {item.perkara: (item.dipenuhi, item.kurang) for item in propose_bukti(tree)}
    assert found == {
        "Setiap kinerja punya indikator": (("O1",), ("P1",)),
        "Setiap kinerja punya pemilik": (("O1",), ("P1",)),
        "Komponen menyatakan sasarannya": ((), ("P1",)),
        "Kinerja bertaut lintas unit (crosscutting)": (("P1",), ("O1",)),
        "Indikator punya target": (("IK1", "IK2"), ()),
        "Indikator punya definisi operasional atau formulasi": (("IK1",), ("IK2",)),
        "Indikator punya sumber data": (("IK1",), ("IK2",)),
        "Indikator bertarget berkala dalam setahun": (("IK1",), ("IK2",)),
    }
    assert "1 dari 2" in render_bukti(propose_bukti(tree))
