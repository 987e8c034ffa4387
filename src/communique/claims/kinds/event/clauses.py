"""Subjects around an act: of the clauses below and above it, and one that the parse has lost."""

from __future__ import annotations

from collections.abc import Iterator

from communique.claims.reading import Reading

# What somebody issues and what then says something in their stead.
_PAPERS = frozenset(
    {"statement", "letter", "report", "note", "communiqué", "communique", "message", "petition"}
    | {"declaration", "resolution", "memo", "memorandum", "article", "editorial", "release"}
    | {"tweet", "cable", "telegram", "paper", "document"}
)
_PLAIN_TENSES = frozenset({"VBD", "VBZ", "VBP"})


def issuer(reading: Reading, doer: int | None) -> int | None:
    """Whose a paper is that does something: "issued a statement condemning", "a letter from".

    Args:
        reading: The document.
        doer: The head of the phrase that does it.
    """
    tree = reading.tree
    if doer is None or tree[doer].lemma.lower() not in _PAPERS:
        return None
    owner = undertaking(reading, doer)
    return owner if owner is not None else next(iter(tree.after(doer, "from")), None)


def teller(reading: Reading, verb: int) -> int | None:
    """Who goes on to do something which the parse takes for more of what is said.

    In "said the plane was its own and denounced the seizure" it is not the plane that denounces.
    """
    tree, first = reading.tree, verb
    while tree[first].dep == "conj" and tree[first].head != first:
        first = tree[first].head
    saying = tree[first].head
    if first == verb or tree[first].dep != "ccomp" or tree.child(verb, "nsubj") is not None:
        return None
    said = tree[saying].lemma in reading.knowledge.voices.saying
    same = tree[saying].tag == tree[verb].tag and tree[verb].tag in _PLAIN_TENSES
    return tree.subject(saying) if said and same else None


def sayer(reading: Reading, verb: int, doer: int | None) -> int | None:
    """Who says what "they" will do: "the farmers said they would block the port"."""
    tree = reading.tree
    saying = tree[verb].head
    plain = doer is not None and tree[doer].tag == "PRP" and tree[verb].dep == "ccomp"
    said = tree.is_verb(saying) and tree[saying].lemma in reading.knowledge.voices.saying
    return tree.subject(saying) if plain and said else None


def left_of(reading: Reading, verb: int) -> int | None:
    """The first of the nouns that stand right before a verb whose subject the parse has lost."""
    tree = reading.tree
    if tree[verb].tag not in _PLAIN_TENSES and not tree.auxiliaries(verb):
        return None
    if any(tree[i].tag in {"WDT", "WP"} for i in tree.children(verb, "nsubj")):
        return None
    index = verb - 1
    while index >= 0 and tree[index].tag[:2] in {"MD", "RB", "VB", ","}:
        index -= 1
    if index < 0 or not tree[index].tag.startswith(("NN", "PRP")):
        return None
    while tree[index].dep in {"conj", "compound"} and tree[index].head != index:
        index = tree[index].head
    return index if index < verb else None


def of_clause(reading: Reading, head: int) -> Iterator[int]:
    """Subjects of the clause or infinitive below a word: "demanded that Sudan return it".

    "It" before an infinitive is no party: "expects it to rise".
    """
    tree = reading.tree
    clauses = tree.children(head, "ccomp", "xcomp", "acl")
    aims = (i for i in tree.children(head, "advcl") if "to" in tree.auxiliaries(i))
    for clause in (*clauses, *aims):
        subject = tree.child(clause, "nsubj", "nsubjpass")
        bare = subject is not None and tree.lower(subject) == "it"
        if subject is not None and not (bare and "to" in tree.auxiliaries(clause)):
            yield subject


def of_condition(reading: Reading, head: int) -> Iterator[int]:
    """Subjects of what is threatened to be answered: "will respond if Mali attacks"."""
    tree = reading.tree
    for clause in tree.children(head, "advcl"):
        marks = {tree.lower(i) for i in tree.children(clause, "mark")}
        subject = tree.child(clause, "nsubj")
        if subject is not None and (marks & {"if"} or "should" in tree.auxiliaries(clause)):
            yield subject


def undertaking(reading: Reading, noun: int) -> int | None:
    """Who has a plan or readiness to do something: "their commitment to help", "Peru's plan to"."""
    tree = reading.tree
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner
    told = tree.after(noun, "of", "by")
    if told:
        return told[0]
    above = next((i for i in tree.ancestors(noun) if tree.is_verb(i)), None)
    return tree.subject(above) if above is not None and tree[noun].dep == "dobj" else None
