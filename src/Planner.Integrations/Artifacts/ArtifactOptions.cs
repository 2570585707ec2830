namespace Planner.Integrations.Artifacts;

/// <summary>Where plans go: the section <c>Artifacts</c> (<c>Artifacts__Store</c> and so on in the environment).</summary>
public sealed class ArtifactOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Artifacts";

    /// <summary><c>File</c>: a folder; <c>Blob</c>: a container of Azure Storage. Default: <c>File</c>.</summary>
    public string Store { get; set; } = "File";

    /// <summary>The folder of the file store. No default; the command <c>plan</c> takes <c>--out</c>.</summary>
    public string? Path { get; set; }

    /// <summary>Opens the storage account by a key or signature. This or <see cref="AccountUrl"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The storage account's blob address, opened by this process's identity: <c>https://NAME.blob.core.windows.net</c>.</summary>
    public string? AccountUrl { get; set; }

    /// <summary>The container; made at the first write. 3 to 63 characters. Default: <c>plans</c>.</summary>
    public string Container { get; set; } = "plans";

    internal bool IsBlob => string.Equals(Store, "Blob", StringComparison.OrdinalIgnoreCase);

    internal bool IsFile => string.Equals(Store, "File", StringComparison.OrdinalIgnoreCase);
}
