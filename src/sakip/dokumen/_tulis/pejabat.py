"""Who holds a post on the day of signing: given at writing, printed, and stored nowhere."""

from __future__ import annotations

import attrs

from sakip.periksa import check_text


@attrs.frozen(kw_only=True)
class Pejabat:
    """The person who signs for a post.

    It is an argument of writing and no part of any form: a reader leaves the lines of
    a signature out and says where they stood.

    Attributes:
        jabatan: The post as the form prints it, or what it signs as, such as ``Pihak Kedua``.
        nama: The name, with its titles.
        nip: The NIP, digits only; empty where the post has none, as a bupati.
        pangkat: Rank and class.

    >>> pejabat = Pejabat(jabatan="Kepala Dinas", nama="NAMA PEJABAT", nip="000", pangkat="Pembina")
    >>> pejabat.baris
    ('NAMA PEJABAT', 'Pembina', 'NIP 000')
    """

    jabatan: str = attrs.field(validator=check_text)
    nama: str = attrs.field(validator=check_text)
    nip: str = attrs.field(default="", validator=check_text)
    pangkat: str = attrs.field(default="", validator=check_text)

    @property
    def baris(self) -> tuple[str, ...]:
        """The lines below the signature."""
        nip = f"NIP {self.nip}" if self.nip else ""
        return tuple(line for line in (self.nama, self.pangkat, nip) if line)

    def signs(self, sebagai: str, jabatan: str) -> bool:
        """Whether a line of a form is this person's, letter case and doubled blanks aside.

        >>> Pejabat(jabatan="kepala  dinas", nama="NAMA PEJABAT").signs("Pihak Pertama", "KEPALA DINAS")
        True
        """
        own = _plain(self.jabatan)
        return bool(own) and own in {_plain(sebagai), _plain(jabatan)}


def _plain(teks: str) -> str:
    return " ".join(teks.casefold().split())
