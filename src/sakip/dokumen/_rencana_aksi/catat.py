"""What is gathered of a Rencana Aksi while its rows go by, and how it becomes rows of the form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from sakip.angka import Isian
from sakip.bentuk import BarisAksi
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.register import ISIAN_TAK_DIKENAL, TARGET_BERBEDA
from sakip.dokumen._bagian.kata import new_id
from sakip.dokumen._bagian.versi import Waktu
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._rencana_aksi.kolom import KOMPONEN
from sakip.errors import KodeError
from sakip.kode import Kode, LevelKode
from sakip.model import Aktivitas, Indikator, Kegiatan, Pagu, Program, Sasaran, SubKegiatan, Target
from sakip.periode import Periode

K = TypeVar("K", Program, Kegiatan, SubKegiatan, Aktivitas)
LEVEL = ("sasaran", *KOMPONEN)
"""The levels of a row, from the top down."""
_AWALAN = {"sasaran": "S", "program": "P", "kegiatan": "K", "sub": "SK", "aksi": "A"}
"""What the ids begin with that are made."""
_KODE = re.compile(r"([0-9X](?:\.[0-9X]{1,4}){1,5})\.?\s+(\S.*)")
_LEVEL_KODE = {
    "program": LevelKode.PROGRAM,
    "kegiatan": LevelKode.KEGIATAN,
    "sub": LevelKode.SUB_KEGIATAN,
}


def same(satu: str, dua: str) -> bool:
    """Whether two texts differ in letter case and white space at most.

    >>> same("Pelayanan  Umum", "pelayanan umum"), same("Program Pembinaan", "Pembinaan")
    (True, False)
    """
    return _norm(satu) == _norm(dua)


def _norm(teks: str) -> str:
    return " ".join(teks.casefold().split())


@attrs.define
class Ukuran:
    """What is gathered of one indikator.

    Attributes:
        nama: Its name; empty where the row prints targets without one.
        bawaan: Whether it was taken over from the row above, with its targets.
    """

    nama: str
    id: str = ""
    petak_id: Petak | None = None
    satuan: str = ""
    penanggung_jawab: str = ""
    target: list[tuple[Target, Petak]] = attrs.field(factory=list)
    bawaan: bool = False

    def knows(self, when: Waktu | None) -> bool:
        """Whether it has a target for a period of its own row, in that version."""
        if when is None or self.bawaan:
            return False
        return any(Waktu.of(target).kunci == when.kunci for target, _ in self.target)

    def says(self, when: Waktu | None, nilai: Isian) -> bool:
        """Whether a row of its own gave it that value for that period."""
        return not self.bawaan and any(
            Waktu.of(target) == when and target.nilai == nilai for target, _ in self.target
        )

    def put(self, target: Target, petak: Petak) -> None:
        """Add a target; those taken over from the row above give way."""
        if self.bawaan:
            self.bawaan = False
            self.target.clear()
        self.target.append((target, petak))

    def holds_anything(self) -> bool:
        """Whether a row named it, or gave it anything that could be read."""
        return bool(self.nama or self.satuan or self.penanggung_jawab or self.target)

    def copy(self) -> Ukuran:
        """The same for the next row."""
        return attrs.evolve(self, target=list(self.target), bawaan=True)


@attrs.define
class Unsur:
    """What is gathered of one sasaran, program, kegiatan, sub kegiatan or step."""

    teks: str
    id: str = ""
    petak_id: Petak | None = None
    ukuran: list[Ukuran] = attrs.field(factory=list)
    pagu: list[Pagu] = attrs.field(factory=list)
    keterangan: list[str] = attrs.field(factory=list)
    lain: list[tuple[str, str]] = attrs.field(factory=list)

    def copy(self) -> Unsur:
        """The same thing, named by the next row."""
        return Unsur(self.teks, self.id, self.petak_id)


@attrs.define
class Rangka:
    """What is gathered of one row of the form."""

    isi: dict[str, list[Unsur]] = attrs.field(factory=dict)
    hanya_pita: bool = False

    def last(self, level: str) -> Unsur | None:
        """What it named last on a level."""
        return self.isi[level][-1] if self.isi.get(level) else None

    def put(self, level: str, unsur: Unsur) -> Unsur:
        """Name a thing on a level."""
        self.isi.setdefault(level, []).append(unsur)
        return unsur

    @property
    def sasaran(self) -> Unsur:
        """Its sasaran, one without words where it names none."""
        return self.last("sasaran") or self.put("sasaran", Unsur(""))

    @property
    def lowest(self) -> Unsur:
        """The last thing on its lowest level."""
        return next((found for level in reversed(LEVEL) if (found := self.last(level))), None) or self.sasaran

    def below(self, level: str) -> bool:
        """Whether it names anything below a level."""
        return any(self.isi.get(item) for item in LEVEL[LEVEL.index(level) + 1 :])

    def agrees(self, other: Rangka, level: str) -> bool:
        """Whether it names the same as another one above a level."""
        pairs = ((self.last(item), other.last(item)) for item in LEVEL[: LEVEL.index(level)])
        return all(
            (one.teks if one else "") == (two.teks if two else "")
            or bool(one and two and same(one.teks, two.teks))
            for one, two in pairs
        )


@attrs.define
class Pembuat:
    """Makes the rows of the form: ids, and what does not agree between the rows.

    What several rows repeat gets the same id: the same text under the same parent.
    """

    bacaan: Bacaan
    _milik: dict[str, tuple[str, ...]] = attrs.field(factory=dict, init=False)
    _id: dict[tuple[str, ...], str] = attrs.field(factory=dict, init=False)
    _banyak: Counter[str] = attrs.field(factory=Counter, init=False)
    _terpakai: set[str] = attrs.field(factory=set, init=False)
    _target: dict[tuple[str, Periode, str], tuple[str, Petak]] = attrs.field(factory=dict, init=False)

    def make(self, rangka: Sequence[Rangka]) -> tuple[BarisAksi, ...]:
        """The rows."""
        units = [unsur for row in rangka for level in LEVEL for unsur in row.isi.get(level, ())]
        self._terpakai.update(unsur.id for unsur in units)
        self._terpakai.update(item.id for unsur in units for item in unsur.ukuran)
        return tuple(map(self._row, rangka))

    def _row(self, rangka: Rangka) -> BarisAksi:
        sasaran = rangka.sasaran
        above = self._give("S", ("sasaran", "", _norm(sasaran.teks)), sasaran.id, sasaran.petak_id)
        top = Sasaran(
            above,
            uraian=sasaran.teks,
            indikator=tuple(self._indikator(sasaran, sasaran.teks, above)),
            keterangan="\n".join(sasaran.keterangan),
            lain=sasaran.lain,
        )
        program, above = self._components(Program, "program", rangka, above)
        kegiatan, above = self._components(Kegiatan, "kegiatan", rangka, above)
        sub, above = self._components(SubKegiatan, "sub", rangka, above)
        aksi, _ = self._components(Aktivitas, "aksi", rangka, above)
        return BarisAksi(
            sasaran=top,
            program=program[0] if program else None,
            kegiatan=kegiatan[0] if kegiatan else None,
            sub_kegiatan=sub,
            aksi=aksi,
        )

    def _components(self, kelas: type[K], level: str, rangka: Rangka, above: str) -> tuple[list[K], str]:
        """What a row names on a level, and the id of what hangs below it."""
        found = [self._component(kelas, level, unsur, above) for unsur in rangka.isi.get(level, ())]
        return found, found[-1].id if found else above

    def _component(self, kelas: type[K], level: str, unsur: Unsur, above: str) -> K:
        id = self._give(_AWALAN[level], (level, above, _norm(unsur.teks)), unsur.id, unsur.petak_id)
        kode, nama = split_kode(unsur.teks, level)
        words: dict[str, str] = {"uraian": nama} if level == "aksi" else {"nama": nama}
        return kelas(
            id,
            kode=kode,
            indikator=tuple(self._indikator(unsur, nama, id)),
            pagu=tuple(unsur.pagu),
            keterangan="\n".join(unsur.keterangan),
            lain=unsur.lain,
            **words,
        )

    def _indikator(self, unsur: Unsur, nama: str, id: str) -> Iterator[Indikator]:
        """Its indikator; one that is printed without a name has the name of what it measures."""
        before: Counter[str] = Counter()
        for item in filter(Ukuran.holds_anything, unsur.ukuran):
            name = _norm(item.nama)
            key = ("indikator", id, name, str(before[name]))
            before[name] += 1
            own = self._give(f"{id}.", key, item.id, item.petak_id)
            self._compare(own, item, item.nama or nama)
            yield Indikator(
                id=own,
                nama=item.nama or nama,
                satuan=item.satuan,
                penanggung_jawab=item.penanggung_jawab,
                tersirat=not item.nama,
                target=[target for target, _ in item.target],
            )

    def _compare(self, id: str, ukuran: Ukuran, nama: str) -> None:
        """Report a target that another row prints otherwise for the same indikator."""
        for target, petak in ukuran.target:
            teks = str(target.nilai)
            first, where = self._target.setdefault((id, *Waktu.of(target).kunci), (teks, petak))
            if first != teks:
                self.bacaan.note(
                    TARGET_BERBEDA,
                    petak,
                    nama=nama,
                    periode=target.periode.label,
                    teks=teks,
                    lain=first,
                    sel=where.sel,
                )

    def _give(self, awalan: str, key: tuple[str, ...], id: str, petak: Petak | None) -> str:
        """The id of a thing: its own, or that of the same thing in another row, or a new one."""
        if id and self._milik.setdefault(id, key) == key:
            self._id.setdefault(key, id)
            return id
        if id:
            self.bacaan.note(ISIAN_TAK_DIKENAL, petak, teks=id, sebab="id ini sudah dipakai baris lain")
        if key not in self._id:
            self._banyak[awalan] += 1
            new = new_id(f"{awalan}{self._banyak[awalan]}", self._terpakai)
            self._id[key] = new
            self._milik[new] = key
            self._terpakai.add(new)
        return self._id[key]


def split_kode(teks: str, level: str) -> tuple[Kode | None, str]:
    """The code of the level that a name begins with, and the name.

    >>> kode, nama = split_kode("1.06.04 Program Rehabilitasi Sosial", "program")
    >>> str(kode), nama, split_kode("2.5 juta pohon", "program")
    ('1.06.04', 'Program Rehabilitasi Sosial', (None, '2.5 juta pohon'))
    """
    if match := _KODE.fullmatch(teks):
        try:
            kode = Kode.parse(match[1])
        except KodeError:
            return None, teks
        if kode.level is _LEVEL_KODE.get(level):
            return kode, match[2]
    return None, teks
