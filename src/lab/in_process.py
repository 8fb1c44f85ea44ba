"""Calls a WSGI application inside its own process, without a server, so that nothing else is measured.

Arguments: the application as module:name, and a path. Prints JSON: the bytes of an answer; the SQL statements of one
answer, where `trace/` notes them; and the processor time of a call in milliseconds, the least of several rounds.
"""

import importlib
import io
import json
import os
import sys
import time

ROUNDS = 9
SECONDS_A_ROUND = 0.2
WARM_UP_CALLS = 50


def call(application, path):
    """Reads one answer to its end, as a server would."""
    started = []
    answer = application(
        {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": "",
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "8000",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost:8000",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
        },
        lambda status, headers, exc_info=None: started.append(status),
    )
    try:
        length = sum(len(part) for part in answer)
    finally:
        if hasattr(answer, "close"):
            answer.close()
    if not started[0].startswith("200"):
        sys.exit(f"{path} was answered with {started[0]}")
    return length


def noted():
    """The statements that read or write rows, of those that `trace/` has noted so far."""
    with open(os.environ["LAB_STATEMENTS"]) as log:
        return sum(line.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")) for line in log)


def main():
    module, name = sys.argv[1].split(":")
    path = sys.argv[2]
    sys.path.insert(0, os.getcwd())
    application = getattr(importlib.import_module(module), name)
    for _ in range(WARM_UP_CALLS):
        length = call(application, path)
    if "LAB_STATEMENTS" in os.environ:
        before = noted()
        print(json.dumps({"bytes": call(application, path), "statements": noted() - before}))
        return
    began = time.perf_counter()
    call(application, path)
    calls = max(5, round(SECONDS_A_ROUND / (time.perf_counter() - began)))
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time_ns()
        for _ in range(calls):
            call(application, path)
        rounds.append((time.process_time_ns() - began) / calls / 1e6)
    print(json.dumps({"bytes": length, "milliseconds": min(rounds)}))


main()
