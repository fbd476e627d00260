"""The desk's page, served on this machine to whoever has its address: Host, Origin and token are checked."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dossier.desk.article import article_view
from dossier.desk.corrections import ADDED, FIELDS
from dossier.desk.decisions import Addition, Answer
from dossier.desk.files import Written
from dossier.desk.item import Undecidable
from dossier.desk.session import Desk
from dossier.errors import DossierError

_TYPES = {"html": "text/html", "js": "text/javascript", "css": "text/css", "svg": "image/svg+xml"}
_HEADERS = (
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
)
_MOST = 100_000
"""Bytes of a request."""


class Guard:
    """Lets in only who asks for this host, from this origin, with the token in the address."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...], token: str) -> None:
        self._app, self._hosts, self._token = app, hosts, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse in a word."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        refused = self._refused(scope["method"], scope["path"], headers)
        app = PlainTextResponse(refused, 403) if refused else self._app

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] += [(name.encode(), value.encode()) for name, value in _HEADERS]
            await send(message)

        await app(scope, receive, with_headers)

    def _refused(self, method: str, path: str, headers: dict[str, str]) -> str | None:
        if headers.get("host") not in self._hosts:
            return "another host"
        origin = headers.get("origin")
        allowed = [f"http://{host}" for host in self._hosts]
        if (origin is not None or method != "GET") and origin not in allowed:
            return "another origin"
        given = path.split("/")[1] if path.count("/") else ""
        if not secrets.compare_digest(given.encode(), self._token.encode()):
            return "no such address"
        if int(headers.get("content-length", "0") or 0) > _MOST:
            return "too much"
        return None


def desk_app(desk: Desk, hosts: tuple[str, ...], token: str) -> Starlette:
    """The application at /TOKEN/."""

    async def page(request: Request) -> Response:
        name = request.path_params.get("name") or "desk.html"
        suffix = name.rpartition(".")[2]
        home = files("dossier.desk").joinpath("page", name)
        if suffix not in _TYPES or not home.is_file():
            return PlainTextResponse("no such address", 404)
        return Response(home.read_bytes(), media_type=f"{_TYPES[suffix]}; charset=utf-8")

    def listed(_request: Request) -> Any:
        return {
            "items": [item.plain() for item in desk.items.values()],
            "articles": [
                {"id": each.article.id, "headline": each.record.headline} for each in desk.opened.sources
            ],
            "actors": [actor.id for actor in desk.opened.dossier.actors],
            "fields": dict(FIELDS),
            "added": dict(ADDED),
        }

    def article(request: Request) -> Any:
        source = desk.source(request.path_params["id"])
        if source is None:
            raise Undecidable("there is no such article")
        return article_view(source, desk.look_at(source))

    def asked_why(request: Request) -> Any:
        return desk.why(request.path_params["key"])

    def reloaded(request: Request) -> Any:
        desk.reload()
        return listed(request)

    def undone(request: Request) -> Any:
        written = desk.files.undo()
        desk.reload()
        return {**_told(written), **listed(request)}

    def answered(data: Any) -> Any:
        before = desk.opened
        told = _told(desk.answer(Answer.model_validate(data)))
        return told if desk.opened is before else {**told, **listed(data)}

    def added(data: Any) -> Any:
        return {**_told(desk.add(Addition.model_validate(data))), **listed(data)}

    routes = [
        Route("/", page),
        Route("/page/{name}", page),
        Route("/queue", _json(desk, listed)),
        Route("/article/{id}", _json(desk, article)),
        Route("/why/{key}", _json(desk, asked_why)),
        Route("/reload", _json(desk, reloaded), methods=["POST"]),
        Route("/undo", _json(desk, undone), methods=["POST"]),
        Route("/answer", _json(desk, answered, body=True), methods=["POST"]),
        Route("/add", _json(desk, added, body=True), methods=["POST"]),
    ]
    inner = Starlette(routes=routes)
    outer = Starlette(middleware=[Middleware(Guard, hosts=hosts, token=token)])
    outer.mount(f"/{token}", inner)
    return outer


def _told(written: Written) -> dict[str, str]:
    return {"file": written.path.name, "diff": written.diff}


def _json(desk: Desk, make: Callable[[Any], Any], body: bool = False) -> Callable[[Request], Any]:
    """An answer in JSON; what can't be done is told in words."""

    async def endpoint(request: Request) -> Response:
        try:
            given = await request.json() if body else request
        except ValueError:
            return JSONResponse({"error": "not JSON"}, 400)
        with desk.lock:
            try:
                return JSONResponse(make(given))
            except (Undecidable, DossierError, ValidationError) as error:
                return JSONResponse({"error": str(error)}, 409)

    return endpoint
