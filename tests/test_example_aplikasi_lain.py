"""Programs in other languages get the same figure, with nothing but the JSON form and the command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

import sakip
from sakip.serialization import loads, make_schema

CONTOH = Path(__file__).parents[1] / "examples" / "aplikasi-lain"
PENUH = Decimal(880) / 1000 * 100 / Decimal("93.59") * 100


def test_the_tree_follows_the_schema_and_is_read() -> None:
    text = (CONTOH / "pohon.json").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator(make_schema()).validate(json.loads(text))
    pohon = loads(text)
    assert [simpul.id for simpul in pohon] == ["O1", "C1", "P1"]
    baris = sakip.compute_capaian(
        pohon, [sakip.Realisasi("IK1", "2025", pembilang=880, penyebut=1000)], "2025"
    )["IK1"]
    assert baris.nilai == pytest.approx(PENUH)


@pytest.mark.parametrize(
    ("program", "perintah"), [("php", ("capaian.php",)), ("go", ("run", "capaian.go"))], ids=("php", "go")
)
def test_the_program_prints_the_figure(program: str, perintah: tuple[str, ...], tmp_path: Path) -> None:
    if not (found := shutil.which(program)):
        pytest.skip(f"there is no {program} on this machine: its example was not run")
    (tmp_path / "sakip").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sakip "$@"\n', encoding="utf-8")
    (tmp_path / "sakip").chmod(0o755)
    environment = os.environ | {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "GOCACHE": str(tmp_path / "go"),
    }
    said = subprocess.run(
        [found, *perintah], cwd=CONTOH, env=environment, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    nama, _, angka = said.stdout.strip().partition(": ")
    assert nama == "Persentase PPKS yang tertangani"
    assert round(Decimal(angka), 2) == round(PENUH, 2)
