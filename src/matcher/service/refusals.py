"""Why a request gets no answer, as errors of the tree; nothing of a web framework is loaded for them."""

from __future__ import annotations

from matcher.errors import MatcherError


class TooSlowError(MatcherError):
    """A request took longer than it may."""

    http_status = 503


class NotReadyError(TooSlowError):
    """Ads and people have not been read yet."""


class ReadingEndedError(MatcherError):
    """The process that read a document ended before it was done."""

    http_status = 503


class NotHeldError(MatcherError):
    """An id that nobody here has."""

    http_status = 404


class RefusedError(MatcherError):
    """A request that is not allowed."""

    http_status = 403


class LimitError(MatcherError):
    """More than is taken in one request."""

    http_status = 413
