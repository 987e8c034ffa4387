"""How the name of a person is written: which words go on one, and where one begins and ends."""

from __future__ import annotations

from communique.mentions.context import Context
from communique.mentions.words import Run, is_name

# No name of a person has more words; what is longer is a heading.
_LONGEST_NAME = 8
_MOST_HONORIFICS = 5
# Particles that are English words too: a part of a name only with a hyphen, as in "at-Turki".
_WORDS_TOO = frozenset({"as", "at", "an"})
# What follows a hyphen in an adjective made of a name: "Zelenskyy-led".
# After an apostrophe these are endings, other letters go on the name: "Mata'afa".
_AFTER_APOSTROPHE = frozenset({"s", "t", "d", "m", "re", "ve", "ll"})
# They part a sentence, also without blanks; a hyphen joins.
_DASHES = frozenset("—―")
_ADJECTIVE_ENDS = frozenset({"led", "based", "era", "style", "backed"})


def is_place(context: Context, run: Run) -> bool:
    """Whether the name is a place's ("New York") and the recogniser sees no person."""
    entity = context.entity_at.get(run.first)
    if entity is not None and entity[1] == "PERSON":
        return False
    last = context.words.text[run.last - 1].lower()
    return context.name(run) in context.knowledge.gazetteer or last in context.knowledge.place_heads


def begins_name(context: Context, index: int) -> bool:
    """Whether a name may begin at a word: the word before is no part of the same name.

    It is not if it is in lower case, a sign, or explained otherwise: as a post, a party, the head
    of an organisation, or a field of government.
    """
    words, knowledge = context.words, context.knowledge
    before = words.at(index - 1)
    if not words.same_sentence(index - 1, index) or index - 1 in context.post_at:
        return True
    if before == "-":
        return not words.joined(index - 1)
    if not is_name(before):
        return before not in {"'", "."} or not words.joined(index - 1)
    lower = before.lower()
    known = lower in knowledge.portfolios or lower in knowledge.organization_heads
    return known or index - 1 in context.party_at


def after_honorifics(context: Context, index: int) -> int:
    """The index after all courtesy titles that begin at one: "H.E. Dr", "Rt Hon Dame"."""
    words, honorifics = context.words, context.knowledge.honorifics
    for _ in range(_MOST_HONORIFICS):
        found = honorifics.longest(words.text, index)
        if found is None:
            break
        index = found[0]
        if words.at(index) == "." and words.joined(index - 1):
            index += 1
    return index


def name_at(context: Context, start: int, titled: bool = False) -> Run | None:
    """The longest run of words that is written like a person's name, courtesy titles passed over.

    Args:
        context: The document.
        start: Index of the first word.
        titled: Whether a post stands right before, so that a word that is also a place or a state
            may be a first name: "President Santiago Peña".
    """
    words = context.words
    first = after_honorifics(context, start)
    last = first
    if titled and _is_first_name(context, first):
        last += 1
    while last < len(words) and words.same_sentence(first, last):
        if _length(context, Run(first, last)) >= _LONGEST_NAME:
            break
        step = _step(context, first, last)
        if step == 0:
            break
        last += step
    if last == first or not words.same_sentence(first, last - 1):
        return None
    run = Run(first, last)
    return run if _may_be_name(context, run) else None


def _length(context: Context, run: Run) -> int:
    """How many words a name has; what a hyphen joins is one: "Al-Jaber"."""
    return run.last - run.first - 2 * context.words.text[run.first : run.last].count("-")


def _is_first_name(context: Context, index: int) -> bool:
    """Whether a single word of the vocabulary is followed by a word that can only be a name."""
    name = context.party_at.get(index)
    single = name is not None and name.run.last - name.run.first == 1
    follows = _is_part(context, index + 1) and index + 1 not in context.party_at
    return single and follows and is_name(context.words.text[index])


def _step(context: Context, first: int, index: int) -> int:
    """How many words from `index` go on a name that began at `first`; 0 if none."""
    words, knowledge = context.words, context.knowledge
    word = words.text[index]
    if _is_part(context, index):
        return 1
    if index == first:
        # "al-Sisi", "von der Leyen" after a title.
        # "At" is no particle after a post: "Professor at Columbia".
        link = word in knowledge.cues.post_links
        if word.lower() in knowledge.particles and word != "and" and not link:
            return _through_particles(context, index)
        return 0
    if word == "." and words.joined(index - 1):
        before = words.text[index - 1]
        abbreviated = len(before) <= 2 or before.lower() in knowledge.suffixes
        return 1 if abbreviated and words.same_sentence(first, index + 1) else 0
    if word == '"' and words.at(index + 2) == '"' and _is_part(context, index + 1):
        return 4 if _is_part(context, index + 3) else 0
    if word == "'" and words.joined(index - 1) and _leads_on(context, index + 1):
        # A letter of another script ends a part of the name: "Rabi' al-Hasan".
        return 1 + _through_particles(context, index + 1)
    if word in {"-", "'"} and words.joined(index - 1) and words.joined(index):
        if context.document.text[words.starts[index]] in _DASHES:
            return 0
        hyphened = words.at(index + 1)
        inside = word == "-" or is_name(hyphened) or hyphened not in _AFTER_APOSTROPHE
        fits = hyphened[:1].isalpha() and inside
        return 2 if fits and hyphened not in _ADJECTIVE_ENDS else 0
    if word.lower() in knowledge.particles:
        return _through_particles(context, index)
    suffix = words.at(index + 1).lower()
    return 2 if word == "," and suffix in {"jr", "sr", "ii", "iii", "iv"} else 0


def _leads_on(context: Context, index: int) -> bool:
    """Whether a particle with a hyphen stands at a word, and a part of a name behind it."""
    words = context.words
    joined = words.at(index + 1) == "-" and words.joined(index) and words.joined(index + 1)
    return words.at(index).lower() in context.knowledge.particles and joined


def _through_particles(context: Context, index: int) -> int:
    """Number of words to the next capitalised part of a name, over particles; 0 if none."""
    words, particles = context.words, context.knowledge.particles
    if words.at(index).lower() in _WORDS_TOO and words.at(index + 1) != "-":
        return 0
    step = 0
    while words.at(index + step).lower() in particles or (
        words.at(index + step) in {"-", "'"} and step and words.joined(index + step - 1)
    ):
        step += 1
        if step > 4:
            return 0
    return step + 1 if _is_part(context, index + step) else 0


def _is_part(context: Context, index: int) -> bool:
    """Whether a word may be a part of a person's name where it stands."""
    words, knowledge = context.words, context.knowledge
    word = words.at(index)
    lower = word.lower()
    if not is_name(word) or not word.isalpha() or index in context.post_at:
        return False
    common = lower in knowledge.gatherings or lower in knowledge.never_names
    if common and not _seen_in_name(context, index):
        return False
    if lower in knowledge.organization_heads or lower in knowledge.company_suffixes:
        return False
    party = context.party_at.get(index)
    return party is None or _is_also_a_name(context, index)


def _seen_in_name(context: Context, index: int) -> bool:
    """Whether the recogniser sees a name of several words around a common one ("Theresa May")."""
    entity = context.entity_at.get(index)
    if entity is None or entity[1] != "PERSON" or not context.words.tag(index).startswith("NNP"):
        return False
    return entity[0].last - entity[0].first > 1


def _is_also_a_name(context: Context, index: int) -> bool:
    """Whether a word of the vocabulary is here part of a person's name: "Jordan Bardella"."""
    name = context.party_at[index]
    entity = context.entity_at.get(index)
    if context.words.at(index - 1).lower() in context.knowledge.cues.post_links:
        return False
    if entity is None or entity[1] != "PERSON" or name.run.last - name.run.first > 1:
        return False
    # "Kazakh" alone, or "Astana" with a post, is the recogniser's slip.
    others = [
        i for i in range(*entity[0]) if i not in context.party_at and i not in context.post_at
    ]
    return any(is_name(context.words.text[i]) for i in others)


def _may_be_name(context: Context, run: Run) -> bool:
    """Whether the words together may name a person."""
    words = context.words
    inside = [words.text[i] for i in range(*run)]
    letters = [word for word in inside if word.isalpha() and len(word) > 1]
    if not letters or all(i in context.party_at for i in range(*run)):
        return False
    if len(letters) == 1 and letters[0].lower() in context.lower_words:
        return False
    return not (len(letters) == 1 and letters[0].lower() in context.knowledge.portfolios)


def name_ending_at(context: Context, end: int) -> Run | None:
    """The longest name whose last word stands before `end`."""
    words = context.words
    earliest = max(0, end - _LONGEST_NAME)
    for first in range(earliest, end):
        if not words.same_sentence(first, end) or not is_name(words.text[first]):
            continue
        inside_word = first > 0 and words.text[first - 1] == "-" and words.joined(first - 1)
        run = None if inside_word else name_at(context, first)
        if run is not None and run.last == end:
            return run
    return None
