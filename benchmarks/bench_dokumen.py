"""Workbooks: `sakip` beside bare python-calamine and bare XlsxWriter, on the rows of a struktur table."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from _ukur import (
    Baris,
    Hasil,
    make_parser,
    peak_mib,
    print_lingkungan,
    print_segera,
    run_proses,
    timed,
)

Isi: TypeAlias = str | int

PASANGAN = 5
JUDUL = (
    "level", "id", "induk", "kode", "nama", "uraian", "jabatan",
    "id_indikator", "indikator", "satuan", "target_2025", "pagu_2025",
)  # fmt: skip
_SASARAN = {"baca": 2.5, "tulis": 1.5}
"""What the time is held to."""


def make_data(baris: int) -> Iterator[list[Isi]]:
    """Rows of a table as large as a province's: a program, its kegiatan, their sub kegiatan."""
    for nomor in range(baris):
        sub, keg = nomor % 100, nomor // 100
        level = "program" if not nomor else "kegiatan" if not sub else "sub_kegiatan"
        id = "P" if not nomor else f"K{keg}" if not sub else f"S{nomor}"
        induk = "" if not nomor else "P" if not sub else f"K{keg}" if keg else "P"
        kode = "1.06.04" if not nomor else f"1.06.04.2.{keg % 100:02}" + (f".{sub:04}" if sub else "")
        yield [
            level,
            id,
            induk,
            kode,
            f"Penyediaan Layanan Bagian {nomor % 700}",
            f"Terlaksananya penyediaan layanan bagi masyarakat nomor {nomor}",
            f"jab-{nomor % 80}",
            f"IK{nomor}",
            f"Jumlah orang yang mendapat layanan nomor {nomor}",
            "Orang",
            f"{nomor % 900} Orang",
            nomor * 1_250_000,
        ]


def read_sakip(path: Path) -> Any:
    """All sheets as grids of texts."""
    from sakip.dokumen._buka.berkas import open_kisi  # noqa: PLC0415  # each process imports one

    return open_kisi(path)


def read_asli(path: Path) -> Any:
    """The values of the first sheet."""
    import python_calamine  # noqa: PLC0415  # likewise

    return (
        python_calamine.CalamineWorkbook.from_path(path)
        .get_sheet_by_index(0)
        .to_python(skip_empty_area=False)
    )


def read_pohon(path: Path) -> Any:
    """The whole tree, every cell checked."""
    from sakip import read_struktur  # noqa: PLC0415  # likewise

    return read_struktur(path, jenis="bebas")


def write_sakip(path: Path, baris: Sequence[list[Isi]]) -> None:
    """As `write_struktur` writes its rows."""
    from sakip.dokumen._struktur.xlsx import write_tabel_xlsx  # noqa: PLC0415  # likewise

    write_tabel_xlsx(path, (), JUDUL, baris, frozenset({len(JUDUL) - 1}))


def write_asli(path: Path, baris: Sequence[list[Isi]]) -> None:
    """The same cells with the same formats."""
    import xlsxwriter  # noqa: PLC0415  # likewise

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        bold, number = book.add_format({"bold": True}), book.add_format({"num_format": "#,##0"})
        sheet = book.add_worksheet()
        for column, text in enumerate(JUDUL):
            sheet.write_string(0, column, text, bold)
        for row, cells in enumerate(baris, start=1):
            for column, isi in enumerate(cells):
                if isinstance(isi, str):
                    if isi:
                        sheet.write_string(row, column, isi)
                else:
                    sheet.write_number(row, column, isi, number)


BACA: dict[str, Callable[[Path], Any]] = {"sakip": read_sakip, "asli": read_asli, "pohon": read_pohon}
TULIS: dict[str, Callable[[Path, Sequence[list[Isi]]], None]] = {"sakip": write_sakip, "asli": write_asli}


def measure(what: str, path: Path, baris: int, pasangan: int) -> Hasil:
    """Pairs of runs, every other pair in the reverse order."""
    rows = list(make_data(baris)) if what == "tulis" else []
    seconds: dict[str, list[float]] = {"sakip": [], "asli": []}
    for nomor in range(pasangan + 1):  # the first warms up
        for name in list(seconds) if nomor % 2 else list(seconds)[::-1]:
            if what == "baca":
                took, hasil = timed(BACA[name], path)
            else:
                took, hasil = timed(TULIS[name], path.with_name(f"{name}.xlsx"), rows)
            del hasil
            if nomor:
                seconds[name].append(took)
    found = {name: statistics.median(took) for name, took in seconds.items()}
    found["rasio"] = statistics.median(
        one / other for one, other in zip(seconds["sakip"], seconds["asli"], strict=True)
    )
    return found


def measure_memory(what: str, path: Path, baris: int, cara: str) -> Hasil:
    """One run in a process of its own."""
    if what == "tulis":
        took, hasil = timed(TULIS[cara], path.with_name(f"{cara}.xlsx"), _Aliran(baris))
    else:
        took, hasil = timed(BACA[cara], path)
    del hasil
    return {"puncak": peak_mib(), "detik": took}


class _Aliran(Sequence[list[Isi]]):
    """Rows that are made when they are asked for, so that only what the writer holds is measured."""

    def __init__(self, baris: int) -> None:
        self.baris = baris

    def __len__(self) -> int:
        return self.baris

    def __iter__(self) -> Iterator[list[Isi]]:
        return make_data(self.baris)

    def __getitem__(self, index: Any) -> Any:
        raise NotImplementedError


def check(path: Path) -> Hasil:
    """Both ways read the same texts."""
    (kisi,) = read_sakip(path)
    for one, other in zip(kisi.baris, read_asli(path), strict=True):
        texts = [cell if isinstance(cell, str) else f"{cell:.0f}" for cell in other]
        if list(one) != texts[: len(one)] or any(texts[len(one) :]):
            raise SystemExit(f"berbeda: {one} dan {other}")
    return {"sama": 1.0}


def do_tugas(tugas: list[str]) -> Hasil:
    """What one process does."""
    what, name, *rest = tugas
    path = Path(name)
    if what == "data":
        write_asli(path, _Aliran(int(rest[0])))
        return {}
    if what == "periksa":
        return check(path)
    if what == "waktu":
        return measure(rest[0], path, int(rest[1]), int(rest[2]))
    return measure_memory(rest[0], path, int(rest[1]), rest[2])


def run(*tugas: object) -> Hasil:
    """One task in a process of its own."""
    return run_proses([__file__, "--tugas", *map(str, tugas)])


def make_rows(path: Path, baris: int, pasangan: int) -> Iterator[Baris]:
    """Time and memory of reading and writing."""
    for what, peer in (("baca", "calamine"), ("tulis", "XlsxWriter")):
        waktu = run("waktu", path, what, baris, pasangan)
        one, other = (run("memori", path, what, baris, cara)["puncak"] for cara in ("sakip", "asli"))
        yield Baris(f"{what}: waktu / {peer}", "on", waktu["rasio"], _SASARAN[what])
        yield Baris(f"{what}: sakip", "on", waktu["sakip"], satuan="detik")
        yield Baris(f"{what}: {peer}", "on", waktu["asli"], satuan="detik")
        yield Baris(f"{what}: memori puncak / {peer}", "on", one / other)
        yield Baris(f"{what}: memori puncak, sakip", "on", one, satuan="MiB")
        yield Baris(f"{what}: memori puncak, {peer}", "on", other, satuan="MiB")
    whole = run("memori", path, "baca", baris, "pohon")
    yield Baris("read_struktur, sampai pohon", "on", whole["detik"], satuan="detik")
    yield Baris("read_struktur: memori puncak", "on", whole["puncak"], satuan="MiB")


def main() -> None:
    """Measure, compare, print."""
    parser = make_parser(PASANGAN)
    parser.add_argument("--baris", type=int, default=100_000)
    options = parser.parse_args()
    if options.tugas:
        print(json.dumps(do_tugas(options.tugas)))
        return
    print_lingkungan(["python-calamine", "xlsxwriter"])
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "struktur.xlsx"
        run("data", path, options.baris)
        run("periksa", path)
        print("kedua cara membaca isi yang sama", file=sys.stderr)
        print_segera(make_rows(path, options.baris, options.putaran))


if __name__ == "__main__":
    main()
