#!/bin/sh
# Shards on one machine with GNU parallel, as many at once as half of its cores, then one store of them:
#     parallel.sh MANIFEST FOLDER SHARDS [JOBS]
# The same command again does what is left.
set -eu
export OMP_NUM_THREADS=1
seq "$3" | parallel --halt soon,fail=1 --jobs "${4:-50%}" sayso extract "$1" --shard "{}/$3" --to "$2"
sayso load "$2"/*.nq.zst
