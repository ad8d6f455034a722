"""What a return is: frozen values that every other part shares."""
