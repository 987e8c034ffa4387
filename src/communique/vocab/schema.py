"""What a vocabulary file may say: one model a kind of entry.

The files are for people to read and extend; the loader refuses what does not fit, naming file and
entry. Matching is exact in case, except that a name in capitals matches its headline form
("KAZAKHSTAN") and "ß", accents and the two apostrophes are taken as written or plain.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Entry(BaseModel):
    """Base of all entries: unknown keys are errors, values are not coerced, nothing changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class FormerName(Entry):
    """A name that is no longer in use: matched all the same, since older texts have it.

    Attributes:
        name: As written.
        until: Last day of official use, where known.
    """

    name: str
    until: date | None = None


class State(Entry):
    """A state or territory with an ISO 3166-1 code.

    Attributes:
        code: ISO 3166-1 alpha-2, upper case; XK for Kosovo.
        name: Canonical English short name, as in Unicode CLDR.
        official: Formal name without article ("Republic of Kazakhstan").
        names: Other names and abbreviations in use ("U.S.", "UK", "Ivory Coast").
        former: Names no longer in use.
        adjectives: "Kazakh", "Kazakhstani": modify a noun ("the Kazakh side").
        demonyms: Words for its people, plural too, where they differ from the adjective.
        capital: Its seat of government as usually written in English.
        metonyms: Names that stand for its government: the capital, buildings, and usual figures
            ("the Kremlin", "Akorda", "Downing Street"). Written without "the".
        sovereign: False for a territory of another state (Hong Kong, Greenland).
    """

    code: str = Field(pattern=r"^[A-Z]{2}$")
    name: str
    official: str | None = None
    names: tuple[str, ...] = Field(default=(), strict=False)
    former: tuple[FormerName, ...] = Field(default=(), strict=False)
    adjectives: tuple[str, ...] = Field(default=(), strict=False)
    demonyms: tuple[str, ...] = Field(default=(), strict=False)
    capital: str | None = None
    metonyms: tuple[str, ...] = Field(default=(), strict=False)
    sovereign: bool = True


class InstitutionType(StrEnum):
    """What sort of institution an entry is."""

    INTERNATIONAL_ORGANIZATION = "international_organization"
    TREATY_BODY = "treaty_body"
    DEVELOPMENT_BANK = "development_bank"
    FUND = "fund"
    COURT = "court"
    EU_INSTITUTION = "eu_institution"
    EU_BODY = "eu_body"
    GOVERNMENT = "government"
    HEAD_OF_STATE_OFFICE = "head_of_state_office"
    LEGISLATURE = "legislature"
    MINISTRY = "ministry"
    AGENCY = "agency"
    CENTRAL_BANK = "central_bank"
    STATE_COMPANY = "state_company"
    ARMED_GROUP = "armed_group"
    POLITICAL_PARTY = "political_party"
    NGO = "ngo"
    INITIATIVE = "initiative"
    COMPANY = "company"


class Institution(Entry):
    """An institution with a name of its own.

    Attributes:
        name: Canonical English name, without article. Unique among all entries.
        code: Usual acronym, where it collides with no state's code; None otherwise.
        type: What sort it is.
        names: Other names, spellings and acronyms in use.
        former: Names no longer in use.
        metonyms: Places and buildings that stand for it ("Brussels" for the European Union).
        country: ISO code of the state it belongs to; None for an international institution.
        part_of: Name of the institution it belongs to ("European Commission" for a
            directorate-general, "European Union" for the European Council).
        not_part_of: Names of institutions it is often, and wrongly, taken for a part of
            (the EBRD and the Council of Europe are no EU bodies).
        owners: Of a bank, fund or company: ISO codes or names of those who together hold most of
            its capital, where it is no single state's or institution's.
        seat: City.
        founded: Year it began.
        ended: Year it ended.
        successors: Names of the entries that took over, where it ended or was split.
        ambiguous: Names above that are also common words or other names ("Fund", "Council"):
            matched only in a document that also has a full name of the institution.
    """

    name: str
    type: InstitutionType = Field(strict=False)
    code: str | None = Field(default=None, pattern=r"^[A-Za-z0-9+&-]{2,12}$")
    names: tuple[str, ...] = Field(default=(), strict=False)
    former: tuple[FormerName, ...] = Field(default=(), strict=False)
    metonyms: tuple[str, ...] = Field(default=(), strict=False)
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$")
    part_of: str | None = None
    not_part_of: tuple[str, ...] = Field(default=(), strict=False)
    owners: tuple[str, ...] = Field(default=(), strict=False)
    seat: str | None = None
    founded: int | None = None
    ended: int | None = None
    successors: tuple[str, ...] = Field(default=(), strict=False)
    ambiguous: tuple[str, ...] = Field(default=(), strict=False)


class Member(Entry):
    """A member of a grouping, with the dates where they matter.

    Attributes:
        party: ISO code of a state, or the name of an institution or grouping.
        since: First day of membership, where known.
        until: Last day of membership; None while it lasts.
    """

    party: str
    since: date | None = None
    until: date | None = None


class Grouping(Entry):
    """A region, bloc or format that stands for its members ("Central Asia", "G7", "C5+1").

    Attributes:
        name: Canonical English name, without article. Unique among all entries.
        code: Usual acronym, where it has one and it collides with no state's code.
        type: region, bloc or format.
        names: Other names in use ("Central Asian countries", "Central Asian states").
        adjectives: "Central Asian".
        members: With dates; empty only for a region whose extent varies with the speaker.
    """

    name: str
    type: str = Field(pattern=r"^(region|bloc|format)$")
    code: str | None = Field(default=None, pattern=r"^[A-Za-z0-9+-]{2,12}$")
    names: tuple[str, ...] = Field(default=(), strict=False)
    former: tuple[FormerName, ...] = Field(default=(), strict=False)
    adjectives: tuple[str, ...] = Field(default=(), strict=False)
    members: tuple[Member, ...] = Field(default=(), strict=False)


class Post(Entry):
    """A post that people hold, without the state or body it belongs to.

    Attributes:
        name: Canonical English name ("Minister of Foreign Affairs").
        names: Other wordings, abbreviations and spellings ("Foreign Minister", "FM").
        plurals: Plural forms ("foreign ministers"), which introduce several persons.
        single_holder: Whether a state or body has one holder at a time.
        kind: head_of_state, head_of_government, minister, legislator, diplomat, official, head,
            military, royal, judge, party_official, business, other.
        title: Whether it also stands directly before a name ("President Tokayev").
    """

    name: str
    names: tuple[str, ...] = Field(default=(), strict=False)
    plurals: tuple[str, ...] = Field(default=(), strict=False)
    single_holder: bool = True
    kind: str = Field(
        pattern=r"^(head_of_state|head_of_government|minister|legislator|diplomat|official|head|"
        r"military|royal|judge|party_official|business|other)$"
    )
    title: bool = True


class PostSuccession(Entry):
    """A post of one state or body that was renamed, split or merged.

    Attributes:
        party: ISO code or institution name.
        post: The former post, as written at the time.
        successors: The posts that took over, as written.
        since: First day of the new posts.
        source: Where this is stated (law, decree or official notice), in words.
    """

    party: str
    post: str
    successors: tuple[str, ...] = Field(strict=False)
    since: date
    source: str


class NameWords(Entry):
    """Words that take part in names of persons and organisations.

    Attributes:
        honorifics: Before a name, no part of it ("Mr", "H.E.", "Sheikh").
        suffixes: After a name ("Jr.", "PhD").
        particles: Lower-case parts inside a name ("von", "bin", "de la").
        organization_heads: Nouns that make a capitalised phrase an organisation ("Ministry",
            "Agency", "Bank", "University").
        company_suffixes: Legal forms ("JSC", "LLP", "GmbH").
        company_heads: Nouns that names of companies end in, after a word that is a name only
            ("Capital", "Energy", "Motors").
        place_heads: Nouns that make a capitalised phrase a place ("Airport", "Sea", "Valley").
        place_openers: Those that stand before the name without "of" ("Lake", "Cape").
        never_names: Capitalised words that begin no name (months, weekdays, "Joint", "Article").
        given_names: Given names that the packaged list lacks.
        given_names_also_words: Given names that are words as well ("Grace", "Will").
        portfolios: Nouns and adjectives that fields of government are named with ("Industry",
            "Foreign", "Affairs"): they go on after "and" in the name of a ministry or a post.
        gatherings: Nouns of events and documents ("Forum", "Agreement"): a capitalised phrase that
            ends in one is neither an organisation nor a person.
    """

    honorifics: tuple[str, ...] = Field(strict=False)
    suffixes: tuple[str, ...] = Field(strict=False)
    particles: tuple[str, ...] = Field(strict=False)
    organization_heads: tuple[str, ...] = Field(strict=False)
    company_suffixes: tuple[str, ...] = Field(strict=False)
    company_heads: tuple[str, ...] = Field(default=(), strict=False)
    place_heads: tuple[str, ...] = Field(strict=False)
    place_openers: tuple[str, ...] = Field(default=(), strict=False)
    never_names: tuple[str, ...] = Field(strict=False)
    given_names: tuple[str, ...] = Field(default=(), strict=False)
    given_names_also_words: tuple[str, ...] = Field(default=(), strict=False)
    portfolios: tuple[str, ...] = Field(default=(), strict=False)
    gatherings: tuple[str, ...] = Field(default=(), strict=False)


class Membership(Entry):
    """Who belongs to an institution, with dates.

    Attributes:
        institution: Name of the institution.
        members: With the dates of accession and departure.
    """

    institution: str
    members: tuple[Member, ...] = Field(strict=False)
