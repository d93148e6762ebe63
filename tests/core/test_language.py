"""Whether phrases are said in the language of the catalogue in use."""

from concurrent.futures import ThreadPoolExecutor

from desktop.core.language import ENGLISH, phrase, phrases, say, say_count, speak, speaking


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


def test_two_phrases_are_noted_for_later():
    noted = phrases("{count} figure", "{count} figures")
    with speaking(Shouting()):
        assert say_count(*noted, 3) == "3 figures!"
    assert say_count(*noted, 3) == "3 figures"


def test_what_is_spoken_for_a_while_is_spoken_in_one_thread_alone():
    with ThreadPoolExecutor(1) as other:
        try:
            speak(Shouting())
            with speaking(ENGLISH):
                assert (say("Here"), other.submit(say, "There").result()) == ("Here", "There!")
        finally:
            speak(ENGLISH)
        with speaking(Shouting()):
            assert (say("Here"), other.submit(say, "There").result()) == ("Here!", "There")
