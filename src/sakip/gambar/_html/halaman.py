"""The page as a whole: one file that asks for nothing and lets nothing in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from importlib import resources

import sakip
from sakip.gambar._html import pohon, ringkasan, tabel, temuan
from sakip.gambar._html.bahan import Bahan
from sakip.gambar._html.markah import Html, aman, tag
from sakip.gambar._html.rona import style


def render(bahan: Bahan) -> Iterator[str]:
    """The page, piece by piece."""
    rule = None if bahan.laporan is None else bahan.laporan.kebijakan
    gaya = _part("gaya.css") + "".join(style(rule))
    perilaku = _part("perilaku.js")
    yield '<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(gaya, perilaku)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="color-scheme" content="light dark">\n'
    yield f"{tag('title', aman(bahan.judul))}\n<style>{gaya}</style>\n<script>{perilaku}</script>\n</head>\n<body>\n"
    yield '<a class="lompat" href="#isi">Langsung ke isi</a>\n'
    yield from ringkasan.header(bahan)
    yield _contents(bahan)
    yield '<main id="isi" tabindex="-1">\n'
    for part in (ringkasan, pohon, tabel, temuan):
        yield from part.section(bahan)
    yield "</main>\n"
    yield f"<footer><p>Disusun dengan sakip {aman(sakip.__version__)}. {_BACA}</p></footer>\n</body>\n</html>\n"


_BACA = (
    "Angka dibulatkan hanya pada tampilan; pengurutan memakai angka utuh. Tanda “—” berarti tidak ada angka, "
    "bukan nol, dan sebabnya tertulis."
)


def _contents(bahan: Bahan) -> Html:
    """The sections that there are."""
    parts = [("ringkasan", "Ringkasan"), ("pohon", "Pohon")]
    if bahan.laporan is not None:
        parts.append(("capaian", "Capaian"))
    if bahan.ditinjau or bahan.temuan:
        parts.append(("temuan", "Temuan"))
    links = [tag("a", aman(nama), href=f"#{id}") for id, nama in parts]
    cetak = (
        tag(
            "label",
            Html('<input type="checkbox" id="dengan-penjelasan" checked>'),
            aman(" dengan penjelasan"),
        ),
        tag("button", aman("Cetak"), type="button", data_perintah="cetak"),
    )
    return tag("nav", *links, tag("div", *cetak, kelas="alat"), aria_label="Bagian laporan")


def _part(nama: str) -> str:
    return resources.files("sakip.gambar._html").joinpath(nama).read_text(encoding="utf-8")


def _policy(gaya: str, perilaku: str) -> str:
    """What the browser may do with the page: its own style, its own script, nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(gaya)}'; script-src '{_hash(perilaku)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(isi: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(isi.encode()).digest()).decode()}"
