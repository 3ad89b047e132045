# Everything a machine with Python 3.11 or newer, make and git needs. `make` alone lists the targets.

PYTHON ?= python3
PORT ?= 8000
WORKERS ?= 2
UV_VERSION := 0.13.9
CYCLONEDX_VERSION := 7.5.0
PANGO := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
BIN := .venv/bin

# Where this is set, every run of the tests compiles all packages again (4.5 s instead of 1.6 s before the first test).
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup runtime chromium pango demo screenshots vendor test coverage test-slow states bench bench-release format lock sbom docs postcodes provinces clean

help: ## list the targets
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1: \2/p' $(firstword $(MAKEFILE_LIST))

setup: .venv/installed $(BIN)/netwerkpartij ## make the environment in .venv, exactly as locked

runtime: var/runtime.lock $(BIN)/netwerkpartij ## make the environment of a machine that only runs the service: the same versions, and no tests
	rm -f .venv/installed
	$(BIN)/uv pip sync --quiet --compile-bytecode --require-hashes --python $(BIN)/python var/runtime.lock

demo: setup pango ## fill a demo and serve it on this machine (PORT=8000)
	NETWERKPARTIJ_DATA="$${NETWERKPARTIJ_DATA:-$(CURDIR)/var}" $(BIN)/netwerkpartij demo --port $(PORT)

# Pages are tested in a real browser, by processes of their own: what drives it keeps a loop running, and other tests begin theirs.
# Without one those tests say that they did not run.
chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null \
	|| { command -v apt-get >/dev/null && apt-get update >/dev/null 2>&1 && apt-get install --yes --no-install-recommends chromium >/dev/null 2>&1; } \
	|| echo "No Chromium, and it cannot be installed here: the tests of pages do not run (Debian: apt install chromium)" >&2

# Papers are PDF files, and what sets their lines is a library of the system. Without it pages say that they can be printed instead.
pango:
	@ldconfig -p 2>/dev/null | grep -q 'libpangoft2-1\.0\.so\.0' \
	|| { command -v apt-get >/dev/null && apt-get update >/dev/null 2>&1 && apt-get install --yes --no-install-recommends $(PANGO) >/dev/null 2>&1; } \
	|| echo "No Pango, and it cannot be installed here: no PDF can be made, and its tests do not run (Debian: apt install $(PANGO))" >&2

screenshots: setup chromium ## a picture of every page, for every role, at 1200 and 390 px: var/screenshots/
	$(BIN)/python -m tests.browser.screenshots var/screenshots

vendor: setup ## build anew what the look of pages is made of (needs npm): web/static/vendor/
	npm install --prefix var/vendor --no-package-lock --ignore-scripts --silent \
		$$(sed -nE 's/^    "([a-z-]+)": "([0-9.]+)",?$$/\1@\2/p' web/vendoring/package.json)
	var/vendor/node_modules/.bin/sass --style=compressed --no-source-map --quiet-deps --load-path=var/vendor/node_modules \
		web/vendoring/govuk.scss web/static/vendor/govuk.css
	$(BIN)/python -m web.vendoring var/vendor/node_modules

test: setup chromium pango ## every check but the long ones
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -m "not slow and not browser" -n $(WORKERS) --dist loadgroup
	$(BIN)/pytest -m "browser and not slow" -n $(WORKERS) --dist loadgroup

coverage: setup ## how much of domain and application their own tests reach: 95 % at least
	$(BIN)/pytest tests/domain tests/application -m "not slow and not postgres" -n $(WORKERS) --dist loadgroup --hypothesis-profile reach \
		--cov --cov-report term --cov-fail-under 95

test-slow: setup ## the long checks
	$(BIN)/pytest -m "slow and not browser" -n $(WORKERS) --dist loadgroup --hypothesis-profile slow

states: setup chromium ## every page in every role, language and scheme, looked at by axe: a quarter of an hour
	$(BIN)/pytest -m "slow and browser" -n $(WORKERS) --dist loadgroup

bench: setup ## the benchmarks: a table, and var/bench.json
	$(BIN)/python -m benchmarks

bench-release: setup ## the benchmarks with the long ones
	$(BIN)/python -m benchmarks --release

format: setup ## mend what can be mended by itself
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

# No addresses in the lock: it works behind any mirror. `make lock UPGRADE=--upgrade` takes the newest of everything.
lock: $(BIN)/uv ## write requirements.lock after a change in pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" --quiet $(UPGRADE) --output-file requirements.lock

sbom: var/runtime.lock ## write the bill of materials of what the service runs with: var/sbom.json (CycloneDX)
	$(BIN)/uv tool run --quiet --from cyclonedx-bom==$(CYCLONEDX_VERSION) --with 'cyclonedx-python-lib[json-validation]' cyclonedx-py requirements var/runtime.lock \
		--pyproject pyproject.toml --output-reproducible --output-file var/sbom.json

docs: setup ## write everything in docs/ that the code says: docs/reference/ and docs/openapi.json
	$(BIN)/python -m netwerkpartij.catalogues.pages

postcodes: setup ## derive infrastructure/postcodes/provinces.csv again, from ../shared/data/postcode4.csv
	$(BIN)/python -m infrastructure.postcodes.derive ../shared/data/postcode4.csv

provinces: setup ## derive web/drawing/provinces/provinces.csv again, from ../shared/data/nld.topo.json
	$(BIN)/python -m web.drawing.provinces.derive ../shared/data/nld.topo.json

clean: ## remove the environment and the caches; data under var/ stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Python 3.11 or newer is needed: make setup PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "This Python has no venv module (Debian: python3-venv)" >&2; exit 1; }

$(BIN)/uv: | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/installed: requirements.lock | $(BIN)/uv
	$(BIN)/uv pip sync --quiet --compile-bytecode --require-hashes --python $(BIN)/python requirements.lock
	@touch $@

# The part of the lock that the program itself needs.
var/runtime.lock: requirements.lock pyproject.toml | $(BIN)/uv
	@mkdir -p var
	$(BIN)/uv pip compile pyproject.toml --constraint requirements.lock --universal --generate-hashes --no-emit-index-url \
		--no-annotate --no-header --quiet --output-file $@

# There is no wheel to make a command from. PYTHONPATH puts the checkout before all installed packages, because names such
# as `api` and `domain` are not ours alone; -P keeps the current folder out, for the same reason.
define COMMAND
#!/bin/sh
checkout=$$(dirname "$$(dirname "$$(dirname "$$(readlink -f "$$0")")")")
PYTHONPATH="$$checkout" exec "$$checkout/.venv/bin/python" -P -m netwerkpartij "$$@"
endef
export COMMAND

$(BIN)/netwerkpartij: Makefile | $(BIN)/python
	@printf '%s\n' "$$COMMAND" > $@ && chmod +x $@
