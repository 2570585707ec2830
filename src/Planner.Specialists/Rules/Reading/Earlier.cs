using Planner.Core.Opinions;

namespace Planner.Specialists.Rules.Reading;

/// <summary>What the specialists before this one plan: the work that it judges and sharpens.</summary>
internal sealed class Earlier(IReadOnlyList<Opinion> opinions)
{
    private readonly List<Opinion> speaking = [.. opinions.Where(o => o.Applies)];

    public IReadOnlyList<PlanTask> Tasks => [.. speaking.SelectMany(o => o.Tasks)];

    public IReadOnlyList<PlanTest> Tests => [.. speaking.SelectMany(o => o.Tests)];

    public IReadOnlyList<EndpointChange> Endpoints => [.. speaking.Designs<ApiDesign>().SelectMany(d => d.Endpoints)];

    public IReadOnlyList<ServiceChange> Services => [.. speaking.Designs<ServiceDesign>().SelectMany(d => d.Services)];

    public bool HasMigrations => speaking.Exists(o => o.Design<SchemaDesign>() is { Migrations.Count: > 0 });

    /// <summary>Tasks that change an endpoint, like <c>GET /api/orders</c>.</summary>
    public IReadOnlyList<string> Serving(string endpoint) =>
        [.. Tasks.Where(t => t.Endpoints.Contains(endpoint, StringComparer.Ordinal)).Select(t => t.Id)];

    /// <summary>Tasks that change a file.</summary>
    public IReadOnlyList<string> Changing(string file) =>
        [.. Tasks.Where(t => t.Files.Any(f => f.Path == file)).Select(t => t.Id)];

    /// <summary>The change of a file: told by the inventory, and what an earlier task adds is there by then.</summary>
    public FileChange Change(string path, Files files) =>
        files.Change(path) is { Change: ChangeKind.Add } && Tasks.Any(t => t.Files.Any(f => f.Path == path && f.Change == ChangeKind.Add))
            ? new FileChange(path, ChangeKind.Modify)
            : files.Change(path);

    /// <summary>Where tests of an endpoint go, or null where they go to no file.</summary>
    public string? TestFile(string endpoint)
    {
        var serving = Serving(endpoint);
        return Tests.FirstOrDefault(t => t.File is not null && serving.Contains(t.Task, StringComparer.Ordinal))?.File;
    }
}
