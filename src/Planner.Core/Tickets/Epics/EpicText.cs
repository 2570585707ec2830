using System.Text;

namespace Planner.Core.Tickets.Epics;

/// <summary>The epic with the words of its stories below its own, so that whoever reads the ticket reads them too.</summary>
internal static class EpicText
{
    /// <summary>The whole text, and the keys of stories whose text found no room any more.</summary>
    public static (string Text, IReadOnlyList<string> Left) Join(Ticket epic, IEnumerable<Ticket> stories)
    {
        var text = new StringBuilder(Closed(epic.Description));
        var left = new List<string>();
        foreach (var story in stories)
        {
            var section = $"# {story.Title}\n\n{Closed(story.Description)}".TrimEnd();
            if (text.Length + section.Length > TicketText.MaxDescription)
            {
                left.Add(story.Key);
                continue;
            }

            text.Append(text.Length > 0 ? "\n\n" : "").Append(section);
        }

        return (text.ToString(), left);
    }

    /// <summary>A code block that a story forgets to end must not swallow the next one.</summary>
    private static string Closed(string text)
    {
        var fences = text.Split('\n')
            .Select(l => l.TrimStart())
            .Where(l => l.StartsWith("```", StringComparison.Ordinal) || l.StartsWith("~~~", StringComparison.Ordinal))
            .ToList();
        return fences.Count % 2 == 0 ? text : $"{text}\n{fences[^1][..3]}";
    }
}
