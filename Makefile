# Needs Python 3.11 or newer, and make. Everything else is fetched into .venv and .nox.

PYTHON ?= python3
EXAMPLE = examples/strathenlow-2025-26.json
ICP = .venv/bin/icp

.PHONY: report test thorough catalogue clean

report: .venv/.report-ready  ## Score a real assessment and lay it out.
	$(ICP) report $(EXAMPLE)
	$(ICP) report $(EXAMPLE) -o report.html
	@echo
	@echo "The same as a page: open $(CURDIR)/report.html in a browser."

test: .venv/.test-ready  ## What CI runs.
	.venv/bin/nox -t test

thorough: .venv/.test-ready  ## What takes longer.
	.venv/bin/nox -t thorough

catalogue: .venv/.report-ready  ## Generate what is shipped from data/scotland.toml.
	.venv/bin/python tools/generate_catalogue.py

clean:
	rm -rf .venv .nox build dist report.html

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv .venv \
	  || { echo "The module venv is missing; on Debian: apt install python3-venv"; exit 1; }

.venv/.report-ready: .venv/bin/python pyproject.toml $(wildcard plugins/*/pyproject.toml)
	.venv/bin/python -m pip install --quiet --disable-pip-version-check \
	  --editable . --editable plugins/table --editable plugins/csv --editable plugins/html \
	  --editable plugins/markdown --editable plugins/json \
	  --editable plugins/docx --editable plugins/pdf
	@touch $@

.venv/.test-ready: .venv/bin/python
	.venv/bin/python -m pip install --quiet --disable-pip-version-check 'nox>=2025.5'
	@touch $@
