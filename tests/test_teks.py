"""Tables of plain text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sakip.teks import render_tabel
from strategies import SEDIKIT, teks


def test_figures_to_the_right_words_to_the_left() -> None:
    """A column of figures is set to the right, as ledgers are; the rule is as wide as the column."""
    assert render_tabel(("Program", "Pagu"), [("Sosial", "5"), ("A", "1.000")], kanan=(1,)).splitlines() == [
        "Program   Pagu",
        "───────  ─────",
        "Sosial       5",
        "A        1.000",
    ]


def test_long_cells_are_wrapped() -> None:
    """A cell wider than its column goes on in the next line, and no word of it is lost."""
    lines = render_tabel(("No", "Indikator"), [("1", "Persentase PPKS yang tertangani")], lebar=(0, 12))
    assert lines.splitlines() == [
        "No  Indikator",
        "──  ──────────",
        "1   Persentase",
        "    PPKS yang",
        "    tertangani",
    ]


def test_no_rows() -> None:
    """A table without rows is its header."""
    assert render_tabel(("Kode", "Uraian"), []).splitlines() == ["Kode  Uraian", "────  ──────"]


def test_empty_cell_and_line_break() -> None:
    """An empty cell keeps its place, and a line break inside a cell stays inside its column."""
    text = render_tabel(("A", "B"), [("", "x"), ("satu\ndua", "y")], lebar=(0, 5))
    assert text.splitlines() == ["A     B", "────  ─", "      x", "satu  y", "dua"]


@SEDIKIT
@given(st.lists(st.tuples(teks(), teks()), max_size=5))
def test_every_row_is_there(rows: list[tuple[str, str]]) -> None:
    """Every row takes at least a line below header and rule, and no line ends in a blank."""
    lines = render_tabel(("Kode", "Uraian"), rows, lebar=(0, 10)).split("\n")
    assert len(lines) >= 2 + len(rows)
    assert all(line == line.rstrip() for line in lines)
