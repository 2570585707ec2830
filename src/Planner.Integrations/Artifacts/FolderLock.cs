namespace Planner.Integrations.Artifacts;

/// <summary>
/// One holder at a time among all processes that use a folder. The operating system releases it when its holder dies,
/// so a kill never leaves it locked; the file itself stays.
/// </summary>
internal static class FolderLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits for the lock, at most 30 seconds.</summary>
    /// <exception cref="IOException">Another process held it all the time, or the file cannot be made.</exception>
    public static async Task<IDisposable> Take(string path, CancellationToken cancellation)
    {
        var waited = TimeSpan.Zero;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException fault) when (waited < Patience && IsHeldElsewhere(fault))
            {
                await Task.Delay(Pause, cancellation);
                waited += Pause;
            }
        }
    }

    /// <summary>EWOULDBLOCK on Linux and macOS, a sharing violation on Windows.</summary>
    private static bool IsHeldElsewhere(IOException fault) =>
        fault.GetType() == typeof(IOException) && (fault.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}
