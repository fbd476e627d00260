import pytest

from dossier.errors import DossierError
from dossier.site import writer
from dossier.site.transaction import STATE, held
from dossier.site.writer import WriteReport

PAGE = b"---\ntitle: A\ngenerated: true\n---\n# A\n"
OTHER = b"---\ntitle: B\ngenerated: true\n---\n# B\n"


def write_files(files, folder, **options):
    with held(folder):
        return writer.write_files(files, folder, **options)


def tree(folder):
    every = (path for path in folder.rglob("*") if path.is_file() and STATE not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in every}


def test_writes_what_is_missing(tmp_path):
    report = write_files({"a/x.md": PAGE, "feed.xml": b"<feed/>"}, tmp_path / "docs")
    assert report == WriteReport(written=("a/x.md", "feed.xml"))
    assert tree(tmp_path / "docs") == {"a/x.md": PAGE, "feed.xml": b"<feed/>"}


def test_writes_nothing_when_nothing_changed(tmp_path):
    write_files({"x.md": PAGE}, tmp_path)
    before = (tmp_path / "x.md").stat()
    report = write_files({"x.md": PAGE}, tmp_path)
    assert report == WriteReport(unchanged=("x.md",))
    assert str(report) == "no file written: 1 up to date"
    after = (tmp_path / "x.md").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_writes_only_what_changed(tmp_path):
    write_files({"x.md": PAGE, "y.md": PAGE}, tmp_path)
    report = write_files({"x.md": OTHER, "y.md": PAGE}, tmp_path)
    assert report == WriteReport(written=("x.md",), unchanged=("y.md",))
    assert str(report) == "files: 1 written, 0 removed, 1 up to date"


def test_a_dry_run_reports_the_drift_and_writes_nothing(tmp_path):
    write_files({"x.md": PAGE, "gone.md": PAGE}, tmp_path)
    before = tree(tmp_path)
    report = write_files({"x.md": OTHER, "new.md": PAGE}, tmp_path, dry=True)
    assert report.changed == ("gone.md", "new.md", "x.md")
    assert tree(tmp_path) == before


def test_removes_its_own_stale_files_and_no_others(tmp_path):
    by_hand = {
        "about.md": b"# About\n",
        "with-matter.md": b"---\ntitle: generated: true\n---\ngenerated: true\n",
        "assets/style.css": b"",
        "data/notes.txt": b"",
        "actors/kept.txt": b"",
    }
    for path, data in by_hand.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    write_files(
        {"actors/a.md": PAGE, "places/b.md": PAGE, "assets/generated/x.png": b"x", "feed.xml": b""}, tmp_path
    )
    report = write_files({"index.md": PAGE}, tmp_path)
    assert report.removed == ("actors/a.md", "assets/generated/x.png", "feed.xml", "places/b.md")
    assert tree(tmp_path) == by_hand | {"index.md": PAGE}
    assert not (tmp_path / "places").exists()
    assert (tmp_path / "actors").exists()


def test_refuses_to_take_the_place_of_a_page_made_by_hand(tmp_path):
    (tmp_path / "x.md").write_bytes(b"# By hand\n")
    with pytest.raises(DossierError, match="a page made by hand stands where a generated page belongs"):
        write_files({"x.md": PAGE, "y.md": PAGE}, tmp_path)
    assert tree(tmp_path) == {"x.md": b"# By hand\n"}
