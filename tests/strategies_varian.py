"""Hypothesis strategies for forms as other offices print them: the same rows in a plain and in a messy print."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TypeAlias

import attrs
import openpyxl
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

Baris: TypeAlias = dict[str, str]
"""What a row says, by the column; a key that a layout has no column for is not printed."""


@attrs.frozen
class Kolom:
    """A column that is printed.

    Attributes:
        kunci: What the rows call it.
        kata: The words that it is headed by in one office or another; one alone is printed as it is.
        atas: The words of the header above it, which stands over all columns of its group.
        sekali: Whether it is printed once for all rows that say the same.
        belah: Whether a page may break its text.
    """

    kunci: str
    kata: tuple[str, ...]
    atas: tuple[str, ...] = ()
    sekali: bool = False
    belah: bool = False


@attrs.frozen
class Bentukan:
    """A form as it is printed.

    Attributes:
        bentuk: Its tag.
        judul: The lines above its table.
        kelompok: Its columns, in groups that stay together; the first ones may be held in place.
        baris: Its rows.
        tetap: How many groups from the left, and with a minus how many to the right of it, may not move.
    """

    bentuk: str
    judul: tuple[str, ...]
    kelompok: tuple[tuple[Kolom, ...], ...]
    baris: tuple[Baris, ...]
    tetap: int = 0


@attrs.frozen
class Cetakan:
    """A print.

    Attributes:
        baris: Its rows, titles and headers among them.
        gabungan: Its merged ranges: first row, column, last row, column, counted from 1.
        kepala: The rows of its headers, counted from 0.
    """

    baris: list[list[str]]
    gabungan: list[tuple[int, int, int, int]]
    kepala: set[int] = attrs.field(factory=set)

    def add_kepala(self, baris: list[list[str]]) -> None:
        """Print a header."""
        self.kepala.update(range(len(self.baris), len(self.baris) + len(baris)))
        self.baris.extend(list(row) for row in baris)

    def write(self, path: Path, sandi: str = "utf-8") -> Path:
        """Put it into a file; its ending says which kind."""
        if path.suffix == ".xlsx":
            book = openpyxl.Workbook()
            sheet = book.worksheets[0]
            for row in self.baris:
                sheet.append([cell or None for cell in row])
            for first, left, last, right in self.gabungan:
                sheet.merge_cells(start_row=first, start_column=left, end_row=last, end_column=right)
            book.save(path)
            return path
        if path.suffix == ".csv":
            with path.open("w", encoding=sandi, newline="") as file:
                csv.writer(file, delimiter=";").writerows(self.baris)
            return path
        lines = ("\t".join(cell.replace("\n", "<br/>") for cell in row) for row in self.baris)
        path.write_text("".join(f"{line}\n" for line in lines), encoding=sandi)
        return path


def plain(bentukan: Bentukan) -> Cetakan:
    """Every column where the form has it, under its first word, and every cell filled in or blank as above."""
    columns = [item for group in bentukan.kelompok for item in group]
    rows = [[line] for line in bentukan.judul]
    rows += _header(bentukan.kelompok, {}, [])
    rows += [_cells(columns, row, above, "kosong") for row, above in _pairs(bentukan.baris)]
    return Cetakan(rows, [])


@st.composite
def varian(draw: st.DrawFn, bentukan: Bentukan) -> Cetakan:
    """The same rows as another office prints them."""
    held = len(bentukan.kelompok) if bentukan.tetap < 0 else bentukan.tetap
    groups = [*bentukan.kelompok[:held], *draw(st.permutations(bentukan.kelompok[held:]))]
    columns = [item for group in groups for item in group]
    words = draw(_kata(columns))
    cara = draw(st.sampled_from(("kosong", "isi", "gabung")))
    made = Cetakan([[]] * draw(st.integers(0, 2)), [])
    made.baris.extend([draw(_baris(line))] for line in bentukan.judul)
    made.baris.extend([[]] * draw(st.integers(0, 1)))
    begin = len(made.baris)
    header = _header(groups, words, made.gabungan, begin)
    made.add_kepala(header)
    if draw(st.booleans()):
        mark = draw(st.sampled_from(("{}", "({})", "{}.")))
        made.baris.append([mark.format(place) for place in range(1, len(columns) + 1)])
    lagi = draw(st.integers(0, len(bentukan.baris) - 1))  # where the next page begins; 0: nowhere
    for row, above in _pairs(bentukan.baris):
        if above and row is bentukan.baris[lagi % len(bentukan.baris)]:
            made.add_kepala(header)
        cells = _cells(columns, row, above, cara)
        rest = [""] * len(cells)
        if cara != "gabung" and draw(st.integers(0, 2)) == 0:
            place = draw(st.sampled_from(_places(columns, cara)))
            cells[place], rest[place] = draw(_belah(cells[place]))
        made.baris.append(cells)
        if any(rest):
            if not lagi and draw(st.booleans()):
                made.add_kepala(header)
                lagi = len(bentukan.baris)
            made.baris.append(rest)
    if cara == "gabung":
        _merge(made, columns, bentukan.baris)
    made.baris.extend(draw(st.sampled_from(((), TANDA))))
    return made


def _places(columns: list[Kolom], cara: str) -> list[int]:
    """Where a page may break a text: not in one of several cells that say the same."""
    return [n for n, item in enumerate(columns) if item.belah and not (item.sekali and cara == "isi")]


SISIPAN = "Terselip di sini"
"""A text that no form has."""


@st.composite
def sisipan(draw: st.DrawFn, cetakan: Cetakan) -> str:
    """Put a text where nothing stands; its cell, as spreadsheets call it.

    Beside a header it stands right of it: what is printed within one is a part of it.
    """
    row = draw(st.integers(0, len(cetakan.baris) - 1))
    cells = cetakan.baris[row] = list(cetakan.baris[row])
    free = [
        place
        for place in range(len(cells) if row in cetakan.kepala else 0, max(map(len, cetakan.baris)) + 2)
        if (place >= len(cells) or not cells[place]) and not _is_covered(cetakan, row + 1, place + 1)
    ]
    column = draw(st.sampled_from(free))
    cells.extend([""] * (column + 1 - len(cells)))
    cells[column] = SISIPAN
    return f"{get_column_letter(column + 1)}{row + 1}"


def _is_covered(cetakan: Cetakan, row: int, column: int) -> bool:
    return any(
        top <= row <= bottom and left <= column <= right for top, left, bottom, right in cetakan.gabungan
    )


TANDA = ([""], ["", "", "Contoh, 2 Januari 2025"], ["", "", "Kepala Dinas Contoh,"], ["", "", "NIP. ……………"])
"""Who signs."""


def _pairs(rows: tuple[Baris, ...]) -> list[tuple[Baris, Baris]]:
    """Each row with the one above it."""
    return list(zip(rows, ({}, *rows), strict=False))


def _cells(columns: list[Kolom], row: Baris, above: Baris, cara: str) -> list[str]:
    """The cells of a row; what is printed once stands in the first of its rows, or in each."""
    return [
        "" if item.sekali and cara != "isi" and _same(row, above, item) else row.get(item.kunci, "")
        for item in columns
    ]


def _same(row: Baris, above: Baris, kolom: Kolom) -> bool:
    return bool(row.get(kolom.kunci)) and row.get(kolom.kunci) == above.get(kolom.kunci)


def _header(
    groups: list[tuple[Kolom, ...]] | tuple[tuple[Kolom, ...], ...],
    words: dict[Kolom | tuple[str, ...], str],
    gabungan: list[tuple[int, int, int, int]],
    begin: int = 0,
) -> list[list[str]]:
    """The header in one row, or in two where a group has a header above it."""
    columns = [item for group in groups for item in group]
    own = [words.get(item, item.kata[0]) for item in columns]
    if not any(item.atas for item in columns):
        return [own]
    top, below = ["" if item.atas else word for item, word in zip(columns, own, strict=True)], []
    for left, item in enumerate(columns):
        below.append(own[left] if item.atas else "")
        if not item.atas:
            gabungan.append((begin + 1, left + 1, begin + 2, left + 1))
        elif not left or columns[left - 1].atas != item.atas:
            right = next((n for n in range(left, len(columns)) if columns[n].atas != item.atas), len(columns))
            top[left] = words.get(item.atas, item.atas[0])
            gabungan.extend([(begin + 1, left + 1, begin + 1, right)] if right > left + 1 else [])
    return [top, below]


def _merge(made: Cetakan, columns: list[Kolom], rows: tuple[Baris, ...]) -> None:
    """Merge downward what is printed once, where its rows stand together."""
    for number, item in enumerate(columns, start=1):
        if not item.sekali:
            continue
        texts = {row[item.kunci] for row in rows if row.get(item.kunci)}
        for place, row in enumerate(made.baris, start=1):
            if number <= len(row) and row[number - 1] in texts:
                end = place
                while end < len(made.baris) and _goes_on(made.baris[end], number, columns):
                    end += 1
                if end > place:
                    made.gabungan.append((place, number, end, number))


def _goes_on(row: list[str], number: int, columns: list[Kolom]) -> bool:
    return len(row) == len(columns) and not row[number - 1] and any(row)


@st.composite
def _kata(draw: st.DrawFn, columns: list[Kolom]) -> dict[Kolom | tuple[str, ...], str]:
    """The words of a header; columns below one header are worded alike."""
    ways = {item.atas or item: draw(st.integers(0, 11)) for item in columns}
    found: dict[Kolom | tuple[str, ...], str] = {}
    for item in columns:
        found[item] = item.kata[ways[item.atas or item] % len(item.kata)]
        if len(item.kata) > 1:
            found[item] = draw(_hias(found[item]))
    for atas in dict.fromkeys(item.atas for item in columns if item.atas):
        found[atas] = draw(_hias(draw(st.sampled_from(atas))))
    return found


def _hias(teks: str) -> st.SearchStrategy[str]:
    """A header in capitals, with a tag of HTML left in it, with doubled blanks, or as it is."""
    return st.sampled_from(
        (teks, teks.upper(), f"<b>{teks}</b>", teks.replace(" ", "<br/>"), f" {teks.replace(' ', '  ')} ")
    )


def _baris(teks: str) -> st.SearchStrategy[str]:
    """A line above the table, with tags of HTML left in it or as it is."""
    return st.sampled_from((teks, f"<b>{teks}</b>", f" {teks} ", f"<p>{teks}</p>"))


@st.composite
def _belah(draw: st.DrawFn, teks: str) -> tuple[str, str]:
    """A text that a page breaks before a word in small letters."""
    words = teks.split(" ")
    places = [place for place, word in enumerate(words) if place and word[:1].islower()]
    if not places:
        return teks, ""
    place = draw(st.sampled_from(places))
    return " ".join(words[:place]), " ".join(words[place:])
