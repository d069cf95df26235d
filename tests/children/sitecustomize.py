"""Python reads this first in every child process of the tests, by way of PYTHONPATH."""

import sys

import no_network

# A worker of the test run imports it again by its full name: there is to be one list of attempts.
sys.modules["tests.children.no_network"] = no_network
no_network.forbid()
