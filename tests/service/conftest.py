import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from html import unescape

import pytest
from starlette.testclient import TestClient

from matcher.service import Holdings, Settings, answers, reading
from matcher.service.application import make_app

CSRF = re.compile(r'name="csrf" value="([^"]+)"')


class Browser:
    """One session at the pages."""

    def __init__(self, client):
        self.client = client

    def get(self, path, status=200, **options):
        answer = self.client.get(path, **options)
        assert answer.status_code == status, (path, answer.status_code, words(answer.text)[-500:])
        return answer.text

    def csrf(self):
        return CSRF.search(self.get("/"))[1]

    def post(self, path, data=None, status=200, **options):
        answer = self.client.post(path, data={"csrf": self.csrf(), **(data or {})}, **options)
        assert answer.status_code == status, (path, answer.status_code, words(answer.text)[-500:])
        return answer

    def upload(self, path, status=200, data=None, **files):
        return self.post(path, data, status, files={name: (f"{name}.csv", content) for name, content in files.items()})


def words(html):
    """The visible text of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.fixture(autouse=True)
def _patient(monkeypatch):
    """However busy the machine is, only a test that asks for it meets the limit."""
    for limited in (reading, answers):
        monkeypatch.setattr(limited, "SECONDS", 600.0)


@pytest.fixture(scope="session")
def holdings():
    made = Holdings.embedded()
    made.state()
    return made


@pytest.fixture
def app(holdings):
    return make_app(holdings, Settings())


@pytest.fixture
def client(app):
    """A browser on the machine itself."""
    return TestClient(app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 5000))


@pytest.fixture
def open_browser():
    """Open browsers at an application; each one has its own cookies."""

    def opened(app, address="127.0.0.1"):
        return Browser(TestClient(app, base_url="http://127.0.0.1:8000", client=(address, 5000)))

    return opened


@pytest.fixture
def browser(app, open_browser):
    return open_browser(app)


class Server:
    """A process that answers at ``base``."""

    def __init__(self, *options, cwd=None, env=None):
        command = [sys.executable, "-m", "matcher", "serve", "--port", "0", *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=cwd, env=env
        )
        self.base = self.process.stdout.readline().strip()

    def get(self, path, data=None, **headers):
        request = urllib.request.Request(self.base + path, data=data, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        rest = self.process.communicate(timeout=30)
        return self.process.returncode, *rest


@pytest.fixture
def serve():
    started = []

    def begin(*options, **more):
        started.append(Server(*options, **more))
        return started[-1]

    yield begin
    for server in started:
        if server.process.poll() is None:
            server.process.kill()
        server.process.communicate()


AD = "Städare till kontor\nDu har städat förut och talar svenska. B-körkort krävs. Truckkort är meriterande."
"""An ad as it is pasted at the stand."""


def tapped(html, name):
    return re.findall(rf'name="{name}" value="([^"]+)"', html)


def register(browser, lang="sv", **answers):
    html = browser.get(f"/fair/visitor?lang={lang}")
    data = {"consent": "yes", "work": tapped(html, "work")[0], "years": "3", "swedish": "b1", **answers}
    return browser.post(f"/fair/visitor?lang={lang}", data)


def number_of(answer):
    return answer.url.path.rsplit("/", 1)[1]


def paste(browser, text=AD):
    return browser.post("/fair/ads", {"text": text})
