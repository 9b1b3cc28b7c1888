"""The official nomenclature: loaded from a list of the user's, and trees held against it.

The list changes with every decree, so none is built in. What a row needs is a code and a
name; a list that has them gives kinerja, indikator and satuan of each sub kegiatan, and the
codes that it replaces.

Acuan: Permendagri 90/2019 and its updates.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from sakip.errors import ModelError
from sakip.kode import Kode
from sakip.model import AnySimpul, Komponen
from sakip.periksa import check_text
from sakip.pohon import PohonKinerja
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

_ACUAN = "Permendagri 90/2019 dan pemutakhirannya: klasifikasi, kodefikasi, dan nomenklatur"

KODE_TIDAK_DIKENAL = register(
    JenisTemuan(
        "SKP811",
        Tingkat.KESALAHAN,
        "kode tidak ada dalam daftar nomenklatur",
        "Kode {kode} tidak ada dalam daftar nomenklatur{pengganti}.",
        "Pakai kode yang berlaku.",
        _ACUAN,
    )
)
NAMA_BERBEDA = register(
    JenisTemuan(
        "SKP812",
        Tingkat.PERINGATAN,
        "nama berbeda dari nomenklatur",
        'Kode {kode} bernama resmi "{resmi}", di sini "{teks}".',
        "Samakan namanya dengan nomenklatur.",
        _ACUAN,
    )
)
INDIKATOR_BERBEDA = register(
    JenisTemuan(
        "SKP813",
        Tingkat.SARAN,
        "indikator berbeda dari nomenklatur",
        'Indikator resmi kode {kode} ialah "{resmi}"; tidak ada indikator simpul ini yang berbunyi demikian.',
        "Pakai indikator nomenklatur, atau catat alasannya.",
        _ACUAN,
    )
)
SATUAN_BERBEDA = register(
    JenisTemuan(
        "SKP814",
        Tingkat.PERINGATAN,
        "satuan berbeda dari nomenklatur",
        'Satuan resmi kode {kode} ialah "{resmi}", di sini "{teks}".',
        "Pakai satuan nomenklatur.",
        _ACUAN,
    )
)
WEWENANG_BERBEDA = register(
    JenisTemuan(
        "SKP815",
        Tingkat.KESALAHAN,
        "kode milik pemerintah daerah lain",
        "Kode {kode} ada dalam daftar {ada}, bukan {harapan}.",
        "Pakai kode untuk jenis pemerintah daerah ini.",
        _ACUAN,
    )
)


def words(teks: str) -> str:
    """A name without letter case, punctuation and doubled blanks, and without the word for its level.

    >>> words("Program  Rehabilitasi Sosial"), words("REHABILITASI SOSIAL")
    ('rehabilitasi sosial', 'rehabilitasi sosial')
    """
    plain = " ".join(re.findall(r"\w+", teks.casefold()))
    return re.sub(r"^(?:program|kegiatan|sub kegiatan|urusan pemerintahan bidang) ", "", plain)


def to_placeholder(kode: Kode) -> Kode:
    """A code with ``X.XX`` in the place of its bidang urusan, as the list has what every bidang has.

    >>> print(to_placeholder(Kode.parse("1.06.01.2.01.0001")))
    X.XX.01.2.01.0001
    """
    return Kode((0, 0, *kode.segmen[2:]), kode.lebar) if len(kode.segmen) > 2 else kode


@attrs.frozen(kw_only=True)
class BarisNomenklatur:
    """One row of the list.

    Attributes:
        kode: The code.
        nama: The official name.
        kinerja: What the sub kegiatan delivers.
        indikator: Its official indikator.
        satuan: Its official unit.
        jenis_pemda: Whose list it is on, such as ``PROV`` or ``KABKOT``; empty where all share it.
        menggantikan: The code that it replaces; None where it replaces none.

    >>> BarisNomenklatur(kode=Kode.parse("1.06.04"), nama="Program Rehabilitasi Sosial").kinerja
    ''
    """

    kode: Kode = attrs.field(validator=attrs.validators.instance_of(Kode))
    nama: str = attrs.field(default="", validator=check_text)
    kinerja: str = attrs.field(default="", validator=check_text)
    indikator: str = attrs.field(default="", validator=check_text)
    satuan: str = attrs.field(default="", validator=check_text)
    jenis_pemda: str = attrs.field(default="", validator=check_text)
    menggantikan: Kode | None = None


def _to_baris(value: Iterable[BarisNomenklatur]) -> tuple[BarisNomenklatur, ...]:
    return tuple(value)


@attrs.frozen
class Nomenklatur:
    """An official list, found by code.

    Attributes:
        baris: Its rows.

    >>> daftar = Nomenklatur([BarisNomenklatur(kode=Kode.parse("1.06.04"), nama="Program Rehabilitasi Sosial")])
    >>> daftar.find(Kode.parse("1.06.04")).nama
    'Program Rehabilitasi Sosial'
    """

    baris: tuple[BarisNomenklatur, ...] = attrs.field(converter=_to_baris)
    _by_kode: Mapping[Kode, tuple[BarisNomenklatur, ...]] = attrs.field(init=False, repr=False, eq=False)
    _pengganti: Mapping[Kode, tuple[BarisNomenklatur, ...]] = attrs.field(init=False, repr=False, eq=False)

    @_by_kode.default
    def _index(self) -> Mapping[Kode, tuple[BarisNomenklatur, ...]]:
        found: dict[Kode, list[BarisNomenklatur]] = {}
        for row in self.baris:
            if not isinstance(row, BarisNomenklatur):
                raise ModelError("Nomenklatur", "baris", repr(row), "a BarisNomenklatur")
            found.setdefault(row.kode, []).append(row)
        return {kode: tuple(rows) for kode, rows in found.items()}

    @_pengganti.default
    def _index_old(self) -> Mapping[Kode, tuple[BarisNomenklatur, ...]]:
        found: dict[Kode, list[BarisNomenklatur]] = {}
        for row in self.baris:
            if row.menggantikan is not None and row.menggantikan != row.kode:
                found.setdefault(row.menggantikan, []).append(row)
        return {kode: tuple(rows) for kode, rows in found.items()}

    def find(self, kode: Kode, jenis_pemda: str = "") -> BarisNomenklatur | None:
        """The row of a code; None where the list has none for this kind of government.

        >>> Nomenklatur([]).find(Kode.parse("1.06.04")) is None
        True
        """
        rows = self._by_kode.get(kode) or self._by_kode.get(to_placeholder(kode), ())
        fitting = [row for row in rows if not jenis_pemda or row.jenis_pemda in {"", jenis_pemda}]
        return fitting[0] if fitting else None

    def elsewhere(self, kode: Kode) -> tuple[str, ...]:
        """The kinds of government on whose list a code is.

        >>> Nomenklatur([]).elsewhere(Kode.parse("1.06.04"))
        ()
        """
        rows = self._by_kode.get(kode) or self._by_kode.get(to_placeholder(kode), ())
        return tuple(dict.fromkeys(row.jenis_pemda for row in rows))

    def replaced_by(self, kode: Kode) -> tuple[BarisNomenklatur, ...]:
        """The rows that replace a code of an earlier list.

        >>> Nomenklatur([]).replaced_by(Kode.parse("1.06.04"))
        ()
        """
        return self._pengganti.get(kode, ())

    def propose(
        self, nama: str, *, jenis_pemda: str = "", panjang: int = 0, terbanyak: int = 3
    ) -> tuple[tuple[BarisNomenklatur, float], ...]:
        """The rows whose name is most like a name, with how like it is, 1 for the same.

        Args:
            nama: The name.
            jenis_pemda: Whose list; empty for all.
            panjang: How many segments the code has, such as 6 for a sub kegiatan; 0 for any.
            terbanyak: How many rows at most.

        >>> daftar = Nomenklatur([BarisNomenklatur(kode=Kode.parse("1.06.04"), nama="Program Rehabilitasi Sosial")])
        >>> [(str(row.kode), round(mirip, 2)) for row, mirip in daftar.propose("Rehabilitasi Sosial")]
        [('1.06.04', 1.0)]
        """
        wanted = words(nama)
        matcher = difflib.SequenceMatcher(b=wanted, autojunk=False)
        found: list[tuple[float, int, BarisNomenklatur]] = []
        for number, row in enumerate(self.baris):
            if jenis_pemda and row.jenis_pemda not in {"", jenis_pemda}:
                continue
            if panjang and len(row.kode.segmen) != panjang:
                continue
            matcher.set_seq1(words(row.nama))
            if (
                matcher.real_quick_ratio() > _MIRIP
                and matcher.quick_ratio() > _MIRIP
                and (score := matcher.ratio()) > _MIRIP
            ):
                found.append((-score, number, row))
        return tuple((row, -score) for score, _, row in sorted(found, key=lambda item: item[:2])[:terbanyak])


_MIRIP = 0.6
"""Below this two names have little in common."""


def check_nomenklatur(
    pohon: PohonKinerja, nomenklatur: Nomenklatur, jenis_pemda: str = ""
) -> Iterator[Temuan]:
    """What of a tree differs from the official list.

    Args:
        pohon: The tree.
        nomenklatur: The list.
        jenis_pemda: The kind of government, as the list calls it; empty compares with all.

    >>> from sakip import Program
    >>> daftar = Nomenklatur([BarisNomenklatur(kode=Kode.parse("1.06.04"), nama="Program Rehabilitasi Sosial")])
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", kode="1.06.05", nama="Perlindungan"))
    >>> [temuan.kode for temuan in check_nomenklatur(pohon, daftar)]
    ['SKP811']
    """
    for simpul in pohon:
        if isinstance(simpul, Komponen) and isinstance(simpul.kode, Kode):
            yield from _check(simpul, simpul.kode, nomenklatur, jenis_pemda)


def _check(simpul: Komponen, kode: Kode, nomenklatur: Nomenklatur, jenis_pemda: str) -> Iterator[Temuan]:
    place = Tempat(simpul=simpul.id, nama=simpul.label)
    row = nomenklatur.find(kode, jenis_pemda)
    if row is None:
        yield _unknown(place, kode, nomenklatur, jenis_pemda)
        return
    if row.nama and simpul.nama.strip() and words(row.nama) != words(simpul.nama):
        yield NAMA_BERBEDA.temuan(place, kode=str(kode), resmi=row.nama, teks=simpul.nama)
    same = [item for item in simpul.indikator if words(item.nama) == words(row.indikator)]
    if row.indikator and simpul.indikator and not same:
        yield INDIKATOR_BERBEDA.temuan(place, kode=str(kode), resmi=row.indikator)
    for item in same:
        if row.satuan and item.satuan and words(item.satuan) != words(row.satuan):
            where = attrs.evolve(place, indikator=item.id, nama=item.nama)
            yield SATUAN_BERBEDA.temuan(where, kode=str(kode), resmi=row.satuan, teks=item.satuan)


def _unknown(place: Tempat, kode: Kode, nomenklatur: Nomenklatur, jenis_pemda: str) -> Temuan:
    if others := nomenklatur.elsewhere(kode):
        return WEWENANG_BERBEDA.temuan(place, kode=str(kode), ada=", ".join(others), harapan=jenis_pemda)
    new = nomenklatur.replaced_by(kode)
    said = f"; digantikan {', '.join(str(row.kode) for row in new)}" if new else ""
    return KODE_TIDAK_DIKENAL.temuan(place, kode=str(kode), pengganti=said)


@attrs.frozen
class PindahKode:
    """What became of the code of one component in a newer list.

    Attributes:
        simpul: The component.
        lama: Its code.
        baru: The rows that replace it: one is a plain move, several need a choice, none means
            that it is still there or is gone.
        tetap: Whether the code is in the newer list.

    >>> from sakip import Program
    >>> PindahKode(Program("P1", nama="x"), Kode.parse("1.06.04"), (), tetap=True).keterangan
    'tetap'
    """

    simpul: AnySimpul
    lama: Kode
    baru: tuple[BarisNomenklatur, ...]
    tetap: bool = attrs.field(kw_only=True)

    @property
    def keterangan(self) -> str:
        """What became of it, in Indonesian."""
        if self.tetap:
            return "tetap"
        if not self.baru:
            return "hilang"
        return "pindah" if len(self.baru) == 1 else "pecah"


def map_kode(pohon: PohonKinerja, baru: Nomenklatur, jenis_pemda: str = "") -> tuple[PindahKode, ...]:
    """What became of every code of a tree in a newer list; nothing is changed.

    >>> from sakip import Program
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", kode="1.06.04", nama="Rehabilitasi Sosial"))
    >>> [(pindah.simpul.id, pindah.keterangan) for pindah in map_kode(pohon, Nomenklatur([]))]
    [('P1', 'hilang')]
    """
    return tuple(
        PindahKode(
            simpul,
            simpul.kode,
            baru.replaced_by(simpul.kode),
            tetap=baru.find(simpul.kode, jenis_pemda) is not None,
        )
        for simpul in pohon
        if isinstance(simpul, Komponen) and isinstance(simpul.kode, Kode)
    )


def from_rows(baris: Iterable[Mapping[str, str]]) -> Nomenklatur:
    """A list from rows of text, such as those of ``csv.DictReader``.

    Columns: ``kode``, and where there are any ``nama`` (or ``sub_kegiatan``), ``kinerja``,
    ``indikator``, ``satuan``, ``jenis_pemda``, ``menggantikan`` (or ``sub_kegiatan_sebelumnya``,
    of which only a code counts).

    Raises:
        KodeError: A code is none.
        ModelError: A row has no code.

    >>> from_rows([{"kode": "1.06.04", "nama": "Program Rehabilitasi Sosial"}]).baris[0].nama
    'Program Rehabilitasi Sosial'
    """
    return Nomenklatur([_row(row) for row in baris])


def _row(row: Mapping[str, str]) -> BarisNomenklatur:
    if not (row.get("kode") or "").strip():
        raise ModelError("Nomenklatur", "baris", repr(dict(row)), "a row with a kode")
    old = re.match(
        r"[\dX][\d.X]*\d", (row.get("menggantikan") or row.get("sub_kegiatan_sebelumnya") or "").strip()
    )
    return BarisNomenklatur(
        kode=Kode.parse(row["kode"].strip()),
        nama=(row.get("nama") or row.get("sub_kegiatan") or "").strip(),
        kinerja=(row.get("kinerja") or "").strip(),
        indikator=(row.get("indikator") or "").strip(),
        satuan=(row.get("satuan") or "").strip(),
        jenis_pemda=(row.get("jenis_pemda") or "").strip(),
        menggantikan=Kode.parse(old[0]) if old else None,
    )
