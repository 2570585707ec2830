namespace Planner.Core.Opinions.Guarding;

/// <summary>What an opinion may refer to: its own parts, those of opinions that its author was given, criteria, and decisions that were taken.</summary>
internal sealed class References(Opinion opinion, GuardContext context)
{
    private readonly List<Opinion> all = [opinion, .. context.BuildsOn];
    private readonly HashSet<string> heard = [opinion.Specialist, .. context.BuildsOn.Select(o => o.Specialist)];

    /// <summary>The full id, or null where there is no such task.</summary>
    public string? Task(string reference) => Find(reference, o => o.Tasks.Select(t => t.Id));

    /// <summary>The full id of an own test, or null.</summary>
    public string? Test(string reference) => OwnIds.Full(reference, opinion.Specialist) is var id && opinion.Tests.Any(t => t.Id == id) ? id : null;

    /// <summary>The full id, or null where there is no such decision.</summary>
    public string? Decision(string reference) =>
        context.Decisions.Contains(reference, StringComparer.Ordinal) ? reference : Find(reference, o => o.Decisions.Select(d => d.Id));

    /// <summary>A criterion, decision or risk: what work is done for.</summary>
    public string? Goal(string reference) => context.Criteria.Contains(reference, StringComparer.Ordinal)
        ? reference
        : Decision(reference) ?? Find(reference, o => o.Risks.Select(r => r.Id));

    private string? Find(string reference, Func<Opinion, IEnumerable<string>> ids)
    {
        var full = OwnIds.Full(reference, opinion.Specialist);
        return all.Exists(o => ids(o).Contains(full, StringComparer.Ordinal)) || !heard.Contains(full.Split('/')[0]) ? full : null;
    }
}
