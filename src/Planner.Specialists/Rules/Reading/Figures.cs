using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>A sentence of the ticket that bounds how long something may take; subjects are endpoints and jobs.</summary>
internal sealed record StatedTime(string Sentence, IReadOnlyList<string> Subjects);

/// <summary>How large a table is, as the ticket says.</summary>
internal sealed record StatedVolume(TableFact Table, string Size);

/// <summary>Volumes, rates and times that the ticket states; nothing is estimated.</summary>
internal static partial class Figures
{
    private static readonly string[] Bounds = Lexicon.Words("reading", "bounds");

    public static IReadOnlyList<StatedTime> Times(TicketContext brief)
    {
        var endpoints = brief.Earlier.Endpoints.Select(e => (e.Method, e.Route))
            .Concat(brief.Needs.KnownEndpoints.Select(e => (e.Method, e.Route)))
            .Distinct()
            .ToList();
        return [.. Sentences(brief).Where(IsBound).Select(s => new StatedTime(s, Subjects(s, endpoints, brief))).Where(t => t.Subjects.Count > 0)];
    }

    public static IReadOnlyList<StatedVolume> Volumes(TicketContext brief) =>
        [.. VolumeOf().Matches(brief.Text)
            .Select(m =>
                (Table: brief.Grounding.Tables.FirstOrDefault(t => !t.IsView
                    && (t.FullName == m.Groups["table"].Value || t.Name == m.Groups["table"].Value)), Size: m.Groups["size"].Value.Trim()))
            .Where(v => v.Table is not null)
            .Select(v => new StatedVolume(v.Table!, v.Size.EndsWith("rows", StringComparison.Ordinal) ? v.Size : v.Size + " rows"))
            .DistinctBy(v => v.Table.FullName)];

    /// <summary>The first rate, like <c>20 requests per second</c>, or null.</summary>
    public static string? Rate(TicketContext brief) =>
        RateOf().Matches(brief.Text).Select(m => m.Value).OrderByDescending(r => r.EndsWith("second", StringComparison.Ordinal)).FirstOrDefault();

    /// <summary>The rate that a sentence states, or null.</summary>
    public static string? RateIn(string sentence) => RateOf().Match(sentence) is { Success: true } rate ? rate.Value : null;

    /// <summary>How long a lock may be held, like <c>1 second</c>, or null where the ticket does not say.</summary>
    public static string? LockLimit(TicketContext brief) => Sentences(brief)
        .Where(s => Words.Any(s, "lock", "locks", "locked"))
        .Select(s => Duration().Match(s))
        .Where(m => m.Success)
        .Select(m => m.Value)
        .FirstOrDefault();

    private static IEnumerable<string> Sentences(TicketContext brief) => brief.Text.Split('\n')
        .SelectMany(l => Ends().Split(l))
        .Select(s => s.Trim().TrimStart('-', '*', ' ').TrimEnd('.'))
        .Where(s => s.Length is > 0 and < 400)
        .Distinct(StringComparer.Ordinal);

    /// <summary>True where the text says how long something may take, which is measured and makes no rule.</summary>
    public static bool IsTime(string text) => Percentile().IsMatch(text) && Duration().IsMatch(text);

    private static bool IsBound(string sentence) => Duration().IsMatch(sentence) && (Percentile().IsMatch(sentence) || Words.Any(sentence, Bounds));

    /// <summary>What the sentence names; a percentile without a name is about all endpoints that change.</summary>
    private static IReadOnlyList<string> Subjects(string sentence, List<(string Method, string Route)> endpoints, TicketContext brief)
    {
        var named = endpoints.Where(e => Words.NamesRoute(sentence, $"{e.Method} {e.Route}")).Select(e => $"{e.Method} {e.Route}")
            .Concat(brief.Needs.Jobs.Where(j => Words.Names(sentence, j.Name)).Select(j => j.Name)).ToList();
        return named.Count > 0 || !Percentile().IsMatch(sentence) ? named : [.. brief.Earlier.Endpoints.Select(e => $"{e.Method} {e.Route}")];
    }

    [GeneratedRegex(@"(?:;|\.)\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\b[0-9][0-9.,]* ?(ms|milliseconds?|s|secs?|seconds?|min|minutes?|hours?)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();

    [GeneratedRegex(@"\bp(50|75|90|95|99|999)\b|percentile", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Percentile();

    [GeneratedRegex(
        @"(?<table>[a-z_][a-z0-9_.]{1,80})[`""]?:? +(?:has |have |holds |contains |with )?(?:about |some |roughly |around "
            + @"|over )?(?<size>[0-9][0-9.,]* ?(?:thousand|million|billion)(?: rows)?|[0-9]{1,3}(?:[.,][0-9]{3})+ rows)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex VolumeOf();

    [GeneratedRegex(@"\b[0-9][0-9.,]*(?: [a-z]+){1,3} (?:per|a) (?:second|minute|hour|day)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RateOf();
}
