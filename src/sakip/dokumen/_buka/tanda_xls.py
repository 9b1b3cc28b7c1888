"""A look at the sheets of an old XLS workbook before it is opened: its records, one after the other."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import takewhile

import attrs

from sakip.berkas import RUSAK, TERKUNCI
from sakip.dokumen._buka.batas import BatasBaca
from sakip.dokumen._buka.galat import GALAT
from sakip.dokumen._buka.gaya_xlsx import is_percent
from sakip.dokumen._buka.kisi import IsiSel
from sakip.dokumen._buka.ole import Ole
from sakip.dokumen._buka.tanda import Tanda, check_all
from sakip.dokumen._buka.warna import PALET, chromatic, pick
from sakip.errors import BerkasError

_BOF, _EOF, _LANJUTAN = 0x0809, 0x000A, 0x003C
_KUNCI, _LEMBAR, _FORMAT, _GAYA, _PALET, _TEKS = 0x002F, 0x0085, 0x041E, 0x00E0, 0x0092, 0x00FC
_UKURAN, _RUMUS, _LOGIS, _BANYAK, _TEKS_BERSAMA = 0x0200, 0x0006, 0x0205, 0x00BD, 0x00FD
_SEL = frozenset({0x0203, 0x0204, 0x027E, _RUMUS, _LOGIS, _TEKS_BERSAMA})
"""The records of one cell: number, text, short number, formula, truth or error, text that is kept once."""
_RATA = 1
"""The fill that is one colour."""
_PANJANG_GAYA = 20
"""Bytes of a style."""
_WARNA_DASAR = 8
"""How many colours no workbook gives anew."""
_TERLUAS = 65_536 * 256
"""Cells that a sheet of the format has room for."""


@attrs.frozen
class _Gaya:
    """A style of cells: the numbers of its format and of the colour that fills them, -1 where none does."""

    format: int = 0
    warna: int = -1


@attrs.define
class _Buku:
    """What the first part of the stream says of all sheets."""

    lembar: list[tuple[int, str]] = attrs.field(factory=list)
    format: dict[int, str] = attrs.field(factory=dict)
    gaya: list[_Gaya] = attrs.field(factory=list)
    palet: tuple[str, ...] = PALET
    teks: list[int] = attrs.field(factory=list)

    def mark(self, tanda: Tanda, baris: int, kolom: int, gaya: int) -> None:
        """A cell of a style, which may show it as a percentage, and fill it with a colour."""
        style = self.gaya[gaya] if gaya < len(self.gaya) else _Gaya()
        if style.format in {9, 10} or is_percent(self.format.get(style.format, "")):
            tanda.mark(baris, kolom, IsiSel.PERSEN)
        if colour := chromatic(pick(self.palet, style.warna)):
            tanda.warna.add(colour)


def find_tanda_xls(data: bytes, path: str, batas: BatasBaca) -> dict[str, Tanda]:
    """What a look at each sheet says, by the sheet's name.

    Raises:
        BerkasError: It is damaged or locked, no workbook, or asks for more than the limits allow.
    """
    ole = Ole(data, path)
    if "EncryptedPackage" in ole:
        raise BerkasError(path, "it is locked with a password; save it without one", TERKUNCI)
    stream = ole.read("Workbook") or ole.read("Book")
    if not stream:
        raise BerkasError(path, "it is no workbook, though it is packed as an old one is", RUSAK)
    try:
        buku = _read_buku(stream, path)
        found = {name: _read_lembar(stream, place, path, buku) for place, name in buku.lembar}
    except (struct.error, IndexError):
        raise BerkasError(path, "it is damaged: a record is cut off", RUSAK) from None
    check_all(found, path, batas)
    return found


def _records(stream: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    """The records up to the end of a part: what each is, and where its data begin and end."""
    while place < len(stream):
        kind, length = struct.unpack_from("<2H", stream, place)
        place += 4
        if kind == _EOF:
            return
        yield kind, place, place + length
        place += length


def _read_buku(stream: bytes, path: str) -> _Buku:
    buku = _Buku()
    wide = True  # texts have a mark that says how wide their letters are
    records = list(_records(stream, 0))
    for number, (kind, start, end) in enumerate(records):
        data = stream[start:end]
        if kind == _KUNCI and data[:2] != b"\0\0":
            raise BerkasError(path, "it is locked with a password; save it without one", TERKUNCI)
        if kind == _BOF:
            wide = data[:2] == b"\x00\x06"
        elif kind == _LEMBAR:
            (place,) = struct.unpack_from("<L", data)
            buku.lembar.append((place, _text(data[6:], data[6], wide=wide, start=1).replace("\0", "")))
        elif kind == _FORMAT and len(data) > 4:
            count = struct.unpack_from("<H", data, 2)[0] if wide else data[2]
            text = _text(data[2:], count, wide=wide, start=2 if wide else 1)
            buku.format[struct.unpack_from("<H", data)[0]] = text
        elif kind == _GAYA:
            buku.gaya.append(_read_gaya(data, wide=wide))
        elif kind == _PALET:
            own = (data[place : place + 3].hex() for place in range(2, len(data) - 3, 4))
            buku.palet = (*PALET[:_WARNA_DASAR], *own)
        elif kind == _TEKS:
            buku.teks = _read_teks(_pieces(stream, records, number), path)
    if len({name for _, name in buku.lembar}) < len(buku.lembar):
        raise BerkasError(path, "it has two sheets of the same name", RUSAK)
    return buku


def _read_gaya(data: bytes, *, wide: bool) -> _Gaya:
    """A style; older workbooks keep its fill elsewhere."""
    (format_sel,) = struct.unpack_from("<H", data, 2)
    data = data.ljust(_PANJANG_GAYA, b"\0")  # a fill that is cut off keeps no file from being read
    if wide:
        pattern, colour = struct.unpack_from("<LH", data, 14)
        pattern >>= 26
    else:
        (colour,) = struct.unpack_from("<L", data, 8)
        pattern = colour >> 16 & 0x3F
    return _Gaya(format_sel, colour & 0x7F if pattern == _RATA else -1)


def _text(data: bytes, count: int, *, wide: bool, start: int) -> str:
    """A short text; its letters have one byte or two."""
    if not wide:
        return data[start : start + count].decode("cp1252", "replace")
    if data[start] & 1:
        return data[start + 1 : start + 1 + 2 * count].decode("utf-16-le", "replace")
    return data[start + 1 : start + 1 + count].decode("latin-1")


def _pieces(stream: bytes, records: list[tuple[int, int, int]], number: int) -> list[bytes]:
    """A record and those that continue it."""
    more = takewhile(lambda record: record[0] == _LANJUTAN, records[number + 1 :])
    return [stream[start:end] for _, start, end in (records[number], *more)]


def _read_teks(pieces: list[bytes], path: str) -> list[int]:
    """How long each of the texts is that are kept once."""
    (count,) = struct.unpack_from("<L", pieces[0], 4)
    if count > sum(map(len, pieces)) // 3:
        raise BerkasError(path, "it is damaged: it has fewer texts than it says", RUSAK)
    reader = _Potongan(pieces)
    reader.place = 8
    return [reader.skip_text() for _ in range(count)]


class _Potongan:
    """Pieces of data, read one after the other."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces
        self.piece, self.place = 0, 0

    def skip_text(self) -> int:
        """Pass over one text; how long it is."""
        self._step()
        data = self.pieces[self.piece]
        count, flags = struct.unpack_from("<HB", data, self.place)
        self.place += 3
        after = 0
        if flags & 8:
            after += 4 * struct.unpack_from("<H", data, self.place)[0]
            self.place += 2
        if flags & 4:
            after += struct.unpack_from("<L", data, self.place)[0]
            self.place += 4
        self._skip_letters(count, 1 + (flags & 1))
        self._skip(after)
        return int(count)

    def _skip_letters(self, count: int, width: int) -> None:
        """Letters that run over a piece's end have a mark before them again, which says how wide they are."""
        while count:
            room = (len(self.pieces[self.piece]) - self.place) // width
            taken = min(count, room)
            self.place += taken * width
            count -= taken
            if count:
                self.piece, self.place = self.piece + 1, 1
                width = 1 + (self.pieces[self.piece][0] & 1)

    def _skip(self, count: int) -> None:
        while count:
            taken = min(count, len(self.pieces[self.piece]) - self.place)
            self.place += taken
            count -= taken
            if count:
                self.piece, self.place = self.piece + 1, 0

    def _step(self) -> None:
        if self.place >= len(self.pieces[self.piece]):
            self.piece, self.place = self.piece + 1, 0


def _read_lembar(stream: bytes, place: int, path: str, buku: _Buku) -> Tanda:
    tanda = Tanda()
    for kind, start, end in _records(stream, place):
        if kind in _SEL:
            row, column, style = struct.unpack_from("<3H", stream, start)
            tanda.sel += 1
            tanda.reach(row + 1, column + 1)
            _read_sel(stream[start:end], kind, tanda, (row + 1, column + 1), buku)
            buku.mark(tanda, row + 1, column + 1, style)
        elif kind == _BANYAK:
            row, first = struct.unpack_from("<2H", stream, start)
            styles = [item[0] for item in struct.iter_unpack("<H4x", stream[start + 4 : end - 2])]
            tanda.sel += len(styles)
            tanda.reach(row + 1, first + len(styles))
            for column, style in enumerate(styles, start=first + 1):
                buku.mark(tanda, row + 1, column, style)
        elif kind == _UKURAN:
            _check_ukuran(stream[start:end], path)
    return tanda


def _read_sel(data: bytes, kind: int, tanda: Tanda, tempat: tuple[int, int], buku: _Buku) -> None:
    code = None
    if kind == _TEKS_BERSAMA:
        (which,) = struct.unpack_from("<L", data, 6)
        tanda.huruf += buku.teks[which] if which < len(buku.teks) else 0
    elif kind == _LOGIS and data[7]:
        code = data[6]
    elif kind == _RUMUS and data[12:14] == b"\xff\xff" and data[6] == 2:
        code = data[8]
    if code is not None:
        tanda.mark(*tempat, IsiSel.GALAT, GALAT.get(code, "#"))


def _check_ukuran(data: bytes, path: str) -> None:
    """The size that a sheet claims, for which readers make room."""
    if len(data) not in {10, 14}:
        raise BerkasError(path, "it is damaged: a sheet doesn't say its size", RUSAK)
    top, bottom, left, right = struct.unpack_from("<2L2H" if len(data) == 14 else "<4H", data)
    rows, columns = max(bottom, 1) - top, max(right, 1) - left
    if rows < 0 or columns < 0 or rows * columns > _TERLUAS:
        raise BerkasError(
            path, f"a sheet claims {rows:,} rows and {columns:,} columns, which is no size it can have", RUSAK
        )
