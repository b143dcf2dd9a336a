#!/bin/sh
# Shards on a Dask scheduler of one machine with two workers, then one store of them:
#     dask.sh MANIFEST FOLDER SHARDS [PORT]
# On several machines: the scheduler on one of them, `dask worker tcp://HOST:PORT` on each, and the last two lines.
# The same command again does what is left.
set -eu
export OMP_NUM_THREADS=1
here="127.0.0.1:${4:-8786}"
dask scheduler --host 127.0.0.1 --port "${4:-8786}" --no-dashboard & scheduler=$!
dask worker "tcp://$here" --host 127.0.0.1 --nworkers 2 --nthreads 1 --no-dashboard & workers=$!
trap 'kill $workers $scheduler; wait' EXIT
sayso extract "$1" --to "$2" --engine dask --scheduler "tcp://$here" --shards "$3"
sayso load "$2"/*.nq.zst
