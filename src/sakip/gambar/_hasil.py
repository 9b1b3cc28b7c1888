"""The figures of a box: what is printed in it, and in which band it is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import attrs

from sakip.alasan import Alasan
from sakip.capaian import LaporanCapaian, LaporanSimpul
from sakip.gambar._pandangan import Pandangan
from sakip.model import AnySimpul
from sakip.skala import Pita

TAK_TERMASUK = "tidak termasuk laporan ini"
"""Said of a node whose indikator the report leaves out."""


@attrs.frozen
class Hasil:
    """One figure of a box.

    Attributes:
        teks: The figure as the policy prints it, or a dash.
        keterangan: The name of its band, or why there is no figure.
        pita: The place of its band, 0 for the highest; None for a figure in no band, or none.
        nama: What it is the figure of, where a box has several.
    """

    teks: str
    keterangan: str
    pita: int | None
    nama: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.nama, self.teks, self.keterangan)))


BacaHasil = Callable[[AnySimpul], tuple[Hasil, ...]]


def read_hasil(pandangan: Pandangan) -> BacaHasil:
    """How the figures of a node are found; without a report there are none."""
    laporan = pandangan.laporan
    if laporan is None:
        return lambda _: ()
    if isinstance(laporan, LaporanSimpul):
        return _read_gulungan(laporan, pandangan)
    return _read_laporan(laporan, pandangan)


def _read_gulungan(laporan: LaporanSimpul, pandangan: Pandangan) -> BacaHasil:
    def read(simpul: AnySimpul) -> tuple[Hasil, ...]:
        if simpul.id not in laporan:
            return (Hasil("—", TAK_TERMASUK, None),)
        row = laporan[simpul.id]
        return (_figure(row.nilai, row.alasan, pandangan),)

    return read


def _read_laporan(laporan: LaporanCapaian, pandangan: Pandangan) -> BacaHasil:
    rows: dict[str, list[tuple[Hasil, tuple[str, str]]]] = {}
    for row in laporan:
        names = row.indikator.id, row.periode.label
        rows.setdefault(row.simpul.id, []).append((_figure(row.nilai, row.alasan, pandangan), names))

    def read(simpul: AnySimpul) -> tuple[Hasil, ...]:
        found = rows.get(simpul.id, [])
        if not found:
            why = TAK_TERMASUK if simpul.indikator else Alasan.TANPA_INDIKATOR.kalimat
            return (Hasil("—", why, None),)
        several = [len({names[place] for _, names in found}) > 1 for place in (0, 1)]
        return tuple(
            attrs.evolve(
                hasil, nama=" ".join(name for name, shown in zip(names, several, strict=True) if shown)
            )
            for hasil, names in found
        )

    return read


def _figure(nilai: Decimal | None, alasan: Alasan | None, pandangan: Pandangan) -> Hasil:
    """One figure in its band, or the reason why there is none."""
    if nilai is None or pandangan.laporan is None:
        return Hasil("—", alasan.kalimat if alasan else "", None)
    kebijakan = pandangan.laporan.kebijakan
    teks = kebijakan.format(nilai).replace(" ", "\u00a0")  # the sign stays with its figure
    band = _band(nilai, pandangan)
    if band is None:
        return Hasil(teks, Alasan.DI_LUAR_SKALA.kalimat, None)
    return Hasil(teks, band.label, pandangan.pita.index(band))


def _band(nilai: Decimal, pandangan: Pandangan) -> Pita | None:
    """The policy's own way into its bands; another scale takes the figure as it is."""
    kebijakan = pandangan.laporan.kebijakan if pandangan.laporan else None
    if kebijakan is not None and pandangan.pakai is kebijakan.skala:
        return kebijakan.pita_for(nilai)
    return pandangan.pakai.pita_for(nilai)
