"""What is recorded at one node, for the period asked for or for parts of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from sakip.alasan import Alasan
from sakip.anggaran._serapan_register import (
    SERAPAN_BAGIAN_BERBEDA,
    SERAPAN_GANDA,
    SERAPAN_TAK_TERBACA,
    SERAPAN_TUMPANG_TINDIH,
)
from sakip.anggaran._waktu import layout, missing, order_key, periods
from sakip.model import RealisasiAnggaran
from sakip.periode import Periode
from sakip.temuan import Tempat, Temuan


@attrs.frozen
class Catatan:
    """The spending recorded at one node: an amount, or the reason why it can't be used.

    Attributes:
        jumlah: The amount in rupiah; None where there is a reason.
        alasan: The reason; None where there is an amount.
        isi: The records that it rests on.
        temuan: What is wrong with the records.
        kurang: What of the period the records do not cover, where they are added up.
    """

    jumlah: int | None
    alasan: Alasan | None
    isi: tuple[RealisasiAnggaran, ...]
    temuan: tuple[Temuan, ...]
    kurang: tuple[Periode, ...] = ()


def read_catatan(tempat: Tempat, records: Iterable[RealisasiAnggaran], when: Periode) -> Catatan:
    """What the records of one node, all of them within the period, say of it."""
    by_period: dict[Periode, list[RealisasiAnggaran]] = {}
    for item in sorted(records, key=_sort_key):
        by_period.setdefault(item.periode, []).append(item)
    found = [item for same in by_period.values() for item in _check_record(tempat, same)]
    exact = by_period.pop(when, [])
    parts = [item for same in by_period.values() for item in same]
    if not exact:
        return _add_up(tempat, parts, when, found)
    reason = _fault(exact)
    if reason is not None:
        return Catatan(None, reason, tuple(exact), tuple(found))
    found.extend(_compare_parts(tempat, exact[0].jumlah or 0, parts, when))
    return Catatan(exact[0].jumlah, None, tuple(exact), tuple(found))


def _sort_key(item: RealisasiAnggaran) -> tuple[tuple[int, int], bool, int, str]:
    return order_key(item.periode), item.jumlah is None, item.jumlah or 0, item.teks


def _check_record(tempat: Tempat, same: list[RealisasiAnggaran]) -> Iterator[Temuan]:
    """The findings on the records of one period."""
    first = same[0]
    if len(same) > 1:
        yield SERAPAN_GANDA.temuan(tempat, periode=str(first.periode), banyak=len(same))
    elif first.jumlah is None:
        yield SERAPAN_TAK_TERBACA.temuan(tempat, periode=str(first.periode), teks=first.teks)


def _fault(records: list[RealisasiAnggaran]) -> Alasan | None:
    """Why records can't be added up, their periods apart."""
    if len(periods(records)) < len(records):
        return Alasan.REALISASI_GANDA
    return Alasan.SERAPAN_TAK_TERBACA if any(item.jumlah is None for item in records) else None


def _add_up(tempat: Tempat, parts: list[RealisasiAnggaran], when: Periode, found: list[Temuan]) -> Catatan:
    """The sum of shorter periods, where no two of them overlap."""
    letak = layout(when, periods(parts))
    reason = _fault(parts)
    if letak.tumpang_tindih:
        reason = Alasan.REALISASI_GANDA
        found.append(SERAPAN_TUMPANG_TINDIH.temuan(tempat, periode=str(when), bagian=_join_names(parts)))
    if reason is not None:
        return Catatan(None, reason, tuple(parts), tuple(found))
    total = sum(item.jumlah or 0 for item in parts)
    return Catatan(total, None, tuple(parts), tuple(found), missing(when, periods(parts)))


def _compare_parts(
    tempat: Tempat, jumlah: int, parts: list[RealisasiAnggaran], when: Periode
) -> Iterator[Temuan]:
    """A period's own amount beside the sum of its parts.

    Parts that leave something out may sum to less; parts that can't be added up say nothing.
    """
    letak = layout(when, periods(parts))
    if not parts or letak.tumpang_tindih or _fault(parts) is not None:
        return
    total = sum(item.jumlah or 0 for item in parts)
    if total > jumlah or (letak.penuh and total != jumlah):
        yield SERAPAN_BAGIAN_BERBEDA.temuan(
            tempat,
            periode=str(when),
            tercatat=jumlah,
            bagian=_join_names(parts),
            jumlah=total,
            selisih=jumlah - total,
        )


def _join_names(records: list[RealisasiAnggaran]) -> str:
    """The periods of records, each once, in order."""
    return ", ".join(dict.fromkeys(str(item.periode) for item in records))
