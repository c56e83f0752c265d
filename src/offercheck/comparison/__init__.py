"""Offers side by side: which is ahead, why, and what one would have to know to tell."""
