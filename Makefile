# The commands of the project; `make help` lists them.
#
# The environment is .venv, made with the standard library's venv and pip alone. On Linux x86-64 with
# CPython 3.11, 3.12 or 3.13 the pinned requirements are installed, with hashes; elsewhere pip picks
# versions within the ranges of pyproject.toml, and make says so. PYTHON=/path/to/python chooses the
# interpreter.

SHELL := /bin/bash
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help demo test test-fast lint docs bench bench-peers floors lock clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-12s %s\n", $$1, $$2}'

demo: $(VENV)/.base ## build the environment and show what communique does
	@$(BIN)/communique demo

test: $(VENV)/.dev ## run all tests
	@$(BIN)/python -m pytest

test-fast: $(VENV)/.dev ## run the tests that need no language pipeline
	@$(BIN)/python -m pytest -m "not model"

lint: $(VENV)/.dev ## check format, style, types and the import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: $(VENV)/.dev ## build the documentation into docs/_build
	@$(BIN)/sphinx-build -q -W -b html docs docs/_build

bench: $(VENV)/.dev ## measure speed and memory beside plain spaCy, times, amounts and merging beside other libraries, the checks, and the pages of DOSSIER
	@$(BIN)/python benchmarks/run.py
	@$(BIN)/python benchmarks/times.py
	@$(BIN)/python benchmarks/amounts.py
	@$(BIN)/python benchmarks/merging.py
	@$(BIN)/python benchmarks/checks.py --write docs/checks/measured.md
ifdef DOSSIER
	@$(BIN)/python benchmarks/pages.py "$(DOSSIER)"
else
	@echo "pages: not measured; make bench DOSSIER=PATH_OR_URL measures those of a dossier"
endif

bench-peers: $(VENV)/.dev ## install the libraries that bench compares with (not pinned)
	@$(BIN)/python -m pip install --quiet -e ".[bench]"

floors: $(VENV)/.dev ## raise the floors of accuracy to what is reached (see eval/README.md)
	@$(BIN)/communique evaluate eval/gold --floors eval/floors.toml --update
	@$(BIN)/communique evaluate --merging eval/merging --floors eval/floors.toml --update

lock: $(VENV)/.dev ## compile the pinned requirements anew (see CONTRIBUTING.md)
	@scripts/lock

clean: ## remove the environment and what was built
	rm -rf $(VENV) build dist docs/_build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(VENV)/.base: pyproject.toml $(wildcard requirements/*.txt) scripts/install
	@scripts/install $(VENV) base

$(VENV)/.dev: pyproject.toml $(wildcard requirements/*.txt) scripts/install
	@scripts/install $(VENV) dev
