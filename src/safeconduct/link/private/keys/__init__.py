"""The keys under which two lists may know one person, one file each.

Each module declares NAME, PLAIN, MISSES, STRANGERS and `key`, which is empty where a person has
none. MISSES is the share of pairs of lines of one person that the key does not bring together, and
STRANGERS the share of pairs it brings together that are two people; both are measured on the
invented exile set (4,000 persons, three lists, seed 7), and a test measures them again.
"""
