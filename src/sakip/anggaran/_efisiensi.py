"""Efisiensi: four readings of one word, each by its name and with its source."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from decimal import Decimal
from typing import Self

import attrs

from sakip.alasan import Alasan
from sakip.anggaran._uang import note_rounding
from sakip.angka import KONTEKS, PRESISI, format_angka, round_half_up, to_optional_decimal
from sakip.errors import ModelError
from sakip.kebijakan import Langkah
from sakip.pilihan import to_enum
from sakip.skala import BIRU, HIJAU, JINGGA, KUNING, MERAH, Pita, Skala
from sakip.teks import TampilanLangkah

EFISIENSI_SELISIH = Skala(
    "EFISIENSI_SELISIH",
    "praktik pada aplikasi pemerintah daerah; bukan peraturan",
    [
        Pita(5, "Efisien", HIJAU, termasuk=False),
        Pita(-5, "Cukup Efisien", KUNING),
        Pita(None, "Tidak Efisien", MERAH),
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
        Pita(100, "Tidak Efisien", MERAH, termasuk=False),
        Pita(90, "Kurang Efisien", JINGGA, termasuk=False),
        Pita(80, "Cukup Efisien", KUNING, termasuk=False),
        Pita(60, "Efisien", BIRU),
        Pita(None, "Sangat Efisien", HIJAU),
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


@attrs.frozen
class Efisiensi(TampilanLangkah):
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


def _compare(cara: CaraEfisiensi, capaian: Decimal | None, serapan: Decimal | None) -> Hasil | Alasan:
    if capaian is None:
        return Alasan.BELUM_ADA_REALISASI
    if serapan is None:
        return Alasan.BELUM_ADA_SERAPAN
    if cara is CaraEfisiensi.SELISIH:
        return Hasil(KONTEKS.subtract(capaian, serapan), f"{shorten(capaian)} − {shorten(serapan)}")
    if capaian == 0:
        return Alasan.CAPAIAN_NOL
    if capaian < 0 or serapan < 0:
        return Alasan.REALISASI_NEGATIF  # a ratio below zero would pass for a very low one
    nilai = KONTEKS.divide(KONTEKS.multiply(serapan, Decimal(100)), capaian)
    return Hasil(nilai, f"{shorten(serapan)} ÷ {shorten(capaian)} × 100")


def _with_pair(cara: CaraEfisiensi, hasil: Hasil) -> Efisiensi:
    skala = _SKALA[cara]
    band = skala.pita_for(hasil.nilai)
    label = "di luar skala" if band is None else band.label
    steps = (
        *formula(cara, hasil),
        Langkah("kategori", f"Kategori: {label} (skala {skala.nama})."),
        source(cara),
    )
    return Efisiensi(cara, hasil.nilai, None, band, terhitung=1, banyak=1, langkah=steps)


def _without_pair(
    cara: CaraEfisiensi, alasan: Alasan, capaian: Decimal | None, serapan: Decimal | None
) -> Efisiensi:
    steps = (
        reason(cara, alasan),
        Langkah("masukan", f"Capaian: {_known(capaian)}; serapan: {_known(serapan)}."),
        source(cara),
    )
    return Efisiensi(cara, None, alasan, banyak=1, langkah=steps)


def _known(nilai: Decimal | None) -> str:
    return "(kosong)" if nilai is None else shorten(nilai)


# --- steps --------------------------------------------------------------------


@attrs.frozen
class Hasil:
    """A figure and the numbers it was made from, as a formula shows them."""

    nilai: Decimal
    angka: str


_LAMBANG = {
    CaraEfisiensi.PMK_249: "RAK dan PAK: realisasi dan pagu anggaran; RVK dan TVK: realisasi dan target volume "
    "keluaran; n: banyaknya keluaran.",
    CaraEfisiensi.PMK_22: "Capaian: realisasi ÷ target volume keluaran, tidak dibatasi.",
}


def formula(cara: CaraEfisiensi, hasil: Hasil) -> Iterator[Langkah]:
    head = f"Efisiensi ({cara.value})"
    result = f"{format_angka(hasil.nilai, 2)} {cara.satuan}{note_rounding(hasil.nilai)}"
    yield Langkah("rumus", f"{head} = {cara.rumus}")
    yield Langkah("angka", f"{'':{len(head)}} = {hasil.angka}")
    yield Langkah("hasil", f"{'':{len(head)}} = {result}", hasil.nilai)
    if cara in _LAMBANG:
        yield Langkah("lambang", _LAMBANG[cara])


def reason(cara: CaraEfisiensi, alasan: Alasan) -> Langkah:
    return Langkah("alasan", f"Efisiensi ({cara.value}) tidak dihitung: {alasan.kalimat}.")


def source(cara: CaraEfisiensi) -> Langkah:
    return Langkah("acuan", f"Acuan: {cara.acuan}.")


def shorten(nilai: Decimal) -> str:
    """A number for a formula: all its digits, or six decimals of a long one."""
    shown = round_half_up(nilai, 6)
    return format_angka(nilai) if shown == nilai else f"{format_angka(shown)}…"
