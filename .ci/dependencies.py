"""Install what pyproject.toml lists into the Python this runs in, with pip; stops there.

`python .ci/dependencies.py` installs what Galley needs to run; each further word is the name of a
dependency group to install as well, as in `python .ci/dependencies.py dev`.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def requirements(groups: list[str]) -> list[str]:
    """Return the requirement lines of the project and of the named dependency groups."""
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))
    listed = list(project["project"]["dependencies"])
    for group in groups:
        listed += project["dependency-groups"][group]
    return listed


if __name__ == "__main__":
    install = [sys.executable, "-m", "pip", "install", "--quiet", *requirements(sys.argv[1:])]
    sys.exit(subprocess.run(install, check=False).returncode)
