"""The command line: what can be asked for, how it is explained, what each command does and says."""
