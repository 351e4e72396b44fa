# Everything runs in a virtual environment that this file makes. Python 3.11 or later, git and make are all it needs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check format lint types bench golden docs clean

demo: $(READY)  ## set everything up and scan an example
	@$(BIN)/mtaudit scan examples/ferry.ko.txt --output-format rich

test: $(READY)  ## set everything up and pass the tests
	$(BIN)/pytest -q -n auto

check: format lint types test  ## what CI runs

format: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

bench: $(READY)  ## speed and memory, as ratios measured side by side in one run
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e '.[bench]'
	$(BIN)/python benchmarks/speed.py

golden: $(READY)  ## write the golden files anew; read the difference before you commit it
	$(BIN)/pytest -q tests/test_writers.py --golden

docs: $(READY)  ## write docs/rules*.md and the picture in the README anew
	$(BIN)/python docs/build.py

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mtaudit needs Python 3.11 or later: make PYTHON=python3.13")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	$(BIN)/python -m compileall -q src
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
