"""Knows what a normalised amount is: bounds, unit or currency, period, exactness."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What sort of amount a figure states (JSON `kind`)."""

    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    COUNT = "count"
    ORDINAL = "ordinal"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    DISTANCE = "distance"
    MAGNITUDE = "magnitude"
    AGE = "age"
    RATE = "rate"
    TEMPERATURE = "temperature"
    AREA = "area"
    MASS = "mass"
    SPEED = "speed"
    QUANTITY = "quantity"


class Exactness(StrEnum):
    """How sharply an amount is stated (JSON `modifier`)."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    VAGUE = "vague"


ONE_SIDED = frozenset({Exactness.OVER, Exactness.UNDER, Exactness.AT_LEAST, Exactness.AT_MOST})
"""How an amount is stated of which only one bound is known."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A normalised amount.

    low, high: in the unit written, scale words multiplied in; equal for a single value, apart for a range or a vague
        size; `high` None where a vague size has no upper bound; both None for dates and times.
    unit: ISO 4217 code for money, "%" for percent, a symbol of the units table, or the counted noun in the singular.
    per: "year", "month", "day", "share" … where the amount is a rate, else None.
    step: the worth of the last digit written (1E+8 for "18.7 billion"), for rounding; None for vague sizes and dates.
    iso: dates ("2029-05", "2023", "--05", "2013-07-02") and clock times ("07:48"), None where nothing can be resolved.
    """

    kind: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    exactness: Exactness = Exactness.EXACT
    step: Decimal | None = None
    iso: str | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"bounds are the wrong way round: {self.low} to {self.high}")

    @property
    def value(self) -> Decimal | None:
        """The one value stated, None for ranges, vague sizes and dates."""
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def is_vague(self) -> bool:
        """Whether only an order of size is stated ("hundreds of millions")."""
        return self.exactness is Exactness.VAGUE


def is_fraction(quantity: Quantity) -> bool:
    """Whether it is a part of a whole ("a third"), which can be told in percent as well."""
    return quantity.kind is Kind.RATIO and quantity.value is not None and 0 < quantity.value < 1


def has_changed_places(one: Quantity, other: Quantity) -> bool:
    """Whether two neighbouring digits of one number have changed places in the other (168, 186)."""
    if one.value is None or other.value is None or one.unit != other.unit:
        return False
    left, right = (f"{value.normalize():f}".replace(".", "") for value in (one.value, other.value))
    apart = [at for at, (mine, yours) in enumerate(zip(left, right, strict=False)) if mine != yours]
    if len(left) != len(right) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    return left[apart[0]] == right[apart[1]] and left[apart[1]] == right[apart[0]]
