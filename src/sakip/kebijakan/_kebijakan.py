"""A convention, and the capaian that it gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import attrs

from sakip.alasan import Alasan
from sakip.angka import (
    PRESISI,
    Angka,
    Isian,
    Kosong,
    format_persen,
    round_half_up,
    settle,
    to_finite,
    to_isian,
    to_optional_decimal,
)
from sakip.errors import ModelError
from sakip.kebijakan._banding import TANPA_RUJUKAN, Rujukan, compare, infer_polaritas
from sakip.kebijakan._hitungan import Hitungan
from sakip.kebijakan._pilihan import (
    MetodePredikat,
    MetodeStabil,
    MetodeTurun,
    Pembulatan,
    Polaritas,
    TargetNegatif,
    TargetNol,
)
from sakip.pilihan import to_enum
from sakip.skala import Konversi, Ordinal, Pita, Skala
from sakip.teks import TampilanLangkah

_BERKONVERSI = (Polaritas.STABIL, Polaritas.RENTANG)

PRESET: dict[str, Kebijakan] = {}
"""The released conventions by name; they are put in where they are made."""


@attrs.frozen
class Langkah:
    """One step of how a figure came about.

    Attributes:
        kode: What kind of step it is, a tag that never changes: ``rumus``,
            ``angka``, ``hasil``, ``catatan``, ``konversi``, ``batas``, …
        teks: The step in Indonesian.
        nilai: The figure after it, where it gives one.

    >>> from sakip import LKJIP
    >>> LKJIP.capaian(95, 98).langkah[0]
    Langkah(kode='rumus', teks='Capaian = realisasi ÷ target × 100', nilai=None)
    """

    kode: str
    teks: str
    nilai: Decimal | None = None


@attrs.frozen
class Capaian(TampilanLangkah):
    """The outcome of one comparison: a number or a reason, and how it came about.

    Attributes:
        target: What was planned.
        realisasi: What was reached.
        polaritas: Which way is better.
        kebijakan: The convention that was used, in full.
        nilai: The capaian in percent (100 is on target), exact to 34 digits, after
            cap, floor and conversion; None when there is no number. Rounded only
            where the policy rounds the figure itself.
        mentah: What the formula gave, before any of that.
        alasan: Why there is no number; None when there is one.
        rujukan: What else was known: worst and best value, scale, first day.

    >>> from sakip import LKJIP
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
    rujukan: Rujukan = TANPA_RUJUKAN

    def __str__(self) -> str:
        if self.nilai is None:
            return f"— ({self.alasan.kalimat if self.alasan else ''})"
        return self.kebijakan.format(self.nilai)

    @property
    def hitungan(self) -> Hitungan | None:
        """The formula and the numbers it took; None when there is no number.

        >>> from sakip import LKJIP
        >>> LKJIP.capaian("≥ 80 %", "84 %").hitungan.angka
        '84 ÷ 80 × 100'
        """
        if self.mentah is None:
            return None
        hasil = compare(self.kebijakan, self.target, self.realisasi, self.polaritas, self.rujukan)
        return hasil if isinstance(hasil, Hitungan) else None

    @property
    def tercapai(self) -> bool | None:
        """Whether the target was met in its own terms; None when there is no number.

        Not the same as 100 or more: a realisasi of exactly 20 does not meet ``< 20``.

        >>> from sakip import LKJIP
        >>> LKJIP.capaian("< 20", "20").nilai, LKJIP.capaian("< 20", "20").tercapai
        (Decimal('100'), False)
        """
        return None if (hitungan := self.hitungan) is None else hitungan.tercapai

    @property
    def predikat(self) -> Pita | None:
        """The band of the figure, where the policy has a scale and there is a figure.

        >>> from sakip import LKJIP
        >>> import attrs
        >>> from sakip.skala import SKALA_PERMENDAGRI_86
        >>> dinas = attrs.evolve(LKJIP, nama="Dinas Contoh", skala=SKALA_PERMENDAGRI_86)
        >>> dinas.capaian(100, 90).predikat.label
        'Tinggi'
        """
        return self.kebijakan.pita_for(self.nilai)

    @property
    def langkah(self) -> tuple[Langkah, ...]:
        """How the figure came about, step by step, in Indonesian.

        >>> from sakip import KEMENKEU
        >>> [langkah.kode for langkah in KEMENKEU.capaian(100, 150).langkah]
        ['rumus', 'angka', 'hasil', 'batas', 'polaritas', 'kebijakan']
        """
        steps = self._reason() if self.mentah is None else self._steps()
        return (*steps, *self.kebijakan.describe(self.polaritas))

    def explain(self) -> str:
        """The formula in words, with the numbers put in, and its source, in Indonesian.

        >>> from sakip import LKJIP
        >>> print(LKJIP.capaian("93,59 %", "88 %").explain())
        Capaian = realisasi ÷ target × 100
                = 88 ÷ 93,59 × 100
                = 94,03 % (dibulatkan 2 angka di belakang koma, setengah ke atas)
        Polaritas: naik (makin tinggi makin baik).
        Kebijakan: LKJIP. Acuan: praktik LKjIP pemerintah daerah; PermenPANRB 53/2014 mewajibkan perbandingan tetapi tidak mencetak rumus.
        """
        return "\n".join(step.teks for step in self.langkah)

    def _reason(self) -> Iterator[Langkah]:
        kalimat = self.alasan.kalimat if self.alasan else ""
        yield Langkah("alasan", f"Capaian tidak dihitung: {kalimat}.")
        target, realisasi = (str(item) or "(kosong)" for item in (self.target, self.realisasi))
        yield Langkah("masukan", f"Target: {target}; realisasi: {realisasi}.")

    def _steps(self) -> Iterator[Langkah]:
        hitungan, rule = self.hitungan, self.kebijakan
        if hitungan is None or self.mentah is None:
            return
        yield Langkah("rumus", f"Capaian = {hitungan.rumus.kata}")
        yield Langkah("angka", f"        = {hitungan.angka}")
        yield Langkah("hasil", f"        = {rule.show(self.mentah)}", self.mentah)
        for name, isian in (("Target", self.target), ("Realisasi", self.realisasi)):
            for item in getattr(isian, "catatan", ()):
                yield Langkah("catatan", f'{name} "{isian}": {item.kalimat}.')
        for note in hitungan.catatan:
            yield Langkah("catatan", note)
        yield from rule.stages(self.mentah, hitungan, self)
        if self.predikat is not None and rule.skala is not None:
            teks = f"Predikat: {self.predikat.label} (skala {rule.skala.nama})."
            yield Langkah("predikat", teks)


def _to_stabil(nilai: MetodeStabil | str | None) -> MetodeStabil | None:
    return None if nilai is None else to_enum(MetodeStabil, nilai, "Kebijakan", "stabil")


def _to_turun(nilai: MetodeTurun | str) -> MetodeTurun:
    return to_enum(MetodeTurun, nilai, "Kebijakan", "turun")


def _to_target_nol(nilai: TargetNol | str) -> TargetNol:
    return to_enum(TargetNol, nilai, "Kebijakan", "target_nol")


def _to_target_negatif(nilai: TargetNegatif | str) -> TargetNegatif:
    return to_enum(TargetNegatif, nilai, "Kebijakan", "target_negatif")


def _to_predikat(nilai: MetodePredikat | str) -> MetodePredikat:
    return to_enum(MetodePredikat, nilai, "Kebijakan", "predikat")


def _to_pembulatan(nilai: Pembulatan | str) -> Pembulatan:
    return to_enum(Pembulatan, nilai, "Kebijakan", "pembulatan")


def to_polaritas(nilai: Polaritas | str) -> Polaritas:
    return to_enum(Polaritas, nilai, "Capaian", "polaritas")


@attrs.frozen
class Kebijakan:
    """A convention: a frozen value whose method is the formula.

    Make one of your own with `attrs.evolve`, or from scratch. Each setting is
    independent of the others.

    Attributes:
        nama: Its name; a released preset never changes, a new rule is a new name.
        acuan: Where it comes from, and how well that is known.
        turun: The formula where lower is better.
        batas_atas: Cap in percent, or None.
        batas_bawah: Floor in percent, or None.
        target_negatif: What becomes of a target below zero.
        digit: Decimals that a capaian is rounded to, half up.
        stabil: The formula where staying on a target or within a range is best;
            None where the convention has none.
        target_nol: What becomes of a target of zero.
        realisasi_nol: The percentage that a realisasi of zero gives under
            ``rasio``, where T ÷ R has none; None gives a reason.
        terbaik_tercapai: The percentage of a target that is met and is the best
            value there can be; None counts it like any other.
        konversi: A line that a capaian of stabil and rentang is read off.
        predikat: What a predicate below its target gives.
        pembulatan: When a capaian is rounded.
        skala: The bands of a capaian, or None.

    Raises:
        ModelError: A setting that no convention can have; the message names it.

    >>> from sakip import LKJIP
    >>> import attrs
    >>> dinas = attrs.evolve(LKJIP, nama="Dinas Contoh", batas_atas=100)
    >>> print(dinas.capaian(80, 100), LKJIP.capaian(80, 100))
    100,00 % 125,00 %
    """

    nama: str
    acuan: str
    turun: MetodeTurun = attrs.field(default=MetodeTurun.SELISIH, converter=_to_turun)
    batas_atas: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    batas_bawah: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    target_negatif: TargetNegatif = attrs.field(default=TargetNegatif.KOSONG, converter=_to_target_negatif)
    digit: int = 2
    stabil: MetodeStabil | None = attrs.field(default=None, kw_only=True, converter=_to_stabil)
    target_nol: TargetNol = attrs.field(default=TargetNol.KOSONG, kw_only=True, converter=_to_target_nol)
    realisasi_nol: Decimal | None = attrs.field(default=None, kw_only=True, converter=to_optional_decimal)
    terbaik_tercapai: Decimal | None = attrs.field(default=None, kw_only=True, converter=to_optional_decimal)
    konversi: Konversi | None = attrs.field(default=None, kw_only=True)
    predikat: MetodePredikat = attrs.field(
        default=MetodePredikat.PERINGKAT, kw_only=True, converter=_to_predikat
    )
    pembulatan: Pembulatan = attrs.field(default=Pembulatan.TAMPILAN, kw_only=True, converter=_to_pembulatan)
    skala: Skala | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse names, digits, bounds and parts that no convention can have."""
        for name, value in (("nama", self.nama), ("acuan", self.acuan)):
            if not isinstance(value, str):
                raise ModelError("Kebijakan", name, repr(value), "a text")
        if type(self.digit) is not int or not 0 <= self.digit <= PRESISI:
            raise ModelError("Kebijakan", "digit", repr(self.digit), f"a whole number from 0 to {PRESISI}")
        if self.konversi is not None and not isinstance(self.konversi, Konversi):
            raise ModelError("Kebijakan", "konversi", repr(self.konversi), "a Konversi or None")
        if self.skala is not None and not isinstance(self.skala, Skala):
            raise ModelError("Kebijakan", "skala", repr(self.skala), "a Skala or None")
        low, high = self.batas_bawah, self.batas_atas
        if low is not None and high is not None and low > high:
            raise ModelError("Kebijakan", "batas_bawah", str(low), f"at most batas_atas ({high})")

    def capaian(
        self,
        target: Isian | Decimal | int | str | dt.date,
        realisasi: Isian | Decimal | int | str | dt.date | None,
        polaritas: Polaritas | str | None = None,
        *,
        terburuk: Decimal | int | str | None = None,
        terbaik: Decimal | int | str | None = None,
        urutan: Ordinal | None = None,
        awal: dt.date | None = None,
    ) -> Capaian:
        """Compare a realisasi with its target.

        Args:
            target: A number, text as printed (``"95 %"``, ``"≥ 80"``, ``"3-5"``,
                ``"WTP"``, ``"1:32"``, ``"31 Maret 2025"``), or an `Isian`.
            realisasi: The same; None when nothing was reported yet.
            polaritas: Which way is better; None takes what the form of the target
                says (a range, ``≤``, a date), and naik where it says nothing.
            terburuk: The worst realisasi there can be, for a target of zero.
            terbaik: The best one there can be, for a target that can't be surpassed.
            urutan: The scale of a predicate.
            awal: The first day that a date is counted from.

        Returns:
            A number or a reason, never a guess. Missing, zero, not planned and
            not computable stay different things.

        Raises:
            AngkaError: A text that cannot be read.
            TipeError: A float.
            ModelError: There is no such polaritas.
            TargetNolError: The target is zero and the policy asks for an error.

        >>> from sakip import KEMENKEU, LKJIP, SIPD
        >>> LKJIP.capaian("95%", "98%").nilai.quantize(Decimal("0.01"))
        Decimal('103.16')
        >>> [str(k.capaian(100, 80, "turun")) for k in (LKJIP, SIPD, KEMENKEU)]
        ['120,00 %', '125,00 %', '120,00 %']
        >>> LKJIP.capaian("0", "4").alasan
        <Alasan.TARGET_NOL: 'target_nol'>
        >>> print(KEMENKEU.capaian(0, 4, "turun", terburuk=10))
        60,00 %
        >>> from sakip.skala import OPINI_BPK
        >>> print(LKJIP.capaian("WTP", "WDP", urutan=OPINI_BPK))
        75,00 %
        """
        rencana = to_isian(target)
        hasil = Kosong() if realisasi is None else to_isian(realisasi)
        if terburuk is None and terbaik is None and urutan is None and awal is None:
            rujukan = TANPA_RUJUKAN
        else:
            rujukan = Rujukan(terburuk=terburuk, terbaik=terbaik, urutan=urutan, awal=awal)
        return self.compare(rencana, hasil, polaritas, rujukan)

    def compare(
        self,
        target: Isian,
        realisasi: Isian,
        polaritas: Polaritas | str | None = None,
        rujukan: Rujukan = TANPA_RUJUKAN,
    ) -> Capaian:
        """Like `capaian`, for values that were read already.

        >>> from sakip import LKJIP
        >>> print(LKJIP.compare(Angka(80), Angka(72)))
        90,00 %
        """
        arah = infer_polaritas(target) if polaritas is None else to_polaritas(polaritas)
        hitungan = compare(self, target, realisasi, arah, rujukan)
        if isinstance(hitungan, Alasan):
            return Capaian(target, realisasi, arah, self, None, None, hitungan, rujukan)
        mentah = hitungan.compute()
        raw = Capaian(target, realisasi, arah, self, mentah, mentah, None, rujukan)
        if self._plain:
            return raw
        nilai = mentah
        for step in self.stages(mentah, hitungan, raw):
            nilai = nilai if step.nilai is None else step.nilai
        return raw if nilai is mentah else attrs.evolve(raw, nilai=nilai)

    @property
    def _plain(self) -> bool:
        """Whether nothing is done to what the formula gave."""
        return (
            self.batas_atas is None
            and self.batas_bawah is None
            and self.konversi is None
            and self.terbaik_tercapai is None
            and self.pembulatan is not Pembulatan.HASIL
        )

    def without_number(
        self,
        target: Isian,
        realisasi: Isian,
        polaritas: Polaritas | str,
        alasan: Alasan,
    ) -> Capaian:
        """A result that has no number, with the reason.

        >>> from sakip import LKJIP
        >>> print(LKJIP.without_number(Kosong(), Kosong(), "naik", Alasan.TANPA_TARGET))
        — (tidak ada target untuk periode ini)
        """
        return Capaian(target, realisasi, to_polaritas(polaritas), self, None, None, alasan)

    def stages(self, mentah: Decimal, hitungan: Hitungan, capaian: Capaian) -> Iterator[Langkah]:
        """What is done to the figure that the formula gave, in order.

        >>> from sakip import KEMENKEU
        >>> raw = KEMENKEU.capaian(4, 4, terbaik=4)
        >>> [step.teks for step in KEMENKEU.stages(raw.mentah, raw.hitungan, raw)]
        ['Target adalah nilai terbaik yang mungkin dan tercapai: 120,00 %.']
        """
        nilai = mentah
        if self.konversi is not None and capaian.polaritas in _BERKONVERSI:
            nilai = self.konversi.convert(nilai)
            yield Langkah("konversi", f"Dikonversi ({self.konversi}): {self.show(nilai)}.", nilai)
        if self.terbaik_tercapai is not None and hitungan.tercapai and _is_best(capaian):
            nilai = self.terbaik_tercapai
            teks = f"Target adalah nilai terbaik yang mungkin dan tercapai: {self.show(nilai)}."
            yield Langkah("terbaik", teks, nilai)
        if self.pembulatan is Pembulatan.HASIL and self.round(nilai) != nilai:
            nilai = self.round(nilai)
            teks = f"Angkanya sendiri dibulatkan menjadi {self.format(nilai)} sebelum dipakai lagi."
            yield Langkah("pembulatan", teks, nilai)
        for bound, kind, beyond in self._bounds(nilai):  # last, so that rounding can't leave them
            if beyond:
                nilai = bound
                yield Langkah("batas", f"Dibatasi {kind} {self.format(bound)}.", bound)

    def _bounds(self, nilai: Decimal) -> Iterator[tuple[Decimal, str, bool]]:
        if self.batas_atas is not None:
            yield self.batas_atas, "paling tinggi", nilai > self.batas_atas
        if self.batas_bawah is not None:
            yield self.batas_bawah, "paling rendah", nilai < self.batas_bawah

    def pita_for(self, nilai: Decimal | int | str | None) -> Pita | None:
        """The band of a figure; None where there is no figure or the policy has no scale.

        Raises:
            TipeError: A float, or another type.
            AngkaError: Not finite, or text that is no number.

        >>> from sakip import LKJIP
        >>> LKJIP.pita_for(Decimal(90)) is None
        True
        """
        if nilai is None:
            return None
        nilai = to_finite(nilai)
        if self.skala is None:
            return None
        return self.skala.pita_for(nilai if self.pembulatan is Pembulatan.TAMPILAN else self.round(nilai))

    def round(self, nilai: Decimal | int | str) -> Decimal:
        """A figure with the decimals of the policy, settled first, half up.

        Raises:
            TipeError: A float, or another type.
            AngkaError: Not finite, or text that is no number.

        >>> from sakip import LKJIP
        >>> LKJIP.round(Decimal("94.025"))
        Decimal('94.03')
        """
        return round_half_up(settle(to_finite(nilai)), self.digit)

    def format(self, nilai: Decimal | int | str) -> str:
        """A figure as the policy prints it.

        Raises:
            TipeError: A float, or another type.
            AngkaError: Not finite, or text that is no number.

        >>> from sakip import LKJIP
        >>> LKJIP.format(Decimal("94.0271"))
        '94,03 %'
        """
        return format_persen(self.round(nilai), self.digit)

    def show(self, nilai: Decimal | int | str) -> str:
        """A figure as an explanation shows it: printed, and said so where that rounds it.

        >>> from sakip import LKJIP
        >>> LKJIP.show(Decimal(120))
        '120,00 %'
        """
        nilai = to_finite(nilai)
        if self.round(nilai) == nilai:
            return self.format(nilai)
        return f"{self.format(nilai)} (dibulatkan {self.digit} angka di belakang koma, setengah ke atas)"

    def describe(self, polaritas: Polaritas) -> tuple[Langkah, Langkah]:
        """The convention in words, in Indonesian; one that goes by a preset's name but differs says so.

        >>> from sakip import SIPD
        >>> SIPD.describe(Polaritas.TURUN)[0].teks
        'Polaritas: turun (makin rendah makin baik).'
        >>> import attrs
        >>> attrs.evolve(SIPD, acuan="sendiri", batas_atas=100).describe(Polaritas.NAIK)[1].teks
        'Kebijakan: SIPD (diubah). Acuan: sendiri.'
        """
        changed = " (diubah)" if PRESET.get(self.nama, self) != self else ""
        return (
            Langkah("polaritas", f"Polaritas: {polaritas.kalimat}."),
            Langkah("kebijakan", f"Kebijakan: {self.nama}{changed}. Acuan: {self.acuan}."),
        )


def _is_best(capaian: Capaian) -> bool:
    """Whether the target is the best value there can be."""
    return isinstance(capaian.target, Angka) and capaian.target.nilai == capaian.rujukan.terbaik
