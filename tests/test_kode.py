"""Nomenclature codes: by segment, both widths, no lost zeros; and the whole official list."""

from __future__ import annotations

import copy
import csv
import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.errors import KodeError, SakipError, TipeError
from sakip.kode import Kode, KodeLain, LevelKode, to_kode
from strategies import SEDIKIT, kode

NOMENKLATUR = Path(__file__).parent / "data" / "nomenklatur-kode.csv"


def _nomenklatur() -> dict[str, set[str]]:
    """The codes of each kind of regional government."""
    found: dict[str, set[str]] = {}
    with NOMENKLATUR.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["jenis_pemda"], set()).add(row["kode"])
    return found


DAFTAR = _nomenklatur()


def test_the_list_is_whole() -> None:
    """The list has 7.765 sub kegiatan and 2.189 codes above them."""
    levels = [Kode.parse(teks).level for codes in DAFTAR.values() for teks in codes]
    assert levels.count(LevelKode.SUB_KEGIATAN) == 7_765
    assert len(levels) == 7_765 + 2_189


@pytest.mark.parametrize("jenis", DAFTAR)
def test_every_official_code(jenis: str) -> None:
    """Every code of the list is read, prints back the same, and stands under a code of the list."""
    codes = DAFTAR[jenis]
    for teks in codes:
        one = Kode.parse(teks)
        assert str(one) == teks
        if one.level is not LevelKode.BIDANG_URUSAN:
            assert one.parent is not None
            assert str(one.parent) in codes
            assert one.is_under(one.parent)
            assert teks.startswith(f"{one.parent}.")


@pytest.mark.parametrize(
    ("teks", "level", "parent"),
    [
        ("1", LevelKode.URUSAN, None),
        ("1.06", LevelKode.BIDANG_URUSAN, "1"),
        ("1.06.04", LevelKode.PROGRAM, "1.06"),
        ("1.06.04.2.01", LevelKode.KEGIATAN, "1.06.04"),
        ("1.06.04.2.01.0001", LevelKode.SUB_KEGIATAN, "1.06.04.2.01"),
        ("1.06.04.2.01.01", LevelKode.SUB_KEGIATAN, "1.06.04.2.01"),
        ("X.XX", LevelKode.BIDANG_URUSAN, None),
        ("X.XX.01.2.01.0001", LevelKode.SUB_KEGIATAN, "X.XX.01.2.01"),
    ],
)
def test_levels_and_parents(teks: str, level: LevelKode, parent: str | None) -> None:
    """The levels of Permendagri 90/2019; a kegiatan drops two segments, its own and the kewenangan."""
    one = Kode.parse(teks)
    assert (one.level, str(one)) == (level, teks)
    assert (None if one.parent is None else str(one.parent)) == parent


def test_both_widths_are_one_code() -> None:
    """Two digits up to Kepmendagri 050-5889/2021, four since 900.1.15.5-1317/2023: the same sub kegiatan."""
    old, new = Kode.parse("1.06.04.2.01.01"), Kode.parse("1.06.04.2.01.0001")
    assert old == new
    assert hash(old) == hash(new)
    assert (str(old), str(new)) == ("1.06.04.2.01.01", "1.06.04.2.01.0001")
    assert (old.format(), new.format(2)) == (str(new), str(old))
    assert old.parent == new.parent
    with pytest.raises(KodeError, match="sub kegiatan 100 does not fit in 2 digits"):
        Kode.parse("1.06.04.2.01.0100").format(lebar=2)


@pytest.mark.parametrize("teks", [" 1.06.04 ", "1.06.04.", "1.06.04\n"])
def test_white_space_and_a_last_point(teks: str) -> None:
    """What documents print around a code is no part of it."""
    assert str(Kode.parse(teks)) == "1.06.04"


@pytest.mark.parametrize(
    ("teks", "rincian"),
    [
        (
            "2.1",
            "bidang urusan is '1', 2 digits are expected (a spreadsheet drops zeros: 2.01 or 2.10?)",
        ),
        ("1.01.01.02.01.0001", "kewenangan is '02', 1 digit is expected (meant 2?)"),
        (
            "1.06.04.2.1",
            "kegiatan is '1', 2 digits are expected (a spreadsheet drops zeros: 1.06.04.2.01 or 1.06.04.2.10?)",
        ),
        (
            "1.06.04.2.01.1",
            "sub kegiatan is '1', 2 or 4 digits are expected (a spreadsheet drops zeros: 1.06.04.2.01.01 or 1.06.04.2.01.10?)",
        ),
        ("1.06.04.2.01.001", "sub kegiatan is '001', 2 or 4 digits are expected"),
        ("1.06.04.2.01.00001", "sub kegiatan is '00001', 2 or 4 digits are expected"),
        ("12.06", "urusan is '12', 1 digit is expected"),
        ("1.06.123", "program is '123', 2 digits are expected"),
        ("1.06.04.2", "4 segments: 1, 2, 3, 5 or 6 are expected"),
        ("1.06.04.2.01.0001.01", "7 segments: 1, 2, 3, 5 or 6 are expected"),
        ("1.03.0.00.0.00.01.0000", "8 segments: 1, 2, 3, 5 or 6 are expected"),
        ("0.00", "urusan is counted from 1"),
        ("0", "urusan is counted from 1"),
        ("1.00", "bidang urusan is counted from 1"),
        ("0.01", "urusan is counted from 1"),
        ("1.06.00", "program is counted from 1"),
        ("1.06.04.0.01", "kewenangan is counted from 1"),
        ("1.06.04.2.01.0000", "sub kegiatan is counted from 1"),
        ("", "segments of digits with points between are expected, such as 1.06.04.2.01.0001"),
        ("1,06", "segments of digits with points between are expected, such as 1.06.04.2.01.0001"),
        ("1..06", "segments of digits with points between are expected, such as 1.06.04.2.01.0001"),
        ("X.01", "segments of digits with points between are expected, such as 1.06.04.2.01.0001"),
        ("1.06.XX", "segments of digits with points between are expected, such as 1.06.04.2.01.0001"),
        ("025.04.WA", "segments of digits with points between are expected, such as 1.06.04.2.01.0001"),
        (
            "\u0661.\u0660\u0666",
            "segments of digits with points between are expected, such as 1.06.04.2.01.0001",
        ),
    ],
)
def test_no_code(teks: str, rincian: str) -> None:
    """Lost zeros, a kewenangan of two digits, a code of another scheme: refused with the segment named."""
    with pytest.raises(KodeError) as caught:
        Kode.parse(teks)
    assert (caught.value.teks, caught.value.rincian) == (teks, rincian)


@pytest.mark.parametrize("nilai", [1.06, 2.1, 1, None, b"1.06", ("1", "06")])
def test_a_number_has_lost_its_zeros(nilai: Any) -> None:
    """A spreadsheet cell that holds 2.1 may have been 2.01 or 2.10; only text is taken."""
    for read in (Kode.parse, *([] if nilai is None else [to_kode])):
        with pytest.raises(TipeError, match="pass the code as text"):
            read(nilai)


def test_bind() -> None:
    """Program Penunjang stands in every bidang urusan: X.XX takes that of the perangkat daerah."""
    penunjang = Kode.parse("X.XX.01.2.01.0001")
    assert penunjang.is_placeholder
    assert str(penunjang.bind("5.01")) == "5.01.01.2.01.0001"
    assert str(Kode.parse("x.xx.01.2.01.01").bind(Kode.parse("1.06"))) == "1.06.01.2.01.01"
    assert not penunjang.bind("5.01").is_placeholder


@pytest.mark.parametrize(
    ("teks", "bidang", "pesan"),
    [
        (
            "1.06.01",
            "1.06",
            "'1.06.01' is not a nomenclature code: only a code with the placeholder X.XX can be bound",
        ),
        ("X.XX.01", "1", "'1' is not a nomenclature code: a bidang urusan such as 1.06 is expected"),
        ("X.XX.01", "X.XX", "'X.XX' is not a nomenclature code: a bidang urusan such as 1.06 is expected"),
        (
            "X.XX.01",
            "1.06.01",
            "'1.06.01' is not a nomenclature code: a bidang urusan such as 1.06 is expected",
        ),
    ],
)
def test_no_bind(teks: str, bidang: str, pesan: str) -> None:
    """Only a placeholder is bound, and only to a bidang urusan."""
    with pytest.raises(KodeError) as caught:
        Kode.parse(teks).bind(bidang)
    assert str(caught.value) == pesan


@pytest.mark.parametrize(
    ("teks", "atas", "hasil"),
    [
        ("1.06.04.2.01", "1.06", True),
        ("1.06.04.2.01.01", "1.06.04.2.01", True),
        ("2.11.01", "1.01", False),
        ("2.11.01.2.01", "1.01", False),
        ("1.06.04", "1.06.04", False),
        ("1.06", "1.06.04", False),
        ("1.06.04", "1.05", False),
    ],
)
def test_under_is_by_segment(teks: str, atas: str, hasil: bool) -> None:  # noqa: FBT001  # a column of the table
    """2.11.01 holds the text 1.01 and does not lie under it."""
    assert Kode.parse(teks).is_under(Kode.parse(atas)) is hasil


@SEDIKIT
@given(kode())
def test_printed_and_read_back(one: Kode) -> None:
    """A code is read back from its print, width and all, and from the other width as the same code."""
    again = Kode.parse(str(one))
    assert (again, again.lebar) == (one, one.lebar)
    assert Kode.parse(one.format()) == one


@SEDIKIT
@given(kode())
def test_parents_lead_to_the_urusan(one: Kode) -> None:
    """Every code lies under all its parents, the last of which is an urusan or the placeholder."""
    above = one.parent
    while above is not None:
        assert one.is_under(above)
        assert not above.is_under(one)
        assert above < one
        last, above = above, above.parent
        assert above is not None or last.level is LevelKode.URUSAN or str(last) == "X.XX"


@SEDIKIT
@given(kode(), kode())
def test_order_and_equality_ignore_the_width(one: Kode, two: Kode) -> None:
    """Codes sort segment by segment as whole numbers; the printed width plays no part."""
    assert (one < two) == (one.segmen < two.segmen)
    assert (one == two) == (one.format() == two.format())


@SEDIKIT
@given(kode(placeholder=True), st.integers(1, 9), st.integers(1, 99))
def test_bound_codes_lie_under_their_bidang(one: Kode, urusan: int, bidang: int) -> None:
    """After binding, a code lies under the bidang urusan and keeps the rest."""
    target = Kode.parse(f"{urusan}.{bidang:02}")
    bound = one.bind(target)
    assert bound == target or bound.is_under(target)
    assert bound.segmen[2:] == one.segmen[2:]
    assert bound.lebar == one.lebar


@SEDIKIT
@given(st.text(max_size=20) | st.text("0123456789.X ", max_size=20))
def test_any_text_is_read_or_refused(teks: str) -> None:
    """No text raises anything but the library's own error."""
    try:
        one = Kode.parse(teks)
    except SakipError:
        return
    assert Kode.parse(str(one)) == one


def test_codes_are_values() -> None:
    """A code is hashable, frozen, and equal to its copies; one of another scheme is compared as text."""
    for one in (Kode.parse("1.06.04.2.01.01"), KodeLain("025.04.WA")):
        again = pickle.loads(pickle.dumps(one))  # noqa: S301  # our own bytes
        assert again == one == copy.copy(one)
        assert hash(again) == hash(one)
        assert str(again) == str(one)
    assert to_kode(KodeLain("1.06")) != to_kode("1.06")
    with pytest.raises(AttributeError):
        Kode.parse("1.06").lebar = 2  # type: ignore[misc]


def test_to_kode() -> None:
    """Nothing stays nothing, a code stays itself, text is read."""
    one, other = Kode.parse("1.06"), KodeLain("WA")
    assert to_kode(None) is None
    assert to_kode(one) is one
    assert to_kode(other) is other
    assert to_kode("1.06") == one


@pytest.mark.parametrize(
    ("segmen", "lebar", "rincian"),
    [
        ((), 4, "a tuple of whole numbers"),
        ((1, "06"), 4, "a tuple of whole numbers"),
        ([1, 6], 4, "a tuple of whole numbers"),
        ((1, True), 4, "a tuple of whole numbers"),
        ((1, 6, 4, 2), 4, "4 segments: 1, 2, 3, 5 or 6 are expected"),
        ((1, 6), 3, "2 or 4 digits, not 3"),
        ((1, 0), 4, "bidang urusan is counted from 1"),
        ((1, 100), 4, "bidang urusan has 2 digits at most"),
        ((1, 6, 4, 2, 1, 10_000), 4, "sub kegiatan has 4 digits at most"),
        ((1, 6, 4, 2, 1, 100), 2, "sub kegiatan has 2 digits at most"),
        ((0, 0, 0), 4, "what stands below the placeholder X.XX is counted from 1"),
    ],
)
def test_segments_that_no_code_has(segmen: tuple[int, ...], lebar: int, rincian: str) -> None:
    """A code made by hand is held to the same rules as a printed one."""
    with pytest.raises(KodeError, match=re.escape(rincian)):
        Kode(segmen, lebar)


def test_the_placeholder_has_no_parent() -> None:
    """X.XX stands for a bidang urusan that is not known, so its urusan is not known either."""
    assert Kode.parse("X.XX").parent is None
