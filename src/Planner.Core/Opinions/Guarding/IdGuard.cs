using System.Text.RegularExpressions;

namespace Planner.Core.Opinions.Guarding;

/// <summary>Ids are the specialist's own and given once; one without the specialist's name gets it.</summary>
internal sealed partial class IdGuard : IGuardRule
{
    public Opinion Apply(Opinion opinion, GuardFindings sieve)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return opinion with
        {
            Tasks = Own(opinion.Tasks, t => t.Id, (t, id) => t with { Id = id, Area = opinion.Specialist }),
            Tests = Own(opinion.Tests, t => t.Id, (t, id) => t with { Id = id }),
            Risks = Own(opinion.Risks, r => r.Id, (r, id) => r with { Id = id }),
            Decisions = Own(opinion.Decisions, d => d.Id, (d, id) => d with { Id = id }),
            Questions = Own(opinion.Questions, q => q.Id, (q, id) => q with { Id = id }),
        };

        List<T> Own<T>(IReadOnlyList<T> items, Func<T, string> id, Func<T, string, T> named) => sieve.Keep(
            items.Select(i => named(i, OwnIds.Full(id(i), opinion.Specialist))),
            OpinionFault.Id,
            id,
            i => Wrong(id(i), opinion.Specialist, taken) is { } why ? $"'{Shown(id(i))}' {why}; what bears it is left out." : null);
    }

    private static string? Wrong(string id, string specialist, HashSet<string> taken) =>
        !id.StartsWith(specialist + "/", StringComparison.Ordinal) ? $"does not begin with {specialist}/"
        : !Shape().IsMatch(id[(specialist.Length + 1)..]) ? "is no id"
        : !taken.Add(id) ? "is given twice"
        : null;

    private static string Shown(string id) => new([.. id.Take(80).Select(c => char.IsControl(c) ? '?' : c)]);

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,400}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}

/// <summary>How ids of an opinion are written: in full, or without the specialist's own name.</summary>
internal static class OwnIds
{
    public static string Full(string id, string specialist) => id.Contains('/', StringComparison.Ordinal) ? id : $"{specialist}/{id}";
}
