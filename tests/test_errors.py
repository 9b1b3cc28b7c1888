"""Every error: its text, its parts, its built-in base, pickling and copying."""

from __future__ import annotations

import ast
import copy
import importlib
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import attrs
import pytest

import sakip
from kalimat import find_english
from sakip import errors
from sakip.errors import (
    AngkaError,
    BedaError,
    BentukError,
    BerkasError,
    EkstraError,
    KodeError,
    ModelError,
    PeriodeError,
    PohonError,
    ProgramError,
    SakipError,
    SerialisasiError,
    TabelError,
    TargetNolError,
    TidakAdaError,
    TipeError,
    VersiError,
)

ROOT = Path(__file__).parents[1]

CASES: list[tuple[SakipError, type[Exception], str]] = [
    (
        AngkaError(
            "13.2918.000", "pengelompokan", "thousands must be grouped by three digits", "titik ribuan salah"
        ),
        ValueError,
        "'13.2918.000' is not a number: thousands must be grouped by three digits",
    ),
    (TipeError("float", "pass a Decimal"), TypeError, "float is refused: pass a Decimal"),
    (PeriodeError("besok", "name a year"), ValueError, "'besok' is not a period: name a year"),
    (KodeError("2.1", "2 digits"), ValueError, "'2.1' is not a nomenclature code: 2 digits"),
    (
        ModelError("Indikator", "id", "''", "a non-empty text"),
        ValueError,
        "Indikator.id is '': a non-empty text is expected",
    ),
    (
        PohonError("S1", "it would be its own parent", "simpul tidak dapat menjadi induknya sendiri"),
        ValueError,
        "'S1': it would be its own parent",
    ),
    (TidakAdaError("simpul", "X", "the tree 'Dinas'"), KeyError, "no simpul 'X' in the tree 'Dinas'"),
    (BerkasError("a.csv", "Permission denied"), OSError, "a.csv: Permission denied"),
    (
        ProgramError("dot", "Graphviz is not installed", "Graphviz belum terpasang"),
        OSError,
        "dot: Graphviz is not installed",
    ),
    (
        TabelError("a.csv", ("id", "nama"), ("kode", "uraian")),
        ValueError,
        "a.csv: looked for the columns id, nama; found 'kode', 'uraian'",
    ),
    (TabelError("a.csv", ("id",), ()), ValueError, "a.csv: looked for the columns id; found nothing"),
    (
        BedaError("P1 uraian", "it is gone", "sudah tidak ada"),
        ValueError,
        "P1 uraian: the change doesn't fit: it is gone",
    ),
    (
        BentukError("a.csv", ("iki", "iku"), ("Tanggal | Perihal",)),
        ValueError,
        "a.csv: looked for iki, iku; found 'Tanggal | Perihal'",
    ),
    (BentukError("a.csv", ("iki",), ()), ValueError, "a.csv: looked for iki; found no table"),
    (SerialisasiError((("$.nama", "is missing"),), ("belum ada",)), ValueError, "$.nama: is missing"),
    (
        SerialisasiError(
            (("$.nama", "is missing"), ("$.simpul", "is no list")), ("belum ada", "bukan daftar")
        ),
        ValueError,
        "2 problems\n  $.nama: is missing\n  $.simpul: is no list",
    ),
    (
        VersiError(3, 1),
        ValueError,
        "the file has schema version 3, this sakip reads up to 1: upgrade sakip to read it",
    ),
    (
        TargetNolError("tegas", "4"),
        ZeroDivisionError,
        (
            "the target is 0 (realisasi 4), which the policy 'tegas' refuses: "
            "mend the target, or choose another target_nol"
        ),
    ),
    (
        EkstraError("narwhals", "tabel"),
        ImportError,
        "narwhals is not installed: install it with  pip install 'sakip[tabel]'",
    ),
]
"""An error of every class, the built-in that a programmer would catch, and its text."""

IDS = [f"{type(error).__name__}-{number}" for number, (error, _, _) in enumerate(CASES)]


def _parts(error: SakipError) -> dict[str, object]:
    return attrs.asdict(cast("attrs.AttrsInstance", error), recurse=False)


def test_every_class_has_a_case() -> None:
    """No error class of the module is left out of the table."""
    classes = {
        item
        for item in vars(errors).values()
        if isinstance(item, type) and issubclass(item, SakipError) and item is not SakipError
    }
    assert {type(error) for error, _, _ in CASES} == classes


@pytest.mark.parametrize(("error", "builtin", "text"), CASES, ids=IDS)
def test_text_and_base(error: SakipError, builtin: type[Exception], text: str) -> None:
    """The sentence names the value and what is expected; the built-in of the same meaning catches it."""
    assert str(error) == text
    assert isinstance(error, builtin)
    assert isinstance(error, SakipError)


@pytest.mark.parametrize(("error", "builtin", "text"), CASES, ids=IDS)
def test_pickles_and_copies(error: SakipError, builtin: type[Exception], text: str) -> None:
    """An error crosses a process boundary with its class, its parts and its text."""
    for again in (
        pickle.loads(pickle.dumps(error)),  # noqa: S301  # our own bytes
        copy.copy(error),
        copy.deepcopy(error),
    ):
        assert type(again) is type(error)
        assert _parts(again) == _parts(error)
        assert str(again) == text
        assert isinstance(again, builtin)


@pytest.mark.parametrize(("error", "builtin", "text"), CASES, ids=IDS)
def test_keywords_pickle_too(error: SakipError, builtin: type[Exception], text: str) -> None:
    """An error made with keyword arguments survives pickling as one made by position does."""
    made = type(error)(**_parts(error))
    again = pickle.loads(pickle.dumps(made))  # noqa: S301  # our own bytes
    assert str(again) == text
    with pytest.raises(builtin):
        raise again


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            AngkaError(
                "1.23.4", "pengelompokan", "thousands", "titik ribuan tidak memisahkan tiga-tiga angka"
            ),
            '"1.23.4" tidak terbaca: titik ribuan tidak memisahkan tiga-tiga angka',
        ),
        (PeriodeError("besok", "name a year"), '"besok" bukan periode'),
        (TipeError("float", "pass a Decimal"), "nilai berjenis float tidak diterima"),
        (KodeError("2.1", "2 digits"), '"2.1" bukan kode nomenklatur'),
        (ModelError("Indikator", "id", "''", "a text"), "Indikator: id tidak dapat berisi ''"),
        (TidakAdaError("simpul", "X", "the tree"), 'simpul "X" tidak ada'),
        (BerkasError("a.csv", "Permission denied", "tidak ada izin"), "a.csv: tidak ada izin"),
        (BerkasError("a.csv", "it is strange"), "a.csv: berkas tidak dapat dipakai"),
        (TabelError("a.csv", ("id", "nama"), ("kode",)), "kolom yang dicari id, nama; yang ada kode"),
        (TabelError("a.csv", ("id",), ()), "yang ada tidak ada"),
        (SerialisasiError((("$.nama", "is missing"),), ("belum ada",)), "$.nama: belum ada"),
        (
            BedaError("P1", "it is gone", "sudah tidak ada"),
            "P1: perubahan tidak cocok dengan isinya: sudah tidak ada",
        ),
        (VersiError(3, 1), "versi skema 3"),
        (TargetNolError("tegas", "4"), 'Target 0 (realisasi 4) ditolak oleh kebijakan "tegas".'),
        (EkstraError("narwhals", "tabel"), "Paket narwhals belum terpasang"),
        (SakipError("apa saja"), "apa saja"),
    ],
)
def test_the_same_in_indonesian(error: SakipError, words: str) -> None:
    """A planner reads the same parts in an Indonesian sentence."""
    assert words in error.kalimat


def test_every_case_has_an_indonesian_sentence() -> None:
    """No class leaves its sentence empty, also after pickling."""
    for error, _, _ in CASES:
        again = pickle.loads(pickle.dumps(error))  # noqa: S301  # our own bytes
        assert again.kalimat == error.kalimat
        assert error.kalimat
        assert not find_english(error.kalimat)


def test_no_english_in_what_the_catalogue_provokes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is raised in earnest for the page of errors is Indonesian through and through."""
    pytest.importorskip("sphinx")
    monkeypatch.syspath_prepend(str(ROOT / "docs" / "_ext"))
    monkeypatch.chdir(ROOT)
    provoke = importlib.import_module("sakip_galat").PEMICU
    said = {}
    for name, raise_it in provoke.items():
        with pytest.raises(SakipError) as caught:
            raise_it()
        assert type(caught.value).__name__ == name
        said[name] = find_english(caught.value.kalimat)
    assert said == {name: set() for name in provoke}


def _spoken(tree: ast.Module) -> Iterator[str]:
    """The texts for planners that stand in the source itself, where an error is made."""
    for call in ast.walk(tree):
        match call:
            case ast.Call(
                func=ast.Name(id="BedaError" | "BerkasError" | "PohonError" | "ProgramError"),
                args=[_, _, said],
            ):
                yield "".join(str(part.value) for part in ast.walk(said) if isinstance(part, ast.Constant))


def test_no_english_where_an_error_is_made() -> None:
    """Also of those that no test provokes."""
    files = Path(sakip.__file__).parent.rglob("*.py")
    spoken = [text for path in files for text in _spoken(ast.parse(path.read_text(encoding="utf-8")))]
    assert len(spoken) > 20
    assert [text for text in spoken if find_english(text)] == []


def test_english_is_found() -> None:
    """The two tests before this one can fail."""
    assert find_english(str(CASES[0][0]))
    assert list(_spoken(ast.parse("BedaError('x', 'it is gone', 'it is gone')"))) == ["it is gone"]
