"""The name of an institution in the name of its tree."""

from __future__ import annotations

import re

_POHON_KINERJA = re.compile(r"\s*pohon\s+kinerja\b[\s:–—-]*(?=\w)", re.IGNORECASE)


def strip_pohon(nama: str) -> str:
    """What a tree is of: its name without the words that any tree may be called.

    Args:
        nama: The name of a tree; one that says no more than those words stays as it is.

    >>> strip_pohon("Pohon kinerja Dinas Sosial"), strip_pohon("Dinas Sosial"), strip_pohon("Pohon kinerja")
    ('Dinas Sosial', 'Dinas Sosial', 'Pohon kinerja')
    """
    match = _POHON_KINERJA.match(nama)
    return nama[match.end() :] if match else nama
