"""Whatever is done to a file, each way into the program ends in order: nothing else is raised, nothing is written."""

import json
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mission_gui.catalogue.entries import read_entry
from mission_gui.domain.errors import UserError
from mission_gui.domain.mission import Mission
from mission_gui.missionfile import check_file, kept
from mission_gui.missionfile.document import read_document
from mission_gui.missionfile.library import mission_id
from mission_gui.missionfile.migrate import migrated
from mission_gui.missionfile.template import from_mission
from mission_gui.missionfile.timeline.insertion import inserted
from mission_gui.missionfile.timeline.openmct import read_plan
from mission_gui.missionfile.timeline.table import read_table
from mission_gui.session import cache, flight
from mission_gui.session.worker import PropagationWorker, Token
from tests import canned
from tests.missionfile.mutation import GOOD
from tests.missionfile.timeline import samples

RAW = GOOD.encode("utf-8")
SMALL = '[sources]\n\n[[events]]\nid = "undocking"\nactual = [{ time = 2022-03-30T07:21:03Z, source = "x" }]\n'
OLD = GOOD.replace("format = 2", "format = 1")
PIECES = st.sampled_from(
    [
        b"",
        b"\x00",
        b"[",
        b"[[",
        b'"',
        b'"""',
        b"{",
        b"= ",
        b"\n",
        b"\xff",
        b"1e999",
        b"nan",
        b"0000-00-00",
        b"\xef\xbb\xbf",
    ]
    + [b"9999-12-31T23:59:59-23:59", b"0001-01-01T00:00:00+23:59", b"1" * 400, b"a." * 30, b"'", b"#", b"FILL IN: "]
)
many = settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@st.composite
def spoiled(draw: st.DrawFn, raw: bytes = RAW) -> bytes:
    """A file cut off, with pieces put in, taken out or exchanged."""
    content = raw[: draw(st.one_of(st.just(len(raw)), st.integers(0, len(raw))))]
    for _ in range(draw(st.integers(0, 4))):
        place, length = draw(st.integers(0, len(content))), draw(st.integers(0, 30))
        piece = draw(st.one_of(PIECES, st.binary(max_size=8), st.just(content[place : place + length])))
        content = content[:place] + piece + content[place + draw(st.integers(0, 12)) :]
    return content


@contextmanager
def written(content: bytes) -> Iterator[Path]:
    """A file of that content, alone in its folder, and untouched afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "soyuz-ms-19.toml"
        path.write_bytes(content)
        yield path
        assert list(Path(folder).iterdir()) == [path] and path.read_bytes() == content


@pytest.fixture(autouse=True)
def no_physics(monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures that contradict each other are another matter than files."""
    monkeypatch.setattr(flight, "fly", lambda mission, progress: canned.trajectory())
    monkeypatch.setattr(flight, "preliminary", lambda mission: canned.trajectory(complete=False))
    monkeypatch.setattr(cache, "recall", lambda mission: None)
    monkeypatch.setattr("mission_gui.catalogue.entries._track", lambda mission: ())


def refused(deed: Callable[[], object]) -> None:
    """Does it; it may be refused in a sentence, and in no other way."""
    try:
        deed()
    except UserError as error:
        assert str(error).strip()


@many
@given(content=spoiled())
def test_check_explains_or_finds_it_sound(content: bytes) -> None:
    with written(content) as path:
        refused(lambda: [str(finding) for finding in check_file(path)])
        refused(lambda: kept.read_mission(path))


@settings(many, max_examples=100)
@given(content=st.one_of(spoiled(), spoiled(OLD.encode("utf-8"))))
def test_migration_and_copies_keep_a_toml_file_toml(content: bytes) -> None:
    with written(content) as path:
        refused(lambda: tomllib.loads(migrated(read_document(path)).text))
        refused(lambda: tomllib.loads(from_mission("mine", read_document(path))))


@many
@given(content=spoiled())
def test_the_list_of_missions_tells_the_fault(content: bytes) -> None:
    with written(content) as path:
        entry = read_entry(path, built_in=False)
        assert entry.id == mission_id(path) if entry.fault else entry.landing is not None


@many
@given(content=spoiled())
def test_a_board_that_reads_it_anew_goes_on(content: bytes, qapp: object) -> None:
    token = Token()
    worker = PropagationWorker(token, lambda: 0.0)
    said: list[object] = []
    worker.failed.connect(said.append)
    worker.propagated.connect(lambda mission, trajectory: said.append(mission))
    with written(content) as path:

        def read() -> Mission:
            return kept.read_mission(path)

        worker.reload(lambda: canned.mission(), token.bump(), "start")
        worker.reload(read, token.bump(), "start")
    assert len(said) == 3 and all(said)
    worker.tick()


@many
@given(content=spoiled(), timeline=st.sampled_from([samples.TABLE, samples.CSV, samples.AGENCY_PAGE]))
def test_a_timeline_goes_into_it_or_is_refused(content: bytes, timeline: str) -> None:
    entries = read_table(timeline, date(2022, 3, 29), UTC)
    with written(content) as path:
        refused(lambda: tomllib.loads(inserted(read_document(path).text, entries, "actual", "x", "X").text))


TIMELINES = [samples.AGENCY_PAGE, samples.TV_SCHEDULE, samples.BRACKETS, samples.TABLE, samples.CSV, samples.STAMPS]


@many
@given(data=st.data())
def test_a_spoiled_timeline_is_understood_in_part(data: st.DataObject) -> None:
    raw = data.draw(spoiled(data.draw(st.sampled_from(TIMELINES)).encode("utf-8")))
    timeline = read_table(raw.decode("utf-8", "replace"), date(2022, 3, 29), UTC)
    assert all(entry.name and entry.time.tzinfo is UTC for entry in timeline.entries)
    tomllib.loads(inserted(SMALL, timeline, "planned", "x", timeline.title or "X").text)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=6)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["name", "start", "end", "selectFile", "body", "sourceMap", "openmct", "type", "GROUP"]),
            inner,
            max_size=4,
        ),
    ),
)


@many
@given(whole=JSON)
def test_any_json_is_a_plan_or_refused(whole: object) -> None:
    refused(lambda: read_plan(json.dumps(whole), "plan.json"))


@many
@given(raw=spoiled(samples.PLAN.encode("utf-8")))
def test_a_spoiled_plan_is_understood_in_part_or_refused(raw: bytes) -> None:
    refused(lambda: inserted(SMALL, read_plan(raw.decode("utf-8", "replace"), "plan.json"), "planned", "x", "X"))
