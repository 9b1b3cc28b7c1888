"""The JSON Schema of the wire form, made from the classes themselves."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import json
import operator
import types
import typing
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import attrs

from sakip.angka import Isian
from sakip.kebijakan import Kebijakan
from sakip.kode import AnyKode
from sakip.model import SIMPUL, Atasan, Instansi, Jabatan, JenisInstansi, Relasi, Ujung
from sakip.periode import Periode
from sakip.rumus import RUMUS, Rumus
from sakip.serialization._json import FORMAT
from sakip.serialization._konverter import DECIMAL, ISIAN, TAG, TAG_ISIAN
from sakip.serialization._migrasi import VERSI

Skema = dict[str, Any]
_REF = "#/$defs/"
_TEXT: Skema = {"type": "string"}


def make_schema() -> Skema:
    """The JSON Schema (2020-12) of a file that `write_json` writes.

    >>> skema = make_schema()
    >>> skema["properties"]["versi"]
    {'const': 1}
    """
    maker = _Maker()
    node = {
        "oneOf": [
            maker.define(kelas, TAG, jenis, {"induk": {"type": ["string", "null"]}})
            for jenis, kelas in SIMPUL.items()
        ]
    }
    properties: dict[str, Skema] = {
        "format": {"const": FORMAT},
        "versi": {"const": VERSI},
        "nama": _TEXT,
        "jenis": maker.of(JenisInstansi),
        "periode": maker.of(Periode),
        "instansi": maker.of(Instansi),
        "kebijakan": maker.of(Kebijakan),
        "jabatan": {"type": "array", "items": maker.of(Jabatan)},
        "simpul": {"type": "array", "items": node},
        "relasi": {"type": "array", "items": maker.of(Relasi)},
    }
    schema: Skema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:sakip:pohon:{VERSI}",
        "title": "Pohon kinerja",
        **_object(properties, ("format", "versi", "nama", "simpul")),
        "$defs": dict(sorted(maker.defs.items())),
    }
    made: Skema = json.loads(json.dumps(schema))  # with no part that two places share
    return made


def _object(properties: Mapping[str, Skema], required: Iterable[str]) -> Skema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


class _Maker:
    """Schemas of classes, each defined once and referred to by name."""

    def __init__(self) -> None:
        self.defs: dict[str, Skema] = {}
        self.plain: dict[Any, Skema] = {
            str: _TEXT,
            int: {"type": "integer"},
            bool: {"type": "boolean"},
            Decimal: {"type": "string", "pattern": f"^{DECIMAL.pattern}$"},
            Periode: {"type": "string", "pattern": r"^\d{4}(-(S[12]|TW[1-4]|\d{2}|\d{4}))?$"},
            dt.date: {"type": "string", "format": "date"},
            Ujung: {"type": "string", "pattern": "^(simpul|indikator|jabatan|luar):."},
            AnyKode: {"oneOf": [{"type": "string"}, _object({"teks": _TEXT}, ["teks"])]},
            str | Atasan: {"type": ["string", "null"]},
        }

    def of(self, kind: Any) -> Skema:
        """The schema of a type."""
        if kind in self.plain:
            return self.plain[kind]
        if kind == Isian:
            return {"oneOf": [self.define(kelas, TAG_ISIAN, tag) for tag, kelas in ISIAN.items()]}
        if kind == Rumus:
            return {"oneOf": [self.define(kelas, TAG, tag) for tag, kelas in RUMUS.items()]}
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if origin is tuple:
            return self._array(arguments)
        if origin in (types.UnionType, typing.Union):
            inner = functools.reduce(operator.or_, (item for item in arguments if item is not types.NoneType))
            return {"anyOf": [self.of(inner), {"type": "null"}]}
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return {"enum": [item.value for item in kind]}
        return self.define(kind)

    def _array(self, arguments: tuple[Any, ...]) -> Skema:
        if arguments[-1] is Ellipsis:
            return {"type": "array", "items": self.of(arguments[0])}
        items = [self.of(item) for item in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}

    def define(
        self, kelas: type, tag: str = "", value: str = "", more: Mapping[str, Skema] | None = None
    ) -> Skema:
        """A reference to the schema of a class, which is entered in ``$defs``."""
        if kelas.__name__ not in self.defs:
            self.defs[kelas.__name__] = {}
            hints = typing.get_type_hints(kelas)
            fields = attrs.fields(kelas)
            properties: dict[str, Skema] = {tag: {"const": value}} if tag else {}
            properties |= more or {}
            properties |= {field.name: self.of(hints[field.name]) for field in fields}
            required = [
                *([tag] if tag else []),
                *(field.name for field in fields if field.default is attrs.NOTHING),
            ]
            self.defs[kelas.__name__] = _object(properties, required)
        return {"$ref": f"{_REF}{kelas.__name__}"}
