namespace Planner.Durability.Telemetry;

/// <summary>Names of metrics, stable for ever: alerts, workbooks and dashboards are built on them. The runbook says what each means.</summary>
public static class MetricNames
{
    /// <summary>Counter: plannings that were started.</summary>
    public const string RunsStarted = "planner.runs.started";

    /// <summary>Counter by <see cref="TagNames.RunStatus"/>: plannings that ended.</summary>
    public const string RunsEnded = "planner.runs.ended";

    /// <summary>Gauge by <see cref="TagNames.RunStatus"/>: plannings that have not ended.</summary>
    public const string Runs = "planner.runs";

    /// <summary>Gauge: decisions and questions on the agendas that plannings wait on.</summary>
    public const string DecisionsWaiting = "planner.decisions.waiting";

    /// <summary>Gauge in seconds: how long the oldest of them has been asked; absent where none waits.</summary>
    public const string OldestDecision = "planner.decisions.oldest_age";

    /// <summary>Gauge in seconds: until the nearest deadline, negative once it has passed; absent where none waits.</summary>
    public const string NextDeadline = "planner.decisions.next_deadline";

    /// <summary>Counter by <see cref="TagNames.StatusCode"/>: deliveries of Jira by what they were answered.</summary>
    public const string WebhookDeliveries = "planner.webhook.deliveries";

    /// <summary>Histogram in seconds by <see cref="TagNames.Step"/> and <see cref="TagNames.Outcome"/>: attempts of steps.</summary>
    public const string StepDuration = "planner.step.duration";

    /// <summary>Counter by <see cref="TagNames.Step"/>: attempts of steps after the first.</summary>
    public const string StepRetries = "planner.step.retries";

    /// <summary>
    /// Histogram in seconds by method, <see cref="TagNames.UrlTemplate"/> and status or <see cref="TagNames.ErrorType"/>: requests to
    /// Jira, each attempt.
    /// </summary>
    public const string JiraRequests = "planner.jira.requests";

    /// <summary>Counter by <see cref="TagNames.Cache"/> and <see cref="TagNames.CacheHit"/>: look-ups of what was read before.</summary>
    public const string CacheLookups = "planner.cache.lookups";

    /// <summary>Counter by <see cref="TagNames.Deployment"/>: calls of models that were paid.</summary>
    public const string ModelCalls = "planner.model.calls";

    /// <summary>Counter by <see cref="TagNames.Deployment"/> and <see cref="TagNames.TokenKind"/>: tokens of these calls.</summary>
    public const string ModelTokens = "planner.model.tokens";

    /// <summary>Counter in US dollars by <see cref="TagNames.Deployment"/>: what these calls cost by the prices of the settings.</summary>
    public const string ModelCost = "planner.model.cost";

    /// <summary>
    /// Histogram in seconds by <see cref="TagNames.Deployment"/> and <see cref="TagNames.Outcome"/> or <see cref="TagNames.ErrorType"/>:
    /// calls of models, each with all attempts and the wait for its turn.
    /// </summary>
    public const string ModelDuration = "planner.model.duration";
}
