"""Why figures of a row are n/a: the last line of its remark, written and read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sakip.alasan import Alasan

TANDA = "n/a: "
"""How the line of a remark begins that says why figures are n/a."""
_KALIMAT = {item.kalimat: item for item in Alasan}
_BUTIR = re.compile(r"((?:\d{1,2}(?: (?:K|Rp))?(?:, )?)+) \((.+)\)")


def join_alasan(keterangan: str, alasan: Iterable[tuple[str, Alasan]]) -> str:
    r"""A remark, with a line that says why figures are n/a.

    >>> join_alasan("Lihat lampiran", [("13 K", Alasan.PENYEBUT_NOL), ("14 K", Alasan.PENYEBUT_NOL)])
    'Lihat lampiran\nn/a: 13 K, 14 K (penyebut nol)'
    """
    groups: dict[str, list[str]] = {}
    for kolom, item in alasan:
        groups.setdefault(item.kalimat, []).append(kolom)
    why = "; ".join(f"{', '.join(kolom)} ({kalimat})" for kalimat, kolom in groups.items())
    return "\n".join(filter(None, (keterangan, f"{TANDA}{why}" if why else "")))


def split_alasan(teks: str) -> tuple[str, tuple[tuple[str, Alasan], ...]]:
    r"""A remark, and from its last line why figures are n/a; a line that is no such list stays in the remark.

    >>> split_alasan("n/a: 13 K, 14 K (penyebut nol); 15 K (tidak ada target untuk periode ini)")[1][1][0]
    '14 K'
    >>> split_alasan("Lihat lampiran\nn/a: 10 (tahun-tahun indikator ini tidak dijumlahkan)")[0]
    'Lihat lampiran'
    >>> split_alasan("n/a: belum jelas")
    ('n/a: belum jelas', ())
    """
    *lines, last = teks.split("\n")
    if not last.startswith(TANDA):
        return teks, ()
    found: list[tuple[str, Alasan]] = []
    for item in last.removeprefix(TANDA).split("; "):
        match = _BUTIR.fullmatch(item)
        if match is None or match[2] not in _KALIMAT:
            return teks, ()
        found += [(kolom, _KALIMAT[match[2]]) for kolom in match[1].split(", ")]
    return "\n".join(lines), tuple(found)
