"""Findings on paper and in spreadsheets: what a review found, a summary, and what was silenced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sakip.dokumen._tulis.naskah import BarisNaskah, Blok, Lajur, Naskah, Paragraf, Rupa, TabelNaskah
from sakip.reviu import HasilReviu
from sakip.temuan import Temuan, sort_temuan, summarise_temuan

_LAJUR = (
    Lajur("No", 5, Rupa.TENGAH),
    Lajur("Kode", 9),
    Lajur("Tingkat", 11),
    Lajur("Tempat", 30),
    Lajur("Temuan", 52),
    Lajur("Saran", 36),
    Lajur("Acuan", 30),
    Lajur("id_simpul", 12, tersembunyi=True),
    Lajur("id_indikator", 12, tersembunyi=True),
)
_RINGKASAN = (Lajur("Kode", 9), Lajur("Tingkat", 11), Lajur("Temuan", 9, Rupa.ANGKA), Lajur("Perihal", 50))
_ALASAN = Lajur("Alasan dibungkam", 36)


def to_naskah(hasil: HasilReviu) -> Naskah:
    """A review laid out: how many findings there are of each code, then the findings, the serious ones first.

    >>> naskah = to_naskah(HasilReviu((), ()))
    >>> naskah.judul, [nama for nama, _ in naskah.isi]
    (('HASIL REVIU',), ['Ringkasan', 'Temuan'])
    """
    rows = sort_temuan(hasil.temuan)
    pages: list[tuple[str, tuple[Blok, ...]]] = [
        ("Ringkasan", (Paragraf(summarise_temuan(rows)), TabelNaskah(_RINGKASAN, _summary(rows)))),
        ("Temuan", (TabelNaskah(_LAJUR, _number(rows)),)),
    ]
    if hasil.dibungkam:
        silenced = _number([temuan for temuan, _ in hasil.dibungkam])
        told = [
            BarisNaskah((*row.sel, why.alasan))
            for row, (_, why) in zip(silenced, hasil.dibungkam, strict=True)
        ]
        pages.append(("Dibungkam", (TabelNaskah((*_LAJUR, _ALASAN), told),)))
    return Naskah(bentuk="hasil_reviu", judul="HASIL REVIU", isi=tuple(pages), tegak=("Ringkasan",))


def _number(temuan: Sequence[Temuan]) -> list[BarisNaskah]:
    return [BarisNaskah((number, *_cells(item))) for number, item in enumerate(temuan, start=1)]


def _cells(temuan: Temuan) -> tuple[str, ...]:
    place = temuan.tempat
    return (
        temuan.kode,
        temuan.tingkat.value,
        str(place),
        temuan.pesan,
        temuan.saran,
        temuan.acuan,
        place.simpul,
        place.indikator,
    )


def _summary(temuan: Sequence[Temuan]) -> list[BarisNaskah]:
    """How many findings there are of each code."""
    kinds = Counter(item.jenis for item in temuan)
    return [
        BarisNaskah((jenis.kode, jenis.tingkat.value, many, jenis.judul)) for jenis, many in kinds.items()
    ]
