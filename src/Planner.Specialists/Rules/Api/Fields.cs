using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;
using Planner.Specialists.Rules.Service;

namespace Planner.Specialists.Rules.Api;

/// <summary>Fields of bodies, told by columns.</summary>
internal static class Fields
{
    private static readonly string[] Hidden = Lexicon.Words("api", "hidden");

    /// <summary>What a caller sends to make a row.</summary>
    public static IReadOnlyList<ApiField> Request(NewEndpoint endpoint, PlannedTable table, RuleContext brief)
    {
        if (StatedParts.Body(endpoint, brief) is { Count: > 0 } stated)
        {
            return stated;
        }

        var concept = Concept.All(brief).FirstOrDefault(c => c.Table == table);
        return concept is null || endpoint.Method is not ("POST" or "PUT" or "PATCH") || Operations.Name(endpoint) is not ("Create" or "Update")
            ? []
            : [.. Operations.Given(concept, endpoint).Select(c => Of(c, table.Guards))];
    }

    /// <summary>A row as callers see it.</summary>
    public static IReadOnlyList<ApiField> Response(TableFact table, IReadOnlyList<Guard> guards) =>
        [.. table.Columns.Where(c => !Words.Split(c.Name).Any(p => Hidden.Contains(p, StringComparer.Ordinal))).Select(c => Of(c, guards))];

    public static ApiField Of(ColumnFact column, IReadOnlyList<Guard> guards) =>
        ColumnField.Of(column, guards.FirstOrDefault(g => g.Column == column.Name)?.Condition);
}
