using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;
using Planner.Core.Text;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>
/// The files of a plan. They are rendered once per run and plan, and kept by the sha256 of their bytes, which is also their
/// hash in the manifest. The review judges these bytes and the version gets these bytes, also where a step runs again.
/// </summary>
internal sealed class RenderedPlans(PlanningPorts ports, RunFolder folder)
{
    /// <summary>The files that a plan was rendered to; renders where nobody has yet.</summary>
    /// <exception cref="ArtifactMissingException">A file that was rendered is gone, or its bytes no longer match.</exception>
    public async Task<ArtifactSet> Of(StepCall call, RunScope scope, string plan)
    {
        var name = TextHash.Of($"the files that the plan {plan} was rendered to");
        var noted = await ports.Store.Noted(scope.Ticket, call.RunId, name, call.Cancellation)
            ?? await Render(call, scope, plan, name);
        var listing = await folder.Get<RenderedPlan>(call, scope, noted);
        return new(await Task.WhenAll(listing.Files.Select(f => Read(call, scope, f))), listing.NotApplicable);
    }

    // Two attempts at once may both render; the first note stands, and both go on with what it names.
    private async Task<string> Render(StepCall call, RunScope scope, string plan, string name)
    {
        var set = ArtifactComposer.Compose(await folder.Get<Plan>(call, scope, plan), ports.Renderers);
        await Task.WhenAll(set.Files.Select(f => ports.Store.PutContent(scope.Ticket, call.RunId, f.Text, call.Cancellation)));
        var listing = await folder.Put(call, scope, new RenderedPlan([.. set.Files.Select(ManifestFile.Of)], set.NotApplicable));
        return await ports.Store.Note(scope.Ticket, call.RunId, name, listing, call.Cancellation);
    }

    private async Task<Artifact> Read(StepCall call, RunScope scope, ManifestFile file) =>
        new(file.Path, await ports.Store.GetContent(scope.Ticket, call.RunId, file.Sha256, call.Cancellation));
}

/// <summary>What a plan was rendered to: the files by their hashes, and those that do not apply.</summary>
internal sealed record RenderedPlan(IReadOnlyList<ManifestFile> Files, IReadOnlyList<NotApplicable> NotApplicable);
