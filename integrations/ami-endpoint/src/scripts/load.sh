#!/bin/sh
# A million requests of a running endpoint: how many a second, and the heap after garbage collection.
#   load.sh URL PID [TOTAL]; needs wrk and jcmd; PID is that of the endpoint's JVM
set -eu
url="${1:-http://127.0.0.1:8620}"
pid="$2"
total="${3:-1000000}"
script="$(dirname "$0")/load.lua"

heap() {
  jcmd "$pid" GC.run > /dev/null
  jcmd "$pid" GC.run > /dev/null
  jcmd "$pid" GC.heap_info | sed -n 's/.* used \([0-9]*K\).*/\1/p' | head -1
}

# Asks for a while; prints how many requests there were, and how many a second.
ask() {
  wrk -t1 -c"$1" -d"$2" -s "$script" "$url/" \
      | awk '/requests in/ {n = $1} /Requests\/sec/ {print n, $2}'
}

echo "requests: 0, heap: $(heap)"
done=0
for step in 4 2 1; do
  while [ "$done" -lt $((total / step)) ]; do
    done=$((done + $(ask 1 10s | cut -d' ' -f1)))
  done
  echo "requests: $done, heap: $(heap)"
done
for connections in 1 8; do
  echo "$connections connections: $(ask "$connections" 10s | cut -d' ' -f2) a second"
done
