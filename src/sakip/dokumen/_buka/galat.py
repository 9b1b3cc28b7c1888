"""The errors that a cell of a workbook can hold, by the number that the binary formats keep."""

from __future__ import annotations

GALAT = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""Their names as spreadsheets show them.

>>> GALAT[0x17]
'#REF!'
"""
