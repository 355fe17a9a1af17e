#!/usr/bin/env bash
# swift.sh FOLDER PORT: an object store of one machine (OpenStack Swift with the S3 protocol), until it is killed.
set -euo pipefail
folder=$1 port=$2
export SWIFT=$folder
mkdir -p "$folder/etc" "$folder/srv/d1" "$folder/log"
cd "$folder/etc"
cat > swift.conf <<T
[swift-hash]
swift_hash_path_prefix = plus
swift_hash_path_suffix = trial
[storage-policy:0]
name = Policy-0
default = yes
T
for kind in account container object; do
  case $kind in account) p=$((port+1));; container) p=$((port+2));; object) p=$((port+3));; esac
  swift-ring-builder $kind.builder create 4 1 1 >/dev/null
  swift-ring-builder $kind.builder add r1z1-127.0.0.1:$p/d1 1 >/dev/null
  swift-ring-builder $kind.builder rebalance >/dev/null
  cat > $kind-server.conf <<T
[DEFAULT]
swift_dir = $folder/etc
devices = $folder/srv
mount_check = false
bind_ip = 127.0.0.1
bind_port = $p
workers = 0
user = $(id -un)
fallocate_reserve = 0
disable_fallocate = true
[pipeline:main]
pipeline = $kind-server
[app:$kind-server]
use = egg:swift#$kind
T
done
cat > proxy-server.conf <<T
[DEFAULT]
swift_dir = $folder/etc
bind_ip = 127.0.0.1
bind_port = $port
workers = 0
user = $(id -un)
[pipeline:main]
pipeline = catch_errors cache s3api tempauth copy slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:$((port+4))
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_plus_store = secret .admin
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
T
trap 'kill $(jobs -p) 2>/dev/null' EXIT
[ "$(id -u)" = 0 ] && as=(-u nobody) || as=()
memcached "${as[@]}" -l 127.0.0.1 -p $((port+4)) -m 16 &
for kind in account container object; do swift-$kind-server $kind-server.conf >"$folder/log/$kind" 2>&1 & done
swift-proxy-server proxy-server.conf >"$folder/log/proxy" 2>&1 &
wait
