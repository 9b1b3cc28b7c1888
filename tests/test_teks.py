"""Tables of plain text and of plain HTML."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from sakip.teks import render_html, render_tabel
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


# --- HTML ---------------------------------------------------------------------------


class _Tabel(HTMLParser):
    """The elements with their styles, and the text of each cell."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.styles: list[str] = []
        self.cells: list[list[str]] = []
        self.judul = ""
        self._inside = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._inside = tag
        if tag == "tr":
            self.cells.append([])
        if tag in {"td", "th"}:
            self.cells[-1].append("")
        if tag == "td":
            self.styles.append(dict(attrs).get("style") or "")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # its signature
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in {"td", "th"}:
            self.cells[-1][-1] += data
        if self._inside == "caption":
            self.judul += data


def test_html_is_a_plain_table() -> None:
    """A caption, headers with their scope, figures to the right, a line below."""
    text = render_html(
        ("Id", "Pagu"), [("P1", "5"), ("P2", "6")], judul="Pagu", catatan="dua baris", kanan=(1,)
    )
    assert text == (
        '<table><caption>Pagu</caption><thead><tr><th scope="col">Id</th><th scope="col">Pagu</th></tr></thead>'
        '<tbody><tr><td>P1</td><td style="text-align:right">5</td></tr>'
        '<tr><td>P2</td><td style="text-align:right">6</td></tr></tbody></table><p>dua baris</p>'
    )


def test_html_without_rows_or_title() -> None:
    """Nothing is left open, and what is not given is not there."""
    assert render_html(("Id",), []) == (
        '<table><thead><tr><th scope="col">Id</th></tr></thead><tbody></tbody></table>'
    )


def test_a_colour_is_a_bar_beside_the_last_cell() -> None:
    """A row without a colour, or beyond the colours that are given, has none; a colour can't leave its attribute."""
    text = render_html(("Id", "Predikat"), [("a", "Baik"), ("b", ""), ("c", "x")], warna=("red", ""))
    assert _Tabel(text).styles == ["", "border-left:0.4em solid red;padding-left:0.5em", "", "", "", ""]
    hostile = render_html(("Id",), [("a",)], warna=('"><script>',))
    assert _Tabel(hostile).tags == ["table", "thead", "tr", "th", "tbody", "tr", "td"]


@SEDIKIT
@given(st.lists(st.tuples(st.text(), st.text()), max_size=4), st.text(), st.text())
def test_html_gives_every_text_back(rows: list[tuple[str, str]], judul: str, catatan: str) -> None:
    """Whatever the cells hold, a reader of HTML finds those texts and no other elements."""
    page = _Tabel(render_html(("Kode", "Uraian"), rows, judul=judul, catatan=catatan, kanan=(0,)))
    assert set(page.tags) <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"}
    assert page.cells == [["Kode", "Uraian"], *(list(row) for row in rows)]
    assert page.judul == judul
