"""What sort of text a commitment stands in: of several parties, about a deal, or of one."""

from __future__ import annotations

from communique.claims.authors import publisher
from communique.claims.kinds.commitment.numbers import Number, singular
from communique.claims.reading import Reading
from communique.model.terms import Grade
from communique.vocab.claims.commitments import CommitmentWords, Texts

# Words after "joint" among which is what the text calls itself: "Joint Leaders' Statement".
_BETWEEN = 4
# Sentences above a line of a list that may tell what the list is about.
_LIST = 6
# Before the law that sets money aside.
_OF_LAW = ("through", "from", "under", "in", "by")
# What treaties are called.
_TREATIES = frozenset({"agreement", "treaty", "convention"})


def is_joint(reading: Reading, texts: Texts) -> bool:
    """Whether several parties speak together, so that what they "will" do is agreed."""
    title = (reading.document.title or "").lower()
    if any(phrase in title for phrase in texts.joint):
        return True
    words = title.replace(",", " ").split()
    if "joint" not in words:
        return False
    after = words[words.index("joint") + 1 :][:_BETWEEN]
    return any(word.rstrip(":") in texts.joint_kinds for word in after)


def is_about_a_deal(reading: Reading, texts: Texts) -> bool:
    """Whether one side tells of a deal that is reached: its terms are agreed.

    News about a deal may tell of anything else besides; there, the sentence decides.
    """
    if not publisher(reading):
        return False
    title = (reading.document.title or "").lower()
    words = title.replace(",", " ").split()
    reached = any(singular(word) in texts.reached for word in words)
    return (reached or bool(texts.deals.intersection(words))) and not any(
        phrase in title for phrase in texts.ahead
    )


def in_a_list_of_money(reading: Reading, words: CommitmentWords, number: Number) -> bool:
    """Whether the title, or what stands shortly above, is about money that is given."""
    tree = reading.tree
    here = tree.sentence_number(number.head)
    above = tree.analysis.sentences[max(0, here - _LIST) : here + 1]
    lemmas = {tree[i].lemma for sentence in above for i in range(*sentence)}
    lemmas |= {singular(word) for word in (reading.document.title or "").lower().split()}
    return bool(lemmas & (set(words.graded) | words.given))


def by_law(reading: Reading, words: CommitmentWords, head: int, deed: int) -> bool:
    """Whether a sum is one that a law sets aside: "is making 3 million available through the Act".

    Args:
        reading: The document.
        words: Wordings of undertakings.
        head: Head of the sum.
        deed: What is done with it.
    """
    tree, texts = reading.tree, words.texts
    provided = [i for i in tree.children(head, "acl") if tree[i].lemma == "provide"]
    near = [head, deed, *provided, *tree.children(head, "amod")]
    near += [tree[head].head] if tree[tree[head].head].tag == "JJ" else []
    found = [i for index in near for i in tree.after(index, *_OF_LAW)]
    laws = texts.laws | texts.providing_laws if provided else texts.laws
    return any(tree[i].tag in {"NNP", "NNPS"} and tree.lower(i) in laws for i in found)


def laid_down(reading: Reading, words: CommitmentWords, index: int) -> Grade | None:
    """The grade by the deal that lays a deed down: "under the accord, …"; None without one."""
    tree, texts = reading.tree, words.texts
    sentence = range(*tree.sentence(index))
    for i in sentence:
        if tree.lower(i) in texts.under:
            for head in tree.children(i, "pobj"):
                deal = _deal(reading, head)
                if tree[deal].lemma in texts.laid_down:
                    return _binding(reading, words, deal)
        if tree.lower(i) == "according":
            below = [h for p in tree.children(i, "prep") for h in tree.children(p, "pobj")]
            if any(tree[h].lemma in texts.laid_down for h in below):
                return Grade.AGREED
    therein = any(tree.lower(i) in texts.therein for i in sentence)
    return Grade.AGREED if therein else None


def _deal(reading: Reading, head: int) -> int:
    """The noun that "under which" takes up."""
    tree = reading.tree
    if tree[head].tag not in {"WDT", "WP"}:
        return head
    return next((tree[i].head for i in tree.ancestors(head) if tree[i].dep == "relcl"), head)


def _binding(reading: Reading, words: CommitmentWords, deal: int) -> Grade:
    tree = reading.tree
    before = {tree[i].lemma for i in tree.children(deal, "compound", "amod")}
    bound = words.graded.get(tree[deal].lemma) is Grade.CONTRACTED
    # An agreement with a name of its own is a treaty: "under the Power Trade Agreement".
    bound = bound or (tree[deal].tag == "NNP" and tree.lower(deal) in _TREATIES)
    return Grade.CONTRACTED if bound or before & words.nouns.binding else Grade.AGREED
