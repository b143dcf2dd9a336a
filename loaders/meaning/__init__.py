"""What was meant: act, form, about, demands, positions."""
