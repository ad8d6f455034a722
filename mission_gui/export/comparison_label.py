"""What a picture of a comparison says of itself: which flights, on which event, and every figure in words."""

from collections.abc import Iterable
from datetime import timedelta

from mission_gui import __version__
from mission_gui.domain.facts import Source, Text
from mission_gui.export.credits import MAP, credit_line
from mission_gui.export.label import credit_rows, source_rows
from mission_gui.export.stamp import PROGRAM, SHORT_STATEMENT, STATEMENT, Shown, iso
from mission_gui.export.xmp import Label, Rows
from mission_gui.panels.comparison_words import SINCE, difference, headline, known, names, row_name, since, value
from mission_gui.physics.comparison import Comparison
from mission_gui.physics.comparison_figures import Row

_TITLE = Text("{names}: compared, T from {event}", "{names}: сравнение, T от {event}")
_COUNTED = Text("T from {event}", "T от {event}")
_SOURCES = Text("{number} sources, named in the file", "источников: {number}, названы в файле")
_DIFFERENCE = Text("difference {difference}", "разница {difference}")


def caption(comparison: Comparison) -> str:
    """Flights, alignment, how it is known, sources and credits in one line, in the language spoken."""
    parts = (
        ", ".join(names(comparison)),
        _COUNTED.format(event=since(comparison.align)),
        SHORT_STATEMENT,
        _SOURCES.format(number=len(sources(comparison))),
        credit_line(MAP),
        PROGRAM,
    )
    return " · ".join(map(str, parts))


def comparison_label(comparison: Comparison, shown: Shown) -> Label:
    """The label of a picture that is made as `shown` says, in the language spoken."""
    title = _title(comparison)
    alt = f"{title}, {SHORT_STATEMENT}. {headline(comparison)}"
    return Label(
        title=title,
        language=shown.language,
        alt=alt,
        text="\n".join(_words(comparison)),
        rights=credit_line(MAP),
        facts={
            "align": comparison.align,
            "version": __version__,
            "theme": shown.theme,
            "language": shown.language,
            "made": shown.made,
        },
        tables={
            "missions": _missions(comparison),
            "sources": source_rows(sources(comparison)),
            "credits": credit_rows(MAP),
        },
        keys=_keys(comparison, title, alt),
    )


def comparison_captions(comparison: Comparison) -> str:
    """What is written beside a picture: its caption, all figures in words, and the sources."""
    told = "\n".join(f"{source.title} {source.url}".strip() for source in sources(comparison))
    return "\n\n".join((caption(comparison), headline(comparison), "\n".join(_words(comparison)), told)) + "\n"


def sources(comparison: Comparison) -> tuple[Source, ...]:
    """Those of all missions, each once."""
    found: Iterable[Source] = (source for flown in comparison.flights for source in flown.mission.sources)
    return tuple({(source.title, source.url): source for source in found}.values())


def _title(comparison: Comparison) -> Text:
    missions = [flown.mission.name for flown in comparison.flights]
    named = Text(", ".join(name.en for name in missions), ", ".join(name.ru or name.en for name in missions))
    return _TITLE.format(names=named, event=SINCE.get(comparison.align, comparison.event_name))


def _words(comparison: Comparison) -> list[str]:
    return [f"{row_name(row)}: {'; '.join(_told(row, names(comparison)))}" for row in comparison.rows]


def _told(row: Row, shorts: tuple[str, ...]) -> list[str]:
    told = []
    for i, (short, cell) in enumerate(zip(shorts, row.cells, strict=True)):
        how, apart = known(cell), difference(row, i)
        words = f"{short} {value(row.measure, cell)}" + (f" ({how})" if how else "")
        told.append(f"{words}, {_DIFFERENCE.format(difference=apart)}" if apart else words)
    return told


def _missions(comparison: Comparison) -> Rows:
    """Which flights from which data, and when T = 0 was in each."""
    return [
        {
            "id": flown.mission.id,
            "data": flown.mission.digest,
            "t": repr(zero),
            "utc": iso(flown.mission.epoch + timedelta(seconds=zero)),
        }
        for flown, zero in zip(comparison.flights, comparison.zeros, strict=True)
    ]


def _keys(comparison: Comparison, title: Text, alt: str) -> dict[str, str]:
    """The keywords of PNG: which flights, on which event, from which data, and how that is known."""
    parts = (
        *(
            f"mission {row['id']}, data {row['data']}, T = 0 at {row['utc']}, {float(row['t']):.3f} s after undocking"
            for row in _missions(comparison)
        ),
        f"aligned on {comparison.align}",
        STATEMENT.en,
    )
    return {
        "Title": title.en,
        "Description": alt,
        "Software": f"mission-gui {__version__}",
        "Comment": "; ".join(parts),
        "Disclaimer": f"{STATEMENT.en} / {STATEMENT.ru}",
        "Source": "; ".join(f"{source.title} {source.url}".strip() for source in sources(comparison)),
        "Copyright": credit_line(MAP).en,
    }
