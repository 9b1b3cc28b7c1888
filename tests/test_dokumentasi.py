"""The documents hold together: links lead somewhere, the plan is the contract, the map and the glossary are whole."""

from __future__ import annotations

import configparser
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree as ET

import attrs

import sakip
from sakip.gambar import Halaman, Pandangan, draw_svg
from sakip.kebijakan import KEBIJAKAN
from sakip.skala import SKALA

ROOT = Path(__file__).parents[1]
LEPAS = [
    *(path for path in ROOT.glob("*.md")),
    *(path for path in ROOT.glob("examples/**/*.md")),
    *(path for path in ROOT.glob("benchmarks/**/*.md")),
]
"""The pages that Sphinx does not see."""
DOCS = [path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts]
PERATURAN = re.compile(r"Permen|Kepmen|PMK|KMK|PER/\d|BPS")


def _prose(path: Path) -> str:
    """A page without its blocks of code, in which brackets mean other things."""
    return re.sub(r"^(`{3,}).*?^\1", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def _links(path: Path) -> Iterator[str]:
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", _prose(path))):
        if not re.match(r"[a-z]+:", target):
            yield target


def _anchors(path: Path) -> set[str]:
    """The anchors of the headings of a page, as GitHub makes them."""
    heads = re.findall(r"^#+ +(.+?) *$", _prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def _is_broken(path: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    aim = (path.parent / name) if name else path
    if not aim.exists() or not aim.resolve().is_relative_to(ROOT):
        return True
    return bool(anchor) and anchor not in _anchors(aim)


def test_every_link_leads_somewhere() -> None:
    found = [(path, target) for path in (*LEPAS, *DOCS) for target in _links(path)]
    assert len(found) > 100
    assert [f"{path.relative_to(ROOT)}: {to}" for path, to in found if _is_broken(path, to)] == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("# Satu dua\n[x](b.md) `[y](c.md)`\n```\n[z](d.md)\n```\n[u](https://contoh.go.id)\n")
    assert list(_links(page)) == ["b.md"]
    assert _anchors(page) == {"satu-dua"}
    assert _is_broken(ROOT / "README.md", "tidak-ada.md")
    assert _is_broken(ROOT / "README.md", "CONTRIBUTING.md#tidak-ada")
    assert not _is_broken(ROOT / "README.md", "CONTRIBUTING.md#set-up")


def test_every_path_of_the_repository_that_a_page_names_is_there() -> None:
    named = re.compile(r"`((?:examples|benchmarks|schema|tests|docs)/[\w./-]+)`")
    found = [(path, name) for path in (*LEPAS, *DOCS) for name in named.findall(_prose(path))]
    assert len(found) > 10
    assert [f"{path.relative_to(ROOT)}: {name}" for path, name in found if not (ROOT / name).exists()] == []


def test_the_drawn_plan_is_the_contract() -> None:
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter", encoding="utf-8")
    layers = contract["importlinter:contract:floors"]["layers"].split("\n")
    floors = [[name.strip() for name in line.split("|")] for line in layers if line.strip()]
    text = (ROOT / "docs/explanation/desain.md").read_text(encoding="utf-8")
    plan = re.search(r"^```text\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert plan
    drawn = re.findall(r"^ ([a-z]+(?: \| [a-z]+)*)(?: {2}|$)", plan[1], re.MULTILINE)
    assert [line.split(" | ") for line in drawn] == floors[1:]
    assert floors[0] == ["__main__"]  # not drawn: it is how `python -m sakip` begins


def _modules() -> dict[str, ModuleType]:
    names = [info.name for info in pkgutil.iter_modules(sakip.__path__) if not info.name.startswith("_")]
    return {name: importlib.import_module(f"sakip.{name}") for name in names}


def _public() -> dict[str, Any]:
    """Every public name of every module."""
    return {
        name: value
        for module in _modules().values()
        for name, value in vars(module).items()
        if name in getattr(module, "__all__", (name,)) and not name.startswith("_")
    }


def test_a_class_that_cites_a_regulation_is_in_the_map() -> None:
    """The other classes are listed there by the directive, which leaves none out."""
    page = (ROOT / "docs/explanation/kelas-dan-peraturan.md").read_text(encoding="utf-8")
    assert ".. other-classes::" in page
    citing = [
        name
        for name, value in _public().items()
        if inspect.isclass(value) and PERATURAN.search(inspect.getdoc(value) or "")
    ]
    assert len(citing) > 10
    assert [name for name in citing if not re.search(rf"\b{name}\b", page)] == []


_KATA = re.findall(
    r"^\| ([^|]+?) \| [^|]+ \| ([^|]+?) \|$",
    (ROOT / "docs/explanation/glosarium.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)[1:]


def test_the_words_of_the_glossary_stand_in_order_and_once() -> None:
    words = [kata for kata, _ in _KATA]
    assert len(words) > 60
    assert words == sorted(set(words), key=str.lower)


def _is_name(word: str, nama: str) -> bool:
    """Whether a name of the glossary is one of the library; a column or a step has a name of its own."""
    if word in {"column", "step"}:
        return True
    head, *parts = nama.split(".")
    if word == "module":
        return head in _modules()
    owner = _modules().get(head, _public().get(head))
    for part in parts:
        if part in getattr(owner, "__annotations__", {}):
            return part == parts[-1]
        owner = getattr(owner, part, None)
    return owner is not None


def test_the_names_of_the_glossary_are_those_of_the_library() -> None:
    named = [pair for _, cell in _KATA for pair in re.findall(r"(\w*) ?`([^`]+)`", cell)]
    assert len(named) > 80
    assert [nama for word, nama in named if not _is_name(word, nama)] == []
    assert not _is_name("", "Kebijakan.tidak_ada")


def test_every_preset_is_in_the_map_and_says_where_it_comes_from() -> None:
    page = (ROOT / "docs/explanation/kelas-dan-peraturan.md").read_text(encoding="utf-8")
    beside = (ROOT / "docs/explanation/kebijakan-berdampingan.md").read_text(encoding="utf-8")
    origin = beside[beside.index("## Dari mana asalnya") :]
    assert [name for name in (*KEBIJAKAN, *SKALA) if f".{name}`" not in page] == []
    assert [name for name in KEBIJAKAN if f"`{name}`" not in origin] == []


def test_every_reason_and_every_setting_has_its_place() -> None:
    """The tables are made from the classes; here it is that the pages hold them."""
    for page, directive in (
        ("docs/explanation/kapan-tidak-ada-angka.md", "alasan-table"),
        ("docs/explanation/kebijakan-berdampingan.md", "kebijakan-setelan"),
        ("docs/reference/errors.md", "galat-table"),
        ("docs/reference/temuan-kode.md", "temuan-table"),
        ("docs/reference/aturan.md", "aturan-table"),
    ):
        assert f".. {directive}::" in (ROOT / page).read_text(encoding="utf-8")


def test_the_picture_of_the_readme_is_what_the_library_draws() -> None:
    """Its texts, at least: where the boxes stand is up to the version of the layout library. `make picture` draws it."""
    data = ROOT / "examples" / "dinsos-kotawaringin-timur-2025"
    pohon = sakip.read_struktur(data / "struktur.csv").dokumen
    skala = SKALA["SKALA_PERMENDAGRI_86"]
    kebijakan = attrs.evolve(sakip.LKJIP, nama="LKJIP + SKALA_PERMENDAGRI_86", skala=skala)
    ukuran = sakip.read_realisasi(data / "realisasi-ilustrasi-2025.csv").dokumen
    laporan = sakip.compute_capaian(pohon, ukuran, 2025, kebijakan)
    pandangan = Pandangan(akar="O1", jenis="program", arah="mendatar", relasi=False, laporan=laporan)
    drawn = ET.fromstring(draw_svg(pohon, pandangan, Halaman("A4")))  # noqa: S314  # our own
    shown = ET.parse(ROOT / "docs" / "gambar" / "pohon.svg").getroot()  # noqa: S314  # likewise
    assert sorted(drawn.itertext()) == sorted(shown.itertext())
