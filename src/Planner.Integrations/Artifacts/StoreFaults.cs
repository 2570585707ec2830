using Planner.Core.Artifacts;

namespace Planner.Integrations.Artifacts;

/// <summary>Turns what the disk says into one line that tells how to go on.</summary>
internal static class StoreFaults
{
    /// <summary>Runs work on the store's disk.</summary>
    /// <exception cref="ArtifactStoreUnavailableException">The disk failed; the message names the folder.</exception>
    public static async Task<T> Guard<T>(string root, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Explain(root, fault);
        }
    }

    /// <summary>
    /// A full disk or a missing permission is mended by a person, not by trying again a second later: the run ends
    /// and the same command goes on where it stopped. Anything else may pass by itself.
    /// </summary>
    private static ArtifactStoreUnavailableException Explain(string root, Exception fault)
    {
        var (what, retryHelps) = fault switch
        {
            UnauthorizedAccessException => ("may not be written: give this user write permission, or choose another folder", false),
            DirectoryNotFoundException or FileNotFoundException => ("cannot be made, or was removed while in use: choose another folder", false),
            PathTooLongException => ("makes paths that are too long for this system: choose a shorter folder", false),
            _ => FromCode(fault.HResult & 0xFFFF, fault.Message),
        };
        return new($"The output folder '{root}' {what}. Then run the same command again; it goes on where it stopped.", retryHelps, fault);
    }

    private static (string What, bool RetryHelps) FromCode(int code, string message) => code switch
    {
        28 or 112 => ("is on a disk that is full: free some space", false),
        122 or 69 => ("is over its disk quota: free some space", false),
        30 or 19 => ("is on a disk that can only be read: choose another folder", false),
        20 or 17 or 183 => ("cannot be made, because a file stands where a folder belongs: move that file or choose another folder", false),
        _ => ($"cannot be used ({message.ReplaceLineEndings(" ")})", true),
    };
}
