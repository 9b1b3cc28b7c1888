"""Findings: what is wrong in a document or a tree, as data.

A `Temuan` never interrupts. It has a stable code, a severity, a place, and
the figures it speaks of; its sentences are made from those figures, so they
can be counted, sorted, tested and reported again in another form.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping, Sequence

import attrs

from sakip.errors import ModelError
from sakip.teks import Tampilan, render_html


class Tingkat(enum.Enum):
    """How serious a finding is.

    >>> Tingkat("kesalahan") is Tingkat.KESALAHAN
    True
    """

    KESALAHAN = "kesalahan"
    PERINGATAN = "peringatan"
    SARAN = "saran"


@attrs.frozen
class Tempat:
    """Where a finding stands: in a tree, in a file, or in both.

    Attributes:
        simpul: The id of the node.
        indikator: The id of the indikator.
        berkas: The file.
        lembar: The sheet of a workbook.
        baris: The row in the file, counted from 1.
        kolom: The column's header as printed.
        sel: The cell as spreadsheets call it, such as ``B5``.
        nama: What a reader knows the place by, such as the node's name.

    >>> print(Tempat(simpul="K1", nama="Penyediaan Makanan"))
    K1 (Penyediaan Makanan)
    >>> print(Tempat(berkas="struktur.csv", baris=12, kolom="pagu_2025"))
    struktur.csv baris 12 kolom "pagu_2025"
    >>> print(Tempat(berkas="pk.xlsx", lembar="Lampiran", sel="B5"))
    pk.xlsx lembar "Lampiran" sel B5
    """

    simpul: str = ""
    indikator: str = ""
    berkas: str = ""
    baris: int | None = None
    kolom: str = ""
    nama: str = ""
    lembar: str = ""
    sel: str = ""

    def __str__(self) -> str:
        words = [self.berkas] if self.berkas else []
        if self.lembar:
            words.append(f'lembar "{self.lembar}"')
        if self.baris is not None:
            words.append(f"baris {self.baris}")
        if self.kolom:
            words.append(f'kolom "{self.kolom}"')
        if self.sel:
            words.append(f"sel {self.sel}")
        if label := self.indikator or self.simpul:
            words.append(label)
        if self.nama:
            words.append(f"({self.nama})")
        return " ".join(words)


@attrs.frozen
class JenisTemuan:
    """A kind of finding: its code and the sentences it speaks in.

    Attributes:
        kode: Stable code, ``SKP`` and three digits.
        tingkat: How serious it is.
        judul: A few words for tables.
        pesan: The message, a template over the finding's parameters.
        saran: What to do, a template over the same parameters.
        acuan: The regulation or practice it rests on.
    """

    kode: str
    tingkat: Tingkat
    judul: str
    pesan: str
    saran: str = ""
    acuan: str = ""

    def temuan(self, tempat: Tempat, **parameter: object) -> Temuan:
        """Make a finding of this kind.

        Args:
            tempat: Where it stands.
            parameter: The values that the sentences are made from. Whole
                numbers are printed the Indonesian way.

        >>> jenis = JenisTemuan("SKP999", Tingkat.SARAN, "contoh", "Kurang {jumlah}.")
        >>> jenis.temuan(Tempat(simpul="K1"), jumlah=5000).pesan
        'Kurang 5.000.'
        """
        return Temuan(self, tempat, tuple(parameter.items()))


@attrs.frozen
class Temuan(Tampilan):
    """One finding.

    Attributes:
        jenis: Its kind, which gives code, severity and wording.
        tempat: Where it stands.
        parameter: The values it speaks of, as pairs.

    >>> jenis = JenisTemuan("SKP999", Tingkat.SARAN, "contoh", "Selisih {selisih} rupiah.")
    >>> temuan = jenis.temuan(Tempat(simpul="P1"), selisih=1_234_567)
    >>> temuan.pesan
    'Selisih 1.234.567 rupiah.'
    >>> print(temuan)
    SKP999 saran P1: Selisih 1.234.567 rupiah.
    """

    jenis: JenisTemuan
    tempat: Tempat
    parameter: tuple[tuple[str, object], ...] = ()

    @property
    def kode(self) -> str:
        """The stable code, such as ``SKP701``."""
        return self.jenis.kode

    @property
    def tingkat(self) -> Tingkat:
        """How serious it is."""
        return self.jenis.tingkat

    @property
    def acuan(self) -> str:
        """The regulation or practice it rests on."""
        return self.jenis.acuan

    @property
    def pesan(self) -> str:
        """The message, in Indonesian."""
        return self._fill(self.jenis.pesan)

    @property
    def saran(self) -> str:
        """What to do about it, in Indonesian; empty where nothing is proposed."""
        return self._fill(self.jenis.saran)

    def to_record(self) -> dict[str, object]:
        """The finding as one flat record of plain values, for tables and JSON."""
        return {
            "kode": self.kode,
            "tingkat": self.tingkat.value,
            "tempat": str(self.tempat),
            **attrs.asdict(self.tempat),
            "pesan": self.pesan,
            "saran": self.saran,
            "acuan": self.acuan,
        }

    def _repr_html_(self) -> str:
        return render_temuan([self])

    def _fill(self, template: str) -> str:
        return template.format_map({name: _show(value) for name, value in self.parameter})

    def __str__(self) -> str:
        return f"{self.kode} {self.tingkat.value} {self.tempat}: {self.pesan}"


def _show(value: object) -> object:
    """Whole numbers with dots between the thousands; anything else as it is."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}".replace(",", ".")
    return value


REGISTER: dict[str, JenisTemuan] = {}
"""Every kind of finding by its code; the reference page is made from it."""


def register(jenis: JenisTemuan) -> JenisTemuan:
    """Enter a kind of finding in the `REGISTER` and give it back.

    Raises:
        ModelError: The code is taken by another kind.

    >>> from sakip.anggaran import PAGU_TAK_TERBACA
    >>> register(PAGU_TAK_TERBACA) is REGISTER[PAGU_TAK_TERBACA.kode]
    True
    """
    taken = REGISTER.setdefault(jenis.kode, jenis)
    if taken != jenis:
        raise ModelError("JenisTemuan", "kode", repr(jenis.kode), "a code that is not taken")
    return jenis


def count_tingkat(temuan: Iterable[Temuan]) -> Mapping[Tingkat, int]:
    """How many findings there are of each severity.

    >>> count_tingkat([])[Tingkat.KESALAHAN]
    0
    """
    counts: dict[Tingkat, int] = dict.fromkeys(Tingkat, 0)
    for item in temuan:
        counts[item.tingkat] += 1
    return counts


def summarise_temuan(temuan: Iterable[Temuan]) -> str:
    """How many findings there are, and of which severities, in words.

    >>> summarise_temuan([])
    'Tidak ada temuan.'
    """
    counts = count_tingkat(temuan)
    words = ", ".join(f"{banyak} {tingkat.value}" for tingkat, banyak in counts.items() if banyak)
    return f"{sum(counts.values())} temuan: {words}." if words else "Tidak ada temuan."


def format_temuan(temuan: Sequence[Temuan]) -> str:
    """Findings as text, one below the other, with a count.

    >>> print(format_temuan([]))
    Tidak ada temuan.
    """
    lines = []
    for item in temuan:
        lines.append(str(item))
        if item.saran:
            lines.append(f"       → {item.saran}")
    return "\n".join([*lines, *([""] if lines else []), summarise_temuan(temuan)])


_KEPALA = ("Kode", "Tingkat", "Tempat", "Temuan", "Saran", "Acuan")


def render_temuan(temuan: Sequence[Temuan]) -> str:
    """Findings as a table for notebooks, with a count.

    >>> "Tidak ada temuan." in render_temuan([])
    True
    """
    rows = [
        (item.kode, item.tingkat.value, str(item.tempat), item.pesan, item.saran, item.acuan)
        for item in temuan
    ]
    return render_html(_KEPALA, rows, catatan=summarise_temuan(temuan))
