"""PPTX, read back: native text, tables, charts and notes, alternative texts, placeholders, order, the same bytes."""

from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from mission_gui.export.brief.deck import Chart, Table
from mission_gui.export.brief.pptx import pptx_file
from tests.export.brief import decks


@cache
def content() -> bytes:
    return pptx_file(decks.usual(), decks.pictures(decks.usual()))


def opened() -> Any:
    return Presentation(BytesIO(content()))


def page(id: str) -> Any:
    index = [slide.id for slide in decks.usual().slides].index(id)
    return opened().slides[index]


def test_every_slide_has_its_title_in_the_place_for_it_and_first() -> None:
    for made, slide in zip(opened().slides, decks.usual().slides, strict=True):
        assert made.shapes.title.text_frame.text == slide.title
        assert made.shapes[0].shape_id == made.shapes.title.shape_id
        assert made.shapes[0].placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


def test_no_placeholder_is_left_empty() -> None:
    empty = [
        (slide.name, holder.name)
        for slide in opened().slides
        for holder in slide.placeholders
        if not holder.text_frame.text.strip()
    ]
    assert empty == []


def test_pictures_tables_and_charts_are_told_in_words() -> None:
    for slide in opened().slides:
        for shape in slide.shapes:
            if shape.shape_type is not None and (shape.has_chart or shape.has_table or hasattr(shape, "image")):
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr"), (slide.name, shape.name)


def test_lines_are_decoration() -> None:
    for slide in opened().slides:
        for line in slide._element.iter("{*}cxnSp"):
            assert next(line.iter("{*}decorative")).get("val") == "1"


def test_tables_can_be_edited_and_have_a_header_row() -> None:
    tables = [shape.table for slide in opened().slides for shape in slide.shapes if shape.has_table]
    blocks = [block for slide in decks.usual().slides for block in slide.blocks if isinstance(block, Table)]
    assert len(tables) == len(blocks)
    for table, block in zip(tables, blocks, strict=True):
        assert table.first_row
        assert [cell.text for cell in table.rows[0].cells] == [column.name for column in block.columns]
        assert [cell.text for cell in table.rows[1].cells] == [cell.text for cell in block.rows[0]]


def test_charts_hold_their_figures() -> None:
    charts = [shape.chart for shape in page("descent").shapes if shape.has_chart]
    blocks = [block for block in decks.usual().slides[10].blocks if isinstance(block, Chart)]
    for chart, block in zip(charts, blocks, strict=True):
        series = chart.plots[0].series[0]
        assert tuple(series.values) == block.series[0].y
        assert chart.part.chart_workbook.xlsx_part is not None


def test_moments_of_a_chart_are_named_and_not_in_its_legend() -> None:
    charts = [shape.chart for shape in page("descent").shapes if shape.has_chart]
    blocks = [block for block in decks.usual().slides[10].blocks if isinstance(block, Chart)]
    for chart, block in zip(charts, blocks, strict=True):
        moments = list(chart.plots[0].series)[len(block.series) :]
        assert [one.points[1].data_label.text_frame.text for one in moments] == [mark.name for mark in block.marks]
        assert [one.name for one in moments] == [mark.name for mark in block.marks]
        hidden = [int(entry.find("{*}idx").get("val")) for entry in chart.legend._element.iter("{*}legendEntry")]
        assert hidden == list(range(len(block.series), len(block.series) + len(block.marks)))
        assert chart.value_axis.maximum_scale > max(block.series[0].y)
        assert chart.category_axis.minimum_scale % chart.category_axis.major_unit == 0


def test_notes_tell_the_sources_and_the_moment() -> None:
    notes = page("ignition").notes_slide.notes_text_frame.text
    assert "One long burn against the flight" in notes
    assert "Canned data for tests" in notes
    assert "mission-gui://soyuz-ms-19?at=2022-03-30T10:34:11Z" in notes


def test_what_is_read_last_stands_last() -> None:
    order = [shape.name for shape in page("ignition").shapes]
    assert order[:4] == ["Title", "Subtitle", "Clock", "Clock label"]
    picture = next(i for i, name in enumerate(order) if name.startswith("Picture"))
    assert 3 < picture < order.index("Caption") < order.index("Statement") < order.index("Number")


def test_every_text_says_its_language() -> None:
    for slide in opened().slides:
        runs = list(slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"))
        assert runs and all(run.find("{*}rPr").get("lang") == "en-GB" for run in runs)


def test_the_truth_stands_in_the_core_properties() -> None:
    properties = opened().core_properties
    assert (properties.title, properties.identifier) == ("Soyuz MS-19: coming home", "soyuz-ms-19")
    assert "data canned" in properties.keywords and "utc 2022-03-30T11:28:03Z" in properties.keywords
    assert "not telemetry" in properties.comments
    assert properties.author.startswith("Mission GUI")


def test_it_says_what_made_it_and_how_many_slides_it_has() -> None:
    with ZipFile(BytesIO(content())) as file:
        assert "docProps/thumbnail.jpeg" not in file.namelist(), "that of an empty file"
        told = file.read("docProps/app.xml").decode()
    assert "<Application>Mission GUI" in told and "Macintosh" not in told
    assert f"<Slides>{len(decks.usual().slides)}</Slides>" in told


def test_colours_and_fonts_are_those_of_the_theme() -> None:
    with ZipFile(BytesIO(content())) as archive:
        theme = archive.read("ppt/theme/theme1.xml").decode()
        slides = [archive.read(name).decode() for name in archive.namelist() if name.startswith("ppt/slides/slide")]
    assert 'name="Mission GUI"' in theme
    assert '<a:latin typeface="Arial"' in theme
    look = decks.usual().look.theme
    for color in (look.text, look.panel, look.soyuz_text):
        assert f'val="{color[1:]}"/>' in theme
    assert not any("srgbClr" in slide for slide in slides)


def test_the_slides_are_wide_and_no_two_shapes_have_one_number() -> None:
    made = opened()
    assert made._element.sldSz.get("type") is None
    assert made.slide_width * 9 == made.slide_height * 16
    assert [layout.name for layout in made.slide_layouts] == ["Cover", "Slide"]
    for slide in made.slides:
        numbers = [shape.get("id") for shape in slide._element.iter("{*}cNvPr")]
        assert len(numbers) == len(set(numbers)), slide.name


def test_the_marking_stands_at_head_and_foot() -> None:
    for slide in opened().slides:
        assert sum(shape.has_text_frame and shape.text_frame.text == "EXERCISE" for shape in slide.shapes) == 2


def test_the_same_deck_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 1, 2, 3, 4, 5, 0, 2, 0))
    assert pptx_file(decks.made(marking="EXERCISE"), decks.pictures(decks.usual())) == content()
