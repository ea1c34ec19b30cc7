"""Every setting of the server, read once from the environment and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from . import defaults

LOOPBACK = ("127.0.0.1", "::1", "localhost")


@dataclass(frozen=True)
class Settings:
    """What the server needs to know."""

    host: str
    port: int
    prediction_log: Path | None
    token: str | None = field(repr=False)


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Settings with defaults; one that cannot be right is refused with the variable's name."""
    host = environment.get("HOST", "127.0.0.1")
    token_file = environment.get("TOKEN_FILE")
    if token_file is None and host not in LOOPBACK:
        # Whoever may write labels decides what the next model learns.
        raise ValueError("TOKEN_FILE must name a file with a token where HOST is not this machine")
    log = environment.get("PREDICTION_LOG")
    return Settings(
        host=host,
        port=_port(environment.get("PORT", str(defaults.PORT))),
        prediction_log=Path(log) if log else None,
        token=None if token_file is None else _token(Path(token_file)),
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise ValueError(f"PORT must be from 1 to 65535: {text}")
    return int(text)


def _token(file: Path) -> str:
    token = file.read_text(encoding="utf-8").strip()
    if len(token) < 32:
        raise ValueError("the token in TOKEN_FILE must have at least 32 characters")
    return token
