"""Bands, predicates in order, lines of conversion: every bound, every refusal, no gap and no overlap."""

from __future__ import annotations

import copy
import decimal
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.angka import KONTEKS, round_half_up, settle
from sakip.errors import AngkaError, ModelError, SakipError, TipeError
from sakip.skala import (
    MUTU_IKM,
    MUTU_NI,
    OPINI_BPK,
    PREDIKAT_AKIP,
    SKALA,
    SKALA_HASIL_KERJA,
    SKALA_LAKIP_100_85_70,
    SKALA_MAGETAN,
    SKALA_MALUKU_TENGAH_2021,
    SKALA_PERMENDAGRI_86,
    STATUS_IPM,
    URUTAN_AKIP,
    URUTAN_MUTU,
    WARNA_100_80,
    WARNA_BANJARNEGARA,
    WARNA_MAGETAN,
    YA_TIDAK,
    Konversi,
    Ordinal,
    Pita,
    Skala,
    clean_label,
)
from strategies import SEDIKIT, desimal, desimal_lebar, konversi, ordinal, skala


def _label(skala: Skala, nilai: str) -> str | None:
    pita = skala.pita_for(Decimal(nilai))
    return None if pita is None else pita.label


def _rows(skala: Skala, **bands: str) -> list[tuple[Skala, str, str | None]]:
    """A row for each figure; an underscore in a label stands for a space, ``tanpa`` for no band."""
    return [
        (skala, nilai, None if label == "tanpa" else label.replace("_", " "))
        for label, values in bands.items()
        for nilai in values.split()
    ]


@pytest.mark.parametrize(
    ("skala", "nilai", "label"),
    [
        # PermenPANRB 14/2017, conversion interval of the IKM: both ends of each band.
        *_rows(MUTU_IKM, A="88.31 100", B="76.61 88.30", C="65.00 76.60", D="25 64.99", tanpa="24.99"),
        # The same, at two decimals half up as it is printed: 91,475 and what lies between two bands.
        *_rows(MUTU_IKM, A="91.475 88.305", B="88.304 76.605", C="64.995", D="64.994"),
        # PermenPANRB 14/2017, interval of the mean: both ends of each band.
        *_rows(MUTU_NI, A="3.5324 4", B="3.0644 3.532", C="2.60 3.064", D="1 2.5996", tanpa="0.9999"),
        # Evaluation of AKIP (PermenPANRB 88/2021): lower bounds are exclusive, 0 is E.
        *_rows(PREDIKAT_AKIP, AA="90.005 90.01 100", A="90.00 80.01", BB="80 70.01", B="70 60.01"),
        *_rows(PREDIKAT_AKIP, CC="60.00 50.01", C="50 30.01", D="30 0.01", E="0 -1"),
        # Scores of evaluations that were printed as B.
        *_rows(PREDIKAT_AKIP, B="68.19 68.45 69.14"),
        # Permendagri 86/2017 as quoted: 91-100, 76-90, 66-75, 51-65, up to 50; and what lies between those.
        *_rows(SKALA_PERMENDAGRI_86, Sangat_Tinggi="91 100 90.5 90.005 100.01 250", Tinggi="76 90 75.5"),
        *_rows(SKALA_PERMENDAGRI_86, Sedang="66 75 65.5", Rendah="51 65 50.5", Sangat_Rendah="50 0 -50"),
        # LKjIP Kab. Maluku Tengah 2021 p. 94: > 85, > 75, > 65, > 50, > 30, the rest.
        *_rows(SKALA_MALUKU_TENGAH_2021, Memuaskan="85.01 120", Sangat_Baik="85 75.01", Baik="75 65.01"),
        *_rows(SKALA_MALUKU_TENGAH_2021, Cukup_Baik="65 50.01", Agak_Kurang="50 30.01", Kurang="30 0 -10"),
        # An application of Kab. Magetan: 100, 75, 55; its colours at 75 and 50.
        *_rows(SKALA_MAGETAN, Sangat_Berhasil="100 150", Berhasil="99.99 75", Cukup_Berhasil="74.99 55"),
        *_rows(SKALA_MAGETAN, Kurang_Berhasil="54.99 0 -1"),
        *_rows(WARNA_MAGETAN, hijau="75 100", kuning="74.99 50", merah="49.99 -1"),
        # Habit of those who write reports: 100, 85, 70.
        *_rows(SKALA_LAKIP_100_85_70, Sangat_Berhasil="100", Berhasil="99.99 85", Cukup="84.99 70"),
        *_rows(SKALA_LAKIP_100_85_70, Kurang="69.99"),
        # An application of Kab. Banjarnegara: above 90 green, from 70 to 90 yellow.
        *_rows(WARNA_BANJARNEGARA, hijau="90.01 120", kuning="90 70", merah="69.99 0"),
        # Colours at 100 and 80.
        *_rows(WARNA_100_80, hijau="100 120", kuning="99.99 80", merah="79.995 0"),
        # An individual's work: above 100, from 90.
        *_rows(SKALA_HASIL_KERJA, Di_Atas_Ekspektasi="100.01", Sesuai_Ekspektasi="100 90"),
        *_rows(SKALA_HASIL_KERJA, Di_Bawah_Ekspektasi="89.99"),
        # BPS: status of an IPM.
        *_rows(STATUS_IPM, Sangat_Tinggi="80", Tinggi="79.99 70 72.35", Sedang="69.99 60", Rendah="59.99"),
    ],
)
def test_bands_of_the_sources(skala: Skala, nilai: str, label: str | None) -> None:
    """Both ends of each band, and the figures that fall between bounds printed as whole numbers."""
    assert _label(skala, nilai) == label


@pytest.mark.parametrize(
    ("nilai", "label"),
    [
        ("74.99999999999999", "Berhasil"),
        ("75.00000000000001", "Berhasil"),
        ("74.9999999999", "Cukup Berhasil"),
        ("99.999999999999999999", "Sangat Berhasil"),
    ],
)
def test_noise_is_not_a_figure(nilai: str, label: str) -> None:
    """A figure that a fraction left just below a bound is on it; one that is below stays below."""
    assert _label(SKALA_MAGETAN, nilai) == label


def test_a_computed_75_is_75() -> None:
    """78,3 of 104,4 is three quarters, to the last digit and in the band from 75."""
    hasil = KONTEKS.divide(KONTEKS.multiply(Decimal("78.3"), Decimal(100)), Decimal("104.4"))
    assert hasil == 75
    assert _label(SKALA_MAGETAN, str(hasil)) == "Berhasil"
    assert _label(WARNA_MAGETAN, str(hasil)) == "hijau"


def test_presets_say_where_they_come_from() -> None:
    """Each preset is found by its name and states its source; a scale of colours has one for each band."""
    assert all(item.nama == nama and item.acuan for nama, item in SKALA.items())
    assert len(SKALA) == 12
    for item in SKALA.values():
        assert all(pita.label and pita.warna.startswith("#") for pita in item.pita)
    unbounded = {nama for nama, item in SKALA.items() if item.pita[-1].bawah is None}
    assert SKALA.keys() - unbounded == {"MUTU_IKM", "MUTU_NI"}  # below 25, or 1, there is no answer


def test_printed() -> None:
    """A scale prints its bands with their conditions, highest first, in Indonesian figures."""
    own = Skala(
        "Dinas", "contoh", [Pita(None, "Kurang"), Pita("87,5", "Baik", termasuk=False), Pita(75, "Cukup")]
    )
    assert str(own) == "Dinas: > 87,5 Baik; ≥ 75 Cukup; Kurang"
    assert [pita.syarat for pita in own.pita] == ["> 87,5", "≥ 75", ""]


def test_on_a_bound_of_both_kinds() -> None:
    """Exactly 90 can be a band of its own: from 90, and above 90."""
    own = Skala("X", "", [Pita(90, "tepat"), Pita(90, "lebih", termasuk=False), Pita(None, "kurang")])
    assert [_label(own, nilai) for nilai in ("89.99", "90", "90.01")] == ["kurang", "tepat", "lebih"]
    assert Skala("X", "", Pita(90, "saja")).pita == (Pita(90, "saja"),)


@pytest.mark.parametrize(
    ("make", "pesan"),
    [
        (lambda: Pita(1, None), r"^Pita\.label is None: a text is expected$"),  # type: ignore[arg-type]
        (lambda: Pita(1, "A", 5), r"^Pita\.warna is 5: a text is expected$"),  # type: ignore[arg-type]
        (
            lambda: Pita(1, "A", termasuk="ya"),  # type: ignore[arg-type]
            r"^Pita\.termasuk is 'ya': True or False is expected$",
        ),
        (lambda: Skala(None, "", [Pita(1, "A")]), r"^Skala\.nama is None: a text is expected$"),  # type: ignore[arg-type]
        (lambda: Skala("X", 5, [Pita(1, "A")]), r"^Skala\.acuan is 5: a text is expected$"),  # type: ignore[arg-type]
        (lambda: Skala("X", "", []), r"^Skala\.pita is \[\]: one Pita or several is expected$"),
        (lambda: Skala("X", "", 5), r"^Skala\.pita is 5: one Pita or several is expected$"),
        (lambda: Skala("X", "", ["A"]), r"^Skala\.pita is \['A'\]: one Pita or several"),
        *(
            (
                lambda digit=digit: Skala("X", "", [Pita(1, "A")], digit),
                r"^Skala\.digit is .*: a whole number from 0 to 10, or None is expected$",
            )
            for digit in (-1, 11, "2", True)
        ),
        (
            lambda: Skala("X", "", [Pita(1, "A"), Pita("1,0", "B")]),
            r"^Skala\.pita is X: ≥ 1 A; ≥ 1,0 B: bands that begin at different places is expected$",
        ),
        (
            lambda: Skala("X", "", [Pita(None, "A"), Pita(None, "B")]),
            r": bands that begin at different places is expected$",
        ),
        (
            lambda: Skala("X", "", [Pita(None, "A"), Pita(None, "B", termasuk=False)]),
            r": bands that begin at different places is expected$",
        ),
        (
            lambda: Skala("X", "", [Pita(1, "A"), Pita(2, "A")]),
            r"^Skala\.pita is X: ≥ 2 A; ≥ 1 A: each label once is expected$",
        ),
        *(
            (
                lambda label=label: Ordinal(label),
                r"^Ordinal\.label is .*: labels from lowest to best, or labels with their values is expected$",
            )
            for label in ([], {}, None, 5, "WTP", [5], [("A", 1), "B"], [("A", 1, 2)], {1: 2})
        ),
        (lambda: Ordinal(["A", "a "]), r"^Ordinal\.label is .*: each label once is expected$"),
        (lambda: Ordinal({"A": 2, "B": 1}), r"^Ordinal\.label is .*: values that rise is expected$"),
        (lambda: Ordinal({"A": 1, "B": 1}), r"^Ordinal\.label is .*: values that rise is expected$"),
        *(
            (
                lambda titik=titik: Konversi(titik),
                r"^Konversi\.titik is .*: pairs of a figure and what it becomes is expected$",
            )
            for titik in ("ab", [1, 2], [(1, 2, 3)], ["12", "34"], 5, None, [5])
        ),
        *(
            (
                lambda titik=titik: Konversi(titik),
                r"^Konversi\.titik is .*: two points or more, of rising figures, is expected$",
            )
            for titik in ([], {}, {0: 0}, [(1, 2), (1, 3)], [(2, 2), (1, 3)])
        ),
    ],
)
def test_scales_that_cannot_be(make: Any, pesan: str) -> None:
    """Two bands of one beginning, a label twice, an order that is none: refused by attribute and value."""
    with pytest.raises(ModelError, match=pesan):
        make()


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Pita(0.5, "A"), TipeError),  # type: ignore[arg-type]
        (lambda: Pita("tinggi", "A"), AngkaError),
        (lambda: Ordinal({"A": 0.5}), TipeError),
        (lambda: Konversi({0: 0, 90: 1.5}), TipeError),
        (lambda: Konversi({"nol": 0, "90": 1}), AngkaError),
    ],
)
def test_bounds_and_values_are_exact(make: Any, error: type[SakipError]) -> None:
    """A float is refused here as everywhere."""
    with pytest.raises(error):
        make()


@pytest.mark.parametrize(
    "read",
    [
        SKALA_PERMENDAGRI_86.pita_for,
        SKALA_PERMENDAGRI_86.pita[0].holds,
        Pita(None, "Kurang").holds,
        Konversi({0: 0, 100: 120}).convert,
    ],
)
def test_figures_as_a_caller_has_them(read: Callable[[Any], object]) -> None:
    """A whole number and a text are taken, a float is refused, and so is what is not finite."""
    assert read(90) == read("90") == read(Decimal(90))
    for wrong in (90.5, True, None):
        with pytest.raises(TipeError):
            read(wrong)
    for other in (Decimal("Infinity"), Decimal("NaN"), Decimal("sNaN"), "sembilan puluh", 10**40):
        with pytest.raises(AngkaError):
            read(other)


def test_a_computed_figure_is_never_refused() -> None:
    """34 digits reach far behind the comma where the figure is small."""
    tiny = Decimal("1.234567890123456789012345678901234E-9")
    assert Skala("S", "uji", [Pita(0, "A")]).pita_for(tiny) is not None
    assert Konversi({0: 0, 90: 90}).convert(tiny) == tiny


@pytest.mark.parametrize("warna", ["", "red", "DarkGreen", "#fff", "#1A7f37"])
def test_colours_that_are_taken(warna: str) -> None:
    assert Pita(0, "A", warna).warna == warna


@pytest.mark.parametrize(
    "warna",
    ["#ff", "#ffff", "#12345g", "rgb(1,2,3)", "red;x:y", "warna 1", "merah tua", "#fff\n", "url(x)", "é"],
)
def test_colours_that_are_refused(warna: str) -> None:
    """A colour goes into documents as it is, so that nothing else may hide in it."""
    with pytest.raises(ModelError, match=r"^Pita\.warna is .*: #rgb, #rrggbb or a word is expected$"):
        Pita(0, "A", warna)


def test_pairs_of_labels_and_values() -> None:
    """Tuples or lists, as a file has them."""
    assert (
        Ordinal([["A", 1], ["B", "2,5"]])
        == Ordinal([("A", 1), ("B", "2,5")])
        == Ordinal({"A": 1, "B": "2,5"})
    )


def test_orders_of_the_field() -> None:
    """The opinions of BPK, the predicates of SAKIP and of service quality, yes and no, from lowest to best."""
    assert str(OPINI_BPK) == "TMP < TW < WDP < WTP"
    assert str(URUTAN_AKIP) == "E < D < C < CC < B < BB < A < AA"
    assert str(URUTAN_MUTU) == "D < C < B < A"
    assert (YA_TIDAK.nilai("Ya"), YA_TIDAK.nilai("TIDAK")) == (Decimal(1), Decimal(0))
    assert [label for label, _ in URUTAN_AKIP.label] == [pita.label for pita in reversed(PREDIKAT_AKIP.pita)]
    assert [label for label, _ in URUTAN_MUTU.label] == [pita.label for pita in reversed(MUTU_IKM.pita)]


def test_labels_as_documents_vary_them() -> None:
    """Capitals and spaces make no other label; a label that is not on the scale has no value."""
    mutu = Ordinal({"Kurang Baik": 1, "Sangat Baik": "3,5"})
    assert mutu.nilai(" sangat  baik") == Decimal("3.5")
    assert mutu.nilai("Baik") is None
    assert clean_label("\tSangat\n Baik ") == "sangat baik"


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        # KMK 127/2026 as applied: 0 -> 0, 90 -> 100, 100 -> 120.
        ("-4", "0"),
        ("0", "0"),
        ("45", "50"),
        ("90", "100"),
        ("96", "112"),
        ("98", "116"),
        ("100", "120"),
        ("130", "120"),
    ],
)
def test_a_figure_read_off_a_line(nilai: str, hasil: str) -> None:
    """Between two points in proportion, beyond the ends flat."""
    assert Konversi({0: 0, 90: 100, 100: 120}).convert(Decimal(nilai)) == Decimal(hasil)


def test_lines_from_any_pairs() -> None:
    """A mapping, tuples or lists give the same line; it is printed point by point."""
    line = Konversi({0: 0, 90: 100})
    assert line == Konversi([(0, 0), (90, 100)]) == Konversi([[0, 0], ["90", "100"]])
    assert str(line) == "0 → 0; 90 → 100"
    assert str(Konversi({"-1000,5": 0, 90: "92,5"})) == "-1.000,5 → 0; 90 → 92,5"
    assert Konversi({0: 100, 10: 0}).convert(Decimal(4)) == 60


@SEDIKIT
@given(skala(lantai=True), desimal_lebar())
def test_every_figure_has_exactly_one_band(own: Skala, nilai: Decimal) -> None:
    """With a lowest band that has no bound: the band found holds the figure, the one above it does not."""
    pita = own.pita_for(nilai)
    assert pita is not None
    place = own.pita.index(pita)
    figure = settle(nilai) if own.digit is None else round_half_up(settle(nilai), own.digit)
    assert pita.holds(figure)
    assert not any(item.holds(figure) for item in own.pita[:place])
    assert all(item.holds(figure) for item in own.pita[place:])


@SEDIKIT
@given(skala(), desimal(-100, 200, 4), desimal(-100, 200, 4))
def test_a_higher_figure_has_no_lower_band(own: Skala, one: Decimal, two: Decimal) -> None:
    """Bands go up with the figure; below the lowest there is none."""
    places = [
        own.pita.index(pita) if pita else len(own.pita) for pita in map(own.pita_for, sorted((one, two)))
    ]
    assert places[0] >= places[1]
    if own.pita[-1].bawah is None:
        assert len(own.pita) not in places


@SEDIKIT
@given(skala(), st.randoms(use_true_random=False))
def test_bands_may_be_given_in_any_order(own: Skala, acak: Any) -> None:
    """A scale sorts its bands, highest first."""
    rows = list(own.pita)
    acak.shuffle(rows)
    assert attrs.evolve(own, pita=rows) == own
    bounds = [pita.bawah for pita in own.pita if pita.bawah is not None]
    assert bounds == sorted(bounds, reverse=True)


@SEDIKIT
@given(konversi(naik=True), desimal(-2000, 2000, 3), desimal(-2000, 2000, 3))
def test_a_rising_line_turns_nothing_around(line: Konversi, one: Decimal, two: Decimal) -> None:
    """The better figure never becomes the worse one, and no figure leaves the ends of the line."""
    low, high = map(line.convert, sorted((one, two)))
    slack = Decimal("1E-25")
    assert low <= high + slack
    values = [ke for _, ke in line.titik]
    assert min(values) - slack <= low <= max(values) + slack


@SEDIKIT
@given(konversi())
def test_a_line_goes_through_its_points(line: Konversi) -> None:
    """Each point is given back to the last digit."""
    for dari, ke in line.titik:
        assert line.convert(dari) == ke


@SEDIKIT
@given(ordinal())
def test_an_order_is_in_order(own: Ordinal) -> None:
    """Each label is found whatever spaces surround it, and is worth more than the one before it."""
    values = [own.nilai(f" {label} ") for label, _ in own.label]
    assert values == [nilai for _, nilai in own.label]
    assert values == sorted({nilai for _, nilai in own.label})


@SEDIKIT
@given(skala() | ordinal() | konversi(), desimal_lebar())
def test_scales_are_values(own: Skala | Ordinal | Konversi, nilai: Decimal) -> None:
    """Hashed, pickled, copied, changed only into another; and the caller's context changes nothing."""
    again = pickle.loads(pickle.dumps(own))  # noqa: S301  # our own bytes
    assert again == own == copy.deepcopy(own) == attrs.evolve(own)
    assert hash(again) == hash(own)
    strict = decimal.Context(
        prec=3,
        rounding=decimal.ROUND_DOWN,
        Emin=-1,
        Emax=1,
        traps=[decimal.Inexact, decimal.Rounded, decimal.Subnormal, decimal.Clamped, decimal.FloatOperation],
    )
    expected = _use(own, nilai)
    with decimal.localcontext(strict):
        assert _use(own, nilai) == expected


def _use(own: Skala | Ordinal | Konversi, nilai: Decimal) -> tuple[object, str]:
    match own:
        case Skala():
            return own.pita_for(nilai), str(own)
        case Konversi():
            return own.convert(nilai), str(own)
    return own.nilai(own.label[0][0]), str(own)
