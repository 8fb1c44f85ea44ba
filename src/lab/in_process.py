"""Calls a WSGI application inside its own process, without a server, so that nothing else is measured.

Arguments: what is asked, the application as module:name, a path, and how many calls to count. Prints JSON. What can be
asked:

- answer: the bytes of an answer and its SQL statements, which `trace/` notes
- time: the processor time of a call in milliseconds, the least of several rounds
- instructions: nothing is told; makes the calls that valgrind counts
"""

import gc
import importlib
import io
import json
import os
import subprocess
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


def answer(application, path):
    before = noted()
    return {"bytes": call(application, path), "statements": noted() - before}


def measured_time(application, path):
    began = time.perf_counter()
    call(application, path)
    calls = max(5, round(SECONDS_A_ROUND / (time.perf_counter() - began)))
    rounds = []
    for _ in range(ROUNDS):
        began = time.process_time_ns()
        for _ in range(calls):
            call(application, path)
        rounds.append((time.process_time_ns() - began) / calls / 1e6)
    return {"milliseconds": min(rounds)}


def instructions(application, path, count):
    """Calls N and then 2N times. What the second part took more is what N calls take, and nothing else.

    valgrind begins to count once it is told to, as imports would take it long. It writes down what it has counted, and
    begins anew, where the program calls getsid, which nothing else does.
    """
    subprocess.run(["callgrind_control", "--instr=on", str(os.getpid())], check=True, capture_output=True)
    for calls in (count, 2 * count):
        # Both parts begin with nothing to clear away.
        gc.collect()
        os.getsid(0)
        for _ in range(calls):
            call(application, path)
        os.getsid(0)


def main():
    asked = {"answer": answer, "time": measured_time, "instructions": instructions}[sys.argv[1]]
    module, name = sys.argv[2].split(":")
    path, *numbers = sys.argv[3:]
    sys.path.insert(0, os.getcwd())
    application = getattr(importlib.import_module(module), name)
    for _ in range(WARM_UP_CALLS):
        call(application, path)
    print(json.dumps(asked(application, path, *map(int, numbers))))


main()
