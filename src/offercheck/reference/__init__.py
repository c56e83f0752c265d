"""What sources outside the offer say: fees, compacts, statutes. Every answer carries its source and its date."""
