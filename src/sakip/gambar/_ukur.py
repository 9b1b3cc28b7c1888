"""How wide a text is at most, and where its lines break.

The reader's machine chooses the font, so a width is an upper bound: for each
character the greatest of those in the sans-serif fonts that machines have
(Arial and those made to its measure, DejaVu Sans). A line with a character
that is not in the table is drawn to the width that was counted for it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LEBAR = (
    (0.37, " \u00a0',./:;\\|-\u2018\u2019·ijlIf"),
    (0.42, "!()[]rt`"),
    (0.60, '"*_°?cszJkLvxy“”{}•–\u2039\u203a'),
    (0.66, "abdeghnopqu0123456789$EFPSTYZ"),
    (0.80, "ABCDGHKNOQRUVX&"),
    (0.91, "Mw#+<=>^~≥≤≠×±÷«»§"),
    (1.03, "Wm@%—…→←↔©®€£"),
)
_TABEL = {sign: width for width, signs in _LEBAR for sign in signs}
_LAIN = 1.25
"""Wider than a letter of any script is in those fonts, but for a few that fonts draw as whole words."""
_TEBAL = 1.2
_RUANG = re.compile("[^\\S\u00a0]+")
"""Where a line may break; a no-break space keeps a figure and its sign together."""


@lru_cache(maxsize=4096)
def _width(sign: str) -> float:
    """The width of a character in em."""
    if sign in _TABEL:
        return _TABEL[sign]
    if unicodedata.combining(sign):
        return 0.0
    return _TABEL.get(unicodedata.normalize("NFD", sign)[0], _LAIN)


def is_known(teks: str) -> bool:
    """Whether every character, without its accents, is in the table.

    >>> is_known("≥ 90 Sangat Tinggi"), is_known("Dépdiknas"), is_known("貧困")
    (True, True, False)
    """
    return all(_width(sign) < _LAIN for sign in teks)


def measure(teks: str, ukuran: float, *, tebal: bool = False) -> float:
    """How wide a text is at most.

    >>> measure("Dinas", 10) < measure("Dinas", 10, tebal=True)
    True
    """
    return sum(map(_width, teks)) * ukuran * (_TEBAL if tebal else 1)


def wrap(teks: str, lebar: float, ukuran: float, *, tebal: bool = False) -> list[str]:
    """The lines of a text; a word that is wider than a line is broken.

    >>> wrap("Meningkatnya kesejahteraan sosial", 100, 10)
    ['Meningkatnya', 'kesejahteraan', 'sosial']
    """
    space = measure(" ", ukuran, tebal=tebal)
    lines: list[str] = []
    used = lebar + 1
    for word in (part for whole in _RUANG.split(teks) if whole for part in _fit(whole, lebar, ukuran, tebal)):
        width = measure(word, ukuran, tebal=tebal)
        if used + space + width <= lebar:
            lines[-1] += f" {word}"
            used += space + width
        else:
            lines.append(word)
            used = width
    return lines


def _fit(word: str, lebar: float, ukuran: float, tebal: bool) -> list[str]:  # noqa: FBT001  # as its callers were told
    """A word in parts that fit on a line; one character always does."""
    if measure(word, ukuran, tebal=tebal) <= lebar:
        return [word]
    parts = [""]
    used = 0.0
    for sign in word:
        width = measure(sign, ukuran, tebal=tebal)
        if parts[-1] and used + width > lebar:
            parts.append("")
            used = 0.0
        parts[-1] += sign
        used += width
    return parts
