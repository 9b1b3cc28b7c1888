"""The catalogue of errors, each provoked in earnest."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from docutils import nodes
from sakip_docs import Table, plain

import sakip
from sakip import errors
from sakip.angka import parse_angka, to_decimal
from sakip.banding import apply_beda, compare_pohon
from sakip.dokumen import write_template
from sakip.errors import EkstraError, ProgramError, SakipError
from sakip.serialization import loads

if TYPE_CHECKING:
    from sphinx.application import Sphinx


AKAR = Path(__file__).parents[2]
"""The repository, from which the paths in messages are told."""


def _pohon(uraian: str = "Sejahtera") -> sakip.PohonKinerja:
    pohon = sakip.PohonKinerja("Dinas Contoh")
    pohon.add(sakip.Outcome("O1", uraian=uraian))
    return pohon


def _refuse_missing() -> None:
    """On this machine nothing may be missing."""
    raise EkstraError("narwhals", "tabel")


def _refuse_program() -> None:
    """Likewise."""
    raise ProgramError(
        "dot", "Graphviz is not installed on this machine", "Graphviz belum terpasang di mesin ini"
    )


PEMICU: Mapping[str, Callable[[], object]] = {
    "AngkaError": lambda: parse_angka("13.2918.000"),
    "TipeError": lambda: to_decimal(0.1),  # type: ignore[arg-type]  # that it is refused is the point
    "PeriodeError": lambda: sakip.Periode.parse("2025-TW5"),
    "KodeError": lambda: sakip.Kode.parse("1.06.04.2"),
    "ModelError": lambda: sakip.Outcome(""),
    "PohonError": lambda: _pohon().add(sakip.Outcome("O1")),
    "TidakAdaError": lambda: _pohon()["P9"],
    "BerkasError": lambda: sakip.read_struktur("tidak-ada.csv"),
    "TabelError": lambda: sakip.read_realisasi(
        "examples/dinsos-kotawaringin-timur-2025/kode-belum-pasti.csv"
    ),
    "BentukError": lambda: write_template("surat", "surat.xlsx"),
    "BedaError": lambda: apply_beda(_pohon("Makmur"), compare_pohon(_pohon(), _pohon("Adil"))),
    "SerialisasiError": lambda: loads('{"format": "sakip-pohon", "versi": 1, "nama": "Dinas"}'),
    "VersiError": lambda: loads('{"format": "sakip-pohon", "versi": 9}'),
    "TargetNolError": lambda: attrs.evolve(sakip.LKJIP, nama="tegas", target_nol="galat").capaian(0, 4),
    "EkstraError": _refuse_missing,
    "ProgramError": _refuse_program,
}
"""What provokes each error."""


class GalatTable(Table):
    """Every class of error: when it is raised, and what it says in both languages."""

    def run(self) -> list[nodes.Node]:
        """Provoke each, and refuse a class that nothing here provokes."""
        kinds = {
            name: kind
            for name, kind in vars(errors).items()
            if inspect.isclass(kind) and issubclass(kind, SakipError) and kind is not SakipError
        }
        if wrong := sorted(set(kinds) ^ set(PEMICU)):
            raise self.error(f"each error needs one way to provoke it: {', '.join(wrong)}")
        rows = [self._row(name, kind) for name, kind in kinds.items()]
        header = ("Class", "When", "What it says, to a programmer and to a planner")
        return self.table(header, "20 30 50", rows, lipat=True)

    def _row(self, name: str, kind: type[SakipError]) -> tuple[str, ...]:
        try:
            with contextlib.chdir(AKAR):
                PEMICU[name]()
        except kind as error:
            when = (inspect.getdoc(kind) or "").splitlines()[0].replace("`", "``")
            base = ", ".join(f"``{item.__name__}``" for item in kind.__bases__ if item is not SakipError)
            said = f"**str** *{plain(str(error))}*\n\n**kalimat** *{plain(error.kalimat)}*"
            return f"`~sakip.errors.{name}` ({base})", when, said
        raise self.error(f"nothing was raised where a {name} was to be")


def setup(app: Sphinx) -> dict[str, bool]:
    """Enter the directive."""
    app.add_directive("galat-table", GalatTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
