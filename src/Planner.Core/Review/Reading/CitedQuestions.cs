using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>What the pages say of questions: each id that they cite is asked, and each mark of something unclear has its question.</summary>
internal static partial class CitedQuestions
{
    public static IEnumerable<Finding> In(ArtifactSet artifacts, Plan plan, IReadOnlyCollection<string> asked)
    {
        var said = new Quotations(plan);
        foreach (var file in artifacts.Files)
        {
            var lines = file.Text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                foreach (var id in Ids().Matches(lines[i]).Select(m => m.Value).Where(id => !asked.Contains(id, StringComparer.Ordinal) && !said.Hold(id)))
                {
                    yield return new("Q10.unknown", Severity.Error, file.Path, i + 1, id, $"{id} is cited here and stands in no list of questions.");
                }

                foreach (var _ in Marks()
                    .Matches(lines[i])
                    .Where(m => !Ids().Matches(m.Value).Any(id => asked.Contains(id.Value, StringComparer.Ordinal)) && !said.Hold(lines[i], m.Index, m.Length)))
                {
                    yield return new("Q10.marker", Severity.Error, file.Path, i + 1, "", "This is marked as unclear and names no question that asks about it.");
                }
            }
        }
    }

    [GeneratedRegex(@"\bQ[0-9]{3,}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();

    [GeneratedRegex(@"\[NEEDS CLARIFICATION[^\]]*\]?", RegexOptions.NonBacktracking)]
    private static partial Regex Marks();
}
