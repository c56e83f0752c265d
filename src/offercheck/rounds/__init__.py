"""What each round of a negotiation changed: in the terms, in the rules, and in what was asked."""
