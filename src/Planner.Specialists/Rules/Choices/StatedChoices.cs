using System.Text.RegularExpressions;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>A choice that the ticket leaves open with its options spelled out.</summary>
internal sealed record StatedChoice(string Question, IReadOnlyList<string> Options)
{
    /// <summary>All of it.</summary>
    public string Text => Question + " " + string.Join(' ', Options);
}

/// <summary>Reads "Option A: … Option B: …" with the question or heading above.</summary>
internal static partial class StatedChoices
{
    public static IReadOnlyList<StatedChoice> Of(TicketContext brief)
    {
        var found = new List<StatedChoice>();
        var (question, options) = ("", new List<string>());
        foreach (var line in brief.Ticket.Description.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()))
        {
            if (Option().Match(line) is { Success: true } option)
            {
                options.Add(option.Groups["text"].Value.Trim());
            }
            else if (line.Length > 0 && (line.StartsWith('#') || line.EndsWith('?') || line.EndsWith(':')))
            {
                Close();
                question = Marks().Replace(line, "").TrimEnd(':');
            }
        }

        Close();
        return found;

        void Close()
        {
            if (options.Count > 1 && question.Length > 0)
            {
                found.Add(new StatedChoice(question, [.. options]));
            }

            options.Clear();
        }
    }

    [GeneratedRegex(
        @"\A([-*]\s+)?\**(option|alternative|variant)\s+[A-Za-z0-9]\**\s*[:.)–-]\**\s*(?<text>.{3,})\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Option();

    [GeneratedRegex(@"\A[#*\s-]*([0-9]+[.)]\s*)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Marks();
}
