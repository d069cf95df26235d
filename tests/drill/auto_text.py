"""Put the fault of the guessing label into a run of tests: `pytest -p tests.drill.auto_text`."""

from tests.drill.seeded import AUTO_TEXT, put_in

put_in(AUTO_TEXT)
