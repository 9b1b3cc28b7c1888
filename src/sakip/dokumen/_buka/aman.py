"""Cells that a spreadsheet would run: how they are written so that it doesn't, and read back as they were."""

from __future__ import annotations

import re

_BAHAYA = re.compile(
    "'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
)  # the last four are the wide ones of East Asia
_BIASA = re.compile(r"[-–+]?\s*+[\d.,]*+\s*+%?|[-–—]+")


def guard(teks: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before it, which says that it is a text.

    Numbers and dashes are left alone.

    >>> guard("=1+2"), guard("-5,2 %"), guard("-"), guard("+62 811")
    ("'=1+2", '-5,2 %', '-', "'+62 811")
    """
    return f"'{teks}" if _BAHAYA.match(teks) and not _BIASA.fullmatch(teks) else teks


def unguard(teks: str) -> str:
    """The text that `guard` was given.

    >>> unguard("'=1+2"), unguard("'kutipan'")
    ('=1+2', "'kutipan'")
    """
    if not teks.startswith("'"):
        return teks
    rest = teks[1:]
    return rest if guard(rest) == teks else teks
