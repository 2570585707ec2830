using System.Text;
using Planner.Core.Grounding.Facts;

namespace Planner.Specialists.Models.Packing;

/// <summary>Files that a ticket may change, one line each, without what stands in them.</summary>
internal static class CandidateText
{
    private const int LongestReason = 90;

    public static string Of(TicketGrounding grounding)
    {
        var text = new StringBuilder("# Candidates\n<<<\n");
        foreach (var file in grounding.Candidates)
        {
            var types = file.Types.Count > 0 ? $" [{string.Join(", ", file.Types)}]" : "";
            text.Append(Fence.Line($"{file.Path}{types} #{file.Rank}: {string.Join("; ", file.Reasons.Select(Short))}")).Append('\n');
        }

        return text.Append(">>>\n").ToString();
    }

    private static string Short(string reason) => reason.Length > LongestReason ? reason[..LongestReason] + "…" : reason;
}
