using Planner.Core.Review.Audits;

namespace Planner.Specialists.Models.Replies;

/// <summary>An audit as the review takes it: bounded, on single lines. Whether it cites what is there is the review's to judge.</summary>
internal static class ReplyAudit
{
    private const int MostChecked = 60;
    private const int MostClaims = 40;
    private const int LongestText = 800;
    private const int LongestQuote = 400;

    public static PlanAudit Of(AuditReply reply, string model, IReadOnlyList<string> texts) => new()
    {
        Model = model,
        Checked = [.. reply.Checked.Take(MostChecked).Select(c => new AuditCheck(Text(c.What), c.Result, Text(c.Place), Quote(c.Quote)))],
        Claims = [.. reply.Missing.Select(Missing).Concat(reply.Findings.Select(Wrong)).Where(c => c.Message.Length > 0).Take(MostClaims)],
        Earlier = [.. reply.Earlier.Take(MostClaims).Select(e => new EarlierClaim(e.Number, e.Holds, Text(e.Place), Quote(e.Quote)))],
        Texts = texts,
    };

    private static AuditClaim Missing(MissingReply reply) =>
        new(AuditFault.Missing, Text(reply.Message), Text(reply.Place), Quote(reply.Quote), reply.Blocks, reply.Specialist);

    private static AuditClaim Wrong(FaultReply reply) =>
        new(Fault(reply.Fault), Text(reply.Message), Text(reply.Place), Quote(reply.Quote), reply.Blocks, reply.Specialist);

    private static AuditFault Fault(FaultKind kind) => kind switch
    {
        FaultKind.Contradiction => AuditFault.Contradiction,
        FaultKind.Duplicate => AuditFault.Duplicate,
        FaultKind.Wrong => AuditFault.Wrong,
        FaultKind.Unordered => AuditFault.Unordered,
        FaultKind.Excess => AuditFault.Excess,
        FaultKind.Unfounded => AuditFault.Unfounded,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Quote(string text) => Cut(text.Trim(), LongestQuote);

    private static string Text(string text) => Cut(text.ReplaceLineEndings(" ").Trim(), LongestText);

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
