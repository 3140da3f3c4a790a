# Needs only Python >= 3.11 and make; every target sets up what it uses in .venv.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
WORKERS ?= 2
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help demo check lint types docs test format changelog clean

help:
	@echo "make demo       read three reports in examples/, print their claims, and write a page of them"
	@echo "make check      lint, types, docs and tests: what CI runs"
	@echo "make format     put the code into shape"
	@echo "make changelog  show what the next release will say"

demo: .venv/.demo
	$(BIN)/python examples/demo.py build/demo.html

# One at a time, tests last, so that their verdict is the last thing to be read.
check:
	$(MAKE) lint
	$(MAKE) types
	$(MAKE) docs
	$(MAKE) test

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.dev
	$(BIN)/mypy src $(wildcard tests/typing)

docs: .venv/.dev
	$(BIN)/towncrier build --draft --version next > /dev/null
	$(BIN)/codespell docs changelog.d README.md CONTRIBUTING.md
	$(BIN)/sphinx-build -n -W --keep-going -q -b html docs build/docs

test: .venv/.dev
	$(BIN)/python -m pytest -n $(WORKERS)

format: .venv/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

changelog: .venv/.dev
	$(BIN)/towncrier build --draft --version next

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "no Python >= 3.11 found; say make PYTHON=/path/to/python" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "$(PYTHON) cannot make a virtual environment" >&2; exit 1; }

# The stamps make a second run quick; a changed pyproject.toml installs anew.
.venv/.demo: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/.dev: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ .venv/.demo
