"""Shards: a part of the inputs as N-Quads in a file, made on any machine and loaded into one store afterwards."""
