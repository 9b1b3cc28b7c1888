"""CSV: rows as text of which a spreadsheet runs nothing, and records that come out so."""

from __future__ import annotations

import csv
import io
import os
import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from sakip.berkas._berkas import write_text

TANDA_URUT = "\ufeff"
"""What a CSV file begins with so that Excel takes it for UTF-8."""
_BAHAYA = re.compile(
    "'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
)  # the last four are the wide ones of East Asia
_BIASA = re.compile(r"[-–+]?\s*+[\d.,]*+\s*+%?|[-–—]+")
_AKHIR = "\r\n"
"""What the writer is told to end lines with, so that it quotes cells with either sign in them."""


def guard(teks: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before it, which says that it is a text.

    Numbers and dashes are left alone.

    >>> guard("=1+2"), guard("-5,2 %"), guard("-"), guard("+62 811")
    ("'=1+2", '-5,2 %', '-', "'+62 811")
    """
    return f"'{teks}" if _BAHAYA.match(teks) and not _BIASA.fullmatch(teks) else teks


def unguard(teks: str) -> str:
    """The text that `guard` was given.

    >>> unguard("'=1+2"), unguard("'kutipan'")
    ('=1+2', "'kutipan'")
    """
    if not teks.startswith("'"):
        return teks
    rest = teks[1:]
    return rest if guard(rest) == teks else teks


def csv_lines(rows: Iterable[Iterable[str]]) -> Iterator[str]:
    r"""CSV text, row by row: commas, quotes only where needed, line feeds, nothing that a spreadsheet would run.

    >>> list(csv_lines([["nama", "nilai"], ["=1+2", "5,2"]]))
    ['nama,nilai\n', '\'=1+2,"5,2"\n']
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator=_AKHIR)
    for row in rows:
        writer.writerow([guard(cell) for cell in row])
        yield buffer.getvalue().removesuffix(_AKHIR) + "\n"
        buffer.seek(0)
        buffer.truncate()


class Rekaman:
    """What has flat records, ``to_records``, and so can be had as CSV.

    >>> class Daftar(Rekaman):
    ...     def to_records(self):
    ...         return [{"id": "IK1", "capaian": Decimal("80.5"), "tercapai": True, "catatan": None}]
    >>> print(Daftar().to_csv(), end="")
    id,capaian,tercapai,catatan
    IK1,"80,5",ya,
    """

    __slots__ = ()

    @abstractmethod
    def to_records(self) -> Sequence[Mapping[str, object]]:
        """What it holds as flat records, for a data frame or a file."""

    def to_csv(self, path: str | os.PathLike[str] | None = None, *, bom: bool = False) -> str:
        """The records as CSV text with a header, written to a file where one is named.

        Figures have a decimal comma and all their digits; an empty cell is no figure. Texts
        that a spreadsheet would run come with an apostrophe before them. Without records the
        text is empty.

        Args:
            path: The file; None where the text is all that is wanted.
            bom: Whether the file begins with the sign that Excel knows UTF-8 by.

        Raises:
            BerkasError: The file can't be written.
        """
        records = self.to_records()
        rows = (
            [list(records[0]), *([_show(cell) for cell in item.values()] for item in records)]
            if records
            else []
        )
        text = "".join(csv_lines(rows))
        if path is not None:
            write_text(path, [TANDA_URUT * bom, text])
        return text


def _show(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    return str(cell)
