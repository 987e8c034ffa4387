"""The page on decisions holds a line that is taken in, and tells every ruling and field."""

import json
import re
from dataclasses import fields
from pathlib import Path

from communique.model.decision import Decision, Ruling, Selector
from communique.records.lines import from_line, to_line

PAGE = (Path(__file__).parents[2] / "docs/reference/decisions.md").read_text()


def test_the_example_of_the_page_is_a_decision():
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    decision = from_line(example)
    assert json.loads(to_line(decision)) == json.loads(example)
    assert list(json.loads(to_line(decision))) == [field.name for field in fields(Decision)]


def test_the_page_tells_every_ruling_and_field():
    for name in (*Ruling, *(f.name for shape in (Decision, Selector) for f in fields(shape))):
        assert f"`{name}`" in PAGE
