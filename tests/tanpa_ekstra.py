"""Run where the core alone is installed: everything imports, and what needs an extra says which.

python tests/tanpa_ekstra.py
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import attrs

import sakip
from sakip.errors import EkstraError
from sakip.gambar import plot_predikat
from sakip.reviu import ATURAN
from sakip.skala import SKALA_PERMENDAGRI_86

INTI = {"attrs", "cattrs", "networkx", "python-dateutil"}


def make_pohon() -> sakip.PohonKinerja:
    pohon = sakip.PohonKinerja("Dinas Contoh")
    pohon.add(sakip.Outcome("O1", uraian="Sejahtera", indikator=[sakip.Indikator(id="IK1", nama="Indeks")]))
    return pohon


def list_cases(folder: Path) -> dict[str, list[Callable[[], object]]]:
    """For every extra, calls that need it."""
    from sakip.bentuk import PerjanjianKinerja  # noqa: PLC0415  # each is a call of a user
    from sakip.gambar import draw_svg, write_gambar  # noqa: PLC0415  # likewise

    berskala = attrs.evolve(sakip.LKJIP, skala=SKALA_PERMENDAGRI_86)
    pk = PerjanjianKinerja(pihak_pertama="Kepala Dinas")
    (folder / "buku.xlsx").write_bytes(b"PK\x03\x04")
    return {
        "excel": [
            lambda: sakip.write_dokumen(pk, folder / "pk.xlsx"),
            lambda: sakip.read_dokumen(folder / "buku.xlsx"),
        ],
        "docx": [lambda: sakip.write_dokumen(pk, folder / "pk.docx")],
        "gambar": [
            lambda: draw_svg(make_pohon()),
            lambda: write_gambar(make_pohon(), folder / "pohon.png"),
        ],
        "tabel": [lambda: importlib.import_module("sakip.tabel")],
        "plot": [lambda: plot_predikat(sakip.compute_capaian(make_pohon(), [], 2025, berskala))],
        "reviu": [lambda: list(ATURAN["SKP011"](make_pohon()))],
    }


def ask(call: Callable[[], object]) -> str:
    """The extra that a call asks for; empty where it asks for none."""
    try:
        call()
    except EkstraError as error:
        return error.ekstra
    return ""


def main() -> None:
    """Import everything, then ask for each extra."""
    for module in pkgutil.walk_packages(sakip.__path__, "sakip."):
        if module.name != "sakip.__main__":
            said = ask(functools.partial(importlib.import_module, module.name))
            assert said == ("tabel" if module.name.startswith("sakip.tabel") else ""), (module.name, said)
    with tempfile.TemporaryDirectory() as folder:
        cases = list_cases(Path(folder))
        for ekstra, calls in cases.items():
            for call in calls:
                said = ask(call)
                assert said == ekstra, (said, ekstra)
    print(f"the core alone: every module imports, and {len(cases)} extras are asked for by name")


if __name__ == "__main__":
    main()
