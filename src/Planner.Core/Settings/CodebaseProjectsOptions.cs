namespace Planner.Core.Settings;

/// <summary>Whose tickets are about a code base: of the section <c>Codebases:NAME</c> what every host reads alike.</summary>
public sealed class CodebaseProjectsOptions
{
    /// <summary>
    /// Keys of the Jira projects whose tickets are planned against it (<c>Codebases__NAME__Projects__0</c>). Default: all, where there
    /// is one code base.
    /// </summary>
    public IList<string> Projects { get; set; } = [];
}
