"""What the codes of ``id_rumus_indikator`` mean, as facts that do not depend on each other."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from sakip.kebijakan import Polaritas
from sakip.periksa import check_text
from sakip.pilihan import to_enum
from sakip.rumus import Agregasi


def _to_polaritas(value: Polaritas | str | None) -> Polaritas | None:
    return None if value is None else to_enum(Polaritas, value, "MaknaRumus", "polaritas")


def _to_agregasi(value: Agregasi | str | None) -> Agregasi | None:
    return None if value is None else to_enum(Agregasi, value, "MaknaRumus", "agregasi")


@attrs.frozen
class MaknaRumus:
    """What one code means: which way is better, and how months are put together.

    How target and realisasi are compared is a third question, which the code does not answer:
    the policy is chosen when capaian is computed.

    Attributes:
        teks: What the application calls it.
        polaritas: Which way is better; None where the code does not say.
        agregasi: How months are put together; None where the code does not say.

    >>> MaknaRumus("Tren Negatif", "turun", "nilai_akhir").polaritas
    <Polaritas.TURUN: 'turun'>
    """

    teks: str = attrs.field(validator=check_text)
    polaritas: Polaritas | None = attrs.field(default=None, converter=_to_polaritas)
    agregasi: Agregasi | None = attrs.field(default=None, converter=_to_agregasi)


RUMUS_SIPD: Mapping[str, MaknaRumus] = {
    "1": MaknaRumus("Tren Positif", Polaritas.NAIK, Agregasi.JUMLAH),
    "2": MaknaRumus("Tren Negatif", Polaritas.TURUN, Agregasi.NILAI_AKHIR),
    "3": MaknaRumus("Persentase", None, Agregasi.NILAI_AKHIR),
    "4": MaknaRumus("Nilai Akhir", None, Agregasi.NILAI_AKHIR),
}
"""The codes in use. ``agregasi`` is what the applications do with months: they add those of code 1
and take the last of the others; percentages that would be added are refused where capaian is computed.

>>> RUMUS_SIPD["1"].agregasi, RUMUS_SIPD["3"].polaritas
(<Agregasi.JUMLAH: 'jumlah'>, None)
"""
