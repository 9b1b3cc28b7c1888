"""Choices: a member of an enum, from itself or from its tag."""

from __future__ import annotations

import enum
from typing import TypeVar

from sakip.errors import ModelError

E = TypeVar("E", bound=enum.Enum)


def to_enum(kelas: type[E], value: E | str, owner: str, name: str) -> E:
    """The member of an enum from itself or its tag; an error that names the field for the rest.

    >>> from sakip.rumus import Agregasi
    >>> to_enum(Agregasi, "jumlah", "Indikator", "agregasi")
    <Agregasi.JUMLAH: 'jumlah'>
    """
    if isinstance(value, kelas):
        return value
    try:
        return kelas(value)
    except ValueError:
        tags = ", ".join(repr(item.value) for item in kelas)
        raise ModelError(owner, name, repr(value), f"one of {tags}") from None
