"""Who promises whom, on the statement page of a form: posts are kept, people are not."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import groupby

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import NAMA_TIDAK_DISIMPAN
from sakip.dokumen._buka.kisi import Petak

_PIHAK = re.compile(r"pihak\s+(pertama|kesatu|kedua)\s*[:=]\s*(.+)", re.IGNORECASE | re.DOTALL)
_JABATAN = re.compile(r"jabatan\s*[:=]\s*(.+)", re.IGNORECASE | re.DOTALL)
_ORANG = re.compile(r"(?:nama|nip|nik|pangkat|golongan|pangkat\s*/\s*gol\w*)\s*[:=]", re.IGNORECASE)
_LABEL = re.compile(r"(?:nama|jabatan|nip|nik|pangkat|golongan|pangkat\s*/\s*gol\w*)", re.IGNORECASE)


def read_pihak(bacaan: Bacaan, luar: list[tuple[Petak, str]], baku: Collection[str]) -> dict[str, str]:
    """The posts by ``pertama`` and ``kedua``, as far as a page names them.

    Args:
        bacaan: The reading.
        luar: The cells outside of the tables, in order.
        baku: The sentences of the page, which are furniture.
    """
    found: dict[str, str] = {}
    for _, group in groupby(luar, key=lambda line: (line[0].lembar, line[0].baris)):
        cells = [(place, teks) for place, teks in group if not bacaan.buku.knows(place)]
        places = [place for place, _ in cells]
        line = _join([teks for _, teks in cells])
        if line in baku:
            bacaan.buku.put(Nasib.PERABOT, *places)
        elif _ORANG.match(line):
            _leave_out(bacaan, cells)
        elif match := _PIHAK.fullmatch(line):
            found.setdefault("kedua" if match[1].lower() == "kedua" else "pertama", match[2])
            bacaan.buku.put(Nasib.ISI, *places)
        elif (match := _JABATAN.fullmatch(line)) and len(found) < 2:
            found["kedua" if "pertama" in found else "pertama"] = match[1]
            bacaan.buku.put(Nasib.ISI, *places)
    return found


def _join(cells: list[str]) -> str:
    """The cells of a row as one line; a label in a cell of its own gets its colon.

    >>> _join(["Jabatan", "Kepala Dinas"]), _join(["Jabatan", ":", "Kepala Dinas"]), _join(["Pihak Kedua", "Pihak Pertama"])
    ('Jabatan : Kepala Dinas', 'Jabatan : Kepala Dinas', 'Pihak Kedua Pihak Pertama')
    """
    if len(cells) > 1 and _LABEL.fullmatch(cells[0]) and not cells[1].startswith((":", "=")):
        return f"{cells[0]} : {' '.join(cells[1:])}"
    return " ".join(cells)


def _leave_out(bacaan: Bacaan, cells: list[tuple[Petak, str]]) -> None:
    """Keep a person out: the label is furniture, a finding says where the rest stood."""
    for number, (place, teks) in enumerate(cells):
        if teks in {":", "="} or (not number and _LABEL.fullmatch(teks)):
            bacaan.buku.put(Nasib.PERABOT, place)
        else:
            bacaan.note(NAMA_TIDAK_DISIMPAN, place)
