#!/usr/bin/env bash
# Fails where generated files, as they are committed, are not what the code generates. Run after a build, which writes them anew.
set -euo pipefail
cd "$(dirname "$0")/.."
git rev-parse --git-dir >/dev/null 2>&1 || exit 0
git diff --exit-code --stat -- docs/cli.md docs/rules.md schemas server/engine/rules/registry.ts ||
  { echo "drift: what is committed of these files is not what npm run build writes: build, and commit them" >&2; exit 1; }
