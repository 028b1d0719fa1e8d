// Empty: what a browser needs to have any content script at all.
