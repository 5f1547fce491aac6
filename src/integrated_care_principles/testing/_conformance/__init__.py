"""What every report format must do, as checks that need neither pytest nor Hypothesis."""
