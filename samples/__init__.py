"""Returned forms made in code: the samples that come with the project, and as many more as a test wants."""
