namespace Planner.Codebase.Origins;

/// <summary>Where a code base lies: a section below <c>Codebases</c> (<c>Codebases__NAME__Path</c> and so on in the environment).</summary>
public sealed class CodebaseSettings
{
    /// <summary>The folder of the code base. This, <see cref="Archive"/> or <see cref="GitUrl"/>.</summary>
    public string? Path { get; set; }

    /// <summary>A snapshot that <c>planner snapshot</c> made: a file, or <c>blob:NAME</c> in the artifact container.</summary>
    public string? Archive { get; set; }

    /// <summary>A repository to clone, by https or ssh; git must be installed. Holds no password.</summary>
    public string? GitUrl { get; set; }

    /// <summary>The branch that is cloned. Default: the one that the repository names.</summary>
    public string? Branch { get; set; }

    /// <summary>Opens the repository over https. A secret.</summary>
    public string? Token { get; set; }

    /// <summary>The folder for copies of archives and clones. Default: below the host's data folder, else in the system's temporary one.</summary>
    public string? CacheFolder { get; set; }

    /// <summary>Longest time of a fetch with git. 10 s to 1 h; default 10 min.</summary>
    public TimeSpan GitTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Largest archive. Bytes; 1 MiB to 8 GiB; default 512 MiB.</summary>
    public long MaxArchiveBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>Most bytes that an archive unpacks to. 1 MiB to 64 GiB; default 2 GiB.</summary>
    public long MaxBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Most entries of an archive. 100 to 1,000,000; default 200,000.</summary>
    public int MaxFiles { get; set; } = 200_000;

    /// <summary>What an archive unpacks to, divided by its size; only asked beyond 16 MiB. 10 to 1,000; default 200.</summary>
    public int MaxRatio { get; set; } = 200;
}
