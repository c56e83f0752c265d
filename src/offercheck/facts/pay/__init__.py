"""What an offer comes to for each hour that it really takes.

Everything here is arithmetic on ranges; nothing is read from an offer. Income tax is left out: two offers are compared
before it.
"""
