using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>
/// The sketch of an option that the ticket tells in words: who writes, what it leans on, and what the database holds. Null where the
/// words name nothing that there is.
/// </summary>
internal static class ToldSketch
{
    private static readonly string[] Rules = Lexicon.Words("choices", "rules");
    private const int MostTypes = 3;

    public static Sketch? Of(string text, TicketContext brief)
    {
        var job = brief.Grounding.Jobs.FirstOrDefault(j => Words.NamesType(text, j.Name));
        var writer = job?.Part() ?? Service(text, brief);
        if (writer is null)
        {
            return null;
        }

        var endpoint = job is null ? Parts.WritingEndpoint(brief) : null;
        var arrows = Array.Find(Rules, r => Words.Names(text, r)) is { } rule
            ? Held(text, rule, endpoint, writer, brief)
            : Leaning(text, endpoint, writer, brief);
        return arrows.Count == 0 ? null : new Sketch(arrows);
    }

    private static SketchPart? Service(string text, TicketContext brief) =>
        brief.Needs.Types.Where(t => t.EndsWith("Service", StringComparison.Ordinal) && Words.NamesType(text, t))
            .Select(t => new SketchPart(t, PartKind.Type, IsNew: true))
            .Concat(Named(text, brief).Where(t => t.Name.EndsWith("Service", StringComparison.Ordinal)).Select(t => t.Part()))
            .FirstOrDefault() ?? Parts.WritingService(brief);

    /// <summary>The database holds the rule, whoever writes.</summary>
    private static IReadOnlyList<SketchArrow> Held(string text, string rule, SketchPart? endpoint, SketchPart writer, TicketContext brief) =>
        Table(text, brief) is { } table
        ? Parts.Chain((endpoint, ""), (writer, "calls"), (table, "writes"), (new SketchPart(rule, PartKind.Rule, IsNew: true), "is checked by"))
        : [];

    private static IReadOnlyList<SketchArrow> Leaning(string text, SketchPart? endpoint, SketchPart writer, TicketContext brief)
    {
        var types = Named(text, brief).Where(t => t.Name != writer.Name).Take(MostTypes).ToList();
        return types.Count == 0 && !Words.NamesType(text, writer.Name) ? [] :
        [
            .. Parts.Chain((endpoint, ""), (writer, "calls"), (Table(text, brief), "writes")),
            .. types.Select(t => new SketchArrow(writer, t.Part(), Called(text, t) ?? "uses")),
        ];
    }

    /// <summary>The member that the words name, or null.</summary>
    private static string? Called(string text, TypeFact type) => type.Members.FirstOrDefault(m => m.Name.Length > 4 && Words.Names(text, m.Name))?.Name;

    /// <summary>The table that the words name, else the one that the ticket makes.</summary>
    private static SketchPart? Table(string text, TicketContext brief)
    {
        var named = brief.Needs.Tables.Select(t => t.FullName)
            .Concat(brief.Grounding.Tables.Where(t => !t.IsView).Select(t => t.FullName))
            .FirstOrDefault(n => Words.Names(text, n));
        return (named ?? brief.Needs.Tables.Select(t => t.FullName).FirstOrDefault()) is { } name ? Parts.Table(name, brief) : null;
    }

    private static IEnumerable<TypeFact> Named(string text, TicketContext brief) =>
        brief.Grounding.Types.Where(t => t.Kind is not "enum" && !brief.Files.IsTest(t.File) && Words.NamesType(text, t.Name)).DistinctBy(t => t.Name);
}
