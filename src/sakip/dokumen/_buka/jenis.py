"""What a file is by its content, whatever its ending says."""

from __future__ import annotations

import os
from pathlib import Path

from sakip.berkas import SALAH_AKHIRAN
from sakip.dokumen._buka.batas import BatasBaca
from sakip.dokumen._buka.kotak import Kotak
from sakip.dokumen._buka.ole import TANDA_OLE
from sakip.dokumen._buka.tanda import Tanda
from sakip.dokumen._buka.tanda_ods import find_tanda_ods
from sakip.dokumen._buka.tanda_xls import find_tanda_xls
from sakip.dokumen._buka.tanda_xlsb import find_tanda_xlsb
from sakip.dokumen._buka.tanda_xlsx import find_tanda_xlsx
from sakip.errors import BerkasError

_AKHIRAN = {
    "XLSX": (".xlsx", ".xlsm"),
    "XLSB": (".xlsb",),
    "ODS": (".ods",),
    "XLS": (".xls",),
}
"""The endings of each kind of workbook."""
_INTI = {"xl/workbook.xml": "XLSX", "xl/workbook.bin": "XLSB", "content.xml": "ODS"}
"""The part that makes a box a workbook."""
_BACA = {"XLSX": find_tanda_xlsx, "XLSB": find_tanda_xlsb, "ODS": find_tanda_ods}
_KOTAK_LAIN = {"word/document.xml": "a Word document", "ppt/presentation.xml": "a presentation"}
_AWAL = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a text with formats (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"PK", "a zip archive that is cut off"),
)
_LIHAT = 4096
"""Bytes that are looked at to say what a file is."""


def look_into(data: bytes, path: str | os.PathLike[str], batas: BatasBaca) -> dict[str, Tanda]:
    """What a look at each sheet of a workbook says, by the sheet's name.

    Raises:
        BerkasError: It is no workbook, is another kind than its ending says, is damaged
            or locked, or asks for more than the limits allow.
    """
    name = os.fspath(path)
    if data.startswith(TANDA_OLE):
        tanda = find_tanda_xls(data, name, batas)
        _check_akhiran("XLS", path)
        return tanda
    if not data.startswith(b"PK\x03\x04"):
        raise BerkasError(name, f"it is no workbook but {describe(data)}: {_saran(data)}", SALAH_AKHIRAN)
    kotak = Kotak.open(data, path, batas)
    kinds = [kind for part, kind in _INTI.items() if part in kotak]
    if len(kinds) != 1:
        others = [words for part, words in _KOTAK_LAIN.items() if part in kotak]
        what = "several workbooks in one" if kinds else (others or ["a zip archive"])[0]
        raise BerkasError(name, f"it is no workbook but {what}", SALAH_AKHIRAN)
    _check_akhiran(kinds[0], path)
    return _BACA[kinds[0]](kotak, batas)


def _check_akhiran(jenis: str, path: str | os.PathLike[str]) -> None:
    endings = _AKHIRAN[jenis]
    if Path(path).suffix.lower() not in endings:
        raise BerkasError(
            os.fspath(path), f"it is an {jenis} workbook: give it the ending {endings[0]}", SALAH_AKHIRAN
        )


def describe(data: bytes) -> str:
    r"""What a file is that is no workbook, in a few words.

    >>> describe(b"<html><table>"), describe(b"No;Sasaran\n"), describe(b"\0\1"), describe(b"")
    ('an HTML page', 'plain text, such as CSV', 'something else', 'empty')
    """
    if not data:
        return "empty"
    for begin, words in _AWAL:
        if data.startswith(begin):
            return words
    head = data[:_LIHAT].lower()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"<"):
        html = any(word in head for word in (b"<html", b"<!doctype html", b"<table", b"<meta"))
        return "an HTML page" if html else "an XML file"
    return "something else" if b"\0" in head else "plain text, such as CSV"


def _saran(data: bytes) -> str:
    """What to do about it."""
    what = describe(data)
    if what == "plain text, such as CSV":
        return "give it the ending .csv"
    if what in {"an HTML page", "an XML file"}:
        return "open it in a spreadsheet and save it as .xlsx"
    return "save the table as .xlsx or .csv"
