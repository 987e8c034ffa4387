"""What is done when a server starts: what a check was interrupted at goes on."""

import gc
import sys

import pytest

from communique.pipeline.checking import Checker, due_count
from communique.store.documents import all_numbers
from communique.store.due import mark_documents
from communique.web.rendering import environment
from communique.web.warming import warm
from filling import knowledge
from serving import site_on


@pytest.fixture(autouse=True)
def thawed():
    yield
    gc.unfreeze()


@pytest.fixture
def interrupted(filled):
    """A dossier that was checked, and then changed by a run that was ended before its checks."""
    for _ in Checker(filled, knowledge).check():
        pass
    with filled.writing() as connection:
        mark_documents(connection, all_numbers(connection)[:2])
    return filled


def due(dossier):
    with dossier.reading() as connection:
        return due_count(connection, Checker(dossier, knowledge).rules)


def test_a_check_goes_on_where_it_was_interrupted(interrupted):
    site = site_on(interrupted)
    site.checking.pause = 0
    assert due(interrupted) > 0
    warm(site, environment(site.wording))
    site.checking.wait()
    assert due(interrupted) == 0


def test_what_is_open_for_reading_only_is_left_as_it_is(interrupted):
    site = site_on(interrupted, read_only=True)
    site.checking.pause = 0
    before = due(interrupted)
    warm(site, environment(site.wording))
    site.checking.wait()
    assert due(interrupted) == before


def test_rules_are_made_once_for_many_decisions(filled):
    site = site_on(filled)
    assert site.checker.prepared() is site.checker.prepared()


def test_all_that_answers_need_is_read(filled):
    site = site_on(filled, read_only=True)
    templates = environment(site.wording)
    warm(site, templates)
    assert {"positions", "outline"} <= vars(site).keys()
    read = {name for _, name in templates.cache}
    assert read == set(templates.list_templates())
    assert "vl_convert" in sys.modules
