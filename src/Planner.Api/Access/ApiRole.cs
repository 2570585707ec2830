namespace Planner.Api.Access;

/// <summary>What a caller may do; each role may do all that those before it may.</summary>
public enum ApiRole
{
    /// <summary>Reads.</summary>
    Viewer = 1,

    /// <summary>Takes decisions and answers questions in their own name.</summary>
    Stakeholder = 2,

    /// <summary>Starts, cancels, suspends and resumes runs, and says who decided.</summary>
    Operator = 3,
}
