# Makes the cache of loaded classes that shortens the start; to be sourced after jars.sh.

make_cache() { :; }
