"""Speed and memory, as ratios against a named rival or limit in the same run.

The package depends on the installed command `safeconduct` and on the rivals' libraries; nothing
imports it. A new benchmark is one function in `__main__` that returns rows, and, if it needs one, a
rival in `rivals/`.
"""
