"""The functions that a rule may name as its reading, one line each, sorted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from communique.mentions.times.found import Context, Found, Reading
from communique.mentions.times.readings import clock, dates, durations, relative

Read = Callable[[Found, Context], Reading | None]

READINGS: Mapping[str, Read] = MappingProxyType(
    {
        "ago": relative.ago,
        "calendar": dates.calendar,
        "century": relative.century,
        "clock": clock.clock,
        "compound": durations.compound,
        "constant": durations.constant,
        "day_of_month": dates.day_of_month,
        "day_part": clock.day_part,
        "day_range": dates.day_range,
        "decade": relative.decade,
        "duration": durations.duration,
        "figure_date": dates.figure_date,
        "edge_day": relative.edge_day,
        "fiscal_year": relative.fiscal_year,
        "holiday": dates.holiday,
        "iso_date": dates.iso_date,
        "latest_period": relative.latest_period,
        "length_to": durations.length_to,
        "month_range": dates.month_range,
        "open_span": durations.open_span,
        "nothing": durations.nothing,
        "nth_weekday": dates.nth_weekday,
        "part_year": durations.part_year,
        "plain_year": dates.plain_year,
        "quarter": relative.quarter,
        "relative_day": relative.relative_day,
        "repeated": durations.repeated,
        "repeated_day": durations.repeated_day,
        "same_time_before": relative.same_time_before,
        "season": relative.season,
        "shifted_unit": relative.shifted_unit,
        "short_year": dates.short_year,
        "the_unit": relative.the_unit,
        "week_of": dates.week_of,
        "week_of_year": dates.week_of_year,
        "weekday": dates.weekday,
        "year_end": relative.year_end,
        "year_range": dates.year_range,
    }
)
