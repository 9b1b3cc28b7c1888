"""Building a tree, rolling it up, and editing one leaf: `sakip` beside five others."""

from __future__ import annotations

import importlib
import json
import statistics
from collections.abc import Iterator

from _data import NOMENKLATUR, read_tree
from _ukur import (
    GC,
    Baris,
    Hasil,
    Putaran,
    make_parser,
    median,
    peak_mib,
    print_lingkungan,
    print_tabel,
    ratio,
    run_putaran,
    set_collector,
    timed,
)

PUSTAKA = ("sakip", "objek", "networkx", "anytree", "treelib", "bigtree")
BANGUN = {"anytree": 2.0, "treelib": 1.0, "bigtree": 1.0}
GULUNG = {"anytree": 1.0, "networkx": 1 / 1.5}
UKURAN = ("1000", "10000", "100000")
MIKRODETIK = 100.0
"""What "microseconds, whatever the size" is held to."""
_EDIT = 201


def measure(pustaka: str, sumber: str, collector: str) -> Hasil:
    """One library, one tree, in this process."""
    pohon_class = importlib.import_module(f"_pohon_{pustaka}").Pohon
    rows = read_tree(sumber)
    set_collector(collector)
    build, pohon = timed(pohon_class, rows)
    peak = peak_mib()
    first, sums = timed(pohon.roll_up)
    again, sums = timed(pohon.roll_up)
    leaf, expected = rows[-1], sums[rows[0].id]
    edits = []
    for step in range(1, _EDIT):
        edits.append(timed(pohon.edit, sums, leaf._replace(pagu=leaf.pagu + step))[0])
        if sums[rows[0].id] != expected + step:
            raise SystemExit(f"{pustaka}: the edit did not reach the root")
    edit = statistics.median(edits) * 1e6
    return {"build": build, "first": first, "again": again, "edit": edit, "peak": peak, "total": expected}


def make_rows(putaran: Putaran, pohon: str, state: str) -> Iterator[Baris]:
    """The rows of one tree with the collector in one state."""
    us = f"sakip/{pohon}/{state}"
    for name in PUSTAKA[1:]:
        other = f"{name}/{pohon}/{state}"
        label = "nx.dfs_postorder_nodes" if name == "networkx" else name
        yield Baris(
            f"{pohon}: bangun / {name}",
            state,
            ratio(putaran, (us, "build"), (other, "build")),
            BANGUN.get(name),
        )
        yield Baris(
            f"{pohon}: gulung pertama / {label}",
            state,
            ratio(putaran, (us, "first"), (other, "first")),
            GULUNG.get(name),
        )
        yield Baris(f"{pohon}: ubah daun / {name}", state, ratio(putaran, (us, "edit"), (other, "edit")))
        yield Baris(f"{pohon}: memori puncak / {name}", state, ratio(putaran, (us, "peak"), (other, "peak")))
    yield Baris(
        f"{pohon}: gulung ulang / gulung pertama", state, ratio(putaran, (us, "again"), (us, "first")), 0.1
    )


def make_edit_rows(putaran: Putaran) -> Iterator[Baris]:
    """One edited leaf at three sizes."""
    for size in UKURAN:
        edit = median(putaran, f"sakip/{size}", "edit")
        yield Baris(f"sintetis {size}: ubah daun, sakip", "on", edit, MIKRODETIK, "us")
    grown = ratio(putaran, (f"sakip/{UKURAN[-1]}", "edit"), (f"sakip/{UKURAN[0]}", "edit"))
    yield Baris(f"ubah daun: {UKURAN[-1]} / {UKURAN[0]} simpul", "on", grown)


def check_totals(putaran: Putaran, pohon: str) -> None:
    """Every library has to give the same sum at the root."""
    totals = {row["total"] for round_ in putaran for name, row in round_.items() if f"/{pohon}/" in name}
    if len(totals) > 1:
        raise SystemExit(f"{pohon}: the libraries disagree: {sorted(totals)}")


def main() -> None:
    """Measure everything in fresh processes and print one table."""
    parser = make_parser(putaran=5)
    parser.add_argument("--nodes", type=int, default=100_000, help="nodes of the synthetic tree")
    parser.add_argument(
        "--nomenklatur", default=str(NOMENKLATUR), help="CSV: jenis_pemda, kode and maybe nama"
    )
    options = parser.parse_args()
    if options.tugas:
        print(json.dumps(measure(*options.tugas)))
        return
    print_lingkungan(("attrs", *PUSTAKA[2:]))
    trees = {f"sintetis {options.nodes}": str(options.nodes), "nomenklatur": options.nomenklatur}
    tasks = {
        f"{name}/{pohon}/{state}": (name, source, state)
        for pohon, source in trees.items()
        for state in GC
        for name in PUSTAKA
    }
    tasks |= {f"sakip/{size}": ("sakip", size, "on") for size in UKURAN}
    putaran = run_putaran(__file__, tasks, options.putaran)
    for pohon in trees:
        check_totals(putaran, pohon)
    rows = [row for pohon in trees for state in GC for row in make_rows(putaran, pohon, state)]
    print_tabel([*rows, *make_edit_rows(putaran)])


if __name__ == "__main__":
    main()
