using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Artifacts;
using Planner.Integrations.Artifacts.Blobs;
using Planner.Integrations.Blobs;

namespace Planner.Integrations.Artifacts;

/// <summary>The one place where a store is chosen, for every host.</summary>
public static class ArtifactStores
{
    /// <summary>Opens the store that the section <c>Artifacts</c> names; nothing is called or written.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="folder">The folder of a file store, where the host knows it; else <c>Artifacts__Path</c>.</param>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; each failure says how to mend it.</exception>
    public static ChosenStore Open(IConfiguration configuration, string? folder = null)
    {
        var options = BoundSection.Bind<ArtifactOptions>(configuration, ArtifactOptions.Section);
        options.Path = folder ?? options.Path;
        var checkedOptions = new ArtifactOptionsValidator().Validate(null, options);
        if (checkedOptions.Failed)
            throw new OptionsValidationException(ArtifactOptions.Section, typeof(ArtifactOptions), checkedOptions.Failures);
        return options.IsBlob
            ? new ChosenStore(new BlobArtifactStore(Container(options, BlobIdentity.OfProcess(configuration))), IsShared: true)
            : new ChosenStore(new FileArtifactStore(options.Path!), IsShared: false);
    }

    /// <summary>The container that artifacts go to; null where they go to a folder. Faults of the section are told by <see cref="Open"/>.</summary>
    internal static Azure.Storage.Blobs.BlobContainerClient? Container(IConfiguration configuration)
    {
        var options = new ArtifactOptions();
        configuration.GetSection(ArtifactOptions.Section).Bind(options);
        return options.IsBlob && new ArtifactOptionsValidator().Validate(null, options).Succeeded
            ? Container(options, BlobIdentity.OfProcess(configuration))
            : null;
    }

    private static Azure.Storage.Blobs.BlobContainerClient Container(ArtifactOptions options, BlobIdentity identity) => options.ConnectionString is { Length: > 0 } connection
        ? BlobContainers.ByConnectionString(connection, options.Container)
        : BlobContainers.ByIdentity(options.AccountUrl!, options.Container, identity);
}

/// <summary>A store that was chosen.</summary>
/// <param name="Store">The store.</param>
/// <param name="IsShared">True where other machines write to it too.</param>
public sealed record ChosenStore(IArtifactStore Store, bool IsShared);
