"""Parties: states, institutions and groupings of the vocabulary, and what refers back to them."""

from __future__ import annotations

from collections.abc import Iterator

from communique.mentions.context import Context, PartyName, Proposal, Strength, form_of
from communique.mentions.metonyms import stands_for_party
from communique.mentions.words import Run, is_name
from communique.model.mention import PartyMention
from communique.vocab.lexicon import Form, PartySense

# Before a hyphen: what is so called is of no single state.
_BETWEEN = frozenset({"inter", "pan", "trans", "intra"})


def propose(context: Context) -> Iterator[Proposal]:
    """Propose every party that the text names."""
    for name in context.party_names:
        sense = _sense(context, name)
        if sense is not None:
            yield _proposal(context, name.run, sense, _strength(name.run, sense))
            yield from _inside(context, name, sense)
    yield from _short_forms(context)


def _inside(context: Context, name: PartyName, sense: PartySense) -> Iterator[Proposal]:
    """The state or parent body that the name of an institution contains.

    "Central Bank of Iraq" names Iraq, too, and "United Nations General Assembly" the United
    Nations, as "Ministry of Water of Iraq" does, which the vocabulary does not hold.
    """
    first, last = name.run
    if sense.is_state or last - first < 2:
        return
    for index in range(first, last):
        # From the first word on, the longest name would be the whole again.
        inside = context.words.text[first : last - 1 if index == first else last]
        found = context.knowledge.parties.longest(inside, index - first)
        if found is None:
            continue
        end, senses = found
        inner = next((s for s in senses if s.form is Form.NAME and _belongs(s, sense)), None)
        if inner is not None:
            yield _proposal(context, Run(index, first + end), inner, Strength.SEEN)
            return


def _belongs(inner: PartySense, outer: PartySense) -> bool:
    """Whether the inner party is the state or the parent body of the outer."""
    if inner.is_state:
        return inner.country == outer.country
    return inner.name == outer.parent


def _strength(run: Run, sense: PartySense) -> Strength:
    if sense.form is Form.AMBIGUOUS:
        return Strength.GUESS
    return Strength.FULL_NAME if run.last - run.first > 1 else Strength.KNOWN


def _proposal(context: Context, run: Run, sense: PartySense, strength: Strength) -> Proposal:
    start, end = context.span(run)
    mention = PartyMention(
        start=start,
        end=end,
        text=context.document.text[start:end],
        name=sense.name,
        code=sense.code,
        metonym=sense.form is Form.METONYM,
    )
    return Proposal(run, strength, mention, beside=True)


def _sense(context: Context, name: PartyName) -> PartySense | None:
    """What a name of the vocabulary stands for here; None if it is no party here."""
    run = name.run
    if _shouted_word(context, run) or _part_of_another(context, run) or _currency(context, run):
        return None
    if _among_many(context, run):
        return None
    named = [sense for sense in name.senses if sense.form is Form.NAME]
    if named:
        elsewhere = _is_us_state(context, run, named[0]) or _named_after(context, run)
        return None if elsewhere else _choose(context, named)
    adjective = form_of(name, Form.ADJECTIVE)
    if adjective is not None:
        in_post = run.first in context.post_at
        return None if in_post or _is_language(context, run) else adjective
    metonym = form_of(name, Form.METONYM)
    if metonym is not None:
        cues = context.knowledge.cues
        return metonym if stands_for_party(context.words, run, metonym.seat, cues) else None
    return _ambiguous(context, name)


def _ambiguous(context: Context, name: PartyName) -> PartySense | None:
    """The party that a name like "Congress" or "AU" means here, if the document tells.

    It does by naming the party in full, or the body that it is part of; a national body is also
    meant where its state is the document's own.
    """
    known, home = context.named_in_full, context.home
    for sense in name.senses:
        if sense.name in known:
            return sense
    alone = name.run.last - name.run.first > 1 or _alone(context, name.run)
    for sense in name.senses if alone else ():
        if sense.parent in known or (sense.country is not None and sense.country == home):
            return sense
    return None


def _alone(context: Context, run: Run) -> bool:
    """Whether a word is a name by itself: an acronym, after "the", or before a post."""
    word = context.words.text[run.first]
    if word.isupper() or run.last in context.post_at or not is_name(word):
        return word.isupper() or is_name(word)
    in_phrase = any(phrase.first <= run.first < phrase.last for phrase in context.organizations)
    return not in_phrase and not is_name(context.words.at(run.last))


def _choose(context: Context, senses: list[PartySense]) -> PartySense:
    """Of several parties of one name the one that the document also names otherwise."""
    if len(senses) == 1:
        return senses[0]
    known = context.named_in_full
    return next((sense for sense in senses if sense.name in known), senses[0])


def _shouted_word(context: Context, run: Run) -> bool:
    """Whether what looks like an acronym is a word of a heading in capitals."""
    word = context.words.text[run.first]
    single = run.last - run.first == 1
    common = word.lower() in context.knowledge.cues.capital_words
    return single and word.isupper() and common and context.shouted(run.first)


def _currency(context: Context, run: Run) -> bool:
    """Whether the name only says whose money: "US dollars", "Swiss francs", "US$"."""
    return context.words.at(run.last).lower() in context.knowledge.cues.money_after


def _part_of_another(context: Context, run: Run) -> bool:
    """Whether the text itself explains the acronym as something else."""
    if run.last - run.first > 1:
        return False
    definition = context.definitions.get(context.words.text[run.first])
    if definition is None:
        return False
    named = context.party_at.get(definition.phrase.last - 1)
    if named is not None and named.run == definition.phrase:
        mine = context.party_at[run.first]
        return not {s.name for s in named.senses} & {s.name for s in mine.senses}
    return any(
        phrase.last >= definition.phrase.last and phrase.first <= definition.phrase.first
        for phrase in context.organizations
    )


def _is_us_state(context: Context, run: Run, sense: PartySense) -> bool:
    """Whether a state of the world is here the division of the United States of that name.

    It is after a city ("Atlanta, Georgia"), or where the document names other divisions and says
    nothing else of the country.
    """
    found = context.knowledge.gazetteer.find(sense.name)
    if not any(place.country == "US" and place.latitude is None for place in found):
        return False
    before = context.words.at(run.first - 2)
    if context.words.at(run.first - 1) == "," and is_name(before):
        cities = context.knowledge.gazetteer.find(before)
        if any(city.country == "US" for city in cities):
            return True
    others = {s.form for n in context.party_names for s in n.senses if s.code == sense.code} - {
        Form.NAME
    }
    return not others and context.names_us_divisions


def _named_after(context: Context, run: Run) -> bool:
    """Whether a name is part of that of a place called after it: "New Mexico", "New Jersey"."""
    if context.words.at(run.first - 1) != "New":
        return False
    name = " ".join(["New", *context.words.text[run.first : run.last]])
    return bool(context.knowledge.gazetteer.find(name))


def _among_many(context: Context, run: Run) -> bool:
    """Whether an adjective tells of a whole continent or people: "the Inter-American Charter"."""
    before, words = run.first - 2, context.words
    hyphen = before >= 0 and words.at(run.first - 1) == "-" and words.joined(before)
    return hyphen and words.at(before).lower() in _BETWEEN


def _is_language(context: Context, run: Run) -> bool:
    """Whether an adjective names a language or a thing rather than a people."""
    words, cues = context.words, context.knowledge.cues
    after = run.last + 1 if words.at(run.last) == "-" else run.last
    if words.at(after).lower() in cues.not_party_after:
        return True
    ends = not words.tag(run.last).startswith(("NN", "JJ", "CD", "HYPH", "VB"))
    return ends and words.at(run.first - 1).lower() in cues.language_before


def _short_forms(context: Context) -> Iterator[Proposal]:
    """Later mentions: "the Commission" after "European Commission", an explained acronym."""
    words = context.words
    latest: dict[str, PartySense] = {}
    for index, word in enumerate(words.text):
        name = context.party_at.get(index)
        if name is not None and name.senses[0].form is not Form.AMBIGUOUS:
            if index == name.run.last - 1:
                latest.update(_heads(context, name))
        elif word in latest and context.stands_alone(index):
            yield _proposal(context, Run(index, index + 1), latest[word], Strength.SEEN)
    for acronym, definition in context.definitions.items():
        name = context.party_at.get(definition.phrase.last - 1)
        if name is None or name.run.first != definition.phrase.first:
            continue
        for index in context.positions[acronym]:
            yield _proposal(context, Run(index, index + 1), name.senses[0], Strength.RULE)


def _heads(context: Context, name: PartyName) -> dict[str, PartySense]:
    """Head nouns by which an institution is later called, with the institution."""
    sense = name.senses[0]
    if sense.is_state or sense.form is not Form.NAME or name.run.last - name.run.first < 2:
        return {}
    heads = context.knowledge.organization_heads
    return {
        word: sense
        for word in context.words.text[name.run.first : name.run.last]
        if word.lower() in heads and is_name(word)
    }
