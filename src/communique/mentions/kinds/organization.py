"""Organisations that the vocabulary does not hold: by head noun, by recogniser, by acronym."""

from __future__ import annotations

from collections.abc import Iterator

from communique.mentions.context import Context, Proposal, Strength
from communique.mentions.words import Run, is_name
from communique.model.mention import OrganizationMention

# A subject of more words is a phrase, not a name.
_LONGEST_SUBJECT = 5


def propose(context: Context) -> Iterator[Proposal]:
    """Propose every organisation that the text names."""
    names = _full_names(context)
    for run, strength in names.items():
        yield _proposal(context, run, context.name(run), strength)
    yield from _acronyms(context, names)
    yield from _short_forms(context, names)


def _proposal(context: Context, run: Run, name: str, strength: Strength) -> Proposal:
    start, end = context.span(run)
    text = context.document.text[start:end]
    mention = OrganizationMention(start=start, end=end, text=text, name=name)
    return Proposal(run, strength, mention, closed=_is_company(context, run))


def _full_names(context: Context) -> dict[Run, Strength]:
    """Runs that name an organisation in full, in text order."""
    found = dict.fromkeys(context.organizations, Strength.RULE)
    seen = {entity: None for entity, label in context.entity_at.values() if label == "ORG"}
    for entity in seen:
        run = _trimmed(context, entity)
        if run not in found and run.last > run.first and _plausible(context, run):
            found[run] = Strength.SEEN if run.last - run.first > 1 else Strength.GUESS
    for run in _subjects(context):
        found.setdefault(run, Strength.GUESS)
    return dict(sorted(found.items()))


def _subjects(context: Context) -> Iterator[Run]:
    """Names that open a sentence as the subject of an undertaking: "Karmod will build …".

    Lists of partners name companies that no list holds, and the recogniser misses them where they
    open a line.
    """
    words, knowledge = context.words, context.knowledge
    for sentence in words.analysis.sentences:
        first = context.first_word(sentence.first)
        last = first
        while words.same_sentence(first, last) and _unknown_name(context, last):
            last += 1
            if words.at(last) == "-" and words.joined(last) and words.joined(last - 1):
                last += 2
        if not first < last <= first + _LONGEST_SUBJECT:
            continue
        apposed = words.at(last) == "," and words.at(last + 1) in {"a", "an", "which"}
        person = context.entity_at.get(first, (None, ""))[1] == "PERSON" and last - first > 1
        if apposed or (words.at(last) in knowledge.cues.undertaking and not person):
            yield Run(first, last)


def _unknown_name(context: Context, index: int) -> bool:
    """Whether a word is a name that neither the vocabulary nor a common use explains."""
    words, knowledge = context.words, context.knowledge
    word = words.at(index)
    if not is_name(word) or not words.tag(index).startswith("NN") or word in knowledge.gazetteer:
        return False
    if index in context.party_at or index in context.post_at:
        return False
    lower = word.lower()
    common = lower in knowledge.never_names or lower in knowledge.gatherings
    return not (common or lower in knowledge.portfolios or lower in context.lower_words)


def _trimmed(context: Context, run: Run) -> Run:
    """A recognised name without articles, quotation marks and possessive endings."""
    words = context.words
    first, last = run
    while first < last and not is_name(words.text[first]):
        first += 1
    if words.text[last - 1] == "s" and words.at(last - 2) == "'":
        last -= 2
    while first < last and not words.text[last - 1].isalnum():
        last -= 1
    return Run(first, _before_person(context, first, last))


def _before_person(context: Context, first: int, last: int) -> int:
    """Where a name ends that the recogniser goes on with a person: "Foreign Office Avril Hall"."""
    words, knowledge = context.words, context.knowledge
    for index in range(first + 1, last - 1):
        headed = words.text[index - 1].lower() in knowledge.organization_heads
        if headed and words.text[index] in knowledge.given_names:
            return index
    return last


def _plausible(context: Context, run: Run) -> bool:
    """Whether a recognised name may be an organisation by its own words."""
    words, knowledge = context.words, context.knowledge
    inside = [words.text[i] for i in range(*run)]
    name = context.name(run)
    if any(sign in inside for sign in ("(", ")", ":", ";", '"')) or context.shouted(run.first):
        return False
    covered = [i in context.party_at or i in context.post_at for i in range(*run)]
    if all(covered) or any(i in context.post_at for i in range(*run)):
        return False
    if knowledge.honorifics.longest(words.text, run.first) is not None:
        return False
    if name in knowledge.gazetteer or inside[-1].lower() in knowledge.gatherings:
        return False
    if inside[-1].lower() in knowledge.never_names or inside[0].lower() in knowledge.never_names:
        return False
    if any(covered) and not _has_head_of_its_own(context, run):
        return False
    if len(inside) == 1:
        return _plausible_word(context, run.first)
    return _has_head_of_its_own(context, run) or not _is_common_phrase(context, run)


def _is_common_phrase(context: Context, run: Run) -> bool:
    """Whether words without a head noun are in capitals because they are a heading or an item.

    A phrase is too if the text writes its last word in lower case elsewhere ("food systems").
    """
    words = context.words
    first, last = words.text[run.first].lower(), words.text[run.last - 1].lower()
    acting = words.tag(run.first).startswith("VB") or first.endswith("ing")
    return acting or last in context.lower_words or context.in_title_case(run.first)


def _has_head_of_its_own(context: Context, run: Run) -> bool:
    """Whether a name with a party in it has a head noun outside the party: "Embassy of Chad"."""
    heads = context.knowledge.organization_heads | context.knowledge.company_suffixes
    words = context.words
    return any(words.text[i].lower() in heads and i not in context.party_at for i in range(*run))


def _plausible_word(context: Context, index: int) -> bool:
    """Whether one word by itself may be an organisation's name."""
    words, knowledge = context.words, context.knowledge
    word = words.text[index]
    lower = word.lower()
    definition = context.definitions.get(word)
    if definition is not None or lower in context.lower_words or word in context.common_acronyms:
        return False
    if context.words.opens_sentence(index) and not word.isupper():
        return len(context.positions[word]) > 1
    known = knowledge.organization_heads | knowledge.gatherings | knowledge.portfolios
    return len(word) > 1 and words.tag(index).startswith("NNP") and lower not in known


def _is_company(context: Context, run: Run) -> bool:
    """Whether adjectives and states inside are part of a company's name ("American Airlines")."""
    inside = {context.words.text[i].lower() for i in range(*run)}
    links = inside & {"of", "for"}
    governmental = inside & context.knowledge.organization_heads
    return bool(inside & context.knowledge.company_suffixes) or not (links or governmental)


def _acronyms(context: Context, names: dict[Run, Strength]) -> Iterator[Proposal]:
    """Acronyms that stand in brackets after an organisation, wherever they recur."""
    ending = {run.last: run for run in names}
    for acronym, definition in context.definitions.items():
        full = ending.get(definition.phrase.last)
        if full is None or full.last - full.first < 2:
            continue
        for index in context.positions[acronym]:
            run = Run(index, index + 1)
            yield _proposal(context, run, context.name(full), Strength.RULE)


def _short_forms(context: Context, names: dict[Run, Strength]) -> Iterator[Proposal]:
    """Later mentions by the head alone: "the Ministry" after "Ministry of Transport"."""
    words, heads = context.words, context.knowledge.organization_heads
    ending = {run.last - 1: run for run in names if run.last - run.first > 1}
    inside = {i for run in names for i in range(*run)}
    latest: dict[str, Run] = {}
    for index, word in enumerate(words.text):
        if index in ending:
            run = ending[index]
            latest.update(
                {words.text[i]: run for i in range(*run) if _is_head(words.text[i], heads)}
            )
        elif index in context.party_at:
            latest.pop(word, None)
        elif word in latest and index not in inside and context.stands_alone(index):
            full = context.name(latest[word])
            yield _proposal(context, Run(index, index + 1), full, Strength.GUESS)


def _is_head(word: str, heads: frozenset[str]) -> bool:
    return is_name(word) and word.lower() in heads
