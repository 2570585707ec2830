using Planner.Core.Opinions.Guarding.Writing;

namespace Planner.Core.Opinions.Guarding;

/// <summary>
/// Judges an opinion by what is known, whoever gave it: ids, paths, tables and columns, decisions, estimates, sizes of texts,
/// references and coverage; of a model also what it writes. Pure: the same opinion and context give the same result.
/// </summary>
public static class OpinionGuard
{
    private static readonly IGuardRule[] Rules =
    [
        new SilenceGuard(), new DesignGuard(), new WritingGuard(), new TextGuard(), new IdGuard(), new EffortGuard(), new PathGuard(),
        new ScriptGuard(), new SchemaGuard(), new VerificationGuard(), new DecisionGuard(), new ReferenceGuard(), new CoverageGuard(),
    ];

    /// <summary>What the author may repair; empty where all fits.</summary>
    public static IReadOnlyList<OpinionFinding> Check(Opinion opinion, GuardContext context) => Sift(opinion, context).Findings;

    /// <summary>
    /// The opinion without what does not fit, with a finding for each, and less confident where something is missing. What remains
    /// refers to nothing that was left out.
    /// </summary>
    public static Opinion Admit(Opinion opinion, GuardContext context)
    {
        var (kept, findings) = Sift(opinion, context);
        return Hold(kept, findings);
    }

    /// <summary>Notes what did not fit beside the opinions of others, and takes the confidence that it costs.</summary>
    public static Opinion Hold(Opinion opinion, IReadOnlyList<OpinionFinding> findings) =>
        findings.Count == 0 ? opinion : ConfidenceCap.Held(opinion with { Findings = [.. opinion.Findings, .. findings] }, findings);

    private static (Opinion Kept, IReadOnlyList<OpinionFinding> Findings) Sift(Opinion opinion, GuardContext context)
    {
        var sieve = new GuardFindings(context);
        var kept = Rules.Aggregate(opinion with { Specialist = context.Specialist, Round = context.Round }, (o, rule) => rule.Apply(o, sieve));
        return (kept, sieve.Findings);
    }
}
