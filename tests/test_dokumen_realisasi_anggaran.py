"""Money spent, in and out of files."""

from __future__ import annotations

import tempfile
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sakip
from sakip import RealisasiAnggaran
from sakip.anggaran import compute_serapan
from sakip.dokumen import make_intake_anggaran, read_realisasi_anggaran, write_template
from sakip.errors import BerkasError, TabelError

DATA = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"


def table(folder: Path, *lines: str) -> Path:
    path = folder / "belanja.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_blank_is_not_zero_and_zero_is_not_blank(tmp_path: Path) -> None:
    """What is not filled in yet gives no record; a zero gives one."""
    path = table(
        tmp_path, "id_simpul;periode;realisasi_anggaran", "P1;2025-TW1;0", "P2;2025-TW1;", "P3;TW I 2025;7"
    )
    hasil = read_realisasi_anggaran(path)
    assert [(item.simpul, item.jumlah) for item in hasil.dokumen] == [("P1", 0), ("P3", 7)]
    assert hasil.temuan == ()


def test_an_amount_that_cannot_be_read_is_kept_and_named(tmp_path: Path) -> None:
    """The slip of a real document: 13.2918.000 is no amount, and is no zero either."""
    path = table(
        tmp_path,
        "id_simpul;periode;realisasi_anggaran;ket",
        "P1;2025;13.2918.000;cek SPJ",
        "P2;2025;Rp 1.500",
    )
    hasil = read_realisasi_anggaran(path)
    first, second = hasil.dokumen
    assert (first.jumlah, first.teks, first.keterangan) == (None, "13.2918.000", "cek SPJ")
    assert second.jumlah == 1500
    (temuan,) = hasil.temuan
    assert (temuan.kode, temuan.tempat.baris, temuan.tempat.kolom) == ("SKP104", 2, "realisasi_anggaran")


def test_a_row_without_a_period_is_left_over_unless_the_table_has_one(tmp_path: Path) -> None:
    """No period is guessed."""
    path = table(tmp_path, "simpul,realisasi keuangan", "P1,5")
    hasil = read_realisasi_anggaran(path)
    assert (hasil.dokumen, [row.baris for row in hasil.sisa]) == ((), [2])
    (record,) = read_realisasi_anggaran(path, periode="2025-TW2").dokumen
    assert str(record.periode) == "2025-TW2"


def test_further_columns_are_kept(tmp_path: Path) -> None:
    """A column that is not known is named once, and its cells stay with their rows."""
    path = table(tmp_path, "id_simpul,tahun,tw,realisasi_anggaran,Nomor SP2D", "P1,2025,II,5,0012")
    hasil = read_realisasi_anggaran(path)
    (record,) = hasil.dokumen
    assert (str(record.periode), record.lain) == ("2025-TW2", (("Nomor SP2D", "0012"),))
    assert [temuan.kode for temuan in hasil.temuan] == ["SKP107"]


def test_what_is_no_such_table_is_refused(tmp_path: Path) -> None:
    """By the columns that were looked for."""
    with pytest.raises(TabelError, match="id_simpul, realisasi_anggaran"):
        read_realisasi_anggaran(table(tmp_path, "No,Nama", "1,A"))
    with pytest.raises(BerkasError):
        read_realisasi_anggaran(tmp_path / "tidak-ada.csv")


def test_the_intake_of_a_real_tree_asks_for_its_lowest_money_and_sums_up_when_filled(tmp_path: Path) -> None:
    """43 sub kegiatan carry the money of the Dinas Sosial; filled with their pagu, programs absorb what they sum to."""
    pohon = sakip.read_struktur(DATA / "struktur.csv").dokumen
    blank = make_intake_anggaran(pohon, 2025)
    assert {pohon[item.simpul].jenis for item in blank} <= {"sub_kegiatan", "kegiatan"}
    assert sum(pohon[item.simpul].jenis == "sub_kegiatan" for item in blank) == 43
    sakip.write_dokumen(blank, tmp_path / "kosong.xlsx")
    assert sakip.read_dokumen(tmp_path / "kosong.xlsx").dokumen == ()
    filled = [attrs.evolve(item, jumlah=1_000_000) for item in blank]
    sakip.write_dokumen(filled, tmp_path / "belanja.xlsx")
    hasil = sakip.read_dokumen(tmp_path / "belanja.xlsx")
    assert hasil.cakupan is not None
    assert hasil.cakupan.utuh
    rekap = compute_serapan(pohon, hasil.dokumen, 2025)
    assert rekap["P3"].realisasi == 1_000_000 * sum(
        item.simpul in {node.id for node in pohon.walk("P3")} for item in blank
    )


def test_the_template_reads_as_an_empty_table(tmp_path: Path) -> None:
    """Its example row is left out by name."""
    write_template("realisasi_anggaran", tmp_path / "t.xlsx")
    hasil = sakip.read_dokumen(tmp_path / "t.xlsx")
    assert hasil.dokumen == ()
    assert [temuan.kode for temuan in hasil.temuan] == ["SKP146"]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)


@st.composite
def belanja(draw: st.DrawFn) -> RealisasiAnggaran:
    amount = draw(st.one_of(st.just((None, "12.34.5")), st.tuples(st.integers(0, 10**13), st.just(""))))
    return RealisasiAnggaran(
        draw(st.from_regex(r"[A-Z][0-9]{1,4}", fullmatch=True)),
        draw(st.sampled_from(["2025", "2025-TW1", "2024-S2", "2025-07"])),
        *amount,
        keterangan=draw(st.sampled_from(["", "SPJ", "=1+1", "-"])),
        lain=draw(st.dictionaries(st.sampled_from(["Nama", "Nomor SP2D"]), WORDS, max_size=2)),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(belanja(), min_size=1, max_size=6), st.sampled_from([".csv", ".xlsx"]))
def test_what_is_written_is_read_back(rows: list[RealisasiAnggaran], ending: str) -> None:
    """In any kind of file, every record; what a spreadsheet would run as well."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"belanja{ending}"
        sakip.write_dokumen(rows, path)
        again = sakip.read_dokumen(path).dokumen
    assert [attrs.evolve(item, lain=()) for item in again] == [attrs.evolve(item, lain=()) for item in rows]
    assert [dict(item.lain) for item in again] == [dict(item.lain) for item in rows]
