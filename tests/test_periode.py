"""Periods: every spelling of the documents, order, parts, neighbours, and no look at the clock."""

from __future__ import annotations

import copy
import datetime as dt
import itertools
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.errors import PeriodeError, SakipError, TipeError
from sakip.periode import TAHUN_AKHIR, TAHUN_AWAL, JenisPeriode, Periode, to_periode
from strategies import SEDIKIT, periode

RENTANG, TAHUN, SEMESTER, TRIWULAN, BULAN = JenisPeriode


@pytest.mark.parametrize(
    ("teks", "baku"),
    [
        ("2025", "2025"),
        (" Tahun  2025 ", "2025"),
        ("T.A. 2025", "2025"),
        ("TA 2025", "2025"),
        ("2025-TW1", "2025-TW1"),
        ("2025-tw4", "2025-TW4"),
        ("2025-Q3", "2025-TW3"),
        ("2025 TW 2", "2025-TW2"),
        ("TW I 2025", "2025-TW1"),
        ("TW 1 2025", "2025-TW1"),
        ("TW_3 2025", "2025-TW3"),
        ("Trw. IV 2024", "2024-TW4"),
        ("Trw I Tahun 2024", "2024-TW1"),
        ("Triwulan II Tahun 2024", "2024-TW2"),
        ("Triwulan III, 2024", "2024-TW3"),
        ("Semester 1 2025", "2025-S1"),
        ("Semester II 2025", "2025-S2"),
        ("Smt. 2 2025", "2025-S2"),
        ("2025-S1", "2025-S1"),
        ("Januari 2025", "2025-01"),
        ("agustus tahun 2025", "2025-08"),
        ("Agt. 2025", "2025-08"),
        ("Sept 2025", "2025-09"),
        ("Nopember 2025", "2025-11"),
        ("Pebruari 2025", "2025-02"),
        ("Bulan 5 2025", "2025-05"),
        ("Bln XII 2025", "2025-12"),
        ("2025-01", "2025-01"),
        ("2021-2025", "2021-2025"),
        ("2021–2025", "2021-2025"),
        ("Tahun 2021 s.d. 2025", "2021-2025"),
        ("2021 sampai 2025", "2021-2025"),
        ("2025-2025", "2025"),
    ],
)
def test_spellings(teks: str, baku: str) -> None:
    """Every spelling of planning documents and applications names the period that it says."""
    assert str(Periode.parse(teks)) == baku
    assert Periode.parse(teks) == Periode.parse(baku) == to_periode(teks)


@pytest.mark.parametrize(
    ("teks", "baku"),
    [("Trw. IV", "2024-TW4"), ("Semester I", "2024-S1"), ("Januari", "2024-01"), ("TW 2 2023", "2023-TW2")],
)
def test_a_year_from_outside(teks: str, baku: str) -> None:
    """A form prints "Trw. IV" under a heading with the year; a year in the text itself wins."""
    assert str(Periode.parse(teks, tahun=2024)) == baku


@pytest.mark.parametrize("teks", ["Trw. IV", "Januari", "Semester 1", "bulan 3"])
def test_no_year_is_guessed(teks: str) -> None:
    """Without a year there is no period: nothing takes the year that it is today."""
    with pytest.raises(PeriodeError, match=r"it names no year: pass tahun=$") as caught:
        Periode.parse(teks)
    assert caught.value.teks == teks


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "kapan-kapan",
        "25",
        "20255",
        "TW V 2025",
        "TW 0 2025",
        "TW IIII 2025",
        "2025-TW5",
        "2025-S3",
        "2025-13",
        "2025-00",
        "Semester III 2025",
        "Bulan 13 2025",
        "Janvier 2025",
        "Januarius 2025",
        "2025-2021",
        "0001",
        "1899",
        "3000",
        "2025-TW",
        "2024-TW2 2025",
        "2025-1-1",
        "\u0662\u0660\u0662\u0665",
    ],
)
def test_no_period(teks: str) -> None:
    """There is no fifth triwulan, thirteenth month, span backwards, or period of two years at once."""
    with pytest.raises(PeriodeError, match="is not a period: "):
        Periode.parse(teks)


def test_two_times_the_same_year() -> None:
    """The year printed twice is still one year."""
    assert str(Periode.parse("2025 TW 1 Tahun 2025")) == "2025-TW1"


@pytest.mark.parametrize(
    ("teks", "mulai", "akhir", "label", "parent"),
    [
        ("2025", "2025-01-01", "2025-12-31", "Tahun 2025", None),
        ("2024-S1", "2024-01-01", "2024-06-30", "Semester I Tahun 2024", "2024"),
        ("2025-TW3", "2025-07-01", "2025-09-30", "Triwulan III Tahun 2025", "2025-S2"),
        ("2024-02", "2024-02-01", "2024-02-29", "Februari 2024", "2024-TW1"),
        ("2025-12", "2025-12-01", "2025-12-31", "Desember 2025", "2025-TW4"),
        ("2021-2025", "2021-01-01", "2025-12-31", "Tahun 2021–2025", None),
    ],
)
def test_first_and_last_day(teks: str, mulai: str, akhir: str, label: str, parent: str | None) -> None:
    """The calendar: 2024 is a leap year; semester 1 is triwulan 1 and 2."""
    one = Periode.parse(teks)
    assert (one.mulai.isoformat(), one.akhir.isoformat(), one.label) == (mulai, akhir, label)
    assert (None if one.parent is None else str(one.parent)) == parent


def test_order() -> None:
    """By the first day; of two that begin together the longer comes first."""
    words = ["2021-2025", "2025", "2025-S1", "2025-TW1", "2025-01", "2025-02", "2025-TW2", "2025-S2", "2026"]
    periods = [Periode.parse(word) for word in words]
    assert sorted([*periods[5:], *periods[:5]]) == periods
    assert periods[0] < periods[1] <= periods[1] < periods[2]
    assert periods[2] > periods[1] >= periods[1]
    with pytest.raises(TypeError):
        _ = periods[0] < "2025"


def test_within() -> None:
    """A day and a period lie within a period wholly or not at all; a moment lies where its day does."""
    tw3 = Periode.parse("2025-TW3")
    assert dt.date(2025, 7, 1) in tw3
    assert dt.date(2025, 9, 30) in tw3
    assert dt.date(2025, 10, 1) not in tw3
    assert dt.datetime(2025, 9, 30, 23, 59, tzinfo=dt.UTC) in tw3
    assert Periode.parse("2025-09") in tw3
    assert tw3 in Periode(2025)
    assert Periode(2025) not in tw3
    assert "2025-TW3" not in tw3


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Periode(TAHUN_AWAL - 1), PeriodeError),
        (lambda: Periode(TAHUN_AKHIR + 1), PeriodeError),
        (lambda: Periode(2025, TRIWULAN, 5), PeriodeError),
        (lambda: Periode(2025, TAHUN, 2), PeriodeError),
        (lambda: Periode(2025, RENTANG), PeriodeError),
        (lambda: Periode(2025, TAHUN, 1, 2026), PeriodeError),
        (lambda: Periode(2025, RENTANG, 2, 2026), PeriodeError),
        (lambda: Periode(tahun=True), TipeError),
        (lambda: Periode(2025, TRIWULAN, 1.0), TipeError),  # type: ignore[arg-type]
        (lambda: Periode("2025"), TipeError),  # type: ignore[arg-type]
        (lambda: Periode(2025, "tahun"), TipeError),  # type: ignore[arg-type]
        (lambda: Periode.parse(2025), TipeError),  # type: ignore[arg-type]
        (lambda: to_periode(None), TipeError),  # type: ignore[arg-type]
        (lambda: to_periode(2025.0), TipeError),  # type: ignore[arg-type]
        (lambda: Periode(TAHUN_AKHIR).next(), PeriodeError),
        (lambda: Periode(TAHUN_AWAL).previous(), PeriodeError),
        (lambda: Periode(2025, BULAN, 1).parts(BULAN), PeriodeError),
        (lambda: Periode(2025, BULAN, 1).parts(TAHUN), PeriodeError),
        (lambda: Periode(2025).parts(RENTANG), PeriodeError),
        (lambda: Periode(2021, RENTANG, 1, 2025).parts(RENTANG), PeriodeError),
    ],
)
def test_what_is_no_period_is_refused(make: Any, error: type[SakipError]) -> None:
    """A period that cannot be, a type that is none, and a way out of the calendar are refused."""
    with pytest.raises(error):
        make()


def test_from_what_a_caller_has() -> None:
    """A period stays itself, a whole number is a year."""
    one = Periode.parse("2025-TW1")
    assert to_periode(one) is one
    assert to_periode(2025) == Periode(2025) == Periode.parse("2025")


@SEDIKIT
@given(periode())
def test_printed_and_read_back(one: Periode) -> None:
    """str and parse are inverse, and the words for a reader are read as the same period."""
    assert Periode.parse(str(one)) == one
    assert Periode.parse(one.label) == one


@SEDIKIT
@given(periode(), st.sampled_from(JenisPeriode))
def test_parts_tile_the_whole(one: Periode, jenis: JenisPeriode) -> None:
    """The parts begin with the whole, end with it, and leave neither gap nor overlap."""
    if jenis is RENTANG or (one.jenis is not RENTANG and jenis.bulan >= one.jenis.bulan):
        with pytest.raises(PeriodeError):
            one.parts(jenis)
        return
    parts = one.parts(jenis)
    assert (parts[0].mulai, parts[-1].akhir) == (one.mulai, one.akhir)
    for left, right in itertools.pairwise(parts):
        assert left.akhir + dt.timedelta(days=1) == right.mulai
        assert left.next() == right
        assert left < right
    assert all(part.jenis is jenis and part in one for part in parts)
    assert sum(((part.akhir - part.mulai).days + 1) for part in parts) == (one.akhir - one.mulai).days + 1


@pytest.mark.parametrize(
    ("teks", "jenis", "bagian"),
    [
        ("2021-2023", TAHUN, "2021 2022 2023"),
        ("2024-2025", SEMESTER, "2024-S1 2024-S2 2025-S1 2025-S2"),
        ("2025", TRIWULAN, "2025-TW1 2025-TW2 2025-TW3 2025-TW4"),
        ("2025-S2", TRIWULAN, "2025-TW3 2025-TW4"),
        ("2025-TW2", BULAN, "2025-04 2025-05 2025-06"),
    ],
)
def test_parts(teks: str, jenis: JenisPeriode, bagian: str) -> None:
    """A span has years, a semester two triwulan (1-2 and 3-4), a triwulan three months."""
    assert " ".join(str(part) for part in Periode.parse(teks).parts(jenis)) == bagian


@pytest.mark.parametrize(
    ("teks", "berikut"),
    [("2025", "2026"), ("2025-TW4", "2026-TW1"), ("2025-12", "2026-01"), ("2021-2025", "2026-2030")],
)
def test_neighbours(teks: str, berikut: str) -> None:
    """After the fourth triwulan comes the first of the next year; a plan of five years is followed by one."""
    one, after = Periode.parse(teks), Periode.parse(berikut)
    assert (one.next(), after.previous()) == (after, one)


@SEDIKIT
@given(periode())
def test_next_and_previous(one: Periode) -> None:
    """They undo each other, keep the kind, and leave no day between."""
    after = one.next()
    assert after.previous() == one == one.previous().next()
    assert after.jenis is one.jenis
    assert one.akhir + dt.timedelta(days=1) == after.mulai
    assert one < after


@SEDIKIT
@given(periode())
def test_parent_holds_its_part(one: Periode) -> None:
    """A period is among the parts of its parent; a year and a span have none."""
    if one.parent is None:
        assert one.jenis in {TAHUN, RENTANG}
    else:
        assert one in one.parent.parts(one.jenis)


@SEDIKIT
@given(periode(), periode())
def test_order_is_total(one: Periode, two: Periode) -> None:
    """Exactly one of less, equal, greater; equal periods hash alike."""
    assert [one < two, one == two, one > two].count(True) == 1
    assert (one == two) == (str(one) == str(two))
    assert (one in two and two in one) == ((one.mulai, one.akhir) == (two.mulai, two.akhir))


@SEDIKIT
@given(periode())
def test_periods_are_values(one: Periode) -> None:
    """A period is hashable, frozen, and equal to its copies."""
    again = pickle.loads(pickle.dumps(one))  # noqa: S301  # our own bytes
    assert again == one == copy.copy(one)
    assert hash(again) == hash(one)
    with pytest.raises(AttributeError):
        one.tahun = 2000  # type: ignore[misc]


@SEDIKIT
@given(
    st.text(max_size=20) | st.text("0123456789 -–.twTWISVXsemjanuari", max_size=15),
    st.none() | st.integers(),
)
def test_any_text_is_read_or_refused(teks: str, tahun: int | None) -> None:
    """No text and no year raises anything but the library's own error."""
    try:
        one = Periode.parse(teks, tahun=tahun)
    except SakipError:
        return
    assert Periode.parse(str(one)) == one


def test_nothing_asks_what_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same text means the same on every day: the clock is never asked."""

    class Beku(dt.date):
        @classmethod
        def today(cls) -> Beku:
            raise AssertionError("the clock was asked")

    monkeypatch.setattr("sakip.periode.dt.date", Beku)
    one = Periode.parse("Triwulan IV 2031")
    assert (one.mulai.isoformat(), one.akhir.isoformat()) == ("2031-10-01", "2031-12-31")
    with pytest.raises(PeriodeError):
        Periode.parse("Triwulan IV")


@pytest.mark.parametrize("jenis", JenisPeriode)
def test_kinds_survive_pickling(jenis: JenisPeriode) -> None:
    """A kind of period is found again by its tag."""
    assert pickle.loads(pickle.dumps(jenis)) is jenis  # noqa: S301  # our own bytes
