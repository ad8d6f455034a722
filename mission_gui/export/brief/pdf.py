"""A briefing as tagged PDF (PDF/UA-1) by Typst: bookmarks, links, alternative texts, language, the program's fonts."""

import json
from dataclasses import asdict
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Any

import fontpkg_inter
import fontpkg_jetbrains_mono

from mission_gui.domain.errors import UserError
from mission_gui.export.brief import placing
from mission_gui.export.brief.deck import Block, Chart, Deck, Figures, Lines, Picture, Pictures, Slide, Table, Timeline
from mission_gui.export.brief.missing import missing
from mission_gui.export.brief.placing import Box, placed
from mission_gui.export.brief.svg import chart_svg, timeline_svg
from mission_gui.export.stamp import PROGRAM, STATEMENT, keywords, sources_line
from mission_gui.resources import resource

Files = dict[str, bytes]

_PLACES = {
    "title": placing.TITLE,
    "subtitle": placing.SUBTITLE,
    "clock": placing.CLOCK,
    "clock_label": placing.CLOCK_LABEL,
    "caption": placing.CAPTION,
    "statement": placing.STATEMENT,
    "page": placing.PAGE,
    "marking": placing.MARKING_TOP,
    "cover_title": placing.COVER_TITLE,
    "cover_subtitle": placing.COVER_SUBTITLE,
    "cover_foot": placing.COVER_FOOT,
    "logo": placing.LOGO,
    "cover_logo": placing.COVER_LOGO,
}


def pdf_file(deck: Deck, pictures: Pictures) -> bytes:
    """The whole file; the same deck and pictures give the same bytes. UserError where Typst is not installed."""
    setter = _typst()
    files: Files = {"main.typ": resource("briefs/slides.typ").read_bytes()}
    said = _described(deck, pictures, files)
    files["deck.json"] = json.dumps(said, ensure_ascii=False).encode()
    try:
        # In a folder: among files in memory Typst takes every one for text.
        with TemporaryDirectory(prefix="mission-gui-brief-") as folder:
            for name, content in files.items():
                (Path(folder) / name).write_bytes(content)
            return _compiled(setter, Path(folder), round(deck.stamp.utc.timestamp()))
    except OSError as error:
        raise UserError(
            f"{gettempdir()}: no room for the slides ({error.strerror}): set TMPDIR, or make room"
        ) from error


def _compiled(setter: Any, folder: Path, timestamp: int) -> bytes:
    fonts = [str(package.ROOT / "files") for package in (fontpkg_inter, fontpkg_jetbrains_mono)]
    try:
        made: bytes = setter.compile(
            folder / "main.typ",
            root=folder,
            format="pdf",
            font_paths=fonts,
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=timestamp,
        )
    except setter.TypstError as error:
        # Only texts of the user's own can be what it does not set: letters that the fonts have not.
        raise UserError(
            f"the slides cannot be set as PDF ({error}): write .pptx or .html, or change the text"
        ) from None
    return made


def _typst() -> Any:
    try:
        import typst
    except ImportError:
        raise missing("PDF", "typst") from None
    return typst


def _described(deck: Deck, pictures: Pictures, files: Files) -> dict[str, Any]:
    """What the template sets, in plain values; what it needs beside that is put among the files."""
    stamp, utc = deck.stamp, deck.stamp.utc.astimezone(UTC)
    logo = deck.look.logo
    if logo:
        files[f"logo{logo.suffix}"] = logo.content
    return {
        "title": deck.title,
        "language": deck.language,
        "author": PROGRAM,
        "description": f"{deck.subject}; {STATEMENT}. Sources: {sources_line(stamp)}",
        "keywords": list(keywords(stamp)),
        "date": {name: getattr(utc, name) for name in ("year", "month", "day", "hour", "minute", "second")},
        "width": placing.WIDTH,
        "height": placing.HEIGHT,
        "colors": {name: value for name, value in asdict(deck.look.theme).items() if str(value).startswith("#")},
        "places": {name: asdict(box) for name, box in _PLACES.items()},
        "marking": deck.marking,
        "statement": deck.statement,
        "statement_size": placing.foot_size(deck.statement, placing.STATEMENT),
        "footer": deck.footer,
        "logo": {"file": f"logo{logo.suffix}", "alt": logo.alt} if logo else None,
        "slides": [_slide(deck, slide, number, pictures, files) for number, slide in enumerate(deck.slides, 1)],
    }


def _slide(deck: Deck, slide: Slide, number: int, pictures: Pictures, files: Files) -> dict[str, Any]:
    foot = placing.foot(deck.footer, deck.stamp.mission, number)
    return {
        "arrangement": slide.arrangement,
        "title": slide.title,
        "size": placing.title_size(slide.title, slide.arrangement == "title"),
        "subtitle": slide.subtitle,
        "clock": asdict(slide.clock) if slide.clock else None,
        "caption": slide.caption,
        "caption_size": placing.caption_size(slide.caption),
        "moment": slide.moment,
        "foot": foot,
        "foot_size": placing.foot_size(foot, placing.PAGE),
        "blocks": [
            _block(deck, block, box, pictures, files) | {"box": asdict(box)}
            for block, box in placed(slide, bool(deck.marking))
        ],
    }


def _block(deck: Deck, block: Block, box: Box, pictures: Pictures, files: Files) -> dict[str, Any]:
    theme = deck.look.theme
    match block:
        case Picture():
            return {"kind": "picture", "file": _kept(files, pictures[block.wish], "png"), "alt": block.alt}
        case Chart():
            drawn = chart_svg(block, theme, box.width, box.height).encode()
            return {"kind": "chart", "file": _kept(files, drawn, "svg"), "alt": block.alt}
        case Timeline():
            drawn = timeline_svg(block, theme, box.width, box.height).encode()
            return {"kind": "chart", "file": _kept(files, drawn, "svg"), "alt": block.alt}
        case Figures():
            sizes = placing.figure_sizes(block, box)
            figures = [asdict(one) | {"sizes": found} for one, found in zip(block.figures, sizes, strict=True)]
            return {"kind": "figures", "figures": figures}
        case Lines():
            return {
                "kind": "lines",
                "lines": [asdict(cell) for cell in block.lines],
                "size": placing.type_of(block, box),
            }
        case Table():
            return {
                "kind": "table",
                "columns": [asdict(column) for column in block.columns],
                "widths": placing.columns(block, box.width),
                "rows": asdict(placing.rows(block, box)),
                "cells": [[asdict(cell) for cell in row] for row in block.rows],
            }


def _kept(files: Files, content: bytes, suffix: str) -> str:
    name = f"{len(files)}.{suffix}"
    files[name] = content
    return name
