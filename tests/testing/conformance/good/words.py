"""What the good formats say that they leave out."""

HARDLY_ANYTHING = ("header", "assessment", "scores", "responses", "catalogue")


TABLES = ("header", "assessment", "responses", "catalogue", "scores")
