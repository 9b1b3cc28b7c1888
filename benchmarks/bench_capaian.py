"""One capaian after the other: `Kebijakan` beside the shortest function that gives the same number."""

from __future__ import annotations

import json
import random
import statistics
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeAlias

from _ukur import (
    GC,
    Baris,
    Hasil,
    Putaran,
    make_parser,
    median,
    print_lingkungan,
    print_tabel,
    run_putaran,
    set_collector,
    timed,
)

Pasangan: TypeAlias = tuple[Decimal, Decimal, str]

PASANGAN, ULANG = 20_000, 5
CARA = {
    "compare": "compare, nilai terbaca",
    "capaian": "capaian, dari teks",
    "alasan": "compare, hanya yang tanpa angka",
    "langkah": "compare dan langkahnya",
    "langkah_saja": "langkah saja",
}
_SERATUS = Decimal(100)


def make_pasangan(banyak: int) -> list[Pasangan]:
    """Targets above zero with two decimals; 30 % of them turun."""
    acak = random.Random(7)  # noqa: S311  # not for secrets
    return [
        (
            Decimal(acak.randint(100, 99_999)).scaleb(-2),
            Decimal(acak.randint(0, 150_000)).scaleb(-2),
            "turun" if acak.random() < 0.3 else "naik",
        )
        for _ in range(banyak)
    ]


def polos(target: Decimal, realisasi: Decimal, polaritas: str) -> Decimal | None:
    """The shortest that gives the same number."""
    if target <= 0:
        return None
    return (2 * target - realisasi if polaritas == "turun" else realisasi) * _SERATUS / target


def fastest(run: Callable[[], object]) -> float:
    """The seconds of one run, the median of several."""
    return statistics.median(timed(run)[0] for _ in range(ULANG))


def measure(collector: str) -> Hasil:
    """All ways in one process, seconds for all pairs."""
    from decimal import getcontext  # noqa: PLC0415  # as precise as sakip

    from sakip import LKJIP  # noqa: PLC0415  # the parent stays small
    from sakip.angka import Angka  # noqa: PLC0415  # likewise
    from sakip.kebijakan import Polaritas  # noqa: PLC0415  # likewise

    getcontext().prec = 34
    pairs = make_pasangan(PASANGAN)
    read = [(Angka(t), Angka(r), Polaritas(way)) for t, r, way in pairs]
    texts = [(_tulis(t), _tulis(r), way) for t, r, way in pairs]
    empty = [(Angka(0), r, way) for _, r, way in read]
    made = [LKJIP.compare(*row) for row in read]
    wrong = sum(one.nilai != polos(*pair) for one, pair in zip(made, pairs, strict=True))
    wrong += sum(LKJIP.capaian(*row).nilai != one.nilai for row, one in zip(texts, made, strict=True))
    if wrong:
        raise SystemExit(f"{wrong} numbers differ")
    set_collector(collector)
    return {
        "polos": fastest(lambda: _each(polos, pairs)),
        "compare": fastest(lambda: _each(LKJIP.compare, read)),
        "capaian": fastest(lambda: _each(LKJIP.capaian, texts)),
        "alasan": fastest(lambda: _each(LKJIP.compare, empty)),
        "langkah": fastest(lambda: [LKJIP.compare(*row).langkah for row in read]),
        "langkah_saja": fastest(lambda: [item.langkah for item in made]),
    }


def _tulis(nilai: Decimal) -> str:
    """A number as a document prints it."""
    return f"{nilai:.2f} %".replace(".", ",")


def _each(make: Callable[..., object], rows: Sequence[tuple[object, ...]]) -> None:
    for row in rows:
        make(*row)


def make_rows(putaran: Putaran, state: str) -> list[Baris]:
    """Pairs a second, and how many times the plain function each way costs."""
    proses = f"capaian/{state}"
    rows = [Baris("polos: pasangan per detik", state, PASANGAN / median(putaran, proses, "polos"), satuan="")]
    for nama, kata in CARA.items():
        ratios = statistics.median(row[proses][nama] / row[proses]["polos"] for row in putaran)
        rows.append(
            Baris(f"{kata}: pasangan per detik", state, PASANGAN / median(putaran, proses, nama), satuan="")
        )
        rows.append(Baris(f"{kata} / polos", state, ratios))
    return rows


def main() -> None:
    """Measure, compare, print."""
    options = make_parser(putaran=5).parse_args()
    if options.tugas:
        print(json.dumps(measure(options.tugas[0])))
        return
    print_lingkungan(["attrs"])
    putaran = run_putaran(__file__, {f"capaian/{state}": [state] for state in GC}, options.putaran)
    print_tabel([row for state in GC for row in make_rows(putaran, state)])


if __name__ == "__main__":
    main()
