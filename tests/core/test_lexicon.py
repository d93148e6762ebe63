"""Whether the shipped word lists become a Lexicon whose parts fit together."""

import tomllib
from dataclasses import fields
from fractions import Fraction

import pytest

from desktop.core.lexicon import build
from desktop.core.quantities import Exactness, Kind
from desktop.core.stems import stem


@pytest.fixture
def tables(root):
    folder = root / "resources" / "lexicon"
    return {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.toml")}


def test_the_shipped_lists_build_the_shipped_lexicon(tables, lexicon):
    built = build(tables)
    assert all(getattr(built, field.name) == getattr(lexicon, field.name) for field in fields(lexicon))


def test_no_stem_stands_for_two_notions(tables):
    of: dict[str, int] = {}
    for place, words in enumerate(tables["synonyms"]["notions"]["sets"]):
        for word in words:
            assert of.setdefault(stem(word), place) == place, word


@pytest.mark.parametrize("missing", ["numbers", "currencies", "units", "attributes", "grammar"])
def test_a_missing_list_is_an_error(missing, tables):
    del tables[missing]
    with pytest.raises(KeyError, match=missing):
        build(tables)


def test_a_damaged_list_is_an_error(tables):
    tables["hedges"] = {**tables["hedges"], "signs": {"~": "perhaps"}}
    with pytest.raises(ValueError, match="perhaps"):
        build(tables)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("lamps", "lamp"),
        ("companies", "company"),
        ("people", "person"),
        ("children", "child"),
        ("dead", "person"),
        ("houses", "house"),
        ("boxes", "box"),
        ("losses", "loss"),
        ("bus", "bus"),
        ("series", "series"),
        ("lamp", "lamp"),
    ],
)
def test_singulars(noun, expected, lexicon):
    assert lexicon.singular(noun) == expected


def test_words_are_lower_case(lexicon):
    for words in (lexicon.cardinals, lexicon.scales, lexicon.orders, lexicon.currency_words, lexicon.period_nouns):
        assert [word for word in words if word != word.lower()] == []
    for name, listed in (*lexicon.names.items(), *lexicon.stance.items(), *lexicon.grammar.items()):
        assert [word for word in listed if word != word.lower()] == [], name


def test_every_currency_is_a_code(lexicon):
    codes = {
        *lexicon.currency_signs.values(),
        *lexicon.currency_words.values(),
        *(code for rows in lexicon.nations_by_first.values() for _, code in rows),
        *lexicon.currency_minor.values(),
    }
    assert [code for code in codes if not (len(code) == 3 and code.isupper())] == []
    assert lexicon.currency_ambiguous <= lexicon.currency_words.keys()


def test_units_of_one_dimension_share_a_base_and_a_kind(lexicon):
    kinds = {}
    for unit in lexicon.unit_by_symbol.values():
        assert unit.factor > 0
        assert kinds.setdefault(unit.base, unit.kind) is unit.kind


@pytest.mark.parametrize(
    ("words", "symbol", "factor"),
    [
        (("miles",), "mi", "1609.344"),
        (("km",), "km", "1000"),
        (("acres",), "acre", "4046.8564224"),
        (("square", "miles"), "mi2", "2589988.110336"),
        (("pound", "-", "mass"), "lb", "0.45359237"),
        (("ounces",), "oz", "0.028349523125"),
        (("tons",), "ton", "907.18474"),
        (("mph",), "mph", "0.44704"),
        (("barrels",), "bbl", "158.987294928"),
        (("gallons",), "gal", "3.785411784"),
        (("years",), "year", "12"),
        (("minutes",), "minute", "60"),
    ],
)
def test_units_have_their_international_size(words, symbol, factor, lexicon):
    unit = lexicon.units[words]
    assert (unit.symbol, str(unit.factor)) == (symbol, factor)


def test_every_way_of_writing_a_unit_is_found_by_its_first_word(lexicon):
    for phrase in lexicon.units:
        assert phrase in lexicon.unit_heads[phrase[0]]
    for phrases in lexicon.unit_heads.values():
        assert [len(phrase) for phrase in phrases] == sorted((len(phrase) for phrase in phrases), reverse=True)


def test_periods_that_can_be_converted_are_periods(lexicon):
    named = {*lexicon.period_nouns.values(), *lexicon.period_adverbs.values(), *lexicon.period_adjectives.values()}
    assert lexicon.period_months.keys() <= named
    assert lexicon.period_days.keys() <= named
    assert not lexicon.period_months.keys() & lexicon.period_days.keys()
    assert lexicon.period_months["year"] == 12
    assert lexicon.period_days["hour"] == Fraction(1, 24)


def test_longer_hedges_are_tried_first(lexicon):
    for hedges in (*lexicon.hedges_by_last.values(), *lexicon.hedges_by_first.values()):
        sizes = [len(phrase) for phrase, _ in hedges]
        assert sizes == sorted(sizes, reverse=True)
    assert dict(lexicon.hedges_by_last["than"])["no", "more", "than"] is Exactness.AT_MOST
    assert dict(lexicon.hedges_by_last["than"])["more", "than"] is Exactness.OVER


def test_phrases_are_written_as_the_program_stems_them(lexicon):
    def is_stem(word):
        return any(stem(word + ending) == word for ending in ("", "ation"))

    phrases = [phrase for attribute in lexicon.attributes.values() for phrase, _ in attribute.phrases]
    assert [phrase for phrase in phrases if not all(is_stem(word) for word in phrase if word.isalpha())] == []


def test_every_attribute_has_something_to_be_known_by(lexicon):
    for attribute in lexicon.attributes.values():
        assert attribute.label, attribute.slug
        assert attribute.cues or attribute.phrases or attribute.nouns, attribute.slug
        assert attribute.kinds <= frozenset(Kind), attribute.slug
    for slug in ("payment", "magnitude", "share", "revenue"):
        assert slug in lexicon.attributes


def test_transfers_name_roles(lexicon):
    for transfer in lexicon.transfers.values():
        roles = {transfer.subject or None, transfer.object, transfer.by, *transfer.prepositions.values()} - {None}
        assert roles <= {"payer", "payee"}
        assert roles


def test_orders_of_size_run_upward(lexicon):
    for low, high in (*lexicon.orders.values(), *lexicon.several.values()):
        assert 0 < low < high
