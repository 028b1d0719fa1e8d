// Empty: an extension has to have a worker, and so has ours.
