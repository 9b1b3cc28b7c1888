"""The short way from JSON to the nodes of a file that is in order, as nearly every one is.

Each node is made as soon as it is parsed, so that the plain values of a whole
file are never held at once. What is not in order raises, whatever it may be:
`loads` then reads the file again the long way, which says what is wrong and where.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from sakip.model import AnySimpul
from sakip.serialization._konverter import STRUCTURE_CEPAT, TAG


class Siap(NamedTuple):
    """A node that was made while the file was parsed, with the id of its parent."""

    simpul: AnySimpul
    induk: str | None


def read_simpul(pairs: list[tuple[str, Any]]) -> Siap | dict[str, Any]:
    """A node from the fields that were parsed; from those of anything else a dict."""
    row = dict(pairs)
    if len(row) < len(pairs):
        raise ValueError(pairs)
    if TAG not in row or "id" not in row:
        return row
    induk = row.get("induk")
    if induk is not None and type(induk) is not str:
        raise TypeError(induk)
    return Siap(STRUCTURE_CEPAT[row[TAG]](row), induk)
