# Shared by ./run, ./test and ./bench: finds or installs what they need on a bare Debian machine.
# Sourced, not executed.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 NPM_CONFIG_UPDATE_NOTIFIER=false NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"
  else return 127; fi
}

# install_packages SENTENCE PACKAGE...: installs Debian packages, or says in one sentence what to install.
install_packages() {
  local sentence=$1; shift
  command -v apt-get >/dev/null || stop "$sentence"
  say "Installing: $*"
  { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >/dev/null 2>&1 || stop "$sentence"
}

need_curl() { command -v curl >/dev/null || install_packages "Please install curl: apt-get install curl" curl ca-certificates; }

need_dotnet() {
  [ -d "$HOME/.dotnet" ] && ! command -v dotnet >/dev/null && export PATH="$HOME/.dotnet:$PATH" DOTNET_ROOT="$HOME/.dotnet"
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' && return
  local sentence="Please install the .NET 10 SDK (https://dotnet.microsoft.com/download/dotnet/10.0), then run this again."
  need_curl
  say "Installing the .NET 10 SDK into $HOME/.dotnet"
  local script; script=$(mktemp)
  curl -fsSL https://dot.net/v1/dotnet-install.sh -o "$script" && bash "$script" --channel 10.0 --install-dir "$HOME/.dotnet" >/dev/null || stop "$sentence"
  rm -f "$script"
  command -v apt-get >/dev/null && ! ls /usr/lib/*/libicuuc.so.* >/dev/null 2>&1 && install_packages "Please install the ICU library (libicu72 on Debian 12)." '^libicu[0-9]+$'
  export PATH="$HOME/.dotnet:$PATH" DOTNET_ROOT="$HOME/.dotnet"
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || stop "$sentence"
}

node_is_new_enough() { command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; }

need_node() {
  local sentence="Please install Node.js 20 or newer with npm (https://nodejs.org), then run this again."
  node_is_new_enough && command -v npm >/dev/null && return
  # Debian 12 has Node.js 18 only: of no use here.
  command -v apt-cache >/dev/null || stop "$sentence"
  as_root apt-get update -qq >/dev/null 2>&1
  [ "$(apt-cache policy nodejs | sed -nE 's/.*Candidate: ([0-9]+)\..*/\1/p')" -ge 20 ] 2>/dev/null || stop "$sentence"
  install_packages "$sentence" nodejs npm
  node_is_new_enough && command -v npm >/dev/null || stop "$sentence"
}

need_chromium() {
  CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
  if [ -z "$CHROMIUM" ]; then
    install_packages "Please install Chromium: apt-get install chromium" chromium fonts-noto-core
    CHROMIUM=$(command -v chromium)
  fi
  export MODELLSTADT_CHROMIUM=$CHROMIUM
}

postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

# Starts a PostgreSQL server of our own on a free port, in a folder of its own; ends with the script.
start_postgres() {
  [ -x "$(postgres_bin)/initdb" ] || install_packages "Please install PostgreSQL 15 or newer: apt-get install postgresql" postgresql
  local bin; bin=$(postgres_bin)
  POSTGRES_DIRECTORY=$(mktemp -d /tmp/modellstadt-postgres.XXXXXX)
  local port; port=$(free_port)
  POSTGRES_RUNNER=()
  if [ "$(id -u)" -eq 0 ]; then POSTGRES_RUNNER=(runuser -u postgres --); chown postgres "$POSTGRES_DIRECTORY"; fi
  "${POSTGRES_RUNNER[@]}" "$bin/initdb" -D "$POSTGRES_DIRECTORY/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null || stop "PostgreSQL could not create its data folder."
  "${POSTGRES_RUNNER[@]}" "$bin/pg_ctl" -D "$POSTGRES_DIRECTORY/data" -l "$POSTGRES_DIRECTORY/log" -w \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$POSTGRES_DIRECTORY -c max_connections=300" start >/dev/null \
    || { cat "$POSTGRES_DIRECTORY/log" >&2; stop "PostgreSQL did not start."; }
  export MODELLSTADT_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

stop_postgres() {
  [ -n "${POSTGRES_DIRECTORY:-}" ] || return 0
  "${POSTGRES_RUNNER[@]}" "$(postgres_bin)/pg_ctl" -D "$POSTGRES_DIRECTORY/data" -m immediate stop >/dev/null 2>&1
  rm -rf "$POSTGRES_DIRECTORY"
  POSTGRES_DIRECTORY=
}

free_port() { node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

# fingerprint PATH...: changes when a source below the paths changes.
fingerprint() {
  find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist -o -path '*/wwwroot/assets' \) -prune -o -type f -printf '%p %s %T@\n' | sort | sha256sum | cut -d' ' -f1
}

# build_browser_parts: the wallet and the portal's scripts and styles.
build_browser_parts() {
  build_npm_part src/Wallet src/Wallet/dist/index.html
  build_npm_part src/App/Browser src/App/wwwroot/assets
}

# build_foreign_peers: the OpenID4VC implementations of others, for the interoperability tests.
build_foreign_peers() { build_npm_part tests/Interop.Tests/Peers tests/Interop.Tests/Peers/dist/main.js; }

# fetch_lighthouse: a tool of ./bench lighthouse, and of nothing else.
fetch_lighthouse() {
  [ -e benchmarks/Lighthouse/node_modules/lighthouse ] && return
  (cd benchmarks/Lighthouse && npm ci --silent) || stop "Lighthouse could not be fetched (benchmarks/Lighthouse)."
}

# build_npm_part FOLDER OUTPUT: skipped when the output is there and its sources are unchanged.
build_npm_part() {
  local part=$1 output=$2
  local stamp="$part/node_modules/.modellstadt-built"
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint "$part")" ] && [ -e "$output" ] && return
  say "Building $part"
  (cd "$part" && npm ci --silent && npm run --silent build) >"$part.build.log" 2>&1 || { cat "$part.build.log" >&2; stop "$part could not be built."; }
  rm -f "$part.build.log"
  fingerprint "$part" >"$stamp"
}
