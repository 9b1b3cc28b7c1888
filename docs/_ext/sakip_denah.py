"""The floor plan, drawn from the layer contract, and the classes that the map does not name by hand."""

from __future__ import annotations

import configparser
import importlib
import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sakip_docs import Table, iter_modules, plain
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KONTRAK = Path(__file__).parents[2] / ".importlinter"


def read_floors() -> list[list[str]]:
    """The public modules of each floor, from the top to the bottom."""
    contract = configparser.ConfigParser()
    contract.read(KONTRAK, encoding="utf-8")
    lines = contract["importlinter:contract:floors"]["layers"].split("\n")
    floors = [[name.strip() for name in line.split("|")] for line in lines if line.strip()]
    return [public for floor in floors if (public := [name for name in floor if not name.startswith("_")])]


class FloorPlan(SphinxDirective):
    """The floors, each with its modules and what they say of themselves."""

    def run(self) -> list[nodes.Node]:
        """Draw them as a list, which reads aloud and wraps on a small screen; its looks are in the style sheet."""
        self.env.note_dependency(str(KONTRAK))
        plan = nodes.bullet_list(classes=["denah"])
        for floor in read_floors():
            rooms = nodes.bullet_list()
            rooms.extend(self._room(name) for name in floor)
            plan += nodes.list_item("", rooms)
        return [plan]

    def _room(self, name: str) -> nodes.list_item:
        said = (importlib.import_module(f"sakip.{name}").__doc__ or "").splitlines()[0]
        children, messages = self.parse_inline(f":py:mod:`{name} <sakip.{name}>` {said}")
        return nodes.list_item("", nodes.paragraph("", "", *children), *messages)


class OtherClasses(Table):
    """Every public class that the page does not name by hand, and what it is."""

    def run(self) -> list[nodes.Node]:
        """List them by module."""
        written = Path(self.env.doc2path(self.env.docname)).read_text(encoding="utf-8")
        named = set(re.findall(r"\w+", written))
        rows = [
            (f":py:class:`{module.removeprefix('sakip.')}.{name} <{module}.{name}>`", plain(summary))
            for module in iter_modules()
            for name, summary in _classes(module)
            if name not in named
        ]
        return self.table(("Class", "What it is"), "40 60", rows)


def _classes(module: str) -> list[tuple[str, str]]:
    found = importlib.import_module(module)
    listed = getattr(found, "__all__", vars(found))
    return [
        (name, (inspect.getdoc(value) or "").splitlines()[0].replace("`", ""))
        for name in listed
        if inspect.isclass(value := getattr(found, name))
        and not name.startswith("_")
        and value.__module__.startswith(module)
    ]


def setup(app: Sphinx) -> dict[str, bool]:
    """Enter the directives."""
    app.add_directive("floor-plan", FloorPlan)
    app.add_directive("other-classes", OtherClasses)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
