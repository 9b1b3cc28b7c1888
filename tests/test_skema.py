"""The JSON Schema: published as it is made, valid, and true of every file that is written or read."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sakip.angka import Angka
from sakip.errors import SakipError
from sakip.model import SIMPUL
from sakip.pohon import PohonKinerja
from sakip.rumus import RUMUS
from sakip.serialization import VERSI, dumps, loads, make_schema
from strategies import SEDIKIT
from strategies_pohon import pohon

TERBIT = Path(__file__).parent.parent / "schema" / f"pohon-v{VERSI}.schema.json"
CONTOH = sorted((Path(__file__).parent / "data" / "skema" / f"v{VERSI}").glob("*.json"))
PEMERIKSA = Draft202012Validator(make_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def contoh(name: str = "pemda") -> Any:
    path = next(path for path in CONTOH if path.stem == name)
    return json.loads(path.read_text(encoding="utf-8"))


def test_published_schema_is_the_one_that_is_made() -> None:
    """The file in ``schema`` is what the classes give today."""
    text = json.dumps(make_schema(), indent=2, ensure_ascii=False) + "\n"
    assert TERBIT.read_bytes() == text.encode(), (
        "the classes changed; write the schema anew with `make schema`, or with: "
        "python -c 'import json; from sakip.serialization import make_schema; "
        f"print(json.dumps(make_schema(), ensure_ascii=False, indent=2))' > schema/{TERBIT.name}"
    )


def test_schema_is_a_schema() -> None:
    """It follows the draft it names, every reference leads somewhere, and nothing in it is unused."""
    schema = make_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    text = json.dumps(schema)
    assert {name for name in schema["$defs"] if f'"#/$defs/{name}"' in text} == set(schema["$defs"])
    assert text.count('"$ref"') == sum(text.count(f'"#/$defs/{name}"') for name in schema["$defs"])


def test_schema_is_made_anew_each_time() -> None:
    """Whoever changes the schema they were given changes it for themselves alone."""
    first = make_schema()
    before = copy.deepcopy(first)
    first["properties"]["nama"]["type"] = "number"
    first["$defs"].clear()
    assert make_schema() == before


def test_schema_names_every_class() -> None:
    """Every kind of node and of formula is in it, with its tag."""
    defs = make_schema()["$defs"]
    for kelas in (*SIMPUL.values(), *RUMUS.values()):
        assert defs[kelas.__name__]["properties"]["jenis"] == {"const": kelas.jenis}
    assert defs[Angka.__name__]["properties"]["isian"] == {"const": "angka"}
    assert all(item["additionalProperties"] is False for item in defs.values())


@pytest.mark.parametrize("path", CONTOH, ids=lambda path: path.name)
def test_samples_follow_the_schema(path: Path) -> None:
    """The frozen samples of this version are valid."""
    PEMERIKSA.validate(json.loads(path.read_text(encoding="utf-8")))


@given(pohon(max_size=3))
@SEDIKIT
def test_what_is_written_follows_the_schema(tree: PohonKinerja) -> None:
    """Whatever tree is written, the file is valid."""
    PEMERIKSA.validate(json.loads(dumps(tree)))


def _tempat(value: Any) -> list[tuple[Any, Any]]:
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [(value, key) for key in keys] + [place for key in keys for place in _tempat(value[key])]


_NILAI: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 0, 1, 5, -1, 2.5, "", "1", "O1", "1.06", "2025", "luar:a", [], {}, [[]], ["a"]]
)


@given(pohon(max_size=2), _NILAI, st.booleans(), st.data())
@SEDIKIT
def test_what_is_read_follows_the_schema(
    tree: PohonKinerja,
    value: Any,
    drop: bool,  # noqa: FBT001  # drawn
    data: st.DataObject,
) -> None:
    """A file with a part swapped or dropped that is read all the same is valid, unless it is of an old version."""
    document = json.loads(dumps(tree))
    holder, key = data.draw(st.sampled_from(_tempat(document)))
    if drop:
        del holder[key]
    else:
        holder[key] = value
    try:
        loads(json.dumps(document))
    except SakipError:
        return
    assert document["versi"] != VERSI or PEMERIKSA.is_valid(document)


RUSAK: dict[str, Any] = {
    "no format": lambda d: d.pop("format"),
    "other format": lambda d: d.update(format="geojson"),
    "newer version": lambda d: d.update(versi=VERSI + 1),
    "no name": lambda d: d.pop("nama"),
    "no nodes": lambda d: d.pop("simpul"),
    "unknown field": lambda d: d.update(warna="biru"),
    "unknown kind of institution": lambda d: d.update(jenis="kota"),
    "loose period": lambda d: d.update(periode="TW I 2025"),
    "node without id": lambda d: d["simpul"][0].pop("id"),
    "node without kind": lambda d: d["simpul"][0].pop("jenis"),
    "node of unknown kind": lambda d: d["simpul"][0].update(jenis="renstra"),
    "node with unknown field": lambda d: d["simpul"][0].update(warna="biru"),
    "node with a field of another kind": lambda d: d["simpul"][0].update(pagu=[]),
    "nested node": lambda d: d["simpul"][0].update(anak=[]),
    "parent as number": lambda d: d["simpul"][0].update(induk=5),
    "text null": lambda d: d["simpul"][0].update(uraian=None),
    "list as text": lambda d: d["simpul"][0]["indikator"][0].update(sumber_data="BPS"),
    "pair of three": lambda d: d["simpul"][0].update(lain=[["a", "b", "c"]]),
    "number as number": lambda d: d["simpul"][0]["indikator"][0]["target"][0]["nilai"].update(nilai=93.59),
    "number as printed": lambda d: d["simpul"][0]["indikator"][0]["target"][0]["nilai"].update(nilai="93,59"),
    "value of unknown kind": lambda d: d["simpul"][0]["indikator"][0]["target"][0].update(
        nilai={"isian": "x"}
    ),
    "loose date": lambda d: d["simpul"][0]["indikator"][0]["target"][1].update(berlaku="12 September 2025"),
    "formula without kind": lambda d: d["simpul"][0]["indikator"][0].update(rumus={"pembilang": "a"}),
    "money as text": lambda d: d["simpul"][3]["pagu"][0].update(jumlah="306.749.630"),
    "code as number": lambda d: d["simpul"][3].update(kode=1.06),
    "post without name": lambda d: d["jabatan"][0].pop("nama"),
    "superior as number": lambda d: d["jabatan"][0].update(atasan=5),
    "end without kind": lambda d: d["relasi"][0].update(ke="kadis"),
    "link of unknown kind": lambda d: d["relasi"][0].update(jenis="induk"),
    "policy as name": lambda d: d.update(kebijakan="LKJIP"),
    "policy without source": lambda d: d.update(kebijakan={"nama": "x"}),
    "policy with an unknown setting": lambda d: d.update(kebijakan={"nama": "x", "acuan": "", "warna": 1}),
    "policy with an unknown choice": lambda d: d.update(kebijakan={"nama": "x", "acuan": "", "turun": "x"}),
    "policy with a number as number": lambda d: d.update(
        kebijakan={"nama": "x", "acuan": "", "batas_atas": 120}
    ),
    "policy with half a band": lambda d: d.update(
        kebijakan={"nama": "x", "acuan": "", "skala": {"nama": "x", "acuan": "", "pita": [{"label": "A"}]}}
    ),
    "policy with a loose conversion": lambda d: d.update(
        kebijakan={"nama": "x", "acuan": "", "konversi": {"titik": [["0", "0", "1"]]}}
    ),
    "day as printed": lambda d: d["simpul"][0]["indikator"][0]["target"][0].update(
        nilai={"isian": "tanggal", "nilai": "31 Maret 2025"}
    ),
    "unit without id": lambda d: d["instansi"]["unit"][0].pop("id"),
}


@pytest.mark.parametrize("nama", RUSAK)
def test_broken_documents_do_not_follow_the_schema(nama: str) -> None:
    """What `loads` refuses for its form alone, a validator refuses too."""
    document = contoh()
    assert PEMERIKSA.is_valid(document)
    RUSAK[nama](document)
    assert not PEMERIKSA.is_valid(document)
    with pytest.raises(SakipError):
        loads(json.dumps(document))


@pytest.mark.parametrize("value", [None, 5, "", [], {}])
def test_what_is_no_document_does_not_follow_the_schema(value: Any) -> None:
    """Nothing but an object with the required fields is valid."""
    assert not PEMERIKSA.is_valid(value)
