# SPDX-License-Identifier: GPL-3.0-or-later
"""A browser without a window, told what to do by the WebDriver protocol (W3C), which needs but HTTP."""
import base64
import json
import os
import re
import subprocess
import urllib.request

from support.terminal import PATIENCE

# Without a sandbox of its own it runs as root too; it sees nothing but the pages of the tests.
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--hide-scrollbars", "--no-first-run"]


class Browser:
    def __init__(self, home):
        environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8",
                       "XDG_RUNTIME_DIR": str(home), "TMPDIR": str(home)}
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE, text=True,
                                       stderr=subprocess.DEVNULL, env=environment, cwd=home)
        port = next(found.group(1) for found in
                    (re.search(r"on port (\d+)\.", line) for line in self.driver.stdout) if found)
        self.base = f"http://127.0.0.1:{port}/session"
        options = {"goog:chromeOptions": {"args": ARGUMENTS},
                   "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        session = self.ask("", {"capabilities": {"alwaysMatch": options}})
        self.base += "/" + session["sessionId"]

    def ask(self, command, content=None, method="POST"):
        data = json.dumps(content).encode() if content is not None else None
        request = urllib.request.Request(self.base + command, data, method=method,
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return json.load(answer)["value"]

    def leave(self):
        self.ask("", method="DELETE")
        self.driver.terminate()
        self.driver.wait()
        self.driver.stdout.close()

    def cdp(self, command, **parameters):
        return self.ask("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def screen(self, width, height, scheme="light"):
        self.cdp("Emulation.setDeviceMetricsOverride", width=width, height=height,
                 deviceScaleFactor=1, mobile=width < 500)
        self.cdp("Emulation.setEmulatedMedia",
                 features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, path):
        self.ask("/url", {"url": f"file://{path}"})

    def run(self, script, *arguments):
        return self.ask("/execute/sync", {"script": script, "args": list(arguments)})

    def run_waiting(self, script, *arguments):
        """SCRIPT gives its value to the last of its arguments, a function."""
        return self.ask("/execute/async", {"script": script, "args": list(arguments)})

    def press(self, *keys):
        """KEYS one upon the other, then all let go."""
        moves = [{"type": "keyDown", "value": key} for key in keys]
        moves += [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self.ask("/actions", {"actions": [{"type": "key", "id": "keys", "actions": moves}]})

    def console(self):
        """What was written there since the last call."""
        return [entry["message"] for entry in self.ask("/se/log", {"type": "browser"})]

    def requests(self):
        """What was asked for since the last call, pages included."""
        events = [json.loads(entry["message"])["message"]
                  for entry in self.ask("/se/log", {"type": "performance"})]
        return [event["params"]["request"]["url"] for event in events
                if event["method"] == "Network.requestWillBeSent"]

    def count_sheets(self, width, height):
        """How many sheets of that size, in cm, the page needs on paper."""
        sheet = {"page": {"width": width, "height": height}, "shrinkToFit": False}
        printed = base64.b64decode(self.ask("/print", sheet))
        return len(re.findall(rb"/Type /Page\b", printed))
