"""The command line, run as a user runs it: in a process of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import newsfigures as nf
from newsfigures.__main__ import COMMANDS, main

TEXT = "More than 9,000 soldiers were sent to the coast. At least 120 people were killed."


@pytest.fixture(autouse=True)
def _in_tmp_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def newsfigures(*words, stdin="", **options):
    command = [sys.executable, "-W", "error", "-m", "newsfigures", *words]
    data = stdin if isinstance(stdin, bytes) else stdin.encode()
    run = subprocess.run(command, input=data, capture_output=True, check=False, **options)
    return run.returncode, run.stdout.decode(), run.stderr.decode()


def write(name, *rows):
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    Path(name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return name


def records(output):
    return [json.loads(line) for line in output.splitlines()]


def quotes(output):
    return [nf.from_record(record).quote for record in records(output)]


# What goes in


def test_reads_a_text_file():
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    code, out, err = newsfigures("a.txt")
    assert (code, err) == (0, "")
    assert out.splitlines() == [nf.render(claim) for claim in nf.extract(TEXT)]
    assert len(out.splitlines()) == 2


@pytest.mark.parametrize("words", [[], ["-"], ["extract"], ["extract", "-"]])
def test_reads_standard_input(words):
    assert newsfigures(*words, stdin=TEXT)[:2] == newsfigures(stdin=TEXT)[:2]
    assert len(newsfigures(*words, stdin=TEXT)[1].splitlines()) == 2


def test_several_files_are_told_apart():
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("At least 120 people were killed.", encoding="utf-8")
    code, out, _ = newsfigures("a.txt", "b.txt")
    assert code == 0
    assert [line.split(": ")[0] for line in out.splitlines()] == ["a.txt", "b.txt"]


def test_spans_point_into_the_file_as_it_is():
    data = "Début.\r\n\r\nMore than 9,000 soldiers were sent.\r\n"
    Path("a.txt").write_bytes(data.encode())
    (claim,) = [nf.from_record(record) for record in records(newsfigures("a.txt", "--format", "jsonl")[1])]
    assert data[claim.span.start : claim.span.end] == claim.quote


def test_a_byte_order_mark_is_not_text():
    assert quotes(newsfigures("--format", "jsonl", stdin=b"\xef\xbb\xbf" + TEXT.encode())[1]) == quotes(
        newsfigures("--format", "jsonl", stdin=TEXT)[1]
    )


def test_reads_json_lines():
    name = write(
        "a.jsonl",
        {"id": "one", "text": TEXT, "published": "2024-03-12", "source": "Courier"},
        "",
        {"id": 2, "text": "About 40 ships left."},
    )
    code, out, err = newsfigures(name, "--format", "jsonl", "--published", "2024-03-14", "--source", "Post")
    assert (code, err) == (0, "")
    claims = [nf.from_record(record) for record in records(out)]
    told = [(claim.source.document, str(claim.published), claim.source.outlet) for claim in claims]
    assert told == [("one", "2024-03-12", "Courier")] * 2 + [("2", "2024-03-14", "Post")]


def test_json_lines_are_told_apart_by_id_or_line():
    rows = [json.dumps({"text": "At least 120 died."}), json.dumps({"text": "At least 120 died.", "id": "x"})]
    out = newsfigures("--input", "jsonl", stdin="\n".join(rows))[1]
    first, second = out.splitlines()
    assert first.startswith("standard input:1: at least 120")
    assert second.startswith("x: at least 120")


def test_input_text_overrules_the_name():
    assert newsfigures(write("a.jsonl", TEXT), "--input", "text")[0] == 0


def test_options_may_stand_between_files():
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(TEXT, encoding="utf-8")
    assert len(records(newsfigures("a.txt", "--format", "jsonl", "b.txt")[1])) == 4


# What comes out


def test_json_is_one_array():
    code, out, _ = newsfigures("--format", "json", stdin=TEXT)
    assert code == 0
    assert [nf.from_record(record) for record in json.loads(out)] == list(nf.extract(TEXT, source=nf.Source()))


def test_json_without_claims_is_an_empty_array():
    assert newsfigures("--format", "json", stdin="Nothing happened.") == (0, "[]\n", "")


def test_published_and_source_reach_the_claims():
    out = newsfigures("--format", "jsonl", "--published", "2024-03-12", "--source", "Courier", stdin=TEXT)[1]
    claim = nf.from_record(records(out)[0])
    assert (str(claim.published), claim.source.outlet) == ("2024-03-12", "Courier")


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_any_string_of_json_can_be_printed(form):
    line = '{"text": "\\ud800 More than 9,000 soldiers \\ud83d \\u20ac5m \\u0000", "id": "\\udfff"}'
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    code, out, err = newsfigures("--input", "jsonl", "--format", form, stdin=line, env=environment)
    assert (code, err) == (0, "")
    assert "9,000" in out or "9000" in out
    assert form != "json" or json.loads(out)


def test_lines_are_printed_as_they_are_read():
    """The second line is not even written before the claim of the first has come out."""
    command = [sys.executable, "-m", "newsfigures", "--input", "jsonl", "--format", "jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for quote in ("At least 120", "Some 40"):
            process.stdin.write(json.dumps({"text": f"{quote} people were killed."}).encode() + b"\n")
            process.stdin.flush()
            assert quote in json.loads(process.stdout.readline())["quote"]
        process.stdin.close()
    assert process.returncode == 0


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_a_closed_pipe_is_no_traceback(form):
    name = write("a.jsonl", *[{"text": TEXT}] * 2000)
    command = [sys.executable, "-m", "newsfigures", name, "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line():
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "newsfigures"]
        run = subprocess.run(command, input=TEXT.encode(), stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 1
    assert re.fullmatch(r"newsfigures: cannot write: [^\n]+\n", run.stderr.decode())


# Checking against sources

SUMMARY = "The blast killed 50 people. Police said 12 were hurt."
SOURCES = [
    {"id": "coast", "text": "Up to 50 people were killed in the blast, the coast guard said."},
    {"id": "town", "text": "Police said 12 people were hurt."},
]


def test_support_tells_of_every_figure():
    write("summary.txt", SUMMARY)
    code, out, err = newsfigures("support", "summary.txt", write("sources.jsonl", *SOURCES))
    assert (code, err) == (3, "")
    assert out.splitlines() == [
        '"50 people" goes beyond "Up to 50 people": the claim drops "up to". [coast]',
        '"12" follows from "12 people": whatever the source allows, the claim allows too. [town]',
    ]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_support_writes_records(form):
    write("source.txt", SOURCES[0]["text"])
    code, out, err = newsfigures("support", "-", "source.txt", "--format", form, stdin="50 people were killed.")
    (record,) = json.loads(out) if form == "json" else records(out)
    found = nf.from_record(record)
    assert (code, err) == (3, "")
    assert (found.verdict, found.claim.quote) == (nf.Verdict.BEYOND, "Up to 50 people")


def test_what_the_sources_bear_out_is_no_failure():
    write("source.txt", SOURCES[0]["text"])
    for summary in ("Up to 50 people were killed.", "Nothing happened."):
        assert newsfigures("support", "-", "source.txt", stdin=summary)[0] == 0


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["a.txt"], 2, "the following arguments are required: SOURCE"),
        ([], 2, "the following arguments are required: SUMMARY, SOURCE"),
        (["a.txt", "nowhere.txt"], 1, "nowhere.txt: No such file or directory"),
        (["nowhere.txt", "a.txt"], 1, "nowhere.txt: No such file or directory"),
        (["-", "-"], 1, "standard input: named twice, and it can be read once"),
        (["a.txt", "a.txt", "--format", "html"], 2, "argument --format: invalid choice: .*"),
    ],
)
def test_mistakes_in_checking_are_one_line(words, code, message):
    write("a.txt", SUMMARY)
    got, out, err = newsfigures("support", *words)
    assert (got, out) == (code, "")
    assert re.fullmatch(f"newsfigures: {message}\n", err)


# What goes wrong


@pytest.mark.parametrize(
    ("words", "stdin", "code", "message"),
    [
        (["nowhere.txt"], "", 1, "nowhere.txt: No such file or directory"),
        (["."], "", 1, ".: Is a directory"),
        ([], b"caf\xe9 120", 1, "standard input: not UTF-8, byte 4 is 0xe9"),
        (["--published", "soon"], "", 2, "argument --published: .*'soon'"),
        (["--published", "2024-02-30"], "", 2, "argument --published: .*'2024-02-30'"),
        (["--format", "xml"], "", 2, "argument --format: invalid choice: .*"),
        (["--fast"], "", 2, "unrecognized arguments: --fast"),
        (["--input", "jsonl"], '{"text": ""}\n\n{"text": \n', 1, "standard input: line 3: not JSON: .*"),
        (["--input", "jsonl"], b'{"text": ""}\n{"text": "\xff"}\n', 1, "standard input: line 2: not UTF-8, .*"),
        (["--input", "jsonl"], "[" * 100_000, 1, "standard input: line 1: not JSON that can be read: .*"),
        (["--input", "jsonl"], "9" * 5_000, 1, "standard input: line 1: not JSON that can be read: .*"),
        (["--input", "jsonl"], "[]", 1, 'standard input: line 1: not an object with a string "text"'),
        (["--input", "jsonl"], '{"text": null}', 1, 'standard input: line 1: not an object with a string "text"'),
        (["--input", "jsonl"], '{"text": "", "source": 1}', 1, 'standard input: line 1: "source" is not a string'),
        (["--input", "jsonl"], '{"text": "", "published": "soon"}', 1, "standard input: line 1: .*'soon'.*"),
    ],
)
def test_mistakes_are_one_line(words, stdin, code, message):
    got, out, err = newsfigures(*words, stdin=stdin)
    assert (got, out) == (code, "")
    assert re.fullmatch(f"newsfigures: {message}\n", err)


def test_what_was_read_before_a_mistake_stays():
    name = write("a.jsonl", {"text": TEXT}, "{")
    code, out, err = newsfigures(name, "--format", "json")
    assert (code, len(json.loads(out))) == (1, 2)
    assert err.startswith("newsfigures: a.jsonl: line 2: not JSON")


@pytest.mark.skipif(os.name != "posix", reason="needs a shell")
def test_a_closed_standard_input_is_one_line():
    run = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m newsfigures <&-'],  # noqa: S607  any shell will do
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (1, "newsfigures: standard input: closed\n")


# The rest


def test_version(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert (stop.value.code, capsys.readouterr().out) == (0, f"newsfigures {nf.__version__}\n")


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in COMMANDS)


def test_main_can_be_called(capsys):
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["a.txt"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


# A page of several texts


def two_texts():
    return write(
        "two.jsonl",
        {"id": "a", "text": "Police said 40 people were killed.", "published": "2024-05-02", "source": "Gazette"},
        {"id": "b", "text": "<b>Rescuers</b> said 95 people were killed.", "published": "2024-05-02", "source": "Wire"},
    )


def test_report_writes_one_page_of_all_texts():
    code, out, err = newsfigures("report", two_texts(), "-o", "page.html", "--title", "A & B")
    assert (code, out, err) == (0, "", "")
    page = Path("page.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    for words in ("<title>A &amp; B</title>", "contested", "&lt;b&gt;Rescuers&lt;/b&gt; said", "Gazette", "Wire"):
        assert words in page
    assert [path.name for path in Path().iterdir() if path.suffix != ".jsonl"] == ["page.html"]


def test_report_does_not_overwrite_unless_told():
    Path("page.html").write_text("mine", encoding="utf-8")
    code, _, err = newsfigures("report", two_texts(), "-o", "page.html")
    assert (code, err) == (1, "newsfigures: page.html: exists; --force overwrites it\n")
    assert Path("page.html").read_text(encoding="utf-8") == "mine"
    assert newsfigures("report", two_texts(), "-o", "page.html", "--force")[0] == 0
    assert Path("page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_report_leaves_nothing_behind_when_it_fails():
    write("bad.jsonl", {"text": "Police said 40 people were killed."}, "no json")
    code, _, err = newsfigures("report", "bad.jsonl", "-o", "page.html")
    assert code == 1
    assert "bad.jsonl: line 2: not JSON" in err
    code, _, err = newsfigures("report", two_texts(), "-o", "nowhere/page.html")
    assert code == 1
    assert "nowhere/page.html" in err.replace(os.sep, "/")
    assert sorted(path.name for path in Path().iterdir()) == ["bad.jsonl", "two.jsonl"]


def test_report_to_standard_output_and_from_standard_input():
    code, out, err = newsfigures("report", "-o", "-", stdin="Police said 40 people were killed.")
    assert (code, err) == (0, "")
    assert out.startswith("<!DOCTYPE html>")


def test_report_tells_texts_of_one_name_apart():
    row = {"id": "same", "text": "Police said 40 people were killed."}
    write("a.jsonl", row, row)
    assert newsfigures("report", "a.jsonl", "-o", "page.html")[0] == 0
    assert Path("page.html").read_text(encoding="utf-8").count('class="nf-text"') == 2


def test_report_needs_a_name_for_the_page():
    assert newsfigures("report", two_texts())[0] == 2


def test_a_bar_is_shown_only_on_a_terminal():
    pytest.importorskip("tqdm", reason="tqdm is not installed")
    termios = pytest.importorskip("termios", reason="no pseudo-terminal on this system")
    rows = [{"id": str(number), "text": "Police said 40 people were killed. " * 20} for number in range(60)]
    write("many.jsonl", *rows)
    command = [sys.executable, "-m", "newsfigures", "report", "many.jsonl", "-o"]
    quiet = subprocess.run([*command, "a.html"], capture_output=True, check=True)
    assert quiet.stderr == b""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    with subprocess.Popen([*command, "b.html"], stderr=theirs) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # closed at the other end
                break
            if not part:
                break
            seen += part
    os.close(ours)
    assert process.returncode == 0
    assert b"comparing" in seen


# --------------------------------------------------------------------------------------------------- reconcile


def two_papers():
    write("courier.txt", "At least 40 people were killed in the quake in Tarsa, the mayor said.")
    write("courier.txt.json", '{"published": "2024-03-12", "source": "Courier"}')
    write("post.txt", "The quake in Tarsa killed 52 people and injured 300, the ministry said on Tuesday.")
    write("post.txt.json", '{"published": "2024-03-12", "source": "Post", "id": "post-7"}')


def test_reconcile_says_what_the_texts_support():
    two_papers()
    code, out, err = newsfigures("reconcile", "courier.txt", "post.txt")
    assert (code, err) == (0, "")
    (killed,) = [line for line in out.splitlines() if line.startswith("Killed")]
    assert "52" in killed
    assert "At least 40" in killed


def test_reconcile_writes_the_report_as_a_record():
    two_papers()
    code, out, err = newsfigures("reconcile", "courier.txt", "post.txt", "--policy", "min_max", "--format", "json")
    report = nf.from_record(json.loads(out))
    assert (code, err, report.policy) == (0, "", nf.Policy.named("min_max"))
    outlets = {claim.source.outlet for group in report.groups for claim in group.claims}
    documents = {claim.source.document for group in report.groups for claim in group.claims}
    assert (outlets, documents) == ({"Courier", "Post"}, {"courier.txt", "post-7"})


def test_reconcile_reads_json_lines():
    write("all.jsonl", *SOURCES)
    assert newsfigures("reconcile", "all.jsonl")[0] == 0


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        ('{"published": 3}', 'a.txt.json: "published" is not a string'),
        ("[]", "a.txt.json: not an object"),
        ("{", "a.txt.json: not JSON: .*"),
    ],
)
def test_a_broken_sidecar_is_one_line(sidecar, message):
    write("a.txt", "12 people died.")
    write("a.txt.json", sidecar)
    code, out, err = newsfigures("reconcile", "a.txt")
    assert (code, out) == (1, "")
    assert re.fullmatch(f"newsfigures: {message}\n", err)


def test_an_unknown_policy_names_those_there_are():
    assert "gtd" in newsfigures("reconcile", "a.txt", "--policy", "mine")[2]
