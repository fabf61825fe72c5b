#!/usr/bin/env bash
#
# How long a command takes as a process of its own, from the shell's call to its end: help, version,
# one score, a server up to the line that says it is serving, and training with the reference algorithm.
# Prints the fastest, the median and the slowest of RUNS, in seconds; the cases alternate.
#
#   cf-bench/startup.sh RATINGS [MODEL] [RUNS]
#
#   RATINGS   a ratings file, such as ml-1m/ratings.dat
#   MODEL     the model to score with and to serve; by default one of the reference algorithm is trained
#   RUNS      of each case, 15 by default
#
# JAVA_HOME and REELRECS_CACHE (see ./reelrecs) count; by default the cache of classes is made first.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
reelrecs=${REELRECS:-$root/reelrecs}
ratings=${1:?which ratings file? usage: cf-bench/startup.sh RATINGS [MODEL] [RUNS]}
model=${2:-}
runs=${3:-15}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkfifo "$folder/said"

# The time in microseconds.
now() {
  if [ -n "${EPOCHREALTIME:-}" ]; then
    printf '%s' "${EPOCHREALTIME/[.,]/}"
  else
    perl -MTime::HiRes=time -e 'printf "%d", time * 1e6'
  fi
}

serve() {
  local line
  "$reelrecs" serve --model "$model" --port 0 --json >"$folder/said" 2>/dev/null &
  server=$!
  read -r line <"$folder/said" && [[ $line == *listening* ]]
}

# Runs case $1 once and adds its time to the file of that name.
measure() {
  local start end server=
  start=$(now)
  case $1 in
    help) "$reelrecs" --help ;;
    version) "$reelrecs" --version ;;
    score) "$reelrecs" score --model "$model" --user 1 --movie 1193 ;;
    serve) serve ;;
    train) "$reelrecs" train --algorithm reference --ratings "$ratings" --out "$folder/trained.rrm" ;;
  esac >/dev/null
  end=$(now)
  [ -z "$server" ] || { kill "$server" && wait "$server" || true; }
  echo $((end - start)) >>"$folder/$1"
}

REELRECS_CACHE=${REELRECS_CACHE:-now} "$reelrecs" --version | tail -n 1
if [ -z "$model" ]; then
  model=$folder/model.rrm
  "$reelrecs" train --algorithm reference --ratings "$ratings" --out "$model" >/dev/null
fi
cases="help version score serve train"
for ((run = 0; run < runs; run++)); do
  for name in $cases; do measure "$name"; done
done
printf '%-8s %6s %6s %6s  of %d runs\n' case min median max "$runs"
for name in $cases; do
  sort -n "$folder/$name" | awk -v name="$name" '
    { t[NR] = $1 / 1e6 }
    END { printf "%-8s %6.3f %6.3f %6.3f\n", name, t[1], t[int((NR + 1) / 2)], t[NR] }'
done
