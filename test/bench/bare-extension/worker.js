// Empty: what a browser needs for an extension that does nothing.
