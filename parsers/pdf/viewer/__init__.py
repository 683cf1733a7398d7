"""What was laid over a page with a viewer's tools, or over its print: ticks, typed text, ink, notes."""
