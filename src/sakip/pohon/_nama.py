"""The name of an institution in the name of its tree."""

from __future__ import annotations

import re

_TAHUN = re.compile(
    r"(?<=\w)[\s,]+(?:tahun\s+)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\s*\Z", re.IGNORECASE
)
_POHON_KINERJA = re.compile(r"\s*pohon\s+kinerja\b[\s:–—-]*(?=\w)", re.IGNORECASE)


def strip_pohon(nama: str) -> str:
    """What a tree is of: its name without the words that any tree may be called, and without its year.

    Args:
        nama: The name of a tree; one that says no more than those words stays as it is.

    >>> strip_pohon("Pohon kinerja Dinas Sosial"), strip_pohon("Dinas Sosial"), strip_pohon("Pohon kinerja")
    ('Dinas Sosial', 'Dinas Sosial', 'Pohon kinerja')
    >>> strip_pohon("Pohon kinerja Dinas Sosial Kabupaten Contoh 2025-2029"), strip_pohon("Pohon kinerja 2025")
    ('Dinas Sosial Kabupaten Contoh', '2025')
    """
    match = _POHON_KINERJA.match(nama)
    if match is None:
        return nama
    rest = nama[match.end() :]
    year = _TAHUN.search(rest)
    return rest[: year.start()] if year else rest
