"""What is drawn in a Word document: boxes, ticks and text boxes, and the words that they lie on."""
