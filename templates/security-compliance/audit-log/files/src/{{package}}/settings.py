"""What may be logged and for how long, read from audit.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import yaml

CHANGES = "change"
EXPIRE = "expire"


class AuditError(Exception):
    """Something cannot be logged, or the log cannot be read."""


@dataclass(frozen=True)
class Category:
    """A chain of entries with one time of retention."""

    name: str
    retention: timedelta
    actions: frozenset[str]


@dataclass(frozen=True)
class Settings:
    """All categories, and the details that no entry may hold."""

    categories: Mapping[str, Category]
    forbidden: frozenset[str]

    def category(self, name: str) -> Category:
        """The category of that name."""
        if name not in self.categories:
            raise AuditError(f"there is no category {name}, only {', '.join(self.categories)}")
        return self.categories[name]


def read_settings(file: Path) -> Settings:
    """Reads and checks the settings."""
    try:
        document = yaml.safe_load(file.read_text(encoding="utf-8"))
        categories = {
            name: Category(name, timedelta(days=int(entry["retentionDays"])), frozenset(entry["actions"]))
            for name, entry in document["categories"].items()
        }
        settings = Settings(categories, frozenset(document["forbiddenDetails"]))
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise AuditError(f"{file} cannot be read: {error!r}") from error
    if EXPIRE not in settings.category(CHANGES).actions:
        raise AuditError(f"the category {CHANGES} must know the action {EXPIRE}")
    for category in categories.values():
        if not timedelta() < category.retention <= settings.category(CHANGES).retention:
            raise AuditError(f"{category.name} must be kept for a day at least, and no longer than {CHANGES}")
    return settings
