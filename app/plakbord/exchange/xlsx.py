"""Tables as a workbook that Excel and LibreOffice open: a sheet for each, headings that stay in sight, words wrapped.
Importing this module imports xlsxwriter, so it is imported when used."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from plakbord.exchange.inventory_tables import Table

_LONGEST = 32_000
"""Characters in a cell; a workbook holds 32,767."""
_NARROWEST, _WIDEST = 10, 48
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def xlsx_bytes(tables: Sequence[Table], moment: datetime) -> bytes:
    """The bytes of a workbook. Words are always written as words, whatever they begin with; the same tables give the
    same bytes."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": moment, "author": "", "comments": "Plakbord"})
    heading = book.add_format({"bold": True, "bg_color": "#F1F6F4", "bottom": 1, "valign": "top", "text_wrap": True})
    cell = book.add_format({"valign": "top", "text_wrap": True})
    for table in tables:
        sheet = book.add_worksheet(table.name.translate(_FORBIDDEN)[:31].strip(" '"))
        _fill(sheet, table, heading, cell)
    book.close()
    return out.getvalue()


def _fill(sheet: Worksheet, table: Table, heading: Format, cell: Format) -> None:
    for column, words in enumerate(table.headings):
        sheet.write_string(0, column, words[:_LONGEST], heading)
        lengths = [len(str(row[column])) for row in table.rows]
        sheet.set_column(column, column, min(max([_NARROWEST, len(words), *lengths]) + 2, _WIDEST))
    for number, row in enumerate(table.rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, column, value, cell)
            else:
                sheet.write_string(number, column, value[:_LONGEST], cell)
    sheet.freeze_panes(1, 0)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
