#!/usr/bin/env bash
# Runs every test: installs what the tests need and the machine lacks, builds once, runs each test project and adds up the
# result files. The last line is "N passed, N failed"; the exit code is 0 only if every project ran and nothing failed.
# Logs and results stay in artifacts/. TEST_JOBS (default 2) bounds how many projects run at once, TEST_TIMEOUT
# (default 20m) how long one may take.
set -euo pipefail
exec </dev/null
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

jobs=${TEST_JOBS:-2}
timeout=${TEST_TIMEOUT:-20m}
logs=artifacts/logs
results=artifacts/tests
passed=0
failed=0
finished=no

# What the caller has set for a server of his own is not meant for ours.
unset ASPNETCORE_URLS ASPNETCORE_ENVIRONMENT DOTNET_ENVIRONMENT
export HOME="${HOME:-/root}" LC_ALL=C.UTF-8 DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 MSBUILDDISABLENODEREUSE=1
PATH="$PATH:$HOME/.dotnet:/usr/share/dotnet:/usr/lib/dotnet"

say() { printf '%s\n' "$*"; }

# Runs at the end whatever happens, so that the last line is always the count.
finish() {
  local code=$?
  trap - EXIT
  # The installation may still be running when the build has failed.
  if [[ -n $(jobs -p) ]]; then wait || true; fi
  if [[ $finished == no && $failed == 0 ]]; then failed=1; fi
  say "$passed passed, $failed failed"
  if ((failed > 0)); then exit 1; fi
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

fail() {
  say "$*"
  failed=$((failed + 1))
}

# apt packages for commands and files that are missing; libicu and certificates first, because the SDK itself needs them.
install_packages() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  if ((EUID != 0)); then apt=(sudo -n "${apt[@]}"); fi
  if [[ ! -e $logs/apt-updated ]]; then
    "${apt[@]}" update || return 1
    touch "$logs/apt-updated"
  fi
  local names=("$@")
  if [[ $1 == libicu ]]; then
    names=("$(apt-cache --names-only search '^libicu[0-9]+$' | sort -V | tail -n 1 | cut -d ' ' -f 1)" "${@:2}")
  fi
  "${apt[@]}" install -y --no-install-recommends "${names[@]}"
}

missing_for_the_sdk() {
  if ! compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null && ! compgen -G '/usr/lib/libicuuc.so.*' >/dev/null; then say libicu; fi
  if [[ ! -s /etc/ssl/certs/ca-certificates.crt ]]; then say ca-certificates; fi
  if [[ ! -d /usr/share/zoneinfo ]]; then say tzdata; fi
}

missing_for_the_tests() {
  local tool
  for tool in chromium sqlite3 curl; do
    if ! command -v "$tool" >/dev/null; then say "$tool"; fi
  done
  if ! command -v pgrep >/dev/null; then say procps; fi
  if [[ -z $(fc-list ':lang=zh' 2>/dev/null) ]]; then say fontconfig fonts-wqy-microhei | tr ' ' '\n'; fi
}

counter() { # the attribute $2 of a result file's counters
  sed -n 's/.*<Counters [^>]*\b'"$2"'="\([0-9]*\)".*/\1/p' "$1" | head -n 1
}

run_project() { # runs in the background; leaves exit code, log and result file in its folder
  local name=$1 folder=$results/$1 code=0
  mkdir -p "$folder"
  local start=$SECONDS
  timeout --kill-after=30s "$timeout" dotnet test "tests/$name/$name.csproj" -c Release --no-build --nologo \
    --logger 'trx;LogFileName=results.trx' --results-directory "$folder" >"$folder/log.txt" 2>&1 || code=$?
  say "$code" >"$folder/exit-code"
  say "  $name: $((SECONDS - start)) s"
}

add_up() { # the counts of one project; whatever is not a passed test is a failure
  local name=$1 folder=$results/$1 code total=0 executed=0 ok=0 bad=0
  code=$(cat "$folder/exit-code" 2>/dev/null || say 255)
  if [[ -s $folder/results.trx ]]; then
    total=$(counter "$folder/results.trx" total)
    executed=$(counter "$folder/results.trx" executed)
    ok=$(counter "$folder/results.trx" passed)
  fi
  total=${total:-0} executed=${executed:-0} ok=${ok:-0}
  bad=$((total - ok))
  passed=$((passed + ok))
  failed=$((failed + bad))
  if ((total > executed)); then say "$name skipped $((total - executed)) test(s); a skipped test counts as failed."; fi
  if ((total == 0)); then
    fail "$name ran no test (exit code $code)."
  elif ((code != 0 && bad == 0)); then
    fail "$name ended with exit code $code although no test failed."
  fi
  if ((code != 0 || bad > 0 || total == 0)); then
    say "--- $name: the end of $folder/log.txt"
    tail -n 200 "$folder/log.txt" 2>/dev/null || true
    say "---"
  fi
}

rm -rf "$logs" "$results" artifacts/server
mkdir -p "$logs" "$results"

mapfile -t needed < <(missing_for_the_sdk)
if ((${#needed[@]} > 0)); then
  say "Installing for the SDK: ${needed[*]}"
  install_packages "${needed[@]}" >"$logs/apt-sdk.log" 2>&1 || { tail -n 20 "$logs/apt-sdk.log"; fail "The SDK's packages could not be installed."; }
fi

if ! command -v dotnet >/dev/null; then
  fail "The .NET 10 SDK is not installed: there is no dotnet on the path."
  exit 1
fi

# The rest is needed only when the tests run: it installs while the compiler works.
installing=
mapfile -t needed < <(missing_for_the_tests)
if ((${#needed[@]} > 0)); then
  say "Installing for the tests: ${needed[*]}"
  install_packages "${needed[@]}" >"$logs/apt-tests.log" 2>&1 &
  installing=$!
fi

say "Building"
if ! dotnet build AgencyPlatform.sln -c Release --nologo >"$logs/build.log" 2>&1; then
  { grep -E '(error|warning) [A-Z]+[0-9]+' "$logs/build.log" || tail -n 50 "$logs/build.log"; } | sort -u | head -n 100
  fail "The build failed; see $logs/build.log."
  exit 1
fi

say "Publishing the server for the browser tests ($SECONDS s)"
if ! dotnet publish src/AgencyPlatform.Server -c Release --no-build --nologo -o artifacts/server >"$logs/publish.log" 2>&1; then
  tail -n 50 "$logs/publish.log"
  fail "Publishing failed; see $logs/publish.log."
fi

if [[ -n $installing ]] && ! wait "$installing"; then
  tail -n 20 "$logs/apt-tests.log"
  fail "The tests' packages could not be installed; see $logs/apt-tests.log."
fi

# Projects that measure time or kill processes say <RunsAlone>true</RunsAlone> and get the machine to themselves.
mapfile -t all < <(grep -l 'Microsoft.NET.Test.Sdk' tests/*/*.csproj | xargs -n 1 basename -s .csproj | sort)
together=() alone=()
for name in "${all[@]}"; do
  if grep -q '<RunsAlone>true<' "tests/$name/$name.csproj"; then alone+=("$name"); else together+=("$name"); fi
done

say "Testing ($SECONDS s)"
running=0
for name in "${together[@]}"; do
  if ((running >= jobs)); then
    wait -n || true
    running=$((running - 1))
  fi
  run_project "$name" &
  running=$((running + 1))
done
wait || true
for name in ${alone[@]+"${alone[@]}"}; do run_project "$name"; done

if ((${#all[@]} == 0)); then fail "There is no test project."; fi
for name in ${all[@]+"${all[@]}"}; do add_up "$name"; done
finished=yes
say "Done in $SECONDS s; results in $results."
