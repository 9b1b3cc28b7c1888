"""What is planned: values and money for a period, and the indikator that carry them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import attrs

from sakip.angka import Isian, SamaTercetak, format_angka, parse_rupiah, to_isian, to_optional_decimal
from sakip.kebijakan import Polaritas
from sakip.periksa import (
    check_a,
    check_bool,
    check_date,
    check_id,
    check_items,
    check_pairs,
    check_text,
    refuse,
    to_pairs,
    to_texts,
    to_tuple,
)
from sakip.periode import Periode, to_periode
from sakip.pilihan import to_enum
from sakip.rumus import RUMUS, Agregasi, Rumus

MURNI = "murni"
"""The plan as first approved; a revision is ``perubahan``, or has a name of its own."""


@attrs.frozen
class Sebutan:
    """Another wording of the same thing, as printed somewhere in the documents.

    Attributes:
        teks: The wording.
        tempat: Where it is printed.
        nomor: The number printed before it.
        bagian: Which attribute it words differently: ``uraian`` or ``nama``.
        keterangan: A remark.

    >>> Sebutan("Meningkatnya Pelayanan PPKS", "Tahap 4").bagian
    'uraian'
    """

    teks: str = attrs.field(validator=check_text)
    tempat: str = attrs.field(default="", validator=check_text)
    nomor: str = attrs.field(default="", validator=check_text)
    bagian: str = attrs.field(default="uraian", validator=check_text)
    keterangan: str = attrs.field(default="", validator=check_text)


@attrs.frozen
class Target:
    """A planned value: for one period, in one version of the plan.

    Attributes:
        periode: The period; text and years are taken.
        nilai: What is planned: a number, a range, a bound, a predicate, a dash
            for "not planned", or a text that could not be read, with the unit
            printed beside it.
        versi: The version of the plan.
        berlaku: The day the version took effect.

    >>> target = Target("2025", "93,59 %")
    >>> target.nilai.nilai, target.nilai.satuan, str(target)
    (Decimal('93.59'), '%', '93,59 %')
    """

    periode: Periode = attrs.field(converter=to_periode)
    nilai: Isian = attrs.field(converter=to_isian)
    versi: str = attrs.field(default=MURNI, validator=check_id)
    berlaku: dt.date | None = attrs.field(default=None, validator=check_date)

    def __str__(self) -> str:
        return str(self.nilai)


@attrs.frozen
class Baseline:
    """Where an indikator stood before the plan began.

    >>> print(Baseline("2020", "61,37 %").periode)
    2020
    """

    periode: Periode = attrs.field(converter=to_periode)
    nilai: Isian = attrs.field(converter=to_isian)


def to_rupiah(nilai: int | str | Decimal | None) -> int | None:
    return None if nilai is None else parse_rupiah(nilai)


@attrs.frozen(eq=False)
class Pagu(SamaTercetak):
    """Planned money: for one period, in one version of the plan, in whole rupiah.

    Attributes:
        periode: The period; text and years are taken.
        jumlah: The amount, or None where what is printed can't be read.
        teks: The amount as printed; empty when it was never printed.
        versi: The version of the plan.
        berlaku: The day the version took effect.

    >>> Pagu("2025", "306.749.630").jumlah
    306749630
    >>> Pagu("2025", None, teks="13.2918.000").jumlah is None
    True

    Two are equal where they mean the same and print the same, printed yet or not.

    >>> Pagu("2025", 306749630) == Pagu("2025", 306749630, teks="306.749.630")
    True
    """

    periode: Periode = attrs.field(converter=to_periode)
    jumlah: int | None = attrs.field(converter=to_rupiah)
    teks: str = attrs.field(default="", validator=check_text, eq=False)
    versi: str = attrs.field(default=MURNI, validator=check_id)
    berlaku: dt.date | None = attrs.field(default=None, validator=check_date)

    def _cetak(self) -> str:
        return cetak_rupiah(self.jumlah, self.teks)


def cetak_rupiah(jumlah: int | None, teks: str) -> str:
    """Money as it is printed, or would be.

    >>> cetak_rupiah(306749630, ""), cetak_rupiah(None, "13.2918.000")
    ('306.749.630', '13.2918.000')
    """
    return teks or ("" if jumlah is None else format_angka(jumlah))


TargetLike: TypeAlias = Mapping[Any, Any] | Iterable[Target]
PaguLike: TypeAlias = Mapping[Any, Any] | Iterable[Pagu]


def _to_target(value: TargetLike) -> tuple[Target, ...]:
    if type(value) is not tuple and isinstance(value, Mapping):
        return tuple(Target(periode, nilai) for periode, nilai in value.items())
    return to_tuple(value)


def to_pagu(value: PaguLike) -> tuple[Pagu, ...]:
    if type(value) is not tuple and isinstance(value, Mapping):
        return tuple(_one_pagu(periode, jumlah) for periode, jumlah in value.items())
    return to_tuple(value)


def _one_pagu(periode: Periode | int | str, jumlah: int | str | Decimal) -> Pagu:
    return Pagu(periode, jumlah, teks=jumlah if isinstance(jumlah, str) else "")


def check_once(instance: object, attribute: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
    """One value for each period and version."""
    if len(value) > 1 and len({(item.periode, item.versi) for item in value}) < len(value):
        raise refuse(instance, attribute, value, "one value for each period and version")


def in_force(
    values: Iterable[Any], periode: Periode, versi: str | None, pada: dt.date | None = None
) -> Any | None:
    """The value of a period in one version; without one, in the version in force on a day.

    That is the one that took effect last, on that day or before; a version
    without a date has always been in force. Of several that took effect
    together, the one listed last: a revision stands behind what it revises.
    """
    found = None
    for item in values:
        if item.periode != periode or versi not in (None, item.versi):
            continue
        if versi is None and item.berlaku is not None and item.berlaku > (pada or periode.akhir):
            continue
        if found is None or (item.berlaku or dt.date.min) >= (found.berlaku or dt.date.min):
            found = item
    return found


def _to_polaritas(nilai: Polaritas | str | None) -> Polaritas | None:
    return None if nilai is None else to_enum(Polaritas, nilai, "Indikator", "polaritas")


def _to_agregasi(nilai: Agregasi | str | None) -> Agregasi | None:
    return None if nilai is None else to_enum(Agregasi, nilai, "Indikator", "agregasi")


def _check_rumus(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Rumus):
        raise refuse(
            instance, attribute, value, "one of " + ", ".join(kelas.__name__ for kelas in RUMUS.values())
        )


@attrs.frozen(kw_only=True)
class Indikator:
    """What is measured.

    Four questions about it are independent: how the realisasi comes about
    (``rumus``), which way is better (``polaritas``), how periods make a year
    (``agregasi``), and, asked elsewhere, how target and realisasi are compared.

    Attributes:
        id: Opaque and stable; the caller's own, unique in a tree.
        nama: The name as printed.
        satuan: The unit; a target may print its own.
        rumus: The formula as a class, where there is one.
        formulasi: The formula as printed.
        polaritas: Which way is better; None where nobody has said, and `arah` takes ``naik``.
        agregasi: How the periods of a year make the year; None leaves it to the rumus.
        terburuk: The worst realisasi there can be, which a target of zero may need.
        terbaik: The best one there can be, such as 100 of a hundred.
        target: Planned values; a mapping of periods to values is taken.
        baseline: Where it stood before the plan.
        sumber_data: Where the data come from.
        definisi_operasional: What exactly is meant.
        alasan: Why this indikator was chosen.
        penanggung_jawab: The unit that answers for the figure, as printed.
        iku: Whether it is an Indikator Kinerja Utama.
        referensi: A code that stays the same over the years, such as a national one.
        tersirat: Whether the document printed a target only and the indikator was added.
        sebutan: Other wordings.
        keterangan: A remark.
        lain: Further cells of the source, as pairs of header and text.

    >>> indikator = Indikator(id="IK1", nama="Persentase PPKS yang tertangani", target={"2025": "93,59 %"})
    >>> print(indikator.target_for("2025"))
    93,59 %
    """

    id: str = attrs.field(validator=check_id)
    nama: str = attrs.field(validator=check_text)
    satuan: str = attrs.field(default="", validator=check_text)
    rumus: Rumus | None = attrs.field(default=None, validator=attrs.validators.optional(_check_rumus))
    formulasi: str = attrs.field(default="", validator=check_text)
    polaritas: Polaritas | None = attrs.field(default=None, converter=_to_polaritas)
    agregasi: Agregasi | None = attrs.field(default=None, converter=_to_agregasi)
    terburuk: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    terbaik: Decimal | None = attrs.field(default=None, converter=to_optional_decimal)
    target: tuple[Target, ...] = attrs.field(
        default=(), converter=_to_target, validator=[check_items(Target, "a Target"), check_once]
    )
    baseline: Baseline | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(check_a(Baseline, "a Baseline")),
    )
    sumber_data: tuple[str, ...] = attrs.field(
        default=(), converter=to_texts, validator=check_items(str, "a text")
    )
    definisi_operasional: str = attrs.field(default="", validator=check_text)
    alasan: str = attrs.field(default="", validator=check_text)
    penanggung_jawab: str = attrs.field(default="", validator=check_text)
    iku: bool = attrs.field(default=False, validator=check_bool)
    referensi: str = attrs.field(default="", validator=check_text)
    tersirat: bool = attrs.field(default=False, validator=check_bool)
    sebutan: tuple[Sebutan, ...] = attrs.field(
        default=(), converter=to_tuple, validator=check_items(Sebutan, "a Sebutan")
    )
    keterangan: str = attrs.field(default="", validator=check_text)
    lain: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=to_pairs, validator=check_pairs)

    @property
    def arah(self) -> Polaritas:
        """Which way is taken to be better, naik where no polaritas is stated.

        >>> Indikator(id="IK1", nama="Persentase PPKS yang tertangani").arah
        <Polaritas.NAIK: 'naik'>
        """
        return self.polaritas or Polaritas.NAIK

    def target_for(
        self, periode: Periode | int | str, versi: str | None = None, *, pada: dt.date | None = None
    ) -> Target | None:
        """The target of a period, or None.

        Args:
            periode: The period.
            versi: The version of the plan; without one, that in force on the day *pada*.
            pada: The day, by default the last of the period.

        >>> import datetime as dt
        >>> indikator = Indikator(id="IK1", nama="Jumlah", target=[
        ...     Target("2025", 50), Target("2025", 40, "perubahan", dt.date(2025, 9, 1))])
        >>> print(indikator.target_for(2025), indikator.target_for(2025, pada=dt.date(2025, 6, 30)))
        40 50
        """
        found: Target | None = in_force(self.target, to_periode(periode), versi, pada)
        return found
