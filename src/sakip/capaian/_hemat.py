"""Capaian beside money: what every node reached, what it spent, and how the two compare."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from sakip.alasan import Alasan
from sakip.anggaran import BarisSerapan, CaraEfisiensi, Efisiensi, RekapSerapan, compute_efisiensi
from sakip.angka import format_angka, format_rupiah, round_half_up
from sakip.berkas import Rekaman
from sakip.capaian._gulung import CapaianSimpul, LaporanSimpul
from sakip.errors import ModelError, TidakAdaError
from sakip.teks import Tampilan, render_html, render_tabel

_HEADER = ("Id", "Simpul", "Pagu", "Realisasi", "Serapan", "Capaian", "Efisiensi", "Kategori")


@attrs.frozen
class BarisEfisiensi:
    """One node: its capaian, its money, and the reading of efisiensi that was asked for.

    Attributes:
        capaian: What the node reached.
        serapan: What it spent; None where it and what is below it carry no money.
        efisiensi: How the two compare, or why they can't be.

    >>> from sakip import Outcome, PohonKinerja, compute_capaian, roll_up
    >>> from sakip.anggaran import compute_serapan
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1"))
    >>> simpul = roll_up(pohon, compute_capaian(pohon, [], 2025))
    >>> compare_serapan(simpul, compute_serapan(pohon, [], 2025))["O1"].efisiensi.alasan
    <Alasan.TANPA_INDIKATOR: 'tanpa_indikator'>
    """

    capaian: CapaianSimpul
    serapan: BarisSerapan | None
    efisiensi: Efisiensi

    def explain(self) -> str:
        """How the three figures came about, in Indonesian."""
        parts = [self.capaian.explain()]
        if self.serapan is not None:
            parts.append(self.serapan.explain())
        return "\n".join([*parts, self.efisiensi.explain()])

    def to_record(self) -> dict[str, object]:
        """The row as one flat record; figures stay exact."""
        money, kategori = self.serapan, self.efisiensi.kategori
        return {
            "id_simpul": self.capaian.simpul.id,
            "jenis": self.capaian.simpul.jenis,
            "uraian": self.capaian.simpul.label,
            "pagu": None if money is None else money.pagu,
            "realisasi_anggaran": None if money is None else money.realisasi,
            "serapan": None if money is None else money.serapan,
            "capaian": self.capaian.nilai,
            "cara": self.efisiensi.cara.value,
            "efisiensi": self.efisiensi.nilai,
            "kategori": "" if kategori is None else kategori.label,
            "alasan": "" if self.efisiensi.alasan is None else self.efisiensi.alasan.value,
        }


@attrs.frozen
class LaporanEfisiensi(Tampilan, Rekaman):
    """Capaian beside serapan for every node of a tree, in tree order; ``laporan["P1"]`` is one of them.

    Attributes:
        judul: What is compared.
        baris: The nodes.

    >>> LaporanEfisiensi("", ()).to_csv()
    ''
    """

    judul: str
    baris: tuple[BarisEfisiensi, ...]

    def __getitem__(self, id: str) -> BarisEfisiensi:
        for row in self.baris:
            if row.capaian.simpul.id == id:
                return row
        raise TidakAdaError("simpul", str(id), f"the report {self.judul!r}")

    def __iter__(self) -> Iterator[BarisEfisiensi]:
        return iter(self.baris)

    def _ipython_key_completions_(self) -> list[str]:
        return [row.capaian.simpul.id for row in self.baris]

    def __len__(self) -> int:
        return len(self.baris)

    def to_records(self) -> list[dict[str, object]]:
        """The nodes as flat records, for a data frame or a file."""
        return [row.to_record() for row in self.baris]

    def _cells(self) -> list[tuple[str, ...]]:
        return [
            (
                row.capaian.simpul.id,
                row.capaian.simpul.label,
                _money(None if row.serapan is None else row.serapan.pagu),
                _money(None if row.serapan is None else row.serapan.realisasi),
                "—" if row.serapan is None else str(row.serapan),
                str(row.capaian),
                "—" if row.efisiensi.nilai is None else format_angka(round_half_up(row.efisiensi.nilai, 2)),
                "" if row.efisiensi.kategori is None else row.efisiensi.kategori.label,
            )
            for row in self.baris
        ]

    def __str__(self) -> str:
        table = render_tabel(_HEADER, self._cells(), lebar=(0, 40, 0, 0, 24, 24), kanan=range(2, 7))
        return f"{self.judul}\n\n{table}"

    def _repr_html_(self) -> str:
        kategori = [row.efisiensi.kategori for row in self.baris]
        colours = ["" if item is None else item.warna for item in kategori]
        return render_html(_HEADER, self._cells(), judul=self.judul, kanan=range(2, 7), warna=colours)


def _money(amount: int | None) -> str:
    return "—" if amount is None else format_rupiah(amount)


def compare_serapan(
    simpul: LaporanSimpul, serapan: RekapSerapan, cara: CaraEfisiensi | str = CaraEfisiensi.SELISIH
) -> LaporanEfisiensi:
    """Set what every node reached beside what it spent.

    Args:
        simpul: The capaian of the nodes, from `roll_up`.
        serapan: The spending of the same period.
        cara: The reading of efisiensi: ``selisih`` or ``rasio``. The two of the PMK need
            volumes, see `sakip.anggaran`.

    Raises:
        ModelError: The two are of different periods; another reading.

    >>> from sakip import Indikator, PohonKinerja, Program, Realisasi, compute_capaian, roll_up
    >>> from sakip.anggaran import compute_serapan
    >>> from sakip.model import RealisasiAnggaran
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> indikator = Indikator(id="IK1", nama="Jumlah PPKS", target={2025: 50})
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi", pagu={2025: 1000}, indikator=[indikator]))
    >>> capaian = roll_up(pohon, compute_capaian(pohon, [Realisasi("IK1", 2025, 48)], 2025))
    >>> uang = compute_serapan(pohon, [RealisasiAnggaran("P1", 2025, 900)], 2025)
    >>> baris = compare_serapan(capaian, uang)["P1"]
    >>> baris.efisiensi.nilai, baris.efisiensi.kategori.label
    (Decimal('6'), 'Efisien')
    """
    if simpul.periode != serapan.periode:
        both = f"{simpul.periode} and {serapan.periode}"
        raise ModelError("compare_serapan", "periode", both, "one period for both")
    rows = tuple(_row(row, serapan, cara) for row in simpul)
    return LaporanEfisiensi(f"Efisiensi {simpul.nama}, {simpul.periode.label}", rows)


def _row(row: CapaianSimpul, serapan: RekapSerapan, cara: CaraEfisiensi | str) -> BarisEfisiensi:
    money = serapan.get(row.simpul.id)
    spent = None if money is None else money.serapan
    hasil = compute_efisiensi(row.nilai, spent, cara)
    alasan = row.alasan or (Alasan.TANPA_PAGU if money is None else money.alasan)
    if hasil.nilai is None and alasan is not None:
        hasil = attrs.evolve(hasil, alasan=alasan)
    return BarisEfisiensi(row, money, hasil)
