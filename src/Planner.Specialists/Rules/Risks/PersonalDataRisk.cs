using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Risks;

/// <summary>Data about people in a new place.</summary>
internal sealed class PersonalDataRisk : IRisk
{
    private static readonly string[] Personal = Lexicon.Words("risks", "personal");
    private static readonly string[] Free = Lexicon.Words("risks", "free");

    private static readonly RiskTemplate Entry = RiskTemplate.Of("personal-data", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var columns = brief.Schema.Tables.SelectMany(t => t.Fact.Columns.Select(c => (Table: t.Fact.FullName, c.Name, c.Type)))
            .Concat(brief.Schema.Columns.SelectMany(p => p.Columns.Select(c => (Table: p.Table.FullName, c.Name, c.Type))))
            .Where(c => Words.Split(c.Name).Any(w => IsPersonal(brief, w, c.Name, c.Type)))
            .ToList();
        if (columns.Count == 0)
        {
            return null;
        }

        var tables = columns.Select(c => c.Table).Distinct(StringComparer.Ordinal).ToList();
        var facts = new Facts(
            Words.List(columns.Select(c => $"`{c.Table}.{c.Name}`")), columns.Count == 1, Words.List(tables.Select(t => $"`{t}`")), tables.Count == 1);
        Note(brief, draft, tables, Entry.Fill(facts));
        return Entry.Raise(facts, Ownership.Role(Specialist), Handling(brief, tables));
    }

    private static bool IsPersonal(RuleContext brief, string word, string column, string type) => Personal.Contains(word, StringComparer.Ordinal)
        || (Free.Contains(word, StringComparer.Ordinal) && Sql.BaseName(type) is "text" && !IsListed(brief, column));

    /// <summary>The code that handles the data; where there is none, the work that makes their place.</summary>
    private static IReadOnlyList<string> Handling(RuleContext brief, IReadOnlyList<string> tables)
    {
        var code = brief.Earlier.Tasks.Where(t => t.Tests.Count > 0 && t.Area is "service" or "api").Select(t => t.Id).Take(2).ToList();
        return code.Count > 0 ? code : [.. brief.Earlier.Tasks.Where(t => t.Tables.Intersect(tables, StringComparer.Ordinal).Any()).Select(t => t.Id)];
    }

    private static void Note(RuleContext brief, OpinionBuilder draft, IReadOnlyList<string> tables, FilledEntry told)
    {
        var about = TopicKey.Of(TopicKind.Removal, [.. tables, "retention"]);
        draft.Cite([.. tables.Select(t => brief.Grounding.Tables.FirstOrDefault(k => k.FullName == t)?.Place() ?? "")]);
        draft.Summary.Add(told.Text("Summary"));
        draft.Ask(brief, about, told.Text("Question"), brief.Asker, blocking: false, told.Text("Assumption"), "database", "security");
    }

    private static bool IsListed(RuleContext brief, string column) => brief.Schema.Tables.Any(t => t.Guards.Any(g => g.Column == column));

    private sealed record Facts(string Columns, bool OneColumn, string Tables, bool OneTable);
}
