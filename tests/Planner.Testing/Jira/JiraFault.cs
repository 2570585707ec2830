namespace Planner.Testing.Jira;

/// <summary>One way to misbehave.</summary>
public abstract record JiraFault
{
    /// <summary>Answers with a status and does nothing.</summary>
    /// <param name="Code">Like 503.</param>
    /// <param name="Body">JSON or a page.</param>
    /// <param name="ContentType">Of the body.</param>
    /// <param name="RetryAfter">The header, or null.</param>
    public sealed record Status(
        int Code,
        string Body = """{"errorMessages":["No."],"errors":{}}""",
        string ContentType = "application/json",
        string? RetryAfter = null) : JiraFault;

    /// <summary>Does what was asked and answers with a status as if it had not.</summary>
    public sealed record StatusAfterwards(int Code) : JiraFault;

    /// <summary>Never answers and does nothing.</summary>
    public sealed record Silence : JiraFault;

    /// <summary>Does what was asked and never answers.</summary>
    public sealed record SilenceAfterwards : JiraFault;

    /// <summary>Does what was asked and breaks the connection in the middle of the answer.</summary>
    public sealed record BreakInBody : JiraFault;

    /// <summary>Breaks the connection at once.</summary>
    public sealed record Break : JiraFault;

    /// <summary>Does what was asked and answers with a page.</summary>
    public sealed record Page : JiraFault;

    /// <summary>People do something the moment before the request is served.</summary>
    public sealed record Meanwhile(Action People) : JiraFault;

    /// <summary>Answers late, by the clock of the Jira.</summary>
    public sealed record Slow(TimeSpan By) : JiraFault;
}
