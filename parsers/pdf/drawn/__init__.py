"""What is drawn on a page: rules, frames, boxes, and what stands in the boxes."""
