"""Trees into JSON and back: flat, versioned, strict, exact.

One object per line in the lists, so that a file reads and compares well in
version control. Every node names its parent; the tree is linked afterwards. A
file of an older version is migrated, one of a newer version is refused.
"""

from __future__ import annotations

from sakip.serialization._json import dumps, loads, read_json, write_json
from sakip.serialization._kebijakan import (
    dumps_capaian,
    dumps_kebijakan,
    dumps_laporan,
    dumps_lke,
    loads_capaian,
    loads_kebijakan,
    loads_lke,
)
from sakip.serialization._migrasi import MIGRASI, VERSI, migrate
from sakip.serialization._skema import make_schema

__all__ = [
    "MIGRASI",
    "VERSI",
    "dumps",
    "dumps_capaian",
    "dumps_kebijakan",
    "dumps_laporan",
    "dumps_lke",
    "loads",
    "loads_capaian",
    "loads_kebijakan",
    "loads_lke",
    "make_schema",
    "migrate",
    "read_json",
    "write_json",
]
