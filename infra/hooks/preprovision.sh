#!/bin/sh
# Checks, before anything is made in Azure, what the app would refuse at its start. azd gives its environment's values.
set -eu

wrong=0
mend() {
  printf '%s\n' "$1" >&2
  wrong=1
}

is_hash() {
  [ "${#1}" -eq 64 ] && case $1 in *[!0-9a-fA-F]*) false ;; *) true ;; esac
}

is_hash "${API_KEY_HASH:-}" ||
  mend 'API_KEY_HASH is no sha256 in hex. Choose a key, then: azd env set API_KEY_HASH "$(printf %s "$KEY" | sha256sum | cut -d" " -f1)"'

if [ -n "${JIRA_BASE_URL:-}" ]; then
  case $JIRA_BASE_URL in
    https://?*) ;;
    *) mend 'JIRA_BASE_URL is no https address, such as https://NAME.atlassian.net.' ;;
  esac
  [ -n "${JIRA_TOKEN:-}" ] ||
    mend 'JIRA_TOKEN is missing: azd env set-secret JIRA_TOKEN (an API token, beside JIRA_EMAIL, or a personal access token of a Data Center).'
  signing=${JIRA_WEBHOOK_SECRET:-}
  [ "${#signing}" -ge 16 ] ||
    mend 'JIRA_WEBHOOK_SECRET has fewer than 16 characters: azd env set-secret JIRA_WEBHOOK_SECRET, and give the same to Jira.'
else
  printf 'No JIRA_BASE_URL: the app will take no webhook until one is set and this is run again.\n'
fi

case ${DURABLE_BACKEND:-scheduler} in
  scheduler | storage) ;;
  *) mend 'DURABLE_BACKEND is neither scheduler nor storage.' ;;
esac

case ${MODELS:-none} in
  none | new) ;;
  existing)
    [ -n "${MODEL_ACCOUNT:-}" ] && [ -n "${MODEL_RESOURCE_GROUP:-}" ] ||
      mend 'MODELS is existing: name it in MODEL_ACCOUNT and MODEL_RESOURCE_GROUP; it needs deployments called fast, standard and deep.'
    ;;
  *) mend 'MODELS is not one of none, new and existing.' ;;
esac

[ -n "${CODEBASE_ARCHIVE:-}" ] ||
  printf 'No CODEBASE_ARCHIVE: name the code base in extraSettings of infra/main.parameters.json, or the app has no code to read.\n'
[ -n "${ALERT_EMAIL:-}" ] || printf 'No ALERT_EMAIL: alerts will stand in the portal alone.\n'

exit "$wrong"
