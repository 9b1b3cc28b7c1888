"""XML from hostile files: no document type, no entities, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NoReturn
from xml.parsers import expat

from sakip.berkas import RUSAK
from sakip.errors import BerkasError


def _pass(_: str) -> None:
    """What is done with texts and ends that nobody asked for."""


def parse_xml(
    data: bytes,
    path: str,
    bagian: str,
    mulai: Callable[[str, Mapping[str, str]], None],
    akhir: Callable[[str], None] = _pass,
    teks: Callable[[str], None] = _pass,
) -> None:
    """Read XML element by element.

    Args:
        data: The XML.
        path: The file it comes from, for errors.
        bagian: The part of the file, for errors.
        mulai: What is done where an element begins, with its name and attributes.
        akhir: What is done where it ends.
        teks: What is done with texts.

    Raises:
        BerkasError: It is no XML, or declares a document type, with which entities come.

    >>> names = []
    >>> parse_xml(b"<x:a><b n='1'/></x:a>", "buku.xlsx", "isi", lambda name, _: names.append(local(name)))
    >>> names
    ['a', 'b']
    >>> parse_xml(b"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "buku.xlsx", "isi", lambda *_: None)
    Traceback (most recent call last):
    sakip.errors.BerkasError: buku.xlsx: its part 'isi' declares a document type, which no workbook does
    """

    def refuse(*_: Any) -> NoReturn:
        raise BerkasError(
            path, f"its part {bagian!r} declares a document type, which no workbook does", RUSAK
        )

    parser = expat.ParserCreate("UTF-8")  # whatever it says of itself, as the reader of workbooks does
    parser.buffer_text = True
    parser.StartElementHandler = mulai
    parser.EndElementHandler = akhir
    parser.CharacterDataHandler = teks
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003  # expat's own signature
    except expat.ExpatError as error:
        raise BerkasError(path, f"it is damaged: its part {bagian!r} is no XML: {error}", RUSAK) from None


def local(nama: str) -> str:
    """The name of an element or attribute without its prefix.

    >>> local("x:row"), local("row")
    ('row', 'row')
    """
    return nama.rpartition(":")[2]
