"""From paths and archives to documents, each with its envelope.

In: paths, archives, standard input. Out: documents, each with what its surroundings say of it. Never: the content of a
form.
"""
