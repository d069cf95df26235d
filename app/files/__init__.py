"""Files on their way in and out: opening them, reading them safely, writing them whole."""
