namespace Planner.Core.Opinions.Guarding;

/// <summary>One thing that must hold for an opinion: leaves out what breaks it and notes a finding for each.</summary>
internal interface IGuardRule
{
    Opinion Apply(Opinion opinion, GuardFindings sieve);
}

/// <summary>What an opinion is held against, and what was found so far.</summary>
internal sealed class GuardFindings(GuardContext context)
{
    private readonly List<OpinionFinding> findings = [];

    public GuardContext Context { get; } = context;

    public IReadOnlyList<OpinionFinding> Findings => findings;

    /// <summary>Notes what is missing from now on, each sentence once.</summary>
    public void Miss(OpinionFault fault, string id, string message) => Add(new(fault, id, message));

    /// <summary>Notes what was put right.</summary>
    public void Correct(OpinionFault fault, string id, string message) => Add(new(fault, id, message) { Corrected = true });

    /// <summary>Those for which nothing is wrong; the others are noted with what <paramref name="wrong"/> says.</summary>
    public List<T> Keep<T>(IEnumerable<T> items, OpinionFault fault, Func<T, string> id, Func<T, string?> wrong)
    {
        var kept = new List<T>();
        foreach (var item in items)
        {
            if (wrong(item) is { } message)
            {
                Miss(fault, id(item), message);
            }
            else
            {
                kept.Add(item);
            }
        }

        return kept;
    }

    private void Add(OpinionFinding finding)
    {
        if (!findings.Contains(finding))
        {
            findings.Add(finding);
        }
    }
}
