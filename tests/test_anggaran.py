"""Money: printed amounts beside their sums, and the one slip that explains a gap."""

from __future__ import annotations

import pickle
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import strategies_struktur as struktur
from sakip.anggaran import BarisPagu, RekapPagu, TotalPagu, check_pagu, compute_pagu
from sakip.dokumen import read_struktur
from sakip.errors import PeriodeError, TidakAdaError
from sakip.model import (
    CSF,
    AnySimpul,
    Kegiatan,
    Komponen,
    KondisiAntara,
    Outcome,
    Pagu,
    Program,
    SubKegiatan,
)
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.temuan import Temuan

CONTOH = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025" / "struktur.csv"
SEDIKIT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def dinsos() -> PohonKinerja:
    """The example."""
    return read_struktur(CONTOH).dokumen


def satu(parent: int | str, *below: int | str | None, program: int | str | None = None) -> PohonKinerja:
    """A kegiatan with its sub kegiatan, and a program above where one is given."""
    pohon = PohonKinerja("Dinas Contoh")
    if program is not None:
        pohon.add(Program("P", nama="Program", pagu=_pagu(program)))
    pohon.add(Kegiatan("K", nama="Kegiatan", pagu=_pagu(parent)), under=None if program is None else "P")
    for number, amount in enumerate(below, start=1):
        pohon.add(SubKegiatan(f"S{number}", nama="Sub", pagu=_pagu(amount)), under="K")
    return pohon


def _pagu(amount: int | str | None) -> list[Pagu]:
    if amount is None:
        return []
    if isinstance(amount, str):
        return [Pagu("2025", None, teks=amount)]
    return [Pagu("2025", amount)]


def brief(temuan: tuple[Temuan, ...]) -> list[tuple[str, str]]:
    return [(item.kode, item.tempat.simpul) for item in temuan]


def value(temuan: Temuan, name: str) -> object:
    return dict(temuan.parameter)[name]


# --- the example --------------------------------------------------------------


def test_the_example_has_exactly_six_findings(dinsos: PohonKinerja) -> None:
    """Each slip of the document is found where it stands, in tree order, and nothing else is."""
    assert brief(check_pagu(dinsos)) == [
        ("SKP706", "K1"),
        ("SKP703", "S11"),
        ("SKP705", "K6"),
        ("SKP701", "K7"),
        ("SKP704", "S28"),
        ("SKP701", "S31"),
    ]
    assert check_pagu(dinsos, 2025, "murni") == check_pagu(dinsos)


def test_the_example_s_figures(dinsos: PohonKinerja) -> None:
    """What is printed, what it is held against, and what would close the gap."""
    k1, s11, k6, k7, s28, s31 = check_pagu(dinsos)
    assert (value(k1, "tercetak"), value(k1, "bawah"), value(k1, "selisih")) == (
        372_250_370,
        349_150_370,
        23_100_000,
    )
    assert "S5" in str(value(k1, "lain"))
    assert "K14" in k1.pesan
    assert (value(s11, "tercetak"), value(s11, "usul"), value(s11, "selisih")) == (
        271_000_000,
        271_000,
        270_729_000,
    )
    assert "yang cocok dengan pagu di atasnya" in s11.pesan
    assert (value(k6, "tercetak"), value(k6, "usul")) == (100_000_000, 150_000_000)
    assert '"32.400.0000"' in k7.pesan
    assert "32.400.000 menutup selisih dengan pagu induknya P6" in k7.pesan
    assert (value(s28, "tercetak"), value(s28, "usul")) == (165_510_000, 65_510_000)
    assert "berbeda satu angka saja" in s28.pesan
    assert '"13.2918.000"' in s31.pesan
    assert "13.298.000 menutup selisih" in s31.pesan
    assert all(item.acuan and item.saran and item.tempat.nama for item in check_pagu(dinsos))


def test_the_example_s_totals(dinsos: PohonKinerja) -> None:
    """What the three kinds print together, and how many are blank or unreadable."""
    rekap = compute_pagu(dinsos, 2025)
    assert rekap.total == (
        TotalPagu("program", 7, 6_312_818_993, 0, 0),
        TotalPagu("kegiatan", 14, 6_230_418_993, 1, 1),
        TotalPagu("sub_kegiatan", 43, 6_670_249_993, 0, 1),
    )
    assert rekap["P1"].kosong == ("K14",)
    assert rekap["P6"].tak_terbaca == ("K7",)
    assert rekap["K7"] == BarisPagu("K7", None, "32.400.0000", 32_400_000, (), ())
    assert rekap["K7"].selisih is None
    assert rekap["O1"].bawah == 6_312_818_993
    assert "KA1" not in rekap


# --- the sums -----------------------------------------------------------------


def test_a_blank_amount_is_named_and_not_filled() -> None:
    """The gap stands at the parent with the blank ones named; nothing is proposed for them."""
    pohon = satu(100, 60, None, None)
    (temuan,) = check_pagu(pohon)
    assert (temuan.kode, temuan.tempat.simpul) == ("SKP702", "K")
    assert (value(temuan, "bawah"), value(temuan, "selisih")) == (60, 40)
    assert temuan.pesan.endswith('Belum berpagu: S2 "Sub", S3 "Sub".')
    assert compute_pagu(pohon, 2025)["K"].kosong == ("S2", "S3")


def test_where_only_blanks_stand_below_there_is_nothing_to_compare() -> None:
    """Neither a parent nor children without an amount give a finding."""
    assert check_pagu(satu(100, None)) == ()
    assert compute_pagu(satu(100, None), 2025)["K"].bawah is None
    pohon = PohonKinerja("Dinas")
    pohon.add(Kegiatan("K"))
    pohon.add(SubKegiatan("S", pagu={"2025": 5}), under="K")
    assert check_pagu(pohon) == ()


@pytest.mark.parametrize(
    ("pohon", "found"),
    [
        (satu(100, 60, 40), []),
        (satu(1_271_000, 1_000_000, 271_000_000), [("SKP703", "S2")]),
        (satu(12_710_000, 1_000_000, 271_000), [("SKP703", "K")]),
        (satu(1_271_000, 1_000_000, 277_000), [("SKP702", "K")]),
        (satu(1_271_000, 1_000_000, 27_000), [("SKP704", "S2")]),
        (satu(1_271_000, 1_000_000, 2_714_000), [("SKP704", "S2")]),
        (satu(100, 70, 50, program=120), [("SKP705", "K")]),
        (satu(500, 123, 345), [("SKP702", "K")]),
        (satu("1.2.3", 60, 40), [("SKP701", "K")]),
        (satu(100, "6.0.", 40), [("SKP701", "S1")]),
        (satu(30, "6.0.", 40), [("SKP701", "S1")]),
        (satu(100, "6.0.", "4.0."), [("SKP701", "S1"), ("SKP701", "S2")]),
        (satu("x", None), [("SKP701", "K")]),
        (satu(-5, 10), [("SKP702", "K")]),
        (satu(0, 10), [("SKP704", "K")]),
    ],
)
def test_one_slip_is_named_and_several_are_not(pohon: PohonKinerja, found: list[tuple[str, str]]) -> None:
    """A factor of ten, a digit, a contradicted or unreadable amount; else the plain gap."""
    assert brief(check_pagu(pohon)) == found


def test_an_unreadable_amount_is_closed_only_where_one_is_missing() -> None:
    """With two unreadable ones, or a sum that leaves nothing, no figure is named."""
    assert "60 menutup selisih dengan pagu induknya K" in check_pagu(satu(100, "6.0.", 40))[0].pesan
    assert "100 menutup selisih dengan jumlah di bawahnya 100" in check_pagu(satu("1.2.3", 60, 40))[0].pesan
    assert "menutup" not in check_pagu(satu(30, "6.0.", 40))[0].pesan
    assert all("menutup" not in item.pesan for item in check_pagu(satu(100, "6.0.", "4.0.")))


def test_several_explanations_give_the_plain_gap() -> None:
    """Two children that could each be ten times too large: the gap is named, and no child."""
    pohon = satu(110, 100, 100)
    (temuan,) = check_pagu(pohon)
    assert brief((temuan,)) == [("SKP702", "K")]
    assert value(temuan, "selisih") == -90


def test_two_slips_at_one_node_are_both_named() -> None:
    """A kegiatan that its program and its sub kegiatan contradict differently has two findings."""
    pohon = satu(10, 20, 30, program=777)
    pohon.add(Kegiatan("K2", pagu=_pagu(677)), under="P")
    found = check_pagu(pohon)
    assert brief(found) == [("SKP703", "K"), ("SKP704", "K")]
    assert [value(item, "usul") for item in found] == [100, 50]


def test_a_slip_at_a_node_does_not_hide_the_gap_below_it() -> None:
    """The kegiatan is ten times too small for its program, and its children are far off."""
    pohon = satu(10, 333, 444, program=777)
    pohon.add(Kegiatan("K2", pagu=_pagu(677)), under="P")
    found = check_pagu(pohon)
    assert brief(found) == [("SKP703", "K"), ("SKP702", "K")]


def test_what_stands_under_another_parent() -> None:
    """The missing amount is that of a component elsewhere; of a root it is said so."""
    pohon = satu(100, 60)
    pohon.add(SubKegiatan("L", nama="Lepas", pagu={"2025": 40}))
    (temuan,) = check_pagu(pohon)
    assert brief((temuan,)) == [("SKP706", "K")]
    assert 'L "Lepas" yang berada di bawah akar' in temuan.pesan


def test_no_move_that_would_break_a_sum_that_holds() -> None:
    """An amount that its own parent needs is not said to belong elsewhere."""
    pohon = satu(100, 60)
    pohon.add(Kegiatan("K2", nama="Lain", pagu={"2025": 40}))
    pohon.add(SubKegiatan("L", nama="Lepas", pagu={"2025": 40}), under="K2")
    assert brief(check_pagu(pohon)) == [("SKP702", "K")]


def test_a_move_that_closes_both_sums() -> None:
    """The parent that has too much and the one that has too little are told in one finding."""
    pohon = satu(777, 500)
    pohon.add(Kegiatan("K2", nama="Lain", pagu={"2025": 44}))
    pohon.add(SubKegiatan("L", nama="Lepas", pagu={"2025": 277}), under="K2")
    pohon.add(SubKegiatan("M", nama="Tetap", pagu={"2025": 44}), under="K2")
    (temuan,) = check_pagu(pohon)
    assert brief((temuan,)) == [("SKP706", "K")]
    assert 'L "Lepas"' in temuan.pesan


def test_conditions_between_carry_no_money_and_are_passed() -> None:
    """A condition between program and kegiatan, with another one below it, changes no sum."""
    pohon = PohonKinerja("Dinas")
    pohon.add(Outcome("O"))
    pohon.add(CSF("C"), under="O")
    pohon.add(Program("P", pagu={"2025": 100}), under="C")
    pohon.add(KondisiAntara("N"), under="P")
    pohon.add(KondisiAntara("M"), under="N")
    pohon.add(Kegiatan("K1", pagu={"2025": 30}), under="M")
    pohon.add(Kegiatan("K2", pagu={"2025": 70}), under="N")
    pohon.add(Kegiatan("K3"), under="P")
    assert check_pagu(pohon) == ()
    rekap = compute_pagu(pohon, 2025)
    assert list(rekap) == ["O", "C", "P", "N", "M", "K1", "K2"]
    assert rekap["P"] == BarisPagu("P", 100, "", 100, ("K3",), ())
    assert (rekap["N"].bawah, rekap["M"].bawah, rekap["O"].selisih) == (100, 30, None)


def test_every_year_and_version_is_looked_at_by_itself() -> None:
    """A gap in the revision of one year is said of that one; a year or version asked for is the only one."""
    pohon = PohonKinerja("Dinas")
    parent = [Pagu("2025", 100), Pagu("2025", 200, versi="perubahan"), Pagu("2026", 50)]
    child = [Pagu("2025", 100), Pagu("2025", 177, versi="perubahan"), Pagu("2026", 33)]
    pohon.add(Kegiatan("K", pagu=parent))
    pohon.add(SubKegiatan("S", pagu=child), under="K")
    assert [(value(item, "tahun"), value(item, "selisih")) for item in check_pagu(pohon)] == [
        ("2025", 23),
        ("2026", 17),
    ]
    assert [value(item, "selisih") for item in check_pagu(pohon, "2025")] == [23]
    assert check_pagu(pohon, 2025, "murni") == ()
    assert [value(item, "tahun") for item in check_pagu(pohon, versi="murni")] == ["2026"]
    assert check_pagu(pohon, 2030) == ()
    assert compute_pagu(pohon, 2025, "perubahan")["K"].selisih == 23
    assert compute_pagu(pohon, 2025, "murni")["K"].selisih == 0
    with pytest.raises(PeriodeError):
        check_pagu(pohon, "kapan")


def test_without_a_version_the_one_that_took_effect_last_is_summed() -> None:
    """Printed and below are each that of their last version."""
    pagu = [
        Pagu("2025", 100),
        attrs.evolve(Pagu("2025", 200), versi="perubahan", berlaku=Periode(2025).akhir),
    ]
    pohon = PohonKinerja("Dinas")
    pohon.add(Kegiatan("K", pagu=pagu))
    assert compute_pagu(pohon, 2025)["K"].tercetak == 200


def test_money_of_any_size_is_exact() -> None:
    """Sums are whole numbers: one rupiah in ten to the thirty-third is not lost."""
    big = 10**33
    pohon = satu(2 * big + 1, big, big)
    assert compute_pagu(pohon, 2025)["K"].selisih == 1
    assert compute_pagu(pohon, 2025).total[1].jumlah == 2 * big
    assert value(check_pagu(pohon)[0], "selisih") == 1


def test_the_summary_as_a_mapping_and_as_a_table() -> None:
    """Indexable by node, equal by value, picklable, printable."""
    rekap = compute_pagu(satu(1_000, 600, "4.0", None), 2025)
    assert (len(rekap), list(rekap), "S3" in rekap, rekap.get("X")) == (3, ["K", "S1", "S2"], False, None)
    with pytest.raises(TidakAdaError, match="no simpul 'X' in the pagu of 2025"):
        rekap["X"]
    again: RekapPagu = pickle.loads(pickle.dumps(rekap))  # noqa: S301  # our own bytes
    assert again == rekap
    assert again["K"].selisih == 400
    assert str(again) == (
        "Id  Nama      Tercetak  Di bawahnya  Selisih\n"
        "──  ────────  ────────  ───────────  ───────\n"
        "K   Kegiatan   Rp1.000        Rp600    Rp400\n"
        "S1  Sub          Rp600\n"
        "S2  Sub            4.0"
    )


# --- properties ---------------------------------------------------------------


@given(struktur.pohon_uang())
@SEDIKIT
def test_parents_that_are_sums_of_their_children_give_no_finding(pohon: PohonKinerja) -> None:
    """Where everything adds up nothing is found, and every gap is zero."""
    assert check_pagu(pohon) == ()
    assert all(row.selisih in (0, None) for row in compute_pagu(pohon, 2025).values())


def _change(pohon: PohonKinerja, id: str, amount: int) -> None:
    node: AnySimpul = pohon[id]
    assert isinstance(node, Komponen)
    pohon.replace(attrs.evolve(node, pagu=[Pagu("2025", amount)]))


@given(struktur.pohon_uang(), st.data())
@SEDIKIT
def test_one_factor_of_ten_is_never_silent(pohon: PohonKinerja, data: st.DataObject) -> None:
    """One amount ten times too large is found at its node, or the gap stands at it or its parent."""
    id = data.draw(st.sampled_from([item.id for item in pohon]))
    old = compute_pagu(pohon, 2025)[id].tercetak
    assert old is not None
    _change(pohon, id, old * 10)
    found = check_pagu(pohon)
    assert found
    _is_about(pohon, found, id, old)


def _is_about(pohon: PohonKinerja, found: tuple[Temuan, ...], id: str, old: int) -> None:
    """Every open sum has a finding at one of its members; a slip at the changed amount gives the figure it had."""
    for row in compute_pagu(pohon, 2025).values():
        if row.selisih:
            members = {row.id, *(item.id for item in pohon.children(row.id))}
            assert members & {item.tempat.simpul for item in found}
    for item in found:
        if item.tempat.simpul == id and item.kode in {"SKP703", "SKP704", "SKP705"}:
            assert value(item, "usul") == old


@given(struktur.pohon_uang(lambda: st.integers(10**8, 10**10)), st.data())
@SEDIKIT
def test_one_wrong_digit_is_never_silent(pohon: PohonKinerja, data: st.DataObject) -> None:
    """One digit changed is found at its node with the right figure, or the gap is named near it."""
    id = data.draw(st.sampled_from([item.id for item in pohon]))
    old = compute_pagu(pohon, 2025)[id].tercetak
    assert old is not None
    text = str(old)
    place = data.draw(st.integers(0, len(text) - 1))
    new = int(text[:place] + data.draw(st.sampled_from("0123456789")) + text[place + 1 :])
    assume(new not in (0, old))
    _change(pohon, id, new)
    found = check_pagu(pohon)
    assert found
    _is_about(pohon, found, id, old)


def test_a_digit_in_a_wide_tree_is_found_at_its_node() -> None:
    """Forty children of unlike amounts: the one that was changed is named, with its figure."""
    amounts = [1_000_003 * number**2 + 7_919 for number in range(1, 41)]
    for place in (0, 13, 39):
        wrong = list(amounts)
        wrong[place] += 4 * 10**5
        (temuan,) = check_pagu(satu(sum(amounts), *wrong, program=sum(amounts)))
        assert brief((temuan,)) == [("SKP704", f"S{place + 1}")]
        assert value(temuan, "usul") == amounts[place]
