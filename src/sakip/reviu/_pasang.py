"""Rules that other packages bring, by the entry point group ``sakip.aturan``."""

from __future__ import annotations

from importlib.metadata import entry_points

from sakip.errors import TipeError
from sakip.reviu._aturan import Aturan

GRUP = "sakip.aturan"
"""The group of entry points that rules are looked for in."""


def load_aturan() -> tuple[Aturan, ...]:
    """The rules that the installed packages bring, by name; each entry point is an `Aturan`.

    Raises:
        TipeError: One of them is something else.

    >>> load_aturan()
    ()
    """
    found = []
    for entry in sorted(entry_points(group=GRUP), key=lambda item: item.name):
        rule = entry.load()
        if not isinstance(rule, Aturan):
            raise TipeError(
                type(rule).__name__, f"the entry point {entry.name!r} should be a sakip.reviu.Aturan"
            )
        found.append(rule)
    return tuple(found)
