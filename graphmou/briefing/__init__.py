"""A briefing about one office: what saved questions and checks say of it, put into words for its director."""
