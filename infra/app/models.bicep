metadata description = 'Azure OpenAI: a new account with one deployment for each tier, or an account that is there; the app\'s identity may use it.'

import { modelTiers } from 'types.bicep'

param name string
param location string
param tags object
@description('False: the account is there, with deployments called fast, standard and deep.')
param create bool
param tiers modelTiers
@description('Names the assignment; known before anything is made, so that what-if shows it.')
param identityName string
param principalId string
@description('True: reached through a private endpoint.')
param privateAccess bool

var openAiUser = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'
var names = ['fast', 'standard', 'deep']

resource created 'Microsoft.CognitiveServices/accounts@2025-06-01' = if (create) {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: privateAccess ? 'Disabled' : 'Enabled'
  }
}

// One after the other: an account takes one change at a time.
@batchSize(1)
resource deployments 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01' = [for tier in names: if (create) {
  parent: created
  name: tier
  sku: { name: 'GlobalStandard', capacity: tiers[tier].capacity }
  properties: {
    model: { format: 'OpenAI', name: tiers[tier].model, version: tiers[tier].version }
    versionUpgradeOption: 'OnceCurrentVersionExpired'
  }
}]

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: name
  dependsOn: [created]
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, identityName, openAiUser)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', openAiUser)
  }
}

output id string = account.id
output endpoint string = '${account.properties.endpoint}openai/v1/'
