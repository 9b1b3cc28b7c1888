"""Two reports side by side: what changed, and by how many percentage points."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from sakip.angka import KONTEKS, format_angka, round_half_up
from sakip.berkas import Rekaman
from sakip.capaian._baris import BarisCapaian
from sakip.capaian._laporan import LaporanCapaian
from sakip.teks import Tampilan, render_html, render_tabel

_HEADER = ("Id", "Indikator", "Sebelum", "Sesudah", "Selisih", "Keterangan")


@attrs.frozen
class BarisBeda:
    """One indikator in two reports.

    Attributes:
        sebelum: Its row in the first; None where it has none there.
        sesudah: Its row in the second; None where it has none there.

    >>> BarisBeda(None, None).keterangan
    'tidak ada'
    """

    sebelum: BarisCapaian | None
    sesudah: BarisCapaian | None

    @property
    def selisih(self) -> Decimal | None:
        """Second less first, in percentage points; None where either has no number."""
        before = None if self.sebelum is None else self.sebelum.nilai
        after = None if self.sesudah is None else self.sesudah.nilai
        return None if before is None or after is None else KONTEKS.subtract(after, before)

    @property
    def keterangan(self) -> str:
        """What became of it: ``naik``, ``turun``, ``tetap``, ``baru``, ``hilang``, …, in Indonesian."""
        if self.sebelum is None or self.sesudah is None:
            if self.sebelum is self.sesudah:
                return "tidak ada"
            return "baru" if self.sebelum is None else "hilang"
        change = self.selisih
        if change is not None:
            return "tetap" if change == 0 else "naik" if change > 0 else "turun"
        if self.sebelum.nilai is None and self.sesudah.nilai is None:
            return "tetap tidak terhitung"
        return "menjadi terhitung" if self.sebelum.nilai is None else "menjadi tidak terhitung"

    def to_record(self) -> dict[str, object]:
        """The row as one flat record."""
        row = self.sesudah or self.sebelum
        return {
            "id_indikator": "" if row is None else row.indikator.id,
            "indikator": "" if row is None else row.indikator.nama,
            "sebelum": None if self.sebelum is None else self.sebelum.nilai,
            "sesudah": None if self.sesudah is None else self.sesudah.nilai,
            "selisih": self.selisih,
            "keterangan": self.keterangan,
        }


@attrs.frozen
class BedaLaporan(Tampilan, Rekaman):
    """Two reports side by side, in the order of the second.

    Attributes:
        judul: What is compared.
        baris: The rows.

    >>> BedaLaporan("", ()).to_csv()
    ''
    """

    judul: str
    baris: tuple[BarisBeda, ...]

    def __iter__(self) -> Iterator[BarisBeda]:
        return iter(self.baris)

    def __len__(self) -> int:
        return len(self.baris)

    def to_records(self) -> list[dict[str, object]]:
        """The rows as flat records."""
        return [row.to_record() for row in self.baris]

    def _cells(self) -> list[tuple[str, ...]]:
        return [
            (
                str(record["id_indikator"]),
                str(record["indikator"]),
                str(row.sebelum or "—"),
                str(row.sesudah or "—"),
                _points(row.selisih),
                row.keterangan,
            )
            for row, record in zip(self.baris, self.to_records(), strict=True)
        ]

    def __str__(self) -> str:
        table = render_tabel(_HEADER, self._cells(), lebar=(0, 48, 24, 24, 0, 0), kanan=(2, 3, 4))
        return f"{self.judul}\n\n{table}"

    def _repr_html_(self) -> str:
        return render_html(_HEADER, self._cells(), judul=self.judul, kanan=(2, 3, 4))


def _points(selisih: Decimal | None) -> str:
    if selisih is None:
        return "—"
    sign = "+" if selisih > 0 else ""
    return f"{sign}{format_angka(round_half_up(selisih, 2))} poin persen"


def compare_laporan(sebelum: LaporanCapaian, sesudah: LaporanCapaian) -> BedaLaporan:
    """Two reports side by side: two periods, two policies, two versions of a plan.

    Rows are matched by indikator; reports of several periods by indikator and period.

    >>> from sakip import KEMENKEU, Indikator, Outcome, PohonKinerja, Realisasi, compute_capaian
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah PPKS", target={"2025": 50})]))
    >>> terukur = [Realisasi("IK1", "2025", 75)]
    >>> beda = compare_laporan(
    ...     compute_capaian(pohon, terukur, 2025), compute_capaian(pohon, terukur, 2025, KEMENKEU))
    >>> beda.to_records()[0]["selisih"], beda.to_records()[0]["keterangan"]
    (Decimal('-30'), 'turun')
    """
    several = len(sebelum.periode) > 1 or len(sesudah.periode) > 1
    before, after = _by_key(sebelum, several=several), _by_key(sesudah, several=several)
    keys = [*after, *(key for key in before if key not in after)]
    rows = tuple(BarisBeda(before.get(key), after.get(key)) for key in keys)
    return BedaLaporan(f"{sebelum.judul} → {sesudah.judul}", rows)


def _by_key(laporan: LaporanCapaian, *, several: bool) -> dict[tuple[str, str], BarisCapaian]:
    return {(row.indikator.id, str(row.periode) if several else ""): row for row in laporan}
