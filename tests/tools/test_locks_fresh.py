"""A lock is compared by what it pins; hashes and comments do not make it stale.

It depends on `tools/locks_fresh.py` alone; nothing is fetched.
That the real locks are fresh is asked by `make check`.
"""

from tools.locks_fresh import pins


def test_hashes_and_order_do_not_count_and_a_pin_does():
    lock = "b==2 \\\n    --hash=sha256:0\na==1 ; python_version < '3.12' \\\n    --hash=sha256:1\n"

    assert pins(lock) == ["a==1 ; python_version < '3.12'", "b==2"]
    assert pins(lock) != pins(lock.replace("b==2", "b==3"))
