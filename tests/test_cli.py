"""The command line, as a script would use it."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import runpy
import subprocess
import sys
import unicodedata
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

import sakip
from paket_aturan import install
from sakip.cli import PERINTAH, main
from sakip.cli._layar import Layar, Warna, neutralise
from sakip.dokumen import BENTUK, read_lke, write_lke
from sakip.dokumen._dokumen import FORMULIR
from sakip.kebijakan import KEBIJAKAN, LKJIP
from sakip.lke import LKE_NASIONAL
from sakip.serialization import dumps_kebijakan, loads

EXAMPLES = Path(__file__).parents[1] / "examples"
DATA = EXAMPLES / "dinsos-kotawaringin-timur-2025"
TEMPLAT = sorted(jenis for jenis, item in FORMULIR.items() if item.to_naskah)
STRUKTUR, REALISASI = str(DATA / "struktur.csv"), str(DATA / "realisasi-ilustrasi-2025.csv")


def test_pohon_shows_nodes_owners_and_money(capsys: pytest.CaptureFixture[str]) -> None:
    """The seven programs print 6.312.818.993 rupiah together."""
    assert main(["pohon", STRUKTUR, "--periode", "2025"]) == 0
    out, err = capsys.readouterr()
    assert "Outcome O1" in out
    assert "6.312.818.993" in out
    assert '"13.2918.000"' in out
    assert "Kepala Dinas" in out
    assert "SKP103" in err


def test_reviu_finds_and_says_so_by_its_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    """A document with errors ends with 1."""
    assert main(["reviu", STRUKTUR]) == 1
    assert "104 temuan: 8 kesalahan, 77 peringatan, 19 saran." in capsys.readouterr().out


def test_reviu_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """For scripts: a list of flat records."""
    assert main(["reviu", STRUKTUR, "--json"]) == 1
    records = json.loads(capsys.readouterr().out)
    assert {"SKP701", "SKP703", "SKP704", "SKP705", "SKP706"} <= {record["kode"] for record in records}


def test_reviu_of_a_clean_tree_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing found, nothing said but that."""
    pohon = sakip.PohonKinerja("Dinas Contoh")
    pohon.add(sakip.Outcome("O1", uraian="Meningkatnya kesejahteraan sosial"))
    sakip.write_json(pohon, tmp_path / "dinas.json")
    assert main(["reviu", str(tmp_path / "dinas.json")]) == 0
    assert capsys.readouterr().out == "Tidak ada temuan.\n"


def test_capaian_prints_the_table_and_says_the_data_is_invented(capsys: pytest.CaptureFixture[str]) -> None:
    """The remarks above the measurements come along."""
    assert main(["capaian", STRUKTUR, REALISASI, "--periode", "2025"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Data rekaan untuk ilustrasi.")
    assert "100,65 %" in out


def test_capaian_explains_one_figure(capsys: pytest.CaptureFixture[str]) -> None:
    """94,20 of 93,59 is 100,65."""
    assert main(["capaian", STRUKTUR, REALISASI, "--periode", "2025", "--jelaskan", "IK-P1"]) == 0
    assert "94,20 ÷ 93,59 × 100" in capsys.readouterr().out


def test_capaian_as_json_under_another_policy(capsys: pytest.CaptureFixture[str]) -> None:
    """The report holds its policy in full, and each row its steps."""
    arguments = ["capaian", STRUKTUR, REALISASI, "--periode", "2025", "--kebijakan", "KEMENKEU", "--json"]
    assert main(arguments) == 0
    laporan = json.loads(capsys.readouterr().out)
    assert (laporan["kebijakan"]["nama"], laporan["kebijakan"]["batas_atas"]) == ("KEMENKEU", "120")
    assert all(row["langkah"] for row in laporan["baris"])


def test_capaian_as_csv_with_a_scale(capsys: pytest.CaptureFixture[str]) -> None:
    """Every row as a line, figures with a decimal comma, and the band of the scale asked for."""
    arguments = ["capaian", STRUKTUR, REALISASI, "--periode", "2025", "--skala", "SKALA_PERMENDAGRI_86"]
    assert main([*arguments, "--csv"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    counted = [row for row in rows if row["capaian"]]
    assert counted
    assert all(row["predikat"] for row in counted)
    assert not any("." in row["capaian"] for row in counted)


def test_capaian_under_a_policy_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A policy is read from the file that was written for it."""
    path = tmp_path / "dinas.json"
    path.write_text(
        dumps_kebijakan(attrs.evolve(LKJIP, nama="Dinas Contoh", batas_atas=100)), encoding="utf-8"
    )
    assert main(["capaian", STRUKTUR, REALISASI, "--periode", "2025", "--kebijakan", str(path)]) == 0
    assert "kebijakan Dinas Contoh" in capsys.readouterr().out


def test_a_policy_that_is_neither_a_name_nor_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the pen is answered with the names that there are."""
    for nama in ("KEMENKUE", "tidak-ada.json"):
        assert main(["capaian", STRUKTUR, REALISASI, "--periode", "2025", "--kebijakan", nama]) == 2
        err = capsys.readouterr().err
        assert err.startswith(f"sakip: {nama}: ")
        assert all(known in err for known in KEBIJAKAN)


def test_a_policy_with_another_scale_has_another_name(capsys: pytest.CaptureFixture[str]) -> None:
    """No report shows a preset's name for what the preset is not."""
    arguments = ["capaian", STRUKTUR, REALISASI, "--periode", "2025", "--skala", "SKALA_MAGETAN", "--json"]
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out)["kebijakan"]["nama"] == "LKJIP + SKALA_MAGETAN"


def test_capaian_says_what_it_could_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad row is named beside the result, and the exit code says so."""
    path = tmp_path / "realisasi.csv"
    path.write_text("id_indikator,periode,realisasi\nIK-P1,kapan,5\nIK-X,2025,1\n", encoding="utf-8")
    assert main(["capaian", STRUKTUR, str(path), "--periode", "2025"]) == 1
    err = capsys.readouterr().err
    assert "1 baris tidak terpakai." in err
    assert "SKP301" in err


def test_konversi_there_and_back_gives_the_same_table(tmp_path: Path) -> None:
    """CSV to JSON to CSV: every cell."""
    middle, end = tmp_path / "pohon.json", tmp_path / "struktur.csv"
    assert main(["konversi", STRUKTUR, str(middle)]) == 0
    assert main(["konversi", str(middle), str(end)]) == 0
    assert end.read_bytes() == Path(STRUKTUR).read_bytes()


def test_konversi_to_json_says_when_rows_are_left_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON has no place for a row that is no node; nothing is lost in silence."""
    source = tmp_path / "struktur.csv"
    source.write_text("level,id,induk,uraian\noutcome,O1,,Baik\nlantai,X1,O1,Apa\n", encoding="utf-8")
    assert main(["konversi", str(source), str(tmp_path / "pohon.json")]) == 1
    assert "1 baris tidak terpakai." in capsys.readouterr().err


def test_konversi_to_an_unknown_ending_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The ending decides the form."""
    assert main(["konversi", STRUKTUR, str(tmp_path / "pohon.pdf")]) == 2
    err = capsys.readouterr().err
    assert all(ending in err for ending in (".pdf", ".xlsx", ".csv", ".md", ".html", ".docx"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["pohon", "tidak-ada.csv"],
        ["pohon", STRUKTUR, "--periode", "kapan"],
        ["capaian", STRUKTUR, REALISASI, "--periode", "2025", "--jelaskan", "IK-TIDAK-ADA"],
    ],
)
def test_what_cannot_be_done_ends_with_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """One line on the error stream, and no traceback."""
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert err.splitlines()[-1].startswith("sakip: ")
    assert "Traceback" not in out + err


def test_a_wrong_call_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    """As argparse does it, in Indonesian."""
    with pytest.raises(SystemExit) as stop:
        main(["terbang"])
    assert stop.value.code == 2
    err = capsys.readouterr().err
    assert "pemakaian: sakip" in err
    assert "'terbang' tidak dikenal; pilih:" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "yang wajib belum disebut: PERINTAH"),
        (["pohon"], "yang wajib belum disebut: berkas"),
        (["pohon", "a", "b"], "tidak dikenal: b"),
        (["pohon", "a", "--lebar", "lebar"], "--lebar: 'lebar' bukan nilai yang diharapkan"),
        (["pohon", "a", "--periode"], "--periode: isinya belum disebut"),
        (["reviu", "a", "--aturan"], "--aturan: isinya belum disebut"),
        (["reviu", "a", "--json=ya"], "--json: tidak menerima isi 'ya'"),
        (["reviu", "a", "--json", "--sarif"], "--sarif: tidak dapat bersama --json"),
        (["capaian", "a", "b", "--periode", "2025", "--skala", "X"], "--skala: 'X' tidak dikenal; pilih: "),
        (["banding", "a", "b", "--ke", "c.json"], "--terapkan dan --ke harus disebut bersama"),
    ],
)
def test_a_wrong_call_is_answered_in_indonesian(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every refusal of argparse that a person meets, on every version of Python."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("verb", [item.nama for item in PERINTAH])
def test_help_is_indonesian(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No heading of argparse's own is left."""
    with pytest.raises(SystemExit) as stop:
        main([verb, "--bantuan"])
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert "pemakaian: sakip" in out
    assert not [word for word in ("usage", "options", "positional", "show this help") if word in out]


def test_as_a_module_and_into_a_pipe_that_closes() -> None:
    """`python -m sakip … | head -1` ends quietly, whatever the locale's encoding."""
    command = [sys.executable, "-m", "sakip", "pohon", STRUKTUR]
    done = subprocess.run(
        command, capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    )
    assert "└─" in done.stdout.decode("utf-8")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert b"Traceback" not in (process.communicate()[1] or b"")


def test_a_reader_that_goes_away_ends_with_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed pipe is no error of ours."""

    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("builtins.print", gone)
    monkeypatch.setattr("os.dup2", lambda *_: None)
    assert main(["pohon", STRUKTUR]) == 0


def test_the_module_runs_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m sakip --version` is `sakip --version`."""
    monkeypatch.setattr(sys, "argv", ["sakip", "--version"])
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("sakip", run_name="__main__")
    assert stop.value.code == 0
    assert capsys.readouterr().out == f"sakip {sakip.__version__}\n"


def test_a_finding_without_advice_takes_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A column that is not known is named, and nothing is proposed."""
    source = tmp_path / "struktur.csv"
    source.write_text("level,id,uraian,Warna\noutcome,O1,Baik,biru\n", encoding="utf-8")
    assert main(["reviu", str(source)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "SARAN",
        'SKP107 struktur.csv baris 1 kolom "Warna": Kolom "Warna" tidak dikenal; isinya disimpan apa adanya.',
        "",
        "1 temuan: 1 saran.",
    ]


def test_any_form_that_carries_a_tree_is_a_tree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The struktur table as a workbook, and a form, are read by the same verb."""
    book = tmp_path / "struktur.xlsx"
    assert main(["konversi", STRUKTUR, str(book)]) == 0
    capsys.readouterr()
    assert main(["pohon", str(book), "--json"]) == 0
    assert loads(capsys.readouterr().out) == sakip.read_struktur(STRUKTUR).dokumen
    assert main(["pohon", str(EXAMPLES / "rencana-aksi-kemenag-2024" / "rencana-aksi.csv"), "--json"]) == 0
    steps = [simpul for simpul in loads(capsys.readouterr().out) if simpul.jenis == "aktivitas"]
    assert len(steps) >= 106


def test_a_form_becomes_another_file_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A Rencana Aksi as a workbook is the same Rencana Aksi; what was read is counted."""
    source = EXAMPLES / "rencana-aksi-kesbangpol-maluku-2023" / "rencana-aksi.csv"
    target = tmp_path / "rencana aksi.xlsx"
    assert main(["konversi", str(source), str(target)]) == 0
    assert "312 sel: 265 terbaca" in capsys.readouterr().out
    assert sakip.read_dokumen(target).dokumen == sakip.read_dokumen(source).dokumen


def test_a_file_that_carries_no_tree_is_reviewed_as_it_was_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Measurements: what their reading found is what there is to say, and no tree is made of them."""
    source = tmp_path / "realisasi.csv"
    source.write_text("id_indikator,periode,realisasi\nIK-P1,kapan,5\n", encoding="utf-8")
    assert main(["reviu", str(source)]) == 1
    assert "kapan" in capsys.readouterr().out
    assert main(["pohon", str(source)]) == 2
    assert "bukan bentuk yang dicari (pohon kinerja); yang ada: realisasi" in capsys.readouterr().err


def test_reviu_shows_the_most_serious_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Eight errors are not buried under ninety-six other findings, and a long tail of one code is told once."""
    main(["reviu", STRUKTUR])
    told = capsys.readouterr().out
    heads = [line for line in told.splitlines() if line in {"KESALAHAN", "PERINGATAN", "SARAN"}]
    assert heads == ["KESALAHAN", "PERINGATAN", "SARAN"]
    assert told.count("SKP601 tanpa pemilik, 44 temuan") == 1
    main(["reviu", STRUKTUR, "--tingkat", "kesalahan"])
    assert capsys.readouterr().out.splitlines()[-1] == "8 temuan: 8 kesalahan."


def test_rules_are_chosen_and_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """By their codes; one that is not there is named."""
    main(["reviu", STRUKTUR, "--aturan", "SKP601", "--json"])
    kinds = {item["kode"] for item in json.loads(capsys.readouterr().out)}
    main(["reviu", STRUKTUR, "--kecuali", "SKP601", "--json"])
    others = {item["kode"] for item in json.loads(capsys.readouterr().out)}
    assert "SKP601" in kinds
    assert "SKP601" not in others
    assert "SKP602" not in kinds
    assert main(["reviu", STRUKTUR, "--aturan", "SKP000"]) == 2
    assert 'aturan "SKP000" tidak ada' in capsys.readouterr().err


def test_reviu_runs_the_rules_of_installed_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside the library's, chosen and left out as these are."""
    sakip.write_json(sakip.PohonKinerja("Dinas Contoh"), tmp_path / "dinas.json")
    install(tmp_path, "nama = aturan_dinas:aturan")
    monkeypatch.syspath_prepend(tmp_path)
    berkas = str(tmp_path / "dinas.json")
    for pilihan, kode in (
        ([], ["DINAS001"]),
        (["--aturan", "DINAS001"], ["DINAS001"]),
        (["--aturan", "SKP010"], []),
        (["--kecuali", "DINAS001"], []),
    ):
        assert main(["reviu", berkas, "--json", *pilihan]) == 0
        assert [item["kode"] for item in json.loads(capsys.readouterr().out)] == kode


def test_reviu_as_sarif(capsys: pytest.CaptureFixture[str]) -> None:
    """For code hosts."""
    assert main(["reviu", STRUKTUR, "--sarif"]) == 1
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"


@pytest.mark.parametrize("bentuk", TEMPLAT)
def test_templat_of_every_form_is_read_back(bentuk: str, tmp_path: Path) -> None:
    """An empty form is recognised as what it is."""
    path = tmp_path / f"{bentuk}.xlsx"
    assert main(["templat", bentuk, str(path), "--kertas", "F4"]) == 0
    assert isinstance(sakip.read_dokumen(path, bentuk=bentuk).dokumen, BENTUK[bentuk])


def test_banding_shows_a_change_and_applies_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One condition that was worded anew is one change, before and after."""
    old, new, after, table = (tmp_path / name for name in ("lama.json", "baru.json", "x.json", "x.csv"))
    pohon = sakip.read_struktur(STRUKTUR).dokumen
    sakip.write_json(pohon, old)
    edited = pohon.copy()
    edited.replace(attrs.evolve(pohon["O1"], uraian="Meningkatnya kesejahteraan"))
    sakip.write_json(edited, new)
    assert main(["banding", str(old), str(new), "--json"]) == 0
    (change,) = json.loads(capsys.readouterr().out)
    assert (change["simpul"], change["sesudah"]) == ("O1", "Meningkatnya kesejahteraan")
    for target in (after, table):
        assert main(["banding", str(old), str(new), "--terapkan", str(old), "--ke", str(target)]) == 0
        assert "1 perubahan diterapkan" in capsys.readouterr().err
    assert sakip.read_json(after) == edited
    assert sakip.read_struktur(table).dokumen == edited
    assert main(["banding", str(old), str(old)]) == 0
    assert capsys.readouterr().out == "Tidak ada perubahan.\n"


def test_two_forms_are_compared_as_forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A Rencana Aksi beside an edited copy of it."""
    source = EXAMPLES / "rencana-aksi-kesbangpol-maluku-2023" / "rencana-aksi.csv"
    copy = tmp_path / "salinan.csv"
    assert main(["konversi", str(source), str(copy)]) == 0
    assert main(["banding", str(source), str(copy)]) == 0
    assert capsys.readouterr().out.endswith("Tidak ada perubahan.\n")


def test_what_a_document_holds_never_steers_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An escape sequence in a name is shown, not obeyed; a direction mark too."""
    pohon = sakip.PohonKinerja("Dinas \x1b]0;judul\x07 \u202eContoh")
    pohon.add(sakip.Outcome("O1", uraian="Sejahtera \x1b[2J"))
    sakip.write_json(pohon, tmp_path / "dinas.json")
    assert main(["pohon", str(tmp_path / "dinas.json")]) == 0
    out = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "\\x1b[2J" in out


@given(st.text())
def test_neutral_text_holds_nothing_but_lines_and_tabs(text: str) -> None:
    """No control character is left but those two, and plain text stays as it is."""
    shown = neutralise(text)
    assert not [sign for sign in shown if unicodedata.category(sign) == "Cc" and sign not in "\n\t"]
    assert neutralise(shown) == shown


@pytest.mark.skipif(sys.platform == "win32", reason="pty is of POSIX")
@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_gets_colours_unless_it_wants_none(environment: dict[str, str], *, coloured: bool) -> None:
    """In a real terminal; NO_COLOR and a terminal that can't are respected."""
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    reader, writer = os.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "sakip", "reviu", STRUKTUR],
        stdout=writer,
        stderr=writer,
        env={**plain, "TERM": "xterm", **environment},
    )
    os.close(writer)
    said = b""
    with contextlib.suppress(OSError):  # how Linux says that the other end was closed
        while piece := os.read(reader, 65536):
            said += piece
    os.close(reader)
    assert run.wait() == 1
    assert b"SKP701" in said
    assert (b"\x1b[1;31mSKP" in said) is coloured


def test_a_pipe_gets_no_colours_but_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """Text for a program stays text."""
    main(["reviu", STRUKTUR])
    assert "\x1b" not in capsys.readouterr().out
    main(["reviu", STRUKTUR, "--warna", "selalu"])
    assert "\x1b[1;31mSKP" in capsys.readouterr().out


def test_without_rich_there_are_no_colours_and_all_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The extra brings colours and progress, and nothing needs it."""
    monkeypatch.setitem(sys.modules, "rich.console", None)
    assert main(["pohon", STRUKTUR]) == 0
    assert "Outcome O1" in capsys.readouterr().out
    assert main(["pohon", STRUKTUR, "--warna", "selalu"]) == 2
    assert "sakip[cli]" in capsys.readouterr().err


def test_progress_is_shown_where_somebody_watches() -> None:
    """Each step by its name, on the error stream of a terminal alone."""
    shown = io.StringIO()
    layar = Layar(None, Console(file=shown, force_terminal=True, width=80))
    with layar.kemajuan(2) as mulai:
        mulai("membaca")
        mulai("menghitung")
    assert "membaca" in shown.getvalue()
    quiet = Layar.open(Warna.TIDAK)
    with quiet.kemajuan(1) as mulai:
        mulai("membaca")


def test_names_of_any_kind_are_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Spaces, quotes, a leading dash, a line feed: what the shell passed is what is read."""
    for name in ("a b.csv", 'it\'s "x".csv', "$(rm).csv", "baris\nbaru.csv", "-x.csv"):
        path = tmp_path / name
        path.write_text("level,id,uraian\noutcome,O1,Baik\n", encoding="utf-8")
        assert main(["pohon", str(path)]) == 0
    assert "\x1b" not in capsys.readouterr().out
    with contextlib.chdir(tmp_path):
        assert main(["pohon", "--", "-x.csv"]) == 0


@pytest.mark.parametrize(
    ("bentuk", "options"),
    [
        ("pengukuran_kinerja", ["--realisasi", REALISASI]),
        ("evaluasi_renja", ["--realisasi", REALISASI]),
        ("perjanjian_kinerja", ["--jabatan", "kepala_dinas"]),
        ("rencana_aksi", ["--jabatan", "kepala_dinas"]),
        ("iki", []),
    ],
)
def test_laporan_writes_each_form_as_it_is_read(bentuk: str, options: list[str], tmp_path: Path) -> None:
    """What is derived from the tree is recognised as that form."""
    path = tmp_path / f"{bentuk}.xlsx"
    assert main(["laporan", STRUKTUR, str(path), "--bentuk", bentuk, "--periode", "2025", *options]) == 0
    assert isinstance(sakip.read_dokumen(path, bentuk=bentuk).dokumen, BENTUK[bentuk])


def test_laporan_with_money_shows_what_was_spent(tmp_path: Path) -> None:
    """A table of money spent becomes the serapan of the programs."""
    money, path = tmp_path / "belanja.csv", tmp_path / "lkjip.csv"
    money.write_text("id_simpul,periode,realisasi_anggaran\nP3,2025,153.374.815\n", encoding="utf-8")
    arguments = ["laporan", STRUKTUR, str(path), "--periode", "2025", "--realisasi", REALISASI]
    assert main([*arguments, "--anggaran", str(money)]) == 0
    assert "153.374.815" in path.read_text(encoding="utf-8")
    assert main(arguments) == 0
    assert "153.374.815" not in path.read_text(encoding="utf-8")
    renja = tmp_path / "renja.csv"
    assert (
        main(
            [
                *arguments[:2],
                str(renja),
                *arguments[3:],
                "--anggaran",
                str(money),
                "--bentuk",
                "evaluasi_renja",
            ]
        )
        == 0
    )
    assert "153.374.815" in renja.read_text(encoding="utf-8")


def test_laporan_says_which_option_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A Perjanjian Kinerja is somebody's."""
    with pytest.raises(SystemExit) as stop:
        main(
            [
                "laporan",
                STRUKTUR,
                str(tmp_path / "pk.xlsx"),
                "--bentuk",
                "perjanjian_kinerja",
                "--periode",
                "2025",
            ]
        )
    assert stop.value.code == 2
    assert "--bentuk perjanjian_kinerja memerlukan --jabatan" in capsys.readouterr().err


def test_laporan_of_the_iku_of_a_tree(tmp_path: Path) -> None:
    """Those that are marked, and no period is needed."""
    pohon = sakip.PohonKinerja("Dinas Contoh", periode="2025-2029")
    rows = [sakip.Indikator(id=f"IK{n}", nama=f"Indeks {n}", iku=n == 1, target={2025: n}) for n in (1, 2)]
    pohon.add(sakip.Sasaran("S1", uraian="Meningkatnya kesejahteraan", indikator=rows))
    sakip.write_json(pohon, tmp_path / "dinas.json")
    assert main(["laporan", str(tmp_path / "dinas.json"), str(tmp_path / "iku.xlsx"), "--bentuk", "iku"]) == 0
    (sasaran,) = sakip.read_dokumen(tmp_path / "iku.xlsx").dokumen.sasaran
    assert [item.nama for item in sasaran.indikator] == ["Indeks 1"]


def test_a_program_may_collect_what_is_said() -> None:
    """Into a buffer of its own, which has no encoding to be set."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        assert main(["pohon", STRUKTUR]) == 0
    assert "Outcome O1" in out.getvalue()
    assert "SKP103" in err.getvalue()


def test_laporan_as_a_page_holds_figures_money_and_findings(tmp_path: Path) -> None:
    """The ending .html asks for the page; what reading found is on it, and the remark that the data is invented."""
    money, page = tmp_path / "belanja.csv", tmp_path / "laporan.html"
    money.write_text("id_simpul,periode,realisasi_anggaran\nP3,2025,153.374.815\n", encoding="utf-8")
    arguments = ["--realisasi", REALISASI, "--anggaran", str(money), "--periode", "2025"]
    assert main(["laporan", STRUKTUR, str(page), *arguments]) == 0
    text = page.read_text(encoding="utf-8")
    assert all(word in text for word in ("100,65", "153.374.815", "SKP103", "Data rekaan untuk ilustrasi."))
    assert main(["laporan", STRUKTUR, str(page)]) == 0
    assert "100,65" not in page.read_text(encoding="utf-8")


def test_laporan_with_measurements_asks_for_their_period(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No year is guessed."""
    with pytest.raises(SystemExit):
        main(["laporan", STRUKTUR, str(tmp_path / "l.html"), "--realisasi", REALISASI])
    assert "--bentuk halaman memerlukan --periode" in capsys.readouterr().err


def test_gambar_draws_what_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Folded below the programs, coloured by capaian, on one sheet; or divided into several."""
    path = tmp_path / "pohon.svg"
    options = ["--sampai", "program", "--kertas", "A3", "--tanpa-relasi", "--tanpa-pemilik"]
    figures = ["--realisasi", REALISASI, "--periode", "2025"]
    assert main(["gambar", STRUKTUR, str(path), *options, *figures]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    text = path.read_text(encoding="utf-8")
    assert "100,65" in text
    assert "Kepala Dinas" not in text
    assert 'width="420mm"' in text
    assert main(["gambar", STRUKTUR, str(path), "--bagi"]) == 0
    files = capsys.readouterr().out.splitlines()
    assert len(files) > 1
    assert all(Path(file).exists() for file in files)
    assert (
        main(["gambar", STRUKTUR, str(tmp_path / "p.mmd"), "--jabatan", "kepala_dinas", "--kedalaman", "1"])
        == 0
    )
    assert "flowchart" in (tmp_path / "p.mmd").read_text(encoding="utf-8")
    assert main(["gambar", STRUKTUR, str(tmp_path / "p.bmp")]) == 2
    with pytest.raises(SystemExit):
        main(["gambar", STRUKTUR, str(path), "--realisasi", REALISASI])


def test_lke_scores_a_sheet_and_proposes_from_a_tree(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything BB is 80 and BB, not A; a tree answers only what nobody has answered."""
    blank, filled = tmp_path / "lke.xlsx", tmp_path / "isi.csv"
    money = tmp_path / "belanja.csv"
    money.write_text("id_simpul,periode,realisasi_anggaran\nP3,2025,1\n", encoding="utf-8")
    assert main(["lke", "LKE_NASIONAL", "--ke", str(blank)]) == 0
    lembar, jawaban = read_lke(blank)
    assert (lembar, jawaban) == (LKE_NASIONAL, {})
    write_lke(lembar, filled, {item.id: "BB" for item in lembar.kriteria})
    capsys.readouterr()
    assert main(["lke", str(filled), "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["nilai"], record["predikat"], record["terjawab"]) == ("80.00", "BB", 80)
    evidence = ["--pohon", STRUKTUR, "--periode", "2025", "--realisasi", REALISASI, "--anggaran", str(money)]
    assert main(["lke", str(blank), *evidence, "--ke", str(filled), "--json"]) == 0
    proposed = json.loads(capsys.readouterr().out)["usulan"]
    answers = read_lke(filled)[1]
    assert answers == {item["kriteria"]: item["jawaban"] for item in proposed if item["jawaban"]}
    assert main(["lke", str(blank), "--pohon", STRUKTUR]) == 0
    assert "untuk ditetapkan penilai" in capsys.readouterr().out
    assert main(["lke", "LKE_NASIONALL"]) == 2
    assert "bukan nama lembar: LKE_NASIONAL" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["lke", str(blank), "--realisasi", REALISASI])


def test_reviu_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The findings as a table for the colleague who mends them."""
    path = tmp_path / "temuan.csv"
    assert main(["reviu", STRUKTUR, "--ke", str(path)]) == 1
    assert "8 kesalahan" in capsys.readouterr().out
    assert "SKP701" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("bentuk", "rows"), [("realisasi", 76), ("realisasi_anggaran", 43)])
def test_templat_of_a_tree_lists_what_is_to_be_filled_in(
    bentuk: str, rows: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """76 indikator are measured; 43 sub kegiatan carry the money."""
    path = tmp_path / "isian.xlsx"
    assert main(["templat", bentuk, str(path), "--pohon", STRUKTUR, "--periode", "2025"]) == 0
    assert f"{rows} baris untuk diisi" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["templat", bentuk, str(path), "--pohon", STRUKTUR])
    with pytest.raises(SystemExit):
        main(["templat", "iku", str(path), "--pohon", STRUKTUR, "--periode", "2025"])
