"""Findings for other programs: JSON and SARIF."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from sakip.reviu._jalan import HasilReviu
from sakip.temuan import JenisTemuan, Temuan, Tingkat

_LEVEL = {Tingkat.KESALAHAN: "error", Tingkat.PERINGATAN: "warning", Tingkat.SARAN: "note"}


def dumps_temuan(temuan: Iterable[Temuan]) -> str:
    """Findings as JSON: a list of flat records.

    >>> dumps_temuan([])
    '[]'
    """
    return json.dumps([item.to_record() for item in temuan], ensure_ascii=False, indent=2)


def dumps_sarif(hasil: HasilReviu) -> str:
    """A review as SARIF 2.1.0, which code hosts and editors show; what was silenced is marked so.

    >>> import json
    >>> json.loads(dumps_sarif(HasilReviu((), ())))["version"]
    '2.1.0'
    """
    rows = [(item, None) for item in hasil.temuan] + [(item, why.alasan) for item, why in hasil.dibungkam]
    kinds = {item.kode: item.jenis for item, _ in rows}
    run = {
        "tool": {"driver": {"name": "sakip", "rules": [_rule(item) for _, item in sorted(kinds.items())]}},
        "results": [_result(item, alasan) for item, alasan in rows],
    }
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _rule(jenis: JenisTemuan) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": jenis.kode,
        "name": jenis.judul,
        "shortDescription": {"text": jenis.judul},
        "defaultConfiguration": {"level": _LEVEL[jenis.tingkat]},
    }
    if jenis.acuan:
        rule["help"] = {"text": jenis.acuan}
    return rule


def _result(temuan: Temuan, alasan: str | None) -> dict[str, Any]:
    place = temuan.tempat
    location: dict[str, Any] = {
        "logicalLocations": [{"name": place.nama or str(place), "fullyQualifiedName": str(place)}]
    }
    if place.berkas:
        location["physicalLocation"] = {"artifactLocation": {"uri": quote(place.berkas)}}
        if place.baris:
            location["physicalLocation"]["region"] = {"startLine": place.baris}
    text = " ".join(filter(None, (temuan.pesan, temuan.saran)))
    result: dict[str, Any] = {
        "ruleId": temuan.kode,
        "level": _LEVEL[temuan.tingkat],
        "message": {"text": text},
        "locations": [location],
    }
    if alasan is not None:
        result["suppressions"] = [{"kind": "external", "justification": alasan}]
    return result
