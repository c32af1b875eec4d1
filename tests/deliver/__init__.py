"""Tests of the outlets."""
