"""The contracts between the layers, as ``pyproject.toml`` states them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUN = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("importlinter", reason="import-linter comes with the extra “dev”")
    return subprocess.run(
        [sys.executable, "-c", RUN],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )


def test_every_contract_between_the_layers_is_kept() -> None:
    if not (ROOT / "pyproject.toml").is_file():
        pytest.skip("the contracts stand in pyproject.toml, which is not beside these tests")
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(rf"Contracts: {len(contracts)} kept, 0 broken", done.stdout), done.stdout


def test_a_broken_contract_would_be_seen(tmp_path: Path) -> None:
    """The same way of running it, over a package whose lower layer imports the upper one."""
    package = tmp_path / "layered"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "upper.py").write_text("")
    (package / "lower.py").write_text("from . import upper\n")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.importlinter]\nroot_package = "layered"\n[[tool.importlinter.contracts]]\nname = "Layers"\n'
        'type = "layers"\ncontainers = ["layered"]\nlayers = ["upper", "lower"]\n'
    )
    done = lint(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "0 kept, 1 broken" in done.stdout
