# Two commands do everything a new machine needs: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check bench screenshots clean

run: $(VENV)/installed  ## open the app on the project's own five articles
	$(BIN)/sidelight seeds

test: $(VENV)/installed-dev check  ## format, lint, types, contracts, then the whole suite
	$(BIN)/python -m pytest -n 2

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/installed-bench  ## timings and memory, as ratios in one run; never part of the suite
	$(BIN)/python -m tests.bench

screenshots: $(VENV)/installed-dev  ## draw screenshots/*.svg from the real app on seeds/
	$(BIN)/python screenshots/draw.py

clean:
	rm -rf $(VENV) build dist

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	touch $@

$(VENV)/installed-dev: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev]'
	touch $@ $(VENV)/installed

$(VENV)/installed-bench: pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev,bench]'
	touch $@ $(VENV)/installed $(VENV)/installed-dev
