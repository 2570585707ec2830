using System.Collections.Concurrent;
using Planner.Core.LanguageModels;
using Planner.Core.Review.Audits;
using Planner.Durability;

namespace Planner.Testing.Planning;

/// <summary>An auditor that says what a test says, and remembers what it was given. It reads titles of tasks, and each reading takes as much.</summary>
public sealed class ScriptedAuditor(Func<AuditInputs, PlanAudit> script) : IPlanAuditor
{
    /// <summary>Every request, in order.</summary>
    public ConcurrentQueue<AuditInputs> Asked { get; } = new();

    /// <summary>What one reading takes.</summary>
    public static LedgerEntry Price { get; } = new("scripted", "second", 1_000, 100, 0.5m);

    /// <summary>An audit that looked at enough, all of it cited, and what a test adds.</summary>
    public static PlanAudit Sound(AuditInputs inputs, params IReadOnlyList<AuditClaim> claims) => new()
    {
        Model = "auditor-1",
        Checked = [.. Enumerable.Range(1, 6).Select(n => new AuditCheck($"thing {n}", AuditResult.Holds, "AC1", inputs.Plan.Criteria.Items[0].Text[..^n]))],
        Claims = claims,
        Texts = [inputs.Plan.Criteria.Items[0].Text, .. inputs.Plan.Tasks.Select(t => t.Title)],
        Ledger = [Price],
    };

    /// <inheritdoc />
    public string Subject(AuditInputs inputs) => string.Join('\n', inputs.Plan.Tasks.Select(t => t.Title));

    /// <inheritdoc />
    public Task<PlanAudit> Audit(AuditInputs inputs, StepCall call)
    {
        Asked.Enqueue(inputs);
        return Task.FromResult(script(inputs));
    }
}
