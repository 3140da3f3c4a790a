"""The face: every name that it promises is there, and every type that its signatures name has a name on it."""

import inspect
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import attrs
import pytest

import newsfigures as nf


def named(hint: Any) -> Iterator[type]:
    for inner in get_args(hint):
        yield from named(inner)
    if isinstance(hint, type) and hint.__module__.startswith("newsfigures"):
        yield hint


def hints(value: Any) -> dict[str, Any]:
    """What the public fields, methods and arguments of a name of the face are hinted to be."""
    if not isinstance(value, type):
        return get_type_hints(value) if inspect.isfunction(value) else {}
    fields = get_type_hints(value) if attrs.has(value) else {}
    methods = [method for name, method in inspect.getmembers(value, inspect.isfunction) if not name.startswith("_")]
    found = [
        (f"{method.__name__}({name})", hint) for method in methods for name, hint in get_type_hints(method).items()
    ]
    return {name: hint for name, hint in [*fields.items(), *found] if not name.startswith("_")}


@pytest.mark.parametrize("name", nf.__all__)
def test_every_name_is_there(name):
    assert getattr(nf, name) is not None


@pytest.mark.parametrize("name", nf.__all__)
def test_no_type_needs_a_second_import(name):
    value = getattr(nf, name)
    foreign = {
        f"{where}: {inner.__name__}"
        for where, hint in hints(value).items()
        for inner in named(hint)
        if getattr(nf, inner.__name__, None) is not inner
    }
    assert not foreign


def test_the_names_are_in_order():
    assert nf.__all__ == sorted(nf.__all__)
    assert set(nf.__all__) <= set(dir(nf))
