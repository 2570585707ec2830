using System.Text.Json;
using Planner.Core.LanguageModels;
using Planner.Specialists.Models.Packing;

namespace Planner.Specialists.Models.Tools;

/// <summary>A table of the database, or the names of all.</summary>
internal sealed class DescribeTableTool : ICodeTool
{
    public ModelTool Description { get; } = new(
        "describe_table",
        "Columns, keys, indexes and checks of a table; without a name, the names of all tables and views.",
        """{"type":"object","properties":{"name":{"type":["string","null"]}},"required":["name"],"additionalProperties":false}""");

    public Task<string> Use(JsonElement arguments, LookupPlace place, CancellationToken cancellation)
    {
        var name = arguments.Text("name");
        var (facts, all) = (place.Grounding.Tables, place.Grounding.Inventory);
        if (facts.FirstOrDefault(t => t.FullName.Equals(name, StringComparison.OrdinalIgnoreCase)
            || t.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } table)
        {
            return Task.FromResult(GroundingText.Table(table));
        }

        var columns = all.Columns.Where(c => c.StartsWith(name + ".", StringComparison.OrdinalIgnoreCase)).ToList();
        return Task.FromResult(name.Length > 0 && columns.Count > 0 ? string.Join('\n', columns)
            : $"{(name.Length > 0 ? $"There is no table {name}. " : "")}Tables and views: {string.Join(", ", all.Tables)}");
    }
}
