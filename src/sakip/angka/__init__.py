"""Numbers as Indonesian documents print them, into exact values and back.

Two entry points read text: `parse_angka` for a number and nothing else, and
`parse_nilai` for what a cell of a form may hold: a number with its unit, a
range, a bound, a ratio, a predicate, a day, or nothing. What they return is one of
the classes of `Isian`, a closed union, so that ``match`` can be exhaustive.

Arithmetic everywhere in `sakip` runs in `KONTEKS`, a decimal context of our
own: 34 digits, half up, whatever the caller's context is.
"""

from __future__ import annotations

from sakip.angka._bilangan import (
    KONTEKS,
    PRESISI,
    SEBAB,
    Catatan,
    Desimal,
    Sebab,
    add_up,
    parse_angka,
    parse_rupiah,
    scan_rupiah,
    to_decimal,
    to_finite,
    to_optional_decimal,
)
from sakip.angka._isian import (
    Angka,
    Batas,
    Isian,
    JenisKosong,
    Kategori,
    Kosong,
    Rasio,
    Rentang,
    TakTerbaca,
    Tanda,
    parse_nilai,
    read_nilai,
    to_isian,
)
from sakip.angka._sama import SamaTercetak
from sakip.angka._satuan import clean_satuan, convert_satuan
from sakip.angka._senilai import is_senilai
from sakip.angka._tanggal import Tanggal
from sakip.angka._tulis import (
    DESIMAL_MAPAN,
    format_angka,
    format_persen,
    format_rupiah,
    format_tanggal,
    nama_bulan,
    round_half_up,
    settle,
)

__all__ = [
    "DESIMAL_MAPAN",
    "KONTEKS",
    "PRESISI",
    "SEBAB",
    "Angka",
    "Batas",
    "Catatan",
    "Desimal",
    "Isian",
    "JenisKosong",
    "Kategori",
    "Kosong",
    "Rasio",
    "Rentang",
    "SamaTercetak",
    "Sebab",
    "TakTerbaca",
    "Tanda",
    "Tanggal",
    "add_up",
    "clean_satuan",
    "convert_satuan",
    "format_angka",
    "format_persen",
    "format_rupiah",
    "format_tanggal",
    "is_senilai",
    "nama_bulan",
    "parse_angka",
    "parse_nilai",
    "parse_rupiah",
    "read_nilai",
    "round_half_up",
    "scan_rupiah",
    "settle",
    "to_decimal",
    "to_finite",
    "to_isian",
    "to_optional_decimal",
]
