namespace Planner.Engine;

/// <summary>The engine's folder, held by this process alone while the object lives.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream held;

    /// <exception cref="EngineInUseException">Another process, or another engine of this one, holds it.</exception>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public DataDirectory(string path)
    {
        Directory.CreateDirectory(path);
        var file = Path.Combine(path, "engine.lock");
        try
        {
            held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(file) && e.GetType() == typeof(IOException))
        {
            throw new EngineInUseException(path, e);
        }

        Database = Path.Combine(path, EngineOptions.DatabaseFile);
    }

    /// <summary>The database's path.</summary>
    public string Database { get; }

    public void Dispose() => held.Dispose();
}
