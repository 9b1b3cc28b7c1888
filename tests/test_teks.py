"""Tables of plain text and of plain HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.teks import BATAS_BARIS, Tampilan, render_html, render_langkah, render_lipatan, render_tabel
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
    page = _Tabel(text)
    assert page.tags == [
        *("table", "caption", "thead", "tr", "th", "th", "tbody"), *("tr", "td", "td") * 2, "p",
    ]  # fmt: skip
    assert page.cells == [["Id", "Pagu"], ["P1", "5"], ["P2", "6"]]
    assert page.judul == "Pagu"
    assert text.count('<th scope="col"') == 2
    assert text.endswith("<p>dua baris</p>")
    sides = [style.partition(";")[0] for style in page.styles]
    assert sides == ["text-align:left", "text-align:right"] * 2


def test_html_without_rows_or_title() -> None:
    """Nothing is left open, and what is not given is not there."""
    assert _Tabel(render_html(("Id",), [])).tags == ["table", "thead", "tr", "th", "tbody"]


def test_html_sets_no_colour_of_a_theme() -> None:
    """Neither text nor ground has a colour: a notebook is dark or light, and knows its own."""
    page = render_html(("Id",), [("a",)], judul="Judul") + render_langkah("80 %", ["satu"])
    assert not re.findall(r"(?<![-\w])color:(?!inherit)|background:(?!transparent)|<style|class=", page)


def test_a_colour_is_a_bar_beside_the_last_cell() -> None:
    """A row without a colour, or beyond the colours that are given, has none; a colour can't leave its attribute."""
    text = render_html(("Id", "Predikat"), [("a", "Baik"), ("b", ""), ("c", "x")], warna=("red", ""))
    bars = ["border-left:0.4em solid red" in style for style in _Tabel(text).styles]
    assert bars == [False, True, False, False, False, False]
    hostile = render_html(("Id",), [("a",)], warna=('"><script>',))
    assert _Tabel(hostile).tags == ["table", "thead", "tr", "th", "tbody", "tr", "td"]


@pytest.mark.parametrize(
    ("banyak", "batas", "terlihat", "sisa"),
    [
        (5, 3, 3, "… dan 2 baris lagi"),
        (3, 3, 3, ""),
        (2, None, 2, ""),
        (201, BATAS_BARIS, 200, "… dan 1 baris lagi"),
    ],
)
def test_a_long_table_says_how_much_more_there_is(
    banyak: int, batas: int | None, terlihat: int, sisa: str
) -> None:
    """The first rows are shown, and the number of the others."""
    text = render_html(("No",), [(str(number),) for number in range(banyak)], batas=batas)
    assert _Tabel(text).cells[1:] == [[str(number)] for number in range(terlihat)]
    assert ("lagi" in text, sisa in text) == (bool(sisa), True)


def test_a_fold_is_one_element_with_its_summary() -> None:
    """What is seen is escaped, what is folded away is HTML, and it may be open at first."""
    assert render_lipatan("a & b", "<p>isi</p>", terbuka=True) == (
        "<details open><summary>a &amp; b</summary><p>isi</p></details>"
    )
    assert 'style="margin-left:1em"' in render_lipatan("a", "", gaya="margin-left:1em")


# --- notebooks ----------------------------------------------------------------------


class _Panjang(Tampilan):
    """A value of many lines."""

    def __init__(self, lines: int) -> None:
        self.lines = lines

    def __str__(self) -> str:
        return "\n".join(f"baris {number}" for number in range(self.lines))

    def _repr_html_(self) -> str:
        return "<p>panjang</p>"


def test_a_notebook_gets_what_it_asks_for() -> None:
    """HTML and text, or one of them."""
    value = _Panjang(1)
    assert value._repr_mimebundle_() == {"text/html": "<p>panjang</p>", "text/plain": "baris 0"}
    assert value._repr_mimebundle_(include={"text/plain"}) == {"text/plain": "baris 0"}
    assert value._repr_mimebundle_(exclude={"text/plain"}) == {"text/html": "<p>panjang</p>"}


def test_a_long_text_is_cut_and_says_so() -> None:
    """As many lines as there is room for; print gives them all."""
    text = _Panjang(1500)._repr_mimebundle_()["text/plain"].splitlines()
    assert len(text) == BATAS_BARIS + 1
    assert text[-1] == "… dan 1.300 baris lagi"
    assert len(str(_Panjang(1500)).splitlines()) == 1500


@SEDIKIT
@given(st.lists(st.tuples(st.text(), st.text()), max_size=4), st.text(), st.text())
def test_html_gives_every_text_back(rows: list[tuple[str, str]], judul: str, catatan: str) -> None:
    """Whatever the cells hold, a reader of HTML finds those texts and no other elements."""
    page = _Tabel(render_html(("Kode", "Uraian"), rows, judul=judul, catatan=catatan, kanan=(0,)))
    assert set(page.tags) <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"}
    assert page.cells == [["Kode", "Uraian"], *(list(row) for row in rows)]
    assert page.judul == judul
