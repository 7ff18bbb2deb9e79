"""`safeconduct demo`: the report of the built-in corpus, built and served on this machine only.

It depends on the report and on the server of this package.
What is built lies in a folder that goes when the server stops, unless another is named.
"""

from __future__ import annotations

import contextlib
import signal
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from safeconduct.cli.verb import Verb, json_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safeconduct.cli.session import Session
    from safeconduct.report.site_folder import Site

STAGE: Final = "begin"


@click.command(
    cls=Verb,
    short_help="Show the built-in corpus as a site on this machine.",
    help="Build the report of the built-in corpus, the paper as data, and serve it on 127.0.0.1 "
    "until Ctrl+C. Nobody else can reach it.",
    example="safeconduct demo --port 8420",
)
@click.option(
    "--port", type=click.IntRange(0, 65_535), metavar="N", help="Default 8420; 0 is any free one."
)
@click.option(
    "-o",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Keep the pages here; default a folder that goes at the end.",
)
@click.option("--no-serve", is_flag=True, help="Build only; needs -o.")
@json_option
@click.pass_obj
def run(
    session: Session, *, port: int | None, folder: Path | None, no_serve: bool, as_json: bool
) -> None:
    """Build the report of the built-in corpus and serve it."""
    if no_serve and folder is None:
        raise click.UsageError("--no-serve needs -o, since nobody could find the pages.")
    with _somewhere(folder) as place:
        site = _build(session, place)
        if no_serve:
            _say_where(session, address=str(site.door), site=site, as_json=as_json)
        else:
            _serve(session, site, port=port, as_json=as_json)


@contextlib.contextmanager
def _somewhere(folder: Path | None) -> Iterator[Path]:
    if folder is not None:
        yield folder
        return
    # Safety: only this account can read the folder, and it goes with the server.
    # Stopped from outside, as a service is, it must take its folder away too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="safeconduct-") as made:
        yield Path(made) / "demo"


def _build(session: Session, folder: Path) -> Site:
    from safeconduct.cli.opening import BUILT_IN, BUILT_IN_ORIGIN, opened
    from safeconduct.cli.verbs.report import build
    from safeconduct.report.catalogue import languages
    from safeconduct.report.site_folder import refuse_foreign

    refuse_foreign(folder)
    return build(
        session,
        opened(session, BUILT_IN),
        folder=folder,
        languages=languages(),
        origin=BUILT_IN_ORIGIN,
    )


def _serve(session: Session, site: Site, *, port: int | None, as_json: bool) -> None:
    from safeconduct.cli.serving import address_of, serving

    wanted = session.settings.demo_port if port is None else port
    with serving(site.folder, wanted, or_any=port is None) as server:
        _say_where(session, address=address_of(server), site=site, as_json=as_json)
        session.out.stream.flush()
        session.talk.say(session.say("Open this address in a browser; Ctrl+C ends it."))
        # Ctrl+C is how it ends, and no mistake.
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()


def _say_where(session: Session, *, address: str, site: Site, as_json: bool) -> None:
    if as_json:
        session.print_json({"address": address, "folder": str(site.folder), "pages": site.n_pages})
    else:
        session.out.line(address)
