"""Takes events in, keeps the good ones apart from the bad ones, and loses neither."""
