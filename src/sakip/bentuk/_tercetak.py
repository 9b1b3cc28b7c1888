"""What the tables of a report print beside plan and measurement, kept as printed."""

from __future__ import annotations

import attrs

from sakip.angka import Isian
from sakip.periksa import check_id, check_text
from sakip.rumus import to_optional_isian


@attrs.frozen(kw_only=True)
class Tercetak:
    """What the table prints beside target and realisasi of one indikator; none of it is taken as true.

    Attributes:
        indikator: The id of the indikator.
        capaian: The capaian in percent.
        predikat: Its category in words.
        pertumbuhan: The change since the year before.
        target_akhir: The target at the end of the Renstra.
        kemajuan: The realisasi in percent of that.
        pembanding: A figure from outside, such as the national one.

    >>> Tercetak(indikator="IK1", capaian="94,03", predikat="Sangat Tinggi").capaian.nilai
    Decimal('94.03')
    """

    indikator: str = attrs.field(validator=check_id)
    capaian: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    predikat: str = attrs.field(default="", validator=check_text)
    pertumbuhan: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    target_akhir: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    kemajuan: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    pembanding: Isian | None = attrs.field(default=None, converter=to_optional_isian)


@attrs.frozen
class SerapanTercetak:
    """The serapan that the table of money prints for one component.

    >>> SerapanTercetak("P1", "92,5").serapan.nilai
    Decimal('92.5')
    """

    simpul: str = attrs.field(validator=check_id)
    serapan: Isian | None = attrs.field(default=None, converter=to_optional_isian)


@attrs.frozen(kw_only=True)
class EfisiensiTercetak:
    """A row of the table of efficiency.

    Attributes:
        sasaran: The sasaran, as printed.
        capaian: Its capaian in percent.
        serapan: The serapan in percent.
        tingkat: The efficiency, as printed: a figure, a category, or both.

    >>> EfisiensiTercetak(sasaran="Tertangani", capaian="100", serapan="92,5", tingkat="Efisien").serapan.nilai
    Decimal('92.5')
    """

    sasaran: str = attrs.field(validator=check_text)
    capaian: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    serapan: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    tingkat: str = attrs.field(default="", validator=check_text)
