"""`communique decide`: every ruling, told in one line, kept, listed, exported and undone."""

import io
import json
import sys
from datetime import UTC, datetime
from functools import cache

import pytest

from communique.checks.identity import basis_of, ident_of
from communique.claims.identity import identified
from communique.cli.main import app
from communique.errors import BadValue, CommuniqueError
from communique.model.decision import Decision, Ruling, signed
from communique.model.document import Document
from communique.model.extraction import Extraction
from communique.model.finding import Finding, Quoted, Scope, Severity
from communique.pipeline.keeping import Keeper
from communique.pipeline.knowledge import Knowledge
from communique.pipeline.settling import Settler
from communique.records.lines import to_line
from communique.store.claims import claims_of
from communique.store.documents import document_key, facts_of
from communique.store.dossier import Mode, open_dossier
from communique.store.findings import StoredFinding, put_findings, quotable
from communique.store.listing import Wanted, list_records
from factory import commitment, day, event

MEETING = "Oman and Peru met in Lima on 2 June 2023"
PLEDGE = "Oman will give 5 million euros"
# One text a document: address, and what it says besides the meeting.
TEXTS = {
    "a": f"{MEETING}. {PLEDGE}, the minister said. It is a gift.",
    "b": f"{MEETING}, for an hour.",
    "c": "Oman and Peru met in Muscat on 9 March 2021.",
}
load_knowledge = cache(Knowledge.load)


def document(address):
    url = f"https://example.org/{address}"
    return Document(id=address, text=TEXTS[address], text_given=True, url=url, publisher="Echo")


def claims_in(told):
    if told.id == "c":
        quote = TEXTS["c"][:-1]
        return identified(told, [event(quote, when=day("2021-03-09"), place="Muscat")])
    found = [event(MEETING, when=day("2023-06-02"), place="Lima")]
    if told.id == "a":
        found.append(commitment(PLEDGE, told.text.index(PLEDGE)))
    return identified(told, found)


MET_A, GIFT = claims_in(document("a"))
(MET_B,), (MET_C,) = claims_in(document("b")), claims_in(document("c"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The bytes of a dossier with three documents."""
    path = tmp_path_factory.mktemp("decide") / "dossier.db"
    keeper = Keeper(load_knowledge, "test")
    with open_dossier(str(path), Mode.WRITE) as dossier:
        for address in TEXTS:
            told = document(address)
            with dossier.writing() as connection:
                extraction = Extraction(told, (), claims_in(told))
                keeper.keep(connection, extraction, datetime(2024, 5, 1, tzinfo=UTC))
        assert list(Settler(dossier, load_knowledge).settle())
    return path.read_bytes()


@pytest.fixture
def path(filled, tmp_path, monkeypatch):
    monkeypatch.setattr(Knowledge, "load", load_knowledge)
    monkeypatch.setenv("COMMUNIQUE_AUTHOR", "Ada")
    target = tmp_path / "dossier.db"
    target.write_bytes(filled)
    monkeypatch.setenv("COMMUNIQUE_DOSSIER", str(target))
    return target


@pytest.fixture
def decide(path, capsys):
    """Runs the command; its exit status and what it prints."""

    def run(*arguments):
        status = app(["decide", *arguments], standalone_mode=False)
        printed = capsys.readouterr()
        return status, printed.out

    return run


def told(decide, *arguments):
    """The one line of a ruling, without the id of the decision at its end, and that id."""
    status, out = decide(*arguments)
    assert status == 0
    line, between, ident = out.rstrip("\n").rpartition(": decision ")
    assert between
    assert "\n" not in line
    return line, ident


def claims(path, address):
    """Claims of a document that count, by id."""
    with open_dossier(str(path), Mode.READ) as dossier, dossier.reading() as connection:
        number = list(TEXTS).index(address) + 1
        return {s.node.ref.claim: s.node for s in claims_of(connection, number)}


def records(path, kind="event"):
    with open_dossier(str(path), Mode.READ) as dossier, dossier.reading() as connection:
        return [listed.record for listed in list_records(connection, Wanted(kind))]


def of_claim(path, claim):
    (found,) = [r for r in records(path, claim.kind) if claim.id in {c.claim for c in r.claims}]
    return found


def test_a_claim_is_rejected_and_the_rejection_undone(decide, path):
    line, ident = told(decide, "reject", GIFT.id, "--reason", "misread")
    assert line == f'rejected {GIFT.id} "{PLEDGE}" (misread)'
    assert GIFT.id not in claims(path, "a")
    assert records(path, "commitment") == []
    line, again = told(decide, "undo", ident[:5])
    assert line == f"undid decision {ident}"
    assert GIFT.id in claims(path, "a")
    told(decide, "undo", again)
    assert GIFT.id not in claims(path, "a")


def test_a_claim_is_named_by_document_or_by_how_it_begins(decide, path):
    key = document_key(document("a"))
    assert told(decide, "accept", f"{key}/{GIFT.id[:14]}")[0].startswith("accepted commitment-")
    assert claims(path, "a")[GIFT.id].ruled == ("*",)


def test_a_slot_is_corrected(decide, path):
    line, _ = told(decide, "correct", GIFT.id, "amount", "at least 7000000 EUR")
    assert line == f'corrected {GIFT.id} "{PLEDGE}": amount is 7000000 EUR at_least'
    told(decide, "correct", GIFT.id, "to", "KZ, Bank of Ports")
    node = claims(path, "a")[GIFT.id]
    assert node.claim.amount.value == 7_000_000
    assert [(p.name, p.code) for p in node.claim.to] == [
        ("Kazakhstan", "KZ"),
        ("Bank of Ports", None),
    ]
    assert node.ruled == ("amount", "to")
    assert of_claim(path, GIFT).head.amount.value == 7_000_000


def test_a_claim_is_added_from_words_of_a_document(decide, path):
    words = ("--document", "https://example.org/a", "--quote", "It is a gift")
    slots = ("grade=pledged", "by=OM", "quantity=2 ships")
    line, _ = told(decide, "add", *words, "--kind", "commitment", *slots)
    assert line == 'added commitment from "It is a gift"'
    (node,) = [n for n in claims(path, "a").values() if n.ruled == ("*",)]
    assert node.claim.evidence[0].exact == "It is a gift"
    assert node.claim.action == "It is a gift"
    assert len(records(path, "commitment")) == 2


def test_a_note_becomes_a_document_with_its_claim(decide, path):
    note = "The embassy told me that 2 million were paid."
    slots = ("grade=delivered", "amount=2000000 EUR")
    line, ident = told(decide, "add", "--note", note, "--kind", "commitment", *slots)
    assert line == f'added commitment from "{note}"'
    with open_dossier(str(path), Mode.READ) as dossier, dossier.reading() as connection:
        assert facts_of(connection, [4])[4].publisher == "Ada"
    assert len(records(path, "commitment")) == 2
    told(decide, "undo", ident)
    assert len(records(path, "commitment")) == 1


def test_records_are_merged_and_parted_again(decide, path):
    one, other = of_claim(path, MET_A), of_claim(path, MET_C)
    line, ident = told(decide, "merge", one.id, other.id.rpartition(".")[2])
    assert line.startswith("merged 2 records of kind event: ")
    merged = of_claim(path, MET_C)
    assert of_claim(path, MET_A).id == merged.id
    assert merged.id in {one.id, other.id}
    assert any(joint.decision for joint in merged.joints)
    told(decide, "undo", ident)
    assert (of_claim(path, MET_A).id, of_claim(path, MET_C).id) == (one.id, other.id)


def test_claims_leave_a_record_though_they_say_the_same(decide, path):
    whole = of_claim(path, MET_A)
    assert of_claim(path, MET_B).id == whole.id
    line, ident = told(decide, "split", whole.id, MET_B.id)
    assert line.startswith(f'split "{MEETING}" from the event "')
    assert of_claim(path, MET_A).id == whole.id
    assert of_claim(path, MET_B).id != whole.id
    told(decide, "undo", ident)
    assert of_claim(path, MET_B).id == whole.id


def test_records_that_are_kept_apart_stay_apart(decide, path):
    one, other = of_claim(path, MET_A), of_claim(path, MET_C)
    line, _ = told(decide, "never-merge", one.id, other.id)
    assert line.startswith("kept apart 2 records of kind event: ")
    assert of_claim(path, MET_A).id != of_claim(path, MET_C).id


def test_a_record_is_marked_as_delivered(decide, path):
    record = of_claim(path, GIFT)
    line, ident = told(
        decide, "deliver", record.id, "--on", "2024-04-01", "--evidence", "receipt 5"
    )
    assert line == f'marked commitment "{PLEDGE}" as delivered on 2024-04-01: receipt 5'
    assert of_claim(path, GIFT).delivery[0].evidence == "receipt 5"
    told(decide, "undo", ident)
    assert of_claim(path, GIFT).delivery == ()


def test_whom_a_document_speaks_for(decide, path):
    line, _ = told(decide, "speaks-for", "b", "KZ", "European Union")
    assert line == "https://example.org/b speaks for Kazakhstan, European Union"
    assert [p.code for p in claims(path, "b")[MET_B.id].document.speaks_for] == ["KZ", "EU"]
    told(decide, "speaks-for", "b")
    assert claims(path, "b")[MET_B.id].document.speaks_for == ()


@pytest.fixture
def finding(path):
    """A finding, as a rule would have made it."""
    with open_dossier(str(path), Mode.WRITE) as dossier, dossier.writing() as connection:
        (key, *_) = [document_key(document(address)) for address in TEXTS]
        found = Finding(
            code="COM402",
            severity=Severity.NOTE,
            message="no day is told",
            quotes=(Quoted(key, 0, len(MEETING), MEETING),),
        )
        documents = quotable(connection, [key])
        ident = ident_of(found, {key: documents[key].lineage})
        stored = StoredFinding(key, ident, basis_of(found), found)
        put_findings(connection, Scope.DOCUMENT, [key], [stored], documents)
    return ident


def test_a_finding_is_silenced(decide, finding):
    begun = finding.removeprefix("COM402:")[:6]
    line, _ = told(decide, "silence", begun, "--reason", "it is told elsewhere")
    assert line == f'silenced {finding} "{MEETING}" (it is told elsewhere)'


def test_a_finding_is_silenced_for_a_reason_only(decide, finding):
    with pytest.raises(BadValue, match="reason") as refusal:
        decide("silence", finding)
    assert "\n" not in str(refusal.value)
    assert decide("list") == (0, "")


def test_a_silence_of_the_first_form_is_listed(decide, path, tmp_path):
    at = datetime(2024, 5, 1, 12, tzinfo=UTC)
    payload = {"code": "COM104", "basis": "3f2a"}
    old = Decision(id="", ruling=Ruling.SILENCE, targets=(), payload=payload, author="Ben", at=at)
    lines = tmp_path / "decisions.jsonl"
    lines.write_text(to_line(signed(old)))
    assert decide("import", str(lines)) == (0, "1 new, 0 known\n")
    assert decide("list")[1].rstrip().endswith("Ben: silenced COM104:3f2a")
    assert decide("review") == (0, "")


def test_decisions_are_listed_with_who_and_when(decide):
    _, ident = told(decide, "reject", GIFT.id, "--author", "Ben", "--reason", "misread")
    told(decide, "undo", ident)
    status, out = decide("list")
    first, second = out.splitlines()
    assert status == 0
    assert first.startswith(f"{ident} ")
    assert first.endswith(f'Ben: undone: rejected {GIFT.id} "{PLEDGE}" (misread)')
    assert second.endswith(f"Ada: undid decision {ident}")


def test_decisions_go_from_one_dossier_to_another(decide, path, filled, tmp_path):
    told(decide, "reject", GIFT.id)
    told(decide, "correct", MET_B.id, "place", "Callao")
    file = tmp_path / "decisions.jsonl"
    assert decide("export", str(file)) == (0, "")
    lines = file.read_text().splitlines()
    assert [json.loads(line)["ruling"] for line in lines] == ["reject", "correct"]
    assert decide("export")[1] == file.read_text()
    path.write_bytes(filled)
    file.write_text("\n".join(["{}", *reversed(lines), "", lines[0]]))
    status, out = decide("import", str(file))
    assert (status, out) == (1, "2 new, 1 known, 1 refused\n")
    assert GIFT.id not in claims(path, "a")
    assert claims(path, "b")[MET_B.id].claim.place == "Callao"
    assert decide("export")[1].splitlines() == lines
    file.write_text("\n".join(lines))
    assert decide("import", str(file)) == (0, "0 new, 2 known\n")


def test_lines_come_from_standard_input_too(decide, monkeypatch, capsys):
    stdin = io.TextIOWrapper(io.BytesIO(b'\xff\n{"id": 5}\n'))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert app(["decide", "import", "-"], standalone_mode=False) == 1
    printed = capsys.readouterr()
    assert printed.out == "0 new, 0 known, 2 refused\n"
    first, second = printed.err.splitlines()
    assert first.startswith("communique: standard input, line 1: it is not UTF-8; ")
    assert second.startswith("communique: standard input, line 2: ")


def test_what_finds_its_target_no_more_is_listed_for_review(decide, path):
    told(decide, "accept", GIFT.id)
    assert decide("review") == (0, "")
    again = Document(
        id="a", text=f"{MEETING}.", text_given=True, url="https://example.org/a", publisher="Echo"
    )
    with open_dossier(str(path), Mode.WRITE) as dossier, dossier.writing() as connection:
        Keeper(load_knowledge, "test").keep(
            connection, Extraction(again, ()), datetime(2024, 5, 2, tzinfo=UTC)
        )
    status, out = decide("review")
    assert status == 0
    assert "its words are not in the text" in out
    assert f"(document {document_key(again)}), but it holds in another version" in out


REFUSED = [
    pytest.param(["reject", "event-none"], "DC001", "no claim of that name", id="no-claim"),
    pytest.param(["reject", "event-"], "DC002", "it may be event-", id="several-claims"),
    pytest.param(["reject", ""], "DC001", "no claim of that name", id="nothing"),
    pytest.param(["merge", "none", "event."], "DC001", "no record of that name", id="no-record"),
    pytest.param(["undo", "0000"], "DC001", "no decision of that name", id="no-decision"),
    pytest.param(["speaks-for", "zz", "KZ"], "DC001", "no document of that name", id="no-document"),
    pytest.param(["correct", GIFT.id, "colour", "red"], "DC003", "no slot 'colour'", id="no-slot"),
    pytest.param(["correct", GIFT.id, "grade", "firm"], "DC003", "none of", id="no-value"),
    pytest.param(["correct", GIFT.id, "part_of", "event-x"], "DC001", "no claim", id="no-whole"),
    pytest.param(
        ["add", "--document", "a", "--quote", "Never said", "--kind", "event"],
        "DC004",
        "not in the text",
        id="no-quote",
    ),
    pytest.param(
        ["add", "--document", "a", "--quote", "i", "--kind", "event"],
        "DC004",
        "times in the text",
        id="quote-twice",
    ),
    pytest.param(["add", "--note", " ", "--kind", "event"], "DC004", "empty", id="empty-note"),
    pytest.param(["add", "--note", "x", "--kind", "vow"], "DC003", "one of event", id="no-kind"),
    pytest.param(["add", "--note", "x", "--kind", "event"], "DC003", "type", id="slot-missing"),
    pytest.param(["add", "--kind", "event"], "IN007", "--note alone", id="from-nothing"),
    pytest.param(["add", "--note", "x", "--kind", "event", "y"], "IN007", "SLOT=VALUE", id="form"),
    pytest.param(["silence", "COM104"], "DC001", "no finding", id="no-finding"),
    pytest.param(["import", "/no/such/file"], "IN007", "can't be read", id="no-file"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), REFUSED)
def test_what_can_not_be_is_refused_in_one_line(decide, arguments, code, words):
    with pytest.raises(CommuniqueError, match=words) as refusal:
        decide(*arguments)
    assert refusal.value.code == code
    assert decide("list") == (0, "")


def test_idle_decisions_on_records_are_refused(decide, path):
    met, pledged = of_claim(path, MET_A), of_claim(path, GIFT)
    cases = [
        (["merge", met.id, met.id], "they are one record"),
        (["merge", met.id], "they are one record"),
        (["merge", met.id, pledged.id], "different kinds"),
        (["split", met.id, GIFT.id], "it is not in record"),
        (["split", pledged.id, GIFT.id], "all its claims would leave"),
    ]
    for arguments, words in cases:
        with pytest.raises(CommuniqueError, match=words) as refusal:
            decide(*arguments)
        assert refusal.value.code == "DC005"


def test_what_a_split_parted_is_put_together_by_undoing_it(decide, path):
    third = of_claim(path, MET_C)
    whole = of_claim(path, MET_A)
    told(decide, "merge", whole.id, third.id)
    _, ident = told(decide, "split", whole.id, MET_B.id)
    with pytest.raises(CommuniqueError, match=f"communique decide undo {ident}"):
        decide("merge", whole.id, of_claim(path, MET_B).id)
    told(decide, "undo", ident)
    with pytest.raises(CommuniqueError, match="it is undone already"):
        decide("undo", ident)
    assert of_claim(path, MET_B).id == of_claim(path, MET_C).id == of_claim(path, MET_A).id
