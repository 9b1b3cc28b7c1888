"""The official nomenclature: loaded from a list of the user's, and trees held against it.

The list changes with every decree, so none is built in. What a row needs is a code and a
name; a list that has them gives kinerja, indikator and satuan of each sub kegiatan, and the
codes that it replaces. `sakip.dokumen.read_nomenklatur` reads one from a file.

Acuan: Permendagri 90/2019 and its updates.
"""

from __future__ import annotations

from sakip.nomenklatur._daftar import (
    BarisNomenklatur,
    Nomenklatur,
    from_rows,
    to_baris,
    to_placeholder,
    words,
)
from sakip.nomenklatur._periksa import (
    INDIKATOR_BERBEDA,
    KODE_TIDAK_DIKENAL,
    NAMA_BERBEDA,
    SATUAN_BERBEDA,
    WEWENANG_BERBEDA,
    check_nomenklatur,
    propose_kode,
)
from sakip.nomenklatur._pindah import LaporanPindah, PindahKode, compare_nomenklatur, map_kode, recode

__all__ = [
    "INDIKATOR_BERBEDA",
    "KODE_TIDAK_DIKENAL",
    "NAMA_BERBEDA",
    "SATUAN_BERBEDA",
    "WEWENANG_BERBEDA",
    "BarisNomenklatur",
    "LaporanPindah",
    "Nomenklatur",
    "PindahKode",
    "check_nomenklatur",
    "compare_nomenklatur",
    "from_rows",
    "map_kode",
    "propose_kode",
    "recode",
    "to_baris",
    "to_placeholder",
    "words",
]
