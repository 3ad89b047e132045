"""In which language a client wants to be answered."""

from application.language.words import Language


def preferred(accept_language: str) -> Language:
    """Give the first supported language of an Accept-Language header by its weights; Dutch when it names none."""
    wanted = [(_weight(choice), _language(choice)) for choice in accept_language.split(",")]
    known = [(weight, language) for weight, language in wanted if language is not None and weight > 0]
    return max(known, key=lambda choice: choice[0], default=(0.0, Language.NL))[1]


def _language(choice: str) -> Language | None:
    name = choice.partition(";")[0].strip().partition("-")[0].lower()
    return Language(name) if name in set(Language) else None


def _weight(choice: str) -> float:
    try:
        return float(choice.partition("q=")[2] or 1)
    except ValueError:
        return 0.0
