"""The money of the evaluation form: pagu and spending over the years of a Renstra and the triwulan of one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import attrs

from sakip.alasan import Alasan
from sakip.anggaran import BarisSerapan, RekapSerapan, compute_serapan
from sakip.bentuk._cetak import to_persen
from sakip.model import RealisasiAnggaran
from sakip.periode import JenisPeriode, Periode
from sakip.pohon import PohonKinerja

Jumlah = int | Alasan | None
"""An amount, why there is none, or None for a node that carries no money."""


@attrs.define
class Uang:
    """The money of every node of a tree, up to the end of a period."""

    pohon: PohonKinerja
    belanja: tuple[RealisasiAnggaran, ...]
    sampai: Periode
    span: Periode
    versi: str | None
    _rekap: dict[Periode, RekapSerapan] = attrs.field(factory=dict, init=False)

    def columns(self, id: str) -> dict[int, int | Decimal | Alasan | None]:
        """Columns 6 to 15 of a node; all None where it carries no money."""
        tahun = Periode(self.sampai.tahun)
        if not self._carries(id):
            return dict.fromkeys(range(6, 16))
        tw = [item for item in tahun.parts(JenisPeriode.TRIWULAN) if item.akhir <= self.sampai.akhir]
        found: dict[int, int | Decimal | Alasan | None] = {
            6: self._pagu_renstra(id),
            7: _add([self._spent(id, Periode(year)) for year in range(self.span.tahun, tahun.tahun)]),
            8: self._pagu(id, tahun),
            **dict.fromkeys(range(9, 13)),
        }
        found |= {9 + place: self._spent(id, when) for place, when in enumerate(tw)}
        found[13] = self._year(id, tw)
        found[14] = found[13] if found[7] is None else _add([found[7], found[13]])
        found[15] = _share(found[14], found[6])
        return found

    def _carries(self, id: str) -> bool:
        """Whether money is planned or spent at a node in any year of the Renstra."""
        printed = bool(getattr(self.pohon[id], "pagu", ()))
        rows = (self._row(id, Periode(year)) for year in range(self.span.tahun, self.span.sampai + 1))
        known = [row for row in rows if row is not None]
        return bool(known) and (
            printed or any(row.pagu is not None or row.terisi or row.catatan for row in known)
        )

    def _row(self, id: str, periode: Periode) -> BarisSerapan | None:
        if periode not in self._rekap:
            self._rekap[periode] = compute_serapan(self.pohon, self.belanja, periode, self.versi)
        return self._rekap[periode].get(id)

    # --- planned ------------------------------------------------------------------

    def _pagu(self, id: str, periode: Periode) -> Jumlah:
        row = self._row(id, periode)
        return None if row is None else Alasan.TANPA_PAGU if row.pagu is None else row.pagu

    def _pagu_renstra(self, id: str) -> Jumlah:
        """The money of the whole Renstra: printed for its span, or else the sum of its years."""
        whole = self._pagu(id, self.span)
        if isinstance(whole, int) or self.span.jenis is JenisPeriode.TAHUN:
            return whole
        return _add([self._pagu(id, year) for year in self.span.parts(JenisPeriode.TAHUN)])

    # --- spent --------------------------------------------------------------------

    def _spent(self, id: str, periode: Periode) -> Jumlah:
        """What was spent in a period; records that leave a part of it out are no figure for it."""
        row = self._row(id, periode)
        if row is None or row.realisasi is None:
            return Alasan.BELUM_ADA_SERAPAN if row is None or row.alasan is None else _why(row)
        return row.realisasi if self._covers(id, periode) else Alasan.PERIODE_BELUM_LENGKAP

    def _covers(self, id: str, periode: Periode) -> bool:
        """Whether the records that a figure rests on cover the whole period."""
        row = self._row(id, periode)
        if row is not None and row.asal == "simpul":
            months = sum(_months(item.periode) for item in row.catatan)
            return any(item.periode == periode for item in row.catatan) or months >= _months(periode)
        if row is not None and row.asal == "":
            return True  # it carries none, and nothing of it is in the sum
        return all(self._covers(child.id, periode) for child in self.pohon.children(id))

    def _year(self, id: str, tw: Sequence[Periode]) -> Jumlah:
        """What the year gave so far: of a year that has closed its own figure, else its triwulan."""
        if len(tw) == 4:
            return self._spent(id, Periode(self.sampai.tahun))
        return _add([self._spent(id, when) for when in tw])


def _why(row: BarisSerapan) -> Alasan:
    """Why nothing was spent, where what is wrong with the pagu may be said first."""
    if row.alasan in (Alasan.TANPA_PAGU, Alasan.PAGU_NOL) or row.alasan is None:
        return Alasan.SERAPAN_TAK_TERBACA if row.catatan else Alasan.BELUM_ADA_SERAPAN
    return row.alasan


def _months(periode: Periode) -> int:
    return periode.jenis.bulan or 12 * (periode.sampai - periode.tahun + 1)


def _add(amounts: Sequence[int | Decimal | Alasan | None]) -> Jumlah:
    """A sum; where a part has no figure, why: a gap among figures is no empty sum."""
    if not amounts:
        return None
    reasons = [item for item in amounts if isinstance(item, Alasan)]
    if not reasons:
        return sum(int(item) for item in amounts if item is not None and not isinstance(item, Alasan))
    silent = Alasan.BELUM_ADA_SERAPAN
    if len(reasons) == len(amounts) and set(reasons) <= {silent}:
        return silent
    return next((item for item in reasons if item is not silent), Alasan.PERIODE_BELUM_LENGKAP)


def _share(
    total: int | Decimal | Alasan | None, target: int | Decimal | Alasan | None
) -> Decimal | Alasan | None:
    """Column 15: what was spent in percent of the money of the Renstra."""
    if total is None or isinstance(total, Alasan):
        return total
    if target is None or isinstance(target, Alasan):
        return target
    return to_persen(total, target) if target > 0 else Alasan.PAGU_NOL
