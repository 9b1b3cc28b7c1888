"""Trees, their versions and what was measured: kept by Django, read and computed by sakip."""
