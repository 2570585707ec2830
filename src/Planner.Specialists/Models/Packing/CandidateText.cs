using System.Text;
using Planner.Core.Grounding.Facts;

namespace Planner.Specialists.Models.Packing;

/// <summary>Files that a ticket may change, one line each, without what stands in them.</summary>
internal static class CandidateText
{
    private const int MostTypes = 4;

    public static string Of(TicketGrounding grounding)
    {
        var types = grounding.Types.ToLookup(t => t.File, t => t.Name, StringComparer.Ordinal);
        var text = new StringBuilder("# Candidates\n<<<\n");
        foreach (var (file, place) in grounding.Files.Select((f, i) => (f, i + 1)))
        {
            var declared = types[file.Path].Take(MostTypes).ToList();
            text.Append(Fence.Line($"{file.Path}{(declared.Count > 0 ? $" [{string.Join(", ", declared)}]" : "")} #{place}: {file.Why}")).Append('\n');
        }

        return text.Append(">>>\n").ToString();
    }
}
