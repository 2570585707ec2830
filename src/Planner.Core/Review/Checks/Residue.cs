using System.Text.RegularExpressions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Words that a draft leaves behind. What the ticket itself says is no residue.</summary>
internal sealed partial class Residue(Plan plan)
{
    private readonly string _ticket = string.Join('\n', [plan.Ticket.Summary, plan.Ticket.Description, .. plan.Criteria.Items.Select(c => c.Text)]);

    public IEnumerable<Finding> In(ArtifactText file)
    {
        var lines = file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var word in Words().Matches(lines[i]).Select(m => m.Value).Where(w => !_ticket.Contains(w, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
            {
                yield return new("Q8.residue", Severity.Error, file.Path, i + 1, "", $"\"{word}\" is left over from a draft.");
            }
        }
    }

    [GeneratedRegex(@"\b(TBD|TODO|FIXME|XXX)\b|\[(…|\.\.\.)\]|\{\{|\}\}[^\w]|\{name\}|\b[Ll]orem ipsum\b|\b[Aa]s an AI\b|\b[Ss]imilar to above\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
