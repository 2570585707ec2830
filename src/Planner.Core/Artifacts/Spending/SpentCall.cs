using System.Text.Json.Serialization;
using Planner.Core.LanguageModels;

namespace Planner.Core.Artifacts.Spending;

/// <summary>A call of a model as it is counted.</summary>
/// <param name="RunId">The run that pays.</param>
/// <param name="Project">The key of the ticket's Jira project.</param>
/// <param name="Took">What it took; of a call that is open, the most that it may take.</param>
public sealed record SpentCall(string RunId, string Project, CallTotal Took)
{
    /// <summary>True until it was answered. One that was killed stays open until its run asks again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOpen { get; init; }

    /// <summary>The project of a ticket: what stands before its number.</summary>
    public static string ProjectOf(string ticket) => ticket[..Math.Max(0, ticket.LastIndexOf('-'))];
}
