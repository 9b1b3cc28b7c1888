"""An official list of codes and names, found by code or by name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

import attrs

from sakip.errors import ModelError
from sakip.kode import Kode
from sakip.periksa import check_text


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

    _atas: Mapping[tuple[int, ...], tuple[str, ...]] = attrs.field(init=False, repr=False, eq=False)
    _kata: tuple[str, ...] = attrs.field(init=False, repr=False, eq=False)

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

    @_atas.default
    def _index_above(self) -> Mapping[tuple[int, ...], tuple[str, ...]]:
        """The codes that rows lie below, as segments, with whose rows these are."""
        found: dict[tuple[int, ...], dict[str, None]] = {}
        for row in self.baris:
            for panjang in range(1, len(row.kode.segmen)):
                found.setdefault(row.kode.segmen[:panjang], {})[row.jenis_pemda] = None
        return {segmen: tuple(kinds) for segmen, kinds in found.items()}

    @_kata.default
    def _index_words(self) -> tuple[str, ...]:
        return tuple(words(row.nama) for row in self.baris)

    def find(self, kode: Kode, jenis_pemda: str = "", nama: str = "") -> BarisNomenklatur | None:
        """The row of a code; None where the list has none for this kind of government.

        Where it has several, as for a code that means one thing in a province and another in
        a kabupaten, that of the name, and else the first.

        >>> Nomenklatur([]).find(Kode.parse("1.06.04")) is None
        True
        """
        rows = self._by_kode.get(kode) or self._by_kode.get(to_placeholder(kode), ())
        fitting = [row for row in rows if not jenis_pemda or row.jenis_pemda in {"", jenis_pemda}]
        if len(fitting) > 1 and nama:
            wanted = words(nama)
            return next((row for row in fitting if words(row.nama) == wanted), fitting[0])
        return fitting[0] if fitting else None

    def elsewhere(self, kode: Kode) -> tuple[str, ...]:
        """The kinds of government on whose list a code is, or what lies below it.

        >>> Nomenklatur([]).elsewhere(Kode.parse("1.06.04"))
        ()
        """
        rows = self._by_kode.get(kode) or self._by_kode.get(to_placeholder(kode), ())
        return tuple(dict.fromkeys((*(row.jenis_pemda for row in rows), *self._kinds_below(kode))))

    def covers(self, kode: Kode, jenis_pemda: str = "") -> bool:
        """Whether rows lie below a code, so that it is a code although it may have no row of its own.

        Lists of sub kegiatan alone name no program and no kegiatan.

        >>> daftar = Nomenklatur([BarisNomenklatur(kode=Kode.parse("1.06.04.2.01.0001"))])
        >>> daftar.covers(Kode.parse("1.06.04")), daftar.covers(Kode.parse("1.06.05"))
        (True, False)
        """
        kinds = self._kinds_below(kode)
        return any(not jenis_pemda or kind in {"", jenis_pemda} for kind in kinds)

    def _kinds_below(self, kode: Kode) -> tuple[str, ...]:
        return self._atas.get(kode.segmen) or self._atas.get(to_placeholder(kode).segmen, ())

    def replaced_by(self, kode: Kode, jenis_pemda: str = "") -> tuple[BarisNomenklatur, ...]:
        """The rows that replace a code of an earlier list, for one kind of government or for all.

        What every bidang has (``X.XX``) is given with the bidang of the code that was asked for.

        >>> Nomenklatur([]).replaced_by(Kode.parse("1.06.04"))
        ()
        """
        rows = self._pengganti.get(kode) or tuple(
            attrs.evolve(row, kode=row.kode.bind(Kode(kode.segmen[:2]))) if row.kode.is_placeholder else row
            for row in self._pengganti.get(to_placeholder(kode), ())
        )
        return tuple(row for row in rows if not jenis_pemda or row.jenis_pemda in {"", jenis_pemda})

    def propose(
        self,
        nama: str,
        *,
        jenis_pemda: str = "",
        panjang: int = 0,
        terbanyak: int = 3,
        di_bawah: Kode | None = None,
    ) -> tuple[tuple[BarisNomenklatur, float], ...]:
        """The rows whose name is most like a name, with how like it is, 1 for the same.

        Args:
            nama: The name.
            jenis_pemda: Whose list; empty for all.
            panjang: How many segments the code has, such as 6 for a sub kegiatan; 0 for any.
            terbanyak: How many rows at most.
            di_bawah: A code that they lie below, ``X.XX`` for that of its bidang; None for any.

        >>> daftar = Nomenklatur([BarisNomenklatur(kode=Kode.parse("1.06.04"), nama="Program Rehabilitasi Sosial")])
        >>> [(str(row.kode), round(mirip, 2)) for row, mirip in daftar.propose("Rehabilitasi Sosial")]
        [('1.06.04', 1.0)]
        """
        wanted = words(nama)
        matcher = difflib.SequenceMatcher(b=wanted, autojunk=False)
        found: list[tuple[float, int, BarisNomenklatur]] = []
        for number, (row, kata) in enumerate(zip(self.baris, self._kata, strict=True)):
            if jenis_pemda and row.jenis_pemda not in {"", jenis_pemda}:
                continue
            if panjang and len(row.kode.segmen) != panjang:
                continue
            if di_bawah is not None and not _is_below(row.kode, di_bawah):
                continue
            matcher.set_seq1(kata)
            if (
                matcher.real_quick_ratio() > _MIRIP
                and matcher.quick_ratio() > _MIRIP
                and (score := matcher.ratio()) > _MIRIP
            ):
                found.append((-score, number, row))
        return tuple((row, -score) for score, _, row in sorted(found, key=lambda item: item[:2])[:terbanyak])


def _is_below(kode: Kode, atas: Kode) -> bool:
    return kode.is_under(to_placeholder(atas) if kode.is_placeholder and len(atas.segmen) > 2 else atas)


_MIRIP = 0.6
"""Below this two names have little in common."""


def from_rows(baris: Iterable[Mapping[str, str]]) -> Nomenklatur:
    """A list from rows of text, such as those of ``csv.DictReader``.

    Columns: ``kode``, and where there are any ``nama`` (or ``sub_kegiatan``), ``kinerja``,
    ``indikator``, ``satuan``, ``jenis_pemda``, ``menggantikan`` (or ``sub_kegiatan_sebelumnya``
    or ``kode_sebelumnya``, of which only a code counts). `sakip.dokumen.read_nomenklatur`
    reads a file.

    Raises:
        KodeError: A code is none.
        ModelError: A row has no code.

    >>> from_rows([{"kode": "1.06.04", "nama": "Program Rehabilitasi Sosial"}]).baris[0].nama
    'Program Rehabilitasi Sosial'
    """
    return Nomenklatur([to_baris(row) for row in baris])


def to_baris(row: Mapping[str, str]) -> BarisNomenklatur:
    """One row of a list, from its cells by the names of `from_rows`.

    Raises:
        KodeError: A code is none.
        ModelError: The row has no code.

    >>> str(to_baris({"kode": "1.06.04.2.01.0001", "kode_sebelumnya": "1.06.04.2.01.01 x"}).menggantikan)
    '1.06.04.2.01.01'
    """
    if not (row.get("kode") or "").strip():
        raise ModelError("Nomenklatur", "baris", repr(dict(row)), "a row with a kode")
    names = ("menggantikan", "sub_kegiatan_sebelumnya", "kode_sebelumnya")
    old = re.match(r"[\dX][\d.X]*\d", next((row[name] for name in names if row.get(name)), "").strip())
    return BarisNomenklatur(
        kode=Kode.parse(row["kode"].strip()),
        nama=(row.get("nama") or row.get("sub_kegiatan") or "").strip(),
        kinerja=(row.get("kinerja") or "").strip(),
        indikator=(row.get("indikator") or "").strip(),
        satuan=(row.get("satuan") or "").strip(),
        jenis_pemda=(row.get("jenis_pemda") or "").strip(),
        menggantikan=Kode.parse(old[0]) if old else None,
    )
