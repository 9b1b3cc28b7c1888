# `make demo` and `make test` are all that a newcomer needs: each sets up what it uses.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTEST_ARGS := -n auto --dist loadfile # the blocks of one document share a namespace

.DEFAULT_GOAL := help
.PHONY: help demo test parts report check lint types layers docs bench wheel schema picture notebook clean

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

test: $(VENV)/.test ## the test suite, on every core; what it covers is kept for `make report`
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest $(PYTEST_ARGS)

PARTS := chromium graphviz libreoffice postgresql spark
parts: $(VENV)/.spark ## the tests that need programs of their own, none left out: PARTS="chromium" picks some
	@SAKIP_WAJIB="$(PARTS)" $(BIN)/python -m pytest -m "$$(echo $(PARTS) | sed 's/ / or /g')" $(PYTEST_ARGS)

report: ## the branches that `make test` covered; all of them, where no test was left out
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

check: lint types layers $(VENV)/.spark test report docs ## everything that must hold before a change lands

lint: $(VENV)/.dev ## ruff
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.dev ## mypy, strict
	@$(BIN)/mypy

layers: $(VENV)/.dev ## the layer contract
	@$(BIN)/lint-imports

docs: $(VENV)/.dev ## the documentation, without a warning
	@$(BIN)/python -m sphinx -W --keep-going -q -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

bench: $(VENV)/.benchmark ## the benchmarks, as ratios
	@for script in benchmarks/bench_*.py; do $(BIN)/python $$script || exit 1; done

wheel: $(VENV)/.test ## the wheel and the sdist, tested with the core alone and with every extra
	@.ci/wheel build $(PYTHON)
	@.ci/wheel core $(PYTHON)
	@.ci/wheel full $(PYTHON)

schema: $(VENV)/.core ## write the JSON Schema anew
	@$(BIN)/python -c 'import json; from sakip.serialization import make_schema; print(json.dumps(make_schema(), ensure_ascii=False, indent=2))' > schema/pohon-v1.schema.json

DINSOS := examples/dinsos-kotawaringin-timur-2025
picture: $(VENV)/.test ## draw the picture of README.md anew
	@$(BIN)/sakip gambar $(DINSOS)/struktur.csv docs/gambar/pohon.svg --realisasi $(DINSOS)/realisasi-ilustrasi-2025.csv \
	  --periode 2025 --skala SKALA_PERMENDAGRI_86 --sampai program --akar O1 --arah mendatar --tanpa-relasi

notebook: $(VENV)/.test ## run the notebooks of the examples and store what they show
	@$(BIN)/python examples/notebook/perbarui.py

clean: ## remove what the other targets made
	@rm -rf $(VENV) docs/_build .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
