"""A report: the rows of a tree, to be selected, grouped, sorted, compared and written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

import attrs

from sakip.berkas import Rekaman
from sakip.capaian._baris import BarisCapaian, shown
from sakip.errors import ModelError, SakipError, TidakAdaError
from sakip.kebijakan import Kebijakan
from sakip.periode import Periode, to_periode
from sakip.teks import Tampilan, render_html, render_tabel
from sakip.temuan import Temuan

Kunci = str | tuple[str, Periode | int | str]
"""What a row is asked for by: the id of an indikator, with the period where there are several."""

_HEADER = ("Id", "Indikator", "Target", "Realisasi", "Capaian")


@attrs.frozen
class LaporanCapaian(Tampilan, Rekaman):
    """The capaian of every indikator of a tree, in tree order.

    ``laporan["IK1"]`` is the row of an indikator, ``laporan["IK1", "2025-TW1"]`` that
    of one of several periods; printing gives a table.

    Attributes:
        nama: The name of the tree.
        periode: The periods.
        kebijakan: The policy.
        baris: The rows.
        temuan: What is wrong with the measurements.

    >>> from sakip import Indikator, Outcome, PohonKinerja, compute_capaian
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah PPKS", target={"2025": 50})]))
    >>> laporan = compute_capaian(pohon, [], "2025")
    >>> len(laporan), laporan["IK1"].alasan.kalimat, laporan.to_records()[0]["capaian"]
    (1, 'belum ada realisasi', None)
    """

    nama: str
    periode: tuple[Periode, ...]
    kebijakan: Kebijakan
    baris: tuple[BarisCapaian, ...]
    temuan: tuple[Temuan, ...] = ()
    _index: dict[str, list[BarisCapaian]] = attrs.field(init=False, repr=False, eq=False, hash=False)

    @_index.default
    def _make_index(self) -> dict[str, list[BarisCapaian]]:
        index: dict[str, list[BarisCapaian]] = {}
        for row in self.baris:
            index.setdefault(row.indikator.id, []).append(row)
        return index

    def __getitem__(self, kunci: Kunci) -> BarisCapaian:
        rows = self._find(kunci)
        if not rows:
            what = ", ".join(str(part) for part in kunci) if isinstance(kunci, tuple) else str(kunci)
            raise TidakAdaError("indikator", what, f"the report of {self.nama!r}")
        if len(rows) > 1:
            raise ModelError(
                "LaporanCapaian", "kunci", repr(kunci), "one of several periods, such as ('IK1', '2025-TW1'),"
            )
        return rows[0]

    def _find(self, kunci: object) -> list[BarisCapaian]:
        """The rows of an indikator, or that of one of its periods."""
        id, *rest = kunci if isinstance(kunci, tuple) and kunci else (kunci,)
        if not isinstance(id, str) or len(rest) > 1:
            return []
        rows = self._index.get(id, [])
        return [row for row in rows if row.periode == to_periode(rest[0])] if rest else rows

    def __iter__(self) -> Iterator[BarisCapaian]:
        return iter(self.baris)

    def _ipython_key_completions_(self) -> list[str | tuple[str, str]]:
        if len(self.periode) == 1:
            return list(self._index)
        return [(row.indikator.id, str(row.periode)) for row in self.baris]

    def __len__(self) -> int:
        return len(self.baris)

    def __contains__(self, kunci: object) -> bool:
        try:
            return bool(self._find(kunci))
        except SakipError:
            return False

    @property
    def terhitung(self) -> int:
        """How many rows have a number."""
        return sum(row.nilai is not None for row in self.baris)

    # --- parts of it ----------------------------------------------------------

    def select(
        self,
        *,
        jenis: str | Iterable[str] | None = None,
        jabatan: str | None = None,
        di_bawah: str | None = None,
        periode: Periode | int | str | None = None,
        iku: bool | None = None,
    ) -> LaporanCapaian:
        """The rows that fit every condition given; a report without rows where none does.

        A value that nothing in the report has is no error: a level without indikator
        is as empty as one that does not exist.

        Args:
            jenis: The level, such as ``program``, or several.
            jabatan: The id of the post that owns the node.
            di_bawah: The id of a node; it and everything below it.
            periode: One of the periods; the report is then of that period alone.
            iku: Whether they are Indikator Kinerja Utama.

        >>> from sakip import Indikator, Outcome, PohonKinerja, compute_capaian
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah", iku=True)]))
        >>> laporan = compute_capaian(pohon, [], "2025")
        >>> len(laporan.select(jenis="outcome", iku=True)), len(laporan.select(jenis="program"))
        (1, 0)
        """
        kinds = {jenis} if isinstance(jenis, str) else None if jenis is None else set(jenis)
        when = None if periode is None else to_periode(periode)
        rows = (
            row
            for row in self.baris
            if (kinds is None or row.simpul.jenis in kinds)
            and (jabatan is None or (row.jabatan is not None and row.jabatan.id == jabatan))
            and (di_bawah is None or di_bawah in row.jalur)
            and (when is None or row.periode == when)
            and (iku is None or row.indikator.iku == iku)
        )
        part = self._with(rows)
        return part if when is None else attrs.evolve(part, periode=(when,))

    def group(self, kolom: str) -> dict[object, LaporanCapaian]:
        """The rows by what they have in one column of `to_records`, in order of appearance.

        Raises:
            TidakAdaError: There is no such column.

        >>> from sakip import Indikator, Outcome, PohonKinerja, compute_capaian
        >>> pohon = PohonKinerja("Dinas Contoh")
        >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah")]))
        >>> list(compute_capaian(pohon, [], "2025").group("alasan"))
        ['tanpa_target']
        """
        groups: dict[object, list[BarisCapaian]] = {}
        for row in self.baris:
            groups.setdefault(self._cell(row, kolom), []).append(row)
        return {key: self._with(rows) for key, rows in groups.items()}

    def sort(self, kolom: str = "capaian", *, menurun: bool = False) -> LaporanCapaian:
        """The rows by one column of `to_records`; those that have nothing there come last.

        Raises:
            TidakAdaError: There is no such column.
        """
        keyed = [(self._cell(row, kolom), row) for row in self.baris]
        full = [pair for pair in keyed if pair[0] is not None]
        rest = [row for key, row in keyed if key is None]
        full.sort(key=_first, reverse=menurun)
        return self._with([*(row for _, row in full), *rest])

    def _cell(self, row: BarisCapaian, kolom: str) -> object:
        record = row.to_record()
        if kolom not in record:
            raise TidakAdaError("kolom", str(kolom), f"a report, which has {', '.join(record)}")
        return record[kolom]

    def _with(self, rows: Iterable[BarisCapaian]) -> LaporanCapaian:
        return attrs.evolve(self, baris=tuple(rows))

    # --- out of it ------------------------------------------------------------

    def to_records(self) -> list[dict[str, object]]:
        """The rows as flat records, for a data frame or a file.

        Figures stay exact `Decimal` values, a missing one is None.
        """
        return [row.to_record() for row in self.baris]

    @property
    def judul(self) -> str:
        """What the report is about, in one line."""
        times = ", ".join(item.label for item in self.periode)
        return f"Capaian {self.nama}, {times}, kebijakan {self.kebijakan.nama}"

    def __str__(self) -> str:
        several = len(self.periode) > 1
        rows = [(*((str(row.periode),) if several else ()), *_cells(row)) for row in self.baris]
        header = (*(("Periode",) if several else ()), *_HEADER)
        first = 1 if several else 0
        limits = (*((0,) if several else ()), 0, 56, 14, 14, 24)
        table = render_tabel(header, rows, lebar=limits, kanan=range(first + 2, first + 5))
        return f"{self.judul}\n\n{table}\n\n{self._count()}"

    def _count(self) -> str:
        what = "baris" if len(self.periode) > 1 else "indikator"
        return f"{self.terhitung} dari {len(self)} {what} terhitung."

    def _repr_html_(self) -> str:
        header = ("Periode", "Id", "Indikator", "Jabatan", "Target", "Realisasi", "Capaian", "Predikat")
        rows = []
        for row in self.baris:
            pita = row.capaian.predikat
            cells = _cells(row)
            owner = "" if row.jabatan is None else row.jabatan.nama
            label = "" if pita is None else pita.label
            rows.append((str(row.periode), *cells[:2], owner, *cells[2:], label))
        colours = [row.capaian.predikat.warna if row.capaian.predikat else "" for row in self.baris]
        return render_html(
            header, rows, judul=self.judul, catatan=self._count(), kanan=(4, 5, 6), warna=colours
        )


def _first(pair: tuple[object, BarisCapaian]) -> tuple[bool, Decimal | str]:
    """Numbers in their order, before texts in theirs."""
    key = pair[0]
    return (False, Decimal(key)) if isinstance(key, int | Decimal) else (True, str(key))


def _cells(row: BarisCapaian) -> tuple[str, str, str, str, str]:
    return (
        row.indikator.id,
        row.indikator.nama,
        shown(row.capaian.target),
        shown(row.capaian.realisasi),
        str(row.capaian),
    )


def check_known(jenis: str, asked: Iterable[str], known: Collection[str], tempat: str) -> None:
    """Refuse ids that nothing has, all of them at once."""
    unknown = [str(id) for id in asked if id not in known]
    if unknown:
        raise TidakAdaError(jenis, ", ".join(unknown), tempat)
