"""Runs the command of its arguments, then prints what it wrote and, as the last line, JSON: its seconds on the clock
and the seconds of processors that it and whatever it started took."""

import json
import resource
import subprocess
import sys
import time

began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
clock = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.stdout)
print(json.dumps({"clock": clock, "processor": used.ru_utime + used.ru_stime}))
