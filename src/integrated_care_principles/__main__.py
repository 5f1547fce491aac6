"""The command ``icp``."""
