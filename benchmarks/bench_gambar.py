"""What a picture costs a node, on trees of growing size, and beside the library that lays it out."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from typing import Any

from _data import make_sintetis
from _ukur import Baris, Hasil, make_parser, peak_mib, print_lingkungan, print_tabel, run_proses

UKURAN = (200, 2_000, 20_000)
ARAH = ("tegak", "mendatar")
_TUMBUH = 1.5
"""How much more a node may cost in the largest tree than in the smallest."""


def make_tree(banyak: int) -> Any:
    """Seven levels with sentences as long as those of real trees."""
    from sakip import PohonKinerja  # noqa: PLC0415  # the parent stays small
    from sakip.model import SIMPUL  # noqa: PLC0415  # likewise

    kalimat = "Tersedianya pelayanan yang bermutu bagi masyarakat kurang mampu"
    pohon = PohonKinerja("Bangku", jenis="bebas")
    pohon.add_many(
        (SIMPUL[row.jenis](row.id, uraian=f"{kalimat}: {row.nama}"), row.induk)
        for row in make_sintetis(banyak)
    )
    return pohon


def lay_out(pohon: Any) -> Any:
    """The places of the same nodes, by the library alone."""
    import igraph  # noqa: PLC0415  # likewise

    place = {simpul.id: number for number, simpul in enumerate(pohon)}
    edges = [(place[above.id], place[simpul.id]) for simpul in pohon if (above := pohon.parent(simpul.id))]
    return (
        igraph.Graph(n=len(place), edges=edges, directed=True)
        .layout_reingold_tilford(mode="out", root=[0])
        .coords
    )


def cpu(make: Callable[..., Any], *arguments: Any, kali: int) -> float:
    """Processor seconds of one call, of so many: other work on the machine is not counted."""
    start = time.process_time()
    for _ in range(kali):
        make(*arguments)
    return (time.process_time() - start) / kali


def measure(banyak: int, arah: str) -> Hasil:
    """Seconds of both, in turn, after one run to warm up; and the peak."""
    from sakip.gambar import Pandangan, draw_svg  # noqa: PLC0415  # likewise

    pohon = make_tree(banyak)
    pandangan = Pandangan(arah=arah)
    seconds: dict[str, list[float]] = {"svg": [], "tata": []}
    kali = max(1, 4_000 // banyak)
    for _ in range(4):
        seconds["svg"].append(cpu(draw_svg, pohon, pandangan, kali=kali))
        seconds["tata"].append(cpu(lay_out, pohon, kali=kali))
    found = {name: statistics.median(took[1:]) for name, took in seconds.items()}
    return {**found, "puncak": peak_mib()}


def make_rows(rounds: dict[str, list[Hasil]]) -> list[Baris]:
    """The cost of a node at each size, and how it grows."""
    rows: list[Baris] = []
    for arah in ARAH:
        middle = {
            banyak: {
                name: statistics.median(row[name] for row in rounds[f"{arah} {banyak}"])
                for name in rounds[f"{arah} {banyak}"][0]
            }
            for banyak in UKURAN
        }
        cost = {banyak: found["svg"] / banyak * 1e6 for banyak, found in middle.items()}
        for banyak, found in middle.items():
            rows.append(Baris(f"{arah}, {banyak} simpul", "on", cost[banyak], satuan="mikrodetik/simpul"))
            rows.append(
                Baris(f"{arah}, {banyak} simpul / tata letak igraph saja", "on", found["svg"] / found["tata"])
            )
        rows.append(
            Baris(
                f"{arah}: memori puncak, {UKURAN[-1]} simpul",
                "on",
                middle[UKURAN[-1]]["puncak"],
                satuan="MiB",
            )
        )
        rows.append(
            Baris(
                f"{arah}: biaya per simpul, {UKURAN[-1]} / {UKURAN[0]}",
                "on",
                cost[UKURAN[-1]] / cost[UKURAN[0]],
                _TUMBUH,
            )
        )
    return rows


def main() -> None:
    """Measure, compare, print."""
    parser = make_parser(3)
    options = parser.parse_args()
    if options.tugas:
        arah, banyak = options.tugas
        print(json.dumps(measure(int(banyak), arah)))
        return
    print_lingkungan(["igraph"])
    tasks = [(arah, str(banyak)) for arah in ARAH for banyak in UKURAN]
    rounds: dict[str, list[Hasil]] = {" ".join(task): [] for task in tasks}
    for nomor in range(options.putaran):
        for task in tasks if nomor % 2 == 0 else tasks[::-1]:
            rounds[" ".join(task)].append(run_proses([__file__, "--tugas", *task]))
    print_tabel(make_rows(rounds))


if __name__ == "__main__":
    main()
