# make run: set up and start. make test: set up and run every check. make bench: measure.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KLAAR := $(VENV)/.klaar

.PHONY: run test bench format catalogi controle schoon

$(KLAAR): pyproject.toml constraints.txt catalogi.py
	$(PYTHON) -m venv $(VENV)
	PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(KLAAR)

run: $(KLAAR)
	@$(BIN)/python catalogi.py compileer
	@$(BIN)/gesprek $(ARGS)

test: $(KLAAR)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python catalogi.py controleer
	$(BIN)/mypy
	$(BIN)/gesprek controleer
	$(BIN)/pytest

format: $(KLAAR)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

catalogi: $(KLAAR)
	$(BIN)/python catalogi.py bijwerken
	$(BIN)/python catalogi.py controleer

bench: $(KLAAR)
	$(BIN)/python bench/alles.py

schoon:
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache
