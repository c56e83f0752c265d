"""What the command line names, to documents: files, folders, patterns, streams, and what stands in each."""
