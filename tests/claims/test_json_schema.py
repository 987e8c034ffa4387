import pytest

from communique.claims.json_schema import claims_schema
from communique.claims.shapes import SHAPES
from communique.model.plain import plain


def schema_of(kind):
    return next(s for s in claims_schema()["oneOf"] if s["title"] == kind)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.kind)
def test_it_has_every_key_that_is_printed(shape, claim_of_each_kind):
    claim = next(c for c in claim_of_each_kind if c.kind == shape.kind)
    schema = schema_of(shape.kind)
    assert set(schema["properties"]) == {"kind", *plain(claim)}
    assert set(schema["required"]) == set(schema["properties"])


def test_what_may_be_empty_may_be_null():
    slots = schema_of("commitment")["properties"]
    assert slots["part_of"]["type"] == ["string", "null"]
    assert slots["amount"]["anyOf"] == [{"$ref": "#/$defs/Amount"}, {"type": "null"}]
    assert schema_of("figure")["properties"]["value"]["type"] == "number"
    assert slots["by"] == {
        "description": "Who gives or does; empty if unsaid.",
        "type": "array",
        "items": {"$ref": "#/$defs/Party"},
    }


def test_shared_shapes_stand_once():
    shared = claims_schema()["$defs"]
    assert shared["Grade"]["enum"][0] == "considered"
    assert shared["When"]["properties"]["first"]["anyOf"][0] == {"type": "string", "format": "date"}
