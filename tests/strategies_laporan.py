"""Hypothesis strategies for the report forms: pengukuran kinerja, evaluasi Renja, tables of realisasi."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from sakip.alasan import Alasan
from sakip.angka import Angka, Isian, Kosong, read_nilai
from sakip.bentuk import (
    AngkaEvaluasi,
    AngkaRekapitulasi,
    BarisEvaluasi,
    BarisRekapitulasi,
    Berpagu,
    EfisiensiTercetak,
    EvaluasiRenja,
    Kepala,
    PengukuranKinerja,
    RataRata,
    RekapitulasiRenja,
    SerapanTercetak,
    Tercetak,
)
from sakip.kebijakan import Polaritas
from sakip.model import (
    Indikator,
    Kegiatan,
    Pagu,
    Program,
    Realisasi,
    RealisasiAnggaran,
    Sasaran,
    SubKegiatan,
    Target,
)
from sakip.periode import Periode
from sakip.rumus import Agregasi
from strategies_bentuk import NILAI, catatan, kalimat, lain

TAHUN = Periode(2025)
_TERUKUR = ("88", "93,59", "0", "n/a", "-", "12 Orang", "BB", "94,1")


def angka() -> st.SearchStrategy[Isian]:
    """A number as a cell of its own unit holds it."""
    return st.integers(0, 99_999).map(lambda number: read_nilai(str(Decimal(number) / 100).replace(".", ",")))


def tercetak() -> st.SearchStrategy[Isian | None]:
    """A printed figure, none of it taken as true."""
    return (
        st.none() | angka() | st.sampled_from([read_nilai(text) for text in ("n/a", "-", "100", "94,03 %")])
    )


@st.composite
def _ukuran(draw: st.DrawFn, id: str) -> tuple[Indikator, list[Realisasi], Tercetak | None]:
    target, revised = draw(st.tuples(*[st.lists(st.sampled_from(NILAI) | angka(), max_size=1)] * 2))
    item = Indikator(
        id=id,
        nama=draw(kalimat()),
        satuan=draw(st.sampled_from(("", "%", "Orang"))),
        polaritas=draw(st.none() | st.sampled_from(Polaritas)),
        agregasi=draw(st.none() | st.sampled_from(Agregasi)),
        keterangan=draw(catatan()),
        target=[
            *(Target(TAHUN, value) for value in target),
            *(Target(TAHUN, value, "perubahan") for value in revised),
        ],
        lain=draw(lain()),
    )
    reached = []
    if draw(st.booleans()):
        kendala, faktor = draw(st.tuples(catatan(), catatan()))
        nilai = draw(st.sampled_from(_TERUKUR) | angka())
        reached.append(Realisasi(id, TAHUN, nilai, kendala=kendala, faktor=faktor))
        if draw(st.booleans()):
            reached.append(Realisasi(id, 2024, draw(angka())))
    figures = Tercetak(
        indikator=id,
        capaian=draw(tercetak()),
        predikat=draw(st.sampled_from(("", "Sangat Tinggi", "Rendah"))),
        pertumbuhan=draw(tercetak()),
        kemajuan=draw(tercetak()),
        target_akhir=draw(tercetak()),
        pembanding=draw(tercetak()),
    )
    return item, reached, None if figures == Tercetak(indikator=id) else figures


@st.composite
def _komponen(draw: st.DrawFn, id: str) -> tuple[Berpagu, RealisasiAnggaran | None, SerapanTercetak | None]:
    kinds: tuple[type[Berpagu], ...] = (Program, Kegiatan, SubKegiatan)
    kelas = draw(st.sampled_from(kinds))
    murni, revisi = Pagu(TAHUN, 306_749_630), Pagu(TAHUN, 310_000_000, "", "perubahan")
    pagu = draw(
        st.sampled_from(((), (murni,), (murni, revisi), (revisi,), (Pagu(TAHUN, None, "13.2918.000"),)))
    )
    spent = draw(
        st.none()
        | st.sampled_from(
            (
                RealisasiAnggaran(id, TAHUN, 270_000_000),
                RealisasiAnggaran(id, TAHUN, 0),
                RealisasiAnggaran(id, TAHUN, None, "-"),
            )
        )
    )
    figure = draw(tercetak())
    item = kelas(id, nama=draw(kalimat()), pagu=pagu, keterangan=draw(catatan()), lain=draw(lain()))
    return item, spent, None if figure is None else SerapanTercetak(id, figure)


@st.composite
def pengukuran(draw: st.DrawFn) -> PengukuranKinerja:
    """A report with its tables of indikator, money and efficiency."""
    sasaran, realisasi, printed = [], [], []
    for number in range(draw(st.integers(1, 3))):
        rows = [draw(_ukuran(f"s{number}/{place}")) for place in range(draw(st.integers(1, 2)))]
        sasaran.append(Sasaran(f"s{number}", uraian=draw(kalimat()), indikator=[row[0] for row in rows]))
        realisasi += [item for row in rows for item in row[1]]
        printed += [row[2] for row in rows if row[2] is not None]
    money = [draw(_komponen(f"p{number}")) for number in range(draw(st.integers(0, 3)))]
    return PengukuranKinerja(
        kepala=Kepala(instansi="Dinas Contoh", periode=TAHUN, catatan=draw(st.lists(kalimat(), max_size=1))),
        sasaran=sasaran,
        realisasi=realisasi,
        tercetak=printed,
        anggaran=[row[0] for row in money],
        realisasi_anggaran=[row[1] for row in money if row[1] is not None],
        serapan=[row[2] for row in money if row[2] is not None],
        efisiensi=[
            EfisiensiTercetak(
                sasaran=draw(kalimat()),
                capaian=draw(tercetak()),
                serapan=draw(tercetak()),
                tingkat=draw(st.sampled_from(("Efisien", "n/a", "-2,5"))),
            )
            for _ in range(draw(st.integers(0, 2)))
        ],
    )


def _sel() -> st.SearchStrategy[Isian]:
    return st.just(Kosong()) | angka() | st.just(read_nilai("n/a"))


def _uang() -> st.SearchStrategy[Isian]:
    amount = st.integers(0, 10**12).map(lambda number: Angka(number, "", str(number)))
    return st.just(Kosong()) | amount | st.just(read_nilai("n/a"))


@st.composite
def _angka_evaluasi(draw: st.DrawFn, *, money: bool) -> AngkaEvaluasi:
    cell = _uang() if money else _sel()
    tw = draw(st.tuples(cell, cell, cell, cell))
    adds = all(isinstance(item, Angka) for item in tw) and draw(st.booleans())
    total = sum((item.nilai for item in tw if isinstance(item, Angka)), Decimal(0))
    year = read_nilai(str(total.normalize().__format__("f")).replace(".", ",")) if adds else draw(cell)
    return AngkaEvaluasi(
        target_renstra=draw(cell),
        realisasi_lalu=draw(cell),
        target_tahun=draw(cell),
        triwulan=tw,
        realisasi_tahun=year,
        realisasi_total=draw(cell),
        tingkat=draw(_sel()),
    )


@st.composite
def evaluasi(draw: st.DrawFn) -> EvaluasiRenja:
    """An evaluation form: rows of sasaran and of components, some with several indikator, some with none."""
    rows: list[BarisEvaluasi] = []
    for number in range(draw(st.integers(1, 4))):
        is_component = draw(st.booleans())
        before = rows[-1].sasaran if rows else ""
        sasaran = draw(kalimat() | st.sampled_from(("", before))) if is_component else draw(kalimat())
        kode, nama = (draw(st.sampled_from(("", "1.06.04"))), draw(kalimat())) if is_component else ("", "")
        for place in range(draw(st.integers(1, 2))):
            item = Indikator(
                id=f"n{number}/{place}",
                nama=draw(kalimat()),
                satuan=draw(st.sampled_from(("", "%", "Orang"))),
                polaritas=draw(st.none() | st.sampled_from(Polaritas)),
                agregasi=draw(st.none() | st.sampled_from(Agregasi)),
            )
            rows.append(
                BarisEvaluasi(
                    id=f"n{number}",
                    jenis="program" if is_component else "sasaran",
                    sasaran=sasaran,
                    kode=kode,
                    nama=nama,
                    indikator=item,
                    kinerja=draw(_angka_evaluasi(money=False)),
                    anggaran=AngkaEvaluasi() if place else draw(_angka_evaluasi(money=True)),
                    penanggung_jawab=draw(catatan()),
                    alasan=draw(
                        st.sampled_from(((), (("13 K", Alasan.PENYEBUT_NOL), ("15 Rp", Alasan.PAGU_NOL))))
                    ),
                    keterangan=draw(catatan()),
                    lain=draw(lain()),
                )
            )
    mean = st.builds(
        RataRata,
        kinerja=angka(),
        anggaran=_sel(),
        predikat_kinerja=st.sampled_from(("", "Tinggi")),
        keterangan=st.sampled_from(("", "Rata-rata K dari 1 dari 2 indikator.")),
    )
    return EvaluasiRenja(
        kepala=Kepala(instansi="Dinas Contoh", periode=TAHUN),
        baris=rows,
        rata_rata=draw(st.just(RataRata()) | mean),
    )


@st.composite
def rekapitulasi(draw: st.DrawFn) -> RekapitulasiRenja:
    """A table T-C.29: components with one indikator, with several, with none."""
    rows: list[BarisRekapitulasi] = []
    for number in range(draw(st.integers(1, 4))):
        kode, nama = draw(st.sampled_from(("", "1.06.04"))), draw(kalimat())
        for place in range(draw(st.integers(1, 2))):
            item = Indikator(
                id=f"n{number}/{place}",
                nama=draw(kalimat()),
                satuan=draw(st.sampled_from(("", "%", "Orang"))),
                polaritas=draw(st.none() | st.sampled_from(Polaritas)),
                agregasi=draw(st.none() | st.sampled_from(Agregasi)),
            )
            has = place > 0 or draw(st.booleans())
            rows.append(
                BarisRekapitulasi(
                    id=f"n{number}",
                    jenis="program",
                    kode=kode,
                    nama=nama,
                    indikator=item if has else None,
                    angka=draw(_angka_rekapitulasi()) if has else AngkaRekapitulasi(),
                    alasan=draw(
                        st.sampled_from(((), (("10", Alasan.TIDAK_BERJUMLAH), ("11", Alasan.TARGET_NOL))))
                    ),
                    keterangan=draw(catatan()),
                    lain=draw(lain()),
                )
            )
    return RekapitulasiRenja(kepala=Kepala(instansi="Dinas Contoh", periode=TAHUN), baris=rows)


def _angka_rekapitulasi() -> st.SearchStrategy[AngkaRekapitulasi]:
    return st.builds(
        AngkaRekapitulasi,
        target_renstra=_sel(),
        realisasi_lalu=_sel(),
        target_n2=_sel(),
        realisasi_n2=_sel(),
        tingkat_n2=_sel(),
        target_n1=_sel(),
        perkiraan=_sel(),
        tingkat=_sel(),
    )


@st.composite
def realisasi(draw: st.DrawFn) -> tuple[Realisasi, ...]:
    """Measurements as a table of them holds them."""
    return tuple(
        Realisasi(
            f"IK{number}",
            draw(st.sampled_from(("2025", "2025-TW1", "2025-S2", "2025-08"))),
            draw(st.none() | angka() | st.sampled_from(NILAI)),
            pembilang=draw(st.none() | st.integers(0, 10**6)),
            penyebut=draw(st.none() | st.integers(1, 10**6)),
            komponen=draw(st.sampled_from(((), (("laki-laki", 20), ("perempuan", 35))))),
            bukti=draw(st.lists(kalimat(), max_size=2)),
            kendala=draw(catatan()),
            faktor=draw(catatan()),
            tindak_lanjut=draw(catatan()),
            status=draw(st.sampled_from(("", "diverifikasi"))),
            keterangan=draw(catatan()),
            lain=draw(lain()),
        )
        for number in range(draw(st.integers(1, 4)))
    )
