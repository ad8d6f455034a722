"""Against the printed tables of the US Standard Atmosphere 1976, NASA-TM-X-74335."""

import pytest

from mission_gui.physics import atmosphere


@pytest.mark.parametrize(
    ("km", "printed"), [(0, 1.2250), (11, 0.36480), (20, 0.088910), (32, 0.013555), (60, 3.097e-4)]
)
def test_layers_give_the_printed_density(km: float, printed: float) -> None:
    assert atmosphere.state(km * 1e3)[0] == pytest.approx(printed, rel=1e-3)


@pytest.mark.parametrize(
    ("km", "printed"),
    [
        (86, 6.958e-6),
        (100, 5.604e-7),
        (120, 2.222e-8),
        (150, 2.076e-9),
        (170, 7.815e-10),
        (200, 2.541e-10),
        (300, 1.916e-11),
        (400, 2.803e-12),
        (500, 5.215e-13),
    ],
)
def test_upper_air_gives_the_printed_density(km: float, printed: float) -> None:
    assert atmosphere.state(km * 1e3)[0] == pytest.approx(printed, rel=1e-2)


def test_the_two_parts_meet_at_86_km() -> None:
    below, above = (atmosphere.state(h)[0] for h in (86e3 - 1e-3, 86e3))
    assert below == pytest.approx(above, rel=1e-3)


@pytest.mark.parametrize(("km", "printed"), [(0, 340.294), (11, 295.154), (30, 301.709), (50, 329.799)])
def test_speed_of_sound_is_the_printed_one(km: float, printed: float) -> None:
    assert atmosphere.state(km * 1e3)[1] == pytest.approx(printed, rel=1e-4)


def test_no_air_is_left_above_the_table() -> None:
    assert atmosphere.state(1.2e6)[0] == 0.0
