"""A released preset never changes: what was saved under its name means the same for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakip.kebijakan import KEBIJAKAN
from sakip.serialization import dumps_kebijakan, loads_kebijakan

BERKAS = Path(__file__).with_name("data") / "kebijakan"


def test_every_preset_is_on_file() -> None:
    assert {path.stem for path in BERKAS.glob("*.json")} == set(KEBIJAKAN)


@pytest.mark.parametrize("nama", KEBIJAKAN)
def test_a_preset_is_what_it_was(nama: str) -> None:
    """These files are never edited: a new rule is a new name."""
    text = (BERKAS / f"{nama}.json").read_text(encoding="utf-8")
    assert loads_kebijakan(text) == KEBIJAKAN[nama]
    assert dumps_kebijakan(KEBIJAKAN[nama]) == text
