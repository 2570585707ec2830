# Writes local.settings.json, with which func starts the app on this machine: Azurite, the sample tickets and code, and the
# key of the deployment. It holds no secret, is ignored by git, and is left alone where it is there already.
$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
$file = Join-Path $root 'local.settings.json'

if (Test-Path $file) {
    Write-Host 'local.settings.json is there already and stays as it is.'
} else {
    $settings = [ordered]@{
        IsEncrypted = $false
        Values = [ordered]@{
            FUNCTIONS_WORKER_RUNTIME = 'dotnet-isolated'
            AzureWebJobsStorage = 'UseDevelopmentStorage=true'
            TASKHUB_NAME = 'planner'
            Artifacts__Path = Join-Path $root '.work'
            Tickets__Folder = Join-Path $root 'samples/tickets'
            Codebases__default__Path = Join-Path $root 'samples/shop'
            Api__Keys__0__Name = if ($env:API_KEY_NAME) { $env:API_KEY_NAME } else { 'operator' }
            Api__Keys__0__Hash = "$env:API_KEY_HASH"
            Api__Keys__0__Role = 'operator'
        }
    }
    $settings | ConvertTo-Json | Set-Content -Path $file -Encoding utf8NoBOM
    Write-Host 'Wrote local.settings.json for this machine.'
}

Write-Host ''
Write-Host 'Paste into Jira (System, WebHooks):'
Write-Host "  address  $env:JIRA_WEBHOOK_ADDRESS"
Write-Host "  events   $env:JIRA_WEBHOOK_EVENTS"
Write-Host "  secret   $env:JIRA_WEBHOOK_KEY_PLACE"
