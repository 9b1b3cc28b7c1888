"""Serapan: spending beside the pagu, at a node and below it, with nothing filled in."""

from __future__ import annotations

import datetime as dt
import pickle
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as umum
import strategies_pohon as hutan
import strategies_struktur as struktur
from sakip.alasan import Alasan, Kekosongan
from sakip.anggaran import BarisSerapan, RekapSerapan, compute_efisiensi, compute_serapan
from sakip.anggaran._rekap import components_below, printed_pagu
from sakip.errors import ModelError, PeriodeError, SakipError, TidakAdaError, TipeError
from sakip.model import (
    CSF,
    Aktivitas,
    AnySimpul,
    Kegiatan,
    Komponen,
    KondisiAntara,
    Outcome,
    Pagu,
    Program,
    RealisasiAnggaran,
    SubKegiatan,
)
from sakip.periode import JenisPeriode, Periode
from sakip.pohon import PohonKinerja
from sakip.temuan import Temuan

SEDIKIT = settings(max_examples=60, deadline=None)
TAHUN = Periode(2025)


def spent(id: str, jumlah: int | None, waktu: str = "2025", teks: str = "") -> RealisasiAnggaran:
    return RealisasiAnggaran(id, waktu, jumlah, teks)


def satu(pagu: int | None, *below: int | None) -> PohonKinerja:
    """A kegiatan K with its sub kegiatan S1, S2, …"""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(Kegiatan("K", nama="Kegiatan", pagu=[] if pagu is None else {"2025": pagu}))
    for number, amount in enumerate(below, start=1):
        pohon.add(
            SubKegiatan(f"S{number}", nama="Sub", pagu=[] if amount is None else {"2025": amount}), under="K"
        )
    return pohon


def brief(temuan: tuple[Temuan, ...]) -> list[tuple[str, str]]:
    return [(item.kode, item.tempat.simpul) for item in temuan]


def kurang(baris: BarisSerapan) -> tuple[object, ...]:
    return baris.realisasi, baris.serapan, baris.alasan, baris.asal


# --- one node -----------------------------------------------------------------


def test_all_of_the_pagu_is_one_hundred_percent() -> None:
    rekap = compute_serapan(satu(306_749_630), [spent("K", 306_749_630)], 2025)
    baris = rekap["K"]
    assert (baris.pagu, baris.realisasi, baris.serapan) == (306_749_630, 306_749_630, Decimal(100))
    assert (baris.asal, baris.pagu_asal, baris.alasan) == ("simpul", "simpul", None)
    assert (baris.terisi, baris.banyak, baris.kosong) == (1, 1, ())
    assert rekap.temuan == ()


def test_the_quotient_is_not_rounded() -> None:
    baris = compute_serapan(satu(3), [spent("K", 1)], 2025)["K"]
    assert baris.serapan == Decimal("33." + "3" * 32)
    assert str(baris) == "33,33 %"
    assert "33,33 % (dibulatkan 2 angka" in baris.explain()
    assert [step.kode for step in baris.langkah] == ["rumus", "angka", "hasil", "pagu", "realisasi"]
    assert baris.langkah[2].nilai == baris.serapan


def test_zero_is_a_figure_and_missing_is_none() -> None:
    assert kurang(compute_serapan(satu(100), [spent("K", 0)], 2025)["K"]) == (0, 0, None, "simpul")
    baris = compute_serapan(satu(100), [], 2025)["K"]
    assert kurang(baris) == (None, None, Alasan.BELUM_ADA_SERAPAN, "")
    assert (baris.terisi, baris.banyak) == (0, 1)
    assert str(baris) == "— (belum ada realisasi anggaran)"
    assert baris.explain() == (
        "Serapan tidak dihitung: belum ada realisasi anggaran.\n"
        "Pagu: Rp100, pagu Tahun 2025.\n"
        "Realisasi: tidak ada."
    )


@pytest.mark.parametrize(
    ("pagu", "alasan"),
    [
        ([], Alasan.TANPA_PAGU),
        ([Pagu("2025", None, "13.2918.000")], Alasan.TANPA_PAGU),
        ([Pagu("2025", 0)], Alasan.PAGU_NOL),
        ([Pagu("2025", -5)], Alasan.TANPA_PAGU),
        ([Pagu("2024", 5)], Alasan.TANPA_PAGU),
    ],
)
@pytest.mark.parametrize("jumlah", [3, None])
def test_what_is_wrong_with_the_pagu_is_said_first(
    pagu: list[Pagu], alasan: Alasan, jumlah: int | None
) -> None:
    pohon = PohonKinerja("Dinas")
    pohon.add(Program("P", pagu=pagu))
    records = [] if jumlah is None else [spent("P", jumlah)]
    baris = compute_serapan(pohon, records, 2025)["P"]
    assert (baris.realisasi, baris.serapan, baris.alasan) == (jumlah, None, alasan)


def test_the_words_of_a_pagu_that_is_of_no_use() -> None:
    pohon = PohonKinerja("Dinas")
    pohon.add(Program("P", pagu={"2025": -5}))
    assert "Pagu negatif tidak dipakai sebagai pembagi." in compute_serapan(pohon, [], 2025)["P"].explain()
    assert (
        "Pagu: tidak ada atau tidak terbaca."
        in compute_serapan(satu(None), [spent("K", 5)], 2025)["K"].explain()
    )


def test_more_than_the_pagu_is_a_warning() -> None:
    rekap = compute_serapan(satu(100, 60), [spent("K", 150), spent("S1", 150)], 2025)
    assert rekap["K"].serapan == 150
    assert brief(rekap.temuan) == [("SKP714", "K"), ("SKP714", "S1")]
    assert rekap.temuan[0].pesan == "Realisasi anggaran 2025 150 melebihi pagu 2025 100: lebih 50."
    assert rekap.temuan[0].tingkat.value == "peringatan"
    assert brief(compute_serapan(satu(0), [spent("K", 1)], 2025).temuan) == [("SKP714", "K")]


def test_a_version_of_the_plan() -> None:
    pohon = PohonKinerja("Dinas")
    pohon.add(Program("P", pagu=[Pagu("2025", 100), Pagu("2025", 200, versi="perubahan")]))
    records = [spent("P", 50)]
    assert compute_serapan(pohon, records, 2025)["P"].serapan == 25
    rekap = compute_serapan(pohon, records, 2025, "murni")
    assert (rekap["P"].serapan, rekap.versi) == (Decimal(50), "murni")


# --- periods ------------------------------------------------------------------


def test_the_parts_of_a_period_are_added_up() -> None:
    records = [spent("K", 10 * n, f"2025-TW{n}") for n in (1, 2, 3, 4)]
    rekap = compute_serapan(satu(1000), records, 2025)
    assert (rekap["K"].realisasi, rekap["K"].serapan, rekap.temuan) == (100, Decimal(10), ())
    assert "jumlah catatan pada simpul ini (2025-TW1 Rp10, 2025-TW2 Rp20, " in rekap["K"].explain()
    assert rekap["K"].catatan == tuple(records)
    half = compute_serapan(satu(1000), records, "2025-S1")
    assert half["K"].realisasi == 30


def test_parts_of_unlike_length_may_be_added_up() -> None:
    records = [spent("K", 5, "2025-TW1"), spent("K", 7, "2025-04"), spent("K", 1, "2025-S2")]
    rekap = compute_serapan(satu(1000), records, 2025)
    assert rekap["K"].realisasi == 13
    assert [item.kode for item in rekap.temuan] == ["SKP712"]
    assert "Belum dicatat: 2025-05, 2025-06 (1 simpul: K)." in rekap.temuan[0].pesan
    words = "Catatan itu belum mencakup seluruh Tahun 2025: belum dicatat 2025-05, 2025-06."
    assert words in rekap["K"].explain()


def test_what_no_record_covers_is_one_finding() -> None:
    """In mid-year it would be the same at every node: it says how many, and what is missing where."""
    pohon = satu(None, *[100] * 7)
    records = [spent(f"S{n}", 5, waktu) for n in range(1, 8) for waktu in ("2025-TW1", "2025-TW2")]
    rekap = compute_serapan(pohon, [*records[1:], spent("S8", 1, "2025-TW1")], 2025)
    assert [item.kode for item in rekap.temuan] == ["SKP707", "SKP712"]
    assert str(rekap.temuan[-1].tempat) == "(Dinas Contoh)"
    assert rekap.temuan[-1].pesan == (
        "Realisasi anggaran 2025 pada 7 simpul belum mencakup seluruh periode itu. Belum dicatat: "
        "2025-TW1, 2025-TW3, 2025-TW4 (1 simpul: S1); 2025-TW3, 2025-TW4 (6 simpul: S2, S3, S4, S5, S6, …)."
    )
    assert compute_serapan(pohon, records, "2025-S1").temuan == ()


@pytest.mark.parametrize(
    ("waktu", "parts", "kurang"),
    [
        ("2025", ("2025-01", "2025-02"), "2025-03 s.d. 2025-12"),
        ("2025", ("2025-02", "2025-S2"), "2025-01, 2025-03 s.d. 2025-06"),
        ("2025-S2", ("2025-TW4",), "2025-TW3"),
        ("2021-2026", ("2021-2023", "2025"), "2024, 2026"),
        ("2021-2030", ("2021-2023", "2025-2026"), "2024, 2027 s.d. 2030"),
        ("2024-2025", ("2024-S1",), "2024-S2 s.d. 2025-S2"),
        ("2024-2025", ("2024", "2025"), ""),
    ],
)
def test_what_is_missing_of_a_period(waktu: str, parts: tuple[str, ...], kurang: str) -> None:
    """In periods as long as the shortest that is recorded; many in a row by the first and the last."""
    rekap = compute_serapan(satu(None), [spent("K", 1, part) for part in parts], waktu)
    words = f"Belum dicatat: {kurang} (1 simpul: K)."
    assert [words in item.pesan for item in rekap.temuan] == ([True] if kurang else [])
    assert ("belum dicatat" in rekap["K"].explain()) == bool(kurang)


def test_the_version_of_the_plan_at_the_end_of_the_period() -> None:
    """Until a revision takes effect, a triwulan is held against the year's pagu as it was then."""
    pohon = PohonKinerja("Dinas")
    revised = Pagu("2025", 200, versi="perubahan", berlaku=dt.date(2025, 9, 1))
    late = Pagu("2025", 300, berlaku=dt.date(2025, 9, 1))
    pohon.add(Program("P", pagu=[Pagu("2025", 100), revised]))
    pohon.add(Program("Q", pagu=[late]))
    records = [spent(id, 50, f"2025-TW{n}") for id in ("P", "Q") for n in (1, 3)]
    assert compute_serapan(pohon, records, "2025-TW1")["P"].pagu == 100
    assert compute_serapan(pohon, records, "2025-TW3")["P"].pagu == 200
    assert compute_serapan(pohon, records, 2025)["P"].pagu == 200
    assert compute_serapan(pohon, records, "2025-TW1", "perubahan")["P"].pagu == 200
    assert compute_serapan(pohon, records, "2025-TW1")["Q"].alasan is Alasan.TANPA_PAGU
    assert compute_serapan(pohon, records, "2025-TW3")["Q"].pagu == 300


def test_a_record_is_of_its_own_period_only() -> None:
    records = [spent("K", 5, "2025-TW1"), spent("K", 7, "2025-TW2"), spent("K", 99, "2024")]
    assert compute_serapan(satu(100), records, "2025-TW2")["K"].realisasi == 7
    whole = compute_serapan(satu(100), [spent("K", 99)], "2025-TW2")
    assert whole["K"].alasan is Alasan.BELUM_ADA_SERAPAN
    assert whole.temuan == ()


def test_the_pagu_of_the_period_or_else_of_its_year() -> None:
    pohon = PohonKinerja("Dinas")
    pohon.add(Program("P1", pagu={"2025": 100, "2025-TW1": 20}))
    pohon.add(Program("P2", pagu={"2025": 100}))
    pohon.add(Program("P3", pagu=[Pagu("2025", 100), Pagu("2025-TW1", None, "x")]))
    rekap = compute_serapan(pohon, [spent(id, 10, "2025-TW1") for id in ("P1", "P2", "P3")], "2025-TW1")
    assert [(row.serapan, row.periode_pagu) for row in rekap.baris] == [
        (50, Periode.parse("2025-TW1")),
        (10, TAHUN),
        (None, Periode.parse("2025-TW1")),
    ]
    assert "pagu Tahun 2025 (untuk Triwulan I Tahun 2025 tidak tercetak pagu)" in rekap["P2"].explain()


def test_a_sum_of_pagu_is_for_one_period() -> None:
    """With a triwulan's pagu at one of two only, the two are summed for the year."""
    pohon = PohonKinerja("Dinas")
    pohon.add(Outcome("O"))
    pohon.add(Program("P1", pagu={"2025": 100, "2025-TW1": 20}), under="O")
    pohon.add(Program("P2", pagu={"2025": 100}), under="O")
    records = [spent("P1", 10, "2025-TW1"), spent("P2", 10, "2025-TW1")]
    baris = compute_serapan(pohon, records, "2025-TW1")["O"]
    assert (baris.pagu, baris.periode_pagu, baris.serapan) == (200, TAHUN, Decimal(10))


def test_a_span_of_years_has_its_own_pagu_only() -> None:
    pohon = PohonKinerja("Dinas")
    pohon.add(Program("P", pagu={"2025": 100, "2025-2026": 400}))
    records = [spent("P", 100), spent("P", 100, "2026")]
    assert compute_serapan(pohon, records, "2025-2026")["P"].serapan == 50
    assert compute_serapan(pohon, records, "2024-2026")["P"].alasan is Alasan.TANPA_PAGU


# --- records that can't be used -----------------------------------------------


def test_two_records_of_one_period_are_both_left() -> None:
    rekap = compute_serapan(satu(100), [spent("K", 10), spent("K", 10)], 2025)
    assert kurang(rekap["K"]) == (None, None, Alasan.REALISASI_GANDA, "")
    assert brief(rekap.temuan) == [("SKP708", "K")]
    assert "diisi 2 kali" in rekap.temuan[0].pesan
    assert "catatan pada simpul ini tidak dapat dipakai (2025 Rp10, 2025 Rp10)" in rekap["K"].explain()
    parts = [spent("K", 1, "2025-TW1"), spent("K", 2, "2025-TW1"), spent("K", 3, "2025-TW2")]
    assert compute_serapan(satu(100), parts, 2025)["K"].alasan is Alasan.REALISASI_GANDA
    exact = compute_serapan(satu(100), [*parts, spent("K", 9)], 2025)
    assert (exact["K"].realisasi, brief(exact.temuan)) == (9, [("SKP708", "K")])


def test_a_record_that_cannot_be_read() -> None:
    rekap = compute_serapan(satu(100), [spent("K", None, teks="1.2.3")], 2025)
    assert kurang(rekap["K"]) == (None, None, Alasan.SERAPAN_TAK_TERBACA, "")
    assert (rekap["K"].terisi, rekap["K"].banyak) == (0, 1)
    assert brief(rekap.temuan) == [("SKP710", "K")]
    assert 'tercetak "1.2.3"' in rekap.temuan[0].pesan
    assert '(2025 "1.2.3")' in rekap["K"].explain()
    parts = [spent("K", 10, "2025-TW1"), spent("K", None, "2025-TW2", "x")]
    assert compute_serapan(satu(100), parts, 2025)["K"].alasan is Alasan.SERAPAN_TAK_TERBACA


def test_periods_that_overlap_are_not_added_up() -> None:
    records = [spent("K", 30, "2025-TW1"), spent("K", 10, "2025-02")]
    rekap = compute_serapan(satu(100), records, 2025)
    assert kurang(rekap["K"]) == (None, None, Alasan.REALISASI_GANDA, "")
    assert brief(rekap.temuan) == [("SKP709", "K")]
    assert "2025-TW1, 2025-02 tumpang tindih" in rekap.temuan[0].pesan
    exact = compute_serapan(satu(100), [*records, spent("K", 35)], 2025)
    assert (exact["K"].realisasi, exact.temuan) == (35, ())
    assert compute_serapan(satu(100), records, "2025-TW1")["K"].realisasi == 30


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ((10, 20, 30, 40), []),
        ((10, 20, 30, 41), ["SKP711"]),
        ((10, 20, 30, 39), ["SKP711"]),
        ((10, 20), []),
        ((90, 20), ["SKP711"]),
        ((10, 20, 30, None), ["SKP710"]),
    ],
)
def test_a_period_beside_its_parts(parts: tuple[int | None, ...], found: list[str]) -> None:
    """The period's own amount is used; parts that leave some out may be less, never more."""
    records = [spent("K", 100), *(spent("K", n, f"2025-TW{i}") for i, n in enumerate(parts, start=1))]
    rekap = compute_serapan(satu(1000), records, 2025)
    assert rekap["K"].realisasi == 100
    assert [item.kode for item in rekap.temuan] == found
    if found == ["SKP711"]:
        total = sum(n or 0 for n in parts)
        assert f"2025 100, jumlah {', '.join(f'2025-TW{i + 1}' for i in range(len(parts)))} {total}" in (
            rekap.temuan[0].pesan
        )


def test_money_given_back_is_no_contradiction() -> None:
    """A negative amount without parts is not held against parts that are not there."""
    rekap = compute_serapan(satu(100), [spent("K", -5)], 2025)
    assert (rekap["K"].serapan, rekap.temuan) == (Decimal(-5), ())


def test_a_record_of_a_node_that_is_not_there() -> None:
    records = [spent("Z", 1), spent("X", 1, "2025-TW2"), spent("X", 1, "2025-TW1"), spent("Y", 1, "2024")]
    rekap = compute_serapan(satu(100), records, 2025)
    assert brief(rekap.temuan) == [("SKP707", "X"), ("SKP707", "X"), ("SKP707", "Z")]
    assert "2025-TW1" in rekap.temuan[0].pesan


# --- sums ---------------------------------------------------------------------


def test_a_sum_of_all_that_is_below() -> None:
    rekap = compute_serapan(satu(100, 60, 40), [spent("S1", 30), spent("S2", 0)], 2025)
    baris = rekap["K"]
    assert (baris.pagu, baris.realisasi, baris.serapan, baris.asal) == (100, 30, Decimal(30), "bawah")
    assert (baris.terisi, baris.banyak, baris.kosong, rekap.temuan) == (2, 2, (), ())
    assert "Realisasi: Rp30, jumlah realisasi simpul beranggaran terdekat di bawahnya." in baris.explain()


def test_a_sum_that_leaves_some_out() -> None:
    records = [spent("S1", 30)]
    baris = compute_serapan(satu(100, 60, 40), records, 2025)["K"]
    assert kurang(baris) == (None, None, Alasan.ADA_YANG_KOSONG, "")
    assert (baris.pagu, baris.terisi, baris.banyak, baris.kosong) == (100, 1, 2, ("S2",))
    assert baris.explain().endswith(
        "Realisasi: tidak dijumlahkan.\n"
        "Terisi: 1 dari 2 simpul beranggaran terdekat di bawahnya; kosong atau belum lengkap: S2."
    )
    baris = compute_serapan(satu(100, 60, 40), records, 2025, kosong="lewati")["K"]
    assert (baris.pagu, baris.realisasi, baris.serapan, baris.alasan) == (60, 30, Decimal(50), None)
    assert (baris.asal, baris.pagu_asal, baris.terisi, baris.banyak) == ("bawah", "bawah", 1, 2)
    assert "Pagu: Rp60, pagu Tahun 2025, jumlah pagu simpul beranggaran terdekat" in baris.explain()
    assert "yang ada realisasinya." in baris.explain()


def test_a_sum_that_rests_on_a_part_is_never_said_to_be_complete() -> None:
    """One level up, a kegiatan of which one sub kegiatan is missing is not complete either."""
    pohon = PohonKinerja("Dinas")
    pohon.add(Program("P", pagu={"2025": 200}))
    for k in ("K1", "K2"):
        pohon.add(Kegiatan(k, pagu={"2025": 100}), under="P")
        pohon.add(SubKegiatan(f"{k}A", pagu={"2025": 60}), under=k)
        pohon.add(SubKegiatan(f"{k}B", pagu={"2025": 40}), under=k)
    records = [spent("K1A", 30), spent("K2A", 60), spent("K2B", 40)]
    baris = compute_serapan(pohon, records, 2025, kosong=Kekosongan.LEWATI)["P"]
    assert (baris.pagu, baris.realisasi, baris.terisi, baris.banyak) == (160, 130, 1, 2)
    assert baris.kosong == ("K1",)
    assert compute_serapan(pohon, records, 2025)["P"].alasan is Alasan.ADA_YANG_KOSONG
    assert compute_serapan(pohon, records[:1], 2025)["P"].alasan is Alasan.SEMUA_KOSONG


def test_nothing_below_that_can_be_used() -> None:
    """Nothing recorded is one reason; records of which none can be used are another."""
    pohon = satu(100, 60, 40)
    assert compute_serapan(pohon, [], 2025)["K"].alasan is Alasan.BELUM_ADA_SERAPAN
    for kosong in Kekosongan:
        rekap = compute_serapan(pohon, [spent("S1", None, teks="x")], 2025, kosong=kosong)
        assert rekap["K"].alasan is Alasan.SEMUA_KOSONG
        assert rekap["K"].kosong == ("S1", "S2")


def test_components_without_money_are_not_waited_for() -> None:
    """A sub kegiatan without a pagu and without a record is no part of the coverage; with a record it is."""
    baris = compute_serapan(satu(100, 60, None), [spent("S1", 30)], 2025)["K"]
    assert (baris.serapan, baris.terisi, baris.banyak) == (Decimal(30), 1, 1)
    baris = compute_serapan(satu(100, 60, None), [spent("S1", 30), spent("S2", 5)], 2025)["K"]
    assert (baris.serapan, baris.terisi, baris.banyak) == (Decimal(35), 2, 2)


def test_a_component_without_a_pagu_above_those_that_have_one() -> None:
    """It is waited for, since money is below it; its own serapan can't be told."""
    pohon = PohonKinerja("Dinas")
    pohon.add(Program("P", pagu={"2025": 100}))
    pohon.add(Kegiatan("K"), under="P")
    pohon.add(SubKegiatan("S", pagu={"2025": 100}), under="K")
    assert compute_serapan(pohon, [], 2025)["P"].kosong == ("K",)
    rekap = compute_serapan(pohon, [spent("S", 40)], 2025)
    assert (rekap["K"].realisasi, rekap["K"].alasan, rekap["K"].pagu_asal) == (40, Alasan.TANPA_PAGU, "")
    assert rekap["P"].serapan == 40


def test_own_spending_counts_before_the_sum_below() -> None:
    records = [spent("K", 50), spent("S1", 30), spent("S2", 10)]
    rekap = compute_serapan(satu(100, 60, 40), records, 2025)
    assert (rekap["K"].realisasi, rekap["K"].asal) == (50, "simpul")
    assert brief(rekap.temuan) == [("SKP713", "K")]
    assert "tercatat 50, jumlah realisasi di bawahnya 40: selisih 10." in rekap.temuan[0].pesan
    assert compute_serapan(satu(100, 60, 40), [spent("K", 40), *records[1:]], 2025).temuan == ()


def test_own_spending_beside_a_sum_that_leaves_some_out() -> None:
    """Less below is what one expects; more below is a contradiction whatever the rest is."""
    pohon = satu(100, 60, 40)
    assert compute_serapan(pohon, [spent("K", 50), spent("S1", 30)], 2025).temuan == ()
    rekap = compute_serapan(pohon, [spent("K", 20), spent("S1", 30)], 2025)
    assert brief(rekap.temuan) == [("SKP713", "K")]
    assert "30 (terisi 1 dari 2): selisih -10" in rekap.temuan[0].pesan
    unreadable = compute_serapan(pohon, [spent("K", None, teks="x"), spent("S1", 3), spent("S2", 4)], 2025)
    assert unreadable["K"].alasan is Alasan.SERAPAN_TAK_TERBACA
    assert brief(unreadable.temuan) == [("SKP710", "K")]


def test_conditions_are_looked_through() -> None:
    """Their pagu and realisasi are those of the nearest components below."""
    pohon = PohonKinerja("Dinas")
    pohon.add(Outcome("O"))
    pohon.add(CSF("C"), under="O")
    pohon.add(CSF("C2"), under="O")
    pohon.add(Program("P", pagu={"2025": 100}), under="C")
    pohon.add(KondisiAntara("N"), under="P")
    pohon.add(KondisiAntara("M"), under="N")
    pohon.add(Kegiatan("K1", pagu={"2025": 30}), under="M")
    pohon.add(Kegiatan("K2", pagu={"2025": 70}), under="N")
    rekap = compute_serapan(pohon, [spent("K1", 15), spent("K2", 35)], 2025)
    assert list(rekap) == ["O", "C", "P", "N", "M", "K1", "K2"]
    assert {id: (row.pagu, row.realisasi, row.banyak) for id, row in rekap.items()} == {
        "O": (100, 50, 1),
        "C": (100, 50, 1),
        "P": (100, 50, 2),
        "N": (100, 50, 2),
        "M": (30, 15, 1),
        "K1": (30, 15, 1),
        "K2": (70, 35, 1),
    }
    assert rekap["O"].pagu_asal == "bawah"
    assert "jumlah pagu simpul beranggaran terdekat di bawahnya." in rekap["O"].explain()
    part = compute_serapan(pohon, [spent("K2", 35)], 2025)
    assert (part["P"].kosong, part["N"].kosong, part["M"].kosong) == (("K1",), ("K1",), ("K1",))


def test_spending_at_a_condition() -> None:
    """A condition with spending of its own has money, so it is not looked through."""
    pohon = PohonKinerja("Dinas")
    pohon.add(Outcome("O"))
    pohon.add(CSF("C"), under="O")
    rekap = compute_serapan(pohon, [spent("C", 30)], 2025)
    assert [(id, row.realisasi, row.alasan) for id, row in rekap.items()] == [
        ("O", 30, Alasan.TANPA_PAGU),
        ("C", 30, Alasan.TANPA_PAGU),
    ]
    pohon.add(Program("P", pagu={"2025": 100}), under="C")
    rekap = compute_serapan(pohon, [spent("C", 30)], 2025)
    assert [rekap[id].serapan for id in ("O", "C", "P")] == [Decimal(30), Decimal(30), None]
    assert rekap["C"].asal == "simpul"
    assert rekap.temuan == ()


def test_the_pagu_of_a_condition_needs_all_below() -> None:
    pohon = PohonKinerja("Dinas")
    pohon.add(Outcome("O"))
    pohon.add(Program("P1", pagu={"2025": 100}), under="O")
    pohon.add(Program("P2", pagu=[Pagu("2025", None, "x")]), under="O")
    rekap = compute_serapan(pohon, [spent("P1", 5), spent("P2", 5)], 2025)
    assert (rekap["O"].realisasi, rekap["O"].pagu, rekap["O"].alasan) == (10, None, Alasan.TANPA_PAGU)
    left = compute_serapan(pohon, [spent("P1", 5)], 2025, kosong="lewati")
    assert (left["O"].pagu, left["O"].serapan) == (100, Decimal(5))
    pohon.add(Outcome("O2"))
    pohon.add(Aktivitas("A"), under="O2")
    assert compute_serapan(pohon, [], 2025)["O2"].banyak == 0


def test_sums_of_any_size_are_exact_and_can_be_printed() -> None:
    big = 10**34 - 1
    rekap = compute_serapan(satu(None, big, big), [spent("S1", big), spent("S2", big)], 2025)
    assert rekap["K"].realisasi == 2 * big
    assert "19.999.999" in rekap["K"].explain()
    assert "19.999.999" in str(rekap)
    assert rekap["S1"].serapan == 100


# --- the summary --------------------------------------------------------------


def test_the_summary_as_a_mapping_a_table_and_records() -> None:
    rekap = compute_serapan(satu(1_000, 600, None), [spent("S1", -300)], 2025)
    assert (len(rekap), list(rekap), "X" in rekap, rekap.get("X")) == (3, ["K", "S1", "S2"], False, None)
    with pytest.raises(TidakAdaError, match="no simpul 'X' in the serapan of 2025"):
        rekap["X"]
    with pytest.raises(TidakAdaError):
        rekap[[]]  # type: ignore[index]
    again: RekapSerapan = pickle.loads(pickle.dumps(rekap))  # noqa: S301  # our own bytes
    assert again == rekap
    assert again["K"].serapan == -30
    assert str(again) == (
        "Id  Nama         Pagu  Realisasi                                Serapan  Terisi\n"
        "──  ────────  ───────  ─────────  ─────────────────────────────────────  ──────\n"
        "K   Kegiatan  Rp1.000     -Rp300                               -30,00 %     1/1\n"
        "S1  Sub         Rp600     -Rp300                               -50,00 %     1/1\n"
        "S2  Sub                           — (pagu tidak ada atau tidak terbaca)     0/1"
    )
    records = rekap.to_records()
    assert records[0] == {
        "id_simpul": "K",
        "uraian": "Kegiatan",
        "periode": "2025",
        "pagu": 1_000,
        "periode_pagu": "2025",
        "realisasi": -300,
        "serapan": Decimal(-30),
        "alasan": "",
        "asal": "bawah",
        "terisi": 1,
        "banyak": 1,
        "kosong": "",
    }
    assert (records[2]["alasan"], records[2]["periode_pagu"]) == ("tanpa_pagu", "")


def test_what_is_refused() -> None:
    with pytest.raises(PeriodeError):
        compute_serapan(satu(1), [], "kapan")
    with pytest.raises(ModelError, match=r"compute_serapan\.kosong"):
        compute_serapan(satu(1), [], 2025, kosong="nol")
    with pytest.raises(TipeError, match="str is refused"):
        compute_serapan(satu(1), ["K"], 2025)  # type: ignore[list-item]
    assert len(compute_serapan(PohonKinerja("Kosong"), [], 2025)) == 0


def test_every_finding_has_its_words() -> None:
    records = [
        spent("X", 1),
        spent("K", 1),
        spent("K", 2),
        spent("S1", None, teks="x"),
        spent("S2", 1, "2025-TW1"),
        spent("S2", 1, "2025-01"),
        spent("S3", 9),
        spent("S3", 10, "2025-TW1"),
        spent("S4", 1, "2025-TW1"),
    ]
    pohon = satu(100, 10, 10, 5, 10)
    pohon.add(Aktivitas("A"), under="S3")
    rekap = compute_serapan(pohon, [*records, spent("A", 10)], 2025)
    assert [item.kode for item in rekap.temuan] == [
        *("SKP707", "SKP708", "SKP710", "SKP709", "SKP711", "SKP713", "SKP714", "SKP712"),
    ]
    assert all(item.saran and "{" not in item.pesan + item.saran for item in rekap.temuan)


# --- properties ---------------------------------------------------------------

WAKTU = [
    TAHUN,
    *TAHUN.parts(JenisPeriode.SEMESTER),
    *TAHUN.parts(JenisPeriode.TRIWULAN),
    *TAHUN.parts(JenisPeriode.BULAN)[:4],
    Periode(2024),
]


@st.composite
def catatan(draw: st.DrawFn, ids: list[str], max_size: int = 12) -> list[RealisasiAnggaran]:
    """Records of a few periods, among them twice the same, unreadable ones and unknown nodes."""
    rows = st.builds(
        RealisasiAnggaran,
        st.sampled_from([*ids, "tidak-ada"]),
        st.sampled_from(WAKTU),
        st.none() | st.integers(-100, 10**6),
        umum.teks(),
    )
    return draw(st.lists(rows, max_size=max_size))


def _leaves(pohon: PohonKinerja) -> list[AnySimpul]:
    return [item for item in pohon if not pohon.children(item.id)]


@given(struktur.pohon_uang(), st.data())
@SEDIKIT
def test_a_parent_has_what_its_children_have(pohon: PohonKinerja, data: st.DataObject) -> None:
    """With every leaf recorded, each sum is that of the children, and all is covered."""
    records = [spent(item.id, data.draw(st.integers(0, 10**9))) for item in _leaves(pohon)]
    rekap = compute_serapan(pohon, records, 2025)
    for id, row in rekap.items():
        children = pohon.children(id)
        if children:
            assert row.realisasi == sum(rekap[child.id].realisasi or 0 for child in children)
            assert (row.terisi, row.banyak, row.asal) == (len(children), len(children), "bawah")
        assert row.serapan is not None
    assert {item.kode for item in rekap.temuan} <= {"SKP714"}


@given(struktur.pohon_uang(), st.data())
@SEDIKIT
def test_the_rest_is_never_taken_for_zero(pohon: PohonKinerja, data: st.DataObject) -> None:
    """With some leaves unrecorded, nothing above them has a figure; left out, their pagu is too."""
    leaves = [item.id for item in _leaves(pohon)]
    known = data.draw(st.lists(st.sampled_from(leaves), unique=True, max_size=len(leaves) - 1))
    records = [spent(id, 1) for id in known]
    rekap = compute_serapan(pohon, records, 2025)
    left = compute_serapan(pohon, records, 2025, kosong="lewati")
    uang = printed_pagu(pohon, TAHUN, None)
    for id, row in rekap.items():
        mine = [
            item.id for item in _leaves(pohon) if id in {item.id, *(a.id for a in pohon.ancestors(item.id))}
        ]
        covered = [leaf for leaf in mine if leaf in known]
        assert (row.realisasi is None) == (covered != mine)
        assert row.banyak == (len(components_below(pohon, id, uang)) or 1)
        assert left[id].realisasi == (len(covered) or None)
        if covered:
            assert left[id].pagu == sum(pagu.jumlah or 0 for leaf in covered if (pagu := uang[leaf]))


@given(struktur.pohon_uang(), st.data())
@SEDIKIT
def test_the_order_of_the_records_never_matters(pohon: PohonKinerja, data: st.DataObject) -> None:
    records = data.draw(catatan([item.id for item in pohon][:5]))
    shuffled = data.draw(st.permutations(records))
    assert compute_serapan(pohon, records, 2025) == compute_serapan(pohon, shuffled, 2025)


@st.composite
def pohon_sembarang(draw: st.DrawFn) -> PohonKinerja:
    """Any kinds of nodes in any places; a component may print a pagu, readable or not."""
    tree = draw(hutan.pohon(ringan=True))
    printed = st.none() | st.integers(-1, 10**6)
    for item in list(tree):
        if isinstance(item, Komponen):
            times = draw(st.lists(st.sampled_from(WAKTU), unique=True, max_size=3))
            tree.replace(attrs.evolve(item, pagu=[Pagu(when, draw(printed)) for when in times]))
    return tree


@given(pohon_sembarang(), st.data(), st.sampled_from(WAKTU), st.sampled_from(Kekosongan))
@SEDIKIT
def test_nothing_but_our_errors_leaves(
    pohon: PohonKinerja, data: st.DataObject, waktu: Periode, kosong: Kekosongan
) -> None:
    """Any tree, any records: a table, an explanation for each row, a figure or a reason and never both."""
    records = data.draw(catatan([item.id for item in pohon]))
    try:
        rekap = compute_serapan(pohon, records, waktu, kosong=kosong)
    except SakipError:
        return
    assert str(rekap)
    assert len(rekap.to_records()) == len(rekap)
    assert all(item.pesan for item in rekap.temuan)
    for row in rekap.values():
        assert (row.serapan is None) != (row.alasan is None)
        assert (row.realisasi is None) == (row.asal == "")
        assert 0 <= row.terisi <= row.banyak
        assert row.explain()
        assert row.kosong == tuple(dict.fromkeys(row.kosong))


@given(st.integers(1, 10**30), st.integers(0, 10**30))
@SEDIKIT
def test_any_serapan_can_be_held_against_a_capaian(pagu: int, jumlah: int) -> None:
    """However small it is, with all its digits."""
    serapan = compute_serapan(satu(pagu), [spent("K", jumlah)], 2025)["K"].serapan
    assert compute_efisiensi(100, serapan).alasan is None


def test_a_row_holds_its_numbers() -> None:
    """A row made by hand without a reason still speaks."""
    row = compute_serapan(satu(100), [], 2025)["K"]
    assert str(attrs.evolve(row, alasan=None)) == "— ()"
    assert attrs.evolve(row, alasan=None).explain().startswith("Serapan tidak dihitung: .")
