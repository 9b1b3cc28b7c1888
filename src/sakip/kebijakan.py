"""Which convention turns a target and a realisasi into a capaian.

There is no single legal formula in Indonesia. Four families are in use, and
they differ on "lower is better", on caps, and on a target of zero. Each is a
`Kebijakan`: a frozen, named value with its source, carried in every result.
"""

from __future__ import annotations

import enum
from decimal import Decimal

import attrs

from sakip.alasan import Alasan
from sakip.angka import (
    KONTEKS,
    PRESISI,
    Angka,
    Isian,
    JenisKosong,
    Kosong,
    TakTerbaca,
    format_angka,
    format_persen,
    round_half_up,
    to_isian,
    to_optional_decimal,
)
from sakip.errors import ModelError
from sakip.pilihan import to_enum

SERATUS = Decimal(100)
DUA = Decimal(2)
_DESIMAL = 6
"""Decimals of a computed number that an explanation shows."""


class Polaritas(enum.Enum):
    """Which way is better.

    >>> Polaritas("turun") is Polaritas.TURUN
    True
    """

    NAIK = "naik"
    TURUN = "turun"
    STABIL = "stabil"
    RENTANG = "rentang"


class MetodeTurun(enum.Enum):
    """The formula where lower is better.

    ``selisih``: (2T − R) ÷ T, the same as 1 + (1 − R ÷ T) and (T − (R − T)) ÷ T.
    ``rasio``: T ÷ R.

    >>> [metode.value for metode in MetodeTurun]
    ['selisih', 'rasio']
    """

    SELISIH = "selisih"
    RASIO = "rasio"


class TargetNegatif(enum.Enum):
    """What becomes of a target below zero, where R ÷ T would turn its meaning around.

    >>> KEMENKEU.target_negatif
    <TargetNegatif.SELISIH: 'selisih'>
    """

    KOSONG = "kosong"
    SELISIH = "selisih"


def _to_polaritas(nilai: Polaritas | str) -> Polaritas:
    return to_enum(Polaritas, nilai, "Capaian", "polaritas")


def _to_metode(nilai: MetodeTurun | str) -> MetodeTurun:
    return to_enum(MetodeTurun, nilai, "Kebijakan", "turun")


def _to_target_negatif(nilai: TargetNegatif | str) -> TargetNegatif:
    return to_enum(TargetNegatif, nilai, "Kebijakan", "target_negatif")


@attrs.frozen
class Capaian:
    """The outcome of one comparison: a number or a reason, and how it came about.

    Attributes:
        target: What was planned.
        realisasi: What was reached.
        polaritas: Which way is better.
        kebijakan: The convention that was used, in full.
        nilai: The capaian in percent (100 is on target), exact to 34 digits and
            not rounded, after cap and floor; None when there is no number.
        mentah: The same before cap and floor.
        alasan: Why there is no number; None when there is one.

    >>> capaian = LKJIP.capaian("10", "8", polaritas="turun")
    >>> capaian.nilai, capaian.alasan, str(capaian)
    (Decimal('120'), None, '120,00 %')
    """

    target: Isian
    realisasi: Isian
    polaritas: Polaritas
    kebijakan: Kebijakan
    nilai: Decimal | None
    mentah: Decimal | None
    alasan: Alasan | None

    def __str__(self) -> str:
        if self.nilai is None:
            return f"— ({self.alasan.kalimat if self.alasan else ''})"
        return format_persen(self.nilai, self.kebijakan.digit)

    def explain(self) -> str:
        """The formula in words, with the numbers put in, and its source, in Indonesian.

        >>> print(LKJIP.capaian("93,59 %", "88 %").explain())
        Capaian = realisasi ÷ target × 100
                = 88 ÷ 93,59 × 100
                = 94,03 % (dibulatkan 2 angka di belakang koma, setengah ke atas)
        Polaritas: naik (makin tinggi makin baik).
        Kebijakan: LKJIP. Acuan: praktik LKjIP pemerintah daerah; PermenPANRB 53/2014 mewajibkan perbandingan tetapi tidak mencetak rumus.
        """
        return "\n".join([*self._steps(), *self.kebijakan.describe(self.polaritas)])

    def _steps(self) -> list[str]:
        if self.mentah is None or self.nilai is None:
            reason = self.alasan.kalimat if self.alasan else ""
            return [
                f"Capaian tidak dihitung: {reason}.",
                f"Target: {str(self.target) or '(kosong)'}; realisasi: {str(self.realisasi) or '(kosong)'}.",
            ]
        words, numbers = self.kebijakan.formula(self)
        digit = self.kebijakan.digit
        result = format_persen(self.mentah, digit)
        if round_half_up(self.mentah, digit) != self.mentah:
            result += f" (dibulatkan {digit} angka di belakang koma, setengah ke atas)"
        steps = [f"Capaian = {words}", f"        = {numbers}", f"        = {result}"]
        for name, isian in (("Target", self.target), ("Realisasi", self.realisasi)):
            steps += [f'{name} "{isian}": {item.kalimat}.' for item in getattr(isian, "catatan", ())]
        if self.nilai != self.mentah:
            kind = "paling tinggi" if self.nilai < self.mentah else "paling rendah"
            steps.append(f"Dibatasi {kind} {format_persen(self.nilai, digit)}.")
        return steps


_ARAH = {
    Polaritas.NAIK: "naik (makin tinggi makin baik)",
    Polaritas.TURUN: "turun (makin rendah makin baik)",
    Polaritas.STABIL: "stabil (makin dekat target makin baik)",
    Polaritas.RENTANG: "rentang (di dalam rentang target)",
}


@attrs.frozen
class Kebijakan:
    """A convention: a frozen value whose method is the formula.

    Make one of your own with `attrs.evolve`, or from scratch.

    Attributes:
        nama: Its name; a released preset never changes, a new rule is a new name.
        acuan: Where it comes from, and how well that is known.
        turun: The formula where lower is better.
        batas_atas: Cap in percent, or None.
        batas_bawah: Floor in percent, or None.
        target_negatif: What becomes of a target below zero where higher is better.
        digit: Decimals that a capaian is printed with.

    >>> import attrs
    >>> dinas = attrs.evolve(LKJIP, nama="Dinas Contoh", batas_atas=100)
    >>> print(dinas.capaian(80, 100), LKJIP.capaian(80, 100))
    100,00 % 125,00 %
    """

    nama: str
    acuan: str
    turun: MetodeTurun = attrs.field(default=MetodeTurun.SELISIH, converter=_to_metode)
    batas_atas: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    batas_bawah: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    target_negatif: TargetNegatif = attrs.field(default=TargetNegatif.KOSONG, converter=_to_target_negatif)
    digit: int = 2

    def __attrs_post_init__(self) -> None:
        """Refuse names, digits and bounds that no convention can have."""
        for name, value in (("nama", self.nama), ("acuan", self.acuan)):
            if not isinstance(value, str):
                raise ModelError("Kebijakan", name, repr(value), "a text")
        if type(self.digit) is not int or not 0 <= self.digit <= PRESISI:
            raise ModelError("Kebijakan", "digit", repr(self.digit), f"a whole number from 0 to {PRESISI}")
        low, high = self.batas_bawah, self.batas_atas
        if low is not None and high is not None and low > high:
            raise ModelError("Kebijakan", "batas_bawah", str(low), f"at most batas_atas ({high})")

    def capaian(
        self,
        target: Isian | Decimal | int | str,
        realisasi: Isian | Decimal | int | str | None,
        polaritas: Polaritas | str = Polaritas.NAIK,
    ) -> Capaian:
        """Compare a realisasi with its target.

        Args:
            target: A number, text as printed (``"95 %"``), or an `Isian`.
            realisasi: The same; None when nothing was reported yet.
            polaritas: Which way is better.

        Returns:
            A number or a reason, never a guess. Missing, zero, not planned and
            not computable stay different things.

        Raises:
            AngkaError: A text that cannot be read.
            TipeError: A float.
            ModelError: There is no such polaritas.

        >>> LKJIP.capaian("95%", "98%").nilai.quantize(Decimal("0.01"))
        Decimal('103.16')
        >>> [str(k.capaian(100, 80, "turun")) for k in (LKJIP, SIPD, KEMENKEU)]
        ['120,00 %', '125,00 %', '120,00 %']
        >>> LKJIP.capaian("0", "4").alasan
        <Alasan.TARGET_NOL: 'target_nol'>
        """
        rencana = to_isian(target)
        hasil = Kosong() if realisasi is None else to_isian(realisasi)
        arah = _to_polaritas(polaritas)
        mentah = self._compute(rencana, hasil, arah)
        if isinstance(mentah, Alasan):
            return self.without_number(rencana, hasil, arah, mentah)
        return Capaian(rencana, hasil, arah, self, self._bound(mentah), mentah, None)

    def without_number(
        self, target: Isian, realisasi: Isian, polaritas: Polaritas | str, alasan: Alasan
    ) -> Capaian:
        """A result that has no number, with the reason.

        >>> print(LKJIP.without_number(Kosong(), Kosong(), "naik", Alasan.TANPA_TARGET))
        — (tidak ada target untuk periode ini)
        """
        return Capaian(target, realisasi, _to_polaritas(polaritas), self, None, None, alasan)

    def _compute(self, target: Isian, realisasi: Isian, polaritas: Polaritas) -> Decimal | Alasan:
        if alasan := _not_comparable(target, realisasi):
            return alasan
        if not isinstance(target, Angka) or not isinstance(realisasi, Angka):
            return Alasan.BUKAN_ANGKA
        if not _same_unit(target.satuan, realisasi.satuan):
            return Alasan.SATUAN_BERBEDA
        return self._divide(target.nilai, realisasi.nilai, polaritas)

    def _divide(self, target: Decimal, realisasi: Decimal, polaritas: Polaritas) -> Decimal | Alasan:
        """The formula itself, for two numbers."""
        if polaritas not in (Polaritas.NAIK, Polaritas.TURUN):
            return Alasan.METODE_TIDAK_ADA
        if target == 0:
            return Alasan.TARGET_NOL
        if target < 0:
            if polaritas is Polaritas.NAIK and self.target_negatif is TargetNegatif.SELISIH:
                return _selisih(target, realisasi)
            return Alasan.TARGET_NEGATIF
        if polaritas is Polaritas.NAIK:
            return _persen(realisasi, target)
        if self.turun is MetodeTurun.SELISIH:
            return _selisih(target, realisasi)
        if realisasi <= 0:
            return Alasan.REALISASI_NOL if realisasi == 0 else Alasan.REALISASI_NEGATIF
        return _persen(target, realisasi)

    def _bound(self, mentah: Decimal) -> Decimal:
        if self.batas_atas is not None and mentah > self.batas_atas:
            return self.batas_atas
        if self.batas_bawah is not None and mentah < self.batas_bawah:
            return self.batas_bawah
        return mentah

    def formula(self, capaian: Capaian) -> tuple[str, str]:
        """The formula that gave a capaian its number: in words, and with the numbers in.

        Raises:
            ModelError: The capaian has no number.

        >>> KEMENKEU.formula(KEMENKEU.capaian(-10, -11))
        ('(2 × target − realisasi) ÷ target × 100', '(2 × -10 − -11) ÷ -10 × 100')
        """
        target, realisasi = capaian.target, capaian.realisasi
        if capaian.mentah is None or not isinstance(target, Angka) or not isinstance(realisasi, Angka):
            raise ModelError("Capaian", "nilai", "None", "a capaian with a number")
        t, r = _short(target.nilai), _short(realisasi.nilai)
        naik = capaian.polaritas is Polaritas.NAIK
        if naik and target.nilai > 0:
            return "realisasi ÷ target × 100", f"{r} ÷ {t} × 100"
        if naik or self.turun is MetodeTurun.SELISIH:
            return "(2 × target − realisasi) ÷ target × 100", f"(2 × {t} − {r}) ÷ {t} × 100"
        return "target ÷ realisasi × 100", f"{t} ÷ {r} × 100"

    def describe(self, polaritas: Polaritas) -> list[str]:
        """The convention in words, in Indonesian.

        >>> SIPD.describe(Polaritas.TURUN)[0]
        'Polaritas: turun (makin rendah makin baik).'
        """
        return [f"Polaritas: {_ARAH[polaritas]}.", f"Kebijakan: {self.nama}. Acuan: {self.acuan}."]


def _not_comparable(target: Isian, realisasi: Isian) -> Alasan | None:
    """Why two cells hold nothing to compare; None when both hold something."""
    match target:
        case Kosong(jenis=JenisKosong.STRIP):
            return Alasan.TIDAK_DIRENCANAKAN
        case Kosong():
            return Alasan.TANPA_TARGET
        case TakTerbaca():
            return Alasan.TARGET_TAK_TERBACA
    match realisasi:
        case Kosong():
            return Alasan.BELUM_ADA_REALISASI
        case TakTerbaca():
            return Alasan.REALISASI_TAK_TERBACA
    return None


def _same_unit(first: str, second: str) -> bool:
    """Whether two printed units can be compared; one that is not printed can."""
    return not first or not second or _tight(first) == _tight(second)


def _short(nilai: Decimal) -> str:
    """A number for a formula: all its digits, or six decimals of a long one."""
    shown = round_half_up(nilai, _DESIMAL)
    return format_angka(nilai) if shown == nilai else f"{format_angka(shown)}…"


def _tight(satuan: str) -> str:
    return "".join(satuan.lower().split())


def _persen(atas: Decimal, bawah: Decimal) -> Decimal:
    return KONTEKS.divide(KONTEKS.multiply(atas, SERATUS), bawah)


def _selisih(target: Decimal, realisasi: Decimal) -> Decimal:
    gap = KONTEKS.fma(DUA, target, realisasi.copy_negate())  # rounded once: on target is exactly 100
    return _persen(gap, target)


LKJIP = Kebijakan(
    nama="LKJIP",
    acuan="praktik LKjIP pemerintah daerah; PermenPANRB 53/2014 mewajibkan perbandingan tetapi tidak mencetak rumus",
)
"""LKjIP practice of the regional governments. R ÷ T, (2T − R) ÷ T, no cap, no floor.

Acuan: LKjIP practice (for example LKJIP Kab. Maluku Tengah 2021, p. 94).

>>> print(LKJIP.capaian(10, 21, "turun"))
-10,00 %
"""

KEMENKEU = Kebijakan(
    nama="KEMENKEU",
    acuan="KMK 127/2026 hlm. 67–70 sebagaimana dikutip penerapannya; naskah asli belum dibaca",
    batas_atas=120,
    batas_bawah=0,
    target_negatif=TargetNegatif.SELISIH,
)
"""Kementerian Keuangan. The same formulas, held between 0 and 120.

Acuan: KMK 127/2026 p. 67-70 as cited by an implementation; the original was not read.

>>> print(KEMENKEU.capaian(10, 21, "turun"), KEMENKEU.capaian("0,1", "0,0101", "turun"))
0,00 % 120,00 %
"""

PANRB_8_2021 = Kebijakan(
    nama="PANRB_8_2021",
    acuan="PermenPANRB 8/2021 hlm. 110 (dicabut PermenPANRB 6/2022; untuk data lama)",
)
"""SKP of PermenPANRB 8/2021. R ÷ T and 1 + (1 − R ÷ T). Superseded by 6/2022.

Acuan: PermenPANRB 8/2021, p. 110.

>>> print(PANRB_8_2021.capaian(7, "6,5", "turun"))
107,14 %
"""

SIPD = Kebijakan(
    nama="SIPD",
    acuan="perilaku aplikasi sejenis SIPD (T ÷ R); bukan peraturan",
    turun=MetodeTurun.RASIO,
)
"""SIPD-like applications. R ÷ T, and T ÷ R where lower is better.

Acuan: behaviour of such applications, not a regulation.

>>> SIPD.capaian(100, 0, "turun").alasan
<Alasan.REALISASI_NOL: 'realisasi_nol'>
"""

KEBIJAKAN = {preset.nama: preset for preset in (LKJIP, KEMENKEU, PANRB_8_2021, SIPD)}
"""The presets by name."""
