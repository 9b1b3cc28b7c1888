"""An export row by row into nodes, indikator and money, each once, and what doesn't fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from sakip.angka import Isian, Kosong
from sakip.bentuk._sipd_kode import KATA, SEBUTAN, URUTAN, Tingkat, ancestor, contradicts, read_tingkat
from sakip.bentuk._sipd_rumus import MaknaRumus
from sakip.bentuk._sipd_simpul import (
    KELAS,
    SimpulMentah,
    Terisi,
    Ukuran,
    digest,
    is_same,
    make_instansi,
    to_rupiah,
    to_simpul,
)
from sakip.bentuk._temuan import (
    SIPD_BARIS_BERBEDA,
    SIPD_KODE_TAK_TERBACA,
    SIPD_KODE_TIDAK_SEJALAN,
    SIPD_RUMUS_DIARTIKAN,
    SIPD_RUMUS_TAK_DIKENAL,
    SIPD_TAHUN_TIDAK_DIKETAHUI,
    SIPD_TINGKAT_TIDAK_TERCETAK,
)
from sakip.kode import Kode, LevelKode
from sakip.model import (
    Realisasi,
    RealisasiAnggaran,
    Unit,
)
from sakip.periode import JenisPeriode, Periode
from sakip.pohon import PohonKinerja, may_stand_under
from sakip.temuan import JenisTemuan, Tempat, Temuan

if TYPE_CHECKING:
    from sakip.bentuk._ekspor_sipd import BarisSIPD, IndikatorSIPD, UangSIPD

_LIMA = 5
"""Years of a plan whose years are numbered 1 to 5."""
_TANPA_TAHUN = "tahun_anggaran tidak tertulis"
_TANPA_AWAL = "tahun ke-1 tidak diketahui"
_CARA = {
    _TANPA_TAHUN: "Sertakan kolom tahun_anggaran.",
    _TANPA_AWAL: "Berikan tahun_awal=, yaitu tahun untuk target_1 dan pagu_1.",
}


@attrs.define
class Susunan:
    """An export put together.

    Attributes:
        nama: What the tree is called; empty: as its perangkat daerah.
        tahun_awal: The year of what is numbered 1.
        bidang: The bidang urusan for placeholders.
        makna: What the codes of rumus mean.
        temuan: What was found.
    """

    nama: str
    tahun_awal: int | None
    bidang: Kode | None
    makna: Mapping[str, MaknaRumus]
    temuan: list[Temuan] = attrs.field(factory=list)
    _simpul: dict[str, SimpulMentah] = attrs.field(factory=dict)
    _unit: dict[str, Unit] = attrs.field(factory=dict)
    _tahun: set[int] = attrs.field(factory=set)
    _rentang: set[tuple[int, int]] = attrs.field(factory=set)
    _gagal: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    _baris_gagal: dict[tuple[str, str], int] = attrs.field(factory=dict)
    _jalur: dict[Any, tuple[Tingkat, ...]] = attrs.field(factory=dict)
    _kata: set[tuple[str, str, str]] = attrs.field(factory=set)

    @classmethod
    def of(
        cls,
        nama: str,
        baris: Iterable[BarisSIPD],
        tahun_awal: int | None,
        bidang: str | None,
        makna: Mapping[str, MaknaRumus],
    ) -> Susunan:
        """Put rows together."""
        bound = None if bidang is None else Kode((0, 0)).bind(bidang)
        made = cls(nama, tahun_awal, bound, makna)
        for row in baris:
            made._row(row)
        made._tell_tahun()
        made._tell_rumus()
        return made

    # --- findings ---------------------------------------------------------------

    def _note(
        self,
        jenis: JenisTemuan,
        nomor: int,
        simpul: SimpulMentah,
        letak: str = "",
        ukuran: Ukuran | None = None,
        **parameter: object,
    ) -> None:
        """Make a finding; the same of a place is told once."""
        key = (
            jenis.kode,
            simpul.id if ukuran is None else ukuran.id,
            f"{letak} {parameter.get('teks', parameter.get('nama', ''))}",
        )
        if key in self._kata:
            return
        self._kata.add(key)
        tempat = Tempat(
            simpul=simpul.id,
            indikator="" if ukuran is None else ukuran.id,
            baris=nomor or None,
            kolom=letak,
            nama=simpul.nama if ukuran is None else ukuran.nama,
        )
        self.temuan.append(jenis.temuan(tempat, **parameter))

    def _put(
        self,
        store: dict[Periode, Terisi],
        periode: Periode,
        nilai: Isian,
        row: BarisSIPD,
        kolom: str,
        simpul: SimpulMentah,
        ukuran: Ukuran | None = None,
    ) -> None:
        """Keep a value; one that stood before stays, and a finding names one that differs from it."""
        old = store.setdefault(periode, (nilai, row.nomor))
        if old[0] is not nilai and not is_same(old[0], nilai):
            self._note(
                SIPD_BARIS_BERBEDA,
                row.nomor,
                simpul,
                kolom,
                ukuran,
                kolom=kolom,
                teks=str(nilai),
                lama=str(old[0]),
                pertama=old[1],
            )

    def _miss(self, kolom: str, sebab: str, row: BarisSIPD) -> None:
        """Count a row whose cells have no year."""
        key = (kolom, sebab)
        self._gagal[key] += 1
        self._baris_gagal.setdefault(key, row.nomor)

    def _tell_tahun(self) -> None:
        for (kolom, sebab), banyak in self._gagal.items():
            tempat = Tempat(baris=self._baris_gagal[kolom, sebab] or None, kolom=kolom)
            self.temuan.append(
                SIPD_TAHUN_TIDAK_DIKETAHUI.temuan(
                    tempat, kolom=kolom, banyak=banyak, sebab=sebab, cara=_CARA[sebab]
                )
            )

    def _tell_rumus(self) -> None:
        count: Counter[str] = Counter()
        first: dict[str, int] = {}
        for node in self._simpul.values():
            for item in node.ukuran.values():
                if item.rumus:
                    count[item.rumus] += 1
                    first.setdefault(item.rumus, item.nomor)
        for kode, banyak in count.items():
            makna = self.makna.get(kode)
            tempat = Tempat(baris=first[kode] or None, kolom="id_rumus_indikator")
            if makna is None:
                self.temuan.append(SIPD_RUMUS_TAK_DIKENAL.temuan(tempat, kode=kode, banyak=banyak))
                continue
            words = {
                "polaritas": makna.polaritas.value if makna.polaritas else "tidak dinyatakan",
                "agregasi": makna.agregasi.value if makna.agregasi else "tidak dinyatakan",
            }
            self.temuan.append(
                SIPD_RUMUS_DIARTIKAN.temuan(tempat, kode=kode, teks=makna.teks, banyak=banyak, **words)
            )

    # --- rows -------------------------------------------------------------------

    def _row(self, row: BarisSIPD) -> None:
        levels = self._levels(row)
        if not levels:
            return
        skpd = self._skpd(row)
        nodes: dict[LevelKode, SimpulMentah] = {}
        above: SimpulMentah | None = None
        for item in levels:
            above = nodes[item.level] = self._node(item, above, skpd, row)
        if row.tahun is not None:
            self._tahun.update((row.tahun.tahun, row.tahun.sampai))
        measured = [
            self._measure(nodes[item.level], item, row)
            for item in row.indikator
            if self._is_named(item.level, item.nama or item.id, nodes, row)
        ]
        for money in row.uang:
            if self._is_named(money.level, "pagu atau realisasi anggaran", nodes, row):
                self._pay(nodes[money.level], money, row)
        rest = measured[-1].lain if measured else nodes[levels[-1].level].lain
        for judul, teks in row.lain:
            rest.setdefault(judul, teks)

    def _is_named(
        self, level: LevelKode, isi: str, nodes: Mapping[LevelKode, SimpulMentah], row: BarisSIPD
    ) -> bool:
        """Whether a row names the level that something of it belongs to; a finding where it doesn't."""
        if level not in nodes:
            last = list(nodes.values())[-1]
            akibat = "isinya tidak masuk pohon"
            self._note(
                SIPD_TINGKAT_TIDAK_TERCETAK,
                row.nomor,
                last,
                f"kode_{KATA[level]}",
                level=SEBUTAN[level],
                nama=isi,
                akibat=akibat,
            )
        return level in nodes

    def _levels(self, row: BarisSIPD) -> tuple[Tingkat, ...]:
        if row.komponen not in self._jalur:
            self._jalur[row.komponen] = read_tingkat(row.komponen, self.bidang)
        return self._jalur[row.komponen]

    def _skpd(self, row: BarisSIPD) -> str:
        """What the ids of a row begin with; its perangkat daerah, and its unit, become units of the tree."""
        kode, nama = row.kode_skpd.strip(), row.nama_skpd.strip()
        sub, nama_sub = row.kode_sub_skpd.strip(), row.nama_sub_skpd.strip()
        own = sub or kode
        if not own:
            return ""
        if kode:
            self._unit.setdefault(kode, Unit(id=kode, nama=nama, kode=kode))
        if sub:
            induk = kode if sub != kode else ""
            self._unit.setdefault(sub, Unit(id=sub, nama=nama_sub, kode=sub, induk=induk))
        return f"{own}/"

    # --- nodes ------------------------------------------------------------------

    def _node(self, item: Tingkat, above: SimpulMentah | None, skpd: str, row: BarisSIPD) -> SimpulMentah:
        id = self._make_id(item, above, skpd)
        node = self._simpul.get(id)
        if node is None:
            node = self._begin(id, item, above, skpd, row)
        elif above is not None and node.induk != above.id and node.induk is not None:
            kode, induk = item.kunci, above.tingkat.kunci
            self._stray(node, row, kode, induk, f"baris {node.nomor}")
        self._name(node, item, row)
        return node

    def _make_id(self, item: Tingkat, above: SimpulMentah | None, skpd: str) -> str:
        """By its code, or else by what is printed, below its parent."""
        if item.kode is not None or above is None:
            return f"{skpd}{item.kunci}"
        return f"{above.id}/{item.kunci}"

    def _begin(
        self, id: str, item: Tingkat, above: SimpulMentah | None, skpd: str, row: BarisSIPD
    ) -> SimpulMentah:
        induk = self._parent(item, above, skpd, row)
        node = self._simpul[id] = SimpulMentah(id, item, None if induk is None else induk.id, row.nomor)
        node.nama = item.nama
        if item.sebab:
            self._tell_kode(node, item, row)
        if above is not None and contradicts(above.tingkat, item):
            self._stray(node, row, item.kunci, above.tingkat.kunci, "barisnya")
        if not item.tercetak and item.teks:
            node.lain[f"kode_{KATA[item.level]}"] = item.teks
        return node

    def _parent(
        self, item: Tingkat, above: SimpulMentah | None, skpd: str, row: BarisSIPD
    ) -> SimpulMentah | None:
        """What a node hangs under: the level above it in its row, or one made of its code."""
        if above is None or may_stand_under(KELAS[item.level].jenis, KELAS[above.tingkat.level].jenis):
            return above
        label = item.nama or item.kunci
        before = URUTAN[URUTAN.index(item.level) - 1]
        kode = ancestor(item.kode, before)
        if kode is None:
            akibat = f"{label} ditempatkan sebagai akar"
            made = None
        else:
            akibat = f"{SEBUTAN[before]} {kode} disisipkan dari kodenya"
            inserted = Tingkat(before, kode=kode, tercetak=False, kunci=kode.format())
            made = self._node(inserted, above, skpd, row)
        place = Tempat(simpul="" if made is None else made.id, baris=row.nomor or None, nama=label)
        self.temuan.append(
            SIPD_TINGKAT_TIDAK_TERCETAK.temuan(place, level=SEBUTAN[before], nama=label, akibat=akibat)
        )
        return made

    def _tell_kode(self, node: SimpulMentah, item: Tingkat, row: BarisSIPD) -> None:
        akibat = (
            "Kodenya disimpan apa adanya."
            if item.kode is None
            else f"Dibaca {item.kode} menurut kode lain di baris itu."
        )
        kolom = f"kode_{KATA[item.level]}"
        level = SEBUTAN[item.level]
        self._note(
            SIPD_KODE_TAK_TERBACA,
            row.nomor,
            node,
            kolom,
            level=level,
            teks=item.teks,
            sebab=item.sebab,
            akibat=akibat,
        )
        if item.kode is None:
            node.lain[kolom] = item.teks

    def _stray(self, node: SimpulMentah, row: BarisSIPD, kode: str, induk: str, dasar: str) -> None:
        level = node.tingkat.level
        self._note(
            SIPD_KODE_TIDAK_SEJALAN,
            row.nomor,
            node,
            f"kode_{KATA[level]}",
            level=SEBUTAN[level],
            kode=kode,
            induk=induk,
            dasar=dasar,
        )

    def _name(self, node: SimpulMentah, item: Tingkat, row: BarisSIPD) -> None:
        """The name of a node; of two the first stands."""
        if not node.nama:
            node.nama = item.nama
        elif item.nama and item.nama.casefold() != node.nama.casefold():
            kolom = f"nama_{KATA[item.level]}"
            self._note(
                SIPD_BARIS_BERBEDA,
                row.nomor,
                node,
                kolom,
                kolom=kolom,
                teks=item.nama,
                lama=node.nama,
                pertama=node.nomor,
            )

    # --- indikator and money ------------------------------------------------------

    def _measure(self, node: SimpulMentah, item: IndikatorSIPD, row: BarisSIPD) -> Ukuran:
        """Add what a row says of an indikator."""
        nama = " ".join(item.nama.split())
        key = item.id.strip() or digest(nama)
        kpi = node.ukuran.get(key)
        if kpi is None:
            kpi = node.ukuran[key] = Ukuran(f"{node.id}/{key}", nama, item.satuan, row.nomor, item.rumus)
        for kolom, bagian, baru in (
            ("indikator", "nama", nama),
            ("satuan", "satuan", item.satuan),
            ("id_rumus_indikator", "rumus", item.rumus),
        ):
            lama = getattr(kpi, bagian)
            if baru and not lama:
                setattr(kpi, bagian, baru)
            elif baru and baru.casefold() != lama.casefold():
                words = {"kolom": kolom, "teks": baru, "lama": lama, "pertama": kpi.nomor}
                self._note(SIPD_BARIS_BERBEDA, row.nomor, node, kolom, kpi, **words)
        self._plan(node, kpi, item, row)
        for bulan, nilai in item.realisasi:
            kolom = f"realisasi_bulan_{bulan}"
            self._month(node, kpi.realisasi, kpi.lain, (kolom, bulan, nilai), row, kpi)
        return kpi

    def _plan(self, node: SimpulMentah, kpi: Ukuran, item: IndikatorSIPD, row: BarisSIPD) -> None:
        """The targets of an indikator, and where it stood before."""
        if item.target is not None:
            self._year(node, kpi.target, kpi.lain, ("target", row.tahun, item.target), row, kpi)
        awal = self._awal(row)
        for urut, nilai in item.target_ke:
            when = None if awal is None else Periode(awal + urut - 1)
            self._year(node, kpi.target, kpi.lain, (f"target_{urut}", when, nilai), row, kpi)
        if item.awal is not None:
            when = None if awal is None else Periode(awal - 1)
            self._year(node, kpi.awal, kpi.lain, ("target_awal", when, item.awal), row, kpi)
        if item.akhir is not None:
            when = None if awal is None else Periode(awal, JenisPeriode.RENTANG, sampai=awal + _LIMA - 1)
            self._year(node, kpi.target, kpi.lain, ("target_akhir", when, item.akhir), row, kpi)

    def _pay(self, node: SimpulMentah, money: UangSIPD, row: BarisSIPD) -> None:
        """Add what a row says of the money of a node."""
        if money.pagu is not None:
            self._year(node, node.pagu, node.lain, ("pagu", row.tahun, money.pagu), row)
        awal = self._awal(row)
        for urut, nilai in money.pagu_ke:
            when = None if awal is None else Periode(awal + urut - 1)
            self._year(node, node.pagu, node.lain, (f"pagu_{urut}", when, nilai), row)
        for bulan, nilai in money.realisasi:
            kolom = f"realisasi_anggaran_bulan_{bulan}"
            self._month(node, node.belanja, node.lain, (kolom, bulan, nilai), row)

    def _awal(self, row: BarisSIPD) -> int | None:
        """The year of what is numbered 1, where anything decides it."""
        awal = self.tahun_awal
        if awal is None and row.tahun_awal is not None and row.tahun_akhir is not None:
            awal = row.tahun_awal if row.tahun_akhir - row.tahun_awal == _LIMA - 1 else None
        if awal is not None:
            self._rentang.add((awal, awal + _LIMA - 1))
        return awal

    def _year(
        self,
        node: SimpulMentah,
        store: dict[Periode, Terisi],
        lain: dict[str, str],
        isian: tuple[str, Periode | None, Isian],
        row: BarisSIPD,
        kpi: Ukuran | None = None,
    ) -> None:
        """Keep a value for its period; one without a period is kept as printed."""
        kolom, when, nilai = isian
        if when is None:
            self._miss(kolom, _TANPA_TAHUN if kolom in {"target", "pagu"} else _TANPA_AWAL, row)
            lain.setdefault(kolom, str(nilai))
        elif kpi is None and isinstance(nilai, Kosong):
            lain.setdefault(kolom, str(nilai))  # a dash is no amount
        else:
            self._put(store, when, nilai, row, kolom, node, kpi)

    def _month(
        self,
        node: SimpulMentah,
        store: dict[Periode, Terisi],
        lain: dict[str, str],
        isian: tuple[str, int, Isian],
        row: BarisSIPD,
        kpi: Ukuran | None = None,
    ) -> None:
        """Keep a figure of a month of the year of the row."""
        kolom, bulan, nilai = isian
        if row.tahun is None or row.tahun.jenis is not JenisPeriode.TAHUN:
            self._miss(kolom, _TANPA_TAHUN, row)
            lain.setdefault(kolom, str(nilai))
        elif kpi is None and isinstance(nilai, Kosong):
            lain.setdefault(kolom, str(nilai))
        else:
            self._put(
                store, Periode(row.tahun.tahun, JenisPeriode.BULAN, bulan), nilai, row, kolom, node, kpi
            )

    # --- what is made of it -------------------------------------------------------

    def pohon(self) -> PohonKinerja:
        """The tree."""
        top = [unit for unit in self._unit.values() if not unit.induk]
        nama = self.nama or (top[0].nama if len(top) == 1 else "") or "Ekspor SIPD"
        pohon = PohonKinerja(
            nama, instansi=make_instansi(nama, top, tuple(self._unit.values())), periode=self._span()
        )
        pohon.add_many((to_simpul(node, self.makna), node.induk) for node in self._simpul.values())
        return pohon

    def _span(self) -> Periode | None:
        """The years of the plan, or else those of the rows."""
        years = {year for pair in self._rentang for year in pair} or self._tahun
        if not years:
            return None
        first, last = min(years), max(years)
        return Periode(first) if first == last else Periode(first, JenisPeriode.RENTANG, sampai=last)

    def realisasi(self) -> tuple[Realisasi, ...]:
        """What was measured."""
        return tuple(
            Realisasi(item.id, when, nilai)
            for node in self._simpul.values()
            for item in node.ukuran.values()
            for when, (nilai, _) in item.realisasi.items()
        )

    def belanja(self) -> tuple[RealisasiAnggaran, ...]:
        """What was spent."""
        return tuple(
            RealisasiAnggaran(node.id, when, *to_rupiah(nilai))
            for node in self._simpul.values()
            for when, (nilai, _) in node.belanja.items()
        )
