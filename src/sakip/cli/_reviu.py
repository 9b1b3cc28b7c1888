"""``sakip reviu``: every finding on a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from sakip.cli._layar import Layar
from sakip.cli._masukan import RUPA, carries_pohon, read_berkas
from sakip.cli._perintah import ADA_KESALAHAN, BERES, Perintah, add_instansi, add_pohon
from sakip.dokumen import HasilBaca, write_dokumen
from sakip.errors import TidakAdaError
from sakip.reviu import ATURAN, Aturan, HasilReviu, dumps_sarif, dumps_temuan, load_aturan, review
from sakip.temuan import Temuan, Tingkat, count_tingkat, summarise_temuan, tabulate_temuan, tell_temuan

_URUTAN = tuple(Tingkat)


def _prepare(parser: argparse.ArgumentParser) -> None:
    add_pohon(parser)
    add_instansi(parser)
    parser.add_argument(
        "--aturan",
        metavar="KODE",
        nargs="+",
        help="jalankan aturan ini saja, misalnya SKP402 SKP011 (bawaan: semua yang tidak perlu dipilih)",
    )
    parser.add_argument("--kecuali", metavar="KODE", nargs="+", default=[], help="lewati aturan ini")
    parser.add_argument(
        "--tingkat",
        choices=[item.value for item in Tingkat],
        default=Tingkat.SARAN.value,
        help="tampilkan mulai dari tingkat ini (bawaan saran: semuanya)",
    )
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help="keluarkan temuan sebagai JSON")
    forms.add_argument("--sarif", action="store_true", help="keluarkan temuan sebagai SARIF 2.1.0")
    forms.add_argument(
        "--ke", metavar="BERKAS", help="tulis temuan ke berkas: .xlsx, .csv, .html, .md, .docx"
    )


def _run(arguments: argparse.Namespace, layar: Layar) -> int:
    with layar.kemajuan(2) as mulai:
        mulai(f"membaca {arguments.berkas}")
        hasil = read_berkas(arguments.berkas, arguments.instansi)
        mulai("memeriksa")
        ditinjau = _review(hasil, choose_aturan(arguments.aturan, arguments.kecuali))
    temuan = _from(Tingkat(arguments.tingkat), (*hasil.temuan, *ditinjau.temuan))
    if arguments.json:
        layar.data(dumps_temuan(temuan))
    elif arguments.sarif:
        layar.data(dumps_sarif(HasilReviu(temuan, ditinjau.dibungkam)))
    elif arguments.ke:
        write_dokumen(HasilReviu(temuan, ditinjau.dibungkam), arguments.ke)
        layar.cetak(f"{arguments.ke}: {summarise_temuan(temuan)}")
    else:
        _show(layar, temuan)
    return ADA_KESALAHAN if count_tingkat(temuan)[Tingkat.KESALAHAN] else BERES


def _review(hasil: HasilBaca[object], aturan: list[Aturan]) -> HasilReviu:
    """The review of the tree that a file carries; of a form without one, what its reading found is all."""
    return review(hasil.to_pohon(), aturan) if carries_pohon(hasil) else HasilReviu((), ())


def choose_aturan(kode: Sequence[str] | None, kecuali: Sequence[str]) -> list[Aturan]:
    """The rules of these codes, without those of others; those of installed packages are among them.

    Args:
        kode: The codes; None for all rules that need not be chosen.
        kecuali: The codes of those that are left out.

    Raises:
        TidakAdaError: There is no such rule.
        TipeError: An installed package brings a rule that is none.

    >>> [item.kode for item in choose_aturan(["SKP201"], [])]
    [('SKP201',)]
    """
    rules = (*ATURAN.values(), *load_aturan())
    known = {each: item for item in rules for each in item.kode}
    for each in (*(kode or ()), *kecuali):
        if each not in known:
            raise TidakAdaError("aturan", each, "ATURAN")
    chosen = [item for item in rules if item.bawaan] if kode is None else [known[it] for it in kode]
    return [item for item in dict.fromkeys(chosen) if not set(item.kode) & set(kecuali)]


def _from(tingkat: Tingkat, temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """The findings as serious as that, or more so, the most serious first."""
    least = _URUTAN.index(tingkat)
    kept = [item for item in temuan if _URUTAN.index(item.tingkat) <= least]
    return tuple(sorted(kept, key=lambda item: _URUTAN.index(item.tingkat)))


def _show(layar: Layar, temuan: Sequence[Temuan]) -> None:
    for line, rupa in list_baris(temuan):
        layar.cetak(line, rupa)


def list_baris(temuan: Sequence[Temuan]) -> Iterable[tuple[str, str]]:
    """Findings as lines, each with its colour: the findings with their advice, and a summary.

    >>> list(list_baris([]))
    [('Tidak ada temuan.', '')]
    """
    told = [(line, "" if tingkat is None else RUPA[tingkat.value]) for line, tingkat in tell_temuan(temuan)]
    table = [(line, "") for line in tabulate_temuan(temuan).splitlines()]
    blank = [("", "")]
    total = (summarise_temuan(temuan), "bold" if told else "")
    return [*told, *(blank if told else []), *table, *(blank if table else []), total]


REVIU = Perintah("reviu", "Periksa sebuah berkas dan tampilkan temuannya.", _prepare, _run)
