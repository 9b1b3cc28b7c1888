"""What the cells of a Penjenjangan hold: labels of cards, indikator with targets, money."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from sakip.angka import format_rupiah
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.register import ISIAN_TAK_DIKENAL, KARTU_BERBEDA
from sakip.dokumen._baca.tabel import Larik
from sakip.dokumen._bagian.komponen import read_pagu
from sakip.dokumen._bagian.versi import Waktu, parse_waktu, say_tak_terbaca
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._penjenjangan.bagan import Bunyi, Ukuran
from sakip.model import AnySimpul, Kegiatan, Pagu, Program, SubKegiatan, Target
from sakip.periode import Periode

TINGKAT: dict[str, type[AnySimpul]] = {
    "program": Program,
    "kegiatan": Kegiatan,
    "subkegiatan": SubKegiatan,
}
"""The kinds of components by what they are called."""
TANPA_TAHUN_TARGET = "target"
TANPA_TAHUN_PAGU = "anggaran"
"""What a target and money are kept as where no year says for when."""
_LABEL = re.compile(
    r"""(?:(?P<isi>nama|sasaran|indikator|target|anggaran|pagu|kode|satuan|keterangan)\b)?\s*
    (?P<tingkat>program|kegiatan|sub[\s-]?kegiatan)?\s*(?:tahun\s*)?(?P<tahun>(?:19|20)\d\d)?""",
    re.IGNORECASE | re.VERBOSE,
)
_TERPANJANG = 40
"""Characters that a label has at most."""


@attrs.frozen
class Label:
    """A line of a card.

    Attributes:
        isi: What it says: ``nama``, ``sasaran``, ``indikator``, ``target``, ``pagu``, ``kode`` …
        tingkat: The kind of component that it names; None where it names none.
        tahun: The year that it names.
        teks: What stands beside it.
        kolom: The column of that, counted from 1; that of the label where both share a cell.
    """

    isi: str
    tingkat: type[AnySimpul] | None
    tahun: str
    teks: str
    kolom: int


def to_tingkat(teks: str) -> type[AnySimpul] | None:
    """The kind of component that a word names.

    >>> to_tingkat("Sub-Kegiatan").__name__, to_tingkat("Urusan")
    ('SubKegiatan', None)
    """
    return TINGKAT.get(re.sub(r"[\W_]", "", teks.casefold()))


def read_label(sel: Sequence[tuple[int, str]]) -> Label | None:
    """The line of a card that a row is; None where it is none.

    >>> label = read_label([(1, "Sasaran Program"), (2, ":"), (3, "Terwujudnya layanan")])
    >>> label.isi, label.tingkat.jenis, label.teks, label.kolom
    ('sasaran', 'program', 'Terwujudnya layanan', 3)
    >>> read_label([(1, "Nama Kegiatan : Rehabilitasi")]).teks
    'Rehabilitasi'
    >>> read_label([(1, "Program Rehabilitasi"), (2, "55")]) is None
    True
    """
    column, first = sel[0]
    head, colon, rest = first.partition(":")
    values = [(place, teks.lstrip(": \t")) for place, teks in sel[1:] if teks.lstrip(": \t")]
    if rest.strip():
        values.insert(0, (column, rest.strip()))
    marked = bool(colon) or any(teks.startswith(":") for _, teks in sel[1:])
    match = _LABEL.fullmatch(head.strip()) if len(head) <= _TERPANJANG else None
    if match is None or len(values) > 1 or not (match["isi"] or (match["tingkat"] and len(sel) > 1)):
        return None
    if not marked and not (match["isi"] and match["tingkat"] and values):
        return None
    isi = (match["isi"] or "nama").casefold()
    place, teks = values[0] if values else (column, "")
    return Label(
        {"anggaran": "pagu"}.get(isi, isi),
        to_tingkat(match["tingkat"] or ""),
        match["tahun"] or "",
        teks,
        place,
    )


# --- values -------------------------------------------------------------------


def put_target(
    bacaan: Bacaan, ukuran: Ukuran, when: Waktu | None, teks: str, place: Petak, bagian: str = ""
) -> None:
    """Add a target to an indikator; one without a year is kept as printed, with a finding."""
    if bagian and when is None:
        bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab=say_tak_terbaca(bagian))
        ukuran.lain.append((f"target {bagian}", teks))
        return
    if when is None:
        bacaan.note(ISIAN_TAK_DIKENAL, place, teks=teks, sebab="tahun target tidak tertulis")
        ukuran.lain.append((TANPA_TAHUN_TARGET, teks))
        return
    join_target(
        bacaan, ukuran, Target(when.periode, bacaan.nilai(teks, place), when.versi, when.berlaku), place
    )


def join_target(bacaan: Bacaan, ukuran: Ukuran, target: Target, place: Petak | None) -> None:
    """Add a target; of two for one year and version the first stands, and a finding names the other."""
    old = next((item for item in ukuran.target if Waktu.of(item).kunci == Waktu.of(target).kunci), None)
    if old is None:
        ukuran.target.append(target)
    elif str(old.nilai) != str(target.nilai):
        bacaan.note(KARTU_BERBEDA, place, teks=str(target.nilai), lama=str(old.nilai))


def to_pagu(
    bacaan: Bacaan,
    teks: str,
    place: Petak,
    when: Waktu | None,
    lain: list[tuple[str, str]],
    bagian: str = "",
) -> tuple[Pagu, ...]:
    """The money of a component; where no year says for when it is kept as printed."""
    pagu = read_pagu(bacaan, teks, place, when, bagian)
    if not pagu:
        lain.append((f"{TANPA_TAHUN_PAGU} {bagian}".strip(), teks))
    return pagu


def join_pagu(
    bacaan: Bacaan, lama: tuple[Pagu, ...], baru: tuple[Pagu, ...], place: Petak | None
) -> tuple[Pagu, ...]:
    """Money with more money; of two amounts for one year and version the first stands, and a finding names the other."""
    for item in baru:
        old = next((old for old in lama if Waktu.of(old).kunci == Waktu.of(item).kunci), None)
        if old is None:
            lama = (*lama, item)
        elif (old.jumlah, old.teks) != (item.jumlah, item.teks):
            bacaan.note(KARTU_BERBEDA, place, teks=_show(item), lama=_show(old))
    return lama


def _show(pagu: Pagu) -> str:
    return pagu.teks if pagu.jumlah is None else format_rupiah(pagu.jumlah)


def take_bunyi(bacaan: Bacaan, larik: Larik, kunci: str, tempat: str) -> Bunyi | None:
    """The wording in a cell of a table; None where it is empty."""
    teks, place = bacaan.take(larik, kunci), larik.petak(kunci)
    return None if not teks or place is None else Bunyi(" ".join(teks.split()), tempat, (place,))


def take_ukuran(bacaan: Bacaan, larik: Larik, periode: Periode | None, tempat: str) -> Ukuran | None:
    """The indikator of a row of a table, with its targets; None where the row has none."""
    bunyi = take_bunyi(bacaan, larik, "indikator", tempat)
    targets = bacaan.take_periode(larik, "target")
    satuan = bacaan.take(larik, "satuan")
    id = bacaan.take(larik, "id_indikator")
    if bunyi is None and not targets and not id:
        return None
    ukuran = Ukuran([bunyi or Bunyi("", tempat)], id=id, satuan=satuan)
    headers = {item.kolom: item.judul for item in larik.kolom}
    for bagian, place, teks in targets:
        when = parse_waktu(bagian, headers[place.kolom], periode)
        put_target(bacaan, ukuran, when, teks, place, bagian)
    return ukuran
