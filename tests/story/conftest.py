"""The story, told once for all tests that listen to it."""

from collections.abc import Iterator

import pytest

from tests.story.hearing import Heard, a_story_told


@pytest.fixture(scope="session")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    with a_story_told(tmp_path_factory.mktemp("story")) as story:
        yield story
