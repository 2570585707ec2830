namespace Planner.Codebase.Origins;

/// <summary>A folder that others change as they like; each reading sees it as it is then.</summary>
/// <param name="folder">Where it is; null where there is none of that name.</param>
/// <param name="asked">How it was asked for.</param>
internal sealed class FolderSource(string? folder, string asked) : ICodebaseSource
{
    public string Key => CodebaseRoot.Open(folder, asked);

    public Task<OpenedCodebase> Open(CancellationToken cancellation) => Task.FromResult<OpenedCodebase>(new OpenedFolder(CodebaseRoot.Open(folder, asked)));
}
