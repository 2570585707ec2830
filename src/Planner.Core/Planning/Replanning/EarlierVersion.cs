using System.Globalization;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Changes;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;
using Planner.Durability;

namespace Planner.Core.Planning.Replanning;

/// <summary>The version that a new one is compared with; null where there is none.</summary>
internal sealed record ComparedVersion(int? Number);

/// <summary>
/// Compares a plan with the ticket's version before. Which one that is is settled once per run, so that a run that is
/// killed while it writes, and meets other versions when it goes on, writes the same bytes.
/// </summary>
internal sealed class EarlierVersion(IArtifactStore store, RunFolder folder)
{
    /// <summary>The set with <c>changes.md</c>, or with the reason why there is none.</summary>
    public async Task<ArtifactSet> Compare(ArtifactSet set, RunScope scope, Plan plan, int version, StepCall call)
    {
        var compared = await Compared(scope, version, call);
        if (compared.Number is not { } number)
        {
            return Without(set, "No version before this one holds a plan.");
        }

        if (PlanRecords.Read(number, await Files(scope.Ticket, number, call.Cancellation)) is not { } before)
        {
            return Without(set, $"The records of version {number.ToString(CultureInfo.InvariantCulture)} are of another shape and cannot be compared.");
        }

        var text = ChangesDocument.Render(plan.Ticket.Key, before, PlanRecords.Of(version, plan));
        return set.With(new Artifact(ChangesDocument.Path, new PlanMarks(plan).Apply(ChangesDocument.Path, text)));
    }

    /// <summary>What differs from it; null where there is nothing to compare with.</summary>
    public async Task<PlanChanges?> Changes(RunScope scope, Plan plan, int version, StepCall call) =>
        (await Compared(scope, version, call)).Number is { } number
            && PlanRecords.Read(number, await Files(scope.Ticket, number, call.Cancellation)) is { } before
            ? new PlanChanges(before, PlanRecords.Of(version, plan))
            : null;

    private async Task<ComparedVersion> Compared(RunScope scope, int version, StepCall call) =>
        (await folder.Once(call, scope, "the version to compare with", () => Find(scope.Ticket, version, call.Cancellation))).Value;

    private static ArtifactSet Without(ArtifactSet set, string reason) =>
        set with { NotApplicable = [.. set.NotApplicable, new NotApplicable(ChangesDocument.Path, reason)] };

    /// <summary>
    /// The nearest version below that was published with a plan: numbers whose run never wrote, and versions of questions only,
    /// are passed over.
    /// </summary>
    private async Task<ComparedVersion> Find(string ticket, int version, CancellationToken cancellation)
    {
        for (var number = version - 1; number > 0; number--)
        {
            var paths = await store.List(ticket, number, cancellation);
            if (PlanRecords.Paths.All(paths.Contains))
            {
                return new(number);
            }
        }

        return new((int?)null);
    }

    private async Task<Dictionary<string, string>> Files(string ticket, int version, CancellationToken cancellation)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in PlanRecords.Paths)
        {
            if (await store.Read(ticket, version, path, cancellation) is { } text)
            {
                files[path] = text;
            }
        }

        return files;
    }
}
