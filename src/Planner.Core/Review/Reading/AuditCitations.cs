using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>Whether what an auditor cites is there: the place in the plan or the code base, the words in what it read.</summary>
/// <param name="plan">The plan that was read.</param>
/// <param name="texts">All that was read.</param>
internal sealed partial class AuditCitations(Plan plan, IReadOnlyList<string> texts)
{
    /// <summary>Fewer letters stand anywhere.</summary>
    private const int FewestLetters = 8;

    private readonly KnownThings known = new(plan);
    private readonly string read = Bare(string.Join('\n', texts));

    private readonly HashSet<string> named =
    [
        .. plan.Tasks.Select(t => t.Id), .. plan.Tests.Select(t => t.Id), .. plan.Risks.Select(r => r.Id), .. plan.Questions.Select(q => q.Id),
        .. plan.Decisions.Select(d => d.Decision.Id), .. plan.Criteria.Items.Select(c => c.Id),
        .. plan.Tasks.SelectMany(t => t.Files).Select(f => f.Path),
    ];

    /// <summary>True where both the place and the words are there.</summary>
    public bool Stand(string place, string quote) => Has(place) && Holds(quote);

    /// <summary>True for an id of the plan, a path of the code base or the plan, a table or an endpoint.</summary>
    public bool Has(string place) =>
        PlaceOf(place) is { Length: > 0 } name && (named.Contains(name) || known.HasPath(name) || known.HasTable(name) || known.HasEndpoint(name));

    /// <summary>A place as the plan names it: without marks and without a line.</summary>
    public static string PlaceOf(string place) => Line().Replace(place.Trim().Trim('`'), "");

    /// <summary>True where the words stand in what was read; of words with a gap each part. Blanks, marks and case do not matter.</summary>
    private bool Holds(string quote)
    {
        var parts = quote.Split(["…", "..."], StringSplitOptions.None).Select(Bare).Where(p => p.Length > 0).ToList();
        return parts.Sum(p => p.Count(char.IsLetterOrDigit)) >= FewestLetters && parts.TrueForAll(p => read.Contains(p, StringComparison.Ordinal));
    }

    private static string Bare(string text) => Blank().Replace(Mark().Replace(Number().Replace(text, ""), ""), " ").Trim().ToUpperInvariant();

    [GeneratedRegex("(:[0-9]+(-[0-9]+)?)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    /// <summary>The number that stands before a line of a file that was looked up.</summary>
    [GeneratedRegex("^[0-9]+: ", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex("""[`"'“”‘’*\\]""", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
