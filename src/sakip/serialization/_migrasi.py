"""From the form of one schema version to the next, as functions from dict to dict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from sakip.errors import VersiError
from sakip.serialization._masalah import IsiError, expected, refusal, unknown

VERSI = 1
"""The schema version that is written."""

Dokumen: TypeAlias = dict[str, Any]


def _flatten(dokumen: Dokumen) -> Dokumen:
    """Version 0, the nested form: children stand inside their parent, under ``anak``."""
    flat: list[Any] = []
    roots = dokumen.get("simpul")
    if not isinstance(roots, list):
        return dokumen
    stack: list[tuple[Any, Any]] = [(item, None) for item in reversed(roots)]
    while stack:
        item, parent = stack.pop()
        if not isinstance(item, dict):
            flat.append(item)
            continue
        if "induk" in item:
            raise refusal(f"$.simpul[{len(flat)}]", unknown("induk"))
        below = item.get("anak", [])
        flat.append({**{key: value for key, value in item.items() if key != "anak"}, "induk": parent})
        if not isinstance(below, list):
            raise refusal(
                f"$.simpul[{len(flat) - 1}].anak",
                IsiError("a list of nodes is expected", "seharusnya daftar simpul"),
            )
        stack.extend((child, item.get("id")) for child in reversed(below))
    return {**dokumen, "simpul": flat}


MIGRASI: Mapping[int, Callable[[Dokumen], Dokumen]] = {0: _flatten}
"""For each old version, the function that makes the next one of it."""


def migrate(dokumen: Dokumen) -> Dokumen:
    """The same content in the newest schema version.

    Args:
        dokumen: The JSON object as read; it is not changed.

    Raises:
        VersiError: It was written by a newer `sakip`.
        SerialisasiError: It states no version, or content that cannot be migrated.

    >>> lama = {"versi": 0, "simpul": [{"id": "O1", "anak": [{"id": "C1"}]}]}
    >>> migrate(lama)["simpul"]
    [{'id': 'O1', 'induk': None}, {'id': 'C1', 'induk': 'O1'}]
    """
    versi = dokumen.get("versi")
    if type(versi) is not int or versi < 0:
        raise refusal(
            "$.versi", expected(f"a whole number up to {VERSI}", f"bilangan bulat sampai {VERSI}", versi)
        )
    if versi > VERSI:
        raise VersiError(versi, VERSI)
    for step in range(versi, VERSI):
        dokumen = {**MIGRASI[step](dokumen), "versi": step + 1}
    return dokumen
