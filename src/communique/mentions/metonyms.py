"""Whether a capital or a building stands for its government or is a place.

"Held in Astana" is a place; "dialogue between Astana and Brussels" are two parties. The choice
rests on the words around and on the part in the sentence, never on the name itself.
"""

from __future__ import annotations

from communique.mentions.words import Run, Words, is_name
from communique.vocab.name_cues import NameCues

# A list of names is followed back this far to the word that decides about all of them.
_LONGEST_LIST = 8
# Words from "is" to the verb of what is to be done: "is now, it seems, to change".
_NEAR = 8
_JOINTS = frozenset({"and", "or", ",", "-", "/"})


def stands_for_party(words: Words, run: Run, seat: bool, cues: NameCues) -> bool:
    """Whether a name that may be a place or a government means the government here.

    Args:
        words: The article.
        run: The name.
        seat: Whether it is a city; a building or a figure ("the Kremlin") is a party unless the
            words around say where.
        cues: The words that tell.
    """
    for _ in range(_LONGEST_LIST):
        before = _before(words, run)
        word = words.at(before).lower() if words.same_sentence(before, run.first) else ""
        listed = word in _JOINTS and not (word == "," and _is_subject(words, run))
        previous = _conjunct_before(words, before) if listed else None
        if previous is None or _in_place_list(words, run, cues):
            break
        run = previous
    return _decide(words, run, before, seat, cues)


def _decide(words: Words, run: Run, before: int, seat: bool, cues: NameCues) -> bool:
    """The choice for one name, by the word before it and by its part in the sentence."""
    word = words.at(before).lower() if words.same_sentence(before, run.first) else ""
    if word in cues.where or word in {"from", "to", "into"}:
        return _on_the_way(words, before, word, cues)
    if _in_place_list(words, run, cues):
        return False
    if word == "official" or _genitive_of_relation(words, run, cues) or _paired(words, run, cues):
        return True
    if word in cues.with_party:
        return _has_relation(words, before, run, cues) or not seat
    return _acts(words, run, cues) if seat else True


def _before(words: Words, run: Run) -> int:
    """Index of the word before a name, articles and adjectives of direction passed over."""
    index = run.first - 1
    if words.at(index).lower() == "the":
        index -= 1
    return index


def _on_the_way(words: Words, before: int, word: str, cues: NameCues) -> bool:
    """Whether "to" or "from" leads to a party rather than a place."""
    near = {words.at(i).lower() for i in range(before - 4, before)}
    if word == "to":
        return not near & cues.ways
    return word == "from" and bool(near & cues.from_party)


def _in_place_list(words: Words, run: Run, cues: NameCues) -> bool:
    """Whether the name stands as in "(June 2, 2023, Almaty)" or "Almaty, 5 May" or "Paris, France".

    Dates and places share brackets; a dateline opens a paragraph and ends in a dash.
    """
    after = words.at(run.last)
    closes = after == ")" and words.at(run.first - 1) in {",", "("}
    following = words.at(run.last + 1)
    in_calendar = is_name(following) and following.lower() in cues.calendar
    dated = after == "," and (following.isdigit() or in_calendar)
    dateline = (
        words.opens_sentence(run.first) and after in {"-", "("} and not words.joined(run.last)
    )
    region = (
        after == "," and words.tag(run.last + 1) == "NNP" and words.at(run.last + 2) in {",", "."}
    )
    return closes or dated or dateline or (region and words.at(run.first - 1) in cues.where)


def _conjunct_before(words: Words, joint: int) -> Run | None:
    """The name to which "and" or a comma adds another, if one ends there."""
    last = joint
    if words.at(last - 1) == ",":
        last -= 1
    first = last
    while (
        is_name(words.at(first - 1))
        and words.same_sentence(first - 1, joint)
        and last - first < _LONGEST_LIST
    ):
        first -= 1
    return Run(first, last) if first < last else None


def _genitive_of_relation(words: Words, run: Run, cues: NameCues) -> bool:
    """As in "Moscow's position"."""
    if words.at(run.last) != "'" or words.at(run.last + 1) != "s":
        return False
    near = {words.at(i).lower() for i in range(run.last + 2, run.last + 5)}
    return bool(near & cues.relations)


def _paired(words: Words, run: Run, cues: NameCues) -> bool:
    """As in "Moscow-Beijing relations": joined by a dash with another name, before a relation."""
    if words.at(run.last) == "-" and is_name(words.at(run.last + 1)):
        after = run.last + 2
    elif words.at(run.first - 1) == "-" and is_name(words.at(run.first - 2)):
        after = run.last
    else:
        return False
    return any(words.at(i).lower() in cues.relations for i in range(after, after + 4))


def _has_relation(words: Words, before: int, run: Run, cues: NameCues) -> bool:
    """As in "dialogue between Astana and Brussels", "ties with Moscow", "by Moscow"."""
    if words.at(before).lower() in cues.always_party:
        return True
    near = {words.at(i).lower() for i in range(before - 5, before)}
    near |= {words.at(i).lower() for i in range(run.last, run.last + 4)}
    return bool(near & cues.relations)


def _acts(words: Words, run: Run, cues: NameCues) -> bool:
    """Whether the name is the subject of a verb of acting, or its agent."""
    token = words.token_of(run.last - 1)
    if token.dep not in {"nsubj", "nsubjpass", "agent"}:
        return False
    tokens = words.analysis.tokens
    head = tokens[_to_be_done(words, token.head)]
    return head.tag.startswith(("VB", "MD")) and head.text.lower() not in cues.described


def _to_be_done(words: Words, verb: int) -> int:
    """The infinitive after a form of "be", "Berlin is to change the law"; else the verb itself."""
    tokens = words.analysis.tokens
    if tokens[verb].lemma != "be":
        return verb
    for index in range(verb + 1, min(verb + _NEAR, len(tokens))):
        if tokens[index].head == verb and tokens[index].dep == "xcomp":
            particle = tokens[index - 1]
            return index if particle.tag == "TO" and tokens[index].tag == "VB" else verb
    return verb


def _is_subject(words: Words, run: Run) -> bool:
    """Whether a name begins a clause: "after talks in Paris, Canberra sent…" is no list."""
    return words.token_of(run.last - 1).dep in {"nsubj", "nsubjpass"}
