using System.Globalization;
using System.Text;
using Planner.Core.Review.Audits;

namespace Planner.Specialists.Models.Packing;

/// <summary>What was found in a plan before it was changed, numbered, for a model to say what became of each.</summary>
internal static class EarlierText
{
    public static string Of(IReadOnlyList<AuditClaim> claims)
    {
        var text = new StringBuilder("# What was found in the plan before it was changed\n<<<\n");
        for (var i = 0; i < claims.Count; i++)
        {
            text.Append((i + 1).ToString(CultureInfo.InvariantCulture))
                .Append(Fence.Line($". {claims[i].Fault} at {claims[i].Place}: {claims[i].Message} It cited: {claims[i].Quote}"))
                .Append('\n');
        }

        return text.Append(">>>\nSay of each number whether it still holds. Ids of tasks may have changed since.\n").ToString();
    }
}
