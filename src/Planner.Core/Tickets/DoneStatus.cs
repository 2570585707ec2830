using Planner.Core.Text.Words;

namespace Planner.Core.Tickets;

/// <summary>Names of statuses that leave nothing to do, for tickets that do not tell their status's category.</summary>
public static class DoneStatus
{
    private static readonly string[] Names = Vocabulary.Words("tickets", "done");

    /// <summary>True where the name is one of them.</summary>
    public static bool Is(string name) => Names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);
}
