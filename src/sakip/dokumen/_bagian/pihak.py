"""The statement page of a Perjanjian Kinerja: who promises whom, and in which words; people are not kept."""

from __future__ import annotations

import re
from itertools import groupby

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import NAMA_TIDAK_DISIMPAN
from sakip.dokumen._buka.kisi import Petak

_PIHAK = re.compile(r"pihak\s+(pertama|kesatu|kedua)\s*[:=]\s*(.+)", re.IGNORECASE | re.DOTALL)
_JABATAN = re.compile(r"jabatan\s*[:=]\s*(.+)", re.IGNORECASE | re.DOTALL)
_ORANG = re.compile(r"(?:nama|nip|nik|pangkat|golongan|pangkat\s*/\s*gol\w*)\s*[:=]", re.IGNORECASE)
_LABEL = re.compile(r"(?:nama|jabatan|nip|nik|pangkat|golongan|pangkat\s*/\s*gol\w*)", re.IGNORECASE)

_PEMBUKA = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta "
    "berorientasi pada hasil, {} yang bertanda tangan di bawah ini:"
)
_TARGET = (
    "berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam rangka "
    "mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan. "
    "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab"
)
JANJI = (
    _PEMBUKA.format("kami"),
    f"Pihak Pertama {_TARGET} kami.",
    (
        "Pihak Kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
        "kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan "
        "dan sanksi."
    ),
)
"""What the page says: how it begins, what the first promises, what the second does about it."""
JANJI_SENDIRI = (_PEMBUKA.format("saya"), f"Saya {_TARGET} saya.")
"""What it says where nobody is promised to."""

_KALIMAT = (
    (
        r"dalam rangka mewujudkan manajemen pemerintahan yang efektif transparan dan akuntabel serta "
        r"berorientasi pada hasil (?:maka )?(?:kami |saya )?yang bertanda ?tangan di ?bawah ini"
    ),
    (
        r"(?:selaku atasan (?:langsung )?pihak (?:pertama|kesatu) )?"
        r"(?:yang )?selanjutnya disebut (?:sebagai )?pihak (?:pertama|kesatu|kedua)"
    ),
    (
        r"(?:(?:pihak (?:pertama|kesatu)|saya) )?berjanji akan mewujudkan target kinerja (?:yang seharusnya )?"
        r"sesuai lampiran perjanjian ini dalam rangka mencapai target kinerja jangka menengah seperti yang telah "
        r"ditetapkan dalam dokumen perencanaan"
    ),
    (
        r"keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab "
        r"(?:kami|saya|pihak pertama|pihak kesatu)"
    ),
    (
        r"pihak kedua akan melakukan supervisi yang diperlukan serta (?:akan )?melakukan evaluasi terhadap "
        r"capaian kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian "
        r"penghargaan dan sanksi"
    ),
)
"""The sentences of the regulation's form as offices print them, without case and punctuation."""
_BAKU = re.compile(rf"(?:(?:{'|'.join(_KALIMAT)})(?: |\Z))+")
_AWAL = re.compile(r"dalam rangka|selaku|(?:yang )?selanjutnya|pihak|saya|berjanji|keberhasilan")
"""How they begin."""
_TERBANYAK_BARIS = 8
"""Lines that one of them is broken into at most, where it was copied out of a PDF."""


def read_pihak(bacaan: Bacaan, luar: list[tuple[Petak, str]]) -> dict[str, str]:
    """The posts by ``pertama`` and ``kedua``, as far as a page names them.

    Args:
        bacaan: The reading.
        luar: The cells outside of the tables, in order.
    """
    _skip_baku(bacaan, luar)
    found: dict[str, str] = {}
    for cells in _rows(bacaan, luar):
        places = [place for place, _ in cells]
        line = _join([teks for _, teks in cells])
        if _ORANG.match(line):
            _leave_out(bacaan, cells)
        elif match := _PIHAK.fullmatch(line):
            found.setdefault("kedua" if match[1].lower() == "kedua" else "pertama", match[2])
            bacaan.buku.put(Nasib.ISI, *places)
        elif (match := _JABATAN.fullmatch(line)) and len(found) < 2:
            found["kedua" if "pertama" in found else "pertama"] = match[1]
            bacaan.buku.put(Nasib.ISI, *places)
    return found


def _rows(bacaan: Bacaan, luar: list[tuple[Petak, str]]) -> list[list[tuple[Petak, str]]]:
    """The cells that were not taken yet, row by row."""
    rows = groupby(luar, key=lambda line: (line[0].lembar, line[0].baris))
    free = ([cell for cell in group if not bacaan.buku.knows(cell[0])] for _, group in rows)
    return [cells for cells in free if cells]


def _skip_baku(bacaan: Bacaan, luar: list[tuple[Petak, str]]) -> None:
    """The sentences of the form are furniture, on one line or broken over several."""
    rows = _rows(bacaan, luar)
    lines = [" ".join(teks for _, teks in cells) for cells in rows]
    begin = 0
    while begin < len(rows):
        end = _end_baku(lines, begin)
        bacaan.buku.put(Nasib.PERABOT, *(place for cells in rows[begin:end] for place, _ in cells))
        begin = max(end, begin + 1)


def _end_baku(lines: list[str], begin: int) -> int:
    """Behind the last of the lines from one on that make up sentences of the form; that one for none."""
    if not _AWAL.match(_words(lines[begin])):
        return begin
    teks = ""
    for end, line in enumerate(lines[begin : begin + _TERBANYAK_BARIS], start=begin + 1):
        teks = f"{teks} {_words(line)}".strip()
        if _BAKU.fullmatch(teks):
            return end
    return begin


def _words(teks: str) -> str:
    """A line without case, punctuation and doubled blanks."""
    return " ".join(re.findall(r"[^\W_]+", teks.casefold()))


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
