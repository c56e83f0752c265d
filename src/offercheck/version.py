"""The version, as a constant: looking it up in the package's metadata would cost more than the rest of `--version`."""

__version__ = "0.1.0"
