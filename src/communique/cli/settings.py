"""Settings in a file, `communique.toml`, in the folder where the user works or above it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.errors import BadSettings

#: Name of the file.
SETTINGS = "communique.toml"


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The table `[check]`.

    Attributes:
        select: Codes of rules, or their beginnings, that are told; empty for all.
        ignore: Codes, or their beginnings, that are not.
        between: Codes or names of the sides that findings must concern.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    between: tuple[str, ...] = ()


def settings_near(folder: Path) -> CheckSettings:
    """The settings of the nearest file in a folder or above it; the defaults if there is none.

    Raises:
        BadSettings: The file can't be used.
    """
    for place in (folder, *folder.parents):
        if (place / SETTINGS).is_file():
            return settings_in(place / SETTINGS)
    return CheckSettings()


def settings_in(path: Path) -> CheckSettings:
    """The settings of a file.

    Raises:
        BadSettings: It can't be read, is no TOML, or sets what can't be set.
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _bad(path, f"it can't be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad(path, f"it is no TOML ({error})") from error
    _only(path, told, {"check"}, "")
    return _check(path, told.get("check", {}))


def _check(path: Path, told: object) -> CheckSettings:
    if not isinstance(told, dict):
        raise _bad(path, "check must be a table: [check]")
    _only(path, told, {"select", "ignore", "between"}, "check.")
    return CheckSettings(**{name: _words(path, name, value) for name, value in told.items()})


def _words(path: Path, name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise _bad(path, f'check.{name} must be a list of texts, such as ["ARI", "CAL201"]')
    return tuple(value)


def _only(path: Path, told: Mapping[str, Any], known: set[str], where: str) -> None:
    for name in told:
        if name not in known:
            raise BadSettings(
                str(path),
                f"there is no setting {where}{name}",
                f"those there are: {', '.join(f'{where}{one}' for one in sorted(known))}",
            )


def _bad(path: Path, reason: str) -> BadSettings:
    return BadSettings(str(path), reason, "mend the file, or name another with --config")
