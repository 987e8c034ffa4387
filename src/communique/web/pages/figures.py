"""Figures as series: what is told of each period, by whom, and charts of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from communique.claims.slots.figure import Figure
from communique.model.terms import Indicator
from communique.store.briefs import load_bare
from communique.store.dossier import Connection
from communique.store.listing import load_record
from communique.views.headlines import headline
from communique.views.loading import with_points
from communique.views.series import Series
from communique.views.shown import Shown
from communique.web.asked import TheAsked
from communique.web.drawing.chart import POLICY, STYLE, chart_svg
from communique.web.drawing.sparkline import Sparkline, sparkline_of
from communique.web.drawing.values import Values, values_of
from communique.web.faults import NotThere
from communique.web.paging import Pager
from communique.web.rendering import page, short
from communique.web.site import Site
from communique.web.telling.series import TheIndicator, series_asked
from communique.web.visitors import Reader, TheSite

router = APIRouter()
_PATH = "/figures"
_SIZE = 15
_MEDIA = "image/svg+xml"


@dataclass(frozen=True, slots=True)
class Card:
    """A series on the page.

    Attributes:
        series: The series.
        small: Its small chart; None where there is nothing to compare.
        values: What the chart shows.
    """

    series: Series
    small: Sparkline | None
    values: Values


@router.get(_PATH)
def figures(
    request: Request,
    site: TheSite,
    asked: TheAsked,
    visitor: Reader,
    indicator: TheIndicator,
    number: int = 1,
) -> Response:
    """Series of figures, those that most sources tell first."""
    with site.reading() as connection:
        idents = series_asked(site, connection, asked, indicator)
        told = [*asked.pairs(), ("indicator", indicator)]
        pager = Pager.of_list(number, len(idents), _PATH, told, _SIZE)
        shown = _shown(connection, pager.cut(idents))
        cards = [_card(series) for series in with_points(connection, shown)]
    context = {
        "cards": cards,
        "pager": pager,
        "indicator": indicator,
        "indicators": list(Indicator),
    }
    return page(request, "figures.html", context, asked=asked)


def _shown(connection: Connection, idents: Sequence[str]) -> list[Shown]:
    """Records of figures without what stands behind them, in the order of the ids."""
    bare = {one.record.id: Shown(one) for one in load_bare(connection, idents)}
    return [bare[ident] for ident in idents if ident in bare]


def _card(series: Series) -> Card:
    values = values_of(series.points)
    return Card(series, sparkline_of(values), values)


@router.get("/charts/figures/{ident}.svg")
def chart(ident: str, request: Request, site: TheSite, visitor: Reader) -> Response:
    """The chart of a series.

    Raises:
        NotThere: There is no such series, or it tells no value.
    """
    return _image(request, site, ident, small=False)


@router.get("/charts/figures/{ident}/small.svg")
def small_chart(ident: str, request: Request, site: TheSite, visitor: Reader) -> Response:
    """The small chart of a series.

    Raises:
        NotThere: There is no such series, or it tells no value.
    """
    return _image(request, site, ident, small=True)


def _image(request: Request, site: Site, ident: str, small: bool) -> Response:
    """An image of a series, kept by the revision of its record."""
    with site.reading() as connection:
        listed = load_record(connection, ident)
        if listed is None or listed.record.kind != Figure.kind:
            raise NotThere(f"there is no series {ident}", "its claims may have been rejected")
        tag = f'"{listed.record.id}.{listed.revision}"'
        headers = {"ETag": tag, "Content-Security-Policy": POLICY}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        (series,) = with_points(connection, [Shown(listed)])
    key = (listed.record.id, small)
    drawn = site.cache.get(
        f"revision {listed.revision}", key, lambda: _drawn(request, site, series, small)
    )
    return Response(drawn, media_type=_MEDIA, headers=headers)


def _drawn(request: Request, site: Site, series: Series, small: bool) -> str:
    values = values_of(series.points)
    title = short(headline(series.shown.listed.record.head, site.wording), 200)
    if not values.shown:
        raise NotThere("this series tells no value", "read its record")
    if small:
        context = {"style": STYLE, "title": title, "small": sparkline_of(values)}
        made: str = request.app.state.templates.get_template("small_chart.svg").render(context)
        return made
    count = len(values.shown)
    told = f"{count} values in {values.unit}, according to {short('; '.join(values.who), 300)}"
    return chart_svg(values, title, told)
