"""Putting nodes in an order in which they can be added to a tree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def parents_first(
    rows: Sequence[T], id_of: Callable[[T], str], parent_of: Callable[[T], str | None]
) -> list[T]:
    """The rows with parents before children, else in their own order.

    Rows whose parent is not among them count as roots; rows in a circle come last.

    >>> parents_first([("S1", "K1"), ("K1", None)], lambda row: row[0], lambda row: row[1])
    [('K1', None), ('S1', 'K1')]
    """
    seen: set[str | None] = {None}
    for row in rows:
        if parent_of(row) not in seen:
            break
        seen.add(id_of(row))
    else:
        return list(rows)
    ids = {id_of(row) for row in rows}
    below: dict[str | None, list[T]] = {}
    for row in rows:
        parent = parent_of(row)
        below.setdefault(parent if parent in ids else None, []).append(row)
    stack = list(reversed(below.pop(None, [])))
    ordered: list[T] = []
    while stack:
        row = stack.pop()
        ordered.append(row)
        stack.extend(reversed(below.pop(id_of(row), [])))
    return [*ordered, *(row for left in below.values() for row in left)]
