"""What does not fit the format, in words: the place, what is wrong, what would be right."""

from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mission_gui.missionfile.versions import RETIRED

Fault = tuple[str, str]
"""A place, and what is wrong there and what would be right."""

_WANTED = {
    "string_type": "not a text; write it in quotes",
    "float_type": "not a number; write it without quotes",
    "int_type": "not a whole number; write it without quotes and without a point",
    "bool_type": "not true or false; write one of the two, without quotes",
    "datetime_type": "not a time; write one in UTC without quotes, like 2022-03-30T04:00:00Z",
    "timezone_aware": "a time without a zone; add Z for UTC, as in 2022-03-30T04:00:00Z",
    "date_type": "not a date; write one without quotes, like 1972-02-20",
    "list_type": "not a list; write [...] with the values, or [[...]] tables",
    "dict_type": "not a table; write [...] with keys below",
    "model_type": "not a table; write { key = value, ... } or a [...] header with keys below",
    "finite_number": "not a finite number; write a plain one",
    "missing": "missing; add it",
}


def schema_faults(model: type[BaseModel], tables: dict[str, Any]) -> tuple[Any, list[Fault]]:
    """The tables as `model`, or None and all that does not fit it."""
    try:
        return model.model_validate(tables), []
    except ValidationError as error:
        return None, [_fault(model, detail) for detail in error.errors(include_url=False)]


def place_of(location: tuple[int | str, ...]) -> str:
    """`events[3].planned[0].time`."""
    place = ""
    for part in location:
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else part
    return place or "file"


def _fault(model: type[BaseModel], detail: ErrorDetails) -> Fault:
    location, kind = detail["loc"], detail["type"]
    if kind == "extra_forbidden":
        return place_of(location), _unknown_key(model, location)
    if kind in _WANTED:
        return place_of(location), _WANTED[kind]
    return place_of(location), _described(detail)


def _described(detail: ErrorDetails) -> str:
    given, context = _short(detail["input"]), detail.get("ctx", {})
    match detail["type"]:
        case "value_error":
            return str(context["error"])
        case "literal_error":
            return f"{given} is not known here; use {context['expected']}"
        case "string_pattern_mismatch":
            return f"{given} is not spelled right; it must match {context['pattern']}"
        case "string_too_short":
            return "empty; write the text"
        case "too_short":
            return f"too few entries; there must be at least {context['min_length']}"
        case "too_long":
            return f"too many entries; there may be at most {context['max_length']}"
        case "greater_than" | "greater_than_equal" | "less_than" | "less_than_equal":
            bound = detail["msg"].removeprefix("Input should be ")
            return f"{given} is out of range; it must be {bound}"
    return f"{given} does not fit; {detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _short(value: Any) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _unknown_key(model: type[BaseModel], location: tuple[int | str, ...]) -> str:
    if location[-1] in RETIRED:
        return f"unknown key; {RETIRED[str(location[-1])]}"
    known = _keys_at(model, location[:-1])
    near = get_close_matches(str(location[-1]), known, n=1)
    if near:
        return f"unknown key; did you mean {near[0]}?"
    return f"unknown key; known here: {', '.join(known)}"


def _keys_at(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The keys that the table at a location may have."""
    current: type[BaseModel] | None = model
    for part in location:
        if current is not None and part in current.model_fields:
            current = _table_in(current.model_fields[str(part)].annotation)
    return list(current.model_fields) if current else []


def _table_in(annotation: Any) -> type[BaseModel] | None:
    """The table type inside `list[X]`, `dict[str, X]`, `X | None` or an annotated X."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_table_in(argument) for argument in get_args(annotation))
    return next((table for table in inner if table is not None), None)
