"""A report is served on this machine only, as it lies in its folder and with nothing beside it.

It depends on the server and asks it over the loopback, as a browser does.
Safety: each promise of the module has a test here by name.
"""

import http.client
import threading
from contextlib import contextmanager

import pytest

from safeconduct.cli.serving import HEADERS, address_of, serving
from safeconduct.errors import Unavailable


@contextmanager
def answering(folder, port=0, *, or_any=False):
    with serving(folder, port, or_any=or_any) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(server, path, *, method="GET", host=None):
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    connection.request(method, path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    octets = answer.read()
    connection.close()
    return answer, octets


@pytest.fixture
def folder(tmp_path):
    site = tmp_path / "site"
    (site / "empty").mkdir(parents=True)
    (site / "index.html").write_text("<h1>Pages</h1>", encoding="utf-8")
    (site / "style.css").write_text("h1 { color: black }", encoding="utf-8")
    (tmp_path / "private.txt").write_text("private", encoding="utf-8")
    return site


def test_it_serves_the_pages_of_the_folder(folder):
    with answering(folder) as server:
        page, octets = ask(server, "/")
        style, _ = ask(server, "/style.css")

    assert (page.status, octets) == (200, b"<h1>Pages</h1>")
    assert page.headers["Content-Type"].startswith("text/html")
    assert style.headers["Content-Type"].startswith("text/css")


def test_it_listens_on_the_loopback_only(folder):
    with serving(folder, 0) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert address_of(server) == f"http://127.0.0.1:{server.server_address[1]}/"


@pytest.mark.parametrize("path", ["/", "/nothing.html", "/empty/"])
def test_every_answer_has_the_strict_headers_and_is_kept_by_no_browser(folder, path):
    with answering(folder) as server:
        answer, _ = ask(server, path)

    assert {name: answer.headers[name] for name in HEADERS} == dict(HEADERS)
    assert answer.headers["Server"].strip() == "safeconduct"


def test_it_admits_no_script_and_nothing_from_elsewhere():
    policy = HEADERS["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_it_answers_to_no_foreign_name(folder):
    with answering(folder) as server:
        foreign, octets = ask(server, "/", host="attacker.example")
        own, _ = ask(server, "/", host=f"localhost:{server.server_address[1]}")

    assert foreign.status == 421
    assert b"Pages" not in octets
    assert own.status == 200


def test_it_lists_no_folder(folder):
    with answering(folder) as server:
        answer, octets = ask(server, "/empty/")

    assert answer.status == 404
    assert b"private" not in octets


@pytest.mark.parametrize("path", ["/../private.txt", "/%2e%2e/private.txt", "/..%2fprivate.txt"])
def test_it_serves_nothing_beside_the_folder(folder, path):
    with answering(folder) as server:
        answer, octets = ask(server, path)

    assert answer.status == 404
    assert octets != b"private"


def test_it_takes_nothing_in(folder):
    with answering(folder) as server:
        answer, _ = ask(server, "/", method="POST")

    assert answer.status == 501


def test_it_logs_no_request(folder, capsys):
    with answering(folder) as server:
        ask(server, "/")
        ask(server, "/nothing.html")

    assert capsys.readouterr() == ("", "")


def test_a_port_in_use_is_refused_or_replaced(folder):
    with serving(folder, 0) as first:
        port = first.server_address[1]

        with pytest.raises(Unavailable, match="--port"), serving(folder, port):
            pass
        with serving(folder, port, or_any=True) as second:
            assert second.server_address[1] != port
