using System.Text.RegularExpressions;

namespace Planner.Core.Opinions.Guarding.Writing;

/// <summary>A model does not answer for people: a line that would be an answer on the ticket, were it a comment, is no line of a plan.</summary>
internal sealed partial class ReplyRule : IWritingRule
{
    public string Clean(string text, KnownWriting known, Action<string> takenOut)
    {
        var cleaned = Reply().Replace(text, "${before}(answer left out)");
        if (cleaned != text)
        {
            takenOut("an answer that only people give");
        }

        return cleaned;
    }

    [GeneratedRegex(
        @"(?m)^(?<before>[ \t>|*_-]*)/(?:(?:decide\s+TD|answer\s+Q)[^\n]*|plan(?:\s+(?:status|refine|cancel)[^\n]*)?[ \t]*$)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reply();
}
