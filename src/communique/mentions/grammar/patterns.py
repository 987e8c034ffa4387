"""Compiles the patterns of the rules, and finds where they match a string of classes.

A pattern is a sequence of classes and macros; `?` and `{m,n}` follow what they repeat, `name:`
stands before what a reading asks for. Every repetition is bounded, hence a match looks at a bounded
stretch and a text is read in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.errors import BadVocabulary
from communique.mentions.grammar.lexicon import Lexicon
from communique.vocab.grammar import Macro, Rule

_PIECE = re.compile(r"\s*(?:([a-z_]+[0-9]?):|([A-Z][A-Z_]*)|(\{\d+,\d+\})|([()|?]))")
_DEPTH = 12
# A name may stand in several branches of a pattern; its groups are numbered behind this.
_SUFFIX = "__"
# Runs longer than this are not remembered: they do not come twice.
_MEMORY_LENGTH = 40


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule, ready to match.

    Attributes:
        rule: The rule.
        pattern: Its pattern over the characters of classes.
        starts: Classes that a match can begin with.
        needs: Classes one of which every match has, for each obligatory piece of the pattern; a
            run without one need not be tried.
    """

    rule: Rule
    pattern: re.Pattern[str]
    starts: frozenset[str]
    needs: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a rule matched, in tokens.

    Attributes:
        start: First token.
        end: One past the last token.
        rule: The rule.
        parts: Named pieces: first token and one past the last.
    """

    start: int
    end: int
    rule: Rule
    parts: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, by the class a match begins with.

    Attributes:
        by_start: The rules that can begin with a class.
        runs: Finds the runs of classes that rules read.
        trigger: Finds a class without which there is no expression.
    """

    by_start: Mapping[str, tuple[CompiledRule, ...]]
    runs: re.Pattern[str]
    trigger: re.Pattern[str]


def build_grammar(rules: Sequence[Rule], macros: Sequence[Macro], lexicon: Lexicon) -> Grammar:
    """Compile all rules.

    Raises:
        BadVocabulary: A pattern can't be read or names an unknown class.
    """
    named = {macro.name: macro.pattern for macro in macros}
    compiled = [_compile(rule, named, lexicon) for rule in rules]
    starts = {char for rule in compiled for char in rule.starts}
    return Grammar(
        by_start={char: tuple(r for r in compiled if char in r.starts) for char in starts},
        runs=re.compile(f"[^{_chars(lexicon.inert)}]+"),
        trigger=re.compile(f"[{_chars(lexicon.triggers)}]"),
    )


def find_all(grammar: Grammar, classes: str) -> list[tuple[Hit, int]]:
    """Every match with the token at which its run begins; equal runs are parsed once."""
    memory: dict[str, list[Hit]] = {}
    hits: list[tuple[Hit, int]] = []
    trigger = grammar.trigger
    for run in grammar.runs.finditer(classes):
        if trigger.search(classes, run.start(), run.end()) is None:
            continue
        # One token on each side, since rules may ask what stands beside them.
        start = max(run.start() - 1, 0)
        stretch = classes[start : run.end() + 1]
        parsed = memory.get(stretch)
        if parsed is None:
            parsed = _find_hits(grammar, stretch)
            if len(stretch) <= _MEMORY_LENGTH:
                memory[stretch] = parsed
        hits.extend((hit, start) for hit in parsed)
    return hits


def _find_hits(grammar: Grammar, classes: str) -> list[Hit]:
    """The longest matches from left to right; of equally long ones that of the earlier rule."""
    hits: list[Hit] = []
    at = 0
    there = frozenset(classes)
    live = {
        char: [rule for rule in rules if not any(need.isdisjoint(there) for need in rule.needs)]
        for char in there
        if (rules := grammar.by_start.get(char))
    }
    while at < len(classes):
        best = _best_at(live, classes, at)
        if best is None:
            at += 1
        else:
            hits.append(best)
            at = best.end
    return hits


def _best_at(live: Mapping[str, Sequence[CompiledRule]], classes: str, at: int) -> Hit | None:
    best: tuple[CompiledRule, re.Match[str]] | None = None
    for candidate in live.get(classes[at], ()):
        match = candidate.pattern.match(classes, at)
        if match is not None and (best is None or match.end() > best[1].end()):
            best = (candidate, match)
    if best is None:
        return None
    rule, match = best
    parts = tuple(
        (name.partition(_SUFFIX)[0], *match.span(name))
        for name in rule.pattern.groupindex
        if match[name] is not None
    )
    return Hit(at, match.end(), rule.rule, parts)


def _compile(rule: Rule, macros: Mapping[str, str], lexicon: Lexicon) -> CompiledRule:
    parser = _Parser(rule.id, macros, lexicon)
    body = parser.parse(rule.pattern)
    ahead = f"(?![{parser.chars(rule.not_before)}])" if rule.not_before else ""
    ahead += f"(?=[{parser.chars(rule.before)}])" if rule.before else ""
    behind = f"(?<![{parser.chars(rule.not_after)}])" if rule.not_after else ""
    behind += f"(?<=[{parser.chars(rule.after)}])" if rule.after else ""
    try:
        pattern = re.compile(behind + body + ahead)
    except re.error as error:
        raise BadVocabulary(f"rule {rule.id}", f"bad pattern ({error})", "mend it") from error
    return CompiledRule(rule, pattern, parser.first(rule.pattern), parser.needs(rule.pattern))


class _Parser:
    """Turns one rule's pattern into a regular expression over class characters."""

    def __init__(self, rule: str, macros: Mapping[str, str], lexicon: Lexicon) -> None:
        self.rule = rule
        self.macros = macros
        self.lexicon = lexicon
        self.names: list[str] = []

    def parse(self, pattern: str, depth: int = 0) -> str:
        out: list[str] = []
        name = ""
        for kind, piece in self._pieces(pattern, depth):
            if kind == "name":
                name = f"{piece}{_SUFFIX}{len(self.names)}"
                self.names.append(name)
                continue
            opening = f"(?P<{name}>" if name else "(?:"
            if kind == "class":
                out.append(f"{opening}{self._class(piece, depth)})")
            elif piece == "(":
                out.append(opening)
            else:
                out.append(piece)
            name = ""
        return "".join(out)

    def first(self, pattern: str, depth: int = 0) -> frozenset[str]:
        """The classes a match can begin with."""
        found, _ = self._first(list(self._pieces(pattern, depth)), depth)
        return found

    def needs(self, pattern: str) -> tuple[frozenset[str], ...]:
        """For each obligatory single class, or choice of such, the classes."""
        found: list[frozenset[str]] = []
        pieces = [piece for piece in self._pieces(pattern, 0) if piece[0] != "name"]
        at = 0
        while at < len(pieces):
            end = _closing(pieces, at + 1) + 1 if pieces[at][1] == "(" else at + 1
            optional = end < len(pieces) and pieces[end][1][:2] in ("?", "{0")
            if pieces[at][1] == "|":
                return ()
            chars = self._single(pieces[at:end])
            if chars and not optional:
                found.append(chars)
            at = end + (end < len(pieces) and pieces[end][1][:1] in "?{")
        return tuple(found)

    def _single(self, pieces: Sequence[tuple[str, str]]) -> frozenset[str]:
        """The classes of a piece that is always one class, none if it may be more."""
        inner = pieces[1:-1] if len(pieces) > 1 else pieces
        chars: set[str] = set()
        for kind, name in inner:
            if kind == "class" and name in self.lexicon.classes:
                chars.add(self.lexicon.classes[name])
            elif name != "|":
                return frozenset()
        separators = sum(name == "|" for _, name in inner)
        return frozenset(chars) if 2 * separators + 1 == len(inner) else frozenset()

    def chars(self, names: tuple[str, ...]) -> str:
        """The characters of classes and of macros that are plain choices."""
        return _chars({char for name in names for char in self.first(name)})

    def _class(self, name: str, depth: int) -> str:
        if name in self.macros:
            return self.parse(self.macros[name], depth + 1)
        if name not in self.lexicon.classes:
            raise BadVocabulary(f"rule {self.rule}", f"names no class {name}", "mend the pattern")
        return re.escape(self.lexicon.classes[name])

    def _pieces(self, pattern: str, depth: int) -> list[tuple[str, str]]:
        if depth > _DEPTH:
            raise BadVocabulary(f"rule {self.rule}", "macros name each other", "mend the macros")
        pieces: list[tuple[str, str]] = []
        at = 0
        pattern = pattern.strip()
        while at < len(pattern):
            match = _PIECE.match(pattern, at)
            if match is None:
                raise BadVocabulary(
                    f"rule {self.rule}", f"can't read {pattern[at:]!r}", "mend the pattern"
                )
            kind = ("name", "class", "sign", "sign")[(match.lastindex or 1) - 1]
            pieces.append((kind, match[match.lastindex or 1]))
            at = match.end()
        return pieces

    def _first(self, pieces: list[tuple[str, str]], depth: int) -> tuple[frozenset[str], bool]:
        """Classes that can begin the pieces, and whether the pieces can be empty."""
        found: set[str] = set()
        can_be_empty = False
        open_branch = True  # no obligatory piece yet in this branch
        at = 0
        while at < len(pieces):
            kind, piece = pieces[at]
            at += 1
            if piece == "|":
                can_be_empty |= open_branch
                open_branch = True
                continue
            if kind == "name":
                continue
            if piece == "(":
                end = _closing(pieces, at)
                inner, empty = self._first(pieces[at:end], depth)
                at = end + 1
            elif piece in self.macros:
                inner, empty = self._first(self._pieces(self.macros[piece], depth + 1), depth + 1)
            else:
                inner, empty = frozenset(self.lexicon.classes[piece]), False
            if at < len(pieces) and (pieces[at][1] == "?" or pieces[at][1].startswith("{0")):
                empty = True
            while at < len(pieces) and (pieces[at][1] == "?" or pieces[at][1].startswith("{")):
                at += 1
            if open_branch:
                found |= inner
                open_branch = empty
        return frozenset(found), can_be_empty or open_branch


def _closing(pieces: list[tuple[str, str]], at: int) -> int:
    """Index of the bracket that closes the one before `at`."""
    depth = 1
    while depth:
        piece = pieces[at][1]
        depth += (piece == "(") - (piece == ")")
        at += 1
    return at - 1


def _chars(chars: frozenset[str] | set[str]) -> str:
    return "".join(re.escape(char) for char in sorted(chars))
