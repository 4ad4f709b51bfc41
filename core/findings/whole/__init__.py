"""What whole articles tell, linked or not: totals, tolls, moments, ages and measures."""
