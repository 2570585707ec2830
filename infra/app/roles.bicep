metadata description = 'Who may do what: each role of each principal is assigned once, as narrowly as it serves. (models.bicep assigns the one on its account.)'

@description('The app\'s identity. Its name is in those of its assignments: known before anything is made, so that what-if shows them.')
param identityName string
param appPrincipalId string
@description('Who deploys; empty: nobody more.')
param deployerId string
param deployerType 'User' | 'ServicePrincipal' | 'Group'
param storageName string
param plansContainer string
@description('True: runs are kept in queues and tables of the storage account.')
param runsInStorage bool
@description('Empty where runs are kept in the storage account.')
param schedulerName string
param vaultName string
param componentName string

var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402'
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}
// Owner of blobs: the host takes leases on them. It covers the plans, too.
var onStorage = concat(
  [roles.storageBlobDataOwner],
  runsInStorage ? [roles.storageQueueDataContributor, roles.storageTableDataContributor] : []
)

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: storageName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource plans 'containers' existing = {
      name: plansContainer
    }
  }
}

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' existing = if (!runsInStorage) {
  name: schedulerName
}

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' existing = {
  name: vaultName
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource storageRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in onStorage: {
  name: guid(storage.id, identityName, role)
  scope: storage
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

// Whoever deploys brings snapshots of code and reads plans.
resource plansRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerId)) {
  name: guid(storage::blobs::plans.id, deployerId, roles.storageBlobDataContributor)
  scope: storage::blobs::plans
  properties: {
    principalId: deployerId
    principalType: deployerType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

resource schedulerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!runsInStorage) {
  name: guid(scheduler.id, identityName, roles.durableTaskDataContributor)
  scope: scheduler
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.durableTaskDataContributor)
  }
}

// Whoever deploys sees the runs on the scheduler's dashboard.
resource schedulerDeployerRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!runsInStorage && !empty(deployerId)) {
  name: guid(scheduler.id, deployerId, roles.durableTaskDataContributor)
  scope: scheduler
  properties: {
    principalId: deployerId
    principalType: deployerType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.durableTaskDataContributor)
  }
}

resource vaultRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identityName, roles.keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

resource metricsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(component.id, identityName, roles.monitoringMetricsPublisher)
  scope: component
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
  }
}
