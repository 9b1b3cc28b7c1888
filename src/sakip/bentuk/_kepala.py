"""The head of a form: whose it is, for when, under which decree, in which state."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from sakip.periksa import check_date, check_items, check_text, to_texts
from sakip.periode import Periode, to_periode
from sakip.pilihan import to_enum


class Status(enum.Enum):
    """How far a form has come.

    >>> Status("perubahan") is Status.PERUBAHAN
    True
    """

    DRAF = "draf"
    MURNI = "murni"
    PERUBAHAN = "perubahan"


def _to_status(value: Status | str | None) -> Status | None:
    return None if value is None else to_enum(Status, value, "Kepala", "status")


def _to_periode(value: Periode | int | str | None) -> Periode | None:
    return None if value is None else to_periode(value)


@attrs.frozen(kw_only=True)
class Kepala:
    """The head of a form.

    Attributes:
        instansi: The institution, as printed.
        periode: The year, or the span of years, that the form is for.
        status: Draft, as first approved, or revised; None where nothing says.
        keputusan: The decree that it belongs to, as printed.
        tempat: Where it was signed.
        tanggal: When it was signed.
        judul: The lines of the title, as printed.
        catatan: Further lines around the tables, as printed. Names of people, their
            NIP and rank are never among them.

    >>> str(Kepala(instansi="Dinas Sosial", periode=2025, status="murni").periode)
    '2025'
    """

    instansi: str = attrs.field(default="", validator=check_text)
    periode: Periode | None = attrs.field(default=None, converter=_to_periode)
    status: Status | None = attrs.field(default=None, converter=_to_status)
    keputusan: str = attrs.field(default="", validator=check_text)
    tempat: str = attrs.field(default="", validator=check_text)
    tanggal: dt.date | None = attrs.field(default=None, validator=check_date)
    judul: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=check_items(str, "a text"))
    catatan: tuple[str, ...] = attrs.field(
        default=(), converter=to_texts, validator=check_items(str, "a text")
    )
