"""What a review costs a node, on trees of growing size; the floor is one pass over the same nodes and indikator."""

from __future__ import annotations

import json
import statistics
from typing import Any

from _ukur import Baris, Hasil, make_parser, peak_mib, print_lingkungan, print_tabel, run_proses, timed

UKURAN = (1_000, 10_000, 100_000)
_TUMBUH = 1.3
"""How much more a node may cost in the largest tree than in the smallest."""


def make_tree(banyak: int) -> Any:
    """Programs of three kegiatan each, with indikator, targets and money, under one outcome."""
    from sakip import Indikator, Kegiatan, Outcome, PohonKinerja, Program  # noqa: PLC0415  # the parent stays small

    def measured(id: str, nama: str) -> Indikator:
        return Indikator(id=id, nama=nama, satuan="%", target={2025: "80 %", 2026: "85 %"}, polaritas="naik")

    pohon = PohonKinerja("Bangku", jenis="bebas")
    rows: list[Any] = [(Outcome("O", uraian="Meningkatnya mutu hidup"), None)]
    for number in range(banyak // 4):
        program, name = f"P{number}", f"Persentase mutu {number}"
        kode = f"1.06.{number % 90 + 1:02d}"
        rows.append(
            (
                Program(
                    program,
                    kode=kode,
                    nama=f"Program {number}",
                    uraian=f"Meningkatnya mutu {number}",
                    indikator=[measured(f"{program}.1", name)],
                    pagu={2025: 3},
                ),
                "O",
            )
        )
        for part in range(3):
            id = f"K{number}-{part}"
            item = measured(f"{id}.1", f"Persentase mutu {number} bagian {part}")
            rows.append(
                (
                    Kegiatan(
                        id,
                        nama=f"Kegiatan {number} {part}",
                        uraian=f"Tersedianya mutu {number} {part}",
                        indikator=[item],
                        pagu={2025: 1},
                    ),
                    program,
                )
            )
    pohon.add_many(rows)
    return pohon


def measure(banyak: int) -> Hasil:
    """One review, and one pass over the tree, in a process of its own."""
    from sakip import check  # noqa: PLC0415  # the parent stays small

    pohon = make_tree(banyak)
    took, found = timed(check, pohon)
    floor, _ = timed(lambda: [(simpul.uraian, item.nama) for simpul in pohon for item in simpul.indikator])
    return {"reviu": took, "lantai": floor, "temuan": float(len(found)), "puncak": peak_mib()}


def main() -> None:
    """Measure every size, print one table."""
    options = make_parser(putaran=3).parse_args()
    if options.tugas:
        print(json.dumps(measure(int(options.tugas[0]))))
        return
    print_lingkungan(("attrs", "networkx"))
    rows: list[Baris] = []
    costs: dict[int, float] = {}
    for banyak in UKURAN:
        runs = [run_proses([__file__, "--tugas", str(banyak)]) for _ in range(options.putaran)]
        middle = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
        costs[banyak] = middle["reviu"] / banyak
        rows.append(
            Baris(f"reviu, {banyak} simpul: mikrodetik per simpul", "on", costs[banyak] * 1e6, satuan="µs")
        )
        rows.append(
            Baris(f"reviu, {banyak} simpul / satu kali jalan", "on", middle["reviu"] / middle["lantai"])
        )
        rows.append(Baris(f"reviu, {banyak} simpul: memori puncak", "on", middle["puncak"], satuan="MiB"))
    grown = costs[UKURAN[-1]] / costs[UKURAN[0]]
    rows.append(Baris(f"biaya per simpul, {UKURAN[-1]} / {UKURAN[0]} simpul", "on", grown, _TUMBUH))
    print_tabel(rows)


if __name__ == "__main__":
    main()
