# The two commands: `make demo` and `make test`. Each sets up what it needs in .venv and nowhere else,
# but for the browser of the tests, which is a Debian package.
.DEFAULT_GOAL := help
.PHONY: help demo test lint types wheel viewer viewer-check programs clean

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PACKAGE := pyproject.toml constraints.txt

help:
	@echo "make demo   load the five networks, ask, check and draw them"
	@echo "make test   the whole suite, real Neo4j and real browser included"
	@echo "make lint   ruff;  make types   mypy;  make wheel   build the package"
	@echo "make viewer build the page of the pictures anew from its TypeScript"

# The main job as an analyst types it, on a store in this folder. Gaps are what the demo shows: exit 3 is no failure.
demo: .venv/ready
	@echo "$$ graphmou load" && $(BIN)/graphmou load
	@echo && echo "$$ graphmou query mentor-schools -p min_partners=3" && \
		$(BIN)/graphmou query mentor-schools -p min_partners=3
	@echo && echo "$$ graphmou check" && { $(BIN)/graphmou check || test $$? = 3; }
	@echo && echo "$$ graphmou draw -o graphmou.html" && $(BIN)/graphmou draw -o graphmou.html
	@echo && echo "Open graphmou.html in a browser. Then try:" && \
		echo "  $(BIN)/graphmou query                                     all questions" && \
		echo "  $(BIN)/graphmou query agreements -p topic=ยาเสพติด --lang th" && \
		echo "  $(BIN)/graphmou draw mentoring -o mentoring.pptx --lang th    slides; without a name: all pictures" && \
		echo "  $(BIN)/graphmou report spp-nakhon-pathom-1 -o office.html     a briefing for one office" && \
		echo "  $(BIN)/graphmou init our-network                          a folder for a network of your own" && \
		echo "  $(BIN)/graphmou --help"

test: .venv/developer programs
	$(BIN)/python -m pytest -n 2 --dist worksteal $(TESTS)

lint: .venv/developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/developer
	$(BIN)/mypy

wheel: .venv/developer
	rm -rf dist
	$(BIN)/python -m build --installer pip --outdir dist . >/dev/null
	@ls dist

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "graphmou needs Python 3.11 or later: install it, then run make again"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

.venv/ready: .venv/bin/python $(PACKAGE)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/developer: .venv/ready $(PACKAGE)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[pdf,py2neo,server]" --group dev
	@touch $@

# The viewer is TypeScript; Node comes from a wheel, so nothing is installed by hand. What is built is committed.
VIEWER := visualizations/viewer
NODE = PATH="$(CURDIR)/$(BIN):$$PATH"

# Built aside: what lies in visualizations/ ships, and node_modules must not.
viewer: .venv/developer
	rm -rf build/viewer && mkdir -p build && cp -R $(VIEWER) build/viewer
	cd build/viewer && $(NODE) npm ci --silent --no-audit --no-fund --ignore-scripts && \
		$(NODE) npm run --silent types && $(NODE) npm run --silent build
	cp build/viewer/dist/* $(VIEWER)/dist/

# What is committed must be what the sources build, byte for byte.
viewer-check: viewer
	git diff --exit-code --stat -- $(VIEWER)/dist

# The tests open pictures in Debian's Chromium and slides in its LibreOffice.
PROGRAMS := chromium libreoffice-impress
programs:
	@command -v chromium >/dev/null && command -v soffice >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && \
				DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(PROGRAMS) >/dev/null; \
		else \
			echo "The tests need these: run  sudo apt-get install $(PROGRAMS)  and then make test again"; exit 1; \
		fi; }

clean:
	rm -rf .venv dist build graphmou.db graphmou.html .pytest_cache .mypy_cache .ruff_cache .hypothesis
