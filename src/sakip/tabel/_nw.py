"""The one place that imports narwhals, so that its absence is one clear error."""

from __future__ import annotations

from sakip.errors import EkstraError

try:
    import narwhals.stable.v2 as nw
except ImportError:
    raise EkstraError("narwhals", "tabel") from None

__all__ = ["nw"]
