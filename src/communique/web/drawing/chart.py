"""The chart of a series, as an SVG image that follows light and dark by itself."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from typing import Any

from communique.model.spelled import number
from communique.web.drawing.values import SIGNS, Value, Values

_WIDTH, _HEIGHT = 660, 280
_SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "triangle-down")
# Colours on white, and for each the one that takes its place in the dark (as in style.css).
_INK, _FAINT, _LINE, _CONFLICT = "#1b2430", "#525f70", "#cfd6df", "#a31621"
_WHO = ("#14508c", "#a3321b", "#1c6b3a", "#7a2b82", "#8a4b00", "#0b6170")
_DARK = {
    _INK: "#e4e9f0",
    _FAINT: "#a3afbf",
    _LINE: "#3a4454",
    _CONFLICT: "#ff9a94",
    **dict(
        zip(_WHO, ("#8cbcf0", "#ff9f85", "#7fd19b", "#dd9be4", "#f0b35c", "#6fd0e0"), strict=True)
    ),
}
# Of the height of the chart, so much is the length of an arrow: it tells the side, not how far.
_ARROW = 0.09
_MOST = 38


def _style() -> str:
    rules = "".join(
        f'[fill="{light}"]{{fill:{dark}}}[stroke="{light}"]{{stroke:{dark}}}'
        for light, dark in _DARK.items()
    )
    return f"@media (prefers-color-scheme: dark){{{rules}}}"


#: Style that an image carries. It overrules colours written as attributes.
STYLE = _style()
_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
#: What an image may use: this style, and nothing else.
POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; frame-ancestors 'none'"


def load_library() -> None:
    """Read the chart library, and have it draw once: the first chart takes a second else."""
    import altair
    import vl_convert

    alt: Any = altair
    least = alt.Chart(alt.Data(values=[{"value": 1}])).mark_point().encode(x="value:Q")
    vl_convert.vegalite_to_svg(least.to_dict())


def chart_svg(values: Values, title: str, told: str) -> str:
    """The chart of a series.

    Args:
        values: What it shows, at least one.
        title: What it is a chart of.
        told: What it shows, in words.
    """
    # Both take seconds to load: pages without charts do without.
    import vl_convert

    made: str = vl_convert.vegalite_to_svg(_specification(values))
    head, rest = made.split(">", 1)
    names = f"<title>{escape(title)}</title><desc>{escape(told)}</desc>"
    return f'{head} role="img">{names}<style>{STYLE}</style>{rest}'


def _specification(values: Values) -> dict[str, Any]:
    import altair

    # Not all of the library is typed.
    alt: Any = altair
    rows = list(_rows(values))
    who = [_cut(name) for name in values.who]
    base = alt.Chart(alt.Data(values=rows))
    x = _across(alt, values)
    y = alt.Y("value:Q", title=values.unit or None, scale=alt.Scale(zero=False, padding=24))
    shape = alt.Shape(
        "who:N", title="according to", scale=alt.Scale(domain=who, range=_range(_SHAPES, who))
    )
    colours = alt.Scale(domain=who, range=_range(_WHO, who))
    colour = alt.Color("who:N", title="according to", scale=colours)
    layers = [
        base.transform_filter("datum.lowest != datum.highest")
        .mark_rule(color=_CONFLICT, strokeWidth=2, strokeDash=[3, 3])
        .encode(x=x, y="lowest:Q", y2="highest:Q"),
        base.transform_filter("datum.to != datum.value")
        .mark_rule(strokeWidth=2)
        .encode(x=x, y=y, y2="to:Q", color=colour),
        base.transform_filter("datum.to != datum.value")
        .mark_point(filled=True, size=70, opacity=1)
        .encode(
            x=x,
            y="to:Q",
            color=colour,
            shape=alt.ShapeValue("triangle-up"),
            angle=alt.Angle("turned:Q", scale=None),
        ),
        base.transform_filter("datum.filled == 0")
        .mark_point(size=90, strokeWidth=2, opacity=1)
        .encode(x=x, y=y, shape=shape, color=colour),
        base.transform_filter("datum.filled == 1")
        .mark_point(size=90, filled=True, opacity=1)
        .encode(x=x, y=y, shape=shape, color=colour),
        base.mark_text(align="left", dx=9, dy=-9, fontSize=11, color=_INK).encode(
            x=x, y=y, text="label:N"
        ),
    ]
    if values.dated:
        lasting = base.mark_rule(strokeWidth=1.5, opacity=0.8)
        since, until = alt.X("since:T"), alt.X2("until:T")
        layers.insert(0, lasting.encode(x=since, x2=until, y=y, color=colour))
    made: dict[str, Any] = (
        alt.layer(*layers).properties(width=_WIDTH, height=_HEIGHT).configure(**_look()).to_dict()
    )
    return made


def _across(alt: Any, values: Values) -> Any:  # noqa: ANN401 - the chart library
    if not values.dated:
        return alt.X("place:O", title="period not told", axis=alt.Axis(labels=False, ticks=False))
    years = sorted({value.middle.year for value in values.shown if value.middle})
    told = [{"year": year} for year in range(years[0], years[-1] + 2)]
    axis = alt.Axis(format="%Y", values=told if len(told) <= 12 else alt.Undefined)
    return alt.X("middle:T", title=None, axis=axis, scale=alt.Scale(padding=30))


def _rows(values: Values) -> Iterator[dict[str, Any]]:
    numbers = [value.reading.value for value in values.shown]
    reach = (max(numbers) - min(numbers)) or abs(numbers[0]) or 1
    for place, value in enumerate(values.shown):
        told = value.reading.value
        alike = [v.reading.value for v in values.shown if _same(v, value)]
        yield {
            "place": place,
            "middle": value.middle.isoformat() if value.middle else None,
            "since": (value.first or value.middle).isoformat() if value.middle else None,
            "until": (value.last or value.middle).isoformat() if value.middle else None,
            "value": told,
            "to": told + value.arrow * reach * _ARROW,
            "turned": 0 if value.arrow >= 0 else 180,
            "lowest": min(alike),
            "highest": max(alike),
            "who": _cut(value.who),
            "filled": 0 if value.is_open else 1,
            "label": _label(value),
        }


def _same(one: Value, other: Value) -> bool:
    """Whether two values are of the same period, by the same."""
    return (one.first, one.last, one.who, one.forecast) == (
        other.first,
        other.last,
        other.who,
        other.forecast,
    )


def _label(value: Value) -> str:
    sign = SIGNS[value.reading.bound] + " " if value.reading.bound else ""
    ahead = " (forecast)" if value.forecast else ""
    return f"{sign}{number(value.reading.value)}{ahead}"


def _cut(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= _MOST else line[: _MOST - 1] + "…"


def _range(offered: tuple[str, ...], who: list[str]) -> list[str]:
    return [offered[place % len(offered)] for place in range(len(who))]


def _look() -> dict[str, Any]:
    axis = {
        "labelColor": _FAINT,
        "titleColor": _FAINT,
        "gridColor": _LINE,
        "domainColor": _FAINT,
        "tickColor": _FAINT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    }
    legend = {
        "orient": "bottom",
        "direction": "vertical",
        "columns": 2,
        "labelColor": _INK,
        "titleColor": _FAINT,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "labelLimit": 320,
        "symbolOpacity": 1,
    }
    return {
        "background": "transparent",
        "font": "sans-serif",
        "axis": axis,
        "axisY": {"labelExpr": _SHORT},
        "legend": legend,
        "view": {"stroke": None},
    }


# Millions and billions as people write them.
_SHORT = (
    "abs(datum.value) >= 1e12 ? format(datum.value / 1e12, ',.4~r') + ' tn'"
    " : abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',.4~r') + ' bn'"
    " : abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',.4~r') + ' m'"
    " : format(datum.value, ',.6~r')"
)
