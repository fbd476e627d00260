"""A web server on this machine for tests: what it answers is a table."""

import http.server
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager


@contextmanager
def serving(pages: Mapping[str, tuple[str, bytes]]) -> Iterator[str]:
    """The address of a server that answers a path with its (content type, bytes); "->" for a type redirects.

    Every other path is answered with 410. `pages` may change while it runs.
    """

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            kind, data = pages.get(self.path, ("", b""))
            if not kind:
                self.send_error(410)
                return
            self.send_response(301 if kind == "->" else 200)
            self.send_header(*(("Location", data.decode()) if kind == "->" else ("Content-Type", kind)))
            self.end_headers()
            self.wfile.write(b"" if kind == "->" else data)

        def log_message(self, *arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def free_port() -> int:
    """A port on which nobody answers."""
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as unused:
        return unused.server_port
