"""The links of a tree that are no tree edges, indexed by their ends."""

from __future__ import annotations

from collections.abc import Iterator

from sakip.errors import PohonError, TidakAdaError
from sakip.model import Relasi, Ujung


class DaftarRelasi:
    """Links in the order they were added; each can be found by either end."""

    __slots__ = ("_by_end", "_relasi")

    def __init__(self) -> None:
        """Begin with no link."""
        self._relasi: dict[Relasi, None] = {}
        self._by_end: dict[Ujung, dict[Relasi, None]] = {}

    def __iter__(self) -> Iterator[Relasi]:
        return iter(self._relasi)

    def of(self, ujung: Ujung) -> tuple[Relasi, ...]:
        """The links that have this end."""
        return tuple(self._by_end.get(ujung, ()))

    def add(self, relasi: Relasi) -> None:
        """Enter a link; the same one twice is refused."""
        if relasi in self._relasi:
            raise PohonError(
                str(relasi.dari),
                f"it has this {relasi.jenis.value} to {relasi.ke} already",
                f"{relasi.jenis.value} ke {relasi.ke} ini sudah ada",
            )
        self._relasi[relasi] = None
        for end in (relasi.dari, relasi.ke):
            self._by_end.setdefault(end, {})[relasi] = None

    def remove(self, relasi: Relasi) -> None:
        """Take a link out."""
        if relasi not in self._relasi:
            raise TidakAdaError(f"relasi {relasi.jenis.value}", f"{relasi.dari} -> {relasi.ke}", "the tree")
        del self._relasi[relasi]
        for end in {relasi.dari, relasi.ke}:  # one, where it leads back to where it comes from
            links = self._by_end[end]
            del links[relasi]
            if not links:
                del self._by_end[end]
