"""Findings: stable codes, places, sentences made from figures."""

from __future__ import annotations

import copy
import pickle
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.alasan import Alasan
from sakip.errors import ModelError
from sakip.temuan import REGISTER, JenisTemuan, Tempat, Temuan, Tingkat, count_tingkat, register
from strategies import SEDIKIT, teks

KURANG = JenisTemuan(
    "SKP998",
    Tingkat.KESALAHAN,
    "pagu tidak sama",
    'Pagu "{nama}" kurang {selisih} rupiah.',
    "Tambahkan {selisih} rupiah.",
    "Permendagri 77/2020",
)
USUL = JenisTemuan("SKP999", Tingkat.SARAN, "contoh", "Sebuah saran.")


@pytest.mark.parametrize(
    ("tempat", "text"),
    [
        (Tempat(), ""),
        (Tempat(simpul="P1"), "P1"),
        (Tempat(simpul="P1", indikator="IK1"), "IK1"),
        (Tempat(simpul="P1", nama="Rehabilitasi Sosial"), "P1 (Rehabilitasi Sosial)"),
        (Tempat(berkas="a.csv", baris=12, kolom="pagu"), 'a.csv baris 12 kolom "pagu"'),
        (Tempat(berkas="a.csv", simpul="P1"), "a.csv P1"),
    ],
)
def test_place_in_words(tempat: Tempat, text: str) -> None:
    """A reader finds the place: file, row, column, id and name, whichever are known."""
    assert str(tempat) == text


def test_sentences_are_made_from_the_figures() -> None:
    """Whole numbers stand with dots between the thousands, as Indonesian documents print money."""
    temuan = KURANG.temuan(Tempat(simpul="P1"), nama="{Program}", selisih=-1_234_567)
    assert temuan.pesan == 'Pagu "{Program}" kurang -1.234.567 rupiah.'
    assert temuan.saran == "Tambahkan -1.234.567 rupiah."
    assert str(temuan) == f"SKP998 kesalahan P1: {temuan.pesan}"
    assert (temuan.kode, temuan.tingkat, temuan.acuan) == ("SKP998", Tingkat.KESALAHAN, "Permendagri 77/2020")


def test_what_is_no_whole_number_is_shown_as_it_is() -> None:
    """A truth value and a text are no amounts."""
    jenis = JenisTemuan("SKP997", Tingkat.SARAN, "x", "{a} {b} {c}")
    assert jenis.temuan(Tempat(), a=True, b="1000", c=Decimal("1.5")).pesan == "True 1000 1.5"


def test_record_is_flat() -> None:
    """One row of plain values, with the place both in words and in its parts."""
    record = USUL.temuan(Tempat(simpul="P1", baris=3)).to_record()
    assert record == {
        "kode": "SKP999",
        "tingkat": "saran",
        "tempat": "baris 3 P1",
        "simpul": "P1",
        "indikator": "",
        "berkas": "",
        "baris": 3,
        "kolom": "",
        "nama": "",
        "lembar": "",
        "sel": "",
        "pesan": "Sebuah saran.",
        "saran": "",
        "acuan": "",
    }


def test_findings_are_values() -> None:
    """Equal findings are equal, hash alike, and survive pickling and copying."""
    one, two = (KURANG.temuan(Tempat(simpul="P1"), nama="x", selisih=1) for _ in range(2))
    assert one == two
    assert len({one, two}) == 1
    assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one)  # noqa: S301  # our own bytes


def test_a_code_is_entered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same kind may be entered again, another kind under its code may not."""
    monkeypatch.delitem(REGISTER, USUL.kode, raising=False)
    assert register(USUL) is USUL
    assert register(USUL) is USUL
    assert REGISTER[USUL.kode] is USUL
    with pytest.raises(
        ModelError, match=r"JenisTemuan\.kode is 'SKP999': a code that is not taken is expected"
    ):
        register(JenisTemuan(USUL.kode, Tingkat.SARAN, "lain", "Lain."))
    del REGISTER[USUL.kode]


def test_codes_have_one_shape() -> None:
    """Every registered code is SKP and three digits, stands under itself, and has words."""
    for kode, jenis in REGISTER.items():
        assert re.fullmatch(r"SKP\d{3}", kode)
        assert jenis.kode == kode
        assert jenis.judul
        assert jenis.pesan


def test_counting() -> None:
    """Findings are counted by severity; a severity without findings counts zero."""
    found = [jenis.temuan(Tempat(), nama="x", selisih=1) for jenis in (KURANG, USUL, KURANG)]
    assert count_tingkat(found) == {Tingkat.KESALAHAN: 2, Tingkat.PERINGATAN: 0, Tingkat.SARAN: 1}


@SEDIKIT
@given(st.lists(st.sampled_from([KURANG, USUL]), max_size=8))
def test_counting_loses_none(kinds: list[JenisTemuan]) -> None:
    """The counts add up to the number of findings, and every severity is counted, zero too."""
    found = [Temuan(jenis, Tempat(), (("nama", "x"), ("selisih", 1))) for jenis in kinds]
    counts = count_tingkat(found)
    assert set(counts) == set(Tingkat)
    assert sum(counts.values()) == len(found)
    assert counts[Tingkat.KESALAHAN] == kinds.count(KURANG)


@SEDIKIT
@given(teks(), st.integers())
def test_any_parameter_is_printed(nama: str, selisih: int) -> None:
    """Names may hold any sign, braces too; the amount can be read back from the sentence."""
    pesan = KURANG.temuan(Tempat(), nama=nama, selisih=selisih).pesan
    assert pesan.startswith(f'Pagu "{nama}" kurang ')
    assert int(pesan.removesuffix(" rupiah.").rsplit(" ", 1)[1].replace(".", "")) == selisih


@pytest.mark.parametrize("alasan", Alasan)
def test_every_reason_has_a_sentence(alasan: Alasan) -> None:
    """A reason is found by its tag, has a sentence of its own, and survives pickling."""
    assert Alasan(alasan.value) is alasan  # type: ignore[call-arg]  # mypy reads __new__ for the look-up
    assert alasan.kalimat
    assert pickle.loads(pickle.dumps(alasan)) is alasan  # noqa: S301  # our own bytes
    assert [item.kalimat for item in Alasan].count(alasan.kalimat) == 1
