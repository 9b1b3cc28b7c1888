"""Who is whose superior, where a list of posts says it by name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs

from sakip.model import Atasan, Jabatan

_TIDAK_ADA = frozenset({"", "tidak ada", "tidak memiliki atasan", "nihil", "none"})
"""What a cell says, without its punctuation, where a post has no superior; a dash leaves nothing."""


def key(nama: str) -> str:
    """A name without letter case, spaces and punctuation.

    >>> key("Kepala Bidang  Linjamsos (III.b)"), key("-")
    ('kepala bidang linjamsos iii b', '')
    """
    return " ".join(re.findall(r"[^\W_]+", nama.casefold()))


@attrs.frozen
class Susunan:
    """The posts of a list, found by id or by name.

    >>> kadis, kasi = Jabatan(id="J1", nama="Kepala Dinas"), Jabatan(id="J2", nama="Kepala Seksi")
    >>> susunan = Susunan.of([kadis, kasi])
    >>> susunan.find("kepala dinas", kasi), susunan.find("Bupati", kadis), susunan.find("-", kadis)
    ('J1', ('Bupati', ()), <Atasan.TIDAK_ADA: 'tidak_ada'>)
    """

    by_id: Mapping[str, Jabatan]
    by_nama: Mapping[str, tuple[Jabatan, ...]]

    @classmethod
    def of(cls, jabatan: Sequence[Jabatan]) -> Susunan:
        """The posts of a list."""
        names: dict[str, tuple[Jabatan, ...]] = {}
        for item in jabatan:
            names[key(item.nama)] = (*names.get(key(item.nama), ()), item)
        return cls({item.id: item for item in jabatan}, names)

    def find(self, teks: str, untuk: Jabatan) -> str | Atasan | tuple[str, tuple[str, ...]]:
        """The superior that a cell names: its id, or what is known of none.

        A name that several posts have is the one in the same unit.

        Returns:
            An id, an `Atasan`, or where no single post has this name the text with the
            ids of those that it may mean.
        """
        if not teks:
            return Atasan.TIDAK_DIKETAHUI
        if teks in self.by_id:
            return teks
        if key(teks) in _TIDAK_ADA:
            return Atasan.TIDAK_ADA
        found = self.by_nama.get(key(teks), ())
        others = [item for item in found if item.id != untuk.id] or list(found)
        near = [item for item in others if item.unit == untuk.unit]
        if len(others) == 1 or len(near) == 1:
            return (others if len(others) == 1 else near)[0].id
        return teks, tuple(item.id for item in others)

    def print(self, untuk: Jabatan) -> str:
        """What stands in the column of the superior: the name, where that is clear, or else the id.

        >>> susunan = Susunan.of([Jabatan(id="J1", nama="Kepala Dinas")])
        >>> susunan.print(Jabatan(id="J2", nama="Sekretaris", atasan="J1"))
        'Kepala Dinas'
        """
        above = untuk.atasan
        if isinstance(above, Atasan):
            return "-" if above is Atasan.TIDAK_ADA else ""
        known = self.by_id.get(above)
        return known.nama if known is not None and self.find(known.nama, untuk) == above else above

    def circles(self) -> tuple[Jabatan, ...]:
        """The posts that are their own superior, directly or through others.

        >>> [item.id for item in Susunan.of([Jabatan(id="J1", nama="Sekretaris", atasan="J1")]).circles()]
        ['J1']
        """
        done: set[str] = set()
        found: list[Jabatan] = []
        for start in self.by_id:
            path: dict[str, int] = {}
            step: str | Atasan = start
            while isinstance(step, str) and step in self.by_id and step not in done and step not in path:
                path[step] = len(path)
                step = self.by_id[step].atasan
            if step in path:
                found += [self.by_id[id] for id, place in path.items() if place >= path[str(step)]]
            done |= path.keys()
        return tuple(found)
