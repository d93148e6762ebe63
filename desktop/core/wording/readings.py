"""Says how an editor reads a stretch of an article, and which figures an editor linked or parted."""

from desktop.core.corrections import Correction
from desktop.core.language import say
from desktop.core.links import Link
from desktop.core.wording.citing import reading
from desktop.core.wording.lists import commas
from desktop.core.wording.payments import who_pays


def correction(value: Correction) -> str:
    """What an editor says of a stretch: "read as 39", "read as $12 per month, Harbour to Pier", "set aside"."""
    if value.quantity is None:
        return say("set aside: not a figure")
    read = say("read as {amount}", amount=reading(value.quantity, value.anchor.quote))
    return commas([part for part in (read, who_pays(value.payer, value.payee)) if part])


def link(value: Link) -> str:
    """What an editor says of two figures."""
    if value.is_same:
        return say("linked: the two speak of the same")
    return say("parted: the two do not speak of the same")
