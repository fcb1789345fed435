# SPDX-License-Identifier: GPL-3.0-or-later
"""The least of a shell: one job in the foreground, continued after a line when it was stopped."""

import os
import signal
import sys


def foreground(group):
    os.tcsetpgrp(0, group)


signal.signal(signal.SIGTTOU, signal.SIG_IGN)
job = os.fork()
if job == 0:
    os.setpgid(0, 0)
    foreground(os.getpgrp())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[1], sys.argv[1:])

while True:
    _, status = os.waitpid(job, os.WUNTRACED)
    foreground(os.getpgrp())
    if not os.WIFSTOPPED(status):
        print("[ended %d]" % os.waitstatus_to_exitcode(status), flush=True)
        break
    print("[stopped]", flush=True)
    sys.stdin.readline()
    foreground(job)
    os.killpg(job, signal.SIGCONT)
