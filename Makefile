# Every command of this project. Only git, Python 3.11 and make are assumed: each target sets up .venv by itself, and
# again when a lock or pyproject.toml changed. `make help` lists them; CONTRIBUTING.md says what each prints last.

PORT ?= 8000
export PYTHON

LOCKS := .requirements
BIN := .venv/bin

# The same input gives the same bytes: what needs a date takes that of the last commit (1 January 2026 outside git).
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(or $(shell git log -1 --format=%ct 2>/dev/null),1767225600)
endif
export SOURCE_DATE_EPOCH
# Material's notice about MkDocs 2 on each build; the versions are pinned, CONTRIBUTING.md says what follows.
export NO_MKDOCS_2_WARNING := 1

# Two layers of one environment, each with a stamp: `run` (the program and its build tool), `test` (adds the checkers).
# A copied folder or a lost interpreter makes it useless: .venv/place tells, and it is made anew.
RUN := .venv/run.stamp
TEST := .venv/test.stamp
ifneq ($(shell $(BIN)/python -c 'print(open(".venv/place").read(), end="")' 2>/dev/null),$(CURDIR))
REBUILD := rebuild
endif

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup site serve live test lint types wheel strict check lock clean rebuild

help: ## List these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

setup: $(TEST) ## Make .venv with everything for work on the project
	@echo "setup: done; the program is $(BIN)/wtkb"

site: $(RUN) ## Check the corpus and build the site into build/site
	@$(BIN)/wtkb build
	@echo "site: built in build/site; read it with 'make serve'"

serve: site ## Build the site and show it on this machine only (PORT=8000)
	@echo "serve: open http://127.0.0.1:$(PORT)/ ; stop with Ctrl-C"
	@$(BIN)/python -m http.server --bind 127.0.0.1 --directory build/site $(PORT)

live: $(RUN) ## Show the site and rebuild it on each change, for writers (PORT=8000)
	@$(BIN)/python -m mkdocs serve --strict --dev-addr 127.0.0.1:$(PORT)

test: $(TEST) ## Run the tests (ARGS="-k words" picks some)
	@$(BIN)/python -m pytest $(ARGS)

lint: $(TEST)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(TEST)
	@$(BIN)/python -m mypy

wheel: $(TEST)
	@$(BIN)/python .ci/check-wheel

# What MkDocs alone builds must be free of warnings and the same as what `wtkb build` built.
strict: site
	@$(BIN)/python -m mkdocs build --strict --site-dir build/again
	@if diff -rq build/site build/again | grep '^Files'; then echo "strict: two builds differ" >&2; exit 1; fi

check: lint types test wheel strict ## Everything that CI checks
	@echo "check: all passed"

lock: ## Renew the locks after a change of dependencies (ARGS=--upgrade takes newer versions)
	@.ci/lock $(ARGS)
	@echo "lock: done; read the change with 'git diff --stat $(LOCKS)'"

clean: ## Remove all that the targets make, .venv too
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/packages.stamp: $(LOCKS)/run.txt $(LOCKS)/build.txt $(REBUILD)
	@.ci/environment new .venv $(LOCKS)/run.txt $(LOCKS)/build.txt
	@printf '%s' "$(CURDIR)" >.venv/place
	@touch $@

$(RUN): .venv/packages.stamp pyproject.toml
	@.ci/environment project .venv .
	@touch $@

$(TEST): .venv/packages.stamp $(LOCKS)/test.txt | $(RUN)
	@.ci/environment add .venv $(LOCKS)/test.txt
	@touch $@
