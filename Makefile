# Two commands matter: `make site` and `make test`. `make help` lists the rest.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3.14 python3,$(shell command -v $(name))))
PORT ?= 8000
SITE_URL ?=
REPO_URL ?=
SEEDS = seeds
DOCS = docs
SITE = site
BIN = .venv/bin
STAMPS = .cache
# What decides how the site looks, beside the pages themselves; the lock under docs/.dossier, touched by each build, does not.
SITE_INPUTS = $(DOCS) mkdocs.yml scripts/dossier/site/theme scripts/dossier/site/finish constraints.txt

# A test's signature says nothing; what the tests share is typed and checked.
UNTYPED_TESTS = --allow-untyped-defs --allow-incomplete-defs --allow-untyped-calls --allow-any-generics \
  --no-check-untyped-defs

export SITE_URL REPO_URL
# The date in the sitemap is that of the last commit, so that the same commit gives the same site.
ifneq ($(shell git log -1 --format=%ct 2>/dev/null),)
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct)
endif
# No notice of a tool about its own version belongs in the output of a build.
export NO_MKDOCS_2_WARNING = 1
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL = help
ifndef BESIDE
.NOTPARALLEL:
endif
.DELETE_ON_ERROR:

.PHONY: help
help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: site
site: $(STAMPS)/installed ## read the articles, write the pages, build the site into site/
	@$(BIN)/dossier build --seeds $(SEEDS) --docs $(DOCS)
	@mkdir -p $(STAMPS); \
	if [ -e $(SITE)/index.html ] && [ -e $(STAMPS)/site ] && [ "$$(cat $(STAMPS)/site)" = "$$SITE_URL" ] \
	    && [ -z "$$(find $(SITE_INPUTS) -name .dossier -prune -o -newer $(STAMPS)/site -print | head -n 1)" ]; then \
	  echo "The site is up to date; nothing was built."; \
	else \
	  rm -f $(STAMPS)/site; \
	  $(MAKE) --no-print-directory strict-site && printf '%s\n' "$$SITE_URL" > $(STAMPS)/site; \
	fi
	@echo "The site is in $(CURDIR)/$(SITE). To look at it:"
	@echo "    $(BIN)/python -m http.server --bind 127.0.0.1 --directory $(SITE) $(PORT)"
	@echo "and open http://127.0.0.1:$(PORT)/ (or make serve, to see each change at once)."

.PHONY: strict-site
strict-site: $(STAMPS)/installed
	@$(BIN)/mkdocs build --strict --clean --site-dir $(SITE)
	@$(BIN)/dossier finish $(SITE)
	@$(BIN)/dossier measure --seeds $(SEEDS) $(SITE)

.PHONY: test
test: $(STAMPS)/installed-dev ## set up what is missing, then every check and test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(MAKE) --no-print-directory -j 2 BESIDE=yes types checked-site
	CHROMIUM="$$($(BIN)/python scripts/find_chromium.py)" && export CHROMIUM && $(BIN)/pytest -n auto --dist worksteal

.PHONY: types
types: $(STAMPS)/installed-dev
	$(BIN)/mypy
	$(BIN)/mypy $(UNTYPED_TESTS) tests
	$(BIN)/lint-imports

.PHONY: checked-site
checked-site: $(STAMPS)/installed-dev
	$(BIN)/dossier check --seeds $(SEEDS) --docs $(DOCS)
	$(MAKE) --no-print-directory strict-site

.PHONY: release
release: $(STAMPS)/installed ## date what is published, so that its addresses stay; commit seeds/ledger.jsonl then
	@$(BIN)/dossier release --seeds $(SEEDS) --docs $(DOCS)

.PHONY: serve
serve: $(STAMPS)/installed ## build and serve; a changed seed, curation file or template shows up in the open page
	@$(BIN)/dossier serve --seeds $(SEEDS) --docs $(DOCS) --port $(PORT)

.PHONY: bench
bench: $(STAMPS)/installed-dev ## speed and memory on a corpus: make bench CORPORA=DIR
	@test -d "$(CORPORA)" || { echo "Which corpora? make bench CORPORA=DIR"; exit 2; }
	@$(BIN)/python scripts/bench.py "$(CORPORA)/bbc-plain.jsonl"

ARTICLES = 50 200
.PHONY: scale
scale: $(STAMPS)/installed-dev ## how it grows with made-up articles: make scale [ARTICLES="50 200 2000"]
	@CHROMIUM="$$($(BIN)/python scripts/find_chromium.py)" && export CHROMIUM && $(BIN)/python scripts/scale.py $(ARTICLES)

.PHONY: quality
quality: $(STAMPS)/installed-dev ## scores on annotated news into docs/quality.md: make quality CORPORA=DIR
	@test -d "$(CORPORA)" || { echo "Which corpora? make quality CORPORA=DIR"; exit 2; }
	@$(BIN)/python scripts/quality.py "$(CORPORA)" $(DOCS)/quality.md
	@$(BIN)/python scripts/gate_scores.py tests/gate $(DOCS)/quality.md
	@$(BIN)/python scripts/imported_scores.py tests/gate/sealed.jsonl $(DOCS)/quality.md

.PHONY: fuzz
fuzz: $(STAMPS)/installed-dev ## broken inputs, for a time: make fuzz MINUTES=30; what fails is kept in .cache/fuzz
	@$(BIN)/python scripts/fuzz.py $(or $(MINUTES),30) $(ONLY)

.PHONY: audit
audit: $(STAMPS)/installed ## known vulnerabilities of what is pinned, from PyPI; fails on one, or on what can't be looked up
	@$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[audit]'
	@$(BIN)/pip-audit --strict --requirement constraints.txt --no-deps --disable-pip --progress-spinner off || { \
	  echo "No all-clear: a version above has a known weakness, or could not be looked up (no network, or an index"; \
	  echo "that knows no weaknesses). Raise the version in constraints.txt, or ask again where PyPI is reached."; exit 1; }

.PHONY: screenshots
screenshots: $(STAMPS)/installed-dev strict-site ## pictures of the main pages into screenshots/
	@CHROMIUM="$$($(BIN)/python scripts/find_chromium.py)" && export CHROMIUM && \
	$(BIN)/python scripts/screenshots.py $(SITE) screenshots

.PHONY: clean
clean: ## remove all that was made here, the virtual environment too
	rm -rf .venv .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build site \
	  screenshots scripts/dossier.egg-info

$(BIN)/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	"$(PYTHON)" -m venv .venv \
	  || { rm -rf .venv; echo "This Python cannot make virtual environments (Debian: install python3-venv)."; exit 1; }

$(STAMPS)/installed: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/installed-dev: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'
	@mkdir -p $(STAMPS) && touch $(STAMPS)/installed $@
