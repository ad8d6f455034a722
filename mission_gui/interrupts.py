"""Holds Ctrl+C back for a moment."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl+C waits until the end, so that no process is half started; those started here never hear it."""
    heard: list[int] = []
    main = threading.current_thread() is threading.main_thread()
    masked = hasattr(signal, "pthread_sigmask")  # not on Windows
    handler = signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number)) if main else None
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if masked else None
    try:
        yield
    finally:
        if mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        if main:
            signal.signal(signal.SIGINT, handler)
    if heard:
        raise KeyboardInterrupt
