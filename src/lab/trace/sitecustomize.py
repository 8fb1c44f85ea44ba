"""Notes every SQL statement that reaches SQLite in the file LAB_STATEMENTS, one a line.

The lab puts this folder on PYTHONPATH, and Python imports this file before the program that it starts. So the
statements are counted outside the code that a contract is to judge.
"""

import os
import sqlite3.dbapi2

connect = sqlite3.dbapi2.connect
log = os.open(os.environ["LAB_STATEMENTS"], os.O_CREAT | os.O_WRONLY | os.O_APPEND)


def note(statement):
    os.write(log, (" ".join(statement.split()) + "\n").encode(errors="replace"))


def traced_connect(*args, **kwargs):
    connection = connect(*args, **kwargs)
    connection.set_trace_callback(note)
    return connection


sqlite3.dbapi2.connect = sqlite3.connect = traced_connect
