"""Where printed amounts do not agree, and the one slip that explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from sakip.anggaran._rekap import Uang, components_below, printed_pagu
from sakip.angka import format_angka
from sakip.model import Komponen
from sakip.periode import Periode, to_periode
from sakip.pohon import PohonKinerja
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register

_ACUAN = "Jumlah pagu sub kegiatan = pagu kegiatan; jumlah pagu kegiatan = pagu program"

PAGU_TAK_TERBACA = register(
    JenisTemuan(
        "SKP701",
        Tingkat.KESALAHAN,
        "pagu tidak terbaca",
        'Pagu {tahun} tercetak "{teks}" dan tidak terbaca sebagai rupiah.{penutup}',
        "Periksa dokumen sumber, lalu tuliskan jumlah yang benar.",
        _ACUAN,
    )
)
PAGU_BERBEDA = register(
    JenisTemuan(
        "SKP702",
        Tingkat.KESALAHAN,
        "pagu tidak sama dengan jumlah di bawahnya",
        "Pagu {tahun} {tercetak}, jumlah yang tercetak langsung di bawahnya {bawah}: selisih {selisih}.{catatan}",
        "Cocokkan pagu ini dan pagu di bawahnya dengan dokumen anggaran.",
        _ACUAN,
    )
)
PAGU_FAKTOR = register(
    JenisTemuan(
        "SKP703",
        Tingkat.KESALAHAN,
        "pagu tampak salah kelipatan sepuluh",
        "Pagu {tahun} {tercetak} tidak cocok dengan {pembanding} (selisih {selisih}); {usul} menutup selisih itu.",
        "Periksa banyaknya angka nol: {usul}?",
        _ACUAN,
    )
)
PAGU_ANGKA = register(
    JenisTemuan(
        "SKP704",
        Tingkat.KESALAHAN,
        "pagu tampak salah satu angka",
        "Pagu {tahun} {tercetak} tidak cocok dengan {pembanding} (selisih {selisih}); {usul} menutup selisih itu "
        "dan berbeda satu angka saja.",
        "Periksa angka demi angka: {usul}?",
        _ACUAN,
    )
)
PAGU_DIBANTAH = register(
    JenisTemuan(
        "SKP705",
        Tingkat.KESALAHAN,
        "pagu dibantah induk dan turunannya",
        "Pagu {tahun} {tercetak}, sedangkan induknya dan yang di bawahnya sama-sama menghendaki {usul}.",
        "Periksa dokumen sumber: {usul}?",
        _ACUAN,
    )
)
PAGU_PINDAH = register(
    JenisTemuan(
        "SKP706",
        Tingkat.KESALAHAN,
        "pagu tampak berada di bawah induk lain",
        "Pagu {tahun} {tercetak}, jumlah yang tercetak langsung di bawahnya {bawah}: selisih {selisih}, sama dengan pagu "
        "{lain} yang berada di bawah {induk_lain}.",
        "Periksa tempat {lain}.",
        _ACUAN,
    )
)


def check_pagu(
    pohon: PohonKinerja, periode: Periode | int | str | None = None, versi: str | None = None
) -> tuple[Temuan, ...]:
    """The findings on money: amounts that can't be read, and sums that do not agree.

    Args:
        pohon: The tree.
        periode: The year; without it, every year that prints an amount.
        versi: The version of the plan; without it, every version that prints one.

    Returns:
        In tree order. Where exactly one slip explains a gap the finding stands at
        the slip: an amount that can't be read, ten times too large or small, one
        digit off, contradicted by its parent and its children alike, or standing
        under another parent. Otherwise it stands at the parent and names the gap.

    >>> from sakip import Kegiatan, PohonKinerja, SubKegiatan
    >>> pohon = PohonKinerja("Dinas Contoh")
    >>> _ = pohon.add(Kegiatan("K1", nama="Rehabilitasi", pagu={"2025": "1.271.000"}))
    >>> _ = pohon.add(SubKegiatan("S1", nama="Sandang", pagu={"2025": "1.000.000"}), under="K1")
    >>> _ = pohon.add(SubKegiatan("S2", nama="Fasilitasi NIK", pagu={"2025": "271.000.000"}), under="K1")
    >>> for temuan in check_pagu(pohon):
    ...     print(temuan.kode, temuan.tempat.simpul, temuan.saran)
    SKP703 S2 Periksa banyaknya angka nol: 271.000?
    """
    tahun = None if periode is None else to_periode(periode)
    found: list[Temuan] = []
    for year, version in _plans(pohon, tahun, versi):
        found.extend(_Buku(pohon, year, version).temuan())
    return tuple(found)


def _plans(pohon: PohonKinerja, periode: Periode | None, versi: str | None) -> Iterable[tuple[Periode, str]]:
    """Every year and version that prints an amount, in order."""
    plans = {
        (pagu.periode, pagu.versi)
        for item in pohon
        if isinstance(item, Komponen)
        for pagu in item.pagu
        if periode in (None, pagu.periode) and versi in (None, pagu.versi)
    }
    return sorted(plans)


@attrs.frozen
class _Persamaan:
    """An amount that should be the sum of others; blank ones are no terms of it."""

    induk: str
    anak: tuple[str, ...]

    @property
    def anggota(self) -> tuple[str, ...]:
        return (self.induk, *self.anak)


@attrs.frozen
class _Perbaikan:
    """A change of one amount, or of its place, that would explain a gap."""

    id: str
    nilai: int
    jenis: JenisTemuan
    ke: str = ""


class _Buku:
    """The printed amounts of one year and version, and the sums they should make."""

    def __init__(self, pohon: PohonKinerja, periode: Periode, versi: str) -> None:
        self.pohon = pohon
        self.periode = periode
        self.uang: Uang = printed_pagu(pohon, periode, versi)
        self.nilai = {id: pagu.jumlah for id, pagu in self.uang.items() if pagu is not None}
        self.persamaan: dict[str, _Persamaan] = {}
        self.pemegang: dict[str, str] = {}
        for id in self.uang:
            below = components_below(pohon, id, self.uang)
            self.pemegang.update((child, id) for child in below)
            terms = tuple(child for child in below if child in self.nilai)
            if id in self.nilai and terms:
                self.persamaan[id] = _Persamaan(id, terms)
        self.terbuka = [row for row in self.persamaan.values() if not self._holds(row)]
        self.menurut_jumlah: dict[int, list[str]] = {}
        for id, amount in self.nilai.items():
            if amount is not None:
                self.menurut_jumlah.setdefault(amount, []).append(id)

    # --- equations ------------------------------------------------------------

    def _gap(self, row: _Persamaan, change: _Perbaikan | None = None) -> int | None:
        """Printed less the sum below, after a change; None while an amount can't be read."""
        terms = list(row.anak)
        if change is not None and change.ke:
            terms = [*terms, change.id] if change.ke == row.induk else [id for id in terms if id != change.id]
        amounts = [self._amount(id, change) for id in terms]
        total = self._amount(row.induk, change)
        if total is None or None in amounts:
            return None
        return total - sum(amount for amount in amounts if amount is not None)

    def _amount(self, id: str, change: _Perbaikan | None) -> int | None:
        return change.nilai if change is not None and change.id == id else self.nilai[id]

    def _holds(self, row: _Persamaan, change: _Perbaikan | None = None) -> bool:
        return self._gap(row, change) == 0

    def _touched(self, change: _Perbaikan) -> list[_Persamaan]:
        """The sums that a change has a part in."""
        ids = (change.id if not change.ke else "", self.pemegang.get(change.id, ""), change.ke)
        return [self.persamaan[id] for id in dict.fromkeys(ids) if id in self.persamaan]

    def _closes(self, change: _Perbaikan) -> int:
        """How many open sums a change closes; 0 if it would open one that holds."""
        closed = 0
        for row in self._touched(change):
            after = self._holds(row, change)
            if row not in self.terbuka and not after:
                return 0
            closed += row in self.terbuka and after
        return closed

    # --- explanations ---------------------------------------------------------

    def _explain(self, row: _Persamaan) -> _Perbaikan | None:
        """The one change that explains a gap best; None where none or several do."""
        ranked: dict[tuple[str, int, str], tuple[int, _Perbaikan]] = {}
        for change in self._candidates(row):
            if self._holds(row, change) and (closed := self._closes(change)):
                ranked.setdefault((change.id, change.nilai, change.ke), (closed, change))
        if not ranked:
            return None
        most = max(closed for closed, _ in ranked.values())
        best = [change for closed, change in ranked.values() if closed == most]
        return best[0] if len(best) == 1 else None

    def _candidates(self, row: _Persamaan) -> Iterator[_Perbaikan]:
        unread = [id for id in row.anggota if self.nilai[id] is None]
        if unread:
            if len(unread) == 1:
                yield from self._read(row, unread[0])
            return
        gap = self._gap(row) or 0
        for id in row.anggota:
            old = self.nilai[id] or 0
            new = old - gap if id == row.induk else old + gap
            if new > 0 and (jenis := self._slip(id, old, new)):
                yield _Perbaikan(id, new, jenis)
        kinds = {self.pohon[id].jenis for id in row.anak}
        for id in self.menurut_jumlah.get(gap, ()):
            if id not in row.anggota and self.pohon[id].jenis in kinds:
                yield _Perbaikan(id, gap, PAGU_PINDAH, row.induk)

    def _read(self, row: _Persamaan, id: str) -> Iterator[_Perbaikan]:
        """What an amount that can't be read would have to be."""
        others = sum(self.nilai[child] or 0 for child in row.anak)
        value = others if id == row.induk else (self.nilai[row.induk] or 0) - others
        if value > 0:
            yield _Perbaikan(id, value, PAGU_TAK_TERBACA)

    def _slip(self, id: str, old: int, new: int) -> JenisTemuan | None:
        """The kind of slip that makes one amount of another."""
        if self._closes(_Perbaikan(id, new, PAGU_DIBANTAH)) > 1:
            return PAGU_DIBANTAH
        if _is_power_of_ten(old, new):
            return PAGU_FAKTOR
        return PAGU_ANGKA if _differs_in_one_digit(str(old), str(new)) else None

    # --- findings -------------------------------------------------------------

    def temuan(self) -> list[Temuan]:
        """Every finding, in tree order: one for each slip, and for each gap without one."""
        found: list[Temuan] = []
        read: set[str] = set()
        done: set[str] = set()
        for row in self.terbuka:
            change = self._explain(row)
            if change is not None and row.induk not in done:
                done.update(other.induk for other in self._touched(change) if self._holds(other, change))
                read.add(change.id)
                found.append(self._temuan_of(row, change))
        for id, amount in self.nilai.items():
            if amount is None and id not in read:
                found.append(self._tak_terbaca(id, ""))
        left = (row for row in self.terbuka if row.induk not in done and self._gap(row) is not None)
        found.extend(self._berbeda(row) for row in left)
        if not found:
            return []
        order = {item.id: index for index, item in enumerate(self.pohon)}
        return sorted(found, key=lambda item: order[item.tempat.simpul])

    def _temuan_of(self, row: _Persamaan, change: _Perbaikan) -> Temuan:
        if change.jenis is PAGU_TAK_TERBACA:
            return self._tak_terbaca(
                change.id,
                f" {format_angka(change.nilai)} menutup selisih dengan {self._lawan(row, change.id)}.",
            )
        if change.jenis is PAGU_PINDAH:
            holder = self.pemegang.get(change.id, "")
            return self._make(
                PAGU_PINDAH,
                row.induk,
                bawah=sum(self.nilai[id] or 0 for id in row.anak),
                selisih=change.nilai,
                lain=self._name(change.id),
                induk_lain=self._name(holder) if holder else "akar",
            )
        return self._make(
            change.jenis,
            change.id,
            pembanding=self._lawan(row, change.id),
            selisih=abs(self._gap(row) or 0),
            usul=change.nilai,
        )

    def _tak_terbaca(self, id: str, penutup: str) -> Temuan:
        pagu = self.uang[id]
        return self._make(PAGU_TAK_TERBACA, id, teks="" if pagu is None else pagu.teks, penutup=penutup)

    def _berbeda(self, row: _Persamaan) -> Temuan:
        blank = [id for id in components_below(self.pohon, row.induk, self.uang) if id not in self.nilai]
        note = f" Belum berpagu: {', '.join(self._name(id) for id in blank)}." if blank else ""
        gap = self._gap(row) or 0
        return self._make(
            PAGU_BERBEDA,
            row.induk,
            bawah=(self.nilai[row.induk] or 0) - gap,
            selisih=gap,
            catatan=note,
        )

    def _lawan(self, row: _Persamaan, id: str) -> str:
        """What an amount of a sum is held against, in words."""
        if id == row.induk:
            return f"jumlah di bawahnya {format_angka(sum(self.nilai[child] or 0 for child in row.anak))}"
        above = self.persamaan.get(self.pemegang.get(row.induk, ""))
        agreed = ", yang cocok dengan pagu di atasnya" if above is not None and self._holds(above) else ""
        return f"pagu induknya {self._name(row.induk)} {format_angka(self.nilai[row.induk] or 0)}{agreed}"

    def _make(self, jenis: JenisTemuan, id: str, **parameter: object) -> Temuan:
        place = Tempat(simpul=id, nama=self.pohon[id].label)
        return jenis.temuan(place, tahun=str(self.periode), tercetak=self.nilai[id], **parameter)

    def _name(self, id: str) -> str:
        return f'{id} "{self.pohon[id].label}"'


def _is_power_of_ten(first: int, second: int) -> bool:
    """Whether one is the other with zeros behind."""
    small, large = sorted((first, second))
    while 0 < small < large:
        small *= 10
    return small == large


def _differs_in_one_digit(first: str, second: str) -> bool:
    """Whether one digit was changed, added or left out."""
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    short, long = sorted((first, second), key=len)
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return long[start + 1 :] == short[start + (len(short) == len(long)) :]
