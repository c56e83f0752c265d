"""The clinician's own file: who reads the offers, what they hold, and what matters to them."""
