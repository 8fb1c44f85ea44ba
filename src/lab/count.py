"""Counts what a side consists of, after one formatter: what its author wrote, what startproject wrote, and tests.

Arguments: the folder that startproject wrote, or "", and the folders of the side. Prints JSON: lines and statements of
each kind. A line is one with code: no blank one, no comment, no docstring. A line or statement that startproject wrote
in the file of the same name counts as generated, wherever it stands in that file. Lists of packages and what a
migration tool writes do not count.
"""

import ast
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tokenize
from collections import Counter
from pathlib import Path

LEFT_OUT = re.compile(r"(^|/)(requirements[^/]*$|migrations/|__pycache__/)")
TEST = re.compile(r"(^|/)(tests?/|tests?\.py$|test_[^/]*\.py$|conftest\.py$)")
NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}


def docstrings(tree):
    """The docstrings of a file, as nodes."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and ast.get_docstring(node):
            yield node.body[0]


def parts(file, text):
    """The lines with code of a file, and its statements; a statement that holds others stands for its first line."""
    if not file.endswith(".py"):
        return Counter(line.strip() for line in text.splitlines() if line.strip()), Counter()
    tree = ast.parse(text)
    documentation = list(docstrings(tree))
    described = {line for node in documentation for line in range(node.lineno, node.end_lineno + 1)}
    coded = {
        line
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type not in NO_CODE
        for line in range(token.start[0], token.end[0] + 1)
    }
    all_lines = text.splitlines()
    lines = Counter(all_lines[line - 1].strip() for line in coded - described)
    statements = Counter(
        ast.unparse(node).splitlines()[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node not in documentation
    )
    return lines, statements


def formatted(folders):
    """The texts of the folders' files by name, Python files as the formatter writes them."""
    with tempfile.TemporaryDirectory() as copy:
        for folder in folders:
            shutil.copytree(folder, copy, dirs_exist_ok=True)
        command = [sys.executable, "-m", "ruff", "format", "--quiet", "--isolated", "--no-cache", "--line-length", "88"]
        subprocess.run([*command, copy], check=True)
        files = (path for path in Path(copy).rglob("*") if path.is_file())
        named = ((path.relative_to(copy).as_posix(), path) for path in files)
        return {name: path.read_text() for name, path in named if not LEFT_OUT.search(name)}


def main():
    template, *folders = sys.argv[1:]
    written = {name: parts(name, text) for name, text in formatted([template]).items()} if template else {}
    counted = {kind: {"lines": 0, "statements": 0} for kind in ("own", "generated", "tests")}
    for name, text in formatted(folders).items():
        for what, found, given in zip(("lines", "statements"), parts(name, text), written.get(name, (Counter(), Counter()))):
            generated = (found & given).total()
            counted["generated"][what] += generated
            counted["tests" if TEST.search(name) else "own"][what] += found.total() - generated
    print(json.dumps(counted))


if __name__ == "__main__":
    main()
