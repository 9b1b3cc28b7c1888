"""Loading and dumping one JSON file: `sakip` beside pydantic v2 and msgspec."""

from __future__ import annotations

import importlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from _ukur import (
    GC,
    Baris,
    Hasil,
    Putaran,
    make_parser,
    peak_mib,
    print_lingkungan,
    print_tabel,
    ratio,
    run_proses,
    run_putaran,
    set_collector,
    timed,
)

PUSTAKA = ("sakip", "pydantic", "msgspec")
UKURAN = (("load", "muat", 1 / 3), ("dump", "tulis", 1.0), ("peak", "memori puncak", 0.6))
"""What is measured, what the table calls it, and the most it may be of pydantic's."""


def measure(pustaka: str, path: str, collector: str) -> Hasil:
    """One library in this process: one load, one dump, and the peak of both together."""
    module = importlib.import_module(f"_json_{pustaka}")
    set_collector(collector)
    load, document = timed(module.load, path)
    peak_load = peak_mib()
    dump, text = timed(module.dump, document)
    peak = peak_mib()
    return {
        "load": load,
        "peak_load": peak_load,
        "dump": dump,
        "peak": peak,
        "values": module.count(document),
        "size": len(text),
    }


def make_rows(putaran: Putaran) -> Iterator[Baris]:
    """`sakip` by the others; its targets are against pydantic as it is used, with the collector on."""
    for name in PUSTAKA[1:]:
        for state in GC:
            goal = name == "pydantic" and state == "on"
            for key, label, target in (*UKURAN, ("peak_load", "memori puncak setelah muat", 0.6)):
                found = ratio(putaran, (f"sakip/{state}", key), (f"{name}/{state}", key))
                yield Baris(f"{label} / {name}", state, found, target if goal else None)


def check_values(putaran: Putaran) -> None:
    """Every library has to read the same number of values."""
    values = {row["values"] for round_ in putaran for row in round_.values()}
    if len(values) > 1:
        raise SystemExit(f"the libraries disagree: {sorted(values)}")


def main() -> None:
    """Measure everything in fresh processes and print one table."""
    parser = make_parser(putaran=3)
    parser.add_argument("--nodes", type=int, default=100_000, help="nodes in the file")
    options = parser.parse_args()
    if options.tugas and options.tugas[0] == "tulis":
        importlib.import_module("_json_sakip").write_file(int(options.tugas[1]), Path(options.tugas[2]))
        print("{}")
    elif options.tugas:
        print(json.dumps(measure(*options.tugas)))
    else:
        with tempfile.TemporaryDirectory() as folder:
            run(options.nodes, str(Path(folder) / "pohon.json"), options.putaran)


def run(nodes: int, path: str, rounds: int) -> None:
    """Write the file, measure, print."""
    print_lingkungan(("attrs", "cattrs", *PUSTAKA[1:]))
    run_proses([__file__, "--tugas", "tulis", str(nodes), path])
    print(f"{nodes} simpul, {Path(path).stat().st_size / 1e6:.0f} MB\n")
    tasks = {f"{name}/{state}": (name, path, state) for state in GC for name in PUSTAKA}
    putaran = run_putaran(__file__, tasks, rounds)
    check_values(putaran)
    print_tabel([*make_rows(putaran)])


if __name__ == "__main__":
    main()
