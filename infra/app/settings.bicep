metadata description = 'What the app reads. docs/settings.md says what each setting means; a test compares the two.'

import { apiKey, jiraConnection, storageEndpoints } from 'types.bicep'

param siteName string
param publicUrl string
param identityClientId string
param insightsConnectionString string
param storage storageEndpoints
param plansContainer string
param taskHubName string
@description('Empty: runs are kept in the storage account.')
param schedulerEndpoint string
param vaultUri string
param jira jiraConnection
param apiKeys apiKey[]
@description('Name of the snapshot in the container of plans, as planner snapshot gave it; empty: extraSettings name the code.')
param codebaseArchive string
param retentionDays int
@description('Empty: no model.')
param modelEndpoint string
@description('Further settings of docs/settings.md, which win.')
param extraSettings object

var identity = {
  AZURE_CLIENT_ID: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AzureWebJobsStorage__blobServiceUri: storage.blob
}

var runs = empty(schedulerEndpoint)
  ? {
      TASKHUB_NAME: taskHubName
      AzureWebJobsStorage__queueServiceUri: storage.queue
      AzureWebJobsStorage__tableServiceUri: storage.table
    }
  : {
      TASKHUB_NAME: taskHubName
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
    }

var planner = {
  Artifacts__Store: 'Blob'
  Artifacts__AccountUrl: storage.blob
  Artifacts__Container: plansContainer
  Retention__Days: string(retentionDays)
  Api__PublicUrl: publicUrl
}

var codebase = empty(codebaseArchive) ? {} : { Codebases__default__Archive: 'blob:${codebaseArchive}' }

var tokenReference = '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/jira-token)'
var jiraAccount = empty(jira.email)
  ? { Jira__PersonalAccessToken: tokenReference }
  : { Jira__Email: jira.email, Jira__ApiToken: tokenReference }
var jiraGateway = empty(jira.cloudId) ? {} : { Jira__CloudId: jira.cloudId }
var jiraSettings = empty(jira.baseUrl)
  ? {}
  : {
      Jira__BaseUrl: jira.baseUrl
      Jira__WebhookSecret: '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/jira-webhook-secret)'
      ...jiraAccount
      ...jiraGateway
    }

var modelSettings = empty(modelEndpoint)
  ? {}
  : {
      LanguageModel__Endpoint: modelEndpoint
      LanguageModel__Deployments__Fast: 'fast'
      LanguageModel__Deployments__Standard: 'standard'
      LanguageModel__Deployments__Deep: 'deep'
    }

var keySettings = reduce(
  apiKeys,
  {},
  (settings, key, i) => union(settings, {
    'Api__Keys__${i}__Name': key.name
    'Api__Keys__${i}__Hash': key.hash
    'Api__Keys__${i}__Role': key.role
  })
)

resource site 'Microsoft.Web/sites@2025-03-01' existing = {
  name: siteName

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(identity, runs, planner, codebase, jiraSettings, modelSettings, keySettings, extraSettings)
  }
}
