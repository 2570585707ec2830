using System.Text.RegularExpressions;
using Planner.Core.Opinions;

namespace Planner.Core.Artifacts.Markdown;

/// <summary>
/// Writes PROVISIONAL behind the id of every provisional decision, wherever a page mentions it; that of another ticket (<c>SHOP-9
/// TD001</c>) is another decision.
/// </summary>
internal sealed class ProvisionalMarks
{
    public const string Mark = " (PROVISIONAL)";

    private readonly Regex? mentions;

    public ProvisionalMarks(IEnumerable<SettledDecision> decisions)
    {
        var ids = decisions.Where(d => d.Status == DecisionStatus.Provisional).Select(d => Regex.Escape(d.Decision.Id)).ToList();
        mentions = ids.Count == 0
            ? null
            : new($@"(?<!\b[A-Z][A-Z0-9_]*-[0-9]+ )\b({string.Join('|', ids)})\b(?! \(PROVISIONAL\))", RegexOptions.None, TimeSpan.FromSeconds(5));
    }

    public string Apply(string path, string text) =>
        mentions is null || !path.EndsWith(".md", StringComparison.Ordinal) ? text : mentions.Replace(text, "$1" + Mark);
}
