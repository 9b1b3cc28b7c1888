"""The box that a workbook is packed in: a zip whose parts are unpacked no further than the limits allow."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator

import attrs

from sakip.berkas import MELEBIHI_BATAS, RUSAK, TERKUNCI
from sakip.dokumen._buka.batas import BatasBaca
from sakip.errors import BerkasError

_AKHIR = struct.Struct("<4s4H2LH")
"""The last record of a zip: its mark, the disks, how many parts, the directory's size and place, a remark."""
_LOKAL = struct.Struct("<4s5H3L2H")
"""What stands before each part: its mark, how it is packed, the lengths of its name and of what follows it."""
_DIREKTORI = 4 * 1024 * 1024
"""Bytes that the directory of the box may have; a workbook of two hundred sheets needs some tens of thousands."""
_RAPAT, _BESAR = 250, 16 * 1024 * 1024
"""How many times larger a part may be unpacked, once it is larger than so many bytes; sheets reach some tens."""


@attrs.frozen
class Kotak:
    """A zip file, looked through before anything is built from it.

    What is unpacked here is held against the directory, so that another reader of
    the same bytes unpacks no more than was seen.
    """

    path: str
    _data: bytes
    _isi: dict[str, zipfile.ZipInfo]

    @classmethod
    def open(cls, data: bytes, path: str | os.PathLike[str], batas: BatasBaca) -> Kotak:
        """Look at the directory of a zip.

        Raises:
            BerkasError: It is damaged, locked, ambiguous, or larger than the limits once unpacked.
        """
        name = os.fspath(path)
        parts = _directory(data, name)
        for part in parts:
            _check_part(part, name)
        if sum(part.file_size for part in parts) > batas.ukuran_terbuka:
            raise BerkasError(
                name,
                f"it has more than {batas.ukuran_terbuka:,} bytes once unpacked; see BatasBaca",
                MELEBIHI_BATAS,
            )
        found = {_plain(part.filename): part for part in parts}
        if len(found) < len(parts):
            raise BerkasError(name, "it is damaged: two of its parts have the same name", RUSAK)
        return cls(name, data, found)

    def __contains__(self, nama: str) -> bool:
        return _plain(nama) in self._isi

    def __iter__(self) -> Iterator[str]:
        return iter(self._isi)

    def read(self, nama: str) -> bytes:
        """One part, unpacked; empty where there is none of that name.

        Raises:
            BerkasError: It is damaged, or it is not what the directory says.
        """
        info = self._isi.get(_plain(nama))
        if info is None:
            return b""
        try:
            data = self._unpack(info)
        except (struct.error, zlib.error):
            data = None
        if data is None or len(data) != info.file_size or zlib.crc32(data) != info.CRC:
            raise BerkasError(
                self.path, f"it is damaged: its part {info.filename!r} can't be unpacked", RUSAK
            )
        return data

    def _unpack(self, info: zipfile.ZipInfo) -> bytes | None:
        mark, *_, name, extra = _LOKAL.unpack_from(self._data, info.header_offset)
        if mark != b"PK\x03\x04":
            return None
        start = info.header_offset + _LOKAL.size + name + extra
        packed = memoryview(self._data)[start : start + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            return bytes(packed)
        machine = zlib.decompressobj(-zlib.MAX_WBITS)
        data = machine.decompress(packed, info.file_size + 1)
        return data if machine.eof else None


def _plain(nama: str) -> str:
    """A part's name as every reader of workbooks finds it."""
    return nama.replace("\\", "/").casefold()


def _directory(data: bytes, name: str) -> list[zipfile.ZipInfo]:
    """The directory, where there can be only one: the box begins the file and ends it."""
    tail = data[-_AKHIR.size :]
    if not data.startswith(b"PK\x03\x04") or not tail.startswith(b"PK\x05\x06"):
        raise BerkasError(name, "it is damaged: it is cut off, or something follows its end", RUSAK)
    *_, size, _, remark = _AKHIR.unpack(tail)
    if remark or size > _DIREKTORI:
        raise BerkasError(name, "it is damaged: its directory is too large", RUSAK)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as box:
            parts = box.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
        raise BerkasError(name, f"it is damaged: {error}", RUSAK) from None
    if not parts or min(part.header_offset for part in parts) != 0:
        raise BerkasError(name, "it is damaged: its directory doesn't lead to its parts", RUSAK)
    return parts


def _check_part(part: zipfile.ZipInfo, name: str) -> None:
    if part.flag_bits & 1:
        raise BerkasError(name, "it is locked with a password; save it without one", TERKUNCI)
    if part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise BerkasError(name, f"its part {part.filename!r} is packed in a way that no workbook is", RUSAK)
    if part.file_size > max(_BESAR, _RAPAT * part.compress_size):
        raise BerkasError(
            name,
            f"its part {part.filename!r} is more than {_RAPAT} times larger once unpacked",
            MELEBIHI_BATAS,
        )
