"""The annex of a Penjenjangan that was written here: other wordings, and links that are not the tree."""

from __future__ import annotations

import attrs

from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.register import ISIAN_TAK_DIKENAL
from sakip.dokumen._penjenjangan.bagan import Bagan
from sakip.dokumen._penjenjangan.urai import BarisTabel, Potongan
from sakip.errors import SakipError
from sakip.model import Relasi, Sebutan
from sakip.pohon import PohonKinerja

INDIKATOR = "indikator"
"""What says in a row of the annex that its id is of an indikator; else it is of a node."""


@attrs.define
class PembacaLampiran:
    """Gathers the rows of the annex until the tree is there.

    Attributes:
        bacaan: The reading.
    """

    bacaan: Bacaan
    _sebutan: list[BarisTabel] = attrs.field(factory=list)
    _relasi: list[BarisTabel] = attrs.field(factory=list)

    def read(self, potongan: Potongan) -> bool:
        """Take a row of one of the two tables."""
        if not isinstance(potongan, BarisTabel) or potongan.jenis not in {"sebutan", "relasi"}:
            return False
        (self._sebutan if potongan.jenis == "sebutan" else self._relasi).append(potongan)
        return True

    def word(self, bagan: Bagan) -> None:
        """Give the wordings to what they are of."""
        rows = {row.id: row for node in bagan.walk() for row in node.ukuran if row.id}
        for baris in self._sebutan:
            larik = baris.larik
            cells = {
                kunci: self.bacaan.take(larik, kunci)
                for kunci in ("teks", "tempat", "nomor", "bagian", "keterangan")
            }
            id = self.bacaan.take(larik, "id")
            milik = self.bacaan.take(larik, "milik").casefold()
            owner = rows.get(id) if milik == INDIKATOR else bagan.by_id(id)
            if owner is None:
                place = larik.petak("teks")
                self.bacaan.note(ISIAN_TAK_DIKENAL, place, teks=cells["teks"], sebab=f'id "{id}" tidak ada')
            else:
                owner.sebutan.append(Sebutan(**cells | {"bagian": cells["bagian"] or "uraian"}))

    def link(self, pohon: PohonKinerja) -> None:
        """Add the links to the tree."""
        for baris in self._relasi:
            larik = baris.larik
            cells = {
                kunci: self.bacaan.take(larik, kunci)
                for kunci in ("jenis", "dari", "ke", "peran", "bobot", "status", "tempat", "keterangan")
            }
            try:
                pohon.add_relasi(Relasi(**cells | {"bobot": cells["bobot"] or None}))  # type: ignore[arg-type]  # as text
            except SakipError as error:
                place = larik.petak("jenis")
                teks = " ".join(filter(None, (cells["jenis"], cells["dari"], cells["ke"])))
                self.bacaan.note(
                    ISIAN_TAK_DIKENAL, place, teks=teks, sebab=f"kaitan tidak dapat dipasang ({error})"
                )
