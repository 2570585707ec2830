namespace Planner.Core.Artifacts;

/// <summary>Rendered files by path, sorted, and those that do not apply.</summary>
public sealed record ArtifactSet(IReadOnlyList<Artifact> Files, IReadOnlyList<NotApplicable> NotApplicable)
{
    /// <summary>The text of a file, or null.</summary>
    public string? Text(string path) => Files.FirstOrDefault(f => f.Path == path)?.Text;

    /// <summary>The same set with more files, or with newer texts of those it has.</summary>
    public ArtifactSet With(params IReadOnlyList<Artifact> more) =>
        this with { Files = [.. more.Concat(Files).DistinctBy(f => f.Path).OrderBy(f => f.Path, StringComparer.Ordinal)] };
}

/// <summary>A file: UTF-8 without mark, line ends <c>\n</c>, ends with one.</summary>
public sealed record Artifact(string Path, string Text);

/// <summary>A file that was left out, and why.</summary>
public sealed record NotApplicable(string Path, string Reason);
