"""What a user writes, type-checked against the installed package and run: no plugin, no cast, no ignore."""

from __future__ import annotations

from decimal import Decimal

import sakip
from sakip import CSF, Indikator, Jabatan, Outcome, Persen, PohonKinerja, Program, Realisasi
from sakip.alasan import Alasan
from sakip.banding import Beda, compare_pohon
from sakip.model import AnySimpul
from sakip.penjenjangan import derive_perjanjian_kinerja
from sakip.temuan import Tingkat


def make_pohon() -> PohonKinerja:
    """A small tree, with targets and money given as a user has them."""
    pohon = PohonKinerja("Dinas Contoh", periode="2025-2029")
    pohon.add_jabatan(Jabatan(id="kadis", nama="Kepala Dinas"))
    indikator = Indikator(
        id="IK1",
        nama="Persentase PPKS yang tertangani",
        satuan="%",
        rumus=Persen("PPKS tertangani", "seluruh PPKS"),
        target={"2025": "93,59", 2026: Decimal(95)},
    )
    pohon.add(Outcome(id="O1", uraian="Meningkatnya kesejahteraan sosial", indikator=[indikator]))
    pohon.add(CSF(id="C1", uraian="Meningkatnya pelayanan sosial"), under="O1")
    pohon.add(Program(id="P1", nama="Rehabilitasi Sosial", pagu={2025: 306_749_630}), under="C1")
    pohon.assign("O1", "kadis")
    return pohon


def main() -> None:
    """Each result has the type that it says."""
    pohon = make_pohon()
    laporan: sakip.LaporanCapaian = sakip.compute_capaian(
        pohon, [Realisasi("IK1", "2025", pembilang=880, penyebut=1000)], 2025
    )
    nilai: Decimal | None = laporan["IK1"].nilai
    alasan: Alasan | None = laporan["IK1"].alasan
    if nilai is None:
        raise SystemExit(str(alasan))
    simpul: AnySimpul = pohon["O1"]
    names: list[str] = [item.label for item in pohon.children(simpul.id)]
    serious = [temuan for temuan in sakip.check(pohon) if temuan.tingkat is Tingkat.KESALAHAN]
    beda: Beda = compare_pohon(pohon, pohon.copy())
    janji = derive_perjanjian_kinerja(pohon, "kadis", 2025)
    print(laporan["IK1"], names, len(serious), len(beda), janji.pihak_pertama)


if __name__ == "__main__":
    main()
