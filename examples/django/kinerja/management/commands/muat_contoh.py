"""Load the example: the tree of Dinas Sosial Kotawaringin Timur 2025, with invented measurements."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

import sakip
from kinerja.models import Pohon, Realisasi, VersiPohon, to_isi

DATA = Path(__file__).resolve().parents[4] / "dinsos-kotawaringin-timur-2025"


class Command(BaseCommand):
    """Load the example once."""

    help = "Memuat contoh: pohon Dinas Sosial Kotawaringin Timur 2025 dengan realisasi rekaan."

    @transaction.atomic
    def handle(self, *_args: Any, **_options: Any) -> None:
        """Load it, or nothing of it."""
        tree = sakip.read_struktur(DATA / "struktur.csv").dokumen
        terukur = sakip.read_realisasi(DATA / "realisasi-ilustrasi-2025.csv").dokumen
        pohon, made = Pohon.objects.get_or_create(nama=tree.nama)
        if not made:
            raise CommandError("Contoh sudah dimuat.")
        VersiPohon.objects.create(pohon=pohon, versi="murni", berlaku=dt.date(2025, 1, 1), isi=to_isi(tree))
        rows = [Realisasi.from_sakip(pohon, record) for record in terukur]
        for row in rows:
            row.full_clean(validate_unique=False, validate_constraints=False)
        Realisasi.objects.bulk_create(rows)
        self.stdout.write(f"{pohon}: {len(tree)} simpul, {len(rows)} realisasi rekaan.")
