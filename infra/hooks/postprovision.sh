#!/bin/sh
# Writes local.settings.json, with which func starts the app on this machine: Azurite, the sample tickets and code, and the
# key of the deployment. It holds no secret, is ignored by git, and is left alone where it is there already.
set -eu
cd "$(dirname "$0")/../.."

if [ -e local.settings.json ]; then
  printf 'local.settings.json is there already and stays as it is.\n'
else
  root=$(pwd -P | sed 's/[\\"]/\\&/g')
  name=$(printf %s "${API_KEY_NAME:-operator}" | sed 's/[\\"]/\\&/g')
  cat > local.settings.json <<JSON
{
  "IsEncrypted": false,
  "Values": {
    "FUNCTIONS_WORKER_RUNTIME": "dotnet-isolated",
    "AzureWebJobsStorage": "UseDevelopmentStorage=true",
    "TASKHUB_NAME": "planner",
    "Artifacts__Path": "$root/.work",
    "Tickets__Folder": "$root/samples/tickets",
    "Codebases__default__Path": "$root/samples/shop",
    "Api__Keys__0__Name": "$name",
    "Api__Keys__0__Hash": "${API_KEY_HASH:-}",
    "Api__Keys__0__Role": "operator"
  }
}
JSON
  printf 'Wrote local.settings.json for this machine.\n'
fi

printf '\nPaste into Jira (System, WebHooks):\n  address  %s\n  events   %s\n  secret   %s\n' \
  "${JIRA_WEBHOOK_ADDRESS:-}" "${JIRA_WEBHOOK_EVENTS:-}" "${JIRA_WEBHOOK_KEY_PLACE:-}"
