#!/bin/bash
# Shards on a cluster with Slurm, a task of the array each: sbatch slurm.sh
# Afterwards, on one machine: sayso load shards/*.nq.zst
#SBATCH --job-name=sayso
#SBATCH --array=1-100
#SBATCH --cpus-per-task=1
#SBATCH --mem=3G
#SBATCH --time=04:00:00
#SBATCH --requeue
export OMP_NUM_THREADS=1
# To make two of the hundred anew: SHARDS=100 sbatch --array=7,9 slurm.sh
srun sayso extract manifest.txt --shard "$SLURM_ARRAY_TASK_ID/${SHARDS:-$SLURM_ARRAY_TASK_MAX}" --to shards/
