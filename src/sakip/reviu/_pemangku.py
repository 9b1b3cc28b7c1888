"""Rules about how posts are held: definitively, or by a Plt, Plh or Pj, and when. Never by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from dateutil.relativedelta import relativedelta

from sakip.model import Jabatan, Pemangku, StatusPemangku
from sakip.periode import Periode
from sakip.pohon import PohonKinerja
from sakip.reviu._aturan import Tinjauan, aturan
from sakip.reviu._contoh import bersih
from sakip.temuan import JenisTemuan, Tempat, Temuan, Tingkat, register


def _held(*pemangku: Pemangku) -> PohonKinerja:
    """The clean tree, its head held so."""
    pohon = bersih()
    kadis = Jabatan(
        id="kadis", nama="Kepala Dinas", jenjang="jpt_pratama", atasan="bupati", pemangku=pemangku
    )
    pohon.replace_jabatan(kadis)
    return pohon


def _at(jabatan: Jabatan) -> Tempat:
    return Tempat(nama=jabatan.nama)


_AWAL, _TENGAH, _SESUDAH = dt.date(2025, 1, 1), dt.date(2025, 6, 30), dt.date(2025, 7, 1)

DEFINITIF_BERTUMPUK = register(
    JenisTemuan(
        "SKP605",
        Tingkat.PERINGATAN,
        "pemangku definitif bertumpuk",
        "Jabatan {nama} dipangku definitif dua kali pada waktu yang sama: {satu} dan {lain}.",
        "Perbaiki tanggalnya; yang menggantikan sementara ialah Plt atau Plh.",
        "satu jabatan dipangku seorang pejabat definitif",
    )
)


@aturan(
    DEFINITIF_BERTUMPUK,
    buruk=lambda: _held(Pemangku("definitif", _AWAL), Pemangku("definitif", _SESUDAH)),
    baik=lambda: _held(Pemangku("definitif", _AWAL, _TENGAH), Pemangku("definitif", _SESUDAH)),
)
def definitif_bertumpuk(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Sebuah jabatan dipangku definitif oleh satu orang pada satu waktu; Plh boleh menyela."""
    for jabatan in tinjauan.pohon.jabatan.values():
        last: Pemangku | None = None
        for item in _in_order(row for row in jabatan.pemangku if row.status is StatusPemangku.DEFINITIF):
            if last is not None and (item.mulai is None or _end(last) >= item.mulai):
                yield DEFINITIF_BERTUMPUK.temuan(
                    _at(jabatan), nama=jabatan.nama, satu=str(last), lain=str(item)
                )
            last = item if last is None or _end(item) >= _end(last) else last


def _in_order(pemangku: Iterable[Pemangku]) -> list[Pemangku]:
    return sorted(pemangku, key=lambda item: item.mulai or dt.date.min)


def _end(pemangku: Pemangku) -> dt.date:
    return pemangku.sampai or dt.date.max


PEMANGKU_TIDAK_DISEBUT = register(
    JenisTemuan(
        "SKP606",
        Tingkat.SARAN,
        "pemangku sebagian waktu tidak disebut",
        "Siapa yang memangku jabatan {nama} dari {dari} sampai {sampai}, definitif atau sementara, tidak disebut.",
        "Isi statusnya pada waktu itu: definitif, Plt, Plh, atau Pj.",
        "perjanjian kinerja disepakati pejabat yang memangku jabatan",
    )
)


@aturan(
    PEMANGKU_TIDAK_DISEBUT,
    buruk=lambda: _held(Pemangku("definitif", _AWAL, _TENGAH)),
    baik=lambda: _held(Pemangku("definitif", _AWAL, _TENGAH), Pemangku("plt", _SESUDAH)),
)
def pemangku_tidak_disebut(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Bila pemangku sebuah jabatan berkinerja disebut, seluruh periode rencananya tercakup."""
    span, owners = tinjauan.pohon.periode, {jabatan.id for jabatan in tinjauan.pemilik.values()}
    if span is None:
        return
    for jabatan in tinjauan.pohon.jabatan.values():
        gap = _gap(jabatan.pemangku, span) if jabatan.pemangku and jabatan.id in owners else None
        if gap is not None:
            yield PEMANGKU_TIDAK_DISEBUT.temuan(
                _at(jabatan), nama=jabatan.nama, dari=gap[0].isoformat(), sampai=gap[1].isoformat()
            )


def _gap(pemangku: Iterable[Pemangku], span: Periode) -> tuple[dt.date, dt.date] | None:
    """The first stretch of a span that no holder covers."""
    day = span.mulai
    for item in _in_order(pemangku):
        begin = item.mulai or dt.date.min
        if begin > day:
            return day, min(begin - dt.timedelta(days=1), span.akhir)
        if _end(item) >= span.akhir:
            return None
        day = max(day, _end(item) + dt.timedelta(days=1))
    return day, span.akhir


SEMENTARA_TERLALU_LAMA = register(
    JenisTemuan(
        "SKP607",
        Tingkat.SARAN,
        "pemangku sementara terlalu lama",
        "Jabatan {nama} dipangku {status} lebih dari {batas} bulan: {waktu}.",
        "Periksa tanggalnya, atau tetapkan pejabat definitif supaya tanggung jawabnya jelas.",
        "batas yang lazim dipakai; dapat diatur dengan Setelan",
    )
)


@aturan(
    SEMENTARA_TERLALU_LAMA,
    buruk=lambda: _held(Pemangku("plt", _AWAL)),
    baik=lambda: _held(Pemangku("plt", _AWAL, _TENGAH), Pemangku("definitif", _SESUDAH)),
)
def sementara_terlalu_lama(tinjauan: Tinjauan) -> Iterator[Temuan]:
    """Plt, Plh, dan Pj memangku jabatan untuk sementara; yang terus berlaku dihitung sampai akhir rencana."""
    months, span = tinjauan.setelan.sementara_terlama, tinjauan.pohon.periode
    if months is None:
        return
    for jabatan in tinjauan.pohon.jabatan.values():
        for item in jabatan.pemangku:
            end = item.sampai or (None if span is None else span.akhir)
            if item.status is StatusPemangku.DEFINITIF or item.mulai is None or end is None:
                continue
            if end >= item.mulai + relativedelta(months=months):
                yield SEMENTARA_TERLALU_LAMA.temuan(
                    _at(jabatan), nama=jabatan.nama, status=item.status.sebutan, batas=months, waktu=str(item)
                )
