"""A laid out form into a file; the ending of its name says how."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path

from sakip.berkas import TANDA_URUT, write_text
from sakip.dokumen._tulis.html import to_html
from sakip.dokumen._tulis.naskah import Naskah
from sakip.dokumen._tulis.teks import to_csv, to_markdown
from sakip.errors import BerkasError
from sakip.kertas import Kertas


def write_naskah(
    naskah: Naskah, path: str | os.PathLike[str], *, kertas: Kertas = Kertas.A4, bom: bool = False
) -> None:
    """Write a laid out form.

    Args:
        naskah: The form.
        path: ``.xlsx``, ``.csv``, ``.md``, ``.html`` or ``.docx``.
        kertas: The paper, where the format knows of any.
        bom: Whether a CSV file begins with the sign that Excel knows UTF-8 by.

    Raises:
        BerkasError: The ending is none of these, or the file can't be written.
        EkstraError: The extra ``excel`` or ``docx`` is not installed.
    """
    match Path(path).suffix.lower():
        case ".csv":
            write_text(path, chain([TANDA_URUT], to_csv(naskah)) if bom else to_csv(naskah))
        case ".md":
            write_text(path, to_markdown(naskah))
        case ".html":
            write_text(path, to_html(naskah, kertas))
        case ".xlsx":
            from sakip.dokumen._tulis.xlsx import write_xlsx  # noqa: PLC0415  # an extra's part

            write_xlsx(naskah, path, kertas=kertas)
        case ".docx":
            from sakip.dokumen._tulis.docx import write_docx  # noqa: PLC0415  # an extra's part

            write_docx(naskah, path, kertas=kertas)
        case suffix:
            raise BerkasError(
                os.fspath(path),
                f"no form is written as {suffix!r}; use .xlsx, .csv, .md, .html or .docx",
                "akhiran namanya bukan .xlsx, .csv, .md, .html, atau .docx",
            )
