using System.Text.RegularExpressions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Assigning;

/// <summary>
/// To whom a criterion belongs, told by the things that it names; one that names nothing goes to the service specialist, or to
/// the last of the panel that has something to do.
/// </summary>
internal sealed partial class OwnerRules(TicketFacts brief, TargetTypes homes)
{
    private static readonly string[] SchemaWords = Lexicon.Words("assigning", "schema");
    private static readonly string[] PipelineWords = Lexicon.Words("assigning", "pipeline");
    private static readonly string[] ApiWords = Lexicon.Words("assigning", "api");
    private static readonly string[] Ability = Lexicon.Words("assigning", "ability");
    private static readonly string[] RuleWords = Lexicon.Words("assigning", "rule");

    /// <summary>True for a criterion that names nothing, and says only that what is there goes on.</summary>
    public bool OnlyKeeps(AcceptanceCriterion criterion) => Keeps().IsMatch(criterion.Text)
        && !IsSchema(criterion.Text)
            && !IsPipeline(criterion.Text)
            && !NamesOperation(criterion)
            && !IsScreen(criterion)
            && !brief.Needs.KnownTypes.Any(t => Words.NamesType(criterion.Text, t.Name));

    /// <summary>Specialists with criteria of their own, in the panel's order, and whether the ticket gives them something to do.</summary>
    public IEnumerable<(string Name, bool Applies)> All()
    {
        var needs = brief.Needs;
        var schema = needs.Tables.Count + needs.Columns.Count > 0 || (!brief.IsDefect && brief.LinesWith(SchemaWords).Any(NamesTable));
        var jobs = needs.Jobs.Count > 0 && !brief.IsDefect;
        var api = needs.Endpoints.Count > 0 || (!brief.IsDefect
            && (needs.KnownEndpoints.Count > 0 || (brief.Grounding.Endpoints.Count > 0 && brief.Criteria.Any(c => IsHttp(c) && !OnlyKeeps(c)))));
        yield return (SpecialistNames.Database, schema);
        yield return (SpecialistNames.Etl, jobs);
        yield return (SpecialistNames.Service, brief.Grounding.Types.Count > 0 || !(schema || jobs || api));
        yield return (SpecialistNames.Api, api);
        yield return (SpecialistNames.Frontend, HasScreens());
    }

    /// <summary>A fault that is named in code is mended there; one that is named in a view alone is the front end's.</summary>
    private bool HasScreens() => Views.All(brief).Count > 0
        && (brief.IsDefect ? Views.Named(brief).Count > 0 && brief.Needs.KnownTypes.Count == 0 : brief.Criteria.Any(IsScreen));

    private bool IsScreen(AcceptanceCriterion criterion) =>
        Screens.IsAbout(criterion.Text) || Offers(criterion) || Views.Named(brief).Any(v => Words.NamesType(criterion.Text, Views.Stem(v)));

    /// <summary>What people shall be able to do, or no longer, where a controller with views of its own takes what they send.</summary>
    private bool Offers(AcceptanceCriterion criterion) =>
        !brief.IsDefect && Words.Any(criterion.Text, Ability) && homes.Of(criterion) is { } home && Views.Of(home, brief).Count > 0;

    private bool NamesTable(string line) => brief.Needs.KnownTables.Any(t => Words.Names(line, t.FullName) || Words.Names(line, t.Name));

    /// <summary>Owners of a criterion among those who have something to do.</summary>
    public IReadOnlyList<string> Owners(AcceptanceCriterion criterion, IReadOnlyList<string> applying)
    {
        var owners = new List<string>();
        Add(SpecialistNames.Database, IsSchema(criterion.Text));
        Add(SpecialistNames.Etl, IsPipeline(criterion.Text));
        Add(SpecialistNames.Api, IsHttp(criterion));
        Add(SpecialistNames.Frontend, IsScreen(criterion) || (brief.IsDefect && owners.Count == 0));
        Add(SpecialistNames.Service, owners.Count == 0 || NeedsLogic(criterion, owners));
        return owners.Count > 0 ? owners : [applying.Contains(SpecialistNames.Service, StringComparer.Ordinal) ? SpecialistNames.Service : applying[^1]];

        void Add(string name, bool claims)
        {
            if (claims && applying.Contains(name, StringComparer.Ordinal))
            {
                owners.Add(name);
            }
        }
    }

    private bool IsSchema(string text) =>
        brief.Needs.Tables.Any(t => Words.Names(text, t.FullName) || Words.Names(text, t.Name))
        || brief.Needs.Columns.Any(c => Words.Names(text, c.Column.Name))
        || (Words.Any(text, SchemaWords) && (NamesTable(text) || brief.Needs.Tables.Count + brief.Needs.Columns.Count > 0));

    /// <summary>A part of a criterion that speaks of tables and columns by their very names; others say what the data are for.</summary>
    private bool IsOfSchema(string part) => Words.Any(part, SchemaWords)
        || brief.Needs.Tables.Any(t => part.Contains(t.Name, StringComparison.Ordinal))
            || brief.Needs.Columns.Any(c => part.Contains(c.Column.Name, StringComparison.Ordinal));

    private bool IsPipeline(string text) =>
        Words.Any(text, PipelineWords)
        || brief.Needs.Jobs.Any(j => Words.Names(text, j.Name)
            || JobTables.Of(j, brief.Grounding).Targets.Any(t => Words.Names(text, t.FullName) || Words.Names(text, t.Name)));

    private static bool IsHttp(AcceptanceCriterion criterion) => NamesOperation(criterion) || Words.Any(criterion.Text, ApiWords);

    private static bool NamesOperation(AcceptanceCriterion criterion) => StatusCode().IsMatch(criterion.Text) || Route().IsMatch(criterion.Text);

    private bool NeedsLogic(AcceptanceCriterion criterion, List<string> owners) => criterion.Text is var text && (
        (owners.Contains(SpecialistNames.Api)
            && !owners.Contains(SpecialistNames.Etl)
            && !Figures.IsTime(text)
            && (Words.Any(text, RuleWords) || brief.Needs.Endpoints.Any(e => Words.NamesRoute(text, e.Route))))
        || (owners is [SpecialistNames.Database] or [SpecialistNames.Frontend] && Words.Any(text, RuleWords))
        || (owners is [SpecialistNames.Frontend] && Offers(criterion))
        || (owners is [SpecialistNames.Database] && Sentences().Split(text).Any(s => !IsOfSchema(s) && Words.Stems(s).Count >= Statement))
        || brief.Needs.KnownTypes.Any(t => Words.NamesType(text, t.Name) && !brief.Needs.Jobs.Any(j => j.Name == t.Name)));

    /// <summary>So many words that carry meaning make a statement of its own.</summary>
    private const int Statement = 3;

    [GeneratedRegex(@"\b[2-5]\d\d\b(?:\s|[.,;)]|$)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex StatusCode();

    [GeneratedRegex(
        @"\b(keeps? working|works? as (today|before|now)|goes? on as|goes? on [a-z]+ing|stays? (as it is|as they are|the same)|(is|are|remains?"
            + @"|stays?) unchanged|remains? (as it is|the same))\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Keeps();

    [GeneratedRegex(@"[;.:](?:\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(GET|POST|PUT|PATCH|DELETE) /|/api/", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Route();
}
