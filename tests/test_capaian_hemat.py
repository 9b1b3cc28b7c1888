"""Capaian beside serapan: one reading of efisiensi for every node."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest

from sakip import Indikator, Kegiatan, Outcome, PohonKinerja, Program, Realisasi, compute_capaian, roll_up
from sakip.alasan import Alasan
from sakip.anggaran import compute_serapan
from sakip.angka import round_half_up
from sakip.capaian import LaporanEfisiensi, compare_serapan
from sakip.errors import ModelError, TidakAdaError
from sakip.model import RealisasiAnggaran


def _pohon() -> PohonKinerja:
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(Outcome("O1", uraian="Hasil", indikator=[Indikator(id="IK0", nama="k", target={2025: 10})]))
    own = [Indikator(id="IK1", nama="k", target={2025: 100})]
    pohon.add(Program("P1", nama="Rehabilitasi", pagu={2025: 1000}, indikator=own), under="O1")
    pohon.add(Kegiatan("K1", nama="Sandang", pagu={2025: 1000}), under="P1")
    pohon.add(Program("P2", nama="Bencana", indikator=[Indikator(id="IK2", nama="k", target={2025: 10})]))
    return pohon


def _laporan(cara: str = "selisih") -> LaporanEfisiensi:
    pohon = _pohon()
    terukur = [Realisasi("IK1", 2025, 90), Realisasi("IK2", 2025, 5)]
    simpul = roll_up(pohon, compute_capaian(pohon, terukur, 2025))
    return compare_serapan(simpul, compute_serapan(pohon, [RealisasiAnggaran("K1", 2025, 700)], 2025), cara)


def test_capaian_less_serapan() -> None:
    """90 % reached with 70 % of the money are 20 points; by the ratio 77,78."""
    baris = _laporan()["P1"]
    assert baris.efisiensi.nilai == 20
    assert baris.efisiensi.kategori is not None
    assert baris.efisiensi.kategori.label == "Efisien"
    ratio = _laporan("rasio")["P1"].efisiensi.nilai
    assert ratio is not None
    assert round_half_up(ratio, 2) == Decimal("77.78")


def test_a_node_without_either_has_the_reason() -> None:
    """Missing capaian is said before missing money."""
    laporan = _laporan()
    assert laporan["O1"].efisiensi.alasan is Alasan.BELUM_ADA_REALISASI
    assert laporan["K1"].efisiensi.alasan is Alasan.TANPA_INDIKATOR
    assert laporan["P2"].efisiensi.alasan is Alasan.TANPA_PAGU
    assert all(row.explain() for row in laporan)


def test_it_is_written_out() -> None:
    """As records, as CSV, as text and as HTML, the same rows."""
    laporan = _laporan()
    assert len(laporan) == len(laporan.to_records()) == 4
    rows = list(csv.DictReader(laporan.to_csv().splitlines()))
    assert [row["efisiensi"] for row in rows] == ["", "20", "", ""]
    assert "Rp1.000" in str(laporan)
    assert "Efisien" in laporan._repr_html_()


def test_what_does_not_belong_together() -> None:
    """Two periods can't be compared; an unknown node is not there."""
    pohon = _pohon()
    simpul = roll_up(pohon, compute_capaian(pohon, [], 2025))
    with pytest.raises(ModelError, match="2025 and 2024"):
        compare_serapan(simpul, compute_serapan(pohon, [], 2024))
    with pytest.raises(TidakAdaError):
        _laporan()["X"]


def test_a_node_that_no_money_stands_at_or_below() -> None:
    """It has its capaian, and the reason why there is nothing to set beside it."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(Outcome("O1", indikator=[Indikator(id="IK", nama="k", target={2025: 10})]))
    simpul = roll_up(pohon, compute_capaian(pohon, [Realisasi("IK", 2025, 10)], 2025))
    baris = compare_serapan(simpul, compute_serapan(pohon, [], 2025))["O1"]
    assert baris.serapan is None
    assert baris.efisiensi.alasan is Alasan.TANPA_PAGU
    assert "100,00" in baris.explain()
