"""Hypothesis strategies for Perjanjian Kinerja: all that the form has room for, in texts that do harm."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from sakip.angka import read_nilai
from sakip.bentuk import Berpagu, Kepala, PerjanjianKinerja, Status
from sakip.dokumen._baca.tabel import PENUTUP, clean
from sakip.kebijakan import Polaritas
from sakip.kode import Kode
from sakip.model import MURNI, Baseline, Indikator, Kegiatan, Pagu, Program, Sasaran, SubKegiatan, Target
from sakip.periode import JenisPeriode, Periode
from strategies_bentuk import KEPUTUSAN, kepala_resmi

NILAI = (
    "93,59 %", "12", "12,5", "12,50", "1.234", "-5", "007", "-", "n/a", "A", "BB (72)", "80-90", "≥ 5", "1:32",
    "3,5 Dokumen", "12 Orang / Bulan", "2 dokumen, 3 laporan", "31 Maret 2025", "#REF!", "123456789012345678",
    "0,00001",
)  # fmt: skip
"""Targets as forms print them, and as they break."""
_AWAL = ("", "", "'", "''", "=", "+", "@", "- ", "'=", '"', "=HYPERLINK(", "_x000D_ ", "http://", "~ ", "# ")
_KELAS: tuple[type[Berpagu], ...] = (Program, Kegiatan, SubKegiatan)
_HURUF = st.characters(
    exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"), exclude_characters="<>\ufeff\u2060"
)


@st.composite
def isi(draw: st.DrawFn, min_words: int = 1) -> str:
    """A cell: words of any language, in lines, beginning with signs that a spreadsheet would run."""
    words = draw(st.lists(st.text(_HURUF, min_size=1, max_size=6), min_size=min_words, max_size=5))
    sign = draw(st.sampled_from((" ", "\n")))
    text = clean(draw(st.sampled_from(_AWAL)) + sign.join(("Layanan", *words)))
    return text if clean(text) == text and not PENUTUP.match(text) else "Layanan"


def baris() -> st.SearchStrategy[str]:
    """A line of words: a post, a remark."""
    return st.lists(
        st.sampled_from(("Layanan", "anak", "(LK3)", "= 2", "mutu;", "漢字", "a|b")), max_size=4
    ).map(lambda words: " ".join(("Urusan", *words)))


def kepala() -> st.SearchStrategy[Kepala]:
    """The head, as far as the page prints it."""
    return st.builds(
        Kepala,
        instansi=st.sampled_from(
            ("", "Dinas Sosial", "BAPPEDA KOTA CONTOH", "RSUD Contoh", "Sekretariat DPRD")
        ),
        periode=st.none() | st.just("2025"),
        status=st.none() | st.sampled_from(Status),
        **kepala_resmi() | {"keputusan": st.sampled_from(("", KEPUTUSAN, "NOMOR : 104/HK"))},
        tempat=st.sampled_from(("", "Ambon", "Ma'rang", "Kota Contoh")),
        tanggal=st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)),
        catatan=st.lists(baris(), max_size=2, unique=True),
    )


def waktu() -> st.SearchStrategy[Periode]:
    """Every kind of period that a column may be of."""
    return st.one_of(
        st.builds(Periode, st.integers(2021, 2030)),
        st.builds(Periode, st.just(2025), st.just(JenisPeriode.TRIWULAN), st.integers(1, 4)),
        st.builds(Periode, st.just(2026), st.just(JenisPeriode.TRIWULAN), st.integers(1, 4)),
        st.builds(Periode, st.just(2025), st.just(JenisPeriode.SEMESTER), st.integers(1, 2)),
        st.builds(Periode, st.just(2025), st.just(JenisPeriode.BULAN), st.integers(1, 12)),
        st.just(Periode.parse("2025-2029")),
    )


def urut(target: Target | Pagu) -> tuple[bool, Periode, bool, dt.date, str]:
    """In the order of the columns: years first, and of each what was planned before its revisions."""
    part = target.periode.jenis is not JenisPeriode.TAHUN
    return part, target.periode, target.versi != MURNI, target.berlaku or dt.date.min, target.versi


def versi() -> st.SearchStrategy[tuple[str, dt.date | None]]:
    """A version of the plan, and the day since when it is in force."""
    nama = st.sampled_from((MURNI, MURNI, "perubahan", "Pergeseran 2 (APBD)"))
    return st.tuples(nama, st.none() | st.just(dt.date(2025, 9, 1)))


def lain() -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    """Further cells, in the order of their columns."""
    return st.dictionaries(st.sampled_from(("Jangka", "Warna")), isi(), max_size=2).map(
        lambda cells: tuple(sorted(cells.items()))
    )


@st.composite
def indikator(draw: st.DrawFn, id: str) -> Indikator:
    """An indikator with texts in some of its columns."""
    times = draw(
        st.lists(st.tuples(waktu(), versi()), unique_by=lambda item: (item[0], item[1][0]), max_size=4)
    )
    targets = [Target(when, read_nilai(draw(st.sampled_from(NILAI))), *version) for when, version in times]
    baseline = draw(
        st.none() | st.builds(Baseline, st.integers(2018, 2020), st.sampled_from(NILAI).map(read_nilai))
    )
    maybe = st.just("") | isi()
    return Indikator(
        id=id,
        nama=draw(isi()),
        satuan=draw(st.sampled_from(("", "%", "Orang\nBulan", "=1"))),
        formulasi=draw(maybe.filter(lambda teks: "÷" not in teks)),  # that is a fraction, and has a rumus
        definisi_operasional=draw(maybe),
        alasan=draw(maybe),
        penanggung_jawab=draw(maybe),
        keterangan=draw(maybe),
        sumber_data=draw(st.lists(baris(), max_size=2)),
        polaritas=draw(st.none() | st.sampled_from(Polaritas)),
        target=sorted(targets, key=urut),
        baseline=baseline,
        lain=draw(lain()),
    )


def _pagu(periode: Periode, isi: tuple[int | None, str], versi: tuple[str, dt.date | None]) -> Pagu:
    (jumlah, teks), (nama, berlaku) = isi, versi
    return Pagu(periode, jumlah, teks, nama, berlaku)


@st.composite
def komponen(draw: st.DrawFn, id: str) -> Berpagu:
    """A component with money for this year or for another, and for their parts."""
    times = draw(
        st.lists(
            st.tuples(waktu(), versi()),
            unique_by=lambda item: (item[0], item[1][0]),
            max_size=3,
        )
    )
    amounts = st.integers(0, 10**16).map(lambda jumlah: (jumlah, "")) | st.just((None, "13.2918.000"))
    kelas = draw(st.sampled_from(_KELAS))
    return kelas(
        id,
        nama=draw(isi() | st.sampled_from(("Jumlah", "Total"))),
        kode=draw(
            st.none() | st.sampled_from(("1.06.04", "1.06.04.2.01", "1.06.04.2.01.0001")).map(Kode.parse)
        ),
        pagu=sorted((_pagu(when, draw(amounts), version) for when, version in times), key=urut),
        keterangan=draw(st.just("") | isi() | st.just("Jumlah")),
        lain=draw(lain()),
    )


@st.composite
def perjanjian_kinerja(draw: st.DrawFn) -> PerjanjianKinerja:
    """A Perjanjian Kinerja; parts of it may be missing."""
    sasaran = [
        Sasaran(
            f"s-{number}",
            uraian=draw(st.just("") | isi()),
            indikator=[draw(indikator(f"i-{number}.{place}")) for place in range(draw(st.integers(0, 3)))],
        )
        for number in range(draw(st.integers(1, 3)))
    ]
    return PerjanjianKinerja(
        kepala=draw(kepala()),
        pihak_pertama=draw(st.just("") | baris()),
        pihak_kedua=draw(st.just("") | baris()),
        sasaran=sasaran,
        anggaran=[draw(komponen(f"p-{number}")) for number in range(draw(st.integers(0, 3)))],
    )
