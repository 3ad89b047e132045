"""Commands, questions and redactions find their function by what it takes."""

from types import FunctionType, ModuleType

import pytest
from pydantic import BaseModel

from application.handlers import handlers


class Asked(BaseModel):
    """What all of these are."""


class First(Asked):
    """One thing that can be asked."""


class Second(Asked):
    """Another."""


def a_module(**functions: object) -> ModuleType:
    module = ModuleType("of_subject")
    for name, found in functions.items():
        if isinstance(found, FunctionType):
            found.__module__, found.__name__ = module.__name__, name
        setattr(module, name, found)
    return module


def first(context: object, question: First) -> None: ...


def both(context: object, question: First | Second) -> None: ...


def of_text(context: object, question: str) -> None: ...


def alone(context: object) -> None: ...


def test_a_function_does_what_its_second_parameter_takes_also_where_it_takes_several():
    assert handlers(Asked, a_module(first=first)) == {First: first}
    assert handlers(Asked, a_module(both=both)) == {First: both, Second: both}


def test_helpers_and_what_a_module_imports_do_nothing():
    imported = a_module(first=first)
    first.__module__ = "elsewhere"
    assert handlers(Asked, imported) == {}
    assert handlers(Asked, a_module(_first=first, of_text=of_text, alone=alone, Asked=Asked, count=1)) == {}


def test_two_functions_for_one_thing_are_refused_when_the_program_starts():
    with pytest.raises(TypeError):
        handlers(Asked, a_module(first=first, both=both))
