"""Hypothesis strategies for the Rencana Aksi of a perangkat daerah, as its files can hold it."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from sakip.bentuk import BarisAksi, RencanaAksi
from sakip.model import Aktivitas, Indikator, Kegiatan, Program, Sasaran, SubKegiatan, Target
from strategies_bentuk import NILAI, catatan, kalimat, kepala, lain, pagu_revisi, revisi, urut_versi

_PERIODE = ("2025", "2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4", "2025-S1", "2025-03", "2026", "2024-TW4")
_KODE = {Program: "1.06.04", Kegiatan: "1.06.04.2.01", SubKegiatan: "1.06.04.2.01.0003"}


@st.composite
def indikator(draw: st.DrawFn, id: str, label: str, nama: dict[str, str]) -> Indikator:
    """An indikator with what the columns have room for; one without a name has a unit at least."""
    own = nama.setdefault(id, draw(st.just("") | kalimat()))
    tersirat = not own
    when = draw(st.lists(st.tuples(st.sampled_from(_PERIODE), revisi()), unique=True, max_size=4))
    return Indikator(
        id=id,
        nama=own or label,
        satuan=draw(st.sampled_from(("Bulan", "%", "Orang / Bulan") + (() if tersirat else ("",)))),
        penanggung_jawab=draw(catatan()),
        tersirat=tersirat,
        target=sorted(
            (Target(item, draw(st.sampled_from(NILAI)), *versi) for item, versi in when), key=urut_versi
        ),
    )


@st.composite
def _isi(draw: st.DrawFn, id: str, label: str, nama: dict[str, str]) -> dict[str, Any]:
    """What every node of a row may have of its own."""
    rows = [draw(indikator(f"{id}.{number}", label, nama)) for number in range(draw(st.integers(0, 2)))]
    return {"indikator": rows, "keterangan": draw(catatan()), "lain": draw(lain())}


@st.composite
def baris(draw: st.DrawFn, nama: dict[str, str], *, uang: bool) -> BarisAksi:
    """A row; things with the same id have the same name in all rows."""

    def name(id: str) -> str:
        return nama.setdefault(id, draw(kalimat()))

    def component(kelas: Any, above: str, number: int) -> Any:
        id = f"{above}-{kelas.jenis[:2]}{number}"
        label = name(id)
        own = draw(_isi(id, label, nama))
        if uang:
            own["pagu"] = draw(pagu_revisi())
        if kelas is Aktivitas:
            return Aktivitas(id, uraian=label, **own)
        return kelas(id, nama=label, kode=_KODE[kelas] if nama.setdefault(f"{id} kode", "") else None, **own)

    top = f"s{draw(st.integers(1, 3))}"
    uraian = "" if top == "s3" else name(top)
    sasaran = Sasaran(top, uraian=uraian, **draw(_isi(top, uraian, nama)))
    program = draw(st.none() | st.just(component(Program, top, draw(st.integers(1, 2)))))
    above = top if program is None else program.id
    kegiatan = draw(st.none() | st.just(component(Kegiatan, above, draw(st.integers(1, 2)))))
    above = above if kegiatan is None else kegiatan.id
    subs = [component(SubKegiatan, above, number) for number in range(draw(st.integers(0, 3)))]
    above = subs[-1].id if subs else above
    steps = [component(Aktivitas, above, number) for number in range(draw(st.sampled_from((0, 0, 1, 2))))]
    return BarisAksi(sasaran=sasaran, program=program, kegiatan=kegiatan, sub_kegiatan=subs, aksi=steps)


@st.composite
def rencana_aksi(draw: st.DrawFn) -> RencanaAksi:
    """A Rencana Aksi whose rows share sasaran, programs and kegiatan."""
    head = draw(kepala())
    nama: dict[str, str] = {}
    for top in ("s1", "s2", "s3"):
        for path in (f"{top}-pr1", f"{top}-pr1-ke1", f"{top}-pr1-ke1-su0"):
            nama[f"{path} kode"] = draw(st.sampled_from(("", "berkode")))
    uang = str(head.periode) == "2025"
    rows = [draw(baris(nama, uang=uang)) for _ in range(draw(st.integers(1, 4)))]
    return RencanaAksi(kepala=head, baris=rows)
