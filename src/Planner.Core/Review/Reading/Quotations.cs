using System.Net;
using Planner.Core.Plans;
using Planner.Core.Text;

namespace Planner.Core.Review.Reading;

/// <summary>What the ticket, the code base and people said: a page that repeats it is not to blame for its words.</summary>
internal sealed class Quotations(Plan plan)
{
    /// <summary>So many letters beside a word show that it is quoted.</summary>
    private const int Neighbours = 8;

    private const int FewestLetters = 4;

    private readonly Lazy<string> said = new(() => Bare(string.Join(
        '\n',
        [
            plan.Ticket.Summary, PlanJson.Content(plan.Ticket), .. plan.Criteria.Items.Select(c => c.Text), PlanJson.Content(plan.Grounding),
            .. plan.Questions.Select(q => q.Answer ?? ""), .. plan.Decisions.Select(d => d.Rationale), .. plan.Research.Select(r => PlanJson.Content(r)),
        ])));

    /// <summary>True where what stands right before or behind these letters of a line stands there in what was said, too.</summary>
    public bool Hold(string line, int at, int length)
    {
        var before = line[Math.Max(0, at - Neighbours)..at];
        var behind = line[(at + length)..Math.Min(line.Length, at + length + Neighbours)];
        var word = line.Substring(at, length);
        return IsSaid(before + word, before) || IsSaid(word + behind, behind);
    }

    /// <summary>True where the ticket, the code base or people use this word anywhere.</summary>
    public bool Hold(string word) => said.Value.Contains(Bare(word), StringComparison.Ordinal);

    private bool IsSaid(string text, string beside) => Bare(beside).Count(char.IsLetterOrDigit) >= FewestLetters && Hold(text);

    /// <summary>Without the marks that Markdown and JSON put before letters.</summary>
    private static string Bare(string text) =>
        WebUtility.HtmlDecode(text).Replace("\\", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal);
}
