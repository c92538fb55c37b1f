"""What stands between a text and the terminal: encodings, closed pipes, full disks; all of them real ones."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from graphmou.errors import ExportError, InputError, Problem, UsageError
from graphmou.terminal import can_show_thai, note, print_error
from graphmou.terminal.streams import write, write_bytes

BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def run(code: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run Python code in a process of its own, its output piped."""
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env={**os.environ, **environment}, check=False
    )


def stream_in(encoding: str) -> tuple[io.TextIOWrapper, io.BytesIO]:
    raw = io.BytesIO()
    return io.TextIOWrapper(raw, encoding=encoding, newline=""), raw


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp874", "tis-620"])
    def test_thai_is_shown_where_the_encoding_holds_it(self, encoding: str) -> None:
        assert can_show_thai(stream_in(encoding)[0])

    @pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "latin-1"])
    def test_thai_is_not_shown_where_the_encoding_lacks_it(self, encoding: str) -> None:
        assert not can_show_thai(stream_in(encoding)[0])

    def test_what_an_encoding_lacks_is_written_as_an_escape(self) -> None:
        stream, raw = stream_in("cp874")
        write(stream, "กำ ê → ─\n")
        assert raw.getvalue().decode("cp874") == "กำ \\xea > -\n"

    def test_a_lone_surrogate_is_no_reason_to_fail(self) -> None:
        stream, raw = stream_in("utf-8")
        write(stream, "ก\ud800")
        assert raw.getvalue() == "ก\\ud800".encode()

    @pytest.mark.parametrize("encoding", ["cp874", "ascii"])
    def test_a_pipe_gets_utf8_whatever_the_machine_speaks(self, encoding: str) -> None:
        code = (
            "import sys; from graphmou.terminal import prepare_streams; prepare_streams();"
            "print('กำ ê'); print('ข้อ', file=sys.stderr)"
        )
        done = run(code, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert done.stdout.decode("utf-8").split() == ["กำ", "ê"]
        assert done.stderr.decode("utf-8").split() == ["ข้อ"]

    def test_a_terminal_keeps_its_encoding_and_gets_escapes_for_the_rest(self) -> None:
        leader, follower = os.openpty()
        try:
            subprocess.run(
                [
                    sys.executable,
                    "-c",
                    "from graphmou.terminal import prepare_streams; prepare_streams(); print('กำ ê')",
                ],
                stdout=follower,
                env={**os.environ, "PYTHONIOENCODING": "cp874", "PYTHONUTF8": "0"},
                check=True,
            )
            assert os.read(leader, 1000).decode("cp874").split() == ["กำ", "\\xea"]
        finally:
            os.close(leader)
            os.close(follower)


class TestMessages:
    def test_an_error_shows_every_problem_and_the_hint_on_stderr(self, capsys: pytest.CaptureFixture[str]) -> None:
        problem = Problem(Path("a.yaml"), 3, "schools[0].name", "expected text\x1b[2J", "write ชื่อ")
        print_error(InputError("1 problem in the seed", [problem], hint="put it right"))
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err == (
            "Error: 1 problem in the seed\n"
            "  a.yaml:3: schools[0].name: expected text\\x1b[2J\n    → write ชื่อ\n  → put it right\n"
        )

    def test_of_very_many_problems_the_first_are_shown_and_the_rest_counted(self) -> None:
        out = io.StringIO()
        error = InputError("wrong", [Problem("a.yaml", line, None, "no") for line in range(1, 1001)], hint="mend")
        print_error(error, out)
        lines = out.getvalue().splitlines()
        assert len(lines) == 53
        assert lines[50:] == ["  a.yaml:50: no", "  … and 950 more", "  → mend"]
        assert len(error.problems) == 1000

    def test_an_error_in_thai_begins_in_thai(self) -> None:
        out = io.StringIO()
        print_error(UsageError("x"), out, "th")
        assert out.getvalue() == "ข้อผิดพลาด: x\n"

    def test_a_note_goes_to_stderr_and_steers_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        note("8 แถว \x9b2J\u202e")
        assert capsys.readouterr() == ("", "8 แถว \\x9b2J\\u202e\n")


class TestOutputThatFails:
    def test_a_full_disk_is_an_error_people_understand(self) -> None:
        with (
            Path("/dev/full").open("w", encoding="utf-8") as stream,
            pytest.raises(ExportError, match="cannot write the output"),
        ):
            write(stream, "ก")

    def test_a_full_disk_is_told_of_bytes_too(self) -> None:
        with (
            Path("/dev/full").open("w", encoding="utf-8") as stream,
            pytest.raises(ExportError, match="cannot write the output"),
        ):
            write_bytes(stream, b"a")

    @pytest.mark.parametrize(
        ("ending", "exit_code"),
        [
            ("write(sys.stdout, 'more' * 100_000)", 0),
            ("print('more' * 100_000)", 0),
            ("print('left in the buffer')", 0),
            ("print('left in the buffer'); sys.exit(3)", 3),
            ("write_bytes(sys.stdout, b'more' * 100_000)", 0),
        ],
    )
    def test_a_reader_that_leaves_ends_the_process_in_silence(self, ending: str, exit_code: int) -> None:
        program = (
            "import sys\n"
            "from graphmou.terminal import closed_pipe_is_no_error, prepare_streams\n"
            "from graphmou.terminal.streams import write, write_bytes\n"
            "prepare_streams()\n"
            "with closed_pipe_is_no_error():\n"
            "    write(sys.stdout, 'first\\n')\n"
            "    sys.stdin.readline()\n"
            f"    {ending}\n"
        )
        with subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=BUFFERED,
        ) as process:
            assert process.stdin
            assert process.stdout
            assert process.stderr
            assert process.stdout.readline().strip() == b"first"
            process.stdout.close()
            process.stdin.write(b"go on\n")
            process.stdin.close()
            assert process.stderr.read() == b""
            assert process.wait() == exit_code

    def test_output_left_in_the_buffer_of_a_full_disk_is_told(self) -> None:
        program = (
            "from graphmou.terminal import closed_pipe_is_no_error\n"
            "with closed_pipe_is_no_error():\n"
            "    print('lost')\n"
        )
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [sys.executable, "-c", program], stdout=full, stderr=subprocess.PIPE, env=BUFFERED, check=False
            )
        assert done.returncode == 1
        assert done.stderr.startswith(b"Error: cannot write the output")
        assert b"Traceback" not in done.stderr
