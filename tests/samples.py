"""A value of each class of the model."""

from hypothesis import strategies as st


class Markup(str):
    """A text that gives something else when it is rendered, as Markup does."""

    __slots__ = ()


forbidden = st.characters(categories=("Cc", "Cs"), exclude_characters="\n\t")
