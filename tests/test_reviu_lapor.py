"""Findings told: as text with the serious ones first, as JSON, as SARIF, and in spreadsheets."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from sakip.dokumen import read_struktur, write_dokumen
from sakip.errors import TipeError
from sakip.pohon import PohonKinerja
from sakip.reviu import (
    Bungkam,
    HasilReviu,
    check,
    dumps_sarif,
    review,
)
from sakip.temuan import (
    JenisTemuan,
    Tempat,
    Temuan,
    Tingkat,
    format_temuan,
    sort_temuan,
    summarise_temuan,
    tabulate_temuan,
    tell_temuan,
)
from strategies_pohon import pohon as any_pohon

CONTOH = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025" / "struktur.csv"

SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "name": {"type": "string"},
                                                "shortDescription": {"$ref": "#/$defs/teks"},
                                                "help": {"$ref": "#/$defs/teks"},
                                                "defaultConfiguration": {
                                                    "type": "object",
                                                    "properties": {"level": {"$ref": "#/$defs/level"}},
                                                },
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "level": {"$ref": "#/$defs/level"},
                                "message": {"$ref": "#/$defs/teks"},
                                "suppressions": {
                                    "type": "array",
                                    "items": {
                                        "required": ["kind"],
                                        "properties": {"kind": {"enum": ["inSource", "external"]}},
                                    },
                                },
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "additionalProperties": False,
                                        "properties": {
                                            "logicalLocations": {"type": "array"},
                                            "physicalLocation": {
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "properties": {
                                                            "uri": {"type": "string", "pattern": "^[^ ]*$"}
                                                        }
                                                    },
                                                    "region": {
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1}
                                                        }
                                                    },
                                                },
                                            },
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
    "$defs": {
        "level": {"enum": ["none", "note", "warning", "error"]},
        "teks": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
    },
}
"""What SARIF 2.1.0 (OASIS) asks for of the parts that are written here."""


def make(tingkat: Tingkat, kode: str, banyak: int = 1, saran: str = "Perbaiki.") -> list[Temuan]:
    jenis = JenisTemuan(kode, tingkat, f"perihal {kode}", f"Pesan {kode}.", saran)
    return [jenis.temuan(Tempat(simpul=f"S{number}")) for number in range(1, banyak + 1)]


def test_the_serious_ones_come_first_and_those_of_one_code_together() -> None:
    rows = [
        *make(Tingkat.SARAN, "SKP991"),
        *make(Tingkat.PERINGATAN, "SKP993"),
        *make(Tingkat.KESALAHAN, "SKP995"),
        *make(Tingkat.PERINGATAN, "SKP992"),
        *make(Tingkat.KESALAHAN, "SKP994"),
    ]
    assert [item.kode for item in sort_temuan(rows)] == ["SKP994", "SKP995", "SKP992", "SKP993", "SKP991"]
    told = format_temuan(rows)
    assert told.index("KESALAHAN") < told.index("PERINGATAN") < told.index("SARAN")
    assert told.endswith("5 temuan: 2 kesalahan, 2 peringatan, 1 saran.")


def test_a_long_tail_is_told_once_and_errors_one_by_one() -> None:
    told = format_temuan([*make(Tingkat.KESALAHAN, "SKP991", 20), *make(Tingkat.PERINGATAN, "SKP992", 20)])
    assert told.count("Pesan SKP991.") == 20
    assert told.count("Pesan SKP992.") == 1
    assert "Juga pada S2, S3, S4, S5, S6, S7, S8, S9, S10, S11, dan 9 tempat lain." in told
    assert "SKP992  peringatan      20  perihal SKP992" in told
    every = format_temuan(make(Tingkat.PERINGATAN, "SKP992", 20), rinci=20)
    assert every.count("Pesan SKP992.") == 20


def test_what_has_no_advice_takes_one_line() -> None:
    assert format_temuan(make(Tingkat.SARAN, "SKP991", saran="")).splitlines() == [
        "SARAN", "SKP991 S1: Pesan SKP991.", "", "1 temuan: 1 saran.",
    ]  # fmt: skip
    assert tabulate_temuan(make(Tingkat.SARAN, "SKP991", 9)) == ""
    assert "→" not in format_temuan(make(Tingkat.SARAN, "SKP991", 9, saran=""))
    assert summarise_temuan([]) == format_temuan([]) == "Tidak ada temuan."


def test_places_without_an_id_are_told_by_name_or_by_file() -> None:
    jenis = JenisTemuan("SKP991", Tingkat.SARAN, "x", "Pesan.")
    rows = [
        jenis.temuan(place)
        for place in (
            Tempat(simpul="S1"),
            Tempat(nama="Arsiparis"),
            Tempat(berkas="a.csv", baris=3, nama="x"),
        )
    ]
    assert "Juga pada Arsiparis, a.csv baris 3 (x)." in format_temuan(rows, rinci=1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_pohon())
def test_nothing_is_lost_in_the_telling(tree: PohonKinerja) -> None:
    """Told in full, every finding has its line; lines that name one say how serious it is."""
    found = check(tree)
    told = [tingkat for _, tingkat in tell_temuan(found, rinci=len(found)) if tingkat is not None]
    heads = len({item.tingkat for item in found})
    assert len(told) == len(found) + heads
    jsonschema.validate(json.loads(dumps_sarif(HasilReviu(found, ()))), SARIF)


@pytest.fixture(scope="module")
def hasil() -> HasilReviu:
    """The review of the example, with what its matriks leaves out silenced."""
    tree = read_struktur(CONTOH).dokumen
    return review(tree, bungkam=[Bungkam("SKP601", alasan="matriks berhenti di kegiatan")])


def test_sarif_is_as_the_standard_asks(hasil: HasilReviu) -> None:
    """Every result names a rule of the driver; what was silenced says why; a file with blanks is a URI."""
    document = json.loads(dumps_sarif(hasil))
    jsonschema.validate(document, SARIF)
    (run,) = document["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} == rules
    silenced = [result for result in run["results"] if "suppressions" in result]
    assert len(silenced) == 44
    assert {result["ruleId"] for result in silenced} == {"SKP601"}
    place = Tempat(berkas="rencana aksi.csv", baris=2)
    own = JenisTemuan("SKP991", Tingkat.SARAN, "x", "y").temuan(place)
    located: Any = json.loads(dumps_sarif(HasilReviu((own,), ())))["runs"][0]["results"][0]["locations"][0]
    assert located["physicalLocation"]["artifactLocation"]["uri"] == "rencana%20aksi.csv"


def test_a_review_as_a_workbook(hasil: HasilReviu, tmp_path: Path) -> None:
    """A sheet of counts, one of the findings, the serious ones first, and one of what was silenced, with why."""
    path = tmp_path / "temuan.xlsx"
    write_dokumen(hasil, path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Ringkasan", "Temuan", "Dibungkam"]
    rows = [[cell for cell in row if cell is not None] for row in book["Temuan"].values]
    head = next(index for index, row in enumerate(rows) if row[:2] == ["No", "Kode"])
    body = [row for row in rows[head + 1 :] if row]
    assert [row[1] for row in body] == [item.kode for item in sort_temuan(hasil.temuan)]
    assert [row[2] for row in body[:7]] == ["kesalahan"] * 6 + ["peringatan"]
    silenced = [row for row in book["Dibungkam"].values if "SKP601" in row]
    assert len(silenced) == 44
    assert all("matriks berhenti di kegiatan" in row for row in silenced)


def test_findings_as_csv(hasil: HasilReviu, tmp_path: Path) -> None:
    """Findings alone, such as those of reading, are written as well; the ids of nodes and indikator stand beside."""
    path = tmp_path / "temuan.csv"
    write_dokumen(list(hasil.temuan), path)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    start = rows.index(
        ["No", "Kode", "Tingkat", "Tempat", "Temuan", "Saran", "Acuan", "id_simpul", "id_indikator"]
    )
    body = rows[start + 1 :]
    ordered = sort_temuan(hasil.temuan)
    assert [(row[1], row[4], row[7], row[8]) for row in body] == [
        (item.kode, item.pesan, item.tempat.simpul, item.tempat.indikator) for item in ordered
    ]
    counts = [row for row in rows[:start] if row and row[0].startswith("SKP")]
    assert sum(int(row[2]) for row in counts) == len(hasil.temuan)


@pytest.mark.parametrize("ending", ["md", "html"])
def test_a_clean_review_says_so(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"temuan.{ending}"
    write_dokumen(HasilReviu((), ()), path)
    assert "Tidak ada temuan." in path.read_text(encoding="utf-8")


def test_findings_and_something_else_are_no_form(hasil: HasilReviu, tmp_path: Path) -> None:
    with pytest.raises(TipeError):
        write_dokumen([*hasil.temuan[:1], "x"], tmp_path / "x.csv")
