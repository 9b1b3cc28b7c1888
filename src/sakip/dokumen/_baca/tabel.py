"""The tables of a sheet: where they begin, what their columns are, which rows they have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

import attrs

from sakip.dokumen._baca.judul import Judul, KolomTemu, has_needed, header_words, numbers_tw, recognise_kolom
from sakip.dokumen._buka.kisi import Kisi, Petak

_TINGGI_JUDUL = 4
"""Rows that a header may have."""
_NOMOR = re.compile(r"\(?\s*(\d{1,2}[a-z]?)\s*\)?\.?")
_RUMUS_NOMOR = re.compile(r"\s*=[\s\d()+*/×xX:%–-]*$")
"""How a numbered column says which others it is made of."""
_NOMOR_DEPAN = re.compile(r"\(\d{1,2}\)\s*")
_BULAN = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|november|desember"
PENUTUP = re.compile(
    rf"""(?:mengetahui|menyetujui|pihak\s+(?:pertama|kedua|kesatu)\b(?-i:(?!\s+[a-z]))|nip\b|plt\b|plh\b|a\.?n\.?\s
    |kepala\s+(?:dinas|badan|kantor|bidang|seksi|sub)
    |(?:[a-z][a-z .'-]{{1,40}}|[.…_]{{3,}}),\s*(?:\d{{1,2}}\s+)?(?:{_BULAN})\s+\d{{4}}
    |(?:[a-z][a-z .'-]{{1,40}}|[.…_]{{3,}})\s*,\s*[.…_]{{3,}})""",
    re.IGNORECASE | re.VERBOSE,
)
"""How the lines begin that stand below a table: place and day, and who signs, which is no sentence."""
_KEPALA = re.compile(r"kepala\b", re.IGNORECASE)
_ANGKA = re.compile(r"(?:rp\.?|tw|trw|triwulan|[<>≥≤])?\s*\d", re.IGNORECASE)
"""How a value begins."""
_TERBANYAK_PENANDA = 3
"""Who may sign side by side."""


Pembatas: TypeAlias = Callable[[Sequence[tuple[int, str]]], bool]
"""Whether a row, given by its filled cells with their columns, stands in no table."""


@attrs.frozen
class Larik:
    """One row of a table: its cells by what their columns are.

    Attributes:
        kisi: The sheet.
        baris: The row, counted from 1.
        kolom: The columns in force at this row.
        ganti: By column, what is read instead of what is printed: of a row that was taken apart, its part.
    """

    kisi: Kisi
    baris: int
    kolom: tuple[KolomTemu, ...]
    ganti: Mapping[int, str] = attrs.field(factory=dict, hash=False)

    def isi(self, kolom: int) -> str:
        """The text in a column, without the white space around it."""
        return self.ganti[kolom] if kolom in self.ganti else clean(self.kisi.teks(self.baris, kolom))

    def teks(self, kunci: str, bagian: str = "") -> str:
        """The text of a cell, without the white space around it; empty where there is none."""
        place = self.petak(kunci, bagian)
        return "" if place is None else self.isi(place.kolom)

    def petak(self, kunci: str, bagian: str = "") -> Petak | None:
        """The place of a cell; None where the table has no such column."""
        for item in self.kolom:
            if item.kunci == kunci and item.bagian == bagian:
                return self.kisi.petak(self.baris, item.kolom)
        return None

    def bagian(self, kunci: str) -> Iterator[tuple[str, Petak, str]]:
        """The filled cells of a column that stands once for each period: period, place, text."""
        for item in self.kolom:
            if item.kunci == kunci and (teks := self.isi(item.kolom)):
                yield item.bagian, self.kisi.petak(self.baris, item.kolom), teks

    @property
    def ber_id(self) -> bool:
        """Whether a column of ids is filled, as in every row that this library wrote."""
        return any(item.kunci.startswith("id") and self.isi(item.kolom) for item in self.kolom)

    @property
    def terisi(self) -> tuple[tuple[KolomTemu, str], ...]:
        """The filled cells of the row under a header, known or not."""
        return tuple((item, teks) for item in self.kolom if (teks := self.isi(item.kolom)))


_TAG = re.compile(
    r"</?(?:a|b|body|center|code|col|div|em|font|h[1-6]|hr|html|i|img|li|ol|p|pre|s|small|span|strong|sub|sup"
    r"|table|tbody|td|tfoot|th|thead|tr|u|ul)(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
"""The tags of HTML that are left in cells of pasted tables."""


def clean(teks: str) -> str:
    r"""A cell without tags of HTML and doubled blanks; a break of a line stays one.

    What stands between such brackets and is no tag of HTML is text.

    >>> clean("Meningkatnya  <b>mutu</b><br/>layanan "), clean("<target tahunan>")
    ('Meningkatnya mutu\nlayanan', '<target tahunan>')
    """
    if "<" in teks:
        teks = re.sub(r"<\s*br\s*/?\s*>", "\n", teks, flags=re.IGNORECASE)
        teks = _TAG.sub("", teks)
    return "\n".join(" ".join(line.split()) for line in teks.strip().splitlines())


@attrs.frozen
class Tabel:
    """A table of a form.

    Attributes:
        kisi: The sheet.
        awal: The row of its header, counted from 1.
        akhir: Its last row.
        judul: Rows that are header: the first ones, and where they are printed again.
        larik: Its rows of data.
        kolom_judul: The columns that its first header has.
        halaman: Where its header is printed again, with the columns that it has there.
    """

    kisi: Kisi
    awal: int
    akhir: int
    judul: tuple[int, ...]
    larik: tuple[Larik, ...]
    kolom_judul: tuple[KolomTemu, ...] = ()
    halaman: tuple[tuple[int, tuple[KolomTemu, ...]], ...] = ()

    @property
    def kolom(self) -> tuple[KolomTemu, ...]:
        """The columns of its first row that is no band, or of its header; those of a later page may differ."""
        return max((item.kolom for item in self.larik), key=len, default=self.kolom_judul)

    def has(self, kunci: str) -> bool:
        """Whether it has such a column."""
        return any(item.kunci == kunci for item in self.kolom)


def find_tabel(
    kisi: Kisi, *judul: Sequence[Judul], ends: Pembatas | None = None
) -> tuple[tuple[Tabel, ...], ...]:
    """The tables of a sheet, for each set of columns those that have what it needs.

    A table ends where another one's header begins; a header that fits several sets
    is of the one that it has most columns of.

    Args:
        kisi: The sheet.
        judul: The sets of columns.
        ends: Whether a row, by its filled cells, begins something else and ends the table above it.
    """
    found: tuple[list[Tabel], ...] = tuple([] for _ in judul)
    row = 1
    while row <= kisi.tinggi:
        which, head = _read_best(kisi, row, judul)
        if head is None:
            row += 1
            continue
        table = _collect(kisi, row, which, head, judul, ends)
        found[which].append(table)
        row = table.akhir + 1
    return tuple(map(tuple, found))


def _read_best(kisi: Kisi, baris: int, judul: Sequence[Sequence[Judul]]) -> tuple[int, Kepalan | None]:
    """Which set of columns the header at a row is of, and the header; None where none begins."""
    best: Kepalan | None = None
    which = 0
    for number, item in enumerate(judul):
        head = read_judul(kisi, baris, item)
        if head is not None and (best is None or len(_known(head)) > len(_known(best))):
            which, best = number, head
    return which, best


@attrs.frozen
class Kepalan:
    """The header of a table: how many rows it has, numbered columns included, and its columns."""

    tinggi: int
    kolom: tuple[KolomTemu, ...]

    @property
    def kunci(self) -> set[str]:
        """Which columns it has."""
        return {item.kunci for item in self.kolom if item.kunci}


def read_judul(kisi: Kisi, baris: int, judul: Sequence[Judul]) -> Kepalan | None:
    """The header that begins at a row; None where none does."""
    if sum(1 for _ in kisi.filled(baris)) < 2 or not _is_header_row(kisi, baris, judul):
        return None  # one cell alone is a title, whatever its words
    best: Kepalan | None = None
    for tinggi in range(1, _TINGGI_JUDUL + 1):
        last = baris + tinggi - 1
        if last > kisi.tinggi or (tinggi > 1 and not _is_header_row(kisi, last, judul, baris)):
            break
        if tinggi > 1 and _same(kisi, baris, last):
            break  # the header of the next page, with no row between
        if _read_pita(list(kisi.filled(last)), judul):
            break
        found = Kepalan(tinggi, recognise_kolom(_paths(kisi, baris, last), judul))
        if best is None or len(_known(found)) >= len(_known(best)):
            best = found
    if best is None or not has_needed(best.kunci, judul):
        return None
    return attrs.evolve(best, tinggi=best.tinggi + _count_numbering(kisi, baris + best.tinggi))


def _same(kisi: Kisi, baris: int, lain: int) -> bool:
    """Whether two rows say the same."""
    one, other = ([(kolom, clean(teks)) for kolom, teks in kisi.filled(row)] for row in (baris, lain))
    return one == other


def _known(kepalan: Kepalan) -> set[tuple[str, str]]:
    return {(item.kunci, item.bagian) for item in kepalan.kolom if item.kunci}


def _is_header_row(kisi: Kisi, baris: int, judul: Sequence[Judul], awal: int = 0) -> bool:
    """Whether most cells of a row are words of headers; below another one, numbers of triwulan are too.

    Args:
        kisi: The sheet.
        baris: The row.
        judul: The columns of the form.
        awal: Where the header begins that the row may go on; 0: it begins with this row.
    """
    cells = list(kisi.filled(baris))
    if not cells:
        return False
    is_header = header_words(tuple(judul))
    numbered = _number_tw(kisi, awal, baris) if awal else set()
    known = sum(column in numbered or is_header(teks) for column, teks in cells)
    return known * 2 > len(cells) or (known >= 3 and known * 3 > len(cells))


def _number_tw(kisi: Kisi, awal: int, baris: int) -> set[int]:
    """The columns whose cells number the triwulan that the header above them speaks of: I, II and so on."""
    found: set[int] = set()
    expected = 1
    for column, texts in _paths(kisi, awal, baris).items():
        number = numbers_tw(texts) if texts[-1] else ""
        if number == "1":
            expected = 1
        if number == str(expected):
            found.add(column)
            expected += 1
    return found


def _paths(kisi: Kisi, awal: int, akhir: int) -> dict[int, tuple[str, ...]]:
    """For each column the header cells above it, a group's header standing over all its columns."""
    paths: dict[int, list[str]] = {}
    asal: dict[int, list[int]] = {}  # the column that each of those texts stands in
    width = max(len(kisi.baris[row - 1]) for row in range(awal, akhir + 1))
    for row in range(awal, akhir + 1):
        group, start = "", 0
        for column in range(1, width + 1):
            own, source = clean(kisi.teks(row, column)), column
            if own:
                group, start = own, column
            elif row < akhir and not _has_below(kisi, row, akhir, column):
                own = ""
            elif row < akhir and _is_reached(asal, start, column):
                own, source = group, start
            paths.setdefault(column, []).append(own)
            asal.setdefault(column, []).append(source if own else 0)
    return {column: tuple(texts) for column, texts in paths.items() if any(texts)}


def _has_below(kisi: Kisi, baris: int, akhir: int, kolom: int) -> bool:
    return any(kisi.teks(row, kolom).strip() for row in range(baris + 1, akhir + 1))


def _is_reached(asal: dict[int, list[int]], awal: int, kolom: int) -> bool:
    """Whether a group that begins to the left reaches a column: nothing stands above it, or the same groups do."""
    above = asal.get(kolom, [])
    return not any(above) or (awal > 0 and asal[awal][: len(above)] == above)


def _count_numbering(kisi: Kisi, baris: int) -> int:
    return 1 if baris <= kisi.tinggi and is_numbering(kisi, baris) else 0


def is_numbering(kisi: Kisi, baris: int) -> bool:
    """Whether a row numbers the columns: ``1 2 3``, ``(1) (2) (3)`` or ``3 = 1 + 2``, and holds nothing else."""
    cells = [_RUMUS_NOMOR.sub("", clean(teks)) for _, teks in kisi.filled(baris)]
    if len(cells) < 3:
        return False
    matches = [_NOMOR.fullmatch(teks) for teks in cells]
    numbers = [int(re.sub(r"\D", "", match[1])) for match in matches if match]
    return len(numbers) == len(cells) and numbers == sorted(numbers) and numbers[0] <= 1 < numbers[-1]


def _has_id(head: Kepalan) -> bool:
    return bool(_ids(head))


def _ids(head: Kepalan) -> set[int]:
    return {item.kolom for item in head.kolom if item.kunci.startswith("id")}


def _heads_ids(kisi: Kisi, baris: int, lain: Kepalan, head: Kepalan) -> bool:
    """Whether another header has columns of ids, or says below a blank row what stands in those.

    A row that only looks like one doesn't: ids may be any words.
    """
    if _has_id(lain):
        return True
    apart = not any(kisi.filled(baris - 1))
    return apart and any(item.kunci and item.kolom in _ids(head) for item in lain.kolom)


def _is_own(kisi: Kisi, baris: int, head: Kepalan) -> bool:
    """Whether an id says that a row is one of the table, unless it numbers the columns."""
    return any(clean(kisi.teks(baris, kolom)) for kolom in _ids(head)) and not _numbers_all(kisi, baris)


def _numbers_all(kisi: Kisi, baris: int) -> bool:
    """Whether a row numbers all columns of the sheet, those of ids too."""
    cells = [(column, clean(teks)) for column, teks in kisi.filled(baris)]
    first = cells[0][0] if cells else 0
    return len(cells) > 2 and all(teks == str(column - first + 1) for column, teks in cells)


def _collect(
    kisi: Kisi,
    awal: int,
    which: int,
    head: Kepalan,
    judul: Sequence[Sequence[Judul]],
    ends: Pembatas | None,
) -> Tabel:
    """The rows below a header, as far as the table goes."""
    heads, first = list(range(awal, awal + head.tinggi)), head.kolom
    rows: list[Larik] = []
    pages: list[tuple[int, tuple[KolomTemu, ...]]] = []
    row, last = awal + head.tinggi, awal + head.tinggi - 1
    while row <= kisi.tinggi:
        other, again = _read_best(kisi, row, judul)
        if _is_own(kisi, row, head) and (again is None or not _heads_ids(kisi, row, again, head)):
            rows.append(Larik(kisi, row, head.kolom))  # whatever its words are
            last = row
            row += 1
            continue
        if again is not None and (other != which or again.kunci != head.kunci):
            break
        if again is not None:  # the same header on the next page; its columns may stand elsewhere
            head = again
            pages.append((row, head.kolom))
            heads += range(row, row + head.tinggi)
            last = row + head.tinggi - 1
            row = last + 1
            continue
        cells = list(kisi.filled(row))
        pita = _read_pita(cells, judul[which])
        if pita and _has_id(head) and not _is_followed(kisi, row, head):
            pita = ()  # a remark below what this library wrote, whose rows have ids
        if (
            cells
            and not pita
            and (_is_outside(kisi, row, head, judul[which]) or (ends is not None and ends(cells)))
        ):
            break
        if cells and is_numbering(kisi, row):
            heads.append(row)
            last = row
        elif cells:
            rows.append(Larik(kisi, row, pita or head.kolom))
            last = row
        row += 1
    return Tabel(kisi, awal, last, tuple(heads), tuple(rows), first, tuple(pages))


def _read_pita(cells: list[tuple[int, str]], judul: Sequence[Judul]) -> tuple[KolomTemu, ...]:
    """The one cell of a row that stands across the table, as the only column of that row."""
    if len(cells) != 1:
        return ()
    kolom, teks = cells[0]
    return tuple(
        KolomTemu(kolom, item.kunci, "", "")
        for item in judul
        if item.pita is not None and item.pita.match(clean(teks))
    )[:1]


def _is_outside(kisi: Kisi, baris: int, head: Kepalan, judul: Sequence[Judul]) -> bool:
    """Whether a row no longer belongs to the table: a line of text below it, or who signs."""
    cells = list(kisi.filled(baris))
    first, teks = cells[0]
    line = teks.strip().lstrip("*# ")
    key = next((item.kunci for item in head.kolom if item.kolom == first), "")
    is_post = _KEPALA.match(line) and any(item.kunci == key and item.jabatan for item in judul)
    if len(cells) <= 2 and PENUTUP.match(line) and not is_post:
        return not (_KEPALA.match(line) and _goes_on(kisi, baris, head))
    if len(cells) > 1 or len(head.kolom) < 3:
        return False
    if first == 1 and key == "kode":
        return " " in line and not any(map(str.isdigit, line))  # words are no code
    if first != 1 or key not in {"nomor", ""}:
        return False
    return not _NOMOR.fullmatch(teks.strip()) or (_has_id(head) and not _is_followed(kisi, baris, head))


def _goes_on(kisi: Kisi, baris: int, head: Kepalan) -> bool:
    """Whether a row that begins as a signature does is one of the table all the same.

    Nobody signs with a figure, and below who signs no row of the table follows.
    """
    known = {item.kolom for item in head.kolom}
    if any(_ANGKA.match(teks.strip()) for column, teks in kisi.filled(baris) if column in known):
        return True
    return _is_followed(kisi, baris, head)


def _is_followed(kisi: Kisi, baris: int, head: Kepalan) -> bool:
    """Whether a row of the table stands below, before the place and day where it is signed."""
    for row in range(baris + 1, kisi.tinggi + 1):
        cells = [clean(teks) for _, teks in kisi.filled(row)]
        if cells and PENUTUP.match(cells[0]) and not _KEPALA.match(cells[0]):
            return False
        if len(cells) > _TERBANYAK_PENANDA or _is_own(kisi, row, head):
            return True
    return False
