"""The language in which texts are written out: one for the whole program, as the translators of Qt are."""

ENGLISH, RUSSIAN = "en", "ru"

_spoken = [ENGLISH]


def speak(language: str) -> None:
    """From now on this language, by its ISO 639 code."""
    _spoken[0] = language


def spoken() -> str:
    """The language of now."""
    return _spoken[0]
