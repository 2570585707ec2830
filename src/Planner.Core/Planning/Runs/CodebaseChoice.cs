namespace Planner.Core.Planning.Runs;

/// <summary>The code bases that a host has set up, and which of them a ticket is planned against.</summary>
/// <param name="Codebases">In ordinal order of their names.</param>
public sealed record CodebaseChoice(IReadOnlyList<ConfiguredCodebase> Codebases)
{
    /// <summary>All names.</summary>
    public IEnumerable<string> Names => Codebases.Select(c => c.Name);

    /// <summary>
    /// The name of the code base for a ticket: the one that was asked for, else the one that names the ticket's project,
    /// else the only one. Names are compared without case; the name returned is the configured one.
    /// </summary>
    /// <returns>Null where there is none of that name, or nothing tells which it is.</returns>
    public string? For(string ticket, string? asked)
    {
        if (asked is not null)
        {
            return Codebases.FirstOrDefault(c => Same(c.Name, asked))?.Name;
        }

        var project = ticket[..Math.Max(0, ticket.LastIndexOf('-'))];
        var owners = Codebases.Where(c => c.Projects.Any(p => Same(p, project))).ToList();
        return owners.Count == 1 ? owners[0].Name
            : owners.Count == 0 && Codebases.Count == 1 ? Codebases[0].Name
            : null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A code base that is set up.</summary>
/// <param name="Name">What requests call it.</param>
/// <param name="Projects">Keys of the Jira projects that use it; may be empty.</param>
public sealed record ConfiguredCodebase(string Name, IReadOnlyList<string> Projects);
