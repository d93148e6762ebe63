"""Knows which claims may be compared."""

from desktop.core.topics.assignment import Candidate, assign, connected
from desktop.core.topics.doubts import doubts
from desktop.core.topics.events import is_one_event, vocabulary_of
from desktop.core.topics.facts import Fact, Strand, facts_of, payment_key, strands_of
from desktop.core.topics.features import profiles_of
from desktop.core.topics.index import Index
from desktop.core.topics.matching import (
    CONFLICT_EVIDENCE,
    SLIGHT_DOUBTS,
    Company,
    Evidence,
    Weighed,
    bears_a_conflict,
)
from desktop.core.topics.topic import Topic, own_topic, topic_of
from desktop.core.topics.values import is_telling, telling_points, value_points
from desktop.core.topics.vetoes import are_commensurable, is_owned, vetoed

__all__ = [
    "CONFLICT_EVIDENCE",
    "SLIGHT_DOUBTS",
    "Candidate",
    "Company",
    "Evidence",
    "Fact",
    "Index",
    "Strand",
    "Topic",
    "Weighed",
    "are_commensurable",
    "assign",
    "bears_a_conflict",
    "connected",
    "doubts",
    "facts_of",
    "is_one_event",
    "is_owned",
    "is_telling",
    "own_topic",
    "payment_key",
    "profiles_of",
    "strands_of",
    "telling_points",
    "topic_of",
    "value_points",
    "vetoed",
    "vocabulary_of",
]
