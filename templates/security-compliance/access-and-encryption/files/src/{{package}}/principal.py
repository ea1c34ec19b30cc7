"""Who makes a request, and by which names the policies know them."""

from dataclasses import dataclass

GROUP = "group:"
NOBODY = "nobody"


@dataclass(frozen=True)
class Principal:
    """A service account, a group of people, or nobody."""

    text: str

    @property
    def account(self) -> tuple[str, str] | None:
        """Namespace and name of a service account."""
        namespace, slash, name = self.text.partition("/")
        return (namespace, name) if slash and not self.text.startswith(GROUP) else None

    @property
    def groups(self) -> frozenset[str]:
        """The groups of Kubernetes that it is in."""
        if self.text == NOBODY:
            return frozenset({"system:unauthenticated"})
        if self.text.startswith(GROUP):
            return frozenset({self.text.removeprefix(GROUP), "system:authenticated"})
        namespace, _, _ = self.text.partition("/")
        accounts = "system:serviceaccounts"
        return frozenset({accounts, f"{accounts}:{namespace}", "system:authenticated"})

    @property
    def spiffe(self) -> str:
        """The name in its certificate of the mesh; empty for who has none."""
        account = self.account
        return f"cluster.local/ns/{account[0]}/sa/{account[1]}" if account else ""

    @property
    def namespace(self) -> str:
        """The namespace in its certificate of the mesh."""
        return self.account[0] if self.account else ""
