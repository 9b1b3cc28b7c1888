"""Serapan as rows: one for each node, each with its explanation, and all of them as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, TypeAlias

import attrs

from sakip.alasan import Alasan, Kekosongan
from sakip.anggaran._uang import format_uang, note_rounding
from sakip.anggaran._waktu import join_periods, missing, periods
from sakip.angka import format_persen
from sakip.berkas import Rekaman
from sakip.errors import TidakAdaError
from sakip.kebijakan import Langkah
from sakip.model import RealisasiAnggaran
from sakip.periode import Periode
from sakip.teks import Tampilan, TampilanLangkah, render_html, render_tabel
from sakip.temuan import Temuan

Asal: TypeAlias = Literal["simpul", "bawah", ""]
"""Where an amount stands: at the node itself, below it, or nowhere."""

_TERDEKAT = "simpul beranggaran terdekat di bawahnya"


@attrs.frozen
class BarisSerapan(TampilanLangkah):
    """How much of the pagu of one node was spent in a period.

    Attributes:
        id: The node.
        nama: What a reader knows it by.
        periode: The period.
        pagu: What the spending is divided by, in rupiah; None where it is not known.
        periode_pagu: The period that this pagu is printed for.
        pagu_asal: ``simpul`` for the pagu printed at the node, ``bawah`` for a sum of
            those below it, empty where there is none.
        realisasi: What was spent, in rupiah; a recorded 0 is 0, and None is not known.
        serapan: The realisasi in percent of the pagu, not rounded; None where there is no number.
        alasan: Why there is no number; None where there is one.
        asal: ``simpul`` where the spending was recorded at the node, ``bawah`` where it
            is the sum of what is recorded below, empty where there is none.
        terisi: On how many the realisasi rests: of a sum, how many of the nearest
            components below have all of theirs; 1 for a record at the node itself.
        banyak: Of how many: the nearest components below that carry money; 1 for a
            record at the node itself, and for a component with nothing below it.
        kosong: The ids of those that have none, or not all, of theirs.
        catatan: What was recorded at the node itself, in order of the periods.

    >>> from sakip import PohonKinerja, Program
    >>> from sakip.anggaran import compute_serapan
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial", pagu={"2025": 306_749_630}))
    >>> baris = compute_serapan(pohon, [RealisasiAnggaran("P1", "2025", 306_749_630)], 2025)["P1"]
    >>> baris.serapan, baris.asal, str(baris)
    (Decimal('100'), 'simpul', '100,00 %')
    """

    id: str
    nama: str
    periode: Periode
    pagu: int | None
    periode_pagu: Periode | None
    pagu_asal: Asal
    realisasi: int | None
    serapan: Decimal | None
    alasan: Alasan | None
    asal: Asal
    terisi: int
    banyak: int
    kosong: tuple[str, ...] = ()
    catatan: tuple[RealisasiAnggaran, ...] = ()

    def __str__(self) -> str:
        if self.serapan is None:
            return f"— ({self.alasan.kalimat if self.alasan else ''})"
        return format_persen(self.serapan)

    def _repr_ringkas_(self) -> str:
        return f"{self.id}: {self.nama} · {self}"

    @property
    def langkah(self) -> tuple[Langkah, ...]:
        """How the figure came about, step by step, in Indonesian."""
        return tuple(self._steps())

    def explain(self) -> str:
        """The formula with the numbers put in, and where they come from, in Indonesian.

        >>> from sakip import PohonKinerja, Program
        >>> from sakip.anggaran import compute_serapan
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> _ = pohon.add(Program("P1", nama="Rehabilitasi Sosial", pagu={"2025": 300_000_000}))
        >>> rekap = compute_serapan(pohon, [RealisasiAnggaran("P1", "2025-TW1", 75_000_000)], "2025-TW1")
        >>> print(rekap["P1"].explain())
        Serapan = realisasi anggaran ÷ pagu × 100
                = Rp75.000.000 ÷ Rp300.000.000 × 100
                = 25,00 %
        Pagu: Rp300.000.000, pagu Tahun 2025 (untuk Triwulan I Tahun 2025 tidak tercetak pagu).
        Realisasi: Rp75.000.000, tercatat pada simpul ini untuk Triwulan I Tahun 2025.
        """
        return "\n".join(step.teks for step in self.langkah)

    def to_record(self) -> dict[str, object]:
        """The row as one flat record; figures stay exact, a missing one is None."""
        return {
            "id_simpul": self.id,
            "uraian": self.nama,
            "periode": str(self.periode),
            "pagu": self.pagu,
            "periode_pagu": "" if self.periode_pagu is None else str(self.periode_pagu),
            "realisasi": self.realisasi,
            "serapan": self.serapan,
            "alasan": "" if self.alasan is None else self.alasan.value,
            "asal": self.asal,
            "terisi": self.terisi,
            "banyak": self.banyak,
            "kosong": "; ".join(self.kosong),
        }

    def _steps(self) -> Iterator[Langkah]:
        if self.serapan is None or self.realisasi is None or self.pagu is None:
            kalimat = self.alasan.kalimat if self.alasan else ""
            yield Langkah("alasan", f"Serapan tidak dihitung: {kalimat}.")
        else:
            numbers = f"{format_uang(self.realisasi)} ÷ {format_uang(self.pagu)} × 100"
            result = f"{format_persen(self.serapan)}{note_rounding(self.serapan)}"
            yield Langkah("rumus", "Serapan = realisasi anggaran ÷ pagu × 100")
            yield Langkah("angka", f"        = {numbers}")
            yield Langkah("hasil", f"        = {result}", self.serapan)
        yield self._pagu_step()
        yield from self._realisasi_steps()

    def _pagu_step(self) -> Langkah:
        if self.pagu is None or self.periode_pagu is None:
            return Langkah("pagu", "Pagu: tidak ada atau tidak terbaca.")
        words = f"Pagu: {format_uang(self.pagu)}, pagu {self.periode_pagu.label}"
        if self.periode_pagu != self.periode:
            words += f" (untuk {self.periode.label} tidak tercetak pagu)"
        if self.pagu_asal == "bawah":
            which = " yang ada realisasinya" if self.kosong and self.asal == "bawah" else ""
            words += f", jumlah pagu {_TERDEKAT}{which}"
        if self.pagu < 0:
            words += ". Pagu negatif tidak dipakai sebagai pembagi"
        return Langkah("pagu", f"{words}.", Decimal(self.pagu))

    def _realisasi_steps(self) -> Iterator[Langkah]:
        number = None if self.realisasi is None else Decimal(self.realisasi)
        yield Langkah("realisasi", f"Realisasi: {self._source()}.", number)
        if self.asal == "simpul" and self.catatan[0].periode != self.periode:
            left = missing(self.periode, periods(self.catatan))
            if left:
                words = f"Catatan itu belum mencakup seluruh {self.periode.label}"
                yield Langkah("cakupan", f"{words}: belum dicatat {join_periods(left)}.")
        if self.kosong:
            names = ", ".join(self.kosong)
            yield Langkah(
                "cakupan",
                f"Terisi: {self.terisi} dari {self.banyak} {_TERDEKAT}; kosong atau belum lengkap: {names}.",
            )

    def _source(self) -> str:
        """Where the realisasi comes from, in words."""
        printed = ", ".join(f"{item.periode} {_printed(item)}" for item in self.catatan)
        if self.realisasi is None:
            if printed:
                return f"catatan pada simpul ini tidak dapat dipakai ({printed})"
            return "tidak dijumlahkan" if self.terisi else "tidak ada"
        amount = format_uang(self.realisasi)
        if self.asal == "bawah":
            return f"{amount}, jumlah realisasi {_TERDEKAT}"
        if self.catatan[0].periode == self.periode:
            return f"{amount}, tercatat pada simpul ini untuk {self.periode.label}"
        return f"{amount}, jumlah catatan pada simpul ini ({printed})"


def _printed(item: RealisasiAnggaran) -> str:
    return f'"{item.teks}"' if item.jumlah is None else format_uang(item.jumlah)


@attrs.frozen
class RekapSerapan(Tampilan, Rekaman, Mapping[str, BarisSerapan]):
    """The serapan of a whole tree, for one period and one version of the plan.

    Indexable by the id of a node, in tree order; printable as a table.

    Attributes:
        periode: The period.
        versi: The version of the plan; None stands for the one in force.
        kosong: What was done where a part of a sum has no realisasi.
        baris: One row for each component, and for each other node that has
            components below it, or spending at it or below it.
        temuan: What is wrong with the records of spending.

    >>> from sakip import Kegiatan, PohonKinerja, SubKegiatan
    >>> from sakip.anggaran import compute_serapan
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Kegiatan("K1", nama="Rehabilitasi", pagu={"2025": 100_000_000}))
    >>> _ = pohon.add(SubKegiatan("S1", nama="Sandang", pagu={"2025": 60_000_000}), under="K1")
    >>> _ = pohon.add(SubKegiatan("S2", nama="Permakanan", pagu={"2025": 40_000_000}), under="K1")
    >>> print(compute_serapan(pohon, [RealisasiAnggaran("S1", "2025", 45_000_000)], 2025, kosong="lewati"))
    Id  Nama                  Pagu     Realisasi                           Serapan  Terisi
    ──  ────────────  ────────────  ────────────  ────────────────────────────────  ──────
    K1  Rehabilitasi  Rp60.000.000  Rp45.000.000                           75,00 %     1/2
    S1  Sandang       Rp60.000.000  Rp45.000.000                           75,00 %     1/1
    S2  Permakanan    Rp40.000.000                — (belum ada realisasi anggaran)     0/1
    """

    periode: Periode
    versi: str | None
    kosong: Kekosongan
    baris: tuple[BarisSerapan, ...]
    temuan: tuple[Temuan, ...] = ()
    _index: dict[str, BarisSerapan] = attrs.field(init=False, repr=False, eq=False, hash=False)

    @_index.default
    def _make_index(self) -> dict[str, BarisSerapan]:
        return {row.id: row for row in self.baris}

    def __getitem__(self, id: str) -> BarisSerapan:
        try:
            return self._index[id]
        except (KeyError, TypeError):
            raise TidakAdaError("simpul", str(id), f"the serapan of {self.periode}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._index)

    def __len__(self) -> int:
        return len(self.baris)

    def to_records(self) -> list[dict[str, object]]:
        """The rows as flat records, for a data frame or a file."""
        return [row.to_record() for row in self.baris]

    def _cells(self) -> list[tuple[str, ...]]:
        return [
            (
                row.id,
                row.nama,
                "" if row.pagu is None else format_uang(row.pagu),
                "" if row.realisasi is None else format_uang(row.realisasi),
                str(row),
                f"{row.terisi}/{row.banyak}",
            )
            for row in self.baris
        ]

    def __str__(self) -> str:
        return render_tabel(_HEADER, self._cells(), lebar=(0, 48), kanan=(2, 3, 4, 5))

    def _repr_html_(self) -> str:
        return render_html(_HEADER, self._cells(), kanan=(2, 3, 4, 5))


_HEADER = ("Id", "Nama", "Pagu", "Realisasi", "Serapan", "Terisi")
