"""What a rule is, what it may look at, and how it is tuned."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

import attrs

from sakip.errors import ModelError
from sakip.model import NAMA_JENIS, AnySimpul, Indikator, Jabatan, JenisRelasi, Komponen, Realisasi
from sakip.periksa import check_id, check_text
from sakip.pohon import Peran, PohonKinerja
from sakip.reviu._kata import words
from sakip.reviu._setelan import Setelan
from sakip.temuan import JenisTemuan, Tempat, Temuan


@attrs.frozen
class Bungkam:
    """A finding that is known and left as it is, with the reason.

    Attributes:
        kode: The code of the finding.
        tempat: The id of the node or the indikator, or the name of the post that a finding is on;
            empty silences it everywhere.
        alasan: Why; needed.

    >>> Bungkam("SKP006", "C3", "CSF ketiga memang hanya satu kondisi").kode
    'SKP006'
    """

    kode: str = attrs.field(validator=check_id)
    tempat: str = attrs.field(default="", validator=check_text)
    alasan: str = attrs.field(default="", validator=check_text)

    def __attrs_post_init__(self) -> None:
        if not self.alasan.strip():
            raise ModelError("Bungkam", "alasan", repr(self.alasan), "a reason")

    def holds(self, temuan: Temuan) -> bool:
        """Whether a finding is the one that is meant.

        >>> from sakip.anggaran import PAGU_TAK_TERBACA
        >>> temuan = PAGU_TAK_TERBACA.temuan(Tempat(simpul="P1"), periode="2025", teks="1.2")
        >>> Bungkam("SKP701", "P1", "menunggu DPA").holds(temuan)
        True
        """
        place = temuan.tempat
        places = {"", place.simpul, place.indikator, "" if place.simpul else place.nama}
        return self.kode == temuan.kode and self.tempat in places


@attrs.frozen
class Tinjauan:
    """What the rules look at: the tree, what was measured, and how strict they are.

    What every rule asks for again is gone through once: the nodes, the indikator, the
    owners, and the words of a text. A `Tinjauan` is therefore of the tree as it stood
    when it was first looked at.

    Attributes:
        pohon: The tree.
        setelan: How strict the rules are.
        realisasi: What was measured in the years before, for rules that compare with it.

    >>> Tinjauan(PohonKinerja("Dinas Contoh")).setelan.indikator_terbanyak
    5
    """

    pohon: PohonKinerja
    setelan: Setelan = attrs.field(factory=Setelan)
    realisasi: tuple[Realisasi, ...] = ()
    _kata: dict[str, str] = attrs.field(factory=dict, init=False, repr=False, eq=False)

    @functools.cached_property
    def simpul(self) -> tuple[AnySimpul, ...]:
        """Every node, in the order of the tree."""
        return tuple(self.pohon)

    @functools.cached_property
    def indikator(self) -> tuple[tuple[AnySimpul, Indikator], ...]:
        """Every indikator with its node, in the order of the tree."""
        return tuple((simpul, item) for simpul in self.simpul for item in simpul.indikator)

    @functools.cached_property
    def pemilik(self) -> Mapping[str, Jabatan]:
        """The post that answers for a node, by the id of the node."""
        posts = self.pohon.jabatan
        return {
            link.dari.id: posts[link.ke.id]
            for link in self.pohon.relasi
            if link.jenis is JenisRelasi.PENUGASAN and link.peran == Peran.UTAMA.value
        }

    @functools.cached_property
    def diturunkan(self) -> frozenset[frozenset[str]]:
        """The pairs of indikator of which a relasi says that one is the other, handed down directly."""
        return frozenset(
            frozenset((item.dari.id, item.ke.id))
            for item in self.pohon.relasi
            if item.jenis in {JenisRelasi.INDIKATOR_SAMA, JenisRelasi.INDIKATOR_TURUNAN}
        )

    def words(self, teks: str) -> str:
        """A wording without letter case, punctuation and doubled blanks, for comparison.

        >>> Tinjauan(PohonKinerja("Dinas Contoh")).words("Meningkatnya  mutu,")
        'meningkatnya mutu'
        """
        found = self._kata.get(teks)
        if found is None:
            found = self._kata[teks] = words(teks)
        return found


def at(simpul: AnySimpul, indikator: Indikator | None = None) -> Tempat:
    """The place of a finding: a node, or an indikator of it."""
    if indikator is None:
        return Tempat(simpul=simpul.id, nama=simpul.label)
    return Tempat(simpul=simpul.id, indikator=indikator.id, nama=indikator.nama)


def component_above(pohon: PohonKinerja, simpul: AnySimpul) -> Komponen | None:
    """The nearest component above a node, through conditions.

    >>> from sakip.model import KondisiAntara, Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_many([(Program("P1"), None), (KondisiAntara("K1"), "P1"), (KondisiAntara("K2"), "K1")])
    >>> component_above(pohon, pohon["K2"]).id
    'P1'
    """
    above = pohon.parent(simpul.id)
    while above is not None and not isinstance(above, Komponen):
        above = pohon.parent(above.id)
    return above


def kind_within(simpul: AnySimpul) -> str:
    """The kind of a node, as a reader calls it within a sentence.

    >>> from sakip.model import CSF, SubKegiatan
    >>> kind_within(CSF("C1")), kind_within(SubKegiatan("S1"))
    ('CSF', 'sub kegiatan')
    """
    nama = NAMA_JENIS[simpul.jenis]
    return nama if nama.isupper() else nama.lower()


Periksa: TypeAlias = Callable[[Tinjauan], Iterable[Temuan]]
"""What a rule does: from what there is to look at, to its findings."""
Contoh: TypeAlias = Callable[[], PohonKinerja]
"""Makes a small tree."""


@attrs.frozen(kw_only=True)
class Aturan:
    """One rule.

    Attributes:
        jenis: The findings that it makes.
        periksa: What it does.
        buruk: Makes a small tree in which it finds something.
        baik: Makes the same tree put right, in which it finds nothing.
        bawaan: Whether it runs where no rules are chosen; one that asks much of a
            reader's patience, or that needs an extra, has to be chosen.

    A rule can be called with a tree.

    >>> from sakip.reviu import ATURAN
    >>> rule = ATURAN["SKP201"]
    >>> [temuan.tempat.simpul for temuan in rule(rule.buruk())], list(rule(rule.baik()))
    (['O1'], [])
    """

    jenis: tuple[JenisTemuan, ...]
    periksa: Periksa
    buruk: Contoh
    baik: Contoh
    bawaan: bool = True

    @property
    def kode(self) -> tuple[str, ...]:
        """The codes of its findings."""
        return tuple(item.kode for item in self.jenis)

    @property
    def penjelasan(self) -> str:
        """What it asks for, in the words of its docstring."""
        return (self.periksa.__doc__ or "").strip()

    def __call__(self, pohon: PohonKinerja | Tinjauan) -> Iterable[Temuan]:
        return self.periksa(pohon if isinstance(pohon, Tinjauan) else Tinjauan(pohon))


ATURAN: dict[str, Aturan] = {}
"""Every rule of the library, by the code of its first finding."""


def aturan(
    *jenis: JenisTemuan, buruk: Contoh, baik: Contoh, bawaan: bool = True
) -> Callable[[Periksa], Aturan]:
    """Make a rule of a function, and enter it among the rules.

    Args:
        jenis: The findings that it makes; it is known by the code of the first.
        buruk: Makes a small tree in which it finds something.
        baik: Makes the same tree put right.
        bawaan: Whether it runs where no rules are chosen.

    >>> from sakip.temuan import Tingkat
    >>> jenis = JenisTemuan("DINAS002", Tingkat.SARAN, "contoh", "Contoh.")
    >>> @aturan(jenis, buruk=lambda: PohonKinerja("a"), baik=lambda: PohonKinerja("b"), bawaan=False)
    ... def contoh(tinjauan):
    ...     return ()
    >>> ATURAN.pop("DINAS002") is contoh
    True
    """

    def make(periksa: Periksa) -> Aturan:
        rule = Aturan(jenis=jenis, periksa=periksa, buruk=buruk, baik=baik, bawaan=bawaan)
        ATURAN[jenis[0].kode] = rule
        return rule

    return make
