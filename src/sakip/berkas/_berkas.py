"""Files, read and written whole."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sakip.errors import BerkasError

_SEKALI = 1024 * 1024
"""Bytes that are read in one go."""

RUSAK = "isinya rusak atau terpotong; buka dengan aplikasinya, lalu simpan ulang"
TERKUNCI = "dikunci dengan kata sandi; simpan tanpa kata sandi"
MELEBIHI_BATAS = "isinya melebihi batas baca; hapus yang jauh dari tabelnya, atau naikkan BatasBaca"
SALAH_AKHIRAN = "isinya bukan buku kerja menurut akhiran namanya; simpan ulang sebagai .xlsx"
BUKAN_TEKS = "isinya bukan tabel teks; simpan ulang sebagai CSV (UTF-8) atau .xlsx"
TAK_MUAT = "isinya tidak muat dalam XLSX; tulis sebagai CSV"
"""What is wrong with a file, to a planner: what to do matters more than what exactly it was."""

_SISTEM = {
    errno.ENOENT: "berkas atau foldernya tidak ada",
    errno.EACCES: "tidak ada izin untuk membuka atau menulisnya",
    errno.EPERM: "tidak ada izin untuk membuka atau menulisnya",
    errno.EISDIR: "ini folder, bukan berkas",
    errno.ENOTDIR: "foldernya bukan folder",
    errno.ENOSPC: "penyimpanan penuh",
    errno.EROFS: "penyimpanannya hanya dapat dibaca",
    errno.ENAMETOOLONG: "nama berkasnya terlalu panjang",
}
_TAK_DAPAT = "berkas tidak dapat dibuka atau ditulis"


def read_bytes(path: str | os.PathLike[str], terbesar: int | None = None) -> bytes:
    """The whole file.

    Args:
        path: The file.
        terbesar: How many bytes it may have; None for any number.

    Raises:
        BerkasError: It cannot be read, or is larger.

    >>> read_bytes("tidak-ada.csv")
    Traceback (most recent call last):
    sakip.errors.BerkasError: tidak-ada.csv: No such file or directory
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read() if terbesar is None else b"".join(_chunks(file, terbesar + 1))
    except (OSError, ValueError) as error:
        raise _refuse(path, error) from None
    if terbesar is not None and len(data) > terbesar:
        raise BerkasError(
            os.fspath(path), f"it is larger than the {terbesar:,} bytes that are read at most", MELEBIHI_BATAS
        )
    return data


def _chunks(file: BinaryIO, banyak: int) -> Iterator[bytes]:
    """What is read of a file, bit by bit: asked for at once, room would be made for all that it may have."""
    while banyak and (chunk := file.read(min(banyak, _SEKALI))):
        banyak -= len(chunk)
        yield chunk


def decode(data: bytes, path: str | os.PathLike[str], encodings: Iterable[str] = ("utf-8-sig",)) -> str:
    """The text of a file, by the first encoding that fits.

    Raises:
        BerkasError: None fits, or it holds NUL bytes and so is no text.

    >>> decode("Dinas Sosial – 2025".encode("cp1252"), "struktur.csv", ("utf-8-sig", "cp1252"))
    'Dinas Sosial – 2025'
    """
    if b"\0" in data:
        raise BerkasError(os.fspath(path), "it holds NUL bytes, so it is not a text file", BUKAN_TEKS)
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BerkasError(os.fspath(path), f"it is not text in {' or '.join(encodings)}", BUKAN_TEKS)


def write_text(path: str | os.PathLike[str], chunks: Iterable[str]) -> None:
    """Write a text file, as UTF-8 with line feeds: complete or not at all.

    Raises:
        BerkasError: It cannot be written; what was there before is still there.

    >>> path = Path(tempfile.mkdtemp()) / "catatan.txt"
    >>> write_text(path, ["Dinas ", "Sosial"])
    >>> path.read_text(encoding="utf-8")
    'Dinas Sosial'
    """
    write_bytes(path, (chunk.encode() for chunk in chunks))


def write_bytes(path: str | os.PathLike[str], chunks: Iterable[bytes]) -> None:
    """Write a file: complete or not at all.

    Raises:
        BerkasError: It cannot be written; what was there before is still there.

    >>> path = Path(tempfile.mkdtemp()) / "catatan.bin"
    >>> write_bytes(path, [b"PK", b"2025"])
    >>> path.read_bytes()
    b'PK2025'
    """
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    except (OSError, ValueError) as error:
        raise _refuse(path, error) from None
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode(target))
        beside.replace(target)
    except (OSError, UnicodeEncodeError) as error:
        raise _refuse(path, error) from None
    finally:
        beside.unlink(missing_ok=True)


def _refuse(path: str | os.PathLike[str], error: OSError | ValueError) -> BerkasError:
    """What the operating system said, or the encoder, or the check of the path."""
    said = getattr(error, "strerror", None) or str(error)
    return BerkasError(os.fspath(path), said, _SISTEM.get(getattr(error, "errno", None) or 0, _TAK_DAPAT))


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those of a new one."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
