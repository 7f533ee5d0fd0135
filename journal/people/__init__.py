"""Who: a person with an e-mail address, a language, a zone and a day start. Agent, perhaps coach."""
