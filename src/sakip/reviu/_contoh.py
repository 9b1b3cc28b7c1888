"""The small tree that the rules' examples are made of: clean and complete, so that no rule finds anything."""

from __future__ import annotations

from typing import Any, NamedTuple

import attrs

from sakip.model import (
    CSF,
    Aktivitas,
    AnySimpul,
    Baseline,
    Indikator,
    Jabatan,
    Kegiatan,
    KondisiAntara,
    Outcome,
    Program,
    SubKegiatan,
)
from sakip.pohon import PohonKinerja

_PAGU = {2025: 100_000_000, 2026: 110_000_000}


class _Cabang(NamedTuple):
    """A branch: a program, its kegiatan and its sub kegiatan, each with code, name, condition and indikator."""

    csf: str
    program: tuple[str, str, str, str]
    kegiatan: tuple[str, str, str, str]
    sub_kegiatan: tuple[str, str, str, str]


_CABANG = (
    _Cabang(
        "C1",
        ("1.06.04", "Rehabilitasi Sosial", "Meningkatnya kemandirian PPKS", "Persentase PPKS yang mandiri"),
        (
            "1.06.04.2.01",
            "Rehabilitasi Sosial Dasar",
            "Terpenuhinya kebutuhan dasar PPKS",
            "Persentase kebutuhan dasar yang terpenuhi",
        ),
        (
            "1.06.04.2.01.0001",
            "Penyediaan Permakanan",
            "Tersedianya permakanan",
            "Jumlah penerima permakanan",
        ),
    ),
    _Cabang(
        "C1",
        (
            "1.06.05",
            "Perlindungan dan Jaminan Sosial",
            "Meningkatnya perlindungan keluarga rentan",
            "Persentase keluarga rentan yang terlindungi",
        ),
        (
            "1.06.05.2.02",
            "Pengelolaan Data Fakir Miskin",
            "Mutakhirnya data fakir miskin",
            "Persentase data fakir miskin yang mutakhir",
        ),
        (
            "1.06.05.2.02.0001",
            "Pendataan Fakir Miskin",
            "Terdatanya rumah tangga",
            "Jumlah rumah tangga terdata",
        ),
    ),
    _Cabang(
        "C2",
        (
            "1.06.02",
            "Pemberdayaan Sosial",
            "Meningkatnya peran lembaga sosial",
            "Persentase lembaga sosial yang aktif",
        ),
        (
            "1.06.02.2.03",
            "Pengembangan Potensi Sumber Kesejahteraan Sosial",
            "Berkembangnya potensi pekerja sosial",
            "Persentase potensi pekerja sosial yang berkembang",
        ),
        (
            "1.06.02.2.03.0001",
            "Peningkatan Kemampuan Pekerja Sosial",
            "Terlatihnya pendamping desa",
            "Jumlah pendamping desa yang terlatih",
        ),
    ),
    _Cabang(
        "C2",
        (
            "1.06.07",
            "Pengelolaan Taman Makam Pahlawan",
            "Meningkatnya penghargaan bagi pahlawan",
            "Persentase pahlawan yang mendapat penghargaan",
        ),
        (
            "1.06.07.2.01",
            "Pemeliharaan Taman Makam",
            "Terpeliharanya taman makam",
            "Persentase taman makam yang terpelihara",
        ),
        ("1.06.07.2.01.0002", "Perawatan Makam", "Bersihnya area makam", "Jumlah area makam yang bersih"),
    ),
)


def measured(id: str, nama: str, **lain: Any) -> Indikator:
    """An indikator with all that its card asks for; what is given replaces that."""
    satuan = {"Persentase": "%", "Indeks": "Indeks"}.get(nama.split(maxsplit=1)[0], "Orang")
    isi: dict[str, Any] = {
        "satuan": satuan,
        "polaritas": "naik",
        "agregasi": "nilai_akhir",
        "formulasi": f"{nama} pada akhir tahun",
        "definisi_operasional": f"{nama} yang tercatat pada akhir tahun",
        "sumber_data": ["Laporan bidang"],
        "baseline": Baseline(2024, f"70 {satuan}"),
        "target": {2025: f"80 {satuan}", 2026: f"85 {satuan}"},
    }
    return Indikator(id=id, nama=nama, **isi | lain)


def bersih() -> PohonKinerja:
    """A complete tree in which no rule finds anything."""
    pohon = PohonKinerja("Dinas Sosial Contoh", periode="2025-2026")
    kepala = "Indeks kesejahteraan sosial masyarakat"
    outcome = Outcome(
        "O1",
        uraian="Meningkatnya kesejahteraan sosial masyarakat",
        indikator=[measured("O1.1", kepala, iku=True)],
    )
    pelayanan = measured("C1.1", "Indeks pelayanan sosial")
    keberdayaan = measured("C2.1", "Indeks keberdayaan warga")
    pohon.add(outcome)
    pohon.add(CSF("C1", uraian="Meningkatnya mutu pelayanan sosial", indikator=[pelayanan]), under="O1")
    pohon.add(CSF("C2", uraian="Meningkatnya keberdayaan warga", indikator=[keberdayaan]), under="O1")
    for number, cabang in enumerate(_CABANG, start=1):
        _add_branch(pohon, number, cabang)
    pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas", jenjang="jpt_pratama", atasan="bupati"))
    for simpul in pohon:
        own = "kadis" if isinstance(simpul, Outcome | CSF) else f"pengampu-{simpul.id}"
        if own not in pohon.jabatan:
            pohon.add_jabatan(
                Jabatan(id=own, nama=f"Pengampu {simpul.id}", jenjang="fungsional", atasan="kadis")
            )
        pohon.assign(simpul.id, own)
    return pohon


def _add_branch(pohon: PohonKinerja, number: int, cabang: _Cabang) -> None:
    above = cabang.csf
    rows = (
        ("P", Program, cabang.program),
        ("K", Kegiatan, cabang.kegiatan),
        ("S", SubKegiatan, cabang.sub_kegiatan),
    )
    for letter, kelas, (kode, nama, uraian, indikator) in rows:
        id = f"{letter}{number}"
        item = measured(f"{id}.1", indikator)
        pohon.add(kelas(id, kode=kode, nama=nama, uraian=uraian, indikator=[item], pagu=_PAGU), under=above)
        above = id


def with_simpul(id: str, **ubah: Any) -> PohonKinerja:
    """The clean tree with one node changed."""
    pohon = bersih()
    pohon.replace(attrs.evolve(pohon[id], **ubah))
    return pohon


def with_indikator(id: str, **ubah: Any) -> PohonKinerja:
    """The clean tree with one indikator changed."""
    pohon = bersih()
    simpul = pohon.simpul_of(id)
    rows = [attrs.evolve(item, **ubah) if item.id == id else item for item in simpul.indikator]
    pohon.replace(attrs.evolve(simpul, indikator=rows))
    return pohon


def with_more(simpul: AnySimpul, under: str | None) -> PohonKinerja:
    """The clean tree with one more node, which has its own owner and, unless it brings one, no indikator."""
    pohon = bersih()
    pohon.add(simpul, under)
    pohon.add_jabatan(Jabatan(id="tambahan", nama="Pengampu tambahan", jenjang="fungsional", atasan="kadis"))
    pohon.assign(simpul.id, "tambahan")
    return pohon


def kondisi(id: str, uraian: str, nama: str) -> KondisiAntara:
    """A condition with one indikator."""
    return KondisiAntara(id, uraian=uraian, indikator=[measured(f"{id}.1", nama)])


def with_steps(**target: Any) -> PohonKinerja:
    """The clean tree with five steps below a sub kegiatan, each with its targets for the year and its triwulan.

    Args:
        target: The targets of a step that replace its own, by the step.
    """
    pohon = bersih()
    uraian = (
        "Memutakhirkan daftar penerima",
        "Memeriksa kelayakan penerima",
        "Menyalurkan permakanan",
        "Melaporkan hasil penyaluran",
        "Menindaklanjuti keluhan penerima",
    )
    for number, text in enumerate(uraian, start=1):
        id = f"A{number}"
        plan = {2025: "60 Orang"} | {f"2025-TW{part}": "15 Orang" for part in range(1, 5)}
        item = Indikator(
            id=f"{id}.1", nama=text, tersirat=True, agregasi="jumlah", target=target.get(id, plan)
        )
        pohon.add(Aktivitas(id, uraian=text, indikator=[item]), under="S1")
        pohon.assign(id, "pengampu-S1")
    return pohon
