"""Knows how much it says that two amounts are the same: much of a particular one, little of a round one."""

from functools import lru_cache

from desktop.core.quantities import Kind, Quantity


def value_points(one: Quantity, other: Quantity) -> float:
    """What two values that fit add: much where they are telling (three digits but noughts), little where round."""
    return min(telling_points(one), telling_points(other))


def is_telling(one: Quantity, other: Quantity) -> bool:
    """Whether two values that fit are so particular that chance hardly brings them together."""
    return value_points(one, other) >= _TELLING


_TELLING, _LARGE = 1.75, 1000


@lru_cache(maxsize=8192)
def telling_points(quantity: Quantity) -> float:
    """How particular a value is: three digits but noughts say much, a small or round number little."""
    if quantity.kind is Kind.TIME:
        return 1.0 if quantity.iso is None or quantity.iso.endswith("00") else 2.5
    if quantity.kind is Kind.DATE:
        iso = quantity.iso or ""
        whole_day = len(iso) > 7 or (len(iso) == 7 and iso.startswith("--"))
        return 2.0 if whole_day else 1.5 if len(iso) == 7 else 1.0 if iso.isdecimal() else 0.5
    if quantity.value is None:
        return 1.0
    digits = digits_of(quantity)
    money = quantity.kind is Kind.MONEY
    if len(digits) >= 3:
        return 3.0
    if len(digits) == 2:
        return 2.5 if money else 1.75
    if quantity.kind is Kind.DURATION and quantity.value >= 10:
        return 1.5
    if quantity.value != int(quantity.value):
        return 1.0
    return 2.0 if money and quantity.value >= _LARGE else 1.5 if quantity.value >= _LARGE else 0.5


def digits_of(quantity: Quantity) -> str:
    """The digits of an amount but for noughts at its ends: "48.5 million" and "4.85 million" share them."""
    if quantity.kind is Kind.DATE and quantity.iso is not None and quantity.iso.isdecimal():
        return quantity.iso
    if quantity.kind is Kind.TIME and quantity.iso is not None:
        return quantity.iso.replace(":", "")
    if quantity.value is None or quantity.is_vague:
        return ""
    return str(quantity.value.normalize()).replace("-", "").replace(".", "").split("E")[0].strip("0")
