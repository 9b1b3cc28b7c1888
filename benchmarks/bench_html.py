"""The report as a page: how soon a browser shows it, beside a bare table of the same rows, and what it costs to write.

The floor is HTML without a line of style or script that holds the same texts: what a
browser needs for the rows themselves. Needs Chromium and playwright.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from _ukur import Baris, Hasil, make_parser, peak_mib, print_lingkungan, print_segera, run_proses, timed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

UKURAN = (200, 2_000, 20_000)
"""Nodes of the trees that are written."""
DIBUKA = 2_000
"""Nodes of the tree that is opened."""
_WAKTU = """() => {
  const page = performance.getEntriesByType("navigation")[0];
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return { siap: page.domContentLoadedEventEnd, lukis: paint.startTime, muat: page.loadEventEnd };
}"""


def write(simpul: int, folder: Path) -> Hasil:
    """The seconds for each node of writing the page, and of making what it shows."""
    from _html_data import bare_table, make_laporan, make_pohon  # noqa: PLC0415  # the parent stays small
    from sakip.capaian import roll_up  # noqa: PLC0415  # likewise
    from sakip.gambar import write_html  # noqa: PLC0415  # likewise

    pohon = make_pohon(simpul)
    hitung, laporan = timed(make_laporan, pohon)
    gulungan = roll_up(pohon, laporan)
    path = folder / "laporan.html"
    tulis, _ = timed(lambda: write_html(pohon, path, laporan=laporan, gulungan=gulungan, temuan=()))
    (folder / "tabel.html").write_text(bare_table(laporan), encoding="utf-8")
    return {
        "tulis": tulis / simpul,
        "hitung": hitung / simpul,
        "bita": path.stat().st_size / simpul,
        "puncak": peak_mib(),
    }


def find_chromium() -> str:
    """The program; empty where there is none."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""


def open_pages(program: str, folder: Path, putaran: int) -> dict[str, list[Hasil]]:
    """The milliseconds of both pages, opened in turn, every other round in the reverse order."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # likewise

    names = ["laporan", "tabel"]
    seen: dict[str, list[Hasil]] = {name: [] for name in names}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for nomor in range(putaran + 1):  # the first warms up
            for name in names if nomor % 2 else names[::-1]:
                took = _open(browser, (folder / f"{name}.html").as_uri())
                if nomor:
                    seen[name].append(took)
        browser.close()
    return seen


def _open(browser: Browser, alamat: str) -> Hasil:
    with browser.new_context(offline=True, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(alamat)
        page.wait_for_function('performance.getEntriesByName("first-contentful-paint").length > 0')
        took: Hasil = page.evaluate(_WAKTU)
        return took


def _compare(seen: dict[str, list[Hasil]], nama: str) -> float:
    return statistics.median(
        one[nama] / floor[nama] for one, floor in zip(seen["laporan"], seen["tabel"], strict=True)
    )


def rows(arguments: argparse.Namespace) -> Iterator[Baris]:
    """What was measured, as soon as it is."""
    with tempfile.TemporaryDirectory() as name:
        costs = {}
        for simpul in UKURAN:
            folder = Path(name) / str(simpul)
            folder.mkdir()
            costs[simpul] = run_proses([__file__, "--tugas", str(simpul), str(folder)])
            took = costs[simpul]
            yield Baris(f"menulis {simpul:,} simpul", "on", took["tulis"] * 1e6, satuan="mikrodetik/simpul")
            yield Baris("  / menghitung laporannya", "on", took["tulis"] / took["hitung"])
            yield Baris("  besar berkas", "on", took["bita"] / 1024, satuan="KiB/simpul")
            yield Baris("  memori puncak", "on", took["puncak"], satuan="MiB")
        first, last = costs[UKURAN[0]], costs[UKURAN[-1]]
        yield Baris("satu simpul, pohon terbesar / terkecil", "on", last["tulis"] / first["tulis"], 1.5)
        program = find_chromium()
        if not program:
            print("tidak ada Chromium: pembukaan halaman tidak diukur")
            return
        seen = open_pages(program, Path(name) / str(DIBUKA), arguments.putaran)
        for nama, perkara in (
            ("lukis", "tampil pertama"),
            ("siap", "siap dipakai"),
            ("muat", "selesai dimuat"),
        ):
            middle = statistics.median(row[nama] for row in seen["laporan"])
            yield Baris(f"{DIBUKA:,} simpul, {perkara}", "on", middle, satuan="milidetik")
            yield Baris("  / tabel polos", "on", _compare(seen, nama), 1.0)


def main() -> None:
    """Run what was asked for."""
    arguments = make_parser(putaran=7).parse_args()
    if arguments.tugas:
        simpul, folder = arguments.tugas
        print(json.dumps(write(int(simpul), Path(folder))))
        return
    print_lingkungan(("attrs", "playwright"))
    print_segera(rows(arguments))


if __name__ == "__main__":
    main()
