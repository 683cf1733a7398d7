"""What happens to a returned form: taking it in, normalising, validating, storing."""
