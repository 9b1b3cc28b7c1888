"""Files: complete or absent, and every refusal names the file."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from sakip.berkas import decode, read_bytes, write_text
from sakip.errors import BerkasError
from strategies import SEDIKIT, teks


def test_read_what_was_written(tmp_path: Path) -> None:
    """What is written is UTF-8 with line feeds, whatever the platform."""
    path = tmp_path / "pohon.json"
    write_text(path, ["Dinas Sosial – 2025\n", "≥ 80 %\n"])
    assert read_bytes(path) == "Dinas Sosial – 2025\n≥ 80 %\n".encode()
    assert [item.name for item in tmp_path.iterdir()] == ["pohon.json"]


def test_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    """A new file is as readable as ``open`` would have made it, not private as a temporary one."""
    write_text(tmp_path / "a", ["x"])
    (tmp_path / "b").write_text("x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_rights_of_a_replaced_file_are_kept(tmp_path: Path) -> None:
    """A file that is replaced keeps its permissions."""
    path = tmp_path / "a"
    path.write_text("lama")
    path.chmod(0o640)
    write_text(path, ["baru"])
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("baru", 0o640)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("tidak-ada.csv", "tidak ada"),
        ("folder", "ini folder, bukan berkas"),
        ("nol\0.csv", "tidak dapat dibuka"),
        ("a" * 5000, "terlalu panjang"),
    ],
)
def test_unreadable_names_the_file(tmp_path: Path, name: str, words: str) -> None:
    """A file that is missing, a folder, and an impossible name are refused by the file's name, in two languages."""
    (tmp_path / "folder").mkdir()
    with pytest.raises(BerkasError) as caught:
        read_bytes(tmp_path / name)
    assert caught.value.path == str(tmp_path / name)
    assert caught.value.rincian
    assert words in caught.value.kalimat


@pytest.mark.parametrize("name", ["tidak/ada/x.json", "nol\0.json"])
def test_unwritable_names_the_file(tmp_path: Path, name: str) -> None:
    """A folder that is not there, and an impossible name, are refused by the file's name."""
    with pytest.raises(BerkasError) as caught:
        write_text(tmp_path / name, ["x"])
    assert caught.value.path == str(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_changes_nothing(tmp_path: Path) -> None:
    """When the text breaks off, what was there before is still there and nothing is beside it."""
    path = tmp_path / "a"
    path.write_text("lama")

    def broken() -> Iterator[str]:
        yield "baru"
        raise RuntimeError("putus")

    with pytest.raises(RuntimeError, match="putus"):
        write_text(path, broken())
    assert (path.read_text(), len(list(tmp_path.iterdir()))) == ("lama", 1)


def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the operating system refuses, the error says what it said and the old file stays."""
    path = tmp_path / "a"
    path.write_text("lama")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BerkasError, match="No space left on device"):
        write_text(path, ["baru"])
    assert (path.read_text(), len(list(tmp_path.iterdir()))) == ("lama", 1)


def test_text_that_is_no_unicode(tmp_path: Path) -> None:
    """Half of a surrogate pair has no UTF-8 and is refused as a file error."""
    with pytest.raises(BerkasError, match="surrogates not allowed"):
        write_text(tmp_path / "a", ["\ud800"])
    assert list(tmp_path.iterdir()) == []


def test_decode_tries_in_order() -> None:
    """The first encoding that fits is used; a byte order mark is no part of the text."""
    assert decode(b"\xef\xbb\xbfkode", "a.csv") == "kode"
    assert decode("–".encode("cp1252"), "a.csv", ("utf-8-sig", "cp1252")) == "–"
    assert decode("–".encode(), "a.csv", ("utf-8-sig", "cp1252")) == "–"


def test_decode_refuses_what_is_no_text() -> None:
    """A workbook given for a CSV, and bytes in another encoding, are refused with the file's name."""
    with pytest.raises(BerkasError, match=r"^a\.csv: it holds NUL bytes"):
        decode(b"PK\x03\x04\0", "a.csv")
    with pytest.raises(BerkasError, match=r"^a\.csv: it is not text in utf-8-sig or ascii$"):
        decode(b"\xff\xfe", "a.csv", ("utf-8-sig", "ascii"))


@SEDIKIT
@given(teks())
def test_decode_gives_back_what_was_encoded(text: str) -> None:
    """UTF-8 loses nothing."""
    assert decode(("\ufeff" + text).encode(), "x") == text
