namespace Planner.Engine;

/// <summary>The engine's folder, held by this process alone while the object lives.</summary>
internal sealed class DataDirectory : IDisposable
{
    // What the system answers when another holds the file: EWOULDBLOCK on Linux and macOS, a sharing violation on Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream held;

    /// <exception cref="EngineInUseException">Another process, or another engine of this one, holds it.</exception>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public DataDirectory(string path)
    {
        Directory.CreateDirectory(path);
        try
        {
            held = new FileStream(Path.Combine(path, "engine.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (HeldByAnother.Contains(e.HResult))
        {
            throw new EngineInUseException(path, e);
        }

        Database = Path.Combine(path, EngineOptions.DatabaseFile);
    }

    /// <summary>The database's path.</summary>
    public string Database { get; }

    public void Dispose() => held.Dispose();
}
