"""A figure that is taken as it is."""

from __future__ import annotations

from typing import ClassVar

import attrs

from sakip.alasan import Alasan
from sakip.angka import Isian
from sakip.rumus._masukan import Agregasi, Masukan, check_text


@attrs.frozen
class Nilai:
    """A figure that is taken as it is: a score, a survey's result, a rating.

    Attributes:
        sumber: Who gives it.

    >>> print(Nilai("Inspektorat").compute(Masukan(nilai="69,14")))
    69,14
    """

    jenis: ClassVar[str] = "nilai"
    agregasi: ClassVar[Agregasi] = Agregasi.NILAI_AKHIR
    sumber: str = attrs.field(default="", validator=check_text)

    def compute(self, masukan: Masukan) -> Isian | Alasan:
        """The figure, or why there is none."""
        return masukan.langsung

    def describe(self, masukan: Masukan) -> str:  # noqa: ARG002  # one signature for every rumus
        """The formula in words, in Indonesian."""
        return f"nilai dari {self.sumber}" if self.sumber else "nilai sebagaimana dilaporkan"
