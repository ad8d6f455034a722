"""Mission GUI replays a Soyuz coming home from the International Space Station.

The map of the code. A mission file becomes a `Mission`. Physics turns it into a read-only
`Trajectory`. The worker's clock picks an instant; the instant becomes a `Frame`; every panel shows
that same `Frame`. What else might have been (ballistic, scattered, "what if") comes as `Alternatives`,
beside the flight; several flights on the time from one event are a `Comparison`. Nothing flows back
except wishes: "go to this time", "play", "at this rate", "what if".

    domain/       what a return is: frozen dataclasses, numpy only
    resources     finds the data files; theme: colours, type sizes, fonts
    language      English and Russian; sentences stand in the code in calls of `translate`
    memory        lets the garbage collector work only where the widgets are, and between frames
    interrupts    holds Ctrl+C back while processes are started
    files         writes files whole or not at all
    settings      what the user chose, kept between runs
    missionfile/  file <-> Mission, Vehicle; the only place that knows the format
    physics/      Mission -> Trajectory; no Qt, no files; phases/ holds one module per phase model
    catalogue/    the list of all missions, kept in an index between runs
    session/      the worker threads: the flight, what else might have been, the librarian, flights that are compared;
                  flights kept; watches
    panels/       a file, or a family of files, per view; none knows another; PANELS is their table
    window/       docks the panels by LAYOUTS, passes frames down, wishes up; KEYS, settings, palette, sources, library
    export/       what leaves the program as files: `Stamp` is the truth of each, `Twin` its words, `Label` both;
                  `Opening` the way back; `aside` draws in another process; FORMATS is the table
                  (brief/: a briefing is a `Deck` of `Slide`s; one file per format, in a FORMATS of its own)
    app           builds worker and window and wires them
    cli/          one file per command

Imports point down this list only, which import-linter checks.
Inside the code everything is SI: metres, seconds, radians, kilograms; mission time `t` is in seconds
after undocking. Another unit stands in the name (`altitude_km`). Arrays are `(3, n)`, components first.
"""

__version__ = "0.1.0"
