"""The template of a briefing: which slides, in which order and colours, with what texts of one's own. A TOML file."""

import string
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from mission_gui.domain.errors import UserError
from mission_gui.domain.facts import Text
from mission_gui.export.brief.contrast import READABLE, contrast
from mission_gui.export.brief.deck import Logo, Look
from mission_gui.export.brief.logo import LOGO_KINDS, read_logo
from mission_gui.missionfile.document import Document, read_document
from mission_gui.missionfile.faults import Fault, schema_faults
from mission_gui.missionfile.fields import Id, Table, Wording, Words
from mission_gui.resources import resource
from mission_gui.theme import THEMES, Theme

DEFAULT = "default"
PANELS = ("map", "proximity", "descent", "landing-zone", "charts", "crew", "countdown")
"""What a slide may show, by the names of `shot --panel`."""

_TEXTS = ("text", "second", "third", "soyuz_text")
_GROUNDS = ("panel", "raised")
_GAPS = {"mission", "date"}

ColorText = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
PanelName = Literal[PANELS]  # type: ignore[valid-type]


def _filled(wording: Wording) -> Wording:
    for text in (wording.en, wording.ru):
        try:
            gaps = {gap for _, gap, _, _ in string.Formatter().parse(text) if gap is not None}
        except ValueError as error:
            raise ValueError(f"{text!r}: {error}; write {{{{ and }}}} for braces") from None
        if gaps - _GAPS:
            raise ValueError(f"{{{min(gaps - _GAPS)}}} is not known here; use {{mission}} or {{date}}")
    return wording


class Texts(Table):
    """The words that a template sets."""

    title: Wording | None = None
    subtitle: Wording | None = None
    footer: Wording | None = None

    @model_validator(mode="after")
    def _known_gaps(self) -> Self:
        for wording in filter(None, (self.title, self.subtitle, self.footer)):
            _filled(wording)
        return self


class Colours(Table):
    """The colours of the theme that a template changes."""

    panel: ColorText | None = None
    raised: ColorText | None = None
    line: ColorText | None = None
    text: ColorText | None = None
    second: ColorText | None = None
    third: ColorText | None = None
    soyuz: ColorText | None = None
    soyuz_text: ColorText | None = None
    iss: ColorText | None = None
    landing: ColorText | None = None
    burn: ColorText | None = None

    @property
    def chosen(self) -> dict[str, str]:
        """Those that are given, by name."""
        return {name: value.upper() for name, value in self.model_dump().items() if value}


class Fonts(Table):
    """The fonts of files that cannot carry their own."""

    heading: Words = "Arial"
    body: Words = "Arial"
    numbers: Words = "Arial"


class LogoTable(Table):
    """A picture beside the template, and what it shows in words."""

    file: Words
    alt: Wording


class OwnSlide(Table):
    """A slide of the user's own."""

    id: Id
    title: Wording
    lines: list[Wording] = []
    panel: PanelName | None = None
    at: Words = "start"


class TemplateTable(Table):
    """A whole template."""

    format: Literal[1]
    slides: list[Id] | None = Field(default=None, min_length=1)
    events: list[Id] | None = None
    theme: Literal[tuple(THEMES)] = "light"  # type: ignore[valid-type]
    logo: LogoTable | None = None
    texts: Texts = Texts()
    colours: Colours = Colours()
    fonts: Fonts = Fonts()
    pictures: dict[str, PanelName] = {}
    slide: list[OwnSlide] = []


@dataclass(frozen=True, slots=True)
class Own:
    """A slide of the user's own; `panel` is empty where it shows none, `at` the moment as written."""

    id: str
    title: Text
    lines: tuple[Text, ...]
    panel: str
    at: str


@dataclass(frozen=True, slots=True)
class Template:
    """A template as read; `path` names it in messages. Texts may have the gaps {mission} and {date}."""

    path: str
    slides: tuple[str, ...]
    events: tuple[str, ...]
    theme: str
    title: Text
    subtitle: Text
    footer: Text
    colours: dict[str, str]
    fonts: tuple[str, str, str]
    pictures: dict[str, str]
    own: tuple[Own, ...]
    logo: Logo | None = None
    logo_alt: Text = Text("")

    def look(self, theme: str = "") -> Look:
        """Its colours over those of a theme, its own theme where none is named; UserError where text is not readable
        in them."""
        chosen = dressed(THEMES[theme or self.theme], self.colours)
        poor = list(unreadable(chosen))
        if poor:
            raise UserError(f"{self.path}: colours: {'; '.join(poor)}")
        logo = replace(self.logo, alt=str(self.logo_alt)) if self.logo else None
        return Look(chosen, *self.fonts, logo)


def dressed(theme: Theme, colours: dict[str, str]) -> Theme:
    """A theme with some of its colours changed."""
    changes: dict[str, Any] = dict(colours)
    return replace(theme, **changes)


def unreadable(theme: Theme) -> Iterator[str]:
    """The texts that do not stand out from what they stand on, and by how much."""
    for name in _TEXTS:
        for ground in _GROUNDS:
            found = contrast(getattr(theme, name), getattr(theme, ground))
            if found < READABLE:
                pair = f"{name} {getattr(theme, name)} on {ground} {getattr(theme, ground)}"
                yield f"{pair} has a contrast of {found:.1f}; choose colours with {READABLE} or more"


def read_template(name: str | Path = DEFAULT) -> Template:
    """A template by its name, or of a file; MissionFileError lists all its faults, UserError that there is none."""
    known = {path.stem: path for path in resource("briefs").glob("*.toml")}
    path = known.get(str(name)) or Path(name)
    if not path.is_file():
        raise UserError(f"{name}: no such template; give a file, or one of: {', '.join(sorted(known))}")
    return _read(path)


def check_template(path: Path) -> None:
    """MissionFileError lists all faults of a template."""
    _read(path)


def _read(path: Path) -> Template:
    document = read_document(path)
    table, faults = schema_faults(TemplateTable, document.tables)
    logo = _logo(document, faults)
    if isinstance(table, TemplateTable):
        faults += _sense(table)
    if faults:
        raise document.error(faults)
    assert isinstance(table, TemplateTable)
    return _built(str(path), table, logo)


def _logo(document: Document, faults: list[Fault]) -> Logo | None:
    given = document.tables.get("logo")
    if not isinstance(given, dict) or not isinstance(given.get("file"), str):
        return None
    try:
        return read_logo(document.path.parent / given["file"])
    except UserError as error:
        faults.append(("logo.file", f"{error}; a logo is one of {', '.join(LOGO_KINDS)}"))
        return None


def _sense(table: TemplateTable) -> Iterator[Fault]:
    own = [slide.id for slide in table.slide]
    for index, id in enumerate(own):
        if id in own[:index]:
            yield f"slide[{index}].id", f"{id!r} is there twice; choose another"
    colours = dressed(THEMES[table.theme], table.colours.chosen)
    yield from (("colours", poor) for poor in unreadable(colours))


def _built(path: str, table: TemplateTable, logo: Logo | None) -> Template:
    base = table if Path(path) == resource("briefs") / f"{DEFAULT}.toml" else _default_table()
    return Template(
        path=path,
        slides=tuple(table.slides if table.slides is not None else base.slides or ()),
        events=tuple(table.events if table.events is not None else base.events or ()),
        theme=table.theme,
        title=_text(table.texts.title or base.texts.title),
        subtitle=_text(table.texts.subtitle),
        footer=_text(table.texts.footer),
        colours=table.colours.chosen,
        fonts=(table.fonts.heading, table.fonts.body, table.fonts.numbers),
        pictures={**base.pictures, **table.pictures},
        own=tuple(_own(slide) for slide in table.slide),
        logo=logo,
        logo_alt=_text(table.logo.alt) if table.logo else Text(""),
    )


def _default_table() -> TemplateTable:
    return TemplateTable.model_validate(read_document(resource("briefs") / f"{DEFAULT}.toml").tables)


def _own(slide: OwnSlide) -> Own:
    return Own(slide.id, _text(slide.title), tuple(_text(line) for line in slide.lines), slide.panel or "", slide.at)


def _text(wording: Wording | None) -> Text:
    return Text(wording.en, wording.ru) if wording else Text("")
