"""The Django example: its own tests, on SQLite and on PostgreSQL, with every warning an error."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SITUS = Path(__file__).parents[1] / "examples" / "django"
UMUM = {"PENGEMBANGAN": "1", "PYTHONWARNINGS": "error", "PYTHONDONTWRITEBYTECODE": "1"}


def _manage(*arguments: str, **environment: str) -> str:
    """Run ``manage.py``; what it said."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=SITUS,
        env=_inherited() | UMUM | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def _inherited() -> dict[str, str]:
    """This environment without a database of the user's."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def _count(said: str) -> tuple[int, int]:
    """How many tests ran, and how many of them were skipped."""
    ran = re.search(r"^Ran (\d+) tests", said, re.MULTILINE)
    skipped = re.search(r"^OK \(skipped=(\d+)\)", said, re.MULTILINE)
    assert ran
    return int(ran[1]), int(skipped[1]) if skipped else 0


def test_on_sqlite() -> None:
    ran, skipped = _count(_manage("test"))
    assert ran > 50
    assert skipped == 2  # two at once: SQLite locks the whole file, and has no lock of a row


@pytest.mark.postgresql
def test_on_postgresql(postgresql: dict[str, str]) -> None:
    ran, skipped = _count(_manage("test", **postgresql))
    assert ran > 50
    assert skipped == 0


def test_the_migrations_are_those_of_the_models() -> None:
    assert "No changes detected" in _manage("makemigrations", "--check", "--dry-run")


def test_a_deployed_site_is_safe() -> None:
    kunci = "".join(chr(33 + 7 * place % 90) for place in range(60))
    said = _manage(
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        PENGEMBANGAN="",
        KUNCI_RAHASIA=kunci,
        SITUS="contoh.go.id",
    )
    assert "no issues" in said


def test_a_site_without_a_key_signs_nothing() -> None:
    with pytest.raises(AssertionError, match="SECRET_KEY setting must not be empty"):
        _manage(
            "shell",
            "-c",
            "from django.core import signing; signing.dumps(1)",
            PENGEMBANGAN="",
            KUNCI_RAHASIA="",
        )
