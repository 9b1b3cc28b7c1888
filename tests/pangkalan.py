"""PostgreSQL for a test: a cluster of its own in a folder of its own, reached through a socket alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

NAMA = "sakip"


def find_postgresql() -> Path | None:
    """The folder with ``initdb`` and ``pg_ctl``: that on the path, else the newest that Debian has."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in installed), key=lambda path: float(path.parent.name), default=None)


@contextmanager
def start_postgresql(programs: Path) -> Iterator[dict[str, str]]:
    """A server that is gone afterwards, and what libpq needs to reach it.

    It refuses to run as root; there it runs as ``postgres``, whom its package brings.
    """
    with tempfile.TemporaryDirectory(prefix="sakip-pg-") as folder:
        data, log = f"{folder}/data", f"{folder}/log"
        as_user: Sequence[str] = ()
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
            as_user = ("runuser", "-u", "postgres", "--")

        def run(program: str, *arguments: str) -> None:
            subprocess.run([*as_user, str(programs / program), *arguments], check=True, cwd=folder)

        run("initdb", "--pgdata", data, "--username", NAMA, "--auth", "trust", "--encoding", "UTF8")
        settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "start", "--wait", "--pgdata", data, "--log", log, "--options", settings)
        try:
            yield {"PGHOST": folder, "PGUSER": NAMA, "PGDATABASE": "postgres"}
        finally:
            run("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", data)
