using Planner.Core.Review.Audits;
using Planner.Core.Text;

namespace Planner.Core.Tests.Review.Audits;

/// <summary>Audits of the sound plan.</summary>
internal static class AuditOf
{
    /// <summary>Enough things looked at, all of them cited, and what a test adds.</summary>
    public static PlanAudit Sound(params IReadOnlyList<AuditClaim> claims) => new()
    {
        Model = "auditor-1",
        Checked = [.. Enumerable.Range(1, 6).Select(n => Check($"thing {n}", quote: "void Cancel(Order order)"[..^n]))],
        Claims = claims,
        Texts = [Reviewed.Sound.Ticket.Description, PlanJson.Content(Reviewed.Sound.Tasks), "12: void Cancel(Order order) => orders.Drop(order);"],
    };

    public static AuditCheck Check(string what, string place = "src/Shop/OrderService.cs", string quote = "void Cancel(Order order)") =>
        new(what, AuditResult.Holds, place, quote);

    public static AuditClaim Claim(
        AuditFault fault = AuditFault.Missing, string place = "src/Shop/OrdersEndpoints.cs", string quote = "orders.Drop(order)", bool blocks = true,
        string? specialist = "service") => new(fault, "A caller is not changed.", place, quote, blocks, specialist);
}
