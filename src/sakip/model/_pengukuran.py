"""What was measured: plain records, kept apart from plan and result."""

from __future__ import annotations

from decimal import Decimal

import attrs

from sakip.angka import Isian, SamaTercetak, to_optional_decimal
from sakip.model._rencana import cetak_rupiah, to_rupiah
from sakip.periksa import check_id, check_items, check_pairs, check_text, to_pairs, to_texts
from sakip.periode import Periode, to_periode
from sakip.rumus import Bagian, Masukan, to_optional_isian


def _komponen(rows: Bagian) -> tuple[tuple[str, Decimal], ...]:
    return Masukan(komponen=rows).komponen


@attrs.frozen
class Realisasi:
    """A measurement: what was observed of one indikator in one period, with its evidence.

    Attributes:
        indikator: The id of the indikator.
        periode: The period; text and years are taken.
        nilai: The value as reported.
        pembilang: Numerator, where the parts were reported.
        penyebut: Denominator, where the parts were reported.
        komponen: Named parts of a sum or an index.
        bukti: Evidence.
        kendala: What stood in the way.
        faktor: What helped or hindered.
        tindak_lanjut: What is done about it.
        status: Where verification stands, such as ``diverifikasi``.
        keterangan: A remark.
        lain: Further cells of the source, as pairs of header and text.

    >>> Realisasi("IK1", "2025", pembilang=880, penyebut=1000).masukan.has_parts
    True
    >>> Realisasi("IK1", "2025", 0.88)
    Traceback (most recent call last):
    sakip.errors.TipeError: float is refused: pass a Decimal, an int, or the text as printed, such as "93,59"
    """

    indikator: str = attrs.field(validator=check_id)
    periode: Periode = attrs.field(converter=to_periode)
    nilai: Isian | None = attrs.field(default=None, converter=to_optional_isian)
    pembilang: Decimal | None = attrs.field(default=None, kw_only=True, converter=to_optional_decimal)
    penyebut: Decimal | None = attrs.field(default=None, kw_only=True, converter=to_optional_decimal)
    komponen: tuple[tuple[str, Decimal], ...] = attrs.field(default=(), kw_only=True, converter=_komponen)
    bukti: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=to_texts, validator=check_items(str, "a text")
    )
    kendala: str = attrs.field(default="", kw_only=True, validator=check_text)
    faktor: str = attrs.field(default="", kw_only=True, validator=check_text)
    tindak_lanjut: str = attrs.field(default="", kw_only=True, validator=check_text)
    status: str = attrs.field(default="", kw_only=True, validator=check_text)
    keterangan: str = attrs.field(default="", kw_only=True, validator=check_text)
    lain: tuple[tuple[str, str], ...] = attrs.field(
        default=(), kw_only=True, converter=to_pairs, validator=check_pairs
    )

    @property
    def masukan(self) -> Masukan:
        """What a rumus computes from."""
        return Masukan(
            nilai=self.nilai, pembilang=self.pembilang, penyebut=self.penyebut, komponen=self.komponen
        )


@attrs.frozen(eq=False)
class RealisasiAnggaran(SamaTercetak):
    """Money spent on one node in one period, in whole rupiah.

    Attributes:
        simpul: The id of the node.
        periode: The period; text and years are taken.
        jumlah: The amount, or None where what is printed can't be read.
        teks: The amount as printed; empty when it was never printed.
        keterangan: A remark.
        lain: Further cells of the source, as pairs of header and text.

    >>> RealisasiAnggaran("P1", "2025-TW1", "12.500.000").jumlah
    12500000
    """

    simpul: str = attrs.field(validator=check_id)
    periode: Periode = attrs.field(converter=to_periode)
    jumlah: int | None = attrs.field(converter=to_rupiah)
    teks: str = attrs.field(default="", validator=check_text, eq=False)
    keterangan: str = attrs.field(default="", kw_only=True, validator=check_text)
    lain: tuple[tuple[str, str], ...] = attrs.field(
        default=(), kw_only=True, converter=to_pairs, validator=check_pairs
    )

    def _cetak(self) -> str:
        return cetak_rupiah(self.jumlah, self.teks)
