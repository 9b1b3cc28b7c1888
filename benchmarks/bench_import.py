"""`import sakip` beside the imports that it puts off until they are needed."""

from __future__ import annotations

import importlib
import json
import sys
import time

from _ukur import Baris, Hasil, make_parser, print_lingkungan, print_tabel, ratio, run_putaran

IMPOR = {
    "sakip": ("sakip",),
    "model": ("sakip.model",),
    "semua": ("sakip.serialization", "sakip.capaian", "sakip.dokumen", "sakip.reviu"),
    "pembanding": ("networkx", "cattrs", "dateutil.parser"),
}
MALAS = ("networkx", "cattrs")
"""What ``import sakip`` must not bring along."""


def measure(*modules: str) -> Hasil:
    """The seconds of some imports in this process, and how many heavy modules came along."""
    start = time.perf_counter()
    for name in modules:
        importlib.import_module(name)
    seconds = time.perf_counter() - start
    return {"import": seconds, "heavy": sum(name in sys.modules for name in MALAS)}


def main() -> None:
    """Measure everything in fresh processes and print one table."""
    options = make_parser(putaran=15).parse_args()
    if options.tugas:
        print(json.dumps(measure(*options.tugas)))
        return
    print_lingkungan(("attrs", "cattrs", "networkx", "python-dateutil"))
    putaran = run_putaran(__file__, IMPOR, options.putaran + 1)[1:]  # the first one writes the bytecode
    peer = ("pembanding", "import")
    labels = {
        "sakip": "import sakip",
        "model": "import sakip.model",
        "semua": "import sakip.serialization, .capaian, .dokumen, .reviu",
    }
    rows = [
        Baris(label, "on", ratio(putaran, (name, "import"), peer), 0.35 if name == "sakip" else None)
        for name, label in labels.items()
    ]
    heavy = max(row["sakip"]["heavy"] for row in putaran)
    rows.append(Baris("networkx, cattrs dalam sys.modules setelah import sakip", "on", heavy, 0.0, "modul"))
    print("pembanding: import networkx, cattrs, dateutil.parser\n")
    print_tabel(rows)


if __name__ == "__main__":
    main()
