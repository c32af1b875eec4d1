"""Screens: they wire widgets to the desk."""
