"""Lines that name the institution of a form."""

from __future__ import annotations

import re

_INSTANSI = re.compile(
    r"^(?:pemerintah\s+(?:kabupaten|kota|provinsi|daerah)|dinas|badan|kantor|inspektorat|sekretariat|kecamatan"
    r"|kementerian|satuan\s+polisi|rumah\s+sakit|kabupaten|kota|provinsi|bappeda|rsud|uptd?|puskesmas|satpol"
    r"|kelurahan|biro|bagian|direktorat|lembaga|balai)\b",
    re.IGNORECASE,
)
BERLABEL = re.compile(
    r"(?:instansi|perangkat\s+daerah|opd|skpd|unit\s+(?:kerja|organisasi))\s*:\s*(\S.*)", re.IGNORECASE
)
"""How a line names it whose words alone would not."""
_KATA_KECIL = frozenset({"dan", "di", "ke", "pada", "untuk", "serta", "dr"})
"""Words of a name that are printed small."""


def is_name(teks: str) -> bool:
    """Whether a line may be a name: no sentence, and its words begin with capitals.

    >>> is_name("RSUD dan Puskesmas"), is_name("Harap diisi lengkap"), is_name("Dinas wajib mengisi.")
    (True, False, False)
    """
    words = re.findall(r"[^\W\d_]+", teks)
    return teks[-1] not in ".:;" and not any(word[0].islower() and word not in _KATA_KECIL for word in words)


def says_instansi(teks: str) -> bool:
    """Whether the words of a line alone say that it names an institution.

    >>> says_instansi("Dinas Sosial"), says_instansi("Dinas wajib mengisi."), says_instansi("Pusat Data")
    (True, False, False)
    """
    return bool(_INSTANSI.match(teks)) and teks[-1] not in ".:;" and len(teks) < 160
