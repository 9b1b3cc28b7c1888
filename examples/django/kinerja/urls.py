"""Addresses. Ids of indikator, simpul and jabatan are the caller's own, so they go into the query."""

from __future__ import annotations

from django.urls import path, re_path

from kinerja import views

app_name = "kinerja"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("unggah/", views.unggah, name="unggah"),
    path("usulan/<int:pk>/", views.usulan, name="usulan"),
    path("usulan/<int:pk>/buang/", views.buang, name="buang"),
    path("pohon/<int:pk>/", views.pohon, name="pohon"),
    path("pohon/<int:pk>/unggah/", views.unggah, name="unggah_versi"),
    path("pohon/<int:pk>/capaian/", views.capaian, name="capaian"),
    path("pohon/<int:pk>/indikator/", views.indikator, name="indikator"),
    path("pohon/<int:pk>/isian/", views.isian, {"jenis": "kinerja"}, name="isian_kinerja"),
    path("pohon/<int:pk>/isian.xlsx", views.tabel_isian, {"jenis": "kinerja"}, name="tabel_kinerja"),
    path("pohon/<int:pk>/isian-anggaran/", views.isian, {"jenis": "anggaran"}, name="isian_anggaran"),
    path(
        "pohon/<int:pk>/isian-anggaran.xlsx", views.tabel_isian, {"jenis": "anggaran"}, name="tabel_anggaran"
    ),
    path("pohon/<int:pk>/laporan.html", views.laporan, name="laporan"),
    path("pohon/<int:pk>/serapan/", views.serapan, name="serapan"),
    path("pohon/<int:pk>/simpul/", views.simpul, name="simpul"),
    re_path(
        r"^pohon/(?P<pk>\d+)/perjanjian-kinerja\.(?P<akhiran>xlsx|docx)$", views.perjanjian, name="perjanjian"
    ),
]
