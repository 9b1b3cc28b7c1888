"""The accountable posts of a tree, with their hierarchy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sakip.errors import PohonError, TidakAdaError
from sakip.model import Atasan, Jabatan


class SusunanJabatan(Mapping[str, Jabatan]):
    """The posts by id, in the order they were added. Read-only; the tree edits it.

    >>> from sakip import Jabatan, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    >>> pohon.add_jabatan(Jabatan(id="kabid", nama="Kepala Bidang", atasan="kadis"))
    >>> [jabatan.nama for jabatan in pohon.jabatan.bawahan("kadis")]
    ['Kepala Bidang']
    """

    __slots__ = ("_jabatan",)

    def __init__(self) -> None:
        """Begin with no post."""
        self._jabatan: dict[str, Jabatan] = {}

    def __getitem__(self, id: str) -> Jabatan:
        try:
            return self._jabatan[id]
        except (KeyError, TypeError):
            raise TidakAdaError("jabatan", str(id), "the tree") from None

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and id in self._jabatan

    def __iter__(self) -> Iterator[str]:
        return iter(self._jabatan)

    def __len__(self) -> int:
        return len(self._jabatan)

    def __repr__(self) -> str:
        return f"SusunanJabatan({len(self)} jabatan)"

    def bawahan(self, id: str) -> tuple[Jabatan, ...]:
        """The posts that answer to one directly.

        Raises:
            TidakAdaError: There is no such post.
        """
        superior = self[id]
        return tuple(item for item in self._jabatan.values() if item.atasan == superior.id)

    def atasan(self, id: str) -> tuple[Jabatan, ...]:
        """The posts above one, nearest first, as far as they are known.

        Raises:
            TidakAdaError: There is no such post.

        >>> from sakip import Jabatan, PohonKinerja
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
        >>> pohon.jabatan.atasan("kadis")
        ()
        """
        chain: list[Jabatan] = []
        step = self[id].atasan
        while isinstance(step, str) and step in self._jabatan:
            chain.append(self._jabatan[step])
            step = chain[-1].atasan
        return tuple(chain)

    # The tree calls these.

    def _put(self, jabatan: Jabatan) -> None:
        """Add or replace a post, unless it would answer to itself."""
        step: str | Atasan = jabatan.atasan
        while step != jabatan.id and step in self:
            step = self[str(step)].atasan
        if step == jabatan.id:
            raise PohonError(
                jabatan.id,
                "a jabatan may not be its own atasan, directly or through others",
                "jabatan tidak boleh menjadi atasan bagi dirinya sendiri, langsung atau lewat jabatan lain",
            )
        self._jabatan[jabatan.id] = jabatan

    def _merged(self, other: SusunanJabatan) -> SusunanJabatan:
        """These posts with those of another tree, where both agree."""
        new = SusunanJabatan()
        new._jabatan.update(self._jabatan)
        for id, jabatan in other.items():
            if new._jabatan.setdefault(id, jabatan) != jabatan:
                raise PohonError(
                    id,
                    "both trees have a jabatan of this id, and they differ",
                    "kedua pohon punya jabatan dengan id ini, tetapi isinya berbeda",
                )
            new._put(jabatan)
        return new

    def _drop(self, id: str) -> None:
        if below := self.bawahan(id):
            names = ", ".join(repr(item.id) for item in below)
            raise PohonError(
                id,
                f"it is the atasan of {names}: change theirs first",
                f"jabatan ini masih menjadi atasan {names}; ganti atasan mereka dahulu",
            )
        del self._jabatan[id]
