using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Files;

/// <summary>A folder that nobody else on this machine may look into or write to.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode WrittenByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <exception cref="CodebaseUnavailableException">It is a link, others may write to it, or it cannot be made.</exception>
    public static void Create(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
                return;
            }

            Directory.CreateDirectory(folder, Own);
            if (new DirectoryInfo(folder).LinkTarget is not null || (File.GetUnixFileMode(folder) & WrittenByOthers) != UnixFileMode.None)
            {
                throw new CodebaseUnavailableException(
                    $"The cache folder '{folder}' is a link, or others may write to it: remove it, or give another in Codebases__NAME__CacheFolder.",
                    retryHelps: false);
            }

            // Only its owner may do so: what somebody else put there is never read.
            File.SetUnixFileMode(folder, Own);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var cause = e.Message.ReplaceLineEndings(" ");
            throw new CodebaseUnavailableException(
                $"The cache folder '{folder}' cannot be made or is somebody else's ({cause}): give another in Codebases__NAME__CacheFolder.",
                retryHelps: false);
        }
    }
}
