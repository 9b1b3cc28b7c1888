"""One node of a struktur table: its rows put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import attrs

from sakip.angka import Rentang, parse_nilai, to_decimal
from sakip.dokumen._bagian.kata import AGREGASI, POLARITAS, RUMUS
from sakip.dokumen._datar.kolom import Kolom
from sakip.dokumen._datar.lembar import split_list
from sakip.dokumen._datar.sel import KUNCI_INDIKATOR, Sel
from sakip.errors import ModelError
from sakip.kode import AnyKode, Kode, KodeLain
from sakip.model import (
    SIMPUL,
    AnySimpul,
    AsalKode,
    Baseline,
    Butir,
    Dasar,
    Indikator,
    JenisInstansi,
    Komponen,
    Sebutan,
    Target,
)
from sakip.rumus import IKM, IPM, BobotUnsur, Indeks, Jumlah, Nilai, Persen, Predikat, Rumus
from sakip.rumus import Komponen as Bagian

_KUNCI_SIMPUL = {"level", "id", "induk", "untuk_indikator", "uraian", "jabatan", "pendukung", "keterangan"}
_KUNCI_KOMPONEN = {"nama", "kode", "asal_kode", "pagu"}
_TETAP = {"level", "id"}


@attrs.define
class SimpulMentah:
    """A node as its rows tell of it.

    Attributes:
        id: Its id, as printed or made.
        jenis: Its kind.
        sel: Its first row.
        induk: The id of its parent; empty for a root.
        further: The rows of its further indikator.
        sebutan: Other wordings of the node and of its indikator, by id, with their rows.
        dasar: The grounds of an outcome, by their kind, with their rows.
    """

    id: str
    jenis: str
    sel: Sel
    induk: str
    further: list[Sel] = attrs.field(factory=list)
    sebutan: dict[str, list[tuple[Sebutan, Sel]]] = attrs.field(factory=dict)
    dasar: list[tuple[str, Sel]] = attrs.field(factory=list)

    @property
    def attached(self) -> list[Sel]:
        """The rows of its other wordings and its grounds."""
        wordings = (sel for pairs in self.sebutan.values() for _, sel in pairs)
        return [*wordings, *(sel for _, sel in self.dasar)]

    def clash(self, sel: Sel) -> str:
        """The column where a further row says something else of the node than the first one."""
        for column, cell in sel.baris.sel.items():
            of_node = column.kunci not in KUNCI_INDIKATOR and column.kunci not in {"", *_TETAP}
            if of_node and self.sel.baris.sel.get(column) != cell:
                return str(column)
        return ""

    def indikator_ids(self) -> Iterable[str]:
        """The ids of its indikator, as printed or made."""
        for place, sel in enumerate(self._indikator_rows(), start=1):
            yield sel.text("id_indikator").strip() or f"{self.id}.IK{place}"

    def _indikator_rows(self) -> list[Sel]:
        return [sel for sel in (self.sel, *self.further) if sel.has_indikator]

    # --- the node -------------------------------------------------------------

    def build(self, instansi: JenisInstansi) -> AnySimpul:
        """The node, with what can't be read kept beside it."""
        sel, kelas = self.sel, SIMPUL[self.jenis]
        ids = tuple(self.indikator_ids())
        indikator = tuple(
            self._indikator(row, id) for row, id in zip(self._indikator_rows(), ids, strict=True)
        )
        known = _KUNCI_SIMPUL | KUNCI_INDIKATOR
        more: dict[str, Any] = {}
        if issubclass(kelas, Komponen):
            known = known | _KUNCI_KOMPONEN
            pagu = [sel.pagu(*value) for value in sel.values("pagu")]
            more = {
                "nama": sel.text("nama"),
                "kode": self._kode(instansi),
                "asal_kode": sel.enum("asal_kode", AsalKode),
                "pagu": tuple(item for item in pagu if item is not None),
            }
        elif self.jenis == "outcome":
            more = {"dasar": self._dasar()}
        extra = [(column, cell) for column, cell in sel.baris.sel.items() if column.kunci not in known]
        return kelas(
            self.id,
            uraian=sel.text("uraian"),
            indikator=indikator,
            sebutan=self._sebutan(self.id),
            untuk_indikator=sel.text("untuk_indikator").strip(),
            keterangan=sel.text("keterangan"),
            lain=_texts([*extra, *(pair for pair in sel.rusak if pair[0].kunci not in KUNCI_INDIKATOR)]),
            **more,
        )

    def _sebutan(self, id: str) -> tuple[Sebutan, ...]:
        return tuple(item for item, _ in self.sebutan.get(id, ()))

    def _kode(self, instansi: JenisInstansi) -> AnyKode | None:
        text = self.sel.text("kode").strip()
        if not text:
            return None
        if instansi is JenisInstansi.PEMDA:
            return self.sel.attempt(Kolom("kode"), text, Kode.parse)
        return KodeLain(text)

    def _dasar(self) -> Dasar:
        """The grounds, nested by their numbers: ``1.a`` stands in ``1``."""
        tops: dict[str, list[Sel]] = {}
        for kind, sel in self.dasar:
            tops.setdefault(kind, []).append(sel)
        return Dasar(**{kind: _nest(rows, "") for kind, rows in tops.items()})

    # --- its indikator --------------------------------------------------------

    def _indikator(self, sel: Sel, id: str) -> Indikator:
        nama = sel.text("indikator")
        sumber = sel.text("sumber_data")
        made = Indikator(
            id=id,
            nama=nama,
            satuan=sel.text("satuan"),
            rumus=self._rumus(sel),
            formulasi=sel.text("formulasi"),
            polaritas=sel.tag("polaritas", POLARITAS),
            agregasi=sel.tag("agregasi", AGREGASI),
            terburuk=_angka(sel, "terburuk"),
            terbaik=_angka(sel, "terbaik"),
            target=[
                Target(periode, sel.nilai(column, cell), column.versi, column.berlaku)
                for column, periode, cell in sel.values("target")
            ],
            baseline=self._baseline(sel),
            sumber_data=split_list(sumber),
            definisi_operasional=sel.text("definisi_operasional"),
            alasan=sel.text("alasan"),
            penanggung_jawab=sel.text("penanggung_jawab"),
            iku=sel.ya("iku"),
            referensi=sel.text("referensi"),
            tersirat=not nama or sel.ya("tersirat"),
            sebutan=self._sebutan(id) if id != self.id else (),
            keterangan=sel.text("keterangan_indikator"),
        )
        broken = [pair for pair in sel.rusak if pair[0].kunci in KUNCI_INDIKATOR]
        if sel is not self.sel:
            broken += [(column, cell) for column, cell in sel.baris.sel.items() if not column.kunci]
        return attrs.evolve(made, lain=_texts(broken))

    def _baseline(self, sel: Sel) -> Baseline | None:
        found: Baseline | None = None
        for column, periode, cell in sel.values("baseline"):
            if found is None:
                found = Baseline(periode, sel.nilai(column, cell))
            else:
                sel.refuse(column, cell, "satu baseline saja untuk satu indikator")
        return found

    def _rumus(self, sel: Sel) -> Rumus | None:
        """The rumus; a cell of it that its kind has no place for is kept with a finding."""
        cells = {key: sel.text(key) for key in ("pembilang", "penyebut", "komponen", "skala")}
        kind = sel.tag("rumus", RUMUS)
        if kind is None and not sel.text("rumus") and (cells["pembilang"] or cells["penyebut"]):
            kind = "persen"
        for key, text in cells.items():
            if text and key not in _BAGIAN.get(kind or "", ()):
                sel.refuse(Kolom(key), text, f"rumus {kind or 'tidak diisi'} tidak memakai kolom ini")
        return _make_rumus(kind, sel, cells)


def _make_rumus(kind: str | None, sel: Sel, cells: Mapping[str, str]) -> Rumus | None:
    """The rumus of one kind, from the cells that it reads."""
    match kind:
        case "persen":
            return Persen(cells["pembilang"], cells["penyebut"])
        case "jumlah":
            return Jumlah(split_list(cells["komponen"]))
        case "indeks":
            komponen = sel.attempt(Kolom("komponen"), cells["komponen"], _bobot) or ()
            skala = sel.attempt(Kolom("skala"), cells["skala"], _skala) if cells["skala"] else None
            return Indeks(komponen, skala)
        case "nilai":
            return Nilai(cells["komponen"])
        case "predikat":
            return _whole(sel, sel.attempt(Kolom("skala"), cells["skala"], _predikat))
        case "ipm":
            return IPM()
        case "ikm":
            bobot = cells["komponen"] or BobotUnsur.TEPAT.value
            return _whole(sel, sel.attempt(Kolom("komponen"), bobot, IKM))
    return None


def _whole(sel: Sel, rumus: Rumus | None) -> Rumus | None:
    """A rumus; where a cell of it was refused, the word that names it is kept beside that cell."""
    if rumus is None:
        sel.rusak.append((Kolom("rumus"), sel.text("rumus")))
    return rumus


_BAGIAN = {
    "persen": ("pembilang", "penyebut"),
    "jumlah": ("komponen",),
    "indeks": ("komponen", "skala"),
    "nilai": ("komponen",),
    "predikat": ("skala",),
    "ikm": ("komponen",),
}
"""The cells that each kind of rumus reads."""


def _bobot(text: str) -> tuple[Bagian, ...]:
    """Weighted parts: ``Perencanaan=30; Pengukuran=70``."""
    parts = []
    for item in split_list(text):
        name, equals, weight = item.rpartition("=")
        parts.append(Bagian(name.strip(), to_decimal(weight)) if equals else Bagian(item))
    Indeks(tuple(parts))
    return tuple(parts)


def _skala(text: str) -> tuple[Decimal, Decimal]:
    """Both ends of a scale: ``0–100``."""
    isian = parse_nilai(text)
    if not isinstance(isian, Rentang):
        raise ModelError("Indeks", "skala", repr(text), "a range such as 0–100")
    ends = (isian.bawah, isian.atas)
    Indeks(skala=ends)
    return ends


def _predikat(text: str) -> Predikat:
    """Labels, each with what it is worth where that is printed: ``rendah=50; tinggi=100``."""
    rows = [item.rpartition("=") for item in split_list(text)]
    if not all(equals for _, equals, _ in rows):
        return Predikat(split_list(text))
    return Predikat([label.strip() for label, _, _ in rows], [to_decimal(nilai) for _, _, nilai in rows])


def _angka(sel: Sel, kunci: str) -> Decimal | None:
    text = sel.text(kunci).strip()
    return sel.attempt(Kolom(kunci), text, to_decimal) if text else None


def _texts(pairs: Iterable[tuple[Kolom, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(column), cell) for column, cell in pairs)


def join_number(above: str, number: str) -> str:
    """The whole number of an item below another: ``a`` below ``1`` or ``1.`` is ``1.a``.

    >>> join_number("1.", "a"), join_number("", "1.")
    ('1.a', '1.')
    """
    return f"{above.rstrip('.')}.{number}" if above else number


def _nest(rows: list[Sel], above: str) -> tuple[Butir, ...]:
    """Items in their order; one whose number goes on from another's stands in it."""
    tops: list[tuple[Sel, list[Sel]]] = []
    for sel in rows:
        if tops and _goes_on(sel.text("nomor"), tops[-1][0].text("nomor")):
            tops[-1][1].append(sel)
        else:
            tops.append((sel, []))
    start = len(join_number(above, ""))
    return tuple(
        Butir(
            sel.text("uraian"), sel.text("nomor")[start:], _nest(below, sel.text("nomor")), sel.text("tempat")
        )
        for sel, below in tops
    )


def _goes_on(number: str, above: str) -> bool:
    """Whether a number is that of an item below another: ``1.a`` goes on from ``1``."""
    begin = join_number(above, "")
    return bool(above) and number.startswith(begin) and number != begin
