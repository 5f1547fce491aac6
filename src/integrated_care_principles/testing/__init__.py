"""What a plugin author runs: strategies that draw what a report may hold."""
