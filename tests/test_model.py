"""The classes of the model: values that are frozen, hashed, copied and checked by name."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip.angka import Angka, JenisKosong, Kosong, TakTerbaca, read_nilai
from sakip.errors import AngkaError, KodeError, ModelError, PeriodeError, SakipError, TipeError
from sakip.kebijakan import Kebijakan, Polaritas, Rujukan
from sakip.kode import Kode, KodeLain
from sakip.model import (
    CSF,
    KRO,
    MURNI,
    RO,
    SIMPUL,
    Aktivitas,
    AnySimpul,
    AsalKode,
    Atasan,
    Baseline,
    Butir,
    Dasar,
    Indikator,
    Instansi,
    Jabatan,
    JenisInstansi,
    JenisRelasi,
    JenisUjung,
    Kegiatan,
    Komponen,
    KondisiAntara,
    Outcome,
    Pagu,
    Pemangku,
    Program,
    Realisasi,
    RealisasiAnggaran,
    Relasi,
    Sasaran,
    Sebutan,
    Simpul,
    StatusPemangku,
    SubKegiatan,
    Target,
    Tujuan,
    Ujung,
    Unit,
    Urusan,
)
from sakip.periode import Periode
from sakip.rumus import IKM, IPM, Agregasi, Indeks, Jumlah, Masukan, Nilai, Persen, Predikat
from sakip.rumus import Komponen as BagianIndeks
from sakip.skala import Ordinal, Pita, Skala
from strategies import (
    SEDIKIT,
    beberapa_simpul,
    indikator,
    instansi,
    jabatan,
    pemangku,
    realisasi,
    realisasi_anggaran,
    relasi,
    simpul,
)

TEXTS_OF_SIMPUL = ("uraian", "untuk_indikator", "keterangan")

REFUSED: list[tuple[type, dict[str, Any], str, Any, str]] = [
    *(
        (kelas, {"id": "X"}, "id", bad, "a non-empty text")
        for kelas in SIMPUL.values()
        for bad in ("", None, 5)
    ),
    (Program, {}, "id", " P1", "a text without white space at its ends"),
    *((Program, {"id": "X"}, name, 5, "a text") for name in (*TEXTS_OF_SIMPUL, "nama")),
    (Program, {"id": "X"}, "indikator", "IK1", "an Indikator, or several of them,"),
    (Program, {"id": "X"}, "sebutan", "lain", "a Sebutan, or several of them,"),
    (Program, {"id": "X"}, "lain", 5, "a mapping, or pairs, of texts"),
    (Program, {"id": "X"}, "lain", "ab", "a mapping, or pairs, of texts"),
    (Program, {"id": "X"}, "pagu", 5, "a Pagu, or several of them,"),
    (Outcome, {"id": "X"}, "dasar", None, "a Dasar"),
    (Butir, {}, "teks", None, "a text"),
    (Butir, {"teks": "x"}, "nomor", 1, "a text"),
    (Butir, {"teks": "x"}, "tempat", 1, "a text"),
    (Butir, {"teks": "x"}, "rincian", "y", "a Butir, or several of them,"),
    *(
        (Dasar, {}, name, "y", "a Butir, or several of them,")
        for name in ("ekspektasi", "mandat", "isu_strategis")
    ),
    (Sebutan, {}, "teks", None, "a text"),
    *((Sebutan, {"teks": "x"}, name, 5, "a text") for name in ("tempat", "nomor", "bagian", "keterangan")),
    (Target, {"periode": 2025, "nilai": 1}, "versi", "", "a non-empty text"),
    (Target, {"periode": 2025, "nilai": 1}, "berlaku", "2025-01-01", "a date or None"),
    (
        Target,
        {"periode": 2025, "nilai": 1},
        "berlaku",
        dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
        "a date or None",
    ),
    (Pagu, {"periode": 2025, "jumlah": 1}, "teks", None, "a text"),
    (Pagu, {"periode": 2025, "jumlah": 1}, "versi", None, "a non-empty text"),
    (Pagu, {"periode": 2025, "jumlah": 1}, "berlaku", 2025, "a date or None"),
    *((Indikator, {"id": "X", "nama": "x"}, "id", bad, "a non-empty text") for bad in ("", None)),
    (Indikator, {"nama": "x"}, "id", "X\n", "a text without white space at its ends"),
    *(
        (Indikator, {"id": "X", "nama": "x"}, name, 5, "a text")
        for name in (
            "nama",
            "satuan",
            "formulasi",
            "definisi_operasional",
            "alasan",
            "penanggung_jawab",
            "referensi",
            "keterangan",
        )
    ),
    (
        Indikator,
        {"id": "X", "nama": "x"},
        "rumus",
        "persen",
        "one of Persen, Jumlah, Indeks, IKM, IPM, Nilai, Predikat",
    ),
    (
        Indikator,
        {"id": "X", "nama": "x"},
        "polaritas",
        "negatif",
        "one of 'naik', 'turun', 'stabil', 'rentang'",
    ),
    (
        Indikator,
        {"id": "X", "nama": "x"},
        "agregasi",
        "total",
        "one of 'jumlah', 'nilai_akhir', 'rata_rata', 'maksimum', 'minimum', 'gabungan'",
    ),
    (Indikator, {"id": "X", "nama": "x"}, "target", 95, "a Target, or several of them,"),
    (Indikator, {"id": "X", "nama": "x"}, "baseline", 95, "a Baseline"),
    (Indikator, {"id": "X", "nama": "x"}, "sumber_data", 5, "a text, or several of them,"),
    (Indikator, {"id": "X", "nama": "x"}, "iku", 1, "True or False"),
    (Indikator, {"id": "X", "nama": "x"}, "tersirat", "ya", "True or False"),
    (Indikator, {"id": "X", "nama": "x"}, "sebutan", 5, "a Sebutan, or several of them,"),
    (Indikator, {"id": "X", "nama": "x"}, "lain", {"a": 5}, "a mapping, or pairs, of texts"),
    *((Unit, {"id": "u", "nama": "x"}, name, None, "a text") for name in ("nama", "kode", "induk")),
    (Unit, {"nama": "x"}, "id", "", "a non-empty text"),
    *((Instansi, {"nama": "x"}, name, None, "a text") for name in ("nama", "kode", "wilayah")),
    (Instansi, {"nama": "x"}, "unit", "sekretariat", "a Unit, or several of them,"),
    (Jabatan, {"nama": "x"}, "id", None, "a non-empty text"),
    *(
        (Jabatan, {"id": "j", "nama": "x"}, name, 5, "a text")
        for name in ("nama", "jenjang", "unit", "keterangan")
    ),
    (Jabatan, {"id": "j", "nama": "x"}, "atasan", "", "a non-empty text"),
    (Jabatan, {"id": "j", "nama": "x"}, "atasan", None, "a non-empty text"),
    (Jabatan, {"id": "j", "nama": "x"}, "tugas", 5, "a text, or several of them,"),
    (Jabatan, {"id": "j", "nama": "x"}, "fungsi", [5], "a text, or several of them,"),
    (Jabatan, {"id": "j", "nama": "x"}, "lain", None, "a mapping, or pairs, of texts"),
    (Realisasi, {"periode": 2025}, "indikator", "", "a non-empty text"),
    *(
        (Realisasi, {"indikator": "X", "periode": 2025}, name, 5, "a text")
        for name in ("kendala", "faktor", "tindak_lanjut", "status", "keterangan")
    ),
    (Realisasi, {"indikator": "X", "periode": 2025}, "bukti", 5, "a text, or several of them,"),
    (Realisasi, {"indikator": "X", "periode": 2025}, "lain", [("a",)], "a mapping, or pairs, of texts"),
    (RealisasiAnggaran, {"periode": 2025, "jumlah": 1}, "simpul", None, "a non-empty text"),
    (RealisasiAnggaran, {"simpul": "X", "periode": 2025, "jumlah": 1}, "teks", None, "a text"),
    (Ujung, {"id": "x"}, "jenis", "node", "one of 'simpul', 'indikator', 'jabatan', 'luar'"),
    (Ujung, {"jenis": "simpul"}, "id", "", "a non-empty text"),
    (
        Relasi,
        {"dari": "a", "ke": "b"},
        "jenis",
        "cascading",
        "one of " + ", ".join(repr(item.value) for item in JenisRelasi),
    ),
    *(
        (Relasi, {"jenis": "dukungan", "dari": "a", "ke": "b"}, name, 5, "a text")
        for name in ("peran", "status", "tempat", "keterangan")
    ),
]
"""Class, other arguments, attribute, a value that it cannot hold, what is expected."""


@pytest.mark.parametrize(
    ("kelas", "args", "atribut", "nilai", "harapan"),
    REFUSED,
    ids=[f"{row[0].__name__}.{row[2]}={row[3]!r:.12}" for row in REFUSED],
)
def test_refusals_name_field_value_and_expectation(
    kelas: Any, args: dict[str, Any], atribut: str, nilai: Any, harapan: str
) -> None:
    """A wrong value is refused by the name of the field, as given, with what is expected."""
    with pytest.raises(ModelError) as caught:
        kelas(**args | {atribut: nilai})
    error = caught.value
    assert (error.kelas, error.atribut, error.harapan) == (kelas.__name__, atribut, harapan)
    assert str(error) == f"{kelas.__name__}.{atribut} is {error.nilai}: {harapan} is expected"
    inner = (
        nilai[0]
        if isinstance(nilai, list)
        else next(iter(nilai.items()))
        if isinstance(nilai, dict)
        else nilai
    )
    assert error.nilai == repr(inner)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Komponen("X", asal_kode="dikira"), ModelError),
        (lambda: Program("X", kode="2.1"), KodeError),
        (lambda: Program("X", kode=1.06), TipeError),  # type: ignore[arg-type]
        (lambda: Program("X", pagu={"2025": 1.5}), TipeError),
        (lambda: Program("X", pagu={"2025": "13.2918.000"}), AngkaError),
        (lambda: Program("X", pagu={"besok": 1}), PeriodeError),
        (lambda: Pagu(2025, jumlah=True), TipeError),
        (lambda: Target(2025, 0.95), TipeError),  # type: ignore[arg-type]
        (lambda: Target(None, 95), TipeError),  # type: ignore[arg-type]
        (lambda: Target("2025", "2 dokumen, 3 laporan"), AngkaError),
        (lambda: Baseline("kemarin", 95), PeriodeError),
        (lambda: Indikator(id="X", nama="x", terburuk=0.5), TipeError),  # type: ignore[arg-type]
        (lambda: Indikator(id="X", nama="x", terbaik="seratus"), AngkaError),
        (lambda: Realisasi("X", 2025, 0.5), TipeError),  # type: ignore[arg-type]
        (lambda: Realisasi("X", 2025, pembilang=0.5), TipeError),  # type: ignore[arg-type]
        (lambda: RealisasiAnggaran("X", 2025, 0.5), TipeError),  # type: ignore[arg-type]
        (lambda: Relasi(jenis="dukungan", dari=5, ke="b"), TipeError),  # type: ignore[arg-type]
        (lambda: Relasi(jenis="dukungan", dari="a", ke="b", bobot=0.5), TipeError),  # type: ignore[arg-type]
        (lambda: Relasi(jenis="dukungan", dari="simpul:", ke="b"), ModelError),
    ],
)
def test_other_refusals(make: Any, error: type[SakipError]) -> None:
    """Numbers, periods and codes are refused by their own errors."""
    with pytest.raises(error):
        make()


def test_an_unknown_origin_of_a_code_names_the_field() -> None:
    """The tags that there are stand in the message."""
    with pytest.raises(
        ModelError, match=r"^Komponen\.asal_kode is 'dikira': one of 'tercetak', 'ditetapkan' is expected$"
    ):
        Program("X", asal_kode="dikira")


@pytest.mark.parametrize(
    ("kelas", "args"),
    [
        (Indikator, {"id": "X", "nama": "x", "target": [Target(2025, 1), Target("2025", 2)]}),
        (Program, {"id": "X", "pagu": [Pagu(2025, 1), Pagu("2025", 2)]}),
    ],
)
def test_one_value_for_each_period_and_version(kelas: Any, args: dict[str, Any]) -> None:
    """Two targets or two pagu of one period in one version contradict each other."""
    with pytest.raises(ModelError, match=r"one value for each period and version is expected$"):
        kelas(**args)


def test_the_words_of_the_field() -> None:
    """The twelve kinds of nodes: the conditions of PermenPANRB 89/2021, the forms of the planning
    documents, and the components of Kepmendagri and of a kementerian."""
    assert {name: kelas.__name__ for name, kelas in SIMPUL.items()} == {
        "outcome": "Outcome",
        "csf": "CSF",
        "kondisi_antara": "KondisiAntara",
        "tujuan": "Tujuan",
        "sasaran": "Sasaran",
        "urusan": "Urusan",
        "program": "Program",
        "kegiatan": "Kegiatan",
        "sub_kegiatan": "SubKegiatan",
        "kro": "KRO",
        "ro": "RO",
        "aktivitas": "Aktivitas",
    }
    assert all(kelas.jenis == name for name, kelas in SIMPUL.items())
    conditions = {Outcome, CSF, KondisiAntara, Tujuan, Sasaran}
    components = {Urusan, Program, Kegiatan, SubKegiatan, KRO, RO, Aktivitas}
    assert {kelas for kelas in SIMPUL.values() if issubclass(kelas, Komponen)} == components
    assert set(SIMPUL.values()) - components == conditions
    assert [item.value for item in JenisInstansi] == ["pemda", "kementerian_lembaga", "bebas"]


def test_conditions_need_no_budget_code_or_post() -> None:
    """PermenPANRB 89/2021, stage three: conditions are found before any program, kode or pagu."""
    node = KondisiAntara("K1", uraian="Terwujudnya rehabilitasi bagi PPKS")
    assert not hasattr(node, "kode")
    assert not hasattr(node, "pagu")
    assert node.label == node.uraian
    assert Simpul("X").label == ""


def test_label_of_a_component() -> None:
    """A component is known by its name, else by its sasaran."""
    assert Program("P", nama="Rehabilitasi", uraian="Meningkatnya").label == "Rehabilitasi"
    assert Program("P", uraian="Meningkatnya").label == "Meningkatnya"


def test_what_a_planner_may_type() -> None:
    """Mappings, single items, texts and years are taken for what they mean."""
    one = Indikator(
        id="IK1",
        nama="Persentase PPKS",
        target={"2025": "93,59 %", 2026: 95, "2027": "-"},
        polaritas="turun",
        agregasi="rata_rata",
        sumber_data="Dinas Sosial",
        sebutan=Sebutan("Presentase PPKS"),
        lain={"Ket": "x"},
        rumus=Persen("a", "b"),
        terburuk="62,5",
        terbaik=100,
    )
    assert [str(target.periode) for target in one.target] == ["2025", "2026", "2027"]
    assert [str(target) for target in one.target] == ["93,59 %", "95", "-"]
    assert one.target[2].nilai == Kosong(JenisKosong.STRIP, "-")
    assert (one.polaritas, one.agregasi) == (Polaritas.TURUN, Agregasi.RATA_RATA)
    assert (one.terburuk, one.terbaik) == (Decimal("62.5"), Decimal(100))
    assert (one.sumber_data, one.lain) == (("Dinas Sosial",), (("Ket", "x"),))
    assert one.sebutan == (Sebutan("Presentase PPKS"),)
    node = Program(
        "P", indikator=one, kode="1.06.04", pagu={"2025": "306.749.630", 2026: 5}, asal_kode="ditetapkan"
    )
    assert node.indikator == (one,)
    assert node.kode == Kode.parse("1.06.04")
    assert node.asal_kode is AsalKode.DITETAPKAN
    assert [(pagu.jumlah, pagu.teks) for pagu in node.pagu] == [(306_749_630, "306.749.630"), (5, "")]
    assert Program("P", kode=KodeLain("WA")).kode == KodeLain("WA")
    assert Indikator(id="x", nama="x", lain=[["a", "b"]]).lain == (("a", "b"),)
    assert Indikator(id="x", nama="x", sumber_data="").sumber_data == ()


def test_what_is_printed_and_cannot_be_read_is_kept() -> None:
    """A malformed amount or target of the document stays as printed, without a number."""
    pagu = Pagu("2025", None, teks="13.2918.000")
    assert (pagu.jumlah, pagu.teks) == (None, "13.2918.000")
    target = Target("2025", read_nilai("32.400.0000"))
    assert isinstance(target.nilai, TakTerbaca)
    assert str(target) == "32.400.0000"


def test_versions_of_a_plan() -> None:
    """Without a version asked for, the one that took effect last is in force; perubahan follows murni."""
    murni = Target(2025, 90, berlaku=dt.date(2025, 1, 2))
    perubahan = Target(2025, 85, "perubahan", dt.date(2025, 9, 1))
    lain = Target(2026, 95)
    for order in ((murni, perubahan, lain), (perubahan, lain, murni)):
        one = Indikator(id="X", nama="x", target=order)
        assert one.target_for(2025) == perubahan
        assert one.target_for("2025", MURNI) == murni
        assert one.target_for(2026) == lain
        assert one.target_for(2026, "perubahan") is None
        assert one.target_for("2025-TW1") is None
    undated = Target(2025, 80, "usulan")
    assert Indikator(id="X", nama="x", target=[undated, murni]).target_for(2025) == murni
    assert Indikator(id="X", nama="x").target_for(2025) is None


def test_versions_of_money() -> None:
    """The same rule for pagu."""
    murni, perubahan = Pagu(2025, 100), Pagu(2025, 90, versi="perubahan", berlaku=dt.date(2025, 9, 1))
    node = SubKegiatan("S", pagu=[murni, perubahan])
    assert node.pagu_for(2025) == perubahan
    assert node.pagu_for("2025", "murni") == murni
    assert node.pagu_for(2024) is None
    assert node.pagu_for(2025, pada=dt.date(2025, 8, 31)) == murni
    assert node.pagu_for(2025, pada=dt.date(2025, 9, 1)) == perubahan
    assert node.pagu_for(2025, "perubahan", pada=dt.date(2025, 1, 1)) == perubahan


def test_measurements() -> None:
    """A measurement keeps value, parts and evidence apart; what is computed from is all of them."""
    one = Realisasi(
        "IK1", "TW 1 2025", "88 %", pembilang=880, penyebut="1.000", komponen={"a": 1}, bukti="BA.pdf"
    )
    assert one.periode == Periode.parse("2025-TW1")
    assert one.bukti == ("BA.pdf",)
    assert (one.masukan.pembilang, one.masukan.penyebut, one.masukan.komponen) == (
        Decimal(880),
        Decimal(1000),
        (("a", Decimal(1)),),
    )
    assert one.masukan.nilai == one.nilai == Angka(88, "%", "88 %")
    assert Realisasi("IK1", 2025).nilai is None
    assert RealisasiAnggaran("P1", 2025, None, "1.23.4").jumlah is None


@pytest.mark.parametrize(
    ("teks", "ujung"),
    [
        ("K1", Ujung(JenisUjung.SIMPUL, "K1")),
        ("simpul:K1", Ujung(JenisUjung.SIMPUL, "K1")),
        ("indikator:IK1", Ujung(JenisUjung.INDIKATOR, "IK1")),
        ("jabatan:kadis", Ujung(JenisUjung.JABATAN, "kadis")),
        ("luar:Bappeda: Bidang 1", Ujung(JenisUjung.LUAR, "Bappeda: Bidang 1")),
        ("urn:K1", Ujung(JenisUjung.SIMPUL, "urn:K1")),
    ],
)
def test_ends_of_a_link(teks: str, ujung: Ujung) -> None:
    """An end is read from its print; a text without a kind is the id of a node."""
    assert Ujung.parse(teks) == ujung == Ujung.parse(ujung) == Ujung.parse(str(ujung))


def test_posts() -> None:
    """An unknown superior is not the same as having none, and a named one is an id."""
    assert Jabatan(id="j", nama="x").atasan is Atasan.TIDAK_DIKETAHUI
    assert Jabatan(id="j", nama="x", atasan=Atasan.TIDAK_ADA).atasan is Atasan.TIDAK_ADA
    assert Jabatan(id="j", nama="x", atasan="kadis", tugas=["a", "b"], fungsi="c").tugas == ("a", "b")


def test_who_holds_a_post_is_a_capacity_and_days() -> None:
    """A Plh stands in for a holder for some days; before the first day nobody is known."""
    first, last = dt.date(2025, 5, 1), dt.date(2025, 5, 9)
    own = Pemangku("definitif", dt.date(2024, 1, 2))
    post = Jabatan(id="kadis", nama="Kepala Dinas", pemangku=[own, Pemangku("plh", first, last)])
    day = dt.timedelta(days=1)
    assert [post.sebutan_pada(when) for when in (first - day, first, last, last + day)] == [
        "Kepala Dinas",
        "Plh. Kepala Dinas",
        "Plh. Kepala Dinas",
        "Kepala Dinas",
    ]
    assert post.pemangku_pada(dt.date(2023, 12, 31)) is None
    assert post.sebutan_pada(None) == "Kepala Dinas"
    always = Jabatan(id="bupati", nama="Bupati", pemangku=Pemangku(StatusPemangku.PJ))
    assert always.sebutan_pada(dt.date.min) == "Pj. Bupati"


@given(pemangku())
def test_a_holder_comes_back_from_its_text(held: Pemangku) -> None:
    assert Pemangku.parse(str(held)) == held


@pytest.mark.parametrize(
    "teks", ["", "camat", "plt 2025", "plt 2025-02-30", "plt 2025-05-02 s.d. 2025-05-01"]
)
def test_texts_that_are_no_holder(teks: str) -> None:
    with pytest.raises(ModelError, match="Pemangku"):
        Pemangku.parse(teks)


def test_grounds_nest() -> None:
    """The grounds of an outcome are nested lists, as stage one prints them."""
    dasar = Dasar(mandat=[Butir("Pemberdayaan", "1", [Butir("KAT", "a"), Butir("KUBE", "b")])])
    assert [item.nomor for item in dasar.mandat[0].rincian] == ["a", "b"]
    assert Outcome("O", dasar=dasar).dasar == dasar
    assert Outcome("O").dasar == Dasar()


def _is_a_value(value: Any) -> None:
    """Frozen, hashable, equal to its copies, and changed only into another."""
    again = pickle.loads(pickle.dumps(value))  # noqa: S301  # our own bytes
    assert again == value == copy.copy(value) == copy.deepcopy(value) == attrs.evolve(value)
    assert hash(again) == hash(value)
    assert repr(again) == repr(value)
    name = attrs.fields(type(value))[0].name
    with pytest.raises(AttributeError):
        setattr(value, name, "lain")
    with pytest.raises(AttributeError):
        value.atribut_baru = 1


@settings(SEDIKIT, max_examples=30)
@given(beberapa_simpul(max_size=2))
def test_nodes_are_values(nodes: list[AnySimpul]) -> None:
    """Every kind of node, with all that hangs on it."""
    for node in nodes:
        _is_a_value(node)


@pytest.mark.parametrize("kelas", SIMPUL.values())
def test_each_kind_of_node_is_a_value(kelas: type[AnySimpul]) -> None:
    """No kind is left out; two nodes of different kinds are never equal."""
    _is_a_value(kelas("X"))
    assert kelas("X") != next(other("X") for other in SIMPUL.values() if other is not kelas)


@SEDIKIT
@given(
    st.one_of(
        indikator("IK"),
        realisasi("IK"),
        realisasi_anggaran("P"),
        jabatan("j"),
        instansi(),
        relasi(Ujung(JenisUjung.SIMPUL, "a"), Ujung(JenisUjung.LUAR, "b")),
    )
)
def test_the_rest_are_values(value: Any) -> None:
    """Indikator, measurements, posts, institutions and links."""
    _is_a_value(value)


@settings(SEDIKIT, max_examples=15)
@given(simpul("N", Outcome), simpul("N", Program))
def test_ids_of_a_strategy_stay(outcome: AnySimpul, program: AnySimpul) -> None:
    """The strategies keep the id and the kind that a tree builder asks for, and number the indikator."""
    assert (outcome.id, outcome.jenis, program.id, program.jenis) == ("N", "outcome", "N", "program")
    for node in (outcome, program):
        assert [item.id for item in node.indikator] == [f"N-IK{n}" for n in range(1, len(node.indikator) + 1)]


JUNK: list[Any] = [
    None,
    5,
    -1.5,
    True,
    "",
    "x",
    b"x",
    (),
    [],
    {},
    {"a": 1},
    [None],
    object(),
    Decimal("NaN"),
    Kode,
]
"""Values of every type that a caller may pass by mistake."""


@pytest.mark.parametrize(
    ("kelas", "args"),
    [
        *((kelas, {"id": "X"}) for kelas in SIMPUL.values()),
        (Butir, {"teks": "x"}),
        (Dasar, {}),
        (Sebutan, {"teks": "x"}),
        (Target, {"periode": 2025, "nilai": 1}),
        (Baseline, {"periode": 2025, "nilai": 1}),
        (Pagu, {"periode": 2025, "jumlah": 1}),
        (Indikator, {"id": "X", "nama": "x"}),
        (Unit, {"id": "X", "nama": "x"}),
        (Instansi, {"nama": "x"}),
        (Jabatan, {"id": "X", "nama": "x"}),
        (Pemangku, {"status": "plt"}),
        (Ujung, {"jenis": "simpul", "id": "X"}),
        (Relasi, {"jenis": JenisRelasi.DUKUNGAN, "dari": "a", "ke": "b"}),
        (Realisasi, {"indikator": "X", "periode": 2025}),
        (RealisasiAnggaran, {"simpul": "X", "periode": 2025, "jumlah": 1}),
        *((kelas, {}) for kelas in (Persen, Jumlah, Indeks, IKM, IPM, Nilai, Predikat, Masukan, Rujukan)),
        (BagianIndeks, {"nama": "x"}),
        (Kebijakan, {"nama": "x", "acuan": "x"}),
        (Pita, {"bawah": 1, "label": "x"}),
        (Skala, {"nama": "x", "acuan": "x", "pita": [Pita(None, "x")]}),
        (Ordinal, {}),
    ],
)
def test_any_value_is_held_or_refused(kelas: Any, args: dict[str, Any]) -> None:
    """No value of any type in any field raises anything but the library's own error, and what is
    held can be hashed."""
    for field in attrs.fields(kelas):
        for junk in JUNK:
            try:
                value = kelas(**args | {field.name: junk})
            except SakipError:
                continue
            assert isinstance(hash(value), int)
