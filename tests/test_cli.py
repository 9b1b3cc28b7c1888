"""The command line, as a script would use it."""

from __future__ import annotations

import csv
import json
import runpy
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import sakip
from sakip.cli import main
from sakip.kebijakan import KEBIJAKAN, LKJIP
from sakip.serialization import dumps_kebijakan

DATA = Path(__file__).parents[1] / "examples" / "dinsos-kotawaringin-timur-2025"
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
    assert "103 temuan: 8 kesalahan, 83 peringatan, 12 saran." in capsys.readouterr().out


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
    assert "akhiran .csv atau .json" in capsys.readouterr().err


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
    """As argparse does it."""
    with pytest.raises(SystemExit) as stop:
        main(["terbang"])
    assert stop.value.code == 2
    assert "usage: sakip" in capsys.readouterr().err


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
        'SKP107 saran struktur.csv baris 1 kolom "Warna": Kolom "Warna" tidak dikenal; isinya disimpan apa adanya.',
        "",
        "1 temuan: 1 saran.",
    ]
