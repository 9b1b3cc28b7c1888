"""The pages, as a browser asks for them; the figures are those that sakip gives without a database."""

from __future__ import annotations

import datetime as dt
import html
import io
import threading
import zipfile
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar
from urllib.parse import quote

import attrs
from django.contrib.auth.models import Permission, User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client, TestCase, TransactionTestCase, skipUnlessDBFeature
from django.urls import reverse

import sakip
from kinerja.layanan import adopt
from kinerja.management.commands.muat_contoh import DATA
from kinerja.models import Pohon, Realisasi, RealisasiAnggaran, Usulan, VersiPohon, to_isi
from sakip.anggaran import compute_serapan
from sakip.dokumen import make_intake_anggaran, read_realisasi_anggaran
from sakip.gambar import draw_html
from sakip.model import RealisasiAnggaran as Catatan

STRUKTUR = (DATA / "struktur.csv").read_text(encoding="utf-8")
TREE = sakip.read_struktur(DATA / "struktur.csv").dokumen
TERUKUR = sakip.read_realisasi(DATA / "realisasi-ilustrasi-2025.csv").dokumen


def _shown(response: Any) -> str:
    return html.unescape(response.content.decode())


class Contoh(TestCase):
    """With the example loaded, and a planner who may do everything."""

    pohon: ClassVar[Pohon]
    perencana: ClassVar[User]

    @classmethod
    def setUpTestData(cls) -> None:
        call_command("muat_contoh", stdout=io.StringIO())
        cls.pohon = Pohon.objects.get()
        cls.perencana = User.objects.create_superuser("perencana")

    def setUp(self) -> None:
        self.client.force_login(self.perencana)

    def url(self, name: str, **query: str) -> str:
        return reverse(f"kinerja:{name}", args=[self.pohon.pk], query=query)

    def upload(self, teks: str, *, baru: bool = False, nama: str = "struktur.csv") -> Any:
        file = SimpleUploadedFile(nama, teks.encode())
        return self.client.post(
            reverse("kinerja:unggah") if baru else self.url("unggah_versi"), {"berkas": file}, follow=True
        )


class TestSimpan(Contoh):
    def test_tree_and_measurements_come_back_the_same(self) -> None:
        self.assertEqual(VersiPohon.objects.get().pohon_kinerja, TREE)
        rows = {(row.indikator, row.periode): row.to_sakip() for row in Realisasi.objects.all()}
        self.assertEqual(rows, {(item.indikator, str(item.periode)): item for item in TERUKUR})

    def test_every_digit_is_kept(self) -> None:
        number = Decimal("1234567890123456789012.345678901234")
        Realisasi.objects.filter(indikator="IK-P3").update(pembilang=number)
        self.assertEqual(str(Realisasi.objects.get(indikator="IK-P3").pembilang), str(number))
        self.assertTrue(Realisasi.objects.filter(pembilang=number).exists())

    def test_float_is_refused(self) -> None:
        with self.assertRaises(sakip.SakipError), transaction.atomic():
            Realisasi.objects.filter(indikator="IK-P3").update(pembilang=0.1)
        with self.assertRaises(ValidationError):
            Realisasi(pohon=self.pohon, indikator="IK-P3", periode="2026", pembilang=0.1).full_clean()  # type: ignore[misc]

    def test_parts_of_an_index_are_kept(self) -> None:
        record = sakip.Realisasi(
            "IK-P3",
            "2025-TW1",
            komponen={"a": Decimal("12.345")},
            lain=[("Catatan", "x")],
            bukti=["satu", "dua"],
        )
        Realisasi.from_sakip(self.pohon, record).save()
        self.assertEqual(Realisasi.objects.get(periode="2025-TW1").to_sakip(), record)

    def test_one_row_for_each_indikator_and_period(self) -> None:
        with self.assertRaises(IntegrityError), transaction.atomic():
            Realisasi.objects.create(pohon=self.pohon, indikator="IK-P3", periode="2025")
        with self.assertRaises(IntegrityError), transaction.atomic():
            VersiPohon.objects.create(pohon=self.pohon, versi="murni", berlaku=dt.date(2025, 9, 1), isi={})

    def test_an_unknown_indikator_is_refused_in_the_words_of_sakip(self) -> None:
        with self.assertRaisesMessage(ValidationError, 'indikator "IK-P99" tidak ada'):
            Realisasi(pohon=self.pohon, indikator="IK-P99", periode="2025", nilai="1").full_clean()
        with self.assertRaisesMessage(ValidationError, 'simpul "P99" tidak ada'):
            RealisasiAnggaran(pohon=self.pohon, simpul="P99", periode="2025", jumlah=1).full_clean()

    def test_the_example_is_loaded_once(self) -> None:
        with self.assertRaises(CommandError):
            call_command("muat_contoh")
        self.assertEqual(Realisasi.objects.count(), len(TERUKUR))


class TestHalaman(Contoh):
    def test_capaian_is_what_sakip_computes(self) -> None:
        laporan = sakip.compute_capaian(TREE, TERUKUR, 2025)
        shown = _shown(self.client.get(self.url("capaian", periode="2025")))
        self.assertIn(f"{laporan.terhitung} dari {len(laporan)} indikator", shown)
        for row in laporan:
            self.assertIn(row.alasan.kalimat if row.alasan else str(row.capaian), shown)

    def test_policy_and_scale_are_chosen(self) -> None:
        url = self.url("capaian", periode="2025", kebijakan="KEMENKEU", skala="SKALA_PERMENDAGRI_86")
        shown = _shown(self.client.get(url))
        self.assertIn("KEMENKEU dengan SKALA_PERMENDAGRI_86", shown)
        self.assertIn("Sangat Tinggi", shown)

    def test_a_figure_explains_itself(self) -> None:
        shown = _shown(self.client.get(self.url("indikator", id="IK-P3", periode="2025")))
        self.assertIn(sakip.compute_capaian(TREE, TERUKUR, 2025)["IK-P3"].explain(), shown)

    def test_before_the_first_version_there_is_no_plan(self) -> None:
        response = self.client.get(self.url("capaian", periode="2024"))
        self.assertContains(response, "Belum ada versi yang berlaku pada Tahun 2024.")
        self.assertEqual(self.client.get(self.url("indikator", id="IK-P3", periode="2024")).status_code, 404)

    def test_a_wrong_period_is_said_so(self) -> None:
        self.assertIn("bukan periode", _shown(self.client.get(self.url("capaian", periode="besok"))))
        self.assertEqual(self.client.get(self.url("indikator", id="IK-P3", periode="besok")).status_code, 404)

    def test_the_tree_shows_every_node(self) -> None:
        shown = _shown(self.client.get(self.pohon.get_absolute_url()))
        self.assertEqual([simpul.id for simpul in TREE if simpul.uraian not in shown], [])

    def test_perjanjian_kinerja_opens(self) -> None:
        for akhiran, part in (("xlsx", "xl/workbook.xml"), ("docx", "word/document.xml")):
            url = reverse(
                "kinerja:perjanjian",
                args=[self.pohon.pk, akhiran],
                query={"jabatan": "kepala_dinas", "periode": "2025"},
            )
            response = self.client.get(url)
            content = b"".join(response)
            self.assertIn(part, zipfile.ZipFile(io.BytesIO(content)).namelist())
            self.assertIn(f"PK Kepala Dinas 2025.{akhiran}", response["Content-Disposition"])

    def test_perjanjian_kinerja_of_nobody_is_not_found(self) -> None:
        url = reverse("kinerja:perjanjian", args=[self.pohon.pk, "xlsx"], query={"periode": "2025"})
        self.assertEqual(self.client.get(url).status_code, 404)


class TestIsi(Contoh):
    def fill(self, _url: str, **data: str) -> Any:
        form = self.client.get(_url).context["form"]
        return self.client.post(_url, {"diubah_semula": form["diubah_semula"].value(), **data}, follow=True)

    def test_what_is_filled_in_is_computed_at_once(self) -> None:
        response = self.fill(
            self.url("indikator", id="IK-P3", periode="2025"),
            pembilang="1.025,5",
            penyebut="2.051",
            bukti="satu\n\ndua",
        )
        row = Realisasi.objects.get(indikator="IK-P3")
        self.assertEqual((row.pembilang, row.penyebut, row.bukti), (Decimal("1025.5"), 2051, ["satu", "dua"]))
        self.assertIn("1.025,5 ÷ 2.051 × 100 %", _shown(response))

    def test_a_period_of_its_own_is_a_row_of_its_own(self) -> None:
        self.fill(self.url("indikator", id="IK-P3", periode="TW I 2025"), nilai="20 %")
        self.assertEqual(
            list(Realisasi.objects.filter(indikator="IK-P3").values_list("periode", flat=True)),
            ["2025", "2025-TW1"],
        )

    def test_what_sakip_refuses_is_not_kept(self) -> None:
        url = self.url("indikator", id="IK-P3", periode="2025")
        response = self.fill(url, pembilang="13.2918.000", penyebut="1")
        self.assertIn('"13.2918.000" tidak terbaca', _shown(response))
        self.assertContains(self.fill(url), "Belum ada yang diisi.")
        self.assertEqual(Realisasi.objects.get(indikator="IK-P3").pembilang, 1872)

    def test_an_unknown_indikator_gets_no_row(self) -> None:
        url = self.url("indikator", id="IK-P99", periode="2025")
        response = self.client.get(url)
        self.assertEqual(response.status_code, 404)
        self.assertIn('indikator "IK-P99" tidak ada', _shown(response))
        self.assertEqual(self.client.post(url, {"diubah_semula": "", "nilai": "1"}).status_code, 404)
        self.assertEqual(Realisasi.objects.count(), len(TERUKUR))

    def test_nothing_written_meanwhile_is_overwritten(self) -> None:
        url = self.url("indikator", id="IK-P3", periode="2025")
        seen = self.client.get(url).context["form"]["diubah_semula"].value()
        self.fill(url, nilai="50 %")
        response = self.client.post(url, {"diubah_semula": seen, "nilai": "60 %"})
        self.assertContains(response, "sudah diubah orang lain")
        self.assertEqual(Realisasi.objects.get(indikator="IK-P3").nilai, "50 %")

    def test_money_is_filled_in_and_its_serapan_computed(self) -> None:
        shown = _shown(self.fill(self.url("simpul", id="P1", periode="2025"), jumlah="186.125.185"))
        expected = compute_serapan(TREE, [Catatan("P1", 2025, 186_125_185)], 2025)["P1"]
        self.assertIn(expected.explain(), shown)
        self.assertIn(str(expected), _shown(self.client.get(self.url("serapan", periode="2025"))))

    def test_money_that_cannot_be_read_or_kept_is_refused(self) -> None:
        url = self.url("simpul", id="P1", periode="2025")
        self.assertIn("tidak terbaca", _shown(self.fill(url, jumlah="13.2918.000")))
        self.fill(url, jumlah="9" * 25)
        self.assertFalse(RealisasiAnggaran.objects.exists())


class TestIsian(Contoh):
    """A table goes out, is filled in, and comes back."""

    def send(self, text: str, *, nama: str = "isian.csv", **data: str) -> Any:
        file = SimpleUploadedFile(nama, text.encode())
        return self.client.post(
            self.url("isian_kinerja", periode="2025-TW1"), {"berkas": file, **data}, follow=True
        )

    def test_the_table_that_goes_out_comes_back(self) -> None:
        content = b"".join(self.client.get(self.url("tabel_kinerja", periode="2025-TW1")))
        with TemporaryDirectory() as folder:
            path = Path(folder) / "isian.xlsx"
            path.write_bytes(content)
            blank = sakip.read_realisasi(path).dokumen
            every = {item.id for simpul in TREE for item in simpul.indikator}
            self.assertEqual({item.indikator for item in blank}, every)
            filled = [
                attrs.evolve(item, nilai="50 %") if item.indikator == "IK-P3" else item for item in blank
            ]
            sakip.write_dokumen(filled, path)
            file = SimpleUploadedFile("isian.xlsx", path.read_bytes())
        response = self.client.post(
            self.url("isian_kinerja", periode="2025-TW1"), {"berkas": file}, follow=True
        )
        self.assertContains(response, "1 realisasi tersimpan.")
        self.assertEqual(Realisasi.objects.get(periode="2025-TW1").nilai, "50 %")

    def test_one_wrong_row_keeps_all_out(self) -> None:
        shown = _shown(self.send("id_indikator,periode,realisasi\nIK-P1,2025-TW1,20 %\nIK-P99,2025-TW1,1\n"))
        self.assertIn('indikator "IK-P99" tidak ada', shown)
        self.assertFalse(Realisasi.objects.filter(periode="2025-TW1").exists())

    def test_a_row_that_stands_there_twice_keeps_all_out(self) -> None:
        row = "IK-P1,2025-TW1,20 %\n"
        shown = _shown(self.send(f"id_indikator,periode,realisasi\n{row}{row}"))
        self.assertIn("IK-P1 2025-TW1 diisi lebih dari sekali.", shown)
        self.assertFalse(Realisasi.objects.filter(periode="2025-TW1").exists())

    def test_what_no_column_can_hold_is_said_so(self) -> None:
        shown = _shown(self.send(f"id_indikator,periode,realisasi,status\nIK-P1,2025-TW1,1,{'x' * 101}\n"))
        self.assertIn("IK-P1 2025-TW1: ", shown)
        self.assertFalse(Realisasi.objects.filter(periode="2025-TW1").exists())

    def test_what_is_there_is_replaced_only_when_told(self) -> None:
        text = "id_indikator,periode,realisasi\nIK-P1,2025,50 %\n"
        self.assertIn("IK-P1 2025 sudah terisi lain.", _shown(self.send(text)))
        before = Realisasi.objects.get(indikator="IK-P1")
        self.assertNotEqual(before.nilai, "50 %")
        self.assertContains(self.send(text, ganti="on"), "1 realisasi tersimpan.")
        after = Realisasi.objects.get(indikator="IK-P1")
        self.assertEqual((after.pk, after.nilai), (before.pk, "50 %"))
        self.assertGreater(after.diubah, before.diubah)

    def test_what_is_no_table_is_said_so(self) -> None:
        self.assertEqual(list(self.send("bukan tabel").context["form"].errors), ["berkas"])


class TestIsianAnggaran(Contoh):
    """The same with money."""

    def send(self, text: str, *, nama: str = "belanja.csv", **data: str) -> Any:
        file = SimpleUploadedFile(nama, text.encode())
        url = self.url("isian_anggaran", periode="2025-TW1")
        return self.client.post(url, {"berkas": file, **data}, follow=True)

    def test_the_table_that_goes_out_comes_back(self) -> None:
        content = b"".join(self.client.get(self.url("tabel_anggaran", periode="2025-TW1")))
        with TemporaryDirectory() as folder:
            path = Path(folder) / "belanja.xlsx"
            path.write_bytes(content)
            self.assertEqual(read_realisasi_anggaran(path).dokumen, ())  # nobody filled anything in
            blank = make_intake_anggaran(TREE, "2025-TW1")
            filled = [
                attrs.evolve(item, jumlah=1_500_000, keterangan="UP") if item.simpul == "S3" else item
                for item in blank
            ]
            sakip.write_dokumen(tuple(filled), path)
            file = SimpleUploadedFile("belanja.xlsx", path.read_bytes())
        response = self.client.post(
            self.url("isian_anggaran", periode="2025-TW1"), {"berkas": file}, follow=True
        )
        self.assertContains(response, "1 realisasi anggaran tersimpan.")
        row = RealisasiAnggaran.objects.get()
        self.assertEqual((row.simpul, row.jumlah, row.keterangan), ("S3", 1_500_000, "UP"))
        self.assertIn("Penyediaan Sandang", [teks for _, teks in row.to_sakip().lain])
        shown = compute_serapan(TREE, [row.to_sakip()], "2025-TW1")["S3"]
        self.assertIn(str(shown), _shown(self.client.get(self.url("serapan", periode="2025-TW1"))))

    def test_one_wrong_row_keeps_all_out(self) -> None:
        head = "id_simpul,periode,realisasi_anggaran\nS3,2025-TW1,1.000.000\n"
        for row, said in (
            ("S99,2025-TW1,5", 'simpul "S99" tidak ada'),
            ("S4,2025-TW1,13.2918.000", '"13.2918.000"'),
            ("S3,2025-TW1,1.000.000", "S3 2025-TW1 diisi lebih dari sekali."),
            (",2025-TW1,5", "baris 3"),
        ):
            response = self.send(f"{head}{row}\n")
            self.assertIn(said, _shown(response))
            self.assertEqual(len(response.context["form"].non_field_errors()), 1)
            self.assertFalse(RealisasiAnggaran.objects.exists())

    def test_what_is_there_is_replaced_only_when_told(self) -> None:
        RealisasiAnggaran.objects.create(pohon=self.pohon, simpul="S3", periode="2025-TW1", jumlah=1)
        text = "id_simpul,periode,realisasi_anggaran\nS3,2025-TW1,0\n"
        self.assertIn("S3 2025-TW1 sudah terisi lain.", _shown(self.send(text)))
        self.assertContains(self.send(text, ganti="on"), "1 realisasi anggaran tersimpan.")
        self.assertEqual(RealisasiAnggaran.objects.get().jumlah, 0)

    def test_each_table_asks_for_its_own_permission(self) -> None:
        bendahara = User.objects.create_user("bendahara")
        for verb in ("add", "change"):
            permission = Permission.objects.get(codename=f"{verb}_realisasianggaran")
            bendahara.user_permissions.add(permission)
        self.client.force_login(bendahara)
        for name, status in (("isian_anggaran", 200), ("isian_kinerja", 403)):
            self.assertEqual(self.client.get(self.url(name, periode="2025")).status_code, status)


class TestLaporan(Contoh):
    """The report as one page."""

    def test_it_is_what_sakip_draws(self) -> None:
        laporan = sakip.compute_capaian(TREE, TERUKUR, 2025, sakip.KEMENKEU)
        drawn = draw_html(
            TREE, laporan=laporan, serapan=compute_serapan(TREE, [], 2025), temuan=sakip.check(TREE)
        )
        query = {"periode": "2025", "kebijakan": "KEMENKEU"}
        page = self.client.get(self.url("laporan", **query))
        self.assertEqual(page.content.decode(), drawn)
        self.assertTrue(page["Content-Type"].startswith("text/html"))
        kept = self.client.get(self.url("laporan", **query, unduh="ya"))
        self.assertEqual(b"".join(kept).decode(), drawn)
        self.assertIn("attachment", kept["Content-Disposition"])

    def test_it_keeps_its_own_policy(self) -> None:
        page = self.client.get(self.url("laporan", periode="2025"))
        self.assertContains(page, '<meta http-equiv="Content-Security-Policy" content="default-src')
        self.assertNotIn("Content-Security-Policy", page.headers)  # two policies would both have to allow
        self.assertEqual(page.headers["X-Frame-Options"], "DENY")

    def test_the_page_of_capaian_leads_to_it(self) -> None:
        shown = _shown(self.client.get(self.url("capaian", periode="2025", kebijakan="SIPD")))
        self.assertIn(self.url("laporan", periode="2025", kebijakan="SIPD"), shown)

    def test_money_that_was_spent_is_on_it(self) -> None:
        before = self.client.get(self.url("laporan", periode="2025"))
        self.assertNotContains(before, "12.345.678")
        RealisasiAnggaran.objects.create(pohon=self.pohon, simpul="S3", periode="2025", jumlah=12_345_678)
        self.assertContains(self.client.get(self.url("laporan", periode="2025")), "12.345.678")

    def test_without_a_plan_or_a_period_there_is_none(self) -> None:
        for periode in ("2024", "besok", ""):
            self.assertEqual(self.client.get(self.url("laporan", periode=periode)).status_code, 404)


class TestUnggah(Contoh):
    def test_findings_and_changes_are_shown_before_anything_is_kept(self) -> None:
        shown = _shown(self.upload(STRUKTUR.replace("93,59%", "95%")))
        self.assertIn('"93,59%" menjadi "95%"', shown)
        self.assertIn("32.400.0000", shown)  # the document's own slip, with its row
        self.assertEqual(VersiPohon.objects.count(), 1)

    def test_a_new_version_counts_from_its_day(self) -> None:
        self.upload(STRUKTUR.replace("93,59%", "95%"))
        response = self.client.post(
            reverse("kinerja:usulan", args=[Usulan.objects.get().pk]),
            {"versi": "perubahan", "berlaku": "2025-09-01"},
            follow=True,
        )
        self.assertContains(response, "Tersimpan sebagai versi perubahan.")
        for periode, target in (("2025-S1", "93,59%"), ("2025", "95%")):
            rencana = self.pohon.versi_pada(sakip.Periode.parse(periode).akhir)
            assert rencana
            self.assertEqual(str(rencana.pohon_kinerja.indikator("IK-P1").target_for(2025)), target)
        self.assertFalse(Usulan.objects.exists())

    def test_measurements_left_without_their_indikator_are_named(self) -> None:
        lines = [line for line in STRUKTUR.splitlines() if not line.startswith("sub_kegiatan,S43,")]
        shown = _shown(self.upload("\n".join(lines)))
        self.assertIn("IK-S43 2025", shown)
        self.assertIn('hilang: "Pemeliharaan', shown)

    def test_a_new_tree(self) -> None:
        teks = "level,id,induk,uraian\npohon,,,\noutcome,O1,,Meningkatnya kesejahteraan sosial\n"
        self.upload(teks, baru=True, nama="dinas-lain.csv")
        usulan = Usulan.objects.get()
        data = {"versi": "murni", "berlaku": "2026-01-01"}
        self.client.post(reverse("kinerja:usulan", args=[usulan.pk]), data)
        self.assertEqual(Pohon.objects.get(nama=usulan.pohon_kinerja.nama).versi.get().versi, "murni")

    def test_a_name_that_is_taken_is_refused(self) -> None:
        self.upload(STRUKTUR, baru=True)
        data = {"versi": "murni", "berlaku": "2026-01-01"}
        response = self.client.post(reverse("kinerja:usulan", args=[Usulan.objects.get().pk]), data)
        self.assertContains(response, "Pohon dengan nama itu sudah ada.")
        self.upload(STRUKTUR)
        response = self.client.post(reverse("kinerja:usulan", args=[Usulan.objects.first().pk]), data)  # type: ignore[union-attr]
        self.assertIn('Versi "murni" sudah ada.', _shown(response))
        self.assertEqual((Pohon.objects.count(), VersiPohon.objects.count()), (1, 1))

    def test_what_is_no_table_is_said_so(self) -> None:
        response = self.upload("ini bukan tabel", nama="catatan.csv")
        self.assertEqual(list(response.context["form"].errors), ["berkas"])
        self.assertFalse(Usulan.objects.exists())

    def test_a_name_with_a_path_stays_in_its_folder(self) -> None:
        self.upload(STRUKTUR, nama="../../struktur.csv")
        self.assertEqual(Usulan.objects.get().berkas, "struktur.csv")

    def test_a_workbook(self) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "struktur.xlsx"
            sakip.write_struktur(TREE, path)
            file = SimpleUploadedFile(path.name, path.read_bytes())
        response = self.client.post(self.url("unggah_versi"), {"berkas": file}, follow=True)
        self.assertContains(response, "Tidak ada yang berubah.")

    def test_a_proposal_is_thrown_away(self) -> None:
        self.upload(STRUKTUR)
        self.client.post(reverse("kinerja:buang", args=[Usulan.objects.get().pk]))
        self.assertEqual((Usulan.objects.count(), VersiPohon.objects.count()), (0, 1))

    def test_somebody_was_faster(self) -> None:
        self.upload(STRUKTUR.replace("93,59%", "95%"))
        usulan = Usulan.objects.get()
        VersiPohon.objects.create(
            pohon=self.pohon, versi="perubahan", berlaku=dt.date(2025, 9, 1), isi=to_isi(TREE)
        )
        data = {"versi": "perubahan 2", "berlaku": "2025-10-01"}
        response = self.client.post(reverse("kinerja:usulan", args=[usulan.pk]), data)
        self.assertContains(response, "Sementara itu versi lain sudah disimpan.")
        self.assertEqual(VersiPohon.objects.count(), 2)


class TestAman(Contoh):
    def test_every_page_asks_for_a_login(self) -> None:
        for url in (reverse("kinerja:daftar"), self.url("capaian", periode="2025"), self.url("unggah_versi")):
            self.assertRedirects(Client().get(url), f"{reverse('login')}?next={quote(url)}")

    def test_who_may_not_write_does_not(self) -> None:
        tamu = User.objects.create_user("tamu")
        self.client.force_login(tamu)
        self.assertEqual(self.client.get(self.url("unggah_versi")).status_code, 403)
        url = self.url("indikator", id="IK-P3", periode="2025")
        form = self.client.get(url).context["form"]
        data = {"diubah_semula": form["diubah_semula"].value(), "nilai": "1"}
        self.assertContains(self.client.post(url, data), "tidak berwenang")
        tamu.user_permissions.add(Permission.objects.get(codename="change_realisasi"))
        self.assertRedirects(self.client.post(url, data), url)

    def test_a_form_without_its_token_is_refused(self) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.perencana)
        url = self.url("indikator", id="IK-P3", periode="2025")
        self.assertEqual(client.post(url, {"nilai": "1"}).status_code, 403)

    def test_texts_of_a_document_are_never_markup(self) -> None:
        teks = STRUKTUR.replace("Program Penanganan Bencana", "<script>alert(1)</script>")
        self.assertNotContains(self.upload(teks), "<script>")

    def test_admin_opens(self) -> None:
        for name in ("versipohon", "realisasi", "realisasianggaran"):
            self.assertEqual(self.client.get(reverse(f"admin:kinerja_{name}_changelist")).status_code, 200)
        add = reverse("admin:kinerja_versipohon_add")
        self.assertEqual(self.client.get(add).status_code, 403)


@skipUnlessDBFeature("has_select_for_update")
class TestSerentak(TransactionTestCase):
    def test_of_two_at_once_one_is_told(self) -> None:
        call_command("muat_contoh", stdout=io.StringIO())
        pohon, user = Pohon.objects.get(), User.objects.create_user("perencana")
        waiting = [
            Usulan.objects.create(pohon=pohon, dasar=pohon.versi_terakhir(), berkas=nama, isi=to_isi(TREE))
            for nama in ("satu", "dua")
        ]
        start, said = threading.Barrier(2), []

        def run(usulan: Usulan) -> None:
            start.wait()
            try:
                said.append(
                    adopt(usulan, versi=usulan.berkas, berlaku=dt.date(2025, 9, 1), pembuat=user).versi
                )
            except ValidationError as error:
                said.append(str(error.message))
            finally:
                connection.close()

        threads = [threading.Thread(target=run, args=(usulan,)) for usulan in waiting]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sum("Sementara itu" in item for item in said), 1)
        self.assertEqual(pohon.versi.count(), 2)

    def test_of_two_who_fill_in_one_row_one_is_told(self) -> None:
        call_command("muat_contoh", stdout=io.StringIO())
        pohon, user = Pohon.objects.get(), User.objects.create_superuser("perencana")
        url = reverse("kinerja:indikator", args=[pohon.pk], query={"id": "IK-P3", "periode": "2025-TW1"})
        start, said = threading.Barrier(2), []

        def run(nilai: str) -> None:
            client = Client()
            client.force_login(user)
            start.wait()
            said.append(client.post(url, {"diubah_semula": "", "nilai": nilai}).status_code)
            connection.close()

        threads = [threading.Thread(target=run, args=(nilai,)) for nilai in ("1", "2")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(said), [200, 302])
        self.assertEqual(Realisasi.objects.filter(periode="2025-TW1").count(), 1)
