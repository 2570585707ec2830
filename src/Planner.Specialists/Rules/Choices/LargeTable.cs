using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>A column that must be filled on a table that the ticket calls large.</summary>
internal sealed partial class LargeTable : IChoice
{
    private static readonly DecisionTemplate Entry = DecisionTemplate.Of("large-table", typeof(Facts));

    public string Key => Entry.Key;

    public string Specialist => Entry.Specialist;

    public IReadOnlyList<string> Criteria(TicketContext brief) => [.. brief.Claims.For("database").Select(c => c.Id)];

    public bool IsMeantBy(string sentence) => Words.Any(sentence, "maintenance window", "downtime", "in batches");

    public Decision? Propose(TicketContext brief)
    {
        var planned = brief.Schema.Columns.FirstOrDefault(c => c.Columns.Any(n => !n.Nullable && n.Default is null));
        var volume = Large().Match(brief.Text);
        if (planned is null || !volume.Success)
        {
            return null;
        }

        var column = planned.Columns.First(n => !n.Nullable && n.Default is null).Name;
        var facts = new Facts(planned.Table.FullName, column, volume.Value.Trim());
        return Entry.Propose(
            facts,
            TopicKey.Of(TopicKind.Rollout, planned.Table.FullName, column),
            [Entry.Option(facts, "A", OptionKey.Of("batches")), Entry.Option(facts, "B", OptionKey.Of("window"))],
            recommended: "A");
    }

    private sealed record Facts(string Table, string Column, string Volume);

    [GeneratedRegex(
        @"\b([0-9][0-9.,]*\s*(million|billion|m)\b|[0-9]{1,3}([.,][0-9]{3}){2,})\s*\w*",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Large();
}
