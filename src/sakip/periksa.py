"""Converters and validators that the frozen classes share, for their attrs fields.

A validator refuses with a `ModelError` that names the class and the attribute. A
converter never refuses: what it can't turn into the shape it leaves to the validator.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from sakip.errors import ModelError


def refuse(instance: object, attribute: attrs.Attribute[Any], value: object, harapan: str) -> ModelError:
    """The error that an attribute holds what it cannot.

    >>> Contoh = attrs.make_class("Contoh", {"nama": attrs.field(default="")})
    >>> print(refuse(Contoh(), attrs.fields(Contoh).nama, 7, "a text"))
    Contoh.nama is 7: a text is expected
    """
    return ModelError(type(instance).__name__, attribute.name, repr(value), harapan)


def check_text(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a text.

    >>> check_text(Contoh(), attrs.fields(Contoh).nama, "Dinas")
    """
    if not isinstance(value, str):
        raise refuse(instance, attribute, value, "a text")


def check_id(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a text that can be an id, not empty and without white space at its ends.

    >>> check_id(Contoh(), attrs.fields(Contoh).nama, "P1")
    """
    if not isinstance(value, str) or not value:
        raise refuse(instance, attribute, value, "a non-empty text")
    if value != value.strip():
        raise refuse(instance, attribute, value, "a text without white space at its ends")


def check_bool(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: True or False.

    >>> check_bool(Contoh(), attrs.fields(Contoh).nama, True)
    """
    if not isinstance(value, bool):
        raise refuse(instance, attribute, value, "True or False")


def check_date(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a date without a time of day, or None.

    >>> check_date(Contoh(), attrs.fields(Contoh).nama, dt.date(2025, 9, 1))
    """
    if value is not None and (not isinstance(value, dt.date) or isinstance(value, dt.datetime)):
        raise refuse(instance, attribute, value, "a date or None")


def check_a(kelas: type, name: str) -> Any:
    """A validator: the value is of one class.

    >>> check_a(int, "a number")(Contoh(), attrs.fields(Contoh).nama, 7)
    """

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kelas):
            raise refuse(instance, attribute, value, name)

    return check


def check_pairs(instance: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
    """A validator: a tuple of pairs of texts.

    >>> check_pairs(Contoh(), attrs.fields(Contoh).nama, (("catatan", "lihat lampiran"),))
    """
    for row in value:
        if not (isinstance(row, tuple) and len(row) == 2 and all(isinstance(text, str) for text in row)):
            raise refuse(instance, attribute, row, "a mapping, or pairs, of texts")


def check_items(kelas: type | tuple[type, ...], name: str) -> Any:
    """A validator: every item of the tuple is of one class.

    >>> check_items(str, "a text")(Contoh(), attrs.fields(Contoh).nama, ("a", "b"))
    """

    def check(instance: object, attribute: attrs.Attribute[Any], value: tuple[object, ...]) -> None:
        for item in value:
            if not isinstance(item, kelas):
                raise refuse(instance, attribute, item, f"{name}, or several of them,")

    return check


def to_tuple(value: Any) -> tuple[Any, ...]:
    """One item or several, as a tuple; what is neither is left to the validator.

    >>> to_tuple(["a", "b"]), to_tuple("a")
    (('a', 'b'), ('a',))
    """
    if type(value) is tuple:
        return value
    return tuple(value) if isinstance(value, list) else (value,)


def to_pairs(value: Any) -> tuple[Any, ...]:
    """A mapping, or pairs, as a tuple of pairs; what is neither is left to the validator.

    >>> to_pairs({"catatan": "lihat lampiran"})
    (('catatan', 'lihat lampiran'),)
    """
    if value == ():
        return ()
    rows: Any = value.items() if isinstance(value, Mapping) else value
    if isinstance(rows, str) or not isinstance(rows, Iterable):
        return (rows,)
    return tuple(tuple(row) if isinstance(row, list) else row for row in rows)


def to_texts(value: Any) -> tuple[str, ...]:
    """One text or several, as a tuple; what is neither is left to the validator.

    >>> to_texts("a"), to_texts("")
    (('a',), ())
    """
    if type(value) is tuple:
        return value
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value) if isinstance(value, Iterable) else (value,)
