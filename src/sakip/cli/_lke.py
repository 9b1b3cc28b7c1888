"""``sakip lke``: an evaluation sheet, scored, with what a tree evidences."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from sakip.cli._layar import Layar
from sakip.cli._masukan import read_pohon, warn
from sakip.cli._perintah import BERES, Perintah, add_instansi
from sakip.dokumen import read_lke, read_realisasi, read_realisasi_anggaran, write_lke
from sakip.errors import BerkasError
from sakip.lke import (
    LKE,
    LembarLKE,
    UsulanJawaban,
    fill_lke,
    propose_bukti,
    propose_jawaban,
    render_bukti,
    score_lke,
)
from sakip.model import Realisasi, RealisasiAnggaran


def _prepare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "lembar", help=f"lembar yang diisi (.csv, .xlsx, .xls, .ods), atau lembar bawaan: {', '.join(LKE)}"
    )
    parser.add_argument(
        "--pohon", metavar="BERKAS", help="pohon kinerja yang menjadi bukti; jawabannya diusulkan"
    )
    parser.add_argument(
        "--periode", metavar="TAHUN", help="tahun yang dievaluasi, untuk bukti dari realisasi dan anggaran"
    )
    parser.add_argument("--realisasi", help="tabel realisasi")
    parser.add_argument("--anggaran", help="tabel realisasi anggaran")
    parser.add_argument(
        "--ke",
        metavar="BERKAS",
        help="tulis lembar ini, dengan usulan di tempat yang belum dijawab (.csv, .xlsx, .html, .md)",
    )
    parser.add_argument("--json", action="store_true", help="keluarkan nilai dan usulan sebagai JSON")
    add_instansi(parser)


def _run(arguments: argparse.Namespace, layar: Layar) -> int:
    if (arguments.realisasi or arguments.anggaran) and not (arguments.pohon and arguments.periode):
        arguments.parser.error("--realisasi dan --anggaran memerlukan --pohon dan --periode")
    lembar, jawaban = _open(arguments.lembar)
    usulan = _propose(arguments, lembar, layar)
    if arguments.json:
        layar.data(_to_json(lembar, jawaban, usulan))
    else:
        layar.cetak(lembar.nama, "bold")
        layar.cetak(str(score_lke(lembar, jawaban)))
        if usulan:
            layar.cetak()
            layar.cetak("Usulan dari pohon, untuk ditetapkan penilai:", "bold")
            layar.cetak(render_bukti(usulan))
    if arguments.ke:
        write_lke(lembar, arguments.ke, fill_lke(jawaban, usulan))
        layar.catat(f"{arguments.ke}: {lembar.nama}.")
    return BERES


def _open(nama: str) -> tuple[LembarLKE, dict[str, str]]:
    """A sheet of the library by its name, without answers, or the sheet of a file with its own."""
    if nama in LKE:
        return LKE[nama], {}
    if not Path(nama).exists():
        names = ", ".join(LKE)
        raise BerkasError(
            nama,
            f"it is no file, and no name of a sheet: {names}",
            f"berkasnya tidak ada, dan bukan nama lembar: {names}",
        )
    return read_lke(nama)


def _propose(arguments: argparse.Namespace, lembar: LembarLKE, layar: Layar) -> tuple[UsulanJawaban, ...]:
    """What the tree evidences; nothing where none is named."""
    if arguments.pohon is None:
        return ()
    hasil = read_pohon(arguments.pohon, arguments.instansi)
    warn(layar, hasil.temuan, hasil.sisa)
    ukuran: tuple[Realisasi, ...] = ()
    belanja: tuple[RealisasiAnggaran, ...] = ()
    if arguments.realisasi:
        terukur = read_realisasi(arguments.realisasi, periode=arguments.periode)
        warn(layar, terukur.temuan, terukur.sisa)
        ukuran = terukur.dokumen
    if arguments.anggaran:
        uang = read_realisasi_anggaran(arguments.anggaran, periode=arguments.periode)
        warn(layar, uang.temuan, uang.sisa)
        belanja = uang.dokumen
    return propose_jawaban(
        lembar, propose_bukti(hasil.dokumen, arguments.periode, realisasi=ukuran, belanja=belanja)
    )


def _to_json(lembar: LembarLKE, jawaban: Mapping[str, str], usulan: tuple[UsulanJawaban, ...]) -> str:
    hasil = score_lke(lembar, jawaban)
    terjawab, banyak = hasil.cakupan
    record = {
        "lembar": lembar.nama,
        "nilai": None if hasil.nilai is None else str(hasil.nilai),
        "predikat": None if hasil.pita is None else hasil.pita.label,
        "terjawab": terjawab,
        "kriteria": banyak,
        "sub": hasil.to_records(),
        "usulan": [
            {
                "kriteria": item.kriteria.id,
                "jawaban": item.jawaban,
                "perkara": item.usulan.perkara,
                "dipenuhi": item.usulan.dipenuhi,
                "kurang": item.usulan.kurang,
            }
            for item in usulan
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=2, default=str)


LEMBAR = Perintah(
    "lke", "Nilai lembar kerja evaluasi, dan usulkan jawaban dari sebuah pohon.", _prepare, _run
)
