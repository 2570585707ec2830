using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>Whether a page says what the JSON file beside it says: to the letter, id by id.</summary>
internal static partial class PageAgreement
{
    /// <summary>An error for the first line of each id that differs; <paramref name="told"/> is the plan as the JSON file tells it.</summary>
    public static void Judge(ArtifactText page, string source, IArtifactRenderer renderer, Plan told, FindingList findings)
    {
        var (written, due) = (Pieces(page.Text), Pieces(new PlanMarks(told).Apply(renderer.Path, renderer.Render(told))));
        foreach (var id in due.Keys.Union(written.Keys, StringComparer.Ordinal))
        {
            if (Difference(written.GetValueOrDefault(id, []), due.GetValueOrDefault(id, [])) is { } line)
            {
                findings.Error(
                    "differs",
                    page,
                    line,
                    id,
                    $"{(id.Length > 0 ? id : "What stands around the ids")} is not the same in {page.Path} and {source}.");
            }
        }
    }

    /// <summary>The first line that differs, the last where lines are missing, 0 where all are; null where nothing differs.</summary>
    private static int? Difference(List<(int Line, string Text)> written, List<(int Line, string Text)> due)
    {
        for (var i = 0; i < Math.Max(written.Count, due.Count); i++)
        {
            if (i >= written.Count)
            {
                return written.Count == 0 ? 0 : written[^1].Line;
            }

            if (i >= due.Count || written[i].Text != due[i].Text)
            {
                return written[i].Line;
            }
        }

        return null;
    }

    /// <summary>Lines by the id that they are about: a row that begins with it, or all below a heading that does, to the next heading of that level.</summary>
    private static Dictionary<string, List<(int Line, string Text)>> Pieces(string page)
    {
        var pieces = new Dictionary<string, List<(int, string)>>(StringComparer.Ordinal);
        var (section, level, lines) = ("", 0, page.Split('\n'));
        for (var i = 0; i < lines.Length; i++)
        {
            var id = About().Match(lines[i]).Groups["id"].Value;
            var heading = lines[i].Length - lines[i].TrimStart('#').Length;
            if (heading > 0 && (id.Length > 0 || heading <= level))
            {
                (section, level) = (id, heading);
            }

            var piece = id.Length > 0 ? id : section;
            pieces.TryAdd(piece, []);
            pieces[piece].Add((i + 1, lines[i]));
        }

        return pieces;
    }

    [GeneratedRegex(@"^(\||#+) (?<id>[A-Z]{1,2}[0-9]{3,})\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex About();
}
