metadata description = 'A private endpoint for each service, and the names under which the network finds them.'

param prefix string
param location string
param tags object
param networkId string
param subnetId string
param storageId string
@description('True: the app needs queues and tables, and there is no scheduler.')
param runsInStorage bool
param schedulerId string
param vaultId string
param withModels bool
param modelsId string

var suffix = environment().suffixes.storage
var blobs = [{ name: 'blob', id: storageId, group: 'blob', zone: 'privatelink.blob.${suffix}' }]
var runs = runsInStorage
  ? [
      { name: 'queue', id: storageId, group: 'queue', zone: 'privatelink.queue.${suffix}' }
      { name: 'table', id: storageId, group: 'table', zone: 'privatelink.table.${suffix}' }
    ]
  : [{ name: 'scheduler', id: schedulerId, group: 'scheduler', zone: 'privatelink.durabletask.io' }]
var secrets = [{ name: 'vault', id: vaultId, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }]
var models = withModels ? [{ name: 'models', id: modelsId, group: 'account', zone: 'privatelink.openai.azure.com' }] : []
var targets = concat(blobs, runs, secrets, models)

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for target in targets: {
  name: target.zone
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (target, i) in targets: {
  parent: zones[i]
  name: target.name
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: networkId }
  }
}]

resource endpoints 'Microsoft.Network/privateEndpoints@2025-01-01' = [for target in targets: {
  name: '${prefix}${target.name}'
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: target.name
        #disable-next-line use-resource-id-functions // Ids of parameters, in a list.
        properties: { privateLinkServiceId: target.id, groupIds: [target.group] }
      }
    ]
  }
}]

resource records 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-01-01' = [for (target, i) in targets: {
  parent: endpoints[i]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [{ name: target.name, properties: { privateDnsZoneId: zones[i].id } }]
  }
}]
