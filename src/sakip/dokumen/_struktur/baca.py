"""Reading a struktur table: one row for each node and indikator.

Columns may stand in any order and under any of their usual names. A row says
what it is in ``level``: a node, a ground of an outcome, another wording
(``sebutan``), a ``jabatan``, a ``relasi``, or the head of the tree (``pohon``,
``instansi``, ``unit``). A row without level and id, or with an id that stood
before, is a further indikator of that node. Without a column ``induk`` the
nesting follows the order of the levels.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path

import attrs

from sakip.dokumen._baca.hasil import BarisSisa, HasilBaca
from sakip.dokumen._baca.register import (
    BARIS_TANPA_TEMPAT,
    ISIAN_TAK_DIKENAL,
    KOLOM_TAK_DIKENAL,
    LEVEL_TAK_DIKENAL,
    SEL_BERLEBIH,
)
from sakip.dokumen._bagian.kata import LEVEL, URUT_JENIS, tight
from sakip.dokumen._buka.batas import BATAS_BACA, BatasBaca
from sakip.dokumen._datar.kolom import Kolom, order_columns, recognise
from sakip.dokumen._datar.lembar import Baris, Lembar, join_list, read_lembar, split_list
from sakip.dokumen._datar.sel import Sel
from sakip.dokumen._struktur.panjang import to_lebar
from sakip.dokumen._struktur.simpul import SimpulMentah
from sakip.errors import SakipError
from sakip.model import (
    SIMPUL,
    AnySimpul,
    Atasan,
    Instansi,
    Jabatan,
    JenisInstansi,
    Pemangku,
    Relasi,
    Sebutan,
    Unit,
)
from sakip.periode import Periode
from sakip.pohon import Peran, PohonKinerja, parents_first
from sakip.temuan import JenisTemuan, Tempat, Temuan

DASAR = ("ekspektasi", "mandat", "isu_strategis")
TIDAK_ADA = "-"
"""How the table says that a jabatan has no superior."""

STATUS_PEMANGKU = "status_pemangku"
KOLOM_JABATAN = frozenset(
    {"level", "id", "induk", "nama", "jenjang", "unit", "tugas", "fungsi", STATUS_PEMANGKU, "keterangan"}
)
KOLOM_RELASI = frozenset(
    {"induk", "jenis", "ke", "peran", "bobot", "status", "alasan", "tempat", "keterangan"}
)
"""The columns that a row of a jabatan, or of a relasi, has a place for."""

_BAWAAN = {"bagian": "uraian"}
"""What a blank cell of a sebutan row means."""


def read_struktur(
    path: str | os.PathLike[str],
    *,
    nama: str | None = None,
    instansi: Instansi | None = None,
    periode: Periode | int | str | None = None,
    jenis: JenisInstansi | str = JenisInstansi.PEMDA,
    batas: BatasBaca = BATAS_BACA,
) -> HasilBaca[PohonKinerja]:
    r"""Read a tree from a struktur table: CSV or a workbook.

    Args:
        path: CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252; or XLSX,
            XLS or ODS, of which the first sheet counts that has the columns.
        nama: What the tree is called, where the table does not say; without it
            the file's name.
        instansi: The institution, where the table does not say.
        periode: The span of the plan, where the table does not say.
        jenis: The kind of institution, where the table does not say.
        batas: How much the file may ask for.

    Returns:
        The tree, the findings with row and column, and the rows that could not
        be placed. What can't be read is kept as printed, so that
        `write_struktur` gives every cell back.

    Raises:
        BerkasError: It cannot be read, or is no table.
        TabelError: It has neither the column ``level`` nor a column of texts.
        EkstraError: It is a workbook, and the extra ``excel`` is not installed.

    >>> import pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "dinas.csv"
    >>> _ = path.write_text(
    ...     "level,id,induk,uraian,id_indikator,indikator,target 2025\n"
    ...     "outcome,O1,,Meningkatnya kesejahteraan sosial,IK1,Persentase PPKS tertangani,\"93,59 %\"\n"
    ...     "csf,C1,O1,Meningkatnya pelayanan sosial,,,\n")
    >>> hasil = read_struktur(path)
    >>> [simpul.id for simpul in hasil.dokumen], hasil.temuan
    (['O1', 'C1'], ())
    """
    lembar = read_lembar(path, recognise, is_struktur, ("level", "uraian atau nama"), batas, is_pagu)
    pembaca = _Pembaca(lembar)
    return pembaca.read(nama or Path(path).stem, instansi, periode, jenis)


def from_lembar(lembar: Lembar[Kolom]) -> HasilBaca[PohonKinerja]:
    """The tree of a table whose columns have been recognised; one that has no name has the file's."""
    return _Pembaca(lembar).read(Path(lembar.berkas).stem, None, None, JenisInstansi.PEMDA)


def is_pagu(column: Kolom) -> bool:
    """Whether a column holds money."""
    return column.kunci == "pagu"


def is_struktur(columns: Iterable[Kolom]) -> bool:
    keys = {column.kunci for column in columns}
    return "level" in keys and bool(keys & {"uraian", "nama"})


class _Pembaca:
    """One reading of one table."""

    def __init__(self, lembar: Lembar[Kolom]) -> None:
        self.lembar = lembar = to_lebar(lembar)
        self.temuan: list[Temuan] = list(lembar.describe())
        self.sisa: list[Baris[Kolom]] = []
        self.simpul: dict[str, SimpulMentah] = {}
        self.lain: dict[str, list[Sel]] = {}
        self.nested = Kolom("induk") in lembar.kolom
        self.chain: list[SimpulMentah] = []
        self.printed = {row.sel.get(Kolom("id"), "").strip() for row in lembar.baris}
        self.made: dict[str, int] = {}

    # --- findings -------------------------------------------------------------

    def note(self, jenis: JenisTemuan, baris: int, kolom: str = "", **parameter: object) -> None:
        """Make a finding at a row, and a column of it."""
        place = Tempat(berkas=self.lembar.berkas, lembar=self.lembar.nama, baris=baris, kolom=kolom)
        self.temuan.append(jenis.temuan(place, **parameter))

    def leave(self, row: Baris[Kolom], sebab: str, node: SimpulMentah | None = None) -> None:
        """Keep a row that could not be placed, with the node that it speaks of."""
        if node is not None:
            row = attrs.evolve(row, sel={Kolom("level"): node.jenis, Kolom("id"): node.id} | row.sel)
        self.sisa.append(row)
        self.note(BARIS_TANPA_TEMPAT, row.nomor, sebab=sebab)

    # --- rows into groups -----------------------------------------------------

    def read(
        self,
        nama: str,
        instansi: Instansi | None,
        periode: Periode | int | str | None,
        jenis: JenisInstansi | str,
    ) -> HasilBaca[PohonKinerja]:
        """The whole table."""
        for column in self.lembar.kolom:
            if not column.kunci:
                self.note(KOLOM_TAK_DIKENAL, self.lembar.nomor, column.judul, judul=column.judul)
        last: SimpulMentah | None = None
        columns = order_columns(self.lembar.kolom)
        for row in self.lembar.baris:
            cells = {column: row.sel[column] for column in columns if column in row.sel}
            last = self._sort(attrs.evolve(row, sel=cells), last)
        pohon = self._head(nama, instansi, periode, jenis)
        self._add_jabatan(pohon)
        self._attach()
        self._add_simpul(pohon)
        self._add_penugasan(pohon)
        self._add_relasi(pohon)
        left = tuple(
            BarisSisa(row.nomor, tuple((str(column), cell) for column, cell in row.sel.items()))
            for row in sorted(self.sisa, key=lambda row: row.nomor)
        )
        findings = tuple(sorted(self.temuan, key=lambda item: item.tempat.baris or 0))
        return HasilBaca(pohon, findings, left, self.lembar.keterangan)

    def _sort(self, row: Baris[Kolom], last: SimpulMentah | None) -> SimpulMentah | None:
        """Put a row where it belongs; give back the node that a row without one adds to."""
        if row.lebih:
            self.note(SEL_BERLEBIH, row.nomor, banyak=len(row.lebih), teks="; ".join(row.lebih))
        if not row.sel:
            return last  # nothing below the header that could be placed or left over
        sel = Sel(row, self.note)
        level, id = sel.text("level").strip(), sel.text("id").strip()
        kind = LEVEL.get(tight(level))
        if not level:
            return self._further(row, sel, self.simpul.get(id) if id else last)
        if kind is None:
            self.sisa.append(row)
            self.note(
                LEVEL_TAK_DIKENAL,
                row.nomor,
                "level",
                teks=level,
                pilihan=", ".join(dict.fromkeys(LEVEL.values())),
            )
            return None
        if kind not in SIMPUL:
            self.lain.setdefault(kind, []).append(sel)
            return last
        if id in self.simpul and self.simpul[id].jenis == kind:
            return self._further(row, sel, self.simpul[id])
        return self._begin(row, sel, kind, id)

    def _further(self, row: Baris[Kolom], sel: Sel, node: SimpulMentah | None) -> SimpulMentah | None:
        """A further indikator of a node that stood before; give back the node."""
        if node is None:
            self.leave(row, "tidak ada simpul sebelumnya yang dapat diisi")
        elif clash := node.clash(sel):
            self.leave(row, f'kolom "{clash}" berbeda dari baris pertama simpul {node.id}', node)
        elif not sel.has_indikator:
            self.leave(row, f"baris lanjutan simpul {node.id} ini tidak berisi indikator", node)
        else:
            node.further.append(sel)
        return node

    def _begin(self, row: Baris[Kolom], sel: Sel, kind: str, id: str) -> SimpulMentah | None:
        """A new node."""
        if id in self.simpul:
            self.leave(row, f"id {id} sudah dipakai")
            return None
        id = id or self._make_id(kind)
        node = SimpulMentah(id, kind, sel, sel.text("induk").strip() if self.nested else self._nest(kind))
        self.simpul[id] = node
        if not self.nested:
            self.chain.append(node)
        return node

    def _make_id(self, kind: str) -> str:
        """An id that no row of the table has."""
        while True:
            self.made[kind] = self.made.get(kind, 0) + 1
            id = f"{kind}-{self.made[kind]}"
            if id not in self.printed:
                return id

    def _nest(self, kind: str) -> str:
        """The nearest node before that stands on a higher level."""
        rank = URUT_JENIS.index(kind)
        while self.chain and URUT_JENIS.index(self.chain[-1].jenis) >= rank:
            self.chain.pop()
        return self.chain[-1].id if self.chain else ""

    # --- groups into a tree ---------------------------------------------------

    def _head(
        self,
        nama: str,
        instansi: Instansi | None,
        periode: Periode | int | str | None,
        jenis: JenisInstansi | str,
    ) -> PohonKinerja:
        for sel in self._once("pohon", {"nama", "jenis", "periode"}):
            nama = sel.text("nama") or nama
            jenis = sel.enum("jenis", JenisInstansi) or jenis
            if text := sel.text("periode"):
                periode = sel.attempt(Kolom("periode"), text, Periode.parse) or periode
            if sel.rusak:
                self.sisa.append(sel.baris)
        for sel in self._once("instansi", {"nama", "kode", "uraian"}):
            instansi = Instansi(nama=sel.text("nama"), kode=sel.text("kode"), wilayah=sel.text("uraian"))
        units = self._units()
        if units:
            instansi = attrs.evolve(instansi or Instansi(nama=nama), unit=units)
        return PohonKinerja(nama, instansi=instansi, periode=periode, jenis=jenis)

    def _once(self, kind: str, known: set[str]) -> list[Sel]:
        """The one row of a kind that stands once; others are left over."""
        rows = [sel for sel in self.lain.pop(kind, []) if self._fits(sel, known)]
        for sel in rows[1:]:
            self.leave(sel.baris, f"baris {kind} sudah ada")
        return rows[:1]

    def _units(self) -> tuple[Unit, ...]:
        rows = self.lain.pop("unit", [])
        return tuple(
            Unit(id=id, nama=sel.text("nama"), kode=sel.text("kode"), induk=sel.text("induk").strip())
            for sel in rows
            if (id := self._named(sel)) and self._fits(sel, {"id", "nama", "kode", "induk"})
        )

    def _named(self, sel: Sel) -> str:
        """The id of a row that must have one; without it the row is left over."""
        id = sel.text("id").strip()
        if not id:
            self.leave(sel.baris, "kolom id kosong")
        return id

    def _fits(self, sel: Sel, known: AbstractSet[str]) -> bool:
        """Whether a row has cells only where its kind has a place for them; else it is left over."""
        extra = sel.beyond({"level", *known})
        if extra:
            self.leave(sel.baris, f"kolom {', '.join(extra)} tidak dipakai pada baris {sel.text('level')}")
        return not extra

    def _add_jabatan(self, pohon: PohonKinerja) -> None:
        for sel in self.lain.pop("jabatan", []):
            id, above = self._named(sel), sel.text("induk").strip()
            if id:
                pemangku = sel.attempt(Kolom(STATUS_PEMANGKU), sel.text(STATUS_PEMANGKU), _pemangku)
                known = KOLOM_JABATAN - ({STATUS_PEMANGKU} if pemangku is None else set())
                jabatan = Jabatan(
                    id=id,
                    nama=sel.text("nama"),
                    jenjang=sel.text("jenjang"),
                    unit=sel.text("unit"),
                    atasan=Atasan.TIDAK_ADA if above == TIDAK_ADA else above or Atasan.TIDAK_DIKETAHUI,
                    tugas=split_list(sel.text("tugas")),
                    fungsi=split_list(sel.text("fungsi")),
                    pemangku=pemangku or (),
                    keterangan=sel.text("keterangan"),
                    lain=[(str(col), cell) for col, cell in sel.baris.sel.items() if col.kunci not in known],
                )
                self._attempt(sel, partial(pohon.add_jabatan, jabatan))

    def _attempt(self, sel: Sel, do: Callable[[], object]) -> None:
        """Do one thing for a row; what is refused leaves the row over."""
        try:
            do()
        except SakipError as error:
            self.leave(sel.baris, error.kalimat)

    def _attach(self) -> None:
        """Give other wordings and grounds to the nodes that they belong to."""
        owners = {id: node for node in self.simpul.values() for id in node.indikator_ids()}
        for sel in self.lain.pop("sebutan", []):
            target = sel.text("induk").strip()
            node = self.simpul.get(target) or owners.get(target)
            if node is None:
                self.leave(sel.baris, f'sebutan ini untuk "{target}", yang tidak ada')
            elif self._fits(sel, {"induk", "uraian", "tempat", "nomor", "bagian", "keterangan"}):
                names = ("uraian", "tempat", "nomor", "bagian", "keterangan")
                wording = Sebutan(*(sel.text(name) or _BAWAAN.get(name, "") for name in names))
                node.sebutan.setdefault(target, []).append((wording, sel))
        for kind in DASAR:
            for sel in self.lain.pop(kind, []):
                outcome = self.simpul.get(sel.text("induk").strip())
                if outcome is None or outcome.jenis != "outcome":
                    self.leave(sel.baris, f"{kind} harus berinduk pada sebuah outcome")
                elif self._fits(sel, {"induk", "nomor", "uraian", "tempat"}):
                    outcome.dasar.append((kind, sel))

    def _add_simpul(self, pohon: PohonKinerja) -> None:
        rows = [(node, node.build(pohon.jenis)) for node in self.simpul.values()]
        ordered = parents_first(rows, lambda row: row[0].id, lambda row: row[0].induk or None)
        for node, simpul in ordered:
            self._place(pohon, node, simpul)

    def _place(self, pohon: PohonKinerja, node: SimpulMentah, simpul: AnySimpul) -> None:
        try:
            pohon.add(simpul, under=node.induk or None)
        except SakipError as error:
            under = {Kolom("induk"): node.induk} if node.induk else {}
            self.leave(attrs.evolve(node.sel.baris, sel=under | node.sel.baris.sel), error.kalimat, node)
            for sel in node.further:
                self.leave(sel.baris, f"simpul {node.id} tidak masuk pohon", node)
            for sel in node.attached:
                self.leave(sel.baris, f"simpul {node.id} tidak masuk pohon")

    def _add_penugasan(self, pohon: PohonKinerja) -> None:
        """Assign the posts; one that is not there is kept with the node that names it."""
        for node in self.simpul.values():
            if node.id not in pohon:
                continue
            owner, supporters = node.sel.text("jabatan").strip(), split_list(node.sel.text("pendukung"))
            kept: list[tuple[str, str]] = []
            if owner and not self._assign(pohon, node, owner, Peran.UTAMA):
                kept.append(("jabatan", owner))
            left = [id for id in supporters if not self._assign(pohon, node, id, Peran.PENDUKUNG)]
            if left:
                kept.append(("pendukung", join_list(left)))
            if kept:
                old = pohon[node.id]
                pohon.replace(attrs.evolve(old, lain=(*old.lain, *kept)))

    def _assign(self, pohon: PohonKinerja, node: SimpulMentah, id: str, peran: Peran) -> bool:
        try:
            pohon.assign(node.id, id, peran)
        except SakipError as error:
            column = "jabatan" if peran is Peran.UTAMA else "pendukung"
            self.note(ISIAN_TAK_DIKENAL, node.sel.baris.nomor, column, teks=id, sebab=error.kalimat)
            return False
        return True

    def _add_relasi(self, pohon: PohonKinerja) -> None:
        for sel in self.lain.pop("relasi", []):
            if self._fits(sel, KOLOM_RELASI):
                self._attempt(sel, partial(_add_relasi, pohon, sel))


def _pemangku(teks: str) -> tuple[Pemangku, ...]:
    return tuple(Pemangku.parse(item) for item in split_list(teks))


def _add_relasi(pohon: PohonKinerja, sel: Sel) -> None:
    pohon.add_relasi(
        Relasi(
            jenis=tight(sel.text("jenis")),
            dari=sel.text("induk").strip(),
            ke=sel.text("ke").strip(),
            peran=sel.text("peran"),
            bobot=sel.text("bobot") or None,
            status=sel.text("status"),
            alasan=sel.text("alasan"),
            tempat=sel.text("tempat"),
            keterangan=sel.text("keterangan"),
        )
    )
