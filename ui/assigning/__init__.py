"""The page for leads: who is here, who reads what, and how far they are."""
