metadata description = 'Shapes that main.bicep and the modules share.'

@export()
@description('Who may call the HTTP API. The key itself stays with its holder.')
type apiKey = {
  @description('Who holds the key; stands beside decisions.')
  name: string
  @description('sha256 of the key, in hex.')
  @minLength(64)
  @maxLength(64)
  hash: string
  role: 'viewer' | 'stakeholder' | 'operator'
}

@export()
@description('The Jira whose tickets are planned. Its secrets are in the vault.')
type jiraConnection = {
  @description('Where people open it; empty: no Jira.')
  baseUrl: string
  @description('The account of an API token (Cloud); empty: the token is a personal access token (Data Center).')
  email: string
  @description('For scoped tokens, which go through the gateway.')
  cloudId: string
}

@export()
@description('Where blobs, queues and tables of the storage account answer.')
type storageEndpoints = {
  blob: string
  queue: string
  table: string
}

@export()
@description('One model of a tier.')
type modelDeployment = {
  model: string
  version: string
  @description('Thousands of tokens a minute.')
  capacity: int
}

@export()
@description('The models behind the tiers. Which ones a region offers: az cognitiveservices model list --location NAME.')
type modelTiers = {
  fast: modelDeployment
  standard: modelDeployment
  deep: modelDeployment
}
