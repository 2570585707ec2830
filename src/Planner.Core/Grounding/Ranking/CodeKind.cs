namespace Planner.Core.Grounding.Ranking;

/// <summary>What a file is by its path.</summary>
internal enum CodeKind
{
    /// <summary>Settings, projects, pipelines and all else.</summary>
    Other,

    /// <summary>Code and scripts that run in production.</summary>
    Production,

    /// <summary>Code in a folder of tests.</summary>
    Test,

    /// <summary>A script that takes a migration back.</summary>
    WayBack,

    /// <summary>Files that tests read or compare with.</summary>
    TestData,

    /// <summary>Written by tools, not by people.</summary>
    Made,

    /// <summary>Markdown.</summary>
    Document,
}
