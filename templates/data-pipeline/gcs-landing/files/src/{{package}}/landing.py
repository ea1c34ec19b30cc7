"""The bucket of data, seen from the side of whoever loads files or fetches them."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from google.api_core.exceptions import PreconditionFailed
from google.cloud import storage
from google.cloud.storage.retry import DEFAULT_RETRY

from . import defaults
from .names import file_for, object_name

PREFIX = "landing/"
_DEADLINE_SECONDS = 300
_RETRY = DEFAULT_RETRY.with_timeout(_DEADLINE_SECONDS)


class DamagedObject(Exception):
    """What was fetched is not what its digest says."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file that is in the bucket now."""

    name: str
    sha256: str
    is_new: bool


def client() -> storage.Client:
    """A client with the identity of this place, or with none for an emulator."""
    if os.environ.get("STORAGE_EMULATOR_HOST"):
        return storage.Client.create_anonymous_client()
    return storage.Client(project=defaults.GOOGLE_PROJECT)


class Landing:
    """Files below a prefix of one bucket. Nothing here overwrites or deletes."""

    def __init__(self, bucket: storage.Bucket, prefix: str = PREFIX) -> None:
        self._bucket = bucket
        self._prefix = prefix

    def load(self, file: Path) -> Loaded:
        """Loads a file unless the same content is there under its name."""
        sha256 = _digest(file)
        blob = self._bucket.blob(object_name(self._prefix, file.name, sha256))
        blob.metadata = {"sha256": sha256, "source-name": file.name}
        try:
            # Generation 0 means that there must be no such object; only so is it safe to try again.
            blob.upload_from_filename(str(file), if_generation_match=0, checksum="crc32c", retry=_RETRY)
        except PreconditionFailed:
            return Loaded(blob.name, sha256, is_new=False)
        return Loaded(blob.name, sha256, is_new=True)

    def fetch(self, folder: Path) -> Iterator[Path]:
        """Fetches what is not there yet, and gives each new file when it is complete."""
        for blob in self._bucket.list_blobs(prefix=self._prefix, retry=_RETRY):
            if blob.name.endswith("/"):
                continue  # a folder that some console made
            file = file_for(folder, self._prefix, blob.name)
            wanted = (blob.metadata or {}).get("sha256")
            if file.exists() and wanted in (None, _digest(file)):
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_name(f".{file.name}.part")
            blob.download_to_filename(str(part), checksum="crc32c", retry=_RETRY)
            if wanted not in (None, _digest(part)):
                part.unlink()
                raise DamagedObject(f"{blob.name} has another content than its digest says")
            part.replace(file)
            yield file


def files_of(inputs: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those below the folders named; a name that starts with . or _ is not complete or not data."""
    for path in inputs:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob("*")):
            hidden = any(part.startswith((".", "_")) for part in file.relative_to(path).parts)
            if file.is_file() and not hidden:
                yield file


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
