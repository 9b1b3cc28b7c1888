# `make demo` and `make test` are all that a newcomer needs: each sets up what it uses.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test spark libreoffice check lint types layers coverage docs bench schema clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.core: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "sakip needs Python 3.11 or newer; say which: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.core
	@$(PIP) install --group test
	@touch $@

$(VENV)/.dev: $(VENV)/.test
	@$(PIP) install --group dev
	@touch $@

$(VENV)/.spark: $(VENV)/.test
	@$(PIP) install --group spark
	@touch $@

$(VENV)/.benchmark: $(VENV)/.core
	@$(PIP) install --group benchmark
	@touch $@

demo: $(VENV)/.core ## the main job on a real government document
	@$(BIN)/python examples/demo.py

test: $(VENV)/.test ## the test suite
	@$(BIN)/python -m pytest

spark: $(VENV)/.spark ## the tests on Spark, none left out; needs Java
	@SAKIP_WAJIB=spark $(BIN)/python -m pytest -m spark

libreoffice: $(VENV)/.test ## the tests that open written files in LibreOffice, none left out
	@SAKIP_WAJIB=libreoffice $(BIN)/python -m pytest -m libreoffice

check: lint types layers coverage docs ## everything that must hold before a change lands

lint: $(VENV)/.dev ## ruff
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy, strict
	@$(BIN)/mypy

layers: $(VENV)/.dev ## the layer contract
	@$(BIN)/lint-imports

coverage: $(VENV)/.dev ## the test suite again, with branch coverage
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest --quiet -m "not spark"
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

docs: $(VENV)/.dev ## the documentation, without a warning
	@$(BIN)/python -m sphinx -W --keep-going -q -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

bench: $(VENV)/.benchmark ## the benchmarks, as ratios
	@for script in benchmarks/bench_*.py; do $(BIN)/python $$script || exit 1; done

schema: $(VENV)/.core ## write the JSON Schema anew
	@$(BIN)/python -c 'import json; from sakip.serialization import make_schema; print(json.dumps(make_schema(), ensure_ascii=False, indent=2))' > schema/pohon-v1.schema.json

clean: ## remove what the other targets made
	@rm -rf $(VENV) docs/_build .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
