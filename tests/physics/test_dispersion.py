"""Dispersion of entry and parachutes: reproducible, converged, and as wide as the error model makes it."""

from concurrent.futures import Future
from dataclasses import fields, replace
from functools import cache

import numpy as np
import pytest

from mission_gui.domain.trajectory import Floats
from mission_gui.missionfile.errormodel import read_error_model
from mission_gui.physics import earth
from mission_gui.physics.dispersion import chunks, errors, motion, summary, text
from mission_gui.physics.dispersion.errors import ErrorModel
from mission_gui.physics.dispersion.problem import CHUNK, Landings, Problem, fly_chunk, fly_samples, problem_of
from mission_gui.physics.dispersion.summary import Tally
from mission_gui.physics.earth import STANDARD_GRAVITY
from mission_gui.physics.propagate import propagate
from mission_gui.resources import resource
from tests import ms19

SAME_PLACE = 2e3  # m; the guidance reverses by its own corridor, not at the fitted time
SAME_TIME = 8.0  # s; likewise
SAME_STEP = 100.0  # m


def model() -> ErrorModel:
    return ErrorModel(**read_error_model(resource("dispersion/soyuz.toml"))[0])


@cache
def problem(ballistic: bool = False) -> Problem:
    return problem_of(ms19.mission(), ms19.trajectory(), model(), ballistic)


@cache
def studied() -> Problem:
    """The ballistic problem at the study's bank angle, which decides how early the nominal flight ignites, and with
    that how far short of it a flight without lift comes down."""
    mission = replace(ms19.mission(), descent=replace(ms19.mission().descent, bank=np.radians(56.0)))
    return problem_of(mission, propagate(mission, lambda _fraction, _phase: None), model(), True)


@cache
def landings(ballistic: bool = False) -> Landings:
    return fly_chunk(problem(ballistic), 19, 0, CHUNK)


def distance(part: Landings, other: Landings) -> Floats:
    return np.hypot(part.along - other.along, part.cross - other.cross)


def test_without_errors_and_wind_it_lands_where_the_nominal_flight_does() -> None:
    part = fly_samples(problem(), errors.without(1))
    landing = ms19.mission().landing
    away = earth.ground_distance(part.latitude, part.longitude, np.array(landing.latitude), np.array(landing.longitude))
    assert away[0] < SAME_PLACE
    assert np.hypot(part.along, part.cross)[0] == pytest.approx(away[0], rel=0.01)
    assert part.landing_time[0] == pytest.approx(ms19.time_of("touchdown"), abs=SAME_TIME)
    assert part.chute_time[0] == pytest.approx(ms19.time_of("parachutes"), abs=SAME_TIME)


def test_without_lift_and_errors_the_peak_load_is_the_studys() -> None:
    # The study's ballistic MS-19: 534 km short, 8.27 g of drag and 3.5 % for the trim lift.
    part = fly_samples(studied(), errors.without(1))
    assert part.along[0] / 1e3 == pytest.approx(-534, abs=10)
    assert part.peak_load[0] / STANDARD_GRAVITY == pytest.approx(8.27 * 1.035, abs=0.1)


def test_gravity_is_that_of_the_flight() -> None:
    place = np.random.default_rng(1).normal(size=(3, 20))
    place *= 6.5e6 / np.linalg.norm(place, axis=0)
    r = np.linalg.norm(place, axis=0)
    radial, axial = motion._gravity(r, place[2] / r)
    expected = np.array([earth.gravity(*column) for column in place.T.tolist()]).T
    assert np.allclose(place * radial + np.array([0 * r, 0 * r, axial]), expected, rtol=0, atol=1e-12)


def test_the_same_seed_gives_the_same_landings_whatever_the_workers() -> None:
    samples = CHUNK + 100
    alone, shared = (list(chunks.fly(problem(), samples, 7, workers)) for workers in (1, 2))
    assert [len(part.along) for part in shared] == [CHUNK, 100]
    for one, other in zip(alone, shared, strict=True):
        for field in fields(Landings):
            assert np.array_equal(getattr(one, field.name), getattr(other, field.name))


def test_few_chunks_are_under_way_however_many_there_are() -> None:
    """What is flown waits to be taken before more is begun, so that memory does not grow with the samples."""
    landed, begun = fly_samples(problem(), errors.without(1)), 0

    def submit(_chunk: int, _size: int) -> Future[Landings]:
        nonlocal begun
        begun += 1
        done: Future[Landings] = Future()
        done.set_result(landed)
        return done

    ahead = [begun - taken for taken, _ in enumerate(chunks.in_order(submit, 40 * CHUNK, workers=3))]
    assert begun == 40
    assert max(ahead) == 6


def test_another_seed_gives_others_and_more_samples_the_same_first_ones() -> None:
    few, other = fly_chunk(problem(), 19, 0, 20), fly_chunk(problem(), 20, 0, 20)
    assert np.allclose(few.along, landings().along[:20], rtol=0, atol=1e-3)
    assert not np.any(few.along == other.along)


def test_two_steps_a_second_land_where_one_does() -> None:
    sample = errors.draw(model(), 19, 0, 100, CHUNK)
    away = distance(fly_samples(problem(True), sample), fly_samples(problem(True), sample, steps=2))
    assert np.max(away) < SAME_STEP
    # A guided one may decide a reversal a second later: the median tells of the steps.
    guided = distance(fly_samples(problem(), sample), fly_samples(problem(), sample, steps=2))
    assert np.median(guided) < 5 * SAME_STEP


@pytest.mark.parametrize("ballistic", [False, True])
def test_the_ellipse_holds_95_percent(ballistic: bool) -> None:
    part, tally = landings(ballistic), Tally(problem(ballistic).aim[2])
    tally.add(part)
    shape = tally.summary().ellipse
    assert shape is not None
    turn = shape.azimuth - problem(ballistic).aim[2]
    along, cross = part.along - shape.along, part.cross - shape.cross
    long = along * np.cos(turn) + cross * np.sin(turn)
    wide = cross * np.cos(turn) - along * np.sin(turn)
    inside = np.mean((long / shape.major) ** 2 + (wide / shape.minor) ** 2 <= 1)
    assert inside == pytest.approx(0.95, abs=0.02)


def test_the_spread_is_about_the_studys() -> None:
    # Study, B6: guided sd 4.9 and 4.9 km, load 3.91 g; ballistic -519 km, sd 22 km, 8.58 g (8.33 to 8.89).
    guided, ballistic = landings(), fly_chunk(studied(), 19, 0, CHUNK)
    assert np.std(guided.along) / 1e3 == pytest.approx(4.9, abs=1.5)
    assert np.std(guided.cross) / 1e3 == pytest.approx(4.9, abs=1.5)
    assert np.mean(guided.peak_load) / STANDARD_GRAVITY == pytest.approx(3.91, abs=0.15)
    assert np.mean(ballistic.along) / 1e3 == pytest.approx(-519, abs=15)
    assert np.std(ballistic.along) / 1e3 == pytest.approx(22, abs=4)
    assert np.mean(ballistic.peak_load) / STANDARD_GRAVITY == pytest.approx(8.58, abs=0.1)


def test_a_tally_of_parts_is_that_of_the_whole() -> None:
    part, tally = landings(), Tally(1.0)
    for start in range(0, CHUNK, 300):
        pieces = {field.name: getattr(part, field.name)[start : start + 300] for field in fields(Landings)}
        tally.add(Landings(**pieces))
    found = tally.summary()
    assert found.samples == CHUNK
    assert found.along == pytest.approx((np.mean(part.along), np.std(part.along, ddof=1)))
    assert found.landing_time == pytest.approx(np.std(part.landing_time, ddof=1))
    assert found.radius == pytest.approx(np.percentile(np.hypot(part.along, part.cross), 95), abs=100)
    assert found.load[2] == pytest.approx(np.percentile(part.peak_load, 95), abs=0.1)


def test_a_place_by_distances_is_the_place_they_were_taken_of() -> None:
    part, aim = landings(True), problem(True).aim
    latitude, longitude = summary.place(aim, part.along, part.cross)
    assert np.allclose(latitude, part.latitude, atol=1e-9)
    assert np.allclose(longitude, part.longitude, atol=1e-9)


def test_the_ellipse_of_a_file_is_closed_and_counterclockwise() -> None:
    tally = Tally(problem().aim[2])
    tally.add(landings())
    shape = tally.summary().ellipse
    assert shape is not None
    along, cross = summary.outline(shape, problem().aim[2])
    latitude, longitude = summary.place(problem().aim, along, cross)
    assert text._ring(latitude, longitude)[0] == text._ring(latitude, longitude)[-1]
    assert np.sum(longitude[:-1] * np.diff(latitude) - latitude[:-1] * np.diff(longitude)) > 0


def test_errors_have_the_spread_of_the_model() -> None:
    drawn = errors.draw(model(), 3, 0, CHUNK, CHUNK)
    assert np.std(drawn.drag) == pytest.approx(0.03, rel=0.1)
    assert np.mean(drawn.wind_east) == pytest.approx(10.0, abs=1.0)
    assert np.mean(drawn.wind_north) == pytest.approx(0.0, abs=1.0)
    thinner = errors.density_factor(replace(model(), wave_length=30e3), drawn, np.full(CHUNK, 40e3))
    assert np.std(thinner) == pytest.approx(np.hypot(0.05, 0.05 / np.sqrt(2)), rel=0.1)
