#!/usr/bin/env bash
# The tests in real editors: installs what is missing, packages the extension, then drives VS Code, VS Code for the web, Neovim and Emacs. `npm run test:editor`.
# run.sh PATTERN runs only the tests whose title contains PATTERN.
set -euo pipefail
cd "$(dirname "$0")/../.."

bash test/editor/install.sh
npm run --silent build
mkdir -p out
npm run --silent package -- --out out/copydesk.vsix >out/package.log || { cat out/package.log >&2; exit 1; }
npx mocha --config test/editor/.mocharc.json ${1:+--fgrep "$1"}
