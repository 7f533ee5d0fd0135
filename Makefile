# Two commands do all the set-up: `make run` and `make test`. Each needs only Python 3.11 or newer, make and a network.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.PHONY: run test quick check vectors soak bench bench-app screenshots clean ready browser
PYTHON ?= python3
FILE ?=
export PATH := $(CURDIR)/.venv/bin:$(PATH)
APP_SOURCES := $(shell find frontend/src frontend/build frontend/public frontend/index.html frontend/vite.config.ts journal/library/data -type f 2>/dev/null)

run: ready ; python manage.py serve
test: check browser ; python -m tests.everything
quick: check ; python -m tests.everything --quick
check: ready ; python -m tests.gates
vectors: ready ; python -m tests.contract.vectors $(FILE)
soak: ready ; python -m tests.feeds.soak
bench: ready ; python -m tests.bench
bench-app: ready browser ; python -m tests.bench.app
screenshots: ready browser ; python -m tests.browser.screens
browser: ready ; python -m tests.chromium ; python -m tests.webkit
clean: ; rm -rf .venv frontend/node_modules frontend/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
ready: .venv/.ready frontend/node_modules/.ready frontend/node_modules/.built

.venv/.ready: requirements-dev.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Aftershift needs Python 3.11 or newer.")'
	$(PYTHON) -m venv .venv || { apt-get update && apt-get install -y --no-install-recommends python3-venv && $(PYTHON) -m venv --clear .venv; }
	pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

frontend/node_modules/.ready: .venv/.ready frontend/package-lock.json
	npm --prefix frontend ci --silent --no-audit --no-fund
	touch $@

frontend/node_modules/.built: frontend/node_modules/.ready $(APP_SOURCES)
	npm --prefix frontend run --silent build -- --logLevel warn
	python -m whitenoise.compress --quiet frontend/dist
	touch $@
