"""Money on a page."""

from __future__ import annotations

from django import template
from sakip.angka import format_rupiah

register = template.Library()


@register.filter
def rupiah(nilai: int | None) -> str:
    """Whole rupiah as printed; what is not known is no zero."""
    return "—" if nilai is None else format_rupiah(nilai)
