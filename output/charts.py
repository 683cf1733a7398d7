"""Native bar charts beside the summary; the numbers they show stand to their left."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.worksheet.worksheet import Worksheet

from output.characters import visible
from output.summary import Span

_COLUMN = "G"
"""Two columns to the right of the figures."""
_WIDE, _BAR, _AROUND = 17, 0.75, 2.2
"""In centimetres: a chart's width, the height of a bar, and of all that is around the bars."""
_ROW = 0.53
"""The height of a row, in centimetres."""
_COLOUR = "1F3A5F"


def add_charts(sheet: Worksheet, spans: Sequence[Span]) -> None:
    """Adds a chart for each of these stretches of the summary, one below the other."""
    row = 2
    for span in spans:
        high = round(_AROUND + _BAR * (span.last - span.first + 1))
        sheet.add_chart(_chart(sheet, span, high), f"{_COLUMN}{row}")
        row += int(high / _ROW) + 2


def _chart(sheet: Worksheet, span: Span, high: int) -> BarChart:
    first, last = span.first + 2, span.last + 2
    chart = BarChart()
    chart.type = "bar"
    chart.title = visible(span.title)
    chart.legend = None
    chart.gapWidth = 40
    chart.width, chart.height = _WIDE, high
    chart.add_data(Reference(sheet, min_col=3, min_row=first, max_row=last))
    chart.set_categories(Reference(sheet, min_col=2, min_row=first, max_row=last))
    chart.series[0].graphicalProperties = GraphicalProperties(solidFill=_COLOUR)
    # The first row of the figures is the topmost bar.
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = False
    _number_the_bars(chart)
    return chart


def _number_the_bars(chart: BarChart) -> None:
    """Each bar carries its number, so that no scale and no lines are needed; bars begin at nothing."""
    chart.y_axis.scaling.min = 0
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    chart.dataLabels = DataLabelList(showVal=True)
    for other in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
        setattr(chart.dataLabels, other, False)
