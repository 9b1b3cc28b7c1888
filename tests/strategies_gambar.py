"""Hypothesis strategies for what is drawn: trees whose texts mean something to every language of pictures."""

from __future__ import annotations

from hypothesis import strategies as st

from sakip.model import AnySimpul, Indikator, KondisiAntara, Relasi
from sakip.pohon import PohonKinerja

JAHAT = (
    "<b>tebal</b> & \"kutip\" o'clock", "</text><script>alert(1)</script>", "&lt;b&gt; &amp; &#35;",
    "a\\nb \\l \\N \\G", "\\", '\\"', '"', "`kode` #35; #quot; #9829;", "1. daftar", "- butir", "* **tebal** _miring_",
    '"`markdown`"', "a;b;c", "[x](y) {z} (w) |p| ~~s~~", "end", "subgraph", "%% komentar", "%%{init: {}}%%",
    "$$x^2$$", "# judul", "> kutip", "n0 --> n1", "fa:fa-user ikon", "émoji 😀 貧困", "```", "---", "http://contoh.id/a_b?x=1&y=2",
    ":::kelas", "@{shape: x}", "]]>", "<![CDATA[x]]>", "<!-- x -->", "\x00\x07\x1b\ufffe", "a\tb\r\nc\x0bd\x85e\u2028f", "x" * 120,
    "Pertanggungjawaban Penyelenggaraan Kesejahteraan Sosial",
)  # fmt: skip
"""Texts that have a meaning to SVG, DOT, Mermaid or Markdown, or none to XML."""


def teks_jahat() -> st.SearchStrategy[str]:
    """Any text, lone surrogates included, and often one that means something."""
    anything = st.text(st.characters(), max_size=60)
    return st.lists(st.sampled_from(JAHAT) | anything, max_size=2).map(" ".join)


@st.composite
def pohon_jahat(draw: st.DrawFn, max_size: int = 14) -> PohonKinerja:
    """A tree of any shape with such texts in it, and links within it and out of it."""
    pohon = PohonKinerja(draw(teks_jahat()))
    ids: list[str] = []
    for number in range(draw(st.integers(0, max_size))):
        id = f"{draw(teks_jahat())}{number}".strip()
        kpi = tuple(
            Indikator(id=f"IK{number}-{part}", nama="Jumlah") for part in range(draw(st.integers(0, 2)))
        )
        simpul: AnySimpul = KondisiAntara(id, uraian=draw(teks_jahat()), indikator=kpi)
        pohon.add(simpul, under=draw(st.sampled_from([None, *ids[-3:]])))
        ids.append(id)
    for number in range(draw(st.integers(0, 3)) if ids else 0):
        ends = st.sampled_from([f"simpul:{id}" for id in ids] + ['luar:Dinas <A> & "B" \\l #35;'])
        relasi = Relasi(
            jenis="crosscutting", dari=draw(ends), ke=draw(ends), keterangan=f"{number}{draw(teks_jahat())}"
        )
        pohon.add_relasi(relasi)
    return pohon
