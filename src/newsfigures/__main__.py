"""The command line: claims out of text files, standard input or JSON Lines, and what they amount to.

Exit codes: 0 done, 1 an input that cannot be read or an output that cannot be written, 2 a command line that cannot be
understood, 3 (of `support`) a figure that its sources do not bear out.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, Any, NamedTuple, NoReturn

import newsfigures as nf

STDIN = "-"
DONE, FAILED, MISUSED, DOUBTED, INTERRUPTED = 0, 1, 2, 3, 130


class InputError(Exception):
    """An input that cannot be read; the message names the file and, in JSON Lines, the line."""


class OutputError(Exception):
    """An output that cannot be written; the message names the file."""


class Document(NamedTuple):
    """One text and what is known of it; `place` says where it was read, `label` is printed before its readings."""

    text: str
    place: str
    label: str
    published: str | None
    source: nf.Source


class Command(NamedTuple):
    """What a command says of itself, the options it adds, and what it does; it may return an exit code."""

    summary: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int | None]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; where none is named, `extract` is meant."""
    words = list(sys.argv[1:] if argv is None else argv)
    name = words.pop(0) if words and words[0] in COMMANDS else DEFAULT
    args = _parser(name).parse_intermixed_args(words)
    try:
        return COMMANDS[name].run(args) or DONE
    except (InputError, OutputError) as error:
        print(f"newsfigures: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader has seen enough, as in "newsfigures FILE | head".
        _discard_output()
    except OSError as error:
        _discard_output()
        print(f"newsfigures: cannot write: {error.strerror}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return DONE


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(MISUSED, f"newsfigures: {message}\n")


class _Version(argparse.Action):
    # Unlike action="version", it looks the version up only when asked.
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"newsfigures {nf.__version__}")
        parser.exit()


def _parser(name: str) -> argparse.ArgumentParser:
    command = COMMANDS[name]
    others = "\n".join(f"  {other:<12}{entry.summary}" for other, entry in COMMANDS.items())
    parser = _Parser(
        prog="newsfigures" if name == DEFAULT else f"newsfigures {name}",
        description=f"{command.summary}.",
        epilog=f"commands, to be named first ({DEFAULT} where none is):\n{others}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="say which version this is")
    command.configure(parser)
    return parser


def _discard_output() -> None:
    # What is still in the buffer must not fail once more when Python closes the stream at exit.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


# ---------------------------------------------------------------------------------------------------- reading


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a text in UTF-8, with what is known of it in FILE.json if that is there, or JSON Lines where it is named "
        "*.jsonl; - or none: standard input",
    )
    _add_reading(parser)


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--input",
        choices=("auto", "text", "jsonl"),
        default="auto",
        help='jsonl: an object a line, with "text" and, where known, "published", "source" and "id"; auto: by name',
    )
    parser.add_argument("--published", type=_date, metavar="DATE", help="day of publication, as in 2024-12-28")
    parser.add_argument("--source", default="", metavar="NAME", help="who published it")


def _date(text: str) -> str:
    try:
        nf.extract("", published=text)
    except nf.NewsfiguresError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text


def _claims(args: argparse.Namespace) -> Iterator[tuple[Document, nf.Claim]]:
    """Every claim with its document; one document is in memory at a time."""
    for document in _documents(args):
        for claim in _extracted(document):
            yield document, claim


def _extracted(document: Document) -> nf.Claims:
    try:
        return nf.extract(document.text, published=document.published, source=document.source)
    except nf.NewsfiguresError as error:
        raise InputError(f"{document.place}: {error}") from error


def _documents(args: argparse.Namespace) -> Iterator[Document]:
    names = args.files or [STDIN]
    for name in names:
        place = "standard input" if name == STDIN else name
        is_jsonl = args.input == "jsonl" or (args.input == "auto" and name.endswith(".jsonl"))
        try:
            with _open(name) as stream:
                if is_jsonl:
                    yield from _lines(stream, place, args)
                else:
                    text = _decode(stream.read(), place)
                    known = {} if name == STDIN else _sidecar(Path(f"{name}.json"))
                    outlet = known.get("source") or args.source
                    source = nf.Source(outlet=outlet, document=known.get("id") or ("" if name == STDIN else name))
                    label = f"{place}: " if len(names) > 1 else ""
                    yield Document(text, place, label, known.get("published") or args.published, source)
        except OSError as error:
            raise InputError(f"{place}: {error.strerror}") from error


def _open(name: str) -> AbstractContextManager[IO[bytes]]:
    if name != STDIN:
        return Path(name).open("rb")
    if sys.stdin is None:  # closed by the shell
        raise InputError("standard input: closed")
    return nullcontext(sys.stdin.buffer)


def _lines(stream: IO[bytes], name: str, args: argparse.Namespace) -> Iterator[Document]:
    for number, line in enumerate(stream, start=1):
        if line.strip():
            place = f"{name}: line {number}"
            row = _row(_decode(line, place), place)
            source = nf.Source(outlet=row["source"] or args.source, document=row["id"])
            label = f"{row['id'] or f'{name}:{number}'}: "
            yield Document(row["text"], place, label, row["published"] or args.published, source)


def _sidecar(path: Path) -> dict[str, str]:
    """Read what is known of a text from the file beside it: FILE.json for FILE, with "published", "source" and "id"."""
    if not path.is_file():
        return {}
    return _row(_decode(path.read_bytes(), str(path)), str(path), is_text=False)


def _decode(data: bytes, place: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: not UTF-8, byte {error.start + 1} is 0x{data[error.start]:02x}") from error


def _row(line: str, place: str, *, is_text: bool = True) -> dict[str, str]:
    try:
        found: Any = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{place}: not JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: not JSON that can be read: {error}") from error
    if not isinstance(found, dict) or (is_text and not isinstance(found.get("text"), str)):
        raise InputError(f"{place}: not an object" + (' with a string "text"' if is_text else ""))
    row = {"text": found["text"]} if is_text else {}
    for key in ("published", "source", "id"):
        value = found.get(key)
        if key == "id" and isinstance(value, int):
            value = str(value)
        if not isinstance(value, str | None):
            raise InputError(f'{place}: "{key}" is not a string')
        row[key] = value or ""
    return row


# ---------------------------------------------------------------------------------------------------- extract


def _configure_extract(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    parser.add_argument(
        "--format",
        choices=tuple(PRINTERS),
        default="text",
        help="text: each claim as a sentence; json: an array of records; jsonl: a record a line",
    )


def _extract(args: argparse.Namespace) -> None:
    _prepare_output(args)
    PRINTERS[args.format](_claims(args))


def _prepare_output(args: argparse.Namespace) -> None:
    # A lone surrogate, which JSON can hold, comes out as its escape. A caller may have put a plain stream in place.
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = None if args.format == "text" else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def _print_text(found: Iterable[tuple[Document, nf.Claim]]) -> None:
    for document, claim in found:
        print(f"{document.label}{nf.render(claim)}", flush=True)


def _print_jsonl(found: Iterable[tuple[Document, object]]) -> None:
    for _, value in found:
        print(_json(value), flush=True)


def _print_json(found: Iterable[tuple[Document, object]]) -> None:
    before = "["
    try:
        for _, value in found:
            print(before, _json(value), sep="\n", end="", flush=True)
            before = ","
    finally:
        # After an error too: what was read until then is still an array.
        print("[]" if before == "[" else "\n]", flush=True)


def _json(value: object) -> str:
    return json.dumps(nf.to_record(value), ensure_ascii=False)


PRINTERS = {"text": _print_text, "json": _print_json, "jsonl": _print_jsonl}


# ---------------------------------------------------------------------------------------------------- support


def _configure_support(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("summary", metavar="SUMMARY", help="the text whose figures are checked")
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help="the texts that they are checked against")
    _add_reading(parser)
    parser.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text: a sentence for each figure; json: an array of records; jsonl: a record a line",
    )


def _support(args: argparse.Namespace) -> int:
    if [args.summary, *args.sources].count(STDIN) > 1:
        raise InputError("standard input: named twice, and it can be read once")
    _prepare_output(args)
    sources: list[nf.Claim] = []
    read = 0
    for document in _distinct(_documents(_inputs(args, args.sources))):
        sources += _extracted(document)
        read += 1
    found = [
        (document, support)
        for document in _documents(_inputs(args, [args.summary]))
        for support in nf.support_all(_extracted(document), sources)
    ]
    if args.format == "text":
        for document, support in found:
            claim = support.claim
            place = f" [{claim.source.document}]" if claim is not None and read > 1 else ""
            print(f"{document.label}{nf.explain(support)}{place}", flush=True)
    else:
        (_print_json if args.format == "json" else _print_jsonl)(found)
    borne_out = {nf.Verdict.FOLLOWS, nf.Verdict.FITS}
    return DONE if all(support.verdict in borne_out for _, support in found) else DOUBTED


def _inputs(args: argparse.Namespace, files: Sequence[str]) -> argparse.Namespace:
    return argparse.Namespace(**{**vars(args), "files": files})


# ------------------------------------------------------------------------------------------------- reconcile


def _configure_reconcile(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    _add_policy(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="text: what a journalist can read; json: the record"
    )


def _add_policy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--policy", choices=POLICIES, default=POLICIES[0], help="how a figure is picked where reports differ"
    )


def _reconcile(args: argparse.Namespace) -> None:
    _prepare_output(args)
    claims = [claim for document in _distinct(_documents(args)) for claim in _extracted(document)]
    report = nf.reconcile(claims, policy=nf.Policy.named(args.policy))
    print(nf.explain(report) if args.format == "text" else _json(report), flush=True)


# ---------------------------------------------------------------------------------------------------- report


def _configure_report(parser: argparse.ArgumentParser) -> None:
    _add_inputs(parser)
    parser.add_argument(
        "-o", "--output", required=True, metavar="PAGE", help="the HTML page to write; -: standard output"
    )
    parser.add_argument("--title", default="", help="what stands above the page")
    _add_policy(parser)
    parser.add_argument("--force", action="store_true", help="overwrite the page where it exists")


def _report(args: argparse.Namespace) -> None:
    target = Path(args.output)
    if args.output != STDIN and target.exists() and not args.force:
        raise OutputError(f"{args.output}: exists; --force overwrites it")
    texts: dict[str, str] = {}
    claims: list[nf.Claim] = []
    with _bar() as bar:
        for document in _distinct(_documents(args)):
            texts[document.source.document] = document.text
            claims += _extracted(document)
            bar.update()
        bar.set_description("comparing")
        report = nf.reconcile(claims, policy=nf.Policy.named(args.policy))
        bar.set_description("drawing")
        page = nf.html(report, text=texts, title=args.title)
    if args.output == STDIN:
        sys.stdout.buffer.write(page.encode())
    else:
        _write_whole(target, page, overwrite=args.force)


def _distinct(documents: Iterable[Document]) -> Iterator[Document]:
    """Give each text a name of its own: texts are told apart by it."""
    taken: set[str] = set()
    for document in documents:
        name = first = document.source.document or document.place
        count = 1
        while name in taken:
            count += 1
            name = f"{first} ({count})"
        taken.add(name)
        yield document._replace(source=nf.Source(outlet=document.source.outlet, document=name))


class _NoBar:
    """What stands for a bar where nobody watches."""

    def update(self) -> None:
        """Show nothing."""

    def set_description(self, text: str) -> None:
        """Show nothing."""


def _bar() -> AbstractContextManager[Any]:
    """Return a bar that says how far it has come, where somebody watches and tqdm is there."""
    if not sys.stderr.isatty():
        return nullcontext(_NoBar())
    try:
        from tqdm import tqdm  # noqa: PLC0415  (for those who watch)
    except ImportError:
        return nullcontext(_NoBar())
    bar: AbstractContextManager[Any] = tqdm(unit=" texts", desc="reading", delay=0.2, leave=False)
    return bar


def _write_whole(target: Path, text: str, *, overwrite: bool) -> None:
    """Write a file that is there whole or not at all, and replaces another only when told."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("xb") as stream:
            stream.write(text.encode())
            stream.flush()
            os.fsync(stream.fileno())
        # The page may have appeared while the texts were read.
        if target.exists() and not overwrite:
            raise OutputError(f"{target}: exists; --force overwrites it")
        draft.replace(target)
    except OSError as error:
        raise OutputError(f"{target}: {error.strerror}") from error
    finally:
        draft.unlink(missing_ok=True)


POLICIES = ("neutral", "gtd", "ucdp", "acled", "min_max")
COMMANDS = {
    "extract": Command("print the claims of each text", _configure_extract, _extract),
    "support": Command("check the figures of a text against its sources", _configure_support, _support),
    "reconcile": Command("say what all texts support together", _configure_reconcile, _reconcile),
    "report": Command("write a page of what all texts say together", _configure_report, _report),
}
DEFAULT = "extract"


if __name__ == "__main__":
    sys.exit(main())
