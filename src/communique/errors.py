"""The exceptions of communique: one tree, each with a stable code.

    CommuniqueError
    ├── InputError            the user named something that can't be used
    │   ├── SourceNotFound    IN001  no such file or folder
    │   ├── SourceUnreadable  IN002  it exists, but can't be read
    │   ├── UnknownFormat     IN003  no reader for this kind of file
    │   ├── BadEncoding       IN004  the bytes are not text
    │   ├── BadRecord         IN005  a JSON line that is no document
    │   ├── EmptyDocument     IN006  nothing to read in it
    │   ├── BadOption         IN007  an option's value can't be used
    │   ├── UnknownExtractor  IN008  no extractor of that name
    │   ├── BadGold           IN009  an annotated document that breaks the claim model
    │   ├── UnknownRule       IN010  no check of that code or name
    │   ├── BadSettings       IN011  a file of settings that can't be used
    │   └── SourceForbidden   IN012  an address that must not be asked
    ├── DossierError          the dossier that the user named can't be used
    │   ├── DossierNotFound   DS001  there is no dossier
    │   ├── NotADossier       DS002  a file or database of another kind
    │   ├── DossierDamaged    DS003  the database is damaged
    │   ├── DossierOlder      DS004  an older version of the program made it
    │   ├── DossierNewer      DS005  a newer version of the program made it
    │   ├── DossierForbidden  DS006  the rights to read or write it are missing
    │   ├── DossierFull       DS007  there is no room to write
    │   ├── DossierLocked     DS008  another process held it for too long
    │   ├── NoServer          DS009  the database server can't be reached, or turns us away
    │   ├── BadAddress        DS010  the address names no dossier that could be
    │   ├── DossierFailed     DS011  the database refused for another reason
    │   └── RecordsOutdated   DS012  another version of the program formed its records
    ├── DecisionError         what the user decides can't be
    │   ├── UnknownTarget     DC001  no claim, record, document or decision of that name
    │   ├── AmbiguousTarget   DC002  several go by that name
    │   ├── BadValue          DC003  no such slot, or no value for it
    │   ├── QuoteNotFound     DC004  the words are not in the text, or stand there twice
    │   ├── IdleDecision      DC005  it would change nothing, or contradict itself
    │   └── BadDecision       DC006  a line of a file that is no decision
    └── SetupError            the installation can't work
        ├── BadVocabulary     SE001  a vocabulary file breaks its schema
        ├── NoLanguageModel   SE002  the language pipeline is not installed
        ├── BadPlugin         SE003  an installed package offers a part that can't be used
        └── NoDatabase        SE004  a part of the database software is not installed

Library code raises these; only `cli` turns them into a line on stderr and an exit status.
"""

from __future__ import annotations

from typing import ClassVar


class CommuniqueError(Exception):
    """Base of all errors that communique raises on purpose.

    The message is one line for the user: what was refused, why, and what to do about it.
    """

    code: ClassVar[str] = "CQ000"

    def __init__(self, subject: str, reason: str, remedy: str) -> None:
        self.subject = subject
        self.reason = reason
        self.remedy = remedy
        super().__init__(_one_line(f"{subject}: {reason}; {remedy}"))

    def __reduce__(self) -> tuple[type[CommuniqueError], tuple[str, str, str]]:
        # Exceptions cross process borders; the default would rebuild them from one argument.
        return type(self), (self.subject, self.reason, self.remedy)


class InputError(CommuniqueError):
    """Something the user named can't be used; the next input may still be fine."""


class SourceNotFound(InputError):
    """No file or folder of that name exists."""

    code = "IN001"


class SourceUnreadable(InputError):
    """The file exists but the operating system refuses to hand it over."""

    code = "IN002"


class SourceForbidden(InputError):
    """An address that is no public web address; it is not asked."""

    code = "IN012"


class UnknownFormat(InputError):
    """No reader or document format takes this kind of file."""

    code = "IN003"


class BadEncoding(InputError):
    """The bytes are not text in any encoding that can be told."""

    code = "IN004"


class BadRecord(InputError):
    """A line of JSON input is not a document."""

    code = "IN005"


class EmptyDocument(InputError):
    """The document holds no text to read."""

    code = "IN006"


class BadOption(InputError):
    """The value given for an option can't be used."""

    code = "IN007"


class UnknownExtractor(InputError):
    """No extractor has that name, built in or installed."""

    code = "IN008"


class BadGold(InputError):
    """An annotated document breaks the claim model, or its quotes are not in its text."""

    code = "IN009"


class UnknownRule(InputError):
    """No check has that code or name."""

    code = "IN010"


class BadSettings(InputError):
    """A file of settings can't be read, or sets what can't be set."""

    code = "IN011"


class DossierError(CommuniqueError):
    """The dossier that the user named can't be used; what it held before, it still holds."""


class DossierNotFound(DossierError):
    """There is no dossier of that name."""

    code = "DS001"


class NotADossier(DossierError):
    """The file or database is of another kind."""

    code = "DS002"


class DossierDamaged(DossierError):
    """The database finds itself damaged."""

    code = "DS003"


class DossierOlder(DossierError):
    """An older version of the program made it, and it has to be upgraded first."""

    code = "DS004"


class DossierNewer(DossierError):
    """A newer version of the program made it."""

    code = "DS005"


class DossierForbidden(DossierError):
    """The operating system or the server does not let us read or write it."""

    code = "DS006"


class DossierFull(DossierError):
    """There is no room to write."""

    code = "DS007"


class DossierLocked(DossierError):
    """Another process has been writing for longer than we wait."""

    code = "DS008"


class NoServer(DossierError):
    """The database server can't be reached, went away, or turns us away."""

    code = "DS009"


class BadAddress(DossierError):
    """The address is neither a file nor a database that dossiers can be in."""

    code = "DS010"


class DossierFailed(DossierError):
    """The database refused for a reason that is none of the others."""

    code = "DS011"


class RecordsOutdated(DossierError):
    """The records were formed by a version of the program that compared claims otherwise."""

    code = "DS012"


class DecisionError(CommuniqueError):
    """What the user decides can't be; the dossier is as it was."""


class UnknownTarget(DecisionError):
    """No claim, record, document or decision has that name."""

    code = "DC001"


class AmbiguousTarget(DecisionError):
    """Several claims, records, documents or decisions go by that name."""

    code = "DC002"


class BadValue(DecisionError):
    """The claim has no such slot, or the words are no value for it."""

    code = "DC003"


class QuoteNotFound(DecisionError):
    """The words are not in the text of the document, or they stand there more than once."""

    code = "DC004"


class IdleDecision(DecisionError):
    """The decision would change nothing, or contradict itself or another one."""

    code = "DC005"


class BadDecision(DecisionError):
    """A line of a file is no decision."""

    code = "DC006"


class SetupError(CommuniqueError):
    """The installation can't work; no input will."""


class BadVocabulary(SetupError):
    """A vocabulary file breaks its schema."""

    code = "SE001"


class NoLanguageModel(SetupError):
    """The language pipeline that was asked for is not installed."""

    code = "SE002"


class BadPlugin(SetupError):
    """An installed package offers a part that can't be used."""

    code = "SE003"


class NoDatabase(SetupError):
    """A part of the database software that the dossier needs is not installed."""

    code = "SE004"


def _one_line(message: str) -> str:
    return " ".join(message.split())
