"""One row of a chain of results, by its columns, or else by what its cells are.

A table that was pulled out of a PDF keeps the order of its cells and loses their
columns: numbers and letters get cells of their own, and a row that goes on stands
further left or right than the one above. Such a row is read from the left by what
each cell is (a number, a letter, a text, a quantity) and by the numbers that come next.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping, Sequence

import attrs

from sakip.dokumen._buka.kisi import Petak

RHK, IKI, BAWAHAN, INDIKATOR, AKSI = TINGKAT = ("rhk", "iki", "rhk_bawahan", "indikator", "aksi")
"""The levels of the chain, from the top down."""
NOMOR = {RHK: "nomor", IKI: "nomor_iki", AKSI: "nomor_aksi"}
"""The column that the number of a level has, where it has one."""
TARGET = "target"
"""The columns of the targets."""

_NOMOR = re.compile(r"\(?(\d{1,3})[.)]?")
_HURUF = re.compile(r"\(?[a-zA-Z][.)]?")
_KUANTITAS = re.compile(r"[-–—]+|[≥≤<>±]?\s*\d[\d.,]*\s*%?(?:\s*[^\W\d_][^\W\d_/]*[./]?){0,2}")
_HURUF_MELEKAT = re.compile(r"\(?([a-zA-Z])[.)](?:\s+(?=\S)|(?=[A-Z]))")
_NOMOR_MELEKAT = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")
_TERPANJANG = 25
"""Characters that a quantity with its unit may have."""
_KETERANGAN_TARGET = 40
"""Characters that words under a target may have; what is longer is a sentence of another column."""


class Ragam(enum.Enum):
    """What a cell is, whatever stands above it.

    >>> [ragam_of(teks).name for teks in ("3", "b.", "1Keg", "Menyusun laporan", "a. Jumlah penyuluh")]
    ['NOMOR', 'HURUF', 'KUANTITAS', 'TEKS', 'TEKS']
    """

    NOMOR = "nomor"
    HURUF = "huruf"
    KUANTITAS = "kuantitas"
    TEKS = "teks"


def ragam_of(teks: str) -> Ragam:
    """What a text is."""
    if _NOMOR.fullmatch(teks):
        return Ragam.NOMOR
    if _HURUF.fullmatch(teks):
        return Ragam.HURUF
    if len(teks) <= _TERPANJANG and _KUANTITAS.fullmatch(teks):
        return Ragam.KUANTITAS
    return Ragam.TEKS


def number_of(teks: str) -> int | None:
    """The number that a text is, if it is nothing else.

    >>> number_of("(3)"), number_of("12."), number_of("3 lap")
    (3, 12, None)
    """
    match = _NOMOR.fullmatch(teks)
    return None if match is None else int(match[1])


@attrs.frozen
class Sel:
    """A filled cell of a row."""

    petak: Petak
    teks: str
    ragam: Ragam = attrs.field(init=False)

    @ragam.default
    def _find_ragam(self) -> Ragam:
        return ragam_of(self.teks)

    @property
    def angka(self) -> int | None:
        """The number of a cell that holds nothing else."""
        return number_of(self.teks)


@attrs.frozen
class Unsur:
    """One thing that a row names: its text, the number or letter before it, its id.

    Attributes:
        sel: The cell of the text; of the number or the id where the text is blank.
        teks: The text without what is before it.
        nomor: The number or letter that is printed, without the dot or the brackets.
        id: The id in a hidden column.
        di_nomor: Where the number or letter is printed.
        petak: All cells that it is made of.
    """

    sel: Sel
    teks: str
    nomor: str = ""
    id: str = ""
    di_nomor: Petak | None = None
    petak: tuple[Petak, ...] = ()

    @classmethod
    def of(cls, teks: Sel | None, nomor: Sel | None = None, id: Sel | None = None) -> Unsur | None:
        """What cells make together; None where there are none.

        >>> Unsur.of(Sel(Petak("", 1, 2), "a. Jumlah penyuluh")).nomor
        'a'
        """
        cells = tuple(cell for cell in (teks, nomor, id) if cell is not None)
        if teks is None and id is None:
            return None
        text = "" if teks is None else teks.teks
        made = cls(
            cells[0],
            text,
            "" if nomor is None else nomor.teks.strip("()."),
            "" if id is None else id.teks,
            cells[0].petak if nomor is None else nomor.petak,
            tuple(cell.petak for cell in cells),
        )
        return made._split(_HURUF_MELEKAT)

    def _split(self, pola: re.Pattern[str]) -> Unsur:
        match = None if self.nomor else pola.match(self.teks)
        if match is None:
            return self
        return attrs.evolve(self, teks=self.teks[match.end() :], nomor=match[1])

    def split_nomor(self) -> Unsur:
        """The same, its number taken from the beginning of its text where it has no cell of its own.

        >>> Unsur.of(Sel(Petak("", 1, 2), "1. Menyusun data")).split_nomor().teks
        'Menyusun data'
        """
        return self._split(_NOMOR_MELEKAT)

    @property
    def angka(self) -> int | None:
        """Its number; None for a letter and for nothing."""
        return number_of(self.nomor)

    @property
    def berhuruf(self) -> bool:
        """Whether a letter is printed before it."""
        return bool(_HURUF.fullmatch(self.nomor))


@attrs.frozen
class Baris:
    """What a row says.

    Attributes:
        unsur: What it names at each level.
        target: Its quantities: the period of the column, and the cell.
        id_target: The id of what its quantities are the target of.
        menurut_kolom: Whether the columns said so, not what the cells are.
        tergeser: The quantities that stand further right than a target does, and what they were taken for.
        keterangan: The remark.
        lain: Cells of further columns, with their headers.
    """

    unsur: Mapping[str, Unsur]
    target: tuple[tuple[str, Sel], ...] = ()
    id_target: Sel | None = None
    menurut_kolom: bool = True
    tergeser: tuple[tuple[str, Sel], ...] = ()
    keterangan: Sel | None = None
    lain: tuple[tuple[str, Sel], ...] = ()


@attrs.frozen
class Harapan:
    """What comes next: the numbers of the levels that are numbered, and where levels stood last.

    Attributes:
        nomor: For each level that is numbered the next number.
        kolom: For each level the column that its text stood in last.
    """

    nomor: Mapping[str, int]
    kolom: Mapping[str, int] = attrs.field(factory=dict)

    def is_next(self, unsur: Unsur, tingkat: str) -> bool:
        """Whether the number of a thing is the one that a level has next."""
        return unsur.angka is not None and unsur.angka == self.nomor[tingkat]

    def stood(self, unsur: Unsur, tingkat: str) -> bool:
        """Whether a thing stands where a level stood last."""
        return self.kolom.get(tingkat) == unsur.sel.petak.kolom


# --- by the columns -------------------------------------------------------------


def fits(sel: Sequence[Sel], denah: Mapping[int, tuple[str, str]]) -> bool:
    """Whether every cell of a row is what its column holds.

    Args:
        sel: The filled cells.
        denah: What each column is, and of which period.
    """
    if any(cell.petak.kolom not in denah for cell in sel):
        return False
    keys = [denah[cell.petak.kolom][0] for cell in sel]
    if set(keys) == {TARGET}:
        return False  # of a step above, wherever that stands
    numbered = NOMOR[AKSI] in keys or all(kunci != NOMOR[AKSI] for kunci, _ in denah.values())
    return all(
        _belongs(cell, kunci, numbered=numbered)
        or (kunci == TARGET and AKSI in keys and _are_words(cell, before))
        for cell, kunci, before in zip(sel, keys, (None, *sel), strict=False)
    )


def _belongs(cell: Sel, kunci: str, *, numbered: bool) -> bool:
    """Whether a cell is what a column holds.

    Args:
        cell: The cell.
        kunci: What the column is.
        numbered: Whether the step of the row has a number, where others have one.
    """
    if kunci in NOMOR.values():
        return cell.ragam is Ragam.NOMOR
    if kunci == TARGET:
        return cell.ragam is not Ragam.TEKS
    if kunci in TINGKAT:
        return cell.ragam is Ragam.TEKS or (cell.ragam is Ragam.KUANTITAS and kunci == AKSI and numbered)
    return True


def _are_words(cell: Sel, before: Sel | None) -> bool:
    """Whether a text may stand for a target, as ``sepanjang tahun`` does; what a number leads is a step."""
    led = before is not None and before.ragam is Ragam.NOMOR
    return len(cell.teks) <= _KETERANGAN_TARGET and not led


# --- by what the cells are --------------------------------------------------------


def align(sel: Sequence[Sel], harapan: Harapan) -> tuple[dict[str, Unsur], list[Unsur], list[Sel]]:
    """What a row names, read from the left by what its cells are.

    Args:
        sel: Its filled cells, in order.
        harapan: What comes next.

    Returns:
        What it names at each level, what there is no level for, and its quantities.
    """
    things, quantities = _split(sel, harapan)
    found: dict[str, Unsur] = {}
    if things and _ends_in_step(things, harapan, kuantitas=bool(quantities)):
        found[AKSI] = things.pop()
    _put_loose(things, found, harapan)
    extra = _put_numbered(things, found, harapan)
    return {tingkat: found[tingkat] for tingkat in TINGKAT if tingkat in found}, extra, quantities


def _split(sel: Sequence[Sel], harapan: Harapan) -> tuple[list[Unsur], list[Sel]]:
    """The texts of a row, each with the number or letter before it, and the quantities after them."""
    things: list[Unsur] = []
    place = 0
    while place < len(sel):
        cell, after = sel[place], sel[place + 1] if place + 1 < len(sel) else None
        if cell.ragam is Ragam.TEKS:
            made = Unsur.of(cell)
            place += 1
        elif after is not None and _heads(cell, after, things, harapan):
            made = Unsur.of(after, cell)
            place += 2
        else:
            break
        things += [made.split_nomor()] if made is not None else []
    return things, list(sel[place:])


def _heads(cell: Sel, after: Sel, things: list[Unsur], harapan: Harapan) -> bool:
    """Whether a cell is the number or the letter of the text after it, and no quantity."""
    if cell.ragam is Ragam.KUANTITAS:
        return False
    if after.ragam is Ragam.TEKS or cell.ragam is Ragam.HURUF:
        return True
    # A text that begins with a number looks like a quantity; the number that comes next tells it.
    if things and things[-1].angka is not None:
        return False
    return after.ragam is Ragam.KUANTITAS and cell.angka == (1 if things else harapan.nomor[AKSI])


def _ends_in_step(things: list[Unsur], harapan: Harapan, *, kuantitas: bool) -> bool:
    """Whether the last text of a row is a step."""
    last, before = things[-1], things[:-1]
    if last.berhuruf:
        return False
    if last.angka is None:
        bare = sum(item.angka is None for item in things)
        return kuantitas or bare > 2 or (not before and harapan.stood(last, AKSI))
    if not before:
        return harapan.is_next(last, AKSI) or not (harapan.is_next(last, IKI) or harapan.is_next(last, RHK))
    if before[-1].angka is None or len(before) > 1:
        return True
    heads = harapan.is_next(before[0], RHK) and harapan.is_next(last, IKI)
    return kuantitas and not heads


def _put_loose(things: list[Unsur], found: dict[str, Unsur], harapan: Harapan) -> None:
    """Put the texts without numbers, from the right."""
    levels = [INDIKATOR, BAWAHAN, IKI, RHK]
    if _stands_alone(things, harapan):
        levels.remove(INDIKATOR)
    while things and things[-1].angka is None and levels:
        found[levels.pop(0)] = things.pop()


def _stands_alone(things: list[Unsur], harapan: Harapan) -> bool:
    """Whether the only text without number is a hasil kerja below the head's, as its column says."""
    loose = [item for item in things if item.angka is None]
    return len(loose) == 1 and harapan.stood(loose[0], BAWAHAN) and not harapan.stood(loose[0], INDIKATOR)


def _put_numbered(things: list[Unsur], found: dict[str, Unsur], harapan: Harapan) -> list[Unsur]:
    """Put the numbered texts at the beginning: hasil kerja and indikator of the head; what is left over."""
    free = [tingkat for tingkat in (IKI, RHK) if tingkat not in found]
    if len(things) == 1 and len(free) == 2 and _is_rhk(things[0], harapan):
        free = [RHK]
    while things and free:
        found[free.pop(0)] = things.pop()
    return things


def _is_rhk(thing: Unsur, harapan: Harapan) -> bool:
    """Whether the one numbered text of a row is a hasil kerja of the head, and not an indikator."""
    rhk, iki = harapan.is_next(thing, RHK), harapan.is_next(thing, IKI)
    return rhk if rhk is not iki else harapan.stood(thing, RHK)
