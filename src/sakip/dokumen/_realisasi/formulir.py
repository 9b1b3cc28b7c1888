"""The table that realisasi is filled in with, triwulan by triwulan: in any kind of file, in and out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sakip.alasan import Alasan
from sakip.angka import format_angka
from sakip.capaian import BarisCapaian, Pembanding, compute_capaian
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._bagian.kata import KOLOM_REALISASI, tight
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._bagian.pilihan import PILIHAN, offer_periode
from sakip.dokumen._datar.kisi import PASTI, JenisLembar
from sakip.dokumen._datar.lembar import join_list
from sakip.dokumen._formulir import Formulir
from sakip.dokumen._realisasi.baca import PENJELAS, from_lembar, is_realisasi, recognise_realisasi
from sakip.dokumen._tulis.naskah import BarisNaskah, Isi, Lajur, Naskah, TabelNaskah
from sakip.model import Realisasi
from sakip.periode import Periode
from sakip.pohon import PohonKinerja

_LEMBAR = JenisLembar(recognise_realisasi, is_realisasi, kembar=True)
_WAKTU = frozenset({"periode", "tahun", "triwulan"})
_URUTAN = tuple(item for item in dict.fromkeys(KOLOM_REALISASI.values()) if item not in {"tahun", "triwulan"})
_SELALU = ("id_indikator", "periode", "realisasi")
"""The columns that every such table has."""
_LEBAR = {
    "bukti": 28,
    "kendala": 28,
    "faktor": 28,
    "tindak_lanjut": 28,
    "keterangan": 24,
}


def make_intake(
    pohon: PohonKinerja, periode: Periode | int | str | Iterable[Periode | int | str]
) -> tuple[Realisasi, ...]:
    """The rows that are to be filled in: one for each indikator and period, but for those that the plan leaves out.

    Each says beside its id the name, the unit and the target of its indikator; those
    are for the reader, and what is filled in is read back by the id.

    Args:
        pohon: The tree.
        periode: The period, or several.

    >>> from sakip import Indikator, Outcome
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah PPKS", target={2025: "50 Orang"})]))
    >>> baris = make_intake(pohon, "2025-TW1")[0]
    >>> baris.indikator, str(baris.periode), dict(baris.lain)["Nama Indikator"]
    ('IK1', '2025-TW1', 'Jumlah PPKS')
    """
    times = [periode] if isinstance(periode, Periode | int | str) else list(periode)
    own = compute_capaian(pohon, (), times)
    year = compute_capaian(pohon, (), times, pembanding=Pembanding.TAHUN)
    return tuple(
        _blank(row, whole)
        for row, whole in zip(own, year, strict=True)
        if row.alasan is not Alasan.TIDAK_DIRENCANAKAN
    )


def _blank(row: BarisCapaian, tahun: BarisCapaian) -> Realisasi:
    """A row without a figure; where its period has no target, with that of the year."""
    target = str(row.capaian.target)
    if not target and (whole := str(tahun.capaian.target)):
        target = f"{whole} (tahun {row.periode.tahun})"
    pairs = {"Nama Indikator": row.indikator.nama, "Satuan": row.satuan, "Target": target}
    return Realisasi(row.indikator.id, row.periode, lain={key: text for key, text in pairs.items() if text})


def read(bacaan: Bacaan) -> HasilBaca[tuple[Realisasi, ...]]:
    """The measurements of such a table; the period of rows that name none is not guessed."""
    return _LEMBAR.read(bacaan, from_lembar, ())


def fit(bacaan: Bacaan) -> int:
    """How many columns of such a table a file has; one of ids and one of periods make it one."""
    keys = _LEMBAR.known(bacaan)
    return len(keys) + (PASTI if keys & _WAKTU else 0)


def to_naskah(realisasi: Sequence[Realisasi]) -> Naskah:
    """The table, one row for each measurement."""
    rows = [_cells(item) for item in realisasi]
    keys = [key for key in _URUTAN if key in _SELALU or any(row.get(key) not in (None, "") for row in rows)]
    first = LajurLain.of(_pairs(item, explains=True) for item in realisasi)
    rest = LajurLain.of(_pairs(item, explains=False) for item in realisasi)
    offered = {**PILIHAN, "periode": offer_periode(item.periode for item in realisasi)}
    lajur = [
        Lajur("id_indikator", 16),
        *first.lajur,
        *(Lajur(key, _LEBAR.get(key, 14), pilihan=offered.get(key, ())) for key in keys[1:]),
        *rest.lajur,
    ]
    table = [
        BarisNaskah(
            (
                item.indikator,
                *first.cells(_pairs(item, explains=True)),
                *(row.get(key) for key in keys[1:]),
                *rest.cells(_pairs(item, explains=False)),
            )
        )
        for item, row in zip(realisasi, rows, strict=True)
    ]
    return Naskah(bentuk="realisasi", isi=(("Realisasi", (TabelNaskah(lajur, table),)),))


def _pairs(item: Realisasi, *, explains: bool) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in item.lain if (tight(pair[0]) in PENJELAS) is explains)


def _cells(item: Realisasi) -> dict[str, Isi]:
    return {
        "periode": str(item.periode),
        "realisasi": item.nilai,
        "pembilang": "" if item.pembilang is None else format_angka(item.pembilang),
        "penyebut": "" if item.penyebut is None else format_angka(item.penyebut),
        "komponen": "; ".join(f"{name}={format_angka(nilai)}" for name, nilai in item.komponen),
        "bukti": join_list(item.bukti),
        "kendala": item.kendala,
        "faktor": item.faktor,
        "tindak_lanjut": item.tindak_lanjut,
        "status": item.status,
        "keterangan": item.keterangan,
    }


def _contoh() -> tuple[Realisasi, ...]:
    names = {"Nama Indikator": "Persentase PPKS yang tertangani", "Satuan": "%", "Target": "93,59"}
    return (
        Realisasi(
            "IK1", "2025-TW1", "88,5", bukti="Laporan triwulan I", kendala="Data belum mutakhir", lain=names
        ),
    )


FORMULIR = Formulir(
    jenis="realisasi",
    nama="Realisasi triwulan",
    kelas=tuple,
    isi=Realisasi,
    cocok=fit,
    read=read,
    to_naskah=to_naskah,
    contoh=_contoh,
    petunjuk=(
        "Satu baris untuk satu indikator dan satu periode; kolom id_indikator dan periode tidak diubah.",
        "Isi kolom realisasi, atau pembilang dan penyebut; yang belum ada dibiarkan kosong, bukan diisi nol.",
        "Realisasi sebuah triwulan adalah angka triwulan itu sendiri, bukan angka sampai dengan triwulan itu.",
    ),
)
