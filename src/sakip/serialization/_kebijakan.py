"""Policies and results as JSON text, a policy always in full."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from sakip.capaian import BarisCapaian, LaporanCapaian
from sakip.kebijakan import Capaian, Kebijakan
from sakip.lke import LembarLKE
from sakip.serialization._json import encode, parse_json
from sakip.serialization._konverter import KONVERTER, unstructure_kebijakan
from sakip.serialization._masalah import Masalah

FORMAT_LAPORAN = "sakip-laporan"
VERSI_LAPORAN = 1


def dumps_kebijakan(kebijakan: Kebijakan) -> str:
    """A policy as JSON text, every setting said, so that it means the same for ever.

    >>> from sakip import LKJIP
    >>> loads_kebijakan(dumps_kebijakan(LKJIP)) == LKJIP
    True
    """
    return json.dumps(unstructure_kebijakan(kebijakan), ensure_ascii=False, indent=2) + "\n"


def loads_kebijakan(teks: str) -> Kebijakan:
    """A policy from JSON text.

    Raises:
        SerialisasiError: It is no policy; the error names each place that is wrong.

    >>> loads_kebijakan('{"nama": "Dinas Contoh", "acuan": "contoh", "batas_atas": "110"}').batas_atas
    Decimal('110')
    """
    made: Kebijakan = _loads(teks, Kebijakan)
    return made


def dumps_lke(lembar: LembarLKE) -> str:
    """An evaluation sheet as JSON text, every part said, its bands with it.

    >>> from sakip.lke import LKE_NASIONAL
    >>> loads_lke(dumps_lke(LKE_NASIONAL)) == LKE_NASIONAL
    True
    """
    made: dict[str, Any] = KONVERTER.unstructure(lembar, LembarLKE)
    return encode(made) + "\n"


def loads_lke(teks: str) -> LembarLKE:
    """An evaluation sheet from JSON text.

    Raises:
        SerialisasiError: It is none; the message names every problem with its path.

    >>> loads_lke("{}")
    Traceback (most recent call last):
    sakip.errors.SerialisasiError: 4 problems
      $.nama: required field is missing
      $.komponen: required field is missing
      $.jawaban: required field is missing
      $.skala: required field is missing
    """
    made: LembarLKE = _loads(teks, LembarLKE)
    return made


def dumps_capaian(capaian: Capaian) -> str:
    """One result as JSON text, with its policy in full.

    >>> from sakip import KEMENKEU
    >>> hasil = KEMENKEU.capaian(100, 150)
    >>> loads_capaian(dumps_capaian(hasil)) == hasil
    True
    """
    return json.dumps(KONVERTER.unstructure(capaian, Capaian), ensure_ascii=False, indent=2) + "\n"


def loads_capaian(teks: str) -> Capaian:
    """One result from JSON text, as it was computed then.

    Raises:
        SerialisasiError: It is no result; the error names each place that is wrong.

    >>> from sakip import LKJIP
    >>> print(loads_capaian(dumps_capaian(LKJIP.capaian("≥ 80 %", "84 %"))))
    105,00 %
    """
    made: Capaian = _loads(teks, Capaian)
    return made


def _loads(teks: str, kelas: type) -> Any:
    masalah = Masalah()
    made = masalah.attempt("$", partial(KONVERTER.structure, parse_json(teks), kelas), None)
    masalah.refuse()
    return made


def dumps_laporan(laporan: LaporanCapaian) -> str:
    """A report as JSON text: its policy in full once, its rows with their steps.

    Figures are text, so that no digit is lost. A report is computed and not
    loaded again: plan, measurements and policy give it anew.

    >>> import json
    >>> from sakip import PohonKinerja, compute_capaian
    >>> laporan = compute_capaian(PohonKinerja("Dinas Contoh"), [], 2025)
    >>> json.loads(dumps_laporan(laporan))["kebijakan"]["nama"]
    'LKJIP'
    """
    dokumen = {
        "format": FORMAT_LAPORAN,
        "versi": VERSI_LAPORAN,
        "nama": laporan.nama,
        "periode": [str(item) for item in laporan.periode],
        "kebijakan": unstructure_kebijakan(laporan.kebijakan),
        "baris": [_row(row) for row in laporan.baris],
        "temuan": [item.to_record() for item in laporan.temuan],
    }
    return encode(dokumen) + "\n"


def _row(row: BarisCapaian) -> dict[str, Any]:
    record = {key: _plain(value) for key, value in row.to_record().items() if key != "kebijakan"}
    steps = [{"kode": step.kode, "teks": step.teks, "nilai": _plain(step.nilai)} for step in row.langkah]
    return record | {"langkah": steps}


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | str) else str(value)
