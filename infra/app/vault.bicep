metadata description = 'Secrets of the Jira connection. They are written only where a Jira is named.'

param name string
param location string
param tags object
@description('True: the app reaches it through a private endpoint.')
param privateAccess bool
param allowedAddresses string[]
param withJira bool
@secure()
param jiraToken string
@secure()
param jiraWebhookSecret string

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    publicNetworkAccess: privateAccess && empty(allowedAddresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: privateAccess ? 'Deny' : 'Allow'
      ipRules: [for address in (privateAccess ? allowedAddresses : []): { value: address }]
    }
  }

  resource token 'secrets' = if (withJira) {
    name: 'jira-token'
    properties: { value: jiraToken }
  }

  resource webhook 'secrets' = if (withJira) {
    name: 'jira-webhook-secret'
    properties: { value: jiraWebhookSecret }
  }
}

output id string = vault.id
output name string = vault.name
output uri string = vault.properties.vaultUri
