"""Knows which claims may be compared."""

from desktop.core.topics.facts import Fact, Strand, facts_of, payment_key, strands_of
from desktop.core.topics.matching import (
    AGREEING_EVIDENCE,
    AGREEING_SCORE,
    CONFLICT_EVIDENCE,
    Candidate,
    Company,
    Evidence,
    assign,
    connected,
    evidence,
    value_points,
    vetoed,
)
from desktop.core.topics.topic import Topic, own_topic, topic_of

__all__ = [
    "AGREEING_EVIDENCE",
    "AGREEING_SCORE",
    "CONFLICT_EVIDENCE",
    "Candidate",
    "Company",
    "Evidence",
    "Fact",
    "Strand",
    "Topic",
    "assign",
    "connected",
    "evidence",
    "facts_of",
    "own_topic",
    "payment_key",
    "strands_of",
    "topic_of",
    "value_points",
    "vetoed",
]
