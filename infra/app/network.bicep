metadata description = 'A network with one subnet for the app and one for private endpoints.'

param name string
param location string
param tags object

resource network 'Microsoft.Network/virtualNetworks@2025-01-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/24'] }
  }

  resource app 'subnets' = {
    name: 'app'
    properties: {
      addressPrefix: '10.40.0.0/26'
      delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
    }
  }

  // A network takes one change of its subnets at a time.
  resource endpoints 'subnets' = {
    name: 'endpoints'
    properties: {
      addressPrefix: '10.40.0.64/27'
      privateEndpointNetworkPolicies: 'Disabled'
    }
    dependsOn: [app]
  }
}

output id string = network.id
output appSubnetId string = network::app.id
output endpointSubnetId string = network::endpoints.id
