"""Serving a folder of pages on this machine only, with headers that admit nothing from elsewhere.

It depends on the standard library; the pages are files, and nothing runs to answer a request.
It is for looking at a report, not for publishing one: any web server can serve the folder.

Safety: it listens on 127.0.0.1, answers to that name alone, lists no folder and logs no request.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from safeconduct.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import BinaryIO

ADDRESS: Final = "127.0.0.1"
HEADERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        # A page that a browser keeps is a trace of a corpus outside its folder.
        "Cache-Control": "no-store",
    }
)


class Pages(SimpleHTTPRequestHandler):
    """The pages of one folder."""

    server_version = "safeconduct"
    sys_version = ""

    def send_head(self) -> BinaryIO | None:
        """Answer a request for a page, if it was meant for this address."""
        if self.headers.get("Host", "") not in self._own_names():
            # Safety: a page of another site may point a name of its own at this machine, and would
            # otherwise read the report through the browser of the person who looks at it.
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        return super().send_head()

    def list_directory(self, path: object) -> None:  # noqa: ARG002
        """List nothing: a folder without a page is not found."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Send the strict headers with every answer, that of an error too."""
        for name, text in HEADERS.items():
            self.send_header(name, text)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Log nothing: who reads what is nobody's matter."""

    def _own_names(self) -> tuple[str, str]:
        port = cast("ThreadingHTTPServer", self.server).server_port
        return f"{ADDRESS}:{port}", f"localhost:{port}"


@contextmanager
def serving(folder: Path, port: int, *, or_any: bool = False) -> Iterator[ThreadingHTTPServer]:
    """Open a server of the pages in a folder; the caller lets it answer, and it closes at the end.

    or_any: whether a port that is in use is replaced by any free one.

    Raises:
        Unavailable: the port cannot be used.
    """
    pages = partial(Pages, directory=str(folder))
    try:
        server = ThreadingHTTPServer((ADDRESS, port), pages)
    except OSError as taken:
        if not or_any:
            hint = "Choose another with --port, or 0 for any that is free."
            raise Unavailable(f"{ADDRESS}:{port}", hint=hint) from taken
        server = ThreadingHTTPServer((ADDRESS, 0), pages)
    with server:
        yield server


def address_of(server: ThreadingHTTPServer) -> str:
    """The address at which a browser finds the first page."""
    return f"http://{ADDRESS}:{server.server_port}/"
