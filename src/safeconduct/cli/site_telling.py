"""Tells of a site that was written: where it begins, and how large it is.

It depends on the session; every verb that writes a site tells of it here.
A further particular of one kind of site is one more pair in `about`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from safeconduct.cli.session import Session
    from safeconduct.report.site_folder import Site


def tell_site(
    site: Site,
    session: Session,
    *,
    languages: Sequence[str],
    as_json: bool,
    about: Mapping[str, str] | None = None,
) -> None:
    """Print the page to begin with, or everything as JSON; `about` is what the site speaks of."""
    if as_json:
        session.print_json(
            {
                "folder": str(site.folder),
                "door": str(site.door),
                **(about or {}),
                "languages": list(languages),
                "pages": site.n_pages,
                "files": site.n_files,
                "bytes": site.n_bytes,
            }
        )
        return
    session.out.line(str(site.door))
    session.talk.say(
        session.say("{n} pages, {kb} kB.", n=site.n_pages, kb=round(site.n_bytes / 1000))
    )
