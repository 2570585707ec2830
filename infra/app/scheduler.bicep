metadata description = 'The Durable Task Scheduler, which keeps the runs. An empty list of addresses denies all of them.'

param name string
param location string
param tags object
param taskHubName string
param sku 'Consumption' | 'Dedicated'
@description('True: reached through a private endpoint, and from allowedAddresses.')
param privateAccess bool
param allowedAddresses string[]
@description('Days after which the scheduler forgets ended runs that the app has not purged itself.')
param retentionDays int

// The first version that has private endpoints.
resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: sku == 'Dedicated' ? { name: sku, capacity: 1 } : { name: sku }
    ipAllowlist: allowedAddresses
    publicNetworkAccess: privateAccess && empty(allowedAddresses) ? 'Disabled' : 'Enabled'
  }

  resource taskHub 'taskHubs' = {
    name: taskHubName
  }

  resource retention 'retentionPolicies' = {
    name: 'default'
    properties: {
      retentionPolicies: [{ retentionPeriodInDays: retentionDays }]
    }
  }
}

output id string = scheduler.id
output name string = scheduler.name
output endpoint string = scheduler.properties.endpoint
