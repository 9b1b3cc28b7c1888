"""Hypothesis strategies for the official forms, as their files can hold them.

Texts are words of one line that begin with a capital, as the forms print them: a small
letter at the beginning of a cell means that it goes on with the cell above.
"""

from __future__ import annotations

import datetime as dt
import string
from typing import Any

import attrs
from hypothesis import strategies as st

from sakip.bentuk import (
    IKI,
    IKU,
    DaftarIKI,
    DaftarJabatan,
    Kepala,
    Pasangan,
    Penjenjangan,
    RencanaAksiIndividu,
    Status,
)
from sakip.dokumen._bagian.jenjang import JENJANG
from sakip.kebijakan import Polaritas
from sakip.model import (
    CSF,
    Aktivitas,
    AnySimpul,
    Atasan,
    Baseline,
    Butir,
    Dasar,
    Indikator,
    Jabatan,
    Kegiatan,
    Komponen,
    KondisiAntara,
    Outcome,
    Pagu,
    Program,
    Relasi,
    Sasaran,
    Sebutan,
    SubKegiatan,
    Target,
    Tujuan,
)
from sakip.periode import JenisPeriode, Periode
from sakip.pohon import PohonKinerja
from sakip.rumus import Agregasi, Indeks, Jumlah, Nilai, Persen, Rumus
from strategies import pemangku

NILAI = ("93,59 %", "12", "-", "A", "BB", "80-90", "≥ 5", "3,5 Dokumen", "1.234.567", "12 Orang / Bulan")
"""Targets as forms print them."""

_KATA = (
    "Layanan",
    "sosial",
    "anak",
    "lansia",
    "(LK3)",
    "dan/atau",
    "100",
    "air",
    "Data",
    "mutu:",
    "PPKS,",
    "x",
)


def kalimat() -> st.SearchStrategy[str]:
    """A statement or a name: words of one line, the first with a capital."""
    word = st.sampled_from(_KATA) | st.text(string.ascii_letters + "éßğ漢", min_size=1, max_size=8)
    return st.lists(word, max_size=5).map(lambda words: " ".join(("Terwujudnya", *words)))


def catatan() -> st.SearchStrategy[str]:
    """A remark, often none; some begin with a sign that a spreadsheet would run."""
    return st.just("") | kalimat() | kalimat().map(lambda text: f"={text}")


def lain() -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    """Further cells, in the order of their columns."""
    return st.lists(st.tuples(st.sampled_from(("Jangka", "Warna")), kalimat()), max_size=2).map(
        lambda pairs: tuple(sorted(dict(pairs).items()))
    )


def kepala() -> st.SearchStrategy[Kepala]:
    """The head of a form that its own title line can say."""
    return st.builds(
        Kepala,
        **kepala_resmi(),
        instansi=st.sampled_from(("", "Dinas Sosial Kabupaten Contoh", "Badan Contoh")),
        periode=st.sampled_from((None, "2025", "2021-2026")),
        status=st.sampled_from((None, Status.PERUBAHAN, Status.DRAF)),
    )


KEPUTUSAN = "KEPUTUSAN BUPATI CONTOH\nNOMOR : 104/0416/HK/2021 TANGGAL : 5 Nopember 2021"
"""A decree as a lampiran prints it."""


def kepala_resmi() -> dict[str, st.SearchStrategy[Any]]:
    """What a head says of the decree, the unit, and on whose behalf it is signed."""
    return {
        "unit": st.sampled_from(("", "Bidang Contoh")),
        "keputusan": st.sampled_from(("", KEPUTUSAN, "Keputusan Bupati Nomor 1 dan Perubahannya")),
        "dasar_hukum": st.lists(
            st.sampled_from(("Undang-Undang Nomor 23 Tahun 2014;", "Peraturan Bupati Nomor 5 Tahun 2020")),
            max_size=2,
        ),
        "atas_nama": st.sampled_from(("", "BUPATI CONTOH")),
    }


def _formulasi() -> st.SearchStrategy[tuple[Rumus | None, str]]:
    """A formula as an IKU table prints it, and what it says; a text that is none says nothing."""
    pairs = (
        (None, ""),
        (None, "Diukur dengan survei"),
        (Jumlah(), "Jumlah PPKS"),
        (Persen("Jumlah PPKS", "jumlah warga"), "(Jumlah PPKS / jumlah warga) x 100 %"),
        (Persen("Jumlah PPKS", "Jumlah warga"), "Jumlah PPKS\n———\nJumlah warga\n× 100 %"),
    )
    return st.sampled_from(pairs)


@st.composite
def indikator(draw: st.DrawFn, id: str, *, iku: bool = False) -> Indikator:
    """An indikator with all that the columns of a table have room for."""
    years = draw(st.lists(st.integers(2021, 2024), unique=True, max_size=3))
    baseline = draw(st.none() | st.builds(Baseline, st.integers(2018, 2020), st.sampled_from(NILAI)))
    rumus, formulasi = draw(_formulasi())
    nama = draw(kalimat())
    return Indikator(
        id=id,
        nama=nama,
        sebutan=draw(st.sampled_from(((), (Sebutan(nama, nomor="a.", bagian="nama"),)))),
        satuan=draw(st.sampled_from(("", "%", "Orang", "Nilai"))),
        rumus=rumus,
        formulasi=formulasi,
        definisi_operasional=draw(catatan()),
        alasan=draw(catatan()),
        penanggung_jawab=draw(catatan()),
        keterangan=draw(catatan()),
        sumber_data=draw(st.lists(kalimat(), max_size=3)),
        polaritas=draw(st.none() | st.sampled_from(Polaritas)),
        agregasi=draw(st.none() | st.sampled_from(Agregasi)),
        target=[Target(year, draw(st.sampled_from(NILAI))) for year in sorted(years)],
        baseline=baseline,
        lain=draw(lain()),
        iku=iku,
    )


@st.composite
def iku(draw: st.DrawFn) -> IKU:
    """A table of Indikator Kinerja Utama: sasaran, under tujuan or none, and tujuan with indikator of their own."""
    items: list[Sasaran | Tujuan] = []
    for number in range(draw(st.integers(0, 4))):
        kelas = Tujuan if draw(st.integers(0, 2)) == 2 else Sasaran
        own = f"{kelas.jenis[0]}-{number}"
        rows = [draw(indikator(f"{own}.{place}", iku=True)) for place in range(draw(st.integers(0, 2)))]
        items.append(kelas(own, uraian=draw(kalimat() | st.just("Terwujudnya")), indikator=rows))
    if not any(item.indikator for item in items):
        items.append(Sasaran("s-akhir", uraian="Tertib", indikator=[draw(indikator("i-akhir", iku=True))]))
    return IKU(kepala=draw(kepala()), sasaran=items)


@st.composite
def daftar_jabatan(draw: st.DrawFn) -> DaftarJabatan:
    """A list of posts; some share a name, some name a superior that is not in the list."""
    ids = [f"j-{number}" for number in range(draw(st.integers(1, 5)))]
    nama = st.sampled_from(("Kepala Seksi", "Pengelola Data", "Sekretaris")) | kalimat()
    posts = [
        Jabatan(
            id=id,
            nama=draw(nama),
            jenjang=draw(st.sampled_from(("", "Eselon IV.a", *JENJANG))),
            unit=draw(st.sampled_from(("", "Sekretariat", "Bidang Contoh"))),
            atasan=draw(st.sampled_from((*Atasan, "Bupati Contoh", *ids[:place]))),
            tugas=draw(st.lists(kalimat(), max_size=2)),
            fungsi=draw(st.lists(kalimat(), max_size=3)),
            pemangku=draw(st.lists(pemangku(), max_size=2)),
            keterangan=draw(catatan()),
            lain=draw(lain()),
        )
        for place, id in enumerate(ids)
    ]
    return DaftarJabatan(kepala=draw(kepala()), jabatan=posts)


TARGET_LANGKAH = ("15 lap", "180", "1Keg", "60 org", "12lbg", "-", "1.174 Keg", "Terlaksana", "2 kali/tahun")
"""Targets as plans of action print them."""


@st.composite
def _sebutan(draw: st.DrawFn, teks: str, nomor: str, bagian: str = "uraian") -> tuple[Sebutan, ...]:
    return draw(st.sampled_from(((), (Sebutan(teks, nomor=nomor, bagian=bagian),))))


@st.composite
def _target_langkah(draw: st.DrawFn) -> tuple[Target, ...]:
    periods = st.sampled_from(("2025", "2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4", "2025-S2", "2024-TW1"))
    chosen = sorted(draw(st.lists(periods, unique=True, max_size=4)), key=Periode.parse)
    return tuple(Target(when, draw(st.sampled_from(TARGET_LANGKAH))) for when in chosen)


@st.composite
def rencana_aksi_individu(draw: st.DrawFn) -> RencanaAksiIndividu:
    """A chain of results of any shape; the nodes stand in the order of their rows."""
    form = _Rantai(draw)
    head = attrs.evolve(draw(kepala()), periode="2025", catatan=draw(st.lists(kalimat(), max_size=2)))
    for number in range(draw(st.integers(1, 2))):
        form.hasil(f"r-{number}", None, "", nomor="77", depth=0)
    return RencanaAksiIndividu(kepala=head, simpul=form.simpul)


@attrs.define
class _Rantai:
    """Draws the nodes of a chain."""

    draw: st.DrawFn
    simpul: list[Pasangan] = attrs.field(factory=list)

    def hasil(self, id: str, induk: str | None, untuk: str, *, nomor: str, depth: int) -> None:
        draw = self.draw
        uraian = draw(kalimat())
        rows = [
            self._ukuran(f"{id}-i{number}", "77" if not depth else "b")
            for number in range(draw(st.integers(0, 2)))
        ]
        self.simpul.append(
            (
                Sasaran(
                    id,
                    uraian=uraian,
                    indikator=rows,
                    untuk_indikator=untuk,
                    sebutan=draw(_sebutan(uraian, nomor)),
                    keterangan=draw(catatan()),
                    lain=draw(lain()),
                ),
                induk,
            )
        )
        for place, own in enumerate(("", *(row.id for row in rows))):
            for number in range(draw(st.integers(0, 2))):
                self._langkah(f"{id}-a{place}{number}", id, own)
            for number in range(0 if depth else draw(st.integers(0, 2))):
                self.hasil(f"{id}-b{place}{number}", id, own, nomor="a", depth=1)

    def _ukuran(self, id: str, nomor: str) -> Indikator:
        draw = self.draw
        nama = draw(kalimat())
        return Indikator(
            id=id,
            nama=nama,
            sebutan=draw(_sebutan(nama, nomor, "nama")),
            target=draw(_target_langkah()),
            keterangan=draw(catatan()),
            lain=draw(lain()),
        )

    def _langkah(self, id: str, induk: str, untuk: str) -> None:
        draw = self.draw
        uraian = draw(kalimat())
        tersirat = Indikator(id=f"{id}-t", nama=uraian, tersirat=True, target=draw(_target_langkah()))
        self.simpul.append(
            (
                Aktivitas(
                    id,
                    uraian=uraian,
                    untuk_indikator=untuk,
                    indikator=draw(st.sampled_from(((), (tersirat,)))),
                    sebutan=draw(_sebutan(uraian, "77")),
                    keterangan=draw(catatan()),
                    lain=draw(lain()),
                ),
                induk,
            )
        )


_SUKU = ("PPKS", "yang", "tertangani", "layanan", "surat", "di", "kecamatan", "anak", "lansia")


def suku() -> st.SearchStrategy[str]:
    """A term of a formula."""
    return st.lists(st.sampled_from(_SUKU), min_size=1, max_size=4).map(" ".join)


@st.composite
def formulasi(draw: st.DrawFn) -> tuple[str, str, Rumus | None]:
    """What the name of an indikator begins with, its formula as printed, and as a class."""
    first, second = draw(suku()), draw(suku())
    pecahan = f"Jumlah {first}\n———\nJumlah seluruh {second}\n× 100 %"
    return draw(
        st.sampled_from(
            (
                ("Tertibnya", "", None),
                ("Jumlah", f"Jumlah {first}", Jumlah()),
                ("Persentase", pecahan, Persen(f"Jumlah {first}", f"Jumlah seluruh {second}")),
                ("Persentase", f"Jumlah {first}\n× 100 %", None),
                ("Nilai", f"Hasil survei {first}", Nilai()),
                ("Indeks", f"Nilai {first}", Indeks()),
                ("Waktu", f"Rekapitulasi {first} / Tahun", None),
            )
        )
    )


@st.composite
def indikator_iki(draw: st.DrawFn, id: str) -> Indikator:
    """An indikator with all that the columns of an IKI have room for."""
    awal, printed, rumus = draw(formulasi())
    nama = f"{awal} {draw(kalimat())}"
    return Indikator(
        id=id,
        nama=nama,
        satuan=draw(st.sampled_from(("", "%", "Orang"))),
        formulasi=printed,
        rumus=rumus,
        keterangan=draw(catatan()),
        sumber_data=draw(st.lists(kalimat(), max_size=3)),
        sebutan=draw(st.sampled_from(((), (Sebutan(nama, nomor="2.", bagian="nama"),)))),
        polaritas=draw(st.none() | st.sampled_from(Polaritas)),
        agregasi=draw(st.none() | st.sampled_from(Agregasi)),
        target=draw(_target_iki()),
        baseline=draw(st.none() | st.builds(Baseline, st.integers(2018, 2020), st.sampled_from(NILAI))),
        lain=draw(lain()),
    )


def _target_iki() -> st.SearchStrategy[tuple[Target, ...]]:
    """Targets of a year, of its triwulan, and of a revised plan, in the order of their columns."""
    murni = st.builds(Target, st.just(2025), st.sampled_from(NILAI))
    perubahan = st.builds(Target, st.just(2025), st.sampled_from(NILAI), st.just("perubahan"))
    triwulan = st.builds(Target, st.just("2025-TW2"), st.sampled_from(NILAI))
    return st.tuples(*(st.just(()) | st.tuples(item) for item in (murni, perubahan, triwulan))).map(
        lambda parts: tuple(target for part in parts for target in part)
    )


@st.composite
def iki(draw: st.DrawFn, id: str, ids: tuple[str, ...]) -> IKI:
    """The IKI of one post; some posts share a name, some have no sasaran, some sasaran no indikator."""
    post = Jabatan(
        id=id,
        nama=draw(st.sampled_from(("Sekretaris", "Pengadministrasi Umum")) | kalimat()),
        jenjang=draw(st.sampled_from(("", "pengawas"))),
        unit=draw(st.sampled_from(("", "Sekretariat"))),
        atasan=draw(st.sampled_from((*Atasan, *ids))),
        tugas=draw(st.lists(kalimat(), max_size=2)),
        fungsi=draw(st.lists(kalimat(), max_size=30)),
        keterangan=draw(catatan()),
        lain=draw(lain()),
    )
    goals = []
    for number in range(draw(st.integers(0, 3))):
        own = f"{id}/{number}"
        rows = [draw(indikator_iki(f"{own}/{place}")) for place in range(draw(st.integers(0, 2)))]
        goals.append(Sasaran(own, uraian=draw(kalimat() | st.just("")), indikator=rows))
    return IKI(
        jabatan=post,
        sasaran=goals,
        tingkat=draw(st.sampled_from(("", "program", "kegiatan", "sub kegiatan", "aktivitas"))),
    )


@st.composite
def daftar_iki(draw: st.DrawFn) -> DaftarIKI:
    """The IKI of a few posts."""
    ids = tuple(f"j-{number}" for number in range(draw(st.integers(1, 3))))
    return DaftarIKI(kepala=draw(kepala()), iki=[draw(iki(id, ids)) for id in ids])


# --- penjenjangan -------------------------------------------------------------


@st.composite
def _butir(draw: st.DrawFn) -> tuple[Butir, ...]:
    """The grounds of an outcome: numbered, with lettered ones below them."""
    rows = range(1, draw(st.integers(0, 3)) + 1)
    return tuple(
        Butir(
            draw(kalimat()),
            str(number),
            [Butir(draw(kalimat()), letter) for letter in "abc"[: draw(st.integers(0, 3))]],
        )
        for number in rows
    )


def revisi() -> st.SearchStrategy[tuple[str, dt.date | None]]:
    """A version of the plan, and the day since when it is in force."""
    return st.sampled_from(
        (("murni", None), ("murni", None), ("perubahan", dt.date(2025, 9, 1)), ("Pergeseran 2 (APBD)", None))
    )


def urut_versi(nilai: Target | Pagu) -> tuple[bool, dt.date, str]:
    """The plan itself, then its revisions as they came."""
    return nilai.versi != "murni", nilai.berlaku or dt.date.min, nilai.versi


@st.composite
def pagu_revisi(draw: st.DrawFn) -> tuple[Pagu, ...]:
    """Money of years, triwulan and versions, as their columns stand."""
    periods = st.sampled_from(("2024", "2025", "2025-TW1", "2025-TW4")).map(Periode.parse)
    times = draw(st.lists(st.tuples(periods, revisi()), unique=True, max_size=3))
    amounts = st.sampled_from(((306_749_630, ""), (None, "13.2918.000"), (0, "")))
    found = [Pagu(when, *draw(amounts), *versi) for when, versi in times]
    return tuple(
        sorted(
            found,
            key=lambda item: (
                item.periode.jenis is not JenisPeriode.TAHUN,
                item.periode,
                urut_versi(item),
            ),
        )
    )


@st.composite
def _ukuran(draw: st.DrawFn, id: str) -> tuple[Indikator, ...]:
    """Up to two indikator with targets for years, and for versions of the plan."""
    rows = []
    for number in range(draw(st.integers(0, 2))):
        times = draw(st.lists(st.tuples(st.integers(2023, 2026), revisi()), unique=True, max_size=3))
        targets = [Target(year, draw(st.sampled_from(NILAI)), *versi) for year, versi in times]
        rows.append(
            Indikator(
                id=f"{id}-i{number}",
                nama=f"Persentase {draw(kalimat())}",
                satuan=draw(st.sampled_from(("", "%", "Orang"))),
                target=sorted(targets, key=lambda item: (item.periode, urut_versi(item))),
                sebutan=draw(st.sampled_from(((), (Sebutan("Bunyi lain", "Tahap 4", bagian="nama"),)))),
            )
        )
    return tuple(rows)


_ANAK: dict[str, tuple[type[AnySimpul], ...]] = {
    "outcome": (CSF,),
    "csf": (KondisiAntara, Program),
    "kondisi_antara": (KondisiAntara, Program, Kegiatan, SubKegiatan),
    "program": (KondisiAntara, Kegiatan),
    "kegiatan": (KondisiAntara, SubKegiatan),
    "sub_kegiatan": (KondisiAntara,),
}
"""What may stand under what in a Penjenjangan."""


@st.composite
def penjenjangan(draw: st.DrawFn) -> Penjenjangan:
    """A tree in its five stages: outcome, factors, conditions, components, plans, posts."""
    head = draw(kepala())
    tree = PohonKinerja(head.instansi or "penjenjangan", periode=head.periode)
    for number in range(draw(st.integers(1, 2))):
        dasar = Dasar(ekspektasi=draw(_butir()), mandat=draw(_butir()), isu_strategis=draw(_butir()))
        tree.add(Outcome(f"o{number}", dasar=dasar, **draw(_isi(f"o{number}"))))
    places = [item.id for item in tree]
    for number in range(draw(st.integers(1, 9))):
        above = draw(st.sampled_from(places))
        kelas = draw(st.sampled_from(_ANAK[tree[above].jenis]))
        own: dict[str, Any] = draw(_isi(f"n{number}"))
        if issubclass(kelas, Komponen):
            own |= {"nama": draw(kalimat()), "pagu": draw(pagu_revisi())}
            own |= {"kode": draw(st.sampled_from((None, "1.06.04")))} if kelas is Program else {}
        tree.add(kelas(f"n{number}", **own), under=above)
        places.append(f"n{number}")
    if draw(st.booleans()):
        tree.add(Tujuan("t", **draw(_isi("t"))))
        tree.add(Sasaran("s", **draw(_isi("s"))), under=draw(st.sampled_from((None, "t"))))
    _add_jabatan(draw, tree)
    return Penjenjangan(kepala=head, pohon=tree)


@st.composite
def _isi(draw: st.DrawFn, id: str) -> dict[str, Any]:
    """What every node may carry."""
    return {
        "uraian": draw(kalimat()),
        "indikator": draw(_ukuran(id)),
        "keterangan": draw(catatan()),
        "sebutan": draw(st.sampled_from(((), (Sebutan("Kata lain", "Tahap 3", nomor="2"),)))),
        "lain": draw(lain()),
    }


def _add_jabatan(draw: st.DrawFn, tree: PohonKinerja) -> None:
    """Posts that answer for nodes, and links that are not the tree."""
    ids = [item.id for item in tree]
    for number in range(draw(st.integers(0, 2))):
        tree.add_jabatan(
            Jabatan(
                id=f"j{number}",
                nama=draw(kalimat()),
                jenjang=draw(st.sampled_from(("", "administrator", "Eselon III"))),
                atasan=draw(st.sampled_from((*Atasan, *(f"j{above}" for above in range(number)), "bupati"))),
                keterangan=draw(st.sampled_from(("", "Kinerja Manajerial"))),
            )
        )
        for node in draw(st.lists(st.sampled_from(ids), unique=True, max_size=3)):
            role = "pendukung" if tree.owner(node) else "utama"
            tree.assign(node, f"j{number}", role)
    if draw(st.booleans()):
        ends = st.sampled_from([*ids, "luar:Bappeda"])
        tree.add_relasi(
            Relasi(jenis="penerjemahan", dari=draw(st.sampled_from(ids)), ke=draw(ends), tempat="Tahap 3")
        )
