# Everything a newcomer needs: `make run` to see Galley, `make test` to trust it.
# Each target sets up what it needs in .venv; the second time that is instant.

PYTHON ?= python3
PY := .venv/bin/python
SAMPLE := build/Sample.galley
OFF_SCREEN := QT_QPA_PLATFORM=offscreen

.PHONY: help run test check bench drill translations

help:
	@echo "make run     open Galley on a fresh copy of the sample project"
	@echo "make test    lint, types, the rules of the house and all tests"
	@echo "make check   lint, format, types and import contracts, without the tests"
	@echo "make bench   what the costly parts cost, each against a reference"
	@echo "make drill   try to lose a project: kills, power cuts, full disks, damage; takes minutes;"
	@echo "             DRILL=\"kills cuts\" does some of it, SEED=7 repeats one"
	@echo "make translations  bring resources/translations up to date with the words in ui/;"
	@echo "             LANGUAGE=de begins another language"

# A Linux machine with neither an X11 nor a Wayland display has nothing to open a window on.
ifeq ($(shell uname -s)$(DISPLAY)$(WAYLAND_DISPLAY),Linux)
run: .venv/ready
	@echo "There is no display here, so Galley takes its tour off screen instead."
	@$(PY) main.py tour
else
run: .venv/ready
	@mkdir -p $(dir $(SAMPLE))
	@rm -f $(SAMPLE) $(SAMPLE)-journal
	@$(PY) main.py new $(SAMPLE) --sample
	@$(PY) main.py $(SAMPLE)
endif

check: .venv/ready
	.venv/bin/ruff check --quiet .
	.venv/bin/ruff format --check --quiet .
	.venv/bin/mypy --no-error-summary
	.venv/bin/lint-imports --no-logo

test: check
	$(OFF_SCREEN) $(PY) -m pytest -n 2

bench: .venv/ready
	@$(OFF_SCREEN) $(PY) -m tests.benchmarks.run

drill: .venv/ready
	@$(OFF_SCREEN) $(PY) -m tests.drill.run $(DRILL) $(if $(SEED),--seed $(SEED)) $(if $(SHARE),--share $(SHARE))

# English lies there too, for its plurals: "%n line(s)" in the code, "1 line" on the screen.
translations: .venv/ready
	@$(PY) .ci/translations.py $(LANGUAGE)

.venv/ready: pyproject.toml .ci/dependencies.py .ci/system_libraries.py
	@$(PYTHON) -c 'import sys; v = sys.version_info; v >= (3, 11) or sys.exit("Galley needs Python 3.11 or newer; this is %d.%d. Try: make PYTHON=python3.12" % v[:2])'
	@$(PYTHON) .ci/system_libraries.py
	@$(PY) -c '' 2> /dev/null || { echo "Setting up .venv; the first time takes a minute or two."; \
	    rm -rf .venv; $(PYTHON) -m venv .venv; }
	@$(PY) .ci/dependencies.py dev
	@touch $@
