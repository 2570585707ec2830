using Planner.Core.Grounding.Facts;
using Planner.Durability;

namespace Planner.Codebase.Origins;

/// <summary>
/// A code base that lies elsewhere and is read from a copy here. A copy is made when the content changed. Where it cannot be
/// made, the one before is read, and the plan says so.
/// </summary>
internal sealed class CachedSource(ICodebaseOrigin origin, CodebaseCache cache) : ICodebaseSource
{
    private const int MostAttempts = 3;

    public string Key => origin.Key;

    public async Task<OpenedCodebase> Open(CancellationToken cancellation)
    {
        cache.Prepare();
        try
        {
            return await Newest(cancellation);
        }
        catch (StepException fault) when (fault is CodebaseUnavailableException or CodebaseUnreadableException)
        {
            if (await Earlier($"{fault.Message} What was fetched before was read instead.", cancellation) is { } opened)
            {
                return opened;
            }

            throw;
        }
    }

    private async Task<OpenedCodebase?> Earlier(string limitation, CancellationToken cancellation) =>
        cache.Earlier() is { } id ? await cache.Open(id, limitation, cancellation) : null;

    private async Task<OpenedCodebase> Newest(CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await cache.Open(await Written(cancellation), limitation: null, cancellation) is { } opened)
            {
                return opened;
            }
        }

        throw new CodebaseUnavailableException(
            $"The copies of {origin.Key} are removed as soon as they are made: check who else uses its cache folder.", retryHelps: true);
    }

    private async Task<string> Written(CancellationToken cancellation)
    {
        try
        {
            return await Copied(cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var cause = e.Message.ReplaceLineEndings(" ");
            throw new CodebaseUnavailableException(
                $"The {origin.Key} cannot be copied here ({cause}): free some space, or give another folder in Codebases__NAME__CacheFolder.",
                retryHelps: true);
        }
    }

    /// <summary>Which copy holds the newest content.</summary>
    private async Task<string> Copied(CancellationToken cancellation)
    {
        var id = await origin.Identify(cancellation);
        if (!cache.Has(id))
        {
            using var held = await cache.Lock(cancellation);
            if (!cache.Has(id))
            {
                id = await Make(id, cancellation);
            }
        }

        cache.Point(id);
        return id;
    }

    private async Task<string> Make(string id, CancellationToken cancellation)
    {
        var staging = cache.Stage();
        try
        {
            var made = await origin.Fill(staging, id, cancellation);
            cache.Add(staging, made);
            return made;
        }
        catch
        {
            // What is half is never taken for a copy; it goes at once, since it may be large.
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }

            throw;
        }
    }
}
