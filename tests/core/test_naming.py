from itertools import product

import pytest

from desktop.core.claims.naming import Namesakes, same_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Acme", "Acme", True),
        ("Acme", "acme", True),
        ("Winton", "Harry Winton", True),
        ("Globex", "Globex Corp", True),
        ("BN", "Bank Norland", True),
        ("Acme", "Globex", False),
        ("Globex Power", "Globex Rail", False),
        ("Bank of Norland", "Bank of Sudland", False),
        ("J K", "Jane Kim", True),
        ("AG", "Acme AG", False),
        (None, "Acme", False),
        ("Acme", None, False),
    ],
)
def test_names_of_one_thing(one, other, same):
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_namesakes_are_those_that_a_look_at_all_would_find():
    words = ("Acme", "acme", "A", "AC", "Corp", "Bank", "of", "Bo", "Norland")
    names = [" ".join(parts) for size in (1, 2, 3) for parts in product(words, repeat=size)]
    known = Namesakes(names)
    for name in names[::7]:
        assert set(known.of(name)) == {other for other in names if same_name(name, other)}
        assert all(same_name(other, name) for other in known.of(name))


def test_an_unknown_name_has_the_namesakes_of_its_words():
    assert Namesakes(["Harry Winton", "Acme"]).of("Winton") == ["Harry Winton"]
    assert Namesakes([]).of("Winton") == []
