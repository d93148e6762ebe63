"""Whether phrases are said in the language of the catalogue in use."""

from desktop.core.language import phrase, say, say_count, speaking


class Shouting:
    """A catalogue that says everything loudly, its places left alone."""

    def gettext(self, message: str, /) -> str:
        return f"{message}!"

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return f"{msgid1 if n < 2 else msgid2}!"


def test_without_a_catalogue_phrases_are_said_as_written():
    assert say("Nothing") == "Nothing"
    assert say("{who} says {what}", who="A", what="{5}") == "A says {5}"
    assert say_count("{count} figure", "{count} figures", 1) == "1 figure"
    assert say_count("{count} figure in {where}", "{count} figures in {where}", 0, where="A") == "0 figures in A"


def test_nothing_is_nothing_in_every_language():
    # An empty phrase stands for the heading of a catalogue in gettext.
    with speaking(Shouting()):
        assert say("") == ""


def test_a_catalogue_is_asked_while_it_is_in_use():
    noted = phrase("Later")
    with speaking(Shouting()):
        assert say(noted) == "Later!"
        assert say_count("{count} figure", "{count} figures", 0) == "0 figure!"
    assert say(noted) == "Later"
