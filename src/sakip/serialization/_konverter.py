"""The cattrs converter: one of our own, strict, with a hook for each kind of value."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from sakip.angka import Angka, Batas, Isian, Kategori, Kosong, Rasio, Rentang, TakTerbaca, Tanggal
from sakip.kebijakan import Kebijakan
from sakip.kode import AnyKode, Kode, KodeLain
from sakip.model import SIMPUL, Atasan, Ujung
from sakip.periode import Periode
from sakip.rumus import RUMUS, Komponen, Rumus
from sakip.serialization._masalah import IsiError, expected, show
from sakip.skala import Pita, Skala

T = TypeVar("T")

ISIAN: Mapping[str, type[Isian]] = {
    "angka": Angka,
    "rentang": Rentang,
    "batas": Batas,
    "rasio": Rasio,
    "kategori": Kategori,
    "tanggal": Tanggal,
    "kosong": Kosong,
    "tak_terbaca": TakTerbaca,
}
"""The classes of `Isian` by the tag they have in JSON."""

TAG = "jenis"
TAG_ISIAN = "isian"
DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:E[-+]?\d+)?", re.ASCII)


def strict(kelas: type[T]) -> Callable[..., T]:
    """A hook that takes a value of one JSON type and no other."""

    def hook(value: object, _: object = None) -> T:
        if type(value) is not kelas:
            raise expected(*_JSON[kelas], value)
        return value

    return hook


_JSON: dict[type, tuple[str, str]] = {
    str: ("a text", "teks"),
    int: ("a whole number", "bilangan bulat"),
    bool: ("true or false", "true atau false"),
}


def _text(value: object, what: str, apa: str) -> str:
    if not isinstance(value, str):
        raise expected(f"{what} as text", f"{apa} sebagai teks", value)
    return value


def to_decimal(value: object, _: object = None) -> Decimal:
    text = value if isinstance(value, str) else _text(value, "a number", "bilangan")
    if not DECIMAL.fullmatch(text):
        raise IsiError(
            f'a number as text is expected, such as "93.59", not {show(value)}',
            f'seharusnya bilangan sebagai teks, misalnya "93.59", bukan {show(value)}',
        )
    try:
        return Decimal(text)
    except InvalidOperation:
        raise IsiError(
            f"a number is expected whose exponent can be held, not {show(value)}",
            f"pangkat bilangan {show(value)} terlalu besar",
        ) from None


def _periode(value: object, _: object) -> Periode:
    return parse_periode(_text(value, "a period", "periode"))


@functools.lru_cache(maxsize=1024)
def parse_periode(text: str) -> Periode:
    periode = Periode.parse(text)
    if str(periode) != text:
        raise _other_spelling(periode, text)
    return periode


def _date(value: object, _: object) -> dt.date:
    text = _text(value, "a date", "tanggal")
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        date = None
    if date is None or date.isoformat() != text:
        raise expected("a date such as 2025-01-31", "tanggal seperti 2025-01-31", value)
    return date


def _other_spelling(value: object, text: str) -> IsiError:
    """Something that can be read, and is written otherwise in a file."""
    return expected(repr(str(value)), repr(str(value)), text)


def _kode(value: object, _: object) -> AnyKode:
    if isinstance(value, dict) and value.keys() == {"teks"}:
        return KodeLain(_text(value["teks"], "a code", "kode"))
    return _to_kode(_text(value, "a code", "kode"))


@functools.lru_cache(maxsize=16384)
def _to_kode(text: str) -> Kode:
    kode = Kode.parse(text)
    if str(kode) != text:
        raise _other_spelling(kode, text)
    return kode


def _unstructure_kode(kode: AnyKode) -> object:
    return {"teks": kode.teks} if isinstance(kode, KodeLain) else str(kode)


def _ujung(value: object, _: object) -> Ujung:
    text = _text(value, "an end such as simpul:K1", "ujung seperti simpul:K1")
    ujung = Ujung.parse(text)
    if str(ujung) != text:
        raise _other_spelling(ujung, text)
    return ujung


def _atasan(value: object, _: object) -> str | Atasan:
    return Atasan.TIDAK_ADA if value is None else _text(value, "the id of a jabatan", "id jabatan")


def _unstructure_atasan(atasan: str | Atasan) -> str | None:
    return atasan if isinstance(atasan, str) else None


def make_converter(*, detailed: bool) -> Converter:
    """A converter that knows every class of a tree.

    Args:
        detailed: Whether it finds every problem and its path; without that it
            stops at the first one, and is quicker.
    """
    converter = Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=detailed)
    converter.register_structure_hook_factory(attrs.has, lambda kelas: _object(converter, kelas))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple(converter, kind))
    for kelas in (str, int, bool):
        converter.register_structure_hook(kelas, strict(kelas))
    converter.register_structure_hook(Decimal, to_decimal)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Periode, _periode)
    converter.register_unstructure_hook(Periode, functools.lru_cache(maxsize=1024)(str))
    converter.register_structure_hook(dt.date, _date)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    _register(converter, AnyKode, _kode, _unstructure_kode)
    converter.register_structure_hook(Ujung, _ujung)
    converter.register_unstructure_hook(Ujung, str)
    converter.register_structure_hook(str | Atasan, _atasan)
    converter.register_unstructure_hook(str | Atasan, _unstructure_atasan)
    converter.register_structure_hook_func(_is_enum, _enum)
    bobot = override(omit_if_default=False)  # 1.00 equals the default and has other digits
    converter.register_unstructure_hook(Komponen, make_dict_unstructure_fn(Komponen, converter, bobot=bobot))
    # A policy is written in full: what is left to a default today may have another default tomorrow.
    # The innermost first: a class takes the hooks that are there when its own is made.
    for whole in (Pita, Skala, Kebijakan):
        converter.register_unstructure_hook(
            whole, make_dict_unstructure_fn(whole, converter, _cattrs_omit_if_default=False)
        )
    _register_union(converter, Isian, ISIAN, TAG_ISIAN)
    _register_union(converter, Rumus, RUMUS, TAG)
    return converter


def _register(
    converter: Converter, union: Any, load: Callable[[Any, Any], Any], dump: Callable[[Any], Any]
) -> None:
    """Hooks for a union, and for the same union with None, which Python makes one flat union of."""
    converter.register_structure_hook(union, load)
    converter.register_unstructure_hook(union, dump)
    converter.register_structure_hook(
        union | None, lambda value, kind: None if value is None else load(value, kind)
    )
    converter.register_unstructure_hook(union | None, lambda value: None if value is None else dump(value))


def _object(converter: Converter, kelas: type[T]) -> Callable[[object, object], T]:
    """A hook that makes an object of one class from a JSON object, and from nothing else."""
    hook: Callable[[Any, Any], T] = make_dict_structure_fn(
        kelas,
        converter,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=converter.detailed_validation,
    )

    def structure(value: object, _: object) -> T:
        if not isinstance(value, dict):
            raise expected("an object", "objek", value)
        return hook(value, kelas)

    return structure if converter.detailed_validation else hook


def _is_tuple(kind: object) -> bool:
    return typing.get_origin(kind) is tuple


def _tuple(converter: Converter, kind: Any) -> Callable[[object, object], tuple[Any, ...]]:
    """A hook that takes a JSON list, never a text or an object letter by letter."""
    inner, *rest = typing.get_args(kind)
    many = None if rest == [...] else 1 + len(rest)
    rows = types.GenericAlias(list, (inner,))
    items = converter.get_structure_hook(rows)

    def structure(value: object, _: object) -> tuple[Any, ...]:
        if type(value) is not list:
            raise expected("a list", "daftar", value)
        if many is not None and len(value) != many:
            raise IsiError(
                f"a list of {many} is expected, not of {len(value)}",
                f"seharusnya daftar berisi {many}, bukan {len(value)}",
            )
        return tuple(items(value, rows))

    return structure


def _is_enum(kelas: object) -> bool:
    return isinstance(kelas, type) and issubclass(kelas, enum.Enum)


def _enum(value: object, kelas: type[enum.Enum]) -> enum.Enum:
    try:
        return kelas(value)
    except ValueError:
        choices = ", ".join(repr(item.value) for item in kelas)
        raise expected(f"one of {choices}", f"salah satu dari {choices}", value) from None


def _register_union(converter: Converter, union: Any, classes: Mapping[str, type], tag: str) -> None:
    """A closed union as an object with a tag."""
    tags = {kelas: name for name, kelas in classes.items()}
    structure: dict[str, Any] = {
        name: tagged_structure(converter, kelas, tag) for name, kelas in classes.items()
    }
    unstructure: dict[type, Any] = {
        kelas: make_dict_unstructure_fn(kelas, converter, _cattrs_omit_if_default=True) for kelas in tags
    }

    def load(value: object, _: object) -> object:
        name = value.get(tag) if isinstance(value, dict) else None
        hook = structure.get(name) if isinstance(name, str) else None
        if hook is None:
            raise no_tag(tag, classes, value)
        return hook(value)

    def dump(value: Any) -> dict[str, Any]:
        return {tag: tags[type(value)], **unstructure[type(value)](value)}

    _register(converter, union, load, dump)


def no_tag(tag: str, classes: Iterable[str], value: object) -> IsiError:
    """An object of a closed union that doesn't say which class it is."""
    choices = ", ".join(classes)
    return IsiError(
        f"an object with {tag} is expected, one of {choices}, not {show(value)}",
        f"seharusnya objek dengan {tag} salah satu dari {choices}, bukan {show(value)}",
    )


def tagged_structure(converter: Converter, kelas: type[T], *tags: str) -> Callable[[dict[str, Any]], T]:
    """A function that makes an object of one class from a dict that also holds *tags*.

    The quick converter takes them out of the dict, which nobody needs any more.
    """
    hook = converter.get_structure_hook(kelas)

    def structure(value: dict[str, Any]) -> T:
        made: T = hook({key: item for key, item in value.items() if key not in tags}, kelas)
        return made

    def structure_quickly(value: dict[str, Any]) -> T:
        for tag in tags:
            value.pop(tag, None)
        made: T = hook(value, kelas)
        return made

    return structure if converter.detailed_validation else structure_quickly


KONVERTER = make_converter(detailed=True)


def unstructure_kebijakan(kebijakan: Kebijakan) -> dict[str, Any]:
    """A policy in full, every setting said."""
    made: dict[str, Any] = KONVERTER.unstructure(kebijakan, Kebijakan)
    return made


STRUCTURE = {jenis: tagged_structure(KONVERTER, kelas, TAG, "induk") for jenis, kelas in SIMPUL.items()}
_CEPAT = make_converter(detailed=False)
STRUCTURE_CEPAT = {jenis: tagged_structure(_CEPAT, kelas, TAG, "induk") for jenis, kelas in SIMPUL.items()}
