"""Findings: what is wrong in a document or a tree, as data.

A `Temuan` never interrupts. It has a stable code, a severity, a place, and
the figures it speaks of; its sentences are made from those figures, so they
can be counted, sorted, tested and reported again in another form.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import attrs

from sakip.errors import ModelError
from sakip.teks import Tampilan, render_html, render_tabel


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


_URUTAN = {tingkat: place for place, tingkat in enumerate(Tingkat)}


def sort_temuan(temuan: Iterable[Temuan]) -> list[Temuan]:
    """Findings as they are read: the serious ones first, those of one code together, else as they came.

    >>> jenis = [JenisTemuan(kode, tingkat, "", "") for kode, tingkat in
    ...     (("SKP998", Tingkat.SARAN), ("SKP999", Tingkat.KESALAHAN), ("SKP997", Tingkat.SARAN))]
    >>> [item.kode for item in sort_temuan(item.temuan(Tempat()) for item in jenis)]
    ['SKP999', 'SKP997', 'SKP998']
    """
    return sorted(temuan, key=lambda item: (_URUTAN[item.tingkat], item.kode))


def format_temuan(temuan: Iterable[Temuan], *, rinci: int = 3) -> str:
    """Findings as text: the serious ones first, a long tail of one code shortened, and a summary.

    Args:
        temuan: The findings, in any order.
        rinci: How many findings of one code are told one by one; of more, the first is
            told and the places of the others are counted. A kesalahan is always told.

    >>> print(format_temuan([]))
    Tidak ada temuan.
    >>> jenis = JenisTemuan("SKP999", Tingkat.SARAN, "tanpa nama", "Ini tidak bernama.", "Beri nama.")
    >>> print(format_temuan([jenis.temuan(Tempat(simpul=f"S{number}")) for number in range(5)]))
    SARAN
    SKP999 tanpa nama, 5 temuan, di antaranya:
           S0: Ini tidak bernama.
           → Beri nama.
           Juga pada S1, S2, S3, S4.
    <BLANKLINE>
    5 temuan: 5 saran.
    """
    rows = sort_temuan(temuan)
    told = "\n".join(line for line, _ in tell_temuan(rows, rinci=rinci))
    return "\n\n".join(filter(None, (told, tabulate_temuan(rows), summarise_temuan(rows))))


def tell_temuan(temuan: Iterable[Temuan], *, rinci: int = 3) -> Iterator[tuple[str, Tingkat | None]]:
    """The lines of `format_temuan` without its summary, those that name a finding with how serious it is.

    Args:
        temuan: The findings, in any order.
        rinci: How many findings of one code are told one by one.

    >>> list(tell_temuan([]))
    []
    """
    begun = False
    for tingkat, same in groupby(sort_temuan(temuan), key=lambda item: item.tingkat):
        if begun:
            yield "", None
        begun = True
        yield tingkat.value.upper(), tingkat
        for _, group in groupby(same, key=lambda item: item.kode):
            rows = list(group)
            yield from _tell(rows, len(rows) if tingkat is Tingkat.KESALAHAN else rinci)


_INDEN = " " * 7
_TEMPAT = 10
"""How many further places of one code are named."""


def _tell(group: list[Temuan], rinci: int) -> Iterator[tuple[str, Tingkat | None]]:
    """The findings of one code: one by one, or the first of many."""
    first = group[0]
    if len(group) <= rinci:
        for item in group:
            yield f"{item.kode} {item.tempat}: {item.pesan}", item.tingkat
            if item.saran:
                yield f"{_INDEN}→ {item.saran}", None
        return
    yield f"{first.kode} {first.jenis.judul}, {len(group)} temuan, di antaranya:", first.tingkat
    yield f"{_INDEN}{first.tempat}: {first.pesan}", None
    if first.saran:
        yield f"{_INDEN}→ {first.saran}", None
    places = [_short(item) for item in group[1 : 1 + _TEMPAT]]
    rest = len(group) - 1 - len(places)
    yield f"{_INDEN}Juga pada {', '.join(places)}{f', dan {rest} tempat lain' if rest else ''}.", None


def _short(temuan: Temuan) -> str:
    place = temuan.tempat
    return place.indikator or place.simpul or (place.nama if not place.berkas else str(place))


def tabulate_temuan(temuan: Iterable[Temuan]) -> str:
    """How many findings there are of each code, the serious ones first; nothing where there is one code or none.

    >>> kinds = [JenisTemuan("SKP998", Tingkat.SARAN, "tanpa nama", ""), JenisTemuan("SKP999", Tingkat.KESALAHAN, "x", "")]
    >>> print(tabulate_temuan([kinds[number].temuan(Tempat()) for number in (0, 0, 1)]))
    Kode    Tingkat    Temuan  Perihal
    ──────  ─────────  ──────  ──────────
    SKP999  kesalahan       1  x
    SKP998  saran           2  tanpa nama
    """
    groups = Counter(item.jenis for item in sort_temuan(temuan))
    if len(groups) < 2:
        return ""
    table = [(jenis.kode, jenis.tingkat.value, str(many), jenis.judul) for jenis, many in groups.items()]
    return render_tabel(("Kode", "Tingkat", "Temuan", "Perihal"), table, kanan=(2,))


_KEPALA = ("Kode", "Tingkat", "Tempat", "Temuan", "Saran", "Acuan")


def render_temuan(temuan: Sequence[Temuan]) -> str:
    """Findings as a table for notebooks, with a count.

    >>> "Tidak ada temuan." in render_temuan([])
    True
    """
    rows = [
        (item.kode, item.tingkat.value, str(item.tempat), item.pesan, item.saran, item.acuan)
        for item in sort_temuan(temuan)
    ]
    return render_html(_KEPALA, rows, catatan=summarise_temuan(temuan))
