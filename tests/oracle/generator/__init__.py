"""Random valid models and tables, biased to edges. `generate.py` puts the pieces together."""
