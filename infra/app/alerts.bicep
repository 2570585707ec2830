metadata description = 'What somebody has to look at. Each query yields a row only where something is wrong; docs/runbook.md says what to do.'

param prefix string
param location string
param tags object
param componentId string
param actionGroupName string
@description('Who is told; empty: alerts stand in the portal alone.')
param email string
@description('Hours before its deadline at which a decision that waits is told.')
param decisionHours int
@description('Refused deliveries in a quarter of an hour from which on somebody is told.')
param refusedDeliveries int

type alert = {
  name: string
  title: string
  description: string
  query: string
  window: string
  every: string
  severity: int
}

var alerts alert[] = [
  {
    name: 'failed-runs'
    title: 'Runs failed'
    description: 'At least one run ended as Failed.'
    query: '''customMetrics
| where name == 'planner.runs.ended' and tostring(customDimensions['planner.run.status']) == 'Failed'
| summarize failed = sum(valueSum)
| where failed > 0'''
    window: 'PT15M'
    every: 'PT15M'
    severity: 2
  }
  {
    name: 'decisions-expiring'
    title: 'A decision is about to be taken provisionally'
    description: 'Nobody has answered, and the deadline is near.'
    query: format('''customMetrics
| where name == 'planner.decisions.next_deadline'
| summarize arg_max(timestamp, value)
| where value >= 0 and value <= {0}''', decisionHours * 3600)
    window: 'PT30M'
    every: 'PT30M'
    severity: 3
  }
  {
    name: 'webhook-refused'
    title: 'Deliveries of Jira are refused'
    description: 'The webhook answers 4xx: a wrong secret, a wrong body, or somebody else.'
    query: format('''customMetrics
| where name == 'planner.webhook.deliveries'
| where toint(customDimensions['http.response.status_code']) between (400 .. 499)
| summarize refused = sum(valueSum)
| where refused >= {0}''', refusedDeliveries)
    window: 'PT15M'
    every: 'PT15M'
    severity: 2
  }
  {
    name: 'no-runs'
    title: 'No run started for a day'
    description: 'Jira delivers nothing, or the app does not run. Days after a Saturday or Sunday are left out.'
    query: '''customMetrics
| where name == 'planner.runs.started'
| summarize started = coalesce(sum(valueSum), 0.0)
| where started < 1 and dayofweek(now()) between (2d .. 6d)'''
    window: 'P1D'
    every: 'PT1H'
    severity: 3
  }
]

resource actions 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'planner'
    emailReceivers: [{ name: 'email', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for item in alerts: {
  name: '${prefix}${item.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'Planner: ${item.title}'
    description: item.description
    severity: item.severity
    enabled: true
    autoMitigate: true
    scopes: [componentId]
    evaluationFrequency: item.every
    windowSize: item.window
    skipQueryValidation: true // The tables are there only after the first metric.
    criteria: {
      allOf: [
        {
          query: item.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: empty(email) ? [] : [actions.id] }
  }
}]
