"""The head of a form: whose it is, for when, under which decree, in which state."""

from __future__ import annotations

import datetime as dt
import enum
import re

import attrs

from sakip.angka import Tanggal, read_nilai
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
        unit: The unit within it, as printed.
        periode: The year, or the span of years, that the form is for.
        status: Draft, as first approved, or revised; None where nothing says.
        keputusan: The decree that it belongs to, as printed, line by line.
        dasar_hukum: The regulations that it rests on, as printed.
        tempat: Where it was signed.
        tanggal: When it was signed.
        atas_nama: The office on whose behalf it was signed, as printed after ``a.n.``.
        judul: The lines of the title, as printed.
        catatan: Further lines around the tables, as printed. Names of people, their
            NIP and rank are never among them.

    >>> str(Kepala(instansi="Dinas Sosial", periode=2025, status="murni").periode)
    '2025'
    """

    instansi: str = attrs.field(default="", validator=check_text)
    unit: str = attrs.field(default="", validator=check_text)
    periode: Periode | None = attrs.field(default=None, converter=_to_periode)
    status: Status | None = attrs.field(default=None, converter=_to_status)
    keputusan: str = attrs.field(default="", validator=check_text)
    dasar_hukum: tuple[str, ...] = attrs.field(
        default=(), converter=to_texts, validator=check_items(str, "a text")
    )
    tempat: str = attrs.field(default="", validator=check_text)
    tanggal: dt.date | None = attrs.field(default=None, validator=check_date)
    atas_nama: str = attrs.field(default="", validator=check_text)
    judul: tuple[str, ...] = attrs.field(default=(), converter=to_texts, validator=check_items(str, "a text"))
    catatan: tuple[str, ...] = attrs.field(
        default=(), converter=to_texts, validator=check_items(str, "a text")
    )

    @property
    def nomor_keputusan(self) -> str:
        r"""The number of the decree, as printed; empty where none is.

        >>> Kepala(keputusan="KEPUTUSAN BUPATI CONTOH\nNOMOR : 104/HK/2021 TANGGAL : 5 Nopember 2021").nomor_keputusan
        '104/HK/2021'
        >>> Kepala(keputusan="Keputusan Bupati Nomor 12 Tahun 2025 tentang IKU").nomor_keputusan
        '12 Tahun 2025'
        """
        match = _NOMOR.search(" ".join(self.keputusan.split()))
        return "" if match is None else match[1].rstrip(" ,;")

    @property
    def tanggal_keputusan(self) -> dt.date | None:
        """The day of the decree; None where none is printed that can be read.

        >>> str(Kepala(keputusan="NOMOR : 104/HK/2021 TANGGAL : 5 Nopember 2021").tanggal_keputusan)
        '2021-11-05'
        """
        match = _TANGGAL.search(" ".join(self.keputusan.split()))
        found = None if match is None else read_nilai(match[1])
        return found.nilai if isinstance(found, Tanggal) else None


_NOMOR = re.compile(r"\bnomor\s*:?\s*(.+?)(?=\s*,?\s*(?:\btanggal\b|\btentang\b|\bdan\b|$))", re.IGNORECASE)
_TANGGAL = re.compile(r"\btanggal\s*:?\s*(\d{1,2}\s+[a-z]+\s+\d{4})\b", re.IGNORECASE)
