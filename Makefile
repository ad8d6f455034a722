# make run     set everything up and watch Soyuz MS-19 come home
# make test    set everything up and run every check; needs no display
# make setup   only set up (PYTHON=python3.12 chooses the interpreter)
# make lint    the checks without the tests
# make bench   measure the speed: a table, and build/bench.json
# make browser look at a briefing in a headless Chromium, as wide as a phone and as a large screen
# make soak    play a million frames and see that memory stays flat (FRAMES=1000000)
# make validation  predict and fit every landing; write docs/validation.md
# make i18n    collect the sentences to translate, and make the translation that runs
# make sweep   look at the maps of all missions for labels that touch (MISSIONS="soyuz-ms-19"); an hour
# make search  look for what breaks a property that the tests try: other examples each time
# make monkey   random keys, clicks, drags and resizes for minutes (MINUTES=5)
# make shots   write the stills of MS-19's main events to out/
# make wheel   wheel and sdist, to dist/
# make frozen  the program with its own Python, to dist/mission-gui/
# make deb     the Debian package
# make sums    the checksums of what is in dist/
# make smoke   install each of them into a clean root and use it there (as root; KINDS="deb frozen wheel")
# make reproducible  build wheel and Debian package twice, and compare
# make audit   known vulnerabilities of the locked packages
# make manual  write the man page and the shell completions anew
# make clean   remove what was built, but not .venv

MAKEFLAGS += --no-print-directory

bin := .venv/bin
mission := soyuz-ms-19
shots := QT_QPA_PLATFORM=offscreen $(bin)/mission-gui shot $(mission) --at events -o out/

# What needs no window draws into memory, and in the same locale everywhere.
test lint bench browser soak sweep search monkey: export QT_QPA_PLATFORM := offscreen
test lint bench browser soak sweep search monkey: export LC_ALL := C.UTF-8

.PHONY: run test setup setup-test lint bench browser soak sweep search validation i18n monkey shots clean

run: setup
	@if packaging/display.sh; then $(bin)/mission-gui $(mission); else \
		echo "Writing the stills of the main events to out/ instead."; \
		mkdir -p out && $(shots); fi

setup:
	@packaging/setup.sh

setup-test:
	@packaging/setup.sh test

lint: setup-test
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports

test: lint
	$(bin)/pytest -q -n logical --dist worksteal

bench: setup-test
	@mkdir -p build
	$(bin)/python -m tests.bench

browser: setup-test
	$(bin)/python -m tests.browser

soak: setup-test
	$(bin)/python -m tests.bench.soak $(or $(FRAMES),1000000)

sweep: setup-test
	$(bin)/python -m tests.panels.map_sweep $(MISSIONS)

search: setup-test
	$(bin)/pytest -q --hypothesis-profile=search $$(grep -rlE "^from hypothesis" tests --include="test_*.py")

validation: setup
	@{ printf '# Predicted against published\n\nWritten by `make validation`: each return flown with one standard parameter set,\n'; \
	printf 'see [model.md](model.md). Residuals are predicted minus published; `rounded` is the largest that is left beyond\n'; \
	printf 'the rounding of the published times. Beside it each return is fitted to its landing.\n\n```\n'; \
	$(bin)/mission-gui verify --fitted; printf '```\n'; } > docs/validation.md

i18n: setup
	$(bin)/pyside6-lupdate -silent -no-obsolete -locations none $$(find mission_gui -name '*.py' | sort) -ts resources/i18n/ru.ts
	$(bin)/pyside6-lrelease -silent resources/i18n/ru.ts -qm resources/i18n/ru.qm

monkey: setup-test
	MONKEY_SECONDS=$$(( $(or $(MINUTES),5) * 60 )) MONKEY_SEED=$${MONKEY_SEED:-$$$$} $(bin)/pytest -q -s tests/test_monkey.py -o faulthandler_timeout=0

shots: setup
	@mkdir -p out
	$(shots)

wheel frozen deb sums: setup
	$(bin)/python packaging/build.py $@

smoke:
	@test -e dist/mission-gui/mission-gui && ls dist/*.deb dist/*.whl >/dev/null || $(MAKE) deb
	packaging/smoke/run.sh $(KINDS)

reproducible: setup
	packaging/reproducible.sh

audit: setup
	packaging/audit.sh

manual: setup
	$(bin)/python packaging/manual.py

clean:
	rm -rf build dist out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -path ./.venv -prune -o -name __pycache__ -prune -exec rm -rf {} +
