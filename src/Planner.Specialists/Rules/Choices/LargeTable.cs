using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>A column that must be filled on a table that the ticket calls large.</summary>
internal sealed partial class LargeTable : IChoice
{
    public string Key => "large-table";

    public string Specialist => "database";

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
        return new Decision
        {
            Id = "database/decide-large-table",
            Key = TopicKey.Of(TopicKind.Rollout, planned.Table.FullName, column),
            Category = "Deployment",
            Title = $"How is `{planned.Table.FullName}.{column}` filled before it becomes mandatory?",
            Context = $"The ticket speaks of {volume.Value.Trim()}; the column is NOT NULL without a default.",
            Options =
            [
                new DecisionOption("A", "In batches beside the running system", ["Nobody waits; it can be stopped and taken up again.", "Progress shows in one query."], ["Old and new rows differ for hours or days; code must bear an empty value until then."], "A script and some days of watching", Reversibility.Easy) { Key = OptionKey.Of("batches"), BestFor = "Tables that are in use all day.", Keywords = ["in batches"], MigrationPath = "Stop the batches and fill the rest in a window." },
                new DecisionOption("B", "At once, in a maintenance window", ["Code never meets an empty value.", "One step, done."], [$"Writers of `{planned.Table.FullName}` wait until all rows are written; how long must be measured on a copy."], "A window agreed with users", Reversibility.Medium) { Key = OptionKey.Of("window"), BestFor = "Systems with a quiet night.", Keywords = ["maintenance window"], MigrationPath = "Not needed after it ran." },
            ],
            Recommendation = "A",
            Rationale = "It can be stopped at any moment and needs nobody's agreement.",
            Impact = "The order of the scripts and how long both versions of the code live side by side.",
            Weight = 7,
            Reversibility = Reversibility.Easy,
            ReviewTrigger = "Filling takes longer than the time between two releases.",
            Touches = ["database", "service"],
        };
    }

    [GeneratedRegex(@"\b([0-9][0-9.,]*\s*(million|billion|m)\b|[0-9]{1,3}([.,][0-9]{3}){2,})\s*\w*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Large();
}
