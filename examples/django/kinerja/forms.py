"""What people fill in. What is wrong with it, sakip says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from django import forms
from kinerja.fields import PeriodeFormField
from kinerja.layanan import BATAS
from kinerja.models import Realisasi, RealisasiAnggaran, Tercatat
from sakip import SakipError
from sakip.angka import format_angka, parse_rupiah
from sakip.kebijakan import KEBIJAKAN
from sakip.skala import SKALA

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    _ModelForm = forms.ModelForm[Tercatat]
else:
    _ModelForm = forms.ModelForm


class UnggahForm(forms.Form):
    """A table of the tree."""

    berkas = forms.FileField(
        label="Tabel struktur",
        help_text="XLSX, XLS, ODS, atau CSV.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.tsv"}),
    )

    def clean_berkas(self) -> UploadedFile[bytes]:
        """Refuse what is too large before it is written anywhere."""
        berkas: UploadedFile[bytes] = self.cleaned_data["berkas"]
        if (berkas.size or 0) > BATAS.ukuran_berkas:
            raise ValidationError(f"Berkas lebih besar daripada {BATAS.ukuran_berkas // 1024**2} MB.")
        return berkas


class IsianForm(UnggahForm):
    """A table of measurements that was filled in."""

    ganti = forms.BooleanField(label="Ganti isian yang sudah ada", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["berkas"].label = "Tabel isian"


class TerimaForm(forms.Form):
    """As what a proposed tree is kept."""

    versi = forms.CharField(label="Versi", max_length=50, help_text="murni, perubahan, …")
    berlaku = forms.DateField(
        label="Berlaku sejak", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class PeriodeForm(forms.Form):
    """The period of a page."""

    periode = PeriodeFormField(label="Periode", help_text="2025, TW II 2025, 2025-08")


class CapaianForm(PeriodeForm):
    """What a page of capaian is computed with."""

    kebijakan = forms.ChoiceField(
        label="Kebijakan",
        required=False,
        choices=[("", "milik pohon"), *((nama, nama) for nama in KEBIJAKAN)],
    )
    skala = forms.ChoiceField(
        label="Skala", required=False, choices=[("", "milik kebijakan"), *((nama, nama) for nama in SKALA)]
    )


class BarisField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        """The list as lines."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """The lines as a list."""
        lines = (super().to_python(value) or "").splitlines()
        return [line.strip() for line in lines if line.strip()]


class UbahForm(_ModelForm):
    """A row that others may be changing at the same time.

    The form carries the moment that the row was last changed, and is refused where that is no
    longer so: what somebody else wrote in the meantime is never overwritten unseen.
    """

    diubah_semula = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["diubah_semula"] = self._stand()

    def _stand(self) -> str:
        return self.instance.diubah.isoformat() if self.instance.pk else ""

    def clean(self) -> dict[str, Any]:
        """Refuse what was made from an older state of the row."""
        if self.cleaned_data.get("diubah_semula") != self._stand():
            raise ValidationError("Isian ini sementara itu sudah diubah orang lain. Muat ulang halamannya.")
        return self.cleaned_data


class RealisasiForm(UbahForm):
    """What was measured."""

    bukti = BarisField(required=False, help_text="satu baris satu bukti")

    class Meta:
        """Everything a person fills in."""

        model = Realisasi
        fields = (
            "nilai",
            "pembilang",
            "penyebut",
            "bukti",
            "kendala",
            "faktor",
            "tindak_lanjut",
            "status",
            "keterangan",
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a form with nothing in it; a reason alone, such as a kendala, says something."""
        data = super().clean()
        if not self.errors and all(data[name] in (None, "", []) for name in self.Meta.fields):
            raise ValidationError("Belum ada yang diisi.")
        return data


class RupiahField(forms.CharField):
    """Whole rupiah as printed: ``12.500.000``."""

    def prepare_value(self, value: Any) -> Any:
        """The stored amount as printed; what was typed, as it was typed."""
        return format_angka(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> Any:
        """The amount."""
        text = super().to_python(value)
        try:
            return text and parse_rupiah(text)
        except SakipError as error:
            raise ValidationError(error.kalimat) from error


class AnggaranForm(UbahForm):
    """What was spent."""

    jumlah = RupiahField(label="Jumlah (rupiah)", widget=forms.TextInput(attrs={"inputmode": "numeric"}))

    class Meta:
        """The amount, and a remark."""

        model = RealisasiAnggaran
        fields = ("jumlah", "keterangan")
