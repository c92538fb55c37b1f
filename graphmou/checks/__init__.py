"""Checks: saved questions whose rows are gaps, in the record or in the network itself."""

from __future__ import annotations

from graphmou.checks.run import CheckResult, all_checks, run_checks, worst

__all__ = ["CheckResult", "all_checks", "run_checks", "worst"]
