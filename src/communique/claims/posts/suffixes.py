"""What stands after the noun of a post: portfolio, body, party."""

from __future__ import annotations

from typing import NamedTuple

from communique.claims.posts.study import Body, Study
from communique.mentions.words import Run, is_name
from communique.model.claim import Party
from communique.model.mention import OrganizationMention

_LONGEST = 26
_LINKS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
_ARTICLES = frozenset({"the", "a", "an"})


class Suffix(NamedTuple):
    """The words after the noun.

    Attributes:
        run: All of them.
        wording: Those that are part of the post, in one or two pieces.
        parties: The parties named among them.
    """

    run: Run
    wording: tuple[Run, ...]
    parties: tuple[Party, ...]


def suffix(study: Study, core: Run) -> Suffix:
    """Read on from the noun."""
    return _Reader(study, core).read()


class _Reader:
    """Goes over the words after a noun once."""

    def __init__(self, study: Study, core: Run) -> None:
        self._study = study
        self._words = study.context.words
        self._core = core
        self._index = core.last
        self._pieces: list[Run] = []
        self._parties: list[Party] = []
        self._nested_post = False
        said = self._words.text[core.first : core.last]
        # "Minister of Investment" is one noun, and a portfolio can go on after it.
        self._in_portfolio = any(word.lower() in _LINKS for word in said)

    def read(self) -> Suffix:
        limit = min(len(self._words), self._core.last + _LONGEST)
        while self._index < limit and self._words.same_sentence(self._core.first, self._index):
            step = self._step(self._index)
            if step == 0:
                break
            self._index += step
        return Suffix(
            Run(self._core.last, self._index), tuple(self._joined()), tuple(self._parties)
        )

    def _step(self, index: int) -> int:
        """How many words from an index go on the phrase."""
        word = self._words.text[index].lower()
        if word in _LINKS:
            return self._linked(index, word)
        if word == "(":
            return self._bracketed(index)
        if word in {"-", "/"}:
            return self._dashed(index)
        if word in {"and", "&", ","}:
            return self._listed(index)
        return self._plain(index) if self._goes_on_name(index) else 0

    def _linked(self, index: int, link: str) -> int:
        """What "of", "for", "to" … add."""
        target = index + 1
        if self._words.at(target).lower() in _ARTICLES:
            target += 1
        if not self._words.same_sentence(index, target) or target in self._study.people:
            return 0
        body = self._study.bodies.get(target)
        organization = self._study.organizations.get(target)
        if organization is not None and organization[0].first != target:
            organization = None
        # "The Sahel Solidarity Bank" is no post of the Sahel.
        longer = body is not None and organization and organization[0].last > body.run.last
        if body is not None and body.run.first == target and not longer:
            return self._body(index, link, body)
        if organization is not None:
            return self._organization(index, link, *organization)
        company = self._company(target) if link == "of" else None
        if company is not None:
            return self._of_company(index, company)
        if target in self._study.context.post_at:
            return self._nested(index, target, link)
        lower = self._words.text[target].lower()
        if (
            not is_name(self._words.text[target])
            and lower not in self._study.context.knowledge.portfolios
        ):
            return 0
        if link in {"in", "on", "with", "at"} and not (
            self._diplomat() or (link == "on" and self._advises_on(target))
        ):
            return 0
        return self._worded(index, target + 1)

    def _advises_on(self, target: int) -> bool:
        """Whether a field follows: "Special Adviser on Disability Rights", not "on Monday"."""
        post = self._study.context.post_at.get(self._core.first)
        known = post is not None and post.post.name.lower() in self._study.holding.any_field
        return known and is_name(self._words.text[target]) and target not in self._study.settings

    def _company(self, target: int) -> Run | None:
        """A name of capitals only, right before the holder: "CEO of General Motors Mary Barra"."""
        name = self._study.context.post_at.get(self._core.first)
        last = target
        while is_name(self._words.at(last)) and last not in self._study.people:
            last += 1
        ends = last in self._study.people and self._words.same_sentence(target, last)
        business = name is not None and name.post.kind == "business"
        return Run(target, last) if business and ends and last - target < 6 else None

    def _of_company(self, index: int, company: Run) -> int:
        self._parties = [Party(self._study.context.name(company))]
        return company.last - index

    def _nested(self, index: int, target: int, link: str) -> int:
        """Another post inside: "Chief of Staff to the President"; or a field: "for Justice"."""
        run = self._study.freed(self._study.context.post_at[target].run)
        field = self._words.text[target].lower() in self._study.context.knowledge.portfolios
        alone = run.last not in self._study.people
        if (link in {"of", "to"} and (target > index + 1 or alone)) or (field and link == "for"):
            self._nested_post = True
            return self._worded(index, run.last)
        return 0

    def _diplomat(self) -> bool:
        """Whether "in X" tells where a diplomat serves: "ambassador in Brasília"."""
        name = self._study.context.post_at.get(self._core.first)
        return name is not None and name.post.kind == "diplomat"

    def _body(self, index: int, link: str, body: Body) -> int:
        """A state or institution: "of Malta", "at the World Bank", "to the United States"."""
        if body.adjective and self._modifies(body.run.last):
            return self._adjective(index, link, body)
        serves = link in {"at", "in"} and not body.is_state and not self._governmental(body.run)
        if link == "of" or serves:
            return self._of_party(index, body)
        if link in {"in", "on", "with", "at"} and not self._diplomat():
            return 0
        end = self._last_listed(body.run.last) if link == "to" else body.run.last
        return self._worded(index, end)

    def _last_listed(self, last: int) -> int:
        """The end of a list of bodies: "Ambassador to Indonesia, Timor-Leste and ASEAN"."""
        words, end, target = self._words, last, last
        while words.at(target) in {",", "and"}:
            closing = words.at(target) == "and"
            target += 2 if words.at(target + 1) == "the" else 1
            body = self._study.bodies.get(target)
            if body is None or body.adjective or not words.same_sentence(last, target):
                break
            target = body.run.last
            if closing:
                end = target if words.at(target) != "'" else last
        return end

    def _modifies(self, index: int) -> bool:
        """Whether an adjective before a word belongs to a name that the word goes on."""
        if self._words.at(index) in {"and", "&"}:
            index += 1
            second = self._study.bodies.get(index)
            index = second.run.last if second is not None and second.adjective else index
        return (
            is_name(self._words.at(index))
            and index not in self._study.bodies
            and (index not in self._study.people and self._words.same_sentence(self._index, index))
        )

    def _adjective(self, index: int, link: str, body: Body) -> int:
        """Of "the Japanese Foreign Ministry", Japan; "the Asian Affairs Bureau" is all field."""
        organization = self._study.organizations.get(body.run.last)
        ends = organization is not None and organization[0].first == body.run.last
        if link == "of" and self._pieces and organization is not None and ends:
            self._parties = [body.party]
            return organization[0].last - index
        return self._worded(index, body.run.last)

    def _of_party(self, index: int, body: Body) -> int:
        """A party after "of": whose post it is; a government's body stays in the wording."""
        if not body.is_state and self._held_in(body):
            if body.country is not None:
                self._parties = [self._study.state(body.country)]
            return self._worded(index, body.run.last)
        self._parties = [body.party]
        last = body.run.last
        if body.is_state and self._department(last):
            self._pieces += [Run(index, body.run.first), Run(last, last + 1)]
            return last + 1 - index
        while self._words.at(last) in {"and", ","}:
            following = last + (2 if self._words.at(last + 1) in {"the", "and"} else 1)
            if self._words.at(following) == "the":
                following += 1
            other = self._study.bodies.get(following)
            if other is None or other.run.first != following:
                break
            self._parties.append(other.party)
            last = other.run.last
        return last - index

    def _department(self, index: int) -> bool:
        """Whether a state is followed by a body of it: "of the United States Department of"."""
        word, link = self._words.at(index), self._words.at(index + 1)
        governmental = word.lower() in self._study.holding.government_bodies
        return is_name(word) and governmental and link in {"of", "for"}

    def _organization(self, index: int, link: str, run: Run, mention: OrganizationMention) -> int:
        """A body that the vocabulary does not hold."""
        if self._governmental(run) or self._all_field(run) or link in {"for", "to", "on", "with"}:
            return self._worded(index, self._body_end(run))
        if self._parties:
            return 0
        self._parties = [Party(mention.name)]
        return run.last - index

    def _all_field(self, run: Run) -> bool:
        """Whether what seems a body is but a field: "Director of National Intelligence"."""
        known = self._study.context.knowledge.portfolios
        return all(
            self._words.text[i].lower() in known for i in range(run.first, self._body_end(run))
        )

    def _held_in(self, body: Body) -> bool:
        """Whether a body is part of the post's government: "Secretary of the Navy"."""
        name = self._study.context.post_at.get(self._core.first)
        minister = name is not None and name.post.kind == "minister"
        return minister or (body.country is not None and self._governmental(body.run))

    def _body_end(self, run: Run) -> int:
        """The end of a body's name before a person or party that is part of it."""
        person = next((i for i in range(*run) if i in self._study.people), None)
        if person is not None:
            return person
        last = self._study.bodies.get(run.last - 1)
        if last is None or last.run.first <= run.first:
            return run.last
        end = last.run.first
        while self._words.text[end - 1].lower() in {"of", "the"}:
            end -= 1
        return end

    def _governmental(self, run: Run) -> bool:
        words = {self._words.text[i].lower() for i in range(*run)}
        return bool(words & self._study.holding.government_bodies)

    def _bracketed(self, index: int) -> int:
        """An acronym in brackets: "(FM)"."""
        closed = self._words.at(index + 2) == ")" and self._words.at(index + 1).isupper()
        return 3 if closed else 0

    def _dashed(self, index: int) -> int:
        """A second post joined by a dash, or a hyphen inside a word."""
        post = self._study.context.post_at.get(index + 1)
        titled = post is not None and post.run.last in self._study.people
        if post is not None and not post.plural and not (titled and self._sets_off()):
            return self._worded(index, post.run.last)
        inside = self._words.joined(index) and self._words.joined(index - 1)
        name = index + 1 not in self._study.people
        return self._worded(index, index + 2) if inside and name else 0

    def _sets_off(self) -> bool:
        """Whether a dash opens the next entry of a list: "… of Commerce - Colonel Anna Wood"."""
        return bool(self._pieces) or bool(self._parties)

    def _listed(self, index: int) -> int:
        """A further part of a portfolio: "Science and Technology"."""
        if not (self._pieces or self._in_portfolio):
            return 0
        target = index + 1
        while self._words.at(target).lower() in {"and", "the"}:
            target += 1
        taken = target in self._study.people or target in self._study.context.post_at
        named = target in self._study.bodies or self._other_body(target)
        taken = (
            taken
            or (self._words.text[index] == "," and named)
            or (not self._nesting() and self._leads_to_post(target))
        )
        if taken or not self._words.same_sentence(index, target) or self._honorific(target):
            return 0
        if self._leads_to_person(target):
            return self._worded(index, target + 1)
        word, knowledge = self._words.text[target], self._study.context.knowledge
        if self._words.text[index] == "," and word.lower() not in knowledge.portfolios:
            return 0
        goes_on = word.lower() in knowledge.portfolios or (
            is_name(word) and target not in self._study.bodies and self._names_a_field(target)
        )
        return self._worded(index, target + 1) if goes_on else 0

    def _leads_to_person(self, index: int) -> bool:
        """Whether nothing but capitalised words, commas and links lies between here and a name."""
        first = index
        while (
            index < len(self._words)
            and index - first < _LONGEST
            and index not in self._study.people
        ):
            word = self._words.text[index]
            small = word.lower() in _LINKS | _ARTICLES | {"and", "&"}
            if index in self._study.context.post_at or not (is_name(word) or small):
                return False
            index += 1
        return (
            index > first
            and index in self._study.people
            and self._words.same_sentence(first, index)
        )

    def _leads_to_post(self, index: int) -> bool:
        """Whether capitalised words and then another post follow: "and Policy Director"."""
        first = index
        while index - first < 6 and index < len(self._words) and is_name(self._words.text[index]):
            if index in self._study.context.post_at:
                rank = self._study.context.post_at[index].post.name.lower()
                return rank not in self._study.holding.courtesies
            if index in self._study.people:
                return False
            index += 1
        return False

    def _names_a_field(self, index: int) -> bool:
        """Whether a capitalised word after "and" is no name that begins something else."""
        return self._words.tag(index) in {"NN", "NNS", "NNP", "NNPS", "JJ", "VB", "VBG"} and (
            not self._other_body(index)
        )

    def _other_body(self, index: int) -> bool:
        """Whether an organisation begins here that is no further part of the portfolio or office.

        In "Minister of Commerce, Industry and Investment Promotion" and "head of the Asian and
        Oceanian Affairs Bureau" the names found are none.
        """
        organization = self._study.organizations.get(index)
        if organization is None:
            return False
        portfolio = self._words.text[index].lower() in self._study.context.knowledge.portfolios
        return not (portfolio or self._governmental(organization[0]))

    def _honorific(self, index: int) -> bool:
        return self._study.context.knowledge.honorifics.longest(self._words.text, index) is not None

    def _goes_on_name(self, index: int) -> bool:
        """Whether a word goes on the portfolio or body that the phrase is in."""
        started = self._pieces or self._in_portfolio
        if not started or index in self._study.people or self._honorific(index):
            return False
        post = self._study.context.post_at.get(index)
        if post is not None:
            self._nested_post = self._nesting() and not post.plural
            return self._nested_post
        return is_name(self._words.text[index]) or (
            self._words.text[index].lower() in self._study.context.knowledge.portfolios
        )

    def _nesting(self) -> bool:
        """Whether the phrase is inside "to the …", where another post may end it."""
        if not self._pieces or self._nested_post:
            return False
        links = [piece for piece in self._pieces if self._words.text[piece.first].lower() in _LINKS]
        last = links[-1].first if links else self._core.first
        return self._words.text[last].lower() in {"to", "of"} and (
            self._words.at(last + 1).lower() == "the"
        )

    def _plain(self, index: int) -> int:
        return self._worded(index, index + 1)

    def _worded(self, first: int, last: int) -> int:
        """Words that are part of the post."""
        self._pieces.append(Run(first, last))
        return last - first

    def _joined(self) -> list[Run]:
        """The pieces, those that touch as one."""
        joined: list[Run] = []
        for piece in self._pieces:
            if joined and joined[-1].last == piece.first:
                joined[-1] = Run(joined[-1].first, piece.last)
            else:
                joined.append(piece)
        return joined
