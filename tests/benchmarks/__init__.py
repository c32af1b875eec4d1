"""Figures, side by side with the peers, as ratios: ``python -m tests.benchmarks [start echo list export]``.

Machines are noisy: ours and the peer's runs take turns, medians are compared, and nothing here is a test.
"""
