"""Efisiensi: four readings of one word, each by its name and with its source."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Self

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.anggaran._serapan import format_uang, note_rounding
from sakip.angka import (
    KONTEKS,
    PRESISI,
    format_angka,
    parse_rupiah,
    round_half_up,
    to_optional_decimal,
)
from sakip.errors import ModelError, TipeError
from sakip.kebijakan import Langkah
from sakip.pilihan import to_enum
from sakip.skala import Pita, Skala

# The colours of the other scales.
_HIJAU, _BIRU, _KUNING, _JINGGA, _MERAH = "#1a7f37", "#0969da", "#bf8700", "#bc4c00", "#cf222e"

EFISIENSI_SELISIH = Skala(
    "EFISIENSI_SELISIH",
    "praktik pada aplikasi pemerintah daerah; bukan peraturan",
    [
        Pita(5, "Efisien", _HIJAU, termasuk=False),
        Pita(-5, "Cukup Efisien", _KUNING),
        Pita(None, "Tidak Efisien", _MERAH),
    ],
)
"""The bands of capaian less serapan in percentage points, which are above 5, within 5, and below −5.

Exactly 5 and exactly −5 are in the middle. Acuan: practice of a regional
application, not a regulation.

>>> [EFISIENSI_SELISIH.pita_for(Decimal(n)).label for n in ("5.01", 5, -5, "-5.01")]
['Efisien', 'Cukup Efisien', 'Cukup Efisien', 'Tidak Efisien']
"""

EFISIENSI_RASIO = Skala(
    "EFISIENSI_RASIO",
    "dikutip sumber sekunder dari Kepmendagri 690.900-327/1996; naskahnya tidak dibaca",
    [
        Pita(100, "Tidak Efisien", _MERAH, termasuk=False),
        Pita(90, "Kurang Efisien", _JINGGA, termasuk=False),
        Pita(80, "Cukup Efisien", _KUNING, termasuk=False),
        Pita(60, "Efisien", _BIRU),
        Pita(None, "Sangat Efisien", _HIJAU),
    ],
)
"""The bands of serapan in percent of the capaian, where lower is more efficient.

A figure of exactly 60 is Efisien, as are those up to 80; up to 90 Cukup, up to
100 Kurang. Acuan: secondary sources attribute the bands to Kepmendagri
690.900-327/1996, whose text was not read.

>>> [EFISIENSI_RASIO.pita_for(Decimal(n)).label for n in ("59.99", 60, 80, 90, 100)]
['Sangat Efisien', 'Efisien', 'Efisien', 'Cukup Efisien', 'Kurang Efisien']
"""


class CaraEfisiensi(enum.Enum):
    """What efisiensi is taken to be. The four do not give comparable figures.

    ``selisih`` is capaian less serapan, ``rasio`` serapan in percent of capaian;
    ``pmk_249`` compares the cost of one unit of each output with the planned one,
    ``pmk_22`` all spending with what the capaian should have cost.

    >>> CaraEfisiensi("rasio").rumus
    'serapan ÷ capaian × 100'
    """

    rumus: str
    acuan: str
    satuan: str

    SELISIH = "selisih", "capaian − serapan", EFISIENSI_SELISIH.acuan, "poin persen"
    RASIO = "rasio", "serapan ÷ capaian × 100", EFISIENSI_RASIO.acuan, "%"
    PMK_249 = (
        "pmk_249",
        "Σ(1 − (RAK ÷ RVK) ÷ (PAK ÷ TVK)) ÷ n × 100",
        "PMK 249/PMK.02/2011, terakhir PMK 214/PMK.02/2017",
        "%",
    )
    PMK_22 = (
        "pmk_22",
        "Σ(pagu × capaian − realisasi) ÷ Σ(pagu × capaian) × 100",
        "konsep PMK 22/PMK.02/2021; lambang dan susunan rumusnya tidak dikutip dari peraturan itu",
        "%",
    )

    def __new__(cls, value: str, rumus: str, acuan: str, satuan: str) -> Self:
        """Keep formula, source and unit beside the tag."""
        member = object.__new__(cls)
        member._value_ = value
        member.rumus = rumus
        member.acuan = acuan
        member.satuan = satuan
        return member


def _to_rupiah(nilai: int | str | Decimal | None) -> int | None:
    return None if nilai is None else parse_rupiah(nilai)


def _check_id(_instance: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, str) or not value:
        raise ModelError("Keluaran", "id", repr(value), "a non-empty text")


@attrs.frozen
class Keluaran:
    """An output with its money and its volume, planned and realised. None is not known, 0 is zero.

    Attributes:
        id: What it is known by.
        pagu: The planned money, in rupiah (PAK).
        realisasi_anggaran: The money spent (RAK).
        target: The planned volume (TVK).
        realisasi: The realised volume (RVK).

    >>> Keluaran("RO1", "100.000.000", 80_000_000, 10, "10").realisasi
    Decimal('10')
    """

    id: str = attrs.field(validator=_check_id)
    pagu: int | None = attrs.field(converter=_to_rupiah)
    realisasi_anggaran: int | None = attrs.field(converter=_to_rupiah)
    target: Decimal | None = attrs.field(converter=to_optional_decimal)
    realisasi: Decimal | None = attrs.field(converter=to_optional_decimal)


@attrs.frozen
class Efisiensi:
    """An efisiensi: a number or a reason, by which reading, and how it came about.

    Attributes:
        cara: The reading.
        nilai: The figure, not rounded: percentage points for ``selisih``, else percent;
            None where there is none.
        alasan: Why there is no number; None where there is one.
        kategori: Its band, for ``selisih`` and ``rasio``.
        nilai_efisiensi: The nilai efisiensi, 50 + E ÷ 20 × 50, for ``pmk_249``.
        terhitung: On how many outputs it rests; 1 for one pair of capaian and serapan.
        banyak: Of how many.
        kurang: The outputs that were left out, each with its reason.
        langkah: How it came about, step by step, in Indonesian.

    >>> hasil = compute_efisiensi("100", "92,5")
    >>> hasil.nilai, hasil.kategori.label, str(hasil)
    (Decimal('7.5'), 'Efisien', '7,50 poin persen (Efisien)')
    """

    cara: CaraEfisiensi
    nilai: Decimal | None
    alasan: Alasan | None
    kategori: Pita | None = None
    nilai_efisiensi: Decimal | None = None
    terhitung: int = 0
    banyak: int = 0
    kurang: tuple[tuple[str, Alasan], ...] = ()
    langkah: tuple[Langkah, ...] = ()

    def __str__(self) -> str:
        if self.nilai is None:
            return f"— ({self.alasan.kalimat if self.alasan else ''})"
        band = "" if self.kategori is None else f" ({self.kategori.label})"
        return f"{format_angka(self.nilai, 2)} {self.cara.satuan}{band}"

    def explain(self) -> str:
        """The formula in words, with the numbers put in, and its source, in Indonesian.

        >>> print(compute_efisiensi(100, "92,5", "rasio").explain())
        Efisiensi (rasio) = serapan ÷ capaian × 100
                          = 92,5 ÷ 100 × 100
                          = 92,50 %
        Kategori: Kurang Efisien (skala EFISIENSI_RASIO).
        Acuan: dikutip sumber sekunder dari Kepmendagri 690.900-327/1996; naskahnya tidak dibaca.
        """
        return "\n".join(step.teks for step in self.langkah)


# --- one capaian and one serapan ----------------------------------------------

_SKALA = {CaraEfisiensi.SELISIH: EFISIENSI_SELISIH, CaraEfisiensi.RASIO: EFISIENSI_RASIO}


def compute_efisiensi(
    capaian: Decimal | int | str | None,
    serapan: Decimal | int | str | None,
    cara: CaraEfisiensi | str = CaraEfisiensi.SELISIH,
) -> Efisiensi:
    """The efisiensi of one capaian and the serapan that it took.

    ``selisih`` is capaian less serapan in percentage points. Acuan: practice of a
    regional application; not a regulation.

    ``rasio`` is serapan ÷ capaian × 100. Acuan: secondary sources attribute its
    bands to Kepmendagri 690.900-327/1996; the text was not read.

    Args:
        capaian: In percent; None where there is none.
        serapan: In percent; None where there is none.
        cara: The reading, ``selisih`` or ``rasio``.

    Raises:
        ModelError: Another reading, which takes outputs.
        TipeError: A float, or another type.
        AngkaError: A text that is no number.

    >>> compute_efisiensi(100, 95).kategori.label, compute_efisiensi(90, "95,01").kategori.label
    ('Cukup Efisien', 'Tidak Efisien')
    >>> compute_efisiensi(0, 95, "rasio").alasan
    <Alasan.CAPAIAN_NOL: 'capaian_nol'>
    >>> compute_efisiensi(100, None).alasan.kalimat
    'belum ada realisasi anggaran'
    """
    reading = to_enum(CaraEfisiensi, cara, "compute_efisiensi", "cara")
    if reading not in _SKALA:
        other = f"compute_efisiensi_{reading.value}, or 'selisih' or 'rasio',"
        raise ModelError("compute_efisiensi", "cara", repr(reading.value), other)
    reached, spent = _to_figure(capaian), _to_figure(serapan)
    hasil = _compare(reading, reached, spent)
    if isinstance(hasil, Alasan):
        return _without_pair(reading, hasil, reached, spent)
    return _with_pair(reading, hasil)


@attrs.frozen
class _Hasil:
    """A figure and the numbers it was made from, as a formula shows them."""

    nilai: Decimal
    angka: str


def _to_figure(nilai: Decimal | int | str | None) -> Decimal | None:
    """A percentage from what a caller has.

    A computed one has 34 digits, which for a small figure reach further behind
    the comma than a number that is read may.
    """
    if isinstance(nilai, Decimal) and nilai.is_finite() and abs(nilai.adjusted()) < PRESISI:
        exponent = nilai.as_tuple().exponent
        if isinstance(exponent, int) and exponent < -PRESISI:
            nilai = round_half_up(nilai, PRESISI)
    return to_optional_decimal(nilai)


def _compare(cara: CaraEfisiensi, capaian: Decimal | None, serapan: Decimal | None) -> _Hasil | Alasan:
    if capaian is None:
        return Alasan.BELUM_ADA_REALISASI
    if serapan is None:
        return Alasan.BELUM_ADA_SERAPAN
    if cara is CaraEfisiensi.SELISIH:
        return _Hasil(KONTEKS.subtract(capaian, serapan), f"{_shorten(capaian)} − {_shorten(serapan)}")
    if capaian == 0:
        return Alasan.CAPAIAN_NOL
    if capaian < 0 or serapan < 0:
        return Alasan.REALISASI_NEGATIF  # a ratio below zero would pass for a very low one
    nilai = KONTEKS.divide(KONTEKS.multiply(serapan, Decimal(100)), capaian)
    return _Hasil(nilai, f"{_shorten(serapan)} ÷ {_shorten(capaian)} × 100")


def _with_pair(cara: CaraEfisiensi, hasil: _Hasil) -> Efisiensi:
    skala = _SKALA[cara]
    band = skala.pita_for(hasil.nilai)
    label = "di luar skala" if band is None else band.label
    steps = (
        *_formula(cara, hasil),
        Langkah("kategori", f"Kategori: {label} (skala {skala.nama})."),
        _source(cara),
    )
    return Efisiensi(cara, hasil.nilai, None, band, terhitung=1, banyak=1, langkah=steps)


def _without_pair(
    cara: CaraEfisiensi, alasan: Alasan, capaian: Decimal | None, serapan: Decimal | None
) -> Efisiensi:
    steps = (
        _reason(cara, alasan),
        Langkah("masukan", f"Capaian: {_known(capaian)}; serapan: {_known(serapan)}."),
        _source(cara),
    )
    return Efisiensi(cara, None, alasan, banyak=1, langkah=steps)


def _known(nilai: Decimal | None) -> str:
    return "(kosong)" if nilai is None else _shorten(nilai)


# --- outputs with money and volumes -------------------------------------------


def compute_efisiensi_pmk_249(
    keluaran: Iterable[Keluaran],
    *,
    batas: bool = False,
    kosong: Kekosongan | str = Kekosongan.LEWATI,
) -> Efisiensi:
    """The efisiensi of outputs, as PMK 249/PMK.02/2011 up to PMK 214/PMK.02/2017 have it.

    E is the mean, over the outputs, of what one unit of volume cost less than
    planned: Σ(1 − (RAK ÷ RVK) ÷ (PAK ÷ TVK)) ÷ n × 100, of the money spent and
    planned and the volume realised and planned. The nilai efisiensi is
    50 + E ÷ 20 × 50.

    A published report prints an E of 74,03 % with a nilai efisiensi of 235,08 %
    (LAKIP Inspektorat Jenderal 2019, p. 42), so nothing is clamped here. That E is
    held to −20 to 20 is commonly stated and is the option *batas*.

    Args:
        keluaran: The outputs.
        batas: Hold E to −20 to 20, and the nilai efisiensi to 0 to 100 with it.
        kosong: What is done where an output can't be counted: ``lewati`` leaves it
            out and says so, ``tolak`` gives no figure.

    Raises:
        ModelError: Two outputs have one id; an unknown *kosong*.
        TipeError: Something among them is no `Keluaran`.

    >>> hasil = compute_efisiensi_pmk_249([Keluaran("RO1", 100_000_000, 90_000_000, 10, 12)])
    >>> hasil.nilai, hasil.nilai_efisiensi
    (Decimal('25.00'), Decimal('112.500'))
    >>> compute_efisiensi_pmk_249([Keluaran("RO1", 100_000_000, 90_000_000, 10, 12)], batas=True).nilai
    Decimal('20')
    """
    isi = _sort_out(CaraEfisiensi.PMK_249, keluaran, kosong)
    if isi.alasan is not None:
        return _without_outputs(isi, isi.alasan)
    terms = [_saving(item) for item in isi.terhitung]
    total = _sum(terms)
    raw = KONTEKS.multiply(KONTEKS.divide(total, Decimal(len(terms))), Decimal(100))
    nilai = min(max(raw, Decimal(-20)), Decimal(20)) if batas else raw
    rating = KONTEKS.add(Decimal(50), KONTEKS.multiply(nilai, Decimal("2.5")))
    steps = [*_formula(isi.cara, _Hasil(raw, f"{_shorten(total)} ÷ {len(terms)} × 100"))]
    if nilai != raw:
        steps.append(
            Langkah(
                "batas", f"E dibatasi −20 sampai 20 menurut pilihan ini: {format_angka(nilai, 2)} %.", nilai
            )
        )
    words = f"Nilai efisiensi = 50 + E ÷ 20 × 50 = {format_angka(rating, 2)} %{note_rounding(rating)}"
    steps.append(Langkah("nilai_efisiensi", words, rating))
    for item, term in zip(isi.terhitung, terms, strict=True):
        numbers = (
            f"1 − ({format_uang(item.belanja)} ÷ {_shorten(item.realisasi)}) ÷ "
            f"({format_uang(item.pagu)} ÷ {_shorten(item.target)})"
        )
        steps.append(Langkah("bagian", f"{item.id}: {numbers} = {_shorten(term)}", term))
    return _with_outputs(isi, nilai, steps, rating)


def compute_efisiensi_pmk_22(
    keluaran: Iterable[Keluaran], *, kosong: Kekosongan | str = Kekosongan.LEWATI
) -> Efisiensi:
    """The efisiensi of outputs, after the concept of PMK 22/PMK.02/2021.

    What the realised volumes should have cost is the pagu of each output times
    its capaian (realised ÷ planned volume, not capped). E is how much less was
    spent, in percent of that: Σ(pagu × capaian − realisasi) ÷ Σ(pagu × capaian) × 100.
    The symbols and the arrangement are ours, not quoted from the regulation.

    An output without any realised volume counts: it should have cost nothing.

    Args:
        keluaran: The outputs.
        kosong: What is done where an output can't be counted: ``lewati`` leaves it
            out and says so, ``tolak`` gives no figure.

    Raises:
        ModelError: Two outputs have one id; an unknown *kosong*.
        TipeError: Something among them is no `Keluaran`.

    >>> hasil = compute_efisiensi_pmk_22([
    ...     Keluaran("RO1", 100_000_000, 90_000_000, 10, 12), Keluaran("RO2", 40_000_000, None, 4, 4)])
    >>> str(hasil), hasil.terhitung, hasil.banyak, hasil.kurang[0][0]
    ('25,00 %', 1, 2, 'RO2')
    """
    isi = _sort_out(CaraEfisiensi.PMK_22, keluaran, kosong)
    if isi.alasan is not None:
        return _without_outputs(isi, isi.alasan)
    costs = [_due_cost(item) for item in isi.terhitung]
    due, spent = _sum(costs), Decimal(sum(item.belanja for item in isi.terhitung))
    if due == 0:
        return _without_outputs(isi, Alasan.CAPAIAN_NOL)
    nilai = KONTEKS.divide(KONTEKS.multiply(KONTEKS.subtract(due, spent), Decimal(100)), due)
    numbers = f"({_shorten(due)} − {_shorten(spent)}) ÷ {_shorten(due)} × 100"
    steps = [*_formula(isi.cara, _Hasil(nilai, numbers))]
    for item, cost in zip(isi.terhitung, costs, strict=True):
        words = (
            f"{item.id}: pagu × capaian = {format_uang(item.pagu)} × "
            f"{_shorten(item.realisasi)} ÷ {_shorten(item.target)} = {_shorten(cost)}; "
            f"realisasi {format_uang(item.belanja)}"
        )
        steps.append(Langkah("bagian", words, cost))
    return _with_outputs(isi, nilai, steps)


@attrs.frozen
class _Lengkap:
    """An output of which everything is known that a formula needs."""

    id: str
    pagu: int
    belanja: int
    target: Decimal
    realisasi: Decimal


@attrs.frozen
class _Isi:
    """Outputs sorted out: those that count, those that do not, and why there is no figure at all."""

    cara: CaraEfisiensi
    terhitung: tuple[_Lengkap, ...]
    kurang: tuple[tuple[str, Alasan], ...]
    alasan: Alasan | None


def _sort_out(cara: CaraEfisiensi, keluaran: Iterable[Keluaran], kosong: Kekosongan | str) -> _Isi:
    choice = to_enum(Kekosongan, kosong, f"compute_efisiensi_{cara.value}", "kosong")
    sorted_out: dict[str, _Lengkap | Alasan] = {}
    for item in keluaran:
        if not isinstance(item, Keluaran):
            raise TipeError(type(item).__name__, "pass Keluaran, one for each output")
        if item.id in sorted_out:
            raise ModelError("Keluaran", "id", repr(item.id), "each output once")
        sorted_out[item.id] = _complete(item, cara)
    counted = tuple(item for item in sorted_out.values() if isinstance(item, _Lengkap))
    left = tuple((id, item) for id, item in sorted_out.items() if isinstance(item, Alasan))
    alasan = None
    if not counted:
        alasan = Alasan.SEMUA_KOSONG
    elif left and choice is Kekosongan.TOLAK:
        alasan = Alasan.ADA_YANG_KOSONG
    return _Isi(cara, counted, left, alasan)


def _complete(item: Keluaran, cara: CaraEfisiensi) -> _Lengkap | Alasan:
    """An output that can be counted, or why it can't be."""
    if item.pagu is None or item.pagu < 0:
        return Alasan.TANPA_PAGU
    if item.pagu == 0:
        return Alasan.PAGU_NOL
    if item.realisasi_anggaran is None:
        return Alasan.BELUM_ADA_SERAPAN
    if item.target is None or item.target <= 0:
        return _why_no_target(item.target)
    if item.realisasi is None:
        return Alasan.BELUM_ADA_REALISASI
    if item.realisasi < 0:
        return Alasan.REALISASI_NEGATIF
    if item.realisasi == 0 and cara is CaraEfisiensi.PMK_249:
        return Alasan.REALISASI_NOL  # nothing was made that a unit of it could have cost
    return _Lengkap(item.id, item.pagu, item.realisasi_anggaran, item.target, item.realisasi)


def _why_no_target(target: Decimal | None) -> Alasan:
    if target is None:
        return Alasan.TANPA_TARGET
    return Alasan.TARGET_NEGATIF if target < 0 else Alasan.TARGET_NOL


def _saving(item: _Lengkap) -> Decimal:
    """What a unit cost less than planned, as a part of one."""
    spent = KONTEKS.multiply(Decimal(item.belanja), item.target)
    planned = KONTEKS.multiply(Decimal(item.pagu), item.realisasi)
    return KONTEKS.subtract(Decimal(1), KONTEKS.divide(spent, planned))


def _due_cost(item: _Lengkap) -> Decimal:
    """What the realised volume should have cost."""
    return KONTEKS.divide(KONTEKS.multiply(Decimal(item.pagu), item.realisasi), item.target)


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    """A sum that rounds alike in whatever order the numbers come."""
    total = Decimal(0)
    for number in sorted(numbers):
        total = KONTEKS.add(total, number)
    return total


_LAMBANG = {
    CaraEfisiensi.PMK_249: "RAK dan PAK: realisasi dan pagu anggaran; RVK dan TVK: realisasi dan target volume "
    "keluaran; n: banyaknya keluaran.",
    CaraEfisiensi.PMK_22: "Capaian: realisasi ÷ target volume keluaran, tidak dibatasi.",
}

# --- steps --------------------------------------------------------------------


def _with_outputs(
    isi: _Isi, nilai: Decimal, steps: list[Langkah], rating: Decimal | None = None
) -> Efisiensi:
    return Efisiensi(
        isi.cara,
        nilai,
        None,
        nilai_efisiensi=rating,
        terhitung=len(isi.terhitung),
        banyak=len(isi.terhitung) + len(isi.kurang),
        kurang=isi.kurang,
        langkah=(*steps, *_coverage(isi), _source(isi.cara)),
    )


def _without_outputs(isi: _Isi, alasan: Alasan) -> Efisiensi:
    return Efisiensi(
        isi.cara,
        None,
        alasan,
        terhitung=len(isi.terhitung),
        banyak=len(isi.terhitung) + len(isi.kurang),
        kurang=isi.kurang,
        langkah=(_reason(isi.cara, alasan), *_coverage(isi), _source(isi.cara)),
    )


def _formula(cara: CaraEfisiensi, hasil: _Hasil) -> Iterator[Langkah]:
    head = f"Efisiensi ({cara.value})"
    result = f"{format_angka(hasil.nilai, 2)} {cara.satuan}{note_rounding(hasil.nilai)}"
    yield Langkah("rumus", f"{head} = {cara.rumus}")
    yield Langkah("angka", f"{'':{len(head)}} = {hasil.angka}")
    yield Langkah("hasil", f"{'':{len(head)}} = {result}", hasil.nilai)
    if cara in _LAMBANG:
        yield Langkah("lambang", _LAMBANG[cara])


def _reason(cara: CaraEfisiensi, alasan: Alasan) -> Langkah:
    return Langkah("alasan", f"Efisiensi ({cara.value}) tidak dihitung: {alasan.kalimat}.")


def _coverage(isi: _Isi) -> Iterator[Langkah]:
    many = len(isi.terhitung) + len(isi.kurang)
    yield Langkah("cakupan", f"Terhitung: {len(isi.terhitung)} dari {many} keluaran.")
    for id, alasan in isi.kurang:
        yield Langkah("kurang", f"{id} tidak terhitung: {alasan.kalimat}.")


def _source(cara: CaraEfisiensi) -> Langkah:
    return Langkah("acuan", f"Acuan: {cara.acuan}.")


def _shorten(nilai: Decimal) -> str:
    """A number for a formula: all its digits, or six decimals of a long one."""
    shown = round_half_up(nilai, 6)
    return format_angka(nilai) if shown == nilai else f"{format_angka(shown)}…"
