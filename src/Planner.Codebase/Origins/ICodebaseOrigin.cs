namespace Planner.Codebase.Origins;

/// <summary>What copies in a cache are made from.</summary>
internal interface ICodebaseOrigin
{
    /// <summary>Tells it apart from others, without secrets.</summary>
    string Key { get; }

    /// <summary>Which content is there now: a name for a folder, the same for the same content.</summary>
    Task<string> Identify(CancellationToken cancellation);

    /// <summary>Copies the content into an empty folder, in the form of an unpacked snapshot.</summary>
    /// <returns>Which content was copied: it may have changed since it was asked for.</returns>
    Task<string> Fill(string folder, string id, CancellationToken cancellation);

    /// <summary>Says in a line what is there, for people who check their settings.</summary>
    Task<string> Look(CancellationToken cancellation);
}
