"""The threat model of SECURITY.md names tests that exist, and leaves out nobody who may write."""

import re
import socket

import httpx
import pytest

from first_dossier import ROOT

SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:browser/)?test_\w+\.py): (test_\w+)`", SECURITY)))


def test_there_are_tests_for_each_try():
    tries = SECURITY.split("## What each could try")[1].splitlines()
    rows = [line for line in tries if line.startswith("| ") and not line.startswith("| Try")]
    assert len(rows) >= 15
    assert [row for row in rows if "`test_" not in row and "`browser/test_" not in row] == []


@pytest.mark.parametrize(("file", "test"), NAMED, ids=[test for _, test in NAMED])
def test_each_test_that_is_named_is_there(file, test):
    assert f"\ndef {test}(" in (ROOT / "tests" / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["192.0.2.1", "198.51.100.7"])
def test_no_test_reaches_the_network(address):
    with pytest.raises(AssertionError, match=f"asks {address}"):
        socket.create_connection((address, 80), timeout=1)
    with pytest.raises(AssertionError, match=f"asks {address}"), httpx.Client(trust_env=False) as client:
        client.get(f"http://{address}/")
