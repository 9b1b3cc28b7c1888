"""Bands: which label and which colour a figure gets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import attrs

from sakip.angka import format_angka, round_half_up, settle, to_finite, to_optional_decimal
from sakip.errors import ModelError

_WARNA = re.compile(r"(?:#(?:[0-9a-fA-F]{3}){1,2}|[a-zA-Z]+)?")


@attrs.frozen
class Pita:
    """One band: from its lower bound up to the next band.

    Attributes:
        bawah: The lower bound; None for a band that has none.
        label: What the band is called.
        warna: Its colour, as ``#rgb``, ``#rrggbb`` or a word such as ``green``; empty
            where the scale has none.
        termasuk: Whether a figure exactly on the bound belongs to this band.

    >>> print(Pita(100, "Sangat Berhasil"), "|", Pita(90, "A", termasuk=False))
    ≥ 100 Sangat Berhasil | > 90 A
    """

    bawah: Decimal | None = attrs.field(converter=to_optional_decimal)
    label: str
    warna: str = ""
    termasuk: bool = attrs.field(default=True, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no text, no colour and no truth value."""
        for name, value in (("label", self.label), ("warna", self.warna)):
            if not isinstance(value, str):
                raise ModelError("Pita", name, repr(value), "a text")
        if not _WARNA.fullmatch(self.warna):
            raise ModelError("Pita", "warna", repr(self.warna), "#rgb, #rrggbb or a word")
        if not isinstance(self.termasuk, bool):
            raise ModelError("Pita", "termasuk", repr(self.termasuk), "True or False")

    @property
    def syarat(self) -> str:
        """The condition in signs: ``≥ 90``, ``> 90``, or empty for a band without a bound."""
        if self.bawah is None:
            return ""
        return f"{'≥' if self.termasuk else '>'} {format_angka(self.bawah)}"

    def __str__(self) -> str:
        return f"{self.syarat} {self.label}".strip()

    def holds(self, nilai: Decimal | int | str) -> bool:
        """Whether a figure is not below this band.

        Raises:
            TipeError: A float, or another type.
            AngkaError: Not finite, or text that is no number.

        >>> Pita(90, "A", termasuk=False).holds(Decimal(90))
        False
        """
        nilai = to_finite(nilai)
        if self.bawah is None:
            return True
        return nilai >= self.bawah if self.termasuk else nilai > self.bawah


def _to_pita(rows: Any) -> tuple[Pita, ...]:
    pita = tuple(rows) if isinstance(rows, Iterable) else (rows,)
    if not pita or not all(isinstance(item, Pita) for item in pita):
        raise ModelError("Skala", "pita", repr(rows), "one Pita or several")
    return tuple(sorted(pita, key=_height, reverse=True))


def _height(pita: Pita) -> tuple[bool, Decimal, bool]:
    if pita.bawah is None:
        return False, Decimal(0), False  # without a bound, there is none to belong to it or not
    return True, pita.bawah, not pita.termasuk


@attrs.frozen
class Skala:
    """Bands from the lowest to the highest, without a gap and without an overlap.

    Only lower bounds are given: a band ends where the next one begins, and the
    highest has no end. So no figure between two bands can fall through, as 90,5
    does between "76–90" and "91–100".

    Attributes:
        nama: Its name.
        acuan: Where it comes from, and how well that is known.
        pita: The bands, highest first; they are sorted when given otherwise.
        digit: Decimals that a figure is rounded to before it is put in a band,
            where the source states its bounds that way; None compares it unrounded.

    Raises:
        ModelError: Two bands begin at one place, or a label stands twice.

    >>> skala = Skala("Dinas", "contoh", [Pita(None, "Kurang", "red"), Pita(75, "Baik", "green")])
    >>> skala.pita_for(Decimal("74.999")).label, skala.pita_for(Decimal(75)).warna
    ('Kurang', 'green')
    >>> print(skala)
    Dinas: ≥ 75 Baik; Kurang
    """

    nama: str
    acuan: str
    pita: tuple[Pita, ...] = attrs.field(converter=_to_pita)
    digit: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse bands that overlap, and what is no text or number of decimals."""
        for name, value in (("nama", self.nama), ("acuan", self.acuan)):
            if not isinstance(value, str):
                raise ModelError("Skala", name, repr(value), "a text")
        if self.digit is not None and (type(self.digit) is not int or not 0 <= self.digit <= 10):
            raise ModelError("Skala", "digit", repr(self.digit), "a whole number from 0 to 10, or None")
        if len({_height(item) for item in self.pita}) < len(self.pita):
            raise ModelError("Skala", "pita", str(self), "bands that begin at different places")
        if len({item.label for item in self.pita}) < len(self.pita):
            raise ModelError("Skala", "pita", str(self), "each label once")

    def pita_for(self, nilai: Decimal | int | str) -> Pita | None:
        """The band of a figure; None where it is below the lowest.

        The figure is settled to ten decimals first, so that the noise of a
        division can't push it over a bound.

        Raises:
            TipeError: A float, or another type.
            AngkaError: Not finite, or text that is no number.

        >>> SKALA_PERMENDAGRI_86.pita_for(Decimal("90.005")).label, SKALA_PERMENDAGRI_86.pita_for("90").label
        ('Sangat Tinggi', 'Tinggi')
        """
        figure = settle(to_finite(nilai))
        if self.digit is not None:
            figure = round_half_up(figure, self.digit)
        return next((item for item in self.pita if item.holds(figure)), None)

    def __str__(self) -> str:
        return f"{self.nama}: {'; '.join(str(item) for item in self.pita)}"


HIJAU, BIRU, KUNING, JINGGA, MERAH = "#1a7f37", "#0969da", "#bf8700", "#bc4c00", "#cf222e"
"""Colours that can be told apart in print; a source that names a colour names it in words only."""

SKALA_PERMENDAGRI_86 = Skala(
    "SKALA_PERMENDAGRI_86",
    "ambang 91, 76, 66, 51 sebagaimana lazim dikutip dari Permendagri 86/2017 dan 54/2010 (LKjIP Inspektorat Sampang); "
    "label menurut kebiasaan, celah antara angka bulat ditutup",
    [
        Pita(90, "Sangat Tinggi", HIJAU, termasuk=False),
        Pita(75, "Tinggi", BIRU, termasuk=False),
        Pita(65, "Sedang", KUNING, termasuk=False),
        Pita(50, "Rendah", JINGGA, termasuk=False),
        Pita(None, "Sangat Rendah", MERAH),
    ],
)
"""Five bands as commonly quoted from Permendagri 86/2017.

The intervals are read in reports that quote the regulation, the labels are
habit. Bounds printed as whole numbers ("76–90", "91–100") leave 90,5 without a
band; here a band begins right above the end of the one below.

>>> SKALA_PERMENDAGRI_86.pita_for(Decimal("90.5")).label, SKALA_PERMENDAGRI_86.pita_for(Decimal(150)).label
('Sangat Tinggi', 'Sangat Tinggi')
"""

SKALA_MALUKU_TENGAH_2021 = Skala(
    "SKALA_MALUKU_TENGAH_2021",
    "LKjIP Kabupaten Maluku Tengah 2021 hlm. 94",
    [
        Pita(85, "Memuaskan", HIJAU, termasuk=False),
        Pita(75, "Sangat Baik", BIRU, termasuk=False),
        Pita(65, "Baik", BIRU, termasuk=False),
        Pita(50, "Cukup Baik", KUNING, termasuk=False),
        Pita(30, "Agak Kurang", JINGGA, termasuk=False),
        Pita(None, "Kurang", MERAH),
    ],
)
"""Six bands. Acuan: LKjIP Kab. Maluku Tengah 2021, p. 94.

>>> SKALA_MALUKU_TENGAH_2021.pita_for(Decimal(85)).label
'Sangat Baik'
"""

SKALA_MAGETAN = Skala(
    "SKALA_MAGETAN",
    "penggolongan capaian pada aplikasi Kabupaten Magetan; bukan peraturan",
    [
        Pita(100, "Sangat Berhasil", HIJAU),
        Pita(75, "Berhasil", HIJAU),
        Pita(55, "Cukup Berhasil", KUNING),
        Pita(None, "Kurang Berhasil", MERAH),
    ],
)
"""Four bands. Acuan: an application of Kab. Magetan, not a regulation; its colours
follow other bounds, see `WARNA_MAGETAN`.

>>> SKALA_MAGETAN.pita_for(Decimal("99.99")).label
'Berhasil'
"""

SKALA_LAKIP_100_85_70 = Skala(
    "SKALA_LAKIP_100_85_70",
    "kebiasaan penyusun LKjIP (catatan praktisi); bukan peraturan",
    [
        Pita(100, "Sangat Berhasil", HIJAU),
        Pita(85, "Berhasil", BIRU),
        Pita(70, "Cukup", KUNING),
        Pita(None, "Kurang", MERAH),
    ],
)
"""Four bands at 100, 85 and 70. Acuan: practitioners' notes, not a regulation.

>>> SKALA_LAKIP_100_85_70.pita_for(Decimal("84.99")).label
'Cukup'
"""

WARNA_MAGETAN = Skala(
    "WARNA_MAGETAN",
    "warna pada aplikasi Kabupaten Magetan; bukan peraturan",
    [Pita(75, "hijau", HIJAU), Pita(50, "kuning", KUNING), Pita(None, "merah", MERAH)],
)
"""Colours at 75 and 50. Acuan: an application of Kab. Magetan, not a regulation.

>>> WARNA_MAGETAN.pita_for(Decimal(60)).label
'kuning'
"""

WARNA_BANJARNEGARA = Skala(
    "WARNA_BANJARNEGARA",
    "warna pada aplikasi Kabupaten Banjarnegara; bukan peraturan",
    [Pita(90, "hijau", HIJAU, termasuk=False), Pita(70, "kuning", KUNING), Pita(None, "merah", MERAH)],
)
"""Colours above 90 and from 70. Acuan: an application of Kab. Banjarnegara, not a regulation.

>>> WARNA_BANJARNEGARA.pita_for(Decimal(90)).label, WARNA_BANJARNEGARA.pita_for(Decimal(70)).label
('kuning', 'kuning')
"""

WARNA_100_80 = Skala(
    "WARNA_100_80",
    "ambang yang lazim disebut untuk warna IKU kementerian; naskah aturannya tidak dibaca",
    [Pita(100, "hijau", HIJAU), Pita(80, "kuning", KUNING), Pita(None, "merah", MERAH)],
)
"""Colours at 100 and 80, as commonly stated for a ministry's IKU; no text was read that says so.

>>> WARNA_100_80.pita_for(Decimal("79.995")).label
'merah'
"""

SKALA_HASIL_KERJA = Skala(
    "SKALA_HASIL_KERJA",
    "versi angka penilaian hasil kerja pada aplikasi Kemenkeu; PermenPANRB 6/2022 tidak mencetak angka",
    [
        Pita(100, "Di Atas Ekspektasi", HIJAU, termasuk=False),
        Pita(90, "Sesuai Ekspektasi", BIRU),
        Pita(None, "Di Bawah Ekspektasi", MERAH),
    ],
)
"""An individual's work: above 100, from 90, below. Acuan: an application, not the regulation.

>>> SKALA_HASIL_KERJA.pita_for(Decimal(100)).label
'Sesuai Ekspektasi'
"""

PREDIKAT_AKIP = Skala(
    "PREDIKAT_AKIP",
    "predikat evaluasi AKIP (PermenPANRB 88/2021 menurut lembar kerja evaluasi); batas bawah tidak termasuk",
    [
        Pita(90, "AA", HIJAU, termasuk=False),
        Pita(80, "A", HIJAU, termasuk=False),
        Pita(70, "BB", BIRU, termasuk=False),
        Pita(60, "B", BIRU, termasuk=False),
        Pita(50, "CC", KUNING, termasuk=False),
        Pita(30, "C", JINGGA, termasuk=False),
        Pita(0, "D", MERAH, termasuk=False),
        Pita(None, "E", MERAH),
    ],
)
"""AA to E. A score of exactly 90 is A and one of exactly 60 is CC.

Acuan: evaluation worksheets under PermenPANRB 88/2021.

>>> [PREDIKAT_AKIP.pita_for(Decimal(n)).label for n in (90, 80, 60, "69.14", 0)]
['A', 'BB', 'CC', 'B', 'E']
"""

MUTU_IKM = Skala(
    "MUTU_IKM",
    "PermenPANRB 14/2017, nilai interval konversi IKM",
    [
        Pita("88,31", "A", HIJAU),
        Pita("76,61", "B", BIRU),
        Pita(65, "C", KUNING),
        Pita(25, "D", MERAH),
    ],
    digit=2,
)
"""Quality of service from an IKM of 25 to 100, compared at two decimals as it is printed.

Acuan: PermenPANRB 14/2017.

>>> MUTU_IKM.pita_for(Decimal("91.475")).label, MUTU_IKM.pita_for(Decimal("76.605")).label
('A', 'B')
"""

MUTU_NI = Skala(
    "MUTU_NI",
    "PermenPANRB 14/2017, nilai interval",
    [
        Pita("3,5324", "A", HIJAU),
        Pita("3,0644", "B", BIRU),
        Pita("2,60", "C", KUNING),
        Pita(1, "D", MERAH),
    ],
    digit=4,
)
"""Quality of service from a mean of 1 to 4, compared at four decimals.

Acuan: PermenPANRB 14/2017.

>>> MUTU_NI.pita_for(Decimal("3.532")).label
'B'
"""

STATUS_IPM = Skala(
    "STATUS_IPM",
    "BPS, penggolongan IPM",
    [
        Pita(80, "Sangat Tinggi", HIJAU),
        Pita(70, "Tinggi", BIRU),
        Pita(60, "Sedang", KUNING),
        Pita(None, "Rendah", MERAH),
    ],
)
"""Status of an IPM. Acuan: BPS.

>>> STATUS_IPM.pita_for(Decimal("72.35")).label
'Tinggi'
"""

SKALA = {
    item.nama: item
    for item in (
        SKALA_PERMENDAGRI_86,
        SKALA_MALUKU_TENGAH_2021,
        SKALA_MAGETAN,
        SKALA_LAKIP_100_85_70,
        SKALA_HASIL_KERJA,
        WARNA_MAGETAN,
        WARNA_BANJARNEGARA,
        WARNA_100_80,
        PREDIKAT_AKIP,
        MUTU_IKM,
        MUTU_NI,
        STATUS_IPM,
    )
}
"""The presets by name."""
