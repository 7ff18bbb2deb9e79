"""Documents: what a person at risk, or somebody who helps, sends to a body, a lawyer or a partner.

It depends on the vocabulary, on the exposure for the evidence bundle, and on no library.
A new document is one TOML file in `templates/`; a new kind of block is one class in `document`, one
reader in `block_reading`, and a line in each exporter.
"""
