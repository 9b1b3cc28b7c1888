"""Reports as CSV: what parses back is what was there, and a spreadsheet runs none of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip import Indikator, Jabatan, Kegiatan, PohonKinerja, Program, Realisasi, RealisasiAnggaran
from sakip.anggaran import compute_pagu, compute_serapan
from sakip.banding import diff
from sakip.berkas import Rekaman, unguard
from sakip.capaian import compare_laporan, compare_serapan, compare_tahun, compute_capaian, roll_up
from sakip.lke import LKE_NASIONAL, score_lke
from sakip.nomenklatur import Nomenklatur, map_kode
from sakip.penjenjangan import compute_kepemilikan, make_matriks_peran
from strategies import SEDIKIT, teks

JAHAT = '=HYPERLINK("http://x")'


def tree(nama: str = JAHAT, target: str = "80") -> PohonKinerja:
    """A program and its kegiatan, each with a name, a post and an indikator called so."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add_jabatan(Jabatan(id="kadis", nama=nama))
    pohon.add_jabatan(Jabatan(id="kabid", nama=nama, atasan="kadis"))
    item = Indikator(
        id="IK1", nama=nama, satuan="%", polaritas="naik", agregasi="jumlah", target={"2025": target}
    )
    pohon.add(Program("P1", nama=nama, kode="1.06.04", indikator=item, pagu={"2025": 100}))
    pohon.add(Kegiatan("S1", nama=nama, kode="1.06.04.2.01", pagu={"2025": 90}), under="P1")
    pohon.assign("P1", "kadis")
    pohon.assign("S1", "kabid")
    return pohon


def laporan(pohon: PohonKinerja) -> Any:
    return compute_capaian(pohon, [Realisasi("IK1", "2025", 60)], 2025)


def serapan(pohon: PohonKinerja) -> Any:
    return compute_serapan(pohon, [RealisasiAnggaran("S1", "2025", 45)], 2025)


SEMUA: dict[str, Callable[[PohonKinerja], Any]] = {
    "capaian": laporan,
    "simpul": lambda pohon: roll_up(pohon, laporan(pohon)),
    "efisiensi": lambda pohon: compare_serapan(roll_up(pohon, laporan(pohon)), serapan(pohon)),
    "antartahun": lambda pohon: compare_tahun(pohon, [Realisasi("IK1", "2025", 60)], 2025, rencana="2025"),
    "beda": lambda pohon: compare_laporan(laporan(tree("lama", "70")), laporan(pohon)),
    "pagu": lambda pohon: compute_pagu(pohon, 2025),
    "serapan": serapan,
    "banding": lambda pohon: diff(tree("lama", "70"), pohon),
    "kepemilikan": compute_kepemilikan,
    "peran": lambda pohon: make_matriks_peran(pohon, "kadis"),
    "kode": lambda pohon: map_kode(pohon, Nomenklatur(())),
    "lke": lambda _: score_lke(LKE_NASIONAL, {}),
}


def parse(text: str) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{key: unguard(cell) for key, cell in row.items()} for row in rows]


@pytest.mark.parametrize("nama", SEMUA)
def test_every_report_comes_out_as_csv(nama: str, tmp_path: Path) -> None:
    """With the columns and rows of its records; a file that Excel opens begins with its sign."""
    made = SEMUA[nama](tree())
    assert isinstance(made, Rekaman)
    records, text = made.to_records(), made.to_csv()
    assert records
    rows = parse(text)
    assert [list(row) for row in rows] == [list(item) for item in records]
    for row, item in zip(rows, records, strict=True):
        assert all(row[key] == cell for key, cell in item.items() if isinstance(cell, str))
    assert made.to_csv(tmp_path / "a.csv", bom=True) == text
    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf" + text.encode()


@pytest.mark.parametrize("nama", SEMUA)
def test_no_report_holds_what_a_spreadsheet_runs(nama: str) -> None:
    for row in csv.reader(io.StringIO(SEMUA[nama](tree()).to_csv(), newline="")):
        assert not [cell for cell in row if cell.startswith(("=", "+", "@", "\t"))]


class Daftar(Rekaman):
    """A record or two."""

    def __init__(self, *records: dict[str, object]) -> None:
        self.records = records

    def to_records(self) -> tuple[dict[str, object], ...]:
        return self.records


@SEDIKIT
@given(teks(), st.decimals(allow_nan=False, allow_infinity=False))
def test_texts_and_figures_lose_nothing(isi: str, angka: Decimal) -> None:
    (row,) = parse(Daftar({"isi": isi, "angka": angka, "tanpa": None, "benar": False}).to_csv())
    assert row["isi"] == isi
    assert Decimal(row["angka"].replace(",", ".")) == angka
    assert (row["tanpa"], row["benar"]) == ("", "tidak")


def test_nothing_is_an_empty_text() -> None:
    assert Daftar().to_csv() == ""
