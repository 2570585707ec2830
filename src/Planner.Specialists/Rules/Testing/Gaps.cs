using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Testing;

/// <summary>What the planned tests leave open about a criterion.</summary>
internal static class Gaps
{
    private static readonly string[] AtOnce = Lexicon.Words("testing", "at-once");

    /// <summary>Whose tests show that a criterion holds; those of a migration or of misuse show something else.</summary>
    private static readonly string[] Builders = [SpecialistNames.Etl, SpecialistNames.Service, SpecialistNames.Api, SpecialistNames.Frontend];

    /// <summary>A test about more criteria than this shows none of them as it is stated.</summary>
    private const int MostForOneTest = 2;

    public static bool IsConcurrent(AcceptanceCriterion criterion) => Words.Any(criterion.Text, AtOnce);

    /// <summary>True where the criterion is stated about the whole and its tests show only parts.</summary>
    public static bool IsOpen(AcceptanceCriterion criterion, RuleContext brief)
    {
        var whole = brief.Earlier.Tests.Where(t => t.Kind is TestKind.Integration or TestKind.EndToEnd
            && Builders.Contains(t.Id.Split('/')[0], StringComparer.Ordinal)
            && t.Covers.Count <= MostForOneTest && t.Covers.Contains(criterion.Id, StringComparer.Ordinal)).ToList();
        return IsConcurrent(criterion)
            ? !whole.Exists(t => Words.Any(t.Title, AtOnce))
            : whole.Count == 0
                && Crosses(criterion.Text, brief)
                && brief.Earlier.Tests.Any(t => t.Covers.Contains(criterion.Id, StringComparer.Ordinal) && t.Kind != TestKind.Manual);
    }

    /// <summary>True where it names rows or a route: no test of one type can show that.</summary>
    private static bool Crosses(string text, RuleContext brief) =>
        brief.Needs.Tables.Select(t => t.FullName)
            .Concat(brief.Needs.KnownTables.Select(t => t.FullName))
            .Any(t => text.Contains($"`{t}`", StringComparison.Ordinal))
        || brief.Earlier.Endpoints.Any(e => Words.NamesRoute(text, $"{e.Method} {e.Route}"));
}
