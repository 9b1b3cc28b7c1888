"""One row of a report: the capaian of one indikator in one period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from sakip.alasan import Alasan
from sakip.angka import Angka, Isian, clean_satuan, format_angka, format_tanggal, round_half_up
from sakip.capaian._waktu import Cakupan, CaraPeriode, Pembanding
from sakip.kebijakan import Capaian, Langkah
from sakip.model import MURNI, AnySimpul, Indikator, Jabatan, Realisasi, Target
from sakip.periode import Periode
from sakip.rumus import Persen
from sakip.skala import Pita
from sakip.teks import TampilanLangkah


@attrs.frozen(kw_only=True)
class Rincian:
    """What a row is made of, period by period.

    Attributes:
        cakupan: Which stretch of the year was measured.
        pembanding: Which target it was compared with.
        nilai: What was reached, or why there is nothing that could be compared.
        bahan: The measurements that the realisasi rests on.
        kosong: The periods that were planned and not filled.
        bagian_target: The targets that the target is made of, where it is made of several.
        cara: How periods were put together; None where nothing had to be.
        sebagian: Whether gaps were passed over in a sum: then realisasi and target
            are both those of the periods that were filled.

    >>> Rincian().banyak
    0
    """

    cakupan: Cakupan = Cakupan.PERIODE
    pembanding: Pembanding = Pembanding.PERIODE
    nilai: Isian | Alasan = Alasan.BELUM_ADA_REALISASI
    bahan: tuple[Realisasi, ...] = ()
    kosong: tuple[Periode, ...] = ()
    bagian_target: tuple[Target, ...] = ()
    cara: CaraPeriode | None = None
    sebagian: bool = False

    @property
    def utuh(self) -> Isian | Alasan:
        """What was reached over the whole stretch: a sum with a gap is none."""
        return Alasan.PERIODE_BELUM_LENGKAP if self.sebagian else self.nilai

    @property
    def terisi(self) -> int:
        """How many periods were filled."""
        return len(self.bahan)

    @property
    def banyak(self) -> int:
        """How many periods were to be filled."""
        return len(self.bahan) + len(self.kosong)


@attrs.frozen
class BarisCapaian(TampilanLangkah):
    """The capaian of one indikator in one period.

    Attributes:
        simpul: The node that it stands at.
        indikator: The indikator.
        target: The planned value that was used, with its version; None where there is none.
        realisasi: The measurement of the period itself; None where there is none, or where
            the figure is made of other periods.
        capaian: The comparison, with its policy.
        jabatan: The post that owns the node; None where none is assigned.
        periode: The period.
        jalur: The ids from the root down to the node.
        rincian: What the figures are made of, period by period.

    >>> from sakip import Indikator, Outcome, PohonKinerja, Realisasi, compute_capaian
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
    periode: Periode = attrs.field(kw_only=True)
    jalur: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    rincian: Rincian = attrs.field(default=Rincian(), kw_only=True)

    @property
    def nilai(self) -> Decimal | None:
        """The capaian in percent, not rounded; None where there is no number."""
        return self.capaian.nilai

    @property
    def alasan(self) -> Alasan | None:
        """Why there is no number; None where there is one."""
        return self.capaian.alasan

    @property
    def satuan(self) -> str:
        """The unit, as the target prints it or as the indikator states it."""
        return unit_of(self.indikator, self.target)

    @property
    def predikat(self) -> Pita | None:
        """The band of the figure, where the policy has a scale and there is a figure."""
        return self.capaian.predikat

    def __str__(self) -> str:
        return str(self.capaian)

    def _repr_ringkas_(self) -> str:
        return f"{self.indikator.id}: {self.indikator.nama} · {self}"

    @property
    def langkah(self) -> tuple[Langkah, ...]:
        """How the figure came about, step by step, in Indonesian."""
        return (*self._head(), *self.capaian.langkah, *self._tail())

    def explain(self) -> str:
        """How the figure came about, step by step, in Indonesian."""
        return "\n".join(step.teks for step in self.langkah)

    def _head(self) -> Iterator[Langkah]:
        yield Langkah("indikator", f"{self.indikator.id}: {self.indikator.nama}")
        if self.target is not None:
            yield Langkah("target", self._target_words())
        if len(self.rincian.bagian_target) > 1 and self.rincian.cara is not None:
            parts = _list(f"{item.periode.label} {item}" for item in self.rincian.bagian_target)
            yield Langkah("target", f"Target dihimpun dari {parts}.")
        if self.rincian.sebagian:
            teks = "Ada periode yang dilewati: target dan realisasi hanya dari periode yang terisi."
            yield Langkah("target", teks)
        if self.rincian.cara is not None:
            yield Langkah("agregasi", f"Cara menghimpun periode: {self.rincian.cara.teks}.")
        if self.realisasi is not None and self.realisasi.masukan.has_parts:
            yield Langkah("realisasi", f"Realisasi = {self._rumus_words(self.realisasi)}")
        if self.realisasi is None and self.rincian.bahan:
            parts = _list(f"{item.periode.label} {_measured(item)}" for item in self.rincian.bahan)
            if isinstance(self.rincian.nilai, Alasan):
                yield Langkah("realisasi", f"Yang terisi: {parts}.")
            else:
                yield Langkah("realisasi", f"Realisasi {shown(self.rincian.nilai)} dihimpun dari {parts}.")
        if self.rincian.kosong:
            gaps = _list(item.label for item in self.rincian.kosong)
            yield Langkah(
                "kosong", f"Belum diisi: {gaps} ({self.rincian.terisi} dari {self.rincian.banyak})."
            )

    def _target_words(self) -> str:
        target = self.target
        if target is None:
            return ""
        version = f", versi {target.versi}" if self._has_versions(target) else ""
        since = "" if target.berlaku is None else f", berlaku {format_tanggal(target.berlaku)}"
        reach = {Pembanding.KUMULATIF: " (sampai dengan periode itu)", Pembanding.TAHUN: " (target tahun)"}
        kind = reach.get(self.rincian.pembanding, "")
        return f"Target {target.periode.label}{kind}{version}{since}: {shown(target.nilai)}"

    def _has_versions(self, target: Target) -> bool:
        """Whether a target needs its version said: it is no first plan, or not the only one."""
        times = {target.periode, *(item.periode for item in self.rincian.bagian_target)}
        versions = {item.versi for item in self.indikator.target if item.periode in times}
        return target.versi != MURNI or len(versions) > 1

    def _rumus_words(self, realisasi: Realisasi) -> str:
        rumus = self.indikator.rumus or implied_rumus(self.indikator, self.target)
        return "bagian tanpa rumus" if rumus is None else rumus.describe(realisasi.masukan)

    def _tail(self) -> Iterator[Langkah]:
        if self.indikator.polaritas is None:
            arah = self.capaian.polaritas.value
            teks = f"Indikator ini tidak menyatakan polaritasnya; {arah} adalah anggapan."
            yield Langkah("anggapan", teks)

    def to_record(self) -> dict[str, object]:
        """The row as one flat record; figures stay exact `Decimal` values."""
        capaian, pita = self.capaian, self.capaian.predikat
        return {
            "id_simpul": self.simpul.id,
            "jenis": self.simpul.jenis,
            "tingkat": max(0, len(self.jalur) - 1),
            "uraian": self.simpul.label,
            "id_jabatan": "" if self.jabatan is None else self.jabatan.id,
            "jabatan": "" if self.jabatan is None else self.jabatan.nama,
            "id_indikator": self.indikator.id,
            "indikator": self.indikator.nama,
            "iku": self.indikator.iku,
            "satuan": self.satuan,
            "polaritas": capaian.polaritas.value,
            "periode": str(self.periode),
            "target": shown(capaian.target),
            "versi_target": "" if self.target is None else self.target.versi,
            "realisasi": shown(capaian.realisasi),
            "nilai_target": as_number(capaian.target),
            "nilai_realisasi": as_number(capaian.realisasi),
            "capaian": self.nilai,
            "capaian_mentah": capaian.mentah,
            "tercapai": capaian.tercapai,
            "alasan": "" if self.alasan is None else self.alasan.value,
            "keterangan": "" if self.alasan is None else self.alasan.kalimat,
            "predikat": "" if pita is None else pita.label,
            "warna": "" if pita is None else pita.warna,
            "agregasi": "" if self.rincian.cara is None else self.rincian.cara.agregasi.value,
            "periode_terisi": self.rincian.terisi,
            "periode_banyak": self.rincian.banyak,
            "kebijakan": capaian.kebijakan.nama,
        }


def _list(words: Iterable[str]) -> str:
    return "; ".join(words)


def _measured(item: Realisasi) -> str:
    if item.pembilang is not None and item.penyebut is not None:
        return f"{format_angka(item.pembilang)} ÷ {format_angka(item.penyebut)}"
    return str(item.nilai) if item.nilai is not None else "dari bagiannya"


def implied_rumus(indikator: Indikator, target: Target | None) -> Persen | None:
    """Numerator and denominator of what is measured in percent can mean one thing only."""
    return Persen() if clean_satuan(unit_of(indikator, target)) == "%" else None


def unit_of(indikator: Indikator, target: Target | None) -> str:
    """The unit that a target prints, else that of the indikator, else that of its first target with one."""
    return (
        printed_unit(target)
        or indikator.satuan
        or next(filter(None, map(printed_unit, indikator.target)), "")
    )


def printed_unit(target: Target | None) -> str:
    """The unit that stands beside a target."""
    unit: str = "" if target is None else getattr(target.nilai, "satuan", "")
    return unit


def shown(isian: Isian) -> str:
    """A value as printed; one that was computed, with two decimals."""
    if isinstance(isian, Angka) and not isian.teks and round_half_up(isian.nilai, 2) != isian.nilai:
        isian = attrs.evolve(isian, nilai=round_half_up(isian.nilai, 2))
    return str(isian) or "—"


def as_number(isian: Isian) -> Decimal | None:
    """The number of a cell that is one number; None for any other."""
    return isian.nilai if isinstance(isian, Angka) else None
