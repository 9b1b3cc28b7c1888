"""JSON as a table: a list of objects, each a row, their keys the header."""

from __future__ import annotations

import json
import os
from typing import Any, NoReturn

from sakip.errors import BerkasError

_BUKAN_TABEL = (
    "it is JSON, but no table: a list of objects is expected, alone or as the one list of an object"
)


def json_rows(text: str, path: str | os.PathLike[str]) -> tuple[tuple[str, ...], ...]:
    r"""The rows of a table in JSON, the header first.

    The list of objects is the whole file, or the one list that an object around it
    holds, such as ``{"status": "ok", "data": [...]}``. Numbers keep their digits and have a
    decimal comma; null is an empty cell; truth values are ``ya`` and ``tidak``; lists and
    objects in a cell stay JSON.

    Args:
        text: The text of the file.
        path: Its name, for the error.

    Raises:
        BerkasError: It is no JSON, or no table.

    >>> json_rows('[{"kode": "1.06", "pagu": 12.5}, {"nama": "Sosial"}]', "x.json")
    (('kode', 'pagu', 'nama'), ('1.06', '12,5', ''), ('', '', 'Sosial'))
    """
    name = os.fspath(path)
    rows = _find_rows(_load(text, name), name)
    header = tuple(dict.fromkeys(key for row in rows for key in row))
    return header, *(tuple(_print(row.get(key)) for key in header) for row in rows)


class _Angka(str):
    """A number, as printed."""

    __slots__ = ()


def _load(text: str, name: str) -> Any:
    try:
        return json.loads(
            text,
            parse_int=_Angka,
            parse_float=_Angka,
            parse_constant=_refuse,
            object_pairs_hook=lambda pairs: _to_object(pairs, name),
        )
    except RecursionError:
        raise BerkasError(name, "it is JSON that is nested too deeply") from None
    except ValueError as error:
        raise BerkasError(name, f"it is no JSON: {error}") from None


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number of JSON")


def _to_object(pairs: list[tuple[str, Any]], name: str) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise BerkasError(name, "an object of it has a key twice, so one value would be lost")
    return found


def _find_rows(found: Any, name: str) -> list[dict[str, Any]]:
    lists = [found] if isinstance(found, list) else []
    if isinstance(found, dict):
        lists = [value for value in found.values() if isinstance(value, list)]
    if len(lists) != 1 or not lists[0] or not all(isinstance(row, dict) for row in lists[0]):
        raise BerkasError(name, _BUKAN_TABEL)
    rows: list[dict[str, Any]] = lists[0]
    return rows


def _print(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, _Angka):
        return value.replace(".", ",") if "e" not in value.lower() else str(value)
    return value if isinstance(value, str) else _dump(value)


def _dump(value: Any) -> str:
    """What a cell holds more than one of, as JSON with its numbers as they were."""
    if isinstance(value, list):
        return f"[{', '.join(map(_dump, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_dump(key)}: {_dump(item)}' for key, item in value.items())}}}"
    return str(value) if isinstance(value, _Angka) else json.dumps(value, ensure_ascii=False)
