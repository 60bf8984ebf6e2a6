"""What graphload costs, as ratios to a baseline that is measured in the same run: `python -m bench`."""
