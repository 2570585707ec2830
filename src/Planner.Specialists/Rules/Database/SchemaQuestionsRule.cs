using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>What neither ticket nor schema states is asked, never invented.</summary>
internal sealed class SchemaQuestionsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var planned in brief.Schema.Tables)
        {
            Untyped(brief, draft, planned.Fact.FullName, planned.Untyped);
            Incomplete(brief, draft, planned);
        }

        foreach (var planned in brief.Schema.Columns)
        {
            Untyped(brief, draft, planned.Table.FullName, planned.Untyped);
        }

        foreach (var homeless in brief.Schema.Homeless)
        {
            var name = homeless.Column.Name;
            draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Placement, name, "column"),
                $"Which table gets the column `{name}`?",
                Ownership.Role(SpecialistNames.Database),
                blocking: true,
                "No table is changed for it until this is answered.",
                SpecialistNames.Database,
                SpecialistNames.Service);
            draft.Miss(brief, name, $"The ticket asks for the column `{name}` without saying of which table.");
        }

        if (!MigrationPaths.AreKnown(brief) && draft.Schema.Migrations.Count > 0)
        {
            draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Placement, "migrations"),
                "Where do migrations of this repository live, and which tool runs them?",
                Ownership.Role(SpecialistNames.Database),
                blocking: false,
                "Plain SQL scripts, up and down, under `db/migrations`.",
                SpecialistNames.Database);
            draft.Doubts.Add("no migrations were found, so their place is assumed");
        }
    }

    private static void Untyped(RuleContext brief, OpinionBuilder draft, string table, IReadOnlyList<string> columns)
    {
        foreach (var column in columns)
        {
            draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Shape, table, column),
                $"Which type has `{column}` of `{table}`?",
                brief.Asker,
                blocking: false,
                "text, without a limit of length.",
                SpecialistNames.Database,
                SpecialistNames.Service,
                SpecialistNames.Api);
            draft.Doubts.Add($"nobody states the type of `{table}.{column}`");
        }
    }

    private static void Incomplete(RuleContext brief, OpinionBuilder draft, PlannedTable planned)
    {
        var table = planned.Fact.FullName;
        if (planned.Fact.Columns.Count <= 1)
        {
            draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Shape, table),
                $"Which columns does `{table}` have?",
                brief.Asker,
                blocking: true,
                "Only the key; the script is completed when this is answered.",
                SpecialistNames.Database,
                SpecialistNames.Service,
                SpecialistNames.Api);
            draft.Miss(brief, table, $"The ticket asks for the table `{table}` without stating its columns.");
        }

        if (planned.Fact.PrimaryKey.Count == 0)
        {
            draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Shape, table, "row identity"),
                $"What identifies a row of `{table}`?",
                Ownership.Role(SpecialistNames.Database),
                blocking: false,
                "No primary key is set; the schema shows no common one.",
                SpecialistNames.Database);
            draft.Doubts.Add($"`{table}` has no key");
        }
    }
}
