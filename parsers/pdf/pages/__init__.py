"""Pages put together: what repeats on them, what goes on over their end, and in which order they stand."""
