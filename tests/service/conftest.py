import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from matcher.service import Holdings, Settings
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
