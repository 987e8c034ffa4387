"""Work after an answer: once for many requests, left when somebody asks again, never lost."""

from threading import Event, Thread

from communique.errors import DossierLocked
from communique.web.afterwards import Afterwards


def test_many_requests_are_answered_by_one_run():
    runs = []

    def work():
        runs.append("run")
        yield "step"

    later = Afterwards(work, pause=0.05)
    for _ in range(5):
        later.ask()
    later.wait()
    assert runs == ["run"]


def test_a_request_meanwhile_ends_the_run_after_a_step_and_begins_anew():
    begun, steps = Event(), []

    def work():
        steps.append("first")
        begun.set()
        if len(steps) == 1:
            later.ask()
        yield "first"
        steps.append("second")
        yield "second"

    later = Afterwards(work, pause=0.01)
    later.ask()
    begun.wait(5)
    later.wait()
    assert steps == ["first", "first", "second"]


def test_a_busy_dossier_is_tried_again_at_the_next_request():
    runs = []

    def work():
        runs.append("run")
        if len(runs) == 1:
            raise DossierLocked("dossier", "busy", "wait")
        yield "step"

    later = Afterwards(work, pause=0)
    later.ask()
    later.wait()
    later.ask()
    later.wait()
    assert len(runs) == 2


def test_closing_ends_the_run_after_a_step_and_takes_on_nothing_more():
    begun, go_on, steps = Event(), Event(), []

    def work():
        for name in ("first", "second"):
            steps.append(name)
            begun.set()
            go_on.wait(5)
            yield name

    later = Afterwards(work, pause=0)
    later.ask()
    begun.wait(5)
    closing = Thread(target=later.close)
    closing.start()
    while not later.is_ended:
        pass
    go_on.set()
    closing.join()
    later.ask()
    later.wait()
    assert steps == ["first"]


def test_closing_does_not_wait_for_a_pause():
    steps = []

    def work():
        steps.append("step")
        yield "step"

    later = Afterwards(work, pause=600)
    later.ask()
    later.close()
    assert steps == []
