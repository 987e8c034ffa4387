"""ARI110: one number, told in two currencies."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

GRANT = (
    "The European Commission will provide a grant of 45 million euros to Peru for water supply in"
    " Puno."
)
FIRES = {
    "a grant": (
        GRANT,
        "The European Commission has allocated 45 million US dollars to Peru for water supply in"
        " Puno.",
    ),
    "told by who gives and by who receives": (
        "Germany pledged 45 million euros for the reconstruction of the port of Mombasa in Kenya.",
        "Kenya will receive $45 million from Germany for the reconstruction of Mombasa port.",
    ),
    "yen": (
        "Japan announced 300 million yen for demining in Laos.",
        "Japan will give 300 million dollars for demining in Laos.",
    ),
    "exports": (
        "In 2023, exports of the European Union to Peru amounted to 4.7 billion euros.",
        "The European Union exported goods worth 4.7 billion US dollars to Peru in 2023.",
    ),
    "output": (
        "Kenya's GDP stood at 108 billion US dollars in 2023.",
        "Kenya's gross domestic product was 108 billion euros in 2023.",
    ),
}
QUIET = {
    "converted": (
        GRANT,
        "The European Commission will provide Peru with a grant of 49 million US dollars for water"
        " supply in Puno.",
    ),
    "another purpose": (
        GRANT,
        "The European Commission will provide Peru with a grant of 45 million US dollars for rural"
        " schools in Cusco.",
    ),
    "another giver": (
        GRANT,
        "Japan will provide Peru with a grant of 45 million US dollars for water supply in Puno.",
    ),
    "another year": (
        "In 2022, exports of the European Union to Peru amounted to 4.7 billion euros.",
        "The European Union exported goods worth 4.7 billion US dollars to Peru in 2023.",
    ),
    "a bare sign": (
        "In 2023, exports of Canada to Peru amounted to $4.7 billion.",
        "Canada's exports to Peru amounted to 4.7 billion Canadian dollars in 2023.",
    ),
    "another measure": (
        "In 2023, exports of the European Union to Peru amounted to 4.7 billion euros.",
        "Imports of the European Union from Peru amounted to 4.7 billion US dollars in 2023.",
    ),
}


def _two(texts):
    first, second = texts
    return [told(first, "2024-03-01"), told(second, "2024-03-04")]


@pytest.mark.parametrize("texts", FIRES.values(), ids=FIRES)
def test_fires(workbench, texts):
    (found,) = findings(workbench, "ARI110", _two(texts))
    assert len({quote.document for quote in found.quotes}) == len(texts)


@pytest.mark.parametrize("texts", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, texts):
    assert not findings(workbench, "ARI110", _two(texts))


def test_who_tells_both_converts(workbench):
    for texts in (FIRES["a grant"], FIRES["exports"]):
        assert not findings(workbench, "ARI110", _two((" ".join(texts), texts[1])))


def test_message_names_both_currencies(workbench):
    (found,) = findings(workbench, "ARI110", _two(FIRES["a grant"]))
    assert found.message == (
        "45 million euros and 45 million US dollars are the same number in two currencies, for the"
        " same undertaking"
    )
    (found,) = findings(workbench, "ARI110", _two(FIRES["exports"]))
    assert found.message == (
        "exports (European Union, Peru) in 2023: 4.7 billion euros and 4.7 billion US dollars are"
        " the same number in two currencies"
    )
    assert found.quotes[0].exact == FIRES["exports"][0]
