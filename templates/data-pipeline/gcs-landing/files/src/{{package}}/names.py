"""Names of objects for files, and of files for objects."""

import re
from pathlib import Path, PurePosixPath

_UNUSUAL = re.compile(r"[^A-Za-z0-9._-]+")
# A name must stay below 1024 bytes, and somebody has to read it.
_LONGEST_STEM = 100


class UnsafeName(Exception):
    """An object's name that would lead out of the folder it is fetched into."""


def object_name(prefix: str, file_name: str, sha256: str) -> str:
    """The name says what is inside: the same content under the same name is the same object, however often it is sent."""
    stem, dot, endings = _UNUSUAL.sub("-", file_name).partition(".")
    return f"{prefix}{stem[:_LONGEST_STEM]}-{sha256[:16]}{dot}{endings[:_LONGEST_STEM]}"


def file_for(folder: Path, prefix: str, name: str) -> Path:
    """Where an object is fetched to."""
    relative = name.removeprefix(prefix)
    parts = relative.split("/")
    if not relative or "\\" in relative or ":" in relative or not {"", ".", ".."}.isdisjoint(parts):
        raise UnsafeName(f"{name!r} is no name of a file below {prefix!r}")
    return folder.joinpath(*PurePosixPath(relative).parts)
