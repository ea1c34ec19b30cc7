"""Takes files of rows in, keeps the good ones apart from the bad ones, and says why."""
