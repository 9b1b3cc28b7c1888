"""What the reference pages need beyond autodoc: tables made from the code itself."""

from __future__ import annotations

import datetime as dt
import enum
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, cast

import attrs
from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.errors import PycodeError
from sphinx.pycode import ModuleAnalyzer
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode
from sphinx.util.typing import stringify_annotation

import sakip
from sakip.alasan import Alasan
from sakip.angka import Isian, format_angka
from sakip.kebijakan import KEBIJAKAN, Capaian, Kebijakan
from sakip.model import AnySimpul
from sakip.rumus import Rumus
from sakip.skala import OPINI_BPK, SKALA
from sakip.temuan import REGISTER, JenisTemuan

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.domains.python import PythonDomain
    from sphinx.environment import BuildEnvironment


def iter_modules() -> Iterator[str]:
    """The names of all public modules of the library."""
    for info in pkgutil.iter_modules(sakip.__path__, "sakip."):
        if not info.name.rpartition(".")[2].startswith("_"):
            yield info.name


class Table(SphinxDirective):
    """A table whose cells are reStructuredText, in paragraphs."""

    def table(
        self, header: tuple[str, ...], widths: str, rows: Sequence[tuple[str, ...]], *, lipat: bool = False
    ) -> list[nodes.Node]:
        """The table as nodes; with *lipat* a row is a card where there is no room for columns."""
        lines = [".. list-table::", "   :header-rows: 1", f"   :widths: {widths}"]
        lines += ["   :class: lipat", ""] if lipat else [""]
        for row in (header, *rows):
            for place, cell in enumerate(row):
                first, *more = (" ".join(part.split()) for part in cell.split("\n\n"))
                lines.append(f"   {'* -' if place == 0 else '  -'} {first}")
                for part in more:
                    lines += ["", f"       {part}"]
                if more:
                    lines.append("")
        node = nodes.container()
        self.state.nested_parse(StringList(lines, self.env.docname), self.content_offset, node)
        return node.children


class TemuanTable(Table):
    """Every kind of finding in the register, by its code."""

    def run(self) -> list[nodes.Node]:
        """Import every module, so that each has entered its kinds, and list them."""
        homes = {
            value.kode: f"{module}.{name}"
            for module in iter_modules()
            for name, value in vars(importlib.import_module(module)).items()
            if isinstance(value, JenisTemuan)
        }
        rows = []
        for kode, jenis in sorted(REGISTER.items()):
            said = [f"*{plain(jenis.pesan)}*"]
            said += [f"**Saran:** {plain(jenis.saran)}"] if jenis.saran else []
            said += [f"**Acuan:** {plain(jenis.acuan)}."] if jenis.acuan else []
            made = f" (:py:obj:`~{homes[kode]}`)" if kode in homes else ""
            rows.append((f"``{kode}``", jenis.tingkat.value, f"{jenis.judul}{made}", "\n\n".join(said)))
        return self.table(("Code", "Severity", "Title", "What it says"), "10 12 28 50", rows, lipat=True)


class AlasanTable(Table):
    """Every reason, with its sentence; what is written about it stands in the body, a line for each."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Set the notes beside the members, and refuse a member without notes and notes without a member."""
        lines = [line for line in self.content if line.strip()]
        notes: dict[str, list[str]] = {}
        for line in lines:
            name, *said = (cell.strip() for cell in line.split(" | "))
            notes[name] = said
        known = {alasan.value for alasan in Alasan}
        if wrong := sorted(known ^ set(notes)):
            raise self.error(f"each member of Alasan needs one line: {', '.join(wrong)}")
        rows = [(f"``{item.value}``", f"*{item.kalimat}*", *notes[item.value]) for item in Alasan]
        header = ("Reason", "As printed", "When it is given", "What to do")
        return self.table(header, "20 25 30 25", rows, lipat=True)


class SkalaTable(Table):
    """Every scale of the library: its bands, highest first, and where it comes from."""

    def run(self) -> list[nodes.Node]:
        """List them in the order of the register."""
        rows = [
            (
                f":py:obj:`~sakip.skala.{skala.nama}`",
                "; ".join(plain(str(pita)) for pita in skala.pita),
                plain(skala.acuan),
            )
            for skala in SKALA.values()
        ]
        return self.table(("Name", "Bands", "Where it comes from"), "25 40 35", rows)


_TAHUN = dt.date(2025, 1, 1)
SITUASI: Mapping[str, Sequence[tuple[str, dict[str, Any]]]] = {
    "naik": [
        (f"target 80, realisasi {realisasi}", {"target": 80, "realisasi": realisasi})
        for realisasi in (80, 100, 60, 0, -8)
    ],
    "turun": [
        (f"target 100, realisasi {realisasi}", {"target": 100, "realisasi": realisasi, "polaritas": "turun"})
        for realisasi in (80, 100, 120, 0, 250)
    ],
    "stabil": [
        (f"target 100, realisasi {realisasi}", {"target": 100, "realisasi": realisasi, "polaritas": "stabil"})
        for realisasi in (96, 100, 102, 210)
    ],
    "rentang": [
        (f"target 80–90, realisasi {realisasi}", {"target": "80-90", "realisasi": realisasi})
        for realisasi in (70, 85, 92)
    ],
    "nol": [
        ("naik, target 0, realisasi 4", {"target": 0, "realisasi": 4}),
        ("turun, target 0, realisasi 0", {"target": 0, "realisasi": 0, "polaritas": "turun"}),
        ("turun, target 0, realisasi 4", {"target": 0, "realisasi": 4, "polaritas": "turun"}),
        (
            "turun, target 0, realisasi 4, terburuk 10",
            {"target": 0, "realisasi": 4, "polaritas": "turun", "terburuk": 10},
        ),
    ],
    "negatif": [
        (f"{arah}, target −10, realisasi −{size}", {"target": -10, "realisasi": -size, "polaritas": arah})
        for arah in ("naik", "turun")
        for size in (11, 5)
    ],
    "bentuk": [
        ("batas: target ≥ 80, realisasi 84", {"target": "≥ 80", "realisasi": 84}),
        ("batas: target ≤ 20, realisasi 18", {"target": "≤ 20", "realisasi": 18}),
        ("batas: target < 20, realisasi 20", {"target": "< 20", "realisasi": 20}),
        ("rasio: target 1:32, realisasi 1:30", {"target": "1:32", "realisasi": "1:30"}),
        ("predikat: target WTP, realisasi WTP", {"target": "WTP", "realisasi": "WTP", "urutan": OPINI_BPK}),
        ("predikat: target WTP, realisasi WDP", {"target": "WTP", "realisasi": "WDP", "urutan": OPINI_BPK}),
        ("predikat tanpa skala: target baik, realisasi cukup", {"target": "baik", "realisasi": "cukup"}),
        ("target ya, realisasi ya", {"target": "ya", "realisasi": "ya"}),
        ("target ya, realisasi tidak", {"target": "ya", "realisasi": "tidak"}),
        (
            "tanggal: target 31 Maret 2025, selesai 15 Maret 2025, dihitung sejak 1 Januari",
            {"target": "31 Maret 2025", "realisasi": "15 Maret 2025", "awal": _TAHUN},
        ),
        ("nilai terbaik: target 4 dari 4, realisasi 4", {"target": 4, "realisasi": 4, "terbaik": 4}),
    ],
}
"""The inputs that the policies are compared on, by group: what a row is called, and what is passed."""


class BandingTable(Table):
    """One group of situations, computed under every preset: the figure, or the reason."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Compute each cell; what differs from the first preset is bold."""
        rows = []
        for name, masukan in SITUASI[self.arguments[0]]:
            cells = [_answer(kebijakan.capaian(**masukan)) for kebijakan in KEBIJAKAN.values()]
            marked = [cell if cell == cells[0] else f"**{cell}**" for cell in cells]
            rows.append((plain(name).replace(" -", " −"), *marked))
        widths = f"32 {' '.join('17' for _ in KEBIJAKAN)}"
        return self.table(("Masukan", *KEBIJAKAN), widths, rows)


def _answer(capaian: Capaian) -> str:
    """A figure as printed, or why there is none."""
    return str(capaian) if capaian.alasan is None else f"— {capaian.alasan.kalimat}"


class SetelanTable(Table):
    """Every setting of every preset, and where the preset comes from."""

    def run(self) -> list[nodes.Node]:
        """One row for each setting; what differs from the first preset is bold."""
        rows = []
        for field in attrs.fields(Kebijakan):
            if field.name == "nama":
                continue
            cells = [_setting(getattr(kebijakan, field.name)) for kebijakan in KEBIJAKAN.values()]
            marked = [cell if cell == cells[0] or field.name == "acuan" else f"**{cell}**" for cell in cells]
            rows.append((f"``{field.name}``", *marked))
        widths = f"20 {' '.join('20' for _ in KEBIJAKAN)}"
        return self.table(("Setelan", *KEBIJAKAN), widths, rows)


def _setting(value: object) -> str:
    """A setting as a reader meets it."""
    if value is None:
        return "—"
    if isinstance(value, enum.Enum):
        return str(value.value)
    return format_angka(value) if isinstance(value, Decimal | int) else plain(str(value))


def plain(text: str) -> str:
    """A text whose marks mean nothing to reStructuredText."""
    return text.replace("\\", "\\\\").replace("*", "\\*").replace("`", "\\`").replace("|", "\\|")


def is_public(name: str) -> bool:
    """Whether a name is for others."""
    return not name.startswith("_")


def _is_code(value: object) -> bool:
    return inspect.isclass(value) or inspect.isfunction(value)


class PublicModule(SphinxDirective):
    """A module with all its public names: those that autodoc finds, and data it passes over."""

    required_arguments = 1
    option_spec: ClassVar = {"show-inheritance": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Let autodoc do the work, once for the module and once for each piece of data."""
        name = self.arguments[0]
        module = importlib.import_module(name)
        kinds = [item for item, value in vars(module).items() if isinstance(value, JenisTemuan)]
        listed = getattr(module, "__all__", [*filter(is_public, attribute_docs(name)), *kinds])
        data = [item for item in dict.fromkeys(listed) if not _is_code(getattr(module, item))]
        lent = {item: home for item in listed if (home := _find_lender(module, item))}
        lines = [f".. automodule:: {name}", *(f"   :{option}:" for option in self.options)]
        lines += [f"   :exclude-members: {', '.join([*data, *lent])}", ""] if data or lent else [""]
        if lent:
            names = ", ".join(f":py:obj:`{home}.{item}`" for item, home in lent.items())
            lines += [f"Also importable from here: {names}.", ""]
        for item in data:
            lines += [f".. autodata:: {name}.{item}", "   :no-value:", ""]
        node = nodes.container()
        self.state.nested_parse(StringList(lines, self.env.docname), self.content_offset, node)
        return node.children


def _find_lender(module: ModuleType, name: str) -> str:
    """The other public module that a class or function of this one belongs to, and that documents it."""
    value = getattr(module, name)
    home = value.__module__ if _is_code(value) else module.__name__
    return home if home != module.__name__ and home in set(iter_modules()) else ""


class NamesTable(Table):
    """The names that stand in `sakip` itself, each an alias of the one in its own module."""

    def run(self) -> list[nodes.Node]:
        """List them, and enter each in the index of objects."""
        domain = cast("PythonDomain", self.env.get_domain("py"))
        rows, anchors = [], []
        for name in sakip.__all__:
            value = getattr(sakip, name)
            home = f"sakip.{sakip._NAMES[name]}"  # noqa: SLF001  # the one place that says it
            kind = "class" if inspect.isclass(value) else "function" if callable(value) else "data"
            anchor = nodes.target("", "", ids=[f"sakip.{name}"])
            anchors.append(anchor)
            domain.note_object(f"sakip.{name}", kind, f"sakip.{name}", aliased=True)
            rows.append((f"``{name}``", f":py:obj:`{home}.{name}`", plain(_summary(home, name, value))))
        return [*anchors, *self.table(("Name", "Stands in", "What it is"), "20 30 50", rows)]


def _summary(module: str, name: str, value: object) -> str:
    """The first line of what is written about a name."""
    lines = (
        (inspect.getdoc(value) or "").splitlines()
        if inspect.isclass(value) or callable(value)
        else attribute_docs(module).get(name, [])
    )
    return lines[0].replace("`", "") if lines else ""


def attribute_docs(module: str) -> dict[str, list[str]]:
    """The texts written below the assignments of a module and of its private parts."""
    package = importlib.import_module(module)
    parts = [f"{module}.{info.name}" for info in pkgutil.iter_modules(getattr(package, "__path__", ()))]
    found: dict[str, list[str]] = {}
    for part in (*parts, module):
        try:
            docs = ModuleAnalyzer.for_module(part).find_attr_docs()
        except PycodeError:
            continue
        found |= {name: lines for (scope, name), lines in docs.items() if not scope}
    return found


def keep_member(
    _app: Sphinx, what: str, name: str, value: object, _skip: object, _options: object
) -> bool | None:
    """Document the members of enums."""
    return False if isinstance(value, enum.Enum) and what == "class" and name == value.name else None


def fill_docstring(
    _app: Sphinx, what: str, name: str, value: object, _options: object, lines: list[str]
) -> None:
    """Give data that a package takes from its private parts the text written there.

    A colon in the first line of a text about a value, or of what a function returns,
    stands before an explanation and not behind a type, as napoleon would have it.
    """
    if isinstance(value, JenisTemuan):
        lines[:] = [f"``{value.kode}``: {value.judul}.", ""]
    elif what == "data":
        module, _, attribute = name.rpartition(".")
        lines[:] = [*attribute_docs(module).get(attribute, lines), ""]
    if what in {"attribute", "data", "property"} and lines and lines[0]:
        lines.insert(0, "\\ ")
    if "Returns:" in lines:
        place = lines.index("Returns:") + 1
        if place < len(lines):
            lines.insert(place, f"{lines[place][: -len(lines[place].lstrip())]}\\ ")


UNIONS = {"sakip.angka.Isian": Isian, "sakip.model.AnySimpul": AnySimpul, "sakip.rumus.Rumus": Rumus}
"""Closed unions, which signatures show by their name and not by their many members."""


def name_unions(
    _app: Sphinx, _what: str, _name: str, value: Any, *event: Any
) -> tuple[str | None, str | None]:
    """Put the name of a union where its members stand in a signature, and the defaults of attrs in."""
    texts: list[str | None] = list(event[-2:])
    if texts[0] and attrs.has(value):
        fields = attrs.fields_dict(value)
        texts[0] = _DEFAULT.sub(lambda match: _show_default(fields[match[1]].default), texts[0])
    texts[0] = texts[0] and texts[0].replace("= NOTHING", "= ...")
    for alias, union in UNIONS.items():
        spelled = stringify_annotation(union, "smart")
        texts = [text and text.replace(spelled, f"~{alias}") for text in texts]
    return texts[0], texts[1]


_DEFAULT = re.compile(r"attr_dict\['(\w+)'\]\.default")


def _show_default(value: object) -> str:
    """A default that a signature can hold: enum members by name, objects of a class without their parts."""
    if isinstance(value, enum.Enum):
        return str(value)
    return f"{type(value).__name__}(...)" if attrs.has(type(value)) else repr(value)


def find_public(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.Element | None:
    """Find a public name whatever its role, and from whichever private part it was named."""
    if node.get("refdomain") != "py":
        return None
    last = node["reftarget"].rpartition(".")[2]
    domain = cast("PythonDomain", env.get_domain("py"))
    found = [
        (name, entry)
        for name, entry in domain.objects.items()
        if not entry.aliased and name.rpartition(".")[2] == last and name.count(".") == 2
    ]
    if len(found) != 1:
        return None
    name, entry = found[0]
    return make_refnode(app.builder, node["refdoc"], entry.docname, entry.node_id, contnode, name)


def setup(app: Sphinx) -> dict[str, bool]:
    """Enter the directives and the events."""
    app.add_directive("temuan-table", TemuanTable)
    app.add_directive("alasan-table", AlasanTable)
    app.add_directive("skala-table", SkalaTable)
    app.add_directive("kebijakan-banding", BandingTable)
    app.add_directive("kebijakan-setelan", SetelanTable)
    app.add_directive("sakip-names", NamesTable)
    app.add_directive("public-module", PublicModule)
    app.connect("autodoc-skip-member", keep_member)
    app.connect("autodoc-process-docstring", fill_docstring, priority=400)
    app.connect("autodoc-process-signature", name_unions)
    app.connect("missing-reference", find_public)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
