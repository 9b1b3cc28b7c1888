"""One way in and one way out: any form from a file, any form to a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sakip.berkas import write_text
from sakip.dokumen import _perjanjian_kinerja
from sakip.dokumen._bacaan import Bacaan
from sakip.dokumen._batas import BATAS_BACA, BatasBaca
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._hasil import HasilBaca
from sakip.dokumen._naskah import Naskah
from sakip.dokumen._tulis_teks import to_csv, to_html, to_markdown
from sakip.errors import BentukError, BerkasError, TipeError

FORMULIR: dict[str, Formulir] = {item.jenis: item for item in (_perjanjian_kinerja.FORMULIR,)}
"""Every form by its tag."""

BENTUK: dict[str, type[Any]] = {item.jenis: item.kelas for item in FORMULIR.values()}
"""The class of every form that is read, by its tag.

>>> BENTUK["perjanjian_kinerja"].__name__
'PerjanjianKinerja'
"""

_TEKS: dict[str, Callable[[Naskah], Iterator[str]]] = {
    ".csv": to_csv,
    ".md": to_markdown,
    ".html": to_html,
}


def read_dokumen(
    path: str | os.PathLike[str], *, bentuk: str | None = None, batas: BatasBaca = BATAS_BACA
) -> HasilBaca[Any]:
    r"""Read a form from a file, whichever it is.

    Args:
        path: XLSX, XLS, ODS, CSV, TSV, or a table pasted as text.
        bentuk: The tag of the form, such as ``perjanjian_kinerja``; without it the
            form is recognised by its columns and its title.
        batas: How much the file may ask for.

    Returns:
        The form, the findings with sheet and cell, and what became of the cells: each is
        in the form, is furniture of it, or is named by a finding.

    Raises:
        BerkasError: It can't be read, or is larger than the limits.
        BentukError: It is no such form; the error says what was looked for and what was found.
        EkstraError: It is a workbook, and the extra ``excel`` is not installed.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "pk.csv"
    >>> _ = path.write_text("PERJANJIAN KINERJA TAHUN 2025\nNo,Sasaran,Indikator Kinerja,Target\n"
    ...     "1,Meningkatnya penanganan PPKS,Persentase PPKS yang tertangani,\"93,59 %\"\n")
    >>> hasil = read_dokumen(path)
    >>> hasil.dokumen.jenis, hasil.cakupan.utuh
    ('perjanjian_kinerja', True)
    """
    bacaan = Bacaan.open(path, batas)
    return _choose(path, bacaan, bentuk).read(bacaan)


def _choose(path: str | os.PathLike[str], bacaan: Bacaan, bentuk: str | None) -> Formulir:
    if bentuk is not None:
        if bentuk not in FORMULIR:
            raise BentukError(os.fspath(path), (bentuk,), tuple(FORMULIR))
        if not FORMULIR[bentuk].fit(bacaan):
            raise BentukError(os.fspath(path), (bentuk,), bacaan.describe())
        return FORMULIR[bentuk]
    scores = {
        item.jenis: item.fit(bacaan) + _title_bonus(item, bacaan)
        for item in FORMULIR.values()
        if item.fit(bacaan)
    }
    if not scores:
        raise BentukError(os.fspath(path), tuple(FORMULIR), bacaan.describe())
    return FORMULIR[max(scores, key=lambda jenis: scores[jenis])]


def _title_bonus(formulir: Formulir, bacaan: Bacaan) -> int:
    text = bacaan.opening.casefold()
    return 100 if any(word in text for word in formulir.kata) else 0


def write_dokumen(dokumen: Any, path: str | os.PathLike[str]) -> None:
    """Write a form as it must look; the file's ending says how.

    Args:
        dokumen: A form of `sakip.bentuk`.
        path: ``.xlsx``, ``.csv``, ``.md``, ``.html`` or ``.docx``.

    Raises:
        TipeError: It is no form that is written.
        BerkasError: The ending is none of these, or the file can't be written.
        EkstraError: The extra ``excel`` or ``docx`` is not installed.

    >>> import pathlib, tempfile
    >>> from sakip.bentuk import PerjanjianKinerja
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "pk.md"
    >>> write_dokumen(PerjanjianKinerja(pihak_pertama="Kepala Dinas"), path)
    >>> path.read_text().splitlines()[0]
    '**PERJANJIAN KINERJA**  '
    """
    naskah = to_naskah(dokumen)
    suffix = Path(path).suffix.lower()
    if render := _TEKS.get(suffix):
        write_text(path, render(naskah))
    elif suffix == ".xlsx":
        from sakip.dokumen._tulis_xlsx import write_xlsx  # noqa: PLC0415  # an extra's part

        write_xlsx(naskah, path)
    elif suffix == ".docx":
        from sakip.dokumen._tulis_docx import write_docx  # noqa: PLC0415  # an extra's part

        write_docx(naskah, path)
    else:
        raise BerkasError(
            os.fspath(path), f"no form is written as {suffix!r}; use .xlsx, .csv, .md, .html or .docx"
        )


def to_naskah(dokumen: Any) -> Naskah:
    for item in FORMULIR.values():
        if isinstance(dokumen, item.kelas) and item.to_naskah is not None:
            return item.to_naskah(dokumen)
    raise TipeError(type(dokumen).__name__, "pass a form of sakip.bentuk")
