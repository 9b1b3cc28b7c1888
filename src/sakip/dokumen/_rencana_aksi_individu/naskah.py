"""A chain of results on the page: one row for each step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from sakip.angka import Angka
from sakip.bentuk import RantaiAksi, RencanaAksiIndividu
from sakip.dokumen._bagian.halaman import remarks, signature, title_lines
from sakip.dokumen._bagian.lain import LajurLain
from sakip.dokumen._rencana_aksi_individu.baris import AKSI, NOMOR, TINGKAT, number_of
from sakip.dokumen._rencana_aksi_individu.rakit import Urutan, label_of
from sakip.dokumen._tulis.naskah import BarisNaskah, Isi, Lajur, Naskah, Rupa, TabelNaskah
from sakip.model import Aktivitas, Indikator, Sasaran
from sakip.periode import JenisPeriode, Periode

JUDUL = "RENCANA AKSI INDIVIDU"
_LAJUR = (
    Lajur("No", 5, Rupa.TENGAH),
    Lajur("Rencana Hasil Kerja Kepala", 28),
    Lajur("No", 5, Rupa.TENGAH),
    Lajur("Indikator Kinerja Individu Kepala", 28),
    Lajur("Rencana Hasil Kerja Kasi / Penyelenggara / Fungsional", 28),
    Lajur("Indikator Individu", 28),
    Lajur("No", 5, Rupa.TENGAH),
    Lajur("Rencana Aksi", 40),
)
_LAJUR_ID = tuple(
    Lajur(judul, 12, tersembunyi=True)
    for judul in ("ID RHK", "ID IKI", "ID RHK Bawahan", "ID Indikator", "ID Aksi", "ID Target")
)
_TRIWULAN = ("Trw I", "Trw II", "Trw III", "Trw IV")
_SEMESTER = ("Semester I", "Semester II")
_SETAHUN = "1 Tahun"


def to_naskah(form: RencanaAksiIndividu) -> Naskah:
    """The chain, one row for each step."""
    kepala = form.kepala
    return Naskah(
        bentuk=form.jenis,
        judul=title_lines(kepala, JUDUL),
        isi=(("Rencana Aksi", (_tabel(form), *remarks(kepala), *signature(kepala))),),
    )


def _tabel(form: RencanaAksiIndividu) -> TabelNaskah:
    lines = form.rantai
    tahun = form.kepala.periode
    year = tahun if tahun is not None and tahun.jenis is JenisPeriode.TAHUN else None
    target = LajurTarget.of([item for line in lines if (item := takaran_of(line))], year)
    lain = LajurLain.of(_lain_of(line, target) for line in lines)
    remarked = any(line.ujung.keterangan for line in lines)
    penomor = _Penomor()
    rows: list[BarisNaskah] = []
    before: RantaiAksi | None = None
    for line in lines:
        head, ids, joined = penomor.cells(line, before)
        tail = [line.ujung.keterangan] if remarked else []
        tail += lain.cells(_lain_of(line, target))
        cells = (*head, *target.cells(line), *tail)
        further = {len(cells) + place for place, item in enumerate(TINGKAT) if item in joined}
        rows.append(BarisNaskah((*cells, *ids), sambung={*_columns_of(joined), *further}))
        before = line
    extra = (Lajur("Keterangan", 20),) if remarked else ()
    return TabelNaskah((*_LAJUR, *target.lajur, *extra, *lain.lajur, *_LAJUR_ID), rows)


def _columns_of(tingkat: Sequence[str]) -> Iterator[int]:
    """The columns of levels: each its text, and its number where it has one."""
    column = 0
    for item in TINGKAT:
        width = 2 if item in NOMOR else 1
        if item in tingkat:
            yield from range(column, column + width)
        column += width


# --- numbers, texts, ids --------------------------------------------------------


@attrs.define
class _Penomor:
    """Numbers the rows as they go by, as a reader counts them again."""

    _urutan: dict[str, Urutan] = attrs.field(factory=lambda: {tingkat: Urutan() for tingkat in NOMOR})

    def cells(self, line: RantaiAksi, before: RantaiAksi | None) -> tuple[list[Isi], list[str], list[str]]:
        """The cells of a line at its head, its ids, and the levels that continue the line above."""
        head: list[Isi] = []
        ids: list[str] = []
        joined: list[str] = []
        new = before is None
        for tingkat in TINGKAT:
            item = getattr(line, tingkat)
            new = new or item is not getattr(before, tingkat)
            if item is None:
                head += ["", ""] if tingkat in NOMOR else [""]
                ids.append("")
                continue
            if new:
                self._begin(tingkat)
            else:
                joined.append(tingkat)
            head += self._print(tingkat, item, new=new)
            ids.append(item.id)
        step = takaran_of(line)
        ids.append(step.id if line.aksi is not None and step is not None else "")
        return head, ids, joined

    def _begin(self, tingkat: str) -> None:
        """Count the steps anew below a new thing."""
        if tingkat != AKSI:
            self._urutan[AKSI] = Urutan()

    def _print(self, tingkat: str, item: Sasaran | Indikator | Aktivitas, *, new: bool) -> list[Isi]:
        nomor = next((sebutan.nomor for sebutan in item.sebutan if sebutan.nomor), "")
        teks = item.nama if isinstance(item, Indikator) else item.label
        if tingkat not in NOMOR:
            return [f"{nomor}. {teks}" if nomor else teks]
        return [self._count(tingkat, nomor) if new else "", teks]

    def _count(self, tingkat: str, nomor: str) -> Isi:
        urutan = self._urutan[tingkat]
        angka = number_of(nomor)
        if nomor and angka is None:
            return nomor
        number = urutan.berikut
        urutan.take(angka)
        return nomor or number


def takaran_of(line: RantaiAksi) -> Indikator | None:
    """The indikator whose targets a line prints."""
    last = line.ujung
    if isinstance(last, Aktivitas):
        return last.indikator[0] if last.indikator else None
    return last if isinstance(last, Indikator) else None


# --- targets ----------------------------------------------------------------------


@attrs.frozen
class LajurTarget:
    """The columns of the targets.

    Attributes:
        kolom: Each with its header and its period; None where the form names no year.
    """

    kolom: tuple[tuple[str, Periode | None], ...]

    @classmethod
    def of(cls, takaran: Sequence[Indikator], tahun: Periode | None) -> LajurTarget:
        """A column for the year, one for each part of it, and one for each further period that has a target.

        >>> kolom = LajurTarget.of([Indikator(id="IK1", nama="Jumlah", target={"2024-S1": 5})], Periode(2024)).kolom
        >>> [judul for judul, _ in kolom]
        ['1 Tahun', 'Semester I', 'Semester II']
        """
        periods = {target.periode for item in takaran for target in item.target}
        known = {when for when in periods if tahun is not None and _is_part(when, tahun)}
        labels = {label_of(when) for when in known}
        labels |= {judul for item in takaran for judul, _ in item.lain}
        halves = not labels.isdisjoint(_SEMESTER)
        quarters = not halves or not labels.isdisjoint(_TRIWULAN)
        own = (_SETAHUN, *(_SEMESTER if halves else ()), *(_TRIWULAN if quarters else ()))
        further = [(str(when), when) for when in sorted(periods - known)]
        return cls((*((judul, _period(judul, tahun)) for judul in own), *further))

    @property
    def lajur(self) -> tuple[Lajur, ...]:
        """The columns."""
        return tuple(Lajur(("Target", judul), 11, Rupa.TENGAH) for judul, _ in self.kolom)

    def cells(self, line: RantaiAksi) -> list[Isi]:
        """The targets of a line."""
        item = takaran_of(line)
        return [None if item is None else _cell(item, judul, when) for judul, when in self.kolom]

    def holds(self, judul: str) -> bool:
        """Whether a further cell of a source is a target whose year nobody knows."""
        return any(judul == own and when is None for own, when in self.kolom)


def _is_part(when: Periode, tahun: Periode) -> bool:
    kinds = {JenisPeriode.TAHUN, JenisPeriode.SEMESTER, JenisPeriode.TRIWULAN}
    return when.tahun == tahun.tahun and when.jenis in kinds


def _period(judul: str, tahun: Periode | None) -> Periode | None:
    if tahun is None or judul == _SETAHUN:
        return tahun
    kind, names = (
        (JenisPeriode.SEMESTER, _SEMESTER) if judul in _SEMESTER else (JenisPeriode.TRIWULAN, _TRIWULAN)
    )
    return Periode(tahun.tahun, kind, names.index(judul) + 1)


def _cell(indikator: Indikator, judul: str, when: Periode | None) -> Isi:
    """A target as printed, with the unit of its indikator where it prints none."""
    if when is None:
        return next((teks for nama, teks in indikator.lain if nama == judul), None)
    target = indikator.target_for(when)
    if target is None:
        return None
    value = target.nilai
    if isinstance(value, Angka) and indikator.satuan and not value.satuan:
        return f"{value} {indikator.satuan}"
    return value


def _lain_of(line: RantaiAksi, target: LajurTarget) -> list[tuple[str, str]]:
    """The further cells of the last thing of a line, but for those that stand in the columns of the targets."""
    return [(judul, teks) for judul, teks in line.ujung.lain if not target.holds(judul)]
