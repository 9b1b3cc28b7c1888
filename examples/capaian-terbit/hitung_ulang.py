"""Recompute 35 published capaian and say which policies reproduce each of them.

Run it from the top of the repository::

    python examples/capaian-terbit/hitung_ulang.py

Every row goes through the same checks; none of them knows which row it sees.
"""

from __future__ import annotations

import csv
import enum
import textwrap
from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_DOWN, Decimal
from itertools import product
from pathlib import Path

import attrs

from sakip.angka import KONTEKS, Angka, Catatan, clean_satuan, format_angka, parse_nilai, round_half_up
from sakip.kebijakan import KEBIJAKAN, LKJIP, Capaian, Polaritas
from sakip.teks import render_tabel

BERKAS = Path(__file__).with_name("capaian-terbit.csv")
SERATUS = Decimal(100)
HEADER = (
    "No",
    "Instansi/Indikator",
    "Target",
    "Realisasi",
    "Tercetak",
    "Hitungan LKJIP",
    "Direproduksi oleh",
    "Alasan",
)
LEBAR = (0, 40, 0, 0, 0, 0, 19, 62)


@attrs.frozen
class Baris:
    """One published row, with its figures exactly as printed."""

    nomor: int
    instansi: str
    tahun: str
    indikator: str
    polaritas: Polaritas
    target: str
    realisasi: str
    capaian: str


@attrs.frozen
class Hitungan:
    """A row beside what each policy makes of it.

    Attributes:
        baris: The row.
        target: Its target, read.
        realisasi: Its realisasi, read.
        tercetak: Its printed capaian, read.
        capaian: One result for each policy.
    """

    baris: Baris
    target: Angka
    realisasi: Angka
    tercetak: Angka
    capaian: tuple[Capaian, ...]

    @property
    def lkjip(self) -> Capaian:
        """The result under LKJIP."""
        return next(item for item in self.capaian if item.kebijakan is LKJIP)

    @property
    def oleh(self) -> tuple[Capaian, ...]:
        """The results that reproduce the printed figure."""
        return tuple(item for item in self.capaian if item.nilai is not None and self.matches(item.nilai))

    @property
    def nilai(self) -> Iterator[tuple[str, Decimal]]:
        """The results that are numbers, each with the name of its policy."""
        return ((item.kebijakan.nama, item.nilai) for item in self.capaian if item.nilai is not None)

    def matches(self, nilai: Decimal) -> bool:
        """Whether a figure, rounded half up to the printed decimals, is the printed one."""
        return round_half_up(nilai, count_desimal(self.tercetak)) == self.tercetak.nilai


class Status(enum.Enum):
    """What became of a printed figure."""

    DIREPRODUKSI = "direproduksi"
    DIJELASKAN = "dijelaskan"
    DIDUGA = "hanya dapat diduga"
    TAK_TERJELASKAN = "tidak terjelaskan"


@attrs.frozen
class Hasil:
    """The verdict on a row.

    Attributes:
        hitungan: The row with its figures.
        sebab: Why no policy reproduces it; empty where one does, or where nothing explains it.
        dugaan: What it may come from, looked for where there is no sebab either.
        keterangan: What else there is to know about how it was read and compared.
    """

    hitungan: Hitungan
    sebab: tuple[str, ...]
    dugaan: tuple[str, ...]
    keterangan: tuple[str, ...]

    @property
    def status(self) -> Status:
        """Reproduced, explained, guessed at, or none of these."""
        if self.hitungan.oleh:
            return Status.DIREPRODUKSI
        if self.sebab:
            return Status.DIJELASKAN
        return Status.DIDUGA if self.dugaan else Status.TAK_TERJELASKAN

    @property
    def alasan(self) -> str:
        """The reasons and remarks as one text."""
        unknown = self.status is Status.TAK_TERJELASKAN
        lead = ("tidak terjelaskan oleh pemeriksaan mana pun",) if unknown else (*self.sebab, *self.dugaan)
        return "; ".join((*lead, *self.keterangan))


def count_desimal(angka: Angka) -> int:
    """How many decimals a figure was printed with."""
    exponent = angka.nilai.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def read_baris(path: Path = BERKAS) -> list[Baris]:
    """The published rows."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Baris(
                nomor=nomor,
                instansi=row["instansi"],
                tahun=row["tahun"],
                indikator=row["indikator"],
                polaritas=Polaritas(row["polaritas"]),
                target=row["target"],
                realisasi=row["realisasi"],
                capaian=row["capaian"],
            )
            for nomor, row in enumerate(csv.DictReader(file), start=1)
        ]


def read_angka(teks: str) -> Angka:
    """A printed cell that must hold one number."""
    isian = parse_nilai(teks)
    if not isinstance(isian, Angka):
        raise TypeError(f"{teks!r} is not one number")
    return isian


def hitung(baris: Baris) -> Hitungan:
    """Read a row and compute it under every policy."""
    target, realisasi = read_angka(baris.target), read_angka(baris.realisasi)
    capaian = tuple(item.capaian(target, realisasi, baris.polaritas) for item in KEBIJAKAN.values())
    return Hitungan(baris, target, realisasi, read_angka(baris.capaian), capaian)


# Why no policy reproduces a figure. Each check looks at one row and knows no other.


def explain_tanpa_angka(hitungan: Hitungan) -> str | None:
    """There is nothing to compare with, such as a target of zero."""
    alasan = hitungan.lkjip.alasan
    return f"tidak dapat dihitung: {alasan.kalimat}" if alasan else None


def explain_dipotong(hitungan: Hitungan) -> str | None:
    """The decimals were cut off, not rounded."""
    unit = Decimal(1).scaleb(-count_desimal(hitungan.tercetak))
    for nama, nilai in hitungan.nilai:
        if nilai.quantize(unit, rounding=ROUND_DOWN, context=KONTEKS) == hitungan.tercetak.nilai:
            return f"dipotong, bukan dibulatkan: {nama} menghitung {format_angka(nilai, 4)}"
    return None


def explain_seratus(hitungan: Hitungan) -> str | None:
    """A factor of a hundred was lost, or applied twice."""
    for nama, nilai in hitungan.nilai:
        computed = f"{nama} menghitung {format_angka(nilai, 2)}"
        if hitungan.matches(KONTEKS.divide(nilai, SERATUS)):
            return f"seperseratus dari hasil hitung (× 100 terlewat): {computed}"
        if hitungan.matches(KONTEKS.multiply(nilai, SERATUS)):
            return f"seratus kali hasil hitung (× 100 dua kali): {computed}"
    return None


def explain_polaritas(hitungan: Hitungan) -> str | None:
    """The formula of the other polaritas was used."""
    other = Polaritas.NAIK if hitungan.baris.polaritas is Polaritas.TURUN else Polaritas.TURUN
    for kebijakan in KEBIJAKAN.values():
        nilai = kebijakan.capaian(hitungan.target, hitungan.realisasi, other).nilai
        if nilai is not None and hitungan.matches(nilai):
            return f"cocok dengan rumus polaritas {other.value} menurut {kebijakan.nama}"
    return None


def guess_pembulatan_asal(hitungan: Hitungan) -> str | None:
    """The printed target and realisasi were rounded; the figure may come from the numbers before that."""
    for kebijakan in KEBIJAKAN.values():
        corners = [
            kebijakan.capaian(target, realisasi, hitungan.baris.polaritas).nilai
            for target, realisasi in product(_ends(hitungan.target), _ends(hitungan.realisasi))
        ]
        known = [nilai for nilai in corners if nilai is not None]
        if len(known) == len(corners) and _spans(min(known), max(known), hitungan.tercetak):
            low, high = format_angka(min(known), 2), format_angka(max(known), 2)
            return (
                "mungkin dihitung dari target/realisasi sebelum dibulatkan: "
                f"yang tercetak memungkinkan {low} sampai {high} menurut {kebijakan.nama}"
            )
    return None


def _ends(angka: Angka) -> tuple[Decimal, Decimal]:
    """What a figure may have been before it was rounded; a whole number is taken as exact."""
    digit = count_desimal(angka)
    half = Decimal(5).scaleb(-digit - 1) if digit else Decimal(0)
    return KONTEKS.subtract(angka.nilai, half), KONTEKS.add(angka.nilai, half)


def _spans(low: Decimal, high: Decimal, tercetak: Angka) -> bool:
    digit = count_desimal(tercetak)
    return round_half_up(low, digit) <= tercetak.nilai <= round_half_up(high, digit)


def guess_tanpa_desimal(hitungan: Hitungan) -> str | None:
    """The decimals of the target or of the realisasi were left out."""
    target, realisasi = hitungan.target.nilai, hitungan.realisasi.nilai
    for t, r in product(_with_whole(target), _with_whole(realisasi)):
        for kebijakan in KEBIJAKAN.values():
            nilai = kebijakan.capaian(t, r, hitungan.baris.polaritas).nilai
            if nilai is not None and hitungan.matches(nilai):
                dropped = [
                    f"{nama} {format_angka(asal)} menjadi {format_angka(pakai)}"
                    for nama, asal, pakai in (("target", target, t), ("realisasi", realisasi, r))
                    if asal != pakai
                ]
                return f"mungkin desimalnya tertinggal: cocok bila {' dan '.join(dropped)} ({kebijakan.nama})"
    return None


def _with_whole(nilai: Decimal) -> tuple[Decimal, Decimal]:
    """A number, and the same without its decimals."""
    return nilai, nilai.quantize(Decimal(1), rounding=ROUND_DOWN, context=KONTEKS)


def guess_terbaik(hitungan: Hitungan) -> str | None:
    """A share whose target is a hundred percent may count as one that can't be surpassed."""
    if hitungan.target.nilai != SERATUS or clean_satuan(hitungan.target.satuan) != "%":
        return None
    for kebijakan in KEBIJAKAN.values():
        nilai = kebijakan.capaian(
            hitungan.target, hitungan.realisasi, hitungan.baris.polaritas, terbaik=SERATUS
        ).nilai
        if nilai is not None and hitungan.matches(nilai):
            return (
                f"mungkin 100 % dianggap nilai terbaik yang mungkin: {kebijakan.nama} memberi "
                f"{format_angka(nilai)} bila target seperti itu tercapai"
            )
    return None


SEBAB: tuple[Callable[[Hitungan], str | None], ...] = (
    explain_tanpa_angka,
    explain_dipotong,
    explain_seratus,
    explain_polaritas,
)
"""Reasons: nothing to compute, or what gives the printed figure to its last digit."""

DUGAAN: tuple[Callable[[Hitungan], str | None], ...] = (
    guess_terbaik,
    guess_pembulatan_asal,
    guess_tanpa_desimal,
)
"""Guesses: the printed figure is possible, or needs another number than the printed one."""


# Remarks, on reproduced rows too.


def note_pembulatan(hitungan: Hitungan) -> str | None:
    """It was printed with fewer decimals than the policy prints."""
    digit = count_desimal(hitungan.tercetak)
    for item in hitungan.oleh:
        if item.nilai is not None and item.nilai != hitungan.tercetak.nilai and digit < item.kebijakan.digit:
            return f"{format_angka(item.nilai, item.kebijakan.digit)} dibulatkan ke {digit} desimal"
    return None


def note_batas(hitungan: Hitungan) -> str | None:
    """It is reproduced because a policy has a cap or a floor."""
    for item in hitungan.oleh:
        if item.nilai is not None and item.mentah is not None and item.nilai != item.mentah:
            nama, nilai = item.kebijakan.nama, format_angka(item.nilai)
            return f"{nama} membatasi {format_angka(item.mentah, 2)} menjadi {nilai}"
    return None


def note_tepat_di_batas(hitungan: Hitungan) -> str | None:
    """It is the cap of a policy, though what was computed stays below that cap."""
    for item in hitungan.capaian:
        cap, mentah = item.kebijakan.batas_atas, item.mentah
        if cap is None or mentah is None or hitungan.oleh:
            continue
        if mentah < cap == hitungan.tercetak.nilai:
            below = f"padahal hasil hitung {format_angka(mentah, 2)} di bawahnya"
            return f"tercetak tepat batas atas {item.kebijakan.nama} ({format_angka(cap)}), {below}"
    return None


def note_kebijakan_lain(hitungan: Hitungan) -> str | None:
    """What the policies say that do not reproduce it, where another does."""
    if not hitungan.oleh:
        return None
    groups: dict[str, list[str]] = {}
    for item in hitungan.capaian:
        if item not in hitungan.oleh:
            groups.setdefault(_say(item), []).append(item.kebijakan.nama)
    return "; ".join(f"{', '.join(names)} {said}" for said, names in groups.items()) or None


def _say(capaian: Capaian) -> str:
    if capaian.nilai is None:
        return "tidak memberi angka"
    bounded = "" if capaian.nilai == capaian.mentah else " (dibatasi)"
    return f"menghitung {format_angka(capaian.nilai, 2)}{bounded}"


def note_titik_desimal(hitungan: Hitungan) -> str | None:
    """A point was read as the decimal mark, since it cannot mark thousands."""
    cells = _cells_with(hitungan, Catatan.PEMISAH_LAIN)
    return f"titik dibaca sebagai desimal ({', '.join(cells)})" if cells else None


def note_ribuan(hitungan: Hitungan) -> str | None:
    """A point could mark thousands or decimals; what the other reading would give."""
    cells = _cells_with(hitungan, Catatan.AMBIGU)
    if not cells:
        return None
    baris = hitungan.baris
    target, realisasi = (parse_nilai(teks, desimal=".") for teks in (baris.target, baris.realisasi))
    other = LKJIP.capaian(target, realisasi, baris.polaritas)
    if other.nilai == hitungan.lkjip.nilai:
        said = "dibaca sebagai desimal pun hasilnya sama"
    else:
        said = f"dibaca sebagai desimal hasilnya {other}"
    return f"titik dibaca sebagai ribuan ({', '.join(cells)}); {said}"


def _cells_with(hitungan: Hitungan, catatan: Catatan) -> list[str]:
    """The cells of a row, as printed, whose reading carries a remark."""
    cells = (hitungan.target, hitungan.realisasi, hitungan.tercetak)
    return [cell.teks for cell in cells if catatan in cell.catatan]


KETERANGAN: tuple[Callable[[Hitungan], str | None], ...] = (
    note_pembulatan,
    note_batas,
    note_tepat_di_batas,
    note_kebijakan_lain,
    note_titik_desimal,
    note_ribuan,
)


def _run(checks: Iterable[Callable[[Hitungan], str | None]], hitungan: Hitungan) -> tuple[str, ...]:
    return tuple(said for check in checks if (said := check(hitungan)) is not None)


def periksa(baris: Baris) -> Hasil:
    """Recompute a row; where no policy reproduces it, look for the reason."""
    hitungan = hitung(baris)
    sebab = () if hitungan.oleh else _run(SEBAB, hitungan)
    dugaan = () if hitungan.oleh or sebab else _run(DUGAAN, hitungan)
    return Hasil(hitungan, sebab, dugaan, _run(KETERANGAN, hitungan))


def _cells(hasil: Hasil) -> tuple[str, ...]:
    """A row of the printed table."""
    hitungan, baris = hasil.hitungan, hasil.hitungan.baris
    names = [item.kebijakan.nama for item in hitungan.oleh]
    instansi, indikator = (
        textwrap.shorten(teks, 38, placeholder="…") for teks in (baris.instansi, baris.indikator)
    )
    return (
        str(baris.nomor),
        f"{instansi}: {indikator}",
        baris.target,
        baris.realisasi,
        baris.capaian,
        str(hitungan.lkjip),
        "semua kebijakan" if len(names) == len(KEBIJAKAN) else ", ".join(names) or "—",
        hasil.alasan,
    )


def render_ringkasan(semua: Iterable[Hasil]) -> str:
    """How many rows each policy reproduces, and what became of the others."""
    rows = list(semua)
    lines = ["Direproduksi menurut kebijakan:"]
    for kebijakan in KEBIJAKAN.values():
        count = sum(any(item.kebijakan is kebijakan for item in row.hitungan.oleh) for row in rows)
        lines.append(f"  {kebijakan.nama:<13} {count} dari {len(rows)}")
    some = sum(row.status is Status.DIREPRODUKSI for row in rows)
    lines.append(f"Direproduksi oleh sedikitnya satu kebijakan: {some} dari {len(rows)}.")
    for status in (Status.DIJELASKAN, Status.DIDUGA, Status.TAK_TERJELASKAN):
        numbers = [str(row.hitungan.baris.nomor) for row in rows if row.status is status]
        listed = f" (nomor {', '.join(numbers)})" if numbers else ""
        lines.append(f"Tidak direproduksi, {status.value}: {len(numbers)}{listed}.")
    return "\n".join(lines)


def render_contoh(semua: Iterable[Hasil]) -> str:
    """One computation in words: the first row where lower is better."""
    hitungan = next(row.hitungan for row in semua if row.hitungan.baris.polaritas is Polaritas.TURUN)
    baris = hitungan.baris
    title = f"Nomor {baris.nomor}, {baris.indikator} ({baris.instansi}, {baris.tahun}):"
    return f"{title}\n{hitungan.lkjip.explain()}"


def main() -> None:
    """Print the table, the summary and one explanation."""
    semua = [periksa(baris) for baris in read_baris()]
    print(render_tabel(HEADER, map(_cells, semua), lebar=LEBAR, kanan=(0, 2, 3, 4, 5)))
    print(f"\n{render_ringkasan(semua)}\n\n{render_contoh(semua)}")


if __name__ == "__main__":
    main()
