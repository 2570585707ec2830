# Checks, before anything is made in Azure, what the app would refuse at its start. azd gives its environment's values.
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$script:wrong = 0
function Mend([string] $text) {
    [Console]::Error.WriteLine($text)
    $script:wrong = 1
}

if ("$env:API_KEY_HASH" -notmatch '^[0-9a-fA-F]{64}$') {
    Mend 'API_KEY_HASH is no sha256 in hex. Choose a key and hash its UTF-8 bytes, then: azd env set API_KEY_HASH HASH'
}

if ($env:JIRA_BASE_URL) {
    if ($env:JIRA_BASE_URL -notmatch '^https://.') {
        Mend 'JIRA_BASE_URL is no https address, such as https://NAME.atlassian.net.'
    }
    if (-not $env:JIRA_TOKEN) {
        Mend 'JIRA_TOKEN is missing: azd env set-secret JIRA_TOKEN (an API token, beside JIRA_EMAIL, or a personal access token of a Data Center).'
    }
    if ("$env:JIRA_WEBHOOK_SECRET".Length -lt 16) {
        Mend 'JIRA_WEBHOOK_SECRET has fewer than 16 characters: azd env set-secret JIRA_WEBHOOK_SECRET, and give the same to Jira.'
    }
} else {
    Write-Host 'No JIRA_BASE_URL: the app will take no webhook until one is set and this is run again.'
}

if ($env:DURABLE_BACKEND -and $env:DURABLE_BACKEND -cnotin 'scheduler', 'storage') {
    Mend 'DURABLE_BACKEND is neither scheduler nor storage.'
}

if ($env:MODELS -and $env:MODELS -cnotin 'none', 'new', 'existing') {
    Mend 'MODELS is not one of none, new and existing.'
}
if ($env:MODELS -ceq 'existing' -and -not ($env:MODEL_ACCOUNT -and $env:MODEL_RESOURCE_GROUP)) {
    Mend 'MODELS is existing: name it in MODEL_ACCOUNT and MODEL_RESOURCE_GROUP; it needs deployments called fast, standard and deep.'
}

if (-not $env:CODEBASE_ARCHIVE) {
    Write-Host 'No CODEBASE_ARCHIVE: name the code base in extraSettings of infra/main.parameters.json, or the app has no code to read.'
}
if (-not $env:ALERT_EMAIL) {
    Write-Host 'No ALERT_EMAIL: alerts will stand in the portal alone.'
}

exit $script:wrong
