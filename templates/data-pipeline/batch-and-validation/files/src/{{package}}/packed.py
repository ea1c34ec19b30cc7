"""Text files, packed with gzip or not."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from .raw import UnreadableFile


@contextmanager
def opened(file: Path) -> Iterator[BinaryIO]:
    """The bytes of the file, unpacked if its name ends in .gz."""
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as stream:
            # A GzipFile has all that is used of a BinaryIO, but is not declared as one.
            yield cast(BinaryIO, stream)
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise UnreadableFile("the packed data is damaged or ends too early") from None
