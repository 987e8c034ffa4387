"""Places: by the gazetteer, the recogniser, a noun like "Sea", and states where things happen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from communique.mentions.context import Context, PartyName, Proposal, Strength, form_of
from communique.mentions.metonyms import stands_for_party
from communique.mentions.words import Run, is_name
from communique.model.mention import PlaceMention
from communique.vocab.lexicon import Form
from communique.vocab.places import Place

# A smaller town in a country of the document is meant rather than a city elsewhere, unless that
# city is this many times as large.
_FAR_LARGER = 30
# Lists of places and names of places are followed no further than this many words.
_LONGEST_LIST = 40
_LONGEST_NAME = 10
_LABELS = frozenset({"GPE", "LOC", "FAC"})


def propose(context: Context) -> Iterator[Proposal]:
    """Propose every place that the text names."""
    countries = _countries(context)
    for name in context.party_names:
        yield from _of_party(context, name)
    for run in _in_gazetteer(context):
        sure = _located(context, run) or _in_brackets(context, run)
        strength = Strength.KNOWN if sure else Strength.SEEN
        yield _proposal(context, run, _country(context, run, countries), strength)
    for run in _by_head(context):
        yield _proposal(context, run, None, Strength.RULE)
    for run in _by_recogniser(context):
        yield _proposal(context, run, _country_after(context, run), Strength.GUESS)


def _proposal(
    context: Context, run: Run, country: str | None, strength: Strength, beside: bool = False
) -> Proposal:
    start, end = context.span(run)
    mention = PlaceMention(
        start=start,
        end=end,
        text=context.document.text[start:end],
        name=_name(context, run),
        country=country,
    )
    return Proposal(run, strength, mention, beside=beside)


def _name(context: Context, run: Run) -> str:
    """The place's name; one in capitals, as in a dateline, as it is usually written."""
    name = context.name(run)
    usual = name.title()
    return usual if name.isupper() and usual in context.knowledge.gazetteer else name


def _countries(context: Context) -> Counter[str]:
    """How often the document names each state, by code."""
    return Counter(
        sense.country
        for name in context.party_names
        for sense in name.senses[:1]
        if sense.country is not None
    )


def _of_party(context: Context, name: PartyName) -> Iterator[Proposal]:
    """A capital where it is no metonym; a state where something is; a part of a state."""
    run, words = name.run, context.words
    metonym = form_of(name, Form.METONYM)
    sense = form_of(name, Form.NAME)
    if metonym is not None and sense is None:
        if not stands_for_party(words, run, metonym.seat, context.knowledge.cues):
            strength = Strength.FULL_NAME if run.last - run.first > 1 else Strength.KNOWN
            country = _country_after(context, run) or _capital_country(context, name)
            yield _proposal(context, run, country, strength)
        return
    if sense is None or not (sense.is_state or sense.code is None):
        return
    before = run.first - 1
    part = words.at(before)
    if part.lower() in context.knowledge.cues.directions and words.same_sentence(before, run.first):
        first = before if is_name(part) else run.first
        if is_name(part) and not words.opens_sentence(before):
            yield _proposal(context, Run(first, run.last), sense.country, Strength.FULL_NAME)
            return
        before -= 1
    if words.at(before).lower() == "the":
        before -= 1
    located = words.at(before).lower() in context.knowledge.cues.located
    if located and words.same_sentence(before, run.first) and not _modifies(context, run):
        yield _proposal(context, run, sense.country, Strength.KNOWN, beside=True)


def _modifies(context: Context, run: Run) -> bool:
    """Whether the name modifies a noun: "in Kazakhstan-EU relations", "in EU affairs"."""
    words = context.words
    after = words.at(run.last)
    return after in {"-", "'"} or (words.tag(run.last).startswith("NN") and after.islower())


def _capital_country(context: Context, name: PartyName) -> str | None:
    """The state in which the seat of a party lies."""
    sense = name.senses[0]
    if sense.country is not None:
        return sense.country
    found = context.knowledge.gazetteer.find(context.name(name.run))
    return found[0].country if found else None


def _in_gazetteer(context: Context) -> Iterator[Run]:
    """Names of populated places, the longest at each word, where the words around allow one."""
    words = context.words
    index = 0
    while index < len(words):
        run = _longest(context, index) if is_name(words.text[index]) else None
        if run is None or not _may_be_place(context, run):
            index += 1
            continue
        yield run
        index = run.last


def _longest(context: Context, first: int) -> Run | None:
    """The longest name of the gazetteer that begins at a word."""
    words, gazetteer = context.words, context.knowledge.gazetteer
    longest = gazetteer.firsts.get(words.at(first))
    if longest is None:
        return None
    found = None
    last = first
    while last - first < 2 * gazetteer.longest and words.same_sentence(first, last):
        last += 1
        name = context.name(Run(first, last))
        if len(name) > longest:
            break
        if name in gazetteer:
            found = Run(first, last)
        if not (is_name(words.at(last)) or words.at(last) in "-'." or words.at(last).islower()):
            break
    return found


def _may_be_place(context: Context, run: Run) -> bool:
    """Whether a name of the gazetteer is a place here rather than a word or a person."""
    words = context.words
    entity = context.entity_at.get(run.first)
    label = entity[1] if entity is not None else ""
    inside = [words.text[i].lower() for i in range(*run)]
    if any(i in context.post_at for i in range(*run)) or context.shouted(run.first):
        return False
    if len(inside) == 1 and (
        inside[0] in context.lower_words or inside[0] in context.knowledge.never_names
    ):
        return False
    if label in _LABELS and entity is not None and entity[0].last <= run.last:
        return True
    if _in_brackets(context, run):
        return label != "PERSON"
    return _located(context, run) and not _goes_on(context, run)


def _goes_on(context: Context, run: Run) -> bool:
    """Whether the name is only the beginning of a longer one ("in Victoria Park Plaza")."""
    words = context.words
    return is_name(words.at(run.last)) and words.same_sentence(run.first, run.last)


def _located(context: Context, run: Run) -> bool:
    """Whether a preposition of place stands before the name, or before a list it is in."""
    words = context.words
    before = run.first - 1
    while run.first - before < _LONGEST_LIST and (
        words.at(before) in {"and", ","} or words.at(before).lower() == "the"
    ):
        before -= 1
        while (
            is_name(words.at(before))
            and words.same_sentence(before, run.first)
            and run.first - before < _LONGEST_LIST
        ):
            before -= 1
    where = context.knowledge.cues.where | {"from", "to"}
    return words.at(before).lower() in where and words.same_sentence(before, run.first)


def _in_brackets(context: Context, run: Run) -> bool:
    """As in "(June 2, 2023, Cholpon-Ata)"."""
    words = context.words
    return words.at(run.last) == ")" and words.at(run.first - 1) in {",", "("}


def _country(context: Context, run: Run, countries: Counter[str]) -> str | None:
    """The state in which a place lies: the one named after it, or the likeliest of its name."""
    told = _country_after(context, run)
    found = context.knowledge.gazetteer.find(context.name(run))
    if told is not None or not found:
        return told
    near = [place for place in found if countries[place.country]]
    best = max(found, key=_size)
    if near:
        nearest = max(near, key=_size)
        return nearest.country if _size(nearest) * _FAR_LARGER >= _size(best) else best.country
    return best.country


def _size(place: Place) -> int:
    # Divisions of the United States come without a population; each has more than most cities.
    return place.population or 1_000_000


def _country_after(context: Context, run: Run) -> str | None:
    """The state in "Davos, Switzerland" or "Aktau (Kazakhstan)"; of a division, its state."""
    words = context.words
    if words.at(run.last) not in {",", "("} or not words.same_sentence(run.first, run.last + 1):
        return None
    name = context.party_at.get(run.last + 1)
    sense = form_of(name, Form.NAME) if name is not None else None
    if sense is not None and sense.is_state:
        return sense.code
    division = _longest(context, run.last + 1)
    if division is None:
        return None
    found = context.knowledge.gazetteer.find(context.name(division))
    return next((place.country for place in found if place.latitude is None), None)


def _by_head(context: Context) -> Iterator[Run]:
    """Capitalised phrases with a noun of place: "Caspian Sea", "Lake Issyk-Kul"."""
    words, heads = context.words, context.knowledge.place_heads
    for index, word in enumerate(words.text):
        if word.lower() not in heads or not is_name(word) or index in context.party_at:
            continue
        first, last = index, index + 1
        while index - first < _LONGEST_NAME and _continues(context, first - 1, index):
            first -= 1
        if first == index:
            last = _after_head(context, index)
        if last - first > 1 and not context.shouted(index):
            yield Run(first, last)


def _continues(context: Context, index: int, head: int) -> bool:
    """Whether a word before a head belongs to its phrase."""
    words = context.words
    if not words.same_sentence(index, head) or index in context.post_at:
        return False
    word = words.text[index]
    if word == "-":
        return words.joined(index) and words.joined(index - 1)
    tag = words.tag(index)
    return is_name(word) and word.isalpha() and tag.startswith(("NN", "JJ"))


def _after_head(context: Context, head: int) -> int:
    """One past the last word of "Lake Balkhash", "Gulf of Aden", "Port of Kuryk"."""
    words = context.words
    last = head + 1
    if words.at(last) == "of":
        last += 2 if words.at(last + 1).lower() == "the" else 1
        if not is_name(words.at(last)):
            return head + 1
    elif words.at(head).lower() not in context.knowledge.place_openers:
        return head + 1
    while (
        words.same_sentence(head, last)
        and last - head < _LONGEST_NAME
        and (
            is_name(words.text[last])
            or (words.text[last] == "-" and words.joined(last) and words.joined(last - 1))
        )
    ):
        last += 1
    return last


def _by_recogniser(context: Context) -> Iterator[Run]:
    """Places that only the recogniser saw."""
    words = context.words
    seen = {run: label for run, label in context.entity_at.values() if label in _LABELS}
    candidates: list[Run] = []
    for entity, label in seen.items():
        first, last = entity
        words_inside = {words.text[i] for i in range(*entity)}
        if label == "FAC" and (len(words_inside) == 1 or words_inside & {"of", "for", "on"}):
            continue
        while first < last and not is_name(words.text[first]):
            first += 1
        while first < last and not words.text[last - 1].isalpha():
            last -= 1
        run = Run(first, last)
        if first < last and _plausible(context, run):
            candidates.append(run)
    located = {context.name(run) for run in candidates if _is_told_as_place(context, run)}
    yield from (run for run in candidates if context.name(run) in located)


def _is_told_as_place(context: Context, run: Run) -> bool:
    """Whether the words around say of a name that it is a place; the recogniser alone errs here."""
    after = context.words.at(run.last).lower()
    return (
        _located(context, run)
        or _in_brackets(context, run)
        or _country_after(context, run) is not None
        or (
            after in context.knowledge.place_heads
            and context.words.same_sentence(run.first, run.last)
        )
    )


def _plausible(context: Context, run: Run) -> bool:
    """Whether a name that only the recogniser saw may be a place by its own words."""
    words, knowledge = context.words, context.knowledge
    inside = [words.text[i].lower() for i in range(*run)]
    if any(i in context.party_at or i in context.post_at for i in range(*run)):
        return False
    if "." in inside and max(map(len, inside)) == 1:
        return False  # "E.O.", "B.A."
    if context.shouted(run.first) or any(
        word in knowledge.gatherings or word in knowledge.portfolios for word in inside
    ):
        return False
    if len(inside) == 1:
        word = words.text[run.first]
        return not word.isupper() and inside[0] not in (
            context.lower_words | knowledge.never_names | knowledge.organization_heads
        )
    return True
