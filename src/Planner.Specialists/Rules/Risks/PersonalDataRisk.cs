using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Risks;

/// <summary>Data about people in a new place.</summary>
internal sealed class PersonalDataRisk : IRisk
{
    private static readonly string[] Personal = Lexicon.Words("risks", "personal");
    private static readonly string[] Free = Lexicon.Words("risks", "free");

    public string Specialist => "security";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var columns = brief.Schema.Tables.SelectMany(t => t.Fact.Columns.Select(c => (Table: t.Fact.FullName, c.Name, c.Type)))
            .Concat(brief.Schema.Columns.SelectMany(p => p.Columns.Select(c => (Table: p.Table.FullName, c.Name, c.Type))))
            .Where(c => Words.Split(c.Name).Any(w => Personal.Contains(w, StringComparer.Ordinal) || (Free.Contains(w, StringComparer.Ordinal) && Sql.BaseName(c.Type) is "text" && !IsListed(brief, c.Name))))
            .ToList();
        if (columns.Count == 0)
        {
            return null;
        }

        Note(brief, draft, [.. columns.Select(c => c.Table).Distinct(StringComparer.Ordinal)]);
        return new Risk
        {
            Id = "personal-data",
            Title = $"{Words.List(columns.Select(c => $"`{c.Table}.{c.Name}`"))} {(columns.Count == 1 ? "holds" : "hold")} what is known or written about people, and {(columns.Count == 1 ? "reaches" : "reach")} logs or exports that nobody erases.",
            Probability = Level.Medium,
            Impact = Level.Medium,
            Owner = Ownership.Role("security"),
            Mitigation = "Never logged or exported, bounded in length, and covered by the erasure of a person.",
            Tasks = Handling(brief, [.. columns.Select(c => c.Table)]),
            Contingency = "Erase it for the person, and the log lines that hold it.",
            Detection = "A search of logs for a marked test value after the release.",
        };
    }

    /// <summary>The code that handles the data; where there is none, the work that makes their place.</summary>
    private static IReadOnlyList<string> Handling(RuleContext brief, IReadOnlyList<string> tables)
    {
        var code = brief.Earlier.Tasks.Where(t => t.Tests.Count > 0 && t.Area is "service" or "api").Select(t => t.Id).Take(2).ToList();
        return code.Count > 0 ? code : [.. brief.Earlier.Tasks.Where(t => t.Tables.Intersect(tables, StringComparer.Ordinal).Any()).Select(t => t.Id)];
    }

    private static void Note(RuleContext brief, OpinionBuilder draft, IReadOnlyList<string> tables)
    {
        var names = Words.List(tables.Select(t => $"`{t}`"));
        draft.Cite([.. tables.Select(t => brief.Grounding.Tables.FirstOrDefault(k => k.FullName == t)?.Place() ?? "")]);
        draft.Summary.Add($"keeps what {names} {(tables.Count == 1 ? "knows" : "know")} of people out of logs and exports");
        draft.Ask(brief, TopicKey.Of(TopicKind.Removal, [.. tables, "retention"]), $"How long is what {names} {(tables.Count == 1 ? "holds" : "hold")} about people kept, and who erases it?", brief.Asker, blocking: false, "As long as the row it belongs to, and it is erased with the person.", "database", "security");
    }

    private static bool IsListed(RuleContext brief, string column) => brief.Schema.Tables.Any(t => t.Guards.Any(g => g.Column == column));
}
