# Every target works on a fresh machine with Python 3.11 or newer: it makes .venv and installs what it needs.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SHARED ?= ../shared
FUZZ   ?= 60

.PHONY: demo test browser fuzz check figures bench bench-kernel bench-crash bench-ingest clean
.DEFAULT_GOAL := test

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[service,documents,test,check]'
	@touch $@

demo: $(VENV)/.installed            ## rank the embedded example people against the embedded example ads
	$(BIN)/matcher demo

# What many test processes would each compile is compiled once before, and found again by the next run.
test: export NUMBA_CACHE_DIR = $(CURDIR)/$(VENV)/compiled
test: $(VENV)/.installed            ## run every test
	$(BIN)/matcher warm --cache $(NUMBA_CACHE_DIR)
	$(BIN)/python -m pytest -n auto

browser: $(VENV)/.installed         ## the pages in a real browser: installs Debian's Chromium where there is none
	command -v chromium >/dev/null || (apt-get update && apt-get install --yes --no-install-recommends chromium)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[browser]'
	$(BIN)/python -m pytest tests/service/test_browser.py

check: $(VENV)/.installed           ## lint, types, import direction
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --config-file= --strict examples  # as programs check that use the library: without plugins
	$(BIN)/lint-imports

figures: $(VENV)/.installed         ## every development figure in one table, as far as the data are there
	@if [ -d $(SHARED)/eval ]; then $(BIN)/python benchmarks/figures.py --shared $(SHARED); \
	else echo "$(SHARED) is not there: these are the figures of the open benchmark; all others need it"; \
	$(BIN)/python benchmarks/open_benchmark.py; fi

$(VENV)/.bench: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@touch $@

bench: bench-kernel bench-crash     ## benchmarks: equality with the slow reference first, then time

bench-kernel: $(VENV)/.bench        ## the ranking core beside what one would use instead; ends with a line of JSON
	$(BIN)/python benchmarks/kernel.py --write

bench-crash: $(VENV)/.installed     ## kill two hundred writers of an index and look at what they leave
	$(BIN)/python benchmarks/crash.py

bench-ingest: $(VENV)/.installed    ## ads read, requirements read, phrases looked up, a second on one core; a line of JSON
	$(BIN)/python benchmarks/ingest.py --shared $(SHARED)

fuzz: $(VENV)/.installed            ## mutated files through every reader for FUZZ seconds; skipped where atheris has no build
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]'
	$(BIN)/python tests/readers/fuzz.py --seconds $(FUZZ)

clean:
	rm -rf $(VENV) build dist
