"""Writing a struktur table: every cell of what was read, and every node of a tree."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from sakip.angka import format_angka
from sakip.berkas import csv_lines, write_text
from sakip.dokumen._baca.hasil import HasilBaca
from sakip.dokumen._datar.kolom import Kolom, order_columns, recognise
from sakip.dokumen._datar.lembar import join_list, split_list
from sakip.dokumen._struktur.baca import DASAR, TIDAK_ADA
from sakip.dokumen._struktur.simpul import join_number
from sakip.dokumen._struktur.xlsx import write_tabel_xlsx
from sakip.model import (
    AnySimpul,
    Atasan,
    Butir,
    Indikator,
    Jabatan,
    JenisRelasi,
    JenisUjung,
    Komponen,
    Outcome,
    Relasi,
    Sebutan,
    Ujung,
)
from sakip.pohon import Peran, PohonKinerja
from sakip.rumus import IKM, IPM, Indeks, Jumlah, Nilai, Persen, Rumus

Sel = dict[Kolom, str]
_SELALU = ("level", "id", "induk", "uraian")
"""The columns that every table has."""
_BULAT = re.compile(r"0|-?[1-9][0-9]{0,2}(?:\.[0-9]{3})*")
_TERPANJANG = 19
"""Characters of the longest amount that spreadsheets keep whole: fifteen digits with their dots."""


def write_struktur(pohon: PohonKinerja | HasilBaca[PohonKinerja], path: str | os.PathLike[str]) -> None:
    """Write a tree as a struktur table, as XLSX or CSV by the file's ending: complete or not at all.

    Every text stays a text: in XLSX by its type, in CSV by an apostrophe before what a spreadsheet
    would run, which `read_struktur` takes away again. Amounts are numbers in XLSX where they are
    printed as whole rupiah usually are.

    Args:
        pohon: The tree; or what `read_struktur` gave, whose remarks and rows that
            could not be placed are written too.
        path: The file, ``.xlsx`` or else CSV; what was there before is replaced.

    Raises:
        BerkasError: It cannot be written, or a cell has no room in XLSX.
        EkstraError: It is XLSX, and the extra ``excel`` is not installed.

    >>> import pathlib, tempfile
    >>> from sakip import Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", uraian="Meningkatnya kesejahteraan sosial"))
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "dinas.csv"
    >>> write_struktur(pohon, path)
    >>> print(path.read_text(encoding="utf-8"), end="")
    level,id,induk,nama,uraian,jenis
    pohon,,,Dinas Contoh,,pemda
    outcome,O1,,,Meningkatnya kesejahteraan sosial,
    """
    hasil = pohon if isinstance(pohon, HasilBaca) else HasilBaca(pohon)
    columns, rows = list_struktur(hasil)
    remarks = [_remark(line) for line in hasil.keterangan]
    header = [str(column) for column in columns]
    cells = ([row.get(column, "") for column in columns] for row in rows)
    if Path(path).suffix.lower() == ".xlsx":
        amounts = frozenset(place for place, column in enumerate(columns) if column.kunci == "pagu")
        write_tabel_xlsx(path, remarks, header, (_numbered(row, amounts) for row in cells), amounts)
    else:
        write_text(path, csv_lines(chain(([text] for text in remarks), [header], cells)))


def list_struktur(hasil: HasilBaca[PohonKinerja]) -> tuple[list[Kolom], list[Sel]]:
    """The columns of the table, and its rows."""
    left = [dict(_named(row.sel)) for row in hasil.sisa]
    # A row without a level would speak of the node before it, so it stands before them all.
    rows = [row for row in left if Kolom("level") not in row]
    rows += [*_rows(hasil.dokumen), *(row for row in left if Kolom("level") in row)]
    filled = (column for row in rows for column, text in row.items() if text)
    columns = order_columns([*(Kolom(key) for key in _SELALU), *filled])
    return columns, rows


def _numbered(row: list[str], angka: frozenset[int]) -> list[str | int]:
    """A row with its amounts as numbers, where they read the same again."""
    found: list[str | int] = [*row]
    for place in angka:
        text = row[place]
        if _BULAT.fullmatch(text) and len(text) <= _TERPANJANG:
            found[place] = int(text.replace(".", ""))
    return found


def _remark(line: str) -> str:
    """A line of remark: one cell."""
    return "# " + " ".join(line.splitlines())


def _named(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[Kolom, str]]:
    """The filled cells by their column, from the column's name."""
    return ((recognise(name), text) for name, text in pairs if text)


def _row(cells: dict[str, str], lain: Iterable[tuple[str, str]] = ()) -> Sel:
    """A row of fixed columns, without its blank cells, and of what was kept as printed."""
    return {Kolom(key): text for key, text in cells.items() if text} | dict(_named(lain))


def _rows(pohon: PohonKinerja) -> Iterator[Sel]:
    yield _row(
        {
            "level": "pohon",
            "nama": pohon.nama,
            "jenis": pohon.jenis.value,
            "periode": "" if pohon.periode is None else str(pohon.periode),
        }
    )
    if pohon.instansi is not None:
        head = pohon.instansi
        yield _row({"level": "instansi", "nama": head.nama, "kode": head.kode, "uraian": head.wilayah})
        for unit in head.unit:
            yield _row(
                {"level": "unit", "id": unit.id, "nama": unit.nama, "kode": unit.kode, "induk": unit.induk}
            )
    for jabatan in pohon.jabatan.values():
        yield _jabatan(jabatan)
    for simpul in pohon:
        yield from _simpul(pohon, simpul)
    for relasi in pohon.relasi:
        if not _is_plain(pohon, relasi):
            yield _relasi(relasi)


def _jabatan(jabatan: Jabatan) -> Sel:
    above = jabatan.atasan
    if isinstance(above, Atasan):
        above = TIDAK_ADA if above is Atasan.TIDAK_ADA else ""
    cells = {
        "level": "jabatan",
        "id": jabatan.id,
        "induk": above,
        "nama": jabatan.nama,
        "jenjang": jabatan.jenjang,
        "unit": jabatan.unit,
        "tugas": join_list(jabatan.tugas),
        "fungsi": join_list(jabatan.fungsi),
        "status_pemangku": join_list(map(str, jabatan.pemangku)),
        "keterangan": jabatan.keterangan,
    }
    return _row(cells, jabatan.lain)


def _simpul(pohon: PohonKinerja, simpul: AnySimpul) -> Iterator[Sel]:
    """The row of a node with its first indikator, and the rows that belong to it."""
    above = pohon.parent(simpul.id)
    links = [link for link in pohon.relasi_of(Ujung(JenisUjung.SIMPUL, simpul.id)) if _is_plain(pohon, link)]
    supporters = [link.ke.id for link in links if link.peran == Peran.PENDUKUNG.value]
    lain = dict(simpul.lain)
    supporters += split_list(lain.pop("pendukung", ""))
    cells = {
        "level": simpul.jenis,
        "id": simpul.id,
        "induk": "" if above is None else above.id,
        "untuk_indikator": simpul.untuk_indikator,
        "uraian": simpul.uraian,
        "jabatan": "".join(link.ke.id for link in links if link.peran == Peran.UTAMA.value),
        "pendukung": join_list(supporters),
        "keterangan": simpul.keterangan,
    }
    values: Sel = {}
    if isinstance(simpul, Komponen):
        cells |= {
            "nama": simpul.nama,
            "kode": "" if simpul.kode is None else str(simpul.kode),
            "asal_kode": "" if simpul.asal_kode is None else simpul.asal_kode.value,
        }
        for pagu in simpul.pagu:
            text = pagu.teks or ("" if pagu.jumlah is None else format_angka(pagu.jumlah))
            values[Kolom("pagu", pagu.periode, pagu.versi, pagu.berlaku)] = text
    first, *others = [_indikator(item) for item in simpul.indikator] or [{}]
    row = _row(cells, lain.items()) | values
    if row.keys() & first.keys():
        others, first = [first, *others], {}
    yield row | first
    for other in others:
        yield {Kolom("level"): simpul.jenis, Kolom("id"): simpul.id} | other
    if isinstance(simpul, Outcome):
        for kind in DASAR:
            yield from _butir(kind, simpul.id, getattr(simpul.dasar, kind), "")
    for item in simpul.sebutan:
        yield _sebutan(simpul.id, item)
    for kpi in simpul.indikator:
        for item in kpi.sebutan:
            yield _sebutan(kpi.id, item)


def _butir(kind: str, induk: str, items: Iterable[Butir], path: str) -> Iterator[Sel]:
    for item in items:
        number = join_number(path, item.nomor)
        yield _row(
            {"level": kind, "induk": induk, "nomor": number, "uraian": item.teks, "tempat": item.tempat}
        )
        yield from _butir(kind, induk, item.rincian, number)


def _sebutan(induk: str, item: Sebutan) -> Sel:
    cells = {
        "level": "sebutan",
        "induk": induk,
        "nomor": item.nomor,
        "uraian": item.teks,
        "bagian": item.bagian,
        "tempat": item.tempat,
        "keterangan": item.keterangan,
    }
    return _row(cells)


def _indikator(item: Indikator) -> Sel:
    cells = {
        "id_indikator": item.id,
        "indikator": item.nama,
        "satuan": item.satuan,
        "formulasi": item.formulasi,
        "polaritas": "" if item.polaritas is None else item.polaritas.value,
        "agregasi": "" if item.agregasi is None else item.agregasi.value,
        "terburuk": "" if item.terburuk is None else format_angka(item.terburuk),
        "terbaik": "" if item.terbaik is None else format_angka(item.terbaik),
        "iku": "ya" if item.iku else "",
        "sumber_data": join_list(item.sumber_data),
        "definisi_operasional": item.definisi_operasional,
        "alasan": item.alasan,
        "penanggung_jawab": item.penanggung_jawab,
        "referensi": item.referensi,
        "tersirat": "ya" if item.tersirat and item.nama else "",
        "keterangan_indikator": item.keterangan,
        **(_rumus(item.rumus) if item.rumus is not None else {}),
    }
    row = _row(cells, item.lain)
    if item.baseline is not None:
        row[Kolom("baseline", item.baseline.periode)] = str(item.baseline.nilai)
    for target in item.target:
        row[Kolom("target", target.periode, target.versi, target.berlaku)] = str(target.nilai)
    return row


def _rumus(rumus: Rumus) -> dict[str, str]:
    cells = {"rumus": rumus.jenis}
    match rumus:
        case Persen():
            return cells | {"pembilang": rumus.pembilang, "penyebut": rumus.penyebut}
        case Jumlah():
            return cells | {"komponen": join_list(rumus.bagian)}
        case Indeks():
            weights = join_list(f"{part.nama}={format_angka(part.bobot)}" for part in rumus.komponen)
            ends = "" if rumus.skala is None else "–".join(format_angka(end) for end in rumus.skala)
            return cells | {"komponen": weights, "skala": ends}
        case Nilai():
            return cells | {"komponen": rumus.sumber}
        case IPM():
            return cells
        case IKM():
            return cells | {"komponen": rumus.bobot.value}
    if not rumus.nilai and not all("=" in label for label in rumus.skala):
        return cells | {"skala": join_list(rumus.skala)}
    worth = () if rumus.urutan is None else rumus.urutan.label  # ranks too, where "=" would pass for values
    return cells | {"skala": join_list(f"{label}={format_angka(nilai)}" for label, nilai in worth)}


def _relasi(relasi: Relasi) -> Sel:
    cells = {
        "level": "relasi",
        "induk": _end(relasi.dari),
        "jenis": relasi.jenis.value,
        "ke": _end(relasi.ke),
        "peran": relasi.peran,
        "bobot": "" if relasi.bobot is None else format_angka(relasi.bobot),
        "status": relasi.status,
        "alasan": relasi.alasan,
        "tempat": relasi.tempat,
        "keterangan": relasi.keterangan,
    }
    return _row(cells)


def _end(ujung: Ujung) -> str:
    """An end as short as it can be told again: the id alone for a node."""
    short = ujung.jenis is JenisUjung.SIMPUL and Ujung.parse(ujung.id) == ujung
    return ujung.id if short else str(ujung)


def _is_plain(pohon: PohonKinerja, link: Relasi) -> bool:
    """Whether a link says no more than the columns ``jabatan`` and ``pendukung`` have room for."""
    bare = link.bobot is None and not (link.status or link.alasan or link.tempat or link.keterangan)
    if link.jenis is not JenisRelasi.PENUGASAN or not bare:
        return False
    if link.peran == Peran.UTAMA.value:
        return "jabatan" not in dict(pohon[link.dari.id].lain)
    return link.peran == Peran.PENDUKUNG.value
