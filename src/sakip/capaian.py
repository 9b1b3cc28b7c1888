"""The numbers of a whole tree: one row for each indikator, each with its explanation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from sakip.alasan import Alasan
from sakip.angka import Angka, Isian, Kosong, round_half_up
from sakip.errors import TidakAdaError
from sakip.kebijakan import LKJIP, Capaian, Kebijakan
from sakip.model import AnySimpul, Indikator, Jabatan, Realisasi, Target
from sakip.periode import Periode, to_periode
from sakip.pohon import PohonKinerja
from sakip.rumus import Persen
from sakip.teks import render_tabel
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

REALISASI_TANPA_INDIKATOR = register(
    JenisTemuan(
        "SKP301",
        Tingkat.KESALAHAN,
        "realisasi tanpa indikator",
        'Ada realisasi {periode} untuk indikator "{indikator}" yang tidak ada di pohon; realisasi itu tidak dipakai.',
        "Periksa id indikator pada tabel realisasi.",
    )
)
REALISASI_GANDA = register(
    JenisTemuan(
        "SKP302",
        Tingkat.KESALAHAN,
        "realisasi diisi lebih dari sekali",
        "Realisasi {periode} diisi {banyak} kali; tidak satu pun dipakai.",
        "Pilih satu realisasi untuk periode ini.",
    )
)


@attrs.frozen
class BarisCapaian:
    """The capaian of one indikator.

    Attributes:
        simpul: The node that it stands at.
        indikator: The indikator.
        target: The planned value that was used, with its version; None where there is none.
        realisasi: The measurement that was used; None where there is none.
        capaian: The comparison, with its policy.
        jabatan: The post that owns the node; None where none is assigned.

    >>> from sakip import Indikator, Outcome, PohonKinerja, Realisasi
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah PPKS", target={"2025": 50})]))
    >>> baris = compute_capaian(pohon, [Realisasi("IK1", "2025", 40)], "2025")["IK1"]
    >>> baris.nilai, baris.alasan
    (Decimal('80'), None)
    """

    simpul: AnySimpul
    indikator: Indikator
    target: Target | None
    realisasi: Realisasi | None
    capaian: Capaian
    jabatan: Jabatan | None = None

    @property
    def nilai(self) -> Decimal | None:
        """The capaian in percent, not rounded; None where there is no number."""
        return self.capaian.nilai

    @property
    def alasan(self) -> Alasan | None:
        """Why there is no number; None where there is one."""
        return self.capaian.alasan

    def __str__(self) -> str:
        return str(self.capaian)

    def explain(self) -> str:
        """How the figure came about, step by step, in Indonesian."""
        lines = [f"{self.indikator.id}: {self.indikator.nama}"]
        if self.target is not None:
            version = "" if self.target.versi == "murni" else f", versi {self.target.versi}"
            lines.append(f"Target {self.target.periode.label}{version}: {_shown(self.target.nilai)}")
        if self.realisasi is not None and self.realisasi.masukan.has_parts:
            rumus = self.indikator.rumus or _implied_rumus(self.indikator, self.target)
            words = "bagian tanpa rumus" if rumus is None else rumus.describe(self.realisasi.masukan)
            lines.append(f"Realisasi = {words}")
        lines.append(self.capaian.explain())
        if self.indikator.polaritas is None:
            lines.append("Indikator ini tidak menyatakan polaritasnya; naik adalah anggapan.")
        return "\n".join(lines)

    def to_record(self) -> dict[str, object]:
        """The row as one flat record; figures stay exact `Decimal` values."""
        return {
            "id_simpul": self.simpul.id,
            "jenis": self.simpul.jenis,
            "uraian": self.simpul.label,
            "jabatan": "" if self.jabatan is None else self.jabatan.nama,
            "id_indikator": self.indikator.id,
            "indikator": self.indikator.nama,
            "satuan": _unit(self.indikator, self.target),
            "polaritas": self.indikator.arah.value,
            "target": _shown(self.capaian.target),
            "realisasi": _shown(self.capaian.realisasi),
            "nilai_target": getattr(self.capaian.target, "nilai", None),
            "nilai_realisasi": getattr(self.capaian.realisasi, "nilai", None),
            "capaian": self.nilai,
            "capaian_mentah": self.capaian.mentah,
            "alasan": "" if self.alasan is None else self.alasan.value,
            "kebijakan": self.capaian.kebijakan.nama,
        }


@attrs.frozen
class LaporanCapaian:
    """The capaian of every indikator of a tree, in tree order.

    ``laporan["IK1"]`` is the row of an indikator; printing gives a table.

    Attributes:
        nama: The name of the tree.
        periode: The period.
        kebijakan: The policy.
        baris: The rows.
        temuan: What is wrong with the measurements.

    >>> from sakip import Indikator, Outcome, PohonKinerja
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[Indikator(id="IK1", nama="Jumlah PPKS", target={"2025": 50})]))
    >>> laporan = compute_capaian(pohon, [], "2025")
    >>> len(laporan), laporan["IK1"].alasan.kalimat, laporan.to_records()[0]["capaian"]
    (1, 'belum ada realisasi', None)
    """

    nama: str
    periode: Periode
    kebijakan: Kebijakan
    baris: tuple[BarisCapaian, ...]
    temuan: tuple[Temuan, ...] = ()
    _index: dict[str, BarisCapaian] = attrs.field(init=False, repr=False, eq=False, hash=False)

    @_index.default
    def _make_index(self) -> dict[str, BarisCapaian]:
        return {row.indikator.id: row for row in self.baris}

    def __getitem__(self, id: str) -> BarisCapaian:
        try:
            return self._index[id]
        except KeyError:
            raise TidakAdaError("indikator", str(id), f"the report of {self.nama!r}") from None

    def __iter__(self) -> Iterator[BarisCapaian]:
        return iter(self.baris)

    def __len__(self) -> int:
        return len(self.baris)

    def __contains__(self, id: object) -> bool:
        return id in self._index

    def to_records(self) -> list[dict[str, object]]:
        """The rows as flat records, for a data frame or a file.

        Figures stay exact `Decimal` values, a missing one is None.
        """
        return [row.to_record() for row in self.baris]

    def __str__(self) -> str:
        rows = [
            (
                row.indikator.id,
                row.indikator.nama,
                _shown(row.capaian.target),
                _shown(row.capaian.realisasi),
                str(row.capaian),
            )
            for row in self.baris
        ]
        header = ("Id", "Indikator", "Target", "Realisasi", "Capaian")
        counted = sum(row.nilai is not None for row in self.baris)
        title = f"Capaian {self.nama}, {self.periode.label}, kebijakan {self.kebijakan.nama}"
        table = render_tabel(header, rows, lebar=(0, 56, 14, 14, 24), kanan=(2, 3, 4))
        return f"{title}\n\n{table}\n\n{counted} dari {len(self)} indikator terhitung."


def compute_capaian(
    pohon: PohonKinerja,
    realisasi: Iterable[Realisasi],
    periode: Periode | int | str,
    kebijakan: Kebijakan = LKJIP,
    *,
    versi: str | None = None,
) -> LaporanCapaian:
    """Compare the measurements of a period with the targets of a tree.

    Args:
        pohon: The tree.
        realisasi: Measurements; those of other periods are passed over.
        periode: The period.
        kebijakan: The policy that turns target and realisasi into a capaian.
        versi: The version of the plan; without it, for each indikator the one
            that took effect last.

    Returns:
        One row for each indikator, in tree order. A figure that can't be computed
        has its reason; a measurement that can't be used has its `Temuan`.

    >>> from sakip import Indikator, Outcome, PohonKinerja, Realisasi
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Outcome("O1", indikator=[
    ...     Indikator(id="IK1", nama="Persentase PPKS yang tertangani", target={"2025": "93,59 %"})]))
    >>> laporan = compute_capaian(pohon, [Realisasi("IK1", "2025", "88 %")], "2025")
    >>> print(laporan["IK1"])
    94,03 %
    >>> print(laporan)
    Capaian Dinas Contoh, Tahun 2025, kebijakan LKJIP
    <BLANKLINE>
    Id   Indikator                         Target  Realisasi  Capaian
    ───  ───────────────────────────────  ───────  ─────────  ───────
    IK1  Persentase PPKS yang tertangani  93,59 %       88 %  94,03 %
    <BLANKLINE>
    1 dari 1 indikator terhitung.
    """
    when = to_periode(periode)
    measured: dict[str, list[Realisasi]] = {}
    for item in realisasi:
        if item.periode == when:
            measured.setdefault(item.indikator, []).append(item)
    rows = tuple(
        _row(pohon, simpul, item, measured.get(item.id, []), kebijakan, item.target_for(when, versi))
        for simpul in pohon
        for item in simpul.indikator
    )
    known = {row.indikator.id for row in rows}
    return LaporanCapaian(pohon.nama, when, kebijakan, rows, tuple(_check(measured, known, when)))


def _check(measured: dict[str, list[Realisasi]], known: set[str], when: Periode) -> Iterator[Temuan]:
    for id, items in measured.items():
        place = Tempat(indikator=id)
        if id not in known:
            yield REALISASI_TANPA_INDIKATOR.temuan(place, periode=str(when), indikator=id)
        elif len(items) > 1:
            yield REALISASI_GANDA.temuan(place, periode=str(when), banyak=len(items))


def _row(
    pohon: PohonKinerja,
    simpul: AnySimpul,
    indikator: Indikator,
    measured: list[Realisasi],
    kebijakan: Kebijakan,
    target: Target | None,
) -> BarisCapaian:
    planned: Isian = Kosong() if target is None else target.nilai
    capaian = _compare(indikator, target, planned, measured, kebijakan)
    used = measured[0] if len(measured) == 1 else None
    return BarisCapaian(simpul, indikator, target, used, capaian, pohon.owner(simpul.id))


def _compare(
    indikator: Indikator,
    target: Target | None,
    planned: Isian,
    measured: list[Realisasi],
    kebijakan: Kebijakan,
) -> Capaian:
    hasil = _reached(indikator, target, measured)
    if not isinstance(hasil, Alasan):
        return kebijakan.capaian(planned, hasil, indikator.arah)
    # What is wrong with the target is said before what is wrong with the realisasi.
    empty = kebijakan.capaian(planned, None, indikator.arah)
    if empty.alasan is not Alasan.BELUM_ADA_REALISASI:
        return empty
    reported = measured[0].nilai if len(measured) == 1 else None
    return kebijakan.without_number(planned, reported or Kosong(), indikator.arah, hasil)


def _reached(indikator: Indikator, target: Target | None, measured: list[Realisasi]) -> Isian | Alasan:
    """The realisasi as the rumus gives it, or why there is none."""
    if not measured:
        return Alasan.BELUM_ADA_REALISASI
    if len(measured) > 1:
        return Alasan.REALISASI_GANDA
    masukan = measured[0].masukan
    rumus = indikator.rumus or _implied_rumus(indikator, target)
    if rumus is not None:
        return rumus.compute(masukan)
    return Alasan.TANPA_RUMUS if masukan.has_parts else masukan.langsung


def _implied_rumus(indikator: Indikator, target: Target | None) -> Persen | None:
    """Numerator and denominator of what is measured in percent can mean one thing only."""
    return Persen() if _unit(indikator, target).startswith("%") else None


def _unit(indikator: Indikator, target: Target | None) -> str:
    printed: str = "" if target is None else getattr(target.nilai, "satuan", "")
    return printed or indikator.satuan


def _shown(isian: Isian) -> str:
    """A value as printed; one that was computed, with two decimals."""
    if isinstance(isian, Angka) and not isian.teks and round_half_up(isian.nilai, 2) != isian.nilai:
        isian = attrs.evolve(isian, nilai=round_half_up(isian.nilai, 2))
    return str(isian) or "—"
