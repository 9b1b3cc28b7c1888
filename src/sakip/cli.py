"""The command line: ``sakip pohon|reviu|capaian|konversi``.

Exit codes: 0, done; 1, done, but something needs mending: findings of the kind
``kesalahan`` in ``reviu``, or in the measurements of ``capaian``, or rows that
``konversi`` has no place for; 2, a wrong call or a file that can't be used.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

import sakip
from sakip.alasan import Kekosongan
from sakip.berkas import decode, read_bytes
from sakip.capaian import Cakupan, Pembanding, compute_capaian
from sakip.dokumen import BarisSisa, HasilBaca, read_realisasi, read_struktur, write_struktur
from sakip.errors import BerkasError, SakipError
from sakip.gambar import draw_teks
from sakip.kebijakan import KEBIJAKAN, LKJIP, Kebijakan
from sakip.model import JenisInstansi
from sakip.pohon import PohonKinerja
from sakip.reviu import check
from sakip.serialization import dumps_laporan, loads_kebijakan, read_json, write_json
from sakip.skala import SKALA
from sakip.temuan import Temuan, Tingkat, count_tingkat

BERES, ADA_KESALAHAN, GALAT = 0, 1, 2
"""The exit codes."""

_BERKAS = "pohon kinerja: tabel struktur (.csv, .tsv) atau JSON sakip (.json)"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: The arguments without the program's name; those of the process by default.

    Returns:
        The exit code, 0, 1 or 2.

    >>> main(["pohon", "tidak-ada.csv"])
    2
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    arguments = make_parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except SakipError as error:
        print(f"sakip: {error.kalimat}", file=sys.stderr)
        return GALAT
    except BrokenPipeError:
        # The reader went away, as `head` does: say nothing more, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BERES
    return code


def make_parser() -> argparse.ArgumentParser:
    """The parser, with a verb for each command.

    >>> make_parser().prog
    'sakip'
    """
    parser = argparse.ArgumentParser(
        prog="sakip",
        description="Pohon kinerja, capaian, dan temuan SAKIP dari berkas CSV atau JSON.",
        epilog="Kode keluar: 0 beres; 1 ada temuan kesalahan; 2 perintah atau berkas tidak dapat dipakai.",
    )
    parser.add_argument("--version", action="version", version=f"sakip {sakip.__version__}")
    verbs = parser.add_subparsers(title="perintah", metavar="PERINTAH", required=True)

    show = _verb(verbs, "pohon", _run_pohon, "Tampilkan pohon dengan pemilik dan pagunya.")
    show.add_argument("--periode", help="tahun pagu yang ditampilkan, misalnya 2025")
    show.add_argument("--lebar", type=int, default=72, help="lebar kolom pohon dalam karakter (bawaan 72)")

    review = _verb(verbs, "reviu", _run_reviu, "Periksa sebuah berkas dan tampilkan temuannya.")
    review.add_argument("--json", action="store_true", help="keluarkan temuan sebagai JSON")

    figures = _verb(verbs, "capaian", _run_capaian, "Hitung capaian dari berkas realisasi.")
    figures.add_argument("realisasi", help="tabel realisasi (.csv, .tsv)")
    figures.add_argument("--periode", required=True, help='periode, misalnya 2025 atau "TW I 2025"')
    figures.add_argument(
        "--kebijakan",
        help=f"cara hitung: {', '.join(KEBIJAKAN)}, atau berkas JSON kebijakan sendiri (bawaan: milik pohon, lalu LKJIP)",
    )
    figures.add_argument("--skala", choices=sorted(SKALA), help="penggolongan capaian")
    figures.add_argument(
        "--cakupan",
        choices=[item.value for item in Cakupan],
        default=Cakupan.PERIODE.value,
        help="periode itu saja, atau kumulatif sampai akhir periode itu",
    )
    figures.add_argument(
        "--pembanding", choices=[item.value for item in Pembanding], help="target yang dibandingkan"
    )
    figures.add_argument(
        "--kosong",
        choices=[item.value for item in Kekosongan],
        default=Kekosongan.TOLAK.value,
        help="bila ada periode yang belum diisi: tolak angkanya, atau lewati periodenya",
    )
    figures.add_argument("--jelaskan", metavar="ID", help="jelaskan satu angka, menurut id indikator")
    forms = figures.add_mutually_exclusive_group()
    forms.add_argument(
        "--json", action="store_true", help="keluarkan laporan sebagai JSON, beserta langkahnya"
    )
    forms.add_argument("--csv", action="store_true", help="keluarkan baris laporan sebagai CSV")

    convert = _verb(verbs, "konversi", _run_konversi, "Ubah CSV menjadi JSON, atau sebaliknya.")
    convert.add_argument(
        "tujuan", help="berkas yang ditulis; akhirannya (.csv atau .json) menentukan bentuknya"
    )
    return parser


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: object, text: str
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(name, help=text, description=text)
    parser.add_argument("berkas", help=_BERKAS)
    parser.add_argument(
        "--instansi",
        choices=[item.value for item in JenisInstansi],
        default=JenisInstansi.PEMDA.value,
        help="jenis instansi untuk tabel yang tidak menyebutnya (bawaan pemda)",
    )
    parser.set_defaults(run=run)
    return parser


def _read(arguments: argparse.Namespace) -> HasilBaca[PohonKinerja]:
    """The tree of a file, with the findings of reading it."""
    if Path(arguments.berkas).suffix.lower() == ".json":
        return HasilBaca(read_json(arguments.berkas))
    return read_struktur(arguments.berkas, jenis=arguments.instansi)


def _warn(temuan: Iterable[Temuan], sisa: Sequence[BarisSisa] = ()) -> None:
    """Say beside the result what was noticed while reading."""
    for item in temuan:
        print(item, file=sys.stderr)
    if sisa:
        print(f"{len(sisa)} baris tidak terpakai.", file=sys.stderr)


def _run_pohon(arguments: argparse.Namespace) -> int:
    """``sakip pohon``: show a tree."""
    hasil = _read(arguments)
    print(hasil.dokumen.nama)
    print()
    print(draw_teks(hasil.dokumen, arguments.periode, lebar=arguments.lebar))
    _warn(hasil.temuan, hasil.sisa)
    return BERES


def _run_reviu(arguments: argparse.Namespace) -> int:
    """``sakip reviu``: every finding on a file."""
    hasil = _read(arguments)
    temuan = [*hasil.temuan, *check(hasil.dokumen)]
    if arguments.json:
        print(json.dumps([item.to_record() for item in temuan], ensure_ascii=False, indent=2))
    else:
        print(format_temuan(temuan))
    return ADA_KESALAHAN if count_tingkat(temuan)[Tingkat.KESALAHAN] else BERES


def format_temuan(temuan: Sequence[Temuan]) -> str:
    """Findings as text, one below the other, with a count.

    >>> print(format_temuan([]))
    Tidak ada temuan.
    """
    if not temuan:
        return "Tidak ada temuan."
    lines = []
    for item in temuan:
        lines.append(str(item))
        if item.saran:
            lines.append(f"       → {item.saran}")
    counts = ", ".join(
        f"{banyak} {tingkat.value}" for tingkat, banyak in count_tingkat(temuan).items() if banyak
    )
    return "\n".join([*lines, "", f"{len(temuan)} temuan: {counts}."])


def _run_capaian(arguments: argparse.Namespace) -> int:
    """``sakip capaian``: the figures of a period."""
    hasil = _read(arguments)
    terukur = read_realisasi(arguments.realisasi, periode=arguments.periode)
    laporan = compute_capaian(
        hasil.dokumen,
        terukur.dokumen,
        arguments.periode,
        _policy(arguments.kebijakan, arguments.skala, hasil.dokumen),
        cakupan=arguments.cakupan,
        pembanding=arguments.pembanding,
        kosong=arguments.kosong,
    )
    if arguments.jelaskan:
        print(laporan[arguments.jelaskan].explain())
    elif arguments.json:
        print(dumps_laporan(laporan), end="")
    elif arguments.csv:
        print(laporan.to_csv(), end="")
    else:
        for line in terukur.keterangan:
            print(f"# {line}")
        print(laporan)
    temuan = [*terukur.temuan, *laporan.temuan]
    _warn(temuan, terukur.sisa)
    return ADA_KESALAHAN if count_tingkat(temuan)[Tingkat.KESALAHAN] else BERES


def _policy(nama: str | None, skala: str | None, pohon: PohonKinerja) -> Kebijakan:
    """The policy by its name or its file, else the tree's own, else LKJIP; with the scale asked for."""
    if nama is None:
        kebijakan = pohon.kebijakan or LKJIP
    elif nama in KEBIJAKAN:
        kebijakan = KEBIJAKAN[nama]
    elif Path(nama).exists():
        kebijakan = loads_kebijakan(decode(read_bytes(nama), nama))
    else:
        raise BerkasError(nama, f"tidak ada, dan bukan nama kebijakan: {', '.join(KEBIJAKAN)}")
    if skala is None:
        return kebijakan
    return attrs.evolve(kebijakan, nama=f"{kebijakan.nama} + {skala}", skala=SKALA[skala])


def _run_konversi(arguments: argparse.Namespace) -> int:
    """``sakip konversi``: from CSV to JSON, or back."""
    hasil = _read(arguments)
    ending = Path(arguments.tujuan).suffix.lower()
    if ending == ".json":
        write_json(hasil.dokumen, arguments.tujuan)
    elif ending == ".csv":
        write_struktur(hasil, arguments.tujuan)
    else:
        print(f"sakip: {arguments.tujuan}: akhiran .csv atau .json diharapkan", file=sys.stderr)
        return GALAT
    _warn(hasil.temuan, hasil.sisa)
    lost = bool(hasil.sisa) and ending == ".json"
    print(f"{arguments.tujuan}: {len(hasil.dokumen)} simpul.")
    return ADA_KESALAHAN if lost else BERES
