"""A passage is searched for a form only if it has numbers enough: so a form needs all its roles."""

import re

import pytest

from communique.checks.arithmetic.forms import forms
from communique.checks.arithmetic.numbers import Number, Sort
from communique.checks.arithmetic.passages import Passage
from communique.checks.stated import Interval
from communique.model.span import Span
from communique.vocab.arithmetic import arithmetic

DATA = arithmetic()
TEMPLATES = [(name, form) for name, told in DATA.forms.items() for form in told]
#: A change is told as one or the other.
EITHER = {"change": "{P rising}", "rising": "{P rising}", "falling": "{P falling}"}
ROLE = re.compile(r"\{[APDMQO] [a-z]+\}")


def written_out(template):
    """The template with its pieces, without sets of characters and escapes."""
    while True:
        out = re.sub(
            r"\{([a-zA-Z_]+)\}",
            lambda m: EITHER.get(m[1]) or DATA.pieces.get(m[1], "word"),
            template,
        )
        if out == template:
            return re.sub(r"\[[^\]]*\]", "x", re.sub(r"\\.", "x", out))
        template = out


def optional(text):
    """Innermost groups that may be missing, or of which another branch may stand."""
    while found := re.search(r"\(([^()]*)\)([?*]|\{0)?", text):
        if found[2] or "|" in found[1]:
            yield found[1]
        text = text.replace(found[0], found[1].replace("|", " "), 1)


@pytest.mark.parametrize(("name", "template"), TEMPLATES)
def test_every_role_of_a_form_stands_in_every_match(name, template):
    assert not [group for group in optional(written_out(template)) if ROLE.search(group)]


def passage(words):
    return Passage(words, (), (), Span(0, len(words)), ((0, 0),))


@pytest.mark.parametrize(
    "words",
    [
        "it rose from <m0> to <m1>",
        "it rose by <p0> to <m1>",
        "it rose by <p0> from <t0> to <t1>, to <m2>",
    ],
)
def test_what_has_too_few_numbers_has_no_growth(words):
    assert not [r for form in forms("growth") for r in form.readings(passage(words))]


# Sentences of which one or another has numbers and words of most forms.
TOLD = (
    "trade rose from <m0> in <t0> to <m1> in <t1>, up <p2>.",
    "of the total of <m3>, <p4>, or <m5>, went to <q6>, each of which got <m7> a year.",
    "the fifth of <q8> members paid <m9>, against <m10> the year before, an increase of <p11>.",
    "they add up to <m12>, of which <m13> is a loan, and <m14> the rest, or <p15> of it.",
)


@pytest.mark.parametrize("name", DATA.forms)
def test_sentence_by_sentence_a_form_fits_what_it_fits_in_all(name):
    numbers = [Number(Sort.BARE, n, n + 1, str(n), n, None, Interval(n, n)) for n in range(16)]
    for first in range(len(TOLD)):
        words = " | ".join((*TOLD[first:], *TOLD[:first]))
        passage = Passage(words, tuple(numbers), (), Span(0, len(words)), ((0, 0),))
        for form in forms(name):
            found = [(r.start, r.end) for r in form.readings(passage)]
            at, anywhere = 0, []
            while match := form._pattern.search(words, at):
                anywhere.append(match.span())
                at = match.start() + 1
            assert found == anywhere
