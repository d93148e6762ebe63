"""Whether the program speaks the language that was asked for, Qt's own words too."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.core.language import ENGLISH, say, speak
from desktop.shell.app import choose_language


@pytest.fixture
def spoken(qapp):
    """Puts everything back."""
    yield
    speak(ENGLISH)
    QLocale.setDefault(QLocale.system())
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()


def cancel() -> str:
    """What a dialog's button says."""
    return QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_german_is_spoken_by_all(qapp, spoken):
    assert choose_language(qapp, "de") == ("de", None)
    assert say("conflict") == "Widerspruch"
    assert cancel() == "Abbrechen"
    assert QLocale().toString(1.5) == "1,5"


def test_english_is_spoken_as_it_is_written(qapp, spoken):
    assert choose_language(qapp, "en") == ("en", None)
    assert (say("conflict"), cancel()) == ("conflict", "Cancel")
    assert QLocale().toString(1.5) == "1.5"


def test_a_damaged_catalogue_is_told_and_english_spoken(qapp, spoken, tmp_path):
    path = tmp_path / "resources" / "languages" / "de" / "crossread.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"damaged")
    _, trouble = choose_language(qapp, "de", root=tmp_path)
    assert trouble is not None
    assert "crossread.mo: the catalogue is damaged" in str(trouble)
    assert (say("conflict"), cancel()) == ("conflict", "Cancel")
