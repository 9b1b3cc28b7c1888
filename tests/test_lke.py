"""The evaluation sheet: the national weights, scoring, predicates, local sheets, what a tree evidences."""

from __future__ import annotations

from decimal import Decimal, localcontext
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.dokumen import read_lke, read_struktur, write_lke
from sakip.errors import ModelError, TabelError, TidakAdaError
from sakip.lke import (
    LKE,
    LKE_A_D,
    LKE_A_E,
    LKE_NASIONAL,
    PEMETAAN_BUKTI,
    KomponenLKE,
    Kriteria,
    LembarLKE,
    SubKomponen,
    Usulan,
    fill_lke,
    from_records,
    propose_bukti,
    propose_jawaban,
    render_bukti,
    score_lke,
    to_records,
)
from sakip.model import CSF, Indikator, Jabatan, Outcome, Program, Realisasi, RealisasiAnggaran, Relasi
from sakip.pohon import PohonKinerja
from sakip.serialization import dumps_lke, loads_lke
from strategies import SEDIKIT

KOTIM = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025" / "struktur.csv"


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


def test_a_score_is_the_same_in_any_decimal_context() -> None:
    """A caller who computes in three digits gets what everybody gets."""
    answers = dict(zip((item.id for item in LKE_NASIONAL.kriteria), ["A", "CC", "BB"] * 27, strict=False))
    usual = score_lke(LKE_NASIONAL, answers).nilai
    with localcontext(prec=3):
        assert score_lke(LKE_NASIONAL, answers).nilai == usual


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


@SEDIKIT
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
        LKE_NASIONAL,
        nama="Lokal",
        komponen=[KomponenLKE("1", "Semua", sub)],
        jawaban={"Y": 100, "T": 0},
        ambang=None,
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


def test_how_many_criteria_each_part_has() -> None:
    """The layout of an institution that adapted the national sheet."""
    assert [len(part.kriteria) for part in LKE_NASIONAL.sub] == [7, 10, 8, 3, 7, 10, 6, 9, 7, 3, 5, 5]


def test_local_sheets() -> None:
    """A to E in steps of 25 or Y and T; A to D in thirds, with capaian as a component of 7,5."""
    assert dict(LKE_A_E.jawaban) == {"A": 100, "B": 75, "C": 50, "D": 25, "E": 0, "Y": 100, "T": 0}
    assert dict(LKE_A_D.jawaban) == {"A": 100, "B": 66, "C": 33, "D": 0}
    assert [part.bobot for part in LKE_A_D.sub[-4:]] == [5, Decimal("7.5"), 5, Decimal("7.5")]
    assert LKE["LKE_A_E"] is LKE_A_E
    for lembar, jawaban, nilai in ((LKE_A_E, "B", 75), (LKE_A_E, "Y", 100), (LKE_A_D, "B", 66)):
        assert score_lke(lembar, {item.id: jawaban for item in lembar.kriteria}).nilai == nilai


def logical() -> LembarLKE:
    """Three criteria: the second may not score above the first, nor the third above the second; a fourth takes Y or T."""
    rows = [
        Kriteria("1"),
        Kriteria("2", pembanding=["1"]),
        Kriteria("3", pembanding=["2"]),
        Kriteria("4", jawaban={"Y": 100, "T": 0}),
    ]
    sub = [SubKomponen("1.a", "Semua", 100, rows)]
    return attrs.evolve(LKE_NASIONAL, nama="Lokal", komponen=[KomponenLKE("1", "Semua", sub)])


def test_a_criterion_scores_no_more_than_those_it_is_compared_with() -> None:
    """(50 + 50 + 50 + 100) / 4, though the second and the third were answered with more."""
    hasil = score_lke(logical(), {"1": "C", "2": "A", "3": "BB", "4": "y"})
    assert hasil.nilai == Decimal("62.5")
    assert hasil.sub[0].dibatasi == ("2", "3")
    assert hasil.to_records()[0]["dibatasi"] == "2; 3"
    free = score_lke(logical(), {"2": "A", "3": "BB", "4": "T"})
    assert (free.nilai, free.sub[0].dibatasi, free.sub[0].terjawab) == (None, (), 3)
    for id, jawaban in (("4", "BB"), ("1", "Y")):
        with pytest.raises(ModelError, match="one of"):
            score_lke(logical(), {id: jawaban})


@SEDIKIT
@given(
    st.permutations(["1", "2", "3"]),
    st.lists(st.sampled_from(["AA", "A", "BB", "C", "E"]), min_size=3, max_size=3),
)
def test_no_order_of_criteria_lets_one_escape(order: list[str], jawaban: list[str]) -> None:
    sheet = logical()
    rows = {item.id: item for item in sheet.kriteria}
    sub = [SubKomponen("1.a", "Semua", 100, [rows[id] for id in order])]
    sheet = attrs.evolve(sheet, komponen=[KomponenLKE("1", "Semua", sub)])
    worth = [dict(sheet.jawaban)[item] for item in jawaban]
    limits = [min(worth[: n + 1]) for n in range(3)]
    nilai = score_lke(sheet, dict(zip(("1", "2", "3"), jawaban, strict=True))).nilai
    assert nilai is not None
    assert round(nilai, 20) == round(sum(limits, Decimal(0)) / 3, 20)


@pytest.mark.parametrize("pembanding", [{"1": ["9"]}, {"1": ["1"]}, {"1": ["2"], "2": ["1"]}])
def test_comparisons_that_do_not_hold(pembanding: dict[str, list[str]]) -> None:
    sub = [
        SubKomponen(
            "1.a", "Semua", 100, [Kriteria(id, pembanding=pembanding.get(id, ())) for id in ("1", "2")]
        )
    ]
    with pytest.raises(ModelError, match="pembanding 1"):
        attrs.evolve(LKE_NASIONAL, komponen=[KomponenLKE("1", "Semua", sub)])


def test_a_share_proposes_only_answers_of_the_sheet() -> None:
    with pytest.raises(ModelError, match="ambang"):
        attrs.evolve(LKE_NASIONAL, jawaban={"Y": 100, "T": 0})


@pytest.mark.parametrize(
    ("lembar", "penuh", "dari", "jawaban"),
    [
        (LKE_NASIONAL, 4, 4, "BB"),
        (LKE_NASIONAL, 99, 100, "B"),
        (LKE_NASIONAL, 3, 4, "CC"),
        (LKE_NASIONAL, 2, 4, "C"),
        (LKE_NASIONAL, 1, 4, "D"),
        (LKE_NASIONAL, 0, 4, "E"),
        (LKE_NASIONAL, 0, 0, None),
        (LKE_A_E, 10, 10, "A"),
        (LKE_A_E, 9, 10, "B"),
        (LKE_A_E, 4, 10, "D"),
        (LKE_A_E, 1, 10, "E"),
        (LKE_A_D, 4, 4, None),
    ],
)
def test_which_answer_a_share_proposes(lembar: LembarLKE, penuh: int, dari: int, jawaban: str | None) -> None:
    ids = [f"IK{n}" for n in range(dari)]
    (usul,) = propose_jawaban(lembar, [Usulan("smart", "Terukur", tuple(ids[:penuh]), tuple(ids[penuh:]))])
    assert (usul.kriteria.id, usul.jawaban) == ("1.b.5", jawaban)


def test_proposals_are_taken_over_where_nobody_has_answered() -> None:
    """Links across units propose no answer, and a criterion of Y and T takes none of the scale."""
    sub = [
        SubKomponen(
            "1.a",
            "Semua",
            100,
            [
                Kriteria("1", bukti="smart", jawaban={"Y": 100, "T": 0}),
                Kriteria("2", bukti="smart"),
                Kriteria("3", bukti="crosscutting"),
            ],
        )
    ]
    sheet = attrs.evolve(LKE_NASIONAL, komponen=[KomponenLKE("1", "Semua", sub)])
    usul = propose_jawaban(
        sheet,
        [
            Usulan("smart", "Terukur", ("IK1",), ()),
            Usulan("crosscutting", "Bertaut", ("O1",), (), berambang=False),
        ],
    )
    assert [(item.kriteria.id, item.jawaban) for item in usul] == [("1", None), ("2", "BB"), ("3", None)]
    assert fill_lke({"1": "Y"}, usul) == {"1": "Y", "2": "BB"}
    assert "—" in render_bukti(usul)


@SEDIKIT
@given(
    st.lists(
        st.tuples(st.decimals(1, 2000, places=1), st.sampled_from(["", "Y=100;T=0"]), st.booleans()),
        min_size=1,
        max_size=4,
    )
)
def test_a_sheet_comes_back_from_its_records(rows: list[tuple[Decimal, str, bool]]) -> None:
    kriteria = [
        Kriteria(
            f"k{n}",
            f"Kriteria {n}; 'a'",
            bobot,
            {"Y": 100, "T": "0.5"} if pilihan else (),
            [f"k{n - 1}"] if compared and n else (),
            "smart" if compared else "",
        )
        for n, (bobot, pilihan, compared) in enumerate(rows)
    ]
    sheet = attrs.evolve(
        LKE_NASIONAL, komponen=[KomponenLKE("1", "Satu", [SubKomponen("1.a", "Semua", 100, kriteria)])]
    )
    answers = {"k0": "Y" if rows[0][1] else "BB"}
    back = from_records(
        to_records(sheet, answers),
        nama=sheet.nama,
        jawaban=sheet.jawaban,
        skala=sheet.skala,
        ambang=sheet.ambang,
        acuan=sheet.acuan,
    )
    assert back == (sheet, answers)
    assert loads_lke(dumps_lke(sheet)) == sheet


@pytest.mark.parametrize("lembar", LKE.values())
def test_sheets_come_back_from_files(lembar: LembarLKE, tmp_path: Path) -> None:
    answers = {lembar.kriteria[0].id: "A", lembar.kriteria[-1].id: "B"}
    write_lke(lembar, tmp_path / "lke.csv", answers)
    assert read_lke(tmp_path / "lke.csv", dasar=lembar) == (lembar, answers)
    assert loads_lke(dumps_lke(lembar)) == lembar
    assert read_lke(tmp_path / "lke.csv", dasar=lembar, nama="Lain")[0].nama == "Lain"


@pytest.mark.parametrize("isi", ["1,S,1.a,,100,\n", "1,S,1.a,,90,1\n", "1,S,1.a,,50,1\n1,S,1.a,,60,2\n"])
def test_rows_that_make_no_sheet(isi: str, tmp_path: Path) -> None:
    """No id, parts that make no hundred, and a part with two weights."""
    (tmp_path / "lke.csv").write_text(
        f"id_komponen,komponen,id_sub,sub,bobot_sub,id\n{isi}", encoding="utf-8"
    )
    with pytest.raises(ModelError):
        read_lke(tmp_path / "lke.csv")


def test_a_table_that_is_no_sheet(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(TabelError):
        read_lke(tmp_path / "x.csv")


def evidenced() -> PohonKinerja:
    """An outcome with one sound indikator and one that is none, a program with money, a link across units."""
    tree = PohonKinerja("Dinas", periode="2024-2026")
    good = Indikator(
        id="IK1",
        nama="Indeks kesejahteraan",
        satuan="Indeks",
        target={"2025-TW1": 5, 2025: 10, 2026: 12},
        formulasi="a/b",
        sumber_data=["Laporan"],
    )
    bare = Indikator(id="IK2", nama="Jumlah layanan", satuan="%", target={2025: 1})
    tree.add(Outcome("O1", uraian="Meningkatnya kesejahteraan", indikator=[good, bare]))
    tree.add(CSF("C1", uraian="Melaksanakan pembinaan"), under="O1")
    tree.add(Program("P1", nama="Program", pagu={2025: 1000}), under="C1")
    own = Indikator(id="IK3", nama="Persentase PPKS", satuan="%", target={2025: 50}, formulasi="x")
    tree.add(
        Program("P2", nama="Program Lain", uraian="Mandirinya PPKS", pagu={2025: 1000}, indikator=[own]),
        under="C1",
    )
    tree.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    tree.assign("O1", "kadis")
    tree.add_relasi(Relasi(jenis="crosscutting", dari="simpul:P1", ke="luar:Dinas Kesehatan"))
    tree.add_relasi(
        Relasi(jenis="crosscutting", dari="simpul:P2", ke="luar:Polres", status="ditolak", alasan="x")
    )
    return tree


def test_what_a_tree_evidences() -> None:
    found = {item.kunci: (item.dipenuhi, item.kurang) for item in propose_bukti(evidenced())}
    assert found == {
        "rumusan_hasil": (("O1",), ("C1",)),
        "smart": (("IK1", "IK3"), ("IK2",)),
        "target_menantang": ((), ()),  # nothing to compare them with
        "berjenjang": (("O1",), ("C1", "P1", "P2")),
        "crosscutting": (("P1",), ("O1", "C1", "P2")),
        "pagu_berkinerja": (("P2",), ("P1",)),
        "definisi_operasional": (("IK1", "IK3"), ("IK2",)),
        "sumber_data": (("IK1",), ("IK2", "IK3")),
        "berkala": (("IK1",), ("IK2", "IK3")),
    }


def test_what_measurements_and_money_evidence() -> None:
    """The four comparisons of a report, and the efficiency of what has money."""
    terukur = [Realisasi("IK1", 2024, 11), Realisasi("IK1", 2025, 9), Realisasi("IK3", 2025, "40 %")]
    usulan = propose_bukti(
        evidenced(),
        2025,
        realisasi=terukur,
        belanja=[RealisasiAnggaran("P2", 2025, 900)],
        luar=["IK1", "IK2"],
    )
    found = {item.kunci: item.dipenuhi for item in usulan}
    assert [found[f"banding_{name}"] for name in ("target", "akhir_rencana", "tahun_lalu", "luar")] == [
        ("IK1", "IK3"),
        ("IK1",),
        ("IK1",),
        ("IK1",),
    ]
    assert found["efisiensi"] == ("P2",)
    hard = next(item for item in usulan if item.kunci == "target_menantang")
    assert (hard.dipenuhi, hard.kurang) == (("IK3",), ("IK1",))  # eleven were reached before ten were planned
    open_plan = evidenced()
    open_plan.periode = None
    without = {item.kunci: item.dipenuhi for item in propose_bukti(open_plan, 2025, realisasi=terukur)}
    assert without["banding_akhir_rencana"] == ()


def test_the_evidence_fills_in_the_national_sheet() -> None:
    """Every kind of evidence speaks to one criterion, and its proposal scores like any answer."""
    usul = propose_jawaban(LKE_NASIONAL, propose_bukti(evidenced(), 2025))
    assert {item.kriteria.id: item.kriteria.bukti for item in usul} == PEMETAAN_BUKTI
    answers = fill_lke({}, usul)
    assert (answers["1.b.5"], answers["2.b.4"]) == ("CC", "C")
    assert "1.b.9" not in answers
    assert score_lke(LKE_NASIONAL, answers).cakupan[0] == len(answers)
    assert "1.b.5" in render_bukti(usul)


def test_an_example_and_its_evidence() -> None:
    """Kotawaringin Timur: no indikator has a source of data, and each of its 43 sub kegiatan has money."""
    tree = read_struktur(KOTIM).dokumen
    found = {item.kunci: item for item in propose_bukti(tree)}
    assert found["sumber_data"].dipenuhi == ()
    assert found["pagu_berkinerja"].banyak >= 43
    assert found["crosscutting"].dipenuhi == ()
