"""One way in and one way out: any form from a file, any form to a file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from sakip.bentuk import PengukuranKinerja
from sakip.capaian import LaporanCapaian
from sakip.dokumen import (
    _daftar_jabatan,
    _evaluasi_renja,
    _iki,
    _iku,
    _pengukuran,
    _penjenjangan,
    _perjanjian_kinerja,
    _realisasi,
    _realisasi_anggaran,
    _rekapitulasi_renja,
    _rencana_aksi,
    _rencana_aksi_individu,
    _sipd,
    _struktur,
    _temuan,
)
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._buka.batas import BATAS_BACA, BatasBaca
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._tulis.berkas import write_naskah
from sakip.dokumen._tulis.naskah import Naskah
from sakip.dokumen._tulis.pejabat import Pejabat
from sakip.errors import BentukError, TipeError
from sakip.kertas import Kertas
from sakip.pilihan import to_enum
from sakip.reviu import HasilReviu
from sakip.temuan import Temuan

FORMULIR: dict[str, Formulir] = {
    item.jenis: item
    for item in (
        _iki.FORMULIR,
        _iku.FORMULIR,
        _pengukuran.FORMULIR,
        _evaluasi_renja.FORMULIR,
        _rekapitulasi_renja.FORMULIR,
        _perjanjian_kinerja.FORMULIR,
        _daftar_jabatan.FORMULIR,
        _rencana_aksi.FORMULIR,
        _rencana_aksi_individu.FORMULIR,
        _penjenjangan.FORMULIR,
        _struktur.FORMULIR,
        _realisasi.FORMULIR,
        _realisasi_anggaran.FORMULIR,
        _sipd.FORMULIR,
    )
}
"""Every form by its tag; of forms that fit a file equally well, the first is taken."""

BENTUK: dict[str, type[Any]] = {item.jenis: item.kelas for item in FORMULIR.values()}
"""The class of every form that is read, by its tag.

>>> BENTUK["perjanjian_kinerja"].__name__
'PerjanjianKinerja'
"""


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
        if not FORMULIR[bentuk].fit(bacaan) and not _is_empty(FORMULIR[bentuk], bacaan):
            raise BentukError(os.fspath(path), (bentuk,), bacaan.describe())
        return FORMULIR[bentuk]
    scores = {item.jenis: score for item in FORMULIR.values() if (score := item.fit(bacaan))} or {
        item.jenis: 1 for item in FORMULIR.values() if _is_empty(item, bacaan)
    }
    if not scores:
        raise BentukError(os.fspath(path), tuple(FORMULIR), bacaan.describe())
    return FORMULIR[max(scores, key=lambda jenis: scores[jenis])]


def _is_empty(formulir: Formulir, bacaan: Bacaan) -> bool:
    """Whether a file is the form with nothing in it: its title, and no table of anything else."""
    line = bacaan.judul_tanpa_tabel.casefold().lstrip("*# ").removeprefix("draf ")
    return any(line.startswith(word) for word in formulir.kata)


def write_dokumen(
    dokumen: Any,
    path: str | os.PathLike[str],
    *,
    pejabat: Sequence[Pejabat] = (),
    kertas: Kertas | str = Kertas.A4,
    bom: bool = False,
) -> None:
    """Write a form as it must look; the file's ending says how.

    Args:
        dokumen: A form of `sakip.bentuk`; a tree, as a struktur table; measurements, as the
            table that they are filled in with; a report of capaian, as pengukuran kinerja;
            a review, or findings alone, as a list with a summary.
        path: ``.xlsx``, ``.csv``, ``.md``, ``.html`` or ``.docx``.
        pejabat: Who signs for which post: printed under the signatures of a workbook, of
            HTML and of DOCX, and stored nowhere.
        kertas: ``A4``, ``F4`` or ``A3``.
        bom: Whether a CSV file begins with the sign that Excel knows UTF-8 by.

    Raises:
        TipeError: It is no form that is written.
        TidakAdaError: The form has no such post to sign for.
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
    if pejabat:
        naskah = naskah.with_pejabat(pejabat)
    write_naskah(naskah, path, kertas=to_enum(Kertas, kertas, "write_dokumen", "kertas"), bom=bom)


def to_naskah(dokumen: Any) -> Naskah:
    if isinstance(dokumen, list):
        dokumen = tuple(dokumen)
    if isinstance(dokumen, LaporanCapaian):
        dokumen = PengukuranKinerja.from_laporan(dokumen)
    if isinstance(dokumen, tuple) and dokumen and all(isinstance(item, Temuan) for item in dokumen):
        dokumen = HasilReviu(dokumen, ())
    if isinstance(dokumen, HasilReviu):
        return _temuan.to_naskah(dokumen)
    for item in FORMULIR.values():
        if item.to_naskah is not None and item.holds(dokumen):
            return item.to_naskah(dokumen)
    raise TipeError(type(dokumen).__name__, "pass a form of sakip.bentuk")
