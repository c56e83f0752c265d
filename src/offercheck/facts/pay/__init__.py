"""What an offer comes to for each hour that it really takes.

The model is arithmetic on ranges (`work`, `gross`, `costs`, `payroll_tax`, `worth`, `break_even`, `prices`); from an
offer to its inputs lead `inputs`, `items`, `terms`, `charges` and `estimate`. Income tax is left out: two offers are
compared before it.
"""
