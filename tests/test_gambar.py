"""Trees drawn as text."""

from __future__ import annotations

import sakip
from sakip.gambar import draw_teks


def make_pohon() -> sakip.PohonKinerja:
    """Two roots, three levels, one owner."""
    pohon = sakip.PohonKinerja("Dinas Contoh")
    pohon.add_jabatan(sakip.Jabatan(id="kadis", nama="Kepala Dinas"))
    pohon.add(sakip.Outcome("O1", uraian="Meningkatnya kesejahteraan sosial"))
    pohon.add(sakip.CSF("C1", uraian="Satu"), under="O1")
    pohon.add(sakip.Program("P1", kode="1.06.04", nama="Rehabilitasi", pagu={"2025": 7_000}), under="C1")
    pohon.add(sakip.CSF("C2", uraian="Dua"), under="O1")
    pohon.add(sakip.Tujuan("T1", uraian="Tiga"))
    pohon.assign("O1", "kadis")
    return pohon


def test_branches_show_who_hangs_where() -> None:
    """A last child closes its branch; a further root begins at the margin."""
    lines = draw_teks(make_pohon()).splitlines()
    assert [line.split("  ")[0].rstrip() for line in lines[2:]] == [
        "Outcome O1 Meningkatnya kesejahteraan sosial",
        "├─ CSF C1 Satu",
        "│",
        "└─ CSF C2 Dua",
        "Tujuan T1 Tiga",
    ]
    assert lines[2].endswith("Kepala Dinas")


def test_no_money_is_shown_without_a_year() -> None:
    """Money belongs to a year."""
    assert "Pagu" not in draw_teks(make_pohon())
    assert "7.000" in draw_teks(make_pohon(), 2025)


def test_no_line_is_wider_than_asked_and_no_word_is_lost() -> None:
    """Long texts are wrapped, not cut."""
    pohon = sakip.PohonKinerja("Dinas Contoh")
    text = "Terlaksananya peningkatan kemampuan potensi sumber kesejahteraan sosial kelembagaan masyarakat"
    pohon.add(sakip.CSF("C1", uraian=text))
    drawn = draw_teks(pohon, lebar=40).splitlines()[2:]
    assert max(len(line) for line in drawn) <= 40
    assert " ".join(line.strip() for line in drawn) == f"CSF C1 {text}"


def test_a_node_without_any_text_is_still_drawn() -> None:
    """A node that is only there shows its id."""
    pohon = sakip.PohonKinerja("Dinas Contoh")
    pohon.add(sakip.KondisiAntara("K1"))
    assert "Kondisi K1" in draw_teks(pohon)
