"""What tests share: the engines, and the programs that not every machine has."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from mesin import Mesin
    from pengolah import Pengolah

NAMA_MESIN = ("pandas", "pandas-arrow", "polars", "polars-lazy", "pyarrow", "duckdb")


def _leave_out(bagian: str, lacking: str) -> NoReturn:
    """Skip a test for what this machine lacks; fail it where that part is asked for."""
    if bagian in os.environ.get("SAKIP_WAJIB", ""):
        pytest.fail(lacking)
    pytest.skip(lacking)


@pytest.fixture(params=NAMA_MESIN)
def mesin(request: pytest.FixtureRequest) -> Mesin:
    """One engine after the other: how it gets a table, and how the rows come back."""
    from mesin import MESIN  # noqa: PLC0415  # the other tests need none of the engines

    assert tuple(MESIN) == NAMA_MESIN
    return MESIN[request.param]


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Pengolah:
    """LibreOffice with a profile of its own."""
    from pengolah import Pengolah, find_libreoffice  # noqa: PLC0415  # the other tests don't need it

    program = find_libreoffice()
    if not program:
        _leave_out(
            "libreoffice",
            "there is no LibreOffice on this machine: the tests that open written files in it were left out",
        )
    return Pengolah.make(program, tmp_path_factory.mktemp("profil"))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[dict[str, str]]:
    """A PostgreSQL of its own: what libpq needs to reach it."""
    from pangkalan import find_postgresql, start_postgresql  # noqa: PLC0415  # the other tests don't need it

    programs = find_postgresql()
    if programs is None:
        _leave_out(
            "postgresql", "there is no PostgreSQL on this machine: the Django example was not tested on it"
        )
    with start_postgresql(programs) as reach:
        yield reach


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium without a window."""
    from peramban import find_chromium, open_chromium  # noqa: PLC0415  # the other tests don't need it

    program = find_chromium()
    if not program:
        _leave_out(
            "chromium", "there is no Chromium, or no playwright: the tests that look at pages were left out"
        )
    with open_chromium(program) as browser:
        yield browser


@pytest.fixture
def halaman(chromium: Browser) -> Iterator[Page]:
    """An empty page; the test fails if it complains in its console or asks the network for anything."""
    from peramban import open_halaman  # noqa: PLC0415  # likewise

    with open_halaman(chromium) as page:
        yield page


@pytest.fixture(scope="session")
def graphviz() -> str:
    """The program ``dot``."""
    program = shutil.which("dot")
    if not program:
        _leave_out(
            "graphviz", "there is no Graphviz on this machine: the tests that draw with it were left out"
        )
    return str(program)


def _missing_for_spark() -> str:
    """What a test on Spark lacks here, as a sentence; empty when it lacks nothing."""
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed: the tests on Spark were left out"
    return "" if _find_java() else "there is no Java on this machine: the tests on Spark were left out"


def _find_java() -> str:
    """The home of the Java that is on the path, else of the one that is named; empty without one."""
    named = os.environ.get("JAVA_HOME")
    found = shutil.which("java") or (named and shutil.which("java", path=f"{named}/bin"))
    return str(Path(found).resolve().parent.parent) if found else ""


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """One quiet local session, strict about arithmetic."""
    if lacking := _missing_for_spark():
        _leave_out("spark", lacking)
    from pyspark.sql import SparkSession  # noqa: PLC0415  # not everybody has it

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_HOME", _find_java())
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master("local[2]").appName("sakip")
        for name, value in {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.sql.ansi.enabled": "true",
            "spark.sql.shuffle.partitions": "2",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.memory": "1g",
        }.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()
