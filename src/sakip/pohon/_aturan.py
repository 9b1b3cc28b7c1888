"""Which node may stand under which: a table for each kind of institution.

The table is as wide as trees on their way need it: conditions may stand under
components, and a component under the condition that is translated later. What
a finished tree should look like is a matter of review, not of this table.
"""

from __future__ import annotations

from collections.abc import Mapping

from sakip.errors import PohonError
from sakip.model import SIMPUL, JenisInstansi

AKAR = ""
"""The parent of a root in the table below."""

_PERNYATAAN = frozenset({"outcome", "csf", "kondisi_antara", "tujuan", "sasaran"})
_SEMUA = frozenset(SIMPUL)

_UMUM: dict[str, frozenset[str]] = {
    "outcome": _PERNYATAAN | {AKAR},
    "csf": frozenset({AKAR, "outcome", "tujuan", "sasaran"}),
    "kondisi_antara": (_SEMUA - {"aktivitas"}) | {AKAR},
    "tujuan": frozenset({AKAR, "outcome", "tujuan", "sasaran"}),
    "sasaran": frozenset({AKAR, "outcome", "tujuan", "sasaran"}),
    "urusan": _PERNYATAAN | {AKAR, "urusan"},
    "program": _PERNYATAAN | {AKAR, "urusan"},
    "kegiatan": frozenset({AKAR, "program", "csf", "kondisi_antara", "sasaran"}),
    "aktivitas": _SEMUA | {AKAR},
}

INDUK: Mapping[JenisInstansi, Mapping[str, frozenset[str]]] = {
    JenisInstansi.PEMDA: _UMUM | {"sub_kegiatan": frozenset({AKAR, "kegiatan", "kondisi_antara"})},
    JenisInstansi.KEMENTERIAN_LEMBAGA: _UMUM
    | {
        "sasaran": _UMUM["sasaran"] | {"program", "kegiatan"},
        "kro": frozenset({AKAR, "kegiatan", "kondisi_antara", "sasaran"}),
        "ro": frozenset({AKAR, "kro", "kondisi_antara"}),
    },
    JenisInstansi.BEBAS: {jenis: _SEMUA | {AKAR} for jenis in SIMPUL},
}
"""For each kind of institution and node, the kinds of parents; ``""`` is a root.

>>> sorted(INDUK[JenisInstansi.PEMDA]["sub_kegiatan"])
['', 'kegiatan', 'kondisi_antara']
"""


def may_stand_under(jenis: str, induk: str, instansi: JenisInstansi = JenisInstansi.PEMDA) -> bool:
    """Whether a node of one kind may stand under one of another.

    Args:
        jenis: The kind of the node, such as ``kegiatan``.
        induk: The kind of its parent; empty for a root.
        instansi: The kind of institution.

    >>> may_stand_under("kegiatan", "program"), may_stand_under("program", "kegiatan")
    (True, False)
    """
    return induk in INDUK[instansi].get(jenis, ())


def describe_aturan(jenis: str, induk: str, instansi: JenisInstansi) -> tuple[str, str]:
    """The rule that a placement would break, in English and in Indonesian; whatever a tree has may be a root."""
    allowed = INDUK[instansi].get(jenis)
    if allowed is None:
        return (
            f"a tree of the kind {instansi.value} has no {jenis}",
            f"pohon {instansi.value} tidak mengenal {jenis}",
        )
    parents = ", ".join(sorted(allowed - {AKAR}))
    return (
        f"a {jenis} may stand under {parents} or as a root, not under a {induk}",
        f"{jenis} dapat berada di bawah {parents} atau sebagai akar, tidak di bawah {induk}",
    )


def check_below(id: str, below: str, banyak: int) -> None:
    """Refuse to remove a node while nothing was said of the nodes below it.

    Raises:
        PohonError: There are some and *below* is ``refuse``, or it is no way to go about them.
    """
    if below not in {"refuse", "remove", "lift"}:
        raise PohonError(
            id,
            f'below is "refuse", "remove" or "lift", not {below!r}',
            f'below harus "refuse", "remove", atau "lift", bukan {below!r}',
        )
    if banyak and below == "refuse":
        raise PohonError(
            id,
            f'nodes below it: {banyak}; say below="remove" or below="lift"',
            f"masih ada {banyak} simpul di bawahnya; pilih dihapus atau dinaikkan",
        )


def refuse_circle(id: str, tempat: str | None) -> PohonError:
    """The error of a node that would stand under or before itself."""
    return PohonError(
        id,
        f"it cannot stand under or before itself ({tempat!r})",
        "simpul tidak dapat berada di bawah atau sebelum dirinya sendiri",
    )
