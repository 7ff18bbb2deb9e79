# make demo and make test are the two commands; they need Debian's python3, python3-venv and make.
# Every other package comes from requirements/*.txt, as a wheel, checked by hash.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED := --require-hashes --only-binary :all:
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate
SETS := core base test check browser bench

.DEFAULT_GOAL := help
.PHONY: help demo test check fix locks locks-fresh bench browser docs docs-fresh wheel wheels clean

help: ## say what each target does
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

demo: .venv/.base ## build the report of the built-in corpus and serve it on 127.0.0.1
	$(BIN)/safeconduct demo

test: .venv/.test ## run every test but the browser's; branch coverage has a floor
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report --omit='*/safeconduct/cli/*' --fail-under=100
	$(BIN)/coverage report --include='*/safeconduct/cli/*,*/safeconduct/__init__.py' --fail-under=95

check: .venv/.check locks-fresh docs-fresh ## lint, format, types, layers, stale locks and pages
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

fix: .venv/.check ## format, and mend what the linter can mend
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

browser: .venv/.browser ## open the report in headless chromium: layout and accessibility
	@command -v chromium >/dev/null || { echo "chromium is missing: apt-get install chromium" >&2; exit 1; }
	$(BIN)/python -m pytest tests/browser

bench: .venv/.bench ## time the count against its rivals; writes docs/benchmarks.md
	$(BIN)/python -m benchmarks

docs: .venv/.base ## write docs/reference/ anew from the code
	$(BIN)/python tools/reference.py

docs-fresh: .venv/.base
	$(BIN)/python tools/reference.py --check

locks: .venv/.check ## compile requirements/*.txt from requirements/*.in
	for set in $(SETS); do $(COMPILE) requirements/$$set.in -o requirements/$$set.txt || exit 1; done

locks-fresh: .venv/.check
	$(BIN)/python tools/locks_fresh.py

wheel: .venv/.base ## build the wheel and try the library half of it, without the checkout
	PYTHON=$(BIN)/python sh tools/try_wheel.sh

wheels: .venv/.base ## download what demo and test need, for a machine without a network
	$(BIN)/python -m pip download --quiet $(LOCKED) -d wheels -r requirements/test.txt
	@echo "Offline: PIP_NO_INDEX=1 PIP_FIND_LINKS=\$$PWD/wheels make demo test"

clean: ## remove the environment and everything that was made
	rm -rf .venv dist wheels .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
	rm -rf .import_linter_cache
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Safeconduct needs Python 3.11 or later; name one: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "venv is missing: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.base: requirements/base.txt pyproject.toml | .venv/bin/python
	$(PIP) $(LOCKED) -r requirements/base.txt
	$(PIP) --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/.test .venv/.check .venv/.browser .venv/.bench: .venv/.%: requirements/%.txt | .venv/.base
	$(PIP) $(LOCKED) -r requirements/$*.txt
	@touch $@
