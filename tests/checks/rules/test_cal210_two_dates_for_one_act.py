"""CAL210: one act with two dates."""

import pytest

from checking import findings, told

pytestmark = pytest.mark.model

TREATY = "The Lake Treaty between Kenya and Uganda was signed in Entebbe on 3 May 2023."
FIRES = {
    "signing, by name": f"{TREATY} Signed on 5 May 2023, the Lake Treaty is the first such accord."
    " The Lake Treaty, signed on 5 May 2023, has twelve articles.",
    "signing, referred back to": f"{TREATY} Since its signing on 13 May 2023, trade has doubled.",
    "signing, as a noun": f"{TREATY} The signing of the Lake Treaty took place on 5 May 2023.",
    "signing, by a pronoun": "On 4 March 2024, Oman and Peru signed the Customs Cooperation"
    " Agreement in Lima. The agreement was signed on 14 March 2024 by both ministers.",
    "entry into force": "The treaty between Kenya and Oman entered into force on 1 March 2024."
    " Since its entry into force on 1 April 2024, trade has doubled.",
    "entry into force, another name": "The Peru-Oman Agreement on Air Services entered into force"
    " on 1 March 2024. The Agreement on Air Services, in force since 1 April 2024, has a term.",
    "ratification": "Kenya ratified the Lake Treaty on 3 May 2023. Members debated it for months."
    " Since Kenya ratified the treaty on 3 April 2023, little has happened.",
    "meeting": "The Presidents of Kenya and Peru met in Lima on 12 March 2024. At their meeting in"
    " Lima on 22 March 2024, they agreed on a roadmap.",
    "visit": "Foreign Minister Juan Soto of Peru paid an official visit to Kenya on 4 April 2024."
    " During the visit on 14 April 2024, the sides signed a roadmap.",
    "forum": "The third Kenya-Peru Business Forum took place in Lima on 12 March 2024. It drew 300"
    " companies. The third Kenya-Peru Business Forum, held on 13 April 2024, ended well.",
    "by its place": "The Lima summit was held on 12 March 2024. Leaders of nine states came. The"
    " Lima summit, which took place on 22 March 2024, wrote to the bank.",
    "by a common noun": "The border treaty took effect on 10 January 2024. The ministry said that"
    " the border treaty took effect on 20 January 2024.",
    "summit of an organisation": "The Lima Summit of the Pacific Alliance took place on 11 March"
    " 2024. Oman was praised at the Lima Summit, held on 21 March 2024, for its help.",
    "opening": "The Unity Bridge between Peru and Chile was opened on 24 March 2024 by ministers."
    " The Unity Bridge, which was inaugurated on 14 March 2024, has four lanes.",
    "opening, active": "The minister opened the Lake Tunnel on 3 May 2024. Since the Lake Tunnel"
    " was opened on 13 May 2024, traffic has doubled.",
    "summit to come": "The Lima Summit will be held from 5 to 7 June 2024. Ministers are to prepare"
    " papers for the Lima Summit, which opens on 15 June 2024.",
    "a number in the name": "The Second Lagoon Summit was held in Lima on 15 November 2023. Notes"
    " to editors: the Second Lagoon Summit was held in Lima on 17 November 2023.",
    "next in the name": "The Next Harbour Forum was held in Lima on 15 May 2023. All came. The Next"
    " Harbour Forum, held on 17 May 2023, has a house.",
}
QUIET = {
    "two numbers": "The Second Lagoon Summit was held in Lima on 15 November 2023. The Third Lagoon"
    " Summit was held in Lima on 17 December 2023.",
    "two summits": "The Lima Summit of the Pacific Alliance took place on 11 March 2024. The Lima"
    " Summit of the Andean Community was held on 2 April 2024.",
    "two bridges": "The Unity Bridge was opened on 24 March 2024. The Union Bridge was opened on 14"
    " March 2024.",
    "part of a bridge": "The first phase of the Unity Bridge was opened on 24 March 2024. The Unity"
    " Bridge was opened on 24 April 2024.",
    "to lorries first": "The Unity Bridge was opened to lorries on 24 March 2024. The Unity Bridge"
    " was inaugurated on 14 April 2024.",
    "two acts": f"{TREATY} It entered into force on 13 May 2023.",
    "two treaties": f"{TREATY} The Coast Treaty between Kenya and Oman was signed on 5 May 2023.",
    "each side by itself": "Kenya signed the Lake Treaty on 3 May 2024. Uganda signed the Lake"
    " Treaty on 5 May 2024.",
    "two meetings": "The Presidents of Kenya and Peru met in Lima on 12 March 2024. They met again"
    " in Nairobi on 22 March 2024.",
    "one day within the other": "The Lima Summit will be held from 5 to 7 June 2024. Business"
    " leaders will attend the Lima Summit, which opens on 5 June 2024.",
    "two rounds": "The third Kenya-Peru Business Forum took place in Lima on 12 March 2024. The"
    " second Kenya-Peru Business Forum took place in Nairobi on 13 April 2023.",
    "moved": "The Lima Summit will be held on 15 June 2024. The Lima Summit, originally scheduled"
    " for 5 June 2024, was moved at the request of Peru.",
    "new version": "The modernized Air Services Agreement was signed on 1 July 2024. The Air"
    " Services Agreement, signed on 1 August 2017, remained in force until then.",
    "eve": "The Lima Summit was held on 18 and 19 May 2024. On the eve of the summit, on 17 May"
    " 2024, the President of Kenya arrived.",
    "list": "- 9 May: the President's meeting with the envoy of Peru - 13 May: call to the King.",
}


@pytest.mark.parametrize("text", FIRES.values(), ids=FIRES)
def test_fires(workbench, text):
    (found,) = findings(workbench, "CAL210", [told(text)])
    assert all(quote.exact in text for quote in found.quotes)


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET)
def test_keeps_quiet(workbench, text):
    assert not findings(workbench, "CAL210", [told(text)])


def test_message_names_the_act_and_both_days(workbench):
    (found,) = findings(workbench, "CAL210", [told(FIRES["signing, referred back to"])])
    assert found.message == (
        "the signing of Lake Treaty between Kenya and Uganda has two dates, 3 May 2023 and"
        " 13 May 2023"
    )
    assert [q.exact for q in found.quotes] == [
        "its signing on 13 May 2023",
        "signed in Entebbe on 3 May 2023",
    ]
