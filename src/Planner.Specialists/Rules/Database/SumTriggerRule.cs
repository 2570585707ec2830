using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Database;

/// <summary>
/// Where people decided for a trigger on a new table: children may not add up to more than their parent's column of
/// the same name. What such a trigger should do otherwise nobody states, and is asked.
/// </summary>
internal sealed class SumTriggerRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var planned in brief.Schema.Tables)
        {
            if (Decided(planned, brief) is not { } decision)
            {
                continue;
            }

            if (Shared(planned, brief) is { } shared)
            {
                draft.Migrate(brief, Script(planned.Fact, shared.Key, shared.Column, decision, brief));
                draft.Summary.Add($"guards `{planned.Fact.FullName}.{shared.Column}` by a trigger");
            }
            else
            {
                draft.Ask(
                    brief,
                    TopicKey.Of(TopicKind.Rule, planned.Fact.FullName, "trigger"),
                    $"Which rule shall the trigger on `{planned.Fact.FullName}` hold, column by column?",
                    Ownership.Role(SpecialistNames.Database),
                    blocking: true,
                    "No trigger is written until this is answered.",
                    SpecialistNames.Database);
            }
        }
    }

    private static SettledDecision? Decided(PlannedTable planned, RuleContext brief) => brief.Decisions
        .FirstOrDefault(d => d.Chosen.Key.IsWording
            ? Words.Names(d.Chosen.Title, "trigger") && Words.Names(d.Chosen.Title, planned.Fact.Name)
            : d.Chosen.Key == StatedDecisions.Trigger(planned.Fact));

    /// <summary>A reference whose target has a number of the same name.</summary>
    private static (ForeignKeyFact Key, string Column)? Shared(PlannedTable planned, RuleContext brief) => planned.Fact.ForeignKeys
        .SelectMany(k => planned.Fact.Columns.Where(c => c.Name != "id"
            && IsNumber(c)
            && brief.Grounding.Tables.First(t => t.FullName == k.Table).Columns.Any(p => p.Name == c.Name && IsNumber(p))
            && !c.Name.EndsWith("_id", StringComparison.Ordinal)).Select(c => ((ForeignKeyFact, string)?)(k, c.Name)))
        .FirstOrDefault();

    private static bool IsNumber(ColumnFact column) => Sql.ClrType(column).TrimEnd('?') is "int" or "long" or "short" or "decimal";

    private static MigrationStep Script(TableFact table, ForeignKeyFact key, string column, SettledDecision decision, RuleContext brief)
    {
        var (child, parent, parents, summed) = (Sql.Quoted(key.Columns[0]), Sql.Quoted(key.References[0]), Sql.Quoted(key.Table), Sql.Quoted(column));
        var name = $"{table.Name}_{column}".ToLowerInvariant();
        var up = $"""
            CREATE FUNCTION check_{name}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              -- The parent row is the queue: whoever comes second waits here and then sees the first one's rows.
              PERFORM 1 FROM {parents} WHERE {parent} = NEW.{child} FOR UPDATE;
              IF (SELECT sum({summed}) FROM {table.Written()} WHERE {child} = NEW.{child})
                 > (SELECT {summed} FROM {parents} WHERE {parent} = NEW.{child}) THEN
                RAISE EXCEPTION 'More {column} in {table.FullName} than in {key.Table}' USING ERRCODE = 'check_violation';
              END IF;
              RETURN NULL;
            END
            $$;

            CREATE CONSTRAINT TRIGGER tr_{name} AFTER INSERT OR UPDATE ON {table.Written()}
              FOR EACH ROW EXECUTE FUNCTION check_{name}();

            """.ReplaceLineEndings("\n");
        var down = $"DROP TRIGGER tr_{name} ON {table.Written()};\nDROP FUNCTION check_{name}();\n";
        return new MigrationStep(
            $"guard_{name}",
            $"Guard the sum of `{table.FullName}.{column}` by a constraint trigger",
            up,
            down,
            [table.FullName],
            $"SHARE ROW EXCLUSIVE on `{table.FullName}` while the trigger is made; later each write locks its row of `{key.Table}` until it commits.",
            TaskSize.S)
        {
            Satisfies = [.. brief.Claims.About(SpecialistNames.Database, $"{table.Name} {column} sum"), decision.Decision.Id],
            Detail = $"Follows from the decision \"{decision.Decision.Title}\". Callers get SQLSTATE 23514, which the service turns into its own refusal.",
        };
    }
}
