"""What the words of the house mean: values and rules, without a database, a file or a screen."""
