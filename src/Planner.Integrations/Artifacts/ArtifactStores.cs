using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Artifacts;
using Planner.Core.Settings;
using Planner.Integrations.Artifacts.Blobs;
using Planner.Integrations.Blobs;

namespace Planner.Integrations.Artifacts;

/// <summary>The one place where a store is chosen, for every host.</summary>
public static class ArtifactStores
{
    /// <summary>Opens the store that the section <c>Artifacts</c> names; nothing is called or written.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="folder">The folder of a file store, where somebody gave one; else <c>Artifacts__Path</c>.</param>
    /// <param name="otherwise">The folder where neither names one.</param>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; each failure says how to mend it.</exception>
    public static ChosenStore Open(IConfiguration configuration, string? folder = null, string? otherwise = null)
    {
        var options = BoundSection.Bind<ArtifactOptions>(configuration, ArtifactOptions.Section);
        var isAgreed = folder is null && options.Path is not null;
        options.Path = folder ?? options.Path ?? otherwise;
        BoundSection.Require<ArtifactOptions>(ArtifactOptions.Section, Faults(options));
        return options.IsBlob
            ? new ChosenStore(new BlobArtifactStore(Container(options, BlobIdentity.OfProcess(configuration))), IsShared: true)
            : new ChosenStore(new FileArtifactStore(options.Path!), IsShared: isAgreed) { Folder = Path.GetFullPath(options.Path!) };
    }

    /// <summary>The container that artifacts go to; null where they go to a folder. Faults of the section are told by <see cref="Open"/>.</summary>
    internal static Azure.Storage.Blobs.BlobContainerClient? Container(IConfiguration configuration)
    {
        var options = BoundSection.Bind<ArtifactOptions>(configuration, ArtifactOptions.Section);
        return options.IsBlob && !Faults(options).Any()
            ? Container(options, BlobIdentity.OfProcess(configuration))
            : null;
    }

    private static IEnumerable<string> Faults(ArtifactOptions options) => new ArtifactOptionsValidator().Validate(null, options).Failures ?? [];

    private static Azure.Storage.Blobs.BlobContainerClient Container(ArtifactOptions options, BlobIdentity identity) =>
        options.ConnectionString is { Length: > 0 } connection
        ? BlobContainers.ByConnectionString(connection, options.Container)
        : BlobContainers.ByIdentity(options.AccountUrl!, options.Container, identity);
}

/// <summary>A store that was chosen.</summary>
/// <param name="Store">The store.</param>
/// <param name="IsShared">True where others write to it too: other machines, or whoever has the same settings.</param>
public sealed record ChosenStore(IArtifactStore Store, bool IsShared)
{
    /// <summary>The absolute folder that plans lie in, which is no part of any code base; null for a container.</summary>
    public string? Folder { get; init; }
}
