"""The pages. Each reads what is stored, lets sakip compute, and shows it."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

import attrs
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

import sakip
from kinerja import layanan
from kinerja.forms import (
    AnggaranForm,
    CapaianForm,
    IsianForm,
    PeriodeForm,
    RealisasiForm,
    TerimaForm,
    UnggahForm,
)
from kinerja.models import Pohon, Realisasi, RealisasiAnggaran, Tercatat, Usulan, VersiPohon
from sakip.banding import compare_pohon
from sakip.kebijakan import KEBIJAKAN
from sakip.model import MURNI, AnySimpul, Jabatan
from sakip.periode import Periode
from sakip.skala import SKALA
from sakip.temuan import Tingkat

BERAT = [tingkat.value for tingkat in Tingkat]
"""How serious findings are, the worst first."""
TERBANYAK = 200
"""How many differences a preview lists."""
HASIL = {"kinerja": "capaian", "anggaran": "serapan"}
"""The page that shows what a filled in table comes to."""


@attrs.frozen
class Cabang:
    """A node with those below it, as the page of a tree shows it."""

    simpul: AnySimpul
    pemilik: Jabatan | None
    anak: tuple[Cabang, ...]


def _branch(pohon: sakip.PohonKinerja, simpul: AnySimpul) -> Cabang:
    below = tuple(_branch(pohon, child) for child in pohon.children(simpul.id))
    return Cabang(simpul, pohon.owner(simpul.id), below)


def _user(request: HttpRequest) -> User:
    """The user: every page asks for a login."""
    return cast("User", request.user)


@require_GET
def daftar(request: HttpRequest) -> HttpResponse:
    """All trees."""
    return render(
        request, "kinerja/daftar.html", {"daftar": Pohon.objects.all(), "usulan": Usulan.objects.all()}
    )


@require_GET
def pohon(request: HttpRequest, pk: int) -> HttpResponse:
    """One tree: its versions, its nodes, its posts."""
    stored = get_object_or_404(Pohon, pk=pk)
    versi = get_object_or_404(stored.versi, pk=request.GET["versi"]) if "versi" in request.GET else None
    versi = versi or stored.versi_terakhir()
    if versi is None:
        raise Http404("Pohon ini belum punya versi.")
    tree = versi.pohon_kinerja
    context = {
        "pohon": stored,
        "versi": versi,
        "cabang": [_branch(tree, simpul) for simpul in tree.roots],
        "banyak": len(tree),
        "jabatan": [item for item in tree.jabatan.values() if tree.assigned_to(item.id)],
        "periode": _first_year(tree, versi),
    }
    return render(request, "kinerja/pohon.html", context)


def _first_year(tree: sakip.PohonKinerja, versi: VersiPohon) -> Periode:
    """The year that a page begins with: that in which the version took effect, or the plan's first after it."""
    first = tree.periode.tahun if tree.periode else 0
    return Periode.parse(str(max(first, versi.berlaku.year)))


@permission_required("kinerja.add_versipohon", raise_exception=True)
@require_http_methods(["GET", "POST"])
def unggah(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Upload the table of a tree: a new one, or the next version of one that is stored."""
    stored = get_object_or_404(Pohon, pk=pk) if pk else None
    form = UnggahForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            made = layanan.propose(form.cleaned_data["berkas"], stored, _user(request))
        except sakip.SakipError as error:
            form.add_error("berkas", error.kalimat)
        else:
            return redirect("kinerja:usulan", pk=made.pk)
    return render(request, "kinerja/unggah.html", {"form": form, "pohon": stored})


@permission_required("kinerja.add_versipohon", raise_exception=True)
@require_http_methods(["GET", "POST"])
def usulan(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read, what is wrong with it, what it changes; and the button that keeps it."""
    waiting = get_object_or_404(Usulan, pk=pk)
    form = TerimaForm(request.POST or None, initial={"versi": "" if waiting.dasar else MURNI})
    if form.is_valid():
        try:
            kept = layanan.adopt(waiting, **form.cleaned_data, pembuat=_user(request))
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"Tersimpan sebagai versi {kept.versi}.")
            return redirect(kept.pohon)
    tree = waiting.pohon_kinerja
    temuan = [*waiting.temuan, *(item.to_record() for item in sakip.check(tree))]
    temuan.sort(key=lambda item: BERAT.index(item["tingkat"]))
    beda = compare_pohon(waiting.dasar.pohon_kinerja, tree).to_records() if waiting.dasar else []
    context = {
        "usulan": waiting,
        "form": form,
        "tree": tree,
        "banyak": len(tree),
        "temuan": temuan,
        "hitung": Counter(item["tingkat"] for item in temuan).items(),
        "beda": beda[:TERBANYAK],
        "lebih": max(0, len(beda) - TERBANYAK),
        "terlantar": layanan.find_stranded(waiting.pohon, tree) if waiting.pohon else [],
    }
    return render(request, "kinerja/usulan.html", context)


@permission_required("kinerja.add_versipohon", raise_exception=True)
@require_POST
def buang(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a proposed tree away."""
    get_object_or_404(Usulan, pk=pk).delete()
    messages.info(request, "Usulan dibuang; tidak ada yang berubah.")
    return redirect("kinerja:daftar")


@require_GET
def capaian(request: HttpRequest, pk: int) -> HttpResponse:
    """The capaian of every indikator in a period."""
    stored = get_object_or_404(Pohon, pk=pk)
    form = CapaianForm(request.GET)
    context: dict[str, Any] = {"pohon": stored, "form": form}
    if form.is_valid():
        data = form.cleaned_data
        try:
            laporan = layanan.compute_laporan(
                stored, data["periode"], KEBIJAKAN.get(data["kebijakan"]), SKALA.get(data["skala"])
            )
        except VersiPohon.DoesNotExist as error:
            form.add_error("periode", str(error))
        else:
            rows = [{**row.to_record(), "tercetak": str(row.capaian)} for row in laporan]
            context |= {"laporan": laporan, "baris": rows, "periode": data["periode"]}
    return render(request, "kinerja/capaian.html", context)


@require_GET
def laporan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The report as one page, to read here or to keep and pass on.

    It brings its own Content-Security-Policy, which allows its own script and nothing else.
    """
    stored = get_object_or_404(Pohon, pk=pk)
    form = CapaianForm(request.GET)
    if not form.is_valid():
        raise Http404(form.errors.as_text())
    data = form.cleaned_data
    periode, policy, skala = data["periode"], KEBIJAKAN.get(data["kebijakan"]), SKALA.get(data["skala"])
    with _known():
        page = layanan.draw_laporan(stored, periode, policy, skala)
    if "unduh" not in request.GET:
        return HttpResponse(page)
    nama = f"laporan {stored} {periode}.html"
    return FileResponse(io.BytesIO(page.encode()), as_attachment=True, filename=nama)


@require_http_methods(["GET", "POST"])
def indikator(request: HttpRequest, pk: int) -> HttpResponse:
    """One indikator in one period: why its figure is what it is, and the form to report it."""
    return _angka(request, pk, "indikator", RealisasiForm, Realisasi, layanan.compute_laporan)


@require_http_methods(["GET", "POST"])
def isian(request: HttpRequest, pk: int, jenis: str) -> HttpResponse:
    """Upload a table that was filled in: of measurements, or of money spent."""
    kind = layanan.ISIAN[jenis]
    if not _user(request).has_perms(kind.izin):
        raise PermissionDenied
    stored = get_object_or_404(Pohon, pk=pk)
    periode = _periode(request)
    form = IsianForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            banyak, temuan = layanan.import_isian(
                kind, form.cleaned_data["berkas"], stored, ganti=form.cleaned_data["ganti"]
            )
        except sakip.SakipError as error:
            form.add_error("berkas", error.kalimat)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, f"{banyak} {kind.sebutan} tersimpan.")
            for item in temuan:
                messages.warning(request, str(item))
            return redirect(reverse(f"kinerja:{HASIL[jenis]}", args=[pk], query={"periode": str(periode)}))
    context = {"form": form, "pohon": stored, "periode": periode, "isian": kind, "jenis": jenis}
    return render(request, "kinerja/isian.html", context)


@require_GET
def tabel_isian(request: HttpRequest, pk: int, jenis: str) -> FileResponse:
    """The table to fill in."""
    stored = get_object_or_404(Pohon, pk=pk)
    periode = _periode(request)
    with _known():
        isi = layanan.write_isian(layanan.ISIAN[jenis], stored, periode)
    return FileResponse(io.BytesIO(isi), as_attachment=True, filename=f"isian {jenis} {periode}.xlsx")


@require_GET
def serapan(request: HttpRequest, pk: int) -> HttpResponse:
    """How much of the money was spent, node by node."""
    stored = get_object_or_404(Pohon, pk=pk)
    form = PeriodeForm(request.GET)
    context: dict[str, Any] = {"pohon": stored, "form": form}
    if form.is_valid():
        try:
            rekap = layanan.compute_rekap(stored, form.cleaned_data["periode"])
        except VersiPohon.DoesNotExist as error:
            form.add_error("periode", str(error))
        else:
            context |= {"rekap": rekap, "periode": form.cleaned_data["periode"]}
    return render(request, "kinerja/serapan.html", context)


@require_http_methods(["GET", "POST"])
def simpul(request: HttpRequest, pk: int) -> HttpResponse:
    """One node in one period: what was spent on it."""
    return _angka(request, pk, "simpul", AnggaranForm, RealisasiAnggaran, layanan.compute_rekap)


@require_GET
def perjanjian(request: HttpRequest, pk: int, akhiran: str) -> FileResponse:
    """The Perjanjian Kinerja of a post, to be opened, signed or edited."""
    stored = get_object_or_404(Pohon, pk=pk)
    with _known():
        nama, isi = layanan.write_perjanjian(
            stored, request.GET.get("jabatan", ""), _periode(request), akhiran
        )
    return FileResponse(io.BytesIO(isi), as_attachment=True, filename=nama)


@contextmanager
def _known() -> Iterator[None]:
    """A page that isn't there, where what an address names is not in the tree, or there is no version yet.

    Raises:
        Http404: It says which.
    """
    try:
        yield
    except sakip.SakipError as error:
        raise Http404(error.kalimat) from error
    except VersiPohon.DoesNotExist as error:
        raise Http404(str(error)) from error


def _periode(request: HttpRequest) -> Periode:
    """The period that an address names.

    Raises:
        Http404: It names none.
    """
    with _known():
        return Periode.parse(request.GET.get("periode", ""))


def _angka(
    request: HttpRequest,
    pk: int,
    jenis: str,
    form_class: type[RealisasiForm | AnggaranForm],
    model: type[Realisasi | RealisasiAnggaran],
    compute: Callable[[Pohon, Periode], Mapping[str, Any] | sakip.LaporanCapaian],
) -> HttpResponse:
    """One figure in one period: what it comes to, and the form to report it."""
    stored = get_object_or_404(Pohon, pk=pk)
    periode = _periode(request)
    id = request.GET.get("id", "")
    response, form = _edit(request, form_class, model, {"pohon": stored, jenis: id, "periode": str(periode)})
    if response is not None:
        return response
    with _known():
        baris = compute(stored, periode)[id]
    context = {"pohon": stored, "periode": periode, "baris": baris, "form": form}
    return render(request, f"kinerja/{jenis}.html", context)


@transaction.atomic
def _edit(
    request: HttpRequest,
    form_class: type[RealisasiForm | AnggaranForm],
    model: type[Realisasi | RealisasiAnggaran],
    key: Mapping[str, Any],
) -> tuple[HttpResponse | None, RealisasiForm | AnggaranForm]:
    """Show the form of a row, or keep what was filled in: the answer if it was kept, and the form."""
    rows = model.objects.all()
    row: Tercatat | None = (
        (rows.select_for_update() if request.method == "POST" else rows).filter(**key).first()
    )
    form = form_class(request.POST or None, instance=row or model(**key))
    if request.method != "POST" or not form.is_valid():
        return None, form
    permission = f"kinerja.{'change' if row else 'add'}_{model.__name__.lower()}"
    if not _user(request).has_perm(permission):
        form.add_error(None, "Anda tidak berwenang mengisi ini.")
        return None, form
    try:
        with transaction.atomic():
            form.save()
    except IntegrityError:  # somebody else filled it in between the look and the save
        form.add_error(None, "Isian ini sementara itu sudah diisi orang lain. Muat ulang halamannya.")
        return None, form
    messages.success(request, f"Tersimpan: {form.instance}.")
    return redirect(request.get_full_path()), form
