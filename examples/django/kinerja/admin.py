"""What an administrator may look at: stored documents are read, rows are mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin

from kinerja.models import Pohon, Realisasi, RealisasiAnggaran, VersiPohon

if TYPE_CHECKING:
    from django.http import HttpRequest

    _Admin = admin.ModelAdmin[VersiPohon]
    _RealisasiAdmin = admin.ModelAdmin[Realisasi]
    _AnggaranAdmin = admin.ModelAdmin[RealisasiAnggaran]
else:
    _Admin = _RealisasiAdmin = _AnggaranAdmin = admin.ModelAdmin


@admin.register(VersiPohon)
class VersiPohonAdmin(_Admin):
    """Versions: they come in by an upload, and nobody changes one."""

    list_display = ("pohon", "versi", "berlaku", "pembuat", "dibuat")

    def has_add_permission(self, _request: HttpRequest) -> bool:
        """They are added by an upload."""
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: VersiPohon | None = None) -> bool:
        """A stored version stays as it is."""
        return False


@admin.register(Realisasi)
class RealisasiAdmin(_RealisasiAdmin):
    """Measurements."""

    list_display = ("indikator", "periode", "nilai", "pembilang", "penyebut", "status", "pohon")
    list_filter = ("pohon", "periode", "status")
    search_fields = ("indikator",)


@admin.register(RealisasiAnggaran)
class RealisasiAnggaranAdmin(_AnggaranAdmin):
    """Spending."""

    list_display = ("simpul", "periode", "jumlah", "pohon")
    list_filter = ("pohon", "periode")
    search_fields = ("simpul",)


admin.site.register(Pohon)
