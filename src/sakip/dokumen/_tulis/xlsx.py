"""Forms as workbooks, by XlsxWriter: a sheet for each page of the form, ready to be printed and signed."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
from collections.abc import Iterator, Sequence

from sakip.berkas import write_bytes
from sakip.dokumen._tulis.lembar_xlsx import HURUF, Lembar
from sakip.dokumen._tulis.muat import check_muat
from sakip.dokumen._tulis.naskah import Blok, Naskah, Paragraf, TabelNaskah, to_teks
from sakip.dokumen._tulis.susun import TEPI, body_heights, head_heights, page_width, plan
from sakip.errors import EkstraError
from sakip.kertas import Kertas

_TAK_BERNAMA = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff\[\]:*?/\\]|^'|'$")
"""What no name of a sheet has."""


def write_xlsx(naskah: Naskah, path: str | os.PathLike[str], *, kertas: Kertas = Kertas.A4) -> None:
    """Write a form as a workbook: complete or not at all.

    Raises:
        BerkasError: A cell has no room for a text, or the file can't be written.
        EkstraError: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415  # an extra
    except ImportError:
        raise EkstraError("xlsxwriter", "excel") from None
    _check_teks(naskah, path)
    data = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": dict(HURUF),  # the widths of columns are counted in its digits
    }
    with xlsxwriter.Workbook(data, options) as buku:
        # No clock: the same form gives the same file.
        buku.set_properties(
            {"title": " ".join(filter(None, naskah.judul)), "created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)}
        )
        names: set[str] = set()
        for nama, blok in _sheets(naskah, kertas):
            lembar = buku.add_worksheet(_sheet_name(nama, names))
            Lembar(buku, lembar, naskah.judul, kertas, naskah.lies(nama), blok).write()
    write_bytes(path, [data.getvalue()])


def _check_teks(naskah: Naskah, path: str | os.PathLike[str]) -> None:
    """Refuse the first text that no cell has room for."""
    name = os.fspath(path)
    for line in naskah.judul:
        check_muat(name, "the title", line)
    for nama, blok in naskah.isi:
        for place, teks in _texts(blok):
            check_muat(name, f"{nama}, {place}", teks)


def _texts(blok: Sequence[Blok]) -> Iterator[tuple[str, str]]:
    """The texts of a page, with words for where they stand."""
    for item in blok:
        if isinstance(item, Paragraf):
            yield "a paragraph", item.teks
        elif isinstance(item, TabelNaskah):
            yield from (("a header", teks) for lajur in item.lajur for teks in (item.judul, *lajur.judul))
            for number, row in enumerate(item.baris, start=1):
                for lajur, isi in zip(item.lajur, row.sel, strict=True):
                    yield f"row {number} of the column {lajur.judul[-1]!r}", to_teks(isi, lajur.rupa)
        else:
            lines = (teks for pihak in item.penanda for teks in (*pihak[:2], *pihak[2]))
            yield from (("a signature", teks) for teks in (item.tempat_tanggal, *lines))


def _sheet_name(nama: str, taken: set[str]) -> str:
    r"""A name that workbooks allow, and that no other sheet has.

    >>> taken = set()
    >>> _sheet_name("Program/Kegiatan", taken), _sheet_name("Program:Kegiatan", taken)
    ('Program Kegiatan', 'Program Kegiatan 2')
    """
    base = _TAK_BERNAMA.sub(" ", nama).strip()[:28].strip("' ") or "Lembar"
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base} {number}"
    taken.add(name.casefold())
    return name


def _sheets(naskah: Naskah, kertas: Kertas) -> Iterator[tuple[str, list[Blok]]]:
    """The pages of a form; one with several tables that is longer than its paper has a sheet for each table.

    A sheet repeats one header on its pages, so that only a table of its own gets that of its own.
    """
    for nama, blok in naskah.isi:
        lies = naskah.lies(nama)
        tables = [item for item in blok if isinstance(item, TabelNaskah)]
        denah = plan(tables, page_width(kertas, mendatar=lies))
        high = (kertas.ukuran(mendatar=lies)[1] - 2 * TEPI) / 25.4 * 72
        room = high * sum(denah.lebar) / page_width(kertas, mendatar=lies)
        heights = (
            sum(head_heights(item, denah, letak)) + sum(body_heights(item, denah, letak))
            for item, letak in zip(tables, denah.letak, strict=True)
        )
        if len(tables) < 2 or sum(heights) < room * 0.7:
            yield nama, list(blok)
        else:
            yield from ((nama, part) for part in _split(blok))


def _split(blok: Sequence[Blok]) -> Iterator[list[Blok]]:
    """A page in parts that end with a table; what follows the last one stays with it."""
    part: list[Blok] = []
    for item in blok:
        if isinstance(item, TabelNaskah) and any(isinstance(other, TabelNaskah) for other in part):
            yield part
            part = []
        part.append(item)
    yield part
