import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It takes about 30% of trade.", [("30%", 30, "about")], id="sign"),
        pytest.param(
            "It fell three and a half per cent.", [("three and a half per cent", 3.5, None)],
            id="words",
        ),
        pytest.param("It cuts 15-20 percent.", [("15-20 percent", 15, "at_least")], id="range"),
        pytest.param("It rose 2 percentage points.", [], id="points"),
        pytest.param("A large percentage of voters came.", [], id="no-number"),
    ],
)  # fmt: skip
def test_percentages(find, text, expected):
    assert [(m.text, m.value, m.bound) for m in find(text, "percent")] == expected
