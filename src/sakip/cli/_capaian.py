"""``sakip capaian``: the figures of a period."""

from __future__ import annotations

import argparse

from sakip.cli._layar import Layar
from sakip.cli._masukan import compute_laporan, read_pohon, warn
from sakip.cli._perintah import ADA_KESALAHAN, BERES, Perintah, add_instansi, add_pohon, add_ukuran
from sakip.serialization import dumps_laporan
from sakip.temuan import Tingkat, count_tingkat


def _prepare(parser: argparse.ArgumentParser) -> None:
    add_pohon(parser)
    add_ukuran(parser, wajib=True)
    add_instansi(parser)
    parser.add_argument("--jelaskan", metavar="ID", help="jelaskan satu angka, menurut id indikator")
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument(
        "--json", action="store_true", help="keluarkan laporan sebagai JSON, beserta langkahnya"
    )
    forms.add_argument("--csv", action="store_true", help="keluarkan baris laporan sebagai CSV")


def _run(arguments: argparse.Namespace, layar: Layar) -> int:
    with layar.kemajuan(2) as mulai:
        mulai(f"membaca {arguments.berkas}")
        hasil = read_pohon(arguments.berkas, arguments.instansi)
        mulai("menghitung capaian")
        terukur, laporan = compute_laporan(arguments, hasil.dokumen)
    if arguments.jelaskan:
        layar.cetak(laporan[arguments.jelaskan].explain())
    elif arguments.json:
        layar.data(dumps_laporan(laporan))
    elif arguments.csv:
        layar.data(laporan.to_csv())
    else:
        for line in terukur.keterangan:
            layar.cetak(f"# {line}")
        layar.cetak(str(laporan))
    temuan = [*terukur.temuan, *laporan.temuan]
    warn(layar, temuan, terukur.sisa)
    return ADA_KESALAHAN if count_tingkat(temuan)[Tingkat.KESALAHAN] else BERES


CAPAIAN = Perintah("capaian", "Hitung capaian dari berkas realisasi.", _prepare, _run)
