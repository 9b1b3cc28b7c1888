"""Mermaid and DOT: nothing in a text has a meaning, and every text can be had back."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import attrs
import graphviz
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sakip
from gambar_svg import rapat
from sakip.capaian import compute_capaian
from sakip.errors import BerkasError, EkstraError, ProgramError
from sakip.gambar import (
    Halaman,
    Pandangan,
    draw_dot,
    draw_halaman,
    draw_mermaid,
    draw_svg,
    draw_teks,
    write_gambar,
)
from sakip.pohon import PohonKinerja
from sakip.skala import SKALA_PERMENDAGRI_86
from strategies_gambar import JAHAT, pohon_jahat

KENDALI = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
TAK_TERKIRIM = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
BERSKALA = attrs.evolve(sakip.LKJIP, nama="Dinas Contoh", skala=SKALA_PERMENDAGRI_86)

# The language of a flowchart as far as it is written: a name, a text in quotation marks in one of two
# shapes, links, a group, looks. What a text may hold is letters, digits, a few harmless signs and numbers
# of characters.
_TEKS = r'"(?:[^\W_]|[ ,()%.\-\u2060\ufffd]|#\d+;|<br/>)*"'
_BARIS = re.compile(
    rf"flowchart (?:TB|LR)|  (?:n\d+\[{_TEKS}\](?::::(?:p\d+|kosong))?|l\d+\(\[{_TEKS}\]\)|n\d+ --- n\d+"
    rf"|[nl]\d+ -\. {_TEKS} \.-> [nl]\d+|subgraph legenda\[{_TEKS}\]|  k\d+\[{_TEKS}\]:::(?:p\d+|kosong)|end"
    r"|classDef (?:p\d+|kosong) [\w#:,\- ]+)"
)


def read_mermaid(teks: str) -> dict[str, str]:
    """The texts of the nodes, as Mermaid decodes them, without the signs that can't be seen."""
    found = {}
    for name, label in re.findall(r'^  ([nl]\d+)\(?\["(.*)"\]', teks, re.MULTILINE):
        lines = label.replace("<br/>", " ")
        found[name] = re.sub(r"#(\d+);", lambda sign: chr(int(sign[1])), lines).replace("\u2060", "")
    return found


def read_dot(teks: str) -> dict[str, str]:
    """The texts of the nodes, as Graphviz decodes them."""
    found = {}
    for name, label in re.findall(
        r'^  ([nl]\d+) \[label="((?:[^"\\]|\\.)*)"', teks, re.MULTILINE | re.DOTALL
    ):
        plain = re.sub(r"\\(.)", lambda sign: " " if sign[1] == "l" else sign[1], label, flags=re.DOTALL)
        found[name] = plain.replace("&amp;", "&")
    return found


def make_pohon() -> PohonKinerja:
    """Two nodes with a figure and a link out of the tree."""
    pohon = PohonKinerja("Dinas Contoh")
    kpi = sakip.Indikator(id="IK1", nama="Jumlah", target={2025: 50})
    pohon.add(sakip.Outcome("O1", uraian="Sejahtera", indikator=[kpi]))
    pohon.add(sakip.CSF("C1", uraian="Terlayani"), under="O1")
    pohon.add_relasi(sakip.Relasi(jenis="crosscutting", dari="C1", ke="luar:Bappeda", status="disetujui"))
    return pohon


def colour(pohon: PohonKinerja, **more: Any) -> Pandangan:
    laporan = compute_capaian(pohon, [sakip.Realisasi("IK1", 2025, 45)], 2025, kebijakan=BERSKALA)
    return Pandangan(laporan=laporan, **more)


# --- Mermaid ------------------------------------------------------------------------------


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pohon_jahat(), st.sampled_from(["tegak", "mendatar"]))
def test_mermaid_has_nothing_but_its_grammar_and_gives_the_texts_back(pohon: PohonKinerja, arah: str) -> None:
    """Every line is one of a few kinds; a text holds no sign that could mean something."""
    drawn = draw_mermaid(pohon, Pandangan(arah=arah))
    assert [line for line in drawn.split("\n")[:-1] if not _BARIS.fullmatch(line)] == []
    texts = read_mermaid(drawn)
    for number, simpul in enumerate(pohon):
        back = rapat(texts[f"n{number}"])
        assert TAK_TERKIRIM.sub("\ufffd", rapat(simpul.label)).replace("\u2060", "") in back
        assert TAK_TERKIRIM.sub("\ufffd", rapat(simpul.id)).replace("\u2060", "") in back


@pytest.mark.parametrize(
    "teks", ["$$x$$", "a\\nb", "fa:fa-user", "fas:fa-user", "1. x", "- x", "#35;", "`x`", "__x__"]
)
def test_mermaid_sees_no_signs_that_it_acts_upon(teks: str) -> None:
    """Formulas, breaks, icons, lists, numbers of characters, code, bold: all seen to be acted upon by Mermaid 11."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(sakip.Outcome("O1", uraian=teks))
    (label,) = re.findall(r"<br/>(.*)\"\]", draw_mermaid(pohon))
    decoded = re.sub(r"#(\d+);", lambda sign: chr(int(sign[1])), label)
    assert decoded.replace("\u2060", "") == teks
    assert not re.search(r"\$\$|\\n|fa[a-z]?:fa-", decoded)
    assert not re.search(r"[$\\`#;_*](?!\d+;)|^\d+\. |^- ", re.sub(r"#\d+;", "", label))


def test_mermaid_colours_by_band_and_explains_the_colours() -> None:
    """90 is Tinggi, the second of five; a node without a figure has the look of none."""
    pohon = make_pohon()
    drawn = draw_mermaid(pohon, colour(pohon))
    assert 'n0["Outcome O1<br/>Sejahtera<br/>90,00 % Tinggi"]:::p1' in drawn.replace("\u00a0", " ").replace(
        "#160;", " "
    )
    assert re.search(r"n1\[.*\]:::kosong", drawn)
    assert len(re.findall(r"^    k\d+\[", drawn, re.MULTILINE)) == 6
    assert 'n1 -. "R1 crosscutting" .-> l2' in drawn
    assert [line for line in drawn.split("\n")[:-1] if not _BARIS.fullmatch(line)] == []


# --- DOT -----------------------------------------------------------------------------------


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pohon_jahat())
def test_dot_gives_the_texts_back(pohon: PohonKinerja) -> None:
    """Quotation marks, backslashes and ampersands are escaped; control characters leave a sign."""
    texts = read_dot(draw_dot(pohon))
    for number, simpul in enumerate(pohon):
        assert KENDALI.sub("\ufffd", rapat(simpul.label)) in rapat(texts[f"n{number}"])
        assert KENDALI.sub("\ufffd", rapat(simpul.id)) in rapat(texts[f"n{number}"])


@pytest.mark.graphviz
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=25)
@given(pohon=pohon_jahat())
def test_graphviz_reads_the_same_texts(graphviz: str, pohon: PohonKinerja) -> None:
    """What it draws in each node is the text that the node has."""
    check_graphviz(graphviz, pohon)


@pytest.mark.graphviz
def test_graphviz_reads_every_text_that_means_something(graphviz: str) -> None:
    """One node for each."""
    pohon = PohonKinerja("Dinas <Contoh>")
    pohon.add_many(
        (sakip.KondisiAntara(f"N{number}", uraian=teks), None) for number, teks in enumerate(JAHAT)
    )
    check_graphviz(graphviz, pohon)


def check_graphviz(program: str, pohon: PohonKinerja) -> None:
    dot = draw_dot(pohon, Pandangan(arah="mendatar")).encode()
    done = subprocess.run([program, "-Tjson"], input=dot, capture_output=True, check=True, timeout=60)
    assert done.stderr == b""
    drawn = {
        item["name"]: "".join(op["text"] for op in item.get("_ldraw_", []) if op["op"] == "T")
        for item in json.loads(done.stdout).get("objects", [])
    }
    for number, simpul in enumerate(pohon):
        assert KENDALI.sub("\ufffd", rapat(simpul.label)) in rapat(drawn[f"n{number}"])


def test_dot_colours_and_links() -> None:
    """The same bands; links are dashed and move no box."""
    pohon = make_pohon()
    drawn = draw_dot(pohon, colour(pohon, arah="mendatar"))
    assert "rankdir=LR" in drawn
    assert 'fillcolor="#4aa3df"' in next(line for line in drawn.splitlines() if line.startswith("  n0 "))
    assert "dashed" in next(line for line in drawn.splitlines() if line.startswith("  n1 ["))
    link = next(line for line in drawn.splitlines() if line.startswith("  n1 -> l2"))
    assert "style=dashed" in link
    assert "constraint=false" in link


# --- files ------------------------------------------------------------------------------------


def test_a_file_is_drawn_in_the_format_of_its_ending(tmp_path: Path) -> None:
    """Large letters do as well; Markdown has Mermaid in a fence."""
    pohon = make_pohon()
    asked, sheet = Pandangan(kedalaman=0), Halaman("F4")
    for ending, text in {
        ".svg": draw_svg(pohon, asked, sheet),
        ".SVG": draw_svg(pohon, asked, sheet),
        ".mmd": draw_mermaid(pohon, asked),
        ".md": f"```mermaid\n{draw_mermaid(pohon, asked)}```\n",
        ".dot": draw_dot(pohon, asked),
        ".gv": draw_dot(pohon, asked),
        ".txt": draw_teks(pohon) + "\n",
    }.items():
        file = tmp_path / f"pohon{ending}"
        assert write_gambar(pohon, file, asked, sheet) == (file,)
        assert file.read_text(encoding="utf-8") == text


def test_pages_are_files_of_their_own(tmp_path: Path) -> None:
    """With their numbers; other formats have no pages."""
    pohon = PohonKinerja("Dinas Contoh")
    pohon.add(sakip.Outcome("O1"))
    for number in range(6):
        pohon.add(sakip.CSF(f"C{number}"), under="O1")
        pohon.add_many(
            (sakip.Program(f"P{number}-{part}", nama="Program"), f"C{number}") for part in range(20)
        )
    pages = draw_halaman(pohon)
    files = write_gambar(pohon, tmp_path / "pohon.svg", bagi=True)
    assert len(files) == len(pages) > 1
    assert [file.name for file in files] == [f"pohon-{number}.svg" for number in range(1, len(pages) + 1)]
    assert tuple(file.read_text(encoding="utf-8") for file in files) == pages
    assert write_gambar(pohon, tmp_path / "pohon.mmd", bagi=True) == (tmp_path / "pohon.mmd",)


def test_an_ending_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    with pytest.raises(BerkasError, match="a picture ends in one of"):
        write_gambar(make_pohon(), tmp_path / "pohon.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.graphviz
@pytest.mark.parametrize(("ending", "magic"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_graphviz_draws_the_formats_that_are_no_text(
    graphviz: str, tmp_path: Path, ending: str, magic: bytes
) -> None:
    """A file of that kind."""
    assert graphviz
    pohon = make_pohon()
    (file,) = write_gambar(pohon, tmp_path / f"pohon.{ending}", colour(pohon))
    assert file.read_bytes().startswith(magic)


def test_what_graphviz_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what it said; nothing is written."""

    def refuse(*_: object, **__: object) -> bytes:
        raise graphviz.CalledProcessError(1, ["dot"], output=b"", stderr=b"syntax error in line 1\n")

    monkeypatch.setattr(graphviz, "pipe", refuse)
    with pytest.raises(ProgramError, match="it failed: syntax error in line 1"):
        write_gambar(make_pohon(), tmp_path / "pohon.png")
    monkeypatch.undo()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("dot") is None
    with pytest.raises(ProgramError) as caught:
        write_gambar(make_pohon(), tmp_path / "pohon.png")
    assert "belum terpasang" in caught.value.kalimat
    monkeypatch.setitem(__import__("sys").modules, "graphviz", None)
    with pytest.raises(EkstraError, match=r"sakip\[gambar\]"):
        write_gambar(make_pohon(), tmp_path / "pohon.pdf")
    assert list(tmp_path.iterdir()) == []
