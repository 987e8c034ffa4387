"""An invented press release and what editors do to it, for tests of stories."""

from __future__ import annotations

from datetime import date

from communique.records.stories.articles import article_of
from communique.records.stories.pairs import Version

DAY = date(2024, 5, 14)

LEAD = (
    "The Minister of Transport of Oman, Salim Al Harthy, received the Secretary of State of Peru, "
    "Rosa Quispe, in Muscat on 13 May 2024. The two sides reviewed the state of bilateral "
    "cooperation and agreed to open a direct shipping line between Salalah and Callao."
)
MONEY = (
    "Oman will provide 45 million dollars for the modernisation of the northern terminal, while "
    "Peru undertakes to shorten customs clearance to 36 hours. A joint committee is to meet every "
    "six months, alternately in each capital, and will report to both governments."
)
QUOTE = (
    "“This line is more than a route for containers,” the minister told reporters after the talks. "
    "“It brings two coasts closer that have looked away from each other for too long, and it gives "
    "our exporters a choice which they did not have before.”"
)
TRADE = (
    "Trade between the two countries reached 312 million dollars in 2023, up 18 per cent on the "
    "year before. Copper concentrate, fish meal and fertiliser account for most of it. Both sides "
    "believe that the volume can double once the new service has been running for three years."
)
STUDY = (
    "The delegations also discussed student exchanges. Four universities have declared themselves "
    "ready to admit young engineers for courses of one year, and scholarships for the first twenty "
    "of them will be paid out of a fund which the ministries set up last autumn."
)
CLOSE = (
    "Before leaving, the guest visited the container yard and laid a wreath at the monument to the "
    "seafarers. A return visit is planned for the spring; its date will be agreed through "
    "diplomatic channels."
)
PARAGRAPHS = (LEAD, MONEY, QUOTE, TRADE, STUDY, CLOSE)
RELEASE = "\n\n".join(PARAGRAPHS)
#: A passage that another desk puts in.
BACKGROUND = (
    "Analysts in the region point out that carriers have so far called at neither port regularly, "
    "since cargo was reloaded in Singapore, which takes eleven days more and costs a fifth of the "
    "freight."
)

#: A form that is filled for one state after another.
FORM = (
    "The Council today approved the request of {state} for support after the {disaster} of {day}. "
    "The decision makes means of the solidarity fund available to the authorities of {state} and "
    "to municipalities that bear the cost of emergency work, of shelter for those who lost their "
    "homes, and of repairs to roads, bridges and waterworks. {person} was named coordinator of the "
    "operations in the affected districts. Further districts may be added if the assessment of the "
    "damage, which is under way, shows that it is needed. Residents can apply by telephone or at "
    "any office of the fund."
)


def form(state, disaster, day, person):
    return FORM.format(state=state, disaster=disaster, day=day, person=person)


def version(text, published=DAY, address=None):
    return Version(article_of(text), published, address)
