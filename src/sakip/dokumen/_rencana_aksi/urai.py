"""The rows of the tables of a Rencana Aksi, one by one: what each names, and whose its cells are."""

from __future__ import annotations

import re
import unicodedata

import attrs

from sakip.angka import read_nilai
from sakip.dokumen._baca.bacaan import Bacaan
from sakip.dokumen._baca.buku import Nasib
from sakip.dokumen._baca.register import (
    BARIS_TERBELAH,
    HURUF_ASING,
    ISIAN_TAK_DIKENAL,
    SEL_TERGESER,
    TARGET_MENDAHULUI,
)
from sakip.dokumen._baca.tabel import Larik, Tabel, clean
from sakip.dokumen._bagian.butir import continues, strip_label
from sakip.dokumen._bagian.geser import Geseran, learn_satuan, realign
from sakip.dokumen._bagian.komponen import read_pagu, waktu_pagu
from sakip.dokumen._bagian.nomor import Penomor
from sakip.dokumen._bagian.triwulan import read_periode, split_bagian
from sakip.dokumen._bagian.versi import Waktu, split_versi
from sakip.dokumen._buka.kisi import Petak
from sakip.dokumen._rencana_aksi.catat import LEVEL, Rangka, Ukuran, Unsur, same, split_kode
from sakip.dokumen._rencana_aksi.kolom import ATURAN, KOMPONEN, SEBUTAN, settle_larik
from sakip.model import Target
from sakip.periode import JenisPeriode, Periode

TIADA = frozenset({"-", "–", "—"})
"""What stands in a column of names where there is none, and none is meant as above either."""
_AWALAN = (("sub kegiatan", "sub"), ("sub", "sub"), ("kegiatan", "kegiatan"), ("program", "program"))
_KATA = re.compile(r"[^\W\d_]{2,}")


def find_asing(teks: str) -> str:
    """The first word that mixes Latin letters with those of another script; empty where none does.

    >>> find_asing("Pemba漢uran Kebangsaan"), find_asing("Wawasan Kebangsaan")
    ('Pemba漢uran', '')
    """
    if teks.isascii():
        return ""
    for match in _KATA.finditer(teks):
        latin = {unicodedata.name(letter, "").startswith("LATIN") for letter in match[0]}
        if len(latin) > 1:
            return match[0]
    return ""


@attrs.frozen
class _Isian:
    """One target of a cell: its period and version, None where that is not known, and the text of both."""

    when: Waktu | None
    label: str
    teks: str
    petak: Petak


@attrs.define
class _Keadaan:
    """How far the reading of one row has come."""

    larik: Larik
    teks: dict[str, str]
    fresh: bool = False
    named: str = ""


@attrs.define
class PembacaAksi:
    """Reads the rows of tables of a Rencana Aksi.

    Attributes:
        bacaan: The reading.
        periode: The year that the triwulan are of.
        rangka: What was gathered, row by row of the form.
    """

    bacaan: Bacaan
    periode: Periode | None = None
    rangka: list[Rangka] = attrs.field(factory=list)
    _penomor: Penomor = attrs.field(init=False)
    _tunda: dict[str, list[tuple[Unsur, _Isian]]] = attrs.field(factory=dict, init=False)

    @_penomor.default
    def _make_penomor(self) -> Penomor:
        return Penomor(self.bacaan)

    def read(self, tabel: Tabel) -> None:
        """Read one table on; its first rows may continue the last row of the one before."""
        rows = [settle_larik(larik) for larik in tabel.larik]
        aturan = attrs.evolve(ATURAN, satuan=learn_satuan(rows, ATURAN))
        moved: tuple[Geseran, ...] = ()
        for larik in rows:
            right, moved = (larik, ()) if larik.ber_id else realign(larik, aturan, moved)
            self._note_geser(larik, moved)
            self._row(right)
        for kunci in tuple(self._tunda):
            self._flush(kunci)

    def _note_geser(self, larik: Larik, moved: tuple[Geseran, ...]) -> None:
        heads = {item.kolom: item.judul for item in larik.kolom}
        for item in moved:
            place = larik.kisi.petak(larik.baris, item.kolom)
            self.bacaan.buku.put(Nasib.ISI, place)
            self.bacaan.note(
                SEL_TERGESER,
                place,
                teks=clean(larik.kisi.teks(larik.baris, item.kolom)),
                ada=heads.get(item.kolom) or f"{place.sel.rstrip('0123456789')} (tanpa judul)",
                dibaca=SEBUTAN[item.menjadi.kunci],
            )

    # --- one row --------------------------------------------------------------

    @property
    def _now(self) -> Rangka:
        return self.rangka[-1]

    @property
    def _before(self) -> Rangka | None:
        return self.rangka[-2] if len(self.rangka) > 1 else None

    def _row(self, larik: Larik) -> None:
        row = _Keadaan(larik, self._take_nama(larik))
        begins = self._begins(larik, row.teks["sasaran"])
        if not self.rangka or (begins and not self._now.hanya_pita):
            self.rangka.append(Rangka(hanya_pita=_is_pita(larik)))
            row.fresh = True
        elif begins:
            self._now.hanya_pita = False
        for level in LEVEL:
            self._put_level(row, level)
        self._put_indikator(row)
        self._put_rinci(row)

    def _begins(self, larik: Larik, sasaran: str) -> bool:
        """Whether a number begins a row of the form; that of the row above, beside its sasaran, doesn't."""
        last = self._now.last("sasaran") if self.rangka else None
        again = last is not None and bool(sasaran) and same(last.teks, sasaran)
        before = self._penomor.terakhir
        nomor = self._penomor.take(larik, ulang=again)
        return bool(nomor) and not (again and self._penomor.terakhir == before)

    def _take(self, larik: Larik, kunci: str) -> str:
        """A text of one line; a word with letters of another script in it is reported."""
        teks = " ".join(self.bacaan.take(larik, kunci).split())
        if word := find_asing(teks):
            self.bacaan.note(HURUF_ASING, larik.petak(kunci), kata=word)
        return teks

    def _take_nama(self, larik: Larik) -> dict[str, str]:
        """What a row names on each level."""
        found = {level: self._take(larik, level) for level in LEVEL}
        found["sasaran"] = strip_label(found["sasaran"])
        for line in self.bacaan.take(larik, "komponen").splitlines():
            level = _level_of(line)
            found[level] = f"{found[level]} {line}".strip()
        return found

    # --- levels ---------------------------------------------------------------

    def _put_level(self, row: _Keadaan, level: str) -> None:
        teks = row.teks[level]
        id, place = self.bacaan.take(row.larik, f"id_{level}"), row.larik.petak(f"id_{level}")
        if not teks:
            self._inherit(row, level)
            return
        if teks in TIADA:
            if level != "sasaran":
                return
            teks = ""  # one without words, which is not that of the row above
        last = self._now.last(level)
        if not row.fresh and last is not None:
            if same(last.teks, teks) and id in {"", last.id}:
                return  # printed again at the top of a page
            if not id and continues(teks) and not self._starts(row):
                self._join(row, level, teks)
                last.teks = f"{last.teks} {teks}"
                return
        if not row.fresh and self._ends(level):
            self._advance(row, level)
        self._now.put(level, Unsur(teks, id, place))
        if level != "sasaran":
            row.named = level

    def _ends(self, level: str) -> bool:
        """Whether a further thing on a level begins a row of the form: only the lowest levels have several."""
        several = level in {"sub", "aksi"}
        return self._now.below(level) or (not several and self._now.last(level) is not None)

    def _advance(self, row: _Keadaan, level: str) -> None:
        """Begin a row of the form that the table doesn't number; it takes over what stands above a level."""
        before = self._now
        self.rangka.append(Rangka(hanya_pita=_is_pita(row.larik)))
        row.fresh = True
        for upper in LEVEL[: LEVEL.index(level)]:
            if (found := before.last(upper)) is not None:
                again = self._now.put(upper, found.copy())
                again.ukuran = [item.copy() for item in found.ukuran] if upper == "sasaran" else []

    def _inherit(self, row: _Keadaan, level: str) -> None:
        """Take over what a blank cell means: the same as above, where all that stands above it is the same."""
        before = self._before
        if not row.fresh or before is None or self._now.last(level) is not None:
            return
        needed = level in {"sasaran", "program", "kegiatan"} or (level == "sub" and row.teks["aksi"])
        if needed and self._now.agrees(before, level) and (found := before.last(level)) is not None:
            self._now.put(level, found.copy())

    def _starts(self, row: _Keadaan) -> bool:
        """Whether the cells beside a text are those of a new thing: what was gathered has them already."""
        if not self._now.lowest.ukuran:
            return False
        last = self._now.lowest.ukuran[-1]
        if last.satuan and row.larik.teks("satuan_rinci"):
            return True
        return any(last.knows(item.when) for item in self._isian(row.larik, "target_rinci"))

    def _join(self, row: _Keadaan, kunci: str, teks: str) -> None:
        sebab = f"{SEBUTAN[kunci]} berlanjut"
        self.bacaan.note(BARIS_TERBELAH, row.larik.petak(kunci), teks=teks, sebab=sebab)

    # --- indikator ------------------------------------------------------------

    def _put_indikator(self, row: _Keadaan) -> None:
        """The indikator of the sasaran, and its targets."""
        nama = self._take(row.larik, "indikator")
        if not nama and row.fresh and self._before is not None and self._now.agrees(self._before, "program"):
            sasaran = self._now.sasaran
            if not sasaran.ukuran:
                sasaran.ukuran = [item.copy() for item in self._before.sasaran.ukuran[-1:]]
        isian = self._isian(row.larik, "target")
        satuan = self.bacaan.take(row.larik, "satuan")
        if nama not in {"", *TIADA} or isian or satuan:
            self._measure(row, self._now.sasaran, "indikator", nama, satuan, isian)

    def _put_rinci(self, row: _Keadaan) -> None:
        """The indikator of what the row names lowest, its targets, and all else that the row has."""
        unsur = (self._now.last(row.named) if row.named else None) or self._now.lowest
        take = self.bacaan.take
        nama, satuan = self._take(row.larik, "indikator_rinci"), take(row.larik, "satuan_rinci")
        isian = self._isian(row.larik, "target_rinci")
        pj = take(row.larik, "pj")
        if nama not in {"", *TIADA} or isian or satuan or pj:
            ukuran = self._measure(row, unsur, "indikator_rinci", nama, satuan, isian)
            ukuran.penanggung_jawab = "\n".join(filter(None, (ukuran.penanggung_jawab, pj)))
        self._put_pagu(row, unsur)
        if teks := take(row.larik, "keterangan"):
            unsur.keterangan.append(teks)
        unsur.lain += self.bacaan.take_lain(row.larik)

    def _put_pagu(self, row: _Keadaan, unsur: Unsur) -> None:
        known = {Waktu.of(item).kunci for item in unsur.pagu}
        headers = {item.kolom: item.judul for item in row.larik.kolom}
        for bagian, place, teks in self.bacaan.take_periode(row.larik, "pagu"):
            if teks in TIADA:
                continue
            waktu = waktu_pagu(bagian, headers[place.kolom], self._year)
            found = read_pagu(self.bacaan, teks, place, waktu, bagian)
            if self._now.last("sasaran") is unsur or not found or Waktu.of(found[0]).kunci in known:
                if found:
                    self.bacaan.note(
                        ISIAN_TAK_DIKENAL, place, teks=teks, sebab="anggaran tidak jelas milik siapa"
                    )
                unsur.lain.append(("Isian rupiah", teks))
            else:
                unsur.pagu += found

    def _measure(
        self, row: _Keadaan, unsur: Unsur, kunci: str, nama: str, satuan: str, isian: list[_Isian]
    ) -> Ukuran:
        """Find the indikator that a row speaks of, or begin it, and give it what the row has."""
        before = len(unsur.ukuran)
        ukuran = self._ukuran(row, unsur, kunci, "" if nama in TIADA else nama)
        if len(unsur.ukuran) > before:
            self._claim(unsur, ukuran, kunci, isian)
        ukuran.satuan = ukuran.satuan if same(ukuran.satuan, satuan) else f"{ukuran.satuan} {satuan}".strip()
        for item in isian:
            if nama and ukuran.says(item.when, read_nilai(item.teks)):
                continue  # the row prints again what the one above says
            if ukuran.knows(item.when):
                self._tunda.setdefault(kunci, []).append((unsur, item))
            else:
                self._flush(kunci)
                self._put_target(unsur, ukuran, item)
        return ukuran

    def _ukuran(self, row: _Keadaan, unsur: Unsur, kunci: str, nama: str) -> Ukuran:
        last = unsur.ukuran[-1] if unsur.ukuran else None
        id, place = self.bacaan.take(row.larik, f"id_{kunci}"), row.larik.petak(f"id_{kunci}")
        if last is not None and (not nama or same(last.nama, nama)) and id in {"", last.id}:
            return last
        if (
            last is not None
            and nama
            and not id
            and continues(nama)
            and not row.fresh
            and not self._starts(row)
        ):
            self._join(row, kunci, nama)
            last.nama = f"{last.nama} {nama}"
            return last
        if last is not None and last.bawaan and row.fresh:
            unsur.ukuran.clear()
        found = Ukuran(nama, id, place)
        unsur.ukuran.append(found)
        return found

    # --- targets --------------------------------------------------------------

    @property
    def _year(self) -> Periode | None:
        """The year of the form, where it is for one year."""
        one = self.periode is not None and self.periode.jenis is JenisPeriode.TAHUN
        return self.periode if one else None

    def _isian(self, larik: Larik, kunci: str) -> list[_Isian]:
        """The targets in the cells of a row, from one column or one for each period."""
        take = self.bacaan.take_periode
        cells = [*take(larik, kunci), *take(larik, f"{kunci}_tw")]
        waktu = self.bacaan.take(larik, "periode") if kunci == "target_rinci" else ""
        tahun = None if self._year is None else self._year.tahun
        headers = {item.kolom: item.judul for item in larik.kolom}
        found = []
        for bagian, place, teks in cells:
            own, versi = split_versi(bagian, headers[place.kolom])
            for part in split_bagian(teks):
                label = part.label or waktu or own
                period = read_periode(label, tahun) if label else self._year
                when = Waktu(period, versi.nama, versi.berlaku) if period and versi else None
                found.append(_Isian(when, label, part.teks, place))
        return found

    def _put_target(self, unsur: Unsur, ukuran: Ukuran, item: _Isian) -> None:
        if item.when is None:
            self._keep(unsur, item, "periodenya tidak diketahui")
            return
        when, nilai = item.when, self.bacaan.nilai(item.teks, item.petak)
        ukuran.put(Target(when.periode, nilai, when.versi, when.berlaku), item.petak)

    def _claim(self, unsur: Unsur, ukuran: Ukuran, kunci: str, isian: list[_Isian]) -> None:
        """Give a new indikator the targets that were printed just above its row."""
        own = {item.when and item.when.kunci for item in isian}
        for whose, item in self._tunda.pop(kunci, ()):
            if (item.when and item.when.kunci) in own:
                self._note_ganda(whose, item)
            else:
                self.bacaan.note(
                    TARGET_MENDAHULUI, item.petak, teks=f"{item.label} : {item.teks}", nama=ukuran.nama
                )
                self._put_target(unsur, ukuran, item)
                own.add(item.when and item.when.kunci)

    def _flush(self, kunci: str) -> None:
        """Report the targets that came twice and belong to nothing that follows."""
        for whose, item in self._tunda.pop(kunci, ()):
            self._note_ganda(whose, item)

    def _note_ganda(self, unsur: Unsur, item: _Isian) -> None:
        when = item.when.periode.label if item.when else item.label
        self._keep(unsur, item, f"target {when} sudah terisi")

    def _keep(self, unsur: Unsur, item: _Isian, sebab: str) -> None:
        """Keep a target that can't be used as a further cell."""
        teks = item.teks or item.label
        self.bacaan.note(ISIAN_TAK_DIKENAL, item.petak, teks=teks, sebab=sebab)
        unsur.lain.append((f"Isian {item.label or 'target'}", teks))


def _is_pita(larik: Larik) -> bool:
    """Whether a row is a band across the table, which has one column without a header."""
    return len(larik.kolom) == 1 and not larik.kolom[0].judul


def _level_of(teks: str) -> str:
    """The level of a component: by the word or the code that it begins with, or else a sub kegiatan.

    >>> _level_of("Program Penunjang"), _level_of("1.06.04.2.01 Rehabilitasi"), _level_of("Penyediaan Permakanan")
    ('program', 'kegiatan', 'sub')
    """
    for level in KOMPONEN:
        if split_kode(teks, level)[0] is not None:
            return level
    low = teks.casefold()
    return next((level for awalan, level in _AWALAN if low.startswith(f"{awalan} ")), "sub")
