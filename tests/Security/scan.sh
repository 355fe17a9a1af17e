#!/usr/bin/env bash
# Runs sqlmap and wapiti against a running demo on this machine and keeps their findings.
#   tests/Security/scan.sh [http://localhost:5080] [folder for the findings] [sqlmap|wapiti]
# Bounded: each target of sqlmap at most SQLMAP_SECONDS (180), wapiti WAPITI_SECONDS (600) and WAPITI_LINKS (400) pages.
# The demo is served with "./plus run"; only loopback addresses are accepted. Exit status 1 when something was found.
set -uo pipefail

base=${1:-http://localhost:5080}
out=${2:-artifacts/security}
only=${3:-both}
case $base in
  http://localhost:* | http://127.0.0.1:*) ;;
  *) echo "Only a demo on this machine is scanned: name http://localhost:PORT." >&2; exit 2 ;;
esac
for tool in curl sqlmap wapiti; do
  command -v "$tool" >/dev/null || { echo "$tool is missing: apt-get install curl sqlmap wapiti" >&2; exit 2; }
done
mkdir -p "$out"
out=$(cd "$out" && pwd)
jar=$(mktemp)
trap 'rm -f "$jar" "$jar.json"' EXIT

token_of() { # path
  curl -s -b "$jar" -c "$jar" "$base$1" | grep -o 'name="__RequestVerificationToken"[^>]*value="[^"]*"' | head -1 | sed 's/.*value="//; s/"$//'
}

log_in() { # user name
  local token try
  for try in 1 2 3; do
    : >"$jar"
    token=$(token_of /login)
    curl -s -o /dev/null -b "$jar" -c "$jar" --data-urlencode "UserName=$1" --data-urlencode "Password=Demo-2023-parole" \
      --data-urlencode "__RequestVerificationToken=$token" "$base/login"
    [ "$(curl -s -o /dev/null -w '%{http_code}' -b "$jar" "$base/profile")" = 200 ] && return
    sleep 61 # the door lets so many through a minute
  done
  echo "$1 could not log in at $base" >&2
  exit 2
}

cookies() { awk '!/^# / && NF >= 7 { sub(/^#HttpOnly_/, "", $1); printf "%s%s=%s", (n++ ? "; " : ""), $6, $7 }' "$jar"; }

cookies_for_wapiti() {
  local host
  host=$(echo "$base" | sed 's|http://||; s|:.*||')
  [ "$host" != localhost ] || host=.localhost.local
  awk -v host="$host" '!/^# / && NF >= 7 {
    printf "%s\"%s\": {\"version\": 0, \"value\": \"%s\", \"secure\": false, \"expires\": null, \"port\": null}", (n++ ? ", " : "{\"" host "\": {\"/\": {"), $6, $7
  } END { print "}}}" }' "$jar"
}

sql() { # name, address, [data]
  local log="$out/sqlmap-$1.txt"
  local more=(--threads 2)
  if [ $# -gt 2 ]; then
    more=(--data "$3&__RequestVerificationToken=$(token_of /profile)" --csrf-token=__RequestVerificationToken --csrf-url="$base${4:-/profile}")
  fi
  timeout "${SQLMAP_SECONDS:-180}" sqlmap -u "$base$2" "${more[@]}" --cookie "$(cookies)" --batch --level 2 --risk 1 \
    --technique BEUST --time-sec 2 --timeout 20 --retries 1 --dbms PostgreSQL --flush-session --ignore-code 400,404 \
    --disable-coloring --output-dir "$out/sqlmap" >"$log" 2>&1
  [ $? -eq 124 ] && echo "stopped after ${SQLMAP_SECONDS:-180} s" >>"$log"
  if grep -qE 'is vulnerable|identified the following injection|parameter .* is .*injectable' "$log"; then
    echo "sqlmap $1: INJECTABLE, see $log"; found=1
  elif grep -q 'unable to connect' "$log" || ! grep -q 'testing ' "$log"; then
    echo "sqlmap $1: DID NOT RUN, see $log"; found=1
  else
    echo "sqlmap $1: nothing ($(grep -cE "testing '" "$log") kinds of injection tried)"
  fi
}

found=0
if [ "$only" != wapiti ]; then
  log_in vaditajs
  sql sections "/sections?state=open&office=none&sort=name&page=1"
  sql function "/functions/supervision?state=open&year=2023&manager=me"
  sql tasks "/tasks?kind=outcome_missing&page=1"
  sql figures "/figures/2023?office=x&region=y"
  sql contacts "/contacts?day=2026-01-05&of=all"
  sql week "/week?day=2026-01-05"
  sql calendar "/calendar?view=week&day=2026-01-05&of=office"
  sql opportunities "/opportunities?of=office"
  sql need-of-places "/work-hours/need?office=00000000-0000-0000-0000-000000000001"
  sql hosts "/partners?contract=ending&territory=0001000&kind=state&clients=none&sort=name&page=1"
  sql search "/search" "q=Berz" /profile
  sql suggest "/search/suggest" "q=Berz" /profile
  sql need "/open-in-need" "Number=2023-000001&Purpose=duty&Reason=Parbaude+par+drosibu" /open-in-need
  : >"$jar"
  sql login "/login" "UserName=vaditajs&Password=x" /login
  log_in datu-aizsardziba
  sql audit "/audit?kind=consult&page=1"
  sql audit-ask "/audit?handler=Filter" "Number=2023-000001&Employee=vaditajs&Purpose=quality" /audit
fi

# Nothing is left out: the -x of Debian 12's wapiti does not compile under Python 3.11. Its modules ssrf and xxe ask a server on
# the internet and stay out; it cannot read brotli.
for user in vaditajs administrators; do
  [ "$only" != sqlmap ] || break
  log_in "$user"
  log="$out/wapiti-$user"
  rm -f "$log.txt"
  cookies_for_wapiti >"$jar.json"
  timeout $((${WAPITI_SECONDS:-600} + 300)) wapiti -u "$base/" --scope domain \
    -c "$jar.json" -H "Accept-Encoding: identity" -m "sql,xss,exec,file,crlf,redirect,csrf,csp,cookieflags,http_headers,methods,backup,shellshock" \
    --max-scan-time "${WAPITI_SECONDS:-600}" --max-attack-time "${WAPITI_ATTACK_SECONDS:-60}" --max-links-per-page 30 \
    --max-files-per-dir 30 -d 4 -S normal --flush-session --no-bugreport -f txt -o "$log.txt" >"$log.log" 2>&1
  if [ ! -s "$log.txt" ]; then
    echo "wapiti $user: DID NOT RUN, see $log.log"; found=1
  else
    echo "wapiti $user: $(sed -n 's/.*Wapiti found \([0-9]*\) URLs.*/\1/p' "$log.log") addresses and forms"
    sed -n '/Summary of vulnerabilities/,/^\*\*\*/p' "$log.txt" | grep -E ': *[0-9]+' | sed 's/^/  /'
    sed -n '/Summary of vulnerabilities/,/^\*\*\*/p' "$log.txt" | grep -qE ': *[1-9]' && found=1
  fi
done
exit $found
