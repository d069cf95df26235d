"""Python reads this first in every child process of the tests, by way of PYTHONPATH."""

from no_network import forbid

forbid()
