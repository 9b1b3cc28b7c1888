"""The reports that the tests of the page look at: that of a real document, and one that wishes it ill."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import attrs

import sakip
from sakip.capaian import LaporanCapaian, LaporanSimpul
from sakip.gambar import draw_html
from sakip.skala import SKALA_PERMENDAGRI_86
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat

DINSOS = Path(__file__).parent.parent / "examples" / "dinsos-kotawaringin-timur-2025"
BERSKALA = attrs.evolve(sakip.LKJIP, nama="LKJIP berskala", skala=SKALA_PERMENDAGRI_86)

JAHAT = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    '" onfocus="alert(3)" autofocus x=\'',
    "</style><style>*{display:none}</style>",
    "<!-- ]]> --><svg onload=alert(4)>",
    "javascript:alert(5)",
    "\u202eterbalik\u2066 & &lt;b&gt; &#39;",
    "nol\x00 bel\x07 kembali\r lompat\x0c hapus\x7f garis\nbaru",
)
"""Texts that would be more than texts in a page that is put together without care."""


class Laporan(NamedTuple):
    """What a page is made of."""

    pohon: sakip.PohonKinerja
    laporan: LaporanCapaian
    gulungan: LaporanSimpul
    temuan: tuple[Temuan, ...]
    catatan: tuple[str, ...]

    def html(self, **lain: object) -> str:
        """The page."""
        more = {
            "laporan": self.laporan,
            "gulungan": self.gulungan,
            "temuan": self.temuan,
            "catatan": self.catatan,
        }
        return draw_html(self.pohon, **{**more, **lain})  # type: ignore[arg-type]  # as the test says


def dinsos() -> Laporan:
    """Dinas Sosial Kotawaringin Timur, with the invented realisasi of the example."""
    read = sakip.read_struktur(DINSOS / "struktur.csv")
    measured = sakip.read_realisasi(DINSOS / "realisasi-ilustrasi-2025.csv")
    laporan = sakip.compute_capaian(read.dokumen, measured.dokumen, 2025, BERSKALA)
    return Laporan(
        read.dokumen,
        laporan,
        sakip.roll_up(read.dokumen, laporan, anak="rata_rata"),
        (*read.temuan, *measured.temuan, *sakip.check(read.dokumen)),
        tuple(measured.keterangan),
    )


def jahat() -> Laporan:
    """A tree whose every text is one of the ill ones, at every place that takes a text."""
    pohon = sakip.PohonKinerja(
        JAHAT[0], instansi=sakip.Instansi(nama=JAHAT[1], wilayah=JAHAT[2]), periode=2025
    )
    for nomor, teks in enumerate(JAHAT):
        pohon.add_jabatan(sakip.Jabatan(id=f"J{nomor}{teks}", nama=teks))
        indikator = sakip.Indikator(
            id=f"IK{nomor}{teks}",
            nama=teks,
            satuan=teks,
            target={2025: 10},
            definisi_operasional=teks,
            formulasi=teks,
            sumber_data=[teks],
            keterangan=teks,
        )
        node = sakip.Outcome(f"S{nomor}{teks}", uraian=teks, indikator=[indikator], keterangan=teks)
        pohon.add(node)
        pohon.assign(node.id, f"J{nomor}{teks}")
    terukur = [
        sakip.Realisasi(
            kpi.id,
            2025,
            8,
            bukti=[kpi.nama],
            kendala=kpi.nama,
            faktor=kpi.nama,
            tindak_lanjut=kpi.nama,
            status=kpi.nama,
        )
        for node in pohon
        for kpi in node.indikator
    ]
    kebijakan = attrs.evolve(BERSKALA, nama=JAHAT[0], acuan=JAHAT[1])
    laporan = sakip.compute_capaian(pohon, terukur, 2025, kebijakan)
    jenis = JenisTemuan("SKP999", Tingkat.SARAN, JAHAT[0], "{teks}", "{teks}", JAHAT[1])
    temuan = tuple(jenis.temuan(Tempat(simpul=node.id, nama=node.label), teks=node.label) for node in pohon)
    return Laporan(pohon, laporan, sakip.roll_up(pohon, laporan), temuan, JAHAT)
