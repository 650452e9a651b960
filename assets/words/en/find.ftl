### Search and filters.
