"""The main job on a real document: read, show, compute, explain, review, write, read back.

The tree is that of the Dinas Sosial of Kotawaringin Timur, 2025, as its document
prints it, errors included. The realisasi is invented for illustration.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Sequence
from pathlib import Path

import sakip
from sakip.angka import format_angka
from sakip.gambar import draw_teks, write_html
from sakip.temuan import format_temuan

DATA = Path(__file__).parent / "dinsos-kotawaringin-timur-2025"
TAHUN = 2025
DIJELASKAN = "IK-P3"
HALAMAN = Path("hasil-demo") / "laporan.html"


def main() -> None:
    """Print one section for each step."""
    hasil = sakip.read_struktur(DATA / "struktur.csv")
    pohon = hasil.dokumen
    section("Pohon kinerja", pohon.nama)
    print(draw_teks(pohon, TAHUN))

    section("Pagu", "Yang tercetak, dijumlahkan menurut jenis komponen.")
    show_pagu(pohon)

    terukur = sakip.read_realisasi(DATA / "realisasi-ilustrasi-2025.csv")
    section("Capaian", *(f"PERHATIAN: {line}" for line in terukur.keterangan))
    laporan = sakip.compute_capaian(pohon, terukur.dokumen, TAHUN)
    print(laporan)

    section("Penjelasan satu angka", "Dengan realisasi rekaan di atas.")
    print(laporan[DIJELASKAN].explain())

    section("Temuan", "Kesalahan dokumen dibiarkan seperti tercetak; inilah yang ditemukan padanya.")
    temuan = [*hasil.temuan, *terukur.temuan, *laporan.temuan, *sakip.check(pohon)]
    print(format_temuan(temuan))

    section("Kode", "Dokumen tidak mencetak kode; kode di atas ditetapkan dari daftar resmi menurut nama.")
    show_kode()

    section("JSON", "Pohon ditulis, dibaca kembali, dan dibandingkan.")
    show_json(pohon)

    section("Halaman", "Pohon, capaian, dan temuan dalam satu berkas; buka dengan peramban.")
    show_halaman(pohon, laporan, temuan, terukur.keterangan)


def section(title: str, *lines: str) -> None:
    """A heading with what the reader should know first."""
    print(f"\n{title.upper()}\n{'═' * len(title)}")
    for line in lines:
        print(line)
    print()


def show_pagu(pohon: sakip.PohonKinerja) -> None:
    """The sums by kind, and what is missing from them."""
    for total in sakip.compute_pagu(pohon, TAHUN).total:
        notes = [f"{total.tak_terbaca} tidak terbaca"] if total.tak_terbaca else []
        notes += [f"{total.kosong} kosong"] if total.kosong else []
        note = f" ({', '.join(notes)})" if notes else ""
        kind = total.jenis.replace("_", " ")
        print(f"{total.banyak:>3} {kind:<13} {format_angka(total.jumlah):>15} rupiah{note}")


def show_kode() -> None:
    """The names that decide no code."""
    with (DATA / "kode-belum-pasti.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            print(f"Tanpa kode: {row['id']} {row['nama']}\n            {row['alasan']}")


def show_json(pohon: sakip.PohonKinerja) -> None:
    """Write, read back, compare."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dinsos.json"
        sakip.write_json(pohon, path)
        same = sakip.read_json(path) == pohon
        size = format_angka(path.stat().st_size)
    print(
        f"{len(pohon)} simpul, {len(pohon.relasi)} relasi, {size} bita: {'tidak ada yang hilang' if same else 'BERBEDA'}."
    )


def show_halaman(
    pohon: sakip.PohonKinerja,
    laporan: sakip.LaporanCapaian,
    temuan: Sequence[sakip.Temuan],
    catatan: Sequence[str],
) -> None:
    """Write the page where the command was called, and say where."""
    HALAMAN.parent.mkdir(exist_ok=True)
    write_html(pohon, HALAMAN, laporan=laporan, temuan=temuan, catatan=catatan)
    print(HALAMAN)


if __name__ == "__main__":
    main()
