"""For all tests: no time limits on generated cases, the machines are noisy."""

from hypothesis import settings

settings.register_profile("offercheck", deadline=None)
settings.load_profile("offercheck")
