# Building what changed, for ./run and ./test to source. A build is remembered by a checksum of its inputs in .build/.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
out=$root/.build
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NO_COLOR=1
mkdir -p "$out"

# The machine's .NET SDK and Node, or a message how to get them and failure.
check_tools() {
  local missing=0
  if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
    echo "Goldset needs the .NET SDK 10. Get it from https://dotnet.microsoft.com/download/dotnet/10.0 or with your package manager (dotnet-sdk-10.0)." >&2
    missing=1
  fi
  local node
  node=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/')
  if [ "${node:-0}" -lt 20 ]; then
    echo "Goldset needs Node.js 20 or newer with npm. Get it from https://nodejs.org or with your package manager (nodejs, npm)." >&2
    missing=1
  fi
  return $missing
}

# A checksum of the contents of files and folders, without what builds and installs put there.
checksum_of() {
  (cd "$root" && find "$@" \( -name node_modules -o -name bin -o -name obj -o -name dist \) -prune -o -type f -exec cksum {} + | LC_ALL=C sort | cksum)
}

# up_to_date NAME CHECKSUM: the last build of NAME had these inputs.
up_to_date() { [ -f "$out/$1.inputs" ] && [ "$(cat "$out/$1.inputs")" = "$2" ]; }

# quietly NAME COMMAND...: runs a build step; its output is shown only when it fails.
quietly() {
  local name=$1
  shift
  if ! "$@" >"$out/$name.log" 2>&1; then
    tail -n 60 "$out/$name.log" >&2
    echo "Failed: $name (all output: $out/$name.log)" >&2
    return 1
  fi
}

install_packages() {
  local inputs
  inputs=$(checksum_of package.json package-lock.json web/*/package.json tests/browser/package.json)
  [ -d "$root/node_modules" ] && up_to_date packages "$inputs" && return
  check_tools || return
  echo "Installing the web packages ..."
  quietly packages npm --prefix "$root" ci --prefer-offline --no-audit --no-fund || return
  echo "$inputs" >"$out/packages.inputs"
}

# The web app, in web/app/dist.
build_web() {
  local inputs
  inputs=$(checksum_of package.json package-lock.json web/app web/editor web/api)
  [ -d "$root/web/app/dist" ] && up_to_date web "$inputs" && return
  install_packages || return
  echo "Building the web app ..."
  quietly web npm --prefix "$root" run build || return
  echo "$inputs" >"$out/web.inputs"
}

# The server with the web app beside it, in .build/server.
build_server() {
  local inputs
  inputs=$(checksum_of src Directory.Build.props Directory.Packages.props global.json BannedSymbols.txt .editorconfig; cat "$out/web.inputs")
  [ -d "$out/server" ] && up_to_date server "$inputs" && return
  check_tools || return
  echo "Building the server ..."
  rm -rf "$out/server.new"
  quietly server dotnet publish "$root/src/Goldset.Server" -c Release --use-current-runtime -o "$out/server.new" --disable-build-servers --nologo -v quiet || return
  rm -rf "$out/server.new/wwwroot"
  cp -R "$root/web/app/dist" "$out/server.new/wwwroot" || return
  rm -rf "$out/server"
  mv "$out/server.new" "$out/server"
  echo "$inputs" >"$out/server.inputs"
}
