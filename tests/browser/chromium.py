"""A headless Chromium, driven by its DevTools protocol."""

import base64
import json
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tornado.websocket import WebSocketClientConnection, websocket_connect

NAMES = ("chromium", "chromium-browser", "google-chrome")
_LARGEST = 64 << 20  # bytes of one message: a picture of a page


class Tab:
    """One page; commands are those of the protocol."""

    def __init__(self, socket: WebSocketClientConnection) -> None:
        self._socket, self._number, self.session = socket, 0, ""

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """The result of a command; RuntimeError with the browser's words where it fails."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        await self._socket.write_message(json.dumps(message | ({"sessionId": self.session} if self.session else {})))
        while True:
            heard = await self._socket.read_message()
            if heard is None:
                raise RuntimeError("the browser has gone")
            answer: dict[str, Any] = json.loads(heard)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                result: dict[str, Any] = answer["result"]
                return result

    async def run(self, code: str) -> Any:
        """The value of an expression in the page, waited for where it is a promise."""
        done = await self.call("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in done:
            raise RuntimeError(str(done["exceptionDetails"]))
        return done["result"].get("value")

    async def show(self, page: Path, width: int, height: int) -> None:
        """Loads a file in a window of that size."""
        phone = width < 600
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
        await self.call("Emulation.setDeviceMetricsOverride", **size)
        await self.call("Page.navigate", url=page.as_uri())
        await self.run(
            "new Promise((done) => document.readyState == 'complete' ? done() : addEventListener('load', done))"
        )

    async def picture(self, path: Path) -> None:
        """Saves what the window shows."""
        path.write_bytes(base64.b64decode((await self.call("Page.captureScreenshot"))["data"]))


@asynccontextmanager
async def tab() -> AsyncIterator[Tab]:
    """A page of a browser of its own; FileNotFoundError where there is none here."""
    browser = next((found for name in NAMES if (found := shutil.which(name))), None)
    if browser is None:
        raise FileNotFoundError("no Chromium here: apt-get install chromium")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        words = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        words += ["--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        try:
            assert process.stderr is not None
            address = next(line.split()[-1] for line in process.stderr if line.startswith("DevTools listening on"))
            made = Tab(await websocket_connect(address, max_message_size=_LARGEST))
            target = (await made.call("Target.createTarget", url="about:blank"))["targetId"]
            made.session = (await made.call("Target.attachToTarget", targetId=target, flatten=True))["sessionId"]
            await made.call("Page.enable")
            yield made
        finally:
            process.terminate()
            process.wait()
