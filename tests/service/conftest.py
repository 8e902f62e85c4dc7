import pytest
from starlette.testclient import TestClient

from matcher.service import Holdings, Settings
from matcher.service.application import make_app


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
