"""Measures of the program: speed, start-up, memory, accuracy. Each is a script with a bar of its own."""
