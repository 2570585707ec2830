namespace Planner.Codebase.Origins;

/// <summary>
/// Who may read copies and who may add one, among all processes. The operating system releases a lock when its holder dies; the
/// files themselves stay.
/// </summary>
/// <param name="folder">Of the copies.</param>
internal sealed class CopyLock(string folder)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // Whoever removes needs the lock for as long as a rename takes; whoever adds fetches meanwhile.
    private static readonly TimeSpan ReadPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AddPatience = TimeSpan.FromHours(1);

    private string ReadFile => Path.Combine(folder, "read.lock");

    /// <summary>The right to add, of one holder at a time.</summary>
    public Task<IDisposable> Add(CancellationToken cancellation) =>
        Wait(() => Alone(Path.Combine(folder, "write.lock")), AddPatience, cancellation);

    /// <summary>The right to read, of any number of holders while nobody removes.</summary>
    public Task<IDisposable> Read(CancellationToken cancellation) =>
        Wait(() => new FileStream(ReadFile, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read, bufferSize: 0), ReadPatience, cancellation);

    /// <summary>The right to remove, at once.</summary>
    /// <exception cref="IOException">Somebody reads.</exception>
    public IDisposable Remove() => Alone(ReadFile);

    private static FileStream Alone(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    private static async Task<IDisposable> Wait(Func<FileStream> take, TimeSpan patience, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return take();
            }
            catch (IOException fault) when (waited < patience && IsHeld(fault))
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    /// <summary>EWOULDBLOCK on Linux and macOS, a sharing violation on Windows.</summary>
    private static bool IsHeld(IOException fault) => fault.GetType() == typeof(IOException) && (fault.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}
