"""The shell commands: read the words, call the desk, print. A file a command, in ``commands``.

Standard output carries data only, standard error what is said to a person. Textual is imported by nothing
here but ``newsroom.open_on``, and whatever takes long to import is imported where it is used.
"""
