"""Columns and form fields for what sakip knows and Django does not: exact numbers, and periods."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

from django import forms
from sakip import SakipError
from sakip.angka import format_angka, parse_angka, to_optional_decimal
from sakip.periode import Periode

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

    _AngkaField = models.Field[Decimal | int | str | None, Decimal | None]
    _PeriodeField = models.CharField[str, str]
else:
    _AngkaField, _PeriodeField = models.Field, models.CharField


class AngkaField(_AngkaField):
    """A number as `sakip` computes with it.

    Django's own ``DecimalField`` fixes the number of decimals, and on SQLite it passes through a
    float, so that more than fifteen digits are lost. This is ``numeric`` without bounds where the
    database has it, and text elsewhere.
    """

    description = "Angka persis"

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The type of the column."""
        return "numeric" if connection.vendor == "postgresql" else "text"

    def from_db_value(self, value: Any, _expression: object, _connection: object) -> Decimal | None:
        """A number, as it was stored."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """A number; float is refused."""
        try:
            return to_optional_decimal(value)
        except SakipError as error:
            raise ValidationError(error.kalimat) from error

    def get_prep_value(self, value: Any) -> Decimal | None:
        """A number; float is refused."""
        prepared = super().get_prep_value(value)
        return to_optional_decimal(prepared)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:  # noqa: FBT001, FBT002  # Django's
        """A number, or its digits where the column is text."""
        number = value if prepared else self.get_prep_value(value)
        return number if number is None or connection.vendor == "postgresql" else str(number)

    def formfield(self, **kwargs: Any) -> Any:
        """A text field that reads numbers as Indonesian documents print them."""
        return super().formfield(**{"form_class": AngkaFormField, **kwargs})


class AngkaFormField(forms.CharField):
    """A number as printed: ``1.234,5``."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"empty_value": None, **kwargs})
        self.widget.attrs.setdefault("inputmode", "decimal")

    def prepare_value(self, value: Any) -> Any:
        """A stored number as printed; what was typed, as it was typed."""
        return format_angka(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Any:
        """The number."""
        text = super().to_python(value)
        try:
            return None if text is None else parse_angka(text)
        except SakipError as error:
            raise ValidationError(error.kalimat) from error


class PeriodeField(_PeriodeField):
    """A period in sakip's own spelling, such as ``2025-TW1``, whichever way it was written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max_length": 20, **kwargs})

    def to_python(self, value: Any) -> Any:
        """The period's own spelling."""
        text = super().to_python(value)
        return text and str(read_periode(text))


class PeriodeFormField(forms.CharField):
    """A period as people write it: ``2025``, ``TW II 2025``."""

    def to_python(self, value: Any) -> Any:
        """The period."""
        text = super().to_python(value)
        return text and read_periode(text)


def read_periode(text: str) -> Periode:
    """A period, or the refusal that a form shows."""
    try:
        return Periode.parse(text)
    except SakipError as error:
        raise ValidationError(error.kalimat) from error
