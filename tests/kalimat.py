"""What tests share about sentences for planners: that they are Indonesian."""

from __future__ import annotations

import re

_KUTIPAN = re.compile(r"\"[^\"]*\"|'[^']*'")
_KATA = re.compile(r"[\w.]*\w")  # a.csv is one word, and no article

INGGRIS = frozenset(
    "a an and are as at be by can cannot does doesn each expected field for from has have in is it its "  # noqa: SIM905  # a list to be read
    "line missing must no not of on one only or required stands such that the there this to too twice "
    "unknown was with".split()
)
"""English words that a sentence of the library is hardly made without, and no Indonesian one has."""


def find_english(kalimat: str) -> set[str]:
    """The English words of a sentence, outside of what it quotes and of ids such as A.

    >>> sorted(find_english('"the field" is missing')), find_english('isian "the" tidak dikenal')
    (['is', 'missing'], set())
    """
    words = _KATA.findall(_KUTIPAN.sub(" ", kalimat))
    return {word for word in words if (word.lower() if len(word) > 1 else word) in INGGRIS}
