namespace Planner.Durability.Telemetry;

/// <summary>Names of attributes. Ids of runs and tickets stand on spans and log lines and on no metric, where each would be a series of its own.</summary>
public static class TagNames
{
    /// <summary>Spans and logs: the run.</summary>
    public const string RunId = "planner.run.id";

    /// <summary>Spans and logs: the ticket, where the run's id names it.</summary>
    public const string TicketKey = "planner.ticket.key";

    /// <summary>Spans: the workflow's registered name.</summary>
    public const string Workflow = "planner.workflow";

    /// <summary>How far a run is, or how it ended.</summary>
    public const string RunStatus = "planner.run.status";

    /// <summary>The step's name.</summary>
    public const string Step = "planner.step";

    /// <summary>Spans: the step's key, the same at every attempt.</summary>
    public const string StepKey = "planner.step.key";

    /// <summary>Spans: 1 for the first attempt.</summary>
    public const string Attempt = "planner.step.attempt";

    /// <summary>How an attempt of a step ended: <c>succeeded</c>, <c>failed</c> or <c>cancelled</c>.</summary>
    public const string Outcome = "planner.outcome";

    /// <summary>Which cache.</summary>
    public const string Cache = "planner.cache";

    /// <summary>Whether it knew.</summary>
    public const string CacheHit = "planner.cache.hit";

    /// <summary>The deployment of a model that was called.</summary>
    public const string Deployment = "planner.model.deployment";

    /// <summary>
    /// What tokens are: <c>input</c> (sent and not from the cache), <c>cached</c>, <c>output</c>; <c>cache_write</c> counts those of
    /// the input again that are written into the cache.
    /// </summary>
    public const string TokenKind = "planner.model.token.kind";

    /// <summary>Simple name of an exception's type; its message stands in no span.</summary>
    public const string ErrorType = "error.type";

    /// <summary>HTTP method.</summary>
    public const string Method = "http.request.method";

    /// <summary>HTTP status.</summary>
    public const string StatusCode = "http.response.status_code";

    /// <summary>The route of an address, without what is asked for.</summary>
    public const string UrlTemplate = "url.template";

    /// <summary>The route that a request was served by.</summary>
    public const string Route = "http.route";
}
