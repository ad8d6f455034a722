"""English and Russian: the program's own sentences by Qt's translators, the texts of the data files by their own.

English stands in the code, in calls of `translate`. `make i18n` collects them in `resources/i18n/ru.ts`, where they are
translated, and makes `ru.qm` of it, which is what runs.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mission_gui.domain.language import ENGLISH, RUSSIAN, speak
from mission_gui.resources import resource

LANGUAGES = {ENGLISH: "English", RUSSIAN: "Русский"}
_installed: list[QTranslator] = []


def translate(context: str, text: str, comment: str = "", n: int = -1) -> str:
    """A sentence in the language chosen; `%n` in it is the number `n` in the form that the language wants."""
    return QCoreApplication.translate(context, text, comment or None, n)


def choose(language: str) -> str:
    """Speaks a language of `LANGUAGES` from now on, for others English, for an empty one that of the system; gives
    the one spoken. What was written out before stays as it was."""
    wanted = language or QLocale.system().name().split("_")[0]
    spoken = wanted if wanted in LANGUAGES else ENGLISH
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    if spoken != ENGLISH:
        translator = QTranslator()
        if not translator.load(str(resource(f"i18n/{spoken}.qm"))):
            raise RuntimeError(f"the translation i18n/{spoken}.qm cannot be read: install mission-gui again")
        standard = QTranslator()
        # Buttons and menus of Qt's own; where its translations were left out, they stay English.
        standard.load(f"qtbase_{spoken}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for installed in (standard, translator):
            QCoreApplication.installTranslator(installed)
            _installed.append(installed)
    speak(spoken)
    return spoken
