"""Estimates in a report: what the lists are, what each method says of them, and what is doubtful.

The package depends on `estimate`, on the averaging over linkages and on the report around it; the
study is computed once and told in every language. A new part of the page is a part of its view and
of its template; a new picture is one more function in `plates`.
"""
