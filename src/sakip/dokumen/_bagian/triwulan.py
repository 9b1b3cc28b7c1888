"""Targets of several periods in one cell, each with its label: ``TW 1 : 35% TW 2 : 25%``."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from sakip.angka import nama_bulan
from sakip.dokumen._bagian.versi import Versi, list_versi
from sakip.dokumen._tulis.naskah import Isi, Lajur
from sakip.errors import PeriodeError
from sakip.model import Indikator, Target
from sakip.periode import JenisPeriode, Periode

_BULAN = "|".join(nama_bulan(number) for number in range(1, 13))
_LABEL = re.compile(
    rf"""(?:^|(?<=[\s;,|(]))(?P<label>
      (?:triwulan|triw|trw|tw|kuartal)[\s.-]*(?:iv|i{{1,3}}|[1-4])(?![\w%])(?:\s+(?:tahun\s+)?(?:19|20)\d\d(?!\d))?\s*[:=]?
    | (?:(?:semester|smt)[\s.-]*(?:ii|i|[12])(?:\s+(?:19|20)\d\d)?
        |(?:{_BULAN})(?:\s+(?:19|20)\d\d)?
        |(?:tahun\s+)?(?:19|20)\d\d(?:-(?:19|20)\d\d)?)\s*[:=]
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_TW = re.compile(
    r"(?:triwulan|triw|trw|tw|kuartal)?[\s.-]*(?P<nomor>iv|i{1,3}|[1-4])(?:\s+(?:tahun\s+)?(?P<tahun>\d{4}))?",
    re.IGNORECASE,
)
_ANGKA = re.compile(r"[-–—]*|.{0,40}\d.{0,40}", re.DOTALL)
"""What stands behind a label that is one: nothing, a dash, or something with a figure."""
_TERPANJANG = 40
"""Characters that may stand behind a label with a colon."""
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@attrs.frozen
class Bagian:
    """One target of a cell.

    Attributes:
        label: The label of its period as printed, without its colon.
        teks: The text behind it.
        tegas: Whether the label has a colon.
    """

    label: str
    teks: str
    tegas: bool = False


def split_bagian(teks: str) -> tuple[Bagian, ...]:
    r"""The targets in a cell; one without a label where the cell doesn't begin with one.

    >>> [(item.label, item.teks) for item in split_bagian("TW 1 : 35% TW 2 : -\nTrw. III = 24%")]
    [('TW 1', '35%'), ('TW 2', '-'), ('Trw. III', '24%')]
    >>> split_bagian("12 Dokumen")
    (Bagian(label='', teks='12 Dokumen', tegas=False),)
    """
    found = list(_LABEL.finditer(teks))
    if not found or found[0].start():
        return (Bagian("", teks),)
    ends = [match.start() for match in found[1:]] + [len(teks)]
    return tuple(
        Bagian(
            match["label"].rstrip(" :="),
            teks[match.end() : end].strip(" \n;,|"),
            tegas=match["label"].endswith((":", "=")),
        )
        for match, end in zip(found, ends, strict=True)
    )


def is_bagian(teks: str) -> bool:
    """Whether a cell holds targets with the labels of their periods and nothing else.

    >>> is_bagian("TW 2 : 25%"), is_bagian("Triwulan I"), is_bagian("TW 1 dan TW 2 dilaksanakan di Ambon")
    (True, True, False)
    """
    parts = split_bagian(teks)
    return bool(parts[0].label) and all(
        len(item.teks) <= _TERPANJANG if item.tegas else _ANGKA.fullmatch(item.teks) for item in parts
    )


def read_periode(label: str, tahun: int | None) -> Periode | None:
    """The period that a label names; None where it names none, or no year is known.

    Args:
        label: As printed, such as ``Trw. III``; ``III`` alone is a triwulan too.
        tahun: The year where the label has none.

    >>> str(read_periode("Trw. III", 2023)), str(read_periode("iv", 2023)), read_periode("TW 1", None)
    ('2023-TW3', '2023-TW4', None)
    """
    if match := _TW.fullmatch(label.strip()):
        nomor = match["nomor"].lower()
        year = int(match["tahun"]) if match["tahun"] else tahun
        return None if year is None else _triwulan(year, _ROMAWI.get(nomor) or int(nomor))
    try:
        return Periode.parse(label, tahun=tahun)
    except PeriodeError:
        return None


def _triwulan(tahun: int, nomor: int) -> Periode | None:
    try:
        return Periode(tahun, JenisPeriode.TRIWULAN, nomor)
    except PeriodeError:
        return None


def join_bagian(target: Iterable[Target], periode: Periode | None) -> str:
    r"""The cell that `split_bagian` takes apart; the form's own year alone needs no label.

    >>> tahun = Periode.parse("2023")
    >>> join_bagian([Target("2023-TW1", "26%"), Target("2023-TW2", "-")], tahun)
    'TW 1 : 26%\nTW 2 : -'
    >>> join_bagian([Target("2023", "100 %")], tahun)
    '100 %'
    """
    rows = [(item.periode, str(item.nilai)) for item in target]
    if (
        len(rows) == 1
        and rows[0][0] == periode
        and periode.jenis is JenisPeriode.TAHUN
        and rows[0][1].strip()
    ):
        return rows[0][1]
    return "\n".join(f"{_label(when, periode)} : {teks}".rstrip() for when, teks in rows)


def _label(when: Periode, periode: Periode | None) -> str:
    own = periode is not None and periode.jenis is JenisPeriode.TAHUN and periode.tahun == when.tahun
    year = "" if own else f" {when.tahun}"
    match when.jenis:
        case JenisPeriode.TRIWULAN:
            return f"TW {when.nomor}{year}"
        case JenisPeriode.SEMESTER:
            return f"Semester {when.nomor}{year}"
        case JenisPeriode.BULAN:
            return f"{nama_bulan(when.nomor)}{year}"
        case _:
            return str(when)


@attrs.frozen
class LajurBagian:
    """The columns of targets of several periods in one cell: one column for each version of the plan.

    Attributes:
        versi: What each is of, in their order.
        periode: The year of the form.
    """

    versi: tuple[Versi, ...]
    periode: Periode | None

    @classmethod
    def of(cls, baris: Iterable[Indikator], periode: Periode | None) -> LajurBagian:
        """Those that some indikator need."""
        return cls(tuple(list_versi(target for item in baris for target in item.target)), periode)

    def lajur(self, nama: str) -> list[Lajur]:
        """The columns under their name; a plan that was never revised needs no more."""
        words = [item.say(self.versi) for item in self.versi]
        return [Lajur((nama, teks) if teks else nama, max(12, len(teks))) for teks in words]

    def cells(self, indikator: Indikator | None) -> list[Isi]:
        """What stands in them."""
        own = () if indikator is None else indikator.target
        return [
            join_bagian((item for item in own if Versi.of(item) == versi), self.periode)
            for versi in self.versi
        ]
