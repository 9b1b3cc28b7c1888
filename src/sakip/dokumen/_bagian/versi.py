"""Columns of planned values: one for each period, and for each version of the plan where there are several.

A revised form prints what was planned before and after beside each other.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TypeVar

import attrs

from sakip.dokumen._bagian.waktu import one_period, parse_bagian
from sakip.model import MURNI, Pagu, Target
from sakip.periode import JenisPeriode, Periode

N = TypeVar("N", Target, Pagu)

PERUBAHAN = "perubahan"
"""What the version is called that a revision makes."""
_SEBUTAN = {MURNI: "Sebelum Perubahan", PERUBAHAN: "Setelah Perubahan"}
_KATA = {
    MURNI: "sebelumperubahan|sebelum|semula|murni",
    PERUBAHAN: "(?:setelah|sesudah)perubahan|setelah|sesudah|menjadi|perubahan",
}
POLA_VERSI = rf"(?:(?:{'|'.join(_KATA.values())}|revisi\w*?)(?:berlaku\d{{8}})?|berlaku\d{{8}})"
"""How a squashed header says which version of the plan it is of."""
BAWAH = re.compile(POLA_VERSI)
"""What may stand below the header of a planned value: the version alone."""
_BAGIAN = re.compile(rf"(?P<waktu>tw[1-4](?:\d{{4}})?|\d{{4}}\w*?|[1-4]?)(?P<versi>{POLA_VERSI})?")
_BERLAKU = re.compile(r"berlaku(\d{2})(\d{2})(\d{4})")
_NAMA = re.compile(r"\(revisi (?P<nama>.+?)\)(?: \(berlaku [\d-]+\))?\Z", re.DOTALL)


@attrs.frozen
class Versi:
    """A version of the plan, and since when it is in force."""

    nama: str = MURNI
    berlaku: dt.date | None = None

    @classmethod
    def of(cls, nilai: Target | Pagu) -> Versi:
        """That of a planned value."""
        return cls(nilai.versi, nilai.berlaku)

    @property
    def urut(self) -> tuple[bool, dt.date, str]:
        """The plan itself, then its revisions as they came."""
        return self.nama != MURNI, self.berlaku or dt.date.min, self.nama

    def say(self, semua: Iterable[Versi]) -> str:
        """What a header says of it, beside all others; nothing where the plan was never revised.

        >>> murni, perubahan = Versi(), Versi("perubahan", dt.date(2025, 9, 1))
        >>> murni.say([murni]), murni.say([murni, perubahan]), perubahan.say([perubahan])
        ('', 'Sebelum Perubahan', 'Setelah Perubahan (berlaku 01-09-2025)')
        """
        revised = any(item.nama != MURNI for item in semua)
        words = [_SEBUTAN.get(self.nama, f"(revisi {self.nama})")] if revised else []
        if self.berlaku is not None:
            words.append(f"(berlaku {self.berlaku:%d-%m-%Y})")
        return " ".join(words)


def list_versi(nilai: Iterable[Target | Pagu]) -> list[Versi]:
    """The versions that planned values are of, in their order; of nothing planned, the plan itself.

    >>> [item.nama for item in list_versi([Target(2025, "3", "perubahan"), Target(2025, "2")])]
    ['murni', 'perubahan']
    """
    return sorted(set(map(Versi.of, nilai)), key=lambda item: item.urut) or [Versi()]


@attrs.frozen
class Waktu:
    """When a value is planned for, in which version of the plan, and since when that is in force."""

    periode: Periode
    versi: str = MURNI
    berlaku: dt.date | None = None

    @classmethod
    def of(cls, nilai: Target | Pagu) -> Waktu:
        """That of a planned value.

        >>> Waktu.of(Target(2025, "80")).versi
        'murni'
        """
        return cls(nilai.periode, nilai.versi, nilai.berlaku)

    @property
    def kunci(self) -> tuple[Periode, str]:
        """What there is one value for: the period and the version."""
        return self.periode, self.versi

    @property
    def urut(self) -> tuple[bool, Periode, bool, dt.date, str]:
        """Years first, then their parts; of one period the plan itself, then its revisions as they came."""
        part = self.periode.jenis is not JenisPeriode.TAHUN
        return part, self.periode, self.versi != MURNI, self.berlaku or dt.date.min, self.versi

    def find(self, nilai: Iterable[N]) -> N | None:
        """The value of that period and version."""
        return next((item for item in nilai if Waktu.of(item) == self), None)


def list_waktu(nilai: Iterable[Target | Pagu], selalu: Periode | None = None) -> list[Waktu]:
    """The columns that planned values need, in their order.

    Args:
        nilai: The values.
        selalu: A period that has a column even where no value is of it.

    >>> [(str(item.periode), item.versi) for item in list_waktu([Target(2025, "3", "perubahan"), Target(2025, "2")])]
    [('2025', 'murni'), ('2025', 'perubahan')]
    """
    found = {Waktu.of(item) for item in nilai}
    if selalu is not None and all(item.periode != selalu for item in found):
        found.add(Waktu(selalu))
    return sorted(found, key=lambda item: item.urut)


def say_versi(waktu: Waktu, semua: Iterable[Waktu]) -> str:
    """What a header says of the version, beside all others.

    >>> say_versi(Waktu(Periode(2025)), [Waktu(Periode(2025)), Waktu(Periode(2025), "perubahan")])
    'Sebelum Perubahan'
    """
    versions = (Versi(item.versi, item.berlaku) for item in semua)
    return Versi(waktu.versi, waktu.berlaku).say(versions)


def parse_waktu(bagian: str, judul: str, periode: Periode | None) -> Waktu | None:
    """The period and version in a header; None where it names no period, and the form is of no year.

    Args:
        bagian: The part of the squashed header that says it.
        judul: The header as printed.
        periode: The year of the form.

    >>> found = parse_waktu("tw1setelahperubahan", "Target / TW I Setelah Perubahan", Periode(2025))
    >>> str(found.periode), found.versi
    ('2025-TW1', 'perubahan')
    """
    waktu, versi = split_versi(bagian, judul)
    when = _when(waktu, periode)
    if when is None or versi is None:
        return None
    return Waktu(when, versi.nama, versi.berlaku)


def split_versi(bagian: str, judul: str) -> tuple[str, Versi | None]:
    """What a header says of the period, and of the version; None where that names a day that there is not.

    >>> split_versi("2setelahperubahan", "Target / II Setelah Perubahan")
    ('2', Versi(nama='perubahan', berlaku=None))
    >>> split_versi("2025berlaku31022025", "Target / 2025 (berlaku 31-02-2025)")
    ('2025', None)
    """
    match = _BAGIAN.fullmatch(bagian)
    waktu, words = (bagian, "") if match is None else (match["waktu"], match["versi"] or "")
    try:
        return waktu, Versi(_versi(words, judul), _berlaku(words))
    except ValueError:
        return waktu, None


def say_tak_terbaca(bagian: str) -> str:
    """Why `parse_waktu` found nothing in a header.

    >>> say_tak_terbaca("berlaku31022025"), say_tak_terbaca("")
    ('tanggal berlaku pada judulnya tidak ada', 'tahun tidak tertulis')
    """
    if split_versi(bagian, "")[1] is None:
        return "tanggal berlaku pada judulnya tidak ada"
    return "tahun tidak tertulis"


def _when(bagian: str, periode: Periode | None) -> Periode | None:
    if bagian:
        return parse_bagian(bagian, None if periode is None else periode.tahun)
    return one_period(periode)


def _versi(words: str, judul: str) -> str:
    if words.startswith("revisi"):
        match = _NAMA.search(judul)
        return match["nama"].strip() if match else words.removeprefix("revisi") or PERUBAHAN
    bare = _BERLAKU.sub("", words)
    return PERUBAHAN if re.fullmatch(_KATA[PERUBAHAN], bare) else MURNI


def _berlaku(words: str) -> dt.date | None:
    if match := _BERLAKU.search(words):
        day, month, year = map(int, match.groups())
        return dt.date(year, month, day)
    return None
