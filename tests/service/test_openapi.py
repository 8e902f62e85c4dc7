"""Requests made up from the service's own description: none of them is answered with a fault of the service."""

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error

from matcher.service import Holdings, Settings
from matcher.service.application import make_app

_APP = make_app(Holdings.embedded(), Settings(host="testserver", token="s3cret"))
_HEADERS = {"Authorization": "Bearer s3cret"}
schema = schemathesis.openapi.from_asgi("/openapi.json", _APP, headers=_HEADERS)


@schema.parametrize()
@settings(max_examples=12, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_request_makes_the_service_fail(case):
    answer = case.call(headers=_HEADERS)
    assert answer.status_code != 401
    case.validate_response(answer, checks=[not_a_server_error])
