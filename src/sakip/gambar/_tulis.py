"""A picture in a file, in the format that its name ends in."""

from __future__ import annotations

import os
from pathlib import Path

from sakip.berkas import write_bytes, write_text
from sakip.errors import BerkasError
from sakip.gambar._bagi import draw_halaman
from sakip.gambar._dot import draw_dot
from sakip.gambar._graphviz import run_dot
from sakip.gambar._halaman import Halaman
from sakip.gambar._mermaid import draw_mermaid
from sakip.gambar._pandangan import Pandangan
from sakip.gambar._svg import draw_svg
from sakip.gambar._teks import draw_teks
from sakip.pohon import PohonKinerja

AKHIRAN = (".svg", ".mmd", ".md", ".dot", ".gv", ".txt", ".png", ".pdf")
"""The endings that a picture can have."""


def write_gambar(
    pohon: PohonKinerja,
    path: str | os.PathLike[str],
    pandangan: Pandangan | None = None,
    halaman: Halaman | None = None,
    *,
    bagi: bool = False,
) -> tuple[Path, ...]:
    """Draw a tree into a file, in the format that its name ends in.

    ``.svg`` is `draw_svg`; ``.mmd`` and ``.md`` are `draw_mermaid`, the latter in a fence
    of Markdown; ``.dot`` and ``.gv`` are `draw_dot`; ``.txt`` is `draw_teks`, of the whole
    tree; ``.png`` and ``.pdf`` are what Graphviz makes of `draw_dot`.

    Args:
        pohon: The tree.
        path: The file.
        pandangan: What of the tree is drawn; all of it by default.
        halaman: The sheet of an SVG; A4, lying, by default.
        bagi: Whether an SVG is divided into as many as it takes to be read; each is a file
            of its own, with the number of the page before the ending.

    Returns:
        The files that were written.

    Raises:
        BerkasError: The ending is none of these, or a file cannot be written.
        TidakAdaError: The view names a node or a post that the tree hasn't.
        EkstraError: A package of the extra ``gambar`` is not installed.
        ProgramError: The format needs Graphviz, which is not on this machine.

    >>> import tempfile
    >>> write_gambar(PohonKinerja("Dinas Contoh"), Path(tempfile.mkdtemp()) / "pohon.svg")[0].name
    'pohon.svg'
    """
    file = Path(path)
    ending = file.suffix.lower()
    if ending not in AKHIRAN:
        raise BerkasError(os.fspath(path), f"a picture ends in one of {', '.join(AKHIRAN)}")
    if bagi and ending == ".svg":
        pages = draw_halaman(pohon, pandangan, halaman)
        files = tuple(file.with_stem(f"{file.stem}-{number}") for number in range(1, len(pages) + 1))
        for one, page in zip(files, pages, strict=True):
            write_text(one, [page])
        return files
    if ending in {".png", ".pdf"}:
        write_bytes(file, [run_dot(draw_dot(pohon, pandangan), ending[1:])])
    else:
        write_text(file, [_draw(pohon, ending, pandangan, halaman)])
    return (file,)


def _draw(pohon: PohonKinerja, ending: str, pandangan: Pandangan | None, halaman: Halaman | None) -> str:
    if ending == ".svg":
        return draw_svg(pohon, pandangan, halaman)
    if ending in {".dot", ".gv"}:
        return draw_dot(pohon, pandangan)
    if ending == ".txt":
        return draw_teks(pohon) + "\n"
    mermaid = draw_mermaid(pohon, pandangan)
    return mermaid if ending == ".mmd" else f"```mermaid\n{mermaid}```\n"
