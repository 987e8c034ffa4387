"""SRC505: the publisher of a document disowns what it tells."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

NEWS = "Oman and Peru signed a fisheries agreement in Lima on Monday.\n\n"
FIRES = {
    "views of the author": "The views expressed in this article are those of the author and do not"
    " necessarily reflect the position of the Lima Courier.",
    "own opinion": "Opinions expressed here are the author's own.",
    "may not reflect": "This commentary may not reflect the editorial stance of the magazine.",
    "not responsible": "The Lima Courier is not responsible for the content of press releases.",
    "no responsibility": "The agency bears no responsibility for the accuracy of this information.",
    "does not accept": "The publisher does not accept any liability for errors in this report.",
    "issuer alone": "Responsibility for the content of this press release lies solely with the"
    " issuer.",
    "sole responsibility": "The contents of this publication are the sole responsibility of the"
    " authors.",
    "as received": "This press release is published as received and has not been edited.",
    "without changes": "The above release was distributed by Coast Newswire without any changes.",
    "feed": "This story has not been edited by our staff and is published from a syndicated feed.",
    "machine": "This text was translated automatically and may contain errors.",
    "label": "Machine translation from Spanish",
    "machine, long": "Note: this is a machine translation; the Spanish original prevails.",
    "not verified": "These figures could not be independently verified.",
    "we": "We have not been able to verify the claims of either side independently.",
    "agency": "Reuters could not independently verify the report.",
    "no verification": "There was no independent verification of these statements.",
    "endorsement": "Publication of this material does not imply endorsement by the Lima Courier.",
    "vouch": "The editors cannot vouch for the accuracy of this account.",
}
QUIET = {
    "somebody else's": "The ministry is not responsible for the content of the broadcasts, the"
    " Minister of Culture said.",
    "links": "The Lima Courier is not responsible for the content of external websites.",
    "comments": "The publisher bears no responsibility for the content of reader comments.",
    "copyright": "© Lima Courier. All rights reserved. No liability for losses from investments.",
    "advice": "This article is for information only and is not investment advice.",
    "inspectors": "The inspectors could not independently verify the number of warheads.",
    "verified by others": "The figures have not been independently verified by the inspectors.",
    "project": "The ministers agreed to develop machine translation for Quechua.",
    "poll": "The vote does not reflect the views of most fishermen, the Minister said.",
    "capacity": "The Minister attended the opening in a personal capacity.",
    "treaty": "The protocol was published without changes, the Ministry of Oman said.",
    "responsible": "The two sides are responsible for the content of the joint programme.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "SRC505", [told(NEWS + text, publisher="Lima Courier")])
    assert found.quotes[0].exact in text


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "SRC505", [told(NEWS + text, publisher="Lima Courier")])


def test_message_tells_who_disowns_what(workbench):
    text = f"{NEWS}{FIRES['own opinion']}\n\n{FIRES['not verified']}"
    (found,) = findings(workbench, "SRC505", [told(text, publisher="Lima Courier")])
    assert found.message == "Lima Courier says that the views are the author's and not its own"
    assert found.quotes[0].exact == "Opinions expressed here are the author's own."


def test_the_publisher_may_be_unknown(workbench):
    (found,) = findings(workbench, "SRC505", [told(NEWS + FIRES["as received"])])
    assert found.message == "the publisher says that it passes the text on as received"
