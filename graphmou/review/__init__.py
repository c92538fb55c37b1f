"""A person decides about a draft: the state of a review, the screen it is shown on, and the page it is read on."""
