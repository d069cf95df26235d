"""Words become an exit code: 0 done, 1 trouble in one line, 2 wrong words, 130 stopped."""

import io
import json
import signal
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

from app.cli import progress
from app.cli.entry import Faces, run
from app.paths import ROOT
from app.versions import versions
from tests.projects import add_article

PYTHON_MAIN = [sys.executable, str(ROOT / "main.py")]
HEAVY = ("sqlalchemy", "alembic", "PySide6", "tqdm", "charset_normalizer", "numpy", "scipy")
VERBS = ("new", "import", "export", "articles", "annotate", "check", "tour")


def window_that(answers):
    """Return faces whose window calls `answers` with the project and the annotator."""
    return Faces(window=answers, tour=lambda _: 0)


@pytest.fixture
def no_display(monkeypatch):
    """A Linux machine without a screen."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_the_version_is_told(galley):
    assert galley("--version").out == f"Galley {versions()['Galley']}\n"
    assert galley("--version").code == 0


def test_help_lists_every_verb_and_every_verb_has_help(galley):
    said = galley("--help")
    assert said.code == 0
    listed = [line.split()[0] for line in said.out.splitlines() if line.startswith("  ")]
    for verb in VERBS:
        assert verb in listed
        assert galley(verb, "--help").out.startswith(f"usage: python main.py {verb} ")


@pytest.mark.parametrize("words", [["--help"], *([verb, "--help"] for verb in VERBS)], ids=" ".join)
def test_help_imports_nothing_heavy(words):
    code = (
        "import sys; sys.argv = ['main.py', *sys.argv[1:]]; from main import main; main();"
        f"print(sorted(set({HEAVY}) & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(
    "words",
    [
        ["new"],
        ["import", "desk.galley"],
        ["import", "desk.galley", "a.txt", "--format", "scroll"],
        ["export", "desk.galley", "out.jsonl", "--format", "text"],
        ["articles", "desk.galley", "--jason"],
        ["check", "desk.galley", "other.galley"],
        ["desk.galley", "other.galley"],
        ["--colour"],
        ["exprot", "desk.galley", "out.jsonl"],
    ],
    ids=" ".join,
)
def test_wrong_words_are_2(galley, words):
    said = galley(*words)
    assert (said.code, said.out) == (2, "")
    assert "usage: python main.py" in said.err


def test_a_word_that_is_neither_project_nor_verb_leads_to_the_verbs(galley):
    said = galley("frobnicate")
    assert said.code == 1
    assert "neither a project nor a verb" in said.err
    assert "--help" in said.err


def test_a_verb_misspelt_is_recognised(galley):
    assert "did you mean export?" in galley("exprot", "desk.galley", "out.jsonl").err


def test_without_a_verb_the_window_opens(new_file):
    asked = []
    path = new_file()
    faces = window_that(lambda *what: asked.append(what) or 7)
    assert run([str(path.with_suffix("")), "--annotator", "anna"], faces) == 7
    assert run([], faces) == 7
    assert asked == [(path, "anna"), (None, None)]


def test_options_and_files_that_look_like_verbs_are_no_verbs(new_file):
    asked = []
    path = new_file("tours.galley")
    faces = window_that(lambda *what: asked.append(what) or 7)
    assert run(["--annotator", "anna", str(path)], faces) == 7
    with chdir(path.parent):
        assert run(["tours"], faces) == 7
    assert asked == [(path, "anna"), (Path("tours.galley"), None)]


def test_the_window_is_not_opened_on_what_is_no_project(tmp_path, capsys):
    faces = window_that(lambda *_: pytest.fail("the window opened"))
    assert run([str(tmp_path / "missing.galley")], faces) == 1
    assert "there is no such file" in capsys.readouterr().err


def test_without_a_display_the_tour_is_named(galley, no_display):
    said = galley()
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "python main.py tour" in said.err


def test_the_tour_is_told_its_folder(tmp_path):
    asked = []
    faces = Faces(window=lambda *_: 0, tour=lambda out: asked.append(out) or 0)
    assert run(["tour", "--out", str(tmp_path)], faces) == 0
    assert run(["tour"], faces) == 0
    assert asked == [tmp_path, None]


def test_a_bug_is_not_hidden(new_file):
    def broken(project, annotator):
        return {}[project]

    with pytest.raises(KeyError):
        run([], window_that(broken))


def test_what_the_system_refuses_is_told_in_one_line(galley, new_file):
    said = galley("import", new_file(), "x" * 5_000)
    assert said.code == 1
    assert said.err.count("\n") == 1


def test_a_bar_is_drawn_only_for_somebody_who_looks(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(progress, "_QUIET_SECONDS", 0)
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress.progress_bar("import", unit="B") as tell:
        tell(5, 10)
        tell(10, 10)
    assert "import: " in sys.stderr.getvalue()
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with progress.progress_bar("import", unit="B") as tell:
        assert tell is None


@pytest.fixture
def much(project):
    """A project whose export is larger than any pipe."""
    add_article(project, "All work and no play. " * 50_000)
    project.close()
    return project.path


def running_export(project):
    """Start an export to a pipe and return it when its first byte has come."""
    process = subprocess.Popen(
        [*PYTHON_MAIN, "export", project, "-"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout.read(1) == b"{"
    return process


def test_a_reader_that_leaves_early_ends_it_quietly(much):
    with running_export(much) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_an_unbuffered_python_writes_all_of_it_too(much, tmp_path):
    subprocess.run([*PYTHON_MAIN, "export", much, tmp_path / "out.jsonl"], check=True)
    unbuffered = [PYTHON_MAIN[0], "-u", PYTHON_MAIN[1], "export", much, "-"]
    done = subprocess.run(unbuffered, capture_output=True, check=True)
    assert done.stdout == (tmp_path / "out.jsonl").read_bytes()


def test_ctrl_c_is_130_and_one_line(much):
    before = much.read_bytes()
    with running_export(much) as process:
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert (process.returncode, told.splitlines()) == (
        130,
        [b"Stopped; nothing half done was kept."],
    )
    assert much.read_bytes() == before
    assert [file.name for file in much.parent.iterdir()] == [much.name]


def test_a_terminal_that_knows_little_gets_escapes_instead_of_an_error(new_file, tmp_path):
    line = {"text": "Привет.", "meta": {"title": "Привет 🎉"}}
    (tmp_path / "a.jsonl").write_text(json.dumps(line), "utf-8")
    path = new_file()
    subprocess.run([*PYTHON_MAIN, "import", path, tmp_path / "a.jsonl"], check=True)
    done = subprocess.run(
        [*PYTHON_MAIN, "articles", path],
        env={"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert b"\\u041f" in done.stdout
