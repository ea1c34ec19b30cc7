"""Workers that add up their vectors: rank 0 gathers, adds in the order of ranks, and sends the sum to all."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
type AnyConnection = "Connection[Any, Any]"
PATIENCE = 300.0


class LostWorkerError(Exception):
    """Another worker did not come, or is gone: the training cannot go on."""


@dataclass
class Workers:
    """This worker among all. The others are reached over connections that were signed with a common key."""

    rank: int = 0
    size: int = 1
    peers: list[AnyConnection] = field(default_factory=list)

    def sum(self, own: Array) -> Array:
        """The sum of the vectors of all workers, the same to the last bit on each."""
        if self.size == 1:
            return own
        try:
            if self.rank == 0:
                total = own.copy()
                for peer in self.peers:
                    total += _receive(peer)
                for peer in self.peers:
                    peer.send_bytes(total.tobytes())
                return total
            (root,) = self.peers
            root.send_bytes(own.tobytes())
            return _receive(root)
        except (EOFError, OSError) as error:
            raise LostWorkerError(f"worker {self.rank} lost another one: {error!r}") from error

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for peer in self.peers:
            peer.close()


@dataclass(frozen=True)
class Place:
    """Where workers meet, as Kubeflow Trainer tells them."""

    rank: int
    size: int
    host: str
    port: int
    key: bytes


def place_in(environment: Mapping[str, str]) -> Place:
    """Reads the variables that the runtime torch-distributed sets; without them there is one worker."""
    size = int(environment.get("PET_NNODES", "1"))
    file = environment.get("WORKERS_KEY_FILE")
    if size > 1 and not file:
        raise ValueError("several workers need WORKERS_KEY_FILE, a file with a secret that they share")
    return Place(
        rank=int(environment.get("PET_NODE_RANK", "0")),
        size=size,
        host=environment.get("PET_MASTER_ADDR", "127.0.0.1"),
        port=int(environment.get("PET_MASTER_PORT", "29400")),
        key=Path(file).read_bytes().strip() if file else b"",
    )


def meet(place: Place, patience: float = PATIENCE) -> Workers:
    """Waits until all workers are there. Only vectors travel, no pickles, so that a peer cannot send code."""
    if place.size == 1:
        return Workers()
    if place.rank > 0:
        return Workers(place.rank, place.size, [_call(place, patience)])
    peers: dict[int, AnyConnection] = {}
    # All interfaces: the others are on other machines. The key keeps strangers out.
    host = "127.0.0.1" if place.host == "127.0.0.1" else "0.0.0.0"  # noqa: S104
    with Listener((host, place.port), authkey=place.key, backlog=place.size) as listener:
        while len(peers) < place.size - 1:
            try:
                peer = listener.accept()
            except (AuthenticationError, EOFError, OSError):
                continue
            peers[int.from_bytes(peer.recv_bytes(8), "big")] = peer
    return Workers(0, place.size, [peers[rank] for rank in sorted(peers)])


def _call(place: Place, patience: float) -> AnyConnection:
    end = time.monotonic() + patience
    while True:
        try:
            root = Client((place.host, place.port), authkey=place.key)
        except OSError as error:
            if time.monotonic() > end:
                raise LostWorkerError(f"worker 0 is not at {place.host}:{place.port}") from error
            time.sleep(0.2)
        else:
            root.send_bytes(place.rank.to_bytes(8, "big"))
            return root


def _receive(peer: AnyConnection) -> Array:
    if not peer.poll(PATIENCE):
        raise EOFError(f"nothing for {PATIENCE:.0f} seconds")
    return np.frombuffer(peer.recv_bytes(), dtype=np.float64)
