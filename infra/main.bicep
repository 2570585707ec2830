metadata description = 'Planner on Azure: the function app, where its runs and plans are kept, and who may reach what.'

targetScope = 'subscription'

import { apiKey, jiraConnection, modelTiers } from 'app/types.bicep'

@minLength(1)
@maxLength(64)
@description('Name of the environment; names of resources are made from it.')
param environmentName string

@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

@description('Who deploys: may bring snapshots of code, read plans and look at the scheduler.')
param principalId string = deployer().objectId
param principalType 'User' | 'ServicePrincipal' | 'Group' = 'User'

@description('Where runs are kept: the Durable Task Scheduler, or queues and tables of the storage account.')
param durableBackend 'scheduler' | 'storage' = 'scheduler'
param schedulerSku 'Consumption' | 'Dedicated' = 'Consumption'

@description('Services are reached through private endpoints. Without a network the scheduler needs schedulerAddresses.')
param vnetEnabled bool = true
@description('Addresses and ranges that reach storage, vault and scheduler besides the app, such as those of a CI that brings snapshots.')
param allowedAddresses string[] = []
@description('Without a network: addresses and ranges from which the scheduler is reached, the app\'s own among them.')
param schedulerAddresses string[] = []

@description('Where people open Jira; empty: no Jira yet.')
param jiraBaseUrl string = ''
@description('The account of the API token (Jira Cloud); empty: the token is a personal access token (Data Center).')
param jiraEmail string = ''
param jiraCloudId string = ''
@secure()
param jiraToken string = ''
@secure()
param jiraWebhookSecret string = ''

@minLength(1)
@description('Who may call the HTTP API.')
param apiKeys apiKey[]

@description('Name of the snapshot of the code base (planner snapshot --to blob:NAME); empty: extraSettings name the code.')
param codebaseArchive string = ''
@minValue(1)
@description('Days after which ended runs are purged; plans stay.')
param retentionDays int = 30

@description('No model, a new Azure OpenAI account, or one that is there with deployments fast, standard and deep.')
param models 'none' | 'new' | 'existing' = 'none'
param existingModelAccount string = ''
param existingModelResourceGroup string = ''
param modelTierModels modelTiers = {
  fast: { model: 'gpt-5-mini', version: '2025-08-07', capacity: 200 }
  standard: { model: 'gpt-5', version: '2025-08-07', capacity: 100 }
  deep: { model: 'gpt-5.1', version: '2025-11-13', capacity: 100 }
}

@description('Who is told of alerts; empty: they stand in the portal alone.')
param alertEmail string = ''
param alertDecisionHours int = 4
param alertRefusedDeliveries int = 5

@description('Instances that are always there for the webhook; 0: a cold start after quiet times.')
param alwaysReadyInstances int = 0
param maximumInstances int = 40
@description('Further settings of docs/settings.md, such as Codebases__NAME__Projects__0.')
param extraSettings object = {}

var names = loadJsonContent('abbreviations.json')
var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var plansContainer = 'plans'
var packageContainer = 'packages'
var taskHubName = 'planner'
var runsInStorage = durableBackend == 'storage'
var withModels = models != 'none'
var own = {
  app: '${names.functionApp}planner-${token}'
  identity: '${names.userAssignedIdentity}planner-${token}'
  storage: '${names.storageAccount}${token}'
  scheduler: '${names.durableTaskScheduler}${token}'
  vault: '${names.keyVault}${token}'
  component: '${names.applicationInsights}${token}'
}

var schedulerReachedFrom = runsInStorage || vnetEnabled
  ? allowedAddresses
  : empty(schedulerAddresses)
      ? fail('Nothing would reach the scheduler: set vnetEnabled, name schedulerAddresses, or set durableBackend to storage.')
      : schedulerAddresses

var jira jiraConnection = { baseUrl: jiraBaseUrl, email: jiraEmail, cloudId: jiraCloudId }
var jiraComplete = !empty(jiraToken) && length(jiraWebhookSecret) >= 16
var withJira = empty(jiraBaseUrl)
  ? false
  : jiraComplete ? true : fail('A Jira needs jiraToken, and jiraWebhookSecret of 16 characters or more.')

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: '${names.resourceGroup}${environmentName}'
  location: location
  tags: tags
}

module identity 'app/identity.bicep' = {
  scope: group
  params: { name: own.identity, location: location, tags: tags }
}

module monitoring 'app/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: '${names.logAnalytics}${token}'
    componentName: own.component
    location: location
    tags: tags
  }
}

module storage 'app/storage.bicep' = {
  scope: group
  params: {
    name: own.storage
    location: location
    tags: tags
    packageContainer: packageContainer
    plansContainer: plansContainer
    privateAccess: vnetEnabled
    allowedAddresses: allowedAddresses
  }
}

module scheduler 'app/scheduler.bicep' = if (!runsInStorage) {
  scope: group
  params: {
    name: own.scheduler
    location: location
    tags: tags
    taskHubName: taskHubName
    sku: schedulerSku
    privateAccess: vnetEnabled
    allowedAddresses: schedulerReachedFrom
    // The app purges first: it finds what else a run left by the run, and keeps its id taken for a week.
    retentionDays: retentionDays + 14
  }
}

module vault 'app/vault.bicep' = {
  scope: group
  params: {
    name: own.vault
    location: location
    tags: tags
    privateAccess: vnetEnabled
    allowedAddresses: allowedAddresses
    withJira: withJira
    jiraToken: jiraToken
    jiraWebhookSecret: jiraWebhookSecret
  }
}

module modelAccount 'app/models.bicep' = if (withModels) {
  scope: resourceGroup(models == 'existing' ? existingModelResourceGroup : group.name)
  params: {
    name: models == 'existing' ? existingModelAccount : '${names.cognitiveServices}${token}'
    location: location
    tags: tags
    create: models == 'new'
    tiers: modelTierModels
    identityName: own.identity
    principalId: identity.outputs.principalId
    privateAccess: vnetEnabled
  }
}

module network 'app/network.bicep' = if (vnetEnabled) {
  scope: group
  params: { name: '${names.virtualNetwork}${token}', location: location, tags: tags }
}

module endpoints 'app/endpoints.bicep' = if (vnetEnabled) {
  scope: group
  params: {
    prefix: '${names.privateEndpoint}${token}-'
    location: location
    tags: tags
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
    storageId: storage.outputs.id
    runsInStorage: runsInStorage
    schedulerId: runsInStorage ? '' : scheduler!.outputs.id
    vaultId: vault.outputs.id
    withModels: models == 'new'
    modelsId: models == 'new' ? modelAccount!.outputs.id : ''
  }
}

module roles 'app/roles.bicep' = {
  scope: group
  params: {
    identityName: own.identity
    appPrincipalId: identity.outputs.principalId
    deployerId: principalId
    deployerType: principalType
    storageName: own.storage
    plansContainer: plansContainer
    runsInStorage: runsInStorage
    schedulerName: own.scheduler
    vaultName: own.vault
    componentName: own.component
  }
  dependsOn: [storage, scheduler, vault, monitoring]
}

module api 'app/api.bicep' = {
  scope: group
  params: {
    name: own.app
    planName: '${names.appServicePlan}${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    packageUrl: '${storage.outputs.endpoints.blob}${packageContainer}'
    subnetId: vnetEnabled ? network!.outputs.appSubnetId : ''
    alwaysReadyInstances: alwaysReadyInstances
    maximumInstances: maximumInstances
  }
}

// After the roles: a reference to a secret that the app may not read yet would be taken for the secret itself.
module settings 'app/settings.bicep' = {
  scope: group
  params: {
    siteName: own.app
    publicUrl: api.outputs.url
    identityClientId: identity.outputs.clientId
    insightsConnectionString: monitoring.outputs.connectionString
    storage: storage.outputs.endpoints
    plansContainer: plansContainer
    taskHubName: taskHubName
    schedulerEndpoint: runsInStorage ? '' : scheduler!.outputs.endpoint
    vaultUri: vault.outputs.uri
    jira: jira
    apiKeys: apiKeys
    codebaseArchive: codebaseArchive
    retentionDays: retentionDays
    modelEndpoint: withModels ? modelAccount!.outputs.endpoint : ''
    extraSettings: extraSettings
  }
  dependsOn: [roles]
}

module workbook 'app/workbook.bicep' = {
  scope: group
  params: { name: 'Planner ${environmentName}', location: location, tags: tags, componentId: monitoring.outputs.componentId }
}

module alerts 'app/alerts.bicep' = {
  scope: group
  params: {
    prefix: 'planner-${token}-'
    location: location
    tags: tags
    componentId: monitoring.outputs.componentId
    actionGroupName: '${names.actionGroup}${token}'
    email: alertEmail
    decisionHours: alertDecisionHours
    refusedDeliveries: alertRefusedDeliveries
  }
}

@description('Read by the packaging of the app as a property of its build.')
output DurableBackend string = runsInStorage ? 'AzureStorage' : 'AzureManaged'
output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP_NAME string = api.outputs.name
output SERVICE_API_NAME string = api.outputs.name
output SERVICE_API_URI string = api.outputs.url
output PLANS_URL string = '${storage.outputs.endpoints.blob}${plansContainer}'
output LANGUAGE_MODEL_ENDPOINT string = withModels ? modelAccount!.outputs.endpoint : ''

@description('To paste into Jira, under System, WebHooks.')
output JIRA_WEBHOOK_ADDRESS string = '${api.outputs.url}/api/jira/webhook'
output JIRA_WEBHOOK_EVENTS string = 'Issue updated, Comment created'
@description('Where the webhook\'s secret lies.')
output JIRA_WEBHOOK_KEY_PLACE string = withJira
  ? 'az keyvault secret show --vault-name ${own.vault} --name jira-webhook-secret --query value'
  : 'none yet: name a Jira'
