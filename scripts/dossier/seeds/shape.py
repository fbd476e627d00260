"""Data read from YAML to a pydantic model; our own words for each value that doesn’t fit, and its line."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import AliasChoices, BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from dossier.errors import DossierError, Problem
from dossier.reading.lexicon import load_table
from dossier.seeds.strict_yaml import KeyPath, Value, Yaml

M = TypeVar("M", bound=BaseModel)


def validated(
    shape: type[M], source: Yaml, *, top: str = "line 1", examples: dict[str, str] | None = None
) -> M:
    """The data as `shape`; `top` is the place of a key that should stand at the top and doesn't.

    An example of a correct value comes from the field's own, else from `examples` by the key at the top; a
    field with an example of its own says what is expected in its description.
    Raises DossierError with a problem for each value that does not fit.
    """
    try:
        return shape.model_validate({} if source.data is None else source.data)
    except ValidationError as error:
        problems = [_problem(shape, source, top, examples or {}, detail) for detail in error.errors()]
        raise DossierError(problems) from None


def _problem(
    shape: type[BaseModel], source: Yaml, top: str, examples: dict[str, str], detail: ErrorDetails
) -> Problem:
    """One of pydantic's errors in our words."""
    path: KeyPath = detail["loc"]
    parent, _ = _value(source.data, path[:-1])
    if path and isinstance(path[-1], str) and not isinstance(parent, dict):
        path = path[:-1]  # a value alone, where keys and values may stand too
    holder, field = _at(shape, path)
    value, there = _value(source.data, path)
    line = f"line {source.line(path)}" if there or len(path) > 1 else top
    where = line if len(path) < 2 else f"{line}, {spelled(path)}"
    key = str(path[-1]) if path else ""
    example = str((field.examples or [""])[0]) if field else ""
    example = example or (examples.get(str(path[0]), "") if path else next(iter(examples.values()), ""))
    if detail["type"] == "extra_forbidden":
        names = [field.alias or name for name, field in holder.model_fields.items()] if holder else []
        meant = meant_by(key, names)
        example = example or _example_of(holder, meant) or next(iter((examples or {}).values()), "")
        return Problem(
            file=source.file,
            where=where,
            found=f'unknown key "{key}"' + (f" (did you mean {meant}?)" if meant else ""),
            expected=f"one of {', '.join(names)}",
            example=example,
        )
    return Problem(
        file=source.file,
        where=where,
        found=_found(key, value, there),
        expected=(field.description.rstrip(".") if field and field.description and field.examples else "")
        or _wanted(detail),
        example=example,
    )


def _example_of(holder: type[BaseModel] | None, key: str | None) -> str:
    """The example of a model's key, else the first that one of its keys has."""
    fields = holder.model_fields if holder else {}
    meant = _field(holder, key) if holder and key else None
    given = [str(f.examples[0]) for f in (meant, *fields.values()) if f is not None and f.examples]
    return given[0] if given else ""


def meant_by(key: str, known: list[str]) -> str | None:
    """The known key that this one stands for: by what others call it, else by its spelling."""
    synonyms = load_table("key_synonyms", dict[str, list[str]], package="dossier.seeds")
    plain = key.casefold().replace("_", "").replace("-", "").replace(" ", "")
    for name in known:
        if plain == name.casefold() or plain in synonyms.get(name, ()):
            return name
    close = get_close_matches(key, known, n=1, cutoff=0.75)
    return close[0] if close else None


def _found(key: str, value: Value, there: bool) -> str:
    if not key:
        return "there are no keys and values"
    if not there:
        return f'the key "{key}" is missing'
    key = f"[{key}]" if key.isdigit() else key
    if isinstance(value, list | dict):
        return f"{key} holds {'a list' if isinstance(value, list) else 'keys and values'}"
    return f'{key} is "{value}"' if value else f"{key} is empty"


def _wanted(detail: ErrorDetails) -> str:
    expected = detail.get("ctx", {}).get("expected") if detail["type"] in ("literal_error", "enum") else None
    if expected:
        return f"one of {str(expected).replace(chr(39), '').replace(' or ', ', ')}"
    if detail["type"] in ("tuple_type", "list_type"):
        return "a list"
    if detail["type"] in ("model_type", "dict_type", "model_attributes_type"):
        return "keys and values"
    if detail["type"] == "string_pattern_mismatch":
        return f"a value of the form {detail['ctx']['pattern']}"
    if detail["type"] in ("bool_parsing", "bool_type"):
        return "true or false"
    if detail["type"] in ("missing", "string_type", "string_too_short"):
        return "some words"
    return detail["msg"].removeprefix("Input should be ").removeprefix("Value error, ")


def spelled(path: KeyPath) -> str:
    """A key path as a reader is told it: actors[0].name."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def _value(data: Value, path: KeyPath) -> tuple[Value, bool]:
    """The value at a key path, and whether there is one."""
    for part in path:
        if isinstance(data, dict) and part in data:
            data = data[str(part)]
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None, False
    return data, True


def _at(shape: type[BaseModel], path: KeyPath) -> tuple[type[BaseModel] | None, FieldInfo | None]:
    """The model that holds the value at a key path, and its field."""
    holder: type[BaseModel] | None = shape
    field: FieldInfo | None = None
    for number, part in enumerate(path):
        if isinstance(part, int) or holder is None:
            continue
        field = _field(holder, part)
        if any(not isinstance(rest, int) for rest in path[number + 1 :]):
            holder = _model_in(field.annotation) if field else None
    return holder, field


def _field(shape: type[BaseModel], key: str) -> FieldInfo | None:
    for name, field in shape.model_fields.items():
        alias = field.validation_alias
        if key in (field.alias or name, name) or (isinstance(alias, AliasChoices) and key in alias.choices):
            return field
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model within Optional, Annotated or a tuple."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)
