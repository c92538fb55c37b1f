"""One page in one fresh browser: CPU until it is seen, until it can be moved, and for each frame while it moves."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Error, Page, sync_playwright

__all__ = ["Frozen", "Measured", "measure"]

WIDTH, HEIGHT = 1366, 768
STEPS = 20
PATIENCE = 60
"""Seconds after which a page has failed."""

_SWITCHES = ("--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage", "--no-first-run")
_WITH_WEBGL = ("--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist")
_WITHOUT_WEBGL = ("--disable-gpu", "--disable-3d-apis")


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of CPU and of the clock, and milliseconds for each frame.

    CPU is that of all processes of the browser, WebGL drawn in software included. ``main_thread`` is the time of the
    page's own thread for each frame while the picture is dragged.
    """

    paint_cpu: float
    paint_clock: float
    pan_cpu: float
    pan_clock: float
    main_thread: float
    frame_cpu: float


class Frozen(Exception):
    """A page that could not be opened and dragged in time."""


def measure(file: Path, *, webgl: bool, fragment: str = "") -> Measured:
    """Open ``file`` without a network and drag its middle, in a process of its own: a frozen page answers nobody.

    Raises:
        Frozen: it took more than a minute, or failed.
    """
    command = [sys.executable, "-m", "benchmarks.viewer.measure", str(file), str(int(webgl)), fragment]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    try:
        answer, error = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise Frozen(f"frozen for {PATIENCE} s") from None
    if process.returncode != 0:
        raise Frozen(error.decode().strip().splitlines()[-1])
    return Measured(**json.loads(answer))


def _in_this_process(file: Path, *, webgl: bool, fragment: str) -> Measured:
    program = shutil.which("chromium") or "chromium"
    switches = [*_SWITCHES, *(_WITH_WEBGL if webgl else _WITHOUT_WEBGL)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=switches)
        try:
            return _measured(browser, file.resolve().as_uri() + fragment)
        finally:
            browser.close()


def _measured(browser: Browser, address: str) -> Measured:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, offline=True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.evaluate("1")
    processes = browser.new_browser_cdp_session()
    thread = context.new_cdp_session(page)
    thread.send("Performance.enable")
    before, started = _cpu(processes), time.perf_counter()
    page.goto(address, wait_until="load")
    _next_frame(page)
    paint_cpu, paint_clock = _cpu(processes) - before, time.perf_counter() - started
    page.mouse.move(WIDTH / 2 + 3, HEIGHT / 2 + 3)
    page.mouse.down()
    page.mouse.move(WIDTH / 2 + 13, HEIGHT / 2 + 8)
    _next_frame(page)
    pan_cpu, pan_clock = _cpu(processes) - before, time.perf_counter() - started
    busy, used = _busy(thread), _cpu(processes)
    for step in range(STEPS):
        page.mouse.move(WIDTH / 2 + 13 + 4 * step, HEIGHT / 2 + 8 + step)
        _next_frame(page)
    main_thread, frame_cpu = (_busy(thread) - busy) / STEPS, (_cpu(processes) - used) / STEPS
    # The figures are taken; a frozen peer may not hear that the button is let go.
    with contextlib.suppress(Error):
        page.mouse.up()
    return Measured(paint_cpu, paint_clock, pan_cpu, pan_clock, main_thread * 1000, frame_cpu * 1000)


def _next_frame(page: Page) -> None:
    """Wait until what has been asked for is drawn: two frames, since the first one may have begun before."""
    page.evaluate(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
    )


def _cpu(processes: CDPSession) -> float:
    """Seconds of CPU of all processes of the browser so far."""
    return sum(float(one["cpuTime"]) for one in processes.send("SystemInfo.getProcessInfo")["processInfo"])


def _busy(thread: CDPSession) -> float:
    """Seconds that the page's main thread has worked so far."""
    metrics = thread.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


if __name__ == "__main__":
    _, name, with_webgl, at = sys.argv
    print(json.dumps(asdict(_in_this_process(Path(name), webgl=with_webgl == "1", fragment=at))))
