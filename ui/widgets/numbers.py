"""How numbers stand in sentences: with their thousands parted, so that they can be read."""


def parted(said: str, number: int) -> str:
    """Part the thousands of a number in a sentence, which `%n` writes in one piece."""
    return said.replace(str(number), f"{number:,}", 1)
