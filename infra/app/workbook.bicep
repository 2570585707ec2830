metadata description = 'The workbook over the app\'s metrics: workbook.json, shown for this component.'

param name string
param location string
param tags object
param componentId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, name)
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: name
    sourceId: componentId
    serializedData: replace(loadTextContent('../workbook.json'), 'COMPONENT', componentId)
  }
}
