"""Entries: those an article names, with their mentions, while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from dossier.reading.findings import AliasFinding, NameFinding, RoleFinding, Span
from dossier.reading.names.pieces import initials

ACTOR_KINDS = frozenset(("person", "organisation", "armed_group", "government_body", "alliance", "people"))


@dataclass(slots=True)
class Entry:
    """One that is named, as far as the article has been read."""

    name: str
    kind: str
    """An actor's kind, or place, country, other (an event or work: kept to know its short forms)."""
    words: tuple[str, ...]
    """Its name's words in small letters, without full stops."""
    place: str | None = None
    """Kind of place."""
    country: str | None = None
    mentions: list[Span] = field(default_factory=list)
    acting: bool = False
    """A country that acts somewhere in the article."""
    aliases: dict[str, str] = field(default_factory=dict)
    roles: list[RoleFinding] = field(default_factory=list)
    belief: float = 1.0
    """In its kind, the most that its names have."""

    @property
    def initials(self) -> frozenset[str]:
        """The acronyms it may have."""
        return initials(self.words)

    def add_alias(self, surface: str) -> None:
        """Keep another form of the name."""
        if surface == self.name:
            return
        if surface.casefold() == self.name.casefold():
            self.name = self.name if surface.isupper() else surface  # capitals say nothing more
            return
        if surface.isupper() and surface.title() in self.name.split():
            return  # "NOVAK: We agree."
        spelled_out = self.kind == "country" or self.place == "province"
        longer = spelled_out and len(surface) > len(self.name)
        if (longer or self.name.isupper()) and not surface.isupper() and len(surface) >= len(self.name):
            self.name, surface = surface, self.name  # the longest form is the name, capitals only if it must
            self.aliases.pop(self.name, None)
        letters = surface.replace(".", "")
        kind = "acronym" if letters.isupper() and len(letters) > 1 else "as_reported"
        if kind == "as_reported" and len(surface.split()) < len(self.words):
            kind = "short_form"
        self.aliases.setdefault(surface, kind)

    def finding(self, kind: str) -> NameFinding:
        """The NameFinding, as an actor or place of this kind; "U.S." alone is the United States."""
        if self.kind == "country" and self.country and self.name.replace(".", "").isupper():
            if self.name.casefold() != self.country.casefold():  # "FIJI (Wire) -" is no acronym
                self.aliases.setdefault(self.name, "acronym")
            self.name = self.country
        return NameFinding(
            name=self.name,
            kind=kind,
            aliases=tuple(AliasFinding(text=t, type=k) for t, k in self.aliases.items() if t != self.name),
            mentions=tuple(sorted(set(self.mentions))),
            roles=self._distinct_roles(),
            country=self.country if self.kind != "country" else None,
            belief=round(self.belief, 2),
        )

    def _distinct_roles(self) -> tuple[RoleFinding, ...]:
        """Each title once: where it says whose it is, else where it stands first."""
        kept: dict[str, RoleFinding] = {}
        for role in sorted(self.roles, key=lambda role: (role.of is None, role.span)):
            kept.setdefault(role.title.lower(), role)
        return tuple(sorted(kept.values(), key=lambda role: role.span))


def actors_of(entries: list[Entry]) -> list[NameFinding]:
    """People, organisations, groups and acting states, in order of their first mention."""
    found = [e.finding(e.kind) for e in entries if e.mentions and e.kind in ACTOR_KINDS]
    found += [e.finding("state") for e in entries if e.mentions and e.kind == "country" and e.acting]
    return sorted(_unique(found), key=lambda f: f.mentions[0])


def places_of(entries: list[Entry]) -> list[NameFinding]:
    """Places, countries among them, in order of their first mention."""
    found = [e.finding(e.place or "place") for e in entries if e.mentions and e.kind in ("place", "country")]
    return sorted(_unique(found), key=lambda f: f.mentions[0])


def _unique(findings: list[NameFinding]) -> list[NameFinding]:
    """Findings whose name is taken get left off: a name is how others refer to a finding."""
    taken: set[str] = set()
    kept = []
    for finding in findings:
        if finding.name not in taken:
            taken.add(finding.name)
            kept.append(finding)
    return kept
