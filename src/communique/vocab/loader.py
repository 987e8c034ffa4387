"""Reads the vocabulary files that ship with the package and checks them against the schema."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, ClassVar, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from communique.errors import BadVocabulary
from communique.vocab.schema import (
    Grouping,
    Institution,
    Membership,
    NameWords,
    Post,
    PostSuccession,
    State,
)

T = TypeVar("T")

# libyaml reads the files some ten times faster; it is missing only where PyYAML was built without.
_Base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc, valid-type]
    """Reads "no" and "on" as the words they are: NO is Norway, as in YAML 1.2."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, expression) for tag, expression in resolvers if not tag.endswith(":bool")]
        if first not in "tTfF"
        else resolvers
        for first, resolvers in _Base.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping; a key that is written twice, which YAML lets hide the first, is an error."""
        keys = [self.construct_object(key, deep=deep) for key, _ in node.value]
        twice = next((key for index, key in enumerate(keys) if key in keys[:index]), None)
        if twice is not None:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key {twice!r} stands twice", node.start_mark
            )
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return mapping


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All entries of the data files, as read.

    Attributes:
        states: From `states/*.yaml`.
        institutions: From `institutions/*.yaml`.
        groupings: From `groupings.yaml`.
        memberships: From `memberships.yaml`.
        posts: From `posts.yaml`.
        successions: From `post_successions.yaml`.
        name_words: From `name_words.yaml`.
    """

    states: tuple[State, ...]
    institutions: tuple[Institution, ...]
    groupings: tuple[Grouping, ...]
    memberships: tuple[Membership, ...]
    posts: tuple[Post, ...]
    successions: tuple[PostSuccession, ...]
    name_words: NameWords


def load_vocabulary() -> Vocabulary:
    """Read all vocabulary files.

    Raises:
        BadVocabulary: A file is no YAML or breaks the schema.
    """
    data = files("communique.vocab") / "data"
    return Vocabulary(
        states=read_folder(data / "states", State),
        institutions=read_folder(data / "institutions", Institution),
        groupings=read_yaml(data / "groupings.yaml", tuple[Grouping, ...]),
        memberships=read_yaml(data / "memberships.yaml", tuple[Membership, ...]),
        posts=read_yaml(data / "posts.yaml", tuple[Post, ...]),
        successions=read_yaml(data / "post_successions.yaml", tuple[PostSuccession, ...]),
        name_words=read_yaml(data / "name_words.yaml", NameWords),
    )


def read_folder(folder: Traversable, entry: type[T]) -> tuple[T, ...]:
    """All entries of the YAML files in one folder, in the order of the file names.

    Raises:
        BadVocabulary: A file is no YAML or breaks the schema.
    """
    paths = sorted((p for p in folder.iterdir() if p.name.endswith(".yaml")), key=lambda p: p.name)
    return tuple(e for p in paths for e in read_yaml(p, tuple[entry, ...]))  # type: ignore[valid-type]


def read_yaml(path: Traversable, shape: type[T]) -> T:
    """One YAML file in the given shape.

    Raises:
        BadVocabulary: It is no YAML or breaks the shape.
    """
    try:
        content = yaml.load(path.read_text("utf-8"), Loader=_Loader)
        return TypeAdapter(shape).validate_python(content)
    except UnicodeDecodeError as error:
        raise BadVocabulary(path.name, "not UTF-8", "save the file as UTF-8") from error
    except yaml.YAMLError as error:
        raise BadVocabulary(path.name, f"not YAML ({error})", "mend the file") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadVocabulary(
            path.name, f"entry {place}: {first['msg']}", "see the head of the file"
        ) from error
