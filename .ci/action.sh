#!/usr/bin/env bash
# What the GitHub Action runs. All that its caller gave stands in variables; PATHS has a path a line.
set -euo pipefail

PATH="$RUNNER_TEMP/offercheck/bin:$PATH"
arguments=()
while IFS= read -r path; do
    [ -n "$path" ] && arguments+=("$path")
done <<<"$PATHS"

case "$COMMAND" in
check)
    options=(--format github --output -)
    [ "$SUMMARY" != yes ] || [ -z "${GITHUB_STEP_SUMMARY:-}" ] || options+=(--format markdown --output "$RUNNER_TEMP/offercheck.md")
    [ -z "$FAIL_ON" ] || options+=(--fail-on "$FAIL_ON")
    code=0
    offercheck check "${options[@]}" -- "${arguments[@]}" || code=$?
    [ ! -f "$RUNNER_TEMP/offercheck.md" ] || cat "$RUNNER_TEMP/offercheck.md" >>"$GITHUB_STEP_SUMMARY"
    exit "$code"
    ;;
validate)
    options=()
    [ -z "$REQUIRE_ANSWERED" ] || options+=(--require-answered "$REQUIRE_ANSWERED")
    exec offercheck validate "${options[@]}" -- "${arguments[@]}"
    ;;
*)
    echo "command is check or validate, not: $COMMAND" >&2
    exit 2
    ;;
esac
