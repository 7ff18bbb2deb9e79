"""One file a comparison: the levels at which two listed persons agree in one respect."""
