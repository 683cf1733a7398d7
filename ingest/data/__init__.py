"""Lists of places, as files; SOURCE.md says where they come from."""
