"""Pictures of the example tree, drawn by the library whenever the pages are built."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sakip import LKJIP, PohonKinerja, compute_capaian
from sakip.capaian import LaporanCapaian
from sakip.dokumen import read_realisasi, read_struktur
from sakip.gambar import Halaman, Pandangan, draw_halaman, draw_svg
from sakip.skala import SKALA_PERMENDAGRI_86

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CONTOH = Path(__file__).parents[2] / "examples" / "dinsos-kotawaringin-timur-2025"
KEBIJAKAN = attrs.evolve(LKJIP, nama="Dinas Sosial", skala=SKALA_PERMENDAGRI_86)
_FOLDER = "_images"


@cache
def read_contoh() -> tuple[PohonKinerja, LaporanCapaian]:
    """The example, with the capaian of its invented realisasi."""
    pohon = read_struktur(CONTOH / "struktur.csv").dokumen
    realisasi = read_realisasi(CONTOH / "realisasi-ilustrasi-2025.csv").dokumen
    return pohon, compute_capaian(pohon, realisasi, 2025, kebijakan=KEBIJAKAN)


class GambarPohon(SphinxDirective):
    """``gambar-pohon`` NAME: the picture of a view; what stands below it says what is to be seen."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {
        "akar": str,
        "jenis": str,
        "jabatan": str,
        "kedalaman": directives.nonnegative_int,
        "arah": str,
        "kertas": str,
        "potret": directives.flag,
        "capaian": directives.flag,
        "halaman": directives.positive_int,
    }

    def run(self) -> list[nodes.Node]:
        """Draw it beside the pages, so that it can be opened alone."""
        self.env.note_reread()  # it is drawn anew though the page is the same
        svg = self._draw()
        folder = Path(self.env.app.outdir) / _FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"pohon-{self.arguments[0]}.svg").write_text(svg, encoding="utf-8")
        address = "../" * self.env.docname.count("/") + f"{_FOLDER}/pohon-{self.arguments[0]}.svg"
        words = " ".join(self.content)
        html = (
            f'<figure><a href="{address}"><img src="{address}" alt="{escape(words)}" style="width:100%"></a>'
            f"<figcaption>{escape(words)}</figcaption></figure>"
        )
        return [nodes.raw("", html, format="html")]

    def _draw(self) -> str:
        pohon, laporan = read_contoh()
        given = {
            name: self.options[name]
            for name in ("akar", "jenis", "jabatan", "kedalaman", "arah")
            if name in self.options
        }
        pandangan = Pandangan(laporan=laporan if "capaian" in self.options else None, **given)
        halaman = Halaman(self.options.get("kertas", "A4"), potret="potret" in self.options)
        if "halaman" in self.options:
            return draw_halaman(pohon, pandangan, halaman)[self.options["halaman"] - 1]
        return draw_svg(pohon, pandangan, halaman)


def setup(app: Sphinx) -> dict[str, bool]:
    """Enter the directive."""
    app.add_directive("gambar-pohon", GambarPohon)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
