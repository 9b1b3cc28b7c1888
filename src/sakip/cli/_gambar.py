"""``sakip gambar``: a picture of a tree."""

from __future__ import annotations

import argparse

from sakip.cli._layar import Layar
from sakip.cli._masukan import compute_laporan, read_pohon, warn
from sakip.cli._perintah import BERES, Perintah, add_instansi, add_pohon, add_ukuran
from sakip.gambar import AKHIRAN, Arah, Halaman, Pandangan, Penata, write_gambar
from sakip.kertas import Kertas
from sakip.model import SIMPUL


def _prepare(parser: argparse.ArgumentParser) -> None:
    add_pohon(parser)
    parser.add_argument("tujuan", help=f"gambar yang ditulis; akhirannya {', '.join(AKHIRAN)}")
    parser.add_argument("--akar", metavar="ID", nargs="+", default=[], help="mulai dari simpul ini saja")
    parser.add_argument("--kedalaman", type=int, metavar="N", help="banyaknya tingkat di bawah akar")
    parser.add_argument(
        "--sampai",
        choices=list(SIMPUL),
        nargs="+",
        default=[],
        metavar="JENIS",
        help="lipat di bawah jenis simpul ini",
    )
    parser.add_argument(
        "--jabatan", metavar="ID", default="", help="hanya kinerja jabatan ini dan jalur ke sana"
    )
    parser.add_argument("--tanpa-pemilik", action="store_true", help="jangan sebut pemilik tiap simpul")
    parser.add_argument("--tanpa-relasi", action="store_true", help="jangan gambar relasi di luar pohon")
    parser.add_argument(
        "--arah",
        choices=[item.value for item in Arah],
        default=Arah.TEGAK.value,
        help="arah tumbuh (bawaan tegak)",
    )
    parser.add_argument(
        "--kertas",
        choices=[item.value for item in Kertas],
        default=Kertas.A4.value,
        help="ukuran kertas (bawaan A4)",
    )
    parser.add_argument("--potret", action="store_true", help="kertas berdiri")
    parser.add_argument("--bagi", action="store_true", help="bagi SVG menjadi beberapa lembar yang terbaca")
    parser.add_argument(
        "--penata",
        choices=[item.value for item in Penata],
        default=Penata.IGRAPH.value,
        help="yang menata kotaknya",
    )
    add_ukuran(parser, wajib=False)
    add_instansi(parser)


def _run(arguments: argparse.Namespace, layar: Layar) -> int:
    if arguments.realisasi is not None and arguments.periode is None:
        arguments.parser.error("--realisasi memerlukan --periode")
    with layar.kemajuan(2) as mulai:
        mulai(f"membaca {arguments.berkas}")
        hasil = read_pohon(arguments.berkas, arguments.instansi)
        laporan, temuan = None, list(hasil.temuan)
        if arguments.realisasi is not None:
            terukur, laporan = compute_laporan(arguments, hasil.dokumen)
            temuan += [*terukur.temuan, *laporan.temuan]
        mulai("menggambar")
        pandangan = Pandangan(
            akar=arguments.akar,
            kedalaman=arguments.kedalaman,
            jenis=arguments.sampai,
            jabatan=arguments.jabatan,
            pemilik=not arguments.tanpa_pemilik,
            relasi=not arguments.tanpa_relasi,
            arah=arguments.arah,
            laporan=laporan,
        )
        halaman = Halaman(arguments.kertas, potret=arguments.potret, penata=arguments.penata)
        files = write_gambar(hasil.dokumen, arguments.tujuan, pandangan, halaman, bagi=arguments.bagi)
    for path in files:
        layar.cetak(str(path))
    warn(layar, temuan)
    return BERES


GAMBAR = Perintah(
    "gambar", "Gambar pohon: SVG, Mermaid, DOT, teks, atau PNG dan PDF lewat Graphviz.", _prepare, _run
)
