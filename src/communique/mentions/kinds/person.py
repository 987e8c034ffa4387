"""Persons: by a post or courtesy title beside the name, by the recogniser, by an earlier full name.

The recogniser often takes foreign names for organisations or misses them; a post before or after a
capitalised name is better evidence than its label.
"""

from __future__ import annotations

from collections.abc import Iterator

from communique.mentions.context import Context, PostName, Proposal, Strength
from communique.mentions.full_names import FullNames
from communique.mentions.person_names import (
    after_honorifics,
    begins_name,
    is_place,
    name_at,
    name_ending_at,
)
from communique.mentions.words import Run, is_name
from communique.model.mention import PersonMention

# A post's portfolio and party ("for Home Affairs of the Republic of …") are no longer than this.
_LONGEST_TAIL = 14


def propose(context: Context) -> Iterator[Proposal]:
    """Propose every person that the text names."""
    found: dict[Run, Strength] = {}
    for run in _by_post(context):
        found[run] = Strength.RULE
    for run in _by_honorific(context):
        found[run] = Strength.RULE
    for run in (*_by_given_name(context), *_by_kin(context)):
        found.setdefault(run, Strength.RULE)
    for run in _by_speech(context):
        found.setdefault(run, Strength.SEEN)
    for run in _by_recogniser(context):
        several = run.last - run.first > 1
        found.setdefault(run, Strength.RULE if several else Strength.GUESS)
    found = _without_pairs(context, found)
    names = FullNames(context, [run for run, s in found.items() if s is Strength.RULE])
    for run in (*_short_forms(context, names, found), *_by_renown(context, found)):
        found.setdefault(run, Strength.KNOWN)
    for run, strength in found.items():
        yield _proposal(context, run, names.fullest(run), strength)


def _without_pairs(context: Context, found: dict[Run, Strength]) -> dict[Run, Strength]:
    """The names, with two that stand side by side under a text taken apart: "Ana Rojas Ivo Berg".

    Both must be told elsewhere by themselves.
    """
    told = {_words(context, run) for run in found}
    apart: dict[Run, Strength] = {}
    for run, strength in found.items():
        within = range(run.first + 2, run.last - 1)
        pairs = ((Run(run.first, cut), Run(cut, run.last)) for cut in within)
        two = (pair for pair in pairs if {_words(context, one) for one in pair} <= told)
        apart.update(dict.fromkeys(next(two, (run,)), strength))
    return apart


def _words(context: Context, run: Run) -> tuple[str, ...]:
    return tuple(context.words.text[run.first : run.last])


def _proposal(context: Context, run: Run, name: str, strength: Strength) -> Proposal:
    start, end = context.span(run)
    text = context.document.text[start:end]
    return Proposal(run, strength, PersonMention(start=start, end=end, text=text, name=name))


def _by_post(context: Context) -> Iterator[Run]:
    """Names beside a post: "President Tokayev", "Murat Nurtleu, the Minister of …"."""
    for post in context.posts:
        if post.run.last - post.run.first == 1 and context.shouted(post.run.first):
            continue
        after = _after_post(context, post)
        if after is not None:
            yield after
            if post.plural:
                yield from _listed(context, after)
        else:
            before = _before_post(context, post)
            if before is not None:
                yield before


def _after_post(context: Context, post: PostName) -> Run | None:
    """The name after a post and its tail of portfolio and party, as "President of Latvia, …"."""
    words = context.words
    index = post.run.last
    if post.post.title and (run := name_at(context, index, titled=True)) is not None:
        return run
    limit = min(len(words), index + _LONGEST_TAIL)
    linked = any(words.text[i] in context.knowledge.cues.post_links for i in range(*post.run))
    while index < limit and words.same_sentence(post.run.first, index):
        word = words.text[index]
        listed = word == "," and _is_portfolio(context, index + 1)
        if not listed and (word == "," or (linked and word in {"-", "("})):
            return _apposed(context, index + 1, linked)
        step = _tail_step(context, index, linked)
        if step == 0:
            return None
        linked = linked or word in context.knowledge.cues.post_links or index in context.party_at
        index += step
        run = name_at(context, index) if linked else None
        if run is not None and _surely_person(context, run, index - step):
            return run
    return None


def _tail_step(context: Context, index: int, linked: bool) -> int:
    """How many words from `index` go on the tail of a post; 0 where it ends."""
    word = context.words.text[index]
    party = context.party_at.get(index)
    if party is not None:
        return party.run.last - index
    if word in context.knowledge.cues.post_links or word in {"the", "and", "&", "'", "s", ","}:
        return 1
    if index in context.post_at:
        return 0
    return 1 if linked and (_is_portfolio(context, index) or is_name(word)) else 0


def _is_portfolio(context: Context, index: int) -> bool:
    return context.words.at(index).lower() in context.knowledge.portfolios


def _apposed(context: Context, index: int, linked: bool) -> Run | None:
    """The name after "the President of Kazakhstan," and before a sign or a verb."""
    words = context.words
    while words.at(index) in {'"', "(", "-"} and words.same_sentence(index - 1, index):
        index += 1
    run = name_at(context, index)
    if run is None or not linked:
        return None
    several = run.last - run.first > 1
    return run if several and not is_place(context, run) else None


def _before_post(context: Context, post: PostName) -> Run | None:
    """The name before "…, the Kazakh Minister of …" or before "… (Minister of …)"."""
    words = context.words
    index = post.run.first - 1
    while words.same_sentence(index, post.run.first) and _leads_to_post(context, index):
        index -= 1
    if words.at(index) not in {",", "(", "-"} or not words.same_sentence(index, post.run.first):
        return None
    run = name_ending_at(context, index)
    if run is None or run.last - run.first < 2 or is_place(context, run):
        return None
    return run


def _leads_to_post(context: Context, index: int) -> bool:
    """Whether a word may stand between a comma and a post: "the", "Kazakh", "U.S.", "former"."""
    word = context.words.text[index]
    small = {"the", "a", "an", "as", "then", "former", "current", "new", "acting", "'", "s"}
    lower, knowledge = word.lower(), context.knowledge
    # Rank and field before the noun: "Policy Director", "Senior Adviser".
    field = is_name(word) and (lower in knowledge.portfolios or lower in knowledge.never_names)
    return lower in small or index in context.party_at or lower == "-" or field


def _by_honorific(context: Context) -> Iterator[Run]:
    """Names after "Mr.", "H.E.", "Sheikh"."""
    for index, word in enumerate(context.words.text):
        start = after_honorifics(context, index) if is_name(word) else index
        run = name_at(context, start) if start > index else None
        if run is not None:
            yield run


def _by_given_name(context: Context) -> Iterator[Run]:
    """A given name and at least one word that can only be a name: "Josephine Teo"."""
    words, given = context.words, context.knowledge.given_names
    for index, word in enumerate(words.text):
        if word not in given or not words.tag(index).startswith("NN"):
            continue
        if _is_state_before_name(context, index):
            continue
        run = name_at(context, index, titled=True)
        if run is not None and begins_name(context, index) and _is_full_name(context, run):
            yield run


def _is_state_before_name(context: Context, index: int) -> bool:
    """Whether a post is of a state and its holder follows: "Ambassador to Jordan Ana Diaz"."""
    words = context.words
    linked = words.at(index - 1).lower() in context.knowledge.cues.post_links
    if not linked or index not in context.party_at:
        return False
    titled = any(i in context.post_at for i in range(max(0, index - _LONGEST_TAIL), index))
    following = [words.at(index + 1), words.at(index + 2)]
    return titled and all(is_name(word) and word.isalpha() for word in following)


def _is_full_name(context: Context, run: Run) -> bool:
    """Whether a run that begins with a given name is a person's full name, and all of it."""
    words = context.words
    several = sum(words.text[i].isalpha() and len(words.text[i]) > 1 for i in range(*run)) > 1
    goes_on = is_name(words.at(run.last)) and words.same_sentence(run.first, run.last)
    ended = not goes_on or run.last in context.post_at or run.last in context.party_at
    last = words.text[run.last - 1]
    common = last.lower() in context.lower_words or not words.tag(run.last - 1).startswith("NNP")
    return (
        several
        and ended
        and not common
        and not is_place(context, run)
        and not context.shouted(run.first)
    )


def _by_kin(context: Context) -> Iterator[Run]:
    """Names after a word of kinship: "his daughter, Argita Berisha"."""
    words = context.words
    for index, word in enumerate(words.text):
        if word not in context.knowledge.cues.kin:
            continue
        start = index + 2 if words.at(index + 1) == "," else index + 1
        run = name_at(context, start)
        if run is not None and run.first == start and run.last - start > 1:
            yield run


def _listed(context: Context, first: Run) -> Iterator[Run]:
    """Further names after a plural post: "Presidents Tokayev, Japarov and Mirziyoyev"."""
    words = context.words
    index = _past_party(context, first.last)
    while words.at(index) in {",", "and"} and words.same_sentence(first.first, index):
        while words.at(index) in {",", "and"}:
            index += 1
        run = name_at(context, index, titled=True)
        if run is None or not words.same_sentence(first.first, index):
            return
        yield run
        index = _past_party(context, run.last)


def _past_party(context: Context, index: int) -> int:
    """The index after "of Argentina", where a name is followed by it."""
    if context.words.at(index) != "of":
        return index
    after = index + 2 if context.words.at(index + 1) == "the" else index + 1
    party = context.party_at.get(after)
    return index if party is None else party.run.last


def _by_speech(context: Context) -> Iterator[Run]:
    """Two names or more before a verb of speaking: "Amina Yusuf says"."""
    words = context.words
    for index, word in enumerate(words.text):
        if word not in context.knowledge.cues.saying or not words.tag(index).startswith("VB"):
            continue
        run = name_ending_at(context, index)
        if run is None or run.last - run.first < 2 or is_place(context, run):
            continue
        entity = context.entity_at.get(run.first)
        if (entity is None or entity[1] == "PERSON") and not context.shouted(run.first):
            yield run


def _by_recogniser(context: Context) -> Iterator[Run]:
    """What the recogniser calls a person and may be one by its own words."""
    words = context.words
    seen = {entity: None for entity, label in context.entity_at.values() if label == "PERSON"}
    for entity in seen:
        index = entity.first
        while index < entity.last:
            post = context.post_at.get(index)
            if post is not None or not is_name(words.text[index]):
                index = index + 1 if post is None else post.run.last
                continue
            run = name_at(context, index)
            if run is not None and _plausible(context, run):
                yield run
            index = run.last if run is not None else index + 1


def _plausible(context: Context, run: Run) -> bool:
    """Whether a name that only the recogniser saw is believed."""
    words, knowledge = context.words, context.knowledge
    if run.last - run.first > 1:
        return not is_place(context, run) and not context.shouted(run.first)
    word = words.text[run.first]
    if word in knowledge.gazetteer or word.lower() in context.lower_words or len(word) < 3:
        return False
    if word.lower() in knowledge.portfolios or not words.tag(run.first).startswith("NNP"):
        return False
    after = words.at(run.last).lower()
    return after in knowledge.cues.saying or (after == "'" and words.at(run.last + 1) == "s")


def _surely_person(context: Context, run: Run, before: int) -> bool:
    """Whether a name inside the tail of a post is the holder's and not the tail's own.

    It is if the recogniser sees a person begin there, or if it has two words and stands right after
    a party ("President of China Xi Jinping"), a portfolio or a place.
    """
    if any(_is_portfolio(context, i) for i in range(*run)):
        return False
    entity = context.entity_at.get(run.first)
    if entity is not None and entity[1] == "PERSON" and entity[0].first == run.first:
        return True
    several = run.last - run.first > 1
    if several and context.words.text[run.first] in context.knowledge.given_names:
        return True
    ended = (
        before in context.party_at
        or _is_portfolio(context, before)
        or context.words.text[before] in context.knowledge.gazetteer
    )
    return ended and several and not is_place(context, run)


def _short_forms(context: Context, names: FullNames, found: dict[Run, Strength]) -> Iterator[Run]:
    """Later surnames alone: "Tokayev" after "Kassym-Jomart Tokayev"."""
    taken = {i for run in found for i in range(*run)}
    for index, word in enumerate(context.words.text):
        if index in taken or not is_name(word) or index in context.party_at:
            continue
        short = names.surname(index) if context.words.tag(index).startswith("NN") else None
        if short is not None:
            yield short


def _by_renown(context: Context, found: dict[Run, Strength]) -> Iterator[Run]:
    """Persons whom reports name without post or first name: "Macron", "Xi Jinping".

    Not within a longer name: "Biden Park", "Chancellor Merkel Street".
    """
    words, renowned = context.words, context.knowledge.renowned
    taken = {i for run in found for i in range(*run)}
    for index, word in enumerate(words.text):
        if index in taken or not is_name(word):
            continue
        name = renowned.longest(words.text, index)
        if name is None or any(i in taken for i in range(index, name[0])):
            continue
        run = Run(index, name[0])
        before = begins_name(context, index) and not context.shouted(index)
        goes_on = is_name(words.at(run.last)) and words.same_sentence(index, run.last)
        if before and (not goes_on or run.last in context.post_at or run.last in context.party_at):
            yield run
