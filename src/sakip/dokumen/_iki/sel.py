"""The cells of one row of an IKI table, put under the column that they are meant for.

Tables taken from PDF lose columns: the one of ``X 100%`` has no header and comes and goes
from page to page, and a page that begins in the middle of a table may begin with any column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import NOMOR_KOLOM_MENEMPEL, SEL_RUSAK, SEL_TERGESER
from sakip.dokumen._baca.tabel import Larik, clean
from sakip.dokumen._bagian.butir import continues
from sakip.dokumen._bagian.formulasi import GARIS, begins_nama, is_faktor, lines
from sakip.dokumen._bagian.terencana import JUDUL_RENCANA
from sakip.dokumen._buka.kisi import Petak

_NOMOR_KOLOM = re.compile(r"\((\d)\)\s*(?=\S)")
_ANGKA = re.compile(r"\(?\s*\d{1,3}\s*\)?\s*\.?")
_URUTAN = ("indikator", "formulasi", "faktor", "sumber_data", "keterangan")
"""The columns from the indikator on, as the form has them."""
_RENCANA = frozenset(item.kunci for item in JUDUL_RENCANA)
"""The columns of what is planned, which stand for themselves."""


@attrs.frozen
class SelIKI:
    """A cell: its text as it stands in the file, and its place."""

    teks: str
    petak: Petak

    @property
    def bersih(self) -> str:
        """The text in one line, without tags and doubled blanks."""
        return " ".join(clean(self.teks).split())


@attrs.define
class BarisSel:
    """The cells of one row by the column that they are meant for.

    Attributes:
        larik: The row.
        bergeser: Whether its cells stand under columns that are not theirs.
        sel: Its cells.
    """

    larik: Larik
    bergeser: bool = False
    sel: dict[str, SelIKI] = attrs.field(factory=dict)

    def __contains__(self, kunci: str) -> bool:
        return kunci in self.sel

    def bersih(self, kunci: str) -> str:
        """The text of a cell in one line; empty where there is none."""
        found = self.sel.get(kunci)
        return "" if found is None else found.bersih

    def move(self, dari: str, ke: str) -> SelIKI:
        """Put a cell under another column."""
        cell = self.sel[ke] = self.sel.pop(dari)
        return cell


def is_nomor(teks: str) -> bool:
    """Whether a text is a running number.

    >>> is_nomor("(1)"), is_nomor("12."), is_nomor("pene kepe")
    (True, True, False)
    """
    return bool(_ANGKA.fullmatch(teks))


def split_halaman(larik: Sequence[Larik]) -> list[list[Larik]]:
    """The rows of a table, page by page: a page breaks where rows are blank, or the header is printed again."""
    pages: list[list[Larik]] = []
    for item in larik:
        if pages and pages[-1][-1].baris == item.baris - 1:
            pages[-1].append(item)
        else:
            pages.append([item])
    return pages


def is_bergeser(halaman: Sequence[Larik]) -> bool:
    """Whether the rows of a page begin with the column of the indikator, where the table has the numbers.

    Each of them begins there, none with a number, and one at least as the name of an indikator does.
    """
    cells = [_first(larik) for larik in halaman]
    if not all(cells) or any(is_nomor(teks) for teks in cells):
        return False
    return any(begins_nama(lines(teks)[0]) for teks in cells if lines(teks))


def _first(larik: Larik) -> str:
    """The cell in the column of the numbers, where the table begins with that column."""
    place = larik.petak("nomor")
    return "" if place is None or place.kolom != 1 else larik.kisi.teks(place.baris, place.kolom).strip()


def arrange(bacaan: Bacaan, larik: Larik, *, bergeser: bool) -> BarisSel:
    """The cells of a row; those that stood elsewhere, or that can't be read, are named by findings."""
    baris = BarisSel(larik, bergeser)
    (_put_bergeser if bergeser else _put)(bacaan, baris)
    _strip_nomor_kolom(bacaan, baris)
    _mend_faktor(bacaan, baris)
    return baris


def _put(bacaan: Bacaan, baris: BarisSel) -> None:
    """Each cell under the header above it; one without a header belongs to the column left of it."""
    larik = baris.larik
    named = {item.kolom: "" if item.kunci in _RENCANA else item.kunci for item in larik.kolom}
    owner = ""
    parts: dict[str, list[SelIKI]] = {}
    for kolom in range(1, len(larik.kisi.baris[larik.baris - 1]) + 1):
        own = named.get(kolom)
        owner = own if own is not None else owner
        teks = larik.kisi.teks(larik.baris, kolom).strip()
        if teks and owner:
            kunci = "faktor" if own is None and owner == "formulasi" else owner
            parts.setdefault(kunci, []).append(SelIKI(teks, larik.kisi.petak(larik.baris, kolom)))
    for kunci, cells in parts.items():
        bacaan.buku.put(Nasib.ISI, *(item.petak for item in cells[1:]))
        baris.sel[kunci] = SelIKI(" ".join(item.teks for item in cells), cells[0].petak)


def _put_bergeser(bacaan: Bacaan, baris: BarisSel) -> None:
    """The cells from the left on under the columns from the indikator on."""
    larik = baris.larik
    titles = {item.kolom: item.judul for item in larik.kolom}
    cells = [(kolom, teks.strip()) for kolom, teks in larik.kisi.filled(larik.baris)]
    keys = list(_URUTAN)
    if not any(is_faktor(teks) for _, teks in cells):
        keys.remove("faktor")
    for kolom, teks in cells:
        if kolom > len(keys):
            continue
        place = larik.kisi.petak(larik.baris, kolom)
        kunci = keys[kolom - 1]
        baris.sel[kunci] = SelIKI(teks, place)
        bacaan.note(SEL_TERGESER, place, teks=_line(teks), ada=titles.get(kolom, kolom), dibaca=_say(kunci))


def _strip_nomor_kolom(bacaan: Bacaan, baris: BarisSel) -> None:
    """Take ``(2)`` and its like off the cells, where the row of numbered columns ran into the first row."""
    numbered = {kunci: item for kunci, item in baris.sel.items() if _NOMOR_KOLOM.match(item.teks)}
    marks = [match[1] for item in numbered.values() if (match := _NOMOR_KOLOM.match(item.teks))]
    if len(marks) < 2 or marks != sorted(set(marks)):
        return
    teks = ", ".join(f"({mark})" for mark in marks)
    bacaan.note(NOMOR_KOLOM_MENEMPEL, next(iter(numbered.values())).petak, teks=teks)
    for kunci, item in numbered.items():
        baris.sel[kunci] = attrs.evolve(item, teks=_NOMOR_KOLOM.sub("", item.teks, count=1))


def _mend_faktor(bacaan: Bacaan, baris: BarisSel) -> None:
    """What stands beside the formula is the factor, or else the source of data, moved by one column."""
    beside = baris.sel.get("faktor")
    if beside is not None and not is_faktor(beside.bersih):
        if "sumber_data" in baris:
            bacaan.note(SEL_RUSAK, beside.petak, teks=_line(beside.teks), harapan="faktor 100 %")
            del baris.sel["faktor"]
        else:
            _note_geser(bacaan, baris.move("faktor", "sumber_data"), "tanpa judul", "sumber_data")
    formula = baris.sel.get("formulasi")
    if (
        formula is not None
        and "faktor" not in baris
        and is_faktor(formula.bersih)
        and GARIS not in formula.teks
    ):
        _note_geser(bacaan, baris.move("formulasi", "faktor"), "formulasi", "faktor")


def _note_geser(bacaan: Bacaan, cell: SelIKI, ada: str, dibaca: str) -> None:
    bacaan.note(SEL_TERGESER, cell.petak, teks=_line(cell.teks), ada=ada, dibaca=_say(dibaca))


def fill_gabungan(baris: BarisSel, kunci: str) -> str:
    """The text of a cell that is blank because it is merged with one above; empty where it isn't."""
    place = baris.larik.petak(kunci)
    if place is None or kunci in baris:
        return ""
    kisi = baris.larik.kisi
    area = next((item for item in kisi.gabungan if item.holds(place.baris, place.kolom)), None)
    return "" if area is None else kisi.teks(area.baris_awal, area.kolom_awal)


def continues_above(teks: str) -> tuple[str, str]:
    """The beginning of a cell that goes on with the row above, and the rest of it.

    >>> continues_above("dalam 1 tahun  - Jumlah dokumen"), continues_above("Jumlah dokumen")
    (('dalam 1 tahun', '- Jumlah dokumen'), ('', 'Jumlah dokumen'))
    """
    parts = lines(teks)
    for place, line in enumerate(parts):
        if begins_nama(line):
            carry = parts[:place]
            if carry and continues(carry[0]):
                return " ".join(carry), "\n".join(parts[place:])
            break
    return "", teks


def _line(teks: str) -> str:
    return " ".join(clean(teks).split())


def _say(kunci: str) -> str:
    return kunci.replace("_", " ")
