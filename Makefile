# make run and make test do all set-up by themselves; nothing but Python 3.11 or later is needed before.

.DEFAULT_GOAL := help
.PHONY: help setup run test bench pictures lock format strings
export PYTHONUTF8 := 1
venv := .venv/bin
uv := .make/uv/bin/uv

help: ## say what there is
	@echo "Crossread: compares the figures of two news articles."
	@echo
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile
	@echo
	@echo "PYTHON=/path/to/python3 chooses the Python that .venv is made with."

setup: ## make .venv and install everything in it (run, test and bench do so first)
	@build_spec/bootstrap.sh

run: setup ## open the window, at first on the bundled case; without a display: its picture and the table in out/
	@build_spec/run.sh

test: export QT_QPA_PLATFORM := offscreen
test: export CROSSREAD_TESTS := 1
test: setup ## format, lint, types, floors, tests
	$(venv)/ruff format --check .
	$(venv)/ruff check .
	$(venv)/mypy
	$(venv)/lint-imports
	$(venv)/python -m pytest

bench: export QT_QPA_PLATFORM := offscreen
bench: setup ## measure speed and memory, and print medians
	@$(venv)/python -m benchmarks

pictures: setup ## take the pictures in docs and in the guide anew
	@$(venv)/python build_spec/pictures.py

format: setup ## put the code into the house's format
	$(venv)/ruff check --fix-only --quiet .
	$(venv)/ruff format .

strings: setup ## collect the phrases, bring the catalogues of other languages in step and compile them
	$(venv)/python build_spec/strings.py

lock: $(uv) ## pin all packages anew, with their hashes
	$(uv) pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade --no-header --extra dev --output-file requirements.lock pyproject.toml
	echo pip | $(uv) pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade --no-header --output-file build_spec/pip.lock -

# Only the one who makes locks needs uv; it stays outside .venv.
$(uv):
	python3 -m venv .make/uv
	.make/uv/bin/python -m pip install -q --disable-pip-version-check uv==0.13.8
