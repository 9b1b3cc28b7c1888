"""The box of an old XLS workbook: streams in chained sectors, every claim of which is checked.

A reader that believes the header makes room for what it says, and one that follows
a chain in a circle never ends; so both are looked at first.
"""

from __future__ import annotations

import struct

from sakip.berkas import RUSAK
from sakip.errors import BerkasError

TANDA_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How such a file begins."""
_KEPALA = struct.Struct("<2H6x3L4x5L")
"""From byte 30 on: sizes of sectors, the directory's and the table's length and place, those of small streams."""
_AKHIR, _KOSONG = 0xFFFFFFFE, 0xFFFFFFFF
_KECIL = 4096
"""Streams that are shorter stand in small sectors."""


class Ole:
    """The streams of such a box.

    Args:
        data: The file.
        path: Its name, for errors.

    Raises:
        BerkasError: It is damaged.
    """

    def __init__(self, data: bytes, path: str) -> None:
        self._data = data
        self._path = path
        try:
            self._open()
        except (struct.error, IndexError):
            raise self._damaged("it is cut off") from None

    def _damaged(self, sebab: str) -> BerkasError:
        return BerkasError(self._path, f"it is damaged: {sebab}", RUSAK)

    def _open(self) -> None:
        large, small, _, tables, root, _, mini, mini_count, more, more_count = _KEPALA.unpack_from(
            self._data, 30
        )
        if large not in {9, 12} or small != 6:
            raise self._damaged("its sectors have no size that there is")
        self._size = 1 << large
        sectors = len(self._data) // self._size + 1
        if max(tables, mini_count, more_count) > sectors:
            raise self._damaged("it is cut off")
        places = list(struct.unpack_from("<109L", self._data, 76))
        seen: set[int] = set()
        while more not in {_AKHIR, _KOSONG}:
            if more in seen:
                raise self._damaged("its sectors stand in a circle")
            seen.add(more)
            *found, more = self._numbers(self._sector(more))
            places += found
        self._next = [
            number for place in places if place != _KOSONG for number in self._numbers(self._sector(place))
        ]
        self._directory = self._read_directory(self._chain(root))
        if not self._directory:
            raise self._damaged("it has no directory")
        _, start, length = self._directory[0]
        self._mini_data = self._chain(start, length)
        self._mini_next = self._numbers(self._chain(mini))

    def _sector(self, place: int) -> bytes:
        start = (place + 1) * self._size
        found = self._data[start : start + self._size]
        if not found:
            raise self._damaged("it is cut off")
        return found

    def _numbers(self, data: bytes) -> list[int]:
        return list(struct.unpack(f"<{len(data) // 4}L", data[: len(data) // 4 * 4]))

    def _chain(self, place: int, length: int = 0) -> bytes:
        """The sectors of a chain; the file's last one may be short, if it is the chain's last."""
        sectors = [self._sector(item) for item in self._follow(place, self._next)]
        found = b"".join(sectors)
        if len(found) < max(length, (len(sectors) - 1) * self._size + 1 if sectors else 0):
            raise self._damaged("it is cut off")
        return found

    def _follow(self, place: int, after: list[int]) -> list[int]:
        found: list[int] = []
        while place != _AKHIR:
            if place >= len(after) or len(found) > len(after):
                raise self._damaged("its sectors stand in a circle, or lead nowhere")
            found.append(place)
            place = after[place]
        return found

    def _read_directory(self, data: bytes) -> list[tuple[str, int, int]]:
        found = []
        for start in range(0, len(data), 128):
            name = data[start : start + 64].decode("utf-16-le", "replace").split("\0")[0]
            first, length = struct.unpack_from("<LL", data, start + 116)
            if length > len(self._data):
                raise self._damaged("it is cut off")
            found.append((name, first, length))
        return found

    def __contains__(self, nama: str) -> bool:
        return any(name == nama for name, _, _ in self._directory)

    def read(self, nama: str) -> bytes:
        """One stream; empty where there is none of that name.

        Raises:
            BerkasError: It is damaged.
        """
        for name, start, length in self._directory:
            if name != nama:
                continue
            if length >= _KECIL:
                return self._chain(start, length)[:length]
            small = self._follow(start, self._mini_next) if length else []
            return b"".join(self._mini_data[item * 64 : item * 64 + 64] for item in small)[:length]
        return b""
