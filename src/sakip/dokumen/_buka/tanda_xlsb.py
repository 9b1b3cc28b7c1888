"""A look at the sheets of an XLSB workbook before it is opened: its records, one after the other."""

from __future__ import annotations

import posixpath
import struct
from collections.abc import Iterator, Mapping

import attrs

from sakip.berkas import RUSAK
from sakip.dokumen._buka.batas import BatasBaca
from sakip.dokumen._buka.galat import GALAT
from sakip.dokumen._buka.gaya_xlsx import is_percent
from sakip.dokumen._buka.kisi import Gabungan, IsiSel
from sakip.dokumen._buka.kotak import Kotak
from sakip.dokumen._buka.tanda import Tanda, check_all
from sakip.dokumen._buka.warna import PALET, chromatic, pick, read_tema
from sakip.dokumen._buka.xml_aman import parse_xml
from sakip.errors import BerkasError

_BARIS, _KOSONG, _TEKS_BERSAMA, _GABUNGAN = 0, 1, 7, 176
_SEL = frozenset(range(2, 12))
_GALAT = (3, 11)
_TEKS, _FORMAT, _ISIAN, _GAYA, _AWAL_GAYA, _AKHIR_GAYA, _LEMBAR = 19, 44, 45, 47, 617, 618, 156
_RATA = 1
"""The fill that is one colour."""
_NOMOR_PALET, _NOMOR_TEMA = 1, 3
"""The ways to give a colour by number, where its parts aren't given besides."""


@attrs.frozen
class _Gaya:
    """The styles of cells that show percentages, and the colours that styles fill cells with, by number."""

    persen: frozenset[int]
    warna: Mapping[int, str]


def find_tanda_xlsb(kotak: Kotak, batas: BatasBaca) -> dict[str, Tanda]:
    """What a look at each sheet says, by the sheet's name.

    Raises:
        BerkasError: It is damaged, or asks for more than the limits allow.
    """
    try:
        gaya = _read_gaya(kotak)
        teks = [
            struct.unpack_from("<L", data, 1)[0]
            for kind, data in _records(kotak, "xl/sharedStrings.bin")
            if kind == _TEKS
        ]
        found = {name: _scan(kotak, part, gaya, teks) for name, part in _sheet_parts(kotak).items()}
    except (struct.error, LookupError):
        raise BerkasError(kotak.path, "it is damaged: a record is cut off, or leads nowhere", RUSAK) from None
    check_all(found, kotak.path, batas)
    return found


def _records(kotak: Kotak, bagian: str) -> Iterator[tuple[int, bytes]]:
    """The records of a part: what each is, and its data."""
    data = kotak.read(bagian)
    place = 0
    while place < len(data):
        kind = data[place]
        place += 1
        if kind & 0x80:
            kind = kind & 0x7F | (data[place] & 0x7F) << 7
            place += 1
        length = 0
        for shift in (0, 7, 14, 21):
            byte = data[place]
            place += 1
            length |= (byte & 0x7F) << shift
            if not byte & 0x80:
                break
        if place + length > len(data):
            raise BerkasError(kotak.path, f"it is damaged: its part {bagian!r} is cut off", RUSAK)
        yield kind, data[place : place + length]
        place += length


def _scan(kotak: Kotak, bagian: str, gaya: _Gaya, teks: list[int]) -> Tanda:
    tanda = Tanda()
    row = 0
    for kind, data in _records(kotak, bagian):
        if kind == _BARIS:
            row = struct.unpack_from("<L", data)[0] + 1
        elif kind in _SEL:
            column, style = struct.unpack_from("<2L", data)
            tanda.sel += 1
            tanda.reach(row, column + 1)
            style &= 0xFFFFFF
            if style in gaya.persen:
                tanda.mark(row, column + 1, IsiSel.PERSEN)
            if style in gaya.warna:
                tanda.warna.add(gaya.warna[style])
            if kind in _GALAT:
                tanda.mark(row, column + 1, IsiSel.GALAT, GALAT.get(data[8], "#"))
            elif kind == _TEKS_BERSAMA:
                (which,) = struct.unpack_from("<L", data, 8)
                tanda.huruf += teks[which]
        elif kind == _GABUNGAN:
            top, bottom, left, right = struct.unpack_from("<4L", data)
            tanda.gabungan.append(Gabungan(top + 1, left + 1, bottom + 1, right + 1))
    return tanda


def _read_gaya(kotak: Kotak) -> _Gaya:
    formats, colours = {9, 10}, list[str]()  # the built-in formats of percentages
    styles: list[tuple[int, int]] = []  # of each style, the numbers of its format and its fill
    sources = {_NOMOR_PALET: PALET, _NOMOR_TEMA: tuple(read_tema(kotak))}
    inside = False
    for kind, data in _records(kotak, "xl/styles.bin"):
        if kind == _FORMAT:
            text, _ = _wide(data, 2)
            if is_percent(text):
                formats.add(struct.unpack_from("<H", data)[0])
        elif kind == _ISIAN:
            pattern, how, number = struct.unpack_from("<L2B", data)
            rgb = data[8:11].hex() if how & 1 else pick(sources.get(how >> 1, ()), number)
            colours.append(chromatic(rgb) if pattern == _RATA else "")
        elif kind in {_AWAL_GAYA, _AKHIR_GAYA}:
            inside = kind == _AWAL_GAYA
        elif kind == _GAYA and inside:
            styles.append(struct.unpack_from("<2xH2xH", data))
    return _Gaya(
        frozenset(place for place, (number, _) in enumerate(styles) if number in formats),
        {place: pick(colours, fill) for place, (_, fill) in enumerate(styles) if pick(colours, fill)},
    )


def _sheet_parts(kotak: Kotak) -> dict[str, str]:
    """From the name of a sheet to the part that it is kept in."""
    targets: dict[str, str] = {}

    def relations(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    part = "xl/_rels/workbook.bin.rels"
    parse_xml(kotak.read(part), kotak.path, part, relations)
    found: dict[str, str] = {}
    for kind, data in _records(kotak, "xl/workbook.bin"):
        if kind == _LEMBAR and data[8:12] != b"\xff\xff\xff\xff":
            id, end = _wide(data, 8)
            name, _ = _wide(data, end)
            found[name] = posixpath.normpath(f"xl/{targets[id]}")
    return found


def _wide(data: bytes, place: int) -> tuple[str, int]:
    """A text and where it ends."""
    (count,) = struct.unpack_from("<L", data, place)
    end = place + 4 + 2 * count
    return data[place + 4 : end].decode("utf-16-le", "replace"), end
