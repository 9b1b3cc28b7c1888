"""Sentences and lists in cells: what goes on with the cell above, labels before a statement, items."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LABEL = re.compile(
    r"(?:tujuan|sasaran)(?:\s+strategis)?\s*(?:\d{1,2}|[ivx]{1,5})?\s*[:.–-]\s*", re.IGNORECASE
)
"""What stands before a statement where the table prints it as a band: ``Tujuan 1:``."""
_NOMOR = re.compile(r"(\(?(?:\d{1,2}|[a-z])[.)]+)\s+(?=\S)")
_BUTIR = re.compile(r"(?:^|\n)\s*[-–•]\s+")


def continues(teks: str) -> bool:
    """Whether a text goes on with a sentence that began above: its first letter is small.

    >>> continues("akurat"), continues("a. Terlaksananya kegiatan"), continues("Jumlah")
    (True, False, False)
    """
    return teks[:1].islower() and not re.match(r"[a-z][.)]", teks)


def strip_label(teks: str) -> str:
    """A statement without the label that a band prints before it.

    >>> strip_label("Tujuan 1: Sejahtera"), strip_label("Sasaran"), strip_label("Tujuan bersama")
    ('Sejahtera', 'Sasaran', 'Tujuan bersama')
    """
    match = _LABEL.match(teks)
    return (teks[match.end() :] or teks) if match else teks


def split_nomor(teks: str) -> tuple[str, str]:
    """The number or letter printed before a name, and the name.

    >>> split_nomor("a. Jumlah LKS"), split_nomor("(2) Jumlah LKS"), split_nomor("3 Dokumen RKA")
    (('a.', 'Jumlah LKS'), ('(2)', 'Jumlah LKS'), ('', '3 Dokumen RKA'))
    """
    match = _NOMOR.match(teks)
    return (match[1], teks[match.end() :]) if match else ("", teks)


def split_butir(teks: str) -> list[str]:
    r"""The items of a cell that lists them, by dashes or by lines.

    >>> split_butir("- Dokumen RENSTRA\n- LKjIP"), split_butir("DPA, laporan realisasi")
    (['Dokumen RENSTRA', 'LKjIP'], ['DPA, laporan realisasi'])
    """
    parts = _BUTIR.split(teks) if _BUTIR.search(teks) else [teks]
    return [" ".join(item.split()) for item in parts if item.strip()]


def join_butir(butir: Sequence[str]) -> str:
    """The cell that `split_butir` takes apart."""
    return butir[0] if len(butir) == 1 else "\n".join(f"- {item}" for item in butir)
