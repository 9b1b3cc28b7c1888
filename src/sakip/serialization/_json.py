"""`loads`, `dumps` and their files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, NoReturn

from cattrs.errors import ForbiddenExtraKeysError

from sakip.berkas import decode, read_bytes, write_text
from sakip.errors import PohonError, SakipError, TidakAdaError
from sakip.kebijakan import Kebijakan
from sakip.memori import paused_collector
from sakip.model import SIMPUL, AnySimpul, Instansi, Jabatan, JenisInstansi, Relasi
from sakip.periode import Periode
from sakip.pohon import PohonKinerja, parents_first
from sakip.serialization._cepat import Siap, read_simpul
from sakip.serialization._konverter import KONVERTER, STRUCTURE, TAG, no_tag, unstructure_kebijakan
from sakip.serialization._masalah import IsiError, Masalah, expected, missing, refusal, too_deep, unknown
from sakip.serialization._migrasi import VERSI, migrate

FORMAT = "sakip-pohon"
"""What every file says it is."""

encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
_KEYS = (
    "format",
    "versi",
    "nama",
    "jenis",
    "periode",
    "instansi",
    "kebijakan",
    "jabatan",
    "simpul",
    "relasi",
)
_REQUIRED = ("format", "versi", "nama", "simpul")
_GALAT = (
    SakipError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    ExceptionGroup,
    ForbiddenExtraKeysError,
    RecursionError,
)
"""What reading a node that is not in order may raise."""


# --- writing ------------------------------------------------------------------


def dumps(pohon: PohonKinerja) -> str:
    """A tree as JSON text.

    Raises:
        SerialisasiError: A list of grounds is nested hundreds of levels deep.

    >>> from sakip import Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Meningkatnya kesejahteraan sosial"))
    >>> print(dumps(pohon))
    {
    "format":"sakip-pohon",
    "versi":1,
    "nama":"Dinas Contoh",
    "jenis":"pemda",
    "simpul":[
    {"jenis":"outcome","induk":null,"id":"O1","uraian":"Meningkatnya kesejahteraan sosial"}
    ]
    }
    <BLANKLINE>
    """
    with paused_collector():
        return "".join(_chunks(pohon))


def write_json(pohon: PohonKinerja, path: str | os.PathLike[str]) -> None:
    """Write a tree to a JSON file: complete or not at all.

    Args:
        pohon: The tree.
        path: The file; what was there before is replaced.

    Raises:
        BerkasError: It cannot be written; what was there before is still there.
        SerialisasiError: A list of grounds is nested hundreds of levels deep.

    >>> import tempfile, pathlib
    >>> from sakip import PohonKinerja, read_json
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "dinas.json"
    >>> write_json(PohonKinerja("Dinas Contoh"), path)
    >>> read_json(path)
    PohonKinerja('Dinas Contoh', 0 simpul)
    """
    with paused_collector():
        write_text(path, _chunks(pohon))


def _chunks(pohon: PohonKinerja) -> Iterator[str]:
    try:
        yield from _lines(pohon)
    except RecursionError:
        raise refusal("$", too_deep()) from None


def _lines(pohon: PohonKinerja) -> Iterator[str]:
    unstructure = KONVERTER.unstructure
    yield f'{{\n"format":{encode(FORMAT)},\n"versi":{VERSI},\n"nama":{encode(pohon.nama)},\n'
    yield f'"jenis":{encode(pohon.jenis.value)},\n'
    if pohon.periode is not None:
        yield f'"periode":{encode(str(pohon.periode))},\n'
    if pohon.instansi is not None:
        yield f'"instansi":{encode(unstructure(pohon.instansi))},\n'
    if pohon.kebijakan is not None:
        yield f'"kebijakan":{encode(unstructure_kebijakan(pohon.kebijakan))},\n'
    if pohon.jabatan:
        yield from _list("jabatan", (encode(unstructure(item)) for item in pohon.jabatan.values()))
        yield ",\n"
    yield from _list("simpul", _nodes(pohon))
    if pohon.relasi:
        yield ",\n"
        yield from _list("relasi", (encode(unstructure(item)) for item in pohon.relasi))
    yield "\n}\n"


def _nodes(pohon: PohonKinerja) -> Iterator[str]:
    for item in pohon:
        above = pohon.parent(item.id)
        head = {TAG: item.jenis, "induk": None if above is None else above.id}
        yield encode(head | KONVERTER.unstructure(item))


def _list(name: str, items: Iterable[str]) -> Iterator[str]:
    """A list with one object in each line."""
    yield f'"{name}":['
    comma = "\n"
    for item in items:
        yield comma + item
        comma = ",\n"
    yield "\n]" if comma == ",\n" else "]"


# --- reading ------------------------------------------------------------------


def loads(text: str | bytes) -> PohonKinerja:
    """A tree from JSON text.

    Older schema versions are migrated. Nothing is coerced and nothing is passed
    over: an unknown field, a number where text belongs, a parent that is not
    there are all errors, and all of them are listed.

    Args:
        text: The JSON; bytes are read as UTF-8.

    Raises:
        SerialisasiError: It is no JSON, or does not follow the schema.
        VersiError: It was written by a newer `sakip`.

    >>> loads('{"format": "sakip-pohon", "versi": 9}')
    Traceback (most recent call last):
    sakip.errors.VersiError: the file has schema version 9, this sakip reads up to 1: upgrade sakip to read it
    """
    with paused_collector():
        pohon = _load_quickly(text)
        return _build(migrate(_parse(text))) if pohon is None else pohon


def read_json(path: str | os.PathLike[str]) -> PohonKinerja:
    """Read a tree from a JSON file.

    Args:
        path: The file.

    Raises:
        BerkasError: It cannot be read, or is no text.
        SerialisasiError: It is no JSON, or does not follow the schema.
        VersiError: It was written by a newer `sakip`.

    >>> read_json("tidak-ada.json")
    Traceback (most recent call last):
    sakip.errors.BerkasError: tidak-ada.json: No such file or directory
    """
    return loads(decode(read_bytes(path), path))


def _load_quickly(text: str | bytes) -> PohonKinerja | None:
    """The tree of a file in order; of one that is not, or is old, None and nothing said.

    Each node is made as soon as it is parsed, so the plain values of a whole
    file are never held at once.
    """
    try:
        dokumen = _parse(text, read_simpul)
        return _build(dokumen) if migrate(dokumen) is dokumen else None
    except _GALAT:
        return None


def _parse(text: str | bytes, make: Callable[[list[tuple[str, Any]]], Any] | None = None) -> dict[str, Any]:
    """The JSON of a tree as plain values."""
    dokumen = parse_json(text, make)
    if not isinstance(dokumen, dict) or dokumen.get("format") != FORMAT:
        raise refusal(
            "$.format",
            IsiError(
                f"an object whose format is {FORMAT!r} is expected",
                f"seharusnya objek yang format-nya {FORMAT!r}",
            ),
        )
    return dokumen


def parse_json(text: str | bytes, make: Callable[[list[tuple[str, Any]]], Any] | None = None) -> Any:
    """JSON as plain values; what JSON forbids or hides is refused."""
    try:
        plain = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        return json.loads(plain, object_pairs_hook=make or _unique, parse_constant=_no_constant)
    except RecursionError:
        raise refusal("$", too_deep()) from None
    except (ValueError, TypeError) as error:
        raise refusal(
            "$", IsiError(f"it is no JSON: {error}", f"bukan JSON yang sah: {_describe(error)}")
        ) from None


def _describe(error: ValueError | TypeError) -> str:
    """Why a text is no JSON, in Indonesian."""
    match error:
        case json.JSONDecodeError():
            return f"tidak terbaca pada baris {error.lineno} kolom {error.colno}"
        case UnicodeDecodeError():
            return "bukan teks UTF-8"
        case IsiError():
            return error.kalimat
        case _:
            return "isinya tidak terbaca"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise IsiError(
            f"the field {twice!r} stands twice in one object",
            f"isian {twice!r} tertulis dua kali dalam satu objek",
        )
    return result


def _no_constant(name: str) -> NoReturn:
    raise IsiError(f"{name} is no number", f"{name} bukan bilangan")


def _build(dokumen: dict[str, Any]) -> PohonKinerja:
    masalah = Masalah()
    for key in _REQUIRED:
        if key not in dokumen:
            masalah.note(f"$.{key}", missing())
    for key in dokumen:
        if key not in _KEYS:
            masalah.note(f"$.{key}", unknown())
    nama = _field(dokumen, "nama", str, "", masalah)
    jenis = _field(dokumen, "jenis", JenisInstansi, JenisInstansi.PEMDA, masalah)
    periode = _field(dokumen, "periode", Periode, None, masalah)
    instansi = _field(dokumen, "instansi", Instansi, None, masalah)
    kebijakan = _field(dokumen, "kebijakan", Kebijakan, None, masalah)
    nodes = _structure_nodes(_items(dokumen, "simpul", masalah), masalah)
    posts = _structure_list(dokumen, "jabatan", Jabatan, masalah)
    links = _structure_list(dokumen, "relasi", Relasi, masalah)
    masalah.refuse()
    pohon = PohonKinerja(nama, instansi=instansi, periode=periode, jenis=jenis, kebijakan=kebijakan)
    for index, post in posts:
        masalah.attempt(f"$.jabatan[{index}]", partial(pohon.add_jabatan, post), None)
    _add_nodes(pohon, nodes, masalah)
    for index, link in links:
        masalah.attempt(f"$.relasi[{index}]", partial(pohon.add_relasi, link), None)
    masalah.refuse()
    return pohon


def _field(dokumen: dict[str, Any], name: str, kelas: type, fallback: Any, masalah: Masalah) -> Any:
    """One field of the head; the fallback where it is not there."""
    if name not in dokumen:
        return fallback
    return masalah.attempt(f"$.{name}", partial(KONVERTER.structure, dokumen[name], kelas), fallback)


def _items(dokumen: dict[str, Any], name: str, masalah: Masalah) -> list[Any]:
    rows = dokumen.get(name, [])
    if isinstance(rows, list):
        return rows
    masalah.note(f"$.{name}", expected("a list", "daftar", rows))
    return []


def _structure_list(
    dokumen: dict[str, Any], name: str, kelas: type, masalah: Masalah
) -> list[tuple[int, Any]]:
    found: list[tuple[int, Any]] = []
    for index, row in enumerate(_items(dokumen, name, masalah)):
        before = len(masalah)
        item = masalah.attempt(f"$.{name}[{index}]", partial(KONVERTER.structure, row, kelas), None)
        if len(masalah) == before:
            found.append((index, item))
    return found


Nodes = list[tuple[int, AnySimpul, str | None]]


def _structure_nodes(rows: list[Any], masalah: Masalah) -> Nodes:
    """Each node with its place in the list and the id of its parent."""
    nodes: Nodes = []
    for index, row in enumerate(rows):
        if type(row) is Siap:
            nodes.append((index, *row))
            continue
        try:
            simpul, induk = STRUCTURE[row[TAG]](row), row.get("induk")
            if induk is None or isinstance(induk, str):
                nodes.append((index, simpul, induk))
            else:
                wrong = expected("the id of a node or null", "id simpul atau null", induk)
                masalah.note(f"$.simpul[{index}].induk", wrong)
        except _GALAT as error:
            _note_node(masalah, f"$.simpul[{index}]", row, error)
        rows[index] = None  # what was read is let go, so that it is not held twice
    return nodes


def _note_node(masalah: Masalah, path: str, row: object, error: Exception) -> None:
    if not isinstance(row, dict) or not isinstance(row.get(TAG), str) or row[TAG] not in SIMPUL:
        masalah.note(path, no_tag(TAG, SIMPUL, row))
        return
    masalah.attempt(path, _raiser(error), None)


def _raiser(error: Exception) -> Callable[[], NoReturn]:
    def again() -> NoReturn:
        raise error

    return again


def _add_nodes(pohon: PohonKinerja, nodes: Nodes, masalah: Masalah) -> None:
    """Link the nodes; where a rule is broken, find every place where one is."""
    ordered = parents_first(nodes, lambda row: row[1].id, lambda row: row[2])
    try:
        pohon.add_many((simpul, induk) for _, simpul, induk in ordered)
    except (PohonError, TidakAdaError):
        for index, simpul, induk in ordered:
            masalah.attempt(f"$.simpul[{index}]", partial(pohon.add, simpul, induk), None)
