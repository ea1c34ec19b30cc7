"""What can go wrong with an event, told apart by what to do about it."""

from __future__ import annotations


class InvalidEvent(Exception):
    """The bytes are no event of ours. Trying again will not help: to the dead-letter topic."""


class Rejected(Exception):
    """A rule of the business refuses the event. The text is the reason, in kebab-case."""


class Transient(Exception):
    """Something else is down for now. Trying again may help."""


class DeliveryFailed(Exception):
    """The broker did not confirm an event. Nothing may be committed; the process must end."""
