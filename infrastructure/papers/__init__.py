"""Papers: from a page to a PDF, in a process of its own."""
