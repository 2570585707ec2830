using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Reading;

/// <summary>Words that a draft leaves behind. What the ticket, the code base or people themselves say is no residue.</summary>
internal sealed partial class Residue(Plan plan)
{
    private readonly Quotations said = new(plan);

    public IEnumerable<Finding> In(ArtifactText file)
    {
        var lines = file.Text.Split('\n');
        var prose = file.IsMarkdown ? MarkdownOutline.Of(file.Text).Live().ToDictionary(l => l.Number, l => l.Text) : [];
        for (var i = 0; i < lines.Length; i++)
        {
            var found = Words().Matches(lines[i]).Concat(prose.TryGetValue(i + 1, out var text) ? Tokens().Matches(WithoutRoutes(text)) : []);
            foreach (var word in found.Where(m => !said.Hold(lines[i], m.Index, m.Length)).Select(m => m.Value.Trim()).Distinct(StringComparer.Ordinal))
            {
                yield return new("Q8.residue", Severity.Error, file.Path, i + 1, "", $"\"{word}\" is left over from a draft.");
            }
        }
    }

    /// <summary>Blanks instead of words with a slash, whose braces are parameters of routes.</summary>
    private static string WithoutRoutes(string line) => Route().Replace(line, m => new string(' ', m.Length));

    [GeneratedRegex(
        @"\b(TBD|TODO|FIXME|XXX)\b|\[(…|\.\.\.)\]|(^|[^$])\{\{ ?[\w.]+ ?\}\}|(^|[^/])\{name\}|\b[Ll]orem ipsum\b|\b[Aa]s an AI\b|\b[Ss]imilar to above\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(@"(^|[^{$\w])\{[A-Za-z_][\w -]*\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\S*/\S*", RegexOptions.NonBacktracking)]
    private static partial Regex Route();
}
