"""Reading and writing struktur tables: nothing is lost, nothing is guessed, nothing hides the rest."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies_struktur as struktur
from sakip.angka import Angka, Kosong, TakTerbaca
from sakip.dokumen import BarisSisa, HasilBaca, read_struktur, write_struktur
from sakip.errors import BerkasError, PohonError, SakipError, TabelError
from sakip.kebijakan import Polaritas
from sakip.kode import Kode, KodeLain
from sakip.model import (
    RO,
    AnySimpul,
    AsalKode,
    Atasan,
    Indikator,
    Instansi,
    Jabatan,
    JenisInstansi,
    Komponen,
    Outcome,
    Program,
    Target,
)
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.rumus import IKM, IPM, Agregasi, Indeks, Jumlah, Nilai, Persen, Predikat
from sakip.temuan import Temuan

CONTOH = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025" / "struktur.csv"
Hasil = HasilBaca[PohonKinerja]
SEDIKIT = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file called dinas.csv."""
    return tmp_path / "dinas.csv"


def read(path: Path, text: str | bytes, encoding: str = "utf-8") -> Hasil:
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return read_struktur(path)


def ids(hasil: Hasil) -> list[str]:
    return [item.id for item in hasil.dokumen]


def only(hasil: Hasil) -> AnySimpul:
    (simpul,) = hasil.dokumen
    return simpul


def kpi(hasil: Hasil, place: int = 0) -> Indikator:
    return only(hasil).indikator[place]


def component(hasil: Hasil) -> Komponen:
    simpul = only(hasil)
    assert isinstance(simpul, Komponen)
    return simpul


def places(temuan: tuple[Temuan, ...]) -> list[tuple[str, int | None, str]]:
    return [(item.kode, item.tempat.baris, item.tempat.kolom) for item in temuan]


def sisa(hasil: Hasil) -> list[dict[str, str]]:
    return [dict(row.sel) for row in hasil.sisa]


def as_csv(rows: list[list[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue()


def again(hasil: Hasil, path: Path) -> Hasil:
    """Write, read again, and see that nothing changed."""
    write_struktur(hasil, path)
    first = path.read_bytes()
    second = read_struktur(path)
    assert second.dokumen == hasil.dokumen
    assert second.keterangan == tuple(" ".join(line.splitlines()) for line in hasil.keterangan)
    assert len(second.sisa) == len(hasil.sisa)
    write_struktur(second, path)
    assert path.read_bytes() == first
    return second


# --- files --------------------------------------------------------------------


def test_example_is_given_back_byte_for_byte(path: Path) -> None:
    """The whole example, with its unreadable amounts, is written as it was read."""
    hasil = read_struktur(CONTOH)
    write_struktur(hasil, path)
    assert path.read_bytes() == CONTOH.read_bytes()
    assert read_struktur(path).dokumen == hasil.dokumen


def test_example_findings_name_row_and_column() -> None:
    """Two amounts are read across a space, two can't be read; nothing else is found."""
    hasil = read_struktur(CONTOH)
    assert places(hasil.temuan) == [
        ("SKP106", 117, "pagu_2025"),
        ("SKP103", 133, "pagu_2025"),
        ("SKP106", 152, "pagu_2025"),
        ("SKP103", 166, "pagu_2025"),
    ]
    assert '"23. 000.000" dibaca sebagai Rp23.000.000' in hasil.temuan[0].pesan
    assert all(item.tempat.berkas == "struktur.csv" for item in hasil.temuan)
    assert (hasil.sisa, hasil.keterangan) == ((), ())


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_separator_encoding_and_line_end(path: Path, mark: str, encoding: str, end: str) -> None:
    """Commas, semicolons or tabs; UTF-8 with or without a mark, or Windows-1252; any line end."""
    lines = ["level|id|uraian", "outcome|O1|Kinerja – baik", "csf|C1|Pelayanan, lengkap; tepat"]
    rows = [[f'"{cell}"' for cell in line.split("|")] for line in lines]
    text = end.join(mark.join(row) for row in rows) + end
    hasil = read(path, text, encoding)
    assert [item.uraian for item in hasil.dokumen] == ["Kinerja – baik", "Pelayanan, lengkap; tepat"]
    assert not hasil.temuan


def test_columns_in_any_order_under_any_name(path: Path) -> None:
    """Order of columns, letter case and synonyms do not matter."""
    plain = read(
        path, "level,id,induk,nama,uraian,jabatan,indikator,target_2025\noutcome,O1,,,Hasil,,Persen,5\n"
    ).dokumen
    other = read(
        path,
        "Target 2025;KINERJA;Indikator Kinerja;ID Induk;TINGKAT;Id Simpul\n5;Hasil;Persen;;Ultimate Outcome;O1\n",
    )
    assert other.dokumen == plain
    assert not other.temuan


@given(
    st.permutations(
        ["level", "id", "induk", "nama", "uraian", "id_indikator", "indikator", "target_2025", "pagu_2025"]
    )
)
@SEDIKIT
def test_order_of_columns_never_matters(tmp_path_factory: pytest.TempPathFactory, order: list[str]) -> None:
    """Every order of columns gives the same tree."""
    row = {
        "level": "program",
        "id": "P1",
        "nama": "Program",
        "uraian": "Sasaran",
        "id_indikator": "IK",
        "indikator": "Persen",
    }
    row |= {"target_2025": "93,59 %", "pagu_2025": "1.000"}
    path = tmp_path_factory.mktemp("t") / "dinas.csv"
    hasil = read(path, as_csv([order, [row.get(key, "") for key in order]]))
    expected = Program(
        "P1", nama="Program", uraian="Sasaran", pagu={"2025": "1.000"},
        indikator=Indikator(id="IK", nama="Persen", target={"2025": "93,59 %"}),
    )  # fmt: skip
    assert only(hasil) == expected


@pytest.mark.parametrize(
    ("word", "jenis"),
    [
        ("Ultimate Outcome", "outcome"), ("Critical Success Factor", "csf"), ("Kondisi Operasional", "kondisi_antara"),
        ("Sasaran Strategis", "sasaran"), ("Bidang Urusan", "urusan"), ("PROGRAM", "program"), ("Giat", "kegiatan"),
        ("Sub-Kegiatan", "sub_kegiatan"), ("subgiat", "sub_kegiatan"), ("Rencana Aksi", "aktivitas"), ("Tujuan", "tujuan"),
    ],
)  # fmt: skip
def test_levels_under_their_usual_names(path: Path, word: str, jenis: str) -> None:
    """Other systems' words for a level are understood."""
    assert only(read(path, f"level,id,uraian\n{word},X1,Isi\n")).jenis == jenis


def test_levels_of_a_ministry(path: Path) -> None:
    """KRO and RO stand in the tree of a ministry, and its codes are its own."""
    text = "level,id,induk,kode,nama,jenis\npohon,,,,Pusat,Kementerian/Lembaga\nkegiatan,K,,025.04,K,\nKRO,R,K,025.04.WA,R,\nro,RO1,R,,RO,\n"
    hasil = again(read(path, text), path)
    assert hasil.dokumen.jenis is JenisInstansi.KEMENTERIAN_LEMBAGA
    simpul = hasil.dokumen["R"]
    assert isinstance(simpul, Komponen)
    assert simpul.kode == KodeLain("025.04.WA")
    assert isinstance(hasil.dokumen["RO1"], RO)


def test_remarks_and_blank_lines_above_the_table(path: Path) -> None:
    """Lines of remark are kept and written back; blank ones are passed over and still counted."""
    text = '# Sumber: lembar kerja; disalin\n\n"# Kata ""kunci"", lengkap",,\n"# dua\nbaris",,\n # sela\nlevel,id,uraian,warna\noutcome,O1,Hasil,\n'
    hasil = read(path, text)
    assert hasil.keterangan == (
        "Sumber: lembar kerja; disalin",
        'Kata "kunci", lengkap',
        "dua\nbaris",
        "sela",
    )
    assert ids(hasil) == ["O1"]
    assert places(hasil.temuan) == [("SKP107", 6, "warna")]
    again(hasil, path)


def test_remark_does_not_decide_the_separator(path: Path) -> None:
    """Semicolons in a remark, indented or not, say nothing about the table."""
    for begin in ("# ", "  # ", '"# '):
        end = '"' if begin.startswith('"') else ""
        assert ids(read(path, f"{begin}a;b;c;d;e;f{end}\nlevel,id,uraian\noutcome,O1,Hasil\n")) == ["O1"]


def test_name_comes_from_the_row_then_the_caller_then_the_file(path: Path) -> None:
    """What the table says goes before what the caller says; the file's name comes last."""
    bare = "level,id,uraian\noutcome,O1,Hasil\n"
    assert read(path, bare).dokumen.nama == "dinas"
    head = Instansi(nama="Dinas Sosial")
    given_ = read_struktur(path, nama="Dinas", instansi=head, periode=2025, jenis="bebas").dokumen
    assert (given_.nama, given_.instansi, given_.periode, given_.jenis) == (
        "Dinas",
        head,
        Periode(2025),
        JenisInstansi.BEBAS,
    )
    path.write_text(
        "level,nama,jenis,periode,kode,uraian\npohon,Tertulis,pemda,2025-2029,,\ninstansi,Sosial,,,1.06,Kabupaten\n"
    )
    told = read_struktur(path, nama="Dinas", instansi=head, periode=2024, jenis="bebas").dokumen
    assert (told.nama, told.jenis, str(told.periode)) == ("Tertulis", JenisInstansi.PEMDA, "2025-2029")
    assert told.instansi == Instansi(nama="Sosial", kode="1.06", wilayah="Kabupaten")


def test_a_kind_of_institution_that_is_none_is_the_callers_error(path: Path) -> None:
    """What the caller says wrongly is raised, not put down to the table."""
    path.write_text("level,uraian\noutcome,Hasil\n")
    with pytest.raises(PohonError):
        read_struktur(path, jenis="dinas")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()), ("\n , \n", ()), ("# catatan saja\n", ()), ("id,uraian\n1,2\n", ("id", "uraian")),
        ("level,id,,\noutcome,O1\n", ("level", "id")), ("level,uraian,kinerja\n", ("level", "uraian", "kinerja")),
    ],
)  # fmt: skip
def test_another_table_is_refused_with_what_was_looked_for_and_found(
    path: Path, text: str, found: tuple[str, ...]
) -> None:
    """A table that is none of ours is named as a whole: the file, the columns wanted, the header found."""
    with pytest.raises(TabelError) as caught:
        read(path, text)
    assert caught.value.dicari == ("level", "uraian atau nama")
    assert caught.value.ditemukan == found
    assert str(path) in str(caught.value)
    assert ("nothing" in str(caught.value)) is not bool(found)


@pytest.mark.parametrize(
    "data",
    [b"level,uraian\0\n", b"level,uraian\x81\n", b'level,uraian\noutcome,"tak tertutup\n', b'level,uraian\noutcome,"a" b\n',
     b"level,uraian\noutcome," + b"x" * 140_000 + b"\n", b"\xff\xfel\0e\0v\0e\0l", b"\x89PNG\r\n\x1a\n\0\0"],
)  # fmt: skip
def test_what_is_no_text_table_is_a_berkas_error(path: Path, data: bytes) -> None:
    """NUL bytes, bytes of no encoding, a broken quote, a giant cell: the file is named."""
    with pytest.raises(BerkasError) as caught:
        read(path, data)
    assert caught.value.path == str(path)


def test_a_missing_file_is_a_berkas_error(path: Path) -> None:
    """Neither reading nor writing where nothing can be leaves an operating system error."""
    with pytest.raises(BerkasError):
        read_struktur(path)
    with pytest.raises(BerkasError):
        write_struktur(PohonKinerja("Dinas"), path / "di" / "mana.csv")


def test_the_callers_limit_on_cells_is_left_as_it_was(path: Path) -> None:
    """The csv module's own limit is put back, also while an error is still held."""
    old = csv.field_size_limit(200_000)
    try:
        read(path, "level,uraian\noutcome,Hasil\n")
        with pytest.raises(TabelError) as held:
            read(path, "a,b\n1,2\n")
        assert csv.field_size_limit() == 200_000
        del held
    finally:
        csv.field_size_limit(old)


def test_a_long_cell_below_the_limit_is_kept(path: Path) -> None:
    """A hundred thousand letters are a text as any other."""
    assert only(read(path, f"level,uraian\noutcome,{'x' * 100_000}\n")).uraian == "x" * 100_000


# --- rows of nodes ------------------------------------------------------------


@pytest.mark.parametrize("begin", [",", "sasaran,SR1", ",SR1"])
def test_further_indikator_rows(path: Path, begin: str) -> None:
    """A row with blank level and id, with the id alone or with both adds an indikator to the node."""
    hasil = read(
        path,
        "level,id,induk,uraian,id_indikator,indikator,target_2025\n"
        "sasaran,SR1,,Meningkat,IK1,Satu,1\n"
        f"{begin},,,IK2,Dua,2\n"
        f"{begin},,,,Tiga,3\n",
    )
    assert [(item.id, item.nama) for item in only(hasil).indikator] == [
        ("IK1", "Satu"),
        ("IK2", "Dua"),
        ("SR1.IK3", "Tiga"),
    ]
    assert not hasil.temuan
    again(hasil, path)


def test_further_row_may_repeat_what_the_first_says(path: Path) -> None:
    """A repeated name is no clash; another one leaves the row over and names the column."""
    hasil = read(
        path,
        "level,id,uraian,id_indikator,indikator\nsasaran,S,Sama,A,a\nsasaran,S,Sama,B,b\nsasaran,S,Lain,C,c\n,,Beda,D,d\n,,,E,e\nsasaran,S,,,\n",
    )
    assert [item.id for item in only(hasil).indikator] == ["A", "B", "E"]
    assert places(hasil.temuan) == [("SKP102", 4, ""), ("SKP102", 5, ""), ("SKP102", 7, "")]
    assert '"uraian" berbeda dari baris pertama simpul S' in hasil.temuan[0].pesan
    assert "tidak berisi indikator" in hasil.temuan[2].pesan
    assert sisa(hasil)[1] == {
        "level": "sasaran",
        "id": "S",
        "uraian": "Beda",
        "id_indikator": "D",
        "indikator": "d",
    }
    again(hasil, path)


def test_a_row_that_belongs_to_nothing_never_goes_to_another_node(path: Path) -> None:
    """After an unknown level, a taken id or an id that is not there, a blank row is left over too."""
    hasil = read(
        path,
        "level,id,uraian,indikator\n,,,awal\noutcome,O,Hasil,a\nbab,,x,\n,,,milik bab\ncsf,O,Bentrok,\n,,,milik csf\n,Z,,milik Z\n,,,lagi\n,O,,b\n",
    )
    assert [item.nama for item in only(hasil).indikator] == ["a", "b"]
    assert [row.baris for row in hasil.sisa] == [2, 4, 5, 6, 7, 8, 9]
    assert hasil.temuan[1].kode == "SKP101"
    assert hasil.temuan[1].tempat.kolom == "level"
    assert "kondisi_antara" in hasil.temuan[1].saran
    assert "id O sudah dipakai" in hasil.temuan[3].pesan
    again(hasil, path)


def test_other_rows_may_stand_between_a_node_and_its_indikator(path: Path) -> None:
    """A sebutan between does not take the node away from a further row."""
    hasil = read(path, "level,id,induk,uraian,indikator\noutcome,O,,u,a\nsebutan,,O,v,\n,,,,b\n")
    assert [item.nama for item in only(hasil).indikator] == ["a", "b"]


def test_ids_are_made_where_none_is_printed(path: Path) -> None:
    """Without ids each node gets one of its own, never one that the table prints."""
    hasil = read(path, "level,nama,indikator\nprogram,A,a\nprogram,B,\nkegiatan,C,c\n,,d\n")
    assert ids(hasil) == ["program-1", "program-2", "kegiatan-1"]
    assert [item.id for item in hasil.dokumen["kegiatan-1"].indikator] == ["kegiatan-1.IK1", "kegiatan-1.IK2"]
    assert hasil.dokumen.parent("kegiatan-1") == hasil.dokumen["program-2"]
    again(hasil, path)
    hasil = read(path, "level,id,nama\nprogram,program-1,A\nprogram,,B\nprogram,program-2,C\n")
    assert [(item.id, item.label) for item in hasil.dokumen] == [
        ("program-1", "A"),
        ("program-3", "B"),
        ("program-2", "C"),
    ]


def test_without_induk_the_nesting_follows_the_levels(path: Path) -> None:
    """Every node hangs on the nearest one before it that stands higher."""
    hasil = read(
        path,
        "level,id,nama\noutcome,O,o\ncsf,C1,c\nprogram,P1,p\nkegiatan,K1,k\nsubgiat,S1,s\nsubgiat,S2,s\nkegiatan,K2,k\n"
        "csf,C2,c\nkondisi,N,n\nprogram,P2,p\naktivitas,A,a\ntujuan,T,t\n",
    )
    parents = {item.id: getattr(hasil.dokumen.parent(item.id), "id", None) for item in hasil.dokumen}
    assert parents == {
        "O": None, "C1": "O", "P1": "C1", "K1": "P1", "S1": "K1", "S2": "K1", "K2": "P1",
        "C2": "O", "N": "C2", "P2": "N", "A": "P2", "T": "O",
    }  # fmt: skip
    assert not hasil.temuan


def test_a_row_left_over_by_its_level_keeps_the_parent_it_would_have_had(path: Path) -> None:
    """Nesting by order is written out, so that reading again gives the same tree."""
    hasil = read(path, "level,id,nama\ncsf,C,c\nsasaran,S,s\noutcome,O,o\n")
    assert ids(hasil) == ["C", "O"]
    assert sisa(hasil) == [{"level": "sasaran", "id": "S", "induk": "C", "nama": "s"}]
    again(hasil, path)


def test_parents_may_stand_after_their_children(path: Path) -> None:
    """Order of rows does not decide who is whose parent."""
    hasil = read(path, "level,id,induk,nama\nsub_kegiatan,S,K,s\nkegiatan,K,P,k\nprogram,P,,p\n")
    assert ids(hasil) == ["P", "K", "S"]


def test_what_has_no_place_is_left_with_its_whole_branch(path: Path) -> None:
    """Unknown parent, wrong place, circle: the branch is left over with all its rows; the rest is read."""
    hasil = read(
        path,
        "level,id,induk,uraian,indikator,nomor\n"
        "program,P,TIDAK_ADA,p,,\nkegiatan,K,P,k,a,\n,,,,b,\nsebutan,,K,lain,,\n"
        "outcome,O,,o,,\nsub_kegiatan,S,O,s,,\noutcome,O2,P,o,,\nmandat,,O2,m,,1\n"
        "csf,X,Y,x,,\ncsf,Y,X,y,,\ncsf,Z,Z,z,,\ncsf,C,O,c,,\n",
    )
    assert ids(hasil) == ["O", "C"]
    assert [row.baris for row in hasil.sisa] == [2, 3, 4, 5, 7, 8, 9, 10, 11, 12]
    assert {item.kode for item in hasil.temuan} == {"SKP102"}
    assert 'simpul "TIDAK_ADA" tidak ada' in hasil.temuan[0].pesan
    assert "simpul K tidak masuk pohon" in hasil.temuan[2].pesan
    assert "sub_kegiatan dapat berada di bawah kegiatan" in hasil.temuan[4].pesan
    assert sisa(hasil)[2] == {"level": "kegiatan", "id": "K", "indikator": "b"}
    again(hasil, path)


def test_an_indikator_id_that_is_taken_leaves_the_later_node_over(path: Path) -> None:
    """Ids of indikator are unique in a tree."""
    hasil = read(path, "level,id,uraian,id_indikator,indikator\noutcome,A,a,IK,x\noutcome,B,b,IK,y\n")
    assert ids(hasil) == ["A"]
    assert "sudah dipakai pada simpul A" in hasil.temuan[0].pesan
    again(hasil, path)


def test_cells_beyond_the_header_are_named(path: Path) -> None:
    """What has no column is said with its text."""
    (temuan,) = read(path, "level,uraian\noutcome,Hasil,lebih,, lagi\n").temuan
    assert (temuan.kode, temuan.tempat.baris) == ("SKP108", 2)
    assert "2 sel di luar kolom berjudul: lebih;  lagi" in temuan.pesan


def test_unknown_columns_are_kept_and_written_back(path: Path) -> None:
    """Of a node, of a further indikator, of a jabatan; a header that is blank has its place's number."""
    hasil = read(
        path,
        "level,id,nama,warna,,indikator,target_kapan\njabatan,J,Kepala,,kuning,,\nprogram,P,p,merah,,a,x\n,,,biru,,b,\n",
    )
    assert places(hasil.temuan) == [
        ("SKP107", 1, "warna"),
        ("SKP107", 1, "kolom 5"),
        ("SKP107", 1, "target_kapan"),
    ]
    assert hasil.dokumen["P"].lain == (("target_kapan", "x"), ("warna", "merah"))
    assert hasil.dokumen["P"].indikator[1].lain == (("warna", "biru"),)
    assert hasil.dokumen.jabatan["J"].lain == (("kolom 5", "kuning"),)
    again(hasil, path)


def test_cells_that_a_kind_has_no_place_for_are_kept_with_it(path: Path) -> None:
    """An outcome with a name and money keeps both as printed."""
    hasil = read(path, "level,id,uraian,nama,pagu_2025,nomor\noutcome,O,u,n,5.000,7\n")
    assert dict(only(hasil).lain) == {"nomor": "7", "nama": "n", "pagu_2025": "5.000"}
    again(hasil, path)


@pytest.mark.parametrize(
    "header",
    [
        "target_2025 (perubahan; kapan)",
        "pagu_kapan",
        "baseline_2020 (perubahan)",
        "target_2025 ( ;2025-01-01)",
    ],
)
def test_a_header_that_names_no_period_or_version_is_an_unknown_column(path: Path, header: str) -> None:
    """It is kept as printed and said so."""
    hasil = read(path, f"level,id,uraian,{header}\noutcome,O,u,5\n")
    assert only(hasil).lain == ((header, "5"),)
    assert places(hasil.temuan) == [("SKP107", 1, header)]
    again(hasil, path)


# --- cells --------------------------------------------------------------------


def test_targets_and_money_by_period_and_version(path: Path) -> None:
    """Versions with dates, shorter periods, and a baseline, from the headers."""
    hasil = read(
        path,
        "level,id,nama,indikator,baseline_2020,Target 2025,target TW I 2025,target_2025 (perubahan 2025-09-01),pagu_2025,pagu_2025 (perubahan)\n"
        'program,P,p,Persen,"61,37 %","93,59 %",20 %,95 %,Rp 1.000.000,1.500.000\n',
    )
    item = kpi(hasil)
    assert item.baseline is not None
    assert (str(item.baseline.periode), str(item.baseline.nilai)) == ("2020", "61,37 %")
    assert item.target == (
        Target("2025", "93,59 %"),
        Target("2025", "95 %", "perubahan", dt.date(2025, 9, 1)),
        Target("2025-TW1", "20 %"),
    )
    assert [(row.versi, row.jumlah, row.teks) for row in component(hasil).pagu] == [
        ("murni", 1_000_000, "Rp 1.000.000"), ("perubahan", 1_500_000, "1.500.000"),
    ]  # fmt: skip
    again(hasil, path)


def test_two_columns_of_one_period_and_version(path: Path) -> None:
    """The second one is kept as printed, with a finding; so is a second baseline."""
    hasil = read(
        path,
        "level,id,nama,indikator,pagu_2025,pagu_2025 (murni; 2025-01-02),target_2025,target_2025 (murni; 2025-01-02),baseline_2020,baseline_2021\n"
        "program,P,p,a,1,2,3,4,5,6\n",
    )
    assert [row.jumlah for row in component(hasil).pagu] == [1]
    assert [str(row) for row in kpi(hasil).target] == ["3"]
    assert sorted(item.tempat.kolom for item in hasil.temuan) == [
        "baseline_2021", "pagu_2025 (murni 2025-01-02)", "target_2025 (murni 2025-01-02)",
    ]  # fmt: skip
    assert dict(kpi(hasil).lain) == {"target_2025 (murni 2025-01-02)": "4", "baseline_2021": "6"}
    assert only(hasil).lain == (("pagu_2025 (murni 2025-01-02)", "2"),)
    again(hasil, path)


def test_what_cannot_be_read_is_kept_as_printed(path: Path) -> None:
    """Money, target, code and choices each have their finding at row and column, and are written back."""
    columns = "level,id,nama,kode,asal_kode,indikator,polaritas,agregasi,iku,target_2025,pagu_2025,pagu_2026"
    hasil = read(
        path,
        f'{columns}\nprogram,P,p,1.6.1,kira-kira,a,miring,campur,mungkin,"2 dokumen, 3 laporan",13.2918.000,-\n',
    )
    assert sorted(places(hasil.temuan)) == [
        ("SKP103", 2, "pagu_2025"), ("SKP104", 2, "target_2025"), ("SKP105", 2, "agregasi"), ("SKP105", 2, "asal_kode"),
        ("SKP105", 2, "iku"), ("SKP105", 2, "kode"), ("SKP105", 2, "polaritas"),
    ]  # fmt: skip
    simpul, item = component(hasil), kpi(hasil)
    assert (simpul.kode, simpul.asal_kode) == (None, None)
    assert [(str(row.periode), row.jumlah, row.teks) for row in simpul.pagu] == [
        ("2025", None, "13.2918.000")
    ]
    assert dict(simpul.lain) == {"kode": "1.6.1", "asal_kode": "kira-kira", "pagu_2026": "-"}
    assert (item.polaritas, item.agregasi, item.iku) == (None, None, False)
    assert isinstance(item.target[0].nilai, TakTerbaca)
    assert dict(item.lain) == {"polaritas": "miring", "agregasi": "campur", "iku": "mungkin"}
    again(hasil, path)
    for cell in (
        b"1.6.1",
        b"kira-kira",
        b"miring",
        b"campur",
        b"mungkin",
        b'"2 dokumen, 3 laporan"',
        b"13.2918.000",
    ):
        assert cell in path.read_bytes()


def test_choices_under_their_usual_names(path: Path) -> None:
    """Positif, kumulatif, YA: other systems' words are understood."""
    hasil = read(
        path,
        "level,id,nama,kode,asal_kode,indikator,polarisasi,konsolidasi periode,iku,tersirat\nprogram,P,p,1.06.01,Ditetapkan,a,Tren Negatif,Kumulatif,Y,tidak\n",
    )
    item = kpi(hasil)
    assert (item.polaritas, item.agregasi, item.iku, item.tersirat) == (
        Polaritas.TURUN,
        Agregasi.JUMLAH,
        True,
        False,
    )
    assert (component(hasil).kode, component(hasil).asal_kode) == (Kode.parse("1.06.01"), AsalKode.DITETAPKAN)
    again(hasil, path)


def test_the_worst_and_the_best_that_can_be(path: Path) -> None:
    """They are numbers, under the names of other applications too; what is none is kept with its finding."""
    hasil = read(
        path,
        "level,id,nama,indikator,Realisasi Terburuk,Nilai Maksimum Skala\n"
        'program,P,p,a,"1.000,5",4\nprogram,P,,b,,100\nprogram,P,,c,banyak,10 %\n',
    )
    first, second, third = component(hasil).indikator
    assert (first.terburuk, first.terbaik) == (Decimal("1000.5"), Decimal(4))
    assert (second.terburuk, second.terbaik) == (None, Decimal(100))
    assert (third.terburuk, third.terbaik) == (None, None)
    assert dict(third.lain) == {"terburuk": "banyak", "terbaik": "10 %"}
    assert sorted(places(hasil.temuan)) == [("SKP105", 4, "terbaik"), ("SKP105", 4, "terburuk")]
    again(hasil, path)


def test_shares_that_are_put_together_by_their_parts(path: Path) -> None:
    """Gabungan, as the sum of numerators by the sum of denominators, under any of its names."""
    hasil = read(path, "level,id,nama,indikator,agregasi\nprogram,P,p,a,gabungan\n,,,b,x/y\n")
    assert [item.agregasi for item in hasil.dokumen["P"].indikator] == [Agregasi.GABUNGAN] * 2
    assert not hasil.temuan
    again(hasil, path)


def test_remarks_on_numbers_that_needed_a_decision(path: Path) -> None:
    """A space inside, and a point that may be either sign, are said; a number written out again is not."""
    hasil = read(
        path,
        "level,id,nama,indikator,target_2024,target_2025,target_2026,pagu_2025\nprogram,P,p,a,1.234,23. 000.000,4 (empat) Dokumen,23. 000.000\n",
    )
    assert sorted(places(hasil.temuan)) == [
        ("SKP106", 2, "pagu_2025"), ("SKP106", 2, "target_2024"), ("SKP106", 2, "target_2025"),
    ]  # fmt: skip
    assert any("dapat dibaca sebagai ribuan atau desimal" in item.pesan for item in hasil.temuan)
    assert component(hasil).pagu[0].jumlah == 23_000_000
    again(hasil, path)


def test_a_dash_is_not_zero(path: Path) -> None:
    """A dash in a target means not planned; nothing is found wrong with it."""
    hasil = read(path, "level,id,nama,indikator,target_2025,target_2026\nprogram,P,p,a,-,\n")
    (target,) = kpi(hasil).target
    assert isinstance(target.nilai, Kosong)
    assert not hasil.temuan
    again(hasil, path)


@pytest.mark.parametrize(
    ("cells", "rumus"),
    [
        ("rumus,pembilang,penyebut\npersentase,tertangani,seluruh", Persen("tertangani", "seluruh")),
        ("rumus,pembilang,penyebut\n,tertangani,", Persen("tertangani")),
        ("rumus,pembilang,penyebut\n,,seluruh", Persen("", "seluruh")),
        ("rumus,komponen\njumlah,laki-laki; perempuan", Jumlah(("laki-laki", "perempuan"))),
        ("rumus,komponen,skala\nIndeks,Rencana=30; Ukur=70; Lain,0–100", Indeks({"Rencana": 30, "Ukur": 70, "Lain": 1}, (0, 100))),
        ("rumus,komponen,skala\nindex,,-5–10", Indeks((), (-5, 10))),
        ("rumus,komponen\nnilai,Inspektorat", Nilai("Inspektorat")),
        ("rumus,skala\npredikat,TMP; WDP; WTP", Predikat(("TMP", "WDP", "WTP"))),
        ("rumus,skala\npredikat,", Predikat()),
        ('rumus,skala\nkategori,"rendah=50; tinggi=87,5"', Predikat(("rendah", "tinggi"), (50, "87,5"))),
        ("rumus,skala\npredikat,rendah; tinggi=100", Predikat(("rendah", "tinggi=100"))),
        ("rumus\nIPM", IPM()),
        ("rumus,komponen\nikm,", IKM()),
        ("rumus,komponen\nSKM,tepat", IKM("tepat")),
        ('rumus,komponen\nSurvei Kepuasan Masyarakat,"0,11"', IKM("0,11")),
        ("rumus,satuan\n,Orang", None),
    ],
)  # fmt: skip
def test_every_rumus_in_cells(path: Path, cells: str, rumus: object) -> None:
    """Each kind of rumus is read from its cells, and written into them."""
    header, row = cells.split("\n")
    hasil = read(path, f"level,id,uraian,indikator,{header}\noutcome,O,u,a,{row}\n")
    assert kpi(hasil).rumus == rumus
    assert not hasil.temuan
    again(hasil, path)


@pytest.mark.parametrize(
    ("cells", "rumus", "columns"),
    [
        ("rumus,komponen,skala\nindeks,a=1; a=2,5–1", Indeks(), ["komponen", "skala"]),
        ("rumus,komponen,skala\nindeks,a=satu,5–5", Indeks(), ["komponen", "skala"]),
        ("rumus,komponen,skala\nindeks,a=0,100", Indeks(), ["komponen", "skala"]),
        ("rumus,skala\npredikat,B; B", None, ["rumus", "skala"]),
        ("rumus,skala\npredikat,a=2; b=1", None, ["rumus", "skala"]),
        ("rumus,skala\npredikat,a=1; b=tinggi", None, ["rumus", "skala"]),
        ("rumus,komponen\nikm,sepersembilan", None, ["komponen", "rumus"]),
        ("rumus,komponen,skala\nikm,tepat,1–4", IKM(), ["skala"]),
        ("rumus,pembilang,skala\ntebakan,x,y", None, ["pembilang", "rumus", "skala"]),
        ("rumus,komponen\n,x", None, ["komponen"]),
        ("rumus,pembilang\nnilai,x", Nilai(), ["pembilang"]),
    ],
)  # fmt: skip
def test_rumus_cells_that_cannot_be_used_are_kept(
    path: Path, cells: str, rumus: object, columns: list[str]
) -> None:
    """A weight, a scale or a cell that the kind does not use has its finding and stays as printed.

    The word of a rumus that can't be made of its cells stays beside them, without a finding of its own.
    """
    header, row = cells.split("\n")
    hasil = read(path, f"level,id,uraian,indikator,{header}\noutcome,O,u,a,{row}\n")
    assert kpi(hasil).rumus == rumus
    assert sorted(item.tempat.kolom for item in hasil.temuan) == [
        name for name in columns if name != "rumus" or row.startswith("tebakan")
    ]
    assert sorted(name for name, _ in kpi(hasil).lain) == columns
    again(hasil, path)


@pytest.mark.parametrize(
    ("skala", "rumus"),
    [
        ("a=1; b=2", Predikat(("a", "b"))),
        ("a=x=1; b=y=2", Predikat(("a=x", "b=y"))),
        ("a=1=5; b=2=7", Predikat(("a=1", "b=2"), (5, 7))),
        ("a=1; b", Predikat(("a=1", "b"))),
    ],
)
def test_labels_that_hold_an_equals_sign(path: Path, skala: str, rumus: Predikat) -> None:
    """The last one parts a label from its value; where each label holds one, ranks are written too."""
    hasil = read(path, f"level,id,uraian,indikator,rumus,skala\noutcome,O,u,a,predikat,{skala}\n")
    assert kpi(hasil).rumus == rumus
    assert not hasil.temuan
    again(hasil, path)


def test_every_text_of_an_indikator(path: Path) -> None:
    """Each column of an indikator has its attribute; without a name it is implied by its target."""
    hasil = read(
        path,
        as_csv([
            ["level", "id", "uraian", "untuk_indikator", "keterangan", "id_indikator", "indikator", "satuan", "formulasi",
             "sumber_data", "definisi_operasional", "alasan", "penanggung_jawab", "referensi", "tersirat",
             "keterangan_indikator", "target_2025"],
            ["outcome", "O", "u", "IK0", "ket", "IK1", "nama", "Orang", "a/b", 'Laporan; "Data; lain"', "do", "al", "pj", "ref",
             "ya", "kik", "5"],
            ["", "", "", "", "", "IK2", *[""] * 10, "6"],
        ]),
    )  # fmt: skip
    assert (only(hasil).untuk_indikator, only(hasil).keterangan) == ("IK0", "ket")
    assert kpi(hasil) == Indikator(
        id="IK1", nama="nama", satuan="Orang", formulasi="a/b", sumber_data=("Laporan", "Data; lain"), definisi_operasional="do",
        alasan="al", penanggung_jawab="pj", referensi="ref", tersirat=True, keterangan="kik", target={"2025": "5"},
    )  # fmt: skip
    assert (kpi(hasil, 1).nama, kpi(hasil, 1).tersirat) == ("", True)
    again(hasil, path)


@pytest.mark.parametrize("inside", ["a\rb", "a\nb", "a\r\nb", 'a "b" c', '"a', "a, b; c\td", " a "])
def test_texts_are_kept_to_the_letter(path: Path, inside: str) -> None:
    """Line breaks of any kind, quotes and separators inside a cell come back."""
    hasil = read(path, as_csv([["level", "id", "uraian", "keterangan"], ["outcome", "O", inside, inside]]))
    assert (only(hasil).uraian, only(hasil).keterangan) == (inside, inside)
    again(hasil, path)


@pytest.mark.parametrize("inside", ["a\rb", "a\nb"])
def test_line_breaks_in_a_list_are_spaces(path: Path, inside: str) -> None:
    """A list is one line; a break inside an item never ends the reading."""
    hasil = read(
        path,
        as_csv([["level", "id", "uraian", "indikator", "sumber_data"], ["outcome", "O", "u", "k", inside]]),
    )
    assert kpi(hasil).sumber_data == ("a b",)


# --- rows that are no nodes ---------------------------------------------------


def test_units_and_posts(path: Path) -> None:
    """A dash says that a post has no superior; a blank cell that it is not known."""
    hasil = read(
        path,
        "level,id,induk,nama,kode,jenjang,unit,tugas,fungsi,keterangan\n"
        "unit,sek,,Sekretariat,01,,,,,\nunit,sub,sek,Subbagian,,,,,,\n"
        "jabatan,kadis,-,Kepala Dinas,,jpt_pratama,,Memimpin; Membina,,k\njabatan,sekdis,kadis,Sekretaris,,,sek,,Menata,\njabatan,jf,,JF,,,,,,\n",
    )
    jabatan = hasil.dokumen.jabatan
    assert jabatan["kadis"] == Jabatan(
        id="kadis",
        nama="Kepala Dinas",
        jenjang="jpt_pratama",
        atasan=Atasan.TIDAK_ADA,
        tugas=("Memimpin", "Membina"),
        keterangan="k",
    )
    assert (jabatan["sekdis"].atasan, jabatan["sekdis"].unit, jabatan["sekdis"].fungsi) == (
        "kadis",
        "sek",
        ("Menata",),
    )
    assert jabatan["jf"].atasan is Atasan.TIDAK_DIKETAHUI
    assert hasil.dokumen.instansi is not None
    assert [(item.id, item.induk, item.kode) for item in hasil.dokumen.instansi.unit] == [
        ("sek", "", "01"),
        ("sub", "sek", ""),
    ]
    assert not hasil.temuan
    again(hasil, path)


def test_rows_that_stand_once_or_need_an_id(path: Path) -> None:
    """A second head, a unit or a post without id, a post twice, cells without a place: left over, each said."""
    hasil = read(
        path,
        "level,id,induk,nama,uraian,jenis,periode\npohon,,,Satu,,dinas,kapan\npohon,,,Dua,,,\ninstansi,,,Dinas,,,\ninstansi,x,,Lain,,,\nunit,,,U,,,\n"
        "unit,u,,U,bebas,,\njabatan,,,J,,,\njabatan,J,,J,,,\njabatan,J,,Lagi,,,\njabatan,K,K,k,,,\nrelasi,,J,,u,dukungan,\n",
    )
    assert (hasil.dokumen.nama, hasil.dokumen.periode) == ("Satu", None)
    assert hasil.dokumen.instansi == Instansi(nama="Dinas")
    assert list(hasil.dokumen.jabatan) == ["J"]
    assert [row.baris for row in hasil.sisa] == [2, 3, 5, 6, 7, 8, 10, 11, 12]
    assert [item for item in places(hasil.temuan) if item[2]] == [
        ("SKP105", 2, "jenis"),
        ("SKP105", 2, "periode"),
    ]
    messages = " ".join(item.pesan for item in hasil.temuan)
    assert "baris pohon sudah ada" in messages
    assert "kolom id kosong" in messages
    assert "kolom uraian tidak dipakai pada baris unit" in messages
    again(hasil, path)


def test_posts_of_a_node(path: Path) -> None:
    """The owner and the supporters come from their columns; one that is not there is kept and said."""
    hasil = read(
        path,
        "level,id,nama,jabatan,pendukung,induk,jenis,ke,peran\njabatan,A,A,,,,,,\njabatan,B,B,,,,,,\n"
        "program,P,p,A,B; X; Y,,,,\nprogram,Q,q,Z,,,,,\nrelasi,,,,,Q,penugasan,jabatan:B,utama\nrelasi,,,,,Q,penugasan,jabatan:A,utama\n",
    )
    owner = hasil.dokumen.owner("P")
    assert owner is not None
    assert owner.id == "A"
    assert [item.id for item in hasil.dokumen.supporters("P")] == ["B"]
    assert dict(hasil.dokumen["P"].lain) == {"pendukung": "X; Y"}
    assert dict(hasil.dokumen["Q"].lain) == {"jabatan": "Z"}
    assert sorted(places(hasil.temuan)) == [
        ("SKP102", 7, ""), ("SKP105", 4, "pendukung"), ("SKP105", 4, "pendukung"), ("SKP105", 5, "jabatan"),
    ]  # fmt: skip
    second = again(hasil, path)
    assert second.dokumen.owner("Q") == hasil.dokumen.jabatan["B"]
    assert b"program,P,,p,,A,B; X; Y" in path.read_bytes()


def test_grounds_are_nested_by_their_numbers(path: Path) -> None:
    """1.a stands in 1, and in 1. with its point; a number without its parent stays whole."""
    hasil = read(
        path,
        "level,id,induk,nomor,uraian,tempat\noutcome,O,,,u,\ncsf,C,O,,c,\nekspektasi,,O,1,e1,T1\nmandat,,O,1,m1,\nmandat,,O,1.a,m1a,\n"
        "mandat,,O,1.a.i,m1ai,\nmandat,,O,10,m10,\nmandat,,O,2.b,m2b,\nmandat,,O,3.,m3,\nmandat,,O,3.a,m3a,\nisu,,O,,i,\nisu,,O,a,ia,\n"
        "mandat,,C,1,x,\nmandat,,,1,x,\nmandat,J,O,1,x,\n",
    )
    outcome = hasil.dokumen["O"]
    assert isinstance(outcome, Outcome)
    mandat = outcome.dasar.mandat
    assert [(item.nomor, item.teks) for item in mandat] == [
        ("1", "m1"),
        ("10", "m10"),
        ("2.b", "m2b"),
        ("3.", "m3"),
    ]
    assert [(item.nomor, item.rincian[0].nomor) for item in mandat[0].rincian] == [("a", "i")]
    assert [item.nomor for item in mandat[3].rincian] == ["a"]
    assert outcome.dasar.ekspektasi[0].tempat == "T1"
    assert [item.nomor for item in outcome.dasar.isu_strategis] == ["", "a"]
    assert [row.baris for row in hasil.sisa] == [14, 15, 16]
    assert "mandat harus berinduk pada sebuah outcome" in hasil.temuan[0].pesan
    second = again(hasil, path)
    assert b"mandat,,O,1.a.i" in path.read_bytes()
    assert b"mandat,,O,3.a" in path.read_bytes()
    assert second.dokumen["O"] == outcome


def test_other_wordings_of_nodes_and_indikator(path: Path) -> None:
    """A sebutan belongs to the node or the indikator whose id it names; without bagian it words the uraian."""
    hasil = read(
        path,
        "level,id,induk,nomor,uraian,id_indikator,indikator,bagian,tempat,keterangan\noutcome,O,,,u,IK,k,,,\n"
        "sebutan,,O,3,Lain,,,,Tahap 4,ket\nsebutan,,IK,,Persen lain,,,nama,,\nsebutan,,X,,x,,,,,\nsebutan,Y,O,,x,,,,,\n",
    )
    (wording,) = hasil.dokumen["O"].sebutan
    assert (wording.teks, wording.tempat, wording.nomor, wording.bagian, wording.keterangan) == (
        "Lain",
        "Tahap 4",
        "3",
        "uraian",
        "ket",
    )
    assert [(item.teks, item.bagian) for item in kpi(hasil).sebutan] == [("Persen lain", "nama")]
    assert [row.baris for row in hasil.sisa] == [5, 6]
    assert 'sebutan ini untuk "X", yang tidak ada' in hasil.temuan[0].pesan
    again(hasil, path)


def test_a_wording_stands_once_where_node_and_indikator_share_an_id(path: Path) -> None:
    """It goes to the node, and is not doubled by writing."""
    hasil = read(path, "level,id,induk,uraian,id_indikator,indikator\noutcome,A,,u,A,k\nsebutan,,A,v,,\n")
    assert len(only(hasil).sebutan) == 1
    assert not kpi(hasil).sebutan
    again(hasil, path)


def test_links_of_every_end(path: Path) -> None:
    """Nodes, indikator, posts and outside parties; what can't be linked is left over."""
    hasil = read(
        path,
        "level,id,induk,uraian,id_indikator,indikator,jenis,ke,peran,bobot,status,tempat,keterangan\n"
        "jabatan,J,,,,,,,,,,,\noutcome,O,,u,IK,k,,,,,,,\ncsf,simpul:C,O,c,IK2,k2,,,,,,,\n"
        "relasi,,O,,,,Crosscutting,luar:Bappeda,mitra,,menunggu,Tahap 3,ket\n"
        'relasi,,indikator:IK,,,,indikator turunan,indikator:IK2,,"0,5",,,\n'
        "relasi,,simpul:simpul:C,,,,dukungan,O,,,,,\nrelasi,,O,,,,penugasan,jabatan:J,pengarah,,,,\nrelasi,,O,,,,penugasan,jabatan:J,pendukung,,,,\n"
        "relasi,,O,,,,kawan,O,,,,,\nrelasi,,O,,,,dukungan,TIDAK,,,,,\nrelasi,,O,,,,dukungan,,,,,,\nrelasi,,O,,,,dukungan,O,,banyak,,,\n"
        "relasi,,simpul:simpul:C,,,,dukungan,O,,,,,\n",
    )
    links = hasil.dokumen.relasi
    assert {str(item.dari) for item in links} == {"simpul:O", "indikator:IK", "simpul:simpul:C"}
    assert {str(item.ke) for item in links} == {"luar:Bappeda", "indikator:IK2", "simpul:O", "jabatan:J"}
    assert [item.bobot for item in links if item.bobot is not None] == [Decimal("0.5")]
    assert [row.baris for row in hasil.sisa] == [10, 11, 12, 13, 14]
    assert {item.kode for item in hasil.temuan} == {"SKP102"}
    again(hasil, path)


# --- writing ------------------------------------------------------------------


def test_numbers_that_were_never_printed_are_written_the_indonesian_way(path: Path) -> None:
    """Exact figures of a tree made in code get dots and commas; blank columns are not written."""
    pohon = PohonKinerja("Dinas")
    item = Indikator(
        id="IK", nama="k", target=[Target("2025", Angka(Decimal("93.59"), "%")), Target("2026", Kosong())]
    )
    pohon.add(Program("P", nama="p", pagu={"2025": 6_312_818_993}, indikator=item, lain={"warna": ""}))
    write_struktur(pohon, path)
    assert path.read_text(encoding="utf-8") == (
        "level,id,induk,nama,uraian,id_indikator,indikator,target_2025,pagu_2025,jenis\n"
        "pohon,,,Dinas,,,,,,pemda\n"
        'program,P,,p,,IK,k,"93,59 %",6.312.818.993,\n'
    )


@pytest.mark.parametrize("akhiran", ["csv", "xlsx"])
def test_a_tree_of_numbers_is_equal_to_what_is_read_back(tmp_path: Path, akhiran: str) -> None:
    """What was never printed is no less equal once it is (ADR 17)."""
    pohon = PohonKinerja("Dinas Contoh", periode="2025-2026")
    kpi = Indikator(
        id="IK1",
        nama="Jumlah PPKS",
        satuan="Orang",
        target={2025: 1234, 2026: Decimal("1300.5")},
        baseline=None,
    )
    pohon.add(Program("P1", nama="Program A", indikator=[kpi], pagu={2025: 300_000_000, 2026: 0}), None)
    path = tmp_path / f"struktur.{akhiran}"
    write_struktur(pohon, path)
    again = read_struktur(path).dokumen
    assert again == pohon
    assert [(item.jumlah, str(item.periode)) for item in only_program(again).pagu] == [
        (300_000_000, "2025"),
        (0, "2026"),
    ]


def only_program(pohon: PohonKinerja) -> Program:
    node = pohon["P1"]
    assert isinstance(node, Program)
    return node


def test_the_same_unknown_column_of_node_and_indikator(path: Path) -> None:
    """Where both fill one column the indikator has a row of its own."""
    pohon = PohonKinerja("dinas")
    pohon.add(
        Outcome(
            "O",
            uraian="u",
            lain={"warna": "merah"},
            indikator=Indikator(id="IK", nama="k", lain={"warna": "biru"}),
        )
    )
    write_struktur(pohon, path)
    assert read_struktur(path).dokumen == pohon


def test_rows_left_over_without_a_level_stand_first(path: Path) -> None:
    """They would become an indikator of the last node at the end of the table."""
    pohon = PohonKinerja("dinas")
    pohon.add(Outcome("O", uraian="u"))
    left = (BarisSisa(3, (("indikator", "x"),)), BarisSisa(5, (("level", "bab"), ("uraian", "y"))))
    write_struktur(HasilBaca(pohon, sisa=left), path)
    assert path.read_text(encoding="utf-8").splitlines()[1:] == [
        ",,,,,x,",
        "pohon,,,dinas,,,pemda",
        "outcome,O,,,u,,",
        "bab,,,,y,,",
    ]


# --- whatever comes -----------------------------------------------------------


@given(rows=struktur.tabel())
@SEDIKIT
def test_any_table_is_read_written_and_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    """Likely and unlikely cells: a reading never raises, loses no row, and is stable under writing."""
    path = tmp_path_factory.mktemp("t") / "dinas.csv"
    hasil = read(path, as_csv(rows))
    assert all(item.tempat.baris for item in hasil.temuan)
    assert all(item.tempat.berkas == "dinas.csv" and item.pesan for item in hasil.temuan)
    assert len({row.baris for row in hasil.sisa}) == len(hasil.sisa)
    again(hasil, path)


@given(rows=struktur.tabel(), bad=struktur.tabel())
@SEDIKIT
def test_rows_left_over_are_said(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], bad: list[list[str]]
) -> None:
    """Every row that could not be placed has a finding at its row."""
    path = tmp_path_factory.mktemp("t") / "dinas.csv"
    hasil = read(path, as_csv([*rows, *bad[1:]]))
    assert {row.baris for row in hasil.sisa} <= {item.tempat.baris for item in hasil.temuan}


@given(pohon=struktur.pohon())
@SEDIKIT
def test_any_tree_is_written_and_given_back(
    tmp_path_factory: pytest.TempPathFactory, pohon: PohonKinerja
) -> None:
    """A table that write_struktur wrote is given back byte for byte, and its tree is the same each time."""
    path = tmp_path_factory.mktemp("t") / "dinas.csv"
    write_struktur(pohon, path)
    first = path.read_bytes()
    hasil = read_struktur(path)
    assert [item.id for item in hasil.dokumen] == [item.id for item in pohon]
    assert set(hasil.dokumen.jabatan) == set(pohon.jabatan)
    assert len(hasil.dokumen.relasi) == len(pohon.relasi)
    write_struktur(hasil, path)
    assert path.read_bytes() == first
    assert read_struktur(path).dokumen == hasil.dokumen


@given(
    data=st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: ("level,uraian\n" + text).encode("utf-8", "replace"))
)
@settings(SEDIKIT, max_examples=60)
def test_any_bytes_give_a_reading_or_a_sakip_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    """Nothing but SakipError leaves the reader."""
    path = tmp_path_factory.mktemp("t") / "dinas.csv"
    try:
        hasil = read(path, data)
    except SakipError:
        return
    again(hasil, path)


def test_a_stated_polaritas_comes_back_and_an_unstated_one_stays_unstated(path: Path) -> None:
    """No document prints what it leaves out: naik in a cell is kept, a blank cell is not filled in."""
    hasil = read(path, "level,id,nama,indikator,polaritas\nprogram,P,p,a,naik\n,,,b,\n")
    assert [item.polaritas for item in hasil.dokumen["P"].indikator] == [Polaritas.NAIK, None]
    assert [item.arah for item in hasil.dokumen["P"].indikator] == [Polaritas.NAIK, Polaritas.NAIK]
    again(hasil, path)


def test_the_date_of_a_version_may_stand_behind_a_semicolon_too(path: Path) -> None:
    """As long as the header is quoted where semicolons separate the columns."""
    hasil = read(path, 'level,id,nama,"pagu_2025 (perubahan; 2025-09-01)"\nprogram,P,p,5\n')
    assert component(hasil).pagu[0].berlaku == dt.date(2025, 9, 1)
    again(hasil, path)


def test_a_header_with_a_day_that_is_none_is_kept_as_it_is(path: Path) -> None:
    """No date is made up for a version."""
    hasil = read(path, "level,id,nama,pagu_2025 (perubahan 2025-99-01)\nprogram,P,p,5\n")
    assert component(hasil).pagu == ()
    assert component(hasil).lain == (("pagu_2025 (perubahan 2025-99-01)", "5"),)
    again(hasil, path)


def test_unknown_columns_keep_one_order_whichever_row_fills_them_first(path: Path) -> None:
    """A row that is left over, or a node that fills only some of them, changes nothing for the others."""
    hasil = read(path, "level,id,uraian,Warna,Bentuk\n,,,biru,\noutcome,A,a,biru,\noutcome,B,b,merah,bulat\n")
    assert hasil.dokumen["B"].lain == (("Bentuk", "bulat"), ("Warna", "merah"))
    again(hasil, path)


def test_a_row_with_nothing_below_the_header_is_no_row_left_over(path: Path) -> None:
    """Its cells are told in the finding; there is nothing of it that could be written back."""
    hasil = read(path, "level,id,uraian\noutcome,O,u\n,,,tambahan\n")
    assert [(item.kode, item.tempat.baris) for item in hasil.temuan] == [("SKP108", 3)]
    assert "tambahan" in hasil.temuan[0].pesan
    assert hasil.sisa == ()
    again(hasil, path)


def test_how_a_post_is_held_stands_in_its_row(tmp_path: Path) -> None:
    """Capacity and days come back; what is none of them stays a further cell, with a finding."""
    path = tmp_path / "s.csv"
    path.write_text(
        "level,id,nama,status_pemangku\n"
        "jabatan,kadis,Kepala Dinas,definitif 2024-01-02; plh 2025-05-01 s.d. 2025-05-09\n"
        "jabatan,kabid,Kepala Bidang,sementara\n",
        encoding="utf-8",
    )
    hasil = read_struktur(path)
    kadis, kabid = hasil.dokumen.jabatan.values()
    assert [str(item) for item in kadis.pemangku] == [
        "definitif 2024-01-02",
        "plh 2025-05-01 s.d. 2025-05-09",
    ]
    assert (kabid.pemangku, kabid.lain) == ((), (("status_pemangku", "sementara"),))
    assert [(item.kode, item.tempat.baris, item.tempat.kolom) for item in hasil.temuan] == [
        ("SKP105", 3, "status_pemangku")
    ]
    write_struktur(hasil.dokumen, path)
    assert read_struktur(path).dokumen == hasil.dokumen
