"""Phases at their edges."""

from mission_gui.domain.events import Phase
from tests import canned


def test_an_event_on_the_edge_of_a_phase_begins_the_next_one() -> None:
    """Times of day are good to a microsecond, so an event may stand that little before the edge it marks."""
    flight = canned.trajectory()
    assert flight.phase_at(canned.ENTRY) is Phase.ENTRY
    assert flight.phase_at(canned.ENTRY - 4e-7) is Phase.ENTRY
    assert flight.phase_at(canned.ENTRY - 1e-3) is Phase.ATMOSPHERE
